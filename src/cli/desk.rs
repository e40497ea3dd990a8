//! `daihoi desk`: bundles lent to a desk without network in a file of their own, and brought back through the one door.

use super::now;
use super::passphrase::seated;
use super::report::{Exit, Failure, visible};
use crate::domain::election::desk::{self, Delivery};
use crate::domain::election::{Office, Round, RoundState};
use crate::domain::id::ElectionId;
use crate::domain::refusal::Noun;
use crate::domain::{Congress, Lang, Refusal, Role};
use crate::runtime::desk::{Lending, Lent, lend, returned};
use crate::store::{Error, Store};
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
    desk::numbers(text).map_err(|_| format!("«{text}»: ghi như 1-4 hoặc 1,3,5-6"))
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
    let round = counted_now(&congress, &asked.election).map_err(|refusal| refused(&refusal))?.id;
    seated(&congress, Role::Head)?;
    let lending = Lending { round, bundles: &asked.bundles, desk: asked.desk };
    let lent = lend(&mut store, &mut congress, (Role::Head.into(), now()), lending, dir);
    told(out, &exported(&lent.map_err(|error| Failure::of_store(&error, regulation))?))
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

fn exported(Lent { path, desk, bundles, .. }: &Lent) -> String {
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
    let at_file = |error: Error| {
        let failure = Failure::of_store(&error, regulation);
        // trouble says its file itself
        if failure.exit == Exit::Refused { failure.at(&desk_file.display().to_string()) } else { failure }
    };
    let returned = returned(&store, &congress, desk_file, Lang::Vi).map_err(at_file)?;
    let delivery = returned.delivery(&congress).map_err(|refusal| at_file(refusal.into()))?;
    seated(&congress, Role::Head)?;
    if !delivery.new.is_empty() {
        let recorded = store.record(&mut congress, Role::Head.into(), now(), &|congress| returned.bringing(congress));
        recorded.map_err(at_file)?;
    }
    told(out, &imported(returned.desk, &delivery))
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
