//! The matrix of the roles at the door: what is not one's part is refused with the one to ask, whatever the screen.

use super::bundles::{counting, desk, does, handed_out};
use super::eight;
use crate::world::script;
use chrono::{FixedOffset, TimeZone};
use daihoi::domain::Entry as Line;
use daihoi::domain::election::Entry;
use daihoi::domain::journal::fold;
use daihoi::domain::notes::Change as Notes;
use daihoi::domain::role::{Part, may};
use daihoi::domain::{Change, Refusal, Role, Who};

#[test]
fn a_whole_congress_holds_only_for_those_whose_part_each_change_is() {
    for (who, change) in script::whole() {
        assert_eq!(may(who, &change), Ok(()), "{change:?}");
        assert!(may(Role::Hall.into(), &change).is_err(), "the projector writes nothing: {change:?}");
        for role in Role::ALL {
            let other = Who { role, ..who };
            let allowed = Part::of(&change).roles().any(|known| known == role);
            let draft = matches!(change, Change::Notes(Notes::Drafted { .. }));
            assert_eq!(may(other, &change).is_ok(), allowed && (!draft || role == who.role), "{role:?}: {change:?}");
        }
    }
}

#[test]
fn a_draft_is_kept_by_its_own_seat() {
    let draft = |role, desk| Change::Notes(Notes::Drafted { role, desk, text: "đang gõ".into() });
    assert_eq!(may(desk(2), &draft(Role::Counter, 2)), Ok(()));
    assert_eq!(may(desk(2), &draft(Role::Counter, 1)), Err(Refusal::NotThisDraft { role: Role::Counter }));
    assert_eq!(may(Role::Secretary.into(), &draft(Role::Secretary, 0)), Ok(()));
    assert!(may(Role::Hall.into(), &draft(Role::Hall, 0)).is_err());
}

#[test]
fn a_refused_role_is_told_whom_to_ask() {
    let mut congress = counting();
    let refused = congress.judge(Role::Secretary.into(), &handed_out(Entry::Double, &[10])).unwrap_err();
    assert_eq!(refused, Refusal::NotThisRole { role: Role::Secretary, needed: Role::Head });
    assert!(refused.to_string().contains("F9") && refused.to_string().contains("trưởng ban kiểm phiếu"));
    does(&mut congress, Role::Head.into(), handed_out(Entry::Double, &[10]));
}

#[test]
fn the_journal_holds_only_with_undoings_of_those_who_answer_for_the_line() {
    let hanoi = FixedOffset::east_opt(7 * 3600).unwrap();
    let line =
        |number, who: Who, change| Line { number, at: hanoi.from_local_datetime(&eight()).unwrap(), who, change };
    let draft = Change::Notes(Notes::Drafted { role: Role::Secretary, desk: 0, text: "x".into() });
    let mut lines: Vec<Line> =
        script::founded().into_iter().zip(1..).map(|((who, change), n)| line(n, who, change)).collect();
    let number = lines.len() as u64 + 1;
    lines.push(line(number, Role::Secretary.into(), draft));
    lines.push(line(number + 1, Role::Presidium.into(), Change::Undone { number }));
    let refused = fold(&lines, 1).unwrap_err();
    assert!(matches!(refused, (at, Refusal::NotThisLine { .. }) if at == number + 1));
    // lines from before keep the judgement of the program that recorded them
    assert!(fold(&lines, number + 2).is_ok());
}
