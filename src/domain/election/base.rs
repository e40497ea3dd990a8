//! The base (số căn cứ): the number of which more than half must be reached. It is not the ballots and not those present.

use super::list::{Election, Voters};
use super::result;
use crate::domain::attendance::Presence;
use crate::domain::congress::Congress;
use crate::domain::hall::Quorum;
use crate::domain::id::PersonId;
use crate::domain::meeting::Roster;
use crate::domain::people::{Origin, Person, Standing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Why a person is taken off the base (rules §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deduction {
    /// On temporary activity elsewhere (sinh hoạt tạm thời nơi khác).
    TemporaryElsewhere,
    /// Exempted and absent (miễn sinh hoạt, không dự).
    ExemptedAbsent,
    /// Suspended, prosecuted or detained.
    Suspended,
    /// Absent for the whole congress with an accepted reason (vắng suốt đại hội, lý do được chấp nhận).
    ExcusedThroughout,
    /// A committee member among the delegates, absent throughout (cấp ủy viên vắng suốt đại hội).
    CommitteeAbsent,
    /// A delegate absent throughout, no alternate in their place.
    DelegateAbsent,
}

/// A person taken off the base, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deducted {
    /// The person.
    pub person: PersonId,
    /// Why.
    pub why: Deduction,
}

/// The base with its named deductions; frozen with the round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// Full members, official delegates or incumbents summoned.
    pub total: u32,
    /// Those taken off.
    pub deducted: Vec<Deducted>,
    /// What remains.
    pub value: u32,
}

/// The base of an election as things stand now; the chair confirms it.
pub fn propose(congress: &Congress, election: &Election) -> Base {
    of(congress, election.voters)
}

/// The base of those who vote together, for ballots and hand votes alike.
pub fn of(congress: &Congress, voters: Voters) -> Base {
    match voters {
        Voters::Congress => of_congress(congress),
        Voters::Plenum => of_plenum(congress),
    }
}

/// Those who vote together, as they are now: the hall, or the plenum of the committee (rules §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assembly {
    /// Those with a vote in the room.
    pub voters: u32,
    /// The base; none where not everybody who may vote is known (không nêu).
    pub base: Option<u32>,
}

impl Assembly {
    /// Those with a vote in the room; none where they are not known.
    pub fn stated(&self) -> Option<u32> {
        self.base.map(|_| self.voters)
    }
}

/// Those who vote together now.
pub fn assembly(congress: &Congress, voters: Voters) -> Assembly {
    let known = congress.meeting().roster == Roster::Complete;
    let base = |known: bool| known.then(|| of(congress, voters).value);
    match voters {
        Voters::Congress => Assembly { voters: congress.hall().voters, base: base(known) },
        Voters::Plenum => {
            let base = base(known && !incumbents(congress).is_empty());
            Assembly { voters: present_incumbents(congress), base }
        }
    }
}

/// Whether enough of those who vote together are in the room (rules §1).
pub fn quorum(congress: &Congress, voters: Voters) -> Quorum {
    match voters {
        Voters::Congress => congress.hall().quorum,
        Voters::Plenum => plenum_quorum(congress),
    }
}

/// The base of the congress.
pub fn of_congress(congress: &Congress) -> Base {
    let delegates = congress.meeting().has_delegates();
    let counted = |person: &&Person| {
        if delegates { person.origin != Some(Origin::Alternate) } else { person.is_full_member() }
    };
    let empty = EmptyPlaces::of(congress);
    let mut total = 0;
    let mut deducted = Vec::new();
    for person in congress.people.iter().filter(counted) {
        total += 1;
        let why = if delegates {
            deduction_of_delegate(congress, &empty, person)
        } else {
            deduction_of_member(congress, person)
        };
        if let Some(why) = why {
            deducted.push(Deducted { person: person.id, why });
        }
    }
    let off = u32::try_from(deducted.len()).unwrap_or(u32::MAX);
    Base { total, value: total.saturating_sub(off), deducted }
}

/// All incumbents of the committee; absence is not subtracted (rules §5).
fn of_plenum(congress: &Congress) -> Base {
    let total = u32::try_from(incumbents(congress).len()).unwrap_or(u32::MAX);
    Base { total, deducted: Vec::new(), value: total }
}

/// The members of the plenum: the committee this congress elected, or, where it elects none, the committee in office.
pub fn incumbents(congress: &Congress) -> Vec<PersonId> {
    match congress.committee_election() {
        Some(committee) => result::elected(congress, committee).unwrap_or_default(),
        None => congress.people.iter().filter(|person| person.incumbent.is_some()).map(|person| person.id).collect(),
    }
}

/// How many of those who vote in an election are in the room.
pub fn voters(congress: &Congress, election: &Election) -> u32 {
    match election.voters {
        Voters::Congress => congress.hall().voters,
        Voters::Plenum => present_incumbents(congress),
    }
}

/// Those who vote in an election and are not in the room now, each place once.
pub fn absent_voters(congress: &Congress, election: &Election) -> Vec<PersonId> {
    let away = |person: &PersonId| congress.presence(*person) != Some(Presence::Present);
    match election.voters {
        Voters::Congress => {
            let summoned = congress.summoned().filter(|person| person.votes());
            summoned.map(|person| person.id).filter(away).collect()
        }
        Voters::Plenum => incumbents(congress).into_iter().filter(away).collect(),
    }
}

fn present_incumbents(congress: &Congress) -> u32 {
    let present = |person: &PersonId| congress.presence(*person) == Some(Presence::Present);
    u32::try_from(incumbents(congress).into_iter().filter(present).count()).unwrap_or(u32::MAX)
}

fn plenum_quorum(congress: &Congress) -> Quorum {
    let summoned = of_plenum(congress).total;
    let (present, needed) = (present_incumbents(congress), congress.meeting().regulation().quorum_needed(summoned));
    match congress.meeting().roster {
        Roster::NamedOnly => Quorum::NotStated,
        Roster::Complete if present >= needed && summoned > 0 => Quorum::Reached,
        Roster::Complete => Quorum::Missing { present, summoned, needed },
    }
}

fn deduction_of_member(congress: &Congress, person: &Person) -> Option<Deduction> {
    let absent = || congress.absent_throughout(person.id);
    let excused = || congress.excuses.get(&person.id).is_some_and(|excuse| excuse.accepted);
    match person.standing {
        Standing::TemporaryElsewhere => Some(Deduction::TemporaryElsewhere),
        Standing::Suspended => Some(Deduction::Suspended),
        Standing::Exempted if absent() => Some(Deduction::ExemptedAbsent),
        _ if excused() && absent() => Some(Deduction::ExcusedThroughout),
        _ => None,
    }
}

/// What the roll says of the places of delegates, gathered once for all of them.
struct EmptyPlaces {
    /// Called absent in the session that sits.
    absent: BTreeSet<PersonId>,
    /// Replaced by an alternate.
    replaced: BTreeSet<PersonId>,
}

impl EmptyPlaces {
    fn of(congress: &Congress) -> Self {
        let rows = congress.session_now().map(|session| congress.roll_of(session.id)).into_iter().flatten();
        let absent = rows.filter(|row| row.presence == Presence::Absent).map(|row| row.person).collect();
        Self { absent, replaced: congress.people.iter().filter_map(|person| person.replaces).collect() }
    }
}

fn deduction_of_delegate(congress: &Congress, empty: &EmptyPlaces, person: &Person) -> Option<Deduction> {
    let called_absent = empty.absent.contains(&person.id) || person.standing == Standing::Suspended;
    if !called_absent || !congress.absent_throughout(person.id) {
        return None;
    }
    if person.incumbent.is_some() {
        return Some(Deduction::CommitteeAbsent);
    }
    (!empty.replaced.contains(&person.id)).then_some(Deduction::DelegateAbsent)
}
