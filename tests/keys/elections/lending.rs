//! Bundles lent to a desk without network and taken back on the head's board: what is asked, what is shown before it is recorded.

use crate::world::cell::at;
use crate::world::script;
use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::domain::election::bundle::{Change as Bundle, Declared};
use daihoi::domain::election::desk::{BallotList, Change as Desk, DeskFile, LentBundle, Returned};
use daihoi::domain::election::{BundleState, Change as E, Entry, KeyedBallot};
use daihoi::domain::id::RoundId;
use daihoi::domain::{Change, Congress, Role, Who};

const ROUND: RoundId = RoundId(1);
const FILE: &str = "00000000000000000000000000000005";

fn election(change: E) -> Change {
    Change::Election(change)
}

/// The board of the head: ten ballots in bundles of three, three and four, keyed once.
fn board() -> Sitting {
    let mut changes = script::until_counting();
    // the script hands one bundle out and has it claimed
    changes.truncate(changes.len() - 2);
    let bundles = [(1, 3), (2, 3), (3, 4)].map(|(number, size)| Declared { number, size }).to_vec();
    let out = election(E::Bundle(Bundle::HandedOut { round: ROUND, entry: Entry::Single, bundles }));
    let sitting = Sitting::of(changes.into_iter().map(|(_, change)| change).collect(), at(10, 0));
    sitting.given(Role::Head, [out]).keys("Esc F9 'trưởng ban' Enter Enter")
}

/// The first two bundles lent to desk 5, and its file as it comes back with the first one keyed.
fn away() -> (Sitting, Returned) {
    let bundles: Vec<LentBundle> = [1, 2].map(|number| LentBundle { number, size: 3, keying: 1 }).to_vec();
    let (desk, at) = (5, at(10, 5));
    let lent =
        Desk::Lent { round: ROUND, desk, file: FILE.to_owned(), hash: "0".repeat(64), bundles: bundles.clone(), at };
    let sitting = board().given(Role::Head, [election(E::Desk(lent))]);
    let congress = &sitting.app.congress;
    let list: BallotList = congress.ballot_list(congress.rounds.get(&ROUND).unwrap()).unwrap();
    let file = DeskFile { id: 1, mother: String::new(), line: 1, hash: String::new(), desk };
    let mut keyed = Congress::default();
    keyed.apply(&election(E::Desk(Desk::Opened { file, list, bundles, at })));
    (sitting, Returned { desk, file: FILE.to_owned(), keyed: handed_in(keyed, 1) })
}

/// Three like ballots keyed in a bundle of the desk file, and the bundle handed in.
fn handed_in(mut keyed: Congress, bundle: u16) -> Congress {
    let ballot = serde_json::json!({"round": 1, "bundle": bundle, "keying": 1, "number": 1, "times": 3, "marks": {"struck": [4]}});
    let ballot: KeyedBallot = serde_json::from_value(ballot).unwrap();
    let who = Who { role: Role::Counter, desk: Some(5) };
    let locked = Bundle::Locked { round: ROUND, bundle, keying: 1, at: at(10, 30) };
    for change in [election(E::BallotKeyed(ballot)), election(E::Bundle(locked))] {
        keyed.judge(who, &change).unwrap();
        keyed.apply(&change);
    }
    keyed
}

fn states(sitting: &Sitting) -> Vec<BundleState> {
    sitting.app.congress.bundles_of(ROUND).map(|bundle| bundle.state).collect()
}

#[test]
fn the_head_lends_what_nobody_has_taken() {
    let form = board().keys("Ctrl-G");
    insta::assert_debug_snapshot!(form.screen(80, 24));
    form.at_every_size();
    let asked = form.keys("'1,3' Ctrl-S");
    let effect = asked.effects.last().unwrap();
    let Effect::Lend { round, bundles, desk, folder } = effect else { panic!("{effect:?}") };
    assert_eq!((*round, bundles.as_slice(), *desk, folder.to_str()), (ROUND, &[1, 3][..], Some(4), Some("tep-ban")));
    assert!(effect.reaches_for_files());
    // what is no list of bundles is asked for again, and nothing typed is lost
    let wrong = board().keys("Ctrl-G 'một' Ctrl-S");
    assert!(wrong.effects.iter().all(|effect| !matches!(effect, Effect::Lend { .. })));
    assert!(wrong.text(80, 24).contains("một"), "{}", wrong.text(80, 24));
    let mut made = board();
    made.app.lent("/media/usb/ban-4-tep-1.daihoi", 4);
    assert!(made.text(120, 40).contains("Đã tạo tệp của bàn 4: /media/usb/ban-4-tep-1.daihoi"));
    // a desk lends nothing, and where nothing is away nothing comes back
    let counter = board().keys("F9 'bàn 2' Enter Esc Ctrl-G");
    assert!(counter.app.dialog.is_none());
    let nothing = board().keys("Ctrl-O");
    assert!(nothing.text(80, 24).contains("Không có tệp nào ở tệp bàn"), "{}", nothing.text(80, 24));
}

#[test]
fn what_a_desk_file_brings_is_shown_before_it_is_recorded() {
    let (sitting, returned) = away();
    let mut sitting = sitting.keys("Ctrl-O");
    assert!(matches!(sitting.effects.last(), Some(Effect::Look { .. })));
    let lines = sitting.lines.len();
    sitting.app.returned(returned.clone());
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    sitting.at_every_size();
    assert_eq!(sitting.lines.len(), lines, "looking records nothing");
    let taken = sitting.keys("Enter");
    assert_eq!(taken.lines.len(), lines + 1, "one line for all that comes");
    assert_eq!(states(&taken), [BundleState::Keyed, BundleState::HandedOut, BundleState::HandedOut]);
    assert!(taken.text(80, 24).contains("Đã nhận tệp 1 từ tệp bàn"), "{}", taken.text(80, 24));
    // twice is once, and what is missing is said again
    let mut again = taken;
    again.app.returned(returned.clone());
    let again = again.keys("Ctrl-L");
    let screen = again.text(80, 24);
    assert!(screen.contains("chưa có gì mới") && screen.contains("tệp 2: mới nhập 0/3"), "{screen}");
    let mut again = again.keys("Enter");
    assert_eq!(again.lines.len(), lines + 1);
    // the rest comes later, with the first
    let later = Returned { keyed: handed_in(returned.keyed.clone(), 2), ..returned.clone() };
    again.app.seat.lang = daihoi::domain::Lang::En;
    again.app.returned(later);
    insta::assert_snapshot!("returned_en", again.text(80, 24));
    let whole = again.keys("Enter");
    assert_eq!(states(&whole), [BundleState::Keyed, BundleState::Keyed, BundleState::HandedOut]);
}

#[test]
fn a_desk_file_that_is_not_ours_is_refused_with_the_reason() {
    let (mut sitting, returned) = away();
    sitting.app.returned(Returned { file: "f".repeat(32), ..returned.clone() });
    assert!(sitting.text(80, 24).contains("không ghi đã giao tệp bàn này"), "{}", sitting.text(80, 24));
    // a keying that was taken back does not come back
    let reason = "máy hỏng".to_owned();
    let voided = Bundle::Voided { round: ROUND, bundle: 1, keying: 1, reason, at: at(10, 20) };
    let mut sitting = sitting.keys("Esc").given(Role::Head, [election(E::Bundle(voided))]);
    sitting.app.returned(returned);
    assert!(sitting.text(80, 24).contains("máy hỏng"), "{}", sitting.text(80, 24));
}
