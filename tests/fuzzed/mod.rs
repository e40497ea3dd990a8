//! What must hold whatever comes in. Each check takes any bytes; `fuzz/` feeds it for a time with bytes that reach ever more of
//! the code, and here every test run feeds it the bytes kept in `fuzz/corpus/` and random ones.

mod desk;
mod pad;
mod recount;

use proptest::prelude::*;
use proptest::test_runner::Config;
use std::path::Path;

/// Feeds a check what is kept for it.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut fed = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        check(&std::fs::read(entry.unwrap().path()).unwrap());
        fed += 1;
    }
    assert!(fed > 0, "nothing is kept in {}", folder.display());
}

#[test]
fn kept_bytes_break_nothing() {
    replay("recount", recount::check);
    replay("pad", pad::check);
    replay("desk", desk::check);
}

#[test]
fn the_kept_keys_key_ballots() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/desk/keyed");
    let sitting = desk::sat(&std::fs::read(kept).unwrap());
    assert!(sitting.app.congress.ballots.len() > 1, "they no longer lead to the pad:\n{}", sitting.text(80, 24));
}

proptest! {
    #[test]
    fn any_taps_keep_the_pad_honest(head in any::<[u8; 6]>(), taps in prop::collection::vec(0u8..20, 0..80)) {
        pad::check(&[&head[..], &taps].concat());
    }
}

proptest! {
    // each case sits a whole desk down
    #![proptest_config(Config::with_cases(12))]
    #[test]
    fn any_keys_keep_the_desk_honest(keys in prop::collection::vec(any::<u8>(), 0..120)) {
        desk::check(&keys);
    }
}
