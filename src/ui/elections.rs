//! The elections screen.
//!
//! ```text
//! ╭ Các cuộc bầu ────╮╭ Chi ủy nhiệm kỳ 2026 – 2029 ─────────────────────────╮
//! │ Chi ủy …         ││ ✓ Số lượng cần bầu         3 · 100 %                 │
//! │   Số căn cứ      ││ ► Số căn cứ                                          │
//! │ Bí thư …         │╰──────────────────────────────────────────────────────╯
//! │   Số lượng …     │╭ Số căn cứ ───────────────────────────────────────────╮
//! │                  ││ what the due step needs, or the result of the round  │
//! ╰──────────────────╯╰──────────────────────────────────────────────────────╯
//! ```
//!
//! At the pad the whole body is the pad; it is drawn in `keying`, the board of bundles in `bundles`, single papers in `review`.

mod bundles;
mod detail;
mod digits;
mod keying;
pub(super) mod pad;
mod result;
mod review;

use super::{parts, theme};
use crate::app::App;
use crate::app::elections::checklist::{self, Mark, step_word};
use crate::app::elections::{due, selected};
use crate::app::words::elections as w;
use crate::domain::election::Election;
use crate::domain::election::steps::{Stage, stage};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let here = &app.on.elections;
    match (&here.review, here.board) {
        _ if here.is_keying() => return keying::draw(app, area, buffer),
        (Some(review), _) => return review::draw(app, review, area, buffer),
        (None, Some(round)) => return bundles::draw(app, round, area, buffer),
        (None, None) => {}
    }
    let Some(election) = selected(app) else {
        let inside = parts::pane(area, buffer, w::elections(app.lang()));
        let review = app.congress.meeting().is_review();
        let said = if review { w::review_elects_nobody(app.lang()) } else { w::empty(app.lang()) };
        parts::paragraph(inside, buffer, said, theme::dim());
        return;
    };
    if area.width >= 160 {
        let columns = [Constraint::Length(34), Constraint::Length(58), Constraint::Min(30)];
        let [left, middle, right] = Layout::horizontal(columns).areas(area);
        elections(app, election, left, buffer);
        steps(app, election, middle, buffer);
        below(app, election, right, buffer);
        return;
    }
    let side = if area.width >= 110 { 32 } else { 22 };
    let [left, right] = Layout::horizontal([Constraint::Length(side), Constraint::Min(30)]).areas(area);
    elections(app, election, left, buffer);
    let wanted = detail::lines(app, usize::from(right.width.saturating_sub(2))).len().saturating_add(2);
    // the whole checklist where there is room, five steps of it where there is not
    let rest = right.height.saturating_sub(17);
    let height = u16::try_from(wanted).unwrap_or(u16::MAX).max(rest).clamp(5, right.height.saturating_sub(7).max(5));
    let [upper, lower] = Layout::vertical([Constraint::Min(0), Constraint::Length(height)]).areas(right);
    steps(app, election, upper, buffer);
    below(app, election, lower, buffer);
}

/// The elections in order, each with its stage below its title.
fn elections(app: &App, here: &Election, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, w::elections(app.lang()));
    let elections = due::in_order(&app.congress);
    let cursor = elections.iter().position(|election| election.id == here.id).map(|place| place * 2);
    let width = usize::from(inside.width);
    parts::list(inside, buffer, (elections.len() * 2, cursor), |row| {
        let Some(election) = elections.get(row / 2) else { return Line::raw("") };
        if row % 2 == 0 {
            return Line::raw(parts::fit(&format!(" {}", election.title), width));
        }
        let (word, style) = stage_word(app, election);
        Line::styled(parts::cut(&format!("   {word}"), width), style)
    });
}

fn stage_word(app: &App, election: &Election) -> (&'static str, Style) {
    let style = match stage(&app.congress, election) {
        Stage::At(_) => theme::hint(),
        Stage::Decide(_) | Stage::Annulled => theme::bad(),
        Stage::Over if due::papers_kept(&app.congress, election.id).is_some() => theme::hint(),
        Stage::Over | Stage::Stated => theme::good(),
    };
    (checklist::stage_word(&app.congress, election, app.lang()), style)
}

/// The checklist; where it is longer than its pane, the due step stays in sight.
fn steps(app: &App, election: &Election, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, &election.title);
    let (rows, due) = checklist::rows(&app.congress, election, lang);
    let width = usize::from(inside.width);
    let first = parts::first_visible(due.unwrap_or(rows.len()), rows.len(), usize::from(inside.height));
    let shown = rows.iter().skip(first).map(|row| {
        let (mark, style) = match row.mark {
            Mark::Done => ("✓", theme::good()),
            Mark::Due => ("►", theme::hint()),
            Mark::NotNeeded => ("–", theme::dim()),
            Mark::Stopped => ("✗", theme::bad()),
            Mark::Ahead => (" ", theme::dim()),
        };
        let plain = if row.mark == Mark::Done { theme::plain() } else { style };
        let word = parts::fit(step_word(row.step)(lang), 26);
        let facts = parts::cut(&row.facts, width.saturating_sub(30));
        Line::from(vec![
            Span::styled(format!(" {mark} "), style),
            Span::styled(word, plain),
            Span::styled(format!(" {facts}"), plain),
        ])
    });
    parts::lines(inside, buffer, shown);
}

/// What the due step needs, and the result of the round where there is one.
fn below(app: &App, election: &Election, area: Rect, buffer: &mut Buffer) {
    let (word, _) = stage_word(app, election);
    let inside = parts::pane(area, buffer, word);
    let lines = detail::lines(app, usize::from(inside.width));
    let most = lines.len().saturating_sub(usize::from(inside.height));
    let scroll = app.on.elections.scroll.min(most);
    parts::lines(inside, buffer, lines.into_iter().skip(scroll));
    if most > 0 {
        let bottom = scroll + usize::from(inside.height);
        let more = format!(" PgDn {bottom}/{} ", most + usize::from(inside.height));
        let x = area.right().saturating_sub(u16::try_from(more.len()).unwrap_or(0) + 2).max(area.x);
        let y = area.bottom().saturating_sub(1);
        parts::text(Rect { x, y, width: area.right().saturating_sub(x), height: 1 }, buffer, &more, theme::dim());
    }
}
