//! The base (số căn cứ): worked examples 1 to 3 of the rules, and the quorum.

use super::{arrived, cell_of, eight, record, refusal};
use daihoi::domain::agenda::Change as Agenda;
use daihoi::domain::attendance::{Change as Attendance, Excuse};
use daihoi::domain::election::base::{self, Deduction};
use daihoi::domain::figures::{is_more_than_half, more_than_half};
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
fn example_1_ten_of_eleven_present_does_not_lower_the_base() {
    let mut congress = cell_of(&[(11, Standing::Full)]);
    record(&mut congress, [arrived(1..=10), absent(11, None)]);
    let base = base::of_congress(&congress);
    assert_eq!((base.total, base.value), (11, 11));
    assert_eq!(more_than_half(base.value), 6);
    assert!(!is_more_than_half(5, base.value));
}

#[test]
fn example_2_every_deduction_by_name() {
    // 18 plain full members, 2 elsewhere, 3 exempted (one came), 1 prosecuted; 24 accepted absence, 25 not accepted
    let mut congress = cell_of(&[
        (17, Standing::Full),
        (2, Standing::TemporaryElsewhere),
        (3, Standing::Exempted),
        (1, Standing::Suspended),
        (2, Standing::Full),
    ]);
    record(&mut congress, [arrived((1..=17).chain([20])), absent(24, Some("Ốm")), absent(25, Some("Việc riêng"))]);
    record(&mut congress, [excused(24, true), excused(25, false)]);
    let base = base::of_congress(&congress);
    assert_eq!((base.total, base.value, more_than_half(base.value)), (25, 19, 10));
    let why: Vec<_> = base.deducted.iter().map(|off| (off.person.0, off.why)).collect();
    let expected = [
        (18, Deduction::TemporaryElsewhere),
        (19, Deduction::TemporaryElsewhere),
        (21, Deduction::ExemptedAbsent),
        (22, Deduction::ExemptedAbsent),
        (23, Deduction::Suspended),
        (24, Deduction::ExcusedThroughout),
    ];
    assert_eq!(why, expected);
    assert_eq!(congress.hall().voters, 18);
}

#[test]
fn example_3_half_is_not_more_than_half() {
    assert!(!is_more_than_half(10, 20));
    assert!(is_more_than_half(11, 20));
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
