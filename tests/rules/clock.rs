//! A computer clock that is set back in the middle of the congress: what is recorded keeps the order of the journal, a span is never
//! shorter than nothing, and nothing falls out of the papers.

use super::votes::carry;
use super::{open_cell, record};
use crate::world::cell::at;
use daihoi::domain::agenda::{Change as Agenda, Session, SessionKind};
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::decisions::{Change as Decisions, Matter};
use daihoi::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use daihoi::domain::id::{DecisionId, ItemId, PersonId, SessionId, SpeechId};
use daihoi::domain::interruptions::{Change as Interruptions, Interruption};
use daihoi::domain::motions::Subject;
use daihoi::domain::{Change, Congress};
use daihoi::papers::minutes;

fn started(item: u32, hour: u32, minute: u32) -> Change {
    Change::Agenda(Agenda::Started { item: ItemId(item), at: at(hour, minute) })
}

fn finished(item: u32, hour: u32, minute: u32) -> Change {
    Change::Agenda(Agenda::Finished { item: ItemId(item), at: at(hour, minute) })
}

fn now(congress: &Congress) -> u32 {
    congress.item_now().unwrap().id.0
}

#[test]
fn of_two_items_the_one_started_last_is_under_way_whatever_the_clock_says() {
    let mut congress = open_cell();
    record(&mut congress, [started(5, 9, 12), started(6, 8, 37)]);
    assert_eq!(now(&congress), 6);
    // a count beside it is never the item of notes and speeches
    record(&mut congress, [started(8, 8, 40)]);
    assert_eq!(now(&congress), 6);
}

#[test]
fn an_item_taken_up_again_is_the_one_under_way() {
    let mut congress = open_cell();
    record(&mut congress, [started(4, 8, 5), finished(4, 8, 15), started(5, 8, 20)]);
    let reason = "đại biểu đề nghị thảo luận lại".to_owned();
    record(&mut congress, [Change::Agenda(Agenda::Reopened { item: ItemId(4), at: at(8, 25), reason })]);
    assert_eq!(now(&congress), 4);
    record(&mut congress, [finished(4, 8, 30)]);
    assert_eq!(now(&congress), 5);
}

fn speech(id: u32, person: u32, started_at: (u32, u32), ended_at: (u32, u32)) -> [Change; 4] {
    let speech = SpeechId(id);
    let registered = Speech { limit: 5, ..Speech::registered(speech, Speaker::Person(PersonId(person))) };
    let text = format!("Ý kiến thứ {id}");
    [
        Floor::Registered(registered),
        Floor::Called { speech, item: None, at: at(started_at.0, started_at.1) },
        Floor::Ended { speech, at: at(ended_at.0, ended_at.1) },
        Floor::Written { speech, kind: SpeechKind::Floor, subject: String::new(), raw: String::new(), minutes: text },
    ]
    .map(Change::Floor)
}

#[test]
fn speeches_stand_in_the_minutes_as_they_were_made_and_none_is_shorter_than_nothing() {
    let mut congress = open_cell();
    record(&mut congress, [started(6, 9, 0)]);
    // the clock goes back while the second one speaks
    record(&mut congress, speech(1, 3, (9, 5), (9, 9)).into_iter().chain(speech(2, 4, (9, 10), (8, 37))));
    record(&mut congress, speech(3, 5, (8, 38), (8, 41)));
    let told = minutes::compose(&congress).plain_text();
    let place = |id: u32| told.find(&format!("Ý kiến thứ {id}")).unwrap();
    assert!(place(1) < place(2) && place(2) < place(3), "{told}");
    let second = congress.speech(SpeechId(2)).unwrap();
    assert_eq!(second.ended_at, second.started_at);
}

#[test]
fn items_and_interruptions_are_never_shorter_than_nothing() {
    let mut congress = open_cell();
    record(&mut congress, [started(4, 9, 12), finished(4, 8, 37)]);
    let item = congress.item(ItemId(4)).unwrap();
    assert_eq!(item.finished_at, item.started_at);
    let pause = Interruption {
        id: congress.interruptions.next_id(),
        session: SessionId(1),
        from: at(9, 20),
        reason: "mất điện".into(),
        to: None,
        note: None,
    };
    let resumed =
        Interruptions::Resumed {
            interruption: pause.id, at: at(8, 50), note: "hòm phiếu không di chuyển".into()
        };
    record(&mut congress, [Interruptions::Suspended(pause), resumed].map(Change::Interruptions));
    let told = minutes::compose(&congress).plain_text();
    assert!(told.contains("từ 09 giờ 20 phút đến 09 giờ 20 phút"), "{told}");
}

/// Two sessions of one day, the second opened by a clock that was ahead and then put right.
#[test]
fn what_happened_before_the_recorded_opening_is_in_the_minutes_of_its_session() {
    let mut congress = open_cell();
    let afternoon = Session {
        id: SessionId(2),
        kind: SessionKind::Official,
        date: at(14, 0).date(),
        starts: None,
        part_of_day: None,
        opened_at: None,
        closed_at: None,
    };
    record(&mut congress, [started(2, 8, 5), Change::Agenda(Agenda::SessionCalled(afternoon))]);
    record(&mut congress, [finished(2, 8, 10)]);
    for item in [1, 3, 4, 5, 6, 7, 8, 9] {
        let reason = "để sang phiên chiều".to_owned();
        record(&mut congress, [Change::Agenda(Agenda::Skipped { item: ItemId(item), at: at(8, 20), reason })]);
    }
    record(&mut congress, [started(10, 8, 25), finished(10, 8, 30)]);
    let item = daihoi::domain::agenda::Item {
        id: ItemId(11),
        session: SessionId(2),
        ..congress.item(ItemId(4)).unwrap().clone()
    };
    let waits = daihoi::domain::agenda::Item {
        state: daihoi::domain::agenda::ItemState::Waiting,
        started_at: None,
        finished_at: None,
        reason: None,
        ..item
    };
    let people = (1..=10).map(PersonId).collect();
    let came = Change::Attendance(Attendance::Arrived { session: SessionId(2), people, at: at(15, 0) });
    record(&mut congress, [Change::Agenda(Agenda::Added(waits)), came, started(11, 15, 2)]);
    // the clock is put right: an hour earlier than the opening it told
    let taken = Matter::Other.taken(DecisionId(1), "nghỉ giải lao mười phút", at(14, 10));
    record(&mut congress, [Change::Decisions(Decisions::Taken(taken))]);
    let told = |session| minutes::of_session(&congress, SessionId(session)).unwrap().plain_text();
    assert!(told(2).contains("Nghỉ giải lao mười phút") && !told(1).contains("Nghỉ giải lao mười phút"));
}

/// Past midnight the session stays its own, and the minutes say on which day it ended.
#[test]
fn a_session_past_midnight_says_both_days() {
    let mut congress = open_cell();
    record(&mut congress, [started(2, 21, 0)]);
    carry(&mut congress, Subject::Programme);
    let next_day = |minute| at(0, minute) + chrono::TimeDelta::days(1);
    record(&mut congress, [Change::Agenda(Agenda::Finished { item: ItemId(2), at: next_day(5) })]);
    for item in [1, 3, 4, 5, 6, 7, 8, 9] {
        let reason = "đã khuya".to_owned();
        record(&mut congress, [Change::Agenda(Agenda::Skipped { item: ItemId(item), at: next_day(6), reason })]);
    }
    let closing = ItemId(10);
    record(
        &mut congress,
        [Agenda::Started { item: closing, at: next_day(7) }, Agenda::Finished { item: closing, at: next_day(20) }]
            .map(Change::Agenda),
    );
    let told = minutes::compose(&congress).plain_text();
    let hours = "từ 21 giờ 00 phút, ngày 20 tháng 11 năm 2026 đến 00 giờ 20 phút, ngày 21 tháng 11 năm 2026";
    assert!(told.contains(hours), "{told}");
    assert_eq!(congress.session_at(next_day(15)).unwrap().id, SessionId(1));
}
