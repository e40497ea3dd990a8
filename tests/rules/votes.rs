//! Hand votes: more than half of all who may vote, not of those who voted.

use super::{arrived, eight, open_cell, record, refusal};
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::decisions::{Change as Decisions, Matter};
use daihoi::domain::election::list::Voters;
use daihoi::domain::floor::Speaker;
use daihoi::domain::id::{DecisionId, GuestId, ItemId, MotionId, PersonId, SessionId, TargetId};
use daihoi::domain::motions::{Change as Motions, Count, Hands, Motion, Sector, Subject};
use daihoi::domain::targets::{Change as Targets, Target};
use daihoi::domain::{Change, Congress, Refusal};

pub fn put(congress: &Congress, subject: Subject) -> Change {
    let id = congress.motions.next_id();
    Change::Motions(Motions::Put(Motion {
        id,
        subject,
        text: "Đại hội biểu quyết".into(),
        item: None,
        voters: Voters::Congress,
        vote: None,
    }))
}

pub fn voted(motion: u32, count: Count) -> Change {
    Change::Motions(Motions::Voted { motion: MotionId(motion), at: eight(), count })
}

/// Puts a motion and carries it unanimously.
pub fn carry(congress: &mut Congress, subject: Subject) {
    let put = put(congress, subject);
    record(congress, [put]);
    let motion = congress.motions.iter().last().unwrap().id.0;
    record(congress, [voted(motion, Count::Unanimous)]);
}

fn hands(agree: u32, disagree: u32, other: u32) -> Hands {
    Hands { agree, disagree, other }
}

#[test]
fn half_of_the_base_does_not_carry() {
    // base 10: ten full members, the exempted one did not come
    let mut congress = open_cell();
    for (agree, carried) in [(5, false), (6, true)] {
        let put = put(&congress, Subject::Resolution);
        record(&mut congress, [put]);
        let id = congress.motions.iter().last().unwrap().id;
        record(&mut congress, [voted(id.0, Count::Counted(hands(agree, 0, 0)))]);
        let motion = congress.motion(id).unwrap();
        assert_eq!(motion.vote.as_ref().unwrap().base, Some(10));
        assert_eq!(motion.carried(), Some(carried));
    }
}

#[test]
fn all_agree_is_derived_from_those_in_the_room_with_a_vote() {
    let mut congress = open_cell();
    carry(&mut congress, Subject::Programme);
    let vote = congress.motion(MotionId(1)).unwrap().vote.clone().unwrap();
    // eleven are present, the probationary member has no vote
    assert_eq!(vote.hands(), Some(hands(10, 0, 0)));
}

#[test]
fn sectors_are_added_and_never_exceed_the_room() {
    let mut congress = open_cell();
    let put = put(&congress, Subject::Rules);
    record(&mut congress, [put]);
    let sector = |name: &str, agree| Sector { name: name.into(), hands: hands(agree, 0, 0) };
    let too_many = voted(1, Count::Sectors(vec![sector("Trái", 6), sector("Phải", 5)]));
    assert_eq!(refusal(&congress, &too_many), Refusal::MoreHandsThanVoters { hands: 11, voters: 10 });
    record(&mut congress, [voted(1, Count::Sectors(vec![sector("Trái", 6), sector("Phải", 3)]))]);
    assert_eq!(congress.motion(MotionId(1)).unwrap().vote.as_ref().unwrap().hands(), Some(hands(9, 0, 0)));
}

#[test]
fn a_guest_asks_for_another_target_and_the_vote_adopts_it() {
    let mut congress = open_cell();
    let target = Target {
        id: TargetId(1),
        text: "Kết nạp đảng viên mới".into(),
        proposed: "01 đảng viên".into(),
        amendment: None,
        adopted: None,
        adopted_by: None,
    };
    record(&mut congress, [Change::Targets(Targets::Proposed(target))]);
    assert_eq!(refusal(&congress, &put(&congress, Subject::Amendment(TargetId(1)))), Refusal::NoAmendment);
    let asked =
        Targets::AmendmentAsked {
            target: TargetId(1), by: Speaker::Guest(GuestId(1)), value: "từ 02 trở lên".into()
        };
    record(&mut congress, [Change::Targets(asked)]);
    carry(&mut congress, Subject::Amendment(TargetId(1)));
    assert_eq!(congress.target(TargetId(1)).unwrap().value(), "từ 02 trở lên");
    carry(&mut congress, Subject::Resolution);
    let target = congress.target(TargetId(1)).unwrap();
    assert_eq!((target.proposed.as_str(), target.adopted.as_deref()), ("01 đảng viên", Some("từ 02 trở lên")));
}

#[test]
fn a_lost_quorum_stops_votes_until_the_chair_decides() {
    let mut congress = open_cell();
    record(&mut congress, [Change::Agenda(daihoi::domain::agenda::Change::Started { item: ItemId(2), at: eight() })]);
    let left =
        |person| Change::Attendance(Attendance::Left { session: SessionId(1), person: PersonId(person), at: eight() });
    record(&mut congress, (1..=4).map(left));
    let put = put(&congress, Subject::Other);
    record(&mut congress, [put]);
    let vote = voted(1, Count::Counted(hands(6, 0, 0)));
    assert_eq!(refusal(&congress, &vote), Refusal::NoQuorum { present: 7, summoned: 11, needed: 8 });
    let matter = Matter::GoOnWithoutQuorum(SessionId(1));
    let decision = matter.taken(DecisionId(1), "Chủ tọa quyết định họp tiếp", eight());
    record(&mut congress, [Change::Decisions(Decisions::Taken(decision)), vote]);
}

/// The decision is of the loss for which it was taken: reached again and lost again, the quorum is asked for again (rules §1).
#[test]
fn one_decision_goes_on_through_one_loss() {
    let mut congress = open_cell();
    record(&mut congress, [Change::Agenda(daihoi::domain::agenda::Change::Started { item: ItemId(2), at: eight() })]);
    let decided = |congress: &Congress| {
        let id = congress.decisions.next_id();
        let text = format!("Chủ tọa quyết định họp tiếp lần {id}");
        Change::Decisions(Decisions::Taken(Matter::GoOnWithoutQuorum(SessionId(1)).taken(id, text, eight())))
    };
    let left =
        |person| Change::Attendance(Attendance::Left { session: SessionId(1), person: PersonId(person), at: eight() });
    assert_eq!(refusal(&congress, &decided(&congress)), Refusal::QuorumNotLost, "nobody decides ahead of the loss");
    record(&mut congress, (1..=4).map(left));
    let first = decided(&congress);
    record(&mut congress, [first]);
    // two come back: there are nine, and eight are a quorum
    record(&mut congress, [arrived([1, 2])]);
    assert_eq!(congress.goes_on_without_quorum(), None);
    carry(&mut congress, Subject::Programme);
    record(&mut congress, [left(1), left(2)]);
    let put = put(&congress, Subject::Other);
    record(&mut congress, [put]);
    let vote = voted(2, Count::Counted(hands(6, 0, 0)));
    assert_eq!(refusal(&congress, &vote), Refusal::NoQuorum { present: 7, summoned: 11, needed: 8 });
    let second = decided(&congress);
    record(&mut congress, [second, vote]);
    let told = daihoi::papers::minutes::compose(&congress).plain_text();
    assert!(told.contains("họp tiếp lần 1") && told.contains("họp tiếp lần 2"), "each stands in the minutes: {told}");
}
