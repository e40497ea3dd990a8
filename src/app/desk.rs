//! The counter's screen (bàn kiểm phiếu): the bundle in hand and those of this desk, and nothing of anybody else. The pad lies over it.

use super::App;
use super::action::{Action as Any, Screen};
use super::effect::Effect;
use super::elections;
use super::head::counting;
use super::key::Key;
use super::keymap::{Binding, Place, When};
use super::words::{Word, seats as w};
use crate::domain::election::bundle::Claim;
use crate::domain::election::{Bundle, Round};
use crate::domain::id::RoundId;

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take the next bundle, or go on with the one in hand.
    Take,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Desk), key, Any::Desk(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[row(Key::Enter, Action::Take, w::take, has_bundle)];

fn has_bundle(app: &App) -> Result<(), Word> {
    let next = counting(&app.congress).and_then(|round| app.congress.next_bundle(round.id, app.seat.who));
    next.map(drop).ok_or(idle(app))
}

/// Why this desk has nothing to key: papers that lie in no bundle yet may come to it, and so may another round.
fn idle(app: &App) -> Word {
    let congress = &app.congress;
    match counting(congress) {
        Some(round) if congress.papers_handed_out(round.id) >= round.ledger.collected.unwrap_or(0) => w::desk_done,
        None if congress.rounds.iter().next_back().is_some_and(Round::is_counted) => w::desk_counted,
        _ => w::desk_waits,
    }
}

/// The bundles this desk has keyed or is keying.
pub fn own(app: &App, round: RoundId) -> Vec<(&Bundle, u32)> {
    let keyed = |bundle: &Bundle| {
        let own = app.congress.standing_keyings(round, bundle.number).find(|keying| keying.by == app.seat.who);
        own.map(|keying| keying.keyed)
    };
    app.congress.bundles_of(round).filter_map(|bundle| Some((bundle, keyed(bundle)?))).collect()
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Action::Take = action;
    let round = counting(&app.congress).map(|round| round.id);
    round.map(|round| elections::take_next(app, round)).unwrap_or_default()
}

/// What to do next on this screen.
pub fn next_step(app: &App) -> String {
    let lang = app.lang();
    let Some(round) = counting(&app.congress) else { return idle(app)(lang).to_owned() };
    match app.congress.next_bundle(round.id, app.seat.who) {
        Some((bundle, Claim::New)) => {
            let size = app.congress.bundles.get(&(round.id, bundle)).map_or(0, |bundle| bundle.size);
            w::next_take(lang, bundle, size)
        }
        Some((bundle, Claim::Resumes(_))) => w::next_resume(lang, bundle),
        None => idle(app)(lang).to_owned(),
    }
}
