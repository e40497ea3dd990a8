//! `recount` from text to text: what must not matter does not, and what a voter adds never takes away.

use super::sheets::{Paper, Sheet, name, sheet};
use proptest::prelude::*;
use serde_json::Value;

/// The same papers in another order, runs cut in two, marks in another order.
fn keyed_otherwise() -> impl Strategy<Value = (Sheet, Sheet)> {
    let otherwise = sheet().prop_flat_map(|sheet| {
        let cut = |paper: &Paper| {
            let paper = paper.clone();
            let marks = (Just(paper.first.clone()).prop_shuffle(), Just(paper.second.clone()).prop_shuffle());
            (0..paper.times, marks).prop_map(move |(cut, (first, second))| {
                let part = |times| Paper { first: first.clone(), second: second.clone(), times, ..paper.clone() };
                [part(cut), part(paper.times - cut)]
            })
        };
        let parts: Vec<_> = sheet.ballots.iter().map(cut).collect();
        (Just(sheet), parts)
    });
    otherwise.prop_flat_map(|(sheet, parts)| {
        let papers: Vec<Paper> = parts.into_iter().flatten().filter(|paper| paper.times > 0).collect();
        (Just(sheet), Just(papers).prop_shuffle())
            .prop_map(|(sheet, ballots)| (sheet.clone(), Sheet { ballots, ..sheet }))
    })
}

fn elected(document: &Value, number: u16) -> bool {
    document["names"][usize::from(number) - 1]["elected"] == true
}

proptest! {
    #[test]
    fn the_order_of_keying_and_the_cutting_of_runs_do_not_matter((sheet, other) in keyed_otherwise()) {
        let counted = |sheet: &Sheet| daihoi::cli::recount::recount(&sheet.text()).unwrap();
        prop_assert_eq!(counted(&sheet), counted(&other));
    }

    /// Numbering the names from the other end changes nobody's figures.
    #[test]
    fn the_order_of_names_gives_nobody_a_vote(sheet in sheet()) {
        let mut turned = sheet.clone();
        for paper in &mut turned.ballots {
            let numbers = paper.first.iter_mut().chain(&mut paper.second);
            numbers.for_each(|number| *number = sheet.names + 1 - *number);
        }
        let (one, other) = (sheet.recount(), turned.recount());
        for (row, other) in one["names"].as_array().unwrap().iter().zip(other["names"].as_array().unwrap().iter().rev()) {
            for figure in ["votes", "against", "not_counted", "percent", "elected"] {
                prop_assert_eq!(&row[figure], &other[figure]);
            }
        }
    }

    /// One more paper for a name that is elected leaves it elected, with the base as it was.
    #[test]
    fn a_further_paper_never_unelects(mut sheet in sheet(), spare in 1u32..9) {
        sheet.base = sheet.collected() + spare;
        let before = sheet.recount();
        for number in (1..=sheet.names).filter(|number| elected(&before, *number)) {
            let rest: Vec<u16> = (1..=sheet.names).filter(|other| *other != number).collect();
            let (first, second) = if sheet.strikes() { (rest, Vec::new()) } else { (vec![number], rest) };
            sheet.ballots.push(Paper { first, second, defect: None, times: 1 });
            prop_assert!(elected(&sheet.recount(), number), "{}", name(number));
            sheet.ballots.pop();
        }
    }

    /// A paper that is marked for the name as well leaves it elected, as long as the paper stays valid.
    #[test]
    fn a_further_vote_on_a_paper_never_unelects(sheet in sheet(), place in any::<prop::sample::Index>(), which in 0u16..10) {
        let number = which % sheet.names + 1;
        let before = sheet.recount();
        prop_assume!(!sheet.ballots.is_empty() && elected(&before, number));
        let mut more = sheet.clone();
        let paper = &mut more.ballots[place.index(sheet.ballots.len())];
        if sheet.strikes() {
            paper.first.retain(|struck| *struck != number);
        } else {
            paper.second.retain(|against| *against != number);
            if !paper.first.contains(&number) {
                paper.first.push(number);
            }
        }
        let after = more.recount();
        prop_assume!(after["valid"].as_u64() >= before["valid"].as_u64());
        prop_assert!(elected(&after, number));
    }
}
