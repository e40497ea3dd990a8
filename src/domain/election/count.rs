//! The tally of many ballots (kiểm phiếu): counts only, in any order and any grouping. Who is elected is decided in
//! `outcome`.

use super::ballot::{Ballot, Invalid, Judge, MarkFault, Marks, Validity};
use super::form::{Contest, Form};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ballots of one contest added up. Form A counts what was struck and derives the votes; nothing here knows which
/// ballot came first.
#[derive(Clone, Debug)]
pub struct Tally {
    judge: Judge,
    valid: u64,
    invalid: [u64; Invalid::ALL.len()],
    /// Valid ballots that struck or disagreed with each name.
    against: Vec<u64>,
    /// Valid ballots that agreed to each name; form B only.
    agreed: Vec<u64>,
}

/// What was counted in one round: the sums alone, no ballot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Valid ballots (phiếu hợp lệ).
    pub valid: u64,
    /// Invalid ballots (phiếu không hợp lệ) by reason, only reasons that occurred.
    pub invalid: BTreeMap<Invalid, u64>,
    /// The counts of every name in ballot order.
    pub names: Vec<NameCount>,
}

/// What the valid ballots say of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCount {
    /// Votes for the name (số phiếu đồng ý, số phiếu bầu).
    pub votes: u64,
    /// Struck out, or disagreed with.
    pub against: u64,
    /// On valid ballots with both or neither box marked; form B only.
    pub not_counted: u64,
}

/// A ledger that does not balance (rules §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unbalanced {
    /// Valid and invalid ballots are not those collected.
    #[error("{counted} ballots were counted, {collected} were collected")]
    Collected {
        /// Valid and invalid together.
        counted: u64,
        /// Collected (thu về).
        collected: u64,
    },
    /// The counts of a name are not the valid ballots.
    #[error("the counts of name {number} do not add up to the valid ballots")]
    Name {
        /// Its number on the ballot.
        number: u16,
    },
    /// More votes than the valid ballots can carry.
    #[error("more votes than seats on the valid ballots")]
    Votes,
    /// A tally of another contest was to be added.
    #[error("the tallies are of two different contests")]
    OtherContest,
}

impl Tally {
    /// An empty tally.
    pub fn new(contest: Contest) -> Tally {
        let names = usize::from(contest.names);
        let boxes = if contest.form() == Form::AgreeDisagree { names } else { 0 };
        Tally {
            judge: Judge::new(contest),
            valid: 0,
            invalid: [0; Invalid::ALL.len()],
            against: vec![0; names],
            agreed: vec![0; boxes],
        }
    }

    /// What the ballots have in common.
    pub fn contest(&self) -> &Contest {
        self.judge.contest()
    }

    /// Judges a ballot and adds it as often as it occurred; a ballot with a fault of keying is not added.
    pub fn add(&mut self, ballot: &Ballot, times: u32) -> Result<Validity, MarkFault> {
        let verdict = self.judge.judge(ballot)?;
        let times = u64::from(times);
        match verdict {
            Validity::Invalid(reason) => grow(&mut self.invalid, reason as usize, times),
            Validity::Valid => {
                self.valid = self.valid.saturating_add(times);
                self.add_marks(&ballot.marks, times);
            }
        }
        Ok(verdict)
    }

    fn add_marks(&mut self, marks: &Marks, times: u64) {
        let judge = &self.judge;
        match marks {
            Marks::Struck(struck) => add_each(&mut self.against, struck, times, |_| true),
            Marks::Boxes { agree, disagree } => {
                add_each(&mut self.agreed, agree, times, |number| !judge.in_both(number));
                add_each(&mut self.against, disagree, times, |number| !judge.in_both(number));
            }
        }
    }

    /// Adds another tally of the same contest, as of another bundle (tệp).
    pub fn merge(&mut self, other: &Tally) -> Result<(), Unbalanced> {
        if self.contest() != other.contest() {
            return Err(Unbalanced::OtherContest);
        }
        self.valid = self.valid.saturating_add(other.valid);
        for (sums, addends) in [
            (&mut self.invalid[..], &other.invalid[..]),
            (&mut self.against[..], &other.against[..]),
            (&mut self.agreed[..], &other.agreed[..]),
        ] {
            for (sum, addend) in sums.iter_mut().zip(addends) {
                *sum = sum.saturating_add(*addend);
            }
        }
        Ok(())
    }

    /// The valid ballots (phiếu hợp lệ).
    pub fn valid(&self) -> u64 {
        self.valid
    }

    /// The invalid ballots (phiếu không hợp lệ) by reason, only reasons that occurred.
    pub fn invalid(&self) -> impl Iterator<Item = (Invalid, u64)> + '_ {
        Invalid::ALL.into_iter().zip(self.invalid).filter(|(_, ballots)| *ballots > 0)
    }

    /// Valid and invalid ballots together.
    pub fn counted(&self) -> u64 {
        self.invalid.iter().fold(self.valid, |sum, ballots| sum.saturating_add(*ballots))
    }

    /// The counts of every name in ballot order.
    pub fn names(&self) -> impl Iterator<Item = NameCount> + '_ {
        self.against.iter().enumerate().map(|(place, &against)| {
            let rest = self.valid.saturating_sub(against);
            match self.agreed.get(place) {
                Some(&votes) => NameCount { votes, against, not_counted: rest.saturating_sub(votes) },
                None => NameCount { votes: rest, against, not_counted: 0 },
            }
        })
    }

    /// Checks the ledger of these ballots, see [`Counts::check`].
    pub fn check(&self, collected: u64) -> Result<(), Unbalanced> {
        self.counts().check(self.contest(), collected)
    }

    /// The sums alone.
    pub fn counts(&self) -> Counts {
        Counts { valid: self.valid, invalid: self.invalid().collect(), names: self.names().collect() }
    }
}

impl Counts {
    /// Valid and invalid ballots together.
    pub fn counted(&self) -> u64 {
        self.invalid.values().fold(self.valid, |sum, ballots| sum.saturating_add(*ballots))
    }

    /// Checks the ledger of a contest: valid and invalid are those collected, each name's counts are the valid ballots, and no
    /// more votes than seats.
    pub fn check(&self, contest: &Contest, collected: u64) -> Result<(), Unbalanced> {
        let counted = self.counted();
        if counted != collected {
            return Err(Unbalanced::Collected { counted, collected });
        }
        let mut votes = 0_u128;
        for (number, name) in (1..=u16::MAX).zip(&self.names) {
            let sum = u128::from(name.votes) + u128::from(name.against) + u128::from(name.not_counted);
            if sum != u128::from(self.valid) {
                return Err(Unbalanced::Name { number });
            }
            votes += u128::from(name.votes);
        }
        let most = u128::from(self.valid) * u128::from(contest.seats);
        let limited = contest.form() == Form::StrikeOut;
        if limited && votes > most { Err(Unbalanced::Votes) } else { Ok(()) }
    }
}

fn add_each(counts: &mut [u64], numbers: &[u16], times: u64, counted: impl Fn(u16) -> bool) {
    for &number in numbers {
        if counted(number) {
            grow(counts, usize::from(number).wrapping_sub(1), times);
        }
    }
}

fn grow(counts: &mut [u64], place: usize, times: u64) {
    if let Some(count) = counts.get_mut(place) {
        *count = count.saturating_add(times);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::ballot::Defect;
    use super::*;
    use crate::domain::regulation::Regulation;
    use proptest::prelude::*;
    use proptest::sample::subsequence;

    /// A contest of a few names and a box of ballots for it.
    pub(in crate::domain::election) fn full_box() -> impl Strategy<Value = (Contest, Vec<(Ballot, u32)>)> {
        (1u16..7, 1u16..7).prop_flat_map(|(names, seats)| {
            let contest = Contest { names, seats, regulation: Regulation::default_profile() };
            (Just(contest), prop::collection::vec((ballot(contest), 1u32..4), 0..24))
        })
    }

    fn ballot(contest: Contest) -> impl Strategy<Value = Ballot> {
        let numbers: Vec<u16> = (1..=contest.names).collect();
        let some = || subsequence(numbers.clone(), 0..=numbers.len());
        let marks = (some(), some()).prop_map(move |(one, other)| match contest.form() {
            Form::StrikeOut => Marks::Struck(one),
            Form::AgreeDisagree => Marks::Boxes { agree: one, disagree: other },
        });
        let defect = prop::option::weighted(0.1, prop::sample::select(vec![Defect::NotIssued, Defect::Marked]));
        (marks, defect).prop_map(|(marks, defect)| Ballot { marks, defect })
    }

    pub(in crate::domain::election) fn tally(contest: Contest, ballots: &[(Ballot, u32)]) -> Tally {
        let mut tally = Tally::new(contest);
        for (ballot, times) in ballots {
            tally.add(ballot, *times).unwrap();
        }
        tally
    }

    fn figures(tally: &Tally) -> (u64, Vec<(Invalid, u64)>, Vec<NameCount>) {
        (tally.valid(), tally.invalid().collect(), tally.names().collect())
    }

    #[test]
    fn a_faulty_ballot_is_not_added() {
        let contest = Contest { names: 3, seats: 2, regulation: Regulation::default_profile() };
        let mut tally = Tally::new(contest);
        assert!(tally.add(&Ballot { marks: Marks::Struck(vec![1, 1]), defect: None }, 5).is_err());
        assert_eq!(tally.counted(), 0);
        assert_eq!(tally.check(1), Err(Unbalanced::Collected { counted: 0, collected: 1 }));
    }

    proptest! {
        #[test]
        fn ballots_are_conserved((contest, ballots) in full_box()) {
            let sum: u64 = ballots.iter().map(|(_, times)| u64::from(*times)).sum();
            let tally = tally(contest, &ballots);
            prop_assert_eq!(tally.check(sum), Ok(()));
            let invalid: u64 = tally.invalid().map(|(_, ballots)| ballots).sum();
            prop_assert_eq!(tally.valid() + invalid, sum);
            let votes: u64 = tally.names().map(|name| name.votes).sum();
            prop_assert!(votes <= u64::from(contest.seats.max(contest.names)) * tally.valid());
        }

        #[test]
        fn order_and_grouping_do_not_matter(
            (contest, ballots) in full_box(),
            bundles in prop::collection::vec(0usize..5, 24),
            order in Just([0usize, 1, 2, 3, 4]).prop_shuffle(),
        ) {
            let whole = tally(contest, &ballots);
            let reversed: Vec<_> = ballots.iter().rev().cloned().collect();
            prop_assert_eq!(figures(&whole), figures(&tally(contest, &reversed)));
            let singly: Vec<_> = ballots.iter()
                .flat_map(|(ballot, times)| (0..*times).map(|_| (ballot.clone(), 1))).collect();
            prop_assert_eq!(figures(&whole), figures(&tally(contest, &singly)));
            // dealt out into bundles, and the bundles brought back in any order
            let mut joined = Tally::new(contest);
            for bundle in order {
                let dealt: Vec<_> = ballots.iter().zip(&bundles)
                    .filter(|(_, dealt)| **dealt == bundle).map(|(ballot, _)| ballot.clone()).collect();
                joined.merge(&tally(contest, &dealt)).unwrap();
            }
            prop_assert_eq!(figures(&whole), figures(&joined));
        }

        #[test]
        fn bundles_of_another_contest_are_refused((contest, ballots) in full_box(), more in 1u16..4) {
            let mut tally = tally(contest, &ballots);
            let before = figures(&tally);
            let other = Contest { names: contest.names + more, ..contest };
            prop_assert_eq!(tally.merge(&Tally::new(other)), Err(Unbalanced::OtherContest));
            prop_assert_eq!(figures(&tally), before);
        }
    }
}
