//! Numbers as they are printed (số liệu): percentages, grouping, two digits, Roman numerals, hours, dates, majorities.
//! Integers only; what a number means is decided elsewhere.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use std::fmt;

/// A share in hundredths of a per cent, rounded half up (tỷ lệ phần trăm): 15 of 16 is 9375, printed "93,75".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u64);

impl Percent {
    /// The share of `part` in `whole` by `(2·10000·part + whole) / (2·whole)`; nothing when `whole` is 0.
    pub fn of(part: u64, whole: u64) -> Option<Percent> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let hundredths = (20_000 * part + whole).checked_div(2 * whole)?;
        Some(Percent(u64::try_from(hundredths).unwrap_or(u64::MAX)))
    }

    /// The share in hundredths of a per cent.
    pub fn hundredths(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{},{:02}", grouped(self.0 / 100), self.0 % 100))
    }
}

/// Writes a whole number with a dot between thousands: "6.684.957.552".
pub fn grouped(number: impl Into<i128>) -> String {
    let number: i128 = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Writes a count of people or ballots with at least two digits: "05", "12", "1.587".
pub fn two_digits(number: impl Into<u64>) -> String {
    let number: u64 = number.into();
    if number < 10 { format!("0{number}") } else { grouped(number) }
}

/// Writes a number in Roman numerals (lần thứ XIV); from 4,000 on, and for 0, in digits.
pub fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number >= 4000 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

/// Writes an hour of the sitting: "08 giờ 05 phút".
pub fn hour(time: NaiveTime) -> String {
    format!("{:02} giờ {:02} phút", time.hour(), time.minute())
}

/// Whether the hour of a moment is known: midnight stands for a day of which no hour is.
pub fn has_hour(at: NaiveDateTime) -> bool {
    at.time().num_seconds_from_midnight() > 0
}

/// The hour of a moment on a clock: `08:05`; nothing where it is not known.
pub fn clock(at: NaiveDateTime) -> String {
    if has_hour(at) { at.format("%H:%M").to_string() } else { String::new() }
}

/// The day of a text as people type it: `3/8/2026`, `03-08-2026`, `03.08.2026`, or ISO.
pub fn day_of(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    NaiveDate::from_ymd_opt(year.parse().ok().filter(|_| year.len() == 4)?, month.parse().ok()?, day.parse().ok()?)
}

/// Writes a date in figures: "10/10/2024".
pub fn date(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// Writes the date of a paper's head: "ngày 03 tháng 02 năm 2026", a zero before days under 10 and months 1 and 2.
pub fn long_date(day: NaiveDate) -> String {
    let month = match day.month() {
        early @ 1..=2 => format!("0{early}"),
        other => other.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// The fewest votes that are more than half of `base` (quá một nửa): 8→5, 11→6, 1587→794.
pub fn more_than_half(base: u32) -> u32 {
    base / 2 + 1
}

/// Whether `votes` are more than half of `base`: `2 × votes > base`.
pub fn is_more_than_half(votes: u64, base: u32) -> bool {
    u128::from(votes) * 2 > u128::from(base)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn percent(part: u64, whole: u64) -> String {
        Percent::of(part, whole).unwrap().to_string()
    }

    #[test]
    fn percentages_round_half_up_on_integers() {
        assert_eq!(percent(149, 150), "99,33");
        assert_eq!(percent(28, 163), "17,18");
        assert_eq!(percent(80, 163), "49,08");
        assert_eq!(percent(15, 16), "93,75");
        assert_eq!(percent(16, 19), "84,21");
        assert_eq!(percent(1, 8000), "0,01");
        assert_eq!(percent(1, 20_000), "0,01");
        assert_eq!(percent(1, 20_001), "0,00");
        assert_eq!(percent(3, 2), "150,00");
        assert_eq!(percent(0, 7), "0,00");
    }

    #[test]
    fn a_list_of_shares_may_add_to_more_than_a_hundred() {
        assert_eq!([percent(191, 1587), percent(1381, 1587), percent(15, 1587)], ["12,04", "87,02", "0,95"]);
    }

    #[test]
    fn nothing_is_a_share_of_nothing() {
        assert_eq!(Percent::of(3, 0), None);
        assert!(Percent::of(u64::MAX, 1).is_some());
    }

    #[test]
    fn thresholds_of_the_rules() {
        for (base, needed) in
            [(8, 5), (10, 6), (11, 6), (15, 8), (16, 9), (29, 15), (119, 60), (268, 135), (445, 223), (1587, 794)]
        {
            assert_eq!(more_than_half(base), needed);
        }
        assert_eq!(more_than_half(u32::MAX), 1 << 31);
    }

    #[test]
    fn numbers_are_grouped_by_dots() {
        assert_eq!(grouped(6_684_957_552_u64), "6.684.957.552");
        assert_eq!(grouped(-1_000_i64), "-1.000");
        assert_eq!(grouped(999_u64), "999");
        assert_eq!(grouped(0_u64), "0");
        assert_eq!(grouped(i64::MIN), "-9.223.372.036.854.775.808");
        assert_eq!(two_digits(5_u32), "05");
        assert_eq!(two_digits(0_u32), "00");
        assert_eq!(two_digits(1587_u32), "1.587");
    }

    #[test]
    fn numerals_of_congresses() {
        for (number, text) in [(1, "I"), (4, "IV"), (14, "XIV"), (29, "XXIX"), (1944, "MCMXLIV"), (3999, "MMMCMXCIX")] {
            assert_eq!(roman(number), text);
        }
        assert_eq!(roman(0), "0");
        assert_eq!(roman(4000), "4000");
    }

    #[test]
    fn hours_and_dates_as_an_office_writes_them() {
        assert_eq!(hour(NaiveTime::from_hms_opt(8, 5, 59).unwrap()), "08 giờ 05 phút");
        let early = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
        assert_eq!(date(early), "03/02/2026");
        assert_eq!(long_date(early), "ngày 03 tháng 02 năm 2026");
        assert_eq!(long_date(NaiveDate::from_ymd_opt(2025, 3, 19).unwrap()), "ngày 19 tháng 3 năm 2025");
    }

    proptest! {
        #[test]
        fn the_needed_votes_are_the_fewest(base: u32) {
            let needed = more_than_half(base);
            prop_assert!(is_more_than_half(u64::from(needed), base));
            prop_assert!(!is_more_than_half(u64::from(needed) - 1, base));
        }

        #[test]
        fn grouping_only_adds_dots(number: i64) {
            prop_assert_eq!(grouped(number).replace('.', ""), number.to_string());
        }

        #[test]
        fn a_share_is_off_by_half_a_hundredth_at_most(part in 0u64..1_000_000, whole in 1u64..1_000_000) {
            let doubled = Percent::of(part, whole).unwrap().hundredths() * 2 * whole;
            let exact = part * 20_000;
            prop_assert!(doubled <= exact + whole && exact < doubled + whole);
        }
    }
}
