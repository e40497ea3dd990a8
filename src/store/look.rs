//! A first look at a file that touches nothing: what it is, before it is opened to be written.

use super::error::Error;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write as _;
use std::fs::metadata;
use std::io;
use std::path::{Path, PathBuf};

/// `application_id` of our files: "DHOI" in ASCII.
pub(super) const APPLICATION: u32 = 0x4448_4F49;

/// The bytes of the header; what is shorter is no database.
const HEADER: u64 = 100;

/// Whether a file may be written by whoever looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It is opened to be written.
    Write,
    /// It is only read.
    Read,
}

/// Looks at a file; refuses what is no file of ours, without taking a lock or writing a byte.
///
/// What the log beside the file holds is not seen here: the version is checked again once the file is open.
pub(super) fn look(path: &Path, purpose: Purpose, known: u32) -> Result<(), Error> {
    let owned = || path.to_owned();
    let about = match metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::Missing { path: owned() }),
        Err(source) => return Err(Error::System { path: owned(), source }),
    };
    if !about.is_file() {
        return Err(Error::NotFile { path: owned() });
    }
    if about.len() < HEADER {
        return Err(Error::NotDatabase { path: owned() });
    }
    match read_header(path).map_err(|error| Error::sqlite(path, error)) {
        Ok((id, _)) if id != APPLICATION => return Err(Error::Foreign { path: owned(), id }),
        Ok((_, version)) if version > known => return Err(Error::Newer { path: owned(), version, known }),
        Ok(_) => {}
        // a file that is shorter than its header says may have the rest in its log
        Err(Error::Damaged { .. }) if metadata(log_of(path)).is_ok_and(|log| log.len() > 0) => {}
        Err(error) => return Err(error),
    }
    if purpose == Purpose::Write && about.permissions().readonly() {
        return Err(Error::ReadOnly { path: owned() });
    }
    Ok(())
}

/// `application_id` and `user_version`, through SQLite: closing a descriptor of our own would drop every lock that this
/// process holds on the file (<https://www.sqlite.org/howtocorrupt.html>, 2.2).
fn read_header(path: &Path) -> rusqlite::Result<(u32, u32)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(immutable(path), flags)?;
    let read = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
    // the first read of a table is what finds a file cut short
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    Ok((read("application_id")?, read("user_version")?))
}

/// The address of a file that is only looked at: no lock, no log, no file beside it.
pub(super) fn immutable(path: &Path) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_');
    let path = absolute.as_os_str().as_encoded_bytes().iter().fold(String::new(), |mut text, byte| {
        if plain(byte) {
            text.push(char::from(*byte));
        } else {
            // writing into a String cannot fail
            let _ = write!(text, "%{byte:02x}");
        }
        text
    });
    format!("file:{path}?immutable=1")
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}
