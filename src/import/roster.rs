//! Rosters (danh sách đảng viên, đại biểu) from CSV or XLSX: the door by which people come in. What a roster means for
//! the congress is the domain's business.
//!
//! `grid` and `sheet` make cells of a file, `heading` finds the columns, `row` makes a person of a row.

mod date;
mod encoding;
mod grid;
mod heading;
mod illegible;
mod row;
mod sheet;
mod twins;
mod value;

pub(in crate::import) use date::day_of;
pub(in crate::import) use encoding::decode;
pub use illegible::Illegible;

use crate::domain::Lang;
use crate::domain::people::Person;
use crate::domain::refusal::Told;
use crate::domain::roster::{Letters, Listing, Passed, Passing};
use grid::Grid;
use heading::Layout;
use std::fmt;
use std::path::{Path, PathBuf};

/// A roster that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Roster {
    /// The people, in the order of the file.
    pub people: Vec<Person>,
    /// What was read all the same, and should be looked at: one sentence each, in Vietnamese.
    pub warnings: Vec<String>,
}

/// A cell or row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Row of the file, from 1.
    pub row: usize,
    /// Heading of the column, as it stands in the file; none where the whole row is meant.
    pub column: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "dòng {}", self.row)?;
        if let Some(column) = &self.column {
            write!(f, ", cột «{column}»")?;
        }
        write!(f, ": {} {}", self.what, self.remedy)
    }
}

/// Why a roster could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// The file cannot be opened.
    #[error("không mở được danh sách {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not what its name says, or its letters are in an old encoding.
    #[error("{file}: {}", in_vietnamese(why))]
    Unreadable {
        /// Name of the file.
        file: String,
        /// What is wrong with it.
        why: Illegible,
    },
    /// Rows that cannot be taken, all of them.
    #[error("{file}: {} chỗ phải sửa trong danh sách\n{}", faults.len(), listed(faults))]
    Rows {
        /// Name of the file.
        file: String,
        /// Every fault, in the order of the rows.
        faults: Vec<Fault>,
    },
}

fn in_vietnamese(why: &Illegible) -> String {
    let (what, remedy) = why.told(Lang::Vi);
    format!("{what} {remedy}")
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}

impl RosterError {
    /// The error as the screens tell it. Faults in rows the preview tells row by row; as one error they are the command line's,
    /// which speaks Vietnamese.
    pub fn told(&self, lang: Lang) -> Told {
        let (what, instead) = match self {
            Self::File { path, source } => (
                match lang {
                    Lang::Vi => format!("Không mở được danh sách {}: {source}.", path.display()),
                    Lang::En => format!("The roster {} cannot be opened: {source}.", path.display()),
                },
                lang.pick("Xem lại đường dẫn và quyền đọc tệp.", "Check the path and whether the file may be read.")
                    .to_owned(),
            ),
            Self::Unreadable { file, why } => {
                let (what, remedy) = why.told(lang);
                (format!("{file}: {what}"), remedy)
            }
            Self::Rows { .. } => (self.to_string(), String::new()),
        };
        Told { what, instead, article: None }
    }
}

/// Reads a roster from a file: `.xlsx`, `.xls`, `.xlsb`, `.ods` as a workbook, anything else as CSV.
///
/// Refuses a file that cannot be opened, has no column of names, is in an old encoding, or has faults in its rows.
pub fn load(path: &Path) -> Result<Roster, RosterError> {
    let (file, bytes) = open(path)?;
    if is_workbook(path) { read_workbook(&file, bytes) } else { read_csv(&file, &bytes) }
}

/// Reads every sheet of a roster as it was understood, the one with the most people first; faults in rows are told, not refused.
pub fn look(path: &Path) -> Result<Vec<Listing>, RosterError> {
    let (file, bytes) = open(path)?;
    if is_workbook(path) { look_at_workbook(&file, bytes) } else { Ok(vec![look_at_csv(&file, &bytes)?]) }
}

fn open(path: &Path) -> Result<(String, Vec<u8>), RosterError> {
    let bytes = std::fs::read(path).map_err(|source| RosterError::File { path: path.to_owned(), source })?;
    let file = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    Ok((crate::domain::fold::clean_line(&file), bytes))
}

fn is_workbook(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("xlsx" | "xlsm" | "xls" | "xlsb" | "ods"))
}

/// Reads a roster from the bytes of a CSV file, separated by commas, semicolons or tabs; `file` is its name in errors.
pub fn read_csv(file: &str, bytes: &[u8]) -> Result<Roster, RosterError> {
    whole(look_at_csv(file, bytes)?)
}

/// Reads a roster from the bytes of a workbook: the sheet with the most people.
pub fn read_workbook(file: &str, bytes: Vec<u8>) -> Result<Roster, RosterError> {
    let mut sheets = look_at_workbook(file, bytes)?;
    whole(sheets.swap_remove(0))
}

fn look_at_csv(file: &str, bytes: &[u8]) -> Result<Listing, RosterError> {
    let text = decode(bytes).map_err(|why| unreadable(file, why))?;
    let found = b";,\t".iter().filter_map(|separator| {
        let grid = Grid::of_csv(&text, *separator);
        Layout::find(&grid).map(|layout| (grid, layout))
    });
    // the separator under which most columns are understood is the one the file was written with
    match found.max_by_key(|(_, layout)| layout.len()) {
        Some((grid, layout)) => Ok(listing(file, None, &grid, &layout)),
        None => Err(unreadable(file, Illegible::NoHeading)),
    }
}

fn look_at_workbook(file: &str, bytes: Vec<u8>) -> Result<Vec<Listing>, RosterError> {
    let sheets = sheet::sheets(bytes).map_err(|error| unreadable(file, Illegible::Broken(error.to_string())))?;
    let several = sheets.len() > 1;
    let mut listings = Vec::new();
    for (name, grid) in &sheets {
        if encoding::is_legacy(&grid.text()) {
            return Err(unreadable(file, Illegible::OldLetters));
        }
        let named = several.then(|| crate::domain::fold::clean_line(name));
        listings.extend(Layout::find(grid).map(|layout| listing(file, named, grid, &layout)));
    }
    listings.sort_by_key(|listing| std::cmp::Reverse(listing.rows.len()));
    if listings.is_empty() { Err(unreadable(file, Illegible::NoHeading)) } else { Ok(listings) }
}

fn listing(file: &str, sheet: Option<String>, grid: &Grid, layout: &Layout) -> Listing {
    let (rows, passed) = row::read(grid, layout);
    Listing { file: file.to_owned(), sheet, columns: layout.headings(grid), rows, passed }
}

fn unreadable(file: &str, why: Illegible) -> RosterError {
    RosterError::Unreadable { file: file.to_owned(), why }
}

/// A listing as a whole roster, where nothing in it is at fault.
fn whole(listing: Listing) -> Result<Roster, RosterError> {
    let faults: Vec<Fault> = listing.rows.iter().flat_map(faults_of).collect();
    if !faults.is_empty() {
        return Err(RosterError::Rows { file: listing.file, faults });
    }
    if listing.rows.is_empty() {
        return Err(unreadable(&listing.file, Illegible::Nobody));
    }
    let numbers = listing.numbers();
    let people: Vec<Person> =
        listing.rows.iter().zip(numbers).map(|(row, id)| row.entry.person(id, Letters::AsTyped)).collect();
    let mut warnings = warnings(&listing);
    warnings.extend(twins::warnings(&people));
    Ok(Roster { people, warnings })
}

fn faults_of(row: &crate::domain::roster::Listed) -> Vec<Fault> {
    let faults = row.faults.iter().map(|(column, fault)| {
        let (what, remedy) = fault.told(Lang::Vi);
        Fault { row: row.row, column: column.clone(), what, remedy }
    });
    faults.collect()
}

/// What should be looked at, one sentence each, in Vietnamese: rows passed over, notes, numbers, columns.
pub fn warnings(listing: &Listing) -> Vec<String> {
    let mut warnings = Vec::new();
    let passed: Vec<&Passed> = listing.passed.iter().filter(|passed| passed.why != Passing::Group).collect();
    if !passed.is_empty() {
        let rows = passed.iter().map(|passed| passed.row.to_string()).collect::<Vec<_>>().join(", ");
        warnings.push(format!("Bỏ qua các dòng không ghi người: {rows}."));
    }
    for row in &listing.rows {
        let told =
            row.notes.iter().map(|note| format!("Dòng {}: {}: {}", row.row, row.entry.name, note.told(Lang::Vi)));
        warnings.extend(told);
    }
    if listing.is_renumbered() {
        let what = "Số thứ tự thiếu hoặc lặp lại: các dòng được đánh số lại theo thứ tự trong tệp.";
        warnings.push(what.to_owned());
    }
    let unused: Vec<&str> = listing
        .columns
        .iter()
        .filter(|heading| heading.column.is_none())
        .map(|heading| heading.text.as_str())
        .collect();
    if !unused.is_empty() {
        warnings.push(format!("Cột không dùng đến: {}.", unused.join(", ")));
    }
    warnings
}

#[cfg(test)]
mod tests;
