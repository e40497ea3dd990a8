//! Following reads the new lines and nothing else: counted in rows that SQLite hands out, not in time.

use super::*;
use crate::domain::role::Role;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const DELEGATES: u32 = 2_000;

fn change(value: serde_json::Value) -> Change {
    serde_json::from_value(value).unwrap()
}

fn write(store: &mut Store, congress: &mut Congress, change: &Change) -> u64 {
    let at = DateTime::parse_from_rfc3339("2026-01-12T08:05:00+07:00").unwrap();
    store.record(congress, Role::Secretary.into(), at, &|_| Ok(change.clone())).unwrap().number
}

/// A congress of two thousand delegates, every one of them in the room.
fn large(store: &mut Store) -> Congress {
    let mut congress = store.load().unwrap();
    let person = |id: u32| json!({"id": id, "name": format!("Nguyễn Văn {id}"), "origin": "elected"});
    let people: Vec<_> = (1..=DELEGATES).map(person).collect();
    let all: Vec<u32> = (1..=DELEGATES).collect();
    for line in [
        json!({"meeting": {"founded": {"kind": "delegates", "unit": "Đảng bộ", "superior": "Tỉnh ủy"}}}),
        json!({"agenda": {"session_called": {"id": 1, "date": "2026-01-12"}}}),
        json!({"people": {"enrolled": {"people": people}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": all, "at": "2026-01-12T08:00:00"}}}),
    ] {
        write(store, &mut congress, &change(line));
    }
    congress
}

fn note(number: u32) -> Change {
    change(json!({"notes": {"written": {"id": number, "at": "2026-01-12T08:05:00", "text": "ghi"}}}))
}

/// Counts the rows that a store reads from now on.
fn counted(store: &mut Store) -> Arc<AtomicU64> {
    let rows = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&rows);
    let count = move |event: TraceEvent<'_>| {
        if matches!(event, TraceEvent::Row(_)) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    };
    store.connection.trace_v2(TraceEventCodes::SQLITE_TRACE_ROW, Some(count)).unwrap();
    rows
}

#[test]
fn a_screen_of_two_thousand_reads_only_the_new_lines() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.daihoi");
    let mut writer = Store::create(&path).unwrap();
    let mut written = large(&mut writer);
    let mut reader = Store::open(&path).unwrap();
    let rows = counted(&mut reader);
    let mut read = reader.load().unwrap();
    assert!(rows.swap(0, Ordering::Relaxed) > u64::from(2 * DELEGATES), "the count counts");
    let told = reader.last_number().unwrap();
    for number in 1..=3 {
        write(&mut writer, &mut written, &note(number));
    }
    rows.store(0, Ordering::Relaxed);
    let news = reader.follow(&mut read, told).unwrap();
    assert_eq!((news.len(), &read), (3, &written));
    // the counter of commits, the end of the journal, three lines
    assert_eq!(rows.swap(0, Ordering::Relaxed), 5);
    assert!(reader.follow(&mut read, told + 3).unwrap().is_empty());
    assert_eq!(rows.swap(0, Ordering::Relaxed), 1, "without news only the counter of commits is looked at");
    let at = DateTime::parse_from_rfc3339("2026-01-12T08:06:00+07:00").unwrap();
    writer.undo(&mut written, Role::Secretary.into(), at, told + 2).unwrap();
    // an undone line is the one case in which the tables are read again: each row once
    let news = reader.follow(&mut read, told + 3).unwrap();
    assert_eq!((news.len(), &read), (1, &written));
    let read_again = rows.swap(0, Ordering::Relaxed);
    assert!((u64::from(2 * DELEGATES)..u64::from(2 * DELEGATES) + 20).contains(&read_again), "{read_again}");
}
