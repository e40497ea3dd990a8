//! The count as two people with a sheet of paper would make it, paper by paper from the table of the rules (§4, §5), to compare
//! with ours. It shares no line with it.

use super::sheets::{Sheet, name, sheet};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What is on the tally sheet.
#[derive(Default)]
struct Counted {
    valid: u64,
    invalid: BTreeMap<&'static str, u64>,
    /// Votes, against, not counted for each name.
    names: Vec<[u64; 3]>,
}

fn by_hand(sheet: &Sheet) -> Counted {
    let mut counted = Counted { names: vec![[0; 3]; usize::from(sheet.names)], ..Counted::default() };
    for paper in &sheet.ballots {
        for _ in 0..paper.times {
            // where the cross stands by each name: 0 for, 1 against, 2 neither the one nor the other
            let crosses: Vec<usize> = (1..=sheet.names)
                .map(|number| match (paper.first.contains(&number), paper.second.contains(&number)) {
                    (struck, _) if sheet.strikes() => usize::from(struck),
                    (true, false) => 0,
                    (false, true) => 1,
                    _ => 2,
                })
                .collect();
            let votes = crosses.iter().filter(|cross| **cross == 0).count();
            let reason = match paper.defect {
                Some(defect) => Some(defect),
                None if sheet.strikes() && votes == 0 => Some("no_vote"),
                None if sheet.strikes() && votes > usize::from(sheet.seats) => Some("over_vote"),
                None if sheet.names == 1 && paper.first.len() + paper.second.len() == 2 => Some("both_boxes"),
                None if sheet.names == 1 && crosses == [2] => Some("no_box"),
                None => None,
            };
            if let Some(reason) = reason {
                *counted.invalid.entry(reason).or_default() += 1;
            } else {
                counted.valid += 1;
                for (name, cross) in counted.names.iter_mut().zip(crosses) {
                    name[cross] += 1;
                }
            }
        }
    }
    counted
}

/// Who is elected, and who is tied for the last seat: everybody's votes compared with everybody's.
fn elected(sheet: &Sheet, votes: &[u64]) -> (Vec<String>, Vec<String>) {
    let base = u64::from(sheet.base.max(sheet.collected()).max(1));
    let passed = |votes: u64| if sheet.tie_revote { votes > 0 } else { 2 * votes > base };
    let seats = usize::from(sheet.seats);
    let (mut elected, mut tied) = (Vec::new(), Vec::new());
    for (number, own) in (1..).zip(votes).filter(|(_, own)| passed(**own)) {
        let above = votes.iter().filter(|other| *other > own).count();
        let level = votes.iter().filter(|other| *other == own).count();
        if above + level <= seats {
            elected.push((std::cmp::Reverse(*own), number));
        } else if above < seats {
            tied.push(name(number));
        }
    }
    elected.sort_unstable();
    (elected.into_iter().map(|(_, number)| name(number)).collect(), tied)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

proptest! {
    /// Every ballot is somewhere, every figure is what the papers say, and the outcome follows from the figures.
    #[test]
    fn the_count_is_the_one_made_by_hand(sheet in sheet()) {
        let (document, counted) = (sheet.recount(), by_hand(&sheet));
        prop_assert_eq!(number(&document["valid"]), counted.valid);
        prop_assert_eq!(&document["invalid"], &json!(counted.invalid));
        prop_assert_eq!(counted.valid + counted.invalid.values().sum::<u64>(), u64::from(sheet.collected()));
        for (row, [votes, against, not_counted]) in document["names"].as_array().unwrap().iter().zip(&counted.names) {
            let figures = [&row["votes"], &row["against"], &row["not_counted"]].map(number);
            prop_assert_eq!(figures, [*votes, *against, *not_counted]);
        }
        let votes: Vec<u64> = counted.names.iter().map(|name| name[0]).collect();
        let (elected, tied) = elected(&sheet, &votes);
        prop_assert_eq!(&document["elected"], &json!(elected));
        prop_assert_eq!(&document["tied"], &json!(tied));
        prop_assert_eq!(number(&document["seats_open"]), u64::from(sheet.seats) - elected.len() as u64);
    }

    /// The ledger of each form, and percentages rounded half up on integers.
    #[test]
    fn the_sums_of_both_forms_hold(sheet in sheet()) {
        let document = sheet.recount();
        let valid = number(&document["valid"]);
        let base = u64::from(sheet.base.max(sheet.collected()).max(1));
        let mut votes = 0;
        for row in document["names"].as_array().unwrap() {
            let [own, against, not_counted] = [&row["votes"], &row["against"], &row["not_counted"]].map(number);
            prop_assert_eq!(own + against + not_counted, valid);
            prop_assert!(!sheet.strikes() || not_counted == 0);
            votes += own;
            let percent: u64 = row["percent"].as_str().unwrap().replace([',', '.'], "").parse().unwrap();
            // |percent − 10000·own/base| ≤ ½, the half itself only upwards
            prop_assert!(2 * percent * base <= 20_000 * own + base && 20_000 * own < 2 * percent * base + base);
        }
        prop_assert!(!sheet.strikes() || votes <= u64::from(sheet.seats) * valid);
    }
}
