//! The journal (Nhật ký): every line in order, by whom and when; one line whole; undoing a line by name.
//!
//! Only the tail is in memory; scrolling above it asks for older lines, which come back by [`App::older`].

use super::App;
use super::action::{Action as Any, Screen};
use super::dialog::{Confirm, Dialog};
use super::effect::Effect;
use super::key::Key;
use super::keymap::{Binding, Place, When};
use super::menu::role_word;
use super::telling::tell;
use super::words::{Word, frame, journal as w};
use crate::domain::election::Change as Election;
use crate::domain::meeting::Change as Meeting;
use crate::domain::role::may_undo;
use crate::domain::{Change, Entry, Lang, Who};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many rows a page is.
const PAGE: isize = 10;
/// With fewer lines in memory than this the screen asks for older ones when it opens.
const ENOUGH: usize = 100;
/// With more lines in memory than this the older half goes: thirty desks write ninety a second.
const HELD: usize = 4_000;
/// Cells of a line of text that a line of the whole entry is expected to take, for the end of scrolling.
const LINE: usize = 70;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The number of the line under the cursor; none: the newest, whichever it is.
    line: Option<u64>,
    /// How far the open line is scrolled; none: no line is open.
    open: Option<usize>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show the line whole, or close it.
    Open,
    /// Close the open line.
    Close,
    /// Ask whether to undo the line.
    AskUndo,
    /// Move by rows; scroll where a line is open.
    Move(isize),
    /// Move to the oldest line in memory.
    First,
    /// Move to the newest line.
    Last,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Journal), key, Any::Journal(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Open, w::open, has_lines),
    row(Key::Delete, Action::AskUndo, w::undo, undoable),
    row(Key::Esc, Action::Close, w::close, is_open),
    row(Key::Up, Action::Move(-1), w::up, has_lines),
    row(Key::Down, Action::Move(1), w::down, has_lines),
    row(Key::PageUp, Action::Move(-PAGE), w::page_up, has_lines),
    row(Key::PageDown, Action::Move(PAGE), w::page_down, has_lines),
    row(Key::Home, Action::First, w::first, has_lines),
    row(Key::End, Action::Last, w::last, has_lines),
    row(Key::Ctrl('z'), Action::AskUndo, frame::undo, undoable),
];

fn has_lines(app: &App) -> Result<(), Word> {
    if app.entries.is_empty() { Err(w::no_line) } else { Ok(()) }
}

fn is_open(app: &App) -> Result<(), Word> {
    app.on.journal.open.map(drop).ok_or(w::not_open)
}

fn undoable(app: &App) -> Result<(), Word> {
    let entry = selected(app).ok_or(w::no_line as Word)?;
    match &entry.change {
        Change::Undone { .. } => Err(w::an_undoing),
        Change::Meeting(Meeting::Founded(_)) => Err(w::founding),
        _ if undoing(app, entry.number).is_some() => Err(w::undone_already),
        _ if may_undo(app.seat.who, (entry.number, entry.who)).is_err() => Err(w::not_this_line),
        _ => Ok(()),
    }
}

/// The place of the line under the cursor among those in memory.
pub fn cursor(app: &App) -> Option<usize> {
    let last = app.entries.len().checked_sub(1)?;
    let line = app.on.journal.line;
    let found = line.map(|line| app.entries.partition_point(|entry| entry.number < line));
    Some(found.map_or(last, |place| place.min(last)))
}

/// The line under the cursor.
pub fn selected(app: &App) -> Option<&Entry> {
    app.entries.get(cursor(app)?)
}

/// How far the open line is scrolled; none: the list is shown.
pub fn scrolled(app: &App) -> Option<usize> {
    app.on.journal.open
}

/// The line that undid a line.
pub fn undoing(app: &App, number: u64) -> Option<&Entry> {
    // an undoing comes after what it undoes
    let after = app.entries.partition_point(|entry| entry.number <= number);
    app.entries.iter().skip(after).find(|entry| entry.change == Change::Undone { number })
}

/// The undone lines in memory, each with the line that undid it.
pub fn undoings(app: &App) -> BTreeMap<u64, &Entry> {
    let undoing = |entry| match entry {
        &Entry { change: Change::Undone { number }, .. } => Some((number, entry)),
        _ => None,
    };
    app.entries.iter().filter_map(undoing).collect()
}

/// A line told; an undoing with what it undid, where that is in memory.
pub fn told(app: &App, entry: &Entry) -> String {
    let told = tell(&entry.change, &app.congress, app.lang());
    let Change::Undone { number } = entry.change else { return told };
    let place = app.entries.binary_search_by_key(&number, |entry| entry.number).ok();
    match place.and_then(|place| app.entries.get(place)) {
        Some(undone) => w::of_line(app.lang(), &told, &tell(&undone.change, &app.congress, app.lang())),
        None => told,
    }
}

/// Who recorded a line: the role, and the desk where there are several.
pub fn who_word(who: Who, lang: Lang) -> String {
    let role = role_word(who.role, lang);
    who.desk.map_or_else(|| role.to_owned(), |desk| w::desk(lang, role, desk))
}

/// A line whole: what it did, who recorded it and when, the change as it is kept. What a voter marked stays hidden.
pub fn whole(app: &App, entry: &Entry) -> String {
    let lang = app.lang();
    let at = entry.at.format("%d/%m/%Y %H:%M:%S").to_string();
    let mut lines = vec![told(app, entry), w::recorded(lang, &at, &who_word(entry.who, lang))];
    let undoing = undoing(app, entry.number);
    lines.extend(undoing.map(|line| w::undone_by(lang, line.number, &who_word(line.who, lang))));
    let mut value = serde_json::to_value(&entry.change).unwrap_or_default();
    if matches!(entry.change, Change::Election(Election::BallotKeyed(_) | Election::BallotCorrected(_))) {
        hide_marks(&mut value, lang);
    }
    lines.push(String::new());
    lines.push(serde_json::to_string_pretty(&value).unwrap_or_default());
    lines.join("\n")
}

fn hide_marks(value: &mut Value, lang: Lang) {
    let Value::Object(fields) = value else { return };
    // a defect is left out altogether: that it is there would already say something of the paper
    fields.remove("defect");
    for (name, field) in fields.iter_mut() {
        match name.as_str() {
            "marks" => *field = Value::from(w::hidden(lang)),
            _ => hide_marks(field, lang),
        }
    }
}

/// The screen is shown.
pub(super) fn entered(app: &mut App) -> Vec<Effect> {
    app.on.journal = State::default();
    if app.entries.len() < ENOUGH { ask_older(app) } else { Vec::new() }
}

/// Asks for the lines before those in memory, where there are any.
fn ask_older(app: &App) -> Vec<Effect> {
    let first = app.entries.first().map_or(1, |entry| entry.number);
    if first > 1 { vec![Effect::ReadJournal(first)] } else { Vec::new() }
}

impl App {
    /// Lines of the journal before those in memory were read, oldest first.
    pub fn older(&mut self, mut entries: Vec<Entry>) {
        let first = self.entries.first().map_or(u64::MAX, |entry| entry.number);
        entries.retain(|entry| entry.number < first);
        self.entries.splice(0..0, entries);
    }

    /// Lets the oldest lines go where there are very many; they are read again when they are asked for. Whoever reads the journal
    /// keeps what lies on the screen.
    pub(super) fn let_lines_go(&mut self) {
        if self.screen != Screen::Journal && self.entries.len() > HELD {
            self.entries.drain(..self.entries.len() - HELD / 2);
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => {
            let state = &mut app.on.journal;
            state.open = if state.open.is_some() { None } else { Some(0) };
        }
        Action::Close => app.on.journal.open = None,
        Action::AskUndo => ask_undo(app),
        Action::Move(by) => return step(app, by),
        Action::First => return step(app, isize::MIN),
        Action::Last => return step(app, isize::MAX),
    }
    Vec::new()
}

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    if let Some(scrolled) = app.on.journal.open {
        let lines = |text: String| text.lines().map(|line| 1 + line.chars().count() / LINE).sum::<usize>();
        // the last page stays in sight, whatever the height of the window
        let end = selected(app).map_or(0, |entry| lines(whole(app, entry)).saturating_sub(PAGE.unsigned_abs()));
        app.on.journal.open = Some(scrolled.saturating_add_signed(by).min(end));
        return Vec::new();
    }
    let (Some(place), Some(last)) = (cursor(app), app.entries.len().checked_sub(1)) else { return Vec::new() };
    let to = place.saturating_add_signed(by).min(last);
    // on the newest line the cursor follows the journal
    app.on.journal.line = app.entries.get(to).filter(|_| to < last).map(|entry| entry.number);
    if to == 0 { ask_older(app) } else { Vec::new() }
}

fn ask_undo(app: &mut App) {
    let lang = app.lang();
    let Some(entry) = selected(app) else { return };
    let at = entry.at.format("%d/%m/%Y %H:%M").to_string();
    app.dialog = Some(Dialog::Confirm(Confirm::new(
        frame::undo(lang),
        vec![
            frame::undo_what(lang, entry.number, &told(app, entry)),
            w::recorded(lang, &at, &who_word(entry.who, lang)),
            w::undo_note(lang).to_owned(),
        ],
        vec![Effect::Undo(entry.number)],
    )));
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let next = match (app.entries.is_empty(), app.on.journal.open) {
        (true, _) => w::next_empty,
        (_, Some(_)) => w::next_close,
        _ => w::next_read,
    };
    next(lang).to_owned()
}
