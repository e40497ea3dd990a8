//! What real events brought onto the screens: classification, figures of reports, gifts, discussion groups.

use crate::world::cell;
use crate::world::sitting::Sitting;
use daihoi::domain::classification::Level;
use daihoi::domain::closing::Open;
use daihoi::domain::gifts::Recipient;
use daihoi::domain::reports::Figure;
use daihoi::domain::{Change, Lang, Role};
use serde_json::{Value, json};

fn change(value: &Value) -> Change {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// A review meeting of eight members, all in the room, at its classification.
fn review() -> Sitting {
    review_of("complete")
}

fn review_of(roster: &str) -> Sitting {
    let people: Vec<Value> = ["An", "Bình", "Cường", "Dung", "Giang", "Hà", "Lan", "Minh"]
        .iter()
        .zip(1..)
        .map(|(name, id)| json!({"id": id, "name": format!("Lê {name}")}))
        .collect();
    let at = cell::at(8, 0);
    let item = |id: u32, kind: &str, title: &str| {
        change(&json!({"agenda": {"added": {"id": id, "session": 1, "title": title, "kind": kind}}}))
    };
    let founding = vec![
        change(
            &json!({"meeting": {"founded": {"kind": "review", "unit": "Chi bộ 1", "superior": "Đảng ủy", "roster": roster}}}),
        ),
        change(&json!({"people": {"enrolled": {"people": people}}})),
        change(&json!({"agenda": {"session_called": {"id": 1, "date": "2026-01-12"}}})),
        item(1, "report", "Báo cáo năm"),
        item(2, "classification", "Đánh giá, xếp loại"),
        item(3, "closing", "Bế mạc"),
    ];
    let came =
        change(&json!({"attendance": {"arrived": {"session": 1, "people": (1..=8).collect::<Vec<_>>(), "at": at}}}));
    let start = change(&json!({"agenda": {"started": {"item": 2, "at": at}}}));
    Sitting::of(founding, at).given(Role::Secretary, [came, start])
}

/// Everybody is offered; Backspace takes names off from the end, here until the cell itself is left.
const CELL_ALONE: &str =
    "F5 Enter Backspace Backspace Backspace Backspace Backspace Backspace Backspace Backspace Enter";

#[test]
fn everybody_is_put_to_the_ballot_at_once_and_the_next_paper_is_offered_what_the_last_had() {
    let called = review().keys("F5 Enter Enter");
    assert_eq!(called.app.congress.ratings.len(), 9, "the cell and its eight members");
    let voted = called.keys("Enter '7' Enter '7' Enter '7' Ctrl-S");
    assert_eq!(
        voted.app.congress.ratings.iter().filter(|it| it.level().is_some()).count(),
        1,
        "{}",
        voted.text(100, 30)
    );
    let next = voted.keys("Enter Enter").text(100, 30);
    assert!(next.contains("Phát ra             7") && next.contains("Thu về              7"), "{next}");
}

#[test]
fn a_level_is_measured_against_the_ballots_issued_where_nobody_knows_the_base() {
    let typed = review_of("named_only").keys("F5 Enter 'tap the ' Enter Enter '9' Enter '9' Enter '7' Enter '2'");
    let screen = typed.text(100, 30);
    assert!(
        screen.contains("Xếp loại: hoàn thành xuất sắc, quá một nửa. Số căn cứ không nêu, so với 9 phiếu"),
        "{screen}"
    );
    let voted = typed.keys("Ctrl-S");
    assert_eq!(voted.app.congress.ratings.iter().next().unwrap().level(), Some(Level::Excellent));
}

#[test]
fn a_review_meeting_offers_no_election_and_votes_on_no_chair() {
    let sitting = review().keys("F6");
    assert!(sitting.text(80, 24).contains("Hội nghị tổng kết không bầu ai"), "{}", sitting.text(80, 24));
    let asked = sitting.keys("Insert");
    assert!(asked.app.dialog.is_none() || asked.text(80, 24).contains("không bầu ai"), "{}", asked.text(80, 24));
    let named = review().keys("F5 PageUp PageUp PageUp Enter");
    assert!(named.text(80, 24).contains("Đề xuất Chủ trì hội nghị"), "{}", named.text(80, 24));
    let named = named.keys("'an ' Enter");
    assert_eq!(named.app.congress.bodies.len(), 1);
    assert!(
        !named.app.congress.still_open().iter().any(|open| matches!(open, Open::Body(_))),
        "nobody votes on the chair"
    );
    assert!(!named.text(80, 24).contains("Quy chế"), "no rules of a congress");
}

#[test]
fn a_cell_is_classified_by_the_ballots_typed_level_by_level() {
    let called = review().keys(CELL_ALONE);
    assert_eq!(called.app.congress.ratings.len(), 1, "{}", called.text(100, 30));
    let typed = called.keys("Enter Enter Enter '6' Enter '2'");
    assert!(typed.text(100, 30).contains("Xếp loại: hoàn thành xuất sắc"), "{}", typed.text(100, 30));
    let voted = typed.keys("Ctrl-S");
    assert_eq!(voted.app.congress.ratings.iter().next().unwrap().level(), Some(Level::Excellent));
    insta::assert_snapshot!(voted.text(100, 30));
    voted.at_every_size();
}

/// Who chairs a review meeting is named and elected by nobody: the row does not say that anything was carried.
#[test]
fn who_chairs_a_review_meeting_is_proposed() {
    let named = review().keys("F5 Home PageUp PageUp PageUp Enter 'an' Ctrl-S");
    let screen = named.text(80, 24);
    let chair = screen.lines().find(|line| line.contains("✓ Chủ trì")).unwrap_or_else(|| panic!("{screen}"));
    assert!(chair.contains("đã đề xuất") && !screen.contains("đã thông qua"), "{screen}");
}

#[test]
fn a_proposal_and_a_share_are_typed_without_numbers_of_people() {
    let proposed = review().keys(CELL_ALONE).keys("Ctrl-E 'trong sạch vững mạnh' Ctrl-S");
    let rating = proposed.app.congress.ratings.iter().next().unwrap().clone();
    assert_eq!((rating.upward.as_deref(), rating.level()), (Some("trong sạch vững mạnh"), None));
    let shared = proposed.keys("Down Down Enter Enter Down Enter '100' Enter Ctrl-S");
    let share = shared.app.congress.shares.iter().next().unwrap().clone();
    assert_eq!((share.percent, share.number, share.or_better), (Some(10_000), None, true));
    let mut english = shared;
    english.app.seat.lang = Lang::En;
    let screen = english.text(100, 30);
    assert!(screen.contains("100 % good or better") && screen.contains("proposed upward"), "{screen}");
}

#[test]
fn the_chair_of_a_review_meeting_is_named_and_not_voted() {
    let named = review().keys("F5 Home Up Up Up Up Up Up Up Up");
    let named = named.keys("Enter 'le an ' Enter");
    let screen = named.text(100, 30);
    assert_eq!(named.app.congress.bodies.len(), 1, "{screen}");
    assert!(named.app.congress.motions.is_empty() && screen.contains("Chủ trì hội nghị"), "{screen}");
}

#[test]
fn a_figure_is_stated_on_the_run_screen_exactly() {
    let report = json!({"id": 1, "title": "Báo cáo năm", "item": 1});
    let sitting = review().given(Role::Secretary, [change(&json!({"reports": {"entered": report}}))]);
    let wrong = sitting.keys("F2 Up Ctrl-S 'Tiết kiệm chi' Enter 'nhiều lắm'");
    assert!(wrong.text(100, 30).contains("Không hiểu «nhiều lắm»"), "{}", wrong.text(100, 30));
    let refused = wrong.keys("Ctrl-S");
    assert!(refused.app.congress.facts.is_empty() && refused.text(100, 30).contains("không phải là một số liệu"));
    let sitting = refused.keys("Esc Esc Ctrl-S 'Tiết kiệm chi' Enter '6.684.957.552 đồng' Ctrl-S");
    let fact = sitting.app.congress.facts.iter().next().unwrap().clone();
    assert_eq!((fact.report.map(|report| report.0), fact.figures), (Some(1), vec![Figure::Money(6_684_957_552)]));
    assert!(sitting.text(100, 30).contains("Tiết kiệm chi: 6.684.957.552"), "{}", sitting.text(100, 30));
    // the second time it asks which: the first choice is another one
    let corrected = sitting.keys("Ctrl-S Down Enter Enter");
    assert!(corrected.text(100, 30).contains("6.684.957.552 đồng"), "{}", corrected.text(100, 30));
    corrected.at_every_size();
}

#[test]
fn flowers_are_given_by_the_guest_under_the_cursor() {
    let guest = change(&json!({"guests": {"invited": {"id": 1, "name": "Võ Văn Viên", "offices": ["Phó Bí thư"]}}}));
    let sitting = Sitting::cell().given(Role::Secretary, [guest]).keys("F3 Ctrl-G *");
    let given = sitting.keys("Enter Enter Enter Down Enter");
    let gift = given.app.congress.gifts.iter().next().unwrap().clone();
    assert_eq!((gift.what.as_str(), gift.by.len(), gift.to), ("hoa", 1, Recipient::Elected));
    assert!(given.text(100, 30).contains("hoa → các đồng chí trúng cử"), "{}", given.text(100, 30));
}

#[test]
fn a_discussion_group_is_entered_on_the_floor() {
    let sitting = Sitting::cell().keys("F4 Ctrl-G").keys("Enter Enter Enter Enter '3' Enter 'Nhất trí' Ctrl-S");
    let group = sitting.app.congress.groups.iter().next().unwrap().clone();
    assert_eq!((group.name.as_str(), group.spoke, group.gist.as_str()), ("Tổ 1", Some(3), "Nhất trí"));
    let asked = sitting.keys("Ctrl-G");
    assert!(asked.text(100, 30).contains("Thêm tổ"), "{}", asked.text(100, 30));
    asked.at_every_size();
}

#[test]
fn the_minutes_tell_what_was_issued_what_each_level_had_and_its_share() {
    let voted = review().keys(CELL_ALONE).keys("Enter '8' Enter '8' Enter '6' Enter '2' Ctrl-S F7");
    let minutes = voted.text(120, 90);
    assert!(minutes.contains("hoàn thành tốt nhiệm vụ (T)") && minutes.contains("số căn cứ 08"), "{minutes}");
    assert!(minutes.contains("8/8") && minutes.contains("75,00 %"), "{minutes}");
}
