//! The closing of the record and interruptions of a session, on screen.

use crate::world::sitting::Sitting;
use daihoi::domain::closing::Open;
use daihoi::domain::id::PersonId;
use daihoi::domain::{Change, Lang, Role};

/// The cell opened, its second item under way.
fn opened() -> Sitting {
    Sitting::cell().keys("F3 Ctrl-A Enter F2 Enter Enter Enter").clock(11, 42)
}

#[test]
fn closing_shows_what_is_open_and_asks_why() {
    let sitting = opened().keys("Ctrl-O");
    insta::assert_debug_snapshot!("closing_80", sitting.screen(80, 24));
    let refused = sitting.keys("Enter").text(100, 30);
    assert!(refused.contains("việc mở khi khóa hồ sơ"), "{refused}");
    let mut english = opened();
    english.app.seat.lang = Lang::En;
    insta::assert_debug_snapshot!("closing_english", english.keys("Ctrl-O").screen(120, 40));
}

#[test]
fn in_the_closed_record_a_change_becomes_a_correction_with_its_reason() {
    let sitting = opened().keys("Ctrl-O 'hết giờ thuê hội trường' Enter");
    let congress = &sitting.app.congress;
    assert!(congress.closing().is_some_and(|closing| closing.open.iter().any(|open| open.contains("chưa kết thúc"))));
    let screen = sitting.text(120, 30);
    assert!(screen.contains("hồ sơ đã khóa") && screen.contains("Hồ sơ đã khóa lúc 11:42"), "{screen}");
    // an act of the hall is refused, with what is left to do
    let refused = sitting.keys("F3 'an' /").text(120, 30);
    assert!(refused.contains("Chỉ còn đính chính có lý do"), "{refused}");
    let sitting = opened().keys("Ctrl-O 'hết giờ' Enter F3 'van an' Ctrl-E Backspace Backspace 'Ân' Ctrl-S");
    let asked = sitting.text(120, 30);
    assert!(asked.contains("Đính chính hồ sơ đã khóa"), "{asked}");
    let sitting = sitting.keys("'ghi sai họ tên' Enter");
    assert_eq!(sitting.app.congress.person(PersonId(1)).unwrap().name, "Nguyễn Văn Ân");
    assert_eq!(sitting.app.congress.corrections.len(), 1);
    let minutes = sitting.keys("F7 End").text(120, 40);
    assert!(minutes.contains("Đính chính 1"), "{minutes}");
}

#[test]
fn a_name_corrected_in_the_closed_record_is_found_in_the_roll() {
    let sitting = opened().keys("Ctrl-O 'hết giờ' Enter F3 'van an' Ctrl-E Backspace Backspace 'Xuyên' Ctrl-S");
    let found = sitting.keys("'ghi sai họ tên' Enter Esc 'xuyen'").text(120, 30);
    assert!(found.contains("Nguyễn Văn Xuyên"), "{found}");
}

#[test]
fn papers_are_issued_and_written_after_the_closing() {
    let sitting = opened().keys("Ctrl-O 'hết giờ' Enter F7 Ctrl-P Enter");
    assert_eq!(sitting.app.congress.issues.len(), 1, "{}", sitting.text(100, 30));
    let sitting = sitting.keys("Ctrl-S");
    assert!(matches!(sitting.effects.last(), Some(daihoi::app::effect::Effect::Export)));
}

#[test]
fn undoing_the_closing_opens_the_record_again() {
    let sitting = opened().keys("Ctrl-O 'nhầm' Enter Ctrl-Z Enter");
    assert!(sitting.app.congress.closing().is_none(), "{}", sitting.text(100, 30));
}

#[test]
fn a_session_is_interrupted_and_resumed_with_its_incident() {
    let sitting = opened().keys("Ctrl-T 'mất điện' Enter");
    let screen = sitting.text(120, 30);
    assert!(screen.contains("TẠM DỪNG từ 11:42") && screen.contains("Ctrl-T: ghi sự cố và họp tiếp"), "{screen}");
    assert!(sitting.app.congress.still_open().iter().any(|open| matches!(open, Open::Suspended(_))));
    let refused = sitting.keys("Enter").text(100, 30);
    assert!(refused.contains("Phiên họp đang tạm dừng"), "{refused}");
    for screen in ["F4", "F5"] {
        let shown = opened().keys("Ctrl-T 'mất điện' Enter").keys(screen).text(80, 24);
        assert!(shown.contains("► Phiên họp tạm dừng từ 11:42. F2, Ctrl-T"), "{shown}");
    }
    let sitting = opened().keys("Ctrl-T 'mất điện' Enter").clock(11, 50).keys("Ctrl-T");
    insta::assert_debug_snapshot!("resuming", sitting.screen(80, 24));
    let sitting = sitting.keys("'hòm phiếu được canh giữ tại chỗ' Enter");
    assert!(sitting.app.congress.interrupted().is_none());
    assert!(sitting.text(120, 30).contains("Tuyên bố lý do"), "the items go on");
}

#[test]
fn finishing_the_closing_over_open_items_asks_for_the_closing_of_the_record() {
    let closing: Change =
        serde_json::from_value(serde_json::json!({"agenda": {"started": {"item": 10, "at": "2026-11-20T11:30:00"}}}))
            .unwrap();
    let sitting =
        opened().given(Role::Secretary, [closing]).keys("F2 End Down Down Down Down Down Down Down Down Down Enter");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("Kết thúc và khóa hồ sơ"), "{screen}");
    let sitting = sitting.keys("'hội trường phải trả lúc 11 giờ 45' Enter");
    assert!(sitting.app.congress.is_closed());
    sitting.at_every_size();
}
