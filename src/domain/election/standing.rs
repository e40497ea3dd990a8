//! Who may stand (quyền ứng cử), and the names the outgoing committee prepared. Whether the list is open is `list`'s to say.

use super::form::Office;
use super::list::{Election, is_without_committee, judge_name, judge_open};
use crate::domain::congress::Congress;
use crate::domain::id::PersonId;
use crate::domain::people::{Origin, Person, Standing};
use crate::domain::refusal::Refusal;
use crate::domain::regulation::Right;

/// The prepared names that are not on the list yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// Those who may be nominated now, in ballot order.
    pub fit: Vec<PersonId>,
    /// Those who may not, each with the reason, in ballot order.
    pub left_out: Vec<(PersonId, Refusal)>,
}

impl Congress {
    /// The prepared names that are not on the list yet; nobody while no names are taken.
    pub fn prepared(&self, election: &Election) -> Prepared {
        let mut prepared = Prepared::default();
        if election.prepared.is_empty() || judge_open(self, election).is_err() {
            return prepared;
        }
        let waiting = |person: &PersonId| self.candidates.get(&(election.id, *person)).is_none();
        for person in self.in_ballot_order(election.prepared.iter().copied().filter(waiting)) {
            match self.person(person).and_then(|person| judge_name(self, election, person.id)) {
                Ok(()) => prepared.fit.push(person),
                Err(refusal) => prepared.left_out.push((person, refusal)),
            }
        }
        prepared
    }

    /// The prepared names that may still stand, in ballot order: those not elected to the committee no longer stand
    /// for secretary.
    pub fn introduced(&self, election: &Election) -> Vec<PersonId> {
        let stands = |person: &PersonId| self.person(*person).is_ok_and(|person| judge(self, election, person).is_ok());
        self.in_ballot_order(election.prepared.iter().copied().filter(stands))
    }
}

/// Judges the prepared names of an election: each exists, is named once and may stand. What the committee's own result
/// will say of them is not known yet.
pub(super) fn judge_prepared(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    for (place, person) in election.prepared.iter().enumerate() {
        let person = congress.person(*person)?;
        if election.prepared.iter().take(place).any(|other| *other == person.id) {
            return Err(Refusal::NamedTwice { name: person.name.clone() });
        }
        judge_right(congress, person)?;
    }
    Ok(())
}

/// Whether a person may stand, and whether the body that the office is filled from has them.
pub(super) fn judge(congress: &Congress, election: &Election, person: &Person) -> Result<(), Refusal> {
    judge_right(congress, person)?;
    let name = || person.name.clone();
    let outside = |office: Office| congress.elected_to(office).is_some_and(|elected| !elected.contains(&person.id));
    let holds = |office: Office| congress.elected_to(office).is_some_and(|elected| elected.contains(&person.id));
    match election.office {
        Office::Secretary | Office::Deputy | Office::StandingCommittee
            if outside(Office::Committee) && !is_without_committee(congress) =>
        {
            Err(Refusal::NotInCommittee { name: name() })
        }
        Office::Deputy if holds(Office::Secretary) => Err(Refusal::AlreadySecretary { name: name() }),
        Office::InspectionHead if outside(Office::Inspection) => Err(Refusal::NotInInspection { name: name() }),
        Office::Alternates if holds(Office::Delegates) => Err(Refusal::AlreadyDelegate { name: name() }),
        _ => Ok(()),
    }
}

/// Whether a person may stand for anything (rules §1).
fn judge_right(congress: &Congress, person: &Person) -> Result<(), Refusal> {
    let name = person.name.clone();
    let rights = congress.meeting().regulation().rights;
    match person.standing {
        Standing::Probationary if rights.probationary_stand == Right::Withheld => {
            return Err(Refusal::CandidateProbationary { name });
        }
        Standing::TemporaryHere if rights.temporary_stand == Right::Withheld => {
            return Err(Refusal::CandidateTemporary { name });
        }
        Standing::Exempted if rights.exempted_stand == Right::Withheld => {
            return Err(Refusal::CandidateExempted { name });
        }
        Standing::Suspended => return Err(Refusal::NotSummoned { name }),
        _ => {}
    }
    if person.origin == Some(Origin::Alternate) && person.replaces.is_none() {
        return Err(Refusal::CandidateAlternate { name });
    }
    Ok(())
}
