//! The truth of a box, added up by itself and not by the count: what the announced result is held against.

use super::voters::{Paper, Question};
use crate::domain::election::ballot::{Invalid, Marks};
use crate::domain::election::count::{Counts, NameCount};
use crate::domain::election::form::Form;
use std::collections::BTreeMap;

/// Adds the papers of a box up.
pub(super) fn added(question: Question, papers: &[Paper]) -> Counts {
    let nobody = NameCount { votes: 0, against: 0, not_counted: 0 };
    let mut counts = Counts { valid: 0, invalid: BTreeMap::new(), names: vec![nobody; usize::from(question.names)] };
    for paper in papers {
        if let Some(reason) = wrong(question, paper) {
            *counts.invalid.entry(reason).or_default() += 1;
            continue;
        }
        counts.valid += 1;
        for (number, name) in (1_u16..).zip(&mut counts.names) {
            match &paper.marks {
                Marks::Struck(struck) if struck.contains(&number) => name.against += 1,
                Marks::Struck(_) => name.votes += 1,
                Marks::Boxes { agree, disagree } => match (agree.contains(&number), disagree.contains(&number)) {
                    (true, false) => name.votes += 1,
                    (false, true) => name.against += 1,
                    _ => name.not_counted += 1,
                },
            }
        }
    }
    counts
}

/// Why a paper does not count, under the default settings of the regulation (rules §4).
fn wrong(question: Question, paper: &Paper) -> Option<Invalid> {
    if let Some(defect) = paper.defect {
        return Some(defect.into());
    }
    let kept = match &paper.marks {
        Marks::Struck(struck) => usize::from(question.names) - struck.len(),
        Marks::Boxes { agree, disagree } if question.names == 1 => {
            return match (agree.len(), disagree.len()) {
                (0, 0) => Some(Invalid::NoBox),
                (1, 1) => Some(Invalid::BothBoxes),
                _ => None,
            };
        }
        Marks::Boxes { .. } => return None,
    };
    debug_assert_eq!(Form::of(question.names, question.seats), Form::StrikeOut);
    match kept {
        0 => Some(Invalid::NoVote),
        kept if kept > usize::from(question.seats) => Some(Invalid::OverVote),
        _ => None,
    }
}
