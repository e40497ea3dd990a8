//! The keys of the roll: on the roster, while names are called, on the guests.

use super::Action;
use crate::app::App;
use crate::app::action::{Action as Any, Screen};
use crate::app::key::Key;
use crate::app::keymap::{Binding, Place, When, always};
use crate::app::words::preview::import;
use crate::app::words::{Word, roll as w};

const HERE: Place = Place::On(Screen::Roll);
/// How many rows a page is.
const PAGE: isize = 10;

const fn row(place: Place, key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(place, key, Any::Roll(action), hint, when)
}

const fn here(key: Key, action: Action, hint: Word) -> Binding {
    row(HERE, key, action, hint, has_people)
}

const fn calling(key: Key, action: Action, hint: Word) -> Binding {
    row(Place::Calling, key, action, hint, always)
}

const fn guests(key: Key, action: Action, hint: Word) -> Binding {
    row(Place::Guests, key, action, hint, has_guests)
}

/// Its keys, those used most first.
pub const BINDINGS: &[Binding] = &[
    here(Key::Char(' '), Action::MarkPresent, w::present),
    here(Key::Char('-'), Action::MarkAbsent, w::absent),
    here(Key::Char('*'), Action::AskReason, w::with_reason),
    here(Key::Char('/'), Action::MarkLeft, w::went),
    here(Key::Enter, Action::Record, w::record),
    here(Key::Tab, Action::NextFilter, w::filter),
    here(Key::Ctrl('r'), Action::Call, w::call),
    here(Key::Char('.'), Action::AskExcuse, w::excuse),
    row(HERE, Key::Ctrl('g'), Action::Guests, w::guests, always),
    row(HERE, Key::Right, Action::NextUnit, w::unit, has_units),
    row(HERE, Key::Left, Action::PreviousUnit, w::unit_before, has_units),
    here(Key::Ctrl('a'), Action::AskEverybody, w::everybody),
    row(HERE, Key::Insert, Action::AddPerson, w::add, always),
    row(HERE, Key::Ctrl('n'), Action::AddPerson, w::add, always),
    here(Key::Ctrl('e'), Action::EditPerson, w::edit),
    row(HERE, Key::Ctrl('o'), Action::Import, import, always),
    row(HERE, Key::Ctrl('t'), Action::Figures, w::figures, always),
    row(HERE, Key::Esc, Action::Clear, w::clear, narrowed),
    here(Key::Up, Action::Move(-1), w::up),
    here(Key::Down, Action::Move(1), w::down),
    here(Key::PageUp, Action::Move(-PAGE), w::page_up),
    here(Key::PageDown, Action::Move(PAGE), w::page_down),
    here(Key::Home, Action::First, w::first),
    here(Key::End, Action::Last, w::last),
    calling(Key::Enter, Action::MarkPresent, w::present),
    calling(Key::Char('-'), Action::MarkAbsent, w::absent),
    calling(Key::Char('*'), Action::AskReason, w::with_reason),
    calling(Key::Down, Action::Move(1), w::call_later),
    calling(Key::Up, Action::Move(-1), w::up),
    calling(Key::Right, Action::Move(1), w::call_later),
    calling(Key::Esc, Action::Clear, w::stop),
    calling(Key::Left, Action::Move(-1), w::up),
    calling(Key::Char(' '), Action::MarkPresent, w::present),
    calling(Key::Ctrl('r'), Action::Call, w::stop),
    guests(Key::Char(' '), Action::GuestCame, w::came),
    guests(Key::Enter, Action::GuestCameOrEdit, w::came_or_edit),
    row(Place::Guests, Key::Insert, Action::AddGuest, w::add_guest, always),
    row(Place::Guests, Key::Ctrl('n'), Action::AddGuest, w::add_guest, always),
    guests(Key::Ctrl('e'), Action::EditGuest, w::edit),
    row(Place::Guests, Key::Char('*'), Action::Give, w::give, always),
    row(Place::Guests, Key::Ctrl('g'), Action::Guests, w::roster, always),
    row(Place::Guests, Key::Esc, Action::Clear, w::roster, always),
    guests(Key::Up, Action::Move(-1), w::up),
    guests(Key::Down, Action::Move(1), w::down),
    guests(Key::PageUp, Action::Move(-PAGE), w::page_up),
    guests(Key::PageDown, Action::Move(PAGE), w::page_down),
    guests(Key::Home, Action::First, w::first),
    guests(Key::End, Action::Last, w::last),
];

fn has_people(app: &App) -> Result<(), Word> {
    if app.congress.people.is_empty() { Err(w::nobody_listed) } else { Ok(()) }
}

fn has_guests(app: &App) -> Result<(), Word> {
    if app.congress.guests.is_empty() { Err(w::no_guests) } else { Ok(()) }
}

fn has_units(app: &App) -> Result<(), Word> {
    if super::units(app).len() > 1 { Ok(()) } else { Err(w::one_unit) }
}

fn narrowed(app: &App) -> Result<(), Word> {
    let state = &app.on.roll;
    let whole = state.query.is_empty() && state.unit.is_none() && state.filter == super::Filter::Everybody;
    if whole { Err(w::not_narrowed) } else { Ok(()) }
}
