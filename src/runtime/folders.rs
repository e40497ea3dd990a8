//! What lies on the disk at the start: files opened lately, files of the folder, the entries of any folder.

use super::recent::Recent;
use crate::app::files::{Entry, EntryKind, Listing, Trouble, Wanted};
use crate::app::start::{Found, Glance, Shelf};
use crate::domain::fold::clean_line;
use crate::domain::names::NameKey;
use crate::store;
use etcetera::home_dir;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many files of a folder are looked at before the first screen; the choice of a file shows them all.
const LOOKED_AT: usize = 30;

/// What a typed path leads to.
pub enum Led {
    /// A file that may be chosen.
    File(PathBuf),
    /// A folder, or nothing: the choice goes on.
    On(Listing),
}

/// What lies at hand in a folder.
pub fn shelf(folder: &Path, recent: &Recent) -> Shelf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let recent: Vec<Found> = recent.paths().into_iter().map(found).collect();
    let known = |path: &PathBuf| recent.iter().any(|found| found.path == *path);
    let of =
        |wanted| read(&folder, wanted).unwrap_or_default().into_iter().filter(|entry| entry.kind == EntryKind::File);
    let here = of(Wanted::Congress).map(|entry| entry.path).filter(|path| !known(path)).take(LOOKED_AT).map(found);
    let (here, rosters) = (here.collect(), of(Wanted::Roster).map(|entry| entry.name).collect());
    Shelf { folder, recent, here, rosters }
}

fn found(path: PathBuf) -> Found {
    let glance = match store::glance(&path) {
        Ok(Some(meeting)) => Glance::Congress(Box::new(meeting)),
        Err(store::Error::Missing { .. }) => Glance::Vanished,
        Ok(None) | Err(_) => Glance::Unreadable,
    };
    let name = path.file_name().map_or_else(String::new, |name| clean_line(&name.to_string_lossy()));
    let place = path.parent().map(shown).unwrap_or_default();
    Found { path, name, place, glance }
}

/// A folder as it is shown: the home as `~`, nothing that a terminal would obey.
fn shown(folder: &Path) -> String {
    let home = home_dir().ok().and_then(|home| folder.strip_prefix(home).ok().map(|rest| Path::new("~").join(rest)));
    clean_line(&home.unwrap_or_else(|| folder.to_owned()).to_string_lossy())
}

/// Looks at a path that was typed or pointed at.
pub fn look(wanted: Wanted, path: &Path) -> Led {
    let path = path
        .strip_prefix("~")
        .ok()
        .and_then(|rest| Some(home_dir().ok()?.join(rest)))
        .unwrap_or_else(|| path.to_owned());
    if path.is_file() {
        return Led::File(path);
    }
    let (folder, trouble) = if path.is_dir() {
        (path, None)
    } else {
        (path.parent().map_or_else(PathBuf::new, Path::to_owned), Some(Trouble::Missing))
    };
    let shown = shown(&folder);
    Led::On(match read(&folder, wanted) {
        Ok(entries) => Listing { folder, shown, entries, trouble },
        Err(error) => {
            let trouble = if error.kind() == ErrorKind::NotFound { Trouble::Missing } else { Trouble::Unreadable };
            Listing { folder, shown, entries: Vec::new(), trouble: Some(trouble) }
        }
    })
}

/// The folders and the wanted files of a folder, hidden ones left out, in the order of names.
fn read(folder: &Path, wanted: Wanted) -> std::io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let fits = ending.is_some_and(|ending| wanted.endings().contains(&ending.as_str()));
        // `~$danh-sach.xlsx` is what Excel leaves while a workbook is open
        let hidden = name.starts_with('.') || name.starts_with("~$");
        let kind = if path.is_dir() { EntryKind::Folder } else { EntryKind::File };
        if !hidden && (fits || kind == EntryKind::Folder) {
            entries.push(Entry { path, name: clean_line(&name), kind });
        }
    }
    entries.sort_by_cached_key(|entry| (entry.kind == EntryKind::File, NameKey::of(&entry.name)));
    if let Some(parent) = folder.parent() {
        entries.insert(0, Entry { path: parent.to_owned(), name: "..".to_owned(), kind: EntryKind::Parent });
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_only_wanted_files_are_listed() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.daihoi", "a.csv", ".an.daihoi", "~$c.xlsx", "c.XLSX"] {
            fs::write(dir.path().join(name), "").unwrap();
        }
        fs::create_dir(dir.path().join("z")).unwrap();
        let names = |wanted| match look(wanted, dir.path()) {
            Led::On(listing) => listing.entries.into_iter().map(|entry| entry.name).collect::<Vec<_>>(),
            Led::File(path) => panic!("{}", path.display()),
        };
        assert_eq!(names(Wanted::Congress), ["..", "z", "b.daihoi"]);
        assert_eq!(names(Wanted::Roster), ["..", "z", "a.csv", "c.XLSX"]);
    }

    #[test]
    fn a_path_leads_to_a_file_a_folder_or_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.daihoi"), "").unwrap();
        assert!(matches!(look(Wanted::Congress, &dir.path().join("a.daihoi")), Led::File(_)));
        let Led::On(listing) = look(Wanted::Congress, &dir.path().join("không có")) else { panic!() };
        assert_eq!((listing.trouble, listing.folder.as_path()), (Some(Trouble::Missing), dir.path()));
        assert_eq!(listing.entries.len(), 2, "the folder above it is shown");
    }

    #[test]
    fn files_lately_opened_are_not_listed_twice_and_say_what_became_of_them() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.daihoi"), "không phải tệp đại hội").unwrap();
        let shelf = shelf(dir.path(), &Recent::of_nobody());
        assert_eq!(shelf.here.len(), 1);
        assert_eq!(shelf.here[0].glance, Glance::Unreadable);
        assert_eq!(found(dir.path().join("b.daihoi")).glance, Glance::Vanished);
    }
}
