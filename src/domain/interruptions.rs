//! A session interrupted and taken up again (tạm dừng, họp tiếp): a box that was moved, a power cut. While it lasts nothing is
//! voted, issued or announced; what happened stands in the minutes.

use super::agenda::{ascending, filled};
use super::change::Change as Any;
use super::congress::Congress;
use super::floor::SpeechState;
use super::id::{InterruptionId, SessionId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use super::{agenda, election, floor, motions};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An interruption of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interruption {
    /// Number.
    pub id: InterruptionId,
    /// The session.
    pub session: SessionId,
    /// From when.
    pub from: NaiveDateTime,
    /// Why.
    pub reason: String,
    /// Until when; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDateTime>,
    /// What happened meanwhile and how the session went on, for the minutes (ghi nhận sự cố).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

entity!(Interruption, InterruptionId, "interruption");

/// Changes of the interruptions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The session was interrupted; whoever was speaking has ended.
    Suspended(Interruption),
    /// The session was taken up again.
    Resumed {
        /// The interruption.
        interruption: InterruptionId,
        /// When.
        at: NaiveDateTime,
        /// What happened meanwhile.
        note: String,
    },
}

impl Congress {
    /// The interruption that lasts.
    pub fn interrupted(&self) -> Option<&Interruption> {
        self.interruptions.iter().find(|pause| pause.to.is_none())
    }
}

/// Refuses what the hall does while the session is interrupted: items, speeches, votes, the steps of a ballot in the hall.
pub(super) fn refuse_interrupted(congress: &Congress, change: &Any) -> Result<(), Refusal> {
    use election::Change as E;
    let Some(pause) = congress.interrupted() else { return Ok(()) };
    let of_the_hall = matches!(
        change,
        Any::Agenda(
            agenda::Change::Started { .. }
                | agenda::Change::Finished { .. }
                | agenda::Change::Skipped { .. }
                | agenda::Change::Reopened { .. }
        ) | Any::Floor(floor::Change::Called { .. } | floor::Change::Extended { .. })
            | Any::Motions(motions::Change::Voted { .. })
            | Any::Election(
                E::BaseConfirmed { .. }
                    | E::BoxSealed { .. }
                    | E::Issued { .. }
                    | E::Collected { .. }
                    | E::Reported { .. }
                    | E::Announced { .. }
            )
    );
    if of_the_hall { Err(Refusal::Interrupted { since: hour(pause.from) }) } else { Ok(()) }
}

fn hour(at: NaiveDateTime) -> String {
    at.format("%H:%M").to_string()
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Suspended(pause) => {
            ascending(&congress.interruptions, pause.id, Noun::Interruption)?;
            filled(&pause.reason, Noun::Reason)?;
            if let Some(lasting) = congress.interrupted() {
                return Err(Refusal::Interrupted { since: hour(lasting.from) });
            }
            let session = congress.session(pause.session)?;
            match (session.opened_at, session.closed_at) {
                (Some(_), None) if pause.to.is_none() && pause.note.is_none() => Ok(()),
                (Some(_), None) => Err(Refusal::NotInterrupted),
                (_, Some(_)) => Err(Refusal::SessionClosed),
                (None, None) => Err(Refusal::SessionNotOpen),
            }
        }
        Change::Resumed { interruption, note, .. } => {
            let pause = congress.interruptions.get(interruption);
            let number = interruption.0;
            let pause = pause.ok_or(Refusal::Unknown { what: Noun::Interruption, number })?;
            filled(note, Noun::Text)?;
            if pause.to.is_none() { Ok(()) } else { Err(Refusal::NotInterrupted) }
        }
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Suspended(pause) => {
            let speaking: Vec<_> = congress
                .speeches
                .iter()
                .filter(|speech| speech.state == SpeechState::Speaking)
                .map(|speech| speech.id)
                .collect();
            for speech in speaking {
                floor::apply(congress, &floor::Change::Ended { speech, at: pause.from });
            }
            congress.interruptions.put(pause.clone());
        }
        Change::Resumed { interruption, at, note } => {
            if let Some(pause) = congress.interruptions.edit(interruption) {
                // a clock that was put back makes no interruption shorter than nothing
                pause.to = Some((*at).max(pause.from));
                pause.note = Some(note.clone());
            }
        }
    }
}
