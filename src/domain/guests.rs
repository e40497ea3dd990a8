//! Guests: people with their offices, and delegations without names. Guests never vote.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::id::GuestId;
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a guest came to do (động từ vai trò).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Dự.
    Attends,
    /// Chúc mừng.
    Congratulates,
    /// Chỉ đạo.
    Guides,
    /// Tặng hoa.
    GivesFlowers,
}

/// A guest or a delegation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// Number in the list of guests.
    pub id: GuestId,
    /// Name; a delegation without names has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Offices in the order of introduction, or the unit of a delegation.
    #[serde(default)]
    pub offices: Vec<String>,
    /// What they came to do; nobody says: they attend.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Speaks for the superior committee (đại diện cấp ủy cấp trên).
    #[serde(default)]
    pub superior: bool,
    /// When they came in; none while they are only expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_at: Option<NaiveDateTime>,
}

entity!(Guest, GuestId, "guest");

impl Guest {
    /// The name, or the unit where a delegation has no names.
    pub fn label(&self) -> &str {
        let unit = || self.offices.first().map_or("", String::as_str);
        self.name.as_deref().unwrap_or_else(unit)
    }
}

/// Changes of the list of guests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A guest was put on the list, or their entry corrected.
    Invited(Guest),
    /// A guest came in.
    Came {
        /// The guest.
        guest: GuestId,
        /// When.
        at: NaiveDateTime,
    },
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Invited(guest) => {
            filled(guest.label(), Noun::Name)?;
            numbered(guest.id, Noun::Guest)
        }
        Change::Came { guest, .. } => {
            let guest = congress.guest(*guest)?;
            match guest.came_at {
                Some(_) => Err(Refusal::AlreadyPresent { name: guest.label().to_owned() }),
                None => Ok(()),
            }
        }
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Invited(guest) => congress.guests.put(guest.clone()),
        Change::Came { guest, at } => {
            if let Some(guest) = congress.guests.edit(guest) {
                guest.came_at = Some(*at);
            }
        }
    }
}
