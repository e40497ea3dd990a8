//! The base (số căn cứ) beside the worked examples, and the quorum.

use super::{arrived, cell_of, eight, record, refusal};
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::{Change as Attendance, Excuse};
use daihoi::domain::election::base;
use daihoi::domain::hall::Quorum;
use daihoi::domain::id::{ItemId, PersonId, SessionId};
use daihoi::domain::people::Standing;
use daihoi::domain::{Change, Refusal};

fn absent(person: u32, reason: Option<&str>) -> Change {
    let reason = reason.map(str::to_owned);
    Change::Attendance(Attendance::MarkedAbsent {
        session: SessionId(1),
        person: PersonId(person),
        at: eight(),
        reason,
    })
}

fn excused(person: u32, accepted: bool) -> Change {
    Change::Attendance(Attendance::ExcuseDecided(Excuse {
        id: PersonId(person),
        accepted,
        ground: "Chi ủy quyết định".into(),
    }))
}

#[test]
fn an_accepted_reason_of_somebody_who_came_counts_for_nothing() {
    let mut congress = cell_of(&[(11, Standing::Full)]);
    record(&mut congress, [absent(11, Some("Ốm")), excused(11, true)]);
    assert_eq!(base::of_congress(&congress).value, 10);
    record(&mut congress, [arrived([11])]);
    assert_eq!(base::of_congress(&congress).value, 11);
}

#[test]
fn two_thirds_of_the_summoned_open_the_congress() {
    let mut congress = cell_of(&[(9, Standing::Full), (1, Standing::Probationary), (2, Standing::Suspended)]);
    let open = Change::Agenda(Agenda::Started { item: ItemId(2), at: eight() });
    record(&mut congress, [arrived(1..=6)]);
    assert_eq!(refusal(&congress, &open), Refusal::NoQuorum { present: 6, summoned: 10, needed: 7 });
    record(&mut congress, [arrived([10])]);
    assert_eq!(congress.hall().quorum, Quorum::Reached);
    record(&mut congress, [open]);
}
