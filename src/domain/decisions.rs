//! Decisions that belong to the congress or its chair, recorded with their ground. The program never takes one.

use super::agenda::filled;
use super::congress::Congress;
use super::id::{DecisionId, ElectionId, PersonId, SessionId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Matter {
    /// The session goes on although the quorum was lost.
    GoOnWithoutQuorum(SessionId),
    /// The seats still open stay empty (để khuyết), or the superior appoints.
    LeaveSeatsOpen(ElectionId),
    /// Another round of voting is held, and new names may join the list.
    FurtherRound(ElectionId),
    /// Another round of voting is held among the names that are left.
    FurtherRoundSameNames(ElectionId),
    /// A name that an opinion ballot left tied is taken off the list.
    LeaveOffList {
        /// The election.
        election: ElectionId,
        /// The name.
        person: PersonId,
    },
    /// Anything else.
    Other,
}

/// A decision (quyết định).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Number.
    pub id: DecisionId,
    /// What is decided.
    pub matter: Matter,
    /// Who decided, and what, in words.
    pub text: String,
    /// When.
    pub at: NaiveDateTime,
}

entity!(Decision, DecisionId, "decision");

/// Changes of the decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A decision was recorded.
    Taken(Decision),
}

impl Congress {
    /// Whether a decision on this matter is recorded.
    pub fn decided(&self, matter: Matter) -> Option<&Decision> {
        self.decisions.iter().rev().find(|decision| decision.matter == matter)
    }

    /// Whether the chair decided that the sitting session goes on without a quorum.
    pub fn goes_on_without_quorum(&self) -> bool {
        let session = self.session_now().map(|session| session.id);
        session.is_some_and(|session| self.decided(Matter::GoOnWithoutQuorum(session)).is_some())
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Taken(decision) = change;
    filled(&decision.text, Noun::Ground)?;
    if congress.decisions.get(&decision.id).is_some() || decision.id.0 == 0 {
        return Err(Refusal::NumberTaken { what: Noun::Decision, number: decision.id.0 });
    }
    match decision.matter {
        Matter::GoOnWithoutQuorum(session) => match congress.session(session)?.opened_at {
            Some(_) => Ok(()),
            None => Err(Refusal::QuorumBeforeOpening),
        },
        Matter::LeaveSeatsOpen(election) | Matter::FurtherRound(election) | Matter::FurtherRoundSameNames(election) => {
            super::election::judge_decision(congress, election, decision.matter)
        }
        Matter::LeaveOffList { election, person } => {
            super::election::tied_in_opinion(congress, election, person).map(drop)
        }
        Matter::Other => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Taken(decision) = change;
    congress.decisions.put(decision.clone());
    if let Matter::LeaveOffList { election, person } = decision.matter
        && let Ok(round) = super::election::tied_in_opinion(congress, election, person)
        && let Some(candidate) = congress.candidates.edit(&(election, person))
    {
        candidate.left_off = Some(round);
    }
}
