//! The hall's screen (màn hình hội trường): whether it shows what is under way, or the page that waits. Holding a held screen changes
//! nothing and is in order: two who press the key at once mean the same.

use super::congress::Congress;
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the presidium last said of the hall's screen; there is at most one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Projector {
    /// Always 1.
    pub id: u32,
    /// Whether it is held: the name of the congress, and nothing that moves (tạm dừng).
    pub held: bool,
    /// Since when.
    pub at: NaiveDateTime,
}

entity!(Projector, u32, "projector");

/// Changes of the hall's screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// It was held.
    Held {
        /// When.
        at: NaiveDateTime,
    },
    /// It shows again what is under way.
    Shown {
        /// When.
        at: NaiveDateTime,
    },
}

impl Congress {
    /// Whether the hall's screen is held.
    pub fn hall_screen_is_held(&self) -> bool {
        self.projectors.get(&1).is_some_and(|projector| projector.held)
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let (held, at) = match change {
        Change::Held { at } => (true, *at),
        Change::Shown { at } => (false, *at),
    };
    congress.projectors.put(Projector { id: 1, held, at });
}
