//! Any stream of keys at a counter's desk, in the hall that the tests share.

#![no_main]

#[path = "../../tests/fuzzed/desk.rs"]
mod desk;
/// The hall of the tests.
#[expect(dead_code, reason = "the tests ask more of it")]
#[path = "../../tests/world"]
mod world {
    pub mod cell;
    pub mod script;
    pub mod sitting;
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| desk::check(bytes));
