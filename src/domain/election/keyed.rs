//! Ballots as they were keyed from the shaken box, by round, bundle and keying. Nothing here ties a ballot to a person.

use super::ballot::{self, Defect, Marks};
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::register::Entity;
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
    /// Which keying of the bundle: 1 the first person, 2 the second, 3 the settling.
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

impl Congress {
    /// The ballots of a round.
    pub fn ballots_of(&self, round: RoundId) -> impl DoubleEndedIterator<Item = &KeyedBallot> + Clone {
        self.ballots.range((round, 0, 0, 0)..=(round, u16::MAX, u16::MAX, u32::MAX))
    }

    /// How many papers of a round were keyed.
    pub fn keyed(&self, round: RoundId) -> u32 {
        self.ballots_of(round).fold(0, |sum, ballot| sum.saturating_add(ballot.times))
    }
}
