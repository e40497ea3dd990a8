//! The screen `floor`: state and update.

use super::App;
use super::effect::Effect;
use super::keymap::Binding;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {}

/// Its keys.
pub const BINDINGS: &[Binding] = &[];

pub(super) fn act(_: &mut App, action: Action) -> Vec<Effect> {
    match action {}
}

/// The clock moved on: the bell rings when a speaker's time is over.
pub(super) fn tick(_: &mut App) -> Vec<Effect> {
    Vec::new()
}

/// What saves the texts being written, when the window is about to go away.
pub fn unsaved(_: &App) -> Option<crate::domain::Change> {
    None
}
