//! Decisions that belong to the congress or its chair, recorded with their ground. The program never takes one.

use super::agenda::filled;
use super::congress::Congress;
use super::hall::Quorum;
use super::id::{DecisionId, ElectionId, PersonId, RoundId, SessionId};
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

impl Matter {
    /// The election it is about, where it is about one.
    pub fn election(self) -> Option<ElectionId> {
        match self {
            Self::LeaveSeatsOpen(election)
            | Self::FurtherRound(election)
            | Self::FurtherRoundSameNames(election)
            | Self::LeaveOffList { election, .. } => Some(election),
            Self::GoOnWithoutQuorum(_) | Self::Other => None,
        }
    }

    /// The decision that is taken on it, in these words.
    pub fn taken(self, id: DecisionId, text: impl Into<String>, at: NaiveDateTime) -> Decision {
        Decision { id, matter: self, text: text.into(), at, lapsed: false, after: None }
    }
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
    /// Whether what it was taken for is over: the quorum it did without was reached again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lapsed: bool,
    /// The last round of its election when it was taken: no clock tells this order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RoundId>,
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

    /// The chair's decisions to go on without a quorum in a session, in order: one for each time it was lost.
    pub fn below_quorum(&self, session: SessionId) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(move |decision| decision.matter == Matter::GoOnWithoutQuorum(session))
    }

    /// The chair's decision that the sitting session goes on without the quorum it has lost; none once it was reached again.
    pub fn goes_on_without_quorum(&self) -> Option<&Decision> {
        let session = self.session_now()?;
        self.below_quorum(session.id).find(|decision| !decision.lapsed)
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
            Some(_) if congress.hall_in(session).quorum == Quorum::Reached => Err(Refusal::QuorumNotLost),
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
    let rounds = decision.matter.election().into_iter().flat_map(|election| congress.rounds_of(election));
    let after = rounds.last().map(|round| round.id);
    congress.decisions.put(Decision { lapsed: false, after, ..decision.clone() });
    if let Matter::LeaveOffList { election, person } = decision.matter
        && let Ok(round) = super::election::tied_in_opinion(congress, election, person)
        && let Some(candidate) = congress.candidates.edit(&(election, person))
    {
        candidate.left_off = Some(round);
    }
}

/// Ends a decision to go on without a quorum once the quorum is there again: if it is lost once more, the chair decides once more.
pub(super) fn lapse(congress: &mut Congress) {
    let Some(id) = congress.goes_on_without_quorum().map(|decision| decision.id) else { return };
    if congress.hall().quorum == Quorum::Reached
        && let Some(decision) = congress.decisions.edit(&id)
    {
        decision.lapsed = true;
    }
}
