//! Notes typed at any moment; each sticks to the item and the speech under way. A note cut off by a closed window stays as a draft.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::id::{ItemId, NoteId, SpeechId};
use super::refusal::{Noun, Refusal};
use super::register::{Entity, entity};
use super::role::Role;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A note (ghi chú).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Number.
    pub id: NoteId,
    /// The item it was typed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The speech it was typed during.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speech: Option<SpeechId>,
    /// When.
    pub at: NaiveDateTime,
    /// The text.
    pub text: String,
}

entity!(Note, NoteId, "note");

/// A note that was being typed when its screen went away (bản nháp).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Whose note.
    pub role: Role,
    /// The desk, 0 where there is none.
    pub desk: u16,
    /// What had been typed; empty once it was taken up again.
    pub text: String,
}

impl Entity for Draft {
    type Key = (Role, u16);
    const TABLE: &'static str = "draft";
    const KEY: &'static [&'static str] = &["role", "desk"];
    fn key(&self) -> Self::Key {
        (self.role, self.desk)
    }
}

/// Changes of the notes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A note was written.
    Written(Note),
    /// The text of a note was corrected.
    Corrected {
        /// The note.
        note: NoteId,
        /// The text.
        text: String,
    },
    /// The line being typed was saved because the screen went away, or taken up again (empty).
    Drafted {
        /// Whose line.
        role: Role,
        /// The desk, 0 where there is none.
        desk: u16,
        /// What had been typed.
        text: String,
    },
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Written(note) => {
            filled(&note.text, Noun::Text)?;
            if let Some(item) = note.item {
                congress.item(item)?;
            }
            if let Some(speech) = note.speech {
                congress.speech(speech)?;
            }
            match congress.notes.get(&note.id) {
                Some(_) => Err(Refusal::NumberTaken { what: Noun::Note, number: note.id.0 }),
                None => numbered(note.id, Noun::Note),
            }
        }
        Change::Corrected { note, text } => {
            congress.notes.get(note).ok_or(Refusal::Unknown { what: Noun::Note, number: note.0 })?;
            filled(text, Noun::Text)
        }
        Change::Drafted { .. } => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Written(note) => congress.notes.put(note.clone()),
        Change::Corrected { note, text } => {
            if let Some(note) = congress.notes.edit(note) {
                note.text.clone_from(text);
            }
        }
        Change::Drafted { role, desk, text } => {
            congress.drafts.put(Draft { role: *role, desk: *desk, text: text.clone() });
        }
    }
}
