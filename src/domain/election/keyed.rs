//! Ballots as they were keyed from the shaken box, by round, bundle and keying. Nothing here ties a ballot to a person.
//! Whose bundle it is, is said in `bundle`.

use super::ballot::{self, Defect, Judge, Marks};
use super::bundle::{Keying, KeyingState, open_keying};
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::Entity;
use crate::domain::role::Who;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One keyed ballot, or a run of identical ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyedBallot {
    /// The round.
    pub round: RoundId,
    /// The bundle (tệp) it lies in, from 1.
    #[serde(default = "first")]
    pub bundle: u16,
    /// Which keying of the bundle, from 1.
    #[serde(default = "first")]
    pub keying: u16,
    /// Place within the keying, from 1.
    pub number: u32,
    /// How many identical ballots this is.
    #[serde(default = "once")]
    pub times: u32,
    /// The marks by the names.
    pub marks: Marks,
    /// What makes the paper invalid whatever its marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defect: Option<Defect>,
    /// Set aside for the head (để riêng, chờ trưởng ban kiểm phiếu).
    #[serde(default)]
    pub set_aside: bool,
}

fn first() -> u16 {
    1
}

fn once() -> u32 {
    1
}

impl Entity for KeyedBallot {
    type Key = (RoundId, u16, u16, u32);
    const TABLE: &'static str = "ballot";
    const KEY: &'static [&'static str] = &["round", "bundle", "keying", "number"];
    fn key(&self) -> Self::Key {
        (self.round, self.bundle, self.keying, self.number)
    }
}

impl KeyedBallot {
    /// The paper to be judged.
    pub fn paper(&self) -> ballot::Ballot {
        ballot::Ballot { marks: self.marks.clone(), defect: self.defect }
    }
}

/// How far the keying of a round is: papers, never votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Papers collected.
    pub papers: u32,
    /// Papers checked so far: a paper that is keyed twice counts half after the first time.
    pub checked: u32,
    /// Bundles settled.
    pub settled: u32,
    /// Bundles handed out.
    pub bundles: u32,
    /// Papers keyed by everybody together.
    pub keyed: u32,
    /// Papers that are to be keyed by everybody together.
    pub work: u32,
}

impl Congress {
    /// The ballots of a round, of every keying.
    pub fn ballots_of(&self, round: RoundId) -> impl DoubleEndedIterator<Item = &KeyedBallot> + Clone {
        self.ballots.range((round, 0, 0, 0)..=(round, u16::MAX, u16::MAX, u32::MAX))
    }

    /// The ballots of one keying of a bundle in the order in which they lie.
    pub fn ballots_in(
        &self,
        round: RoundId,
        bundle: u16,
        keying: u16,
    ) -> impl DoubleEndedIterator<Item = &KeyedBallot> + Clone {
        self.ballots.range((round, bundle, keying, 0)..=(round, bundle, keying, u32::MAX))
    }

    /// In how many minutes the keying of a round may be done, at the pace so far; none before a tenth of it is keyed, and when
    /// nothing is left.
    pub fn minutes_left(&self, round: RoundId, now: NaiveDateTime) -> Option<u32> {
        let progress = self.progress(round);
        let left = progress.work.checked_sub(progress.keyed).filter(|left| *left > 0)?;
        let keyings = self.keyings.range((round, 0, 0)..=(round, u16::MAX, u16::MAX));
        let began = keyings.map(|keying| keying.claimed_at).min()?;
        let seconds = u64::try_from(now.signed_duration_since(began).num_seconds()).ok()?;
        if progress.keyed.saturating_mul(10) < progress.work {
            return None;
        }
        let seconds = seconds.saturating_mul(u64::from(left)) / u64::from(progress.keyed.max(1));
        u32::try_from(seconds.div_ceil(60)).ok()
    }

    /// How far the keying of a round is.
    pub fn progress(&self, round: RoundId) -> Progress {
        let Some(known) = self.rounds.get(&round) else { return Progress::default() };
        let papers = known.ledger.collected.unwrap_or(0);
        // the file of a desk holds one keying of its bundles, whatever comes beside it elsewhere
        let entry = known.terms.entry.filter(|_| self.desk_file().is_none());
        let keyings = entry.map_or(1, |entry| u32::try_from(entry.keyings()).unwrap_or(1));
        let mut progress = Progress { papers, work: papers.saturating_mul(keyings), ..Progress::default() };
        for bundle in self.bundles_of(round) {
            progress.bundles += 1;
            progress.settled += u32::from(bundle.state == super::bundle::BundleState::Settled);
            let keyed = self.standing_keyings(round, bundle.number).map(|keying| keying.keyed);
            progress.keyed = keyed.fold(progress.keyed, u32::saturating_add);
        }
        progress.checked = progress.keyed / keyings;
        progress
    }
}

/// Judges a ballot that is keyed for the first time.
pub(super) fn judge_keyed(congress: &Congress, who: Who, ballot: &KeyedBallot) -> Result<(), Refusal> {
    let keying = open_keying(congress, (ballot.round, ballot.bundle, ballot.keying), who)?;
    if congress.ballots.get(&ballot.key()).is_some() || ballot.number == 0 {
        return Err(Refusal::NumberTaken { what: Noun::Ballot, number: ballot.number });
    }
    judge_paper(congress, ballot, (keying, keying.keyed))
}

/// Judges a ballot that is corrected from the paper, by whoever keyed it and while the bundle is in their hands.
pub(super) fn judge_corrected(congress: &Congress, who: Who, ballot: &KeyedBallot) -> Result<(), Refusal> {
    let keying = open_keying(congress, (ballot.round, ballot.bundle, ballot.keying), who)?;
    let known = congress.ballots.get(&ballot.key());
    let known = known.ok_or(Refusal::Unknown { what: Noun::Ballot, number: ballot.number })?;
    judge_paper(congress, ballot, (keying, keying.keyed.saturating_sub(known.times)))
}

/// Refuses a ballot past the size of its bundle, and marks that no ballot of the round can carry.
fn judge_paper(congress: &Congress, ballot: &KeyedBallot, (keying, before): (&Keying, u32)) -> Result<(), Refusal> {
    if ballot.times == 0 {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    let size = congress.bundle(keying.round, keying.bundle)?.size;
    if before.saturating_add(ballot.times) > size {
        return Err(Refusal::BundleFull { bundle: keying.bundle, size, left: size.saturating_sub(before) });
    }
    let contest = congress.contest(congress.round(ballot.round)?);
    match Judge::new(contest).judge(&ballot.paper()) {
        Ok(_) => Ok(()),
        Err(fault) => Err(Refusal::NotOnBallot { fault: fault.to_string(), names: contest.names }),
    }
}

/// Puts a ballot in, keyed or corrected, and counts it in its keying.
pub(super) fn apply(congress: &mut Congress, ballot: &KeyedBallot) {
    let before = congress.ballots.get(&ballot.key()).map_or(0, |known| known.times);
    let key = (ballot.round, ballot.bundle, ballot.keying);
    let open = congress.keyings.get(&key).is_some_and(|keying| keying.state == KeyingState::Open);
    if let Some(keying) = congress.keyings.edit(&key).filter(|_| open) {
        keying.keyed = keying.keyed.saturating_sub(before).saturating_add(ballot.times);
    }
    congress.ballots.put(ballot.clone());
}
