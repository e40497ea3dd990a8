//! A file made again from its journal: the same name, the same chain, the tables as the journal makes them.

use super::error::Error;
use super::journal::{self, Line};
use super::mirror::Journal;
use super::open::{Birth, Store, begin};
use super::tables::Tables;
use crate::domain::change::Entry;
use crate::domain::journal::replay;
use rusqlite::TransactionBehavior;
use std::path::Path;

impl Store {
    /// Makes a new file that goes on where a journal ends; refuses a path where anything stands already.
    pub fn restore(path: &Path, journal: &Journal) -> Result<Self, Error> {
        let Journal { identity, lines, .. } = journal;
        let birth = Birth { name: identity.name.clone(), made_at: identity.made_at.clone() };
        let entries = entries(path, lines)?;
        let failed = |error| Error::sqlite(path, error);
        let store = Self::create_as(path, Some(&birth))?;
        let all = begin(&store.connection, TransactionBehavior::Immediate).map_err(failed)?;
        let judged_from = i64::try_from(identity.judged_from).unwrap_or(i64::MAX);
        let named = "UPDATE identity SET made_by = ?1, judged_from = ?2";
        all.execute(named, (&identity.made_by, judged_from)).map_err(failed)?;
        lines.iter().try_for_each(|line| journal::append(&all, line)).map_err(failed)?;
        Tables::of(&all, path)?.write_differences(&all, &mut replay(&entries))?;
        all.commit().map_err(failed)?;
        // what names the file was read before it was written
        drop(store);
        Self::open(path)
    }
}

fn entries(path: &Path, lines: &[Line]) -> Result<Vec<Entry>, Error> {
    let read =
        |line: &Line| line.entry().map_err(|cause| Error::Line { path: path.to_owned(), number: line.number, cause });
    lines.iter().map(read).collect()
}
