//! The keys of the elections screen and of the pad: rows of the one table, and why a row does not apply.

use super::super::App;
use super::super::action::{Action as Any, Screen};
use super::super::key::Key;
use super::super::keymap::{Binding, Place, When, always};
use super::super::words::{Word, elections as w};
use super::pad::Tap;
use super::{Action, selected};
use crate::domain::election::result;

const HERE: Place = Place::On(Screen::Elections);

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(HERE, key, Any::Elections(action), hint, when)
}

const fn pad_row(key: Key, tap: Tap, hint: Word) -> Binding {
    Binding::new(Place::Keying, key, Any::Elections(Action::Tap(tap)), hint, always)
}

const fn off(key: Key) -> Binding {
    Binding::new(Place::Keying, key, Any::Elections(Action::NumLockOff), w::num_lock, always)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Go, w::go, always),
    row(Key::Up, Action::Up, w::up, has_election),
    row(Key::Down, Action::Down, w::down, has_election),
    row(Key::Insert, Action::Call, w::call, always),
    row(Key::Ctrl('n'), Action::Call, w::call, always),
    row(Key::Char('+'), Action::Nominate, w::hint_nominate, list_open),
    row(Key::Char('*'), Action::FromFloor, w::from_floor, list_open),
    row(Key::Char('-'), Action::Withdraw, w::withdraw, has_list),
    row(Key::Char('/'), Action::Decide, w::decide, has_election),
    row(Key::Ctrl('r'), Action::State, w::state, has_election),
    row(Key::Ctrl('e'), Action::Correct, w::correct, has_election),
    row(Key::PageDown, Action::PageDown, w::scroll, has_election),
    row(Key::PageUp, Action::PageUp, w::scroll, has_election),
    row(Key::Left, Action::RoundBefore, w::other_round, several_rounds),
    row(Key::Right, Action::RoundAfter, w::other_round, several_rounds),
    pad_row(Key::Char('0'), Tap::Digit(0), w::pad_number),
    pad_row(Key::Char('1'), Tap::Digit(1), w::pad_number),
    pad_row(Key::Char('2'), Tap::Digit(2), w::pad_number),
    pad_row(Key::Char('3'), Tap::Digit(3), w::pad_number),
    pad_row(Key::Char('4'), Tap::Digit(4), w::pad_number),
    pad_row(Key::Char('5'), Tap::Digit(5), w::pad_number),
    pad_row(Key::Char('6'), Tap::Digit(6), w::pad_number),
    pad_row(Key::Char('7'), Tap::Digit(7), w::pad_number),
    pad_row(Key::Char('8'), Tap::Digit(8), w::pad_number),
    pad_row(Key::Char('9'), Tap::Digit(9), w::pad_number),
    pad_row(Key::Enter, Tap::Close, w::pad_close),
    pad_row(Key::Char('-'), Tap::TakeBack, w::pad_back),
    pad_row(Key::Char('+'), Tap::Invert, w::pad_invert),
    pad_row(Key::Char('*'), Tap::Times, w::pad_times),
    pad_row(Key::Char('/'), Tap::Defect, w::pad_defect),
    pad_row(Key::Char('.'), Tap::Aside, w::pad_aside),
    pad_row(Key::Esc, Tap::Leave, w::pad_leave),
    pad_row(Key::Backspace, Tap::Erase, w::pad_erase),
    off(Key::Up),
    off(Key::Down),
    off(Key::Left),
    off(Key::Right),
    off(Key::Home),
    off(Key::End),
    off(Key::PageUp),
    off(Key::PageDown),
    off(Key::Insert),
    off(Key::Delete),
];

fn has_election(app: &App) -> Result<(), Word> {
    selected(app).map(drop).ok_or(w::no_election_yet)
}

fn list_open(app: &App) -> Result<(), Word> {
    let election = selected(app).ok_or(w::no_election_yet as Word)?;
    let voted = election.list_by.is_some() && !result::may_add_names(&app.congress, election);
    if voted { Err(w::list_voted) } else { Ok(()) }
}

fn has_list(app: &App) -> Result<(), Word> {
    list_open(app)?;
    let election = selected(app).ok_or(w::no_election_yet as Word)?;
    if app.congress.list(election.id).is_empty() { Err(w::nobody_on_list) } else { Ok(()) }
}

fn several_rounds(app: &App) -> Result<(), Word> {
    let rounds = selected(app).map_or(0, |election| app.congress.rounds_of(election.id).count());
    if rounds > 1 { Ok(()) } else { Err(w::one_round) }
}
