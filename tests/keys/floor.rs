//! The floor screen.

use crate::world::cell::at;
use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::floor::unsaved;
use daihoi::app::key::Input;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::floor::{Change as Floor, Speaker, SpeechKind, SpeechState};
use daihoi::domain::id::{GuestId, ItemId, PersonId, SessionId, SpeechId};
use daihoi::domain::{Change, Role};

/// The discussion under way since 9 o'clock, everybody in the room but the last two, who are absent; the floor shown.
fn discussion() -> Sitting {
    let people = (1..=10).map(PersonId).collect();
    let absent = |person| {
        Change::Attendance(Attendance::MarkedAbsent { session: SessionId(1), person, at: at(8, 0), reason: None })
    };
    let arrived = Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: at(8, 0) });
    let started = Change::Agenda(Agenda::Started { item: ItemId(6), at: at(9, 0) });
    let changes = [arrived, absent(PersonId(11)), absent(PersonId(12)), started];
    Sitting::cell().given(Role::Secretary, changes).clock(9, 0).keys("F4")
}

/// Three registered, the first of them called at 9.
fn called() -> Sitting {
    let bich = "Insert 'bich' Enter 'tham luan' Enter 'Đổi mới sinh hoạt chi bộ' Ctrl-S";
    let guest = "+ 'luong thi' Enter 'de nghi' Enter Ctrl-S";
    discussion().keys(bich).keys("Insert 'hoang dung' Ctrl-S").keys(guest).keys("Enter")
}

fn bells(sitting: &Sitting) -> usize {
    sitting.effects.iter().filter(|effect| matches!(effect, Effect::Bell)).count()
}

fn tick(mut sitting: Sitting, minute: u32, second: u32) -> Sitting {
    let now = at(9, minute) + chrono::TimeDelta::seconds(i64::from(second));
    let effects = sitting.app.update(Input::Tick(now));
    sitting.effects.extend(effects);
    sitting
}

#[test]
fn an_empty_floor_says_what_it_is_for() {
    insta::assert_debug_snapshot!(discussion().screen(80, 24));
}

#[test]
fn the_form_finds_a_speaker_without_diacritics() {
    insta::assert_debug_snapshot!(discussion().keys("Insert 'bich'").screen(80, 24));
}

#[test]
fn the_speaker_the_queue_and_the_time_are_shown() {
    let sitting = tick(called(), 3, 42);
    let speeches: Vec<_> = sitting.app.congress.speeches.iter().cloned().collect();
    assert_eq!(speeches[0].speaker, Speaker::Person(PersonId(2)));
    assert_eq!((speeches[0].kind, speeches[0].limit), (SpeechKind::Contribution, 5));
    assert_eq!((speeches[0].state, speeches[0].item), (SpeechState::Speaking, Some(ItemId(6))));
    assert_eq!((&speeches[2].speaker, speeches[2].kind), (&Speaker::Guest(GuestId(1)), SpeechKind::Proposal));
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
}

#[test]
fn the_bell_rings_twice_and_the_clock_turns_red() {
    let sitting = tick(tick(called(), 3, 59), 4, 0);
    assert_eq!(bells(&sitting), 1);
    let sitting = tick(tick(tick(sitting, 4, 1), 5, 0), 6, 5);
    assert_eq!(bells(&sitting), 2);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
    let more = tick(tick(tick(sitting.keys("+ + +"), 6, 6), 7, 0), 7, 1);
    assert_eq!(more.app.congress.speaking().unwrap().limit, 8);
    assert_eq!(bells(&more), 3, "extra time makes the bell ring again");
}

#[test]
fn calling_the_next_ends_who_speaks_and_enter_ends_the_last() {
    let sitting = tick(called(), 5, 0).keys("Down Down Enter");
    let congress = &sitting.app.congress;
    assert_eq!(congress.speaking().unwrap().id, SpeechId(3));
    assert_eq!(congress.speeches.get(&SpeechId(1)).unwrap().state, SpeechState::Done);
    let sitting = tick(sitting, 7, 30).keys("Enter");
    assert!(sitting.app.congress.speaking().is_none());
    assert!(sitting.text(80, 24).contains("Lương Thị Minh Nguyệt đã phát biểu 02:30"), "{}", sitting.text(80, 24));
    insta::assert_debug_snapshot!(sitting.keys("Right").screen(80, 24));
}

#[test]
fn who_gives_up_the_turn_leaves_the_queue_and_who_speaks_cannot() {
    let sitting = called().keys("-");
    assert!(sitting.text(80, 24).contains("Enter để kết thúc"));
    let sitting = sitting.keys("Down -");
    assert_eq!(sitting.app.congress.speeches.get(&SpeechId(2)).unwrap().state, SpeechState::Withdrawn);
    let sitting = sitting.keys("Down Delete");
    assert_eq!(sitting.app.congress.queue().count(), 0);
}

#[test]
fn nobody_waits_twice_and_nothing_typed_is_lost() {
    let sitting = discussion().keys("Insert 'bich' Ctrl-S Insert 'bich' Enter Enter 'Chủ đề dài' Ctrl-S");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("Trần Thị Bích đã đăng ký phát biểu"), "{screen}");
    assert!(screen.contains("Chủ đề dài"), "{screen}");
}

#[test]
fn an_absent_member_cannot_be_called() {
    let screen = discussion().keys("Insert 'xuan yen' Ctrl-S Enter").text(100, 30);
    assert!(screen.contains("Trịnh Xuân Yên không có mặt trong hội trường"), "{screen}");
}

#[test]
fn somebody_on_no_list_needs_a_name() {
    let sitting = discussion().keys("Insert 'không có ai tên này' Ctrl-S");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("không có dòng nào khớp"), "{screen}");
    let sitting = sitting.keys("Ctrl-S");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("họ và tên"), "{screen}");
    assert!(sitting.app.congress.speeches.is_empty());
    let sitting = sitting.keys("Enter Enter Enter Enter 'Cao Thị Mới' Enter 'Tổ trưởng dân phố' Enter");
    let other = Speaker::Other { name: "Cao Thị Mới".into(), office: "Tổ trưởng dân phố".into() };
    assert_eq!(sitting.app.congress.speeches.get(&SpeechId(1)).unwrap().speaker, other);
}

#[test]
fn another_role_is_told_who_registers() {
    let mut sitting = discussion();
    sitting.app.seat.who = Role::Presidium.into();
    let screen = sitting.keys("Insert 'bich' Ctrl-S").text(100, 30);
    assert!(screen.to_lowercase().contains("thư ký"), "{screen}");
}

#[test]
fn notes_stick_to_the_speech_and_go_into_its_texts() {
    let sitting = tick(called(), 2, 0).keys("'Nêu ba khó khăn' Enter");
    let sitting = tick(sitting, 3, 0).keys("'Xin thêm kinh phí' Enter Tab 'Nói nhanh; ' Insert Tab");
    let sitting = sitting.keys("'Đề nghị cấp kinh phí; @' 'nguyet' Enter ' tiếp thu.'");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let sitting = sitting.keys("Ctrl-S");
    let speech = sitting.app.congress.speeches.get(&SpeechId(1)).unwrap();
    assert_eq!(speech.raw, "Nói nhanh; \nNêu ba khó khăn\nXin thêm kinh phí");
    assert_eq!(speech.minutes, "Đề nghị cấp kinh phí; Lương Thị Minh Nguyệt tiếp thu.");
    assert!(unsaved(&sitting.app).is_none());
    assert!(sitting.keys("Esc").app.on.floor.writing.is_none());
}

#[test]
fn closing_what_is_not_saved_asks_and_keeps() {
    let sitting = called().keys("Tab 'Chưa lưu' Esc");
    assert!(sitting.text(80, 24).contains("Lưu và đóng"));
    let back = sitting.keys("Esc");
    assert!(back.app.on.floor.writing.is_some(), "Esc goes on writing");
    let saved = back.keys("Esc Enter");
    assert!(saved.app.on.floor.writing.is_none());
    assert_eq!(saved.app.congress.speeches.get(&SpeechId(1)).unwrap().raw, "Chưa lưu");
    let dropped = saved.keys("Tab ' thêm' Esc Down Enter");
    assert!(dropped.app.on.floor.writing.is_none());
    assert_eq!(dropped.app.congress.speeches.get(&SpeechId(1)).unwrap().raw, "Chưa lưu");
}

#[test]
fn what_is_being_written_when_the_window_goes_is_a_change_to_record() {
    let sitting = called().keys("Tab 'Gõ dở' Tab 'In ra'");
    let Some(Change::Floor(Floor::Written { speech, raw, minutes, kind, .. })) = unsaved(&sitting.app) else {
        panic!("nothing to record");
    };
    assert_eq!((speech, raw.as_str(), minutes.as_str()), (SpeechId(1), "Gõ dở", "In ra"));
    assert_eq!(kind, SpeechKind::Contribution);
}

/// What another screen saved of the speech.
fn elsewhere(raw: &str, minutes: &str) -> [Change; 1] {
    let (subject, kind) = ("Chủ đề mới".into(), SpeechKind::Remark);
    let (raw, minutes) = (raw.into(), minutes.into());
    [Change::Floor(Floor::Written { speech: SpeechId(1), kind, subject, raw, minutes })]
}

#[test]
fn what_another_screen_wrote_is_kept_where_nothing_was_typed_here() {
    let sitting = called().keys("Tab 'Của tôi'").given(Role::Secretary, elsewhere("", "Bản in của máy kia"));
    let sitting = sitting.keys("Ctrl-S");
    let speech = sitting.app.congress.speeches.get(&SpeechId(1)).unwrap();
    assert_eq!((speech.raw.as_str(), speech.minutes.as_str()), ("Của tôi", "Bản in của máy kia"));
    assert_eq!((speech.kind, speech.subject.as_str()), (SpeechKind::Remark, "Chủ đề mới"));
}

#[test]
fn two_who_write_the_same_text_lose_no_word() {
    let both = || called().keys("Tab 'Của tôi'").given(Role::Secretary, elsewhere("Của máy kia", ""));
    let sitting = both();
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let asked = sitting.keys("Ctrl-S");
    let raw = |sitting: &Sitting| sitting.app.congress.speeches.get(&SpeechId(1)).unwrap().raw.clone();
    assert_eq!(raw(&asked), "Của máy kia", "nothing is recorded before somebody chose");
    assert!(asked.text(80, 24).contains("Giữ cả hai bản"));
    let kept = asked.keys("Enter ' – đã gộp' Ctrl-S");
    assert_eq!(raw(&kept), "Của máy kia\nCủa tôi – đã gộp");
    assert_eq!(raw(&both().keys("Ctrl-S Down Enter")), "Của tôi");
    let theirs = both().keys("Ctrl-S Down Down Enter");
    assert_eq!((raw(&theirs), unsaved(&theirs.app).is_none()), ("Của máy kia".to_owned(), true));
    // the window goes away before anybody chose: both are recorded
    let Some(Change::Floor(Floor::Written { raw, .. })) = unsaved(&both().app) else { panic!("nothing to record") };
    assert_eq!(raw, "Của máy kia\nCủa tôi");
    // both typed the same
    let same = called().keys("Tab 'Như nhau'").given(Role::Secretary, elsewhere("Như nhau", ""));
    assert!(unsaved(&same.app).is_none());
    both().keys("Ctrl-L").at_every_size();
}

#[test]
fn what_came_between_typing_and_saving_is_asked_about_too() {
    // the other screen's line is in the congress and was not told yet, as when the door catches up
    let mut sitting = called().keys("Tab 'Của tôi'");
    for change in elsewhere("Của máy kia", "") {
        sitting.app.congress.apply(&change);
    }
    assert!(sitting.keys("Ctrl-S").text(80, 24).contains("Giữ cả hai bản"));
}

#[test]
fn kind_and_subject_change_without_touching_what_is_typed() {
    let sitting = called().keys("Tab 'Gõ dở' Ctrl-E 'nhan xet' Enter ' và kỷ luật' Enter");
    let speech = sitting.app.congress.speeches.get(&SpeechId(1)).unwrap();
    assert_eq!(speech.kind, SpeechKind::Remark);
    assert_eq!(speech.subject, "Đổi mới sinh hoạt chi bộ và kỷ luật");
    assert!(sitting.text(80, 24).contains("Gõ dở"));
}

#[test]
fn a_note_begun_before_stays_while_a_text_is_written() {
    let sitting = called().keys("'ghi chú dở' Tab 'nội dung' Ctrl-S Esc");
    assert_eq!(sitting.app.note.text(), "ghi chú dở");
    assert_eq!(sitting.app.congress.speeches.get(&SpeechId(1)).unwrap().raw, "nội dung");
}

#[test]
fn the_summary_tells_who_took_how_long_and_who_never_spoke() {
    let sitting = tick(called(), 6, 30).keys("Down Enter");
    let sitting = tick(sitting, 9, 0).keys("Enter Enter");
    let sitting = tick(sitting, 10, 15).keys("Ctrl-F");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let screen = sitting.text(120, 40);
    assert!(screen.contains("Chưa phát biểu (8)"), "{screen}");
    assert!(!screen.contains("Trịnh Xuân Yên"), "who is absent is not said to be silent\n{screen}");
    assert!(sitting.keys("Ctrl-F").text(80, 24).contains("đang chờ"));
}

#[test]
fn the_english_screen_says_the_same() {
    let screen = tick(called(), 1, 0).keys("Ctrl-L").text(120, 40);
    assert!(screen.contains("of 5 minutes · 04:00 left"), "{screen}");
}

#[test]
fn every_size_is_drawn() {
    let sitting = tick(called(), 6, 0).keys("'Một ghi chú rất dài của thư ký về nội dung phát biểu' Enter");
    sitting.at_every_size();
    let sitting = sitting.keys("Tab 'x'");
    sitting.at_every_size();
    sitting.keys("Ctrl-S Esc Ctrl-F").at_every_size();
}

#[test]
fn whoever_writes_the_same_text_is_named_before_anything_is_saved() {
    let mut sitting = called().keys("Tab 'Của tôi'");
    assert_eq!(sitting.app.shared_text().as_deref(), Some("speech 1"));
    assert!(sitting.app.beside(vec![Role::Presidium.into(), Role::Secretary.into()]));
    assert!(!sitting.app.beside(vec![Role::Presidium.into(), Role::Secretary.into()]), "nothing new to paint");
    let screen = sitting.text(80, 24);
    assert!(screen.contains(" Đoàn chủ tịch · Thư ký (cửa sổ khác) đang viết ở đây"), "{screen}");
    sitting.at_every_size();
    // two who sit at the same seat are told apart where one of them saved, too
    let saved = sitting.given(Role::Secretary, elsewhere("Của máy kia", ""));
    let screen = saved.text(80, 24);
    assert!(screen.contains("Bản của thư ký (cửa sổ khác)"), "{screen}");
    let mut english = saved.keys("Ctrl-L");
    assert!(english.app.shared_text().is_some());
    let screen = english.text(120, 40);
    assert!(screen.contains("Writing here too: Presidium · Secretary (another window)"), "{screen}");
    assert!(screen.contains("Saved by the secretary (another window)"), "{screen}");
    english.app.beside(vec![Role::Presidium.into(); 2]);
    assert!(english.text(120, 40).contains("too: Presidium (2 windows)"), "{screen}");
    english.app.beside(Vec::new());
    assert!(!english.text(120, 40).contains("Writing here"));
    assert_eq!(english.keys("Esc Down Enter").app.shared_text(), None);
}
