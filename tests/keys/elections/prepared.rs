//! The names the outgoing committee prepared: kept with the election, nominated once the number is voted.

use super::hall::{called, cell, prepared};
use daihoi::domain::election::{Change as E, Office, Source};
use daihoi::domain::id::{ElectionId, PersonId};
use daihoi::domain::people::{Change as People, Standing};
use daihoi::domain::{Change, Refusal, Role};

const ONE: ElectionId = ElectionId(1);

#[test]
fn enter_puts_the_prepared_names_on_the_list_at_once() {
    let sitting = prepared(cell(11, 10), Office::Committee, (3, &[4, 2, 1, 3]));
    assert!(sitting.app.congress.candidates.is_empty());
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.list(ONE), [1, 2, 3, 4].map(PersonId));
    assert!(sitting.app.congress.candidates.iter().all(|candidate| candidate.source == Source::Prepared));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: sang Biểu quyết, biểu quyết danh sách"), "{screen}");
}

#[test]
fn a_name_from_the_floor_before_them_does_not_hide_them() {
    let sitting = prepared(cell(11, 10), Office::Committee, (3, &[1, 2, 3]));
    let sitting = sitting.keys("* 'giang' Enter Enter '5' Enter");
    assert_eq!(sitting.app.congress.list(ONE).len(), 1, "{}", sitting.text(80, 24));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: đưa 03 đồng chí do cấp ủy chuẩn bị vào danh sách"), "{screen}");
    assert_eq!(sitting.keys("Enter").app.congress.list(ONE).len(), 4);
}

#[test]
fn those_the_committee_does_not_have_are_left_out_and_named() {
    let sitting = called(cell(11, 10), Office::Committee, 3);
    let elected = Some([1, 2, 3].map(PersonId).to_vec());
    let stated = Change::Election(E::ResultStated { election: ONE, elected });
    let sitting = sitting.given(Role::Secretary, [stated]);
    let sitting = prepared(sitting, Office::Secretary, (1, &[5, 2])).keys("Down");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: đưa 01 đồng chí do cấp ủy chuẩn bị vào danh sách"), "{screen}");
    assert!(screen.contains("Không đưa vào danh sách:") && screen.contains("Đào"), "{screen}");
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.list(ElectionId(2)), [PersonId(2)]);
    assert!(sitting.text(80, 24).contains("Không đưa vào danh sách:"), "the list says it too");
    let none = called(cell(11, 10), Office::Committee, 3);
    assert!(none.keys("Enter").app.dialog.is_some(), "without prepared names Enter asks for names");
}

#[test]
fn only_those_who_may_stand_are_prepared() {
    let mut sitting = called(cell(11, 10), Office::Delegates, 1);
    let mut person = sitting.app.congress.people.get(&PersonId(3)).unwrap().clone();
    person.standing = Standing::Probationary;
    sitting = sitting.given(Role::Secretary, [Change::People(People::Corrected(person))]);
    let judged = |people: &[u32]| {
        let mut election = sitting.app.congress.elections.get(&ONE).unwrap().clone();
        election.prepared = people.iter().copied().map(PersonId).collect();
        let change = Change::Election(E::Called(election));
        sitting.app.congress.judge(Role::Secretary.into(), &change)
    };
    assert_eq!(judged(&[1, 2]), Ok(()));
    assert!(matches!(judged(&[1, 3]), Err(Refusal::CandidateProbationary { .. })));
    assert!(matches!(judged(&[1, 2, 1]), Err(Refusal::NamedTwice { .. })));
    assert!(matches!(judged(&[99]), Err(Refusal::Unknown { .. })));
}

#[test]
fn the_form_that_calls_an_election_takes_them() {
    let keys = "Insert Enter Enter Enter Enter 'binh' Space 'cuong' Space";
    let sitting = cell(11, 10).keys(keys);
    insta::assert_debug_snapshot!("call", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.elections.get(&ONE).unwrap().prepared, [PersonId(2), PersonId(3)]);
    let sitting = sitting.keys("Ctrl-E Ctrl-S");
    assert_eq!(sitting.app.congress.elections.get(&ONE).unwrap().prepared.len(), 2, "a correction keeps them");
    let passed = cell(11, 10).keys("Insert Enter Enter Enter Enter Enter");
    assert!(passed.app.congress.elections.get(&ONE).unwrap().prepared.is_empty(), "Enter alone names nobody");
}
