//! The run screen.

use crate::world::cell;
use crate::world::sitting::Sitting;
use daihoi::app::dialog::Dialog;
use daihoi::app::key::{Input, Key};
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::id::{ItemId, PersonId, SessionId};
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
    assert!(screen.contains("► Tab: sang Điểm danh; xong, Enter: kết thúc «Tuyên bố lý do"), "{screen}");
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

/// The quorum lost, decided, reached and lost again: each time the screen says what to do next.
#[test]
fn a_lost_quorum_is_the_next_thing_to_do_each_time() {
    let marked = |people: &[u32], left: bool| -> Vec<Change> {
        let (session, at) = (SessionId(1), cell::at(8, 0));
        let one = |person: &u32| match (PersonId(*person), left) {
            (person, true) => Attendance::Left { session, person, at },
            (person, false) => Attendance::Arrived { session, people: vec![person], at },
        };
        people.iter().map(|person| Change::Attendance(one(person))).collect()
    };
    let sitting = Sitting::cell().keys("Enter F3 Ctrl-A Enter F2 Enter Enter");
    let asks = |sitting: &Sitting| sitting.text(80, 24).contains("► Mất số cần thiết (có mặt 7, cần 8)");
    assert!(!asks(&sitting));
    let sitting = sitting.given(Role::Secretary, marked(&[1, 2, 3, 4], true));
    assert!(asks(&sitting), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("Ctrl-D 'Chủ tọa cho họp tiếp' Enter");
    assert!(!asks(&sitting));
    // pressed again it says why there is nothing to decide
    let sitting = sitting.keys("Ctrl-D");
    assert!(sitting.text(80, 24).contains("• Chủ tọa đã quyết định họp tiếp"), "{}", sitting.text(80, 24));
    let sitting = sitting.given(Role::Secretary, marked(&[1, 2], false)).given(Role::Secretary, marked(&[1, 2], true));
    assert!(asks(&sitting), "{}", sitting.text(80, 24));
}

/// A form refused over a count keeps what was typed and stands where the count was typed.
#[test]
fn a_refused_form_stands_at_the_row_at_fault() {
    let sitting = Sitting::cell().keys("Enter F3 Ctrl-A Enter F2 Enter Enter F5 PageDown");
    // ten vote: eleven hands are one too many, counted in the first row
    let sitting = sitting.keys("Enter Enter Enter '11' Enter '0' Enter '0' Enter");
    let Some(Dialog::Form(form, Some(refused))) = &sitting.app.dialog else { panic!("{}", sitting.text(80, 24)) };
    assert!(refused.what.contains("Tổng số tay giơ là 11"), "{}", refused.what);
    assert_eq!(form.count(form.at), Some(11));
    assert!((0..form.rows.len()).any(|row| row != form.at && form.count(row) == Some(0)), "what was typed is kept");
}

/// In a window that shows nothing nobody does anything but leave: what is typed there is not taken, what was typed before stays.
#[test]
fn a_window_too_small_takes_nothing_but_leaving() {
    let typed = Sitting::cell().keys("F3 Insert 'Lê An'");
    let small = typed.text(20, 5);
    assert!(small.contains("Cửa sổ quá nhỏ") && small.contains("Ctrl-Q"), "{small}");
    for input in [Input::Key(Key::Enter), Input::Key(Key::Esc), Input::Key(Key::Char('x')), Input::Paste("y".into())] {
        assert!(!typed.app.takes_unseen(&input), "{input:?}");
    }
    assert!(typed.text(80, 24).contains("Lê An"));
    let leave = Input::Key(Key::Ctrl('q'));
    let seen = Sitting::cell();
    assert!(seen.app.takes_unseen(&leave) && seen.app.takes_unseen(&Input::Resized));
    let asked = seen.keys("Ctrl-Q");
    assert!(asked.app.takes_unseen(&Input::Key(Key::Enter)) && !asked.app.takes_unseen(&Input::Key(Key::Char('x'))));
    let area = |width, height| ratatui::layout::Rect::new(0, 0, width, height);
    assert!(!daihoi::ui::shows(&asked.app, area(79, 24)) && daihoi::ui::shows(&asked.app, area(80, 24)));
}

/// A programme that was voted and changes while it runs is voted again; an item that is over says how to take it up again.
#[test]
fn a_voted_programme_is_changed_by_another_vote() {
    let sitting = Sitting::cell().keys("Enter F3 Ctrl-A Enter F2 Enter Enter Enter Enter Enter Enter F5 * F2");
    let sitting = sitting.keys("Insert 'Dâng hương' Enter Enter Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("• Chương trình đã biểu quyết"), "{screen}");
    let sitting = sitting.keys("F5 Up Up Up Up Up Up Up Down Down Ctrl-R Home").keys(&"Delete ".repeat(80));
    let sitting = sitting.keys("'Đại hội biểu quyết bổ sung mục Dâng hương vào chương trình.' Ctrl-S *");
    let told = daihoi::papers::minutes::compose(&sitting.app.congress).plain_text();
    let said =
        "Đại hội biểu quyết bổ sung mục Dâng hương vào chương trình. Kết quả biểu quyết: 10/10 đồng chí nhất trí";
    assert!(told.contains(said), "{told}");
    let screen = sitting.keys("F2 Up Up").text(80, 24);
    assert!(screen.contains("► Mục này đã qua · Ctrl-R: mở lại"), "{screen}");
}

/// A key that the screen binds itself stands once in its help, with what it does here.
#[test]
fn a_key_of_the_screen_is_told_once() {
    for (keys, key) in [("F2 F1", "Ctrl-P "), ("F7 F1", "Ctrl-P "), ("F8 F1", "Ctrl-Z ")] {
        let help = Sitting::cell().keys(keys).text(120, 80);
        let rows = help.lines().flat_map(|line| line.match_indices(&format!("{key}  ")).collect::<Vec<_>>());
        assert_eq!(rows.count(), 1, "{keys}\n{help}");
    }
}
