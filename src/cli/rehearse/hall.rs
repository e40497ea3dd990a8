//! The hall of a rehearsal: who comes, unit by unit, who is late, who is away and why, who sits in another's place.

use super::sitting::{Done, Sitting};
use crate::domain::Change;
use crate::domain::attendance::{Change as Attendance, Excuse};
use crate::domain::guests::Change as Guests;
use crate::domain::id::{GuestId, PersonId, SessionId};
use crate::domain::people::Change as People;
use std::collections::BTreeMap;

/// Why people are away.
const REASONS: [&str; 4] = ["Đi công tác", "Điều trị tại bệnh viện", "Học tập trung", "Gia đình có tang"];

/// Marks who has come to a session, and who is away.
pub(super) fn gather(sitting: &mut Sitting<'_>, session: SessionId) -> Done {
    let away = sitting.cast.absent.clone();
    let late = sitting.cast.late.clone();
    let mut units: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
    for person in sitting.congress.people.iter() {
        let comes = person.is_summoned() && !away.contains(&person.id) && !late.contains(&person.id);
        let here = sitting.congress.attendance_of(session, person.id).is_some();
        if comes && !here {
            units.entry(person.unit.clone().unwrap_or_default()).or_default().push(person.id);
        }
    }
    for people in units.into_values() {
        let arrived = Attendance::Arrived { session, people, at: sitting.clock };
        sitting.write(Change::Attendance(arrived))?;
        sitting.pass(1);
    }
    for (person, reason) in away.into_iter().zip(REASONS.iter().cycle()) {
        let reason = Some((*reason).to_owned());
        sitting.write(Change::Attendance(Attendance::MarkedAbsent { session, person, at: sitting.clock, reason }))?;
    }
    Ok(())
}

/// Those who come after the session has opened.
pub(super) fn latecomers(sitting: &mut Sitting<'_>, session: SessionId) -> Done {
    for person in sitting.cast.late.clone() {
        sitting.pass(1);
        let arrived = Attendance::Arrived { session, people: vec![person], at: sitting.clock };
        sitting.write(Change::Attendance(arrived))?;
    }
    Ok(())
}

/// Somebody is called out for a while and comes back.
pub(super) fn out_and_back(sitting: &mut Sitting<'_>, session: SessionId) -> Done {
    let Some(person) = sitting.cast.late.first().copied() else { return Ok(()) };
    sitting.write(Change::Attendance(Attendance::Left { session, person, at: sitting.clock }))?;
    sitting.pass(12);
    let back = Attendance::Arrived { session, people: vec![person], at: sitting.clock };
    sitting.write(Change::Attendance(back))
}

/// The convening committee decides on reasons; an alternate sits for the last of those away.
pub(super) fn decide_on_absence(sitting: &mut Sitting<'_>, session: SessionId) -> Done {
    let mut away = sitting.cast.absent.clone();
    if let (Some(absent), Some(by)) = (away.pop(), sitting.cast.alternates.first().copied()) {
        sitting.write(Change::People(People::Replaced { absent, by }))?;
        let arrived = Attendance::Arrived { session, people: vec![by], at: sitting.clock };
        sitting.write(Change::Attendance(arrived))?;
    }
    for (place, person) in away.into_iter().enumerate() {
        let accepted = place % 3 != 2;
        let ground =
            if accepted { "Cấp ủy triệu tập chấp nhận lý do" } else { "Chưa có giấy xác nhận" };
        let excuse = Excuse { id: person, accepted, ground: ground.to_owned() };
        sitting.write(Change::Attendance(Attendance::ExcuseDecided(excuse)))?;
    }
    Ok(())
}

/// The guests come in.
pub(super) fn guests(sitting: &mut Sitting<'_>) -> Done {
    let waiting: Vec<GuestId> =
        sitting.congress.guests.iter().filter(|guest| guest.came_at.is_none()).map(|guest| guest.id).collect();
    for guest in waiting {
        sitting.write(Change::Guests(Guests::Came { guest, at: sitting.clock }))?;
    }
    Ok(())
}
