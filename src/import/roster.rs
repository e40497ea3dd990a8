//! Rosters (danh sách đảng viên, đại biểu) from CSV or XLSX: the door by which people come in. What a roster means for
//! the congress is the domain's business.
//!
//! `grid` and `sheet` make cells of a file, `heading` finds the columns, `row` makes a person of a row.

mod date;
mod encoding;
mod grid;
mod heading;
mod row;
mod sheet;
mod twins;
mod value;

pub(in crate::import) use date::day_of;
pub(in crate::import) use encoding::decode;

use crate::domain::people::Person;
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
    #[error("{file}: {what} {remedy}")]
    Unreadable {
        /// Name of the file.
        file: String,
        /// What is wrong.
        what: String,
        /// What to do about it.
        remedy: String,
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

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}

/// Reads a roster from a file: `.xlsx`, `.xls`, `.xlsb`, `.ods` as a workbook, anything else as CSV.
///
/// Refuses a file that cannot be opened, has no column of names, is in an old encoding, or has faults in its rows.
pub fn load(path: &Path) -> Result<Roster, RosterError> {
    let bytes = std::fs::read(path).map_err(|source| RosterError::File { path: path.to_owned(), source })?;
    let file = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("xlsx" | "xlsm" | "xls" | "xlsb" | "ods") => read_workbook(&file, bytes),
        _ => read_csv(&file, &bytes),
    }
}

/// Reads a roster from the bytes of a CSV file, separated by commas, semicolons or tabs; `file` is its name in errors.
pub fn read_csv(file: &str, bytes: &[u8]) -> Result<Roster, RosterError> {
    let text = decode(bytes).map_err(|fault| unreadable(file, fault))?;
    let found = b";,\t".iter().filter_map(|separator| {
        let grid = Grid::of_csv(&text, *separator);
        Layout::find(&grid).map(|layout| (grid, layout))
    });
    // the separator under which most columns are understood is the one the file was written with
    match found.max_by_key(|(_, layout)| layout.len()) {
        Some((grid, layout)) => read_grid(file, &grid, &layout),
        None => Err(unreadable(file, no_heading())),
    }
}

/// Reads a roster from the bytes of a workbook: the first sheet that has a column of names.
pub fn read_workbook(file: &str, bytes: Vec<u8>) -> Result<Roster, RosterError> {
    let sheets = sheet::sheets(bytes).map_err(|error| {
        let what = format!("Không đọc được bảng tính ({error}).");
        unreadable(file, (what, "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx hay CSV UTF-8.".to_owned()))
    })?;
    let found = sheets.iter().find_map(|grid| Layout::find(grid).map(|layout| (grid, layout)));
    match found {
        Some((grid, layout)) => read_grid(file, grid, &layout),
        None => Err(unreadable(file, no_heading())),
    }
}

fn no_heading() -> (String, String) {
    (
        "Không tìm thấy dòng tiêu đề có cột «Họ và tên».".to_owned(),
        "Thêm một dòng tiêu đề, ví dụ: STT; Họ và tên; Ngày sinh; Nữ; Chức vụ; Tình trạng.".to_owned(),
    )
}

fn unreadable(file: &str, (what, remedy): (String, String)) -> RosterError {
    RosterError::Unreadable { file: file.to_owned(), what, remedy }
}

fn read_grid(file: &str, grid: &Grid, layout: &Layout) -> Result<Roster, RosterError> {
    if encoding::is_legacy(&grid.text()) {
        return Err(unreadable(file, encoding::legacy_fault()));
    }
    let read = row::read(grid, layout);
    if !read.faults.is_empty() {
        return Err(RosterError::Rows { file: file.to_owned(), faults: read.faults });
    }
    if read.people.is_empty() {
        let what = "Danh sách không có người nào dưới dòng tiêu đề.".to_owned();
        return Err(unreadable(file, (what, "Nhập ít nhất một người.".to_owned())));
    }
    let mut warnings = read.warnings;
    if let Some(unused) = layout.unused() {
        warnings.push(format!("Cột không dùng đến: {unused}."));
    }
    warnings.extend(twins::warnings(&read.people));
    Ok(Roster { people: read.people, warnings })
}

#[cfg(test)]
mod tests;
