//! Any text as a sheet of `daihoi recount`.

#![no_main]

#[path = "../../tests/fuzzed/recount.rs"]
mod recount;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| recount::check(bytes));
