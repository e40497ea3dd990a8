//! The ballots of a counted round as the sheet that `daihoi recount` reads: every different paper once, with how often it occurred,
//! in an order that says nothing of the order of entry. Only the head of counting has them written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{ExportError, ready, replace};
use crate::domain::{
    Congress,
    election::{
        Office, Round,
        ballot::{Ballot, Defect, Marks},
        form::Form,
        outcome::{Places, Vote},
        result,
    },
    id::PersonId,
};

/// Writes the sheet of every round whose count is closed: `phieu-bau-1-vong-1.json`.
pub fn export(congress: &Congress, dir: &Path) -> Result<Vec<PathBuf>, ExportError> {
    ready(dir)?;
    let mut written = Vec::new();
    for round in congress.rounds.iter() {
        let Some(sheet) = sheet(congress, round) else { continue };
        let path = dir.join(format!("phieu-bau-{}-vong-{}.json", round.election, round.number));
        replace(&path, sheet.as_bytes())?;
        written.push(path);
    }
    Ok(written)
}

/// The sheet of a round; none before its count is closed, for a ballot whose sheet would be read otherwise (an introduction
/// ballot elects nobody), and where there is no such round.
pub fn sheet(congress: &Congress, round: &Round) -> Option<String> {
    let frozen = result::frozen(congress, round).filter(|_| round.is_counted())?;
    if frozen.vote == Vote::Introduction {
        return None;
    }
    let office = match frozen.office {
        Office::InspectionHead => Office::Inspection,
        Office::Alternates => Office::Delegates,
        other => other,
    };
    let mut sheet = json!({
        "regulation": congress.meeting().regulation().number,
        "office": office,
        "seats": round.seats,
        "base": frozen.base,
        "round": frozen.number,
        "issued": frozen.issued,
        "collected": frozen.collected,
        "candidates": names(congress, &round.names),
        "ballots": ballots(congress, round),
    });
    if frozen.vote != Vote::Ordinary {
        sheet["tie_revote"] = Value::Bool(true);
    }
    if frozen.places == Places::Alternates {
        sheet["places"] = json!(frozen.places);
    }
    if frozen.alternates > 0 {
        sheet["alternates"] = frozen.alternates.into();
    }
    let points = serde_json::to_value(round.terms.points).ok().filter(|points| *points != json!({}));
    if let Some(points) = points {
        sheet["open_points"] = points;
    }
    serde_json::to_string_pretty(&sheet).ok().map(|text| text + "\n")
}

/// The names in ballot order; namesakes, whom a sheet tells apart by name alone, with their numbers on the roster.
fn names(congress: &Congress, people: &[PersonId]) -> Vec<String> {
    let name = |person: &PersonId| congress.people.get(person).map_or("?", |person| person.name.as_str());
    let told = |person: &PersonId| match people.iter().filter(|other| name(other) == name(person)).count() {
        1 => name(person).to_owned(),
        _ => format!("{} #{person}", name(person)),
    };
    people.iter().map(told).collect()
}

/// What a paper says: its defect, the names struck or agreed to, those disagreed with.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Paper {
    defect: Option<Defect>,
    one: Vec<u16>,
    other: Vec<u16>,
}

/// Every different paper once, sorted by what it says.
fn ballots(congress: &Congress, round: &Round) -> Vec<Value> {
    let mut papers: BTreeMap<Paper, u64> = BTreeMap::new();
    let mut add = |paper: &Ballot, times: u32| {
        let sorted = |numbers: &[u16]| {
            let mut numbers = numbers.to_vec();
            numbers.sort_unstable();
            numbers
        };
        let (one, other) = match &paper.marks {
            Marks::Struck(struck) => (sorted(struck), Vec::new()),
            Marks::Boxes { agree, disagree } => (sorted(agree), sorted(disagree)),
        };
        *papers.entry(Paper { defect: paper.defect, one, other }).or_default() += u64::from(times);
    };
    result::for_each_paper(congress, round, &mut add);
    let strikes = round.form() == Form::StrikeOut;
    let told = |(Paper { defect, one, other }, times): (Paper, u64)| {
        let mut paper = if strikes { json!({"struck": one}) } else { json!({"agree": one, "disagree": other}) };
        if let Some(defect) = defect {
            paper["defect"] = json!(defect);
        }
        if times > 1 {
            paper["times"] = times.into();
        }
        paper
    };
    papers.into_iter().map(told).collect()
}
