//! THE table of keys. Dispatch, footer, help, palette and the README's table read it and nothing else.

use super::action::{Action, Screen};
use super::key::Key;
use super::words::{self, Word, frame, practice as practice_words};
use super::{
    App, chair, desk, elections, floor, head, journal, minutes, practice, projector, roll, run, seat, start, votes,
};

/// Where a row of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// On every screen, unless the screen has a row of its own.
    Everywhere,
    /// While a note is being typed.
    Note,
    /// On one screen.
    On(Screen),
    /// While names are called (on the roll).
    Calling,
    /// Among the guests (on the roll).
    Guests,
    /// Among the bundles of a count.
    Bundles,
    /// While papers are looked at one by one.
    Review,
    /// While the reason of a decision on a paper is asked.
    Reasons,
    /// In the preview of a roster (on the roll).
    Preview,
    /// While ballots are keyed.
    Keying,
    /// While the texts of a speech are written.
    Writing,
    /// In the trainer, while no ballot lies on the pad.
    Practice,
}

impl Place {
    /// Whether the counting committee works there: a note half typed waits, and letters are none.
    pub fn is_desk(self) -> bool {
        matches!(self, Self::Bundles | Self::Review | Self::Reasons | Self::Keying | Self::Practice)
    }
}

/// Says whether a row applies now, or why not.
pub type When = fn(&App) -> Result<(), Word>;

/// A row of the table.
pub struct Binding {
    /// Where it holds.
    pub place: Place,
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
    /// The word in the footer.
    pub hint: Word,
    /// When it applies.
    pub when: When,
}

impl Binding {
    /// A row.
    pub const fn new(place: Place, key: Key, action: Action, hint: Word, when: When) -> Self {
        Self { place, key, action, hint, when }
    }
}

/// A row that always applies.
pub fn always(_: &App) -> Result<(), Word> {
    Ok(())
}

/// The program has more than the trainer to offer: it was not opened alone.
fn not_alone(app: &App) -> Result<(), Word> {
    let alone = app.practice.as_ref().is_some_and(|practice| practice.opened == practice::Opened::Alone);
    if alone { Err(practice_words::only_practice) } else { Ok(()) }
}

/// A row that applies once a congress is open: neither on the start screen nor in the trainer alone.
fn opened(app: &App) -> Result<(), Word> {
    if app.screen == Screen::Start { Err(words::start::no_congress) } else { not_alone(app) }
}

/// Nobody practises: what concerns the congress is done with the congress in sight.
fn not_practising(app: &App) -> Result<(), Word> {
    opened(app)?;
    if app.practice.is_some() { Err(practice_words::leave_first) } else { Ok(()) }
}

/// The seat is not the one the program was opened with for good.
fn may_move(app: &App) -> Result<(), Word> {
    not_practising(app)?;
    if app.seating == super::Seating::Fixed { Err(frame::seat_fixed) } else { Ok(()) }
}

/// The screen is one that this seat may look at.
fn sees(app: &App, screen: Screen) -> Result<(), Word> {
    opened(app)?;
    let own = seat::screens(app.seat.who.role).iter().any(|(_, of)| *of == screen);
    if own { Ok(()) } else { Err(words::seats::not_this_seat) }
}

fn sees_roll(app: &App) -> Result<(), Word> {
    sees(app, Screen::Roll)
}

fn sees_floor(app: &App) -> Result<(), Word> {
    sees(app, Screen::Floor)
}

fn sees_votes(app: &App) -> Result<(), Word> {
    sees(app, Screen::Votes)
}

fn sees_elections(app: &App) -> Result<(), Word> {
    sees(app, Screen::Elections)
}

fn sees_minutes(app: &App) -> Result<(), Word> {
    sees(app, Screen::Minutes)
}

fn sees_journal(app: &App) -> Result<(), Word> {
    sees(app, Screen::Journal)
}

fn may_hold(app: &App) -> Result<(), Word> {
    not_practising(app)?;
    chair::may_hold(app)
}

fn undoable(app: &App) -> Result<(), Word> {
    not_practising(app)?;
    app.last_own_change().map(drop).ok_or(frame::nothing_to_undo)
}

const EVERYWHERE: &[Binding] = &[
    Binding::new(Place::Everywhere, Key::F(1), Action::Help, frame::help, always),
    Binding::new(Place::Everywhere, Key::F(2), Action::Go(Screen::Run), frame::run, opened),
    Binding::new(Place::Everywhere, Key::F(3), Action::Go(Screen::Roll), frame::roll, sees_roll),
    Binding::new(Place::Everywhere, Key::F(4), Action::Go(Screen::Floor), frame::floor, sees_floor),
    Binding::new(Place::Everywhere, Key::F(5), Action::Go(Screen::Votes), frame::votes, sees_votes),
    Binding::new(Place::Everywhere, Key::F(6), Action::Go(Screen::Elections), frame::elections, sees_elections),
    Binding::new(Place::Everywhere, Key::F(7), Action::Go(Screen::Minutes), frame::minutes, sees_minutes),
    Binding::new(Place::Everywhere, Key::F(8), Action::Go(Screen::Journal), frame::journal, sees_journal),
    Binding::new(Place::Everywhere, Key::F(9), Action::ChooseRole, frame::roles, may_move),
    Binding::new(Place::Everywhere, Key::F(10), Action::Menu, frame::menu, not_alone),
    Binding::new(Place::Everywhere, Key::Ctrl('k'), Action::Palette, frame::palette, not_alone),
    Binding::new(Place::Everywhere, Key::Ctrl('z'), Action::Undo, frame::undo, undoable),
    Binding::new(Place::Everywhere, Key::F(12), Action::HoldScreen, words::seats::hold_screen, may_hold),
    Binding::new(
        Place::Everywhere,
        Key::Ctrl('p'),
        Action::Practice(practice::Action::Begin),
        practice_words::practice,
        not_practising,
    ),
    Binding::new(Place::Everywhere, Key::Ctrl('l'), Action::SwitchLanguage, frame::language, always),
    Binding::new(Place::Everywhere, Key::Ctrl('q'), Action::Leave, frame::quit, always),
    Binding::new(Place::Note, Key::Enter, Action::WriteNote, frame::write_note, always),
    Binding::new(Place::Note, Key::Esc, Action::DropNote, frame::clear_note, always),
];

/// The whole table.
pub fn table() -> impl Iterator<Item = &'static Binding> {
    let screens = [
        run::BINDINGS,
        roll::BINDINGS,
        roll::preview::BINDINGS,
        floor::BINDINGS,
        votes::BINDINGS,
        elections::BINDINGS,
        minutes::BINDINGS,
        journal::BINDINGS,
        start::BINDINGS,
        practice::BINDINGS,
        chair::BINDINGS,
        head::BINDINGS,
        desk::BINDINGS,
        projector::BINDINGS,
        EVERYWHERE,
    ];
    screens.into_iter().flatten()
}

/// The rows of a place.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Binding> {
    table().filter(move |binding| binding.place == place)
}

/// The row a key means in a place: its own, or the one that holds everywhere.
pub fn find(place: Place, key: Key) -> Option<&'static Binding> {
    let of = |wanted: Place| rows(wanted).find(|binding| binding.key == key);
    // the hall's screen has its own rows and no other
    of(place).or_else(|| of(Place::Everywhere).filter(|_| place != Place::On(Screen::Hall)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_key_stands_twice_in_one_place() {
        let mut seen = BTreeSet::new();
        for binding in table() {
            assert!(seen.insert((binding.place, binding.key)), "{:?} {} stands twice", binding.place, binding.key);
        }
    }

    #[test]
    fn backspace_and_bare_letters_command_nothing() {
        for binding in table() {
            assert_ne!(binding.key, Key::Ctrl('h'), "Ctrl-H is Backspace");
            let letter = matches!(binding.key, Key::Char(c) if c.is_alphabetic());
            assert!(!letter, "an input method changes the bare letter {}", binding.key);
        }
    }
}
