//! The run screen.

use crate::world::sitting::Sitting;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::id::ItemId;
use daihoi::domain::{Change, Role};

#[test]
fn the_first_screen_says_what_to_press() {
    insta::assert_debug_snapshot!(Sitting::cell().screen(80, 24));
}

#[test]
fn an_item_starts_runs_late_and_a_note_sticks_to_it() {
    let sitting = Sitting::cell().keys("Enter 'Hội trường còn thiếu ghế' Enter").clock(8, 25);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
}

#[test]
fn opening_without_a_quorum_is_refused_with_its_article() {
    let screen = Sitting::cell().keys("Down Enter").text(100, 30);
    assert!(screen.contains("Chưa đủ hai phần ba"), "{screen}");
    assert!(screen.contains("Điều 11 Điều lệ Đảng"), "{screen}");
}

#[test]
fn items_are_added_moved_and_skipped_with_a_reason() {
    let sitting =
        Sitting::cell().keys("Insert 'Dâng hương' Enter Enter Enter Down Down Down Down Down Down Down Down Down Down");
    let sitting = sitting.keys("Ctrl-X 'Không kịp thời gian' Enter");
    let screen = sitting.text(120, 40);
    assert!(screen.contains("Dâng hương"), "{screen}");
    assert!(screen.contains("Không kịp thời gian"), "{screen}");
}

#[test]
fn undo_names_what_it_undoes_and_takes_it_back() {
    let sitting = Sitting::cell().keys("Enter Ctrl-Z");
    assert!(sitting.text(100, 30).contains("Hoàn tác"));
    let sitting = sitting.keys("Enter");
    assert!(sitting.app.congress.running().next().is_none());
}

#[test]
fn every_size_is_drawn() {
    Sitting::cell().given(Role::Secretary, []).at_every_size();
}

/// The line of what to do next names the screen to go to, and the header what comes next between two items.
#[test]
fn the_guide_leads_to_the_screen_of_the_item_and_on() {
    let sitting = Sitting::cell().keys("Enter F3 Ctrl-R").keys(&"Enter ".repeat(12)).keys("F2");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: kết thúc «Ổn định tổ chức, điểm danh»"), "{screen}");
    let sitting = sitting.keys("Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.starts_with("tiếp theo: Tuyên bố lý do"), "{screen}");
    let screen = sitting.keys("Enter").text(120, 40);
    assert!(
        screen.contains("► Tab: sang Điểm danh làm việc của mục; xong, Enter: kết thúc «Tuyên bố lý do"),
        "{screen}"
    );
}

#[test]
fn what_was_done_leaves_room_for_what_comes_next() {
    let screen = Sitting::cell().keys("'thiếu ghế' Enter").text(80, 24);
    assert!(screen.contains("• Đã lưu ghi chú  ► Enter: bắt đầu «Ổn định tổ chức, điểm danh»"), "{screen}");
}

#[test]
fn a_text_longer_than_the_window_is_scrolled() {
    let sentences: Vec<String> = (1..=30).map(|line| format!("Câu{line:02}")).collect();
    let text = format!("{} ", sentences.join(" ")).repeat(3);
    let rewritten = Change::Agenda(Agenda::Rewritten {
        item: ItemId(1),
        title: "Mục".into(),
        kind: None,
        minutes: 5,
        script: text,
    });
    let sitting = Sitting::cell().given(Role::Secretary, [rewritten]);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("PgDn 17/"), "{screen}");
    let screen = sitting.keys("PageDown PageDown PageDown").text(80, 24);
    assert!(screen.contains("chưa có ghi chú"), "the last page: {screen}");
}

#[test]
fn help_is_read_to_its_end_in_the_smallest_window() {
    let screens = ["F2", "F3", "F3 Ctrl-G", "F3 Ctrl-R", "F4", "F5", "F6", "F7", "F8"];
    for keys in screens {
        for language in ["", "Ctrl-L"] {
            let sitting = Sitting::cell().keys(language).keys(keys).keys("F1");
            let first = sitting.text(80, 24);
            assert!(first.contains("Làm gì trước") || first.contains("What to do first"), "{keys}: {first}");
            sitting.at_every_size();
            let last = sitting.keys("PageDown PageDown PageDown").text(80, 24);
            assert!(last.contains("Ctrl-Q"), "{keys}: the last key is in sight\n{last}");
        }
    }
    let closed = Sitting::cell().keys("F1 PageDown Esc").text(80, 24);
    assert!(!closed.contains("Làm gì trước"), "{closed}");
}

#[test]
fn the_kind_of_an_item_is_changed_until_it_has_run() {
    use daihoi::domain::agenda::ItemKind;
    let sitting = Sitting::cell().keys("Down Down Down Down Down Ctrl-E Tab 'cap tren' Ctrl-S");
    let kind = |sitting: &Sitting| sitting.app.congress.item(ItemId(6)).unwrap().kind;
    assert_eq!(kind(&sitting), ItemKind::SuperiorAddress, "{}", sitting.text(100, 30));
    let sitting = Sitting::cell().keys("Enter Enter F2 Up Ctrl-E Tab 'giai lao' Ctrl-S");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("loại của mục không đổi được nữa"), "{screen}");
    // the title alone may still be put right
    let sitting = sitting.keys("Esc Ctrl-E ' (đã xong)' Ctrl-S");
    assert!(sitting.text(120, 30).contains("(đã xong)"));
}

#[test]
fn a_clock_that_is_set_back_is_told_and_nobody_goes_before_they_came() {
    let sitting = Sitting::cell().clock(9, 12).keys("F3 Ctrl-A Enter").clock(8, 37);
    let screen = sitting.text(120, 30);
    assert!(screen.contains("Đồng hồ máy vừa lùi từ 09:12"), "{screen}");
    let sitting = sitting.keys("'van an' /");
    let row = sitting.app.congress.attendance.iter().next().unwrap();
    assert_eq!(row.marks.last().map(|mark| mark.presence), Some(daihoi::domain::attendance::Presence::Left));
    assert!(row.marks.iter().all(|mark| mark.at == crate::world::cell::at(9, 12)), "{:?}", row.marks);
}
