//! Changes told in one line, for the journal screen and for undo. Names are looked up; what a voter marked on a ballot
//! is never told.

pub mod elections;
mod hall;
mod people;

use super::menu::role_word;
use super::words::{seats, telling as w};
use crate::domain::bodies::BodyKind;
use crate::domain::closing::Change as Closings;
use crate::domain::id::PersonId;
use crate::domain::interruptions::Change as Interruptions;
use crate::domain::issuing::Change as Issuing;
use crate::domain::meeting::Change as Meeting;
use crate::domain::minutes::Change as Minutes;
use crate::domain::passphrase::Change as Passphrases;
use crate::domain::projector::Change as Projector;
use crate::domain::{Change, Congress, Lang, Refusal};

/// How many letters of a free text a line keeps.
const KEPT: usize = 60;
/// How many names a line lists before it counts the rest.
const NAMED: usize = 2;

/// One line on what a change did.
pub fn tell(change: &Change, congress: &Congress, lang: Lang) -> String {
    match change {
        Change::Meeting(Meeting::Founded(meeting)) => w::founded(lang, &meeting.unit),
        Change::Meeting(Meeting::Corrected(meeting)) => w::meeting_corrected(lang, &meeting.unit),
        Change::Meeting(Meeting::OpenPointsSettled { ground, .. }) => w::open_points_settled(lang, &short(ground)),
        Change::People(change) => people::roster(change, congress, lang),
        Change::Guests(change) => people::guests(change, congress, lang),
        Change::Attendance(change) => people::attendance(change, congress, lang),
        Change::Agenda(change) => hall::agenda(change, congress, lang),
        Change::Bodies(change) => hall::bodies(change, congress, lang),
        Change::Floor(change) => hall::floor(change, congress, lang),
        Change::Notes(change) => hall::notes(change, lang),
        Change::Motions(change) => hall::motions(change, congress, lang),
        Change::Targets(change) => hall::targets(change, congress, lang),
        Change::Reports(change) => hall::reports(change, lang),
        Change::Gifts(change) => hall::gifts(change, congress, lang),
        Change::Groups(change) => hall::groups(change, lang),
        Change::Classification(change) => hall::classification(change, congress, lang),
        Change::Decisions(change) => hall::decisions(change, lang),
        Change::Election(change) => elections::tell(change, congress, lang),
        Change::Minutes(Minutes::Reworded(rewording)) => match &rewording.text {
            Some(text) => w::reworded(lang, &short(text)),
            None => w::wording_given_back(lang, &rewording.key),
        },
        Change::Issuing(Issuing::Issued(issue)) => w::paper_issued(lang, issue.id.0, &issue.paper, issue.version),
        Change::Passphrases(Passphrases::Set(set)) => {
            let role = role_word(set.role, lang);
            if set.hash.is_some() { w::passphrase_set(lang, role) } else { w::passphrase_gone(lang, role) }
        }
        Change::Projector(Projector::Held { .. }) => seats::held_by_key(lang),
        Change::Projector(Projector::Shown { .. }) => seats::shown_by_key(lang),
        Change::Interruptions(Interruptions::Suspended(pause)) => w::suspended(lang, &short(&pause.reason)),
        Change::Interruptions(Interruptions::Resumed { note, .. }) => w::resumed(lang, &short(note)),
        Change::Closing(Closings::Closed(closing)) => {
            w::record_closed(lang, &short(closing.reason.as_deref().unwrap_or("–")))
        }
        Change::Closing(Closings::Corrected { correction, .. }) => {
            w::corrected(lang, &short(&correction.what), &short(&correction.reason))
        }
        Change::Undone { number } => w::undone(lang, *number),
    }
}

/// The word for a kind of working body.
pub fn body_word(kind: BodyKind, congress: &Congress, lang: Lang) -> &'static str {
    let review = congress.meeting().is_review();
    match kind {
        BodyKind::Presidium if review => w::chair(lang),
        BodyKind::Secretariat if review => w::taker(lang),
        BodyKind::Presidium => w::presidium(lang),
        BodyKind::Secretariat => w::secretariat(lang),
        BodyKind::Credentials => w::credentials(lang),
        BodyKind::Counting => w::counting(lang),
    }
}

/// A free text in one line, cut at a word where it is long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= KEPT {
        return line;
    }
    let kept: String = line.chars().take(KEPT).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// A label that was looked up, or its number where the list does not hold it.
fn known<T>(found: Result<T, Refusal>, number: u32, lang: Lang, label: impl Fn(T) -> String) -> String {
    found.map_or_else(|_| w::unknown(lang, number), label)
}

fn person(congress: &Congress, id: PersonId, lang: Lang) -> String {
    known(congress.person(id), id.0, lang, |person| person.name.clone())
}

/// The first names of a list, and how many follow.
fn named<'a>(names: impl ExactSizeIterator<Item = std::borrow::Cow<'a, str>>, lang: Lang) -> String {
    let more = names.len().saturating_sub(NAMED);
    let first = names.take(NAMED).collect::<Vec<_>>().join(", ");
    if more > 0 { w::and_more(lang, &first, more) } else { first }
}

fn people_named(congress: &Congress, people: &[PersonId], lang: Lang) -> String {
    named(people.iter().map(|id| person(congress, *id, lang).into()), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Change as Attendance;
    use crate::domain::id::SessionId;
    use crate::domain::people::{Change as People, Person};
    use chrono::NaiveDate;

    fn congress(names: &[&str]) -> Congress {
        let people = (1..).zip(names).map(|(id, name)| Person::named(PersonId(id), *name));
        let mut congress = Congress::default();
        congress.apply(&Change::People(People::Enrolled { people: people.collect() }));
        congress
    }

    #[test]
    fn arrivals_are_named_and_those_of_a_whole_hall_counted() {
        let congress = congress(&["Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Dũng", "Phạm Thị Đào", "Vũ Huy"]);
        let at = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(7, 55, 0).unwrap();
        let arrived = |people: &[u32]| {
            let people = people.iter().copied().map(PersonId).collect();
            let change = Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at });
            tell(&change, &congress, Lang::Vi)
        };
        assert_eq!(arrived(&[1, 2, 3, 4, 5]), "Ghi có mặt: 5 người");
        assert_eq!(arrived(&[1, 2]), "Ghi có mặt: Nguyễn Văn An, Trần Thị Bích");
        assert_eq!(arrived(&[5]), "Ghi có mặt: Vũ Huy");
        assert_eq!(arrived(&[9]), "Ghi có mặt: số 9");
    }

    #[test]
    fn long_texts_are_cut_at_a_word() {
        let long = "Đề nghị cấp ủy quan tâm\nbố trí kinh phí sửa chữa hội trường và trang thiết bị phục vụ sinh hoạt";
        let cut = short(long);
        assert_eq!(cut, "Đề nghị cấp ủy quan tâm bố trí kinh phí sửa chữa hội trường …");
        assert_eq!(short("ngắn"), "ngắn");
    }
}
