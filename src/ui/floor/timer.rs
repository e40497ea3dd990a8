//! Time in letters three rows high, so that it is read from where the chair sits.

use crate::ui::digits::rows_of;

/// The rows of the colon.
const COLON: [&str; 3] = ["▄", " ", "▀"];

/// The three rows of a time such as `04:12`.
pub fn lines(time: &str) -> [String; 3] {
    let row = |row: usize| {
        let cells: Vec<&str> =
            time.chars().map(|letter| rows_of(letter).unwrap_or(COLON).get(row).copied().unwrap_or_default()).collect();
        cells.join(" ")
    };
    [row(0), row(1), row(2)]
}

/// How many cells wide the rows are.
pub fn width(time: &str) -> u16 {
    let first = lines(time)[0].chars().count();
    u16::try_from(first).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_time_is_equally_wide() {
        for time in ["00:00", "12:34", "56:78", "109:09"] {
            let rows = lines(time).map(|row| row.chars().count());
            assert!(rows.iter().all(|cells| *cells == usize::from(width(time))), "{time}: {rows:?}");
        }
    }
}
