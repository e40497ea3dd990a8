//! The screen of hand votes.

mod counting;
mod drafts;
mod elections;

use crate::world::cell;
use crate::world::sitting::Sitting;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::election::list::{Candidate, Election};
use daihoi::domain::election::{Change as Elections, Office};
use daihoi::domain::id::{ElectionId, ItemId, PersonId, ReportId, SessionId, TargetId};
use daihoi::domain::reports::{Change as Reports, Report};
use daihoi::domain::targets::{Change as Targets, Target};
use daihoi::domain::{Change, Role};

/// Everybody summoned came but the exempted member; the item with this number runs.
pub fn sitting(item: u32) -> Sitting {
    sitting_with(item, [])
}

/// The same, with more changes before the item starts.
pub fn sitting_with(item: u32, changes: impl IntoIterator<Item = Change>) -> Sitting {
    let people = (1..=10).chain([12]).map(PersonId).collect();
    let came = Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: cell::at(8, 0) });
    let start = |item| Change::Agenda(Agenda::Started { item: ItemId(item), at: cell::at(8, 5) });
    let before = (item != 1).then(|| start(1));
    let changes = [came].into_iter().chain(changes).chain(before).chain([start(item)]);
    Sitting::cell().given(Role::Secretary, changes)
}

/// The election of the committee in item 7.
pub fn committee() -> Change {
    election(1, Office::Committee, "Chi ủy nhiệm kỳ 2026 – 2029")
}

/// An election called without its number.
pub fn election(id: u32, office: Office, title: &str) -> Change {
    let election = Election { item: Some(ItemId(7)), ..Election::new(ElectionId(id), office, title) };
    Change::Election(Elections::Called(election))
}

/// Somebody prepared for a list.
pub fn candidate(election: u32, person: u32) -> Change {
    Change::Election(Elections::Nominated(Candidate::new(ElectionId(election), PersonId(person))))
}

/// A report without reader.
pub fn report(id: u32, title: &str) -> Change {
    Change::Reports(Reports::Entered(Report {
        id: ReportId(id),
        title: title.into(),
        item: None,
        reader: None,
        gist: String::new(),
        accepted_by: None,
    }))
}

/// A target of the draft.
pub fn target(id: u32, text: &str, proposed: &str) -> Change {
    Change::Targets(Targets::Proposed(Target {
        id: TargetId(id),
        text: text.into(),
        proposed: proposed.into(),
        amendment: None,
        adopted: None,
        adopted_by: None,
    }))
}

/// The screen as text, wide enough that nothing is cut.
pub fn text(sitting: &Sitting) -> String {
    sitting.text(240, 40)
}

/// Asserts that the screen says all of this.
pub fn says(sitting: &Sitting, wanted: &[&str]) {
    let text = text(sitting);
    for wanted in wanted {
        assert!(text.contains(wanted), "«{wanted}» is not on\n{text}");
    }
}

#[test]
fn an_empty_screen_says_what_it_is_for() {
    let sitting = Sitting::cell().keys("F5");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
}

#[test]
fn from_the_agenda_tab_lands_on_the_row_of_the_item() {
    for (item, wanted) in [(3, "đề xuất Đoàn chủ tịch"), (4, "đưa ra biểu quyết"), (5, "nhập báo cáo")]
    {
        says(&sitting(item).keys("F2 Tab"), &[wanted]);
    }
    // also from an item looked at before it starts
    says(&sitting(4).keys("F2 Down Down Down Down Down Tab"), &["Thông qua nghị quyết", "Nghị quyết đại hội.»"]);
    let sitting = sitting_with(9, [target(1, "Kết nạp đảng viên", "02 đảng viên")]).keys("F2 Tab");
    says(&sitting, &["Đại hội biểu quyết thông qua 01 chỉ tiêu nhiệm kỳ 2026 – 2029."]);
}

#[test]
fn a_body_is_proposed_put_and_voted_in_one_walk() {
    let sitting = sitting(3).keys("F2 Tab Enter 'dung' Space 'bich' Enter");
    insta::assert_debug_snapshot!("proposed", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("putting", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    says(&sitting, &["*: nhất trí 10/10 · Enter: nhập số đếm", "chờ biểu quyết"]);
    let sitting = sitting.keys("Enter 8 Enter 1");
    insta::assert_debug_snapshot!("counting", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter");
    insta::assert_debug_snapshot!("carried", sitting.screen(80, 24));
    let body = sitting.app.congress.body(daihoi::domain::bodies::BodyKind::Presidium).unwrap();
    assert_eq!(body.members, [PersonId(3), PersonId(2)]);
    says(&sitting, &["Thông qua: 8/10 = 80,00 %", "Điều 9 Điều lệ Đảng", "Điều 3 Quy chế bầu cử"]);
}

#[test]
fn one_star_puts_and_records_that_all_agree() {
    let sitting = sitting(4).keys("F5 *");
    assert_eq!(sitting.app.congress.motions.len(), 1);
    says(&sitting, &["Đồng ý 10/10, tính từ số có mặt", "10/10 = 100,00 %"]);
    let sitting = sitting.keys("Enter *");
    says(&sitting, &["Đại hội biểu quyết thông qua Quy chế làm việc của đại hội."]);
    assert!(sitting.app.congress.motions.iter().all(|motion| motion.carried() == Some(true)));
    assert_eq!(sitting.app.congress.motions.len(), 2);
    says(&sitting.keys("Down Up"), &["F2: về Điều hành"]);
}

#[test]
fn no_body_of_delegates_at_a_members_congress_and_a_lost_body_is_proposed_anew() {
    let sitting = sitting(3).keys("F5 Enter 'an' Enter Enter Enter Enter 3 Enter 7 Enter Enter");
    assert!(!text(&sitting).contains("thẩm tra"));
    says(&sitting, &["Không thông qua: 3/10 = 30,00 %"]);
    let sitting = sitting.keys("Enter Backspace 'bich' Enter *");
    says(&sitting, &["Lần trước", "Không thông qua: 3/10"]);
    assert_eq!(sitting.app.congress.bodies.len(), 2);
    assert!(sitting.app.congress.body(daihoi::domain::bodies::BodyKind::Presidium).is_some());
}

#[test]
fn a_motion_of_no_other_row_is_written_put_and_stated_without_counts() {
    let sitting = sitting(6).keys(
        "F5 PageDown PageDown PageDown PageDown PageDown PageDown Enter 'cho nghỉ trưa đến 14 giờ' Enter . Down Enter",
    );
    says(&sitting, &["«Đại hội biểu quyết cho nghỉ trưa đến 14 giờ.»", "Không thông qua: không nêu số"]);
}

/// A motion that only speaks of minutes is not the reading back of these.
#[test]
fn the_minutes_are_agreed_on_their_own_row_at_the_closing() {
    let missing = |sitting: &Sitting| {
        let missing = daihoi::papers::missing::of(&sitting.app.congress);
        missing.iter().any(|missing| missing.kind == daihoi::papers::missing::MissingKind::MinutesAgreed)
    };
    let down = "PageDown ".repeat(6);
    let other = sitting(6).keys(&format!("F5 {down} Enter 'gửi biên bản cho cấp trên' Enter *"));
    assert!(missing(&other));
    let closing = sitting(6).app.congress.whole_agenda().len();
    let sitting = sitting(u32::try_from(closing).unwrap()).keys("F5");
    says(&sitting, &["Thông qua biên bản", "Đại hội biểu quyết thông qua Biên bản đại hội."]);
    assert!(!missing(&sitting.keys("*")));
}

#[test]
fn a_dim_key_says_why() {
    says(&Sitting::cell().keys("F5 *"), &["Chưa có gì để biểu quyết; nhấn Enter để nhập trước"]);
    says(&Sitting::cell().keys("F5 +"), &["Chỉ chỉ tiêu mới có đề nghị điều chỉnh"]);
    says(&sitting(4).keys("F5 * *"), &["Nội dung này đã biểu quyết"]);
}

#[test]
fn only_the_secretary_records_a_vote() {
    let mut sitting = sitting(4);
    sitting.app.seat.who = Role::Presidium.into();
    let sitting = sitting.keys("F5 *");
    says(&sitting, &["Việc này không thuộc vai đoàn chủ tịch"]);
    assert!(sitting.app.congress.motions.is_empty());
}

#[test]
fn a_vote_is_undone_and_voted_again() {
    let sitting = sitting(4).keys("F5 * Ctrl-Z Enter");
    says(&sitting, &["chờ biểu quyết"]);
    let sitting = sitting.keys("Enter 4 Enter 6 Enter Enter Ctrl-R Enter *");
    says(&sitting, &["Đồng ý 10/10, tính từ số có mặt", "Lần trước", "Không thông qua: 4/10 = 40,00 %"]);
}

#[test]
fn in_english_too() {
    says(&sitting(4).keys("Ctrl-L F5 * Down Up"), &["Working bodies", "derived from those present", "Carried: 10/10"]);
}

#[test]
fn every_size_is_drawn() {
    let sitting = sitting_with(7, [committee(), report(1, "Báo cáo chính trị"), target(1, "Kết nạp", "02")]);
    sitting.keys("F5 Enter").at_every_size();
}

/// The minutes read back are a vote of their own, which the closing asks for and the minutes tell.
#[test]
fn the_minutes_are_agreed_at_the_closing() {
    let sitting = sitting(10).keys("F2");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► F5: đọc lại, biểu quyết biên bản"), "{screen}");
    let sitting = sitting.keys("F5 *");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("✓ Thông qua biên bản"), "{screen}");
    let screen = sitting.keys("F2").text(80, 24);
    assert!(!screen.contains("F5: đọc lại"), "{screen}");
}
