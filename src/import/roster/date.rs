//! Days as a Vietnamese office writes them: `28/9/2022`, `28-09-2022`, `2022-09-28`, `9/2022`, `2022`.

use crate::domain::fold::fold;
use chrono::NaiveDate;

/// A day as far as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Day {
    /// Day, month and year.
    Whole(NaiveDate),
    /// Month and year, kept as the first of the month.
    Month(NaiveDate),
    /// The year alone, kept as its first day.
    Year(NaiveDate),
}

impl Day {
    /// The day that is stored.
    pub(in crate::import) fn stored(self) -> NaiveDate {
        match self {
            Self::Whole(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }
}

/// Reads a day, a month or a year; nothing where the text is none, or the day does not exist.
pub(in crate::import) fn day(text: &str) -> Option<Day> {
    // «ngày 03 tháng 02 năm 2010»
    let text = fold(text).replace("ngay", " ").replace("thang", " ").replace("nam", " ").replace("sinh", " ");
    let fields: Vec<&str> = text.trim().split(['/', '-', '.', ' ']).filter(|field| !field.is_empty()).collect();
    let numbers: Option<Vec<u32>> = fields.iter().map(|field| number(field)).collect();
    match (numbers?.as_slice(), fields.as_slice()) {
        ([day, month, year], [_, _, last]) if last.len() == 4 => date(*year, *month, *day).map(Day::Whole),
        ([year, month, day], [first, _, _]) if first.len() == 4 => date(*year, *month, *day).map(Day::Whole),
        ([month, year], [_, last]) if last.len() == 4 => date(*year, *month, 1).map(Day::Month),
        ([year], [only]) if only.len() == 4 => date(*year, 1, 1).map(Day::Year),
        _ => None,
    }
}

/// Reads a day with its month and year.
pub(in crate::import) fn day_of(text: &str) -> Option<NaiveDate> {
    match day(text)? {
        Day::Whole(day) => Some(day),
        Day::Month(_) | Day::Year(_) => None,
    }
}

fn number(field: &str) -> Option<u32> {
    field.chars().all(|digit| digit.is_ascii_digit()).then(|| field.parse().ok())?
}

/// A day between 1900 and 2100.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1900..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::Whole)
    }

    #[test]
    fn days_in_every_usual_spelling() {
        for text in [
            "28/9/2022",
            "28-09-2022",
            "28.9.2022",
            "2022-09-28",
            " 28/09/2022 ",
            "28 9 2022",
            "2022/9/28",
            "ngày 28 tháng 9 năm 2022",
        ] {
            assert_eq!(day(text), whole(2022, 9, 28), "{text}");
        }
        assert_eq!(day("9/2022").map(Day::stored), NaiveDate::from_ymd_opt(2022, 9, 1));
        assert_eq!(day("1975").map(Day::stored), NaiveDate::from_ymd_opt(1975, 1, 1));
        assert_eq!(day_of("1975"), None);
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        for text in ["31/2/1980", "12/31/1980", "1/1/80", "0/1/1980", "1880", "", "x", "1/2/3/1980", "+1/2/1980"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
