//! What stands beside a name on the roll, in words: standing or origin, and where the person is, with its hour.

use super::list::session;
use crate::app::App;
use crate::app::words::roll as w;
use crate::domain::attendance::{Attendance, Mark, Presence};
use crate::domain::figures::clock;
use crate::domain::people::{Origin, Person, Sex, Standing};
use crate::domain::{Congress, Lang};

/// What a mark says, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Here.
    Good,
    /// Missing without a reason.
    Bad,
    /// Accounted for.
    Plain,
    /// Nothing said yet, or not expected.
    Dim,
}

pub(super) fn standing_word(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Full => w::full(lang),
        Standing::Probationary => w::probationary(lang),
        Standing::TemporaryHere => w::temporary_here(lang),
        Standing::TemporaryElsewhere => w::temporary_elsewhere(lang),
        Standing::Exempted => w::exempted(lang),
        Standing::Suspended => w::suspended(lang),
    }
}

pub(super) fn origin_word(origin: Origin, lang: Lang) -> &'static str {
    match origin {
        Origin::ExOfficio => w::ex_officio(lang),
        Origin::Elected => w::elected(lang),
        Origin::Appointed => w::appointed(lang),
        Origin::Alternate => w::alternate(lang),
    }
}

pub(super) fn sex_word(sex: Option<Sex>, lang: Lang) -> &'static str {
    match sex {
        None => w::not_recorded(lang),
        Some(Sex::Female) => w::female(lang),
        Some(Sex::Male) => w::male(lang),
    }
}

/// Standing, or for a delegate of full standing how they came to be one.
pub fn position_of(congress: &Congress, person: &Person, lang: Lang) -> String {
    let replaced = person.replaces.and_then(|absent| congress.people.get(&absent));
    match (person.standing, person.origin, replaced) {
        (_, _, Some(absent)) => w::sits_for(lang, &absent.name),
        (Standing::Full, Some(origin), None) => origin_word(origin, lang).to_owned(),
        (standing, _, None) => standing_word(standing, lang).to_owned(),
    }
}

/// Where a person is in the session that sits, with the hour of the mark.
pub fn mark_of(app: &App, person: &Person) -> (String, Tone) {
    let (congress, lang) = (&app.congress, app.lang());
    let row = session(congress).and_then(|session| congress.attendance_of(session.id, person.id));
    let absent = row.is_none_or(|row| row.presence == Presence::Absent);
    let by = || congress.people.iter().find(|other| other.replaces == Some(person.id));
    if let Some(by) = absent.then(by).flatten() {
        return (w::place_taken(lang, &by.name), Tone::Dim);
    }
    let Some(row) = row else {
        let word = match person.standing {
            Standing::Exempted => w::exempted_not_come(lang),
            _ if person.is_summoned() => w::not_called(lang),
            _ => w::not_summoned(lang),
        };
        return (word.to_owned(), Tone::Dim);
    };
    match (row.presence, row.marks.last()) {
        (Presence::Present, Some(last)) => (here(row, last, lang), Tone::Good),
        (Presence::Left, Some(last)) => (w::left_at(lang, &clock(last.at)), Tone::Plain),
        _ => absence(congress, row, lang),
    }
}

fn here(row: &Attendance, last: &Mark, lang: Lang) -> String {
    let before = row.marks.iter().rev().skip(1).any(|mark| mark.presence == Presence::Left);
    if before {
        w::back_at(lang, &clock(last.at))
    } else if last.late {
        w::late_at(lang, &clock(last.at))
    } else {
        w::here_at(lang, &clock(last.at))
    }
}

fn absence(congress: &Congress, row: &Attendance, lang: Lang) -> (String, Tone) {
    let Some(reason) = &row.reason else {
        let decided = congress.excuses.get(&row.person).filter(|excuse| excuse.accepted);
        return match decided {
            Some(excuse) => (w::absent_accepted(lang, &excuse.ground), Tone::Plain),
            None => (w::absent_unexplained(lang).to_owned(), Tone::Bad),
        };
    };
    match congress.excuses.get(&row.person).map(|excuse| excuse.accepted) {
        Some(true) => (w::absent_accepted(lang, reason), Tone::Plain),
        Some(false) => (w::absent_not_accepted(lang, reason), Tone::Bad),
        None => (w::absent_with(lang, reason), Tone::Plain),
    }
}

/// Everything recorded of a person in the session that sits, in order.
pub(super) fn history(app: &App, person: &Person) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let row = session(congress).and_then(|session| congress.attendance_of(session.id, person.id));
    let marks = row.map(|row| row.marks.as_slice()).unwrap_or_default();
    let mut told: Vec<String> = marks
        .iter()
        .map(|mark| {
            let word = match mark.presence {
                Presence::Present if mark.late => w::late(lang),
                Presence::Present => w::present(lang),
                Presence::Left => w::went(lang),
                Presence::Absent => w::absent(lang),
            };
            format!("{word} {}", clock(mark.at))
        })
        .collect();
    told.extend(row.and_then(|row| row.reason.as_ref()).map(|reason| w::because(lang, reason)));
    if let Some(excuse) = congress.excuses.get(&person.id) {
        let word = if excuse.accepted { w::accepted(lang) } else { w::not_accepted(lang) };
        told.push(format!("{word}: {}", excuse.ground));
    }
    if told.is_empty() { w::not_called(lang).to_owned() } else { told.join(" · ") }
}
