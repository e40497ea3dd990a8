//! Bundles lent to a desk without network in a file of their own, and that file read when it comes back: for the command and for the
//! head's screen alike. What may be lent and what comes back the domain says; both are recorded through the one door.

use super::found::found_by;
use crate::domain::election::Change as E;
use crate::domain::election::desk::{Change as Desk, DeskFile, LentBundle, Returned};
use crate::domain::id::RoundId;
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Entry, Lang, Refusal, Who};
use crate::store::{Error, Report, Store, proven};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::path::{Path, PathBuf};

/// What is lent.
#[derive(Clone, Copy, Debug)]
pub struct Lending<'a> {
    /// The round that is counted.
    pub round: RoundId,
    /// The numbers of the bundles.
    pub bundles: &'a [u16],
    /// The desk; none: the first number that no desk has.
    pub desk: Option<u16>,
}

/// A desk file that was made.
#[derive(Debug)]
pub struct Lent {
    /// Where it lies.
    pub path: PathBuf,
    /// The desk.
    pub desk: u16,
    /// The bundles.
    pub bundles: Vec<LentBundle>,
    /// The line of the journal that says so.
    pub entry: Entry,
}

/// Makes a desk file in a folder, and records in the congress that these bundles are away in it.
pub fn lend(
    store: &mut Store,
    congress: &mut Congress,
    (who, at): (Who, DateTime<FixedOffset>),
    asked: Lending<'_>,
    dir: &Path,
) -> Result<Lent, Error> {
    if congress.desk_file().is_some() {
        return Err(Refusal::DeskFileOnly.into());
    }
    let round = asked.round;
    let bundles = congress.lendable(round, asked.bundles)?;
    let nothing =
        || Refusal::Unknown { what: Noun::Bundle, number: asked.bundles.first().map_or(1, |one| (*one).into()) };
    let list = congress.ballot_list(congress.round(round)?).ok_or_else(nothing)?;
    let desk = asked.desk.unwrap_or_else(|| congress.free_desk());
    let line = store.last_number()?;
    let hash = store.hash_of(line)?.unwrap_or_default();
    let lending = |file: String, hash: String| {
        let at = at.naive_local();
        Change::Election(E::Desk(Desk::Lent { round, desk, file, hash, bundles: bundles.clone(), at }))
    };
    // what cannot be lent is refused before anything is written
    congress.judge(who, &lending(String::new(), String::new()))?;
    fs::create_dir_all(dir).map_err(|source| Error::System { path: dir.to_owned(), source })?;
    let path = dir.join(name(desk, asked.bundles));
    let mother = store.identity().name.clone();
    let file = DeskFile { id: 1, mother, line, hash, desk };
    let opened = Desk::Opened { file, list, bundles: bundles.clone(), at: at.naive_local() };
    let made = found_by(&path, who, &[Change::Election(E::Desk(opened))], at)?;
    let (name, first) = (made.identity().name.clone(), made.hash_of(1)?.unwrap_or_default());
    drop(made);
    let lent = lending(name, first);
    match store.record(congress, who, at, &|_| Ok(lent.clone())) {
        Ok(entry) => Ok(Lent { path, desk, bundles, entry }),
        Err(error) => {
            // nobody has it yet: the congress does not know this file, and would refuse it
            let _ = fs::remove_file(&path);
            Err(error)
        }
    }
}

/// The name of a desk file: `ban-5-tep-1-4.daihoi`.
fn name(desk: u16, bundles: &[u16]) -> String {
    let numbers: Vec<String> = bundles.iter().map(u16::to_string).collect();
    let whole = bundles.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    let named = match (bundles, whole) {
        ([first, .., last], true) => format!("{first}-{last}"),
        _ => numbers.join("+"),
    };
    format!("ban-{desk}-tep-{named}.daihoi")
}

/// Reads a desk file that came back. Refused where it was altered, belongs to another congress, or this one did not lend it.
pub fn returned(store: &Store, congress: &Congress, path: &Path, lang: Lang) -> Result<Returned, Error> {
    let (report, keyed) = proven(path)?;
    if let Some(finding) = report.findings.first() {
        return Err(Refusal::DeskFileAltered { first: finding.told(lang) }.into());
    }
    let known = keyed.desk_file().ok_or(Refusal::NotDeskFile)?;
    if congress.desk_file().is_some() || known.mother != store.identity().name {
        return Err(Refusal::DeskFileForeign.into());
    }
    if store.hash_of(known.line)?.as_ref() != Some(&known.hash) {
        return Err(Refusal::DeskFileOutdated { line: known.line }.into());
    }
    if !lent(store, &report)? {
        return Err(Refusal::DeskFileUnknown.into());
    }
    Ok(Returned { desk: known.desk, file: report.name, keyed })
}

/// Whether this congress lent a desk file with this name and this first line.
fn lent(store: &Store, report: &Report) -> Result<bool, Error> {
    let entries = store.entries(..)?;
    Ok(entries.iter().any(|entry| {
        let Change::Election(E::Desk(Desk::Lent { file, hash, .. })) = &entry.change else { return false };
        *file == report.name && Some(hash) == report.first.as_ref()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_file_is_named_by_its_desk_and_its_bundles() {
        assert_eq!(name(5, &[1, 2, 3]), "ban-5-tep-1-3.daihoi");
        assert_eq!([name(5, &[2]), name(12, &[1, 3])], ["ban-5-tep-2.daihoi", "ban-12-tep-1+3.daihoi"]);
    }
}
