//! What the presidium asks, answered in the palette as it is typed: without marks, in both languages.

use crate::world::sitting::Sitting;
use daihoi::app::action::{Action, Screen};
use daihoi::app::answers::{Question, answer};
use daihoi::app::closing;
use daihoi::app::dialog::Dialog;
use daihoi::domain::id::{ItemId, PersonId};
use daihoi::domain::meeting::{Change as Meetings, Roster};
use daihoi::domain::{Change, Lang, Role};

/// The cell in the middle: two absent, one who spoke seven minutes and a half, the programme voted.
fn half_way() -> Sitting {
    let roll = "F3 'thi bich' - 'thi lan' * 'ốm' Ctrl-S Ctrl-A Enter";
    let sitting = Sitting::cell().keys(roll).keys("F2 Enter Enter Enter Enter Enter Enter Enter F5 PageDown");
    let sitting = sitting.keys("F4 Insert 'dinh cuong' Enter Ctrl-S Enter").clock(8, 7);
    sitting.keys("F4 Enter F2")
}

/// What the palette shows under the cursor once this is typed.
fn asked(sitting: Sitting, typed: &str) -> (String, Option<Question>) {
    chosen(&sitting.keys(&format!("Ctrl-K '{typed}'")))
}

/// The screen of the palette, and the question under its cursor.
fn chosen(sitting: &Sitting) -> (String, Option<Question>) {
    let screen = sitting.text(120, 40);
    let Some(Dialog::Palette(palette)) = &sitting.app.dialog else { panic!("{screen}") };
    let chosen = palette.picker.under_cursor().and_then(|choice| palette.actions.get(choice.value as usize));
    let question = chosen.and_then(|action| match action {
        Action::Answer(question) => Some(*question),
        _ => None,
    });
    (screen, question)
}

#[test]
fn the_six_questions_are_found_without_marks_and_answered_at_once() {
    for (typed, question, answer) in [
        ("chua phat bieu", Question::Silent, "9 người"),
        ("dinh cuong", Question::Person(PersonId(5)), "1 lần, 7 phút 00 giây"),
        ("muc 4", Question::Item(ItemId(4)), "chưa biểu quyết nội dung nào"),
        ("bao nhieu nu", Question::Women, "có mặt 3/9 = 33,33 %"),
        ("vang khong ly do", Question::Unexcused, "1 người: Trần Thị Bích"),
        ("con mo", Question::Open, "mục «"),
    ] {
        let (screen, found) = asked(half_way(), typed);
        assert_eq!(found, Some(question), "{typed}\n{screen}");
        assert!(screen.contains(answer), "{typed}: {answer}\n{screen}");
    }
}

#[test]
fn the_questions_are_answered_in_english_too() {
    for (typed, question, answer) in [
        ("not spoken", Question::Silent, "9: "),
        ("how long cuong", Question::Person(PersonId(5)), "1×, 7 min 00 s"),
        ("item 4", Question::Item(ItemId(4)), "nothing was voted"),
        ("women", Question::Women, "present 3/9 = 33,33 %"),
        ("absent", Question::Unexcused, "1: Trần Thị Bích"),
        ("still open", Question::Open, "is not finished"),
    ] {
        let mut sitting = half_way();
        sitting.app.seat.lang = Lang::En;
        let (screen, found) = asked(sitting, typed);
        assert_eq!(found, Some(question), "{typed}\n{screen}");
        assert!(screen.contains(answer), "{typed}: {answer}\n{screen}");
    }
}

/// As a person types them: whole sentences, with marks or without, with the question mark or without.
#[test]
fn questions_are_understood_as_people_type_them() {
    let cuong = Question::Person(PersonId(5));
    let item = Question::Item(ItemId(4));
    let asked_for = [
        (Question::Silent, &["Ai chưa phát biểu?", "ai chua noi", "còn bao nhiêu người chưa phát biểu"][..]),
        (Question::Silent, &["who has not spoken?", "who hasn't spoken yet"]),
        (cuong, &["Đồng chí Cường nói bao lâu?", "dinh cuong phat bieu may phut", "anh cuong noi may lan"]),
        (cuong, &["how long has Cường spoken?", "how long did cuong speak"]),
        (item, &["Mục 4 đã biểu quyết gì?", "muc 4 bieu quyet the nao", "kết quả biểu quyết mục 4"]),
        (item, &["what did we vote on item 4?", "result of item 4"]),
        (Question::Women, &["Có bao nhiêu nữ?", "may dai bieu nu", "tỷ lệ nữ", "how many women are there?"]),
        (Question::Unexcused, &["Ai vắng không lý do?", "ai vang khong phep", "who is absent without reason?"]),
        (Question::Open, &["Còn gì mở trước khi bế mạc?", "con viec gi chua xong", "còn việc nào chưa làm?"]),
        (Question::Open, &["what is still open before closing?", "what's left to do"]),
    ];
    for (question, ways) in asked_for {
        for typed in ways {
            let sitting = half_way().keys("Ctrl-K").typing(typed);
            let (screen, found) = chosen(&sitting);
            assert_eq!(found, Some(question), "{typed}\n{screen}");
        }
    }
}

#[test]
fn what_was_voted_on_an_item_is_told_with_its_hands() {
    let sitting = half_way().keys("F5 Home").keys("F2");
    let motion = serde_json::json!({"motions": {"put": {"id": 1, "subject": "programme", "text": "thông qua chương trình", "item": 4}}});
    let vote = serde_json::json!({"motions": {"voted": {"motion": 1, "at": "2026-11-20T08:10:00", "count": {"counted": {"agree": 7, "disagree": 1}}}}});
    let changes = [motion, vote].map(|value| serde_json::from_value(value).unwrap());
    let sitting = sitting.given(Role::Secretary, changes);
    let told = answer(&sitting.app, Question::Item(ItemId(4)));
    assert_eq!(told.short, "«thông qua chương trình»: đồng ý 7, không đồng ý 1, ý kiến khác 0 – thông qua");
    let sitting = sitting.keys("Ctrl-K 'muc 4' Enter");
    assert!(sitting.text(80, 24).contains("đồng ý 7"), "{}", sitting.text(80, 24));
    assert_eq!(sitting.keys("Enter").app.screen, Screen::Votes, "Enter goes where more is to be seen");
}

#[test]
fn commands_are_still_found_and_every_size_is_drawn() {
    let sitting = half_way().keys("Ctrl-K");
    insta::assert_debug_snapshot!("palette", sitting.screen(80, 24));
    sitting.at_every_size();
    let sitting = sitting.keys("'chua phat bieu'");
    insta::assert_debug_snapshot!("palette_answer", sitting.screen(80, 24));
    sitting.at_every_size();
    assert_eq!(half_way().keys("Ctrl-K 'bau cu' Enter").app.screen, Screen::Elections);
}

/// Whoever knows the word of a thing finds it from any screen; a sign, which acts on a row not yet seen, is only shown its screen.
#[test]
fn what_another_screen_does_is_found_by_its_word() {
    let sitting = half_way().keys("Ctrl-K 'them chi tieu' Enter");
    assert_eq!(sitting.app.screen, Screen::Votes);
    assert!(matches!(sitting.app.dialog, Some(Dialog::Form(..))), "{}", sitting.text(80, 24));
    let sitting = half_way();
    let lines = sitting.lines.len();
    let sitting = sitting.keys("Ctrl-K 'tang hoa' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Khách mời") && screen.contains("• *: Tặng hoa, quà"), "{screen}");
    let sitting = sitting.keys("F2 Ctrl-K 'nhat tri' Enter");
    assert_eq!((sitting.app.screen, sitting.lines.len()), (Screen::Votes, lines), "nothing was recorded");
}

/// The palette counts what the closing records: with all else done the papers not issued are still open.
#[test]
fn papers_not_issued_are_open_in_the_palette_as_in_the_closing() {
    let sitting = half_way();
    let told = answer(&sitting.app, Question::Open);
    assert_eq!(told.whole, closing::all_told(&sitting.app.congress, Lang::Vi));
    assert!(told.whole.last().is_some_and(|last| last.starts_with("chưa phát hành")), "{:?}", told.whole);
}

/// Where the roster holds only those named in a source nobody knows who of the others spoke or is away.
#[test]
fn a_roster_of_the_named_answers_not_stated() {
    let mut meeting = Sitting::cell().app.congress.meeting().clone();
    meeting.roster = Roster::NamedOnly;
    let sitting = Sitting::cell().given(Role::Secretary, [Change::Meeting(Meetings::Corrected(meeting))]);
    for question in [Question::Silent, Question::Unexcused] {
        assert_eq!(answer(&sitting.app, question).short, "không nêu", "{question:?}");
    }
}

/// An event recorded with its day alone: a speech of which no hour is known has no length.
#[test]
fn a_speech_without_its_hours_has_no_length() {
    let speech = serde_json::json!({"floor": {"registered": {"id": 1, "speaker": {"person": 5}}}});
    let called = serde_json::json!({"floor": {"called": {"speech": 1, "item": 4, "at": "2026-11-20T00:00:00"}}});
    let ended = serde_json::json!({"floor": {"ended": {"speech": 1, "at": "2026-11-20T00:00:00"}}});
    let changes = [speech, called, ended].map(|value| serde_json::from_value(value).unwrap());
    let sitting = Sitting::cell().given(Role::Secretary, changes);
    assert_eq!(answer(&sitting.app, Question::Person(PersonId(5))).short, "1 lần, thời gian không nêu");
    let sitting = sitting.keys("F4");
    assert!(!sitting.text(120, 40).contains("00:00"), "{}", sitting.text(120, 40));
    let summary = sitting.keys("Ctrl-F").text(120, 40);
    assert!(!summary.contains("00:00"), "{summary}");
}
