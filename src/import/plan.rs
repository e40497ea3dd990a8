//! Plans of congresses (kế hoạch đại hội): a TOML file and a roster become the changes that found the congress.
//!
//! `page` and `fields` read TOML strictly and remember where everything stands; the other files read one part each;
//! `founding` puts the parts in the order the domain takes and asks the domain about every one of them. The format is
//! told in `docs-plan.md`.

mod agenda;
mod election;
mod fields;
mod founding;
mod names;
mod near;
mod page;
mod parts;
mod programme;

pub use page::{Fault, Faults};

pub(in crate::import) use agenda::{PREPARED, Planned};
pub(in crate::import) use programme::{Setting, official, preparatory};

use super::roster::{self, RosterError, decode};
use crate::domain::Change;
use crate::domain::people::Person;
use page::Page;
use std::path::{Path, PathBuf};

/// The endings under which a roster beside the plan is looked for.
const ROSTER_ENDINGS: [&str; 3] = ["csv", "xlsx", "xls"];

/// A plan that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The changes that found the congress, in an order that the domain accepts.
    pub changes: Vec<Change>,
    /// What should be looked at in the roster: one sentence each, in Vietnamese.
    pub warnings: Vec<String>,
}

/// Why a plan could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file cannot be opened.
    #[error("không mở được kế hoạch {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not UTF-8, or its letters are in an old encoding.
    #[error("{}: {what} {remedy}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// Places of the plan that cannot be taken.
    #[error(transparent)]
    Faulty(#[from] Faults),
    /// The roster named in the plan, or beside it.
    #[error(transparent)]
    Roster(#[from] RosterError),
}

/// Reads a plan and its roster: the file that `roster = "…"` names, relative to the plan, or else a CSV or workbook with
/// the plan's own name beside it.
///
/// Refuses a file that cannot be opened or decoded, and everything that [`read`] and [`roster::load`] refuse.
pub fn load(path: &Path) -> Result<Plan, PlanError> {
    let bytes = std::fs::read(path).map_err(|source| PlanError::File { path: path.to_owned(), source })?;
    let text = decode(&bytes).map_err(|why| {
        let (what, remedy) = why.told(crate::domain::Lang::Vi);
        PlanError::Unreadable { path: path.to_owned(), what, remedy }
    })?;
    let faulty = |faults: Faults| PlanError::Faulty(Faults { file: path.display().to_string(), ..faults });
    let named = founding::roster_named(&text).map_err(faulty)?;
    let file = named.map(|name| path.with_file_name(name)).or_else(|| beside(path));
    let roster = file.map(|file| roster::load(&file)).transpose()?;
    let (people, warnings) = roster.map(|roster| (roster.people, roster.warnings)).unwrap_or_default();
    Ok(Plan { changes: read(&text, people).map_err(faulty)?, warnings })
}

fn beside(plan: &Path) -> Option<PathBuf> {
    ROSTER_ENDINGS.iter().map(|ending| plan.with_extension(ending)).find(|file| file.is_file())
}

/// Reads the text of a plan, with the people of its roster; none where the plan names each person itself.
///
/// Refuses what is not TOML, unknown keys and words, names that nobody on the lists bears, and whatever the domain
/// refuses – all faults at once, each with its line and column.
pub fn read(text: &str, people: Vec<Person>) -> Result<Vec<Change>, Faults> {
    let page = Page::new(text);
    let changes = founding::found(&page, people);
    page.finish(changes)
}

#[cfg(test)]
mod tests;
