//! The hand in the minutes: paragraphs reworded by the secretary, each tied to the paragraph the data gave.

use super::agenda::filled;
use super::congress::Congress;
use super::refusal::{Noun, Refusal};
use super::register::Entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A paragraph reworded by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rewording {
    /// Paper and paragraph: `minutes/bodies.1`.
    pub key: String,
    /// What the data gave when it was reworded; where the data gives something else now, it has moved on.
    pub original: String,
    /// The wording by hand; none: back to what the data gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Entity for Rewording {
    type Key = String;
    const TABLE: &'static str = "rewording";
    const KEY: &'static [&'static str] = &["key"];
    fn key(&self) -> String {
        self.key.clone()
    }
}

/// Changes of the wording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A paragraph was reworded, or given back to the data.
    Reworded(Rewording),
}

pub(super) fn judge(_: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Reworded(rewording) = change;
    filled(&rewording.key, Noun::Text)?;
    match &rewording.text {
        Some(text) => filled(text, Noun::Text),
        None => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Reworded(rewording) = change;
    congress.rewordings.put(rewording.clone());
}
