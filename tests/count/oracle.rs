//! The same ballots counted by `stv-rs`, a program of other people: plurality block voting, where each name that a ballot keeps
//! gets one vote and the highest are elected.

use super::sheets::{Sheet, name, surplus};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use stv_rs::arithmetic::{FixedDecimal9, Integer64};
use stv_rs::pbv::plurality_block_voting;
use stv_rs::types::{Ballot, Candidate, Election};

/// What the other program says: the votes of each name, and whom it elects.
struct Said {
    votes: BTreeMap<String, u64>,
    elected: BTreeSet<String>,
}

fn said(sheet: &Sheet) -> Said {
    let kept = |struck: &[u16]| -> Vec<Vec<usize>> {
        (1..=sheet.names)
            .filter(|number| !struck.contains(number))
            .map(|number| vec![usize::from(number) - 1])
            .collect()
    };
    let ballots: Vec<Ballot> =
        sheet.ballots.iter().map(|paper| Ballot::new(paper.times as usize, kept(&paper.first))).collect();
    let candidate = |number: u16| Candidate { nickname: format!("n{number}"), name: name(number), is_withdrawn: false };
    let election = Election::builder()
        .title("Cấp ủy")
        .num_seats(usize::from(sheet.seats))
        .candidates((1..=sheet.names).map(candidate).collect::<Vec<_>>())
        .ballots(ballots)
        .build();
    let mut report = Vec::new();
    let result = plurality_block_voting::<Integer64, FixedDecimal9>(&mut report, &election, "", None).unwrap();
    let elected = result.elected.into_iter().map(|place| election.candidates[place].name.clone()).collect();
    Said { votes: votes(&String::from_utf8(report).unwrap()), elected }
}

/// Reads the lines «Elected:  name (12.000000000)» of its report.
fn votes(report: &str) -> BTreeMap<String, u64> {
    let lines = report.lines().filter_map(|line| {
        let line = line.strip_prefix("\tElected:  ").or_else(|| line.strip_prefix("\tDefeated: "))?;
        let (name, sum) = line.strip_suffix(".000000000)")?.split_once(" (")?;
        Some((name.to_owned(), sum.parse().ok()?))
    });
    lines.collect()
}

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

proptest! {
    /// Their votes are ours; their winners are ours where more than half is not asked for, and ours are theirs with more than
    /// half where it is. At a tie they take the first on the list, we nobody.
    #[test]
    fn another_program_counts_the_same(sheet in surplus()) {
        let (document, said) = (sheet.recount(), said(&sheet));
        prop_assert_eq!(said.votes.len(), usize::from(sheet.names));
        let need = if sheet.tie_revote { 1 } else { document["threshold"].as_u64().unwrap() };
        for row in document["names"].as_array().unwrap() {
            prop_assert_eq!(row["votes"].as_u64(), said.votes.get(row["name"].as_str().unwrap()).copied());
        }
        let theirs: BTreeSet<String> = said.elected.into_iter().filter(|name| said.votes[name] >= need).collect();
        let (elected, tied) = (names(&document["elected"]), names(&document["tied"]));
        if tied.is_empty() {
            prop_assert_eq!(elected, theirs);
        } else {
            prop_assert!(elected.is_subset(&theirs));
            prop_assert!(theirs.difference(&elected).all(|name| tied.contains(name)));
            prop_assert_eq!(theirs.len(), usize::from(sheet.seats));
        }
    }
}
