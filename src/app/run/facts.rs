//! The facts of the meeting and its sessions, entered and corrected while it is prepared or under way.

use crate::app::App;
use crate::app::form::{Choice, Form};
use crate::app::typed;
use crate::app::words::{Word, start as w};
use crate::domain::agenda::{Change as Agenda, Session, SessionKind};
use crate::domain::id::SessionId;
use crate::domain::meeting::{About, Change as Meetings, Founding, Kind, Meeting, Roster};
use crate::domain::{Change, Congress, Lang, Refusal, Regulation};
use chrono::NaiveDate;

const KINDS: [Kind; 4] = [Kind::Cell, Kind::Members, Kind::Delegates, Kind::Review];
const SESSION_KINDS: [SessionKind; 2] = [SessionKind::Official, SessionKind::Preparatory];

/// The word for a kind of session; a review meeting has but one.
pub fn session_word(kind: SessionKind, meeting: Kind) -> Word {
    match kind {
        SessionKind::Preparatory => w::preparatory,
        SessionKind::Official if meeting == Kind::Review => w::sitting,
        SessionKind::Official => w::official,
    }
}

fn kind_word(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Cell => w::kind_cell(lang),
        Kind::Members => w::members(lang),
        Kind::Delegates => w::delegates(lang),
        Kind::Review => w::review(lang),
    }
}

/// The place of a thing among others, as a form hands it on.
fn place_of<T: PartialEq>(among: &[T], wanted: &T) -> Option<u32> {
    among.iter().position(|one| one == wanted).and_then(|place| u32::try_from(place).ok())
}

fn picked<T: Copy>(form: &Form, row: usize, among: &[T]) -> Option<T> {
    form.choice(row).and_then(|place| among.get(usize::try_from(place).ok()?)).copied()
}

/// The form of the facts of the meeting.
pub(super) fn facts(app: &App) -> Form {
    let lang = app.lang();
    standing(app.congress.meeting(), lang).shared("facts", move |congress| Some(standing(congress.meeting(), lang)))
}

fn standing(meeting: &Meeting, lang: Lang) -> Form {
    let about = &meeting.about;
    let kinds = (0..).zip(KINDS).map(|(place, kind)| Choice::new(kind_word(kind, lang), place)).collect();
    let profiles = (0..).zip(Regulation::all()).map(|(place, profile)| Choice::new(profile.number, place)).collect();
    let profile = Regulation::all().iter().position(|profile| profile.number == meeting.regulation);
    let yes_no = vec![Choice::new(w::pilot_no(lang), 0), Choice::new(w::pilot_yes(lang), 1)];
    let extents = vec![Choice::new(w::complete(lang), 0), Choice::new(w::named_only(lang), 1)];
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Form::new(w::facts(lang), |congress: &Congress, form: &Form| corrected(congress.meeting(), form))
        .help(w::facts_help(lang))
        .pick(w::sort(lang), kinds, place_of(&KINDS, &meeting.kind))
        .line(w::unit(lang), &meeting.unit)
        .line(w::superior(lang), &meeting.superior)
        .line(w::locality(lang), &meeting.locality)
        .number(w::ordinal(lang), meeting.ordinal.map(u32::from))
        .only_where(is_congress)
        .line(w::term(lang), &typed::years(meeting.term))
        .line(w::venue(lang), &text(&meeting.venue))
        .pick(w::regulation(lang), profiles, profile.and_then(|place| u32::try_from(place).ok()))
        .line(w::theme(lang), &text(&about.theme))
        .line(w::previous_term(lang), &typed::years(about.previous_term))
        .line(w::outgoing(lang), &text(&about.outgoing))
        .lines(w::founded(lang), &about.founded.iter().map(founding_line).collect::<Vec<_>>().join("\n"))
        .pick(w::pilot(lang), yes_no, Some(u32::from(about.pilot)))
        .only_where(is_congress)
        .pick(w::extent(lang), extents, Some(u32::from(meeting.roster == Roster::NamedOnly)))
        .line(w::source(lang), &text(&about.source))
}

fn is_congress(form: &Form) -> bool {
    picked(form, 0, &KINDS) != Some(Kind::Review)
}

fn corrected(known: &Meeting, form: &Form) -> Result<Change, Refusal> {
    let profile = form.choice(7).and_then(|place| Regulation::all().get(usize::try_from(place).ok()?));
    Ok(Change::Meeting(Meetings::Corrected(Meeting {
        id: known.id,
        kind: picked(form, 0, &KINDS).unwrap_or(known.kind),
        unit: form.text(1),
        superior: form.text(2),
        locality: form.text(3),
        ordinal: form.count(4).map(|ordinal| u16::try_from(ordinal).unwrap_or(u16::MAX)),
        term: typed::term(&form.text(5))?,
        venue: form.filled(6),
        regulation: profile.map_or_else(|| known.regulation.clone(), |profile| profile.number.to_owned()),
        roster: if form.choice(13) == Some(1) { Roster::NamedOnly } else { Roster::Complete },
        open_points: known.open_points,
        about: About {
            theme: form.filled(8),
            previous_term: typed::term(&form.text(9))?,
            outgoing: form.filled(10),
            founded: form.text(11).lines().filter_map(founding).collect(),
            pilot: form.choice(12) == Some(1),
            source: form.filled(14),
            ..known.about.clone()
        },
    })))
}

/// A founding decision on one line: what; number; date.
fn founding_line(founding: &Founding) -> String {
    let parts = [Some(founding.what.clone()), founding.number.clone(), founding.date.clone()];
    match parts {
        [what, None, None] => what.unwrap_or_default(),
        parts => parts.map(Option::unwrap_or_default).join("; "),
    }
}

fn founding(line: &str) -> Option<Founding> {
    let mut parts = line.split(';').map(|part| Some(part.trim().to_owned()).filter(|part| !part.is_empty()));
    let what = parts.next().flatten()?;
    Some(Founding { what, number: parts.next().flatten(), date: parts.next().flatten() })
}

/// The form of the session shown, or of a new one.
pub(super) fn session(app: &App, known: Option<SessionId>) -> Form {
    let (lang, today) = (app.lang(), app.now().date());
    let form = called(&app.congress, known, (lang, today));
    match known {
        None => form.help(w::session_help(lang)),
        Some(session) => form.shared(format!("session {session}"), move |congress| {
            congress.sessions.get(&session).map(|_| called(congress, known, (lang, today)))
        }),
    }
}

fn called(congress: &Congress, known: Option<SessionId>, (lang, today): (Lang, NaiveDate)) -> Form {
    let session = known.and_then(|known| congress.sessions.get(&known));
    let title = if session.is_some() { w::session_edit(lang) } else { w::session_new(lang) };
    let meeting = congress.meeting().kind;
    let kinds = SESSION_KINDS.map(|kind| session_word(kind, meeting)(lang));
    let kinds = (0..).zip(kinds).map(|(place, word)| Choice::new(word, place)).collect();
    let last = congress.sessions_in_order().last().map(|session| session.date);
    let day = session.map(|session| session.date).or(last).unwrap_or(today);
    let kind = session.map(|session| session.kind).unwrap_or_default();
    let hour = session.map_or_else(String::new, typed::beginning);
    Form::new(title, move |congress: &Congress, form: &Form| {
        let (starts, part_of_day) = typed::hour_or_part(&form.text(2))?;
        let date = typed::day_needed(&form.text(1))?;
        Ok(Change::Agenda(Agenda::SessionCalled(Session {
            id: known.unwrap_or_else(|| congress.sessions.next_id()),
            kind: picked(form, 0, &SESSION_KINDS).unwrap_or_default(),
            date,
            starts,
            part_of_day,
            opened_at: None,
            closed_at: None,
        })))
    })
    .pick(w::session_kind(lang), kinds, place_of(&SESSION_KINDS, &kind))
    .line(w::day(lang), &crate::domain::figures::date(day))
    .line(w::hour(lang), &hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_founding_decision_stands_on_one_line() {
        for line in ["Chi bộ; 13-QĐ/ĐU; 15/5/2014", "Chi bộ", "Chi bộ; ; 14/5/2021"] {
            assert_eq!(founding_line(&founding(line).unwrap()), line);
        }
        assert_eq!(founding(" ; 12"), None);
    }
}
