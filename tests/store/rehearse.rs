//! Rehearsals: proved, counted right, the same again from the same seed; what cannot be held is refused.

use super::commands::{daihoi, said};
use crate::world::place;
use daihoi::cli::recount::recount;
use daihoi::cli::rehearse::watch::Nobody;
use daihoi::cli::rehearse::{Asked, Held, hold};
use daihoi::domain::Congress;
use daihoi::domain::election::list::Voters;
use daihoi::domain::election::{BundleState, Entry, RoundState, result};
use daihoi::domain::election::{Election, Office, Purpose};
use daihoi::domain::motions::Motion;
use daihoi::export::ballots::sheet;
use daihoi::papers::PaperName;
use daihoi::store::verify::verify;
use serde_json::Value;

/// Holds a small rehearsal; answers with its file and the hash of its last line.
fn held(seed: u64) -> (tempfile::TempDir, Held, String, Vec<u8>) {
    let (dir, path) = place();
    let held = hold(Asked { delegates: 40, seats: 5, names: 6, seed }, &path, &mut Nobody).unwrap();
    let report = verify(&path).unwrap();
    assert_eq!(report.findings, []);
    let journal: String = held
        .store
        .entries(..)
        .unwrap()
        .iter()
        .map(|entry| format!("{} {} {:?} {}\n", entry.number, entry.at, entry.who, entry.change.canonical().unwrap()))
        .collect::<Vec<_>>()
        .concat();
    (dir, held, report.last, journal.into_bytes())
}

#[test]
fn a_whole_congress_is_held_and_counted_right() {
    let (_dir, held, first, journal) = held(7);
    let congress = &held.congress;
    assert!(congress.is_closed(), "every session is closed");
    assert!(congress.elections.iter().all(|election| result::settled(congress, election)));
    assert!(congress.rounds.iter().all(|round| round.state == RoundState::HandedOver));
    // hold() compares every round with what lay in the box, and fails where they differ
    assert_eq!(held.measured.true_rounds, u64::try_from(congress.rounds.len()).unwrap());
    // somebody slipped, a third person decided, and every bundle is settled
    assert!(congress.settlements.len() > 2 && held.measured.slips.len() >= 4, "{:?}", held.measured.slips);
    assert!(congress.bundles.iter().all(|bundle| bundle.state == BundleState::Settled));
    let entries: Vec<Option<Entry>> = congress.rounds.iter().map(|round| round.terms.entry).collect();
    assert!(entries.contains(&Some(Entry::Single)) && entries.contains(&Some(Entry::Double)));
    let introduced = |election: &Election| matches!(election.purpose, Purpose::Introduction(_));
    assert!(congress.elections.iter().any(introduced));
    let delegates =
        congress.election_of(Office::Delegates).and_then(|election| congress.round_now(election.id)).unwrap();
    assert!(delegates.seats > 0, "a round elects to seats");
    assert_eq!(congress.elected_to(Office::Secretary).map(|elected| elected.len()), Some(1));
    assert!(congress.people.iter().any(|person| person.replaces.is_some()));
    assert!(congress.excuses.iter().any(|excuse| excuse.accepted));
    the_plenum_raises_its_own_hands(congress);
    every_sheet_counts_the_same(&held);
    every_paper_is_marked(&held);
    // the same seed again, and another one
    let (_dir, _, again, lines) = self::held(7);
    assert_eq!((&again, &lines), (&first, &journal), "the same seed, the same journal");
    let (_dir, _, other, _) = self::held(8);
    assert_ne!(other, first, "another seed, another congress");
}

fn the_plenum_raises_its_own_hands(congress: &Congress) {
    let of_plenum = |motion: &&Motion| congress.hands_of(motion) == Voters::Plenum;
    let votes: Vec<_> = congress.motions.iter().filter(of_plenum).filter_map(|motion| motion.vote.as_ref()).collect();
    assert!(votes.len() >= 3, "number, list and counters of the deputies");
    assert!(votes.iter().all(|vote| vote.base == Some(5) && vote.voters <= 5 && vote.hands().is_some()), "{votes:?}");
    // each place of a delegate counts once, though an alternate sits in one
    assert!(congress.people.iter().any(|person| person.replaces.is_some()));
    assert_eq!(congress.summoned().count(), 40);
}

fn every_sheet_counts_the_same(held: &Held) {
    let congress = &held.congress;
    let mut sheets = 0;
    for round in congress.rounds.iter() {
        let Some(sheet) = sheet(congress, round) else { continue };
        let counted: Value = serde_json::from_str(&recount(&sheet).unwrap()).unwrap();
        let outcome = result::outcome(congress, round.id).unwrap();
        let counts = round.counts.as_ref().unwrap();
        let told: Vec<u64> =
            counted["names"].as_array().unwrap().iter().map(|name| name["votes"].as_u64().unwrap()).collect();
        assert_eq!(told, counts.names.iter().map(|name| name.votes).collect::<Vec<_>>());
        assert_eq!(counted["valid"].as_u64(), Some(counts.valid));
        assert_eq!(counted["elected"].as_array().unwrap().len(), outcome.elected.len());
        sheets += 1;
    }
    assert!(sheets >= 4);
}

fn every_paper_is_marked(held: &Held) {
    for name in PaperName::all(&held.congress) {
        let paper = name.compose(&held.congress).unwrap();
        assert!(paper.notice.is_some_and(|notice| notice.starts_with("DIỄN TẬP")), "{}", name.word());
    }
}

#[test]
fn what_cannot_be_held_is_refused_and_nothing_is_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("dien-tap");
    let asked = |delegates: &str, seats: &str, names: &str| {
        let to = to.to_str().unwrap();
        said(&daihoi(&["rehearse", "--delegates", delegates, "--seats", seats, "--names", names, "--to", to], ""))
    };
    let (code, out, err) = asked("268", "27", "36");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("Số dư 9 vượt mức tối đa 8") && err.contains("--names từ 28 đến 35"), "{err}");
    let (code, _, err) = asked("12", "5", "6");
    assert_eq!(code, Some(1));
    assert!(err.contains("Ghi --delegates từ 13 trở lên"), "{err}");
    assert!(!to.exists(), "nothing is made for what is refused");
    let (code, _, _) = asked("40", "five", "6");
    assert_eq!(code, Some(2));
    std::fs::create_dir(&to).unwrap();
    std::fs::write(to.join("cua-toi.daihoi"), "của tôi").unwrap();
    let (code, _, err) = asked("40", "5", "6");
    assert_eq!(code, Some(3));
    assert!(err.contains("đã có một đại hội"), "{err}");
    assert_eq!(std::fs::read_dir(&to).unwrap().count(), 1);
}

#[test]
fn the_smallest_rehearsal_that_is_not_refused_can_be_held() {
    let (_dir, path) = place();
    let asked = Asked { delegates: 10, seats: 3, names: 4, seed: 1 };
    let refused = hold(asked, &path, &mut Nobody).expect_err("too few");
    assert!(!path.exists());
    let least: u32 = refused.hint.unwrap().split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    let held = hold(Asked { delegates: least, ..asked }, &path, &mut Nobody).unwrap();
    assert!(held.congress.is_closed());
}
