//! The roll: finding, marking, calling names, reasons, the roster itself, guests.

use crate::world::cell;
use crate::world::sitting::Sitting;
use chrono::NaiveDate;
use daihoi::domain::agenda::{Change as Agenda, Session, SessionKind};
use daihoi::domain::attendance::Presence;
use daihoi::domain::guests::Part;
use daihoi::domain::hall::Quorum;
use daihoi::domain::id::{GuestId, ItemId, PersonId, SessionId};
use daihoi::domain::meeting::{Change as Meetings, Kind, Roster};
use daihoi::domain::people::{Change as People, Origin, Sex, Standing};
use daihoi::domain::{Change, Role};
use daihoi::papers::PaperName;

fn roll() -> Sitting {
    Sitting::cell().keys("F3")
}

fn presence(sitting: &Sitting, id: u32) -> Option<Presence> {
    sitting.app.congress.presence(PersonId(id))
}

/// What the refusal on the screen says, and that it is one.
fn refused(sitting: &Sitting, sentence: &str) {
    let screen = sitting.text(110, 30);
    assert!(screen.contains(sentence), "{screen}");
}

#[test]
fn an_empty_search_lists_everybody_by_given_name() {
    insta::assert_debug_snapshot!(roll().screen(80, 24));
}

#[test]
fn marks_reasons_and_figures_stand_side_by_side() {
    let sitting = roll().keys("'bich' Space 'lan' * 'Điều trị tại bệnh viện' Ctrl-S 'hanh' - 'huy' Space 'quan' Space");
    let sitting = sitting.clock(9, 10).keys("/").clock(9, 40);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
}

#[test]
fn typing_finds_without_marks_and_space_marks_and_clears() {
    let sitting = roll().keys("'thuy' Space");
    assert_eq!(presence(&sitting, 10), Some(Presence::Present));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Ghi có mặt: Ngô Thị Thu Thủy"), "{screen}");
    assert!(screen.contains("gõ vài chữ của tên"), "the search is empty again: {screen}");
    // names are found written together, by initials, by number and word by word too
    for (query, id) in [("thuthuy", 10), ("vhh", 6), ("vthh", 6), ("7", 7), ("Đỗ Đình Cường", 5), ("uong", 5)] {
        let marked = roll().keys(&format!("'{query}' Space"));
        let found: Vec<u32> = (1..=12).filter(|id| presence(&marked, *id).is_some()).collect();
        if query == "vhh" {
            assert!(found.is_empty(), "{query} is nobody's initials");
        } else {
            assert_eq!(found, [id], "{query}");
        }
    }
}

#[test]
fn the_given_name_is_found_before_other_words() {
    let sitting = roll().keys("'h'");
    let names: Vec<&str> = daihoi::app::roll::rows(&sitting.app).iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names[..2], ["Vũ Thị Hồng Hạnh", "Bùi Quốc Huy"]);
    assert!(names.contains(&"Hoàng Thị Lan") && names.contains(&"Trần Thị Bích"));
}

#[test]
fn nobody_found_says_what_to_do_and_insert_takes_the_name_along() {
    let sitting = roll().keys("'Cao Bằng Giang'");
    // a space marks: nobody fits «Cao», nothing is recorded
    assert!(sitting.lines.iter().all(|line| !matches!(line.change, Change::Attendance(_))));
    let sitting = roll().keys("'giang'");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Không có «giang»"), "{screen}");
    let sitting = sitting.keys("Insert Ctrl-S");
    assert_eq!(sitting.app.congress.people.len(), 13);
}

#[test]
fn a_person_is_added_and_corrected_on_screen() {
    let sitting = roll().keys("Insert 'Lý Văn Giang' Enter 'du bi' Enter 'Chuyên viên' Enter 'Phòng Nghiệp vụ' Enter 'nam' Enter '1999' Enter '03/02/2025' Enter 'Tày' Ctrl-S");
    let person = sitting.app.congress.people.get(&PersonId(13)).unwrap().clone();
    assert_eq!(
        (person.name.as_str(), person.standing, person.sex),
        ("Lý Văn Giang", Standing::Probationary, Some(Sex::Male))
    );
    assert_eq!(person.record.born, NaiveDate::from_ymd_opt(1999, 1, 1));
    assert_eq!(person.record.joined, NaiveDate::from_ymd_opt(2025, 2, 3));
    assert_eq!(person.record.ethnicity.as_deref(), Some("Tày"));
    // the cursor is on the new person, who stands where the order of names puts them
    let sitting = sitting.keys("Ctrl-E Tab Tab Tab Tab Tab Backspace Backspace '97' Ctrl-S");
    let person = sitting.app.congress.people.get(&PersonId(13)).unwrap();
    assert_eq!(person.record.born, NaiveDate::from_ymd_opt(1997, 1, 1));
    assert_eq!(person.office.as_deref(), Some("Chuyên viên"));
    refused(&roll().keys("Insert Ctrl-S"), "Còn thiếu họ và tên");
    refused(&roll().keys("Insert 'A' Tab Tab Tab Tab Tab '31/2/1980' Ctrl-S"), "không phải là ngày hoặc năm");
}

#[test]
fn names_are_called_in_order_and_who_is_passed_over_comes_again() {
    let sitting = roll().keys("Ctrl-R Enter - Down Enter");
    let shown = [(1, Presence::Present), (2, Presence::Absent), (3, Presence::Present)];
    assert!(shown.iter().all(|(id, wanted)| presence(&sitting, *id) == Some(*wanted)));
    assert_eq!(presence(&sitting, 5), None, "Cường was passed over");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    // the exempted is not called: nine are left, Cường the last of them
    let sitting = sitting.keys("Enter Enter Enter * 'đi công tác' Ctrl-S Enter Enter Enter Enter");
    assert_eq!(presence(&sitting, 5), Some(Presence::Present));
    assert_eq!(sitting.app.congress.hall().uncalled, 0);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Đã gọi hết"), "{screen}");
    assert!(sitting.keys("Enter").text(80, 24).contains("tất cả 12/12"));
}

#[test]
fn somebody_who_walks_in_during_the_call_is_found_by_typing() {
    let sitting = roll().keys("Ctrl-R Enter 'yen' Enter");
    assert_eq!(presence(&sitting, 12), Some(Presence::Present));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("T R Ầ N"), "the call goes on with Bích: {screen}");
}

#[test]
fn all_who_were_not_called_are_marked_at_once_after_asking() {
    let sitting = roll().keys("'bich' - Ctrl-A");
    assert!(sitting.text(80, 24).contains("Ghi có mặt 10 người chưa gọi"));
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.hall().present, 10);
    assert_eq!(presence(&sitting, 11), None, "the exempted is not summoned");
    assert!(matches!(sitting.app.congress.hall().quorum, Quorum::Reached));
    assert!(sitting.keys("Ctrl-A").text(80, 24).contains("Không còn ai chưa gọi"));
}

#[test]
fn a_unit_is_listed_alone_and_marked_alone() {
    let sitting = roll().keys("Right Right");
    assert!(sitting.text(80, 24).contains("Phòng Nghiệp vụ · Có mặt 0/6 · tất cả 6/12"));
    let sitting = sitting.keys("Ctrl-A");
    assert!(sitting.text(80, 24).contains("6 người chưa gọi (Phòng Nghiệp vụ)"));
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.hall().present, 6);
    assert!(sitting.keys("Right").text(80, 24).contains("tất cả 12/12"));
}

#[test]
fn the_filter_walks_over_the_uncalled_the_absent_and_those_who_left() {
    let sitting = roll().keys("'an' Space 'bich' - 'huy' Space / Home Tab");
    assert!(sitting.text(80, 24).contains("chưa gọi 8/12"));
    // a marked person leaves the list, and the cursor is on the next
    let sitting = sitting.keys("Space Space");
    assert_eq!(presence(&sitting, 5), Some(Presence::Present));
    assert_eq!(presence(&sitting, 3), Some(Presence::Present));
    let absent = sitting.keys("Tab").text(80, 24);
    assert!(absent.contains("vắng 1/12") && absent.contains("Trần Thị Bích"), "{absent}");
}

#[test]
fn a_mark_can_carry_another_hour_and_late_follows_from_the_opening() {
    let everybody = "Ctrl-A Enter F2 Enter Down Enter Enter F3";
    let sitting = roll().keys("'bich' - 'an' -").keys(everybody);
    let sitting = sitting.keys("Ctrl-Z Esc").clock(8, 40);
    assert!(sitting.app.congress.sessions.get(&SessionId(1)).unwrap().opened_at.is_some());
    let sitting =
        sitting.keys("'bich' Space 'an' Enter Enter Backspace Backspace Backspace Backspace Backspace '755' Ctrl-S");
    let late = |sitting: &Sitting, id| {
        let row = sitting.app.congress.attendance_of(SessionId(1), PersonId(id)).unwrap();
        (row.marks.last().unwrap().late, row.marks.last().unwrap().at.format("%H:%M").to_string())
    };
    assert_eq!(late(&sitting, 2), (true, "08:40".to_owned()));
    assert_eq!(late(&sitting, 1), (false, "07:55".to_owned()));
    assert!(sitting.text(80, 24).contains("✓ muộn 08:40"));
    // out and in again, each with its hour
    let sitting = sitting.clock(9, 10).keys("'bich' /").clock(9, 30).keys("'bich' Space");
    assert!(sitting.text(80, 24).contains("✓ trở lại 09:30"));
    refused(
        &sitting.keys("'bich' Enter Enter Backspace Backspace Backspace Backspace Backspace '900' Ctrl-S"),
        "sớm hơn lần ghi trước (09:30)",
    );
}

#[test]
fn an_accepted_reason_is_a_decision_of_its_own() {
    let sitting = roll().keys("'lan' * 'Điều trị tại bệnh viện' Ctrl-S");
    // Enter offers the decision first
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter 'Chi ủy, giấy xác nhận của bệnh viện' Enter");
    let excuse = sitting.app.congress.excuses.get(&PersonId(8)).unwrap().clone();
    assert!(excuse.accepted);
    assert!(sitting.text(120, 40).contains("chấp nhận"));
    // decided otherwise afterwards, with its ground
    let sitting = sitting.keys("'lan' . 'khong' Enter 'Cấp ủy xét lại' Enter");
    assert!(!sitting.app.congress.excuses.get(&PersonId(8)).unwrap().accepted);
}

#[test]
fn what_the_rules_forbid_is_refused_with_what_to_do() {
    let present = || roll().keys("'bich' Space");
    refused(&present().keys("'bich' Space"), "Trần Thị Bích đã có mặt");
    refused(&present().keys("'bich' -"), "Trần Thị Bích đang ghi có mặt. Thực ra vắng?");
    refused(&present().keys("'bich' *"), "Ghi nhầm có mặt, vắng có lý do: Trần Thị Bích");
    refused(&present().keys("'bich' ."), "Trần Thị Bích đã có mặt");
    refused(&present().keys("'bich' / 'bich' -"), "đã đến rồi ra về");
    refused(&roll().keys("'bich' /"), "không có mặt trong hội trường");
    refused(&roll().keys("'bich' * Ctrl-S"), "Còn thiếu lý do");
    refused(&roll().keys("'bich' . Enter Enter"), "Còn thiếu căn cứ");
    refused(&roll().keys("'bich' Enter Enter Backspace '99' Ctrl-S"), "không phải là giờ");
    refused(&roll().keys("F9 Down Enter 'bich' Space"), "không thuộc vai");
    // nothing typed is lost: the search still holds the name
    let sitting = present().keys("'bich' Space Esc");
    assert_eq!(sitting.app.on.roll.query.text(), "bich");
}

#[test]
fn the_suspended_are_not_summoned_and_a_closed_session_takes_no_marks() {
    let mut suspended = cell::people().remove(1);
    suspended.standing = Standing::Suspended;
    let sitting = roll().given(Role::Secretary, [Change::People(People::Corrected(suspended))]);
    refused(&sitting.keys("'bich' Space"), "đang bị đình chỉ sinh hoạt");

    let at = cell::at(8, 0);
    let step = |item| [Agenda::Started { item, at }, Agenda::Finished { item, at }].map(Change::Agenda);
    let sitting = roll().keys("Ctrl-A Enter").given(Role::Secretary, (1..=10).flat_map(|item| step(ItemId(item))));
    refused(&sitting.keys("'bich' /"), "Phiên họp đã bế mạc");
}

#[test]
fn marks_belong_to_the_session_that_sits() {
    let afternoon = Session {
        id: SessionId(2),
        kind: SessionKind::Official,
        date: cell::day().succ_opt().unwrap(),
        starts: None,
        part_of_day: None,
        opened_at: None,
        closed_at: None,
    };
    let at = cell::at(8, 0);
    let step = |item| [Agenda::Started { item, at }, Agenda::Finished { item, at }].map(Change::Agenda);
    let sitting = roll().given(Role::Secretary, [Change::Agenda(Agenda::SessionCalled(afternoon))]);
    let sitting = sitting.keys("Ctrl-A Enter").given(Role::Secretary, (1..=10).flat_map(|item| step(ItemId(item))));
    assert!(sitting.text(80, 24).contains("21/11/2026"));
    assert_eq!(sitting.app.congress.hall().uncalled, 11);
    let sitting = sitting.keys("'bich' Space");
    let rows = [SessionId(1), SessionId(2)].map(|session| sitting.app.congress.attendance_of(session, PersonId(2)));
    assert!(rows.iter().all(|row| row.is_some_and(|row| row.marks.len() == 1)));
}

#[test]
fn an_alternate_sits_for_an_absent_delegate() {
    let mut changes = cell::changes();
    if let Change::Meeting(Meetings::Founded(meeting)) = &mut changes[0] {
        meeting.kind = Kind::Delegates;
    }
    let mut people = cell::people();
    for person in &mut people {
        person.origin = Some(if person.id.0 == 10 { Origin::Alternate } else { Origin::Elected });
    }
    changes.push(Change::People(People::Enrolled { people }));
    let sitting = Sitting::of(changes, cell::at(8, 0)).keys("F3 'bich' - 'thuy' Enter 'bich' Enter");
    assert_eq!(sitting.app.congress.people.get(&PersonId(10)).unwrap().replaces, Some(PersonId(2)));
    let screen = sitting.text(120, 30);
    assert!(screen.contains("thay Trần") && screen.contains("có Ngô"), "{screen}");
    // twelve: one suspended, one an alternate: ten places, and each is called once
    assert_eq!(sitting.app.congress.hall().summoned, 10);
    let everybody = sitting.keys("Ctrl-A Enter");
    let hall = everybody.app.congress.hall();
    assert_eq!((hall.summoned, hall.present, hall.uncalled), (10, 10, 0));
    assert!(everybody.text(120, 30).contains("10/10"), "{}", everybody.text(120, 30));
    let told = |name: PaperName| daihoi::export::markdown::markdown(&name.compose(&everybody.app.congress).unwrap());
    let credentials = told(PaperName::Credentials);
    assert!(credentials.contains("trên tổng số 10 đồng chí được triệu tập"), "{credentials}");
    assert!(credentials.contains("Ngô Thị Thu Thủy thay"), "{credentials}");
    assert!(!credentials.contains("Vắng mặt 01"), "{credentials}");
    let roll = told(PaperName::Attendance(SessionId(1)));
    assert!(roll.contains("Danh sách gồm 11 đồng chí"), "{roll}");
}

#[test]
fn guests_come_are_added_and_corrected() {
    let sitting = roll().keys("Ctrl-G Space");
    assert_eq!(sitting.app.congress.guests.get(&GuestId(1)).unwrap().came_at, Some(cell::at(8, 0)));
    insta::assert_debug_snapshot!(sitting.screen(80, 24));
    // a delegation without names, its unit under offices, two parts
    let sitting = sitting.keys(
        "Insert Enter 'Đoàn phường An Khánh; Hội Cựu chiến binh' Enter 'tang' Space Enter 'khong' Enter '815' Enter",
    );
    let guest = sitting.app.congress.guests.get(&GuestId(3)).unwrap().clone();
    assert_eq!((guest.name, guest.offices.len(), guest.superior), (None, 2, false));
    assert_eq!(guest.parts, [Part::Attends, Part::GivesFlowers]);
    assert_eq!(guest.came_at, Some(cell::at(8, 15)));
    // Enter on one who came corrects the entry; a blank hour is "not come yet"
    let sitting = sitting.keys("Enter Tab Tab Tab Tab Backspace Backspace Backspace Backspace Backspace Ctrl-S");
    assert_eq!(sitting.app.congress.guests.get(&GuestId(3)).unwrap().came_at, None);
    refused(&sitting.keys("Insert Ctrl-S"), "Còn thiếu họ và tên");
}

#[test]
fn a_small_window_shows_the_figures_on_demand() {
    let screen = roll().keys("Ctrl-A Enter Ctrl-T").text(80, 24);
    assert!(screen.contains("Cơ cấu người có mặt"), "{screen}");
}

#[test]
fn an_empty_roster_says_how_to_fill_it() {
    let changes: Vec<Change> =
        cell::changes().into_iter().filter(|change| !matches!(change, Change::People(_) | Change::Guests(_))).collect();
    let sitting = Sitting::of(changes, cell::at(8, 0)).keys("F3");
    let screen = sitting.text(80, 24);
    assert!(
        screen.contains("Ctrl-O: nhập cả danh sách") && screen.contains("Insert (hoặc Ctrl-N): thêm từng người"),
        "{screen}"
    );
    assert!(sitting.keys("Space").text(80, 24).contains("Danh sách chưa có ai"));
}

#[test]
fn every_size_is_drawn() {
    for keys in ["", "'th'", "Ctrl-R", "Ctrl-T", "Ctrl-G", "Enter", "Insert", "Ctrl-G Insert", "Ctrl-A", "F1"] {
        roll().keys("'lan' * 'ốm' Ctrl-S").keys(keys).at_every_size();
    }
    roll().keys("Ctrl-A Enter Ctrl-R Ctrl-L").at_every_size();
}

#[test]
fn a_space_between_two_words_marks_nobody_while_several_fit() {
    // Hoàng Thị Lan and Lê Hoàng Dũng
    let sitting = Sitting::cell().keys("F3 'hoang'").keys("Space");
    assert_eq!(sitting.app.congress.hall().present, 0);
    assert!(sitting.text(80, 24).contains("người khớp"));
    let sitting = sitting.keys("'la' Space");
    let lan = sitting.app.congress.presence(daihoi::domain::id::PersonId(8));
    assert_eq!(lan, Some(daihoi::domain::attendance::Presence::Present));
    assert_eq!(sitting.app.congress.hall().present, 1);
}

/// A roster of those named in a source counts nobody: no figure of the hall is shown as zero.
#[test]
fn a_roster_of_the_named_states_no_numbers() {
    let mut meeting = Sitting::cell().app.congress.meeting().clone();
    meeting.roster = Roster::NamedOnly;
    let sitting = Sitting::cell().given(Role::Secretary, [Change::Meeting(Meetings::Corrected(meeting))]).keys("F3");
    for (width, height) in [(80, 24), (120, 40)] {
        let screen = sitting.text(width, height);
        assert!(screen.contains("không nêu") && screen.contains("► Không cần điểm danh"), "{screen}");
        assert!(!screen.contains("chính thức 0") && !screen.contains("đủ số"), "{screen}");
    }
}
