//! A congress of 268 delegates over three days (the event S4): its roll, its groups, its ballots in the order of the agenda.

use crate::world::sitting::Sitting;
use chrono::{NaiveDate, NaiveDateTime};
use daihoi::app::elections::selected;
use daihoi::app::roll::rows;
use daihoi::domain::attendance::{Change as Attendance, Presence};
use daihoi::domain::election::{Change as Elections, Office, Purpose};
use daihoi::domain::id::PersonId;
use daihoi::domain::{Change, Role, Who};
use daihoi::import::plan;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/events/s4")
}

fn moment(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2020, 6, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

/// The congress founded from its plan, before its first session.
fn founded() -> Sitting {
    Sitting::of(plan::load(&folder().join("plan.toml")).unwrap().changes, moment(2, 13, 46))
}

/// The script up to the change that something says is the last.
fn until(last: impl Fn(&Change) -> bool) -> Sitting {
    let script = std::fs::read_to_string(folder().join("script.jsonl")).unwrap();
    let mut sitting = founded();
    for line in script.lines().filter(|line| line.starts_with('{')) {
        let value: Value = serde_json::from_str(line).unwrap();
        let signed = value.get("change").is_some();
        let change: Change =
            serde_json::from_value(if signed { value["change"].clone() } else { value.clone() }).unwrap();
        let role: Role =
            value.get("role").map_or(Role::Secretary, |role| serde_json::from_value(role.clone()).unwrap());
        let desk = value.get("desk").and_then(Value::as_u64).and_then(|desk| u16::try_from(desk).ok());
        let stop = last(&change);
        sitting = sitting.given(Who { role, desk }, [change]);
        if stop {
            return sitting;
        }
    }
    panic!("the script does not come to it");
}

fn announced(number: u32) -> impl Fn(&Change) -> bool {
    move |change| matches!(change, Change::Election(Elections::Announced { round, .. }) if round.0 == number)
}

fn presence(sitting: &Sitting, id: u32) -> Option<Presence> {
    sitting.app.congress.presence(PersonId(id))
}

#[test]
fn a_roll_of_268_says_how_to_be_quick_and_where_each_is_from() {
    let sitting = founded().keys("Enter F3");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    sitting.at_every_size();
    let sitting = sitting.keys("'minh quang' * 'đi công tác' Ctrl-S Ctrl-A Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("• Ghi có mặt: 267 người"), "{screen}");
    let screen = sitting.keys("Right").text(80, 24);
    assert!(screen.contains("Đảng bộ Cơ quan quận · Có mặt 32/32"), "{screen}");
}

#[test]
fn a_delegation_is_found_by_its_name_and_nobody_is_marked_by_typing_it() {
    let sitting = founded().keys("Enter F3 'giang vo'");
    let units: Vec<&str> = rows(&sitting.app).into_iter().filter_map(|person| person.unit.as_deref()).collect();
    assert_eq!(units, vec!["Đảng bộ phường Giảng Võ"; 14]);
    let sitting = sitting.keys("Space");
    assert!(sitting.app.congress.attendance.is_empty(), "a space after a delegation marks nobody");
    // somebody called Giang is still marked by the second space
    let sitting = sitting.keys("Esc 'truong giang' Space Space");
    assert_eq!(presence(&sitting, 5), Some(Presence::Present), "{}", sitting.text(80, 24));
}

#[test]
fn who_was_recorded_present_by_mistake_is_absent_after_asking() {
    let sitting = founded().keys("Enter F3 Ctrl-A Enter 'le cong thang' -");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Lê Công Thắng đang ghi có mặt. Thực ra vắng?"), "{screen}");
    assert_eq!(presence(&sitting, 207), Some(Presence::Present));
    let sitting = sitting.keys("Enter");
    assert_eq!(presence(&sitting, 207), Some(Presence::Absent));
    assert!(sitting.app.congress.absent_throughout(PersonId(207)), "never came, rather than came and left");
    let sitting = sitting.keys("'minh quang' * 'đi công tác' Ctrl-S");
    let row = sitting.app.congress.attendance.iter().find(|row| row.person == PersonId(120)).unwrap();
    assert_eq!((row.presence, row.reason.as_deref()), (Presence::Absent, Some("đi công tác")));
    assert_eq!(row.marks.len(), 1);
    assert_eq!(sitting.app.congress.hall().present, 266);
    // whoever is absent already is no slip
    let session = row.session;
    let again = Change::Attendance(Attendance::NeverCame {
        session,
        person: PersonId(120),
        at: moment(2, 13, 50),
        reason: None,
    });
    assert!(sitting.app.congress.judge(Role::Secretary.into(), &again).is_err());
}

#[test]
fn a_group_that_is_entered_is_said_and_its_text_ends_no_form() {
    let entered = |change: &Change| matches!(change, Change::Motions(_));
    let sitting = until(entered)
        .keys("F4 Ctrl-G Enter 'cong vi' Space 'dien bien' Space Enter Enter Enter '11' Enter 'Nhất trí' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("2 đoàn: Đảng bộ phường Cống Vị, Đảng bộ phường Điện Biên"), "{screen}");
    assert!(screen.contains("Enter xuống dòng  Ctrl-S Ghi lại"), "{screen}");
    let screen = sitting.keys("Ctrl-S").text(80, 24);
    assert!(screen.contains("• Ghi Tổ 1") && screen.contains("Ctrl-G Tổ thảo luận: 1"), "{screen}");
}

#[test]
fn elections_go_as_the_agenda_has_them_and_the_plenum_after_the_secretary() {
    let over = |change: &Change| matches!(change, Change::Election(Elections::HandedOver { .. }));
    let sitting = until(over).keys("F6");
    let next = selected(&sitting.app).unwrap();
    assert_eq!(next.office, Office::Secretary, "{}", sitting.text(80, 24));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("trước đó lấy phiếu giới thiệu"), "{screen}");
    // the item of the plenum has no kind of its own, and leads to its elections
    let stated = |change: &Change| matches!(change, Change::Election(Elections::ResultStated { .. }));
    let plenum = |change: &Change| matches!(change, Change::Agenda(daihoi::domain::agenda::Change::Started { item, .. }) if item.0 == 24);
    assert!(until(stated).keys("F6").text(80, 24).contains("Ban Thường vụ"));
    let sitting = until(plenum);
    assert!(sitting.text(80, 24).contains("► Tab: sang Bầu cử"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("Tab");
    let screen = sitting.text(80, 24);
    assert_eq!(selected(&sitting.app).unwrap().office, Office::StandingCommittee, "{screen}");
    assert!(screen.contains("Hội nghị biểu quyết số lượng"), "{screen}");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
}

#[test]
fn an_introduction_ballot_is_announced_as_what_it_is() {
    let confirmed =
        |change: &Change| matches!(change, Change::Election(Elections::ResultConfirmed { round, .. }) if round.0 == 2);
    let sitting = until(confirmed).keys("F6");
    assert!(matches!(selected(&sitting.app).unwrap().purpose, Purpose::Introduction(_)));
    let screen = sitting.keys("Enter").text(80, 24);
    assert!(screen.contains("Số phiếu giới thiệu:") && screen.contains("không quyết định ai trúng cử"), "{screen}");
    assert!(!screen.contains("Không ai trúng cử"), "{screen}");
    let sitting = until(announced(2)).keys("F6");
    let screen = sitting.text(120, 60);
    assert!(!screen.contains("Đã bầu đủ") && !screen.contains("cần 135"), "{screen}");
    let screen = sitting.keys("F5").text(200, 60);
    assert!(!screen.contains("Bầu Phiếu giới thiệu"), "neither its number nor its list is voted by hand: {screen}");
}

#[test]
fn a_result_of_many_names_says_the_plain_reason_once() {
    let sitting = until(announced(1)).keys("F6");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    sitting.at_every_size();
}

#[test]
fn a_day_that_ends_is_not_the_end_of_the_congress() {
    let closing = |change: &Change| matches!(change, Change::Agenda(daihoi::domain::agenda::Change::Started { item, .. }) if item.0 == 6);
    let screen = until(closing).text(80, 24);
    assert!(screen.contains("dự kiến hết phiên") && !screen.contains("thông qua biên bản"), "{screen}");
    let over = |change: &Change| matches!(change, Change::Agenda(daihoi::domain::agenda::Change::Finished { item, .. }) if item.0 == 6);
    let screen = until(over).text(80, 24);
    assert!(screen.contains("► Phiên 03/06/2020, Enter: bắt đầu «Ổn định tổ chức, điểm danh»"), "{screen}");
}
