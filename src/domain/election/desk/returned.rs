//! A desk file that came back (tệp bàn mang về): what it holds for the congress that lent it, and the change that takes it over.

use super::super::bundle::KeyingState;
use super::super::{Change as Any, KeyedBallot};
use super::{BroughtBallot, BroughtBundle, Change};
use crate::domain::change::Change as Whole;
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::refusal::{Noun, Refusal};

/// What a desk file holds for its congress.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delivery {
    /// The bundles to take over.
    pub new: Vec<BroughtBundle>,
    /// The bundles that were taken over before.
    pub known: Vec<u16>,
    /// The bundles that are not keyed whole: number, papers keyed, papers in all.
    pub missing: Vec<(u16, u32, u32)>,
}

/// A desk file that was read and proved, and that this congress lent.
#[derive(Clone, Debug)]
pub struct Returned {
    /// The desk.
    pub desk: u16,
    /// The name of the file.
    pub file: String,
    /// What was keyed in it.
    pub keyed: Congress,
}

impl Returned {
    /// What it holds for the congress, or why nothing of it can be taken over.
    pub fn delivery(&self, congress: &Congress) -> Result<Delivery, Refusal> {
        congress.delivery(&self.keyed, &self.file)
    }

    /// The change that takes over every bundle that is full and was not taken over before; asked again under the lock, where somebody
    /// may have brought it, or taken a keying back.
    pub fn bringing(&self, congress: &Congress) -> Result<Whole, Refusal> {
        let bundles = self.delivery(congress)?.new;
        let round = self.keyed.rounds.iter().next().ok_or(Refusal::NotDeskFile)?.id;
        Ok(Whole::Election(Any::Desk(Change::Brought { round, file: self.file.clone(), bundles })))
    }
}

impl Congress {
    /// What a desk file holds for this congress, or why nothing of it can be taken over.
    pub fn delivery(&self, desk: &Congress, file: &str) -> Result<Delivery, Refusal> {
        let mut delivery = Delivery::default();
        for lent in desk.keyings.iter() {
            let key = (lent.round, lent.bundle, lent.number);
            let bundle = desk.bundle(lent.round, lent.bundle)?;
            let here = self.keyings.get(&key).filter(|known| known.away.as_deref() == Some(file));
            let here = here.ok_or(Refusal::DeskFileUnknown)?;
            if here.state == KeyingState::Void {
                let reason = here.reason.clone().unwrap_or_default();
                return Err(Refusal::KeyingTakenBack { bundle: lent.bundle, reason });
            }
            if lent.state != KeyingState::Locked {
                if here.state == KeyingState::Locked {
                    return Err(Refusal::BroughtOtherwise { bundle: lent.bundle });
                }
                delivery.missing.push((lent.bundle, lent.keyed, bundle.size));
                continue;
            }
            let ballots = brought_ballots(desk, key);
            if here.state == KeyingState::Open {
                let at = lent.ended_at.unwrap_or(lent.claimed_at);
                delivery.new.push(BroughtBundle { number: lent.bundle, keying: lent.number, at, ballots });
            } else if brought_ballots(self, key) == ballots {
                delivery.known.push(lent.bundle);
            } else {
                return Err(Refusal::BroughtOtherwise { bundle: lent.bundle });
            }
        }
        Ok(delivery)
    }
}

fn brought_ballots(congress: &Congress, (round, bundle, keying): (RoundId, u16, u16)) -> Vec<BroughtBallot> {
    let ballots = congress.ballots_in(round, bundle, keying).cloned();
    ballots
        .map(|KeyedBallot { times, marks, defect, set_aside, .. }| BroughtBallot { times, marks, defect, set_aside })
        .collect()
}

/// The numbers of bundles as people write them, `1-4,7`; refused where they are none.
pub fn numbers(text: &str) -> Result<Vec<u16>, Refusal> {
    let wrong = || Refusal::Blank { what: Noun::Bundle };
    let number = |text: &str| text.trim().parse::<u16>().ok().filter(|number| *number > 0).ok_or_else(wrong);
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(wrong());
        }
        numbers.extend(first..=last);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// Numbers in order as people write them: `1-4,7`.
pub fn written(numbers: &[u16]) -> String {
    let runs = numbers.chunk_by(|one, next| one.checked_add(1) == Some(*next));
    let run = |run: &[u16]| match run {
        [first, .., last] => format!("{first}-{last}"),
        run => run.iter().map(u16::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundles_are_named_as_people_write_them() {
        assert_eq!(numbers("1-4").unwrap(), [1, 2, 3, 4]);
        assert_eq!(numbers("3, 1,5-6").unwrap(), [1, 3, 5, 6]);
        for wrong in ["", "0", "4-1", "a", "1-", "-3", "1,,2"] {
            assert!(numbers(wrong).is_err(), "{wrong}");
        }
        assert_eq!(written(&[1, 2, 3, 5, 8, 9]), "1-3,5,8-9");
        assert_eq!(written(&[]), "");
        assert_eq!(numbers(&written(&[2, 3, 7])).unwrap(), [2, 3, 7]);
    }
}
