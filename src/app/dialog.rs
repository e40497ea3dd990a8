//! What lies over the screen: one dialog at a time. An error stays until a key dismisses it, and that key does nothing else.

use super::action::Action;
use super::effect::Effect;
use super::form::{Form, Picker};
use crate::domain::refusal::Told;

/// A question with yes and no.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The question.
    pub title: String,
    /// What it means, line by line.
    pub text: Vec<String>,
    /// What yes does.
    pub yes: Vec<Effect>,
}

/// A list of commands found by typing.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What is chosen among: the value of a choice is the place of its action.
    pub picker: Picker,
    /// The actions.
    pub actions: Vec<Action>,
    /// Title.
    pub title: String,
}

/// Something over the screen.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// A form to fill, and why it was refused the last time.
    Form(Box<Form>, Option<Told>),
    /// A question.
    Confirm(Confirm),
    /// A refusal.
    Refused(Told),
    /// Trouble with the file or the system: what failed, and what to do.
    Trouble(String, String),
    /// Commands, roles, menu.
    Palette(Box<Palette>),
    /// Help of the screen.
    Help,
}
