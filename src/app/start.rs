//! The start screen: the demo, a new congress, last term's file, a file that is there. It stands before any congress is open.

mod form;

pub use form::{office_words, sort_word};

use super::App;
use super::action::{Action as Any, Screen};
use super::dialog::Dialog;
use super::effect::Effect;
use super::field::Field;
use super::files::Wanted;
use super::key::Key;
use super::keymap::{Binding, Place, always};
use super::practice;
use super::words::{Word, practice as practice_words, start as w};
use super::{Congress, Seat};
use crate::domain::Lang;
use crate::domain::fold::{Needle, fold};
use crate::domain::founding::Founding;
use crate::domain::meeting::Meeting;
use crate::papers::issuing::whole_name;
use std::path::PathBuf;

/// What a look at a file told.
#[derive(Clone, Debug, PartialEq)]
pub enum Glance {
    /// It holds this congress.
    Congress(Box<Meeting>),
    /// It is not there any more.
    Vanished,
    /// It cannot be read as a congress.
    Unreadable,
}

/// A file that may be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name as it is shown.
    pub name: String,
    /// Its folder as it is shown.
    pub place: String,
    /// What a look at it told.
    pub glance: Glance,
}

/// What lies at hand at the start; the runtime says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The folder the program was started in.
    pub folder: PathBuf,
    /// Files opened lately, the last one first.
    pub recent: Vec<Found>,
    /// Files of congresses in the folder, those above left out.
    pub here: Vec<Found>,
    /// Files in the folder that may be rosters, by name.
    pub rosters: Vec<String>,
}

/// A row of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row<'a> {
    /// The demo.
    Demo,
    /// A new congress.
    New,
    /// A new congress after last term's file.
    Again,
    /// Another file.
    Browse,
    /// The trainer.
    Practice,
    /// A file opened lately.
    Recent(&'a Found),
    /// A file in the folder.
    Here(&'a Found),
}

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// What was typed to find a row.
    pub query: Field,
    /// What lies at hand.
    pub shelf: Shelf,
    row: usize,
    /// What had been typed when the cursor was moved: typing on starts from the first row again.
    looked: String,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take the row under the cursor.
    Go,
    /// Move the cursor by rows.
    Move(isize),
    /// Drop what was typed.
    Clear,
}

const HERE: Place = Place::On(Screen::Start);

const fn row(key: Key, action: Action, hint: Word, when: super::keymap::When) -> Binding {
    Binding::new(HERE, key, Any::Start(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Go, w::go, always),
    row(Key::Up, Action::Move(-1), w::up, always),
    row(Key::Down, Action::Move(1), w::down, always),
    row(Key::PageUp, Action::Move(-10), w::page_up, always),
    row(Key::PageDown, Action::Move(10), w::page_down, always),
    row(Key::Home, Action::Move(isize::MIN), w::first, always),
    row(Key::End, Action::Move(isize::MAX), w::last, always),
    row(Key::Esc, Action::Clear, w::clear, always),
];

impl App {
    /// The program before any congress is open.
    pub fn starting(seat: Seat, shelf: Shelf) -> Self {
        let mut app = Self::new(Congress::default(), seat, Vec::new());
        app.screen = Screen::Start;
        // who was here before goes on; who is new begins with the demo
        let row = if shelf.recent.is_empty() { 0 } else { FIXED.len() };
        app.on.start = State { shelf, row, ..State::default() };
        app
    }

    /// Last term's file was read: the form for the next congress.
    pub fn succeed(&mut self, before: &Meeting, founding: Founding) {
        let form = form::again(self, before.clone(), founding);
        self.dialog = Some(Dialog::Form(Box::new(form), None));
    }
}

/// The rows above the files.
const FIXED: [Row<'static>; 5] = [Row::Demo, Row::New, Row::Again, Row::Browse, Row::Practice];

/// The rows that the typed text finds.
pub fn rows(app: &App) -> Vec<Row<'_>> {
    let state = &app.on.start;
    let fixed = FIXED.into_iter();
    let files = state.shelf.recent.iter().map(Row::Recent).chain(state.shelf.here.iter().map(Row::Here));
    let needle = Needle::new(state.query.text());
    fixed.chain(files).filter(|row| needle.finds(&fold(&searched(*row, app.lang()))).is_some()).collect()
}

/// Which row the cursor stands on.
pub fn cursor(app: &App) -> usize {
    let state = &app.on.start;
    let row = if state.looked == state.query.text() { state.row } else { 0 };
    row.min(rows(app).len().saturating_sub(1))
}

/// The row under the cursor.
pub fn selected(app: &App) -> Option<Row<'_>> {
    rows(app).get(cursor(app)).copied()
}

/// What a row is called.
pub fn label(row: Row<'_>, lang: Lang) -> String {
    match row {
        Row::Demo => w::demo(lang).to_owned(),
        Row::New => w::new(lang).to_owned(),
        Row::Again => w::again(lang).to_owned(),
        Row::Browse => w::browse(lang).to_owned(),
        Row::Practice => practice_words::practice(lang).to_owned(),
        Row::Recent(found) | Row::Here(found) => found.name.clone(),
    }
}

/// What a file holds, as far as one look told.
pub fn held(found: &Found, lang: Lang) -> String {
    match &found.glance {
        Glance::Congress(meeting) => whole_name(meeting),
        Glance::Vanished => w::vanished_short(lang).to_owned(),
        Glance::Unreadable => w::unreadable_short(lang).to_owned(),
    }
}

fn searched(row: Row<'_>, lang: Lang) -> String {
    match row {
        Row::Recent(found) | Row::Here(found) => format!("{} {} {}", found.name, held(found, lang), found.place),
        _ => label(row, lang),
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Move(by) => {
            let row = cursor(app).saturating_add_signed(by).min(rows(app).len().saturating_sub(1));
            let state = &mut app.on.start;
            (state.row, state.looked) = (row, state.query.text().to_owned());
        }
        Action::Clear => drop(app.on.start.query.take()),
        Action::Go => return go(app),
    }
    Vec::new()
}

fn go(app: &mut App) -> Vec<Effect> {
    let look = |wanted| vec![Effect::Look { wanted, path: app.on.start.shelf.folder.clone() }];
    match selected(app) {
        Some(Row::Demo) => vec![Effect::Demo],
        Some(Row::New) => {
            let form = form::new(app);
            app.dialog = Some(Dialog::Form(Box::new(form), None));
            Vec::new()
        }
        Some(Row::Again) => look(Wanted::LastTerm),
        Some(Row::Browse) => look(Wanted::Congress),
        Some(Row::Practice) => app.act(Any::Practice(practice::Action::Begin)),
        Some(Row::Recent(found) | Row::Here(found)) => vec![Effect::Open(found.path.clone())],
        None => Vec::new(),
    }
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    match selected(app) {
        Some(Row::Demo) => w::next_demo(lang).to_owned(),
        Some(Row::New) => w::next_new(lang).to_owned(),
        Some(Row::Again) => w::next_again(lang).to_owned(),
        Some(Row::Browse) => w::next_browse(lang).to_owned(),
        Some(Row::Practice) => w::next_practice(lang).to_owned(),
        Some(Row::Recent(found) | Row::Here(found)) => w::next_file(lang, &found.name),
        None => w::nothing_found(lang).to_owned(),
    }
}
