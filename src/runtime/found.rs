//! A new file with everything that founds its congress, or no file at all.

use crate::domain::{Change, Congress, Role, Who};
use crate::store::mirror::Journal;
use crate::store::{Error, Store};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Makes a file and records what founds the congress in it. The file appears under its name when all is recorded; whatever
/// goes wrong before leaves nothing behind, and no file that is there is written over.
pub fn found(file: &Path, changes: &[Change], at: DateTime<FixedOffset>) -> Result<Store, Error> {
    found_by(file, Role::Secretary.into(), changes, at)
}

/// Makes a file as [`found`] does, with the changes of another role.
pub fn found_by(file: &Path, who: Who, changes: &[Change], at: DateTime<FixedOffset>) -> Result<Store, Error> {
    make(file, |making| record(making, who, changes, at))
}

/// Makes the file of a congress again from a copy of its journal, with the same care.
pub fn resumed(file: &Path, journal: &Journal) -> Result<Store, Error> {
    make(file, |making| Store::restore(making, journal).map(drop))
}

fn make(file: &Path, work: impl FnOnce(&Path) -> Result<(), Error>) -> Result<Store, Error> {
    if file.exists() {
        return Err(Error::Exists { path: file.to_owned() });
    }
    let making = aside(file);
    // a half-made file of a program that was killed holds nothing that was promised
    remove(&making);
    let put = work(&making).and_then(|()| put_in_place(&making, file));
    if let Err(error) = put {
        remove(&making);
        return Err(told_of(error, file));
    }
    Store::open(file)
}

fn record(making: &Path, who: Who, changes: &[Change], at: DateTime<FixedOffset>) -> Result<(), Error> {
    let mut store = Store::create(making)?;
    let mut congress = Congress::default();
    for change in changes {
        store.record(&mut congress, who, at, &|_| Ok(change.clone()))?;
    }
    Ok(())
}

/// Gives the finished file its name: by a second link, which never replaces a file that came there meanwhile; by renaming
/// where the disk has no links.
fn put_in_place(making: &Path, file: &Path) -> Result<(), Error> {
    let linked = fs::hard_link(making, file);
    match linked {
        Ok(()) => {
            remove(making);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::Exists { path: file.to_owned() }),
        Err(_) if !file.exists() => {
            fs::rename(making, file).map_err(|source| Error::System { path: file.to_owned(), source })
        }
        Err(_) => Err(Error::Exists { path: file.to_owned() }),
    }
}

fn aside(file: &Path) -> PathBuf {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    file.with_file_name(format!(".{name}.dang-tao"))
}

fn remove(making: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = making.as_os_str().to_owned();
        name.push(ending);
        // what is not there needs no removing
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

/// What went wrong with the file aside, told of the file that was asked for.
fn told_of(error: Error, file: &Path) -> Error {
    let path = file.to_owned();
    match error {
        Error::NoFolder { .. } => Error::NoFolder { path },
        Error::System { source, .. } => Error::System { path, source },
        Error::Sqlite { source, .. } => Error::Sqlite { path, source },
        Error::NoLog { cause, .. } => Error::NoLog { path, cause },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Refusal;
    use crate::import::demo;

    fn at() -> DateTime<FixedOffset> {
        DateTime::default()
    }

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_made_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.daihoi");
        let changes = demo::changes();
        let broken = [changes.as_slice(), &changes[..1]].concat();
        assert!(matches!(found(&file, &broken, at()), Err(Error::Refused(Refusal::AlreadyFounded))));
        assert_eq!(names(dir.path()), Vec::<String>::new());
        // what a killed program left is no hindrance
        fs::write(dir.path().join(".a.daihoi.dang-tao"), "dở dang").unwrap();
        let mut store = found(&file, &changes, at()).unwrap();
        assert_eq!(store.load().unwrap().full_members(), Some(26));
        drop(store);
        assert_eq!(names(dir.path()), ["a.daihoi"]);
    }

    #[test]
    fn no_file_is_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.daihoi");
        fs::write(&file, "của người khác").unwrap();
        assert!(matches!(found(&file, &demo::changes(), at()), Err(Error::Exists { .. })));
        assert_eq!(fs::read_to_string(&file).unwrap(), "của người khác");
        let nowhere = dir.path().join("không có").join("a.daihoi");
        assert!(matches!(found(&nowhere, &demo::changes(), at()), Err(Error::NoFolder { path }) if path == nowhere));
    }
}
