//! The screen of the hand votes (biểu quyết giơ tay): everything this congress votes by hand, one row each.
//!
//! `row` lists what is voted, `stage` says where each stands, `text` what is read out; `proposing`, `count` and `drafts` are
//! the forms, `next` the walk from one row to the next. Nothing here decides whether a vote is in order: the domain does.

use super::App;
use super::action::{Action as Any, Screen};
use super::dialog::{Dialog, Palette};
use super::effect::Effect;
use super::field::Field;
use super::form::{Choice, Form, Many, Picker};
use super::key::Key;
use super::keymap::{Binding, Place, When, always};
use super::words::{Word, votes as w};
use crate::domain::Congress;
use crate::domain::id::{ItemId, ReportId};
use crate::domain::motions::Count;

pub mod count;
mod drafts;
pub mod levels;
mod next;
pub mod proposing;
pub mod row;
pub mod stage;
pub mod text;

pub use next::outcome;
pub(super) use next::{next_step, recorded, settle};
pub use row::Row;
pub use stage::Stage;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The row under the cursor; none before the screen was entered.
    pub row: Option<Row>,
    /// The item of the agenda for which the cursor was put where it is.
    pub settled: Option<ItemId>,
}

/// Whether the minutes still wait for the vote that agrees them.
pub fn minutes_due(congress: &Congress) -> bool {
    matches!(stage::stage(congress, Row::Minutes), Stage::Ready | Stage::Put(_))
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Do what comes next on the row under the cursor.
    Advance,
    /// Record that everybody with a vote in the room agreed.
    AllAgree,
    /// Ask for a result whose counts are not stated.
    AskStated,
    /// Record that it was carried, counts not stated.
    StateCarried,
    /// Record that it was lost, counts not stated.
    StateLost,
    /// Ask who wants to change the target, and to what.
    AskAmendment,
    /// Ask for a new report, target or motion.
    Add,
    /// Correct what is proposed on the row.
    Correct,
    /// Vote again on what was voted.
    Again,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Move the cursor to the heading before.
    GroupUp,
    /// Move the cursor to the heading after.
    GroupDown,
}

const HERE: Place = Place::On(Screen::Votes);

const fn key(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(HERE, key, Any::Votes(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    key(Key::Enter, Action::Advance, w::advance, always),
    key(Key::Char('*'), Action::AllAgree, w::all_agree, votable),
    key(Key::Char('.'), Action::AskStated, w::stated, votable),
    key(Key::Char('+'), Action::AskAmendment, w::amend, amendable),
    key(Key::Insert, Action::Add, w::add, always),
    key(Key::Ctrl('n'), Action::Add, w::add, always),
    key(Key::Ctrl('e'), Action::Correct, w::correct, correctable),
    key(Key::Ctrl('r'), Action::Again, w::again, repeatable),
    key(Key::Up, Action::Up, w::up, always),
    key(Key::Down, Action::Down, w::down, always),
    key(Key::PageUp, Action::GroupUp, w::group_up, always),
    key(Key::PageDown, Action::GroupDown, w::group_down, always),
];

fn votable(app: &App) -> Result<(), Word> {
    let row = selected(app);
    match stage::stage(&app.congress, row) {
        Stage::Put(_) | Stage::Ready => Ok(()),
        _ if matches!(row, Row::Level(_)) => Err(w::by_ballot),
        Stage::Carried(_) | Stage::Lost(_) | Stage::Otherwise => Err(w::voted_already),
        Stage::Missing if matches!(row, Row::Target(_)) => Err(w::no_amendment_yet),
        Stage::Missing => Err(w::missing_first),
    }
}

fn amendable(app: &App) -> Result<(), Word> {
    let Row::Target(target) = selected(app) else { return Err(w::targets_only) };
    if app.congress.targets.get(&target).is_some_and(|target| target.adopted.is_some()) {
        return Err(w::target_adopted);
    }
    match stage::stage(&app.congress, Row::Target(target)) {
        Stage::Put(_) => Err(w::amendment_put),
        _ => Ok(()),
    }
}

fn correctable(app: &App) -> Result<(), Word> {
    let row = selected(app);
    let stage = stage::stage(&app.congress, row);
    match row {
        Row::Report(_) => Ok(()),
        Row::Level(levelled) if levelled.is_entered() => Ok(()),
        Row::Target(target) => match app.congress.targets.get(&target) {
            Some(target) if target.adopted.is_some() => Err(w::target_adopted),
            Some(target) if target.amendment.is_some() => Err(w::amendment_asked),
            _ => Ok(()),
        },
        _ if matches!(stage, Stage::Put(_)) => Err(w::undo_to_correct),
        Row::Body(..) | Row::Seats(_) => match stage {
            Stage::Carried(_) => Err(w::voted_already),
            _ => Ok(()),
        },
        _ => Err(w::nothing_to_correct),
    }
}

fn repeatable(app: &App) -> Result<(), Word> {
    match (selected(app), stage::stage(&app.congress, selected(app))) {
        (Row::Withdrawal(..) | Row::Target(_) | Row::Motion(_) | Row::Level(_), _) => Err(w::not_again),
        (_, Stage::Carried(_) | Stage::Lost(_) | Stage::Otherwise) => Ok(()),
        _ => Err(w::not_voted_yet),
    }
}

/// The row under the cursor; the first one where the one chosen is gone.
pub fn selected(app: &App) -> Row {
    let rows = row::rows(&app.congress);
    let chosen = app.on.votes.row.filter(|chosen| rows.iter().any(|(_, row)| row == chosen));
    chosen.or_else(|| rows.first().map(|(_, row)| *row)).unwrap_or(Row::New)
}

/// Shows the screen with the cursor on a row.
pub fn go_to(app: &mut App, row: Row) {
    app.screen = Screen::Votes;
    app.on.votes = State { row: Some(row), settled: app.congress.item_now().map(|item| item.id) };
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let row = selected(app);
    match action {
        Action::Advance => return next::advance(app, row),
        Action::AllAgree => return proposing::put_and_vote(app, row, Count::Unanimous),
        Action::StateCarried => return proposing::put_and_vote(app, row, Count::NotStated { carried: true }),
        Action::StateLost => return proposing::put_and_vote(app, row, Count::NotStated { carried: false }),
        Action::AskStated => ask_stated(app),
        Action::AskAmendment => {
            if let Row::Target(target) = row {
                open(app, drafts::amendment(app, target));
            }
        }
        Action::Add => {
            let form = match row {
                Row::Report(_) | Row::NewReport => drafts::report(app, None),
                Row::Target(_) | Row::Targets => drafts::target(app, None),
                Row::Level(levelled) => levels::another(app, levelled),
                _ => proposing::putting_other(app),
            };
            open(app, form);
        }
        Action::Correct | Action::Again => {
            let form = match row {
                Row::Body(kind, election) => proposing::body_form(app, kind, election),
                Row::Seats(election) => proposing::seats(app, election),
                Row::Report(report) if action == Action::Correct => drafts::report(app, Some(report)),
                Row::Target(target) => drafts::target(app, Some(target)),
                Row::Level(levelled) => levels::correcting(app, levelled),
                row => proposing::putting(app, row),
            };
            open(app, form);
        }
        Action::Up => step(app, |place, _| place.saturating_sub(1)),
        Action::Down => step(app, |place, _| place + 1),
        Action::GroupUp => {
            step(app, |place, groups| groups.iter().rev().copied().find(|first| *first < place).unwrap_or(0));
        }
        Action::GroupDown => {
            step(app, |place, groups| groups.iter().copied().find(|first| *first > place).unwrap_or(usize::MAX));
        }
    }
    Vec::new()
}

/// Goes to a report; where nobody is recorded as its reader, that is asked.
pub(super) fn show_report(app: &mut App, report: ReportId) {
    app.on.votes.row = Some(Row::Report(report));
    if app.congress.reports.get(&report).is_some_and(|report| report.reader.is_none()) {
        let form = drafts::report(app, Some(report));
        open(app, form);
    }
}

fn open(app: &mut App, form: Form) {
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}

/// Moves the cursor; `to` knows where it is and where each group begins.
fn step(app: &mut App, to: impl Fn(usize, &[usize]) -> usize) {
    let rows = row::rows(&app.congress);
    let cursor = selected(app);
    let place = rows.iter().position(|(_, row)| *row == cursor).unwrap_or(0);
    let starts = |place: &usize| {
        let group = |place: usize| rows.get(place).map(|(group, _)| *group);
        *place == 0 || group(*place) != group(*place - 1)
    };
    let groups: Vec<usize> = (0..rows.len()).filter(starts).collect();
    let to = to(place, &groups).min(rows.len().saturating_sub(1));
    app.on.votes.row = rows.get(to).map(|(_, row)| *row);
}

/// Asks which way a vote went whose counts nobody states.
fn ask_stated(app: &mut App) {
    let lang = app.lang();
    let choices = vec![Choice::new(w::carried(lang), 0), Choice::new(w::lost(lang), 1)];
    let picker = Picker { choices, query: Field::default(), row: 0, chosen: Vec::new(), many: Many::One };
    let actions = vec![Any::Votes(Action::StateCarried), Any::Votes(Action::StateLost)];
    let title = w::stated_title(lang).to_owned();
    app.dialog = Some(Dialog::Palette(Box::new(Palette { picker, actions, title })));
}
