//! Proving a file: its pages, its chain, that the journal makes the rows, that no ballot was lost. Changes nothing.

use super::error::Error;
use super::journal::{self, Line};
use super::look::{Purpose, look};
use super::open::{Identity, VERSION, begin, check_version, connect, identity, older_name};
pub use super::tables::How;
use super::tables::Tables;
use crate::domain::change::Entry;
use crate::domain::congress::Congress;
use crate::domain::election::result;
use crate::domain::journal::fold;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::regulation::Regulation;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// How many KiB of pages are kept in memory: each is read for its own form, then for its lines or rows.
const PAGES: i64 = 64 * 1024;

/// What was proved, and what was found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of the file.
    pub name: String,
    /// The version of its schema.
    pub version: u32,
    /// How many lines the journal has.
    pub lines: u64,
    /// The hash of its first line; none where there is none.
    pub first: Option<String>,
    /// The hash of its last line; the name of the file where there is none.
    pub last: String,
    /// What is wrong; empty for a sound file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether the file is of an older schema, whose tables nobody can hold against the journal before they are laid anew: only
    /// the chain and the ledgers were proved.
    pub fn is_older(&self) -> bool {
        (1..VERSION).contains(&self.version)
    }
}

/// Something wrong with a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Pages or values are damaged.
    Damaged {
        /// What SQLite says of it.
        what: String,
    },
    /// A row refers to one that is not there.
    Dangling {
        /// The table of the row.
        table: String,
        /// The table it refers to.
        parent: String,
    },
    /// The numbers of the journal have a gap: lines were taken out.
    Gap {
        /// The number that should come.
        expected: u64,
        /// The number that comes.
        found: u64,
    },
    /// A line is not chained to the one before: lines were exchanged or taken from another file.
    Unchained {
        /// The line.
        number: u64,
    },
    /// A line was altered after it was recorded.
    Altered {
        /// The line.
        number: u64,
    },
    /// A line cannot be read.
    Unreadable {
        /// The line.
        number: u64,
        /// What is wrong with it.
        what: String,
    },
    /// A line does not hold under the rules.
    Unlawful {
        /// The line.
        number: u64,
        /// Why.
        because: Refusal,
    },
    /// A row is not what the journal says.
    Row {
        /// The table.
        table: &'static str,
        /// The key, in words.
        key: String,
        /// How it differs.
        how: How,
    },
    /// The ballots of a closed round are not those collected, or its sums are not theirs.
    Ledger {
        /// The round.
        round: u32,
        /// Papers counted.
        counted: u64,
        /// Papers collected.
        collected: u32,
    },
}

impl Finding {
    /// What is wrong, in one line.
    pub fn told(&self, lang: Lang) -> String {
        let (vi, en) = self.sentences(lang);
        if lang == Lang::Vi { vi } else { en }
    }

    fn sentences(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Damaged { what } => (format!("dữ liệu hỏng: {what}"), format!("damaged: {what}")),
            Self::Dangling { table, parent } => (
                format!("bảng {table}: có hàng chỉ đến hàng không tồn tại của {parent}"),
                format!("table {table}: a row refers to one of {parent} that is not there"),
            ),
            Self::Gap { expected, found } => {
                let before = expected.saturating_sub(1);
                (
                    format!("nhật ký: sau dòng {before} là dòng {found}"),
                    format!("journal: line {found} comes after line {before}"),
                )
            }
            Self::Unchained { number } => (
                format!("nhật ký dòng {number}: không nối với dòng trước"),
                format!("journal line {number}: not chained to the line before"),
            ),
            Self::Altered { number } => (
                format!("nhật ký dòng {number}: nội dung đã bị sửa, mã băm không khớp"),
                format!("journal line {number}: it was altered, the hash is not its own"),
            ),
            Self::Unreadable { number, what } => (
                format!("nhật ký dòng {number}: không đọc được ({what})"),
                format!("journal line {number}: it cannot be read ({what})"),
            ),
            Self::Unlawful { number, because } => {
                let because = because.told(lang, Regulation::default_profile()).what;
                (
                    format!("nhật ký dòng {number}: không đúng quy tắc. {because}"),
                    format!("journal line {number}: against the rules. {because}"),
                )
            }
            Self::Row { table, key, how } => {
                let (vi, en) = how.told();
                (format!("bảng {table}, {key}: {vi}"), format!("table {table}, {key}: {en}"))
            }
            Self::Ledger { round, counted, collected } => (
                format!(
                    "vòng bầu {round}: các phiếu cộng lại {counted}, thu về {collected}, hoặc kết quả không phải của các phiếu này"
                ),
                format!(
                    "round {round}: its ballots add up to {counted}, {collected} were collected, or the result is not theirs"
                ),
            ),
        }
    }
}

impl How {
    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Missing => ("thiếu hàng mà nhật ký có ghi", "a row is missing that the journal has"),
            Self::Extra => ("thừa hàng mà nhật ký không ghi", "a row is there that the journal has not"),
            Self::Differs => ("giá trị khác với nhật ký", "its values are not those of the journal"),
        }
    }
}

/// Proves a file. Fails only where there is no file of ours to prove.
pub fn verify(path: &Path) -> Result<Report, Error> {
    proven(path).map(|(report, _)| report)
}

/// Proves a file, and answers the congress that its journal makes.
pub fn proven(path: &Path) -> Result<(Report, Congress), Error> {
    look(path, Purpose::Read, VERSION)?;
    let connection = connect(path, Purpose::Read)?;
    connection.pragma_update(None, "cache_size", -PAGES).map_err(|error| Error::sqlite(path, error))?;
    let (name, last) = (String::new(), String::new());
    let mut report = Report { name, version: 0, lines: 0, first: None, last, findings: Vec::new() };
    let mut congress = Congress::default();
    match prove(&connection, path, &mut report) {
        Ok(folded) => congress = folded,
        Err(Error::Damaged { cause: what, .. } | Error::Row { cause: what, .. }) => {
            let known = report.findings.iter().any(|finding| matches!(finding, Finding::Damaged { .. }));
            if !known {
                report.findings.push(Finding::Damaged { what });
            }
        }
        Err(error) => return Err(error),
    }
    Ok((report, congress))
}

fn prove(connection: &Connection, path: &Path, report: &mut Report) -> Result<Congress, Error> {
    let failed = |error| Error::sqlite(path, error);
    let snapshot = begin(connection, TransactionBehavior::Deferred).map_err(failed)?;
    report.version = check_version(connection, path)?;
    prove_pages(connection, &mut report.findings).map_err(failed)?;
    let judged_from = if report.is_older() {
        report.name = older_name(connection).map_err(failed)?;
        u64::MAX
    } else {
        let Identity { name, judged_from, .. } = identity(connection).map_err(failed)?;
        report.name = name;
        judged_from
    };
    let entries = prove_chain(connection, report).map_err(failed)?;
    let mut congress = Congress::default();
    match fold(&entries, judged_from) {
        Ok(folded) => {
            congress = folded;
            if !report.is_older() {
                let differences = Tables::of(connection, path)?.differences(connection, &mut congress)?;
                let row = |found: super::tables::Difference| Finding::Row {
                    table: found.table,
                    key: found.key,
                    how: found.how,
                };
                report.findings.extend(differences.into_iter().map(row));
            }
            prove_ledgers(&congress, &mut report.findings);
        }
        Err((number, because)) => report.findings.push(Finding::Unlawful { number, because }),
    }
    snapshot.commit().map_err(failed)?;
    Ok(congress)
}

fn prove_pages(connection: &Connection, findings: &mut Vec<Finding>) -> rusqlite::Result<()> {
    let mut check = connection.prepare("PRAGMA integrity_check")?;
    let verdicts = check.query_map([], |row| row.get::<_, String>(0))?;
    for verdict in verdicts {
        let what = verdict?;
        if what != "ok" {
            findings.push(Finding::Damaged { what });
        }
    }
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let dangling = check.query_map([], |row| Ok(Finding::Dangling { table: row.get(0)?, parent: row.get(2)? }))?;
    for finding in dangling {
        findings.push(finding?);
    }
    Ok(())
}

/// Walks the chain; a broken line is named once, and the walk goes on from what stands there.
fn prove_chain(connection: &Connection, report: &mut Report) -> rusqlite::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let (mut before, mut previous) = (0, report.name.clone());
    journal::read::<rusqlite::Error>(connection, (0, u64::MAX), |line: Line| {
        let number = line.number;
        if before == 0 {
            report.first = Some(line.hash.clone());
        }
        if number != before + 1 {
            report.findings.push(Finding::Gap { expected: before + 1, found: number });
        } else if line.previous != previous {
            report.findings.push(Finding::Unchained { number });
        }
        if line.reckon() != line.hash {
            report.findings.push(Finding::Altered { number });
        }
        match line.entry() {
            Ok(entry) => entries.push(entry),
            Err(what) => report.findings.push(Finding::Unreadable { number, what }),
        }
        (before, previous) = (number, line.hash);
        report.lines += 1;
        Ok(())
    })?;
    report.last = previous;
    Ok(entries)
}

/// No ballot is lost and none invented: the sums of every closed round are those of its papers, and the papers are those
/// collected (rules §6).
fn prove_ledgers(congress: &Congress, findings: &mut Vec<Finding>) {
    for round in congress.rounds.iter().filter(|round| round.is_counted()) {
        let counts = result::tally(congress, round).counts();
        let collected = round.ledger.collected.unwrap_or(0);
        let balanced = counts.check(&congress.contest(round), u64::from(collected)).is_ok();
        if !balanced || round.counts.as_ref() != Some(&counts) {
            findings.push(Finding::Ledger { round: round.id.0, counted: counts.counted(), collected });
        }
    }
}
