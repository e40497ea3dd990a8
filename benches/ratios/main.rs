//! What the program must hold (design §5), as ratios in one run on one machine: `cargo bench`, or `cargo bench -- count keys` for
//! some of it.
//!
//! No test times anything; these figures are for people, and for the README. What is measured against a program that is not
//! installed is skipped with a sentence.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that meets what it does not expect stops")]

mod count;
mod durable;
mod keys;
mod paint;
mod replay;
mod start;
mod terminal;
mod world;

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

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn rate(number: f64, took: Duration) -> f64 {
    number / took.as_secs_f64()
}
