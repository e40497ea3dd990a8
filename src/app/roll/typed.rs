//! Hours and days as a secretary types them. The clock and the calendar are given.

use crate::domain::Refusal;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// An hour of a day: `08:15`, `8h15`, `815`, `8`; blank is the moment given.
pub(super) fn hour(text: &str, otherwise: NaiveDateTime) -> Result<NaiveDateTime, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(otherwise);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [hour] if hour.len() <= 2 => (*hour, "0"),
        [both] => both.split_at(both.len() - 2),
        _ => ("", ""),
    };
    let time = hour.parse().ok().zip(minute.parse().ok());
    let time = time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    // the form showed the clock without its seconds: left as it was, it is the clock
    let shown = |time: NaiveTime| time.format("%H:%M").to_string();
    match time {
        Some(time) if shown(time) == shown(otherwise.time()) => Ok(otherwise),
        Some(time) => Ok(otherwise.date().and_time(time)),
        None => Err(Refusal::NotATime { text: text.to_owned() }),
    }
}

/// A day: `09/5/1975`, or a year alone, which is kept as its first of January; blank is unknown.
pub(super) fn day(text: &str) -> Result<Option<NaiveDate>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let numbers: Option<Vec<u32>> = text.split(['/', '-', '.', ' ']).map(|part| part.parse().ok()).collect();
    let year = |year: u32| i32::try_from(year).ok().filter(|year| (1900..=2100).contains(year));
    let day = match numbers.as_deref() {
        Some([day, month, of]) => year(*of).and_then(|of| NaiveDate::from_ymd_opt(of, *month, *day)),
        Some([of]) => year(*of).and_then(|of| NaiveDate::from_ymd_opt(of, 1, 1)),
        _ => None,
    };
    day.map(Some).ok_or_else(|| Refusal::NotADate { text: text.to_owned() })
}

/// A day as the form shows it: the year alone for a first of January.
pub(super) fn written(day: Option<NaiveDate>) -> String {
    use chrono::Datelike;
    match day {
        Some(day) if day.ordinal() == 1 => day.year().to_string(),
        Some(day) => crate::domain::figures::date(day),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(8, 20, 41).unwrap()
    }

    #[test]
    fn an_hour_is_read_as_offices_write_it() {
        for text in ["07:55", "755", "0755", "7h55", "7 giờ 55", "7.55"] {
            assert_eq!(hour(text, now()).unwrap().format("%d %H:%M:%S").to_string(), "20 07:55:00", "{text}");
        }
        assert_eq!(hour("8", now()).unwrap().format("%H:%M").to_string(), "08:00");
        assert_eq!(hour("", now()), Ok(now()));
        assert_eq!(hour("08:20", now()), Ok(now()));
        for text in ["25:00", "8:61", "sáng", "1:2:3", "99999"] {
            assert_eq!(hour(text, now()), Err(Refusal::NotATime { text: text.into() }));
        }
    }

    #[test]
    fn a_year_alone_is_its_first_of_january_and_comes_back_as_a_year() {
        for text in ["1975", "09/05/1975"] {
            assert_eq!(written(day(text).unwrap()), text);
        }
        assert_eq!(day("9/5/1975"), day("09-05-1975"));
        assert_eq!(day(" "), Ok(None));
        for text in ["31/02/1975", "75", "5/1975", "năm 1975"] {
            assert_eq!(day(text), Err(Refusal::NotADate { text: text.into() }));
        }
    }
}
