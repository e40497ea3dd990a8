//! What lies over the screen: one dialog at a time. An error stays until a key dismisses it, and that key does nothing else.

use super::action::Action;
use super::effect::Effect;
use super::field::Field;
use super::files::{self, Chooser};
use super::form::{self, Form, Picker};
use super::key::Key;
use super::{App, menu};
use crate::domain::Who;
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
    /// The first line shown of a text that is longer than the window.
    pub from: usize,
}

impl Confirm {
    /// A question, shown from its first line.
    pub fn new(title: &str, text: Vec<String>, yes: Vec<Effect>) -> Self {
        Self { title: title.to_owned(), text, yes, from: 0 }
    }
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

/// The passphrase asked of whoever takes a seat.
#[derive(Clone, Debug)]
pub struct Lock {
    /// The seat.
    pub who: Who,
    /// What is being typed; never shown.
    pub typed: Field,
    /// Whether what was typed before was wrong.
    pub wrong: bool,
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
    /// A file to choose.
    Files(Box<Chooser>),
    /// The passphrase of a seat.
    Lock(Box<Lock>),
    /// Commands, roles, menu.
    Palette(Box<Palette>),
    /// Help of the screen, or of the form it lies over, from this line on.
    Help(usize, Option<Box<Dialog>>),
}

/// Takes a key for what lies over the screen.
pub(super) fn key(app: &mut App, key: Key) -> Vec<Effect> {
    match app.dialog.take() {
        Some(form @ Dialog::Form(..)) if key == Key::F(1) => {
            app.dialog = Some(Dialog::Help(0, Some(Box::new(form))));
            Vec::new()
        }
        Some(Dialog::Form(mut form, refused)) => match form.key(key) {
            form::Step::Stay => {
                app.dialog = Some(Dialog::Form(form, refused));
                Vec::new()
            }
            form::Step::GiveUp => Vec::new(),
            form::Step::Submit => submit(app, form),
        },
        Some(Dialog::Confirm(mut confirm)) => match key {
            Key::Enter => confirm.yes,
            Key::Esc => Vec::new(),
            _ => {
                confirm.from = scrolled(confirm.from, key).unwrap_or(confirm.from);
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
        Some(Dialog::Lock(lock)) => menu::unlock(app, lock, key),
        Some(Dialog::Palette(palette)) => menu::key(app, palette, key),
        Some(Dialog::Files(chooser)) => files::key(app, chooser, key),
        Some(Dialog::Help(line, over)) => {
            // any other key closes it, and what it lay over is there again
            app.dialog = match scrolled(line, key) {
                Some(line) => Some(Dialog::Help(line, over)),
                None => over.map(|over| *over),
            };
            Vec::new()
        }
        // the key that dismisses a message does nothing else
        Some(Dialog::Refused(_) | Dialog::Trouble(..)) | None => Vec::new(),
    }
}

/// The first line shown of a text after a key that scrolls; none after any other. Where the text ends depends on the window: the
/// drawing keeps the last page.
fn scrolled(line: usize, key: Key) -> Option<usize> {
    let to = match key {
        Key::Down => line + 1,
        Key::PageDown => line + PAGE,
        Key::Up => line.saturating_sub(1),
        Key::PageUp => line.saturating_sub(PAGE),
        _ => return None,
    };
    Some(to.min(LONGEST))
}

/// Lines that a page is.
const PAGE: usize = 8;

/// More lines than a text goes on below the smallest window.
const LONGEST: usize = 64;

/// A filled form: its changes are asked for at the door, or something outside is. It stays open until it is answered.
fn submit(app: &mut App, form: Box<Form>) -> Vec<Effect> {
    let parts = form.parted().into_iter();
    let asked = form.outside.clone().map(|outside| outside(&app.congress, &form));
    app.dialog = Some(Dialog::Form(form, None));
    match asked {
        Some(Ok(effect)) => vec![effect],
        Some(Err(refusal)) => app.refused(&refusal),
        None => parts.flat_map(|filled| Effect::record(move |congress| filled.change(congress))).collect(),
    }
}
