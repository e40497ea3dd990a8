//! Tables of a paper: columns with relative widths, a header row, rows of cells.
//! Sums and orders are made by whoever fills the table.

use super::block::ParagraphKey;
use super::text::Text;

/// Where lines stand between their margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// To both margins, with the first-line indent of running text.
    #[default]
    Justified,
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// A column: its heading, its share of the width, where its cells stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading, repeated on every page.
    pub heading: String,
    /// The share of the width, relative to the other columns.
    pub share: u32,
    /// Where the cells stand; the heading is always in the middle.
    pub align: Align,
}

impl Column {
    /// A column of words, at the left.
    pub fn words(heading: impl Into<String>, share: u32) -> Self {
        Self { heading: heading.into(), share, align: Align::Left }
    }

    /// A column of numbers or marks, in the middle.
    pub fn figures(heading: impl Into<String>, share: u32) -> Self {
        Self { heading: heading.into(), share, align: Align::Centre }
    }
}

/// How large the words of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TableSet {
    /// As the running text.
    #[default]
    Full,
    /// In the small size of the profile.
    Small,
}

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The key of a table that comes from data.
    pub key: Option<ParagraphKey>,
    /// How large its words are.
    pub set: TableSet,
    columns: Vec<Column>,
    rows: Vec<Vec<Text>>,
}

impl Table {
    /// A table without rows yet.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { key: None, set: TableSet::Full, columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Gives the table its key.
    #[must_use]
    pub fn keyed(mut self, key: impl Into<ParagraphKey>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets the table small: a list of many columns, whose entries would else break over several lines.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.set = TableSet::Small;
        self
    }

    /// Adds a row. Missing cells stay empty; words beyond the last column join its cell, so that none is lost.
    #[must_use]
    pub fn row(mut self, cells: impl IntoIterator<Item = impl Into<Text>>) -> Self {
        let mut row: Vec<Text> = cells.into_iter().map(Into::into).collect();
        while row.len() > self.columns.len().max(1) {
            if let (Some(beyond), Some(last)) = (row.pop(), row.pop()) {
                let joined = beyond
                    .spans()
                    .iter()
                    .fold(last.plain(" "), |text, span| text.with(span.text.clone(), span.emphasis));
                row.push(joined);
            }
        }
        row.resize(self.columns.len(), Text::new());
        self.rows.push(row);
        self
    }

    /// The columns from left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows below the header row, each as long as [`columns`](Self::columns).
    pub fn rows(&self) -> &[Vec<Text>] {
        &self.rows
    }

    /// Widths that add up to `total`, by share; none under `least` while the total allows it, so that `STT` does not break.
    pub fn widths(&self, total: u32, least: u32) -> Vec<u32> {
        let count = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        if count == 0 {
            return Vec::new();
        }
        let floor = least.min(total / count);
        let mut narrow = vec![false; self.columns.len()];
        loop {
            let widths = self.widths_beside(&narrow, total, floor);
            let before = narrow.clone();
            for (index, width) in widths.iter().enumerate() {
                narrow[index] |= *width < floor;
            }
            if narrow == before {
                return fill_up(widths, total);
            }
        }
    }

    /// Widths by share of what the narrow columns leave.
    fn widths_beside(&self, narrow: &[bool], total: u32, floor: u32) -> Vec<u32> {
        let (mut left, mut shares) = (u64::from(total), 0_u64);
        for (column, narrow) in self.columns.iter().zip(narrow) {
            if *narrow {
                left = left.saturating_sub(u64::from(floor));
            } else {
                shares += u64::from(column.share);
            }
        }
        let width = |(column, narrow): (&Column, &bool)| {
            if *narrow {
                return floor;
            }
            let width = (left * u64::from(column.share)).checked_div(shares).unwrap_or(0);
            u32::try_from(width).unwrap_or(total)
        };
        self.columns.iter().zip(narrow).map(width).collect()
    }

    /// Header row and rows, cells parted by tabs.
    pub fn plain_text(&self) -> String {
        let heading = self.columns.iter().map(|column| column.heading.clone());
        let mut lines = vec![heading.collect::<Vec<_>>().join("\t")];
        for row in &self.rows {
            lines.push(row.iter().map(Text::plain_text).collect::<Vec<_>>().join("\t"));
        }
        lines.join("\n")
    }
}

/// Gives what rounding lost to the widest column.
fn fill_up(mut widths: Vec<u32>, total: u32) -> Vec<u32> {
    let lost = total.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += lost;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result() -> Table {
        Table::new([
            Column::figures("TT", 1),
            Column::words("Họ và tên", 9),
            Column::figures("Số phiếu bầu", 3),
            Column::figures("Tỷ lệ %", 2),
        ])
    }

    #[test]
    fn widths_add_up_and_no_column_is_too_narrow_for_its_label() {
        let widths = result().widths(9355, 907);
        assert_eq!(widths.iter().sum::<u32>(), 9355);
        assert_eq!(widths[0], 907);
        assert!(widths[1] > widths[2] && widths[2] > widths[3]);
    }

    #[test]
    fn more_columns_than_room_share_what_there_is() {
        let table = Table::new((0..20).map(|n| Column::figures(n.to_string(), n)));
        let widths = table.widths(1000, 907);
        assert_eq!(widths.iter().sum::<u32>(), 1000);
        assert!(widths.iter().all(|width| *width >= 50));
        assert!(Table::new([]).widths(1000, 10).is_empty());
        assert_eq!(Table::new([Column::words("A", 0)]).widths(1000, 10), [1000]);
    }

    #[test]
    fn rows_have_as_many_cells_as_columns_and_lose_no_word() {
        let table = result().row(["1", "Lê Văn C"]).row(["2", "B", "16", "84,21", "tái cử"]);
        assert!(table.rows().iter().all(|row| row.len() == 4));
        assert_eq!(table.plain_text(), "TT\tHọ và tên\tSố phiếu bầu\tTỷ lệ %\n1\tLê Văn C\t\t\n2\tB\t16\t84,21 tái cử");
    }
}
