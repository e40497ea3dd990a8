//! Hours and days as a secretary types them. The clock and the calendar are given.

use crate::domain::Refusal;
use crate::domain::agenda::Session;
use crate::domain::meeting::Term;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// What lies further ahead than this is not meant by an hour that was typed.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// An hour of a day: `08:15`, `8h15`, `815`, `8`; blank is the moment given.
pub fn hour(text: &str, otherwise: NaiveDateTime) -> Result<NaiveDateTime, Refusal> {
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
        Some(time) => Ok(latest(time, otherwise)),
        None => Err(Refusal::NotATime { text: text.to_owned() }),
    }
}

/// The hour on the day of a moment; after midnight an evening hour is the one just past, not the one to come.
fn latest(time: NaiveTime, now: NaiveDateTime) -> NaiveDateTime {
    let today = now.date().and_time(time);
    let yesterday = now.date().pred_opt().map(|day| day.and_time(time));
    yesterday.filter(|_| today - now > HALF_A_DAY).unwrap_or(today)
}

/// A day: `09/5/1975`, `09051975`, or a year alone, which is kept as its first of January; blank is unknown.
pub fn day(text: &str) -> Result<Option<NaiveDate>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts = match text {
        figures if figures.len() == 8 && figures.bytes().all(|figure| figure.is_ascii_digit()) => {
            vec![&figures[..2], &figures[2..4], &figures[4..]]
        }
        parted => parted.split(['/', '-', '.', ' ']).collect(),
    };
    let numbers: Option<Vec<u32>> = parts.into_iter().map(|part| part.parse().ok()).collect();
    let year = |year: u32| i32::try_from(year).ok().filter(|year| (1900..=2100).contains(year));
    let day = match numbers.as_deref() {
        Some([day, month, of]) => year(*of).and_then(|of| NaiveDate::from_ymd_opt(of, *month, *day)),
        Some([of]) => year(*of).and_then(|of| NaiveDate::from_ymd_opt(of, 1, 1)),
        _ => None,
    };
    day.map(Some).ok_or_else(|| Refusal::NotADate { text: text.to_owned() })
}

/// A day that must be there; a year alone is none.
pub fn day_needed(text: &str) -> Result<NaiveDate, Refusal> {
    let day = Some(text.trim()).filter(|text| text.len() > 4).and_then(|text| day(text).ok().flatten());
    day.ok_or_else(|| Refusal::NotADay { text: text.trim().to_owned() })
}

/// When a session begins: an hour, or a part of the day where no figure stands (`Chiều`); blank is neither.
pub fn hour_or_part(text: &str) -> Result<(Option<NaiveTime>, Option<String>), Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok((None, None));
    }
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return Ok((None, Some(text.to_owned())));
    }
    let midnight = NaiveDate::default().and_time(NaiveTime::MIN);
    Ok((Some(hour(text, midnight)?.time()), None))
}

/// When a session begins, as the form shows it.
pub fn beginning(session: &Session) -> String {
    let hour = session.starts.map(|starts| starts.format("%H:%M").to_string());
    hour.or_else(|| session.part_of_day.clone()).unwrap_or_default()
}

/// A term: `2025–2027`, `2025-2027`, or one year; blank is unknown.
pub fn term(text: &str) -> Result<Option<Term>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let year = |text: &str| text.parse().ok().filter(|year| (1900..=2200).contains(year));
    let years = match numbers.as_slice() {
        [only] => year(only).map(|year| (year, year)),
        [from, to] => year(from).zip(year(to)),
        _ => None,
    };
    years.map(|(from, to)| Some(Term { from, to })).ok_or_else(|| Refusal::NotATerm { text: text.to_owned() })
}

/// A term as the form shows it.
pub fn years(term: Option<Term>) -> String {
    match term {
        Some(Term { from, to }) if from == to => from.to_string(),
        Some(Term { from, to }) => format!("{from}–{to}"),
        None => String::new(),
    }
}

/// A day as the form shows it: the year alone for a first of January.
pub fn written(day: Option<NaiveDate>) -> String {
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

    #[test]
    fn a_session_begins_at_an_hour_or_in_a_part_of_the_day() {
        assert_eq!(hour_or_part("Chiều"), Ok((None, Some("Chiều".to_owned()))));
        assert_eq!(hour_or_part("7h30"), Ok((NaiveTime::from_hms_opt(7, 30, 0), None)));
        assert!(hour_or_part("25:00").is_err());
        assert_eq!(hour_or_part(""), Ok((None, None)));
    }

    #[test]
    fn terms_in_every_usual_spelling() {
        for text in ["2025–2027", "2025 - 2027", "2025/2027", " 2025 – 2027 "] {
            assert_eq!(term(text), Ok(Some(Term { from: 2025, to: 2027 })), "{text}");
        }
        assert_eq!(term("2025"), Ok(Some(Term { from: 2025, to: 2025 })));
        assert_eq!(years(term("2025-2027").unwrap()), "2025–2027");
        assert_eq!(term(" "), Ok(None));
        for text in ["25–27", "năm nay", "2025–2027–2029"] {
            assert!(term(text).is_err(), "{text}");
        }
    }

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
    fn after_midnight_an_evening_hour_is_the_one_just_past() {
        let midnight = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap().and_hms_opt(0, 20, 0).unwrap();
        let typed = |text| hour(text, midnight).unwrap().format("%d %H:%M").to_string();
        assert_eq!(typed("23:50"), "20 23:50");
        assert_eq!(typed("0:10"), "21 00:10");
        assert_eq!(typed("8:00"), "21 08:00");
        assert_eq!(hour("17:30", now()).unwrap().format("%d %H:%M").to_string(), "20 17:30");
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

    #[test]
    fn a_day_is_typed_without_signs_too_and_a_year_is_no_day_of_a_meeting() {
        let told = |text: &str| day_needed(text).map(|day| day.to_string());
        assert_eq!(told("18082022").as_deref(), Ok("2022-08-18"));
        assert_eq!(told("18/8/2022").as_deref(), Ok("2022-08-18"));
        for text in ["2022", "", "32082022"] {
            assert_eq!(told(text), Err(Refusal::NotADay { text: text.to_owned() }));
        }
    }
}
