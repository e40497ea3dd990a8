//! Keying at the desk: the pad laid on a round of the congress. Every closed ballot is recorded at once.
//!
//! Nothing here adds votes up: before the head closes the count nobody sees a total.

use super::super::App;
use super::super::effect::Effect;
use super::super::words::elections as w;
use super::pad::{Answer, Fault, Pad, Tap};
use crate::domain::election::{Change as E, KeyedBallot};
use crate::domain::id::RoundId;
use crate::domain::refusal::Told;
use crate::domain::{Change, Congress, Entry};

/// What the ballots are taken up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Keying them one by one.
    Count,
    /// The head concludes those set aside.
    Review,
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
    /// What the ballots are taken up for.
    pub purpose: Purpose,
    /// The pad.
    pub pad: Pad,
    /// A refusal of the rules, shown in place.
    pub told: Option<Told>,
    way: Way,
}

impl Keying {
    /// The ballots of this desk, in the order of keying.
    pub fn ballots<'a>(&self, congress: &'a Congress) -> impl DoubleEndedIterator<Item = &'a KeyedBallot> {
        let (bundle, keying) = (self.bundle, self.keying);
        congress.ballots_of(self.round).filter(move |ballot| ballot.bundle == bundle && ballot.keying == keying)
    }

    /// How many papers are still to be keyed.
    pub fn left(&self, congress: &Congress) -> u32 {
        let collected = congress.rounds.get(&self.round).and_then(|round| round.ledger.collected).unwrap_or(0);
        collected.saturating_sub(congress.keyed(self.round))
    }

    fn clear(&mut self) {
        self.pad = Pad::fresh(*self.pad.contest());
        self.told = None;
        self.way = Way::Here;
    }

    /// Lays a recorded ballot on the pad again.
    fn lay(&mut self, ballot: &KeyedBallot) {
        let pad = Pad::reopened(*self.pad.contest(), ballot.number, &ballot.paper(), (ballot.times, ballot.set_aside));
        self.pad = if self.purpose == Purpose::Review { pad.concluding() } else { pad };
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
    let range = (round, bundle, keying, 0)..=(round, bundle, keying, u32::MAX);
    congress.ballots.range(range).next_back().map_or(1, |ballot| ballot.number.saturating_add(1))
}

/// Sits down to key a round; a ballot left half keyed is still on the pad.
pub(super) fn open(app: &mut App, round: RoundId) {
    let Some(contest) = app.congress.rounds.get(&round).map(|round| app.congress.contest(round)) else { return };
    // the same round with another list is another round: it was undone and opened again
    let resumes =
        |keying: &Keying| keying.round == round && keying.purpose == Purpose::Count && *keying.pad.contest() == contest;
    if !app.on.elections.keying.as_ref().is_some_and(resumes) {
        app.on.elections.keying = Some(Keying {
            round,
            bundle: 1,
            keying: 1,
            purpose: Purpose::Count,
            pad: Pad::fresh(contest),
            told: None,
            way: Way::Here,
        });
    }
    app.on.elections.at_pad = true;
}

/// Takes up the ballots set aside, the first of them on the pad.
pub(super) fn review(app: &mut App, round: RoundId) {
    open(app, round);
    if let Some(keying) = &mut app.on.elections.keying {
        keying.purpose = Purpose::Review;
    }
    next_aside(app);
}

fn next_aside(app: &mut App) {
    let Some(keying) = &mut app.on.elections.keying else { return };
    let aside = app.congress.ballots_of(keying.round).find(|ballot| ballot.set_aside);
    if let Some(ballot) = aside {
        (keying.bundle, keying.keying) = (ballot.bundle, ballot.keying);
        keying.lay(ballot);
    } else {
        app.on.elections.keying = None;
        app.on.elections.at_pad = false;
    }
}

/// Takes a tap on the pad.
pub(super) fn tap(app: &mut App, tap: Tap) -> Vec<Effect> {
    let congress = &app.congress;
    let Some(keying) = &mut app.on.elections.keying else { return Vec::new() };
    keying.told = None;
    let left = keying.left(congress);
    let goes_on = matches!(tap, Tap::TakeBack | Tap::Erase | Tap::Leave);
    if left == 0 && keying.pad.is_fresh() && !goes_on {
        keying.pad.refuse(Fault::Full);
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
    if keying.purpose == Purpose::Review {
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

fn leave(app: &mut App) {
    app.on.elections.at_pad = false;
    let review = app.on.elections.keying.as_ref().is_some_and(|keying| keying.purpose == Purpose::Review);
    if review {
        app.on.elections.keying = None;
    }
}

/// A change was recorded: the ballot on its way has arrived, or the one in hand was undone.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    let lang = app.lang();
    let Some(keying) = &mut app.on.elections.keying else { return };
    match &entry.change {
        Change::Election(E::BallotKeyed(_) | E::BallotCorrected(_)) if keying.way == Way::Sent => {
            keying.clear();
            if keying.purpose == Purpose::Review {
                next_aside(app);
            } else if keying.left(&app.congress) == 0 {
                app.said = Some(w::all_keyed(lang).to_owned());
            }
        }
        Change::Undone { .. } => {
            let number = keying.pad.reopened_number();
            let gone = number.is_some_and(|number| keying.ballots(&app.congress).all(|ballot| ballot.number != number));
            if gone {
                keying.clear();
            }
        }
        _ => {}
    }
}

/// The ballot on its way was refused: it stays on the pad, the refusal beside it.
pub(super) fn refused(app: &mut App, told: &Told) -> bool {
    let Some(keying) = app.on.elections.keying.as_mut().filter(|keying| keying.way == Way::Sent) else { return false };
    keying.way = Way::Here;
    keying.told = Some(told.clone());
    true
}
