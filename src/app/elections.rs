//! The screen `elections`: state and update.

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

impl State {
    /// Whether ballots are being keyed.
    pub fn is_keying(&self) -> bool {
        false
    }
}

/// A change of this screen was recorded.
pub(super) fn recorded(_: &mut App, _: &crate::domain::Entry) {}

/// A change was refused; says whether the screen shows it itself.
pub(super) fn refused(_: &mut App, _: &crate::domain::Refusal, _: &crate::domain::refusal::Told) -> bool {
    false
}
