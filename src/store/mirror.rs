//! The copy of a journal on a stick (bản sao): its lines, appended as they are committed, each batch on the disk before it
//! counts. Nothing in it is ever overwritten; a copy that went on elsewhere is left alone, and another is begun beside it.
//!
//! The first line names the file, every other is a line of the journal as JSON. What is made of them again is in `restore`.

use super::error::Error;
use super::journal::{self, End, Line};
use super::look::Purpose;
use super::open::{Identity, VERSION, begin, connect, identity};
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The ending of the name of a copy.
pub const ENDING: &str = "sao";

/// The word in the first line by which a copy is known.
const WORD: &str = "bản sao nhật ký";

/// The first line of a copy.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    daihoi: String,
    version: u32,
    name: String,
    made_at: String,
    made_by: String,
    judged_from: u64,
}

/// Why the last lines are not on the stick; they are in the file of the congress.
#[derive(Debug, thiserror::Error)]
pub enum MirrorError {
    /// The folder is not there: the stick was taken out.
    #[error("{folder}: không còn thư mục này")]
    Gone {
        /// The folder.
        folder: PathBuf,
    },
    /// The stick is full, worn out, or may not be written.
    #[error("{file}: {source}")]
    Write {
        /// The copy.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file of the congress cannot be read.
    #[error(transparent)]
    Congress(#[from] Error),
}

impl MirrorError {
    /// Whether there is no room left on the stick.
    pub fn is_full(&self) -> bool {
        let full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::FileTooLarge];
        matches!(self, Self::Write { source, .. } if full.contains(&source.kind()))
    }
}

/// A copy of the journal of one file in one folder.
#[derive(Debug)]
pub struct Mirror {
    path: PathBuf,
    folder: PathBuf,
    connection: Connection,
    identity: Identity,
    kept: Option<Kept>,
    /// Whether the folder lies on the disk of the congress; none before it was seen.
    on_own_disk: Option<bool>,
    elsewhere: Option<PathBuf>,
}

/// How far a copy is: its file, its length, its last line.
#[derive(Debug)]
struct Kept {
    file: PathBuf,
    length: u64,
    end: End,
}

/// What the last whole lines of a copy say.
struct Tail {
    length: u64,
    end: Option<End>,
}

impl Mirror {
    /// A copy of the file of a congress in a folder; nothing is written yet.
    pub fn new(path: &Path, folder: &Path) -> Result<Self, Error> {
        let connection = connect(path, Purpose::Read)?;
        let identity = identity(&connection).map_err(|error| Error::sqlite(path, error))?;
        let (path, folder) = (path.to_owned(), folder.to_owned());
        Ok(Self { path, folder, connection, identity, kept: None, on_own_disk: None, elsewhere: None })
    }

    /// A copy of the same congress that holds lines this file has not: another laptop went on.
    pub fn elsewhere(&self) -> Option<&Path> {
        self.elsewhere.as_deref()
    }

    /// Brings the copy to the end of the journal, and answers the number of its last line.
    pub fn copy(&mut self) -> Result<u64, MirrorError> {
        self.look_for_folder()?;
        let (end, kept) = (self.end()?, self.kept.take());
        // the copy may have come back as another, or another window may have written it
        let untouched = |kept: &Kept| fs::metadata(&kept.file).is_ok_and(|about| about.len() == kept.length);
        let kept = match kept.filter(untouched) {
            Some(kept) if kept.end == end => {
                self.kept = Some(kept);
                return Ok(end.number);
            }
            Some(kept) => kept,
            None => self.find()?,
        };
        let kept = self.append(kept, &end)?;
        self.kept = Some(kept);
        Ok(end.number)
    }

    fn end(&self) -> Result<End, Error> {
        journal::end(&self.connection, &self.identity.name).map_err(|error| Error::sqlite(&self.path, error))
    }

    /// The stick was taken out where its folder is gone, or is nothing but the empty place on the disk of the laptop that the
    /// stick was mounted on.
    fn look_for_folder(&mut self) -> Result<(), MirrorError> {
        let gone = || MirrorError::Gone { folder: self.folder.clone() };
        if !fs::metadata(&self.folder).is_ok_and(|about| about.is_dir()) {
            return Err(gone());
        }
        let same = same_disk(&self.folder, &self.path);
        if *self.on_own_disk.get_or_insert(same) == same { Ok(()) } else { Err(gone()) }
    }

    /// The copy to go on with: the first that holds nothing but lines of this file, or a new one.
    fn find(&mut self) -> Result<Kept, MirrorError> {
        for number in 1_u32.. {
            let file = self.folder.join(self.name(number));
            let failed = |source| MirrorError::Write { file: file.clone(), source };
            if !file.exists() {
                let length = self.begin(&file).map_err(failed)?;
                return Ok(Kept { file, length, end: End { number: 0, hash: self.identity.name.clone() } });
            }
            let tail = tail(&file, &self.identity.name).map_err(failed)?;
            match tail.end {
                // begun and cut off before its first line was whole
                None if tail.length == 0 => {
                    let length = self.begin_again(&file).map_err(failed)?;
                    return Ok(Kept { file, length, end: End { number: 0, hash: self.identity.name.clone() } });
                }
                Some(end) if self.holds(&end)? => return Ok(Kept { file, length: tail.length, end }),
                _ => self.elsewhere = Some(file),
            }
        }
        Err(MirrorError::Gone { folder: self.folder.clone() })
    }

    /// Whether the last line of a copy is a line of this file.
    fn holds(&self, end: &End) -> Result<bool, Error> {
        if end.number == 0 {
            return Ok(end.hash == self.identity.name);
        }
        let hash = journal::hash(&self.connection, end.number).map_err(|error| Error::sqlite(&self.path, error))?;
        Ok(hash.as_ref() == Some(&end.hash))
    }

    /// `dai-hoi-1a2b3c4d.sao`: by the name inside the file, which it keeps on every laptop; two congresses never share a copy.
    fn name(&self, number: u32) -> String {
        let short = self.identity.name.get(..8).unwrap_or(&self.identity.name);
        let which = if number > 1 { format!("-{number}") } else { String::new() };
        format!("dai-hoi-{short}{which}.{ENDING}")
    }

    fn head(&self) -> io::Result<Vec<u8>> {
        let Identity { name, made_at, made_by, judged_from } = self.identity.clone();
        let head = Head { daihoi: WORD.to_owned(), version: VERSION, name, made_at, made_by, judged_from };
        let mut bytes = serde_json::to_vec(&head)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn begin(&self, file: &Path) -> io::Result<u64> {
        let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
        let head = self.head()?;
        new.write_all(&head)?;
        new.sync_all()?;
        // the name of the file is on the stick too, where folders can be synced
        let _ = File::open(&self.folder).and_then(|folder| folder.sync_all());
        Ok(head.len() as u64)
    }

    fn begin_again(&self, file: &Path) -> io::Result<u64> {
        let mut old = OpenOptions::new().write(true).open(file)?;
        let head = self.head()?;
        old.set_len(0)?;
        old.write_all(&head)?;
        old.sync_all()?;
        Ok(head.len() as u64)
    }

    /// Appends the lines up to an end of the journal; a line cut off by a full stick or a dead machine is written anew.
    fn append(&self, kept: Kept, end: &End) -> Result<Kept, MirrorError> {
        let mut bytes = Vec::new();
        journal::read::<rusqlite::Error>(&self.connection, (kept.end.number + 1, end.number), |line| {
            // a line is text and numbers: it always makes JSON
            bytes.extend(serde_json::to_vec(&line).unwrap_or_default());
            bytes.push(b'\n');
            Ok(())
        })
        .map_err(|error| Error::sqlite(&self.path, error))?;
        let write = || {
            let mut file = OpenOptions::new().write(true).open(&kept.file)?;
            file.lock()?;
            file.set_len(kept.length)?;
            file.seek(SeekFrom::Start(kept.length))?;
            file.write_all(&bytes)?;
            file.sync_all()
        };
        write().map_err(|source| MirrorError::Write { file: kept.file.clone(), source })?;
        Ok(Kept { length: kept.length + bytes.len() as u64, end: end.clone(), file: kept.file })
    }
}

/// Whether two paths lie on one disk; where the system does not say, they do not.
fn same_disk(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let disk = |path: &Path| fs::metadata(path).map(|about| about.dev()).ok();
        disk(one).is_some() && disk(one) == disk(other)
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        false
    }
}

/// The last whole line of a copy, and where it ends; no end where the copy is of another file.
fn tail(file: &Path, name: &str) -> io::Result<Tail> {
    let bytes = fs::read(file)?;
    let whole = whole(&bytes);
    let lines: Vec<&[u8]> = lines(whole).collect();
    let end = match lines.as_slice() {
        [] => None,
        [head] => head_of(head).filter(|head| head.name == name).map(|head| End { number: 0, hash: head.name }),
        [head, .., last] => head_of(head).filter(|head| head.name == name).and_then(|_| {
            let line: Line = serde_json::from_slice(last).ok()?;
            Some(End { number: line.number, hash: line.hash })
        }),
    };
    Ok(Tail { length: whole.len() as u64, end })
}

/// What of a copy was written to its end: everything up to the last line break.
fn whole(bytes: &[u8]) -> &[u8] {
    bytes.iter().rposition(|byte| *byte == b'\n').map_or(&[], |place| &bytes[..=place])
}

fn lines(whole: &[u8]) -> impl Iterator<Item = &[u8]> {
    whole.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

fn head_of(line: &[u8]) -> Option<Head> {
    serde_json::from_slice::<Head>(line).ok().filter(|head| head.daihoi == WORD)
}

/// A journal with the name of its file, as a copy or a file of ours holds it.
#[derive(Clone, Debug)]
pub struct Journal {
    /// What names the file.
    pub identity: Identity,
    /// Its lines, chained and unaltered.
    pub lines: Vec<Line>,
    /// Whether a copy ends with a line that is not whole: it was never acknowledged.
    pub torn: bool,
}

/// Reads a copy, and proves its chain.
pub fn read(file: &Path) -> Result<Journal, Error> {
    let system = |source| Error::System { path: file.to_owned(), source };
    let bytes = fs::read(file).map_err(system)?;
    let whole = whole(&bytes);
    let torn = whole.len() < bytes.len();
    let mut lines = lines(whole);
    let head = lines.next().and_then(head_of).ok_or_else(|| Error::NotMirror { path: file.to_owned() })?;
    if head.version > VERSION {
        return Err(Error::Newer { path: file.to_owned(), version: head.version, known: VERSION });
    }
    let Head { version, name, made_at, made_by, judged_from, .. } = head;
    let mut previous = End { number: 0, hash: name.clone() };
    let mut read = Vec::new();
    for bytes in lines {
        let number = previous.number + 1;
        let damaged = |cause: String| Error::Line { path: file.to_owned(), number, cause };
        let line: Line = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
        if line.number != number || line.previous != previous.hash || line.reckon() != line.hash {
            return Err(damaged("chuỗi băm không khớp".to_owned()));
        }
        previous = End { number, hash: line.hash.clone() };
        read.push(line);
    }
    // lines of an older program stay as it judged them
    let judged_from = if version < VERSION { previous.number + 1 } else { judged_from };
    Ok(Journal { identity: Identity { name, made_at, made_by, judged_from }, lines: read, torn })
}

/// The journal of a file of ours or of a copy.
pub fn journal_of(path: &Path) -> Result<Journal, Error> {
    let system = |source| Error::System { path: path.to_owned(), source };
    let mut first = [0; 1];
    let is_copy = match File::open(path).and_then(|mut file| file.read_exact(&mut first)) {
        Ok(()) => first == *b"{",
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => false,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::Missing { path: path.to_owned() }),
        Err(error) => return Err(system(error)),
    };
    if is_copy {
        return read(path);
    }
    super::look::look(path, Purpose::Read, VERSION)?;
    let connection = connect(path, Purpose::Read)?;
    let failed = |error| Error::sqlite(path, error);
    let snapshot = begin(&connection, TransactionBehavior::Deferred).map_err(failed)?;
    let identity = identity(&connection).map_err(failed)?;
    let mut lines = Vec::new();
    journal::read::<rusqlite::Error>(&connection, (0, u64::MAX), |line| {
        lines.push(line);
        Ok(())
    })
    .map_err(failed)?;
    snapshot.commit().map_err(failed)?;
    Ok(Journal { identity, lines, torn: false })
}
