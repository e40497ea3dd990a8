//! The load of a large congress on one file: forty screens in pseudo-terminals – a secretary, thirty desks that key three ballots a
//! second each, four heads and presidium, five halls – and what a person waits for: between the last key of a ballot and its line
//! on the screen, which stands there only once it is durable; and between a key of the presidium and the screen of the hall.
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
mod watching;
#[path = "../world/mod.rs"]
mod world;

use daihoi::domain::Change;
use daihoi::domain::election::Change as E;
use daihoi::store::{Store, verify};
use screen::Screen;
use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use watching::{Seen, Watching};
use world::Ballots;

/// Desks, each with a bundle.
const DESKS: u16 = 30;
/// Papers of a bundle.
const SIZE: u32 = 66;
/// A desk closes a ballot so often.
const PACE: Duration = Duration::from_millis(333);
/// How long it goes on, and how long the whole of it is.
const SHORT: Duration = Duration::from_secs(20);
const WHOLE: Duration = Duration::from_mins(10);

fn main() {
    let whole = std::env::args().any(|argument| argument == "--whole");
    let long = if whole { WHOLE } else { SHORT };
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("load.daihoi");
    let (mut store, mut congress) = world::file(&file);
    world::counting(&mut store, &mut congress, &Ballots { names: 31, seats: 27, bundles: DESKS, size: SIZE });
    let before = store.last_number().unwrap();
    drop(store);
    let watching = Watching::begin(&file);
    let desks: Vec<_> = (1..=DESKS)
        .map(|desk| {
            thread::spawn({
                let file = file.clone();
                move || keyed(&file, desk, long)
            })
        })
        .collect();
    let desks: Vec<Vec<Duration>> = desks.into_iter().map(|desk| desk.join().expect("a desk")).collect();
    let seen = watching.end();
    tell("ballot on its screen and durable", desks.concat(), long, 100);
    tell("key of the presidium in the hall", seen.in_hall(), long, 300);
    prove(&file, before, &desks, &seen);
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
fn prove(file: &Path, before: u64, desks: &[Vec<Duration>], seen: &Seen) {
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
    assert_eq!(congress.notes.len(), seen.notes());
    assert_eq!(verify(file).unwrap().findings, []);
}

fn tell(what: &str, mut took: Vec<Duration>, long: Duration, goal: u32) {
    took.sort_unstable();
    let at = |part: usize| took[(took.len() * part / 1000).min(took.len() - 1)].as_secs_f64() * 1000.0;
    println!(
        "load         {what}: {} in {} s, median {:.1} ms, p99 {:.1} ms (goal {goal}), longest {:.1} ms",
        took.len(),
        long.as_secs(),
        at(500),
        at(990),
        at(1000)
    );
}
