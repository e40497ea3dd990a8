//! Any stream of taps on the number pad.

#![no_main]

#[path = "../../tests/fuzzed/pad.rs"]
mod pad;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| pad::check(bytes));
