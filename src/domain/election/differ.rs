//! What two people keyed differently of one bundle: as few papers as there are, whichever way round the heap lay. Pure; which of
//! the two is right a third person says from the paper.

use super::ballot::{Defect, Marks};
use super::keyed::KeyedBallot;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A paper on which the keyings of a bundle differ, or that was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// Its place in the first keying, from 1.
    pub first: u32,
    /// Its place in the second keying; none where the bundle is keyed once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<u32>,
}

/// A paper as it is compared: its marks in order, its defect; a paper set aside is like no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    marks: Vec<(u16, bool)>,
    defect: Option<Defect>,
    aside: bool,
}

impl Said {
    fn of(ballot: &KeyedBallot) -> Self {
        let mut marks: Vec<(u16, bool)> = match &ballot.marks {
            Marks::Struck(struck) => struck.iter().map(|number| (*number, false)).collect(),
            Marks::Boxes { agree, disagree } => {
                let agree = agree.iter().map(|number| (*number, true));
                agree.chain(disagree.iter().map(|number| (*number, false))).collect()
            }
        };
        marks.sort_unstable();
        // a paper with a defect is invalid whatever its marks: what else stands on it need not agree
        if ballot.defect.is_some() {
            marks.clear();
        }
        Self { marks, defect: ballot.defect, aside: ballot.set_aside }
    }
}

/// The papers of a keying one by one, runs of identical ones spread out.
fn spread<'a>(ballots: impl Iterator<Item = &'a KeyedBallot>) -> Vec<Said> {
    let papers = ballots.flat_map(|ballot| {
        let times = usize::try_from(ballot.times).unwrap_or(usize::MAX);
        std::iter::repeat_n(Said::of(ballot), times)
    });
    papers.collect()
}

/// The papers of a single keying that were set aside.
pub(super) fn set_aside<'a>(ballots: impl Iterator<Item = &'a KeyedBallot>) -> Vec<Difference> {
    let papers = spread(ballots);
    let aside = (1..).zip(&papers).filter(|(_, paper)| paper.aside);
    aside.map(|(first, _)| Difference { first, second: None }).collect()
}

/// The papers that two keyings of one bundle differ in: none where both hold the same papers, in whatever order.
pub(super) fn differences<'a>(
    first: impl Iterator<Item = &'a KeyedBallot>,
    second: impl Iterator<Item = &'a KeyedBallot>,
) -> Vec<Difference> {
    let (first, second) = (spread(first), spread(second));
    let mut numbers = BTreeMap::new();
    let (first, second) = (numbered(&first, &mut numbers), numbered(&second, &mut numbers));
    let straight = alone(&first, &second);
    // a heap that was turned over while it was keyed lies the other way round for the second person
    let reverse = (!straight.0.is_empty()).then(|| {
        let turned: Vec<Paper> = second.iter().rev().copied().collect();
        alone(&first, &turned)
    });
    let (mut left, mut right) = match reverse.filter(|(left, _)| left.len() < straight.0.len()) {
        Some((left, right)) => {
            let last = second.len().saturating_sub(1);
            (left, right.into_iter().map(|place| last - place).collect())
        }
        None => straight,
    };
    cancel(&mut left, &mut right, (&first, &second));
    let place = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
    let pairs = left.into_iter().zip(right);
    pairs.map(|(one, other)| Difference { first: place(one), second: Some(place(other)) }).collect()
}

/// A paper as a number, which papers that say the same have in common; none where it was set aside and is like no other. Heaps are
/// compared each paper with each, and numbers are compared at once.
type Paper = Option<usize>;

fn numbered<'a>(heap: &'a [Said], numbers: &mut BTreeMap<&'a Said, usize>) -> Vec<Paper> {
    let number = |said: &'a Said| {
        let next = numbers.len();
        (!said.aside).then(|| *numbers.entry(said).or_insert(next))
    };
    heap.iter().map(number).collect()
}

/// The places of both that a longest common run of papers leaves over.
fn alone(first: &[Paper], second: &[Paper]) -> (Vec<usize>, Vec<usize>) {
    // two heaps are nearly always the same up to the first slip
    let alike = first.iter().zip(second).take_while(|(one, other)| same(**one, **other)).count();
    let (left, right) = apart(first.get(alike..).unwrap_or_default(), second.get(alike..).unwrap_or_default());
    let places = |left_over: Vec<usize>| left_over.into_iter().map(|place| place + alike).collect();
    (places(left), places(right))
}

/// The same for papers of which the first two are not alike.
fn apart(first: &[Paper], second: &[Paper]) -> (Vec<usize>, Vec<usize>) {
    let width = second.len() + 1;
    let mut longest = vec![0_u32; (first.len() + 1) * width];
    for (i, one) in first.iter().enumerate().rev() {
        for (j, other) in second.iter().enumerate().rev() {
            let at = i * width + j;
            longest[at] =
                if same(*one, *other) { longest[at + width + 1] + 1 } else { longest[at + width].max(longest[at + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while i < first.len() && j < second.len() {
        let at = i * width + j;
        if same(first[i], second[j]) {
            (i, j) = (i + 1, j + 1);
        } else if longest[at + width] == longest[at + 1] {
            // neither side is nearer: the two stand against each other
            left.push(i);
            right.push(j);
            (i, j) = (i + 1, j + 1);
        } else if longest[at + width] > longest[at + 1] {
            left.push(i);
            i += 1;
        } else {
            right.push(j);
            j += 1;
        }
    }
    left.extend(i..first.len());
    right.extend(j..second.len());
    (left, right)
}

fn same(one: Paper, other: Paper) -> bool {
    one.is_some() && one == other
}

/// Takes out papers that both have, only at places that are out of order.
fn cancel(left: &mut Vec<usize>, right: &mut Vec<usize>, (first, second): (&[Paper], &[Paper])) {
    left.retain(|one| match right.iter().position(|other| same(first[*one], second[*other])) {
        Some(place) => {
            right.remove(place);
            false
        }
        None => true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RoundId;
    use proptest::prelude::*;

    fn keyed(papers: &[&[u16]]) -> Vec<KeyedBallot> {
        let ballot = |(number, struck): (u32, &&[u16])| KeyedBallot {
            round: RoundId(1),
            bundle: 1,
            keying: 1,
            number,
            times: 1,
            marks: Marks::Struck(struck.to_vec()),
            defect: None,
            set_aside: false,
        };
        (1..).zip(papers).map(ballot).collect()
    }

    fn found(first: &[&[u16]], second: &[&[u16]]) -> Vec<(u32, u32)> {
        let differences = differences(keyed(first).iter(), keyed(second).iter());
        differences.into_iter().map(|difference| (difference.first, difference.second.unwrap())).collect()
    }

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(found(&[&[1], &[2], &[3]], &[&[1], &[2], &[3]]), []);
        assert_eq!(found(&[&[1], &[2, 1], &[3]], &[&[1], &[1, 2], &[3]]), []);
        assert_eq!(found(&[&[1], &[2], &[3]], &[&[1], &[4], &[3]]), [(2, 2)]);
    }

    #[test]
    fn a_paper_left_out_and_one_keyed_twice_are_one_difference() {
        // the second person skipped the second paper and keyed the last one twice
        assert_eq!(found(&[&[1], &[2], &[3], &[4]], &[&[1], &[3], &[4], &[4]]), [(2, 4)]);
    }

    #[test]
    fn a_heap_turned_over_is_compared_from_the_other_end() {
        assert_eq!(found(&[&[1], &[2], &[3], &[4]], &[&[4], &[3], &[2], &[1]]), []);
        assert_eq!(found(&[&[1], &[2], &[3], &[4]], &[&[4], &[5], &[2], &[1]]), [(3, 2)]);
    }

    #[test]
    fn a_paper_set_aside_is_always_decided() {
        let mut first = keyed(&[&[1], &[2]]);
        first[1].set_aside = true;
        let second = first.clone();
        assert_eq!(differences(first.iter(), second.iter()), [Difference { first: 2, second: Some(2) }]);
        assert_eq!(set_aside(first.iter()), [Difference { first: 2, second: None }]);
    }

    #[test]
    fn marks_on_a_defective_paper_need_not_agree() {
        let mut first = keyed(&[&[1]]);
        let mut second = keyed(&[&[2]]);
        first[0].defect = Some(Defect::Signed);
        second[0].defect = Some(Defect::Signed);
        assert_eq!(differences(first.iter(), second.iter()), []);
        second[0].defect = Some(Defect::Marked);
        assert_eq!(differences(first.iter(), second.iter()).len(), 1);
    }

    proptest! {
        /// As many differences as papers that one heap has and the other has not; order and runs do not matter.
        #[test]
        fn differences_are_the_fewest(
            papers in prop::collection::vec((0u16..4, 0u16..4), 0..12),
            turn in any::<bool>(),
            shift in 0usize..12,
        ) {
            let papers: Vec<(u16, u16)> = papers;
            let first: Vec<Vec<u16>> = papers.iter().map(|paper| vec![paper.0]).collect();
            let mut second: Vec<Vec<u16>> = papers.iter().map(|paper| vec![paper.1]).collect();
            if turn { second.reverse(); }
            if !second.is_empty() { let by = shift % second.len(); second.rotate_left(by); }
            let refs = |all: &[Vec<u16>]| all.iter().map(Vec::as_slice).map(<[u16]>::to_vec).collect::<Vec<_>>();
            let (one, other) = (refs(&first), refs(&second));
            let one: Vec<&[u16]> = one.iter().map(Vec::as_slice).collect();
            let other: Vec<&[u16]> = other.iter().map(Vec::as_slice).collect();
            let found = found(&one, &other);
            let mut rest = second.clone();
            let missing = first.iter().filter(|paper| {
                rest.iter().position(|other| other == *paper).map(|place| rest.remove(place)).is_none()
            }).count();
            prop_assert_eq!(found.len(), missing);
            let (mut left, mut right): (Vec<u32>, Vec<u32>) = found.into_iter().unzip();
            left.sort_unstable(); left.dedup();
            right.sort_unstable(); right.dedup();
            prop_assert_eq!((left.len(), right.len()), (missing, missing), "no place stands twice");
        }
    }
}
