//! The plan of a rehearsal, as a secretary would write it: the same reader founds the congress, with the typical programme of a
//! congress of delegates.

use super::people::Cast;
use super::sizes::Sizes;
use crate::cli::report::Failure;
use crate::domain::Change;
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use crate::import::plan;
use chrono::{NaiveDate, NaiveDateTime};
use std::fmt::Write as _;

/// The day of the official session.
pub(super) const DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 8, 13) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The hour at which the preparatory session gathers, the day before.
pub(super) fn start() -> NaiveDateTime {
    let before = DAY.pred_opt().unwrap_or(DAY);
    before.and_hms_opt(13, 15, 0).unwrap_or_default()
}

/// What every paper of a rehearsal is marked with.
pub(super) fn mark(seed: u64) -> String {
    format!(
        "DIỄN TẬP – DIỄN TẬP – DIỄN TẬP. Người, số liệu, lá phiếu đều do máy tạo (mầm {seed}); văn bản không có giá trị."
    )
}

/// The changes that found the congress.
pub(super) fn founding(sizes: &Sizes, people: &[Person], cast: &Cast) -> Result<Vec<Change>, Failure> {
    plan::read(&written(sizes, people, cast), people.to_vec()).map_err(|faults| plan::PlanError::from(faults).into())
}

/// The text of the plan.
fn written(sizes: &Sizes, people: &[Person], cast: &Cast) -> String {
    let name = |id: &PersonId| people.iter().find(|person| person.id == *id).map_or("", |person| person.name.as_str());
    let listed = |ids: &[PersonId]| ids.iter().map(|id| format!("{:?}", name(id))).collect::<Vec<_>>().join(", ");
    let reader = |place: usize| cast.presidium.get(place).or(cast.presidium.first()).map_or("", name);
    let mut plan = String::new();
    // writing into a String cannot fail
    let _ = write!(
        plan,
        include_str!("plan.toml"),
        mark = mark(sizes.asked.seed),
        before = DAY.pred_opt().unwrap_or(DAY),
        day = DAY,
        first = reader(0),
        second = reader(1),
        credentials = cast.credentials.first().map_or("", name),
        seats = sizes.asked.seats,
        prepared = listed(&cast.prepared),
        deputies = if sizes.asked.seats >= 7 { 2 } else { 1 },
        higher = sizes.higher,
        higher_alternates = sizes.higher_surplus.min(2),
        higher_prepared = listed(&cast.higher),
    );
    plan
}
