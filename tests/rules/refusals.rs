//! A refusal for each thing the rules forbid, with the article behind it.

use super::order::{called, counting, from_floor, keyed, listed, nominated, to_the_count};
use super::votes::{carry, put};
use super::{arrived, cell_of, eight, open_cell, record, record_as, refusal};
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::list::{Election, Source};
use daihoi::domain::election::{BundleState, Change as Elections, Office};
use daihoi::domain::id::{BodyId, ElectionId, PersonId, RoundId};
use daihoi::domain::motions::Subject;
use daihoi::domain::people::Standing;
use daihoi::domain::refusal::Told;
use daihoi::domain::{Change, Congress, Lang, Refusal, Regulation, Role};

fn told(refusal: &Refusal) -> Told {
    refusal.told(Lang::Vi, Regulation::default_profile())
}

/// A committee of three from `people`, its number voted.
fn nominating(people: &[u32]) -> Congress {
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(1), seats: 3, size: None });
    record(&mut congress, people.iter().map(|person| nominated(1, *person)));
    congress
}

/// A committee round at the count: ten issued, ten collected.
fn counting_round() -> Congress {
    let mut congress = open_cell();
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    to_the_count(&mut congress, 1, 1, (10, 10));
    congress
}

#[test]
fn names_before_the_number() {
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    assert_eq!(refusal(&congress, &nominated(1, 1)), Refusal::SeatsNotVoted);
}

#[test]
fn a_probationary_candidate() {
    let congress = nominating(&[]);
    let no = refusal(&congress, &nominated(1, 12));
    assert_eq!(no, Refusal::CandidateProbationary { name: "Trịnh Xuân Yên".into() });
    assert!(told(&no).article.is_some());
}

#[test]
fn no_surplus_and_too_much_of_it() {
    let congress = nominating(&[1, 2, 3]);
    let none = refusal(&congress, &put(&congress, Subject::List(ElectionId(1))));
    assert_eq!(none, Refusal::NoSurplus { names: 3, seats: 3 });
    let congress = nominating(&[1, 2, 3, 4, 5]);
    let much = refusal(&congress, &put(&congress, Subject::List(ElectionId(1))));
    assert_eq!(much, Refusal::SurplusOverCap { surplus: 2, seats: 3, cap: 1 });
    for refusal in [none, much] {
        assert!(told(&refusal).article.is_some_and(|article| article.contains("190-QĐ/TW ngày 10/10/2024")));
    }
}

#[test]
fn a_floor_name_without_more_than_thirty_percent() {
    // 11 present: 10 × 3 = 30 is not more than 33, four support
    let congress = nominating(&[]);
    let no = refusal(&congress, &from_floor(1, 5, Source::Floor, Some(3)));
    assert_eq!(no, Refusal::SupportMissing { name: "Đỗ Đình Cường".into(), support: 3, needed: 4 });
    assert!(congress.judge(Role::Secretary.into(), &from_floor(1, 5, Source::Floor, Some(4))).is_ok());
}

#[test]
fn a_candidate_counts_no_ballots_and_a_counter_is_no_candidate() {
    let mut congress = nominating(&[1, 2, 3, 4]);
    let name = || "Trần Thị Bích".to_owned();
    assert_eq!(refusal(&congress, &counting(&[2, 8])), Refusal::CandidateCounts { name: name() });
    assert_eq!(refusal(&congress, &counting(&[12])), Refusal::CounterProbationary { name: "Trịnh Xuân Yên".into() });
    record(&mut congress, [counting(&[8, 9])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    assert_eq!(refusal(&congress, &nominated(1, 8)), Refusal::CandidateCounts { name: "Hoàng Thị Lan".into() });
}

#[test]
fn a_committee_of_eight_and_one_in_a_cell_of_eight() {
    let congress = nominating(&[]);
    let large = refusal(&congress, &put(&congress, Subject::Seats { election: ElectionId(1), seats: 8, size: None }));
    assert_eq!(large, Refusal::CommitteeTooLarge { seats: 8, largest: 7 });
    let mut small = cell_of(&[(8, Standing::Full)]);
    record(&mut small, [arrived(1..=8)]);
    assert_eq!(refusal(&small, &called(1, Office::Committee)), Refusal::SmallCell { members: 8, from: 9 });
}

#[test]
fn a_body_larger_than_what_is_elected_now() {
    let seats = |seats: u16, size: u16| Subject::Seats { election: ElectionId(1), seats, size: Some(size) };
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    let below = refusal(&congress, &put(&congress, seats(5, 4)));
    assert_eq!(below, Refusal::SizeBelowSeats { size: 4, seats: 5 });
    // the most a chi ủy may have is asked of its size, the surplus of the seats
    let large = refusal(&congress, &put(&congress, seats(5, 8)));
    assert_eq!(large, Refusal::CommitteeTooLarge { seats: 8, largest: 7 });
    carry(&mut congress, seats(5, 7));
    let committee = congress.election(ElectionId(1)).unwrap();
    assert_eq!((committee.seats, committee.size, committee.completed_later()), (Some(5), Some(7), 2));
    record(&mut congress, (1..=6).map(|person| nominated(1, person)));
    assert!(congress.judge(Role::Secretary.into(), &put(&congress, Subject::List(ElectionId(1)))).is_ok());
    record(&mut congress, [nominated(1, 7)]);
    let over = refusal(&congress, &put(&congress, Subject::List(ElectionId(1))));
    assert_eq!(over, Refusal::SurplusOverCap { surplus: 2, seats: 5, cap: 1 });
}

#[test]
fn an_office_of_one_and_a_delegation_have_no_size() {
    let congress = open_cell();
    for office in [Office::Secretary, Office::Delegates] {
        let election =
            Election { size: Some(2), seats: Some(1), ..Election::new(ElectionId(1), office, "Cuộc bầu") };
        let called = Change::Election(Elections::Called(election));
        assert_eq!(refusal(&congress, &called), Refusal::OnlyBodiesHaveSize);
    }
}

#[test]
fn credentials_committee_at_a_congress_of_members() {
    let body = Body {
        id: BodyId(1),
        kind: BodyKind::Credentials,
        election: None,
        members: vec![PersonId(1)],
        elected_by: None,
    };
    let refused = refusal(&open_cell(), &Change::Bodies(Bodies::Proposed(body)));
    assert_eq!(refused, Refusal::NoCredentialsCommittee);
}

#[test]
fn more_collected_than_issued_stops_and_only_annulment_goes_on() {
    let mut congress = open_cell();
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    let (round, at) = (RoundId(1), eight());
    let election = congress.election(ElectionId(1)).unwrap().clone();
    let base = daihoi::domain::election::base::propose(&congress, &election);
    let kind = daihoi::domain::election::RoundKind::First;
    let walk = [
        Elections::BaseConfirmed { round, election: ElectionId(1), kind, base, at },
        Elections::BoxSealed { round, at },
        Elections::Issued { round, printed: None, issued: 9, at },
    ];
    record(&mut congress, walk.map(Change::Election));
    let collected = |collected| Change::Election(Elections::Collected { round, collected, spoiled: 0, at });
    let annulled = |collected| Change::Election(Elections::Annulled { round, collected, at });
    assert_eq!(refusal(&congress, &collected(10)), Refusal::CollectedExceedsIssued { collected: 10, issued: 9 });
    assert_eq!(refusal(&congress, &annulled(9)), Refusal::NothingToAnnul { collected: 9, issued: 9 });
    record(&mut congress, [annulled(10)]);
    let counted = refusal(&congress, &Change::Election(Elections::Reported { round, at }));
    assert!(matches!(counted, Refusal::WrongStep { .. }));
}

#[test]
fn more_issued_than_voters() {
    let mut congress = counting_round();
    let round = RoundId(1);
    let late = Change::Election(Elections::Issued { round, printed: None, issued: 5, at: eight() });
    assert!(matches!(refusal(&congress, &late), Refusal::WrongStep { .. }));
    congress = open_cell();
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    let base = daihoi::domain::election::base::of_congress(&congress);
    let kind = daihoi::domain::election::RoundKind::First;
    let at = eight();
    let opened = Elections::BaseConfirmed { round, election: ElectionId(1), kind, base, at };
    record(&mut congress, [opened, Elections::BoxSealed { round, at }].map(Change::Election));
    let issued = Change::Election(Elections::Issued { round, printed: None, issued: 11, at });
    assert_eq!(refusal(&congress, &issued), Refusal::IssuedExceedsVoters { issued: 11, voters: 10 });
}

#[test]
fn keying_past_the_collected_and_closing_before_them() {
    let mut congress = counting_round();
    let judge = |congress: &Congress, change: &Change| congress.judge(Role::Head.into(), change).unwrap_err();
    let over = judge(&congress, &keyed(1, 1, 11, Marks::Struck(vec![4])));
    assert_eq!(over, Refusal::BundleFull { bundle: 1, size: 10, left: 10 });
    let outside = judge(&congress, &keyed(1, 1, 1, Marks::Struck(vec![5])));
    assert!(matches!(outside, Refusal::NotOnBallot { names: 4, .. }));
    record_as(&mut congress, Role::Head, [keyed(1, 1, 9, Marks::Struck(vec![4]))]);
    let close = Change::Election(Elections::CountClosed { round: RoundId(1), at: eight() });
    assert_eq!(judge(&congress, &close), Refusal::BundleNotSettled { bundle: 1, state: BundleState::HandedOut });
    assert!(matches!(refusal(&congress, &close), Refusal::NotThisRole { needed: Role::Head, .. }));
}

#[test]
fn every_refusal_says_what_to_do_in_both_languages() {
    let refusal = Refusal::NoQuorum { present: 6, summoned: 10, needed: 7 };
    let vietnamese = told(&refusal);
    let english = refusal.told(Lang::En, Regulation::default_profile());
    assert!(vietnamese.what.contains('6') && english.what.contains('6'));
    assert!(!vietnamese.instead.is_empty() && !english.instead.is_empty());
    assert_eq!(vietnamese.article.as_deref(), Some("Điều 11 Điều lệ Đảng"));
}
