//! The hall's screen (màn hình hội trường): what is shown of the congress, from the congress alone. It takes no key, and nothing that is
//! not announced is on it: how far the count is, never what was counted.

use super::App;
use super::action::{Action as Any, Screen};
use super::effect::Effect;
use super::head::counting;
use super::key::Key;
use super::keymap::{Binding, Place, When, always};
use super::run::later;
use super::words::{Word, seats as w};
use crate::domain::agenda::{Item, ItemKind};
use crate::domain::election::Round;
use crate::domain::floor::Speech;
use crate::domain::{Congress, Who};
use chrono::{NaiveDateTime, TimeDelta};

/// How long an announced result stays while nothing else is to be seen.
const RESULT_STAYS: TimeDelta = TimeDelta::minutes(15);
/// Between two presses of the key that leaves.
const TWICE: TimeDelta = TimeDelta::seconds(3);

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// When the key that leaves was pressed once.
    leaving: Option<NaiveDateTime>,
    /// The seat this laptop had before; none where it was opened for the hall.
    pub(super) before: Option<Who>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Leave, at the second press: nothing is shown at the first.
    Leave,
    /// Give the seat back, on the one laptop of a small congress.
    GoBack,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Hall), key, Any::Hall(action), hint, when)
}

/// Its keys; there is no other, also none of those that hold everywhere.
pub const BINDINGS: &[Binding] = &[
    row(Key::Ctrl('q'), Action::Leave, w::hall_leave, always),
    row(Key::F(9), Action::GoBack, w::hall_back, had_seat),
];

fn had_seat(app: &App) -> Result<(), Word> {
    app.on.hall.before.map(drop).ok_or(w::hall_no_keys)
}

/// What the screen shows in its middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum View<'c> {
    /// The presidium holds the screen.
    Held,
    /// Nothing is under way; what comes next, where something does.
    Waiting(Option<&'c Item>),
    /// Somebody speaks.
    Speech(&'c Speech),
    /// A result that was announced.
    Result(&'c Round),
    /// Papers are counted.
    Count(&'c Round),
    /// A break, and when it ends.
    Break(&'c Item, Option<NaiveDateTime>),
    /// An item of the agenda.
    Item(&'c Item),
    /// The congress is closed.
    Closed,
}

/// What is shown now.
pub fn view(congress: &Congress, now: NaiveDateTime) -> View<'_> {
    if congress.hall_screen_is_held() {
        return View::Held;
    }
    if congress.is_closed() {
        return View::Closed;
    }
    if let Some(speech) = congress.speaking() {
        return View::Speech(speech);
    }
    let item = congress.item_now();
    let pause = item.filter(|item| item.kind == ItemKind::Break);
    if let Some(pause) = pause {
        let began = pause.started_at.filter(|_| pause.minutes > 0);
        return View::Break(pause, began.map(|began| later(began, pause.minutes)));
    }
    let fresh = |round: &&Round| {
        round.times.announced.is_some_and(|at| (TimeDelta::zero()..RESULT_STAYS).contains(&(now - at)))
    };
    let announced = congress.rounds.iter().filter(|round| round.is_announced() && !round.is_void()).filter(fresh);
    if let Some(round) = announced.max_by_key(|round| round.times.announced) {
        return View::Result(round);
    }
    let beside = item.filter(|item| !matches!(item.kind, ItemKind::Election | ItemKind::Counting));
    match (counting(congress), beside.or(item)) {
        (Some(round), _) if beside.is_none() => View::Count(round),
        (_, Some(item)) => View::Item(item),
        (_, None) => View::Waiting(congress.item_next()),
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let now = app.now();
    match action {
        Action::Leave => {
            let again = app.on.hall.leaving.is_some_and(|first| (now - first).abs() <= TWICE);
            app.on.hall.leaving = Some(now);
            if again { vec![Effect::Quit] } else { Vec::new() }
        }
        Action::GoBack => app.on.hall.before.map(|seat| app.act(Any::TakeSeat(seat))).unwrap_or_default(),
    }
}
