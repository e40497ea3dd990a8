//! Number, list, counting committee and withdrawals of an election.

use super::{candidate, committee, election, says, sitting_with};
use crate::world::sitting::Sitting;
use daihoi::app::votes::{Row, go_to};
use daihoi::domain::bodies::BodyKind;
use daihoi::domain::election::{Change as Elections, Election, Office};
use daihoi::domain::id::{ElectionId, PersonId};
use daihoi::domain::people::Change as People;
use daihoi::domain::{Change, Refusal, Role, bodies};

const ONE: ElectionId = ElectionId(1);

/// The number 3 is voted, these are on the list, the cursor is on the row of the list.
fn listed(people: impl IntoIterator<Item = u32>) -> Sitting {
    let sitting = sitting_with(7, [committee()]).keys("F5 Enter 3 Enter Enter *");
    let mut sitting = sitting.given(Role::Secretary, people.into_iter().map(|person| candidate(1, person)));
    go_to(&mut sitting.app, Row::List(ONE));
    sitting
}

#[test]
fn the_number_is_asked_with_what_the_rules_allow() {
    let sitting = sitting_with(7, [committee()]).keys("F2 Tab F5 Enter 5");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    says(&sitting, &["Cho phép danh sách 6 tên (số dư 1)", "Tối đa 7 người"]);
    let sitting = sitting.keys("Enter Enter *");
    assert_eq!(sitting.app.congress.elections.get(&ONE).unwrap().seats, Some(5));
    says(&sitting, &["Đại hội biểu quyết số lượng bầu Chi ủy nhiệm kỳ 2026 – 2029 là 05 đồng chí."]);
}

#[test]
fn fewer_are_elected_than_the_body_has() {
    let called =
        Election { size: Some(7), ..Election::new(ONE, Office::Committee, "Chi ủy nhiệm kỳ 2026 – 2029") };
    let sitting = sitting_with(7, [Change::Election(Elections::Called(called))]).keys("F5 Enter 5 Enter");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let mut sitting = sitting.keys("Enter Enter *");
    go_to(&mut sitting.app, Row::Seats(ONE));
    let committee = sitting.app.congress.elections.get(&ONE).unwrap();
    assert_eq!((committee.seats, committee.size), (Some(5), Some(7)));
    says(&sitting, &["05 (cả khóa 7)", "Cả khóa 7, còn 2 kiện toàn sau", "Cho phép danh sách 6 tên"]);
}

#[test]
fn a_number_for_which_no_list_can_be_made_is_warned_of() {
    says(&sitting_with(7, [committee()]).keys("F5 Enter 2"), &["Bầu 2 thì không lập được danh sách"]);
}

#[test]
fn back_from_the_nominations_the_cursor_is_on_the_list() {
    let sitting = sitting_with(7, [committee()]).keys("F5 Enter 3 Enter Enter * F6");
    let sitting = sitting.given(Role::Secretary, [1, 2, 3, 4].map(|person| candidate(1, person))).keys("F5");
    assert_eq!(daihoi::app::votes::selected(&sitting.app), Row::List(ONE));
}

#[test]
fn a_committee_of_more_than_seven_is_refused() {
    let sitting = sitting_with(7, [committee()]).keys("F5 Enter 8 Enter Enter");
    says(&sitting, &["Chi ủy 8 người là quá nhiều: tối đa 7", "Quy chế bầu cử"]);
}

#[test]
fn one_secretary_only() {
    let called = election(1, Office::Secretary, "Bí thư");
    says(&sitting_with(7, [called]).keys("F5 Enter 2 Enter Enter"), &["Chỉ bầu một bí thư"]);
}

#[test]
fn a_small_cell_votes_no_committee() {
    // two members move away after the election was called: eight full members are left
    let mut sitting = sitting_with(7, [committee()]);
    for id in [8, 9, 11] {
        let mut person = sitting.app.congress.people.get(&PersonId(id)).unwrap().clone();
        person.standing = daihoi::domain::people::Standing::Probationary;
        sitting = sitting.given(Role::Secretary, [Change::People(People::Corrected(person))]);
    }
    says(&sitting.keys("F5 Enter 3 Enter Enter"), &["dưới 9: không bầu chi ủy", "Điều 24 Điều lệ Đảng"]);
}

#[test]
fn the_list_waits_for_the_number() {
    let sitting = sitting_with(7, [committee()]).keys("F5 Down Enter Enter");
    says(&sitting, &["Chưa biểu quyết số lượng cần bầu", "Quy chế bầu cử"]);
}

#[test]
fn an_empty_list_sends_to_the_screen_of_elections() {
    let sitting = listed([]).keys("Up Down");
    says(&sitting, &["Enter: sang F6 Bầu cử lập danh sách"]);
    assert_eq!(sitting.keys("Enter").app.screen, daihoi::app::action::Screen::Elections);
}

#[test]
fn the_list_is_read_in_ballot_order_with_its_surplus() {
    let sitting = listed([1, 2, 3, 4]);
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    says(
        &sitting,
        &["4 tên, bầu 3: số dư 1", "1. Nguyễn Văn An", "2. Trần Thị Bích", "3. Lê Hoàng Dũng", "4. Phạm Thị Đào"],
    );
    let sitting = sitting.keys("*");
    assert!(sitting.app.congress.elections.get(&ONE).unwrap().list_by.is_some());
}

#[test]
fn a_list_without_surplus_or_over_the_cap_is_refused() {
    says(&listed([1, 2, 3]).keys("*"), &["phải có số dư", "Điều 14 Quy chế bầu cử"]);
    says(&listed([1, 2, 3, 4, 5]).keys("Enter Enter"), &["vượt mức tối đa 1", "Điều 14 Quy chế bầu cử"]);
}

#[test]
fn the_congress_decides_on_a_withdrawal() {
    let asked = Elections::WithdrawalAsked { election: ONE, person: PersonId(5), reason: "Lý do sức khỏe".into() };
    let sitting = listed([1, 2, 3, 4, 5]).given(Role::Secretary, [Change::Election(asked)]);
    says(&sitting.keys("*"), &["đại hội chưa quyết định"]);
    let asked = Elections::WithdrawalAsked { election: ONE, person: PersonId(5), reason: "Lý do sức khỏe".into() };
    let sitting = listed([1, 2, 3, 4, 5]).given(Role::Secretary, [Change::Election(asked)]).keys("Up *");
    says(&sitting, &["cho đồng chí Đỗ Đình Cường rút tên", "cho rút"]);
    assert_eq!(sitting.app.congress.list(ONE).len(), 4);
    says(&sitting.keys("Enter"), &["4 tên, bầu 3: số dư 1"]);
}

#[test]
fn a_candidate_cannot_count() {
    let mut sitting = listed([1, 2, 3, 4]);
    go_to(&mut sitting.app, Row::Body(BodyKind::Counting, None));
    let sitting = sitting.keys("Enter 'dung' Enter");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    says(&sitting, &["không thể vừa có tên trong danh sách bầu cử vừa ở trong ban", "Điều 8 Quy chế bầu cử"]);
    // the form is still open: others are chosen
    let sitting = sitting.keys("'dung' Space 'lan' Space 'huy' Space 'quan' Enter *");
    assert_eq!(sitting.app.congress.body(BodyKind::Counting).unwrap().members, [8, 7, 9].map(PersonId));
    says(&sitting, &["Hoàng Thị Lan (Trưởng ban), Bùi Quốc Huy, Đặng Minh Quân"]);
}

#[test]
fn a_probationary_member_cannot_count() {
    let mut sitting = listed([1, 2, 3, 4]);
    go_to(&mut sitting.app, Row::Body(BodyKind::Counting, Some(ONE)));
    let sitting = sitting.keys("Enter 'yen' Enter");
    says(&sitting, &["đảng viên dự bị, không được vào ban", "Điều 8 Quy chế bầu cử"]);
}

#[test]
fn a_general_committee_serves_every_election() {
    let mut sitting = listed([1, 2, 3, 4]);
    go_to(&mut sitting.app, Row::Body(BodyKind::Counting, None));
    let mut sitting = sitting.keys("Enter 'lan' Space 'huy' Space 'quan' Enter *");
    go_to(&mut sitting.app, Row::Body(BodyKind::Counting, Some(ONE)));
    says(&sitting, &["dùng ban chung", "Ban kiểm phiếu chung kiểm phiếu cuộc bầu này"]);
}

#[test]
fn credentials_are_for_delegates_only() {
    let sitting = sitting_with(3, []);
    let proposed = bodies::Change::Proposed(bodies::Body {
        id: daihoi::domain::id::BodyId(1),
        kind: BodyKind::Credentials,
        election: None,
        members: vec![PersonId(1)],
        elected_by: None,
    });
    let refused = sitting.app.congress.judge(Role::Secretary.into(), &Change::Bodies(proposed));
    assert_eq!(refused, Err(Refusal::NoCredentialsCommittee));
}
