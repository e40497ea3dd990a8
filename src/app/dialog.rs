//! What lies over the screen: one dialog at a time. An error stays until a key dismisses it, and that key does nothing else.

use super::action::Action;
use super::effect::Effect;
use super::form::{self, Form, Picker};
use super::key::Key;
use super::{App, menu};
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

/// An offer to do something else first, such as handing the laptop over.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What is offered.
    pub title: String,
    /// What it means, line by line.
    pub text: Vec<String>,
    /// What yes does.
    pub action: Action,
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
    /// An offer.
    Offer(Offer),
    /// A refusal.
    Refused(Told),
    /// Trouble with the file or the system: what failed, and what to do.
    Trouble(String, String),
    /// Commands, roles, menu.
    Palette(Box<Palette>),
    /// Help of the screen.
    Help,
}

/// Takes a key for what lies over the screen.
pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    match app.dialog.take() {
        Some(Dialog::Form(mut form, refused)) => match form.key(key) {
            form::Step::Stay => {
                app.dialog = Some(Dialog::Form(form, refused));
                Vec::new()
            }
            form::Step::GiveUp => Vec::new(),
            form::Step::Submit => {
                let parts = form.parted().into_iter();
                app.dialog = Some(Dialog::Form(form, None));
                parts.flat_map(|filled| Effect::record(move |congress| (filled.making)(congress, &filled))).collect()
            }
        },
        Some(Dialog::Confirm(confirm)) => match key {
            Key::Enter => confirm.yes,
            Key::Esc => Vec::new(),
            _ => {
                app.dialog = Some(Dialog::Confirm(confirm));
                Vec::new()
            }
        },
        Some(Dialog::Offer(offer)) => match key {
            Key::Enter => app.act(offer.action),
            Key::Esc => Vec::new(),
            _ => {
                app.dialog = Some(Dialog::Offer(offer));
                Vec::new()
            }
        },
        Some(Dialog::Palette(palette)) => menu::key(app, palette, key),
        // the key that dismisses a message does nothing else
        Some(Dialog::Refused(_) | Dialog::Trouble(..) | Dialog::Help) | None => Vec::new(),
    }
}
