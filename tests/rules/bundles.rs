//! The count in bundles: two people who do not see each other's work, a third who decides from the paper, and the law that no way
//! of keying changes what was counted.

use super::order::{announce, keyed};
use super::raw::{listed_committee, opening};
use super::{eight, record, record_as};
use daihoi::domain::election::ballot::{Ballot, Defect, Marks};
use daihoi::domain::election::bundle::{Change as Bundle, Declared};
use daihoi::domain::election::count::Tally;
use daihoi::domain::election::recheck::{Change as Draw, Found};
use daihoi::domain::election::settlement::{Settlement, Why};
use daihoi::domain::election::{BundleState, Change as Elections, Entry, KeyedBallot, RoundKind, result};
use daihoi::domain::id::RoundId;
use daihoi::domain::{Change, Congress, Refusal, Role, Who};
use proptest::prelude::*;

const ROUND: RoundId = RoundId(1);

pub fn desk(desk: u16) -> Who {
    Who { role: Role::Counter, desk: Some(desk) }
}

fn head() -> Who {
    Role::Head.into()
}

fn bundle(change: Bundle) -> Change {
    Change::Election(Elections::Bundle(change))
}

#[expect(clippy::needless_pass_by_value, reason = "a change is made where it is asked about")]
pub fn does(congress: &mut Congress, who: Who, change: Change) {
    congress.judge(who, &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
    congress.apply(&change);
}

#[expect(clippy::needless_pass_by_value, reason = "a change is made where it is asked about")]
fn refused(congress: &Congress, who: Who, change: Change) -> Refusal {
    congress.judge(who, &change).expect_err(&format!("{change:?} must be refused"))
}

/// A round of three from four names whose ten papers wait to be counted.
pub fn counting() -> Congress {
    let mut congress = listed_committee();
    let opened = opening(&congress, 1, RoundKind::First);
    let at = eight();
    let walk = [
        Elections::BoxSealed { round: ROUND, at },
        Elections::Issued { round: ROUND, printed: None, issued: 10, at },
        Elections::Collected { round: ROUND, collected: 10, spoiled: 0, at },
        Elections::Reported { round: ROUND, at },
    ];
    record(&mut congress, [opened]);
    record(&mut congress, walk.map(Change::Election));
    congress
}

pub fn handed_out(entry: Entry, sizes: &[u32]) -> Change {
    let bundles = (1..).zip(sizes).map(|(number, size)| Declared { number, size: *size }).collect();
    bundle(Bundle::HandedOut { round: ROUND, entry, bundles })
}

fn claimed(number: u16, keying: u16, by: Who) -> Change {
    bundle(Bundle::Claimed { round: ROUND, bundle: number, keying, by, at: eight() })
}

fn locked(number: u16, keying: u16) -> Change {
    bundle(Bundle::Locked { round: ROUND, bundle: number, keying, at: eight() })
}

fn ballot(number: u16, keying: u16, (place, times): (u32, u32), paper: &Ballot) -> Change {
    Change::Election(Elections::BallotKeyed(KeyedBallot {
        round: ROUND,
        bundle: number,
        keying,
        number: place,
        times,
        marks: paper.marks.clone(),
        defect: paper.defect,
        set_aside: false,
    }))
}

fn struck(names: &[u16]) -> Ballot {
    Ballot { marks: Marks::Struck(names.to_vec()), defect: None }
}

fn settled(number: u16, place: u32, paper: &Ballot, by: Who) -> Change {
    Change::Election(Elections::PaperSettled(Settlement {
        round: ROUND,
        bundle: number,
        keying: 1,
        place,
        marks: paper.marks.clone(),
        defect: paper.defect,
        why: Why::Slip,
        note: String::new(),
        by,
        at: eight(),
    }))
}

/// A whole keying of a bundle, claimed and locked.
fn keys(congress: &mut Congress, (number, keying): (u16, u16), by: Who, papers: &[Ballot]) {
    does(congress, by, claimed(number, keying, by));
    for (place, paper) in (1..).zip(papers) {
        does(congress, by, ballot(number, keying, (place, 1), paper));
    }
    does(congress, by, locked(number, keying));
}

fn state(congress: &Congress, number: u16) -> BundleState {
    congress.bundle(ROUND, number).unwrap().state
}

#[test]
fn two_key_blind_and_a_third_decides() {
    let mut congress = counting();
    does(&mut congress, head(), handed_out(Entry::Double, &[6, 4]));
    let papers = [struck(&[4]), struck(&[4]), struck(&[1]), struck(&[4])];
    keys(&mut congress, (2, 1), desk(1), &papers);
    assert_eq!(state(&congress, 2), BundleState::Keyed);
    assert_eq!(refused(&congress, desk(1), claimed(2, 2, desk(1))), Refusal::SamePersonTwice { bundle: 2 });
    let mut slipped = papers.clone();
    slipped[2] = struck(&[2]);
    keys(&mut congress, (2, 2), desk(2), &slipped);
    assert_eq!(state(&congress, 2), BundleState::Differs);
    assert_eq!(refused(&congress, desk(3), claimed(2, 3, desk(3))), Refusal::BundleTaken { bundle: 2 });
    // neither of the two decides; what does not differ is not decided
    for keyer in [desk(1), desk(2)] {
        let by_keyer = settled(2, 3, &struck(&[1]), keyer);
        assert_eq!(refused(&congress, keyer, by_keyer), Refusal::SettledByKeyer { bundle: 2 });
    }
    let elsewhere = settled(2, 1, &struck(&[1]), desk(3));
    assert_eq!(refused(&congress, desk(3), elsewhere), Refusal::NothingToSettle { bundle: 2, place: 1 });
    does(&mut congress, desk(3), settled(2, 3, &struck(&[1]), desk(3)));
    assert_eq!(state(&congress, 2), BundleState::Settled);
    let mut counted = congress.papers_in(ROUND, 2);
    counted.sort_by_key(|(paper, _)| format!("{paper:?}"));
    assert_eq!(counted.iter().map(|(_, times)| times).sum::<u32>(), 4);
    assert!(counted.contains(&(struck(&[1]), 1)));
    let close = Change::Election(Elections::CountClosed { round: ROUND, at: eight() });
    assert!(matches!(refused(&congress, head(), close), Refusal::BundleNotSettled { bundle: 1, .. }));
}

#[test]
fn a_desk_keys_its_own_bundle_to_its_declared_size() {
    let mut congress = counting();
    let early = ballot(1, 1, (1, 1), &struck(&[4]));
    assert!(matches!(refused(&congress, desk(1), early.clone()), Refusal::Unknown { .. }));
    does(&mut congress, head(), handed_out(Entry::Double, &[6]));
    assert_eq!(refused(&congress, desk(1), early.clone()), Refusal::BundleNotClaimed { bundle: 1 });
    does(&mut congress, desk(1), claimed(1, 1, desk(1)));
    assert_eq!(refused(&congress, desk(2), early.clone()), Refusal::NotThisDesk);
    assert_eq!(refused(&congress, desk(2), claimed(1, 2, desk(1))), Refusal::NotThisDesk);
    does(&mut congress, desk(1), early);
    let run = ballot(1, 1, (2, 6), &struck(&[4]));
    assert_eq!(refused(&congress, desk(1), run), Refusal::BundleFull { bundle: 1, size: 6, left: 5 });
    let short = refused(&congress, desk(1), locked(1, 1));
    assert_eq!(short, Refusal::BundleNotFull { bundle: 1, keyed: 1, size: 6 });
    does(&mut congress, desk(1), ballot(1, 1, (2, 5), &struck(&[4])));
    does(&mut congress, desk(1), locked(1, 1));
    let late = ballot(1, 1, (9, 1), &struck(&[4]));
    assert_eq!(refused(&congress, desk(1), late), Refusal::BundleLocked { bundle: 1 });
    // the head's part is nobody else's
    for change in
        [handed_out(Entry::Double, &[1]), Change::Election(Elections::CountClosed { round: ROUND, at: eight() })]
    {
        assert!(matches!(refused(&congress, desk(1), change), Refusal::NotThisRole { needed: Role::Head, .. }));
    }
}

#[test]
fn bundles_are_numbered_once_and_hold_what_was_collected() {
    let mut congress = counting();
    let twice = |numbers: [u16; 2]| {
        let bundles = numbers.map(|number| Declared { number, size: 2 }).to_vec();
        bundle(Bundle::HandedOut { round: ROUND, entry: Entry::Single, bundles })
    };
    assert!(matches!(refused(&congress, head(), twice([1, 1])), Refusal::NumberTaken { number: 1, .. }));
    assert!(matches!(refused(&congress, head(), twice([0, 1])), Refusal::NumberTaken { number: 0, .. }));
    let large = refused(&congress, head(), handed_out(Entry::Single, &[6, 5]));
    assert_eq!(large, Refusal::BundlesTooLarge { papers: 11, collected: 10 });
    does(&mut congress, head(), twice([1, 3]));
    let other = bundle(Bundle::HandedOut {
        round: ROUND,
        entry: Entry::Double,
        bundles: vec![Declared { number: 4, size: 2 }],
    });
    assert_eq!(refused(&congress, head(), other), Refusal::EntrySettled);
    let close = || Change::Election(Elections::CountClosed { round: ROUND, at: eight() });
    assert_eq!(refused(&congress, head(), close()), Refusal::BundleMissing { bundle: 2, next: 3 });
    let second = bundle(Bundle::HandedOut {
        round: ROUND,
        entry: Entry::Single,
        bundles: vec![Declared { number: 2, size: 5 }],
    });
    does(&mut congress, head(), second);
    assert_eq!(refused(&congress, head(), close()), Refusal::BundlesDoNotAddUp { papers: 9, collected: 10 });
    let resized = |size: u32| {
        let bundle_ = Declared { number: 2, size };
        bundle(Bundle::Resized { round: ROUND, bundle: bundle_, reason: "đếm lại".into() })
    };
    assert!(matches!(refused(&congress, head(), resized(7)), Refusal::BundlesTooLarge { .. }));
    does(&mut congress, head(), resized(6));
    assert!(matches!(refused(&congress, head(), close()), Refusal::BundleNotSettled { bundle: 1, .. }));
}

#[test]
fn a_keying_taken_back_is_kept_and_the_bundle_is_keyed_again() {
    let mut congress = counting();
    does(&mut congress, head(), handed_out(Entry::Double, &[10]));
    let papers = vec![struck(&[4]); 10];
    keys(&mut congress, (1, 1), desk(1), &vec![struck(&[3]); 10]);
    let voided =
        bundle(Bundle::Voided {
            round: ROUND, bundle: 1, keying: 1, reason: "nhập nhầm tệp".into(), at: eight()
        });
    does(&mut congress, head(), voided.clone());
    assert_eq!(state(&congress, 1), BundleState::HandedOut);
    assert!(matches!(refused(&congress, head(), voided), Refusal::Unknown { .. }));
    keys(&mut congress, (1, 2), desk(1), &papers);
    keys(&mut congress, (1, 3), desk(2), &papers);
    assert_eq!(state(&congress, 1), BundleState::Settled);
    assert_eq!(congress.papers_in(ROUND, 1).iter().map(|(_, times)| times).sum::<u32>(), 10);
    assert!(congress.papers_in(ROUND, 1).iter().all(|(paper, _)| *paper == struck(&[4])));
    assert_eq!(congress.ballots_in(ROUND, 1, 1).count(), 10, "what was taken back is kept");
}

#[test]
fn once_keyed_is_read_back_and_what_was_set_aside_is_the_heads() {
    let mut congress = counting();
    does(&mut congress, head(), handed_out(Entry::Single, &[10]));
    does(&mut congress, desk(1), claimed(1, 1, desk(1)));
    does(&mut congress, desk(1), ballot(1, 1, (1, 9), &struck(&[4])));
    let aside = KeyedBallot {
        round: ROUND,
        bundle: 1,
        keying: 1,
        number: 2,
        times: 1,
        marks: Marks::Struck(Vec::new()),
        defect: None,
        set_aside: true,
    };
    does(&mut congress, desk(1), Change::Election(Elections::BallotKeyed(aside)));
    does(&mut congress, desk(1), locked(1, 1));
    assert_eq!(state(&congress, 1), BundleState::Differs);
    let by_desk = settled(1, 10, &struck(&[4]), desk(2));
    assert!(matches!(refused(&congress, desk(2), by_desk), Refusal::NotThisRole { needed: Role::Head, .. }));
    let signed = Ballot { defect: Some(Defect::Signed), ..struck(&[]) };
    does(&mut congress, head(), settled(1, 10, &signed, head()));
    assert_eq!(state(&congress, 1), BundleState::Keyed);
    // read back, a paper turns out to be another
    does(&mut congress, head(), settled(1, 3, &struck(&[1, 2]), head()));
    let read = |by: Who| bundle(Bundle::ReadBack { round: ROUND, bundle: 1, by, at: eight() });
    does(&mut congress, desk(2), read(desk(2)));
    assert_eq!(state(&congress, 1), BundleState::Settled);
    assert_eq!(refused(&congress, head(), read(head())), Refusal::NothingToReadBack { bundle: 1 });
    does(&mut congress, head(), Change::Election(Elections::CountClosed { round: ROUND, at: eight() }));
    let counts = congress.round(ROUND).unwrap().counts.clone().unwrap();
    assert_eq!((counts.valid, counts.counted()), (9, 10));
    assert_eq!(counts.names.iter().map(|name| name.votes).collect::<Vec<_>>(), [8, 8, 9, 1]);
}

#[test]
fn drawn_papers_are_compared_before_the_count_closes() {
    let mut congress = counting();
    let drawn = |number: u16, papers: u32| {
        Change::Election(Elections::Recheck(Draw::Drawn { round: ROUND, number, seed: 2026, papers, at: eight() }))
    };
    does(&mut congress, head(), handed_out(Entry::Double, &[10]));
    assert!(matches!(refused(&congress, head(), drawn(1, 2)), Refusal::BundleNotSettled { .. }));
    let papers = vec![struck(&[4]); 10];
    keys(&mut congress, (1, 1), desk(1), &papers);
    keys(&mut congress, (1, 2), desk(2), &papers);
    assert_eq!(refused(&congress, head(), drawn(1, 11)), Refusal::MoreDrawnThanPapers { papers: 11, all: 10 });
    assert!(matches!(refused(&congress, head(), drawn(2, 2)), Refusal::NumberPassed { next: 1, .. }));
    does(&mut congress, head(), drawn(1, 2));
    let places: Vec<u32> = congress.rechecks_of(ROUND).next().unwrap().picks.iter().map(|pick| pick.place).collect();
    let close = || Change::Election(Elections::CountClosed { round: ROUND, at: eight() });
    assert!(matches!(refused(&congress, head(), close()), Refusal::PickOpen { .. }));
    let compared = |place: u32, found: Found| {
        Change::Election(Elections::Recheck(Draw::Compared { round: ROUND, number: 1, bundle: 1, place, found }))
    };
    does(&mut congress, head(), compared(places[0], Found::Same));
    assert!(matches!(refused(&congress, head(), compared(places[0], Found::Same)), Refusal::AlreadyCompared { .. }));
    let other = (1..=10).find(|place| !places.contains(place)).unwrap();
    assert!(matches!(
        refused(&congress, head(), settled(1, other, &struck(&[1]), head())),
        Refusal::NothingToSettle { .. }
    ));
    // one turns out to be another: it is decided, then the count closes
    does(&mut congress, head(), compared(places[1], Found::Other));
    assert!(matches!(refused(&congress, head(), close()), Refusal::PickOpen { .. }));
    does(&mut congress, head(), settled(1, places[1], &struck(&[1]), head()));
    does(&mut congress, head(), close());
    let votes: Vec<u64> =
        congress.round(ROUND).unwrap().counts.as_ref().unwrap().names.iter().map(|name| name.votes).collect();
    assert_eq!(votes, [9, 10, 10, 1]);
}

#[test]
fn a_round_keyed_once_goes_on_to_its_announcement() {
    let mut congress = counting();
    super::order::hand_out(&mut congress, ROUND, 10);
    record_as(&mut congress, Role::Head, [keyed(1, 1, 10, Marks::Struck(vec![4]))]);
    announce(&mut congress, 1);
    assert_eq!(result::outcome(&congress, ROUND).unwrap().elected, [1, 2, 3]);
}

fn paper() -> impl Strategy<Value = Ballot> {
    let marks = prop::sample::subsequence(vec![1_u16, 2, 3, 4], 0..=4);
    let defect = prop::option::weighted(0.1, prop::sample::select(vec![Defect::Signed, Defect::Marked]));
    (marks, defect).prop_map(|(names, defect)| Ballot { marks: Marks::Struck(names), defect })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// However the papers lie in bundles, whoever keys first, whichever way round the heap lies, with runs or without, with slips
    /// that a third person settles from the paper: the sums are those of the papers.
    #[test]
    fn no_way_of_keying_changes_the_count(
        papers in prop::collection::vec(paper(), 10),
        cut in 1_u32..10,
        slips in prop::collection::vec((0_usize..10, paper()), 0..4),
        turned in any::<bool>(),
        swapped in any::<bool>(),
        runs in any::<bool>(),
    ) {
        let mut congress = counting();
        let sizes = [cut, 10 - cut];
        does(&mut congress, head(), handed_out(Entry::Double, &sizes));
        let at = usize::try_from(cut).unwrap();
        let heaps = [papers[..at].to_vec(), papers[at..].to_vec()];
        let order: Vec<usize> = if swapped { vec![1, 0] } else { vec![0, 1] };
        for place in order {
            let (number, heap) = (u16::try_from(place + 1).unwrap(), &heaps[place]);
            if runs {
                // the same papers as runs of identical ones
                let by = desk(1);
                does(&mut congress, by, claimed(number, 1, by));
                for (place, run) in (1..).zip(heap.chunk_by(|one, other| one == other)) {
                    does(&mut congress, by, ballot(number, 1, (place, u32::try_from(run.len()).unwrap()), &run[0]));
                }
                does(&mut congress, by, locked(number, 1));
            } else {
                keys(&mut congress, (number, 1), desk(1), heap);
            }
            let mut second = heap.clone();
            for (slip, wrong) in &slips {
                if let Some(paper) = second.get_mut(*slip) {
                    *paper = wrong.clone();
                }
            }
            if turned {
                second.reverse();
            }
            keys(&mut congress, (number, 2), desk(2), &second);
            let open = congress.open_differences(congress.bundle(ROUND, number).unwrap());
            for difference in open {
                let truth = &heap[usize::try_from(difference.first).unwrap() - 1];
                does(&mut congress, head(), settled(number, difference.first, truth, head()));
            }
            prop_assert_eq!(state(&congress, number), BundleState::Settled);
        }
        does(&mut congress, head(), Change::Election(Elections::CountClosed { round: ROUND, at: eight() }));
        let round = congress.round(ROUND).unwrap();
        let mut truth = Tally::new(congress.contest(round));
        for paper in &papers {
            truth.add(paper, 1).unwrap();
        }
        prop_assert_eq!(round.counts.as_ref(), Some(&truth.counts()));
        prop_assert_eq!(truth.check(10), Ok(()));
    }
}
