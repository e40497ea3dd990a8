//! The number to elect (số lượng cần bầu), voted before the list, and the size of a body that has more: fewer may be elected now and
//! the others completed after the congress (kiện toàn sau). The surplus and the ballot go by the number to elect.

use super::form::Office;
use super::list::{Election, cell_size, refuse_small_cell};
use crate::domain::congress::Congress;
use crate::domain::id::ElectionId;
use crate::domain::meeting::Kind;
use crate::domain::motions::Subject;
use crate::domain::refusal::Refusal;

impl Election {
    /// How many members the body gets only after the congress (kiện toàn sau).
    pub fn completed_later(&self) -> u16 {
        self.size.zip(self.seats).map_or(0, |(size, seats)| size.saturating_sub(seats))
    }

    /// Whether the number to elect is settled: voted, allotted from above for delegates, or laid down by what the ballot is for.
    pub fn seats_settled(&self) -> bool {
        self.seats.is_some() && (self.seats_by.is_some() || self.office.is_allotted() || !self.elects())
    }
}

/// Judges a size beyond the seats: of a body alone, and never below the number to elect.
pub(super) fn judge_size(election: &Election, seats: Option<u16>, size: Option<u16>) -> Result<(), Refusal> {
    let Some(size) = size else { return Ok(()) };
    if !election.office.has_size() || !election.elects() {
        return Err(Refusal::OnlyBodiesHaveSize);
    }
    match seats {
        Some(seats) if size < seats => Err(Refusal::SizeBelowSeats { size, seats }),
        _ => Ok(()),
    }
}

/// Judges the vote on the number to elect, and on the size of the body where it is larger: what limits a body limits its size.
pub(crate) fn judge_seats(
    congress: &Congress,
    election: ElectionId,
    (seats, size): (u16, Option<u16>),
) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    let meeting = congress.meeting();
    if election.office.is_allotted() || !election.elects() {
        return Err(Refusal::SeatsAllotted);
    }
    if election.list_by.is_some() || election.stated.is_some() || congress.round_now(election.id).is_some() {
        return Err(Refusal::ElectionUnderWay { title: election.title.clone() });
    }
    if seats == 0 {
        return Err(Refusal::NoSeats);
    }
    judge_size(election, Some(seats), size)?;
    refuse_small_cell(congress, election)?;
    let whole = size.unwrap_or(seats);
    let largest = meeting.regulation().sizes.cell_committee;
    if meeting.kind == Kind::Cell && election.office == Office::Committee && whole > largest {
        return Err(Refusal::CommitteeTooLarge { seats: whole, largest });
    }
    if election.office.is_single() && seats > 1 {
        return Err(Refusal::OneSecretary);
    }
    match cell_size(congress) {
        Some((members, from)) if election.office == Office::Deputy && whole > 1 && members < from => {
            Err(Refusal::OneDeputy { from })
        }
        _ => Ok(()),
    }
}

/// Whether a subject is the number of this election.
pub fn is_seats_of(subject: &Subject, election: ElectionId) -> bool {
    matches!(subject, Subject::Seats { election: other, .. } if *other == election)
}
