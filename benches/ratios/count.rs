//! `recount` of 1,000,000 ballots × 220 names against the plurality block voting of `stv-rs`, which is compiled into this bench.
//!
//! Each ballot keeps half of the names and strikes half, so that both programs have as many marks to read: ours the struck, theirs
//! the kept. Theirs reads as its command line does when nothing is asked for, and counts twice: exactly (`bigfixed9`), the quickest
//! arithmetic it does not warn of, and in floating point (`float64`), the quickest it has. Both work in one thread; its processor time
//! is what is told.

use super::{millis, processor, rate};
use daihoi::cli::recount::recount;
use daihoi::domain::Regulation;
use daihoi::domain::election::ballot::{Ballot, Marks};
use daihoi::domain::election::count::Tally;
use daihoi::domain::election::form::Contest;
use num::BigInt;
use std::fmt::Write;
use std::time::Duration;
use stv_rs::arithmetic::{BigFixedDecimal9, Integer, IntegerRef, Rational, RationalRef};
use stv_rs::parse::{ParsingOptions, parse_election};
use stv_rs::pbv::plurality_block_voting;
use stv_rs::types::Election;

const BALLOTS: u32 = 1_000_000;
const NAMES: u16 = 220;
const KEPT: u16 = 110;

/// Counting what is in memory, and counting what is read first.
pub fn run() {
    let counted = ours_in_memory();
    let read = ours_from_text();
    let theirs = theirs();
    for (arithmetic, count) in [("exact", theirs.exact), ("float64", theirs.float)] {
        tell(&format!("reading left out, {arithmetic}"), counted, count);
        tell(&format!("from text to text, {arithmetic}"), read, theirs.read + count);
    }
}

/// The names struck on each ballot, in ballot order: a half of all, drawn by a fixed rule.
fn struck(ballot: u32) -> impl Iterator<Item = u16> {
    let mut state = u64::from(ballot).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut wanted = NAMES - KEPT;
    (1..=NAMES).filter(move |number| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let left = u64::from(NAMES - number) + 1;
        let strike = (state >> 33) % left < u64::from(wanted);
        wanted -= u16::from(strike);
        strike
    })
}

fn ours_in_memory() -> Duration {
    let contest = Contest { names: NAMES, seats: KEPT, regulation: Regulation::default_profile() };
    let ballot = |ballot| Ballot { marks: Marks::Struck(struck(ballot).collect()), defect: None };
    let ballots: Vec<Ballot> = (0..BALLOTS).map(ballot).collect();
    let begun = processor();
    let mut tally = Tally::new(contest);
    for ballot in &ballots {
        tally.add(ballot, 1).unwrap();
    }
    let took = processor().checked_sub(begun).unwrap();
    assert_eq!(tally.valid(), u64::from(BALLOTS));
    took
}

fn ours_from_text() -> Duration {
    let names: Vec<String> = (1..=NAMES).map(|number| format!("\"Tên {number}\"")).collect();
    let mut text = format!(
        r#"{{"regulation": "190-QĐ/TW", "office": "committee", "seats": {KEPT}, "base": {BALLOTS}, "issued": {BALLOTS}, "collected": {BALLOTS}, "candidates": [{}], "ballots": ["#,
        names.join(", ")
    );
    for ballot in 0..BALLOTS {
        text.push_str(if ballot == 0 { "{\"struck\":[" } else { ",{\"struck\":[" });
        for (place, number) in struck(ballot).enumerate() {
            write!(text, "{}{number}", if place == 0 { "" } else { "," }).unwrap();
        }
        text.push_str("]}");
    }
    text.push_str("]}");
    let begun = processor();
    let document = recount(&text).unwrap();
    let took = processor().checked_sub(begun).unwrap();
    assert!(document.contains(&format!("\"valid\": {BALLOTS}")));
    took
}

/// How long the other program reads, and how long it counts.
struct Theirs {
    read: Duration,
    exact: Duration,
    float: Duration,
}

fn theirs() -> Theirs {
    let mut text = format!("{NAMES} {KEPT}\n[nick");
    (1..=NAMES).for_each(|number| write!(text, " n{number}").unwrap());
    text.push_str("]\n");
    for ballot in 0..BALLOTS {
        text.push('1');
        let mut struck = struck(ballot).peekable();
        for number in 1..=NAMES {
            if struck.next_if_eq(&number).is_none() {
                write!(text, " n{number}").unwrap();
            }
        }
        text.push_str(" 0\n");
    }
    text.push_str("0\n");
    (1..=NAMES).for_each(|number| writeln!(text, "\"Tên {number}\"").unwrap());
    text.push_str("\"Cấp ủy\"\n");
    let options =
        ParsingOptions { remove_withdrawn_candidates: true, remove_empty_ballots: true, optimize_layout: true };
    let begun = processor();
    let election: Election = parse_election(text.as_bytes(), options).unwrap();
    let read = processor().checked_sub(begun).unwrap();
    let exact = counted::<BigInt, BigFixedDecimal9>(&election);
    Theirs { read, exact, float: counted::<f64, f64>(&election) }
}

fn counted<I, R>(election: &Election) -> Duration
where
    I: Integer + Send + Sync,
    for<'a> &'a I: IntegerRef<I>,
    R: Rational<I> + Send + Sync,
    for<'a> &'a R: RationalRef<&'a I, R>,
{
    let begun = processor();
    plurality_block_voting::<I, R>(&mut Vec::new(), election, "", None).unwrap();
    processor().checked_sub(begun).unwrap()
}

fn tell(name: &str, ours: Duration, theirs: Duration) {
    let marks = f64::from(BALLOTS) * f64::from(KEPT);
    println!(
        "recount      {name:<28} {:>6.0} ms, {:.0} M marks/s; stv-rs {:.0} ms, {:.0} M marks/s: ratio {:.1} (goal 10)",
        millis(ours),
        rate(marks / 1e6, ours),
        millis(theirs),
        rate(marks / 1e6, theirs),
        theirs.as_secs_f64() / ours.as_secs_f64()
    );
}
