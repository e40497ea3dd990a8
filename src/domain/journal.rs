//! The law of the journal: a congress is the fold of its lines without the undone ones. Hashing and keeping them is the store's.

use super::change::{Change, Entry};
use super::congress::Congress;
use super::refusal::Refusal;
use super::role::{Who, may_undo};
use std::collections::{BTreeMap, BTreeSet};

/// The congress that these lines make, every line from `judged_from` on judged again; those before were judged by a program
/// whose rules may have been others.
///
/// Fails with the number of the first line that does not hold and why.
pub fn fold<'a>(
    entries: impl IntoIterator<Item = &'a Entry> + Clone,
    judged_from: u64,
) -> Result<Congress, (u64, Refusal)> {
    let undone = undone(entries.clone());
    let mut writers = BTreeMap::new();
    let mut congress = Congress::default();
    for entry in entries {
        if undone.contains(&entry.number) {
            writers.insert(entry.number, entry.who);
            continue;
        }
        if entry.number >= judged_from {
            congress.judge(entry.who, &entry.change).map_err(|refusal| (entry.number, refusal))?;
            judge_undoing(entry, &writers).map_err(|refusal| (entry.number, refusal))?;
        }
        congress.apply(&entry.change);
    }
    Ok(congress)
}

/// An undoing is judged by who wrote the line it takes back, which only the journal knows.
fn judge_undoing(entry: &Entry, writers: &BTreeMap<u64, Who>) -> Result<(), Refusal> {
    match &entry.change {
        Change::Undone { number } => {
            writers.get(number).map_or(Ok(()), |writer| may_undo(entry.who, (*number, *writer)))
        }
        _ => Ok(()),
    }
}

/// The congress that these lines make, none of them judged.
pub fn replay(entries: &[Entry]) -> Congress {
    let undone = undone(entries);
    let mut congress = Congress::default();
    let standing = entries.iter().filter(|entry| !undone.contains(&entry.number));
    standing.for_each(|entry| congress.apply(&entry.change));
    congress
}

/// The congress without one line, as undoing it leaves it; refused to those who do not answer for the line, and when a later line
/// no longer holds.
pub fn without(entries: &[Entry], (who, number): (Who, u64), judged_from: u64) -> Result<Congress, Refusal> {
    let undone = undone(entries);
    let Some(entry) = entries.iter().find(|entry| entry.number == number && !undone.contains(&number)) else {
        return Err(Refusal::NothingToUndo);
    };
    if matches!(entry.change, Change::Undone { .. } | Change::Meeting(super::meeting::Change::Founded(_))) {
        return Err(Refusal::NothingToUndo);
    }
    may_undo(who, (number, entry.who))?;
    let standing = entries.iter().filter(|line| !undone.contains(&line.number));
    super::closing::refuse_undo(standing, entry)?;
    let rest = entries.iter().filter(|entry| entry.number != number);
    fold(rest, judged_from).map_err(|(line, refusal)| Refusal::UndoBreaks { line, because: Box::new(refusal) })
}

/// The lines that no longer count.
pub fn undone<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> BTreeSet<u64> {
    entries
        .into_iter()
        .filter_map(|entry| match entry.change {
            Change::Undone { number } => Some(number),
            _ => None,
        })
        .collect()
}
