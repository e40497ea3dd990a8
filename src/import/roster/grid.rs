//! The cells of a roster, whatever file they came from. What they mean is found in `heading` and `row`.

use super::encoding::letter_d;
use crate::domain::fold::clean_line;
use chrono::NaiveDate;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text, cleaned.
    pub(super) text: String,
    /// The day, where the workbook says the cell is one, or its number could be one.
    pub(super) day: Option<NaiveDate>,
    /// Whether a letter of another alphabet stood for Đ.
    pub(super) foreign_d: bool,
}

impl Cell {
    /// A cell of this text.
    pub(super) fn of(text: &str) -> Self {
        let (text, foreign_d) = letter_d(&clean_line(text));
        Self { text, day: None, foreign_d }
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.day.is_none()
    }
}

/// A row with its number in the file, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Row of the file.
    pub(super) number: usize,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
}

impl Line {
    /// The cell at a column; an empty one past the end.
    pub(super) fn cell(&self, column: usize) -> Cell {
        self.cells.get(column).cloned().unwrap_or_default()
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// The rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The rows, in order.
    pub(super) lines: Vec<Line>,
}

impl Grid {
    /// The rows of a CSV text; rows may differ in length, and quotes that do not close are text.
    pub(super) fn of_csv(text: &str, separator: u8) -> Self {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
        let mut lines = Vec::new();
        // a row as a spreadsheet numbers it: a line break inside a cell begins no row
        let mut inside = 0;
        for record in reader.records().map_while(Result::ok) {
            let line = usize::try_from(record.position().map_or(0, csv::Position::line)).unwrap_or(usize::MAX);
            lines.push(Line { number: line.saturating_sub(inside), cells: record.iter().map(Cell::of).collect() });
            inside += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        }
        Self { lines }
    }

    /// All its text, a line for each row.
    pub(super) fn text(&self) -> String {
        let line = |line: &Line| line.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t");
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}
