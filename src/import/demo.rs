//! The congress that `daihoi demo` opens: a real report (Chi bộ Văn phòng UBND Quận 1, 28/9/2022) with an invented roster.
//! Nothing of it happens here: the changes found it, and the users run it.

use super::{plan, roster};
use crate::domain::Change;
use chrono::{NaiveDate, NaiveDateTime};

const PLAN: &str = include_str!("../../tests/data/events/s1/plan.toml");
const ROSTER: &str = include_str!("../../tests/data/events/s1/danh-sach.csv");

/// The moment at which the clock of the demo starts: ten minutes before the congress.
pub const START: NaiveDateTime = match NaiveDate::from_ymd_opt(2022, 9, 28) {
    Some(day) => match day.and_hms_opt(13, 20, 0) {
        Some(moment) => moment,
        None => NaiveDateTime::MIN,
    },
    None => NaiveDateTime::MIN,
};

/// The changes that found the congress of the demo.
///
/// # Panics
///
/// Never: plan and roster are compiled in, and a test reads them.
#[expect(clippy::expect_used, reason = "plan and roster are compiled in, and a test reads them")]
pub fn changes() -> Vec<Change> {
    let roster = roster::read_csv("danh-sach.csv", ROSTER.as_bytes()).expect("the roster of the demo is sound");
    plan::read(PLAN, roster.people).expect("the plan of the demo is sound")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Congress;

    #[test]
    fn the_demo_founds_a_congress_that_is_about_to_begin() {
        let mut congress = Congress::default();
        for change in changes() {
            congress.apply(&change);
        }
        let session = congress.session_now().unwrap();
        let minutes = START.signed_duration_since(session.date.and_time(session.starts.unwrap())).num_minutes();
        assert_eq!(minutes, -10);
        assert_eq!(congress.full_members(), Some(26));
    }
}
