//! Elections by secret ballot (bầu cử bằng phiếu kín): the list, the base, the rounds, the keyed ballots, the count, the outcome.
//!
//! `form`, `ballot`, `count` and `outcome` are the pure count that `daihoi recount` uses too; the other files are what a
//! congress records around it: `seats`, `list`, `standing` and `purpose` before the vote, `walk` the round, `bundle`, `keyed`,
//! `differ`, `settlement`, `recheck` and `desk` the count. `steps` is the walk from seats to sealing that the screens show.

pub mod ballot;
pub mod base;
pub mod bundle;
pub mod count;
pub mod desk;
pub mod differ;
pub mod form;
pub mod keyed;
pub mod list;
pub mod outcome;
pub mod purpose;
pub mod recheck;
pub mod result;
pub mod round;
pub mod seats;
pub mod settlement;
pub mod standing;
pub mod steps;
mod walk;
pub mod withdrawal;

pub use base::Base;
pub use bundle::{Bundle, BundleState, Keying, KeyingState};
pub use desk::DeskFile;
pub use form::Office;
pub use keyed::KeyedBallot;
pub use list::{Candidate, Election, Source};
pub use purpose::Purpose;
pub use recheck::Recheck;
pub use round::{Entry, Revocation, Round, RoundKind, RoundState};
pub use settlement::Settlement;

pub(super) use list::{judge_list, refuse_counting_candidate};
pub(super) use purpose::tied_in_opinion;
pub(super) use seats::judge_seats;
pub(super) use walk::{judge_decision, refuse_closing};
pub(super) use withdrawal::judge_voted as judge_withdrawal;

use super::congress::Congress;
use super::id::{ElectionId, PersonId, RoundId};
use super::refusal::Refusal;
use super::role::Who;
use chrono::NaiveDateTime;
use list::Stated;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Changes of the elections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// An election was called, or its entry corrected before its number was voted.
    Called(Election),
    /// Somebody was put on the list.
    Nominated(Candidate),
    /// A candidate asked to withdraw; the congress votes on it.
    WithdrawalAsked {
        /// The election.
        election: ElectionId,
        /// The candidate.
        person: PersonId,
        /// The reason given.
        reason: String,
    },
    /// The chair confirmed the base; list and base are frozen with the round.
    BaseConfirmed {
        /// The round this opens.
        round: RoundId,
        /// The election.
        election: ElectionId,
        /// Why the round is held.
        kind: RoundKind,
        /// The base with its named deductions.
        base: Base,
        /// When.
        at: NaiveDateTime,
    },
    /// The rules were read, the box was shown empty and sealed.
    BoxSealed {
        /// The round.
        round: RoundId,
        /// When.
        at: NaiveDateTime,
    },
    /// The ballots were issued.
    Issued {
        /// The round.
        round: RoundId,
        /// How many were printed, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        printed: Option<u32>,
        /// How many were issued.
        issued: u32,
        /// When.
        at: NaiveDateTime,
    },
    /// The ballots were collected.
    Collected {
        /// The round.
        round: RoundId,
        /// How many were collected.
        collected: u32,
        /// How many were spoiled and exchanged.
        #[serde(default)]
        spoiled: u32,
        /// When.
        at: NaiveDateTime,
    },
    /// More ballots were collected than issued: every ballot of the round is annulled.
    Annulled {
        /// The round.
        round: RoundId,
        /// How many were collected.
        collected: u32,
        /// When.
        at: NaiveDateTime,
    },
    /// Issued and collected were reported to the hall; counting may begin.
    Reported {
        /// The round.
        round: RoundId,
        /// When.
        at: NaiveDateTime,
    },
    /// Something happened to the bundles.
    Bundle(bundle::Change),
    /// Something passed between this file and a desk file.
    Desk(desk::Change),
    /// A ballot was keyed.
    BallotKeyed(KeyedBallot),
    /// A keyed ballot was corrected from the paper, before its bundle was handed in.
    BallotCorrected(KeyedBallot),
    /// A third person decided what a paper holds.
    PaperSettled(Settlement),
    /// Something happened to the random recheck.
    Recheck(recheck::Change),
    /// The head closed the count.
    CountClosed {
        /// The round.
        round: RoundId,
        /// When.
        at: NaiveDateTime,
    },
    /// The presidium confirmed the result.
    ResultConfirmed {
        /// The round.
        round: RoundId,
        /// When.
        at: NaiveDateTime,
    },
    /// The result was announced.
    Announced {
        /// The round.
        round: RoundId,
        /// When.
        at: NaiveDateTime,
    },
    /// The ballots were sealed and handed over (kept six months).
    HandedOver {
        /// The round.
        round: RoundId,
        /// To whom.
        to: String,
        /// When.
        at: NaiveDateTime,
    },
    /// The superior committee annulled an announced result; the vote is held again as a new round, and both stay.
    ResultRevoked {
        /// The round.
        round: RoundId,
        /// The decision.
        revocation: Revocation,
        /// When it was entered.
        at: NaiveDateTime,
    },
    /// The result is known from a source that gives no votes; the ballot may have been held, its count is not recorded here.
    ResultStated {
        /// The election.
        election: ElectionId,
        /// Those elected; none where the source does not name them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        elected: Option<Vec<PersonId>>,
    },
}

pub(super) fn judge(congress: &Congress, who: Who, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Called(election) => list::judge_called(congress, election),
        Change::Nominated(candidate) => list::judge_nominated(congress, candidate),
        Change::WithdrawalAsked { election, person, reason } => {
            withdrawal::judge_asked(congress, (*election, *person), reason)
        }
        Change::ResultStated { election, elected } => walk::judge_stated(congress, *election, elected.as_deref()),
        Change::Bundle(change) => bundle::judge(congress, who, change),
        Change::Desk(change) => desk::judge(congress, change),
        Change::BallotKeyed(ballot) => keyed::judge_keyed(congress, who, ballot),
        Change::BallotCorrected(ballot) => keyed::judge_corrected(congress, who, ballot),
        Change::PaperSettled(settlement) => settlement::judge(congress, who, settlement),
        Change::Recheck(change) => recheck::judge(congress, change),
        _ => walk::judge(congress, change),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Called(election) => {
            congress.elections.put(election.clone());
            purpose::list_names(congress, election);
        }
        Change::Nominated(candidate) => {
            if let Some(election) = congress.elections.edit(&candidate.election) {
                // a name added for a further round opens the list again: it is voted anew
                election.list_by = None;
            }
            congress.candidates.put(candidate.clone());
        }
        Change::WithdrawalAsked { election, person, reason } => {
            if let Some(candidate) = congress.candidates.edit(&(*election, *person)) {
                candidate.withdrawal = Some(withdrawal::Withdrawal { reason: reason.clone(), ..Default::default() });
            }
        }
        Change::ResultStated { election, elected } => {
            if let Some(election) = congress.elections.edit(election) {
                election.stated = Some(Stated { elected: elected.clone() });
            }
        }
        Change::Bundle(change) => bundle::apply(congress, change),
        Change::Desk(change) => desk::apply(congress, change),
        Change::BallotKeyed(ballot) | Change::BallotCorrected(ballot) => keyed::apply(congress, ballot),
        Change::PaperSettled(settlement) => settlement::apply(congress, settlement),
        Change::Recheck(change) => recheck::apply(congress, change),
        _ => walk::apply(congress, change),
    }
}
