//! The tests from outside, one binary: the count, the worked examples, the real events, what must hold whatever comes in, rules, whole sittings by keys, files, commands, a real terminal, the shape of the code.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that meets what it does not expect has failed"
)]

mod count;
mod events;
mod examples;
mod fuzzed;
mod keys;
mod rules;
mod store;
mod terminal;
mod tidy;
mod world;
