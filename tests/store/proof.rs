//! `verify` names what is wrong, and where.

use crate::world::{filled, script};
use daihoi::store::verify;
use daihoi::store::verify::{Finding, How};
use rusqlite::Connection;

const UNLOCK: &str = "DROP TRIGGER journal_is_never_rewritten; DROP TRIGGER journal_is_never_shortened;";

/// What is found after somebody did this to a whole congress.
fn found_after(sql: &str) -> Vec<Finding> {
    let (_dir, path, store, _) = filled(&script::whole());
    drop(store);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    other.execute_batch(&format!("{UNLOCK}{sql}")).unwrap();
    verify(&path).unwrap().findings
}

fn row(table: &'static str, key: &str, how: How) -> Finding {
    Finding::Row { table, key: key.to_owned(), how }
}

#[test]
fn a_whole_congress_is_sound() {
    let (_dir, path, store, _) = filled(&script::whole());
    let report = verify(&path).unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.name, report.lines), (store.identity().name.clone(), store.last_number().unwrap()));
}

#[test]
fn a_row_that_was_altered_is_named() {
    assert_eq!(found_after("UPDATE person SET name = 'X' WHERE id = 3"), [row("person", "id 3", How::Differs)]);
    let ballot = "round 1, bundle 1, keying 1, number 2";
    let altered = "UPDATE ballot SET times = 5 WHERE keying = 1 AND number = 2";
    assert_eq!(found_after(altered), [row("ballot", ballot, How::Differs)]);
    assert_eq!(found_after("DELETE FROM note"), [row("note", "id 1", How::Missing)]);
    let extra = found_after("INSERT INTO rewording (key, original) VALUES ('k', 'o')");
    assert_eq!(extra, [row("rewording", "key \"k\"", How::Extra)]);
}

#[test]
fn a_reference_to_nothing_is_named() {
    let found = found_after("UPDATE note SET item = 99");
    let dangling = Finding::Dangling { table: "note".to_owned(), parent: "item".to_owned() };
    assert_eq!(found, [dangling, row("note", "id 1", How::Differs)]);
}

#[test]
fn a_line_that_was_altered_is_named() {
    let found = found_after("UPDATE journal SET change = replace(change, 'nháp', 'bịa') WHERE change LIKE '%nháp%'");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(matches!(found[0], Finding::Altered { .. }));
    assert_eq!(found[1], row("speech", "id 1", How::Differs));
    assert_eq!(found_after("UPDATE journal SET desk = 9 WHERE number = 2"), [Finding::Altered { number: 2 }]);
}

#[test]
fn a_line_that_was_taken_out_is_named() {
    let found = found_after("DELETE FROM journal WHERE change LIKE '{\"minutes\"%'");
    assert!(matches!(found[0], Finding::Gap { expected, found } if found == expected + 1), "{found:?}");
    assert_eq!(found[1], row("rewording", "key \"minutes/bodies.1\"", How::Extra));
    let last = found_after("DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)");
    assert_eq!(last.len(), 2, "the closing was taken out: {last:?}");
}

#[test]
fn a_forged_line_breaks_the_chain_behind_it() {
    // the hash is made anew, as a forger would; the next line still carries the old one
    let found = found_after("UPDATE journal SET hash = substr(hash, 2) || 'a' WHERE number = 5");
    assert_eq!(found, [Finding::Altered { number: 5 }, Finding::Unchained { number: 6 }]);
    let found = found_after("UPDATE identity SET name = '00000000000000000000000000000000'");
    assert_eq!(found, [Finding::Unchained { number: 1 }]);
}

#[test]
fn a_line_against_the_rules_is_named() {
    let found = found_after("UPDATE journal SET role = 'hall' WHERE number = 3");
    assert_eq!(found[0], Finding::Altered { number: 3 });
    assert!(matches!(found[1], Finding::Unlawful { number: 3, .. }), "{found:?}");
    let found = found_after("UPDATE journal SET change = '{}' WHERE number = 3");
    assert!(matches!(found[1], Finding::Unreadable { number: 3, .. }), "{found:?}");
}
