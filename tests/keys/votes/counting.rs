//! Counting hands: no quorum, too many hands, sectors, a roster that is not everybody.

use super::{says, sitting, sitting_with, text};
use crate::world::cell;
use crate::world::sitting::Sitting;
use daihoi::domain::Change;
use daihoi::domain::Role;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::id::{PersonId, SessionId};
use daihoi::domain::meeting::{Change as Meetings, Roster};
use daihoi::domain::motions::Count;

fn corrected(sitting: Sitting, correct: impl Fn(&mut daihoi::domain::meeting::Meeting)) -> Sitting {
    let mut meeting = sitting.app.congress.meeting().clone();
    correct(&mut meeting);
    sitting.given(Role::Secretary, [Change::Meeting(Meetings::Corrected(meeting))])
}

#[test]
fn without_a_quorum_no_vote_is_recorded() {
    let gone = (1..=5).map(|person| {
        let left = Attendance::Left { session: SessionId(1), person: PersonId(person), at: cell::at(9, 0) };
        Change::Attendance(left)
    });
    let sitting = sitting(4).given(Role::Secretary, gone).keys("F5 *");
    says(&sitting, &["Chưa đủ hai phần ba", "Điều 11 Điều lệ Đảng"]);
    assert!(sitting.app.congress.motions.iter().all(|motion| motion.vote.is_none()));
}

#[test]
fn more_hands_than_voters_are_refused_and_nothing_typed_is_lost() {
    let sitting = sitting(4).keys("F5 Enter Enter Enter 9 Enter 2 Enter");
    says(&sitting, &["11 tay giơ, nhiều hơn 10 người có mặt"]);
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    says(&sitting, &["Tổng số tay giơ là 11", "Điều 3 Quy chế bầu cử"]);
    let sitting = sitting.keys("BackTab 1 Backspace Backspace 1 Enter Enter");
    assert_eq!(sitting.app.congress.motions.len(), 1);
    assert!(sitting.app.congress.motions.iter().all(|motion| motion.carried() == Some(true)), "{}", text(&sitting));
}

#[test]
fn agree_that_nobody_typed_is_missing_and_never_zero() {
    says(&sitting(4).keys("F5 Enter Enter Enter Enter Enter Enter"), &["Còn thiếu số đồng ý"]);
}

#[test]
fn half_of_the_base_is_not_more_than_half() {
    says(&sitting(4).keys("F5 Enter Enter Enter 5 Enter 5"), &["→ Không thông qua: 5/10 = 50,00 %", "cần 6 đồng ý"]);
}

#[test]
fn a_big_hall_is_counted_by_sector() {
    let sitting = corrected(sitting(4), |meeting| meeting.about.sectors = vec!["Dãy A".into(), "Dãy B".into()]);
    let sitting = sitting.keys("F5 Enter Enter Enter 5 Enter 3 Enter 0 Enter 1");
    says(&sitting, &["Cộng: đồng ý 8 · không đồng ý 1 · ý kiến khác 0", "Cộng 9/10 có mặt; 1 không giơ tay"]);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
    let sitting = sitting.keys("Ctrl-S");
    let motion = sitting.app.congress.motions.iter().next().unwrap();
    let vote = motion.vote.as_ref().unwrap();
    assert!(matches!(&vote.count, Count::Sectors(sectors) if sectors.len() == 2));
    assert_eq!(vote.hands().unwrap().agree, 8);
    says(&sitting, &["Dãy B: Đồng ý 3 · không 1 · khác 0"]);
}

#[test]
fn unknown_counts_stay_unknown() {
    let mut meeting = Sitting::cell().app.congress.meeting().clone();
    meeting.roster = Roster::NamedOnly;
    let sitting = sitting_with(4, [Change::Meeting(Meetings::Corrected(meeting))]).keys("F5");
    says(&sitting, &["không nêu số căn cứ"]);
    let sitting = sitting.keys("* Down Up");
    says(&sitting, &["Nhất trí 100 %, không nêu số", "Số căn cứ: (không nêu)"]);
    assert!(!text(&sitting).contains("0/0"));
}
