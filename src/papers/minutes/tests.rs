//! The minutes of the sample congresses, word for word, and what must never be in any of them.

use insta::assert_snapshot;

use super::compose;
use crate::domain::Congress;
use crate::papers::paper::{Block, Paper};
use crate::papers::sample::{
    Until, named_only, of_delegates, of_eight, of_eight_changes, office, office_changes, review,
};

fn every_sample() -> Vec<Congress> {
    vec![office(Until::Discussion), office(Until::End), of_eight(), of_delegates(), named_only(), review()]
}

#[test]
fn the_congress_of_an_office() {
    assert_snapshot!(compose(&office(Until::End)).plain_text());
}

#[test]
fn the_same_congress_half_way() {
    assert_snapshot!(compose(&office(Until::Discussion)).plain_text());
}

#[test]
fn a_cell_of_eight() {
    assert_snapshot!(compose(&of_eight()).plain_text());
}

#[test]
fn a_congress_without_counts() {
    assert_snapshot!(compose(&named_only()).plain_text());
}

#[test]
fn a_congress_of_delegates_over_two_days() {
    assert_snapshot!(compose(&of_delegates()).plain_text());
}

#[test]
fn a_review_meeting() {
    assert_snapshot!(compose(&review()).plain_text());
}

#[test]
fn a_file_just_founded_has_a_frame_and_no_sections() {
    let paper = compose(&Congress::default());
    assert!(!paper.body.iter().any(|block| matches!(block, Block::Heading { .. })));
}

/// The congresses as they were after each change.
fn every_moment() -> Vec<Congress> {
    let mut moments = Vec::new();
    for changes in [office_changes(), of_eight_changes()] {
        let mut congress = Congress::default();
        for change in changes {
            congress.apply(&change);
            moments.push(congress.clone());
        }
    }
    moments
}

#[test]
fn at_no_moment_a_raw_note_a_zero_or_a_heading_without_a_text() {
    for congress in every_sample().into_iter().chain(every_moment()) {
        let paper = compose(&congress);
        let text = paper.plain_text();
        for never in ["GHI THÔ", "00 đồng chí", "00 phiếu", " 0 ", "..", " .", " ,", "  ", "None", "đồng chí đồng chí"]
        {
            assert!(!text.replace('\u{a0}', "").contains(never), "{never:?} in\n{text}");
        }
        let headings = paper.body.windows(2).filter(|pair| is_part(&pair[0]) && is_part(&pair[1])).count();
        assert_eq!(headings, 0);
        assert!(!paper.body.last().is_some_and(|block| matches!(block, Block::Heading { .. })));
    }
}

fn is_part(block: &Block) -> bool {
    matches!(block, Block::Heading { level: crate::papers::paper::Level::Part, .. })
}

#[test]
fn every_key_stands_once_and_stays_as_the_congress_goes_on() {
    let keys = |paper: &Paper| paper.keys().map(ToString::to_string).collect::<Vec<_>>();
    for congress in every_sample() {
        let mut keys = keys(&compose(&congress));
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
    let later = keys(&compose(&office(Until::End)));
    let lost: Vec<String> =
        keys(&compose(&office(Until::Discussion))).into_iter().filter(|key| !later.contains(key)).collect();
    // an amendment that was only asked for becomes the vote on it
    assert_eq!(lost, ["amendment.target.2"]);
}
