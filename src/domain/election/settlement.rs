//! Decisions on single papers (giải quyết phiếu nhập khác nhau): a third person says from the paper what it holds, and why the
//! keyings did not agree. What the papers of a bundle are in the end is said here too.

use super::ballot::{Ballot, Defect, Judge, Marks};
use super::bundle::{Bundle, BundleState, KeyingState};
use super::differ::Difference;
use super::keyed::KeyedBallot;
use super::round::{Entry, RoundState};
use crate::domain::agenda::filled;
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::Entity;
use crate::domain::role::{Role, Who};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a paper had to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A slip of the fingers (gõ nhầm).
    Slip,
    /// The paper was misread (đọc nhầm phiếu).
    Misread,
    /// The paper is hard to read; the counting committee decided (phiếu khó xác định).
    Doubtful,
    /// Anything else, in words.
    Other,
}

/// What a paper holds by the decision of a third person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// The round.
    pub round: RoundId,
    /// The bundle.
    pub bundle: u16,
    /// The keying whose place is meant: the first that stands.
    pub keying: u16,
    /// The place of the paper in it, from 1.
    pub place: u32,
    /// The marks on the paper.
    pub marks: Marks,
    /// What makes it invalid whatever its marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defect: Option<Defect>,
    /// Why it had to be decided.
    pub why: Why,
    /// More on it, in words; needed where the reason is another.
    #[serde(default)]
    pub note: String,
    /// Who decided.
    pub by: Who,
    /// When.
    pub at: NaiveDateTime,
}

impl Entity for Settlement {
    type Key = (RoundId, u16, u16, u32);
    const TABLE: &'static str = "settlement";
    const KEY: &'static [&'static str] = &["round", "bundle", "keying", "place"];
    fn key(&self) -> Self::Key {
        (self.round, self.bundle, self.keying, self.place)
    }
}

impl Settlement {
    /// The paper as it was decided.
    pub fn paper(&self) -> Ballot {
        Ballot { marks: self.marks.clone(), defect: self.defect }
    }
}

impl Congress {
    /// The decisions on papers of one keying.
    pub fn settlements_in(
        &self,
        (round, bundle, keying): (RoundId, u16, u16),
    ) -> impl DoubleEndedIterator<Item = &Settlement> + Clone {
        self.settlements.range((round, bundle, keying, 0)..=(round, bundle, keying, u32::MAX))
    }

    /// The number of the keying whose papers count in a bundle: the first that stands and is locked.
    pub fn counted_keying(&self, round: RoundId, bundle: u16) -> Option<u16> {
        let mut standing = self.standing_keyings(round, bundle);
        standing.find(|keying| keying.state == KeyingState::Locked).map(|keying| keying.number)
    }

    /// The differences of a bundle that nobody decided yet.
    pub fn open_differences(&self, bundle: &Bundle) -> Vec<Difference> {
        let Some(keying) = self.counted_keying(bundle.round, bundle.number) else { return Vec::new() };
        let open = |difference: &&Difference| {
            self.settlements.get(&(bundle.round, bundle.number, keying, difference.first)).is_none()
        };
        bundle.differences.iter().filter(open).copied().collect()
    }

    /// The ballot that lies at a place of a keying, runs of identical ones spread out.
    pub fn ballot_at(&self, (round, bundle, keying): (RoundId, u16, u16), place: u32) -> Option<&KeyedBallot> {
        let mut before = 0_u32;
        self.ballots_in(round, bundle, keying).find(|ballot| {
            before = before.saturating_add(ballot.times);
            place >= 1 && before >= place
        })
    }

    /// The papers of a bundle as they count, each with how often it occurs: the first keying, with the papers that a third
    /// person decided in their places.
    pub fn papers_in(&self, round: RoundId, bundle: u16) -> Vec<(Ballot, u32)> {
        let Some(keying) = self.counted_keying(round, bundle) else { return Vec::new() };
        let key = (round, bundle, keying);
        let mut papers: Vec<(Ballot, u32)> = self.settlements_in(key).map(|settled| (settled.paper(), 1)).collect();
        let mut before = 0_u32;
        for ballot in self.ballots_in(round, bundle, keying) {
            let last = before.saturating_add(ballot.times);
            let places = (round, bundle, keying, before.saturating_add(1))..=(round, bundle, keying, last);
            let decided = u32::try_from(self.settlements.range(places).count()).unwrap_or(u32::MAX);
            if ballot.times > decided {
                papers.push((ballot.paper(), ballot.times - decided));
            }
            before = last;
        }
        papers
    }
}

/// Judges a decision on a paper: by somebody who keyed neither, of a bundle that differs or that is checked against its papers.
pub(super) fn judge(congress: &Congress, who: Who, settlement: &Settlement) -> Result<(), Refusal> {
    let Settlement { round, bundle, keying, place, by, .. } = settlement;
    let round = super::walk::at_state(congress, *round, RoundState::Counting)?;
    let known = congress.bundle(round.id, *bundle)?;
    if *by != who {
        return Err(Refusal::NotThisDesk);
    }
    if settlement.why == Why::Other {
        filled(&settlement.note, Noun::Reason)?;
    }
    if congress.counted_keying(round.id, *bundle) != Some(*keying) || !(1..=known.size).contains(place) {
        return Err(Refusal::Unknown { what: Noun::Ballot, number: *place });
    }
    judge_third(congress, known, who)?;
    let differs = known.differences.iter().any(|difference| difference.first == *place);
    let due = match known.state {
        BundleState::Differs => differs,
        // read back or drawn at random, any paper may turn out to be another
        BundleState::Keyed => congress.entry_of(round.id) == Some(Entry::Single),
        BundleState::Settled => congress.was_drawn(round.id, (*bundle, *place)),
        BundleState::HandedOut => false,
    };
    if !due {
        return Err(Refusal::NothingToSettle { bundle: *bundle, place: *place });
    }
    let contest = congress.contest(round);
    match Judge::new(contest).judge(&settlement.paper()) {
        Ok(_) => Ok(()),
        Err(fault) => Err(Refusal::NotOnBallot { fault: fault.to_string(), names: contest.names }),
    }
}

/// Of two keyings neither of the two decides; a single keying is concluded by the head.
fn judge_third(congress: &Congress, bundle: &Bundle, who: Who) -> Result<(), Refusal> {
    match congress.entry_of(bundle.round) {
        Some(Entry::Double) => {
            let mut keyings = congress.standing_keyings(bundle.round, bundle.number);
            if keyings.any(|keying| keying.by == who) {
                Err(Refusal::SettledByKeyer { bundle: bundle.number })
            } else {
                Ok(())
            }
        }
        _ if who.role == Role::Head => Ok(()),
        _ => Err(Refusal::NotThisRole { role: who.role, needed: Role::Head }),
    }
}

pub(super) fn apply(congress: &mut Congress, settlement: &Settlement) {
    congress.settlements.put(settlement.clone());
    let key = (settlement.round, settlement.bundle);
    let Some(bundle) = congress.bundles.get(&key) else { return };
    if bundle.state != BundleState::Differs || !congress.open_differences(bundle).is_empty() {
        return;
    }
    let state = match congress.entry_of(settlement.round) {
        Some(Entry::Single) => BundleState::Keyed,
        _ => BundleState::Settled,
    };
    if let Some(bundle) = congress.bundles.edit(&key) {
        bundle.state = state;
    }
}
