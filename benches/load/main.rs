//! The load of a large congress on one file: forty screens in pseudo-terminals – a secretary, thirty desks that key three ballots a
//! second each, four heads and presidium, five halls – and what a person waits for between the last key of a ballot and its line
//! on the screen, which stands there only once it is durable.
//!
//! `cargo bench --bench load` takes twenty seconds; `-- --whole` the ten minutes of design §5, after its papers are keyed each desk
//! corrects its last one over and over. No error may stand on any screen, and at the end every ballot is in the file once.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that meets what it does not expect stops"
)]

mod screen;
mod world;

use daihoi::domain::Change;
use daihoi::domain::election::Change as E;
use daihoi::store::{Store, verify};
use screen::Screen;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use world::{DESKS, SIZE};

/// A desk closes a ballot so often.
const PACE: Duration = Duration::from_millis(333);
/// The secretary takes a note so often.
const NOTES: Duration = Duration::from_secs(2);
/// How long it goes on, and how long the whole of it is.
const SHORT: Duration = Duration::from_secs(20);
const WHOLE: Duration = Duration::from_mins(10);

fn main() {
    let whole = std::env::args().any(|argument| argument == "--whole");
    let long = if whole { WHOLE } else { SHORT };
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("load.daihoi");
    world::counting(&file);
    let before = Store::open(&file).unwrap().last_number().unwrap();
    let screens = watchers(&file);
    let over = Arc::new(AtomicBool::new(false));
    let watching: Vec<_> = screens.into_iter().map(|screen| watch(screen, Arc::clone(&over))).collect();
    let begun = Instant::now();
    let desks: Vec<_> = (1..=DESKS)
        .map(|desk| {
            thread::spawn({
                let file = file.clone();
                move || keyed(&file, desk, long)
            })
        })
        .collect();
    let desks: Vec<Vec<Duration>> = desks.into_iter().map(|desk| desk.join().expect("a desk")).collect();
    let took = begun.elapsed();
    over.store(true, Ordering::Relaxed);
    let notes: u64 = watching.into_iter().map(|watching| watching.join().expect("a screen without trouble")).sum();
    tell(&desks, took);
    prove(&file, (before, notes), &desks);
}

/// The ten screens beside the desks: secretary, two heads, two of the presidium, five halls.
fn watchers(file: &Path) -> Vec<Screen> {
    let roles = ["secretary", "head", "head", "presidium", "presidium", "hall", "hall", "hall", "hall", "hall"];
    roles.iter().map(|role| Screen::open(file, &["--role", role])).collect()
}

/// Reads a screen until it is over, and writes the notes of the secretary; how many were written.
fn watch(mut screen: Screen, over: Arc<AtomicBool>) -> thread::JoinHandle<u64> {
    thread::spawn(move || {
        let mut notes = 0;
        screen.until(|shown| shown.contains("Đại hội"));
        while !over.load(Ordering::Relaxed) {
            if screen.is("secretary") {
                let text = format!("ghi chu {notes}");
                screen.send(&format!("{text}\r"));
                screen.until(|shown| shown.contains(&text) && shown.contains("gõ chữ để ghi chú"));
                notes += 1;
            }
            screen.read_for(NOTES);
        }
        notes
    })
}

/// Keys at one desk until the time is over; how long each ballot took from its last key to its line on the screen.
fn keyed(file: &Path, desk: u16, long: Duration) -> Vec<Duration> {
    let mut screen = Screen::open(file, &["--role", "counter", "--desk", &desk.to_string()]);
    screen.take_bundle();
    // desks do not key in step
    thread::sleep(PACE * u32::from(desk) / u32::from(DESKS));
    let begun = Instant::now();
    let mut waited = Vec::new();
    for ballot in 1_u32.. {
        let due = PACE * ballot;
        if due > long {
            break;
        }
        screen.read_for(due.saturating_sub(begun.elapsed()));
        // the last paper but one is corrected over and over once the others are keyed
        let number = ballot.min(SIZE - 1);
        let again = ballot > number;
        let struck = (ballot - number) % 2 == 0;
        let (keys, line) = match (again, struck) {
            (false, _) => ("05121928", format!("{number} · gạch 5 12 19 28")),
            (true, true) => ("-05", format!("{number} · gạch 5 12 19 28")),
            (true, false) => ("-05", format!("{number} · gạch 12 19 28")),
        };
        screen.send(keys);
        let pressed = Instant::now();
        screen.send("\r");
        screen.until(|shown| shown.contains(&line));
        waited.push(pressed.elapsed());
    }
    waited
}

/// Every ballot is in the file once, every correction too, and the file is sound.
fn prove(file: &Path, (before, notes): (u64, u64), desks: &[Vec<Duration>]) {
    let mut store = Store::open(file).unwrap();
    let congress = store.load().unwrap();
    let mut lines: BTreeMap<u16, u64> = BTreeMap::new();
    for entry in store.entries(before + 1..).unwrap() {
        if matches!(entry.change, Change::Election(E::BallotKeyed(_) | E::BallotCorrected(_))) {
            *lines.entry(entry.who.desk.unwrap_or(0)).or_default() += 1;
        }
    }
    for (desk, waited) in (1..).zip(desks) {
        let acknowledged = u64::try_from(waited.len()).unwrap();
        assert_eq!(
            lines.get(&desk),
            Some(&acknowledged),
            "desk {desk}: as many lines as ballots were seen on its screen"
        );
        let keying = congress.keyings.iter().find(|keying| keying.by.desk == Some(desk)).unwrap();
        assert_eq!(u64::from(keying.keyed), acknowledged.min(u64::from(SIZE) - 1), "desk {desk}");
    }
    assert_eq!(congress.notes.len() as u64, notes);
    assert_eq!(verify(file).unwrap().findings, []);
}

fn tell(desks: &[Vec<Duration>], took: Duration) {
    let mut all: Vec<Duration> = desks.concat();
    all.sort_unstable();
    let at = |part: usize| all[(all.len() * part / 1000).min(all.len() - 1)].as_secs_f64() * 1000.0;
    let rate = f64::from(u32::try_from(all.len()).unwrap()) / took.as_secs_f64();
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!(
        "load         40 screens, {} ballots in {:.0} s ({rate:.0}/s): median {:.1} ms, p99 {:.1} ms, longest {:.1} ms (goal p99 100 ms); load {}",
        all.len(),
        took.as_secs_f64(),
        at(500),
        at(990),
        at(1000),
        load.split(' ').next().unwrap_or("?")
    );
}
