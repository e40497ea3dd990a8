//! The closing of the record (khóa hồ sơ): what is still open when the chair closes it, and the corrections (đính chính) that are
//! all that may be recorded afterwards. The hall closes by the last item of its agenda (bế mạc); the record closes here.

mod open;

pub use open::Open;

use super::agenda::{self, ItemKind, ItemState, ascending, filled};
use super::change::Change as Any;
use super::congress::Congress;
use super::figures;
use super::id::{CorrectionId, SessionId};
use super::refusal::{Noun, Refusal};
use super::register::{Entity, entity};
use super::role::{Who, may};
use super::{attendance, election, floor, guests, meeting, minutes, notes, people, reports};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The closing of the record: one row, none while it is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Always 1.
    #[serde(default = "one")]
    pub id: u8,
    /// When.
    pub at: NaiveDateTime,
    /// Why the chair closed over what was still open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was still open, as the chair was shown it: the minutes print it.
    #[serde(default)]
    pub open: Vec<String>,
}

fn one() -> u8 {
    1
}

impl Entity for Closing {
    type Key = u8;
    const TABLE: &'static str = "closing";
    const KEY: &'static [&'static str] = &["id"];
    fn key(&self) -> u8 {
        self.id
    }
}

/// A correction of the closed record (đính chính).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Number, in the order in which they were made.
    pub id: CorrectionId,
    /// When.
    pub at: NaiveDateTime,
    /// What is corrected and how it is to be read, in words.
    pub what: String,
    /// Why.
    pub reason: String,
}

entity!(Correction, CorrectionId, "correction");

/// Changes of the closing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The chair closed the record.
    Closed(Closing),
    /// Something in the closed record was corrected.
    Corrected {
        /// What, and why.
        correction: Correction,
        /// The change of the data it makes; none: the words alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        change: Option<Box<Any>>,
    },
}

impl Congress {
    /// The closing of the record; none while it is open.
    pub fn closing(&self) -> Option<&Closing> {
        self.closings.get(&1)
    }
}

/// The refusal of whatever comes after the closing.
fn closed(closing: &Closing) -> Refusal {
    let (hour, day) = (closing.at.format("%H:%M").to_string(), figures::date(closing.at.date()));
    Refusal::RecordClosed { hour, day }
}

/// Refuses, once the record is closed, everything but corrections and papers – and what is no record: passphrases, the
/// hall's screen. Whether a line may be undone the journal says.
pub(super) fn refuse_closed(congress: &Congress, change: &Any) -> Result<(), Refusal> {
    match (congress.closing(), change) {
        (None, _)
        | (
            Some(_),
            Any::Closing(Change::Corrected { .. })
            | Any::Issuing(_)
            | Any::Passphrases(_)
            | Any::Projector(_)
            | Any::Undone { .. },
        ) => Ok(()),
        (Some(closing), _) => Err(closed(closing)),
    }
}

/// Refuses to undo a line from before the closing, or a correction: both stand in papers that went out.
pub(super) fn refuse_undo<'a>(
    standing: impl IntoIterator<Item = &'a super::change::Entry>,
    undone: &super::change::Entry,
) -> Result<(), Refusal> {
    if matches!(undone.change, Any::Closing(Change::Corrected { .. })) {
        return Err(Refusal::CorrectionStands);
    }
    let closing = standing.into_iter().find_map(|entry| match &entry.change {
        Any::Closing(Change::Closed(closing)) => Some((entry.number, closing)),
        _ => None,
    });
    match closing {
        Some((number, closing)) if undone.number < number => Err(closed(closing)),
        _ => Ok(()),
    }
}

/// Whether a change puts right what is recorded, so that it may be made in the closed record with a reason: no act of the hall.
pub fn corrects(change: &Any) -> bool {
    match change {
        Any::Meeting(meeting::Change::Corrected(_))
        | Any::People(people::Change::Corrected(_))
        | Any::Guests(guests::Change::Invited(_))
        | Any::Attendance(attendance::Change::ExcuseDecided(_))
        | Any::Agenda(agenda::Change::Rewritten { .. })
        | Any::Floor(floor::Change::Written { .. })
        | Any::Notes(notes::Change::Corrected { .. })
        | Any::Reports(reports::Change::Entered(_) | reports::Change::FactStated(_))
        | Any::Minutes(minutes::Change::Reworded(_))
        // what the superior does later belongs to the record, and so does where the ballots went
        | Any::Election(election::Change::ResultRevoked { .. } | election::Change::HandedOver { .. }) => true,
        _ => false,
    }
}

pub(super) fn judge(congress: &Congress, who: Who, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Closed(closing) => judge_closed(congress, closing),
        Change::Corrected { correction, change } => {
            if congress.closing().is_none() {
                return Err(Refusal::RecordOpen);
            }
            ascending(&congress.corrections, correction.id, Noun::Correction)?;
            filled(&correction.what, Noun::Text)?;
            filled(&correction.reason, Noun::Reason)?;
            match change {
                None => Ok(()),
                Some(change) if corrects(change) => {
                    may(who, change)?;
                    congress.judge_feature(who, change)
                }
                Some(_) => Err(Refusal::NoCorrection),
            }
        }
    }
}

fn judge_closed(congress: &Congress, closing: &Closing) -> Result<(), Refusal> {
    if closing.id != 1 {
        return Err(Refusal::NumberTaken { what: Noun::Meeting, number: u32::from(closing.id) });
    }
    if !congress.sessions.iter().any(|session| session.opened_at.is_some()) {
        return Err(Refusal::NothingToClose);
    }
    closing.open.iter().try_for_each(|told| filled(told, Noun::Text))?;
    match &closing.reason {
        Some(reason) => filled(reason, Noun::Reason),
        None => match congress.still_open().len() {
            0 => Ok(()),
            open => Err(Refusal::ClosingNeedsReason { open: u32::try_from(open).unwrap_or(u32::MAX) }),
        },
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Closed(closing) => {
            end_sessions(congress, closing.at);
            congress.closings.put(closing.clone());
        }
        Change::Corrected { correction, change } => {
            congress.corrections.put(correction.clone());
            if let Some(change) = change {
                congress.apply(change);
            }
        }
    }
}

/// Sessions that sit end with the record, their closing done; other items stay as they were left, which is what the reason is for.
fn end_sessions(congress: &mut Congress, at: NaiveDateTime) {
    let sitting = |session: &&agenda::Session| session.opened_at.is_some() && session.closed_at.is_none();
    let sessions: Vec<SessionId> = congress.sessions.iter().filter(sitting).map(|session| session.id).collect();
    for session in sessions {
        let closings: Vec<_> = congress
            .agenda(session)
            .into_iter()
            .filter(|item| item.kind == ItemKind::Closing && item.state == ItemState::Running)
            .map(|item| item.id)
            .collect();
        for item in closings {
            if let Some(item) = congress.items.edit(&item) {
                (item.state, item.finished_at) = (ItemState::Done, Some(at));
            }
        }
        if let Some(session) = congress.sessions.edit(&session) {
            session.closed_at = Some(at);
        }
    }
}
