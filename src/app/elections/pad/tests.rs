//! What each key on the number pad does to a ballot. The pad itself lives in `pad`.

use super::*;
use crate::domain::election::ballot::Invalid;
use crate::domain::regulation::Regulation;
use proptest::prelude::*;

fn contest(names: u16, seats: u16) -> Contest {
    Contest { names, seats, regulation: Regulation::default_profile() }
}

fn tap_of(key: char) -> Tap {
    match key {
        '+' => Tap::Invert,
        '-' => Tap::TakeBack,
        '*' => Tap::Times,
        '/' => Tap::Defect,
        '.' => Tap::Aside,
        '<' => Tap::Erase,
        '=' => Tap::Close,
        digit => Tap::Digit(digit as u8 - b'0'),
    }
}

/// Types on a pad and gives the last answer.
fn typed(pad: &mut Pad, keys: &str) -> Answer {
    keys.chars().map(|key| pad.tap(tap_of(key))).last().unwrap()
}

fn struck(names: u16, seats: u16, keys: &str) -> Vec<u16> {
    let mut pad = Pad::fresh(contest(names, seats));
    typed(&mut pad, keys);
    match pad.ballot().marks {
        Marks::Struck(struck) => struck,
        Marks::Boxes { .. } => panic!("form B"),
    }
}

#[test]
fn numbers_have_one_width_for_the_whole_list() {
    assert_eq!([1, 9, 10, 99, 100, 220].map(width), [1, 1, 2, 2, 3, 3]);
    assert_eq!(struck(4, 3, "2"), [2]);
    assert_eq!(struck(12, 9, "0211"), [2, 11]);
    assert_eq!(struck(220, 180, "007220"), [7, 220]);
}

#[test]
fn a_repeated_number_takes_the_strike_back() {
    assert_eq!(struck(4, 3, "2342"), [3, 4]);
}

#[test]
fn inversion_keeps_the_numbers_typed() {
    assert_eq!(struck(5, 3, "+24"), [1, 3, 5]);
    assert_eq!(struck(5, 3, "24+"), [1, 3, 5]);
    assert_eq!(struck(5, 3, "2+-"), [2]);
}

#[test]
fn the_last_mark_is_taken_back_and_a_fresh_ballot_asks_for_the_one_before() {
    assert_eq!(struck(4, 3, "23-"), [2]);
    assert_eq!(struck(12, 9, "020-"), [2]);
    assert_eq!(struck(12, 9, "020<3<3"), [2]);
    let mut pad = Pad::fresh(contest(4, 3));
    assert_eq!(typed(&mut pad, "2--"), Answer::Back);
}

#[test]
fn an_impossible_number_is_refused_and_enter_looks_again_once() {
    let mut pad = Pad::fresh(contest(4, 3));
    assert_eq!(typed(&mut pad, "26"), Answer::Refused);
    assert_eq!(pad.fault, Some(Fault::NoSuchNumber(6)));
    assert_eq!(pad.ballot().marks, Marks::Struck(vec![2]));
    assert_eq!(typed(&mut pad, "="), Answer::Refused);
    assert_eq!(typed(&mut pad, "="), Answer::Close);
    assert_eq!(struck(4, 3, "26-"), [2], "what is taken back is the refused number");
    let mut pad = Pad::fresh(contest(12, 9));
    assert_eq!(typed(&mut pad, "1="), Answer::Refused);
    assert_eq!(pad.fault, Some(Fault::Incomplete));
}

#[test]
fn digits_before_the_star_were_a_count() {
    let mut pad = Pad::fresh(contest(4, 3));
    assert_eq!(typed(&mut pad, "16*"), Answer::Again(16));
    assert!(pad.is_fresh());
    assert_eq!(pad.kept(), 4);
    let mut pad = Pad::fresh(contest(31, 27));
    assert_eq!(typed(&mut pad, "5*"), Answer::Again(5));
    assert_eq!(typed(&mut pad, "120*"), Answer::Again(120));
    assert_eq!(typed(&mut pad, "*"), Answer::Refused);
    assert_eq!(typed(&mut pad, "00*"), Answer::Refused);
    assert_eq!(typed(&mut pad, "-+05*"), Answer::Refused);
    assert_eq!(pad.fault, Some(Fault::CountAfterMarks));
}

#[test]
fn the_star_on_a_reopened_run_says_how_long_it_is() {
    let ballot = Ballot { marks: Marks::Struck(vec![1]), defect: None };
    let mut pad = Pad::reopened(contest(4, 3), 7, &ballot, (16, false));
    assert_eq!(typed(&mut pad, "="), Answer::Unchanged);
    assert_eq!(typed(&mut pad, "15*="), Answer::Close);
    assert_eq!((pad.times(), pad.ballot()), (15, ballot));
    typed(&mut pad, "-");
    assert_eq!(pad.times(), 16);
}

#[test]
fn form_b_turns_agree_to_disagree_to_not_counted() {
    let mut pad = Pad::fresh(contest(3, 3));
    typed(&mut pad, "233");
    assert_eq!(pad.marks(), [Mark::For, Mark::Against, Mark::Neither]);
    assert_eq!(pad.ballot().marks, Marks::Boxes { agree: vec![1], disagree: vec![2] });
    typed(&mut pad, "3");
    assert_eq!(pad.marks(), [Mark::For, Mark::Against, Mark::For]);
}

#[test]
fn with_one_name_both_boxes_and_none_are_told_apart() {
    let verdicts = ["=", "1=", "11=", "111="].map(|keys| {
        let mut pad = Pad::fresh(contest(1, 1));
        assert_eq!(typed(&mut pad, keys), Answer::Close);
        pad.verdict().unwrap()
    });
    let invalid = Validity::Invalid;
    assert_eq!(verdicts, [Validity::Valid, Validity::Valid, invalid(Invalid::BothBoxes), invalid(Invalid::NoBox)]);
}

#[test]
fn a_defect_is_chosen_and_taken_back() {
    let mut pad = Pad::fresh(contest(4, 3));
    assert_eq!(typed(&mut pad, "1/7"), Answer::Refused);
    typed(&mut pad, "3");
    assert_eq!(pad.verdict(), Some(Validity::Invalid(Invalid::Signed)));
    typed(&mut pad, "-");
    assert_eq!(pad.verdict(), Some(Validity::Valid));
}

proptest! {
    /// Whatever is tapped, the ballot on the pad is one that a voter could have filled in.
    #[test]
    fn any_taps_leave_a_possible_ballot(names in 1u16..221, seats in 1u16..221, keys in "[0-9+*/.<=-]{0,60}") {
        let mut pad = Pad::fresh(contest(names, seats));
        for key in keys.chars() {
            pad.tap(tap_of(key));
            prop_assert!(pad.verdict().is_some());
            prop_assert!(pad.times() > 0);
        }
    }

    /// Taking everything back leaves the paper as it was opened.
    #[test]
    fn everything_can_be_taken_back(keys in "[0-9+.<]{0,40}") {
        let mut pad = Pad::fresh(contest(12, 9));
        for key in keys.chars() {
            pad.tap(tap_of(key));
        }
        let back = (0..200).find(|_| pad.tap(Tap::TakeBack) == Answer::Back);
        prop_assert!(back.is_some());
        prop_assert_eq!(pad.ballot().marks, Marks::Struck(vec![]));
        prop_assert!(!pad.is_aside());
    }
}
