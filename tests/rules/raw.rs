//! What the screens never ask and a script may: every hole a raw change could slip through is shut, with a true sentence.

use super::order::{announce, called, counting, from_floor, hand_out, keyed, listed, nominated, to_the_count};
use super::votes::{carry, put};
use super::{arrived, cell_of, eight, open_cell, record, record_as, refusal};
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::list::Source;
use daihoi::domain::election::outcome::Next;
use daihoi::domain::election::{Change as Elections, Office, RoundKind, base, result};
use daihoi::domain::id::{BodyId, ElectionId, RoundId};
use daihoi::domain::meeting::Kind;
use daihoi::domain::motions::Subject;
use daihoi::domain::people::Standing;
use daihoi::domain::{Change, Congress, Lang, Refusal, Regulation, Role};
use serde_json::{Value, json};

/// A line as a script writes it.
#[expect(clippy::needless_pass_by_value, reason = "the value is always written where it is used")]
fn raw(value: Value) -> Change {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn seats(election: u32, seats: u16) -> Subject {
    Subject::Seats { election: ElectionId(election), seats, size: None }
}

/// A committee of three from four, its list voted and its counting committee elected.
pub fn listed_committee() -> Congress {
    let mut congress = open_cell();
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    congress
}

pub fn opening(congress: &Congress, round: u32, kind: RoundKind) -> Change {
    let base = base::of_congress(congress);
    Change::Election(Elections::BaseConfirmed {
        round: RoundId(round),
        election: ElectionId(1),
        kind,
        base,
        at: eight(),
    })
}

#[test]
fn a_session_opens_by_its_items_and_never_by_its_entry() {
    let mut congress = cell_of(&[(9, Standing::Full)]);
    for hour in ["opened_at", "closed_at"] {
        let session = json!({"id": 1, "date": "2026-11-20", hour: "2026-11-20T08:00:00"});
        let called = raw(json!({"agenda": {"session_called": session}}));
        assert_eq!(refusal(&congress, &called), Refusal::SessionOpensByItem, "{hour}");
    }
    record(&mut congress, [raw(json!({"agenda": {"session_called": {"id": 1, "date": "2026-11-20"}}}))]);
}

#[test]
fn nobody_comes_twice_at_once() {
    let congress = cell_of(&[(9, Standing::Full)]);
    let twice = refusal(&congress, &arrived([3, 4, 3]));
    assert_eq!(twice, Refusal::AlreadyPresent { name: "Đảng viên 3".into() });
}

#[test]
fn the_suspended_neither_come_nor_speak() {
    let congress = cell_of(&[(9, Standing::Full), (1, Standing::Suspended)]);
    let name = || "Đảng viên 10".to_owned();
    assert_eq!(refusal(&congress, &arrived([10])), Refusal::NotSummoned { name: name() });
    let speech = raw(json!({"floor": {"registered": {"id": 1, "speaker": {"person": 10}}}}));
    assert_eq!(refusal(&congress, &speech), Refusal::NotSummoned { name: name() });
}

#[test]
fn names_and_titles_stand_on_one_line() {
    let congress = open_cell();
    let lines = [
        json!({"people": {"corrected": {"id": 1, "name": "Nguyễn Văn An\nBí thư"}}}),
        json!({"guests": {"invited": {"id": 9, "name": "Ông\nBà"}}}),
        json!({"election": {"called": {"id": 1, "office": "committee", "title": "Chi\nủy"}}}),
    ];
    for line in lines {
        assert!(matches!(refusal(&congress, &raw(line)), Refusal::SeveralLines { .. }));
    }
    // a note has as many as it likes
    let note = json!({"notes": {"written": {"id": 1, "at": "2026-11-20T08:00:00", "text": "một\nhai"}}});
    assert!(congress.judge(Role::Secretary.into(), &raw(note)).is_ok());
}

#[test]
fn an_alternate_sits_only_for_an_absent_delegate() {
    let mut congress = cell_of(&[(9, Standing::Full)]);
    let mut meeting = congress.meeting().clone();
    meeting.kind = Kind::Delegates;
    record(&mut congress, [Change::Meeting(daihoi::domain::meeting::Change::Corrected(meeting.clone()))]);
    let corrected = |id: u32, origin: &str| json!({"id": id, "name": format!("Đại biểu {id}"), "origin": origin});
    let people = [(1, "elected"), (2, "elected"), (8, "alternate"), (9, "alternate")];
    let people: Vec<Value> = people.into_iter().map(|(id, origin)| corrected(id, origin)).collect();
    record(&mut congress, [raw(json!({"people": {"enrolled": {"people": people}}})), arrived([1])]);
    let replaced = |absent: u32, by: u32| raw(json!({"people": {"replaced": {"absent": absent, "by": by}}}));
    assert_eq!(refusal(&congress, &replaced(1, 8)), Refusal::DelegatePresent { name: "Đại biểu 1".into() });
    // nor by way of the roster
    let mut sits = corrected(8, "alternate");
    sits["replaces"] = json!(1);
    assert!(matches!(
        refusal(&congress, &raw(json!({"people": {"corrected": sits}}))),
        Refusal::DelegatePresent { .. }
    ));
    assert!(matches!(
        refusal(&congress, &raw(json!({"people": {"enrolled": {"people": [sits]}}}))),
        Refusal::DelegatePresent { .. }
    ));
    record(&mut congress, [replaced(2, 8), arrived([8])]);
    // the place counts once, with who sits in it
    let hall = congress.hall();
    assert_eq!((hall.summoned, hall.present, hall.uncalled, hall.excused + hall.unexcused), (7, 2, 5, 0));
    assert_eq!(congress.summoned().filter(|person| [2, 8, 9].contains(&person.id.0)).count(), 1);
    assert_eq!(base::of_congress(&congress).total, 7);
    assert_eq!(refusal(&congress, &replaced(2, 9)), Refusal::DelegateReplaced { name: "Đại biểu 2".into() });
    assert_eq!(refusal(&congress, &arrived([2])), Refusal::DelegateReplaced { name: "Đại biểu 2".into() });
    // and a congress with delegates is none of members
    meeting.kind = Kind::Cell;
    let members = Change::Meeting(daihoi::domain::meeting::Change::Corrected(meeting));
    assert!(matches!(refusal(&congress, &members), Refusal::NotDelegates { .. }));
}

#[test]
fn the_rules_do_not_change_once_the_congress_has_opened() {
    let mut congress = open_cell();
    let corrected = |change: fn(&mut daihoi::domain::meeting::Meeting), congress: &Congress| {
        let mut meeting = congress.meeting().clone();
        change(&mut meeting);
        Change::Meeting(daihoi::domain::meeting::Change::Corrected(meeting))
    };
    let unquorate = corrected(|meeting| meeting.roster = daihoi::domain::meeting::Roster::NamedOnly, &congress);
    assert!(congress.judge(Role::Secretary.into(), &unquorate).is_ok(), "before the opening it is a slip of the plan");
    let first = congress.item_next().map(|item| item.id).unwrap();
    record(&mut congress, [raw(json!({"agenda": {"started": {"item": first, "at": eight()}}}))]);
    if congress.sessions.iter().all(|session| session.opened_at.is_none()) {
        record(&mut congress, [raw(json!({"agenda": {"finished": {"item": first, "at": eight()}}}))]);
        let next = congress.item_next().map(|item| item.id).unwrap();
        record(&mut congress, [raw(json!({"agenda": {"started": {"item": next, "at": eight()}}}))]);
    }
    let older = corrected(|meeting| meeting.regulation = "244-QĐ/TW".into(), &congress);
    for change in [unquorate, older] {
        assert_eq!(refusal(&congress, &change), Refusal::MeetingUnderWay);
    }
    let venue = corrected(|meeting| meeting.venue = Some("Hội trường B".into()), &congress);
    assert!(congress.judge(Role::Secretary.into(), &venue).is_ok());
}

#[test]
fn one_secretary_election_one_deputy_and_never_before_the_secretary() {
    let mut congress = cell_of(&[(8, Standing::Full)]);
    record(&mut congress, [arrived(1..=8), called(1, Office::Secretary), called(2, Office::Deputy)]);
    assert_eq!(refusal(&congress, &called(3, Office::Secretary)), Refusal::OfficeCalled { title: "Cuộc bầu 1".into() });
    assert_eq!(refusal(&congress, &put(&congress, seats(2, 2))), Refusal::OneDeputy { from: 9 });
    carry(&mut congress, seats(2, 1));
    assert_eq!(refusal(&congress, &nominated(2, 1)), Refusal::SecretaryFirst);
    // nor where nobody called the secretary's election
    let mut alone = cell_of(&[(8, Standing::Full)]);
    record(&mut alone, [arrived(1..=8), called(2, Office::Deputy)]);
    carry(&mut alone, seats(2, 1));
    assert_eq!(refusal(&alone, &nominated(2, 1)), Refusal::SecretaryFirst);
}

#[test]
fn an_election_is_not_called_anew_over_its_rounds() {
    let mut congress = open_cell();
    let delegates = |seats: u16| {
        raw(json!({"election": {"called": {"id": 1, "office": "delegates", "title": "Đoàn", "seats": seats}}}))
    };
    record(&mut congress, [delegates(2), nominated(1, 1), nominated(1, 2)]);
    carry(&mut congress, Subject::List(ElectionId(1)));
    record(&mut congress, [counting(&[8, 9, 10])]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    to_the_count(&mut congress, 1, 1, (10, 10));
    let one = Marks::Boxes { agree: vec![1], disagree: vec![2] };
    record_as(&mut congress, Role::Head, [keyed(1, 1, 10, one)]);
    announce(&mut congress, 1);
    let further = json!({"id": 1, "matter": {"further_round": 1}, "text": "Bầu thêm", "at": eight()});
    record(&mut congress, [raw(json!({"decisions": {"taken": further}})), nominated(1, 3)]);
    // the list is open again, the election is not
    assert!(matches!(refusal(&congress, &delegates(1)), Refusal::ElectionUnderWay { .. }));
    let mut stated = open_cell();
    record(
        &mut stated,
        [called(1, Office::Committee), raw(json!({"election": {"result_stated": {"election": 1, "elected": [1]}}}))],
    );
    assert!(matches!(refusal(&stated, &called(1, Office::Committee)), Refusal::ElectionUnderWay { .. }));
}

#[test]
fn a_stated_result_names_people_who_could_be_elected_once_each() {
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, seats(1, 3));
    let stated = |elected: &[u32]| raw(json!({"election": {"result_stated": {"election": 1, "elected": elected}}}));
    assert!(matches!(refusal(&congress, &stated(&[12])), Refusal::CandidateProbationary { .. }));
    assert!(matches!(refusal(&congress, &stated(&[1, 1])), Refusal::NamedTwice { .. }));
    assert_eq!(refusal(&congress, &stated(&[1, 2, 3, 4])), Refusal::MoreElectedThanSeats { names: 4, seats: 3 });
    record(&mut congress, [stated(&[1, 2, 3])]);
    let opened = opening(&congress, 1, RoundKind::First);
    assert!(matches!(refusal(&congress, &opened), Refusal::ElectionSettled { .. }));
}

#[test]
fn a_name_is_judged_again_when_the_list_is_voted_and_when_it_is_frozen() {
    let probation = |id: u32, name: &str| {
        raw(json!({"people": {"corrected": {"id": id, "name": name, "standing": "probationary"}}}))
    };
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, seats(1, 3));
    record(&mut congress, [1, 2, 3, 4].map(|person| nominated(1, person)));
    let voted = congress.clone();
    record(&mut congress, [probation(4, "Phạm Thị Đào")]);
    let list = refusal(&congress, &put(&congress, Subject::List(ElectionId(1))));
    let because = Box::new(Refusal::CandidateProbationary { name: "Phạm Thị Đào".into() });
    let no_longer = Refusal::NoLongerStands { because };
    assert_eq!(list, no_longer);
    assert!(list.told(Lang::Vi, Regulation::default_profile()).article.is_some(), "the article of the reason");
    congress = voted;
    carry(&mut congress, Subject::List(ElectionId(1)));
    record(&mut congress, [counting(&[8, 9, 10]), probation(4, "Phạm Thị Đào")]);
    carry(&mut congress, Subject::Body(BodyId(1)));
    let frozen = refusal(&congress, &opening(&congress, 1, RoundKind::First));
    assert_eq!(frozen, no_longer);
}

#[test]
fn support_is_counted_among_those_present() {
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, seats(1, 3));
    let more = refusal(&congress, &from_floor(1, 5, Source::Floor, Some(12)));
    assert_eq!(more, Refusal::MoreSupportThanPresent { support: 12, present: 11 });
}

#[test]
fn a_withdrawal_is_asked_once_and_refused_once() {
    let mut congress = open_cell();
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, seats(1, 3));
    record(&mut congress, [nominated(1, 1), nominated(1, 2)]);
    let asked = |person: u32| {
        raw(json!({"election": {"withdrawal_asked": {"election": 1, "person": person, "reason": "Sức khỏe"}}}))
    };
    record(&mut congress, [asked(1)]);
    assert!(matches!(refusal(&congress, &asked(1)), Refusal::WithdrawalOpen { .. }));
    let subject = Subject::Withdrawal { election: ElectionId(1), person: daihoi::domain::id::PersonId(1) };
    let no = json!({"counted": {"agree": 2, "disagree": 8}});
    let motion = put(&congress, subject);
    record(&mut congress, [motion]);
    let id = congress.motions.len();
    record(&mut congress, [raw(json!({"motions": {"voted": {"motion": id, "at": eight(), "count": no}}}))]);
    assert!(matches!(refusal(&congress, &asked(1)), Refusal::WithdrawalRefused { .. }));
}

#[test]
fn an_amendment_that_was_taken_stands() {
    let mut congress = open_cell();
    let proposed = |value: &str| raw(json!({"targets": {"proposed": {"id": 9, "text": "Kết nạp", "proposed": value}}}));
    let asked =
        |value: &str| raw(json!({"targets": {"amendment_asked": {"target": 9, "by": {"person": 1}, "value": value}}}));
    record(&mut congress, [proposed("01"), asked("02")]);
    let subject = Subject::Amendment(daihoi::domain::id::TargetId(9));
    carry(&mut congress, subject);
    assert!(matches!(refusal(&congress, &asked("05")), Refusal::AmendmentDecided { .. }));
    assert!(matches!(refusal(&congress, &put(&congress, subject)), Refusal::AmendmentDecided { .. }));
    record(&mut congress, [proposed("00")]);
    assert_eq!(congress.target(daihoi::domain::id::TargetId(9)).unwrap().value(), "02");
}

#[test]
fn numbers_of_rounds_and_motions_go_up() {
    let mut congress = listed_committee();
    let last = congress.motions.next_id().0;
    let motion = |id: u32| raw(json!({"motions": {"put": {"id": id, "subject": "other", "text": "Việc khác"}}}));
    record(&mut congress, [motion(last + 5)]);
    assert!(matches!(refusal(&congress, &motion(last + 2)), Refusal::NumberPassed { next, .. } if next == last + 6));
    for taken in [0, last + 5] {
        assert!(matches!(refusal(&congress, &motion(taken)), Refusal::NumberTaken { .. }));
    }
}

#[test]
fn ballots_are_keyed_in_a_bundle_that_was_claimed() {
    let mut congress = listed_committee();
    to_the_count(&mut congress, 1, 1, (10, 10));
    for (bundle, keying) in [(1, 2), (1, 0)] {
        let ballot = json!({"round": 1, "bundle": bundle, "keying": keying, "number": 1, "marks": {"struck": [1]}});
        let refused = congress.judge(Role::Head.into(), &raw(json!({"election": {"ballot_keyed": ballot}})));
        assert_eq!(refused, Err(Refusal::BundleNotClaimed { bundle }), "{bundle} {keying}");
    }
}

#[test]
fn the_congress_does_not_close_over_its_ballots() {
    let mut congress = listed_committee();
    to_the_count(&mut congress, 1, 1, (10, 10));
    let at = eight();
    for item in congress.whole_agenda().into_iter().cloned().collect::<Vec<_>>() {
        record(&mut congress, [raw(json!({"agenda": {"started": {"item": item.id, "at": at}}}))]);
        let finished = raw(json!({"agenda": {"finished": {"item": item.id, "at": at}}}));
        if item.kind == daihoi::domain::agenda::ItemKind::Closing {
            assert_eq!(refusal(&congress, &finished), Refusal::CountUnderWay { title: "Cuộc bầu 1".into() });
            record_as(&mut congress, Role::Head, [keyed(1, 1, 10, Marks::Struck(vec![4]))]);
            announce(&mut congress, 1);
        }
        record(&mut congress, [finished]);
    }
    assert!(congress.is_closed());
}

#[test]
fn a_vote_held_again_after_an_annulment_stands_in_the_place_of_the_annulled_one() {
    // four names for three seats, two of them tied across the last; the vote among the tied is annulled once
    let mut congress = listed_committee();
    to_the_count(&mut congress, 1, 1, (10, 10));
    let ballots = [(1, 4, 4), (2, 4, 3), (3, 2, 2)];
    let ballots = ballots.map(|(number, times, struck)| keyed(1, number, times, Marks::Struck(vec![struck])));
    record_as(&mut congress, Role::Head, ballots);
    announce(&mut congress, 1);
    let at = eight();
    let issue = |congress: &mut Congress, round: u32, kind: RoundKind| {
        let opened = opening(congress, round, kind);
        let round = RoundId(round);
        let steps = [Elections::BoxSealed { round, at }, Elections::Issued { round, printed: None, issued: 9, at }];
        record(congress, [opened]);
        record(congress, steps.map(Change::Election));
    };
    issue(&mut congress, 2, RoundKind::TieRevote);
    record(&mut congress, [Change::Election(Elections::Annulled { round: RoundId(2), collected: 10, at })]);
    issue(&mut congress, 3, RoundKind::AfterAnnulment);
    let round = RoundId(3);
    let papers = [Elections::Collected { round, collected: 9, spoiled: 0, at }, Elections::Reported { round, at }];
    record(&mut congress, papers.map(Change::Election));
    hand_out(&mut congress, round, 9);
    let ballots = [(1, 5, 2), (2, 4, 1)];
    let ballots = ballots.map(|(number, times, struck)| keyed(3, number, times, Marks::Struck(vec![struck])));
    record_as(&mut congress, Role::Head, ballots);
    announce(&mut congress, 3);
    // five of base ten are no half, and among the tied the higher wins without it
    let outcome = result::outcome(&congress, round).unwrap();
    assert_eq!((outcome.elected.as_slice(), outcome.next), (&[1][..], Next::Complete));
    assert!(result::settled(&congress, congress.election(ElectionId(1)).unwrap()));
}
