//! What comes late: a candidate who withdraws after the list was voted, one who may no longer stand, a counter who is replaced.

use super::order::{counting, elect_the_committee, hand_out, listed, nominated, to_the_report};
use super::raw::{listed_committee, opening};
use super::votes::carry;
use super::{open_cell, record, refusal};
use daihoi::domain::closing::Open;
use daihoi::domain::election::bundle::{Change as Bundle, Declared};
use daihoi::domain::election::{Change as Elections, Election, Entry, Office, RoundKind, result};
use daihoi::domain::id::{BodyId, ElectionId, PersonId, RoundId};
use daihoi::domain::motions::Subject;
use daihoi::domain::people::{Change as People, Person, Standing};
use daihoi::domain::{Change, Congress, Refusal, Role};

fn asked(person: u32, reason: &str) -> Change {
    let (election, person) = (ElectionId(1), PersonId(person));
    Change::Election(Elections::WithdrawalAsked { election, person, reason: reason.into() })
}

fn allow(congress: &mut Congress, person: u32) {
    carry(congress, Subject::Withdrawal { election: ElectionId(1), person: PersonId(person) });
}

#[test]
fn a_late_withdrawal_opens_the_list_until_a_round_has_frozen_it() {
    let mut congress = listed_committee();
    record(&mut congress, [asked(4, "sức khỏe")]);
    allow(&mut congress, 4);
    assert_eq!(congress.list(ElectionId(1)).len(), 3);
    // three names for three seats: the list lacks its surplus and is voted again with one more
    assert_eq!(refusal(&congress, &opening(&congress, 1, RoundKind::First)), Refusal::NoSurplus { names: 3, seats: 3 });
    record(&mut congress, [nominated(1, 5)]);
    assert_eq!(refusal(&congress, &opening(&congress, 1, RoundKind::First)), Refusal::ListNotVoted);
    carry(&mut congress, Subject::List(ElectionId(1)));
    let round = opening(&congress, 1, RoundKind::First);
    record(&mut congress, [round]);
    assert_eq!(refusal(&congress, &asked(5, "sức khỏe")), Refusal::RoundHasNames);
}

#[test]
fn who_may_no_longer_stand_stops_the_round_until_the_list_is_without_them() {
    let mut congress = listed_committee();
    let person = congress.person(PersonId(4)).unwrap().clone();
    record(&mut congress, [Change::People(People::Corrected(Person { standing: Standing::Suspended, ..person }))]);
    let refused = refusal(&congress, &opening(&congress, 1, RoundKind::First));
    assert!(matches!(refused, Refusal::NoLongerStands { .. }), "{refused:?}");
    record(&mut congress, [asked(4, "bị đình chỉ sinh hoạt, không còn đủ điều kiện ứng cử")]);
    allow(&mut congress, 4);
    record(&mut congress, [nominated(1, 5)]);
    carry(&mut congress, Subject::List(ElectionId(1)));
    let round = opening(&congress, 1, RoundKind::First);
    record(&mut congress, [round]);
    assert_eq!(congress.rounds.iter().next().unwrap().base.value, 9, "and the base is without them too");
}

#[test]
fn a_counter_is_replaced_by_a_new_vote_and_a_suspended_one_opens_no_round() {
    let mut congress = super::open_cell();
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    let person = congress.person(PersonId(9)).unwrap().clone();
    let name = person.name.clone();
    record(&mut congress, [Change::People(People::Corrected(Person { standing: Standing::Suspended, ..person }))]);
    assert_eq!(refusal(&congress, &opening(&congress, 1, RoundKind::First)), Refusal::CounterNoVote { name });
    let mut body = counting(&[8, 7, 10]);
    if let Change::Bodies(daihoi::domain::bodies::Change::Proposed(body)) = &mut body {
        body.id = BodyId(2);
    }
    record(&mut congress, [body]);
    carry(&mut congress, Subject::Body(BodyId(2)));
    let round = opening(&congress, 1, RoundKind::First);
    record(&mut congress, [round]);
}

#[test]
fn a_cell_that_turns_eight_elects_its_secretary_directly() {
    let mut congress = super::cell_of(&[(9, Standing::Full)]);
    record(&mut congress, [super::arrived(1..=9)]);
    let called = |id: u32, office| {
        let title = format!("Cuộc bầu {id}");
        Change::Election(Elections::Called(Election::new(ElectionId(id), office, title)))
    };
    record(&mut congress, [called(1, Office::Committee), called(2, Office::Secretary)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 1, size: None });
    assert_eq!(refusal(&congress, &nominated(2, 1)), Refusal::CommitteeFirst);
    let person = congress.person(PersonId(9)).unwrap().clone();
    record(&mut congress, [Change::People(People::Corrected(Person { standing: Standing::TemporaryHere, ..person }))]);
    let seats = super::votes::put(&congress, Subject::Seats { election: ElectionId(1), seats: 3, size: None });
    assert_eq!(refusal(&congress, &seats), Refusal::SmallCell { members: 8, from: 9 });
    // nobody waits for the chi ủy any more; that it is not elected the congress decides
    let decided = daihoi::domain::decisions::Matter::LeaveSeatsOpen(ElectionId(1)).taken(
        daihoi::domain::id::DecisionId(1),
        "Chi bộ còn 08 đảng viên chính thức, không bầu chi ủy",
        super::eight(),
    );
    let mut undecided = congress.clone();
    record(&mut undecided, [nominated(2, 1)]);
    record(&mut congress, [Change::Decisions(daihoi::domain::decisions::Change::Taken(decided)), nominated(2, 1)]);
    assert_eq!(congress.list(ElectionId(2)), [PersonId(1)]);
}

#[test]
fn a_ballot_was_held_and_nobody_publishes_its_result() {
    let stated = Change::Election(Elections::ResultStated { election: ElectionId(2), elected: None });
    let mut congress = open_cell();
    elect_the_committee(&mut congress);
    listed(&mut congress, 2, Office::Secretary, (1, &[1]));
    to_the_report(&mut congress, 2, 2, (10, 10));
    let mut counted = congress.clone();
    hand_out(&mut counted, RoundId(2), 10);
    assert!(matches!(refusal(&counted, &stated), Refusal::ElectionUnderWay { .. }), "a count goes on");
    record(&mut congress, [stated]);
    let secretary = congress.election(ElectionId(2)).unwrap();
    assert_eq!(result::elected(&congress, secretary), None, "unknown, not nobody");
    let mut open = congress.still_open();
    open.retain(|open| !matches!(open, Open::Item(_)));
    assert_eq!(open, [Open::Ballots(RoundId(1))], "nothing of it is open");
    let bundles = vec![Declared { number: 1, size: 10 }];
    let count = Bundle::HandedOut { round: RoundId(2), entry: Entry::Single, bundles };
    let count = Change::Election(Elections::Bundle(count));
    assert!(matches!(congress.judge(Role::Head.into(), &count), Err(Refusal::ElectionSettled { .. })));
}
