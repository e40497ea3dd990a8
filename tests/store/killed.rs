//! `kill -9` at any moment: what was acknowledged is in the file, and the file is sound.

use crate::world::{place, script};
use daihoi::domain::id::NoteId;
use daihoi::domain::notes::{self, Note};
use daihoi::domain::{Change, Who};
use daihoi::store::{Store, verify};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;

/// A congress and two hundred notes after it.
fn lines() -> Vec<String> {
    let at = crate::world::minute(1);
    let notes = (2..200).map(|id| {
        let note = Note { id: NoteId(id), item: None, speech: None, at, text: format!("Ghi chú {id}") };
        script::line(Who::default(), &Change::Notes(notes::Change::Written(note)))
    });
    script::whole().iter().map(|(who, change)| script::line(*who, change)).chain(notes).collect()
}

/// Feeds the program, kills it after it has acknowledged so many, and answers every number it acknowledged.
fn acknowledged_before_death(path: &std::path::Path, lines: &[String], after: usize) -> Vec<u64> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_daihoi"))
        .arg("apply")
        .arg(path)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut feed = program.stdin.take().unwrap();
    let text = lines.join("\n") + "\n";
    let feeder = thread::spawn(move || {
        // a dead program takes no more lines
        let _ = feed.write_all(text.as_bytes());
    });
    let mut numbers = Vec::new();
    let mut said = BufReader::new(program.stdout.take().unwrap()).lines();
    while numbers.len() < after {
        let Some(line) = said.next() else { break };
        numbers.push(line.unwrap().parse().unwrap());
    }
    program.kill().unwrap();
    // what it had written before it died counts as acknowledged; a last line cut in half does not
    numbers.extend(said.map_while(Result::ok).filter_map(|line| line.parse::<u64>().ok()));
    program.wait().unwrap();
    feeder.join().unwrap();
    numbers
}

#[test]
fn nothing_acknowledged_is_lost() {
    let lines = lines();
    let mut seed: u64 = 0x5EED;
    let mut cut_short = 0;
    for _ in 0..50 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = (seed >> 33) as usize % lines.len();
        let (_dir, path) = place();
        drop(Store::create(&path).unwrap());
        let numbers = acknowledged_before_death(&path, &lines, after);
        let mut store = Store::open(&path).unwrap();
        let congress = store.load().unwrap();
        let kept: Vec<u64> = store.entries(..).unwrap().iter().map(|entry| entry.number).collect();
        assert!(kept.starts_with(&numbers), "acknowledged {}, kept {}", numbers.len(), kept.len());
        assert_eq!(verify(&path).unwrap().findings, []);
        assert_eq!(daihoi::domain::journal::fold(&store.entries(..).unwrap(), 1).unwrap(), congress);
        cut_short += usize::from(kept.len() < lines.len());
    }
    assert!(cut_short > 25, "only {cut_short} of 50 were killed at work");
}
