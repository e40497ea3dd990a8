//! Choosing a file: the entries of a folder found by typing, or a path typed whole. What lies in a folder the runtime says.

use super::effect::Effect;
use super::field::Field;
use super::key::Key;
use super::words::{Word, start as w};
use super::{App, dialog::Dialog};
use crate::domain::fold::{Needle, fold};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A congress to open.
    Congress,
    /// The congress of the last term, to copy from.
    LastTerm,
    /// A roster to read.
    Roster,
    /// A desk file that came back.
    DeskFile,
}

impl Wanted {
    /// The endings of the files that are listed.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Congress | Self::LastTerm | Self::DeskFile => &["daihoi"],
            Self::Roster => &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"],
        }
    }

    /// The title of the choice.
    pub fn title(self) -> Word {
        match self {
            Self::Congress => w::choose_congress,
            Self::LastTerm => w::choose_last,
            Self::Roster => w::choose_roster,
            Self::DeskFile => w::choose_desk_file,
        }
    }

    /// What is done with the file.
    fn chosen(self, path: PathBuf) -> Effect {
        match self {
            Self::Congress => Effect::Open(path),
            Self::LastTerm => Effect::ReadLast(path),
            Self::Roster => Effect::ReadRoster(path),
            Self::DeskFile => Effect::ReadDesk(path),
        }
    }
}

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// The folder above.
    Parent,
    /// A folder.
    Folder,
    /// A file that may be chosen.
    File,
}

/// An entry of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name as it is shown.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
}

/// Why there is nothing to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The folder cannot be read.
    Unreadable,
    /// Nothing of this name is there.
    Missing,
}

/// What the runtime found in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The folder.
    pub folder: PathBuf,
    /// The folder as it is shown.
    pub shown: String,
    /// Its entries: folders, then files.
    pub entries: Vec<Entry>,
    /// What went wrong.
    pub trouble: Option<Trouble>,
}

/// The choice of a file.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// What it is wanted for.
    pub wanted: Wanted,
    /// What lies in the folder.
    pub listing: Listing,
    /// What was typed: a part of a name, or a path.
    pub query: Field,
    /// The row under the cursor among those found.
    pub row: usize,
}

impl Chooser {
    /// The entries that the typed text finds.
    pub fn found(&self) -> Vec<&Entry> {
        let text = self.query.text();
        if is_path(text) {
            return Vec::new();
        }
        let needle = Needle::new(text);
        let fits = |entry: &&Entry| {
            text.is_empty() || entry.kind != EntryKind::Parent && needle.finds(&fold(&entry.name)).is_some()
        };
        self.listing.entries.iter().filter(fits).collect()
    }

    /// What there is to say instead of a list.
    pub fn said(&self) -> Option<Word> {
        let files = self.listing.entries.iter().any(|entry| entry.kind != EntryKind::Parent);
        match self.listing.trouble {
            Some(Trouble::Unreadable) => Some(w::folder_unreadable),
            Some(Trouble::Missing) => Some(w::file_missing),
            None if !files => Some(w::empty_folder),
            None if self.found().is_empty() && !is_path(self.query.text()) => Some(w::nothing_found),
            None => None,
        }
    }

    fn step(&mut self, by: isize) {
        let last = self.found().len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(by).min(last);
    }

    /// What Enter does.
    fn go(&self) -> Option<Effect> {
        let typed = self.query.text().trim();
        if is_path(typed) {
            return Some(Effect::Look { wanted: self.wanted, path: from(&self.listing.folder, typed) });
        }
        let entry = *self.found().get(self.row)?;
        Some(match entry.kind {
            EntryKind::File => self.wanted.chosen(entry.path.clone()),
            EntryKind::Folder | EntryKind::Parent => Effect::Look { wanted: self.wanted, path: entry.path.clone() },
        })
    }
}

/// Whether a typed text is a path rather than a part of a name.
fn is_path(text: &str) -> bool {
    text.starts_with('~') || text.contains(['/', MAIN_SEPARATOR])
}

/// A typed path as seen from a folder; `~` is left to the runtime, which knows the home.
fn from(folder: &Path, typed: &str) -> PathBuf {
    if typed.starts_with('~') { PathBuf::from(typed) } else { folder.join(typed) }
}

/// Takes a key for the choice of a file.
pub(super) fn key(app: &mut App, mut chooser: Box<Chooser>, key: Key) -> Vec<Effect> {
    let effects = match key {
        Key::Esc => return Vec::new(),
        Key::Enter | Key::Tab => chooser.go().into_iter().collect(),
        Key::Backspace if chooser.query.is_empty() => {
            let parent = chooser.listing.folder.parent().map(Path::to_owned);
            parent.map(|path| Effect::Look { wanted: chooser.wanted, path }).into_iter().collect()
        }
        Key::Up => {
            chooser.step(-1);
            Vec::new()
        }
        Key::Down => {
            chooser.step(1);
            Vec::new()
        }
        Key::PageUp => {
            chooser.step(-8);
            Vec::new()
        }
        Key::PageDown => {
            chooser.step(8);
            Vec::new()
        }
        _ => {
            if chooser.query.key(key) {
                chooser.row = 0;
                chooser.listing.trouble = None;
            }
            Vec::new()
        }
    };
    app.dialog = Some(Dialog::Files(chooser));
    effects
}

impl App {
    /// A folder was read, or a path was looked at: the choice goes on there.
    pub fn listed(&mut self, wanted: Wanted, listing: Listing) {
        let kept = match self.dialog.take() {
            // what was typed stays where it led nowhere
            Some(Dialog::Files(chooser)) if listing.trouble.is_some() => Some((chooser.query, chooser.listing.entries)),
            _ => None,
        };
        let (query, entries) = kept.unwrap_or_default();
        let entries = if listing.trouble.is_some() && listing.entries.is_empty() { entries } else { listing.entries };
        let listing = Listing { entries, ..listing };
        // the cursor stands on the first file or folder, not on the way up
        let row = usize::from(listing.entries.len() > 1 && listing.entries[0].kind == EntryKind::Parent);
        self.dialog = Some(Dialog::Files(Box::new(Chooser { wanted, listing, query, row })));
    }

    /// A path that was typed is a file of the right kind: what it was wanted for is done.
    pub fn chosen(&mut self, wanted: Wanted, path: PathBuf) -> Vec<Effect> {
        vec![wanted.chosen(path)]
    }
}
