//! What the program must hold (design §5), as ratios in one run on one machine: `cargo bench`, or `cargo bench -- count keys` for
//! some of it.
//!
//! No test times anything; these figures are for people, and for the README. What is measured against a program that is not
//! installed is skipped with a sentence.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench that meets what it does not expect stops"
)]

mod count;
mod durable;
mod keys;
mod paint;
mod replay;
mod start;
mod terminal;
#[path = "../world/mod.rs"]
mod world;

use daihoi::domain::Change;
use serde_json::json;
use std::time::Duration;

/// What there is to measure, in the order of design §5.
const ALL: [(&str, fn()); 6] = [
    ("keys", keys::run),
    ("durable", durable::run),
    ("start", start::run),
    ("paint", paint::run),
    ("count", count::run),
    ("replay", replay::run),
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    for (name, run) in ALL {
        if asked.is_empty() || asked.iter().any(|asked| asked == name) {
            run();
        }
    }
}

/// A note.
fn note(id: u32) -> Change {
    world::read(json!({"notes": {"written": {"id": id, "at": world::AT, "text": "Đồng ý với báo cáo"}}}))
}

/// The processor's time that this thread had so far: what other programs take meanwhile does not count.
fn processor() -> Duration {
    let had = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells a thread's time");
    let nanoseconds = had.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.expect("nanoseconds"))
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn rate(number: f64, took: Duration) -> f64 {
    number / took.as_secs_f64()
}
