//! Whom the roll lists, in which order, and where its cursor is. The roster is ordered and folded once, not at every key.

use super::{Filter, Pane};
use crate::app::{App, people};
use crate::domain::Congress;
use crate::domain::agenda::Session;
use crate::domain::attendance::Presence;
use crate::domain::fold::{Fit, Needle, fold};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::people::{Person, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// The roster by given name, ready for finding.
#[derive(Debug, Default)]
pub(super) struct Order {
    listed: Vec<Listed>,
    /// The units in the order in which the roster names them.
    pub(super) units: Vec<String>,
}

/// Somebody on the roster.
#[derive(Debug)]
struct Listed {
    id: PersonId,
    /// The whole name without marks.
    name: String,
    /// Where the given name begins in it.
    given: usize,
    /// The name without its spaces, which are a command here: `vanan` finds Nguyễn Văn An.
    joined: String,
    /// The first letters of its words: `nva`.
    initials: String,
}

impl Order {
    pub(super) fn of(congress: &Congress) -> Self {
        let listed = people::in_order(congress).into_iter().map(|person| {
            let name = fold(person.name.trim());
            let given = name.rfind(' ').map_or(0, |space| space + 1);
            let initials = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            let joined = name.split_whitespace().collect();
            Listed { id: person.id, name, given, joined, initials }
        });
        let mut order = Self { listed: listed.collect(), units: Vec::new() };
        for unit in congress.people.iter().filter_map(|person| person.unit.as_ref()) {
            if !order.units.contains(unit) {
                order.units.push(unit.clone());
            }
        }
        order
    }

    fn place(&self, person: PersonId) -> Option<usize> {
        self.listed.iter().position(|listed| listed.id == person)
    }

    /// How many of these rows, which are in order, come before a place.
    fn before(&self, place: usize, rows: &[&Person]) -> usize {
        self.listed.iter().take(place).fold(0, |row, listed| {
            let here = rows.get(row).is_some_and(|person| person.id == listed.id);
            row + usize::from(here)
        })
    }
}

impl Listed {
    /// How well a query fits: the number or the given name first, then the beginning of a word or the initials, then
    /// anything inside.
    fn fit(&self, query: &Query) -> Option<u8> {
        let given = self.name.get(self.given..).unwrap_or_default();
        if query.number == Some(self.id.0) || query.needle.finds(given) == Some(Fit::WordStart) {
            return Some(0);
        }
        match query.needle.finds(&self.name) {
            Some(Fit::WordStart) => Some(1),
            _ if self.initials == query.folded => Some(1),
            Some(Fit::Inside) => Some(2),
            None => self.joined.contains(&query.folded).then_some(2),
        }
    }
}

/// What was typed to find somebody.
struct Query {
    needle: Needle,
    folded: String,
    number: Option<u32>,
}

impl Query {
    fn new(text: &str) -> Self {
        Self { needle: Needle::new(text), folded: fold(text.trim()), number: text.trim().parse().ok() }
    }
}

/// The session that marks belong to: the one that sits.
pub fn session(congress: &Congress) -> Option<&Session> {
    congress.session_now()
}

/// The units or delegations, in the order of the roster.
pub fn units(app: &App) -> &[String] {
    &app.on.roll.order.units
}

/// Those summoned and not called yet.
pub(super) fn uncalled(congress: &Congress, session: SessionId) -> impl Iterator<Item = &Person> {
    congress.summoned_to(session).filter(move |person| congress.attendance_of(session, person.id).is_none())
}

/// Whether the unit that is listed holds a person.
pub(super) fn in_unit(unit: Option<&String>, person: &Person) -> bool {
    unit.is_none_or(|unit| person.unit.as_ref() == Some(unit))
}

/// The people listed, in order: while something is typed the best fit first, else by given name.
pub fn rows(app: &App) -> Vec<&Person> {
    let state = &app.on.roll;
    let people = &app.congress.people;
    let shown = state.order.listed.iter().filter_map(|listed| Some((listed, people.get(&listed.id)?)));
    let session = session(&app.congress).map(|session| session.id);
    let unseated = session.map(|session| app.congress.unseated(session)).unwrap_or_default();
    let shown = shown.filter(|(_, person)| is_shown(app, (session, &unseated), person));
    if state.query.is_empty() {
        return shown.map(|(_, person)| person).collect();
    }
    let query = Query::new(state.query.text());
    let shown: Vec<(&Listed, &Person)> = shown.collect();
    let fitting = shown.iter().filter_map(|(listed, person)| Some((listed.fit(&query)?, *person)));
    let mut found: Vec<(u8, &Person)> = fitting.collect();
    if found.is_empty() {
        // nobody is called that: a delegation may be
        let units: BTreeSet<&String> =
            state.order.units.iter().filter(|unit| query.needle.finds(&fold(unit)).is_some()).collect();
        let in_units = |person: &Person| person.unit.as_ref().is_some_and(|unit| units.contains(unit));
        return shown.into_iter().map(|(_, person)| person).filter(|person| in_units(person)).collect();
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, person)| person).collect()
}

/// Whether what was typed finds nobody by name or number, and those listed by their unit.
pub(super) fn by_unit(app: &App) -> bool {
    let query = Query::new(app.on.roll.query.text());
    !app.on.roll.query.is_empty() && !app.on.roll.order.listed.iter().any(|listed| listed.fit(&query).is_some())
}

/// Whether filter and unit show a person.
fn is_shown(app: &App, (session, unseated): (Option<SessionId>, &BTreeSet<PersonId>), person: &Person) -> bool {
    let state = &app.on.roll;
    let row = || session.and_then(|session| app.congress.attendance_of(session, person.id));
    let is = |presence| row().is_some_and(|row| row.presence == presence);
    let filter = if state.pane == Pane::Calling { Filter::Uncalled } else { state.filter };
    let shown = match filter {
        Filter::Everybody => true,
        Filter::Uncalled => person.is_summoned() && !unseated.contains(&person.id) && row().is_none(),
        Filter::Absent => is(Presence::Absent),
        Filter::Left => is(Presence::Left),
    };
    shown && in_unit(state.unit.as_ref(), person)
}

/// The row under the cursor. Where the person it was put on is no longer listed, the next in order.
pub fn cursor(app: &App, rows: &[&Person]) -> Option<usize> {
    let state = &app.on.roll;
    let typed = !state.query.is_empty();
    let last = rows.len().checked_sub(1)?;
    let Some(person) = state.person.filter(|_| !typed || state.looked == state.query.text()) else { return Some(0) };
    if let Some(row) = rows.iter().position(|row| row.id == person) {
        return Some(row);
    }
    let place = state.order.place(person).filter(|_| !typed)?;
    let after = state.order.before(place, rows);
    let wrapped = if state.pane == Pane::Calling { 0 } else { last };
    Some(if after > last { wrapped } else { after })
}

/// The person under the cursor.
pub fn selected(app: &App) -> Option<&Person> {
    let rows = rows(app);
    let row = cursor(app, &rows)?;
    rows.get(row).copied()
}

/// The person whose name is called.
pub fn called(app: &App) -> Option<&Person> {
    selected(app)
}

/// Puts the cursor on a person, as long as nothing else is typed.
pub(super) fn stay_on(app: &mut App, person: PersonId) {
    app.on.roll.person = Some(person);
    app.on.roll.looked = app.on.roll.query.text().to_owned();
}

pub(super) fn step(app: &mut App, by: isize) {
    if app.on.roll.pane == Pane::Guests {
        super::guests::step(app, by);
        return;
    }
    let rows = rows(app);
    let (Some(row), Some(last)) = (cursor(app, &rows), rows.len().checked_sub(1)) else { return };
    let to = match row.saturating_add_signed(by) {
        // whoever is passed over while names are called comes round again
        to if to > last && app.on.roll.pane == Pane::Calling => 0,
        to => to.min(last),
    };
    if let Some(person) = rows.get(to).map(|person| person.id) {
        stay_on(app, person);
    }
}

pub(super) fn step_unit(app: &mut App, by: isize) {
    let state = &mut app.on.roll;
    let units = &state.order.units;
    // place 0 is "all units"
    let now = state.unit.as_ref().and_then(|unit| units.iter().position(|other| other == unit));
    let now = now.map_or(0, |place| place + 1);
    let count = units.len() + 1;
    let to = if by < 0 { (now + count - 1) % count } else { (now + 1) % count };
    state.unit = to.checked_sub(1).and_then(|place| units.get(place).cloned());
}

pub(super) fn toggle(app: &mut App, pane: Pane) {
    let state = &mut app.on.roll;
    state.query.take();
    state.looked.clear();
    if pane == Pane::Calling {
        // a roll call begins with the first name, wherever the cursor was
        state.person = None;
    }
    state.pane = if state.pane == pane { Pane::Roster } else { pane };
}

/// Drops what was typed and keeps the cursor on who was found; with nothing typed, drops the filters or the pane.
pub(super) fn clear(app: &mut App) {
    if app.on.roll.query.is_empty() {
        match app.on.roll.pane {
            Pane::Roster | Pane::Preview => {
                app.on.roll.filter = Filter::Everybody;
                app.on.roll.unit = None;
            }
            Pane::Calling | Pane::Guests => app.on.roll.pane = Pane::Roster,
        }
        return;
    }
    let found = selected(app).map(|person| person.id).filter(|_| app.on.roll.pane != Pane::Guests);
    app.on.roll.person = found.or(app.on.roll.person);
    app.on.roll.query.take();
    app.on.roll.looked.clear();
}

/// Counts of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The unit; empty for those without one.
    pub unit: String,
    /// Summoned.
    pub summoned: u32,
    /// Present.
    pub present: u32,
}

/// How many came after the session had opened.
pub fn late(congress: &Congress) -> u32 {
    let Some(session) = session(congress) else { return 0 };
    let late = congress.roll_of(session.id).filter(|row| row.marks.iter().any(|mark| mark.late)).count();
    u32::try_from(late).unwrap_or(u32::MAX)
}

/// The counts of each unit, in the order of the roster.
pub fn tally(app: &App) -> Vec<Tally> {
    let congress = &app.congress;
    let session = session(congress).map(|session| session.id);
    let mut tallies: Vec<Tally> =
        units(app).iter().map(|unit| Tally { unit: unit.clone(), ..Tally::default() }).collect();
    let places: BTreeMap<&str, usize> = (0..).zip(units(app)).map(|(place, unit)| (unit.as_str(), place)).collect();
    let unseated = session.map(|session| congress.unseated(session)).unwrap_or_default();
    for person in congress.people.iter().filter(|person| !unseated.contains(&person.id)) {
        let place = places.get(person.unit.as_deref().unwrap_or_default());
        let Some(tally) = place.and_then(|place| tallies.get_mut(*place)) else { continue };
        let row = session.and_then(|session| congress.attendance_of(session, person.id));
        let here = row.is_some_and(|row| row.presence == Presence::Present);
        // as the hall counts: who is exempted is counted when they come
        let summoned = person.is_summoned() || (here && person.standing == Standing::Exempted);
        tally.summoned += u32::from(summoned);
        tally.present += u32::from(here && summoned);
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Seat;
    use crate::domain::{Change, Entry, Lang, Who};
    use chrono::DateTime;
    use serde_json::json;

    #[test]
    fn what_others_record_orders_the_roster_anew_only_where_it_changes() {
        let change = |value| serde_json::from_value::<Change>(value).unwrap();
        let enrolled = |name: &str| change(json!({"people": {"enrolled": {"people": [{"id": 1, "name": name}]}}}));
        let at = DateTime::parse_from_rfc3339("2026-01-12T08:05:00+07:00").unwrap();
        let seat = Seat { who: Who::default(), lang: Lang::Vi, now: at.naive_local() };
        let mut app = App::new(Congress::default(), seat, Vec::new());
        let mut followed = |number, change: Change| {
            app.congress.apply(&change);
            app.followed(vec![Entry { number, at, who: Who::default(), change }]);
            let listed = &app.on.roll.order.listed;
            (listed.as_ptr(), listed.iter().map(|listed| listed.name.clone()).collect::<Vec<_>>())
        };
        let (ordered, names) = followed(1, enrolled("Trần Thị Bích"));
        assert_eq!(names, ["tran thi bich"]);
        let note = change(json!({"notes": {"written": {"id": 1, "at": "2026-01-12T08:05:00", "text": "ghi"}}}));
        assert_eq!(followed(2, note).0, ordered, "the same list in the same place");
        assert_eq!(followed(3, enrolled("Trần Thị Bình")).1, ["tran thi binh"]);
    }
}
