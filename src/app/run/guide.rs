//! The guide of the run screen: what to do next, and whether the work of the item is done.

use super::selected;
use crate::app::App;
use crate::app::action::Screen;
use crate::app::chair::quorum_lost;
use crate::app::elections::due;
use crate::app::menu::screen_for;
use crate::app::votes::row::fitting;
use crate::app::votes::stage::is_open;
use crate::app::votes::{self, Row};
use crate::app::words::{closing as closing_words, run as w};
use crate::domain::Congress;
use crate::domain::agenda::{Item, ItemKind, ItemState};
use crate::domain::election::{Election, RoundState};
use crate::domain::figures::date;
use crate::domain::hall::Quorum;
use crate::domain::meeting::Roster;

/// What to do next on this screen.
pub(in crate::app) fn next_step(app: &App) -> String {
    let lang = app.lang();
    if let Some(closing) = app.congress.closing() {
        return closing_words::next_locked(lang, &closing.at.format("%H:%M").to_string());
    }
    if app.congress.is_closed() {
        return w::done_all(lang).to_owned();
    }
    if app.congress.people.is_empty() && app.congress.meeting().roster == Roster::Complete {
        return w::next_roster(lang).to_owned();
    }
    if let Some((present, needed)) = quorum_lost(&app.congress) {
        return w::next_quorum(lang, present, needed);
    }
    let Some(item) = selected(app) else { return w::no_items(lang).to_owned() };
    if let (Quorum::Missing { present, needed, .. }, true) =
        (app.congress.hall().quorum, item.state == ItemState::Running)
        && item.kind == ItemKind::Gathering
    {
        return w::next_roll(lang, present, needed);
    }
    let screen = screen_for(&app.congress, item);
    match item.state {
        ItemState::Running if minutes_due(&app.congress, item) => w::next_minutes(lang, &item.title),
        ItemState::Running if is_done(app, item, screen) => w::next_finish(lang, &item.title),
        ItemState::Running if screen != Screen::Run => {
            w::next_work(lang, crate::app::screen_word(screen)(lang), &item.title)
        }
        ItemState::Running => w::next_finish(lang, &item.title),
        ItemState::Waiting => starting(app, item),
        ItemState::Done | ItemState::Skipped => match app.congress.item_now().or_else(|| app.congress.item_next()) {
            Some(next) => w::next_over(lang, &next.title),
            None => w::next_reopen(lang).to_owned(),
        },
    }
}

/// What begins with an item: of a later session its day comes first, for the evening before it looks the same.
fn starting(app: &App, item: &Item) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let later = congress.sessions.iter().any(|session| session.closed_at.is_some());
    match congress.sessions.get(&item.session).filter(|session| later && session.opened_at.is_none()) {
        Some(session) => w::next_session(lang, &date(session.date), &item.title),
        None => w::next_start(lang, &item.title),
    }
}

/// Whether the congress ends with this item and has not agreed its minutes.
fn minutes_due(congress: &Congress, item: &Item) -> bool {
    item.kind == ItemKind::Closing && congress.is_last(item.session) && votes::minutes_due(congress)
}

/// Whether the work that an item is for is done: only finishing it is left.
fn is_done(app: &App, item: &Item, screen: Screen) -> bool {
    let congress = &app.congress;
    match (screen, item.kind) {
        (Screen::Votes, _) => {
            let mut rows = fitting(congress, item).into_iter().filter(|row| *row != Row::NewReport).peekable();
            rows.peek().is_some() && !rows.any(|row| is_open(congress, row))
        }
        (Screen::Elections, ItemKind::Counting | ItemKind::Announcement) => {
            let mut held = congress.elections.iter().filter_map(|election| congress.round_now(election.id)).peekable();
            held.peek().is_some() && held.all(|round| round.state >= RoundState::Announced)
        }
        (Screen::Elections, _) => {
            let own = |election: &Election| election.item == Some(item.id);
            congress.elections.iter().any(own) && due::of_item(congress, item.id).is_none()
        }
        _ => called_all(app, item),
    }
}

/// Whether the roll call that an item is for is done.
fn called_all(app: &App, item: &Item) -> bool {
    let hall = app.congress.hall();
    let called = hall.quorum == Quorum::Reached && hall.uncalled == 0;
    let guests = &app.congress.guests;
    match item.kind {
        ItemKind::Gathering | ItemKind::Attendance => called,
        ItemKind::Introduction => called && !guests.is_empty() && guests.iter().all(|guest| guest.came_at.is_some()),
        _ => false,
    }
}
