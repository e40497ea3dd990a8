//! The start screen: what it offers, files that are there or gone, a new congress by form, and one after last term's file.

use crate::world::{cell, script, sitting::Sitting};
use daihoi::app::effect::Effect;
use daihoi::app::files::Wanted;
use daihoi::app::start::{Found, Glance, Shelf};
use daihoi::domain::founding::next_term;
use daihoi::domain::meeting::{Change as Founded, Kind, Meeting, Roster, Term};
use daihoi::domain::people::Standing;
use daihoi::domain::{Congress, Role};

fn found(name: &str, glance: Glance) -> Found {
    Found { path: format!("/hội/{name}").into(), name: name.to_owned(), place: "/hội".to_owned(), glance }
}

fn shelf() -> Shelf {
    let meeting = Meeting {
        id: 1,
        unit: "Chi bộ Văn phòng".to_owned(),
        superior: "Đảng ủy phường".to_owned(),
        ordinal: Some(3),
        term: Some(Term { from: 2022, to: 2025 }),
        ..Meeting::default()
    };
    Shelf {
        folder: "/hội".into(),
        recent: vec![
            found("chi-bo-2025.daihoi", Glance::Congress(Box::new(meeting))),
            found("đã-xóa.daihoi", Glance::Vanished),
        ],
        here: vec![found("hỏng.daihoi", Glance::Unreadable)],
        rosters: vec!["danh-sach.xlsx".to_owned()],
    }
}

#[test]
fn the_start_says_what_each_row_is() {
    let sitting = Sitting::starting(Shelf::default());
    insta::assert_snapshot!("start_empty", sitting.text(80, 24));
    let sitting = Sitting::starting(shelf());
    insta::assert_snapshot!("start_files", sitting.text(100, 30));
    sitting.at_every_size();
    let english = sitting.keys("Ctrl-L Down");
    insta::assert_snapshot!("start_english", english.text(80, 24));
    let help = english.keys("F1").text(80, 24);
    assert!(help.contains("Start: choose on the left") && help.contains("What to do first"), "{help}");
}

#[test]
fn rows_are_found_by_typing_and_taken_with_enter() {
    let taken = |keys: &str| Sitting::starting(shelf()).keys(keys).effects.pop();
    assert!(matches!(taken("Enter"), Some(Effect::Open(path)) if path.ends_with("chi-bo-2025.daihoi")));
    assert!(matches!(taken("'hong.daihoi' Enter"), Some(Effect::Open(path)) if path.ends_with("hỏng.daihoi")));
    assert!(matches!(taken("'dai hoi mau' Enter"), Some(Effect::Demo)));
    assert!(matches!(taken("'khac' Enter"), Some(Effect::Look { wanted: Wanted::Congress, .. })));
    assert!(matches!(taken("'ky truoc' Enter"), Some(Effect::Look { wanted: Wanted::LastTerm, .. })));
    assert!(taken("'không có gì' Enter").is_none());
    let found = Sitting::starting(shelf()).keys("'không có gì' Esc").text(80, 24);
    assert!(found.contains("Đại hội mẫu"), "{found}");
}

#[test]
fn no_screen_of_a_congress_opens_before_there_is_one() {
    for key in ["F2", "F3", "F6", "F7", "F8", "F9", "Ctrl-Z"] {
        let sitting = Sitting::starting(shelf()).keys(key);
        assert!(sitting.text(80, 24).contains("daihoi – điều hành đại hội"), "{key}");
        assert!(sitting.app.said.is_some(), "{key} says why it does nothing");
    }
    let menu = Sitting::starting(shelf()).keys("F10").text(80, 24);
    assert!(menu.contains("Trợ giúp") && !menu.contains("Bầu cử"), "{menu}");
}

#[test]
fn the_form_refuses_aloud_and_loses_nothing() {
    let sitting = Sitting::starting(shelf()).keys("Home 'dai hoi moi' Enter Ctrl-S");
    let refused = sitting.text(80, 24);
    assert!(refused.contains("Còn thiếu tên đơn vị"), "{refused}");
    let sitting = sitting.keys("'Chi bộ A' Enter Enter Enter Enter '2025-20x7' Ctrl-S");
    let refused = sitting.text(80, 24);
    assert!(refused.contains("không phải một nhiệm kỳ") && refused.contains("Chi bộ A"), "{refused}");
    sitting.at_every_size();
}

#[test]
fn a_delegates_congress_is_made_with_its_roster_ready_to_be_read() {
    let keys = "'dai hoi moi' Enter 'dai bieu' Enter 'Đảng bộ xã Đông' Ctrl-S";
    let sitting = Sitting::starting(shelf()).keys(keys);
    let congress = &sitting.app.congress;
    assert_eq!(congress.meeting().kind, Kind::Delegates);
    assert!(congress.items.len() > 15 && congress.elections.len() == 2);
    assert!(congress.elections.iter().all(|election| election.item.is_some()));
    // everything can be changed afterwards: facts, sessions
    let sitting = sitting.keys("F2 Ctrl-F Enter Enter Enter 'Xã Đông' Ctrl-S");
    assert_eq!(sitting.app.congress.meeting().locality, "Xã Đông");
    let sitting = sitting.keys("Ctrl-P Enter Backspace Backspace Backspace Backspace '2030' Enter '7h30' Enter");
    let session = sitting.app.congress.session_now().unwrap().clone();
    assert_eq!(
        (session.date.to_string().as_str(), session.starts.unwrap().to_string().as_str()),
        ("2030-11-20", "07:30:00")
    );
    let sitting = sitting.keys("Ctrl-A 'tru bi' Enter Enter 'Sáng' Enter");
    assert_eq!(sitting.app.congress.sessions.len(), 2);
    sitting.at_every_size();
}

#[test]
fn a_roster_chosen_in_the_form_goes_with_the_founding() {
    let keys =
        "'dai hoi moi' Enter Enter 'Chi bộ A' Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Ctrl-S";
    let sitting = Sitting::starting(shelf()).keys("Esc");
    let mut app = sitting.keys(&keys.replace(" Ctrl-S", ""));
    let effects = app.app.update(daihoi::app::key::Input::Key(daihoi::app::key::Key::Ctrl('s')));
    let Some(Effect::Found(beginning)) = effects.first() else { panic!("{effects:?}") };
    assert_eq!(beginning.roster.as_deref(), Some(std::path::Path::new("/hội/danh-sach.xlsx")));
    assert!(beginning.file.ends_with("chi-bo-a-2026.daihoi"), "{}", beginning.file.display());
}

fn held() -> Congress {
    let mut congress = Congress::default();
    for (_, change) in script::whole() {
        congress.apply(&change);
    }
    congress
}

/// Where only some were named, the next congress does not take them for everybody.
#[test]
fn whoever_is_not_on_last_terms_file_stays_unknown() {
    let mut before = held();
    let named = Meeting { roster: Roster::NamedOnly, ..before.meeting().clone() };
    before.apply(&daihoi::domain::Change::Meeting(Founded::Corrected(named)));
    assert_eq!(next_term(&before).meeting.roster, Roster::NamedOnly);
}

#[test]
fn last_terms_file_hands_on_the_roster_and_nothing_of_the_votes() {
    let before = held();
    let mut sitting = Sitting::starting(shelf());
    sitting.app.succeed(before.meeting(), next_term(&before));
    let form = sitting.text(120, 40);
    assert!(form.contains("Chép sang"), "{form}");
    sitting.at_every_size();
    let sitting = sitting.keys("Ctrl-S");
    let (now, then) = (&sitting.app.congress, &before);
    assert_eq!(now.meeting().unit, then.meeting().unit);
    assert_eq!(now.meeting().ordinal, then.meeting().ordinal.map(|ordinal| ordinal + 1));
    assert_eq!(now.meeting().about.previous_term, then.meeting().term);
    assert_eq!(now.meeting().term.map(|term| term.from), then.meeting().term.map(|term| term.to));
    let roster = |congress: &Congress| -> Vec<(String, Standing)> {
        congress.people.iter().map(|person| (person.name.clone(), person.standing)).collect()
    };
    assert_eq!(roster(now), roster(then));
    assert_eq!(now.items.len(), then.items.len());
    assert!(now.attendance.is_empty() && now.motions.is_empty() && now.ballots.is_empty() && now.rounds.is_empty());
    assert!(now.bodies.is_empty() && now.speeches.is_empty() && now.notes.is_empty() && now.candidates.is_empty());
    assert!(now.elections.iter().all(|election| election.seats.is_none() && election.item.is_some()));
    // who was elected then is the outgoing committee now
    let incumbents = now.people.iter().filter(|person| person.incumbent.is_some()).count();
    assert!(incumbents > 0);
    // it is a congress like any other
    let at = cell::at(8, 30);
    let session = now.session_now().unwrap().id;
    let people = now.people.iter().filter(|person| person.is_summoned()).map(|person| person.id).collect();
    let arrived = daihoi::domain::attendance::Change::Arrived { session, people, at };
    sitting.given(Role::Secretary, [daihoi::domain::Change::Attendance(arrived)]);
}

#[test]
fn a_refused_form_puts_the_cursor_on_the_row_at_fault() {
    let at = |sitting: &Sitting| match &sitting.app.dialog {
        Some(daihoi::app::dialog::Dialog::Form(form, Some(_))) => form.at,
        other => panic!("{other:?}"),
    };
    let sitting = Sitting::starting(shelf()).keys("'dai hoi moi' Enter Tab Tab Tab Ctrl-S");
    assert_eq!(at(&sitting), 1, "the unit is missing: {}", sitting.text(80, 24));
    let sitting = sitting.keys("'Chi bộ Hoa Mai' Tab Tab Tab Tab 'hai năm' Tab '31/2/2026' Tab Tab Ctrl-S");
    let first = at(&sitting);
    assert!(first == 5 || first == 6, "term or day, not the row the cursor stood on: {first}");
}

#[test]
fn counters_practise_before_any_congress_is_open() {
    let sitting = Sitting::starting(shelf()).keys("'tap nhap' Enter");
    assert!(sitting.app.practice.is_some(), "{}", sitting.text(80, 24));
    sitting.at_every_size();
    let sitting = sitting.keys("Esc Esc");
    assert!(sitting.app.practice.is_none() && sitting.text(80, 24).contains("Đại hội mẫu"));
}

/// F1 says how a form is filled and gives it back as it was; a day refused is typed anew.
#[test]
fn help_lies_over_a_form_and_a_refused_day_is_typed_anew() {
    let sitting = Sitting::starting(shelf()).keys("Home Down Enter 'duoi 9' Enter 'Chi bộ Hoa Mai' F1");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Trợ giúp – Đại hội") && screen.contains("Esc hai lần"), "{screen}");
    let sitting = sitting.keys("Esc");
    assert!(sitting.text(80, 24).contains("Chi bộ Hoa Mai"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("Tab Tab Tab Tab Tab '31/2/2022' Ctrl-S");
    assert!(sitting.text(80, 24).contains("«31/2/2022» không phải là ngày"), "{}", sitting.text(80, 24));
    let screen = sitting.keys("'18082022'").text(80, 24);
    assert!(screen.contains("18082022") && !screen.contains("31/2/202218082022"), "{screen}");
}
