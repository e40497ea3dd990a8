//! The minutes screen.

use crate::world::cell::at;
use crate::world::script;
use crate::world::sitting::Sitting;
use daihoi::app::action::Screen;
use daihoi::app::effect::Effect;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::election::list::Voters;
use daihoi::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use daihoi::domain::id::{BodyId, ItemId, MotionId, PersonId, SessionId, SpeechId};
use daihoi::domain::minutes::{Change as Minutes, Rewording};
use daihoi::domain::motions::{Change as Motions, Count, Motion, Subject};
use daihoi::domain::{Change, Role, Who};

/// A congress in its discussion: roll called, presidium elected, one speech without a text for the minutes.
fn half_way() -> Sitting {
    let people = (1..=10).map(PersonId).collect();
    let speech = Speech {
        kind: SpeechKind::Contribution,
        subject: "Đổi mới sinh hoạt chi bộ".into(),
        limit: 5,
        ..Speech::registered(SpeechId(1), Speaker::Person(PersonId(2)))
    };
    let presidium = Body {
        id: BodyId(1),
        kind: BodyKind::Presidium,
        election: None,
        members: vec![PersonId(1), PersonId(2)],
        elected_by: None,
    };
    let put = Motion {
        id: MotionId(1),
        subject: Subject::Body(BodyId(1)),
        text: "Bầu Đoàn chủ tịch".into(),
        item: Some(ItemId(3)),
        voters: Voters::Congress,
        vote: None,
    };
    let changes = [
        Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: at(8, 0) }),
        Change::Agenda(Agenda::Started { item: ItemId(3), at: at(8, 10) }),
        Change::Bodies(Bodies::Proposed(presidium)),
        Change::Motions(Motions::Put(put)),
        Change::Motions(Motions::Voted { motion: MotionId(1), at: at(8, 12), count: Count::Unanimous }),
        Change::Agenda(Agenda::Finished { item: ItemId(3), at: at(8, 15) }),
        Change::Agenda(Agenda::Started { item: ItemId(6), at: at(9, 0) }),
        Change::Floor(Floor::Registered(speech)),
        Change::Floor(Floor::Called { speech: SpeechId(1), item: Some(ItemId(6)), at: at(9, 5) }),
        Change::Floor(Floor::Ended { speech: SpeechId(1), at: at(9, 10) }),
    ];
    Sitting::cell().given(Role::Secretary, changes).clock(9, 11)
}

/// The opening paragraph reworded.
fn reworded() -> Sitting {
    let erase = "Backspace ".repeat(600);
    half_way().keys("F7 Tab Enter").keys(&erase).keys("'Đại hội được tổ chức trọng thể.' Ctrl-S")
}

#[test]
fn the_paper_is_shown_as_it_prints_with_what_is_missing() {
    let sitting = half_way().keys("F7");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    insta::assert_debug_snapshot!("the_paper_beside_what_is_missing", sitting.screen(120, 40));
}

#[test]
fn reading_goes_by_line_page_and_paragraph() {
    let sitting = half_way().keys("F7");
    assert_eq!(sitting.app.on.minutes.line, 0);
    let sitting = sitting.keys("Down Down PageDown Up");
    assert_eq!(sitting.app.on.minutes.line, 10);
    let sitting = sitting.keys("End");
    let last = sitting.app.on.minutes.sheet.as_ref().unwrap().lines.len() - 1;
    assert_eq!(sitting.app.on.minutes.line, last);
    assert!(sitting.text(80, 24).contains("Nguyễn Văn An") || sitting.text(80, 24).contains("ĐOÀN CHỦ TỊCH"));
    let sitting = sitting.keys("Home Tab");
    let first = sitting.app.on.minutes.line;
    assert!(first > 0);
    assert_eq!(sitting.keys("Tab BackTab").app.on.minutes.line, first);
}

#[test]
fn a_wording_by_hand_is_kept_marked_and_given_back() {
    let sitting = reworded();
    let kept: Vec<_> = sitting.app.congress.rewordings.iter().cloned().collect();
    assert_eq!(kept.len(), 1);
    assert!(kept[0].key.starts_with("minutes/"), "{}", kept[0].key);
    assert_eq!(kept[0].text.as_deref(), Some("Đại hội được tổ chức trọng thể."));
    assert!(!kept[0].original.is_empty());
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
    let asked = sitting.keys("Delete");
    assert!(asked.text(80, 24).contains("dùng lại lời văn theo dữ liệu"));
    let back = asked.keys("Enter");
    assert_eq!(back.app.congress.rewordings.iter().next().unwrap().text, None);
    assert!(!back.text(80, 24).contains("trọng thể"));
}

#[test]
fn where_the_data_moved_on_the_two_texts_stand_side_by_side() {
    let meeting = half_way().app.congress.meeting().clone();
    let moved = daihoi::domain::meeting::Meeting { venue: Some("Nhà văn hóa phường".into()), ..meeting };
    let change = Change::Meeting(daihoi::domain::meeting::Change::Corrected(moved));
    let sitting = reworded().given(Role::Secretary, [change]);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
    let form = sitting.keys("Enter").text(80, 24);
    assert!(form.contains("Nhà văn hóa phường"), "what the data gives now\n{form}");
    assert!(form.contains("trọng thể"), "what was written by hand\n{form}");
}

#[test]
fn written_back_word_for_word_a_paragraph_is_the_datas_again() {
    let sitting = half_way().keys("F7 Tab Enter Ctrl-S");
    assert_eq!(sitting.app.congress.rewordings.iter().next().unwrap().text, None);
    assert!(!sitting.text(80, 24).contains('✎') || sitting.text(80, 24).matches('✎').count() == 1);
}

#[test]
fn a_heading_is_not_reworded_and_says_why() {
    let sitting = half_way().keys("F7 Enter");
    assert!(sitting.app.dialog.is_none());
    assert!(sitting.text(100, 30).contains("không sửa lời văn"));
    assert!(sitting.keys("Tab Delete").text(100, 30).contains("đang theo dữ liệu"));
}

#[test]
fn a_missing_fact_leads_to_its_place() {
    let sitting = half_way().keys("F7 Right");
    let told = |sitting: &Sitting| {
        let state = &sitting.app.on.minutes;
        state.missing[state.row].told(daihoi::domain::Lang::Vi).to_owned()
    };
    let wanted = "Phát biểu của Trần Thị Bích chưa có nội dung ghi biên bản.";
    let mut sitting = sitting;
    for _ in 0..30 {
        if told(&sitting) == wanted {
            break;
        }
        sitting = sitting.keys("Down");
    }
    assert_eq!(told(&sitting), wanted);
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.screen, Screen::Floor);
    let writing = sitting.app.on.floor.writing.as_ref().unwrap();
    assert_eq!(writing.speech, SpeechId(1));
    let sitting = sitting.keys("'Đề nghị đổi mới.' Ctrl-S Esc F7");
    let missing = &sitting.app.on.minutes.missing;
    assert!(missing.iter().all(|missing| missing.told(daihoi::domain::Lang::Vi) != wanted));
}

#[test]
fn a_digit_leads_to_the_fact_with_that_number() {
    let sitting = half_way().keys("F7 1");
    assert_ne!(sitting.app.screen, Screen::Minutes);
    assert!(half_way().keys("F7 Right PageDown PageDown Enter").app.screen != Screen::Minutes);
}

#[test]
fn facts_of_the_meeting_are_entered_here() {
    let meeting = daihoi::domain::meeting::Meeting { venue: None, ..half_way().app.congress.meeting().clone() };
    let change = Change::Meeting(daihoi::domain::meeting::Change::Corrected(meeting));
    let sitting = half_way().given(Role::Secretary, [change]).keys("F7 Right Enter Enter 'Nhà văn hóa' Enter");
    assert_eq!(sitting.app.congress.meeting().venue.as_deref(), Some("Nhà văn hóa"));
    assert!(
        sitting.app.on.minutes.missing.iter().all(|fact| !fact.told(daihoi::domain::Lang::Vi).contains("địa điểm"))
    );
}

#[test]
fn export_is_asked_of_the_world() {
    let sitting = half_way().keys("F7 Ctrl-S");
    assert!(sitting.effects.iter().any(|effect| matches!(effect, Effect::Export)));
    assert!(sitting.text(80, 24).contains("Đang xuất"));
}

/// The dossier, the cursor on the row whose title begins so.
fn dossier_at(sitting: Sitting, title: &str) -> Sitting {
    let mut sitting = sitting.keys("F7 Ctrl-F Home");
    for _ in 0..60 {
        let state = &sitting.app.on.minutes;
        if state.dossier[state.chosen].title.starts_with(title) {
            return sitting;
        }
        sitting = sitting.keys("Down");
    }
    panic!("no paper {title}\n{}", sitting.text(120, 60));
}

#[test]
fn the_dossier_tells_of_each_paper_whether_it_is_there_and_what_it_lacks() {
    let sitting = half_way().keys("F7 Ctrl-F");
    insta::assert_debug_snapshot!("the_dossier", sitting.screen(80, 24));
    insta::assert_debug_snapshot!("the_dossier_beside_what_is_missing", sitting.screen(120, 40));
    let back = sitting.keys("Ctrl-F").text(80, 24);
    assert!(back.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), "the paper again\n{back}");
}

#[test]
fn a_paper_of_the_dossier_is_opened_and_one_that_waits_leads_to_where_it_is_entered() {
    let programme = dossier_at(half_way(), "Chương trình").keys("Enter").text(120, 60);
    assert!(programme.contains("CHƯƠNG TRÌNH") && programme.contains("┼"), "{programme}");
    let waiting = dossier_at(Sitting::cell(), "Báo cáo tình hình đảng viên").keys("Enter");
    assert_eq!(waiting.app.screen, Screen::Roll);
}

#[test]
fn a_paper_is_issued_once_and_a_later_change_shows() {
    let sitting = dossier_at(half_way(), "Chương trình").keys("Ctrl-P");
    let asked = sitting.text(100, 30);
    assert!(asked.contains("01-CTr/ĐH"), "{asked}");
    let sitting = sitting.keys("Enter");
    assert!(sitting.text(120, 40).contains("✓ Chương trình"));
    let printed = sitting.keys("Enter").text(120, 60);
    assert!(printed.contains("Số 01-CTr/ĐH"), "{printed}");
    let sitting = dossier_at(half_way(), "Chương trình").keys("Ctrl-P Enter Ctrl-P Enter");
    assert_eq!(sitting.app.congress.issues.len(), 1, "the same content has one number");
    let meeting = half_way().app.congress.meeting().clone();
    let moved = daihoi::domain::meeting::Meeting { venue: Some("Nhà văn hóa phường".into()), ..meeting };
    let change = Change::Meeting(daihoi::domain::meeting::Change::Corrected(moved));
    let moved = dossier_at(half_way(), "Chương trình").keys("Ctrl-P Enter").given(Role::Secretary, [change]);
    assert!(moved.text(120, 40).contains("số liệu đã đổi"), "{}", moved.text(120, 40));
    let again = moved.keys("Ctrl-P").text(100, 30);
    assert!(again.contains("thay cho bản số 01-CTr/ĐH"), "{again}");
}

#[test]
fn a_ballot_has_no_number_and_says_so() {
    let sitting = dossier_at(half_way(), "Danh sách điểm danh").keys("Ctrl-P");
    assert!(sitting.app.dialog.is_none());
    assert!(sitting.text(120, 30).contains("không đánh số nên không phát hành"));
}

#[test]
fn one_paper_alone_is_exported_from_here() {
    let sitting = dossier_at(half_way(), "Chương trình").keys("Ctrl-X");
    let asked = |effect: &Effect| matches!(effect, Effect::ExportPaper(daihoi::papers::PaperName::Programme));
    assert!(sitting.effects.iter().any(asked));
}

#[test]
fn how_the_papers_print_is_chosen_here() {
    let sitting = half_way().keys("F7 Ctrl-T");
    let form = sitting.text(100, 30);
    assert!(form.contains("399-QĐ/TW 2026") && form.contains("30, 40, 50, 60"), "{form}");
    let sitting = sitting.keys("Ctrl-S");
    assert!(sitting.app.congress.meeting().about.printing.age_edges == [30, 40, 50, 60]);
}

#[test]
fn a_counted_round_has_its_tally_record() {
    let whole = script::whole();
    let (founding, rest) = whole.split_first().unwrap();
    let sitting = Sitting::of(vec![founding.1.clone()], at(8, 0));
    let sitting = rest.iter().fold(sitting, |sitting, (who, change)| sitting.given(*who, [change.clone()]));
    let sitting = dossier_at(sitting, "Biên bản kiểm phiếu").keys("Enter Tab Tab Tab Tab Tab Tab Tab Tab");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let tally = sitting.text(120, 60);
    assert!(tally.contains("BAN KIỂM PHIẾU"), "{tally}");
    assert!(tally.contains('┼'), "the table of results\n{tally}");
    assert!(dossier_at(sitting, "Biên bản Đại hội").keys("Enter").text(120, 40).contains("LẦN THỨ XIV"));
}

#[test]
fn the_entry_log_is_kept_by_the_head_of_counting() {
    let whole = script::whole();
    let (founding, rest) = whole.split_first().unwrap();
    let sitting = Sitting::of(vec![founding.1.clone()], at(8, 0));
    let sitting = rest.iter().fold(sitting, |sitting, (who, change)| sitting.given(*who, [change.clone()]));
    let kept = dossier_at(sitting, "Nhật ký nhập phiếu bầu");
    assert!(kept.text(120, 60).contains("trưởng ban giữ"), "{}", kept.text(120, 60));
    let refused = kept.keys("Enter");
    assert_eq!(refused.app.screen, Screen::Minutes);
    assert!(refused.text(120, 60).contains("Trưởng ban kiểm phiếu giữ văn bản này"), "{}", refused.text(120, 60));
    let mut sitting = refused;
    sitting.app.seat.who = Role::Head.into();
    let opened = dossier_at(sitting.keys("Ctrl-F"), "Nhật ký nhập phiếu bầu").keys("Enter").text(120, 60);
    assert!(opened.contains("NHẬT KÝ NHẬP PHIẾU BẦU"), "{opened}");
}

#[test]
fn the_preview_follows_what_other_screens_record() {
    let sitting = half_way().keys("F7");
    let written = Floor::Written {
        speech: SpeechId(1),
        kind: SpeechKind::Contribution,
        subject: "Đổi mới".into(),
        raw: String::new(),
        minutes: "Nêu bốn giải pháp.".into(),
    };
    let sitting = sitting.given(Role::Secretary, [Change::Floor(written)]);
    let printed = sitting.app.on.minutes.sheet.as_ref().unwrap().printed.plain_text();
    assert!(printed.contains("Nêu bốn giải pháp."), "{printed}");
}

#[test]
fn every_size_is_drawn() {
    half_way().keys("F7").at_every_size();
    half_way().keys("F7 Right Down").at_every_size();
    half_way().keys("F7 Ctrl-F Down").at_every_size();
    reworded().at_every_size();
    reworded().keys("Enter").at_every_size();
}

#[test]
fn a_rewording_that_another_screen_made_meanwhile_is_shown_and_nothing_is_lost() {
    let open = || reworded().keys("Enter ' Của tôi.'");
    let key = open().app.congress.rewordings.iter().next().unwrap().clone();
    let theirs = Rewording { text: Some("Của máy kia.".into()), ..key };
    let given = open().given(Role::Secretary, [Change::Minutes(Minutes::Reworded(theirs))]);
    assert!(given.text(100, 30).contains("vừa được sửa ở máy khác"), "{}", given.text(100, 30));
    let text = |sitting: &Sitting| sitting.app.congress.rewordings.iter().next().unwrap().text.clone().unwrap();
    let refused = given.keys("Ctrl-S");
    assert_eq!(text(&refused), "Của máy kia.");
    assert!(refused.text(100, 30).contains("trọng thể. Của tôi."), "{}", refused.text(100, 30));
    let merged = refused.keys("Ctrl-S");
    assert_eq!(text(&merged), "Đại hội được tổ chức trọng thể. Của tôi.\nCủa máy kia.");
}

#[test]
fn a_form_whose_text_others_write_too_names_them() {
    let mut sitting = half_way().keys("F7 Tab Enter");
    assert!(sitting.app.shared_text().is_some_and(|name| name.starts_with("paper ")));
    sitting.app.beside(vec![Role::Secretary.into()]);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("│ Thư ký (cửa sổ khác) đang viết ở đây  "), "{screen}");
    sitting.at_every_size();
    let mut script = Sitting::cell().keys("Ctrl-E");
    assert!(script.app.shared_text().is_some_and(|name| name.starts_with("item ")));
    script.app.beside(vec![Who { role: Role::Secretary, desk: Some(2) }]);
    let screen = script.text(80, 24);
    assert!(screen.contains("Thư ký, bàn 2 đang viết ở đây"), "{screen}");
    // a form that only this window writes says nothing of it
    let other = script.keys("Esc Insert");
    assert_eq!(other.app.shared_text(), None);
    assert!(!other.text(80, 24).contains("đang viết"));
}
