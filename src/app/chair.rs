//! The presidium's screen (chủ trì): what is under way, what comes next, how long, who waits, what must be decided, with the chair's
//! text. The decisions that are the chair's take one key; everything else here is read.

use super::action::{Action as Any, Screen};
use super::dialog::Dialog;
use super::effect::Effect;
use super::elections::{self, checklist, due};
use super::key::Key;
use super::keymap::{Binding, Place, When, always};
use super::menu::role_word;
use super::words::{Word, seats as w};
use super::{App, run};
use crate::domain::agenda::{Item, ItemKind, ItemState};
use crate::domain::election::{Election, RoundKind, result};
use crate::domain::hall::Quorum;
use crate::domain::id::{ElectionId, ItemId, RoundId};
use crate::domain::projector::Change as Projector;
use crate::domain::{Change, Congress, Role};
use chrono::NaiveDateTime;
use due::Task;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The item whose text was scrolled, and its first line shown.
    scrolled: Option<(ItemId, usize)>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take the first decision that waits.
    Decide,
    /// Hold the hall's screen, or show again what is under way.
    HoldScreen,
    /// Show the next lines of the text.
    PageDown,
    /// Show the lines before.
    PageUp,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Chair), key, Any::Chair(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Decide, w::decide, something_waits),
    row(Key::Char('*'), Action::HoldScreen, w::hold_screen, always),
    row(Key::PageDown, Action::PageDown, w::text_on, always),
    row(Key::PageUp, Action::PageUp, w::text_back, always),
];

fn something_waits(app: &App) -> Result<(), Word> {
    if waiting(app).is_empty() { Err(w::nothing_to_decide) } else { Ok(()) }
}

/// A decision that waits for the chair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What is to be decided, with what it rests on.
    pub text: String,
    /// What it is about.
    pub about: About,
}

/// What a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Going on although the quorum was lost.
    Quorum,
    /// The due step of an election.
    Election(ElectionId),
}

/// The decisions that wait for the chair and can be taken now, the most urgent first.
pub fn waiting(app: &App) -> Vec<Waiting> {
    let lang = app.lang();
    let lost = quorum_lost(&app.congress);
    let quorum =
        lost.map(|(present, needed)| Waiting { text: w::quorum_lost(lang, present, needed), about: About::Quorum });
    let elections = due::in_order(&app.congress).into_iter().filter_map(|election| decision(app, election));
    quorum.into_iter().chain(elections).collect()
}

/// The quorum was lost while a session sits, and nobody decided to go on: who is there, and how many are needed.
pub(super) fn quorum_lost(congress: &Congress) -> Option<(u32, u32)> {
    let session =
        congress.session_now().filter(|session| session.opened_at.is_some() && session.closed_at.is_none())?;
    match congress.hall_in(session.id).quorum {
        Quorum::Missing { present, needed, .. } if congress.goes_on_without_quorum().is_none() => {
            Some((present, needed))
        }
        _ => None,
    }
}

/// What the chair decides in an election now; none while the step is somebody else's, or cannot be taken yet.
fn decision(app: &App, election: &Election) -> Option<Waiting> {
    let (congress, lang, at) = (&app.congress, app.lang(), app.now());
    let task = due::task(congress, election);
    let blocked = || due::obstacle(congress, election, task, at).is_some();
    let text = match task {
        Task::Open(RoundKind::First) => w::decide_base(lang, &election.title),
        Task::Open(RoundKind::TieRevote) => w::decide_tie(lang, &election.title),
        Task::Open(_) => w::decide_round(lang, &election.title),
        Task::Confirm(round) => confirmed(app, election, round),
        Task::Decide(_) => w::decide_further(lang, &election.title, result::seats_open(congress, election)),
        _ => return None,
    };
    (!blocked()).then_some(Waiting { text, about: About::Election(election.id) })
}

fn confirmed(app: &App, election: &Election, round: RoundId) -> String {
    let congress = &app.congress;
    let round = congress.rounds.get(&round);
    let elected = round.map(|round| result::elected_in(congress, round)).unwrap_or_default();
    let names =
        if elected.is_empty() { w::nobody(app.lang()).to_owned() } else { checklist::names(congress, &elected) };
    let seats = round.map_or(0, |round| round.seats);
    w::decide_result(app.lang(), &election.title, elected.len(), seats, &names)
}

/// The step at which an election stands, while an item of the agenda is held for it.
pub fn step(app: &App) -> Option<&'static str> {
    election_under_way(&app.congress).map(|election| checklist::stage_word(&app.congress, election, app.lang()))
}

/// The election that an item under way is held for.
fn election_under_way(congress: &Congress) -> Option<&Election> {
    let held = |item: &Item| matches!(item.kind, ItemKind::Election | ItemKind::Counting | ItemKind::Announcement);
    congress.running().find(|item| held(item)).and_then(|_| due::next_election(congress))
}

/// The item the chair's text is shown of: the one under way, else the next.
pub fn item(congress: &Congress) -> Option<&Item> {
    congress.item_now().or_else(|| congress.item_next())
}

/// The items that come next, each with when it is expected to begin.
pub fn ahead(congress: &Congress, now: NaiveDateTime) -> Vec<(&Item, NaiveDateTime)> {
    let Some(session) = congress.session_now() else { return Vec::new() };
    let items = congress.agenda(session.id);
    let end = |item: &&Item| item.started_at.map(|began| run::later(began, item.minutes));
    let running = items.iter().copied().filter(|item| item.state == ItemState::Running);
    let mut at = running.filter_map(|item| end(&item)).max().map_or(now, |end| end.max(now));
    let waiting = items.into_iter().filter(|item| item.state == ItemState::Waiting);
    let when = |item: &Item| {
        let begins = at;
        at = run::later(at, item.minutes);
        begins
    };
    let mut when = when;
    waiting.map(|item| (item, when(item))).collect()
}

/// The first line shown of the chair's text.
pub fn first_line(app: &App) -> usize {
    let here = item(&app.congress).map(|item| item.id);
    app.on.chair.scrolled.filter(|(item, _)| Some(*item) == here).map_or(0, |(_, line)| line)
}

/// Lines that a page is.
const PAGE: usize = 8;

fn scroll(app: &mut App, to: impl Fn(usize) -> usize) {
    let line = to(first_line(app));
    app.on.chair.scrolled = item(&app.congress).map(|item| (item.id, line));
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Decide => return decide(app),
        Action::HoldScreen => return hold_screen(app),
        Action::PageDown => scroll(app, |line| line + PAGE),
        Action::PageUp => scroll(app, |line| line.saturating_sub(PAGE)),
    }
    Vec::new()
}

fn decide(app: &mut App) -> Vec<Effect> {
    let first = waiting(app).into_iter().next().map(|waiting| waiting.about);
    match first {
        Some(About::Quorum) => {
            app.dialog = Some(Dialog::Form(Box::new(run::going_on(app)), None));
            Vec::new()
        }
        Some(About::Election(election)) => elections::decide(app, election),
        None => Vec::new(),
    }
}

/// Holds the hall's screen, or shows what is under way again.
pub(super) fn hold_screen(app: &App) -> Vec<Effect> {
    let at = app.now();
    Effect::record(move |congress| {
        let held = congress.hall_screen_is_held();
        Ok(Change::Projector(if held { Projector::Shown { at } } else { Projector::Held { at } }))
    })
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    if let Some(first) = waiting(app).first() {
        return w::next_decide(lang, &first.text);
    }
    let congress = &app.congress;
    let next = congress.queue().next().map(|speech| congress.speaker_name(&speech.speaker));
    let speaks = congress.speaking().map(|speech| congress.speaker_name(&speech.speaker));
    match (congress.item_now(), congress.item_next()) {
        _ if congress.is_closed() => w::all_done(lang).to_owned(),
        _ if let (Some(name), Some(next)) = (speaks, next) => w::next_speaks(lang, name, next),
        _ if let Some(name) = speaks => w::next_last_speaks(lang, name),
        (Some(_), _) if let Some(next) = next => w::next_invite(lang, next),
        (Some(_), _) if let Some(told) = of_others(app) => told,
        (Some(item), _) => w::next_chair(lang, &item.title),
        (None, Some(item)) => w::next_begin(lang, &item.title),
        (None, None) => String::new(),
    }
}

/// The step of the election under way, and whose it is.
fn of_others(app: &App) -> Option<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let election = election_under_way(congress)?;
    let task = due::task(congress, election);
    let role = due::role_wanted(congress, election, task, app.now(), app.seat.who)?;
    Some(w::next_others(lang, step(app)?, role_word(role, lang)))
}

/// Whether the seat may hold the hall's screen.
pub fn may_hold(app: &App) -> Result<(), Word> {
    if matches!(app.seat.who.role, Role::Secretary | Role::Presidium) { Ok(()) } else { Err(w::chair_only) }
}
