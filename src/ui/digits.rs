//! The one table of big digits, three cells high; the timer and the number pad set them out each in their own way.

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

/// The rows of a digit; none for any other letter.
pub(super) fn rows_of(letter: char) -> Option<[&'static str; 3]> {
    let place = usize::try_from(letter.to_digit(10)?).ok()?;
    DIGITS.get(place).copied()
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
    }
}
