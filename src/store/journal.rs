//! The journal in the file: the canonical bytes of a line, the chain of hashes, appending and reading. What a line means is
//! the domain's.
//!
//! The hash of a line is the SHA-256 of `number`, `at`, `role`, `desk` (empty where there is none), `change` and `previous`,
//! joined by a line feed each, none at the end. `previous` is the hash of the line before; of line 1 it is the name of the file.

use crate::domain::change::{Change, Entry};
use crate::domain::role::{Role, Who};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A line as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Number of the line, from 1.
    pub number: u64,
    /// When the computer recorded it, RFC 3339.
    pub at: String,
    /// The word of the role.
    pub role: String,
    /// The desk, where there is one.
    pub desk: Option<u16>,
    /// The change as canonical JSON.
    pub change: String,
    /// The hash of the line before, or the name of the file.
    pub previous: String,
    /// The hash of this line.
    pub hash: String,
}

/// The end of the journal: the number of its last line and what the next one is chained to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct End {
    /// The number of the last line, 0 where there is none.
    pub number: u64,
    /// The hash of the last line, or the name of the file.
    pub hash: String,
}

impl Line {
    /// The line that records a change after another, with its hash.
    pub(super) fn after(end: &End, who: Who, at: DateTime<FixedOffset>, change: String) -> Self {
        let mut line = Self {
            number: end.number.saturating_add(1),
            at: at.to_rfc3339(),
            role: who.role.word().to_owned(),
            desk: who.desk,
            change,
            previous: end.hash.clone(),
            hash: String::new(),
        };
        line.hash = line.reckon();
        line
    }

    /// The hash that these values make, whatever hash the line carries.
    pub fn reckon(&self) -> String {
        let desk = self.desk.map(|desk| desk.to_string()).unwrap_or_default();
        let Self { number, at, role, change, previous, .. } = self;
        let head = format!("{number}\n{at}\n{role}\n{desk}\n");
        let hash = Sha256::new().chain_update(head).chain_update(change).chain_update("\n").chain_update(previous);
        let mut digits = String::with_capacity(64);
        for byte in hash.finalize() {
            digits.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])));
        }
        digits
    }

    /// The line as the domain reads it, or what is wrong with it.
    pub fn entry(&self) -> Result<Entry, String> {
        let role = Role::ALL.into_iter().find(|role| role.word() == self.role);
        let role = role.ok_or_else(|| format!("role «{}»", self.role))?;
        let at = DateTime::parse_from_rfc3339(&self.at).map_err(|error| format!("at «{}»: {error}", self.at))?;
        let change: Change = serde_json::from_str(&self.change).map_err(|error| error.to_string())?;
        Ok(Entry { number: self.number, at, who: Who { role, desk: self.desk }, change })
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: number(row)?,
            at: row.get(1)?,
            role: row.get(2)?,
            desk: row.get(3)?,
            change: row.get(4)?,
            previous: row.get(5)?,
            hash: row.get(6)?,
        })
    }
}

/// The end of the journal; `name` is the name of the file, to which the first line is chained.
pub(super) fn end(connection: &Connection, name: &str) -> rusqlite::Result<End> {
    let mut statement = connection.prepare_cached("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok(End { number: number(row)?, hash: row.get(1)? })).optional()?;
    Ok(last.unwrap_or_else(|| End { number: 0, hash: name.to_owned() }))
}

/// The hash of a line; none where there is no such line.
pub(super) fn hash(connection: &Connection, number: u64) -> rusqlite::Result<Option<String>> {
    let mut statement = connection.prepare_cached("SELECT hash FROM journal WHERE number = ?1")?;
    statement.query_row([bound(number)], |row| row.get(0)).optional()
}

/// SQLite counts to 2^63: a larger number is past every line.
fn bound(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The number of a line, which the schema keeps above 0.
fn number(row: &Row<'_>) -> rusqlite::Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0))
}

/// Appends a line.
pub(super) fn append(connection: &Connection, line: &Line) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO journal (number, at, role, desk, change, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let Line { number, at, role, desk, change, previous, hash } = line;
    statement.execute((bound(*number), at, role, desk, change, previous, hash))?;
    Ok(())
}

/// Reads the lines from `first` to `last` and hands each on; stops at the first that the receiver refuses.
pub(super) fn read<X: From<rusqlite::Error>>(
    connection: &Connection,
    (first, last): (u64, u64),
    mut receive: impl FnMut(Line) -> Result<(), X>,
) -> Result<(), X> {
    let mut statement = connection.prepare_cached(
        "SELECT number, at, role, desk, change, previous, hash FROM journal WHERE number BETWEEN ?1 AND ?2 ORDER BY number",
    )?;
    let mut rows = statement.query((bound(first), bound(last)))?;
    while let Some(row) = rows.next()? {
        receive(Line::read(row)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_what_sha256sum_says() {
        let at = DateTime::parse_from_rfc3339("2026-01-12T08:05:00+07:00").unwrap();
        let end = End { number: 6, hash: "ab".to_owned() };
        let change = r#"{"undone":{"number":3}}"#.to_owned();
        let line = Line::after(&end, Who { role: Role::Head, desk: Some(2) }, at, change);
        assert_eq!((line.number, line.previous.as_str()), (7, "ab"));
        // printf '7\n2026-01-12T08:05:00+07:00\nhead\n2\n{"undone":{"number":3}}\nab' | sha256sum
        assert_eq!(line.hash, "a73dfffe848df8316352d09c08c3c279c454e825b2edbd943e6fa590bedd023f");
        assert_eq!(line.entry().unwrap().change, Change::Undone { number: 3 });
        let other = Line { desk: None, ..line.clone() };
        assert_ne!(other.reckon(), line.hash);
    }

    #[test]
    fn what_is_wrong_with_a_line_is_said() {
        let end = End { number: 0, hash: String::new() };
        let at = DateTime::parse_from_rfc3339("2026-01-12T08:05:00+07:00").unwrap();
        let line = Line::after(&end, Who::default(), at, r#"{"undone":{"number":3}}"#.to_owned());
        assert!(Line { role: "boss".to_owned(), ..line.clone() }.entry().unwrap_err().contains("boss"));
        assert!(Line { at: "soon".to_owned(), ..line.clone() }.entry().unwrap_err().contains("soon"));
        assert!(Line { change: "{}".to_owned(), ..line }.entry().is_err());
    }
}
