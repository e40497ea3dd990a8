//! The screens made for one person each: presidium, head of counting, counter, hall.

use super::elections::hall::{called, cell, listed};
use crate::world::cell::at;
use crate::world::sitting::Sitting;
use daihoi::app::Seating;
use daihoi::app::action::Screen;
use daihoi::app::dialog::Dialog;
use daihoi::app::effect::Effect;
use daihoi::app::key::Input;
use daihoi::app::words::frame;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::bundle::{Change as Bundle, Declared};
use daihoi::domain::election::{Change as E, Entry, KeyedBallot, Office};
use daihoi::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use daihoi::domain::id::{ItemId, PersonId, RoundId, SessionId, SpeechId};
use daihoi::domain::{Change, Lang, Role, Who};

const ROUND: RoundId = RoundId(1);

/// The same congress with another person before the screen.
fn seen_by(mut sitting: Sitting, who: impl Into<Who>) -> Sitting {
    let now = sitting.app.now();
    let seat = daihoi::app::Seat { who: who.into(), lang: Lang::Vi, now };
    sitting.app = daihoi::app::App::new(sitting.app.congress.clone(), seat, sitting.lines.clone());
    sitting
}

fn desk(desk: u16) -> Who {
    Who { role: Role::Counter, desk: Some(desk) }
}

fn speech(id: u32, person: u32, subject: &str) -> Change {
    Change::Floor(Floor::Registered(Speech {
        kind: SpeechKind::Contribution,
        subject: subject.into(),
        limit: 7,
        ..Speech::registered(SpeechId(id), Speaker::Person(PersonId(person)))
    }))
}

/// The discussion under way, somebody speaking, two waiting.
fn discussion() -> Sitting {
    let people = (1..=10).map(PersonId).collect();
    let changes = [
        Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: at(8, 0) }),
        Change::Agenda(Agenda::Started { item: ItemId(6), at: at(9, 0) }),
        speech(1, 2, "Đổi mới sinh hoạt chi bộ"),
        speech(2, 4, "Kinh phí sửa chữa hội trường"),
        speech(3, 7, ""),
        Change::Floor(Floor::Called { speech: SpeechId(1), item: Some(ItemId(6)), at: at(9, 5) }),
    ];
    Sitting::cell().given(Role::Secretary, changes).clock(9, 8)
}

fn election(change: E) -> Change {
    Change::Election(change)
}

/// A ballot of ten papers in three bundles: the first settled, the second keyed once, the third with papers that differ.
fn counted() -> Sitting {
    let sitting = listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]);
    let sitting = sitting.keys("F6 Enter Enter Enter Enter '10' Enter Enter '10' Enter Enter Enter");
    let bundles = [4, 3, 3].iter().zip(1..).map(|(size, number)| Declared { number, size: *size }).collect();
    let handed_out = Bundle::HandedOut { round: ROUND, entry: Entry::Double, bundles };
    let mut sitting = sitting.given(Role::Head, [election(E::Bundle(handed_out))]);
    for (bundle, keying, who, struck) in
        [(1, 1, 1, vec![4]), (1, 2, 2, vec![4]), (2, 1, 2, vec![4]), (3, 1, 1, vec![3]), (3, 2, 3, vec![4])]
    {
        let size = [4, 3, 3][usize::from(bundle) - 1];
        let at = at(10, u32::from(bundle) * 3 + u32::from(keying));
        let claimed = Bundle::Claimed { round: ROUND, bundle, keying, by: desk(who), at };
        let marks = Marks::Struck(struck);
        let ballot =
            KeyedBallot { round: ROUND, bundle, keying, number: 1, times: size, marks, defect: None, set_aside: false };
        let locked = Bundle::Locked { round: ROUND, bundle, keying, at };
        let changes = [E::Bundle(claimed), E::BallotKeyed(ballot), E::Bundle(locked)].map(election);
        sitting = sitting.given(desk(who), changes);
    }
    sitting.clock(10, 20)
}

/// What may never be read on these screens before the count is closed.
fn shows_no_votes(sitting: &Sitting) {
    for (width, height) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        let screen = sitting.text(width, height);
        for word in ["trúng cử", "đồng ý", "hợp lệ", "phiếu bầu"] {
            assert!(!screen.contains(word), "«{word}»:\n{screen}");
        }
    }
}

#[test]
fn the_presidium_sees_now_next_how_long_who_waits_and_the_text() {
    let chair = seen_by(discussion(), Role::Presidium);
    assert_eq!(chair.app.screen, Screen::Chair);
    insta::assert_debug_snapshot!("chair_80", chair.screen(80, 24));
    insta::assert_debug_snapshot!("chair_120", chair.screen(120, 40));
    insta::assert_debug_snapshot!("chair_en", chair.keys("Ctrl-L").screen(120, 40));
    seen_by(discussion(), Role::Presidium).at_every_size();
}

#[test]
fn the_presidium_decides_with_one_key_and_only_what_is_its_own() {
    let sitting = listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]);
    let chair = seen_by(sitting, Role::Presidium);
    let screen = chair.text(120, 40);
    assert!(screen.contains("► Xác nhận số căn cứ, mở vòng bầu"), "{screen}");
    // a question longer than the window is read to its end before it is answered
    let mut asked = chair.keys("Enter");
    let Some(Dialog::Confirm(confirm)) = &mut asked.app.dialog else { panic!("{}", asked.text(80, 24)) };
    confirm.text.splice(0..0, (1..=20).map(|name| format!("tên {name}")));
    let (first, last) = (asked.text(80, 24), asked.keys("PageDown PageDown"));
    assert!(first.contains("PgDn") && !first.contains("giữ nguyên cho cả vòng bầu"), "{first}");
    assert!(last.text(80, 24).contains("giữ nguyên cho cả vòng bầu"), "{}", last.text(80, 24));
    let chair = last.keys("Enter");
    assert!(chair.app.congress.rounds.get(&ROUND).is_some(), "{}", chair.text(120, 40));
    assert_eq!(chair.lines.last().unwrap().who, Role::Presidium.into());
    // the box is the secretary's: nothing to decide, and the key says so
    let dim = chair.keys("Enter");
    assert!(dim.text(120, 40).contains("Chưa có việc nào chờ đoàn chủ tịch quyết định"), "{}", dim.text(120, 40));
}

#[test]
fn the_hall_is_held_and_shown_by_one_key_of_the_presidium() {
    let chair = seen_by(discussion(), Role::Presidium).keys("*");
    assert!(chair.app.congress.hall_screen_is_held());
    assert!(chair.text(80, 24).contains("TẠM DỪNG"), "{}", chair.text(80, 24));
    let held = seen_by(chair, Role::Hall);
    assert!(!held.text(60, 20).contains("Trần Thị Bích"), "{}", held.text(60, 20));
    assert!(held.text(60, 20).contains("Đại hội Chi bộ"), "{}", held.text(60, 20));
    let secretary = seen_by(held, Role::Secretary);
    assert!(secretary.text(80, 24).contains("MÀN HÌNH DỪNG"), "{}", secretary.text(80, 24));
    let shown = secretary.keys("F4 F12");
    assert!(!shown.text(80, 24).contains("MÀN HÌNH DỪNG"), "{}", shown.text(80, 24));
    assert!(!shown.app.congress.hall_screen_is_held(), "the secretary does it from any screen");
}

#[test]
fn the_hall_is_read_from_the_last_row() {
    let hall = seen_by(discussion(), Role::Hall);
    insta::assert_debug_snapshot!("hall_speech_40", hall.screen(40, 16));
    insta::assert_debug_snapshot!("hall_speech_80", hall.screen(80, 24));
    insta::assert_debug_snapshot!("hall_speech_200", hall.screen(200, 60));
    let counting = seen_by(counted(), Role::Hall);
    insta::assert_debug_snapshot!("hall_count_80", counting.screen(80, 24));
    shows_no_votes(&counting);
    let waiting = seen_by(Sitting::cell(), Role::Hall);
    for sitting in [&hall, &counting, &waiting] {
        for width in [7, 20, 40, 80, 133, 200] {
            for height in [0, 1, 2, 3, 7, 12, 24, 60] {
                let text = sitting.text(width, height);
                assert!(height == 0 || !text.trim().is_empty(), "never blank: {width}×{height}");
            }
        }
    }
}

#[test]
fn an_announced_result_stands_in_bars_and_not_before() {
    let mut sitting = counted();
    let at = at(10, 30);
    let again = [
        election(E::Bundle(Bundle::Voided { round: ROUND, bundle: 3, keying: 2, reason: "nhập lại".into(), at })),
        election(E::Bundle(Bundle::Claimed { round: ROUND, bundle: 3, keying: 3, by: Role::Head.into(), at })),
        election(E::BallotKeyed(paper(3, 3, vec![3]))),
        election(E::Bundle(Bundle::Locked { round: ROUND, bundle: 3, keying: 3, at })),
        election(E::Bundle(Bundle::Claimed { round: ROUND, bundle: 2, keying: 2, by: Role::Head.into(), at })),
        election(E::BallotKeyed(paper(2, 2, vec![4]))),
        election(E::Bundle(Bundle::Locked { round: ROUND, bundle: 2, keying: 2, at })),
        election(E::CountClosed { round: ROUND, at }),
    ];
    sitting = sitting.given(Role::Head, again);
    shows_no_votes(&seen_by(
        Sitting { app: app_of(&sitting), lines: sitting.lines.clone(), effects: Vec::new() },
        Role::Hall,
    ));
    // the head has the record to sign, the desks go home, and the presidium is shown whom it confirms
    let seen = |who: Who| {
        let (app, lines) = (app_of(&sitting), sitting.lines.clone());
        seen_by(Sitting { app, lines, effects: Vec::new() }, who)
    };
    let head = seen(Role::Head.into()).text(80, 24);
    assert!(head.contains("Đã khóa kết quả; F7 in, ký biên bản kiểm phiếu"), "{head}");
    let idle = seen(desk(2)).text(80, 24);
    assert!(idle.contains("Kiểm phiếu xong, kết quả đã khóa"), "{idle}");
    let chair = seen(Role::Presidium.into());
    assert!(chair.text(120, 40).contains("trúng cử 3/3"), "{}", chair.text(120, 40));
    let asked = chair.keys("Enter");
    assert!(asked.text(80, 24).contains("Xác nhận kết quả?"), "{}", asked.text(80, 24));
    let confirmed = asked.keys("Enter");
    assert!(confirmed.lines.last().is_some_and(|line| line.who == Role::Presidium.into()));
    sitting = sitting.given(Role::Presidium, [election(E::ResultConfirmed { round: ROUND, at })]);
    sitting = sitting.given(Role::Secretary, [election(E::Announced { round: ROUND, at })]).clock(10, 31);
    let hall = seen_by(sitting, Role::Hall);
    insta::assert_debug_snapshot!("hall_result_80", hall.screen(80, 24));
    insta::assert_debug_snapshot!("hall_result_40", hall.screen(40, 14));
    // in a fine window the names are drawn as large as all of them allow
    insta::assert_debug_snapshot!("hall_result_200", hall.screen(200, 60));
}

fn paper(bundle: u16, keying: u16, struck: Vec<u16>) -> KeyedBallot {
    KeyedBallot {
        round: ROUND,
        bundle,
        keying,
        number: 1,
        times: 3,
        marks: Marks::Struck(struck),
        defect: None,
        set_aside: false,
    }
}

fn app_of(sitting: &Sitting) -> daihoi::app::App {
    daihoi::app::App::new(sitting.app.congress.clone(), sitting.app.seat, sitting.lines.clone())
}

#[test]
fn no_key_moves_the_hall() {
    let mut hall = seen_by(discussion(), Role::Hall);
    let before = hall.text(80, 24);
    let keys = "F1 F2 F3 F5 F6 F7 F8 F9 F10 Ctrl-K Ctrl-Z Ctrl-L Ctrl-P F12 Enter Esc Tab Space 'abc' * + 1 Up Down Delete Ctrl-Q";
    hall = hall.keys(keys);
    let effects = hall.app.update(Input::Paste("dán vào".into()));
    assert_eq!(hall.text(80, 24), before);
    assert!(effects.is_empty() && hall.effects.is_empty(), "{:?}", hall.effects);
    // trouble behind it is a mark in the corner, and what it showed stays
    hall.app.troubled("mất tệp".into(), "chờ".into());
    let troubled = hall.text(80, 24);
    assert!(troubled.contains("nối lại") && hall.app.dialog.is_none(), "{troubled}");
    assert!(troubled.contains("Đổi mới sinh hoạt chi bộ"), "{troubled}");
    let twice = hall.keys("Ctrl-Q");
    assert!(matches!(twice.effects.last(), Some(Effect::Quit)));
}

#[test]
fn on_one_laptop_the_seat_comes_back_from_the_hall() {
    let sitting = discussion().keys("F9 'hoi truong' Enter");
    assert_eq!(sitting.app.screen, Screen::Hall);
    let back = sitting.keys("F9");
    assert_eq!((back.app.seat.who, back.app.screen), (Who::default(), Screen::Run));
}

#[test]
fn the_head_sees_bundles_desks_progress_and_what_is_next() {
    let head = seen_by(counted(), Role::Head);
    assert_eq!(head.app.screen, Screen::Head);
    insta::assert_debug_snapshot!("head_80", head.screen(80, 24));
    insta::assert_debug_snapshot!("head_120", head.screen(120, 40));
    shows_no_votes(&head);
    head.at_every_size();
    insta::assert_debug_snapshot!("head_en", seen_by(counted(), Role::Head).keys("Ctrl-L").screen(80, 24));
    let board = head.keys("Enter");
    assert_eq!((board.app.screen, board.app.on.elections.board), (Screen::Elections, Some(ROUND)));
    // before there is anything to count
    let early = seen_by(cell(11, 10), Role::Head);
    early.at_every_size();
}

#[test]
fn a_counter_sees_its_own_bundles_and_the_pad() {
    let counter = seen_by(counted(), desk(2));
    assert_eq!(counter.app.screen, Screen::Desk);
    insta::assert_debug_snapshot!("desk_80", counter.screen(80, 24));
    let screen = counter.text(120, 40);
    assert!(!screen.contains("bàn 1") && !screen.contains("bàn 3"), "{screen}");
    shows_no_votes(&counter);
    counter.at_every_size();
    // every other screen is closed to it, and says why
    for key in ["F3", "F4", "F5", "F6", "F7", "F8"] {
        let shut = seen_by(counted(), desk(2)).keys(key);
        assert_eq!(shut.app.screen, Screen::Desk, "{key}");
        assert!(shut.text(80, 24).contains("không thuộc vai"), "{key}: {}", shut.text(80, 24));
    }
    // nor does it ask about the congress, or find a command that is not its own
    for seating in [Seating::Free, Seating::Fixed] {
        let asking = |keys: &str| {
            let mut sitting = seen_by(counted(), desk(2));
            sitting.app.seating = seating;
            sitting.keys(keys).text(120, 60)
        };
        let offered = [asking("Ctrl-K"), asking("F10"), asking("F1")];
        for shown in &offered {
            assert!(shown.contains("Ctrl-P") && !shown.contains("F12") && !shown.contains("Ctrl-Z"), "{shown}");
            assert!(!shown.contains("Bầu cử") && !shown.contains("phát biểu"), "{shown}");
        }
        for question in ["chưa phát biểu", "bao nhiêu nữ", "đủ số"] {
            let found = asking(&format!("Ctrl-K '{question}'"));
            assert!(found.contains(frame::nothing_fits(Lang::Vi)), "{found}");
        }
    }
    let at_pad = seen_by(counted(), desk(1)).keys("Enter");
    assert!(at_pad.app.on.elections.is_keying(), "{}", at_pad.text(80, 24));
    insta::assert_debug_snapshot!("desk_pad_80", at_pad.screen(80, 24));
    insta::assert_debug_snapshot!("desk_en", seen_by(counted(), desk(3)).keys("Ctrl-L").screen(80, 24));
}
