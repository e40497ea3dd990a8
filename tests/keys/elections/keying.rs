//! The pad by keys: what is recorded, what is refused in place, how many keys a ballot takes.

use super::hall::{called, cell, listed, meeting, pad, to_the_pad};
use crate::world::sitting::Sitting;
use daihoi::app::key::{Input, Key};
use daihoi::domain::election::ballot::{Defect, Marks};
use daihoi::domain::election::{KeyedBallot, KeyingState, Office};
use daihoi::domain::id::RoundId;
use daihoi::domain::meeting::{Kind, Roster};

fn ballots(sitting: &Sitting) -> Vec<KeyedBallot> {
    sitting.app.congress.ballots_of(RoundId(1)).cloned().collect()
}

fn struck(sitting: &Sitting) -> Vec<(Vec<u16>, u32)> {
    let marks = |ballot: KeyedBallot| match ballot.marks {
        Marks::Struck(struck) => (struck, ballot.times),
        Marks::Boxes { .. } => panic!("form B"),
    };
    ballots(sitting).into_iter().map(marks).collect()
}

/// 3 of 4 names, ten ballots collected.
fn four_names() -> Sitting {
    to_the_pad(listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]), 10, 10)
}

/// So many of so many names in a congress of 300 members.
fn many_names(seats: u16, names: u32) -> Sitting {
    let hall = meeting(Kind::Members, Roster::Complete, (300, 300));
    to_the_pad(listed(called(hall, Office::Committee, seats), 1, 1..=names, [298, 299, 300]), 300, 300)
}

/// How many papers are keyed by everybody together.
fn keyed(sitting: &Sitting) -> u32 {
    sitting.app.congress.progress(RoundId(1)).keyed
}

/// Feeds recorded keystrokes and says how many they were.
fn fed(mut sitting: Sitting, keys: &[Key]) -> (Sitting, usize) {
    for key in keys {
        let effects = sitting.app.update(Input::Key(*key));
        sitting = sitting.done(effects);
    }
    (sitting, keys.len())
}

#[test]
fn keys_per_ballot_are_struck_times_width_plus_one() {
    for (seats, names, width, ballot) in
        [(7, 9, 1, vec![2, 9]), (27, 31, 2, vec![1, 8, 20, 31]), (180, 220, 3, vec![7, 99, 220])]
    {
        let typed = ballot.iter().map(|number| format!("{number:0width$}")).collect::<Vec<_>>().concat();
        let keys: Vec<Key> = typed.chars().map(Key::Char).chain([Key::Enter]).collect();
        let (sitting, count) = fed(many_names(seats, names), &keys);
        assert_eq!(count, ballot.len() * width + 1);
        assert_eq!(struck(&sitting), [(ballot, 1)]);
        // a run: the first, then the digits of n and the star
        let (sitting, count) = fed(sitting, &"12*".chars().map(Key::Char).collect::<Vec<_>>());
        assert_eq!((count, keyed(&sitting)), (3, 13));
    }
}

#[test]
fn runs_take_back_what_their_digits_struck() {
    let (sitting, _) = pad(four_names(), "23=4*1=");
    assert_eq!(struck(&sitting), [(vec![2, 3], 1), (vec![2, 3], 4), (vec![1], 1)]);
}

#[test]
fn a_run_is_never_longer_than_the_papers_left() {
    let (sitting, _) = pad(four_names(), "4=12*");
    assert_eq!(keyed(&sitting), 1);
    assert!(sitting.text(80, 24).contains("Chỉ còn 9 phiếu chưa nhập"), "{}", sitting.text(80, 24));
    let (sitting, _) = pad(sitting, "9*");
    assert!(sitting.text(80, 24).contains("tệp 1: 10/10"));
    let (sitting, _) = pad(sitting, "4");
    assert_eq!(keyed(&sitting), 10, "nothing beyond the collected");
    assert!(sitting.text(80, 24).contains("Tệp đã đủ phiếu"), "{}", sitting.text(80, 24));
}

#[test]
fn the_last_ballot_is_reopened_and_corrected() {
    let (sitting, _) = pad(four_names(), "4=1=-");
    assert!(sitting.text(80, 24).contains("SỬA PHIẾU SỐ 2"), "{}", sitting.text(80, 24));
    let (sitting, _) = pad(sitting, "13=");
    assert_eq!(struck(&sitting), [(vec![4], 1), (vec![3], 1)]);
    // further back; left as it was, nothing is recorded
    let lines = sitting.lines.len();
    let (sitting, _) = pad(sitting, "--=");
    assert_eq!(sitting.lines.len(), lines);
    let (sitting, _) = pad(sitting, "--3=");
    assert_eq!(struck(&sitting), [(vec![3, 4], 1), (vec![3], 1)]);
}

#[test]
fn a_run_is_shortened_when_it_was_too_long() {
    let (sitting, _) = pad(four_names(), "4=5*-4*=");
    assert_eq!(struck(&sitting), [(vec![4], 1), (vec![4], 4)]);
}

#[test]
fn an_impossible_number_rings_and_stays_in_place() {
    let (sitting, _) = pad(four_names(), "26");
    assert!(sitting.app.dialog.is_none());
    assert!(!sitting.effects.is_empty(), "the bell");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
}

#[test]
fn an_invalid_paper_carries_its_reason() {
    let (sitting, _) = pad(four_names(), "4/");
    insta::assert_debug_snapshot!("reasons", sitting.screen(80, 24));
    let (sitting, _) = pad(sitting, "3=");
    assert_eq!(ballots(&sitting)[0].defect, Some(Defect::Signed));
    assert!(sitting.text(80, 24).contains("1 · gạch 4 · KHÔNG hợp lệ: có ký tên"), "{}", sitting.text(80, 24));
}

#[test]
fn the_head_concludes_the_ballots_set_aside() {
    let (sitting, _) = pad(four_names(), "4=7*3.=2.=");
    assert_eq!(keyed(&sitting), 10);
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("aside", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    assert!(sitting.text(80, 24).contains("tệp 1, phiếu thứ 9"), "{}", sitting.text(80, 24));
    // the first is valid as keyed, the second has a name added
    let (sitting, _) = pad(sitting, "13+2/2=3");
    let settled: Vec<_> = sitting.app.congress.settlements.iter().map(|settled| settled.defect).collect();
    assert_eq!(settled, [None, Some(Defect::OutsideName)]);
    assert!(sitting.text(80, 24).contains("đọc soát tệp 1"), "{}", sitting.text(80, 24));
}

#[test]
fn form_b_by_keys() {
    let names = [1, 2, 3];
    let sitting = to_the_pad(listed(called(cell(19, 18), Office::Delegates, 3), 1, names, [16, 17, 18]), 18, 18);
    // rules §9, example 5: X 15/2/1, Y 9/7/2, Z 10/8/0
    let (sitting, _) = pad(sitting, "=7*123=1*23=4*223=22=11=");
    insta::assert_debug_snapshot!("form_b", sitting.screen(80, 24));
    assert_eq!(keyed(&sitting), 18);
    let sitting = sitting.keys(super::CLOSE_TO_ANNOUNCE);
    let screen = sitting.text(120, 40);
    for count in ["15/2/1", "9/7/2", "10/8/0"] {
        assert!(screen.contains(count), "{count}: {screen}");
    }
    assert!(screen.contains("Còn thiếu 1"), "{screen}");
}

#[test]
fn few_names_kept_are_keyed_inverted() {
    let (sitting, _) = pad(four_names(), "+2");
    assert!(sitting.text(80, 24).contains("ĐẢO, số là tên được giữ: 2"));
    let (sitting, _) = pad(sitting, "=");
    assert_eq!(struck(&sitting), [(vec![1, 3, 4], 1)]);
}

#[test]
fn num_lock_off_is_noticed() {
    for key in ["Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Insert", "Delete"] {
        let sitting = four_names().keys(key);
        assert!(sitting.text(80, 24).contains("Num Lock đang tắt?"), "{key}");
        assert!(ballots(&sitting).is_empty());
    }
}

#[test]
fn leaving_the_pad_loses_nothing() {
    let (sitting, _) = pad(four_names(), "4=23");
    let sitting = sitting.keys("Esc F2 F6 Enter");
    let (sitting, _) = pad(sitting, "=");
    assert_eq!(struck(&sitting), [(vec![4], 1), (vec![2, 3], 1)]);
}

#[test]
fn a_half_typed_note_does_not_take_the_ballots_enter() {
    let sitting = four_names().keys("F2 'ghi chú dở' F6");
    let (sitting, _) = pad(sitting, "4=");
    assert_eq!(struck(&sitting), [(vec![4], 1)]);
}

#[test]
fn a_refused_ballot_stays_on_the_pad() {
    // the head takes the keying back at another screen before this one has read it: the door refuses, the ballot stays
    let mut sitting = four_names().keys("2");
    let effects = sitting.app.update(Input::Key(Key::Enter));
    sitting.app.congress.keyings.edit(&(RoundId(1), 1, 1)).unwrap().state = KeyingState::Void;
    let sitting = sitting.done(effects);
    let screen = sitting.text(80, 24);
    assert!(sitting.app.dialog.is_none());
    assert!(screen.contains("Tệp 1 đã khóa"), "{screen}");
    assert!(screen.contains("giữ 3 / cần 3"), "{screen}");
}

#[test]
fn another_seat_leaves_the_pad() {
    let sitting = four_names().keys("2 F9 'thu ky' Enter");
    assert!(!sitting.app.on.elections.is_keying() && sitting.app.on.elections.board.is_none());
}

#[test]
fn no_totals_before_the_head_closes_the_count() {
    let (sitting, _) = pad(four_names(), "4=9*");
    for screen in [sitting.text(80, 24), sitting.keys("Esc").text(120, 40)] {
        assert!(!screen.contains('%') || !screen.contains("phiếu, cần"), "{screen}");
        assert!(!screen.contains("trúng cử:"), "{screen}");
    }
}

#[test]
fn long_lists_fit_on_small_screens() {
    let (sitting, _) = pad(many_names(27, 31), "0120");
    insta::assert_debug_snapshot!("names_31", sitting.screen(80, 24));
    sitting.at_every_size();
    let (sitting, _) = pad(many_names(180, 220), "007150");
    insta::assert_debug_snapshot!("names_220", sitting.screen(80, 24));
    insta::assert_debug_snapshot!("names_220_wide", sitting.screen(120, 40));
    sitting.at_every_size();
}
