//! The law: after any sequence of changes the rows, the fold of the journal and the congress in memory are equal.

use crate::world::any::{Dice, dice};
use crate::world::{clock, place, script};
use daihoi::domain::Congress;
use daihoi::domain::congress::Visit;
use daihoi::domain::journal::fold;
use daihoi::domain::register::{Entity, Register};
use daihoi::store::{Error, Store, verify};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Records what the rules let through, and answers how much that was.
fn play(store: &mut Store, congress: &mut Congress, dice: Dice, next: &mut usize) -> usize {
    let last = store.last_number().unwrap();
    let (who, change) = dice.change(congress, next, last);
    let before = congress.clone();
    match store.record(congress, who, clock(0), &|_| Ok(change.clone())) {
        Ok(entry) => {
            assert_eq!(entry.number, last + 1);
            1
        }
        Err(Error::Refused(_)) => {
            assert_eq!(*congress, before, "a refusal changes nothing");
            0
        }
        Err(error) => panic!("{change:?}: {error}: {:?}", error.cause()),
    }
}

/// Records the first lines of the sample congress, so that throws fall on a congress at any moment, its counts too.
fn begin(store: &mut Store, congress: &mut Congress, lines: usize) {
    for (who, change) in script::whole().into_iter().take(lines) {
        store.record(congress, who, clock(0), &|_| Ok(change.clone())).unwrap();
    }
}

fn equal_everywhere(path: &Path, store: &mut Store, congress: &Congress) {
    let entries = store.entries(..).unwrap();
    assert_eq!(fold(&entries, 1).unwrap(), *congress, "the fold of the journal");
    assert_eq!(store.load().unwrap(), *congress, "the rows");
    assert_eq!(verify(path).unwrap().findings, []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn rows_journal_and_memory_are_equal(dice in dice(160), begun in 0..=script::whole().len()) {
        let (_dir, path) = place();
        let mut store = Store::create(&path).unwrap();
        let mut congress = store.load().unwrap();
        begin(&mut store, &mut congress, begun);
        let mut next = begun;
        for dice in dice {
            play(&mut store, &mut congress, dice, &mut next);
        }
        equal_everywhere(&path, &mut store, &congress);
    }

    #[test]
    fn two_that_write_in_turn_agree(dice in dice(120), turns in any::<u128>()) {
        let (_dir, path) = place();
        let mut stores = [Store::create(&path).unwrap(), Store::open(&path).unwrap()];
        let mut both = [Congress::default(), Congress::default()];
        let (mut next, mut recorded) = (0, 0);
        for (turn, dice) in dice.into_iter().enumerate() {
            let one = usize::from(turns >> turn & 1 == 1);
            let (store, congress) = (&mut stores[one], &mut both[one]);
            store.follow(congress, 0).unwrap();
            recorded += play(store, congress, dice, &mut next);
        }
        let [mut first, mut second] = stores;
        let [mut mine, mut yours] = both;
        first.follow(&mut mine, 0).unwrap();
        second.follow(&mut yours, 0).unwrap();
        prop_assert_eq!(&mine, &yours);
        prop_assert_eq!(first.entries(..).unwrap().len(), recorded);
        equal_everywhere(&path, &mut first, &mine);
    }
}

/// The tables a congress has rows in.
struct Filled(BTreeSet<&'static str>);

impl Visit for Filled {
    type Error = ();

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), ()> {
        if !register.is_empty() {
            self.0.insert(E::TABLE);
        }
        Ok(())
    }
}

#[test]
fn the_dice_reach_every_register() {
    // the property is worth what its throws reach: many free changes, many undoings, a row in every table
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut filled = Filled(BTreeSet::new());
    for begun in [0, script::until_counting().len(), script::whole().len()] {
        let (_dir, path) = place();
        let mut store = Store::create(&path).unwrap();
        let mut congress = store.load().unwrap();
        let throws = dice(400).prop_filter("long", |dice| dice.len() > 350).new_tree(&mut runner).unwrap().current();
        begin(&mut store, &mut congress, begun);
        let (mut next, all) = (begun, throws.len());
        let recorded: usize = throws.into_iter().map(|dice| play(&mut store, &mut congress, dice, &mut next)).sum();
        assert!(recorded * 5 > all, "{recorded} of {all}");
        let entries = store.entries(..).unwrap();
        let undone = daihoi::domain::journal::undone(&entries).len();
        assert!(undone > 5, "{undone} undone");
        equal_everywhere(&path, &mut store, &congress);
        congress.visit(&mut filled).unwrap();
    }
    let mut all = Filled(BTreeSet::new());
    crate::world::filled(&crate::world::script::whole()).3.visit(&mut all).unwrap();
    let missed: Vec<_> = all.0.difference(&filled.0).collect();
    assert!(missed.is_empty(), "no throw reaches {missed:?}");
}
