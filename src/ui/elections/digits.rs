//! Big digits, three cells high: a number that a reader across the table can see.

use crate::ui::digits::rows_of;

/// The three rows of a text of digits; anything else is an empty place.
pub(super) fn rows(text: &str) -> [String; 3] {
    [0, 1, 2].map(|row| {
        text.chars().map(|c| rows_of(c).map_or("▁▁▁ ".to_owned(), |rows| format!("{} ", rows[row]))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn two_digits_take_four_cells_each() {
        assert_eq!(rows("17")[0].width(), 8);
    }
}
