//! Big digits, three cells high: a number that a reader across the table can see.

/// The rows of each digit.
const DIGITS: [[&str; 3]; 10] = [
    ["█▀█", "█ █", "▀▀▀"],
    ["▀█ ", " █ ", "▀▀▀"],
    ["▀▀█", "█▀▀", "▀▀▀"],
    ["▀▀█", " ▀█", "▀▀▀"],
    ["█ █", "▀▀█", "  ▀"],
    ["█▀▀", "▀▀█", "▀▀▀"],
    ["█▀▀", "█▀█", "▀▀▀"],
    ["▀▀█", "  █", "  ▀"],
    ["█▀█", "█▀█", "▀▀▀"],
    ["█▀█", "▀▀█", "▀▀▀"],
];

/// The three rows of a text of digits; anything else is an empty place.
pub(super) fn rows(text: &str) -> [String; 3] {
    [0, 1, 2].map(|row| {
        let digit = |c: char| c.to_digit(10).and_then(|digit| DIGITS.get(usize::try_from(digit).ok()?));
        text.chars().map(|c| digit(c).map_or("▁▁▁ ".to_owned(), |rows| format!("{} ", rows[row]))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_digit_is_three_cells_wide() {
        for digit in DIGITS.iter().flatten() {
            assert_eq!(digit.width(), 3);
        }
        assert_eq!(rows("17")[0].width(), 8);
    }
}
