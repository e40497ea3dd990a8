//! Keying at the desk: the pad laid on a round of the congress. Every closed ballot is recorded at once.
//!
//! Nothing here adds votes up: before the head closes the count nobody sees a total.

use super::super::App;
use super::super::effect::Effect;
use super::super::words::elections as w;
use super::pad::{Answer, Fault, Pad, Tap};
use super::{bundles, review};
use crate::domain::election::bundle::{Change as Bundle, Claim};
use crate::domain::election::{Change as E, KeyedBallot, KeyingState};
use crate::domain::id::RoundId;
use crate::domain::refusal::Told;
use crate::domain::{Change, Congress, Entry, Refusal};

/// What the pad is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Keying the ballots of a bundle one by one.
    Count,
    /// Keying one paper that a third person decides on.
    Paper,
}

/// Whether a ballot is on its way to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Here,
    Sent,
}

/// The desk: which round, which bundle, which keying of it, and the pad with the ballot in hand.
#[derive(Clone, Debug)]
pub struct Keying {
    /// The round.
    pub round: RoundId,
    /// The bundle (tệp).
    pub bundle: u16,
    /// Which keying of the bundle.
    pub keying: u16,
    /// What the pad is used for.
    pub purpose: Purpose,
    /// The pad.
    pub pad: Pad,
    /// A refusal of the rules, shown in place.
    pub told: Option<Told>,
    way: Way,
}

impl Keying {
    fn new(congress: &Congress, (round, bundle, keying): (RoundId, u16, u16), purpose: Purpose) -> Option<Self> {
        let contest = congress.rounds.get(&round).map(|round| congress.contest(round))?;
        Some(Self { round, bundle, keying, purpose, pad: Pad::fresh(contest), told: None, way: Way::Here })
    }

    fn key(&self) -> (RoundId, u16, u16) {
        (self.round, self.bundle, self.keying)
    }

    /// The ballots of this desk, in the order of keying.
    pub fn ballots<'a>(&self, congress: &'a Congress) -> impl DoubleEndedIterator<Item = &'a KeyedBallot> {
        congress.ballots_in(self.round, self.bundle, self.keying)
    }

    /// How many papers the bundle was declared to hold.
    pub fn size(&self, congress: &Congress) -> u32 {
        congress.bundles.get(&(self.round, self.bundle)).map_or(0, |bundle| bundle.size)
    }

    /// How many papers of the bundle are keyed.
    pub fn keyed(&self, congress: &Congress) -> u32 {
        congress.keyings.get(&self.key()).map_or(0, |keying| keying.keyed)
    }

    /// How many papers are still to be keyed.
    pub fn left(&self, congress: &Congress) -> u32 {
        match self.purpose {
            Purpose::Count => self.size(congress).saturating_sub(self.keyed(congress)),
            Purpose::Paper => 1,
        }
    }

    /// Whether the bundle is full and nothing lies on the pad: it waits to be handed in.
    pub fn is_full(&self, congress: &Congress) -> bool {
        self.left(congress) == 0 && self.pad.is_fresh()
    }

    fn clear(&mut self) {
        self.pad = Pad::fresh(*self.pad.contest());
        self.told = None;
        self.way = Way::Here;
    }

    /// Lays a recorded ballot on the pad again.
    fn lay(&mut self, ballot: &KeyedBallot) {
        self.pad = Pad::reopened(*self.pad.contest(), ballot.number, &ballot.paper(), (ballot.times, ballot.set_aside));
        self.told = None;
        self.way = Way::Here;
    }

    /// The change that records the ballot on the pad.
    fn recording(&self) -> Vec<Effect> {
        let (reopened, paper) = (self.pad.reopened_number(), self.pad.ballot());
        let (times, set_aside) = (self.pad.times(), self.pad.is_aside());
        let (round, bundle, keying) = (self.round, self.bundle, self.keying);
        Effect::record(move |congress| {
            let number = reopened.unwrap_or_else(|| next_number(congress, (round, bundle, keying)));
            let (marks, defect) = (paper.marks.clone(), paper.defect);
            let ballot = KeyedBallot { round, bundle, keying, number, times, marks, defect, set_aside };
            Ok(Change::Election(match reopened {
                Some(_) => E::BallotCorrected(ballot),
                None => E::BallotKeyed(ballot),
            }))
        })
    }
}

fn next_number(congress: &Congress, (round, bundle, keying): (RoundId, u16, u16)) -> u32 {
    congress.ballots_in(round, bundle, keying).next_back().map_or(1, |ballot| ballot.number.saturating_add(1))
}

/// Takes a bundle: claims it under the lock, or goes on with the keying left open; a ballot left half keyed is still on the pad.
pub(super) fn take(app: &mut App, (round, bundle): (RoundId, u16), claim: Claim) -> Vec<Effect> {
    let (by, at) = (app.seat.who, app.now());
    if let Claim::Resumes(keying) = claim {
        sit_down(app, (round, bundle, keying));
        return Vec::new();
    }
    Effect::record(move |congress| {
        let keying = congress.next_keying(round, bundle);
        Ok(Change::Election(E::Bundle(Bundle::Claimed { round, bundle, keying, by, at })))
    })
}

/// Takes the bundle that is next for this seat, whichever that is under the lock.
pub(super) fn take_next(app: &mut App, round: RoundId) -> Vec<Effect> {
    let (by, at) = (app.seat.who, app.now());
    match app.congress.next_bundle(round, by) {
        Some((bundle, claim @ Claim::Resumes(_))) => take(app, (round, bundle), claim),
        Some(_) => Effect::record(move |congress| {
            let (bundle, _) = congress.next_bundle(round, by).ok_or(Refusal::NoBundleLeft)?;
            let keying = congress.next_keying(round, bundle);
            Ok(Change::Election(E::Bundle(Bundle::Claimed { round, bundle, keying, by, at })))
        }),
        None => Vec::new(),
    }
}

fn sit_down(app: &mut App, key: (RoundId, u16, u16)) {
    let fresh = Keying::new(&app.congress, key, Purpose::Count);
    // the same round with another list is another round: it was undone and opened again
    let resumes = |keying: &Keying| {
        let same = fresh.as_ref().is_some_and(|fresh| fresh.pad.contest() == keying.pad.contest());
        keying.key() == key && keying.purpose == Purpose::Count && same
    };
    if !app.on.elections.keying.as_ref().is_some_and(resumes) {
        app.on.elections.keying = fresh;
    }
    app.on.elections.at_pad = app.on.elections.keying.is_some();
}

/// Lays a fresh paper on the pad, for a decision on one that was keyed.
pub(super) fn paper(app: &mut App, row: &review::Row) {
    let Some(round) = app.on.elections.review.as_ref().map(|review| review.kind.round()) else { return };
    app.on.elections.keying = Keying::new(&app.congress, (round, row.bundle, row.keying), Purpose::Paper);
    app.on.elections.at_pad = app.on.elections.keying.is_some();
}

/// Takes a tap on the pad.
pub(super) fn tap(app: &mut App, tap: Tap) -> Vec<Effect> {
    let congress = &app.congress;
    let Some(keying) = &mut app.on.elections.keying else { return Vec::new() };
    keying.told = None;
    let left = keying.left(congress);
    if keying.is_full(congress) {
        match tap {
            Tap::Close => {
                keying.way = Way::Sent;
                let key = keying.key();
                return bundles::handing_in(app, key);
            }
            Tap::TakeBack | Tap::Erase | Tap::Leave => {}
            _ => {
                keying.pad.refuse(Fault::Full);
                return vec![Effect::Bell];
            }
        }
    }
    if keying.purpose == Purpose::Paper && matches!(tap, Tap::Aside | Tap::Times) {
        keying.pad.refuse(Fault::OnePaper);
        return vec![Effect::Bell];
    }
    let answer = match keying.pad.tap(tap) {
        Answer::Again(count) if keying.ballots(congress).next_back().is_none() || count > left => {
            let none = keying.ballots(congress).next_back().is_none();
            keying.pad.refuse(if none { Fault::NoLast } else { Fault::Left(left) })
        }
        answer => answer,
    };
    match answer {
        Answer::Taken => Vec::new(),
        Answer::Refused => vec![Effect::Bell],
        Answer::Close if keying.purpose == Purpose::Paper => {
            let paper = keying.pad.ballot();
            leave(app);
            review::paper_keyed(app, paper);
            Vec::new()
        }
        Answer::Close => {
            keying.way = Way::Sent;
            keying.recording()
        }
        Answer::Again(count) => again(keying, congress, count),
        Answer::Unchanged => {
            keying.clear();
            Vec::new()
        }
        Answer::Back => back(keying, congress),
        Answer::Leave => {
            leave(app);
            Vec::new()
        }
    }
}

/// Books so many more of the last ballot.
fn again(keying: &mut Keying, congress: &Congress, count: u32) -> Vec<Effect> {
    let Some(last) = keying.ballots(congress).next_back().cloned() else { return Vec::new() };
    keying.way = Way::Sent;
    let desk = (keying.round, keying.bundle, keying.keying);
    Effect::record(move |congress| {
        let number = next_number(congress, desk);
        Ok(Change::Election(E::BallotKeyed(KeyedBallot { number, times: count, ..last.clone() })))
    })
}

/// Reopens the ballot before the one in hand.
fn back(keying: &mut Keying, congress: &Congress) -> Vec<Effect> {
    if keying.purpose == Purpose::Paper {
        keying.pad.refuse(Fault::NoLast);
        return vec![Effect::Bell];
    }
    let before = keying.pad.reopened_number().unwrap_or(u32::MAX);
    let last = keying.ballots(congress).rev().find(|ballot| ballot.number < before).cloned();
    if let Some(ballot) = last {
        keying.lay(&ballot);
        return Vec::new();
    }
    keying.pad.refuse(Fault::NoLast);
    vec![Effect::Bell]
}

/// Leaves the pad; a ballot of a bundle that is half keyed stays on it.
pub(super) fn leave(app: &mut App) {
    app.on.elections.at_pad = false;
    if app.on.elections.keying.as_ref().is_some_and(|keying| keying.purpose == Purpose::Paper) {
        app.on.elections.keying = None;
    }
}

/// A change was recorded here: the bundle claimed is taken up, the ballot on its way has arrived, the bundle is handed in, or the
/// ballot in hand was undone.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    let lang = app.lang();
    match &entry.change {
        Change::Election(E::Bundle(Bundle::Claimed { round, bundle, keying, .. })) => {
            sit_down(app, (*round, *bundle, *keying));
        }
        Change::Election(E::BallotKeyed(_) | E::BallotCorrected(_)) => {
            if let Some(keying) = app.on.elections.keying.as_mut().filter(|keying| keying.way == Way::Sent) {
                keying.clear();
            }
        }
        Change::Election(E::Bundle(Bundle::Locked { bundle, .. })) => {
            app.on.elections.keying = None;
            app.on.elections.at_pad = false;
            app.said = Some(w::handed_in(lang, *bundle));
        }
        _ => settle(app),
    }
}

/// Puts the pad away where its keying is no longer open, and takes a ballot off it that was undone.
pub(super) fn settle(app: &mut App) {
    let Some(keying) = &mut app.on.elections.keying else { return };
    if keying.purpose == Purpose::Paper {
        return;
    }
    let known = app.congress.keyings.get(&keying.key());
    if known.is_none_or(|known| known.state != KeyingState::Open) {
        app.on.elections.keying = None;
        app.on.elections.at_pad = false;
        return;
    }
    let number = keying.pad.reopened_number();
    let gone = number.is_some_and(|number| keying.ballots(&app.congress).all(|ballot| ballot.number != number));
    if gone {
        keying.clear();
    }
}

/// The ballot on its way was refused: it stays on the pad, the refusal beside it.
pub(super) fn refused(app: &mut App, told: &Told) -> bool {
    let Some(keying) = app.on.elections.keying.as_mut().filter(|keying| keying.way == Way::Sent) else { return false };
    keying.way = Way::Here;
    keying.told = Some(told.clone());
    true
}
