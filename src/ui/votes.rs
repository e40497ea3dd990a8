//! The screen of hand votes.
//!
//! ```text
//! ╭ Nội dung biểu quyết ─────────────────────────╮╭ Đoàn chủ tịch ─────────────────╮
//! │Tổ chức đại hội                               ││ Lời đọc                        │
//! │ ✓ Đoàn chủ tịch           10/11 = 90,91 %    ││ «Đại hội biểu quyết bầu …»     │
//! │ ► Đoàn thư ký             chờ biểu quyết     ││ Số căn cứ 11 (tổng 11, trừ 0)  │
//! ╰──────────────────────────────────────────────╯╰────────────────────────────────╯
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::votes::count::share;
use crate::app::votes::levels::{Levelled, level_word};
use crate::app::votes::row::{self, Group, Row};
use crate::app::votes::stage::stage;
use crate::app::votes::{Stage, selected};
use crate::app::words::votes as w;
use crate::domain::bodies::BodyKind;
use crate::domain::election::Election;
use crate::domain::figures::two_digits;
use crate::domain::id::{MotionId, TargetId};
use crate::domain::{Congress, Lang};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

mod detail;
mod levels;
mod numbers;

/// A line of the list.
#[derive(Clone, Copy)]
enum Listed {
    Heading(Group),
    Row(Row),
}

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let side = if area.width >= 110 { 50 } else { 44 };
    let [left, right] = Layout::horizontal([Constraint::Min(30), Constraint::Percentage(side)]).areas(area);
    list(app, left, buffer);
    detail::draw(app, right, buffer);
}

fn list(app: &App, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, w::votes(app.lang()));
    let cursor = selected(app);
    let mut listed = Vec::new();
    let mut group = None;
    for (of, row) in row::rows(&app.congress) {
        if group != Some(of) {
            listed.push(Listed::Heading(of));
            group = Some(of);
        }
        listed.push(Listed::Row(row));
    }
    let place = listed.iter().position(|line| matches!(line, Listed::Row(row) if *row == cursor));
    let width = usize::from(inside.width);
    parts::list(inside, buffer, (listed.len(), place), |place| match listed.get(place) {
        Some(Listed::Heading(group)) => {
            let heading = row::heading(&app.congress, *group, app.lang());
            Line::styled(parts::cut(&heading, width), theme::strong())
        }
        Some(Listed::Row(row)) => line(app, *row, width),
        None => Line::raw(""),
    });
}

fn line(app: &App, row: Row, width: usize) -> Line<'static> {
    let stage = stage(&app.congress, row);
    let (mark, style): (&str, Style) = match stage {
        Stage::Missing | Stage::Ready => ("  ", theme::plain()),
        Stage::Put(_) => ("► ", theme::hint()),
        Stage::Carried(_) => ("✓ ", theme::good()),
        Stage::Lost(_) => ("✗ ", theme::bad()),
        Stage::Otherwise => ("✓ ", theme::dim()),
    };
    let said = standing(app, row, stage);
    let label = label(app, row, width.saturating_sub(said.width() + 5));
    let said_style = if matches!(stage, Stage::Missing | Stage::Ready) { theme::dim() } else { style };
    Line::from(vec![
        Span::styled(format!(" {mark}"), style),
        Span::raw(format!("{label} ")),
        Span::styled(format!("{said} "), said_style),
    ])
}

/// What a row is called, in so many cells; of two that would read the same the end is shown.
fn label(app: &App, row: Row, width: usize) -> String {
    let of = |row: Row| row::label(&app.congress, row, app.lang());
    let (label, cells) = (of(row), width);
    let shown = parts::cut(&label, cells);
    let rows = row::rows(&app.congress);
    let alike = shown != label
        && rows
            .iter()
            .any(|(_, other)| *other != row && of(*other) != label && parts::cut(&of(*other), cells) == shown);
    parts::fit(&if alike { parts::ending(&label, cells) } else { shown }, width)
}

/// What stands at the end of a row: where it is, or the outcome.
fn standing(app: &App, row: Row, stage: Stage) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let word = match (row, stage) {
        (Row::New | Row::NewReport, _) => return String::new(),
        (Row::Level(levelled), _) => return of_level(app, levelled),
        (_, Stage::Put(_)) => w::waits,
        (Row::Target(target), _) => return of_target(app, target, stage),
        (Row::Withdrawal(..), Stage::Carried(_)) => w::allowed,
        (Row::Withdrawal(..), Stage::Lost(_)) => w::not_allowed,
        (Row::Seats(election), stage) => {
            let seats = congress.elections.get(&election).and_then(|election| number(election, lang));
            let seats = seats.map(|seats| format!("{seats} · ")).unwrap_or_default();
            return match stage {
                Stage::Carried(motion) | Stage::Lost(motion) => format!("{seats}{}", outcome(app, motion)),
                Stage::Otherwise => format!("{seats}{}", w::allotted(lang)),
                Stage::Ready => format!("{seats}{}", w::not_put(lang)),
                _ => w::no_number(lang).to_owned(),
            };
        }
        (_, Stage::Carried(motion) | Stage::Lost(motion)) => return outcome(app, motion),
        (Row::Body(BodyKind::Counting, Some(_)), Stage::Otherwise) => w::general,
        (Row::Body(..), Stage::Missing) => w::not_proposed,
        // who chairs a review meeting is named, not elected
        (Row::Body(..), Stage::Ready | Stage::Otherwise) => w::proposed,
        (Row::List(_), Stage::Missing) => w::no_names,
        (Row::List(election), Stage::Ready) => {
            let names = congress.list(election).len() as u64;
            return format!("{} · {}", w::names(lang, &two_digits(names)), w::not_put(lang));
        }
        (Row::Targets, Stage::Missing) => w::no_targets,
        (_, Stage::Otherwise) => w::adopted,
        _ => w::not_put,
    };
    word(lang).to_owned()
}

/// The number to elect, with the size of a body that has more; none where it is not known.
fn number(election: &Election, lang: Lang) -> Option<String> {
    let seats = two_digits(election.seats?);
    let size = election.size.filter(|_| election.completed_later() > 0);
    Some(size.map_or_else(|| seats.clone(), |size| w::of_size(lang, &seats, size)))
}

/// The outcome in a few cells: the fraction of the base, or the word where no counts are stated.
fn outcome(app: &App, motion: MotionId) -> String {
    let Some(vote) = app.congress.motions.get(&motion).and_then(|motion| motion.vote.as_ref()) else {
        return String::new();
    };
    match (vote.hands(), vote.base) {
        (Some(hands), Some(base)) => share(hands.agree, base),
        (Some(hands), None) if hands.agree > 0 => hands.agree.to_string(),
        (Some(_), None) => w::unanimous(app.lang()).to_owned(),
        (None, _) if vote.carried() => w::carried(app.lang()).to_owned(),
        (None, _) => w::lost(app.lang()).to_owned(),
    }
}

/// A target shows its value as it stands, and what became of an amendment.
fn of_target(app: &App, target: TargetId, stage: Stage) -> String {
    let lang = app.lang();
    let Some(target) = app.congress.targets.get(&target) else { return String::new() };
    let word = match stage {
        Stage::Ready => w::amendment_waits(lang),
        Stage::Carried(_) => w::amended(lang),
        Stage::Lost(_) => w::not_amended(lang),
        Stage::Otherwise => "",
        Stage::Missing | Stage::Put(_) => w::draft(lang),
    };
    let value = parts::cut(target.value(), 14);
    if word.is_empty() { value } else { format!("{value} · {word}") }
}

/// A classification shows its level, and whether something is proposed to the superior; so does a share.
fn of_level(app: &App, row: Levelled) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let rating = match row {
        Levelled::Rating(rating) => congress.ratings.get(&rating),
        Levelled::Share(share) if congress.shares.get(&share).is_some_and(|share| share.upward) => {
            return w::proposed_up(lang).to_owned();
        }
        Levelled::Share(_) | Levelled::NewRating | Levelled::NewShare => None,
    };
    let Some(rating) = rating else { return String::new() };
    match (rating.level(), &rating.upward) {
        (Some(level), _) => level_word(level)(lang).to_owned(),
        (None, Some(_)) => w::proposed_up(lang).to_owned(),
        (None, None) if rating.ballots.is_empty() => w::no_ballots(lang).to_owned(),
        (None, None) => w::no_level_yet(lang).to_owned(),
    }
}

/// The name of a person, with the office where there is one.
fn introduced(congress: &Congress, person: crate::domain::id::PersonId) -> String {
    let known = congress.people.get(&person);
    let office = known.and_then(|person| person.office.as_deref());
    let name = row::name(congress, person);
    office.map_or_else(|| name.to_owned(), |office| format!("{name}, {office}"))
}
