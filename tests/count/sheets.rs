//! Any sheet of ballots: what a voter could do to a paper, in any number, for a short list or a long one.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

/// A sheet before it is text.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub names: u16,
    pub seats: u16,
    pub base: u32,
    pub tie_revote: bool,
    pub ballots: Vec<Paper>,
}

/// Papers alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Struck, or agreed to.
    pub first: Vec<u16>,
    /// Disagreed with; nothing on the form with strikes.
    pub second: Vec<u16>,
    pub defect: Option<&'static str>,
    pub times: u32,
}

impl Sheet {
    /// Whether names are struck out.
    pub fn strikes(&self) -> bool {
        self.names > self.seats && self.names > 1
    }

    pub fn collected(&self) -> u32 {
        self.ballots.iter().map(|paper| paper.times).sum()
    }

    /// As `daihoi recount` reads it.
    pub fn text(&self) -> String {
        let ballots: Vec<Value> = self.ballots.iter().map(|paper| self.ballot(paper)).collect();
        let names: Vec<String> = (1..=self.names).map(name).collect();
        let collected = self.collected();
        json!({"regulation": "190-QĐ/TW", "office": "committee", "seats": self.seats, "base": self.base.max(collected).max(1),
            "tie_revote": self.tie_revote, "issued": collected, "collected": collected, "candidates": names,
            "ballots": ballots})
        .to_string()
    }

    fn ballot(&self, paper: &Paper) -> Value {
        let mut ballot = if self.strikes() {
            json!({"struck": paper.first})
        } else {
            json!({"agree": paper.first, "disagree": paper.second})
        };
        if let Some(defect) = paper.defect {
            ballot["defect"] = json!(defect);
        }
        if paper.times > 1 {
            ballot["times"] = json!(paper.times);
        }
        ballot
    }

    /// The document that `daihoi recount` prints.
    pub fn recount(&self) -> Value {
        let text = self.text();
        let document = daihoi::cli::recount::recount(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        serde_json::from_str(&document).unwrap()
    }
}

/// The name with a number.
pub fn name(number: u16) -> String {
    format!("Tên {number}")
}

/// Any sheet with a short list.
pub fn sheet() -> impl Strategy<Value = Sheet> {
    (1u16..10, 1u16..10).prop_flat_map(|(names, seats)| {
        let ballots = prop::collection::vec(paper(names, 0..=names), 0..30);
        (ballots, 1u32..120, any::<bool>()).prop_map(move |(ballots, base, tie_revote)| Sheet {
            names,
            seats,
            base,
            tie_revote,
            ballots,
        })
    })
}

/// A sheet with more names than seats and only valid ballots, short or long.
pub fn surplus() -> impl Strategy<Value = Sheet> {
    let size = prop_oneof![9 => (2u16..12, 1u16..11), 1 => (100u16..221, 50u16..200)];
    let size = size.prop_map(|(names, seats)| (names, seats.min(names - 1)));
    size.prop_flat_map(|(names, seats)| {
        // at least one kept, no more than seats
        let ballots = prop::collection::vec(paper(names, names - seats..=names - 1), 1..40);
        (ballots, 1u32..120, any::<bool>()).prop_map(move |(mut ballots, base, tie_revote)| {
            for paper in &mut ballots {
                paper.defect = None;
            }
            Sheet { names, seats, base, tie_revote, ballots }
        })
    })
}

fn paper(names: u16, first: std::ops::RangeInclusive<u16>) -> impl Strategy<Value = Paper> {
    let numbers: Vec<u16> = (1..=names).collect();
    let sizes = usize::from(*first.start())..=usize::from(*first.end());
    let columns = (subsequence(numbers.clone(), sizes), subsequence(numbers.clone(), 0..=numbers.len()));
    let defect = prop::option::weighted(0.1, select(vec!["not_issued", "outside_name", "signed", "marked"]));
    (columns, defect, 1u32..5).prop_map(|((first, second), defect, times)| Paper { first, second, defect, times })
}
