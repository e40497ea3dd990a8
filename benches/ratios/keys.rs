//! From a key to the painted cell, in a pseudo-terminal, against the echo of `cat` in the same one.

use super::millis;
use super::terminal::Terminal;
use super::world::{self, Ballots, PEOPLE};
use std::time::Duration;

/// How many keys are pressed at each place.
const KEYS: usize = 600;

/// Pressing keys at the pad, closing ballots there, and looking for a name in the roll.
pub fn run() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("keys.daihoi");
    let (mut store, mut congress) = world::file(&path);
    world::counting(&mut store, &mut congress, &Ballots { names: 220, seats: 180, bundles: 1, size: PEOPLE });
    drop(store);
    let mut cat = Terminal::run("sh", &["-c", "stty raw -echo; echo ready; exec cat"]);
    cat.until(|screen| screen.contains("ready"));
    // a letter each, the line wraps: every key changes a cell
    let echo = pressed(&mut cat, |_| b"x".to_vec());
    tell("echo of cat", &echo, None);
    let file = path.to_str().unwrap();
    let program = env!("CARGO_BIN_EXE_daihoi");
    let mut pad = Terminal::run(program, &["open", file, "--role", "counter", "--desk", "1"]);
    // a desk opens on its own screen; Enter takes the bundle handed out
    pad.until(|screen| screen.contains("Bàn phiếu"));
    pad.press(b"\r");
    pad.until(|screen| screen.contains("giữ 220"));
    // 001 turns its name and turns it back
    let marks = pressed(&mut pad, |place| vec![b"001"[place % 3]]);
    tell("pad, 220 names", &marks, Some(&echo));
    // the ballot of the bench is over-voted: Enter books it all the same
    let ballots = pressed(&mut pad, |_| b"\r".to_vec());
    tell("pad, ballot durable", &ballots, Some(&echo));
    drop(pad);
    let mut roll = Terminal::run(program, &["open", file]);
    roll.until(|screen| screen.contains("F3"));
    roll.press(b"\x1bOR");
    roll.until(|screen| screen.contains("Đại Biểu"));
    let found = pressed(&mut roll, |place| if place % 2 == 0 { b"n".to_vec() } else { b"\x7f".to_vec() });
    tell("roll, 2,000 delegates", &found, Some(&echo));
}

/// How long each key took, from the quickest to the slowest.
fn pressed(terminal: &mut Terminal, key: impl Fn(usize) -> Vec<u8>) -> Vec<Duration> {
    let mut took: Vec<Duration> = (0..KEYS).map(|place| terminal.press(&key(place))).collect();
    took.sort_unstable();
    took
}

fn tell(name: &str, took: &[Duration], echo: Option<&[Duration]>) {
    let at = |took: &[Duration], share: usize| millis(took[took.len() * share / 100]);
    let beyond = echo.map(|echo| format!("   p99 {:.2} ms beyond the echo (goal 3)", at(took, 99) - at(echo, 99)));
    println!(
        "key to cell  {name:<24} p50 {:>6.2} ms  p99 {:>6.2} ms{}",
        at(took, 50),
        at(took, 99),
        beyond.unwrap_or_default()
    );
}
