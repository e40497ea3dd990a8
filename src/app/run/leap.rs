//! A computer clock that leaps: set back or ahead in the middle of the congress. What is recorded keeps the order of the journal; a span is
//! never shorter than nothing; the screen says what happened.

use crate::app::words::run as w;
use crate::domain::Lang;
use chrono::{NaiveDateTime, TimeDelta};

/// A step back that nobody makes by waiting.
const BACK: TimeDelta = TimeDelta::minutes(1);
/// A step ahead that is no laptop asleep over a break.
const AHEAD: TimeDelta = TimeDelta::hours(6);

/// What is said when the clock leaps from one moment to another; nothing where time goes on.
pub fn leap(before: NaiveDateTime, now: NaiveDateTime, lang: Lang) -> Option<String> {
    let span = now - before;
    let hour = |moment: NaiveDateTime| moment.format("%H:%M %d/%m").to_string();
    if span <= -BACK {
        Some(w::clock_back(lang, &hour(before), &hour(now)))
    } else if span >= AHEAD {
        Some(w::clock_ahead(lang, &hour(before), &hour(now)))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn leaps_are_told_and_waiting_is_none() {
        let at = |hour, minute| NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(hour, minute, 0).unwrap();
        assert_eq!(leap(at(8, 0), at(8, 0), Lang::Vi), None);
        assert_eq!(leap(at(8, 0), at(11, 30), Lang::Vi), None, "a laptop asleep over a break");
        let back = leap(at(9, 12), at(8, 37), Lang::Vi).unwrap();
        assert!(back.contains("09:12") && back.contains("08:37"), "{back}");
        assert!(leap(at(8, 0), at(15, 0), Lang::En).unwrap().contains("15:00"));
        let midnight = at(23, 59) + TimeDelta::minutes(2);
        assert_eq!(leap(at(23, 59), midnight, Lang::Vi), None, "past midnight time goes on");
    }
}
