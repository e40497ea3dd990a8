//! The closing of the record: over what it closes, what it locks, and what may still be put right.

use super::raw::listed_committee;
use super::votes::put;
use super::{eight, open_cell, record, record_as, refusal};
use crate::world::cell;
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::closing::{Change as Closings, Closing, Correction, Open};
use daihoi::domain::id::{CorrectionId, ElectionId, ItemId, PersonId, SessionId};
use daihoi::domain::interruptions::{Change as Interruptions, Interruption};
use daihoi::domain::motions::Subject;
use daihoi::domain::people::Change as People;
use daihoi::domain::{Change, Congress, Entry, Refusal, Role, Who, journal};
use daihoi::papers::minutes;

pub fn closed(reason: Option<&str>, open: &[&str]) -> Change {
    let open = open.iter().map(|told| (*told).to_owned()).collect();
    Change::Closing(Closings::Closed(Closing { id: 1, at: cell::at(11, 42), reason: reason.map(Into::into), open }))
}

fn corrected(id: u32, change: Option<Change>) -> Change {
    let correction = Correction {
        id: CorrectionId(id),
        at: cell::at(14, 5),
        what: "“Nguyễn Văn An” đọc là “Nguyễn Văn Ân”".into(),
        reason: "ghi sai họ tên".into(),
    };
    Change::Closing(Closings::Corrected { correction, change: change.map(Box::new) })
}

fn renamed(congress: &Congress) -> Change {
    let person = congress.person(PersonId(1)).unwrap().clone();
    Change::People(People::Corrected(daihoi::domain::people::Person { name: "Nguyễn Văn Ân".into(), ..person }))
}

fn opened() -> Congress {
    let mut congress = open_cell();
    record(&mut congress, [Change::Agenda(Agenda::Started { item: ItemId(2), at: eight() })]);
    congress
}

#[test]
fn a_record_closes_over_open_matters_only_with_a_reason() {
    let mut congress = open_cell();
    assert_eq!(refusal(&congress, &closed(None, &[])), Refusal::NothingToClose);
    congress = opened();
    let open = congress.still_open();
    assert!(open.contains(&Open::Item(ItemId(2))) && open.len() > 3, "{open:?}");
    let needs = refusal(&congress, &closed(None, &[]));
    assert_eq!(needs, Refusal::ClosingNeedsReason { open: u32::try_from(open.len()).unwrap() });
    assert!(matches!(refusal(&congress, &closed(Some(" "), &[])), Refusal::Blank { .. }));
    record_as(&mut congress, Role::Presidium, [closed(Some("mất điện, không họp tiếp được"), &["mục 3 chưa xong"])]);
    assert!(congress.is_closed());
    assert_eq!(congress.session(SessionId(1)).unwrap().closed_at, Some(cell::at(11, 42)));
    let printed = minutes::compose(&congress).plain_text();
    assert!(printed.contains("còn: mục 3 chưa xong; chủ tọa vẫn kết thúc với lý do: Mất điện"), "{printed}");
}

#[test]
fn every_kind_of_open_matter_is_named() {
    let mut congress = listed_committee();
    let round = super::raw::opening(&congress, 1, daihoi::domain::election::RoundKind::First);
    record(&mut congress, [round]);
    let motion = put(&congress, Subject::Other);
    record(&mut congress, [Change::Agenda(Agenda::Started { item: ItemId(2), at: eight() }), motion]);
    record(&mut congress, [interrupted()]);
    let open = congress.still_open();
    let motion = congress.motions.iter().last().unwrap().id;
    for matter in [Open::Suspended(SessionId(1)), Open::Motion(motion), Open::Election(ElectionId(1))] {
        assert!(open.contains(&matter), "{matter:?} of {open:?}");
    }
}

#[test]
fn the_closed_record_takes_corrections_and_papers_alone() {
    let mut congress = opened();
    assert_eq!(refusal(&congress, &corrected(1, None)), Refusal::RecordOpen);
    record(&mut congress, [closed(Some("hết giờ"), &[])]);
    let refused = Refusal::RecordClosed { hour: "11:42".into(), day: "20/11/2026".into() };
    for change in [
        renamed(&congress),
        put(&congress, Subject::Other),
        super::arrived([11]),
        Change::Agenda(Agenda::Started { item: ItemId(3), at: eight() }),
        closed(Some("lần nữa"), &[]),
    ] {
        assert_eq!(refusal(&congress, &change), refused, "{change:?}");
    }
    // an act of the hall is no correction, whatever reason it is given
    let vote = put(&congress, Subject::Other);
    assert_eq!(refusal(&congress, &corrected(1, Some(vote))), Refusal::NoCorrection);
    let change = corrected(1, Some(renamed(&congress)));
    assert!(congress.judge(Role::Presidium.into(), &change).is_err(), "the secretary corrects");
    record(&mut congress, [change]);
    assert_eq!(congress.person(PersonId(1)).unwrap().name, "Nguyễn Văn Ân");
    let printed = minutes::compose(&congress).plain_text();
    assert!(printed.contains("PHỤ LỤC") && printed.contains("Lý do: Ghi sai họ tên."), "{printed}");
}

#[test]
fn closing_is_undone_until_something_rests_on_it_and_corrections_stand() {
    let mut congress = Congress::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut line = |congress: &mut Congress, change: Change| {
        congress.judge(Who::default(), &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
        congress.apply(&change);
        let number = entries.len() as u64 + 1;
        let at = "2026-11-20T11:42:00+07:00".parse().unwrap();
        entries.push(Entry { number, at, who: Who::default(), change });
        entries.clone()
    };
    for change in cell::changes() {
        line(&mut congress, change);
    }
    line(&mut congress, super::arrived(1..=10));
    let before = line(&mut congress, Change::Agenda(Agenda::Started { item: ItemId(2), at: eight() })).len() as u64;
    let lines = line(&mut congress, closed(Some("hết giờ"), &[]));
    let undone = |lines: &[Entry], number: u64| journal::without(lines, (Who::default(), number), 1);
    assert!(undone(&lines, before + 1).unwrap().closing().is_none(), "a slip is taken back");
    assert!(matches!(undone(&lines, before), Err(Refusal::RecordClosed { .. })), "nothing under the lock is");
    let lines = line(&mut congress, corrected(1, None));
    assert!(matches!(undone(&lines, before + 1), Err(Refusal::UndoBreaks { .. })));
    assert!(matches!(undone(&lines, before + 2), Err(Refusal::CorrectionStands)));
}

fn interrupted() -> Change {
    Change::Interruptions(Interruptions::Suspended(Interruption {
        id: daihoi::domain::id::InterruptionId(1),
        session: SessionId(1),
        from: cell::at(9, 12),
        reason: "mất điện".into(),
        to: None,
        note: None,
    }))
}

fn resumed(hour: u32, minute: u32) -> Change {
    let note = "hòm phiếu được niêm phong, ba người canh giữ".into();
    let interruption = daihoi::domain::id::InterruptionId(1);
    Change::Interruptions(Interruptions::Resumed { interruption, at: cell::at(hour, minute), note })
}

#[test]
fn an_interrupted_session_votes_on_nothing_and_its_incident_stands_in_the_minutes() {
    let mut congress = open_cell();
    assert_eq!(refusal(&congress, &interrupted()), Refusal::SessionNotOpen);
    congress = opened();
    let motion = put(&congress, Subject::Other);
    record(&mut congress, [motion, interrupted()]);
    let voted = super::votes::voted(1, daihoi::domain::motions::Count::Unanimous);
    for change in [voted.clone(), Change::Agenda(Agenda::Finished { item: ItemId(2), at: eight() }), interrupted()] {
        assert!(congress.judge(Who::default(), &change).is_err(), "{change:?}");
    }
    assert_eq!(refusal(&congress, &voted), Refusal::Interrupted { since: "09:12".into() });
    // who comes and goes meanwhile is still marked
    record(&mut congress, [super::arrived([11])]);
    let mut back = congress.clone();
    record(&mut congress, [resumed(9, 40), voted]);
    assert_eq!(refusal(&congress, &resumed(9, 50)), Refusal::NotInterrupted);
    let printed = minutes::compose(&congress).plain_text();
    assert!(printed.contains("tạm dừng từ 09 giờ 12 phút đến 09 giờ 40 phút"), "{printed}");
    assert!(printed.contains("Lý do: Mất điện. Hòm phiếu được niêm phong, ba người canh giữ."), "{printed}");
    // a clock that was put back meanwhile makes it no shorter than nothing
    record(&mut back, [resumed(8, 30)]);
    let pause = back.interruptions.iter().next().unwrap();
    assert_eq!(pause.to, Some(pause.from));
}
