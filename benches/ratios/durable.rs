//! One change durable against a bare one-row transaction, in turns on the same disk.

use super::world::{self, record};
use super::{note, rate};
use daihoi::domain::Role;
use std::time::{Duration, Instant};

const COMMITS: u32 = 2_000;

/// Recording notes, and inserting rows.
pub fn run() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut store, mut congress) = world::file(&dir.path().join("durable.daihoi"));
    let bare = rusqlite::Connection::open(dir.path().join("bare.db")).unwrap();
    bare.pragma_update(None, "journal_mode", "WAL").unwrap();
    bare.pragma_update(None, "synchronous", "FULL").unwrap();
    bare.execute_batch("CREATE TABLE row(number INTEGER PRIMARY KEY, text TEXT) STRICT").unwrap();
    let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
    for number in 1..=COMMITS {
        let begun = Instant::now();
        record(&mut store, &mut congress, Role::Secretary, &note(number));
        ours += begun.elapsed();
        let begun = Instant::now();
        let mut insert = bare.prepare_cached("INSERT INTO row(text) VALUES (?1)").unwrap();
        insert.execute(["Đồng ý với báo cáo"]).unwrap();
        theirs += begun.elapsed();
    }
    let (ours, theirs) = (rate(COMMITS.into(), ours), rate(COMMITS.into(), theirs));
    println!("durable      change {ours:.0}/s, bare transaction {theirs:.0}/s: ratio {:.2} (goal 0.80)", ours / theirs);
}
