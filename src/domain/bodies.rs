//! Working bodies: presidium, secretariat, credentials and counting committees. All are elected by show of hands.

use super::agenda::numbered;
use super::congress::Congress;
use super::election::{base, list::Voters};
use super::id::{BodyId, ElectionId, MotionId, PersonId};
use super::people::{Person, Standing};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Kind of working body (rules §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// Đoàn chủ tịch.
    Presidium,
    /// Đoàn thư ký.
    Secretariat,
    /// Ban thẩm tra tư cách đại biểu: only at a congress of delegates.
    Credentials,
    /// Ban kiểm phiếu.
    Counting,
}

/// A working body, proposed or elected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Number.
    pub id: BodyId,
    /// Kind.
    pub kind: BodyKind,
    /// For a counting committee of one ballot only: that election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub election: Option<ElectionId>,
    /// The members, head first.
    pub members: Vec<PersonId>,
    /// The hand vote that elected it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected_by: Option<MotionId>,
}

entity!(Body, BodyId, "body");

/// Changes of the working bodies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A body was proposed, or its proposal changed before the vote.
    Proposed(Body),
}

impl Congress {
    /// The elected body of a kind, the latest where there were several.
    pub fn body(&self, kind: BodyKind) -> Option<&Body> {
        self.bodies.iter().rev().find(|body| body.kind == kind && body.elected_by.is_some())
    }

    /// The counting committee of an election: its own, or the one for all ballots of the congress. The plenum counts with its own
    /// (rules §2); only a file whose ballot was opened before that was asked names another.
    pub fn counting_committee(&self, election: ElectionId) -> Option<&Body> {
        let counting = |body: &&Body| body.kind == BodyKind::Counting && body.elected_by.is_some();
        let own = self.bodies.iter().rev().filter(counting).find(|body| body.election == Some(election));
        let shared = !self.counts_alone(election) || self.rounds_of(election).next().is_some();
        own.or_else(|| self.bodies.iter().rev().filter(counting).find(|body| shared && body.election.is_none()))
    }

    /// Whether the committee that counts for the congress does not count for an election: the plenum votes in it.
    pub fn counts_alone(&self, election: ElectionId) -> bool {
        self.elections.get(&election).is_some_and(|election| election.voters == Voters::Plenum)
    }
}

/// Refuses a counter who does not vote in the ballots that are counted (rules §2): those of an election, or of the congress.
pub fn refuse_no_voter(congress: &Congress, election: Option<ElectionId>, person: &Person) -> Result<(), Refusal> {
    let name = || person.name.clone();
    if election.is_some_and(|election| congress.counts_alone(election)) {
        let votes = base::incumbents(congress).contains(&person.id);
        return if votes { Ok(()) } else { Err(Refusal::CounterNotOfPlenum { name: name() }) };
    }
    if person.votes() { Ok(()) } else { Err(Refusal::CounterNoVote { name: name() }) }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Proposed(body) = change;
    if congress.bodies.get(&body.id).is_some_and(|known| known.elected_by.is_some()) {
        return Err(Refusal::BodyElected);
    }
    if body.elected_by.is_some() {
        return Err(Refusal::BodyNeedsVote);
    }
    numbered(body.id, Noun::Body)?;
    if let Some(election) = body.election {
        congress.election(election)?;
    }
    if body.members.is_empty() {
        return Err(Refusal::Blank { what: Noun::Person });
    }
    let named = matches!(body.kind, BodyKind::Presidium | BodyKind::Secretariat);
    if congress.meeting().is_review() && !named {
        return Err(Refusal::ReviewElectsNobody);
    }
    if body.kind == BodyKind::Credentials && !congress.meeting().has_delegates() {
        return Err(Refusal::NoCredentialsCommittee);
    }
    let mut seen = BTreeSet::new();
    for member in &body.members {
        let person = congress.person(*member)?;
        let name = person.name.clone();
        if !seen.insert(member) {
            return Err(Refusal::NamedTwice { name });
        }
        match person.standing {
            Standing::Suspended => return Err(Refusal::NotSummoned { name }),
            Standing::Probationary if body.kind == BodyKind::Counting => {
                return Err(Refusal::CounterProbationary { name });
            }
            _ => {}
        }
        if body.kind == BodyKind::Counting {
            refuse_no_voter(congress, body.election, person)?;
            super::election::refuse_counting_candidate(congress, body.election, *member)?;
        }
    }
    Ok(())
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Proposed(body) = change;
    congress.bodies.put(body.clone());
}
