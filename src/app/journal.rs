//! The screen `journal`: state and update.

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

/// The screen is shown.
pub(super) fn entered(_: &mut App) -> Vec<Effect> {
    Vec::new()
}
