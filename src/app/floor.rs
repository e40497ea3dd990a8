//! The floor screen (phát biểu): the queue, who speaks with their time, those who have spoken, and the texts of each speech.

use super::App;
use super::action::{Action as Any, Screen};
use super::dialog::Dialog;
use super::effect::Effect;
use super::key::Key;
use super::keymap::{Binding, Place, When, always};
use super::telling;
use super::words::{Word, floor as w};
use crate::domain::floor::{Change as Floor, Speech, SpeechState};
use crate::domain::id::{GroupId, SpeechId};
use crate::domain::{Change, Congress, Entry};

mod groups;
mod register;
pub mod summary;
pub mod timing;
mod writing;
pub use register::kind_word;
pub use writing::{Keep, Side, Writing, last_writer, unsaved};
pub(super) use writing::{ask_which, key, paste};

/// The two lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Who speaks and who waits.
    #[default]
    Queue,
    /// Who has spoken.
    Spoken,
}

/// Whose speeches are listed as spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those of the item under way.
    #[default]
    Item,
    /// Those of the whole congress.
    Congress,
}

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The list with the cursor.
    pub pane: Pane,
    /// The speech under the cursor of the queue; none: whoever speaks, or is next.
    pub waiting: Option<SpeechId>,
    /// The speech under the cursor of those spoken; none: the last.
    pub spoken: Option<SpeechId>,
    /// Whose speeches are listed as spoken.
    pub scope: Scope,
    /// The summary, scrolled by so many rows; none while the queue is shown.
    pub summary: Option<usize>,
    /// The speech being written.
    pub writing: Option<Writing>,
    /// What the bell rang for.
    heard: Option<timing::Heard>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Call the speaker under the cursor, or end who speaks; of those spoken: write.
    CallOrEnd,
    /// Write the texts of the speech under the cursor.
    Write,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Go to the other list.
    OtherPane,
    /// Ask for a new speaker.
    Register,
    /// Give who speaks a minute more; while nobody does, ask for a new speaker.
    ExtendOrRegister,
    /// Take the speaker under the cursor out of the queue.
    Withdraw,
    /// List the speeches of this item, or of the whole congress.
    SwitchScope,
    /// Enter a discussion group, or ask which.
    Groups,
    /// Enter this discussion group, or a new one.
    OpenGroup(Option<GroupId>),
    /// Show time used and who never spoke, or the queue again.
    Summary,
    /// Go to the other text.
    OtherText,
    /// Save the texts.
    Save,
    /// Save the texts and close.
    SaveAndClose,
    /// Settle which of two versions stays, where both were typed.
    Keep(Keep),
    /// Close without saving.
    Drop,
    /// Go on writing.
    Stay,
    /// Close, asking where something is not saved.
    Close,
    /// Ask for kind and subject.
    Classify,
    /// Ask which name to insert.
    PickName,
    /// Insert the name of a choice.
    InsertName(u32),
    /// Insert the notes typed during the speech.
    TakeNotes,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Floor), key, Any::Floor(action), hint, when)
}

const fn writing(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::Writing, key, Any::Floor(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::CallOrEnd, w::call_end, always),
    row(Key::Tab, Action::Write, w::write, has_speech),
    row(Key::Insert, Action::Register, w::register, always),
    row(Key::Char('+'), Action::ExtendOrRegister, w::more_time, can_extend),
    row(Key::Char('-'), Action::Withdraw, w::withdraw, is_queued),
    row(Key::Right, Action::OtherPane, w::other_pane, always),
    row(Key::Ctrl('f'), Action::Summary, w::summary, always),
    row(Key::Ctrl('g'), Action::Groups, w::groups, sits_in_groups),
    row(Key::Char('*'), Action::SwitchScope, w::all_items, always),
    row(Key::Up, Action::Up, w::up, always),
    row(Key::Down, Action::Down, w::down, always),
    row(Key::Ctrl('n'), Action::Register, w::register, always),
    row(Key::Ctrl('e'), Action::Write, w::write, has_speech),
    row(Key::Delete, Action::Withdraw, w::withdraw, is_queued),
    row(Key::Left, Action::OtherPane, w::other_pane, always),
    writing(Key::Tab, Action::OtherText, w::other_text, always),
    writing(Key::Ctrl('s'), Action::Save, w::record, always),
    writing(Key::Esc, Action::Close, w::close, always),
    writing(Key::Char('@'), Action::PickName, w::name, always),
    writing(Key::Insert, Action::TakeNotes, w::take_notes, has_new_notes),
    writing(Key::Ctrl('n'), Action::TakeNotes, w::take_notes, has_new_notes),
    writing(Key::Ctrl('e'), Action::Classify, w::kind_subject, always),
];

fn sits_in_groups(app: &App) -> Result<(), Word> {
    if app.congress.meeting().is_review() { Err(w::no_groups) } else { Ok(()) }
}

fn has_speech(app: &App) -> Result<(), Word> {
    selected(app).map(drop).ok_or(w::nothing_selected)
}

fn is_queued(app: &App) -> Result<(), Word> {
    match selected(app) {
        Some(speech) if speech.state == SpeechState::Queued => Ok(()),
        Some(_) => Err(w::not_queued),
        None => Err(w::nothing_selected),
    }
}

fn can_extend(app: &App) -> Result<(), Word> {
    match app.congress.speaking() {
        Some(speech) if speech.limit == 0 => Err(w::without_limit),
        Some(_) | None => Ok(()),
    }
}

fn has_new_notes(app: &App) -> Result<(), Word> {
    if writing::new_notes(app).is_empty() { Err(w::no_notes) } else { Ok(()) }
}

/// Who speaks, then who waits, in order of registration.
pub fn waiting(congress: &Congress) -> Vec<&Speech> {
    congress.speaking().into_iter().chain(congress.queue()).collect()
}

/// Who has spoken, first to last: in the item under way, or in the whole congress.
pub fn spoken(app: &App) -> Vec<&Speech> {
    let item = app.congress.item_now().map(|item| item.id);
    let here = |speech: &&Speech| app.on.floor.scope == Scope::Congress || item.is_none() || speech.item == item;
    let done = |speech: &&Speech| speech.state == SpeechState::Done;
    let mut spoken: Vec<&Speech> = app.congress.speeches.iter().filter(done).filter(here).collect();
    spoken.sort_by_key(|speech| speech.turn);
    spoken
}

/// The row under the cursor of the queue.
pub fn row_waiting(app: &App) -> usize {
    let rows = waiting(&app.congress);
    rows.iter().position(|speech| Some(speech.id) == app.on.floor.waiting).unwrap_or(0)
}

/// The row under the cursor of those spoken.
pub fn row_spoken(app: &App) -> usize {
    let rows = spoken(app);
    let found = rows.iter().position(|speech| Some(speech.id) == app.on.floor.spoken);
    found.unwrap_or(rows.len().saturating_sub(1))
}

/// The list with the cursor: of those spoken only while there are any.
pub fn pane(app: &App) -> Pane {
    if spoken(app).is_empty() { Pane::Queue } else { app.on.floor.pane }
}

/// The speech under the cursor.
pub fn selected(app: &App) -> Option<&Speech> {
    match pane(app) {
        Pane::Queue => waiting(&app.congress).get(row_waiting(app)).copied(),
        Pane::Spoken => spoken(app).get(row_spoken(app)).copied(),
    }
}

/// Whether a speech was made and has no text for the minutes.
pub fn lacks_text(speech: &Speech) -> bool {
    speech.state == SpeechState::Done && speech.minutes.trim().is_empty()
}

/// Shows a speech and opens its texts: from the list of what the minutes lack.
pub(super) fn show(app: &mut App, speech: SpeechId) {
    let Some(found) = app.congress.speeches.get(&speech) else { return };
    let item = app.congress.item_now().map(|item| item.id);
    let elsewhere = found.item != item;
    let state = &mut app.on.floor;
    if elsewhere {
        state.scope = Scope::Congress;
    }
    (state.pane, state.spoken, state.summary) = (Pane::Spoken, Some(speech), None);
    if state.writing.is_none() {
        writing::open(app, speech);
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::CallOrEnd => return call_or_end(app),
        Action::Withdraw => return withdraw(app),
        Action::ExtendOrRegister => return extend(app),
        Action::Write => {
            if let Some(speech) = selected(app).map(|speech| speech.id) {
                writing::open(app, speech);
            }
        }
        Action::Up => step(app, |row| row.saturating_sub(1)),
        Action::Down => step(app, |row| row + 1),
        Action::OtherPane => {
            app.on.floor.pane = if app.on.floor.pane == Pane::Queue { Pane::Spoken } else { Pane::Queue };
        }
        Action::Register => app.dialog = Some(Dialog::Form(Box::new(register::form(app)), None)),
        Action::SwitchScope => {
            app.on.floor.scope = if app.on.floor.scope == Scope::Item { Scope::Congress } else { Scope::Item };
        }
        Action::Groups => groups::ask(app),
        Action::OpenGroup(group) => groups::open(app, group),
        Action::Summary => app.on.floor.summary = app.on.floor.summary.map_or(Some(0), |_| None),
        other => return writing::act(app, other),
    }
    Vec::new()
}

fn step(app: &mut App, to: impl Fn(usize) -> usize) {
    if let Some(row) = app.on.floor.summary {
        let longest = summary::silent(&app.congress).len().max(summary::by_person(&app.congress, app.now()).len());
        app.on.floor.summary = Some(to(row).min(longest.saturating_sub(1)));
        return;
    }
    let pane = pane(app);
    let (rows, row) = match pane {
        Pane::Queue => (waiting(&app.congress), row_waiting(app)),
        Pane::Spoken => (spoken(app), row_spoken(app)),
    };
    let speech = rows.get(to(row).min(rows.len().saturating_sub(1))).map(|speech| speech.id);
    match pane {
        Pane::Queue => app.on.floor.waiting = speech,
        Pane::Spoken => app.on.floor.spoken = speech,
    }
}

fn call_or_end(app: &mut App) -> Vec<Effect> {
    if app.on.floor.summary.take().is_some() {
        return Vec::new();
    }
    let Some(speech) = selected(app) else { return act(app, Action::Register) };
    let (speech, at) = (speech.id, app.now());
    if pane(app) == Pane::Spoken {
        writing::open(app, speech);
        return Vec::new();
    }
    // the cursor goes with the congress again: on who speaks, then on who is next
    app.on.floor.waiting = None;
    Effect::record(move |congress| {
        let speaking = congress.speech(speech)?.state == SpeechState::Speaking;
        let item = congress.item_now().map(|item| item.id);
        Ok(Change::Floor(if speaking { Floor::Ended { speech, at } } else { Floor::Called { speech, item, at } }))
    })
}

fn withdraw(app: &mut App) -> Vec<Effect> {
    let Some(speech) = selected(app).map(|speech| speech.id) else { return Vec::new() };
    app.on.floor.waiting = None;
    Effect::change(Change::Floor(Floor::Withdrawn { speech }))
}

fn extend(app: &mut App) -> Vec<Effect> {
    let Some(speech) = app.congress.speaking().map(|speech| speech.id) else { return act(app, Action::Register) };
    Effect::change(Change::Floor(Floor::Extended { speech, minutes: 1 }))
}

/// The clock moved on: the bell rings when the last minute begins and when the time is over.
pub(super) fn tick(app: &mut App) -> Vec<Effect> {
    let now = app.now();
    if timing::rings(&mut app.on.floor, &app.congress, now) { vec![Effect::Bell] } else { Vec::new() }
}

/// Follows the congress.
pub(super) fn settle(app: &mut App) {
    let now = app.now();
    // where nobody has spoken yet there is nothing to stand on but the queue
    if app.on.floor.pane == Pane::Spoken && spoken(app).is_empty() {
        app.on.floor.pane = Pane::Queue;
    }
    timing::listen(&mut app.on.floor, &app.congress, now);
    writing::settle(app);
}

/// A change of this screen was recorded: says so.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    if let Change::Groups(_) = &entry.change {
        app.said = Some(telling::tell(&entry.change, &app.congress, app.lang()));
    }
    let Change::Floor(change) = &entry.change else { return };
    writing::recorded(app, change);
    let name = |speech: &Speech| app.congress.speaker_name(&speech.speaker).to_owned();
    match change {
        Floor::Registered(speech) => {
            app.said = Some(w::registered(app.lang(), &name(speech)));
            // who was registered is called next
            app.on.floor.pane = Pane::Queue;
        }
        Floor::Ended { speech, .. } => {
            let speech = app.congress.speeches.get(speech);
            let seconds = speech.and_then(|speech| Some((name(speech), timing::seconds(speech, app.now())?)));
            app.said = seconds.map(|(name, seconds)| w::ended(app.lang(), &name, &timing::clock(seconds)));
        }
        _ => {}
    }
}

/// A change was refused: what is being written stays open.
pub(super) fn refused(app: &mut App) {
    writing::refused(app);
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let state = &app.on.floor;
    if state.writing.is_some() {
        return w::next_writing(lang).to_owned();
    }
    if state.summary.is_some() {
        return w::next_summary(lang).to_owned();
    }
    let name = |speech: &Speech| app.congress.speaker_name(&speech.speaker).to_owned();
    let speaking = app.congress.speaking();
    match (selected(app), pane(app)) {
        (Some(speech), Pane::Spoken) => w::next_write(lang, &name(speech)),
        (Some(speech), Pane::Queue) if speech.state == SpeechState::Speaking => w::next_end(lang, &name(speech)),
        (Some(speech), Pane::Queue) => match speaking {
            Some(speaking) => w::next_call_over(lang, &name(speech), &name(speaking)),
            None => w::next_call(lang, &name(speech)),
        },
        (None, _) => match spoken(app).into_iter().filter(|speech| lacks_text(speech)).count() {
            0 => w::next_register(lang).to_owned(),
            missing => w::next_missing(lang, missing),
        },
    }
}
