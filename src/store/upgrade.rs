//! Bringing an older file to the newest schema: copied aside first, then in one transaction, or not at all.
//!
//! The journal is what a file is; its tables are what the journal says. So no version needs steps of its own: the tables are laid
//! anew by the schema and filled with the fold of the journal. Lines recorded under an older program stay as they were judged then.

use super::error::Error;
use super::open::{SCHEMA, VERSION, begin, read_entries};
use super::tables::Tables;
use crate::domain::journal::replay;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// Upgrades a file that is older than the newest schema, and answers where the copy of the older file lies.
///
/// Nothing is done, and no copy made, where the file is not older.
pub fn upgrade(connection: &mut Connection, path: &Path) -> Result<Option<PathBuf>, Error> {
    let failed = |error| Error::sqlite(path, error);
    let version = version(connection).map_err(failed)?;
    if version >= VERSION {
        return Ok(None);
    }
    let copy = copy_aside(connection, path, version)?;
    // tables are dropped in any order; whether all references hold is checked before the commit
    connection.pragma_update(None, "foreign_keys", false).map_err(failed)?;
    let upgraded = lay_anew(connection, path);
    connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    upgraded.map(|()| Some(copy))
}

fn lay_anew(connection: &Connection, path: &Path) -> Result<(), Error> {
    let failed = |error| Error::sqlite(path, error);
    let all = begin(connection, TransactionBehavior::Immediate).map_err(failed)?;
    // another process may have been quicker
    if version(&all).map_err(failed)? >= VERSION {
        return Ok(());
    }
    let entries = read_entries(&all, path, (0, u64::MAX))?;
    let last = entries.last().map_or(0, |entry| entry.number);
    set_aside(&all).map_err(failed)?;
    all.execute_batch(SCHEMA).map_err(failed)?;
    take_over(&all, last).map_err(failed)?;
    let mut congress = replay(&entries);
    Tables::of(&all, path)?.write_differences(&all, &mut congress)?;
    let dangling: bool = all
        .query_row("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)", [], |row| row.get(0))
        .map_err(failed)?;
    if dangling {
        return Err(Error::Damaged { path: path.to_owned(), cause: "foreign_key_check".to_owned() });
    }
    all.commit().map_err(failed)
}

/// Takes every table out of the way but the two that are the file itself, which get another name.
fn set_aside(connection: &Connection) -> rusqlite::Result<()> {
    let names = |kind: &str| {
        let found = "SELECT name FROM sqlite_schema WHERE type = ?1 AND name NOT LIKE 'sqlite_%'";
        let mut statement = connection.prepare(found)?;
        statement.query_map([kind], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()
    };
    for trigger in names("trigger")? {
        connection.execute_batch(&format!("DROP TRIGGER \"{trigger}\""))?;
    }
    for table in names("table")? {
        match table.as_str() {
            "journal" | "identity" => {
                connection.execute_batch(&format!("ALTER TABLE \"{table}\" RENAME TO \"old_{table}\""))?;
            }
            _ => connection.execute_batch(&format!("DROP TABLE \"{table}\""))?,
        }
    }
    Ok(())
}

/// Puts the lines and the name of the file where the new schema has them; lines up to `last` were judged by an older program.
fn take_over(connection: &Connection, last: u64) -> rusqlite::Result<()> {
    connection.execute_batch(
        "INSERT INTO journal (number, at, role, desk, change, previous, hash)
             SELECT number, at, role, desk, change, previous, hash FROM old_journal ORDER BY number;
         INSERT INTO identity (id, name, made_at, made_by) SELECT id, name, made_at, made_by FROM old_identity;
         DROP TABLE old_journal;
         DROP TABLE old_identity;",
    )?;
    connection.execute("UPDATE identity SET judged_from = ?1", [i64::try_from(last).unwrap_or(i64::MAX) + 1])?;
    Ok(())
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
