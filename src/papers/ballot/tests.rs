//! The ballots of the sample congresses, and what must never stand on one.

use insta::assert_snapshot;

use super::{compose, introduction, opinion};
use crate::domain::Congress;
use crate::domain::id::ElectionId;
use crate::papers::PaperName;
use crate::papers::poll::PollId;
use crate::papers::sample::{Until, of_delegates, of_eight, office};

fn text(congress: &Congress, election: u32) -> String {
    let poll = PollId { election: ElectionId(election), number: 1 };
    compose(congress, poll).expect("a ballot").plain_text()
}

#[test]
fn form_a_and_form_b() {
    let congress = office(Until::End);
    assert_snapshot!(format!("{}\n\n{}\n\n{}", text(&congress, 1), text(&congress, 2), text(&congress, 4)));
}

#[test]
fn a_ballot_ties_no_paper_to_a_person() {
    for congress in [office(Until::End), of_eight(), of_delegates()] {
        for name in PaperName::all(&congress).into_iter().filter(|name| matches!(name, PaperName::Ballot(_))) {
            let paper = name.compose(&congress).expect("a ballot");
            assert!(paper.head.number.is_none() && paper.signatures.is_none() && name.code().is_none());
            let text = paper.plain_text();
            for person in congress.people.iter().filter_map(|person| person.office.as_deref()) {
                assert!(!text.contains(person), "an office on a ballot: {person}");
            }
            let ballot = paper.ballot.expect("a face");
            assert!(ballot.copies.is_some() && !ballot.names.is_empty());
        }
    }
}

#[test]
fn there_is_no_opinion_ballot_on_a_list_in_order_and_no_introduction_in_a_cell() {
    let congress = office(Until::End);
    assert_eq!(opinion(&congress, ElectionId(1)), None);
    assert_eq!(introduction(&congress, ElectionId(2)), None);
}
