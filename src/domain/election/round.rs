//! A round of an election: its frozen list and base, its ledger of papers, and how far it has come.

use super::base::Base;
use super::count::Counts;
use super::form::{Contest, Form};
use super::outcome::Places;
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, PersonId, RoundId};
use crate::domain::register::entity;
use crate::domain::regulation::OpenPoints;
use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a round is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundKind {
    /// The first vote on the list.
    First,
    /// A further round for the seats still open (bầu thêm lần nữa), by decision of the congress.
    Further,
    /// Among the tied only (bầu lại giữa những người bằng phiếu).
    TieRevote,
    /// The vote held again after one that was annulled, in the hall or later by the superior.
    AfterAnnulment,
}

/// How the ballots of a round are keyed (cách nhập phiếu): the head says so when the bundles are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// Each bundle is keyed once and read back against its papers (nhập một lượt, đọc soát lại).
    Single,
    /// Each bundle is keyed by two people who do not see each other's work (nhập hai lượt độc lập).
    Double,
}

/// How far a round has come; each step needs the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Base confirmed, list frozen.
    Opened,
    /// Rules read, box shown empty and sealed.
    BoxSealed,
    /// Ballots issued (đã phát phiếu).
    Issued,
    /// Ballots collected (đã thu phiếu).
    Collected,
    /// Issued and collected were reported to the hall; counting goes on.
    Counting,
    /// The head closed the count.
    Closed,
    /// The presidium confirmed the result.
    Confirmed,
    /// Announced (đã công bố).
    Announced,
    /// Ballots sealed and handed over.
    HandedOver,
    /// Every ballot annulled (hủy toàn bộ phiếu).
    Annulled,
    /// The announced result annulled later by the superior committee (cấp trên hủy kết quả).
    Revoked,
}

/// The papers of a round (rules §6); unknown numbers are none, never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<u32>,
    /// Present with a vote when the ballots were issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u32>,
    /// Issued (phát ra).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<u32>,
    /// Collected (thu về).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected: Option<u32>,
    /// Spoiled and exchanged (phiếu hỏng đã đổi).
    #[serde(default)]
    pub spoiled: u32,
}

/// When each step of a round was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// Base confirmed.
    pub opened: NaiveDateTime,
    /// Ballots issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDateTime>,
    /// Ballots collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected: Option<NaiveDateTime>,
    /// Count closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<NaiveDateTime>,
    /// Announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<NaiveDateTime>,
    /// Sealed and handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<NaiveDateTime>,
}

/// What was settled of a round before its ballots were counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The points left open by the regulation, as they stood when the round was opened.
    #[serde(default)]
    pub points: OpenPoints,
    /// The round it follows: the tied one, the short one, the annulled one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<RoundId>,
    /// What places it fills.
    #[serde(default, skip_serializing_if = "Places::are_seats")]
    pub places: Places,
    /// How its ballots are keyed; none before the first bundle is handed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Entry>,
    /// Those with a vote who were not in the room when the ballots were issued.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<PersonId>,
}

/// What became of a round after its announcement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aftermath {
    /// To whom the sealed ballots were handed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_to: Option<String>,
    /// The superior's decision that annulled the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Revocation>,
}

/// The superior committee's decision that annulled an announced result (rules §6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// Who decided.
    pub by: String,
    /// Number and ground of the decision.
    pub basis: String,
    /// Its day.
    pub date: NaiveDate,
}

/// A round (vòng bầu).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Number.
    pub id: RoundId,
    /// The election.
    pub election: ElectionId,
    /// Which round of its election, from 1.
    pub number: u16,
    /// Why it is held.
    pub kind: RoundKind,
    /// How far it has come.
    pub state: RoundState,
    /// The names in ballot order; ballots number them from 1.
    pub names: Vec<PersonId>,
    /// The places it fills: seats, or those of alternates where no seat is open.
    pub seats: u16,
    /// The base, frozen.
    pub base: Base,
    /// What else was settled before the count.
    pub terms: Terms,
    /// The papers.
    pub ledger: Ledger,
    /// When each step was taken.
    pub times: Times,
    /// What was counted; none before the head closed the count.
    #[serde(default)]
    pub counts: Option<Counts>,
    /// What became of it after the announcement.
    pub aftermath: Aftermath,
}

entity!(Round, RoundId, "round");

impl Round {
    /// How many names stand.
    pub fn names_count(&self) -> u16 {
        u16::try_from(self.names.len()).unwrap_or(u16::MAX)
    }

    /// The form of its ballot.
    pub fn form(&self) -> Form {
        Form::of(self.names_count(), self.seats)
    }

    /// Whether its result may be seen: the head closed the count.
    pub fn is_counted(&self) -> bool {
        self.state >= RoundState::Closed && self.state != RoundState::Annulled
    }

    /// Whether it counts no more: annulled in the hall, or later by the superior.
    pub fn is_void(&self) -> bool {
        matches!(self.state, RoundState::Annulled | RoundState::Revoked)
    }

    /// Whether its result is known to the hall, and stands.
    pub fn is_announced(&self) -> bool {
        matches!(self.state, RoundState::Announced | RoundState::HandedOver)
    }
}

impl Congress {
    /// What the ballots of a round have in common.
    pub fn contest(&self, round: &Round) -> Contest {
        let regulation = self.meeting().regulation_with(round.terms.points);
        Contest { names: round.names_count(), seats: round.seats, regulation }
    }

    /// The rounds of an election in order.
    pub fn rounds_of(&self, election: ElectionId) -> impl DoubleEndedIterator<Item = &Round> {
        self.rounds.iter().filter(move |round| round.election == election)
    }

    /// Whether an annulled round was voted again.
    pub fn is_replaced(&self, round: &Round) -> bool {
        self.rounds_of(round.election).any(|other| other.terms.after == Some(round.id))
    }

    /// The last round of an election.
    pub fn round_now(&self, election: ElectionId) -> Option<&Round> {
        self.rounds_of(election).next_back()
    }
}
