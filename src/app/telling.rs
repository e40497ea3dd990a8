//! Changes told in one line, for the journal screen and for undo.

use crate::domain::{Change, Congress, Lang};

/// One line on what a change did.
pub fn tell(change: &Change, _: &Congress, _: Lang) -> String {
    serde_json::to_string(change).unwrap_or_default()
}
