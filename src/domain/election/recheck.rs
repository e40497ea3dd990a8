//! The random recheck (kiểm tra ngẫu nhiên): the head has papers drawn by a seed that the hall hears, and compares each with what
//! was keyed. A paper that turns out to be another is decided like any difference.

use super::bundle::{Bundle, BundleState};
use super::round::RoundState;
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::Entity;
use crate::domain::seeded::Seeded;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the comparison of a drawn paper brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// The paper holds what was keyed (khớp).
    Same,
    /// It holds something else (không khớp).
    Other,
}

/// A paper that was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    /// The bundle.
    pub bundle: u16,
    /// The place in its counted keying, from 1.
    pub place: u32,
    /// What the comparison brought; none while it was not compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
}

/// A draw of papers to compare (lần kiểm tra ngẫu nhiên).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recheck {
    /// The round.
    pub round: RoundId,
    /// Which draw of the round, from 1.
    pub number: u16,
    /// The seed it was drawn by: anybody who has it draws the same papers.
    pub seed: u32,
    /// The papers.
    pub picks: Vec<Pick>,
    /// When it was drawn.
    pub at: NaiveDateTime,
}

impl Entity for Recheck {
    type Key = (RoundId, u16);
    const TABLE: &'static str = "recheck";
    const KEY: &'static [&'static str] = &["round", "number"];
    fn key(&self) -> Self::Key {
        (self.round, self.number)
    }
}

/// Changes of the recheck.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The head had papers drawn; which ones follows from the seed.
    Drawn {
        /// The round.
        round: RoundId,
        /// Which draw of the round, from 1.
        number: u16,
        /// The seed.
        seed: u32,
        /// How many papers.
        papers: u32,
        /// When.
        at: NaiveDateTime,
    },
    /// A drawn paper was compared.
    Compared {
        /// The round.
        round: RoundId,
        /// The draw.
        number: u16,
        /// The bundle of the paper.
        bundle: u16,
        /// Its place.
        place: u32,
        /// What the comparison brought.
        found: Found,
    },
}

impl Congress {
    /// The draws of a round.
    pub fn rechecks_of(&self, round: RoundId) -> impl DoubleEndedIterator<Item = &Recheck> + Clone {
        self.rechecks.range((round, 0)..=(round, u16::MAX))
    }

    /// Whether a paper was drawn and found to be another.
    pub(super) fn was_drawn(&self, round: RoundId, (bundle, place): (u16, u32)) -> bool {
        let mut picks = self.rechecks_of(round).flat_map(|recheck| &recheck.picks);
        picks.any(|pick| (pick.bundle, pick.place, pick.found) == (bundle, place, Some(Found::Other)))
    }

    /// The first drawn paper that was not compared, or that was found to be another and is not decided; with its draw.
    pub fn open_pick(&self, round: RoundId) -> Option<(u16, Pick)> {
        let undecided = |pick: &Pick| {
            let keying = self.counted_keying(round, pick.bundle).unwrap_or(0);
            self.settlements.get(&(round, pick.bundle, keying, pick.place)).is_none()
        };
        let open = |pick: &&Pick| match pick.found {
            None => true,
            Some(Found::Same) => false,
            Some(Found::Other) => undecided(pick),
        };
        self.rechecks_of(round).find_map(|recheck| Some((recheck.number, *recheck.picks.iter().find(open)?)))
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Drawn { round, number, papers, .. } => {
            super::walk::at_state(congress, *round, RoundState::Counting)?;
            let next = congress.rechecks_of(*round).next_back().map_or(1, |last| last.number.saturating_add(1));
            if *number != next {
                return Err(Refusal::NumberPassed { what: Noun::Draw, next: u32::from(next) });
            }
            if *papers == 0 {
                return Err(Refusal::Blank { what: Noun::Ballots });
            }
            super::walk::refuse_unsettled(congress, *round)?;
            let all = congress.papers_handed_out(*round);
            if *papers > all { Err(Refusal::MoreDrawnThanPapers { papers: *papers, all }) } else { Ok(()) }
        }
        Change::Compared { round, number, bundle, place, .. } => {
            super::walk::at_state(congress, *round, RoundState::Counting)?;
            let drawn = congress.rechecks.get(&(*round, *number));
            let pick = drawn
                .and_then(|recheck| recheck.picks.iter().find(|pick| (pick.bundle, pick.place) == (*bundle, *place)));
            match pick {
                Some(pick) if pick.found.is_none() => Ok(()),
                Some(_) => Err(Refusal::AlreadyCompared { bundle: *bundle, place: *place }),
                None => Err(Refusal::Unknown { what: Noun::Ballot, number: *place }),
            }
        }
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Drawn { round, number, seed, papers, at } => {
            let bundles: Vec<&Bundle> =
                congress.bundles_of(*round).filter(|bundle| bundle.state == BundleState::Settled).collect();
            let sizes: Vec<(u16, u32)> = bundles.into_iter().map(|bundle| (bundle.number, bundle.size)).collect();
            let picks = draw(&sizes, *seed, *papers);
            congress.rechecks.put(Recheck { round: *round, number: *number, seed: *seed, picks, at: *at });
        }
        Change::Compared { round, number, bundle, place, found } => {
            let Some(recheck) = congress.rechecks.edit(&(*round, *number)) else { return };
            let pick = recheck.picks.iter_mut().find(|pick| (pick.bundle, pick.place) == (*bundle, *place));
            if let Some(pick) = pick {
                pick.found = Some(*found);
            }
        }
    }
}

/// Draws papers out of bundles: the papers are numbered through, shuffled by the seed (Fisher and Yates, from the front), and the
/// first so many taken, sorted as they lie.
fn draw(bundles: &[(u16, u32)], seed: u32, papers: u32) -> Vec<Pick> {
    let mut all: Vec<(u16, u32)> =
        bundles.iter().flat_map(|(bundle, size)| (1..=*size).map(move |place| (*bundle, place))).collect();
    let wanted = usize::try_from(papers).unwrap_or(usize::MAX).min(all.len());
    Seeded::new(u64::from(seed)).shuffle(&mut all, wanted);
    all.truncate(wanted);
    all.sort_unstable();
    all.into_iter().map(|(bundle, place)| Pick { bundle, place, found: None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_draw_takes_each_paper_once_and_the_same_ones_again() {
        let bundles = [(1, 50), (2, 50), (4, 7)];
        let picks = draw(&bundles, 2026, 20);
        let different: BTreeSet<(u16, u32)> = picks.iter().map(|pick| (pick.bundle, pick.place)).collect();
        assert_eq!(different.len(), 20);
        assert!(picks.iter().all(|pick| {
            bundles.iter().any(|(bundle, size)| *bundle == pick.bundle && (1..=*size).contains(&pick.place))
        }));
        assert_eq!(draw(&bundles, 2026, 20), picks);
        assert_ne!(draw(&bundles, 2027, 20), picks);
        assert_eq!(draw(&bundles, 1, 500).len(), 107, "never more than there are");
    }
}
