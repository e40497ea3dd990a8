//! A first look at a file that touches nothing: what it is, before SQLite is let near it.
//!
//! The header of an SQLite file is its first 100 bytes (<https://www.sqlite.org/fileformat.html#the_database_header>).

use super::error::Error;
use std::fs::{File, metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// `application_id` of our files: "DHOI" in ASCII.
pub(super) const APPLICATION: u32 = 0x4448_4F49;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Whether a file may be written by whoever looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It is opened to be written.
    Write,
    /// It is only read.
    Read,
}

/// Looks at a file and answers the version of its schema; refuses what is no file of ours.
pub(super) fn look(path: &Path, purpose: Purpose, known: u32) -> Result<u32, Error> {
    let owned = || path.to_owned();
    let system = |source| Error::System { path: owned(), source };
    let about = match metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::Missing { path: owned() }),
        Err(error) => return Err(system(error)),
    };
    if !about.is_file() {
        return Err(Error::NotFile { path: owned() });
    }
    let mut header = [0; 100];
    match File::open(path).map_err(system)?.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(Error::NotDatabase { path: owned() }),
        Err(error) => return Err(system(error)),
    }
    if !header.starts_with(MAGIC) {
        return Err(Error::NotDatabase { path: owned() });
    }
    let word = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let (version, id) = (word(60), word(68));
    if id != APPLICATION {
        return Err(Error::Foreign { path: owned(), id });
    }
    if version > known {
        return Err(Error::Newer { path: owned(), version, known });
    }
    refuse_cut(path, about.len(), page_bytes(&header).saturating_mul(u64::from(word(28))))?;
    if purpose == Purpose::Write && about.permissions().readonly() {
        return Err(Error::ReadOnly { path: owned() });
    }
    Ok(version)
}

fn page_bytes(header: &[u8; 100]) -> u64 {
    match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        bytes => u64::from(bytes),
    }
}

/// Refuses a file that is shorter than its header says, unless its log still holds the rest.
fn refuse_cut(path: &Path, bytes: u64, stated: u64) -> Result<(), Error> {
    let logged = metadata(log_of(path)).is_ok_and(|log| log.len() > 0);
    if bytes >= stated || logged {
        return Ok(());
    }
    Err(Error::Damaged {
        path: path.to_owned(), cause: format!("{bytes} byte, phải là {stated}: tệp bị cắt ngắn")
    })
}

fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}
