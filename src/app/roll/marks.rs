//! What one key records: present or back, absent, left, everybody at once.

use super::list::{in_unit, selected, stay_on, uncalled as uncalled_now};
use super::{Pane, list};
use crate::app::App;
use crate::app::dialog::{Confirm, Dialog};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::words::roll as w;
use crate::domain::attendance::Change as Attendance;
use crate::domain::attendance::Presence;
use crate::domain::fold::{fold, goes_on};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Refusal};
use chrono::NaiveDateTime;

/// The session that sits, or the refusal that there is none.
pub(super) fn sitting(congress: &Congress) -> Result<SessionId, Refusal> {
    let session = list::session(congress).map(|session| session.id);
    session.ok_or(Refusal::Unknown { what: Noun::Session, number: 1 })
}

/// The person under the cursor, where the cursor stays; says so when nobody is found.
pub(super) fn take(app: &mut App) -> Option<PersonId> {
    let person = selected(app).map(|person| person.id);
    match person {
        Some(person) => stay_on(app, person),
        None if app.on.roll.pane == Pane::Calling => app.on.roll.pane = Pane::Roster,
        None => app.said = Some(w::nobody_found(app.lang()).to_owned()),
    }
    person
}

fn mark(app: &mut App, making: impl Fn(&Congress, SessionId, PersonId) -> Attendance + 'static) -> Vec<Effect> {
    let Some(person) = take(app) else { return Vec::new() };
    Effect::record(move |congress| Ok(Change::Attendance(making(congress, sitting(congress)?, person))))
}

/// The clock, or the last mark of a person where the clock was put back behind it: nobody goes before they came.
fn not_before_last(congress: &Congress, key: (SessionId, PersonId), clock: NaiveDateTime) -> NaiveDateTime {
    let last = congress.attendance_of(key.0, key.1).and_then(|row| row.marks.last());
    last.map_or(clock, |last| clock.max(last.at))
}

/// Marks who is under the cursor – but while a typed text still fits several, Space is the space between two words of a
/// name or a unit: «nguyen van» must not mark the first Nguyễn, nor «giang vo» somebody called Giang.
pub(super) fn present(app: &mut App) -> Vec<Effect> {
    let mut names: Vec<String> = list::rows(app).into_iter().map(|person| fold(&person.name)).collect();
    let found = names.len();
    // a unit is found by its words too, and of all its people a space means nobody yet
    names.extend(list::units(app).iter().map(|unit| fold(unit)));
    let whole_unit = found > 1 && list::by_unit(app);
    let state = &mut app.on.roll;
    let typing = state.pane == Pane::Roster && state.looked != state.query.text();
    let open = whole_unit && !state.query.text().ends_with(' ');
    if typing && (open || goes_on(state.query.text(), names.iter().map(String::as_str))) {
        state.query.key(Key::Char(' '));
        app.said = Some(w::several_fit(app.lang(), found));
        return Vec::new();
    }
    let at = app.now();
    mark(app, move |congress, session, person| {
        let at = not_before_last(congress, (session, person), at);
        Attendance::Arrived { session, people: vec![person], at }
    })
}

/// Marks who is under the cursor absent; of somebody recorded present it asks whether that was a slip.
pub(super) fn absent(app: &mut App) -> Vec<Effect> {
    let (lang, at) = (app.lang(), app.now());
    let Some(here) = selected(app).filter(|person| is_present(&app.congress, person.id)) else {
        return mark(app, move |_, session, person| Attendance::MarkedAbsent { session, person, at, reason: None });
    };
    let (person, text) = (here.id, w::slip_text(lang, &here.name));
    stay_on(app, person);
    app.dialog = Some(Dialog::Confirm(Confirm::new(
        w::slip(lang),
        vec![text, w::slip_note(lang).to_owned()],
        Effect::record(move |congress| {
            let session = sitting(congress)?;
            Ok(Change::Attendance(Attendance::NeverCame { session, person, at, reason: None }))
        }),
    )));
    Vec::new()
}

/// Whether a person is recorded present in the session that sits.
pub(super) fn is_present(congress: &Congress, person: PersonId) -> bool {
    congress.presence(person) == Some(Presence::Present)
}

pub(super) fn left(app: &mut App) -> Vec<Effect> {
    let at = app.now();
    mark(app, move |congress, session, person| {
        let at = not_before_last(congress, (session, person), at);
        Attendance::Left { session, person, at }
    })
}

fn uncalled(congress: &Congress, unit: Option<&String>) -> Result<Vec<PersonId>, Refusal> {
    let session = sitting(congress)?;
    let of_unit = uncalled_now(congress, session).filter(|person| in_unit(unit, person));
    Ok(of_unit.map(|person| person.id).collect())
}

pub(super) fn ask_everybody(app: &mut App) -> Vec<Effect> {
    let (lang, at, unit) = (app.lang(), app.now(), app.on.roll.unit.clone());
    let count = uncalled(&app.congress, unit.as_ref()).map_or(0, |people| people.len());
    if count == 0 {
        app.said = Some(w::nobody_uncalled(lang).to_owned());
        return vec![Effect::Bell];
    }
    let of = unit.as_deref().unwrap_or(w::all_units(lang)).to_owned();
    app.dialog = Some(Dialog::Confirm(Confirm::new(
        w::everybody(lang),
        vec![w::everybody_text(lang, count, &of), w::everybody_note(lang).to_owned()],
        Effect::record(move |congress| {
            let (session, people) = (sitting(congress)?, uncalled(congress, unit.as_ref())?);
            Ok(Change::Attendance(Attendance::Arrived { session, people, at }))
        }),
    )));
    Vec::new()
}

/// Those absent throughout with a reason that nobody has decided on.
pub(super) fn undecided(congress: &Congress) -> impl Iterator<Item = PersonId> {
    let session = list::session(congress).map(|session| session.id);
    congress.attendance.iter().filter_map(move |row| {
        let open = Some(row.session) == session && row.reason.is_some();
        let undecided = open && congress.excuses.get(&row.person).is_none() && congress.absent_throughout(row.person);
        undecided.then_some(row.person)
    })
}
