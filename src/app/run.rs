//! The run screen (điều hành): the agenda, its items started, finished, moved, added, skipped; drift and expected closing.

use super::action::Action as Any;
use super::dialog::Dialog;
use super::effect::Effect;
use super::form::{Choice, Form};
use super::key::Key;
use super::keymap::{Binding, Place, always};
use super::menu::screen_for;
use super::words::{Word, closing as closing_words, run as w, start};
use super::{App, closing};
use crate::domain::agenda::{Change as Agenda, Item, ItemKind, ItemState};
use crate::domain::decisions::{Change as Decisions, Matter};
use crate::domain::hall::Quorum;
use crate::domain::id::{FactId, ItemId, SessionId};
use crate::domain::motions::Subject;
use crate::domain::{Change, Congress, Entry, Refusal};
use chrono::{NaiveDateTime, TimeDelta};

mod drift;
mod facts;
pub mod figures;
mod guide;
mod leap;
mod past;
mod pausing;
pub use drift::{Drift, drift};
pub use facts::session_word;
pub(super) use guide::next_step;
pub use leap::leap;
pub use past::past;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The session shown.
    pub session: Option<SessionId>,
    /// The item under the cursor.
    pub item: Option<ItemId>,
    /// Whether the cursor follows the congress: until somebody moves it.
    pub wandered: bool,
    /// The item whose text was scrolled, and its first line shown.
    pub scrolled: Option<(ItemId, usize)>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Start the item under the cursor, or finish it.
    StartOrFinish,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Move the item earlier.
    MoveEarlier,
    /// Move the item later.
    MoveLater,
    /// Ask for a new item.
    Add,
    /// Ask why the item is skipped.
    Skip,
    /// Ask why the item is taken up again.
    Reopen,
    /// Rewrite title, minutes and text of the item.
    Rewrite,
    /// Record the chair's decision to go on without a quorum.
    GoOn,
    /// Go where the work of the item is done.
    Work,
    /// Show the next lines of the chair's text.
    PageDown,
    /// Show the lines before.
    PageUp,
    /// Show the next session.
    NextSession,
    /// Correct the facts of the meeting.
    Facts,
    /// Correct the session shown.
    EditSession,
    /// Add a session.
    AddSession,
    /// Interrupt the session, or take it up again.
    Pause,
    /// Close the record, or correct it once it is closed.
    Close,
    /// State a figure of the item's report, or ask which to correct.
    Figures,
    /// State this figure again, or a new one.
    OpenFigure(Option<FactId>),
}

const HERE: Place = Place::On(super::action::Screen::Run);

const fn row(key: Key, action: Action, hint: Word, when: super::keymap::When) -> Binding {
    Binding::new(HERE, key, Any::Run(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::StartOrFinish, w::start_finish, has_item),
    row(Key::Tab, Action::Work, w::work, has_item),
    row(Key::Up, Action::Up, w::up, has_item),
    row(Key::Down, Action::Down, w::down, has_item),
    row(Key::PageDown, Action::PageDown, w::scroll, has_item),
    row(Key::PageUp, Action::PageUp, w::scroll_back, has_item),
    row(Key::Ctrl('e'), Action::Rewrite, w::rewrite, has_item),
    row(Key::Char('+'), Action::MoveLater, w::later, has_item),
    row(Key::Char('-'), Action::MoveEarlier, w::earlier, has_item),
    row(Key::Insert, Action::Add, w::add, always),
    row(Key::Ctrl('n'), Action::Add, w::add, always),
    row(Key::Ctrl('s'), Action::Figures, w::figures, has_item),
    row(Key::Ctrl('x'), Action::Skip, w::skip, has_item),
    row(Key::Ctrl('r'), Action::Reopen, w::reopen, has_item),
    row(Key::Right, Action::NextSession, w::session, several_sessions),
    row(Key::Ctrl('f'), Action::Facts, start::facts, always),
    row(Key::Ctrl('p'), Action::EditSession, start::session_edit, has_session),
    row(Key::Ctrl('a'), Action::AddSession, start::session_new, always),
    row(Key::Ctrl('d'), Action::GoOn, w::go_on, quorum_lost),
    row(Key::Ctrl('t'), Action::Pause, closing_words::pause, pausing::sitting),
    row(Key::Ctrl('o'), Action::Close, closing_words::close, closing::begun),
];

fn has_item(app: &App) -> Result<(), Word> {
    selected(app).map(drop).ok_or(w::nothing_selected)
}

fn has_session(app: &App) -> Result<(), Word> {
    app.on.run.session.map(drop).ok_or(w::no_session)
}

fn several_sessions(app: &App) -> Result<(), Word> {
    if app.congress.sessions.len() > 1 { Ok(()) } else { Err(w::one_session) }
}

fn quorum_lost(app: &App) -> Result<(), Word> {
    match app.congress.hall().quorum {
        Quorum::Missing { .. } if app.congress.goes_on_without_quorum().is_some() => Err(w::quorum_decided),
        Quorum::Missing { .. } => Ok(()),
        Quorum::Reached | Quorum::NotStated => Err(w::quorum_not_lost),
    }
}

/// The item under the cursor.
pub fn selected(app: &App) -> Option<&Item> {
    app.congress.items.get(&app.on.run.item?)
}

/// The first line shown of the text of the item under the cursor.
pub fn first_line(app: &App) -> usize {
    app.on.run.scrolled.filter(|(item, _)| Some(*item) == app.on.run.item).map_or(0, |(_, line)| line)
}

/// Puts the cursor where the congress is, unless somebody moved it away.
pub(super) fn settle(app: &mut App) {
    let congress = &app.congress;
    let now = congress.session_now().map(|session| session.id);
    let state = &mut app.on.run;
    let gone = state.item.is_none_or(|item| congress.items.get(&item).is_none());
    if state.wandered && !gone {
        return;
    }
    state.session = now;
    let item = congress.item_now().or_else(|| congress.item_next());
    let last = now.and_then(|session| congress.agenda(session).last().map(|item| item.id));
    state.item = item.map(|item| item.id).or(last);
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => step(app, |place| place.saturating_sub(1)),
        Action::Down => step(app, |place| place + 1),
        Action::PageDown => scroll(app, |line| line + PAGE),
        Action::PageUp => scroll(app, |line| line.saturating_sub(PAGE)),
        Action::NextSession => next_session(app),
        Action::Work => {
            if let Some(item) = selected(app) {
                let (item, screen) = (item.id, screen_for(&app.congress, item));
                super::elections::show_item(app, item);
                return app.act(Any::Go(screen));
            }
        }
        Action::Facts => app.dialog = Some(Dialog::Form(Box::new(facts::facts(app)), None)),
        Action::EditSession => {
            app.dialog = Some(Dialog::Form(Box::new(facts::session(app, app.on.run.session)), None));
        }
        Action::Figures => figures::ask(app),
        Action::OpenFigure(fact) => figures::open(app, fact),
        Action::AddSession => app.dialog = Some(Dialog::Form(Box::new(facts::session(app, None)), None)),
        Action::Add => app.dialog = Some(Dialog::Form(Box::new(adding(app)), None)),
        Action::GoOn => app.dialog = Some(Dialog::Form(Box::new(going_on(app)), None)),
        Action::Skip | Action::Reopen | Action::Rewrite => {
            if let Some(item) = selected(app) {
                let form = match action {
                    Action::Skip => skipping(app, item),
                    Action::Reopen => reopening(app, item),
                    _ => rewriting(app, item),
                };
                app.dialog = Some(Dialog::Form(Box::new(form), None));
            }
        }
        Action::Pause => app.dialog = Some(Dialog::Form(Box::new(pausing::form(app)), None)),
        Action::Close => closing::ask(app),
        Action::StartOrFinish => return start_or_finish(app),
        Action::MoveEarlier => return shift(app, -1),
        Action::MoveLater => return shift(app, 1),
    }
    Vec::new()
}

/// After a change of this screen: a programme that was voted is not changed by the secretary alone.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    let changes =
        matches!(entry.change, Change::Agenda(Agenda::Added(_) | Agenda::Reordered { .. } | Agenda::Skipped { .. }));
    let voted = || app.congress.carried(|subject| *subject == Subject::Programme).is_some();
    if changes && voted() {
        app.said = Some(w::programme_changed(app.lang()).to_owned());
    }
}

fn step(app: &mut App, to: impl Fn(usize) -> usize) {
    let Some(session) = app.on.run.session else { return };
    let items = app.congress.agenda(session);
    let place = items.iter().position(|item| Some(item.id) == app.on.run.item).unwrap_or(0);
    app.on.run.item = items.get(to(place).min(items.len().saturating_sub(1))).map(|item| item.id);
    app.on.run.wandered = true;
}

/// Lines that `PgDn` goes on by.
const PAGE: usize = 8;

fn scroll(app: &mut App, to: impl Fn(usize) -> usize) {
    // where the text ends depends on the window, so that the drawing keeps the last page
    let line = to(first_line(app));
    app.on.run.scrolled = app.on.run.item.map(|item| (item, line));
}

fn next_session(app: &mut App) {
    let sessions: Vec<SessionId> = app.congress.sessions_in_order().map(|session| session.id).collect();
    let place = sessions.iter().position(|session| Some(*session) == app.on.run.session).unwrap_or(0);
    let next = sessions.get((place + 1) % sessions.len().max(1)).copied();
    app.on.run.session = next;
    app.on.run.item = next.and_then(|session| app.congress.agenda(session).first().map(|item| item.id));
    app.on.run.wandered = true;
}

fn start_or_finish(app: &mut App) -> Vec<Effect> {
    let Some(item) = selected(app) else { return Vec::new() };
    if closing::ends_over_open(&app.congress, item) {
        closing::ask(app);
        return Vec::new();
    }
    let (item, at) = (item.id, app.now());
    app.on.run.wandered = false;
    Effect::record(move |congress| {
        let running = congress.item(item)?.state == ItemState::Running;
        Ok(Change::Agenda(if running { Agenda::Finished { item, at } } else { Agenda::Started { item, at } }))
    })
}

fn shift(app: &mut App, by: isize) -> Vec<Effect> {
    let (Some(session), Some(item)) = (app.on.run.session, app.on.run.item) else { return Vec::new() };
    app.on.run.wandered = true;
    Effect::record(move |congress| {
        let mut order: Vec<ItemId> = congress.agenda(session).iter().map(|item| item.id).collect();
        let place = order.iter().position(|other| *other == item).unwrap_or(0);
        let to = place.saturating_add_signed(by).min(order.len().saturating_sub(1));
        order.swap(place, to);
        Ok(Change::Agenda(Agenda::Reordered { session, order }))
    })
}

/// The kinds to choose from; a choice stands for its place in [`ItemKind::ALL`].
fn kinds(lang: crate::domain::Lang) -> Vec<Choice> {
    (0..).zip(ItemKind::ALL).map(|(place, kind)| Choice::new(kind_word(*kind, lang), place)).collect()
}

fn place_of(kind: ItemKind) -> Option<u32> {
    (0..).zip(ItemKind::ALL).find(|(_, other)| **other == kind).map(|(place, _)| place)
}

fn kind_chosen(form: &Form) -> Option<ItemKind> {
    form.choice(1).and_then(|place| ItemKind::ALL.get(usize::try_from(place).ok()?)).copied()
}

fn adding(app: &App) -> Form {
    let lang = app.lang();
    let session = app.on.run.session.unwrap_or(SessionId(1));
    Form::new(w::add(lang), move |congress: &Congress, form: &Form| {
        let kind = kind_chosen(form).unwrap_or_default();
        Ok(Change::Agenda(Agenda::Added(Item {
            minutes: form.count(2).unwrap_or(0),
            ..Item::planned(congress.items.next_id(), session, kind, form.text(0))
        })))
    })
    .help(w::add_help(lang))
    .line(w::title(lang), "")
    .pick(w::kind(lang), kinds(lang), place_of(ItemKind::Other))
    .number(w::minutes(lang), None)
}

fn rewriting(app: &App, item: &Item) -> Form {
    let (lang, id) = (app.lang(), item.id);
    written(item, lang).shared(format!("item {id}"), move |congress| Some(written(congress.items.get(&id)?, lang)))
}

fn written(item: &Item, lang: crate::domain::Lang) -> Form {
    let (id, kind) = (item.id, item.kind);
    Form::new(w::rewrite(lang), move |_: &Congress, form: &Form| {
        Ok(Change::Agenda(Agenda::Rewritten {
            item: id,
            title: form.text(0),
            kind: kind_chosen(form).filter(|chosen| *chosen != kind),
            minutes: form.count(2).unwrap_or(0),
            script: form.text(3),
        }))
    })
    .line(w::title(lang), &item.title)
    .pick(w::kind(lang), kinds(lang), place_of(item.kind))
    .number(w::minutes(lang), Some(item.minutes))
    .lines(w::script(lang), &item.script)
}

fn skipping(app: &App, item: &Item) -> Form {
    let (lang, at, id) = (app.lang(), app.now(), item.id);
    let title = format!("{}: {}", w::skip(lang), item.title);
    Form::new(title, move |_: &Congress, form: &Form| {
        Ok(Change::Agenda(Agenda::Skipped { item: id, at, reason: form.text(0) }))
    })
    .help(w::skip_help(lang))
    .line(w::reason(lang), "")
}

fn reopening(app: &App, item: &Item) -> Form {
    let (lang, at, id) = (app.lang(), app.now(), item.id);
    let title = format!("{}: {}", w::reopen(lang), item.title);
    Form::new(title, move |_: &Congress, form: &Form| {
        Ok(Change::Agenda(Agenda::Reopened { item: id, at, reason: form.text(0) }))
    })
    .help(w::reopen_help(lang))
    .line(w::reason(lang), "")
}

pub(super) fn going_on(app: &App) -> Form {
    let (lang, at) = (app.lang(), app.now());
    Form::new(w::go_on(lang), move |congress: &Congress, form: &Form| {
        let session = congress.session_now().ok_or(Refusal::NotFounded)?.id;
        let matter = Matter::GoOnWithoutQuorum(session);
        let decision = matter.taken(congress.decisions.next_id(), form.text(0), at);
        Ok(Change::Decisions(Decisions::Taken(decision)))
    })
    .help(w::go_on_help(lang))
    .line(w::decision(lang), "")
}

/// The word for a kind of item.
pub fn kind_word(kind: ItemKind, lang: crate::domain::Lang) -> &'static str {
    let (vi, en) = match kind {
        ItemKind::Gathering => ("Ổn định tổ chức, điểm danh", "Gathering, roll call"),
        ItemKind::Ceremony => ("Nghi lễ, văn nghệ", "Ceremony"),
        ItemKind::Introduction => ("Tuyên bố lý do, giới thiệu", "Introduction"),
        ItemKind::Bodies => ("Bầu đoàn chủ tịch, thư ký, ban", "Working bodies"),
        ItemKind::Programme => ("Thông qua chương trình, quy chế", "Programme and rules"),
        ItemKind::Opening => ("Diễn văn khai mạc", "Opening address"),
        ItemKind::Attendance => ("Báo cáo tình hình tham dự", "Attendance report"),
        ItemKind::Report => ("Báo cáo", "Report"),
        ItemKind::Discussion => ("Thảo luận", "Discussion"),
        ItemKind::SuperiorAddress => ("Phát biểu của cấp trên", "Superior's address"),
        ItemKind::Reply => ("Đoàn chủ tịch tiếp thu", "Reply"),
        ItemKind::Targets => ("Chỉ tiêu", "Targets"),
        ItemKind::Classification => ("Đánh giá, xếp loại", "Classification"),
        ItemKind::Election => ("Bầu cử", "Election"),
        ItemKind::Counting => ("Kiểm phiếu", "Counting"),
        ItemKind::Announcement => ("Công bố kết quả", "Announcement"),
        ItemKind::Debut => ("Ra mắt, tặng hoa", "Debut"),
        ItemKind::Resolution => ("Thông qua nghị quyết", "Resolution"),
        ItemKind::Closing => ("Bế mạc", "Closing"),
        ItemKind::Break => ("Giải lao", "Break"),
        ItemKind::SideEvent => ("Việc ngoài chương trình", "Side event"),
        ItemKind::Other => ("Khác", "Other"),
    };
    lang.pick(vi, en)
}

/// Minutes from one moment to another, halves rounded towards the earlier.
fn minutes_between(from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    (to - from).num_minutes()
}

/// The moment so many minutes later; the end of the calendar where there is none.
pub(super) fn later(at: NaiveDateTime, minutes: u32) -> NaiveDateTime {
    at.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(NaiveDateTime::MAX)
}
