//! The screen of the head of counting (trưởng ban kiểm phiếu): bundles out, in and differing, the desks, how far the count is and when it
//! may end, and what to do next. How far, never a vote.

use super::App;
use super::action::{Action as Any, Screen};
use super::effect::Effect;
use super::elections::bundles::Due;
use super::elections::{self, checklist, due};
use super::key::Key;
use super::keymap::{Binding, Place, When};
use super::words::{Word, elections as counting_words, seats as w};
use crate::domain::election::bundle::KeyingState;
use crate::domain::election::{Bundle, BundleState, Election, Entry, Round, RoundState};
use crate::domain::id::RoundId;
use crate::domain::{Congress, Role, Who};
use chrono::NaiveDateTime;
use due::Task;

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Do what is due in the count.
    Go,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Head), key, Any::Head(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[row(Key::Enter, Action::Go, w::head_go, has_round)];

fn has_round(app: &App) -> Result<(), Word> {
    counting(&app.congress).map(drop).ok_or(w::nothing_to_count)
}

/// The round whose papers are counted now: the last one opened.
pub fn counting(congress: &Congress) -> Option<&Round> {
    congress.rounds.iter().rev().find(|round| round.state == RoundState::Counting)
}

/// How the bundles of a round stand, in numbers of bundles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bundles {
    /// Nobody has taken them.
    pub waiting: usize,
    /// At a desk.
    pub out: usize,
    /// Keyed once, waiting for a second person or to be read back.
    pub half: usize,
    /// With papers that differ or were set aside.
    pub differing: usize,
    /// Settled.
    pub settled: usize,
}

/// How the bundles of a round stand.
pub fn bundles(congress: &Congress, round: RoundId) -> Bundles {
    let mut told = Bundles::default();
    for bundle in congress.bundles_of(round) {
        let open = congress.standing_keyings(round, bundle.number).any(|keying| keying.state == KeyingState::Open);
        match bundle.state {
            BundleState::Settled => told.settled += 1,
            BundleState::Differs => told.differing += 1,
            _ if open => told.out += 1,
            BundleState::Keyed => told.half += 1,
            BundleState::HandedOut => told.waiting += 1,
        }
    }
    told
}

/// A desk at work on a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Who sits there.
    pub who: Who,
    /// The bundle in hand, how many of its papers are keyed, and how many it holds.
    pub now: Option<(u16, u32, u32)>,
    /// Papers keyed in this round.
    pub keyed: u32,
    /// Papers an hour, from the first bundle taken on; none in the first minute.
    pub pace: Option<u32>,
}

/// The desks that took a bundle of a round, by number.
pub fn desks(congress: &Congress, round: RoundId, now: NaiveDateTime) -> Vec<Desk> {
    let keyings = congress.keyings.range((round, 0, 0)..=(round, u16::MAX, u16::MAX));
    let keyings: Vec<_> = keyings.filter(|keying| keying.state != KeyingState::Void).collect();
    let mut seats: Vec<Who> = keyings.iter().map(|keying| keying.by).collect();
    seats.sort_by_key(|who| (who.role != Role::Counter, who.desk));
    seats.dedup();
    let desk = |who: Who| {
        let own = keyings.iter().filter(|keying| keying.by == who);
        let keyed = own.clone().fold(0_u32, |sum, keying| sum.saturating_add(keying.keyed));
        let open = own.clone().find(|keying| keying.state == KeyingState::Open);
        let size = |number: u16| congress.bundles.get(&(round, number)).map_or(0, |bundle| bundle.size);
        let ended = own.clone().map(|keying| keying.ended_at.unwrap_or(now)).max();
        let seconds = own.map(|keying| keying.claimed_at).min().zip(ended).map(|(from, to)| (to - from).num_seconds());
        let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok()).filter(|seconds| *seconds >= 60);
        let pace = seconds.and_then(|seconds| u32::try_from(u64::from(keyed) * 3_600 / seconds).ok());
        Desk { who, now: open.map(|keying| (keying.bundle, keying.keyed, size(keying.bundle))), keyed, pace }
    };
    seats.into_iter().map(desk).collect()
}

/// What the head does next with the round that is counted, as a sentence.
pub fn next_step(app: &App) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let Some(round) = counting(congress) else { return before_count(app) };
    let Some(election) = congress.elections.get(&round.election) else { return String::new() };
    match due::task(congress, election) {
        Task::HandOut(_) => w::head_hand_out(lang, round.ledger.collected.unwrap_or(0)),
        Task::Close(_) => w::head_close(lang).to_owned(),
        _ => {
            let differs = |bundle: &&Bundle| bundle.state == BundleState::Differs;
            let waits = |bundle: &&Bundle| {
                bundle.state == BundleState::Keyed && congress.entry_of(round.id) == Some(Entry::Single)
            };
            let all = congress.bundles_of(round.id);
            match (all.clone().find(differs), all.clone().find(waits)) {
                (Some(bundle), _) if elections::bundles::due(congress, bundle, app.seat.who) != Due::Settle => {
                    counting_words::next_third(lang, bundle.number)
                }
                (Some(bundle), _) => w::head_settle(lang, bundle.number, congress.open_differences(bundle).len()),
                (None, Some(bundle)) => w::head_read_back(lang, bundle.number),
                (None, None) => w::head_wait(lang).to_owned(),
            }
        }
    }
}

/// What the count waits for while there is nothing to count.
fn before_count(app: &App) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    match due::next_election(congress) {
        Some(election) => {
            let told = if counted(congress, election) { w::head_after } else { w::head_before };
            told(lang, &election.title, checklist::stage_word(congress, election, lang))
        }
        None => w::nothing_to_count(lang).to_owned(),
    }
}

/// Whether the last round of an election was counted, so that its record is there to be signed.
fn counted(congress: &Congress, election: &Election) -> bool {
    congress.round_now(election.id).is_some_and(Round::is_counted)
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Action::Go = action;
    let Some(election) = counting(&app.congress).map(|round| round.election) else { return Vec::new() };
    app.screen = Screen::Elections;
    let effects = elections::decide(app, election);
    // papers that wait for the head are opened at once
    elections::to_papers(app);
    effects
}
