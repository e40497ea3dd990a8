//! The one door: what it refuses, what it undoes, and what is left when something fails behind it.

use crate::world::{clock, filled, minute, script};
use daihoi::domain::decisions::{self, Matter};
use daihoi::domain::id::NoteId;
use daihoi::domain::notes::{self, Note};
use daihoi::domain::refusal::Refusal;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::{Error, Store, verify};
use rusqlite::Connection;

fn note(congress: &Congress, text: &str) -> Change {
    let id = congress.notes.next_id();
    Change::Notes(notes::Change::Written(Note { id, item: None, speech: None, at: minute(5), text: text.to_owned() }))
}

fn write(store: &mut Store, congress: &mut Congress, text: &str) -> Result<u64, Error> {
    let written = store.record(congress, Who::default(), clock(5), &|congress| Ok(note(congress, text)));
    written.map(|entry| entry.number)
}

#[test]
fn a_refusal_leaves_everything_as_it_was() {
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let (before, last) = (congress.clone(), store.last_number().unwrap());
    let refused = store.record(&mut congress, Who::default(), clock(1), &|_| Err(Refusal::NothingToUndo));
    assert!(matches!(refused, Err(Error::Refused(Refusal::NothingToUndo))));
    let role = store.record(&mut congress, Who::from(Role::Hall), clock(1), &|congress| Ok(note(congress, "x")));
    assert!(matches!(role, Err(Error::Refused(Refusal::NotThisRole { .. }))));
    let decomposed = write(&mut store, &mut congress, "Nguye\u{302}\u{303}n");
    assert!(matches!(decomposed, Err(Error::Refused(Refusal::NotComposed))));
    assert_eq!((store.last_number().unwrap(), store.load().unwrap()), (last, before.clone()));
    assert_eq!(congress, before);
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn a_line_says_who_and_when() {
    let (_dir, _, store, _) = filled(&script::whole());
    let script = script::whole();
    let entries = store.entries(..).unwrap();
    assert_eq!(entries.len(), script.len());
    for ((number, entry), (who, change)) in (1..).zip(&entries).zip(&script) {
        assert_eq!((entry.number, entry.who, &entry.change), (number, *who, change));
    }
    assert_eq!(entries[3].at, clock(3));
    let numbers = |entries: Vec<daihoi::domain::Entry>| entries.iter().map(|entry| entry.number).collect::<Vec<_>>();
    assert_eq!(numbers(store.entries(2..=4).unwrap()), [2, 3, 4]);
    assert_eq!(numbers(store.entries(2..4).unwrap()), [2, 3]);
    assert_eq!(numbers(store.entries(..3).unwrap()), [1, 2]);
    assert!(store.entries(1_000..).unwrap().is_empty() && store.entries(..0).unwrap().is_empty());
}

#[test]
fn undoing_takes_the_rows_back() {
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let before = congress.clone();
    let number = write(&mut store, &mut congress, "một").unwrap();
    let undone = store.undo(&mut congress, Who::default(), clock(9), number).unwrap();
    assert_eq!((undone.number, undone.change), (number + 1, Change::Undone { number }));
    assert_eq!((&congress, store.load().unwrap()), (&before, before.clone()));
    let twice = store.undo(&mut congress, Who::default(), clock(9), number);
    assert!(matches!(twice, Err(Error::Refused(Refusal::NothingToUndo))));
    // the number is free again
    write(&mut store, &mut congress, "hai").unwrap();
    assert_eq!(congress.notes.get(&NoteId(1)).map(|note| note.text.as_str()), Some("hai"));
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn nobody_undoes_what_another_answers_for() {
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let head = Who::from(Role::Head);
    let number = write(&mut store, &mut congress, "một").unwrap();
    let refused = store.undo(&mut congress, head, clock(9), number);
    let needed = |refused| match refused {
        Err(Error::Refused(Refusal::NotThisLine { needed, .. })) => needed,
        other => panic!("{other:?}"),
    };
    assert_eq!(needed(refused), Role::Secretary);
    assert_eq!(congress.notes.len(), 1, "refused, nothing moved");
    let chair = Who::from(Role::Presidium);
    let decided = |congress: &Congress| {
        let id = congress.decisions.next_id();
        let decision = Matter::Other.taken(id, "Cho nghỉ", minute(5));
        Ok(Change::Decisions(decisions::Change::Taken(decision)))
    };
    let by_chair = store.record(&mut congress, chair, clock(9), &decided).unwrap().number;
    // the secretary keeps the record, the chair's lines too; the chair takes back its own
    store.undo(&mut congress, Who::default(), clock(9), by_chair).unwrap();
    let again = store.record(&mut congress, chair, clock(9), &decided).unwrap().number;
    store.undo(&mut congress, chair, clock(9), again).unwrap();
    assert_eq!(needed(store.undo(&mut congress, chair, clock(9), number)), Role::Secretary);
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn what_others_build_on_cannot_be_undone() {
    let (_dir, path, mut store, mut congress) = filled(&script::whole());
    let before = congress.clone();
    for number in [1, 4] {
        let refused = store.undo(&mut congress, Who::default(), clock(9), number);
        assert!(matches!(refused, Err(Error::Refused(_))), "line {number}");
    }
    assert_eq!(congress, before);
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn memory_never_runs_ahead_of_the_file() {
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let (before, last) = (congress.clone(), store.last_number().unwrap());
    let other = Connection::open(&path).unwrap();
    // the disk fills up between the rows and the journal
    other
        .execute_batch("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        .unwrap();
    let failed = write(&mut store, &mut congress, "một").unwrap_err();
    assert!(!failed.is_refusal() && failed.cause().unwrap().contains("disk full"), "{failed:?}");
    assert_eq!((&congress, store.last_number().unwrap()), (&before, last));
    other.execute_batch("DROP TRIGGER full").unwrap();
    write(&mut store, &mut congress, "một").unwrap();
    assert_eq!(store.load().unwrap(), congress);
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn the_journal_is_append_only() {
    let (_dir, path, _, _) = filled(&script::founded());
    let other = Connection::open(path).unwrap();
    for sql in ["UPDATE journal SET at = '' WHERE number = 1", "DELETE FROM journal WHERE number = 1"] {
        let refused = other.execute(sql, []).unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}
