//! Several processes on one file: everybody sees everything, in one order, and nothing is lost.

use crate::world::{clock, filled, minute, script};
use daihoi::domain::notes::{self, Note};
use daihoi::domain::{Change, Congress, Who};
use daihoi::store::{Error, Store, verify};
use std::fs;
use std::process::Command;
use std::thread;

fn write(store: &mut Store, congress: &mut Congress, text: &str) -> u64 {
    let ask = |congress: &Congress| {
        let id = congress.notes.next_id();
        let note = Note { id, item: None, speech: None, at: minute(5), text: text.to_owned() };
        Ok(Change::Notes(notes::Change::Written(note)))
    };
    store.record(congress, Who::default(), clock(5), &ask).unwrap().number
}

#[test]
fn one_follows_the_other() {
    let (_dir, path, mut mine, mut here) = filled(&script::founded());
    let mut yours = Store::open(&path).unwrap();
    let mut there = yours.load().unwrap();
    assert_eq!(here, there);
    let told = yours.last_number().unwrap();
    assert!(yours.follow(&mut there, told).unwrap().is_empty());
    let number = write(&mut mine, &mut here, "một");
    let news = yours.follow(&mut there, told).unwrap();
    assert_eq!(news.iter().map(|entry| entry.number).collect::<Vec<_>>(), [number]);
    assert_eq!(here, there);
    assert!(mine.follow(&mut here, number).unwrap().is_empty(), "one's own lines are no news");
    // an undone line is followed too
    yours.undo(&mut there, Who::default(), clock(6), number).unwrap();
    assert_eq!(mine.follow(&mut here, number).unwrap().len(), 1);
    assert_eq!(here, there);
    assert_eq!(here.notes.len(), 0);
}

#[test]
fn who_writes_without_looking_catches_up_first() {
    let (_dir, path, mut mine, mut here) = filled(&script::founded());
    let mut yours = Store::open(&path).unwrap();
    let mut there = yours.load().unwrap();
    write(&mut mine, &mut here, "một");
    let before = there.notes.len();
    // the number of the note is asked under the lock, so it is free
    let told = yours.last_number().unwrap() - 1;
    let own = write(&mut yours, &mut there, "hai");
    assert_eq!((before, there.notes.len()), (0, 2));
    // recording took the other's line in; who follows is told of it all the same, once
    let news = yours.follow(&mut there, told).unwrap();
    assert_eq!(news.iter().map(|entry| entry.number).collect::<Vec<_>>(), [own - 1, own]);
    assert!(yours.follow(&mut there, own).unwrap().is_empty());
    mine.follow(&mut here, 0).unwrap();
    assert_eq!(here, there);
}

#[test]
fn a_store_that_never_loaded_reads_first() {
    let (_dir, path, _, whole) = filled(&script::whole());
    let mut store = Store::open(&path).unwrap();
    let mut congress = Congress::default();
    store.follow(&mut congress, 0).unwrap();
    assert_eq!(congress, whole);
}

#[test]
fn looking_at_the_file_again_keeps_the_locks() {
    // closing any descriptor of a file drops every POSIX lock a process holds on it; another process, above all one with an
    // SQLite older than ours, may then take the log away under the open store (https://www.sqlite.org/howtocorrupt.html, 2.2)
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let rights = fs::metadata(&path).unwrap().permissions();
    let mut locked = rights.clone();
    locked.set_readonly(true);
    fs::set_permissions(&path, locked).unwrap();
    assert!(matches!(Store::open(&path), Err(Error::ReadOnly { .. })));
    fs::set_permissions(&path, rights).unwrap();
    let shown = Command::new(env!("CARGO_BIN_EXE_daihoi")).arg("show").arg(&path).output().unwrap();
    assert!(shown.status.success());
    write(&mut store, &mut congress, "một");
    let shown = Command::new(env!("CARGO_BIN_EXE_daihoi")).arg("show").arg("--json").arg(&path).output().unwrap();
    assert!(String::from_utf8(shown.stdout).unwrap().contains("\"một\""));
}

#[test]
fn none_of_many_is_lost() {
    const WRITERS: usize = 4;
    const NOTES: usize = 40;
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let before = store.last_number().unwrap();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let path = &path;
            scope.spawn(move || {
                let mut store = Store::open(path).unwrap();
                let mut congress = store.load().unwrap();
                for note in 0..NOTES {
                    write(&mut store, &mut congress, &format!("{writer}.{note}"));
                }
            });
        }
    });
    let news = store.follow(&mut congress, before).unwrap();
    assert_eq!(news.len(), WRITERS * NOTES);
    assert_eq!(store.last_number().unwrap(), before + news.len() as u64);
    let texts: Vec<&str> = congress.notes.iter().map(|note| note.text.as_str()).collect();
    for writer in 0..WRITERS {
        let prefix = format!("{writer}.");
        let mine: Vec<&str> = texts.iter().copied().filter(|text| text.starts_with(&prefix)).collect();
        assert_eq!(mine, (0..NOTES).map(|note| format!("{writer}.{note}")).collect::<Vec<_>>());
    }
    assert_eq!(store.load().unwrap(), congress);
    assert_eq!(verify(&path).unwrap().findings, []);
}
