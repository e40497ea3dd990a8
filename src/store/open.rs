//! Making a file, opening a file, reading it whole and reading its journal. Recording is done in `door`.

use super::error::Error;
use super::journal::{self, End};
use super::look::{APPLICATION, Purpose, look};
use super::tables::Tables;
use super::upgrade::upgrade;
use crate::domain::change::Entry;
use crate::domain::congress::Congress;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs::{self, OpenOptions};
use std::io;
use std::ops::{Bound, RangeBounds};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The whole schema of the newest version.
pub const SCHEMA: &str = include_str!("../../schema.sql");

/// The newest version of the schema.
pub const VERSION: u32 = 7;

/// How long to wait for the write lock of another process; a write holds it for milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often to ask for it meanwhile.
const STEP: Duration = Duration::from_millis(2);

/// Whether to ask once more for the write lock of another process. The steps are short and even: SQLite's own grow to a tenth of a
/// second, and among thirty desks whoever has waited longest is then asked the least.
fn patient(tries: i32) -> bool {
    std::thread::sleep(STEP);
    STEP.saturating_mul(u32::try_from(tries).unwrap_or(u32::MAX)) < PATIENCE
}

/// What names a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// 32 random hexadecimal digits.
    pub name: String,
    /// When it was made, UTC.
    pub made_at: String,
    /// The program that made it.
    pub made_by: String,
    /// The first line that was judged under the rules of this version; older lines stay as an older program judged them.
    pub judged_from: u64,
}

/// What a file is born with where chance and clock have no part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Birth {
    /// 32 hexadecimal digits.
    pub name: String,
    /// When it was made, UTC.
    pub made_at: String,
}

/// An open file. It belongs to one congress in memory, which [`Store::load`] gives and [`Store::follow`] keeps up to date.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pub(super) tables: Tables,
    pub(super) identity: Identity,
    /// The end of the journal that the congress in memory stands at; none before it was loaded.
    pub(super) known: Option<End>,
    /// SQLite's counter of what other connections committed, as last seen.
    pub(super) seen: i64,
}

impl Store {
    /// Makes a new file with an empty journal; refuses a path where anything stands already.
    pub fn create(path: &Path) -> Result<Self, Error> {
        Self::create_as(path, None)
    }

    /// Makes a new file with a name of its own, or with one given: a rehearsal is the same file again from the same seed.
    pub fn create_as(path: &Path, birth: Option<&Birth>) -> Result<Self, Error> {
        let made = OpenOptions::new().write(true).create_new(true).open(path);
        made.map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => Error::Exists { path: path.to_owned() },
            io::ErrorKind::NotFound => Error::NoFolder { path: path.to_owned() },
            _ => Error::System { path: path.to_owned(), source },
        })?;
        let laid = connect(path, Purpose::Write)
            .and_then(|connection| lay(&connection, birth).map_err(|error| Error::sqlite(path, error)));
        if let Err(error) = laid {
            // the empty file is ours: nothing is lost with it
            let _ = fs::remove_file(path);
            return Err(error);
        }
        Self::open(path)
    }

    /// Opens a file; an older one is copied aside and upgraded first. Refuses what it cannot keep safe, and touches nothing then.
    pub fn open(path: &Path) -> Result<Self, Error> {
        look(path, Purpose::Write, VERSION)?;
        let mut connection = connect(path, Purpose::Write)?;
        let failed = |error| Error::sqlite(path, error);
        if connection.is_readonly("main").map_err(failed)? {
            return Err(Error::ReadOnly { path: path.to_owned() });
        }
        check_version(&connection, path)?;
        settle(&connection, path)?;
        upgrade(&mut connection, path)?;
        let version = check_version(&connection, path)?;
        if version != VERSION {
            return Err(Error::Damaged { path: path.to_owned(), cause: format!("user_version = {version}") });
        }
        check_tables(&connection, path)?;
        let identity = identity(&connection).map_err(failed)?;
        let tables = Tables::of(&connection, path)?;
        let seen = data_version(&connection).map_err(failed)?;
        Ok(Self { connection, path: path.to_owned(), tables, identity, known: None, seen })
    }

    /// Reads the congress from the tables.
    pub fn load(&mut self) -> Result<Congress, Error> {
        let failed = |error| Error::sqlite(&self.path, error);
        self.seen = data_version(&self.connection).map_err(failed)?;
        let snapshot = begin(&self.connection, TransactionBehavior::Deferred).map_err(failed)?;
        let end = journal::end(&self.connection, &self.identity.name).map_err(failed)?;
        let congress = self.tables.load(&self.connection)?;
        snapshot.commit().map_err(failed)?;
        self.known = Some(end);
        Ok(congress)
    }

    /// The lines of the journal in a range of numbers.
    pub fn entries(&self, range: impl RangeBounds<u64>) -> Result<Vec<Entry>, Error> {
        let first = match range.start_bound() {
            Bound::Included(first) => *first,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let last = match range.end_bound() {
            Bound::Included(last) => *last,
            Bound::Excluded(0) => return Ok(Vec::new()),
            Bound::Excluded(after) => after - 1,
            Bound::Unbounded => u64::MAX,
        };
        read_entries(&self.connection, &self.path, (first, last))
    }

    /// The number of the last line in the file, 0 where there is none.
    pub fn last_number(&self) -> Result<u64, Error> {
        let end = journal::end(&self.connection, &self.identity.name);
        end.map(|end| end.number).map_err(|error| Error::sqlite(&self.path, error))
    }

    /// The hash of a line of the journal; none where there is no such line.
    pub fn hash_of(&self, number: u64) -> Result<Option<String>, Error> {
        journal::hash(&self.connection, number).map_err(|error| Error::sqlite(&self.path, error))
    }

    /// Random bytes, for the salt of a passphrase.
    pub fn random(&self) -> Result<[u8; 16], Error> {
        let drawn = self.connection.query_row("SELECT randomblob(16)", [], |row| row.get(0));
        drawn.map_err(|error| Error::sqlite(&self.path, error))
    }

    /// What names the file.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Begins a transaction on a connection that is borrowed; dropped without a commit it is rolled back.
pub(super) fn begin(connection: &Connection, behavior: TransactionBehavior) -> rusqlite::Result<Transaction<'_>> {
    Transaction::new_unchecked(connection, behavior)
}

/// SQLite's counter of what other connections committed.
pub(super) fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}

/// Reads lines of the journal as the domain reads them.
pub(super) fn read_entries(connection: &Connection, path: &Path, range: (u64, u64)) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    let receive = |line: journal::Line| {
        entries.push(line.entry().map_err(|cause| ReadFault::Line(line.number, cause))?);
        Ok(())
    };
    journal::read(connection, range, receive).map_err(|fault: ReadFault| match fault {
        ReadFault::Sqlite(error) => Error::sqlite(path, error),
        ReadFault::Line(number, cause) => Error::Line { path: path.to_owned(), number, cause },
    })?;
    Ok(entries)
}

enum ReadFault {
    Sqlite(rusqlite::Error),
    Line(u64, String),
}

impl From<rusqlite::Error> for ReadFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

/// Connects to a file that is there, and waits for others from the first statement on.
pub(super) fn connect(path: &Path, purpose: Purpose) -> Result<Connection, Error> {
    let access = match purpose {
        Purpose::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // no URI: a file name may hold `?` and `#`
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let prepare = |mut connection: Connection| {
        connection.busy_handler(Some(patient))?;
        connection.set_prepared_statement_cache_capacity(128);
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        Ok(connection)
    };
    connection.and_then(prepare).map_err(|error| Error::sqlite(path, error))
}

/// Lays the schema and the identity in one transaction.
fn lay(connection: &Connection, birth: Option<&Birth>) -> rusqlite::Result<()> {
    let all = begin(connection, TransactionBehavior::Immediate)?;
    all.execute_batch(SCHEMA)?;
    all.execute(
        "INSERT INTO identity (id, name, made_at, made_by)
         VALUES (1, coalesce(?1, lower(hex(randomblob(16)))), coalesce(?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?3)",
        (
            birth.map(|birth| &birth.name),
            birth.map(|birth| &birth.made_at),
            concat!("daihoi ", env!("CARGO_PKG_VERSION")),
        ),
    )?;
    all.commit()
}

/// The version may have moved on in the log, where the first look does not see it.
pub(super) fn check_version(connection: &Connection, path: &Path) -> Result<u32, Error> {
    let read = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, u32>(0));
    let (id, version) = (read("application_id"), read("user_version"));
    let (id, version) = (id.map_err(|e| Error::sqlite(path, e))?, version.map_err(|e| Error::sqlite(path, e))?);
    if id != APPLICATION {
        return Err(Error::Foreign { path: path.to_owned(), id });
    }
    if version == 0 {
        // no version of ours: the header was altered
        return Err(Error::Damaged { path: path.to_owned(), cause: "user_version = 0".to_owned() });
    }
    if version > VERSION {
        return Err(Error::Newer { path: path.to_owned(), version, known: VERSION });
    }
    Ok(version)
}

/// Sets how the file is written: a log beside it, and every commit on the disk before it is acknowledged.
fn settle(connection: &Connection, path: &Path) -> Result<(), Error> {
    let no_log = |cause: String| Error::NoLog { path: path.to_owned(), cause };
    let mode = connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0));
    match mode {
        Ok(mode) if mode == "wal" => {}
        Ok(mode) => return Err(no_log(format!("journal_mode = {mode}"))),
        Err(error) => {
            return Err(match Error::sqlite(path, error) {
                Error::Sqlite { source, .. } => no_log(source.to_string()),
                other => other,
            });
        }
    }
    connection.pragma_update(None, "synchronous", "FULL").map_err(|error| Error::sqlite(path, error))
}

/// Checks the pages and values of every table but the journal, which grows and which `verify` reads whole.
fn check_tables(connection: &Connection, path: &Path) -> Result<(), Error> {
    let failed = |error| Error::sqlite(path, error);
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'journal'";
    let mut statement = connection.prepare(names).map_err(failed)?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0)).map_err(failed)?;
    for table in tables {
        let table = table.map_err(failed)?;
        let check = format!("PRAGMA quick_check(\"{table}\")");
        let verdict = connection.query_row(&check, [], |row| row.get::<_, String>(0)).map_err(failed)?;
        if verdict != "ok" {
            return Err(Error::Damaged { path: path.to_owned(), cause: verdict });
        }
    }
    Ok(())
}

/// What names the file behind a connection.
pub(super) fn identity(connection: &Connection) -> rusqlite::Result<Identity> {
    connection.query_row("SELECT name, made_at, made_by, judged_from FROM identity", [], |row| {
        let judged_from = u64::try_from(row.get::<_, i64>(3)?).unwrap_or(1);
        Ok(Identity { name: row.get(0)?, made_at: row.get(1)?, made_by: row.get(2)?, judged_from })
    })
}

/// The name of a file of whichever version.
pub(super) fn older_name(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("SELECT name FROM identity", [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_of_another_is_waited_for_and_not_for_ever() {
        assert!(patient(0));
        assert!(!patient(5_000), "ten seconds have gone by");
    }

    #[test]
    fn a_commit_is_on_the_disk_before_it_is_acknowledged() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::create(&dir.path().join("a.daihoi")).unwrap();
        let read = |pragma| store.connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(read("synchronous"), 2, "FULL");
        assert_eq!([read("foreign_keys"), read("trusted_schema")], [1, 0]);
    }
}
