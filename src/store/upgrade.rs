//! Bringing an older file to the newest schema: copied aside first, then every step in one transaction, or none.

use super::error::Error;
use super::open::begin;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// A step from one version of the schema to the next.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The version it leads to; it starts from the one before.
    pub to: u32,
    /// What it does to the tables.
    pub sql: &'static str,
}

/// The steps to the newest version; the first version needs none.
pub(super) const STEPS: [Step; 0] = [];

/// Takes every step that the file has not taken yet, and answers where the copy of the older file lies.
///
/// Nothing is done, and no copy made, where the file has taken them all.
pub fn upgrade(connection: &mut Connection, path: &Path, steps: &[Step]) -> Result<Option<PathBuf>, Error> {
    let failed = |error| Error::sqlite(path, error);
    let version = version(connection).map_err(failed)?;
    if !steps.iter().any(|step| step.to > version) {
        return Ok(None);
    }
    let copy = copy_aside(connection, path, version)?;
    let all = begin(connection, TransactionBehavior::Immediate).map_err(failed)?;
    // another process may have been quicker
    let version = self::version(&all).map_err(failed)?;
    for step in steps.iter().filter(|step| step.to > version) {
        all.execute_batch(step.sql).map_err(failed)?;
        all.pragma_update(None, "user_version", step.to).map_err(failed)?;
    }
    all.commit().map_err(failed)?;
    Ok(Some(copy))
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Copies the file, log included, to a name beside it that is free.
fn copy_aside(connection: &Connection, path: &Path, version: u32) -> Result<PathBuf, Error> {
    let name = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 0 { format!(".v{version}") } else { format!(".v{version}-{number}") });
        PathBuf::from(name)
    };
    let copy = (0..=u32::MAX).map(name).find(|copy| !copy.exists());
    let copy = copy.ok_or_else(|| Error::Exists { path: path.to_owned() })?;
    connection
        .backup("main", &copy, None::<fn(rusqlite::backup::Progress)>)
        .map_err(|error| Error::sqlite(path, error))?;
    Ok(copy)
}
