//! Questions about ballots: what a sheet comes to, and what each paper is.

use daihoi::cli::recount::recount as counted;
use daihoi::domain::Regulation;
use daihoi::domain::election::ballot::{Ballot, Validity, judge};
use daihoi::domain::election::form::Contest;
use serde::Deserialize;
use serde_json::{Value, json};

/// The outcome of a sheet, as `daihoi recount` prints it.
pub fn recount(sheet: &Value) -> Value {
    let outcome = counted(&sheet.to_string()).unwrap_or_else(|error| panic!("{sheet}: {error}"));
    serde_json::from_str(&outcome).unwrap()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Papers {
    regulation: String,
    names: u16,
    seats: u16,
    ballots: Vec<Ballot>,
}

/// The verdict on each ballot: `valid`, or why it is not.
pub fn ballots(given: &Value) -> Value {
    let Papers { regulation, names, seats, ballots } = serde_json::from_value(given.clone()).unwrap();
    let contest = Contest { names, seats, regulation: Regulation::named(&regulation).unwrap() };
    let verdict = |ballot: &Ballot| match judge(ballot, &contest).unwrap() {
        Validity::Valid => json!("valid"),
        Validity::Invalid(reason) => json!(reason),
    };
    json!({"form": contest.form(), "verdicts": ballots.iter().map(verdict).collect::<Vec<_>>()})
}
