//! The rules of the congress: given what was recorded, when this is asked, then it is in order or refused.

mod base;
mod bundles;
mod classification;
mod clock;
mod closing;
mod kinds;
mod late;
mod order;
mod raw;
mod refusals;
mod roles;
mod votes;

use crate::world::cell;
use chrono::NaiveDateTime;
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::id::{PersonId, SessionId};
use daihoi::domain::people::{Change as People, Person, Standing};
use daihoi::domain::{Change, Congress, Refusal, Role};

/// The congress after these changes, each judged.
pub fn given(changes: impl IntoIterator<Item = (Role, Change)>) -> Congress {
    let mut congress = Congress::default();
    for (role, change) in changes {
        congress.judge(role.into(), &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
        congress.apply(&change);
    }
    congress
}

/// Records changes as the secretary.
pub fn record(congress: &mut Congress, changes: impl IntoIterator<Item = Change>) {
    record_as(congress, Role::Secretary, changes);
}

/// Records changes as a role.
pub fn record_as(congress: &mut Congress, role: Role, changes: impl IntoIterator<Item = Change>) {
    for change in changes {
        congress.judge(role.into(), &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
        congress.apply(&change);
    }
}

/// Why a change is refused.
pub fn refusal(congress: &Congress, change: &Change) -> Refusal {
    congress.judge(Role::Secretary.into(), change).expect_err("this must be refused")
}

/// A cell congress with a roster of these standings, nobody called yet.
pub fn cell_of(standings: &[(u32, Standing)]) -> Congress {
    let mut congress =
        given(cell::changes().into_iter().filter(|change| !matches!(change, Change::People(_))).map(secretary));
    let all = standings.iter().flat_map(|(number, standing)| std::iter::repeat_n(*standing, *number as usize));
    let people = (1..).zip(all).map(|(id, standing)| person(id, standing)).collect();
    record(&mut congress, [Change::People(People::Enrolled { people })]);
    congress
}

/// The sample cell with everybody but the exempted member in the room, opened.
pub fn open_cell() -> Congress {
    let mut congress = given(cell::changes().into_iter().map(secretary));
    record(&mut congress, [arrived((1..=10).chain([12]))]);
    congress
}

/// These people came in at eight.
pub fn arrived(people: impl IntoIterator<Item = u32>) -> Change {
    let people = people.into_iter().map(PersonId).collect();
    Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: eight() })
}

/// Eight o'clock.
pub fn eight() -> NaiveDateTime {
    cell::at(8, 0)
}

fn secretary(change: Change) -> (Role, Change) {
    (Role::Secretary, change)
}

fn person(id: u32, standing: Standing) -> Person {
    Person { standing, ..Person::named(PersonId(id), format!("Đảng viên {id}")) }
}
