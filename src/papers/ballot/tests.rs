//! The ballots of the sample congresses, and what must never stand on one.

use insta::assert_snapshot;

use super::compose;
use crate::domain::Congress;
use crate::domain::id::ElectionId;
use crate::papers::PaperName;
use crate::papers::poll::PollId;
use crate::papers::sample::{Until, asked, of_delegates, of_eight, office};

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
    for congress in [office(Until::End), of_eight(), of_delegates(), asked()] {
        for name in PaperName::all(&congress).into_iter().filter(|name| matches!(name, PaperName::Ballot(_))) {
            let paper = name.compose(&congress).expect("a ballot");
            assert!(paper.head.number.is_none() && paper.signatures.is_none() && name.code().is_none());
            let ballot = paper.ballot.expect("a face");
            // the office that is elected stands in the title
            let text = ballot.names.join("\n");
            for person in congress.people.iter().filter_map(|person| person.office.as_deref()) {
                assert!(!text.contains(person), "an office on a ballot: {person}");
            }
            assert!(ballot.copies.is_some() && !ballot.names.is_empty());
        }
    }
}

#[test]
fn an_opinion_and_an_introduction_are_asked_in_the_form_in_which_they_are_counted() {
    use crate::domain::election::purpose::Purpose;
    let mut congress = office(Until::End);
    let mut texts = Vec::new();
    let asked = [
        ("Phiếu xin ý kiến: Chi ủy", Purpose::Opinion(ElectionId(9))),
        ("Bí thư", Purpose::Introduction(ElectionId(9))),
    ];
    for (title, purpose) in asked {
        let mut election = congress.elections.get(&ElectionId(1)).expect("an election").clone();
        (election.purpose, election.title) = (purpose, title.into());
        congress.elections.put(election);
        texts.push(text(&congress, 1));
    }
    assert_snapshot!(texts.join("\n\n"));
}
