//! Replaying the journal with every line judged again.

use super::world::{founded, now};
use super::{note, rate};
use daihoi::domain::{Change, Entry, Who, journal};
use std::time::Instant;

const LINES: u32 = 100_000;

/// Folding a long journal.
pub fn run() {
    let entry = |(number, change): (u64, Change)| Entry { number, at: now(), who: Who::default(), change };
    let changes = founded().into_iter().chain((1..=LINES).map(note));
    let entries: Vec<Entry> = (1..).zip(changes).map(entry).collect();
    let begun = Instant::now();
    let congress = journal::fold(&entries, 1).expect("it holds");
    let took = begun.elapsed();
    assert_eq!(congress.notes.len(), LINES as usize);
    println!("replay       {:.0} changes/s (goal 100000)", rate(LINES.into(), took));
}
