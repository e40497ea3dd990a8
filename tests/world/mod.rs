//! Sample congresses, sittings and scripts that the tests share, and any legal change of a small world.

pub mod any;
pub mod cell;
pub mod program;
pub mod script;
pub mod sitting;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use daihoi::domain::{Change, Congress, Who};
use daihoi::store::Store;
use std::path::PathBuf;

/// The morning of the congress, so many minutes after eight.
pub fn minute(minutes: u32) -> NaiveDateTime {
    let eight: NaiveDateTime = "2026-01-12T08:00:00".parse().unwrap();
    eight + TimeDelta::minutes(i64::from(minutes))
}

/// The clock of the laptop, so many minutes after eight.
pub fn clock(minutes: u32) -> DateTime<FixedOffset> {
    minute(minutes).and_local_timezone(FixedOffset::east_opt(7 * 3600).unwrap()).unwrap()
}

/// A directory that goes away with the test, and a path for a file in it.
pub fn place() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("đại hội.daihoi");
    (dir, path)
}

/// Records changes one after another.
pub fn record(store: &mut Store, congress: &mut Congress, changes: &[(Who, Change)]) {
    for (minutes, (who, change)) in (0..).zip(changes) {
        store
            .record(congress, *who, clock(minutes), &|_| Ok(change.clone()))
            .unwrap_or_else(|error| panic!("{change:?}: {error}"));
    }
}

/// A new file with the changes recorded.
pub fn filled(changes: &[(Who, Change)]) -> (tempfile::TempDir, PathBuf, Store, Congress) {
    let (dir, path) = place();
    let mut store = Store::create(&path).unwrap();
    let mut congress = store.load().unwrap();
    record(&mut store, &mut congress, changes);
    (dir, path, store, congress)
}
