//! Requests to withdraw (xin rút): a candidate asks, the congress decides. The list that they are taken off lives in `list`.

use super::list::Election;
use super::result;
use crate::domain::agenda::filled;
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, MotionId, PersonId};
use crate::domain::refusal::{Noun, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A request to withdraw (xin rút); the congress decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The reason given.
    pub reason: String,
    /// Whether the congress allowed it; none while it was not voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<bool>,
    /// The hand vote that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<MotionId>,
}

/// Whether a round has frozen the names: until it is annulled, or the congress decides on a further one that takes new names.
pub fn are_frozen(congress: &Congress, election: &Election) -> bool {
    let held = congress.round_now(election.id).is_some_and(|round| !round.is_void());
    held && !result::may_add_names(congress, election)
}

/// Judges a candidate's request to withdraw.
pub(super) fn judge_asked(congress: &Congress, key: (ElectionId, PersonId), reason: &str) -> Result<(), Refusal> {
    let election = congress.election(key.0)?;
    let name = congress.person(key.1)?.name.clone();
    filled(reason, Noun::Reason)?;
    // once a round is open its names are frozen; before that, and before a further one, a late request opens the list again
    if are_frozen(congress, election) {
        return Err(Refusal::RoundHasNames);
    }
    match congress.candidates.get(&key) {
        None => Err(Refusal::NotCandidate { name }),
        Some(candidate) => match candidate.withdrawal.as_ref().map(|request| request.allowed) {
            None => Ok(()),
            Some(None) => Err(Refusal::WithdrawalOpen { name }),
            Some(Some(false)) => Err(Refusal::WithdrawalRefused { name }),
            Some(Some(true)) => Err(Refusal::NotCandidate { name }),
        },
    }
}

/// Judges the congress's vote on a request to withdraw.
pub(crate) fn judge_voted(congress: &Congress, election: ElectionId, person: PersonId) -> Result<(), Refusal> {
    let name = congress.person(person)?.name.clone();
    let candidate = congress.candidates.get(&(election, person));
    let open =
        candidate.and_then(|candidate| candidate.withdrawal.as_ref()).is_some_and(|request| request.allowed.is_none());
    if open { Ok(()) } else { Err(Refusal::NoWithdrawal { name }) }
}
