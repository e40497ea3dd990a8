//! One look at the meeting a file is for, so that a list of files can say what they hold. It takes no lock, leaves no file
//! beside it and upgrades nothing; what only the log holds yet is not seen.

use super::error::Error;
use super::look::{Purpose, immutable, look};
use super::open::VERSION;
use super::rows::{Table, Trouble};
use crate::domain::meeting::Meeting;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The meeting of a file; none where the file was made and nothing recorded yet.
pub fn glance(path: &Path) -> Result<Option<Meeting>, Error> {
    look(path, Purpose::Read, VERSION)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error| Error::sqlite(path, error);
    let connection = Connection::open_with_flags(immutable(path), flags).map_err(failed)?;
    let table = Table::of::<Meeting>(&connection).map_err(failed)?;
    let read = table.read::<Meeting>(&connection);
    read.map(|meetings| meetings.into_iter().next()).map_err(|trouble| match trouble {
        Trouble::Sqlite(error) => failed(error),
        Trouble::Fields(cause) => Error::Row { path: path.to_owned(), table: "meeting", cause },
    })
}
