//! Targets and reports: drafted, asked to change, voted.

use super::{report, says, sitting, sitting_with, target, text};
use daihoi::domain::floor::Speaker;
use daihoi::domain::id::{GuestId, ItemId, PersonId, ReportId, TargetId};

fn targets() -> [daihoi::domain::Change; 2] {
    [target(1, "Kết nạp đảng viên mới", "02 đảng viên"), target(2, "Đảng viên hoàn thành xuất sắc nhiệm vụ", "15 %")]
}

#[test]
fn a_guest_asks_to_change_a_target_and_the_congress_takes_it() {
    let sitting = sitting_with(9, targets()).keys("F5 Up Up + 'nguyet' Enter");
    says(&sitting, &["Đề nghị điều chỉnh chỉ tiêu"]);
    let sitting = sitting.keys("'từ 03 đảng viên trở lên' Enter");
    insta::assert_debug_snapshot!("asked", sitting.screen(120, 40));
    let sitting = sitting.keys("Enter Enter Enter 9 Enter Enter Enter");
    says(&sitting, &["đã điều chỉnh: từ 03 đảng viên trở lên"]);
    let amended = &sitting.app.congress.targets.get(&TargetId(1)).unwrap();
    assert_eq!(amended.amendment.as_ref().unwrap().by, Speaker::Guest(GuestId(1)));
    assert_eq!(amended.value(), "từ 03 đảng viên trở lên");
    assert_eq!(amended.adopted, None);

    let sitting = sitting.keys("Enter *");
    let adopted: Vec<_> = sitting.app.congress.targets.iter().map(|target| target.adopted.clone().unwrap()).collect();
    assert_eq!(adopted, ["từ 03 đảng viên trở lên", "15 %"]);
    says(&sitting, &["Đại hội biểu quyết thông qua 02 chỉ tiêu nhiệm kỳ 2026 – 2029."]);
    let sitting = sitting.keys("Up +");
    says(&sitting, &["Chỉ tiêu đã thông qua"]);
}

#[test]
fn an_amendment_that_is_lost_keeps_the_draft() {
    let sitting =
        sitting_with(9, targets()).keys("F5 Up Enter 'an' Enter Backspace Backspace Backspace Backspace '20 %' Enter");
    let sitting = sitting.keys("Enter Enter Enter 4 Enter 6 Enter Enter");
    says(&sitting, &["giữ dự thảo"]);
    assert_eq!(sitting.app.congress.targets.get(&TargetId(2)).unwrap().value(), "15 %");
    says(&sitting.keys("Down"), &["Enter: đưa ra biểu quyết"]);
}

#[test]
fn an_open_amendment_is_not_overlooked() {
    let sitting = sitting_with(9, targets()).keys("F5 Up Enter 'an' Enter 'từ 02 đảng viên' Enter Down");
    says(&sitting, &["Còn đề nghị điều chỉnh chưa biểu quyết"]);
}

#[test]
fn targets_are_typed_in_and_corrected_before_the_vote() {
    let sitting = sitting(9)
        .keys("F5 Up Enter 'Tổ chức về nguồn' Enter '1–2 chuyến' Enter Insert 'Đọc sách' Enter '12 cuốn' Enter");
    assert_eq!(sitting.app.congress.targets.len(), 2);
    let sitting = sitting.keys("Up Ctrl-E Enter Backspace Backspace Backspace Backspace Backspace Backspace Backspace Backspace Backspace Backspace '03 chuyến' Enter");
    assert_eq!(sitting.app.congress.targets.get(&TargetId(1)).unwrap().proposed, "03 chuyến");
    says(&sitting.keys("Ctrl-E Enter Ctrl-S + Enter '04 chuyến' Enter Ctrl-E"), &["Chỉ tiêu đã có đề nghị điều chỉnh"]);
}

#[test]
fn a_report_has_reader_gist_and_vote() {
    let sitting =
        sitting(5).keys("F5 Enter 'Báo cáo chính trị' Enter 'duong van' Enter 'Sáu chỉ tiêu đều đạt.' Ctrl-S");
    let entered = sitting.app.congress.reports.get(&ReportId(1)).unwrap();
    assert_eq!((entered.item, entered.reader.as_ref()), (Some(ItemId(5)), Some(&Speaker::Person(PersonId(11)))));
    let sitting = sitting.keys("*");
    says(
        &sitting,
        &["Trình bày: Dương Văn Út", "Sáu chỉ tiêu đều đạt.", "Đại hội biểu quyết thông qua Báo cáo chính trị."],
    );
    let report = sitting.app.congress.reports.get(&ReportId(1)).unwrap();
    assert!(report.accepted_by.is_some());
    // the gist may still be written after the vote
    let sitting = sitting.keys("Ctrl-E Tab Tab Enter 'Một hạn chế.' Ctrl-S");
    let report = sitting.app.congress.reports.get(&ReportId(1)).unwrap();
    assert_eq!(report.gist, "Sáu chỉ tiêu đều đạt.\nMột hạn chế.");
    assert!(report.accepted_by.is_some());
}

#[test]
fn a_report_with_a_long_title_and_many_others_is_drawn() {
    let long = "Báo cáo kiểm điểm việc thực hiện các nghị quyết về xây dựng, chỉnh đốn Đảng của cấp ủy nhiệm kỳ qua";
    let many = (1..=30).map(|id| report(id, long));
    let sitting = sitting_with(5, many).keys("F5 PageDown PageDown");
    assert!(text(&sitting).contains("Báo cáo kiểm điểm"));
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    sitting.at_every_size();
}
