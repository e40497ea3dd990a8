//! Gifts and flowers (tặng hoa, tặng quà): what was given, by whom, in whose name, to whom.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::id::{GiftId, GuestId, ItemId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// To whom something is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The meeting (chúc mừng đại hội).
    #[default]
    Meeting,
    /// Those just elected (chúc mừng các đồng chí trúng cử).
    Elected,
}

/// Something given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// Number.
    pub id: GiftId,
    /// What: `hoa`, `lẵng hoa`, `bức trướng`.
    pub what: String,
    /// The guests who gave it or handed it over.
    #[serde(default)]
    pub by: Vec<GuestId>,
    /// In whose name, where that is somebody else's: `Tổng Bí thư, Chủ tịch nước`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_name_of: Option<String>,
    /// To whom.
    #[serde(default)]
    pub to: Recipient,
    /// The item in which it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
}

entity!(Gift, GiftId, "gift");

/// Changes of the gifts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Something was given, or its entry corrected.
    Given(Gift),
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Given(gift) = change;
    numbered(gift.id, Noun::Gift)?;
    filled(&gift.what, Noun::Text)?;
    if let Some(item) = gift.item {
        congress.item(item)?;
    }
    if let Some(name) = &gift.in_name_of {
        filled(name, Noun::Name)?;
    }
    let mut seen = BTreeSet::new();
    for guest in &gift.by {
        let guest = congress.guest(*guest)?;
        if !seen.insert(guest.id) {
            return Err(Refusal::NamedTwice { name: guest.label().to_owned() });
        }
    }
    if gift.by.is_empty() && gift.in_name_of.is_none() { Err(Refusal::Blank { what: Noun::Name }) } else { Ok(()) }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Given(gift) = change;
    congress.gifts.put(gift.clone());
}
