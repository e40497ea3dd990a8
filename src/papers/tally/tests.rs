//! Tally records of the sample congresses, word for word, and when there is none.

use insta::assert_snapshot;

use super::compose;
use crate::domain::{Congress, election::RoundState, id::RoundId};
use crate::papers::sample::{Until, of_eight, office};

fn text(congress: &Congress, round: u32) -> Option<String> {
    Some(compose(congress, RoundId(round))?.plain_text())
}

#[test]
fn a_committee() {
    assert_snapshot!(text(&office(Until::End), 1).expect("a record"));
}

#[test]
fn an_annulled_round() {
    assert_snapshot!(text(&of_eight(), 1).expect("a record"));
}

#[test]
fn a_round_that_elected_nobody() {
    assert_snapshot!(text(&of_eight(), 3).expect("a record"));
}

#[test]
fn there_is_no_record_before_the_count_is_closed() {
    let mut congress = of_eight();
    for state in [RoundState::Opened, RoundState::Issued, RoundState::Counting] {
        congress.rounds.edit(&RoundId(4)).expect("a round").state = state;
        assert_eq!(text(&congress, 4), None);
    }
    assert_eq!(text(&congress, 99), None);
}

#[test]
fn the_minutes_print_nothing_of_a_result_that_is_not_announced() {
    let mut congress = of_eight();
    congress.rounds.edit(&RoundId(4)).expect("a round").state = RoundState::Closed;
    let minutes = crate::papers::minutes::compose(&congress).plain_text();
    assert!(!minutes.contains("6/8 phiếu") && text(&congress, 4).is_some_and(|text| text.contains("6/8 phiếu")));
}
