//! The chair's text (kịch bản điều hành) with the numbers of the hall filled in. What the text says is written in the
//! plan or the typical programmes; nothing here decides or stores anything.

mod paper;

pub use paper::compose;

use crate::domain::Congress;
use crate::domain::agenda::Session;
use crate::domain::attendance::Presence;
use crate::domain::bodies::BodyKind;
use crate::domain::election::result;
use crate::domain::election::{Candidate, Election, Office, Source};
use crate::domain::figures::{Percent, date, roman, two_digits};
use crate::domain::guests::Guest;
use crate::domain::hall::Hall;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::meeting::{Kind, Term};
use std::cell::OnceCell;

use super::phrases::{comrades, count_of, list, names_of, size_remark};

/// What is printed for a number or name that is not known.
pub const NOT_STATED: &str = "(không nêu)";

/// The gaps a chair's text may have, and what fills each.
///
/// For each office of [`OFFICES`] there are five more: `{committee_seats}` (how many are elected), `{committee_size}` (in brackets, of how many
/// in all and how many come later; empty where all are elected), `{committee_prepared}` (how many and whom the outgoing committee
/// prepared), `{committee_list}` (who stands, in ballot order) and `{committee_elected}` (who was elected and announced).
pub const PLACEHOLDERS: [(&str, &str); 28] = [
    ("congress", "Tên đại hội: «Đại hội Chi bộ … lần thứ VII, nhiệm kỳ 2022 – 2025»"),
    ("unit", "Đơn vị tổ chức đại hội"),
    ("superior", "Cấp ủy cấp trên"),
    ("ordinal", "Lần thứ, bằng chữ số La Mã"),
    ("term", "Nhiệm kỳ này"),
    ("previous_term", "Nhiệm kỳ trước"),
    ("venue", "Địa điểm"),
    ("theme", "Chủ đề"),
    ("date", "Ngày họp của phiên đang họp"),
    ("summoned", "Số được triệu tập"),
    ("present", "Số có mặt"),
    ("absent", "Số vắng mặt"),
    ("excused", "Số vắng có lý do"),
    ("unexcused", "Số vắng không có lý do"),
    ("absent_names", "Tên những người vắng mặt"),
    ("absences", "Vắng mặt thành câu: «không có», «02 đồng chí, đều có lý do (…)»"),
    ("standings", "Số chính thức, dự bị, nữ có mặt thành câu, bỏ phần không có: «chính thức 24, dự bị 02, nữ 12»"),
    ("at_venue", "« tại …» với địa điểm, bỏ trống khi không có"),
    ("share", "Tỷ lệ có mặt trên số được triệu tập"),
    ("voters", "Số có mặt có quyền biểu quyết, bầu cử"),
    ("full", "Số đảng viên chính thức có mặt"),
    ("probationary", "Số đảng viên dự bị có mặt"),
    ("women", "Số nữ có mặt"),
    ("guests", "Khách mời với chức vụ"),
    ("presidium", "Đoàn chủ tịch đã bầu"),
    ("secretariat", "Thư ký đã bầu"),
    ("credentials", "Ban thẩm tra tư cách đại biểu đã bầu"),
    ("counting", "Ban kiểm phiếu đã bầu"),
];

/// The offices a gap may speak of.
pub const OFFICES: [(&str, Office); 6] = [
    ("standing_committee", Office::StandingCommittee),
    ("committee", Office::Committee),
    ("secretary", Office::Secretary),
    ("deputy", Office::Deputy),
    ("inspection", Office::Inspection),
    ("delegates", Office::Delegates),
];

/// Fills the gaps of a text from the congress as it stands; what is not known prints as `(không nêu)`, and a gap that
/// does not exist stays as it was typed.
pub fn fill(congress: &Congress, text: &str) -> String {
    fill_in(congress, congress.session_now(), text)
}

/// The same for a text of one session: the roll of another day is not read out in it.
pub fn fill_in(congress: &Congress, session: Option<&Session>, text: &str) -> String {
    let sight = Sight { congress, session, hall: OnceCell::new() };
    let mut filled = String::with_capacity(text.len());
    for part in parts(text) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Gap(name) if is_known(name) => {
                filled.push_str(&sight.value(name).unwrap_or_else(|| NOT_STATED.to_owned()));
            }
            Part::Gap(name) => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
    }
    filled
}

/// The first gap of a text that nothing fills.
pub fn unknown_gap(text: &str) -> Option<&str> {
    parts(text).find_map(|part| match part {
        Part::Gap(name) if !is_known(name) => Some(name),
        _ => None,
    })
}

/// A piece of a text.
enum Part<'t> {
    Text(&'t str),
    /// The name between the braces.
    Gap(&'t str),
}

fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|inside| inside.split_once('}'))
            && !name.contains(['{', '\n'])
        {
            rest = after;
            return Some(Part::Gap(name));
        }
        // a brace that opens no gap is text
        let end = rest.char_indices().skip(1).find(|(_, letter)| *letter == '{').map_or(rest.len(), |(at, _)| at);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Part::Text(text))
    })
}

fn is_known(name: &str) -> bool {
    PLACEHOLDERS.iter().any(|(known, _)| *known == name) || of_office(name).is_some()
}

/// What a gap asks of an election.
enum Asked {
    Seats,
    Size,
    Prepared,
    List,
    Elected,
}

fn of_office(name: &str) -> Option<(Office, Asked)> {
    let (office, asked) = name.rsplit_once('_')?;
    let (_, office) = OFFICES.into_iter().find(|(known, _)| *known == office)?;
    match asked {
        "seats" => Some((office, Asked::Seats)),
        "size" => Some((office, Asked::Size)),
        "prepared" => Some((office, Asked::Prepared)),
        "list" => Some((office, Asked::List)),
        "elected" => Some((office, Asked::Elected)),
        _ => None,
    }
}

/// The congress as one text sees it: the hall is counted once at most.
struct Sight<'c> {
    congress: &'c Congress,
    session: Option<&'c Session>,
    hall: OnceCell<Hall>,
}

impl Sight<'_> {
    fn hall(&self) -> &Hall {
        let session = self.session.map_or(SessionId(0), |session| session.id);
        self.hall.get_or_init(|| self.congress.hall_in(session))
    }

    fn people(&self, count: u32) -> Option<String> {
        self.hall().stated(count).map(two_digits)
    }

    fn value(&self, name: &str) -> Option<String> {
        let meeting = self.congress.meeting();
        let about = &meeting.about;
        match name {
            "congress" => Some(self.title()),
            "unit" => known(&meeting.unit),
            "superior" => known(&meeting.superior),
            "ordinal" => meeting.ordinal.map(|ordinal| roman(u32::from(ordinal))),
            "term" => meeting.term.map(years),
            // «nhiệm kỳ trước» is true of every congress
            "previous_term" => Some(about.previous_term.map_or_else(|| "trước".to_owned(), years)),
            "venue" => meeting.venue.clone(),
            "at_venue" => Some(meeting.venue.as_ref().map(|venue| format!(" tại {venue}")).unwrap_or_default()),
            "theme" => about.theme.clone(),
            "date" => self.session.map(|session| date(session.date)),
            "guests" => joined(self.congress.guests.iter().map(introduced), "; "),
            "presidium" => self.body(BodyKind::Presidium),
            "secretariat" => self.body(BodyKind::Secretariat),
            "credentials" => self.body(BodyKind::Credentials),
            "counting" => self.body(BodyKind::Counting),
            _ => self.count(name).or_else(|| self.of_election(name)),
        }
    }

    fn count(&self, name: &str) -> Option<String> {
        let hall = *self.hall();
        match name {
            "summoned" => self.people(hall.summoned),
            "present" => self.people(hall.present),
            "absent" => self.people(hall.summoned.saturating_sub(hall.present)),
            "excused" => self.people(hall.excused),
            "unexcused" => self.people(hall.unexcused),
            "absent_names" => hall.stated(hall.summoned).map(|_| self.absent()),
            "absences" => self.absences(&hall),
            "standings" => {
                hall.stated(hall.present)?;
                let parts = [("chính thức", hall.full), ("dự bị", hall.probationary), ("nữ", hall.women)].into_iter();
                let parts = parts.filter(|(_, number)| *number > 0);
                joined(parts.map(|(label, number)| format!("{label} {}", two_digits(number))), ", ")
            }
            "share" => {
                let summoned = hall.stated(hall.summoned)?;
                Percent::of(u64::from(hall.present), u64::from(summoned)).map(|share| format!("{share} %"))
            }
            "voters" => self.people(hall.voters),
            "full" => self.people(hall.full),
            "probationary" => self.people(hall.probationary),
            "women" => self.people(hall.women),
            _ => None,
        }
    }

    fn of_election(&self, name: &str) -> Option<String> {
        let (office, asked) = of_office(name)?;
        let election: &Election = self.congress.elections.iter().find(|election| election.office == office)?;
        match asked {
            Asked::Seats => election.seats.map(two_digits),
            Asked::Size => Some(size_remark(election)),
            Asked::Prepared => introduced_list(self.congress, election),
            Asked::List => self.names(&self.congress.list(election.id)),
            Asked::Elected => self.names(&result::elected(self.congress, election)?),
        }
    }

    /// The congress with its ordinal and term, as far as they are known.
    fn title(&self) -> String {
        let meeting = self.congress.meeting();
        let what = match meeting.kind {
            Kind::Cell | Kind::Members => "Đại hội",
            Kind::Delegates => "Đại hội đại biểu",
            Kind::Review => "Hội nghị tổng kết",
        };
        let ordinal = meeting.ordinal.map(|ordinal| format!(" lần thứ {}", roman(u32::from(ordinal))));
        let term = meeting.term.map(|term| format!(", nhiệm kỳ {}", years(term)));
        format!("{what} {}{}{}", meeting.unit, ordinal.unwrap_or_default(), term.unwrap_or_default())
    }

    fn body(&self, kind: BodyKind) -> Option<String> {
        self.names(&self.congress.body(kind)?.members)
    }

    fn names(&self, people: &[PersonId]) -> Option<String> {
        let names: Vec<String> = people
            .iter()
            .filter_map(|person| self.congress.people.get(person))
            .map(|person| person.name.clone())
            .collect();
        (!names.is_empty()).then(|| list(&names))
    }

    /// How many are away, whether with reasons, and who, as it is read aloud.
    fn absences(&self, hall: &Hall) -> Option<String> {
        let summoned = hall.stated(hall.summoned)?;
        let away = summoned.saturating_sub(hall.present);
        if away == 0 {
            return Some("không có".to_owned());
        }
        let reasons = match (hall.excused, hall.unexcused) {
            (excused, 0) if excused == away => ", đều có lý do".to_owned(),
            (0, unexcused) if unexcused == away => ", không có lý do".to_owned(),
            (_, 0) => String::new(),
            (_, unexcused) => format!(", trong đó không có lý do {}", comrades(unexcused)),
        };
        Some(format!("{}{reasons} ({})", comrades(away), self.absent()))
    }

    fn absent(&self) -> String {
        let row = |person| self.session.and_then(|session| self.congress.attendance_of(session.id, person));
        let here = |person| row(person).is_some_and(|row| row.presence == Presence::Present);
        let away = self.congress.summoned().filter(|person| !here(person.id));
        let away: Vec<String> = away.map(|person| person.name.clone()).collect();
        if away.is_empty() { "không có".to_owned() } else { list(&away) }
    }
}

fn years(term: Term) -> String {
    format!("{} – {}", term.from, term.to)
}

fn known(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn joined(texts: impl Iterator<Item = String>, between: &str) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(between))
}

/// Those the outgoing committee prepared and who may still stand: `06 đồng chí: …`; none where it prepared nobody. Where nothing was
/// prepared beforehand, those named for the committee when the list was made.
pub fn introduced_list(congress: &Congress, election: &Election) -> Option<String> {
    let mut people = congress.introduced(election);
    if people.is_empty() {
        people = congress.list(election.id);
        let prepared = |candidate: &Candidate| candidate.source == Source::Prepared;
        people.retain(|person| congress.candidates.get(&(election.id, *person)).is_some_and(prepared));
    }
    let names = names_of(congress, &people);
    (!names.is_empty()).then(|| format!("{}: {}", comrades(count_of(&names)), list(&names)))
}

/// A guest as the chair introduces them: "đồng chí Lê Đức Thanh, Chủ tịch …".
fn introduced(guest: &Guest) -> String {
    match &guest.name {
        Some(name) if guest.offices.is_empty() => format!("đồng chí {name}"),
        Some(name) => format!("đồng chí {name}, {}", guest.offices.join(", ")),
        None => guest.offices.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agenda::{self, Session, SessionKind};
    use crate::domain::id::{ElectionId, GuestId, SessionId};
    use crate::domain::meeting::{self, Meeting, Roster};
    use crate::domain::people::{self, Person, Standing};
    use crate::domain::{Change, attendance, election, guests};
    use chrono::NaiveDate;

    fn person(id: u32, name: &str, standing: Standing) -> Person {
        Person { standing, ..Person::named(PersonId(id), name) }
    }

    fn guest() -> Guest {
        Guest {
            id: GuestId(1),
            name: Some("Vũ Thị Hoa".to_owned()),
            offices: vec!["Quận ủy viên".to_owned(), "Trưởng ban".to_owned()],
            parts: Vec::new(),
            superior: true,
            came_at: None,
        }
    }

    fn sitting(roster: Roster) -> Congress {
        let day = NaiveDate::from_ymd_opt(2022, 9, 28).unwrap();
        let meeting = Meeting {
            id: 1,
            unit: "Chi bộ Văn phòng".to_owned(),
            ordinal: Some(7),
            term: Some(Term { from: 2022, to: 2025 }),
            regulation: "244-QĐ/TW".to_owned(),
            roster,
            ..Meeting::default()
        };
        let session = Session {
            id: SessionId(1),
            kind: SessionKind::Official,
            date: day,
            starts: None,
            part_of_day: None,
            opened_at: None,
            closed_at: None,
        };
        let people = vec![
            person(1, "Lê Văn An", Standing::Full),
            person(2, "Trần Thị Bình", Standing::Full),
            person(3, "Đỗ Văn Cường", Standing::Probationary),
        ];
        let committee = Election { seats: Some(5), ..Election::new(ElectionId(1), Office::Committee, "Chi ủy") };
        let mut congress = Congress::default();
        for change in [
            Change::Meeting(meeting::Change::Founded(meeting)),
            Change::Agenda(agenda::Change::SessionCalled(session)),
            Change::People(people::Change::Enrolled { people }),
            Change::Guests(guests::Change::Invited(guest())),
            Change::Election(election::Change::Called(committee)),
            Change::Attendance(attendance::Change::Arrived {
                session: SessionId(1),
                people: vec![PersonId(1), PersonId(3)],
                at: day.and_hms_opt(13, 30, 0).unwrap(),
            }),
        ] {
            congress.apply(&change);
        }
        congress
    }

    #[test]
    fn the_numbers_of_the_hall_fill_the_gaps() {
        let congress = sitting(Roster::Complete);
        let text = "Có mặt {present}/{summoned} ({share}), dự bị {probationary}, biểu quyết {voters}; vắng {absent}: \
                    {absent_names}.";
        assert_eq!(fill(&congress, text), "Có mặt 02/03 (66,67 %), dự bị 01, biểu quyết 01; vắng 01: Trần Thị Bình.");
        assert_eq!(fill(&congress, "Vắng mặt: {absences}."), "Vắng mặt: 01 đồng chí (Trần Thị Bình).");
        assert_eq!(
            fill(&congress, "{congress} ngày {date}"),
            "Đại hội Chi bộ Văn phòng lần thứ VII, nhiệm kỳ 2022 – 2025 ngày 28/09/2022"
        );
        assert_eq!(fill(&congress, "{guests}"), "đồng chí Vũ Thị Hoa, Quận ủy viên, Trưởng ban");
        assert_eq!(fill(&congress, "Bầu {committee_seats} đồng chí"), "Bầu 05 đồng chí");
    }

    #[test]
    fn the_prepared_names_are_read_in_ballot_order() {
        let mut congress = sitting(Roster::Complete);
        let text = "gồm {committee_prepared}; {secretary_prepared}";
        assert_eq!(fill(&congress, text), "gồm (không nêu); (không nêu)");
        let mut committee = congress.elections.iter().next().unwrap().clone();
        committee.prepared = vec![PersonId(2), PersonId(1)];
        congress.apply(&Change::Election(election::Change::Called(committee)));
        assert_eq!(fill(&congress, text), "gồm 02 đồng chí: Lê Văn An và Trần Thị Bình; (không nêu)");
    }

    #[test]
    fn what_is_not_known_is_not_stated_and_never_zero() {
        let congress = sitting(Roster::NamedOnly);
        for gap in
            ["summoned", "present", "absent", "absences", "voters", "absent_names", "share", "women", "venue", "theme"]
        {
            assert_eq!(fill(&congress, &format!("{{{gap}}}")), NOT_STATED, "{gap}");
        }
        assert_eq!(
            fill(&congress, "{presidium}, {committee_elected}, {deputy_seats}"),
            "(không nêu), (không nêu), (không nêu)"
        );
    }

    #[test]
    fn every_gap_of_the_table_can_be_filled() {
        let congress = sitting(Roster::Complete);
        for (name, _) in PLACEHOLDERS {
            assert!(!fill(&congress, &format!("{{{name}}}")).contains('{'), "{name}");
        }
        let asked = ["seats", "size", "prepared", "list", "elected"];
        let gaps = OFFICES.iter().flat_map(|(office, _)| asked.map(|asked| format!("{{{office}_{asked}}}")));
        for gap in gaps {
            assert_eq!(unknown_gap(&gap), None, "{gap}");
        }
    }

    #[test]
    fn braces_that_are_no_gap_stay() {
        let congress = sitting(Roster::Complete);
        for text in ["{} {presnt} {", "a } b", "{a\nb}", "{{", "kết thúc {present"] {
            assert_eq!(fill(&congress, text), text);
        }
        assert_eq!(fill(&congress, "{{present}"), "{02");
        assert_eq!(unknown_gap("{present} {presnt} {x}"), Some("presnt"));
        assert_eq!(unknown_gap("{present}"), None);
    }
}
