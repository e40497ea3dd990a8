//! `daihoi desk`: bundles lent to a desk without network in a file of their own, and brought back through the one door.

use super::now;
use super::passphrase::seated;
use super::report::{Failure, visible};
use super::verify::sentence;
use crate::domain::election::desk::{Change as Desk, Delivery, DeskFile, LentBundle};
use crate::domain::election::{Change as E, Office, Round, RoundState};
use crate::domain::id::ElectionId;
use crate::domain::refusal::Noun;
use crate::domain::role::{Role, Who};
use crate::domain::{Change, Congress, Refusal};
use crate::runtime::found_by;
use crate::store::{self, Store};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as WordError, StrDeserializer};
use std::io::Write;
use std::path::Path;

/// What is lent.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The election: its number, or the word of its office.
    pub election: String,
    /// The numbers of the bundles.
    pub bundles: Vec<u16>,
    /// The desk; none: the first number that no desk has.
    pub desk: Option<u16>,
}

/// The numbers in `1-4,7`.
pub fn numbers(text: &str) -> Result<Vec<u16>, String> {
    let wrong = || format!("«{text}»: ghi như 1-4 hoặc 1,3,5-6");
    let number = |text: &str| text.trim().parse::<u16>().ok().filter(|number| *number > 0).ok_or_else(wrong);
    let mut numbers = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(wrong());
        }
        numbers.extend(first..=last);
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// Makes a desk file in a folder, and records in the congress that these bundles are away in it.
pub fn export(file: &Path, asked: &Asked, dir: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let mut congress = store.load()?;
    let regulation = congress.meeting().regulation();
    let refused = |refusal: &Refusal| Failure::refused(refusal, regulation);
    if congress.desk_file().is_some() {
        return Err(refused(&Refusal::DeskFileOnly));
    }
    let round = counted_now(&congress, &asked.election).map_err(|refusal| refused(&refusal))?;
    let bundles = congress.lendable(round.id, &asked.bundles).map_err(|refusal| refused(&refusal))?;
    let nothing =
        Refusal::Unknown { what: Noun::Bundle, number: u32::from(asked.bundles.first().copied().unwrap_or(1)) };
    let list = congress.ballot_list(round).ok_or_else(|| refused(&nothing))?;
    let (round, at) = (round.id, now());
    let desk = asked.desk.unwrap_or_else(|| congress.free_desk());
    let line = store.last_number()?;
    let hash = store.hash_of(line)?.unwrap_or_default();
    let lending = |file: String, hash: String| {
        Change::Election(E::Desk(Desk::Lent {
            round,
            desk,
            file,
            hash,
            bundles: bundles.clone(),
            at: at.naive_local(),
        }))
    };
    seated(&congress, Role::Head)?;
    // what cannot be lent is refused before anything is written
    congress.judge(Role::Head.into(), &lending(String::new(), String::new())).map_err(|refusal| refused(&refusal))?;
    std::fs::create_dir_all(dir).map_err(|error| Failure::trouble(&dir.display().to_string(), &error))?;
    let path = dir.join(name(desk, &asked.bundles));
    let mother = store.identity().name.clone();
    let file = DeskFile { id: 1, mother, line, hash, desk };
    let opened = Desk::Opened { file, list, bundles: bundles.clone(), at: at.naive_local() };
    let made = found_by(&path, Role::Head.into(), &[Change::Election(E::Desk(opened))], at)?;
    let (name, first) = (made.identity().name.clone(), made.hash_of(1)?.unwrap_or_default());
    drop(made);
    let lent = lending(name, first);
    if let Err(error) = store.record(&mut congress, Role::Head.into(), at, &|_| Ok(lent.clone())) {
        // nobody has it yet: the congress does not know this file, and would refuse it
        let _ = std::fs::remove_file(&path);
        return Err(Failure::of_store(&error, regulation));
    }
    told(out, &exported(desk, &bundles, &path))
}

/// The round of an election whose bundles are being keyed.
fn counted_now<'a>(congress: &'a Congress, asked: &str) -> Result<&'a Round, Refusal> {
    let id = asked.parse().map(ElectionId).or_else(|_| of_office(congress, asked))?;
    congress.election(id)?;
    let none = Refusal::WrongStep { now: RoundState::Opened, needed: RoundState::Counting };
    congress.round_now(id).ok_or(none)
}

/// The election of an office, by its word: the one that is counted, else the first.
fn of_office(congress: &Congress, word: &str) -> Result<ElectionId, Refusal> {
    let word: StrDeserializer<'_, WordError> = word.into_deserializer();
    let office = Office::deserialize(word).ok();
    let found = congress.elections.iter().filter(|election| Some(election.office) == office);
    let found: Vec<ElectionId> = found.map(|election| election.id).collect();
    let counting =
        |election: &ElectionId| congress.round_now(*election).is_some_and(|round| round.state == RoundState::Counting);
    let counted = found.iter().copied().find(counting).or(found.first().copied());
    counted.ok_or(Refusal::Unknown { what: Noun::Election, number: 0 })
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

fn exported(desk: u16, bundles: &[LentBundle], path: &Path) -> String {
    let papers = bundles.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.size));
    let path = visible(&path.display().to_string());
    let numbers = listed(bundles.iter().map(|bundle| bundle.number));
    format!(
        "Đã tạo {path}\nBàn {desk} · tệp {numbers} · {papers} phiếu\nNhập phiếu: daihoi open {path}\nMang về: daihoi desk import TỆP-ĐẠI-HỘI {path}\n"
    )
}

/// Takes over what was keyed in a desk file: every bundle that is full in one change, or nothing.
pub fn import(file: &Path, desk_file: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let mut congress = store.load()?;
    let regulation = congress.meeting().regulation();
    let refused = |refusal: &Refusal| Failure::refused(refusal, regulation).at(&desk_file.display().to_string());
    let (report, desk) = store::proven(desk_file)?;
    if let Some(finding) = report.findings.first() {
        return Err(refused(&Refusal::DeskFileAltered { first: sentence(finding) }));
    }
    let known = desk.desk_file().ok_or_else(|| refused(&Refusal::NotDeskFile))?;
    if congress.desk_file().is_some() || known.mother != store.identity().name {
        return Err(refused(&Refusal::DeskFileForeign));
    }
    if store.hash_of(known.line)?.as_ref() != Some(&known.hash) {
        return Err(refused(&Refusal::DeskFileOutdated { line: known.line }));
    }
    let lent = lent(&store, &report)?;
    if !lent {
        return Err(refused(&Refusal::DeskFileUnknown));
    }
    seated(&congress, Role::Head)?;
    let delivery = congress.delivery(&desk, &report.name).map_err(|refusal| refused(&refusal))?;
    let rounds = desk.rounds.iter().next().map(|round| round.id);
    if let Some(round) = rounds.filter(|_| !delivery.new.is_empty()) {
        let (file, who) = (report.name.clone(), Who::from(Role::Head));
        let ask = |congress: &Congress| {
            // asked again under the lock: somebody may have brought it, or taken a keying back
            let bundles = congress.delivery(&desk, &file)?.new;
            Ok(Change::Election(E::Desk(Desk::Brought { round, file: file.clone(), bundles })))
        };
        let recorded = store.record(&mut congress, who, now(), &ask);
        recorded.map_err(|error| Failure::of_store(&error, regulation).at(&desk_file.display().to_string()))?;
    }
    told(out, &imported(known.desk, &delivery))
}

/// Whether this congress lent a desk file with this name and this first line.
fn lent(store: &Store, report: &store::Report) -> Result<bool, Failure> {
    let entries = store.entries(..)?;
    Ok(entries.iter().any(|entry| {
        let Change::Election(E::Desk(Desk::Lent { file, hash, .. })) = &entry.change else { return false };
        *file == report.name && Some(hash) == report.first.as_ref()
    }))
}

fn imported(desk: u16, delivery: &Delivery) -> String {
    let mut text = String::new();
    let mut line = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    if !delivery.new.is_empty() {
        let papers = delivery.new.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.papers()));
        let numbers = listed(delivery.new.iter().map(|bundle| bundle.number));
        line(format!("Bàn {desk}: đã nhận tệp {numbers}, {papers} phiếu."));
    }
    if !delivery.known.is_empty() {
        line(format!("Bàn {desk}: đã nhận từ trước tệp {}.", listed(delivery.known.iter().copied())));
    }
    for (number, keyed, size) in &delivery.missing {
        line(format!("Bàn {desk}: còn thiếu tệp {number}, mới nhập {keyed}/{size} phiếu."));
    }
    text
}

fn listed(numbers: impl Iterator<Item = u16>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", ")
}

fn told(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundles_are_named_as_people_write_them() {
        assert_eq!(numbers("1-4").unwrap(), [1, 2, 3, 4]);
        assert_eq!(numbers("3, 1,5-6").unwrap(), [1, 3, 5, 6]);
        for wrong in ["", "0", "4-1", "a", "1-", "-3", "1,,2"] {
            assert!(numbers(wrong).is_err(), "{wrong}");
        }
        assert_eq!(name(5, &[1, 2, 3]), "ban-5-tep-1-3.daihoi");
        assert_eq!([name(5, &[2]), name(12, &[1, 3])], ["ban-5-tep-2.daihoi", "ban-12-tep-1+3.daihoi"]);
    }
}
