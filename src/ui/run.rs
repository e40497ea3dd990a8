//! The run screen.
//!
//! ```text
//! ╭ Phiên chính thức 28/9/2022 ────────────────────────────────────╮╭ Thảo luận ────────────────╮
//! │ ✓  Ổn định tổ chức, điểm danh            10′ → 12′  13:30     ││ Lời điều hành …            │
//! │ ►  Thảo luận                             45′         15:05     ││ Ghi chú của mục …          │
//! ╰ chậm 12′ · dự kiến bế mạc 17:42 ───────────────────────────────╯╰────────────────────────────╯
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::run::figures::{stated, told};
use crate::app::run::{drift, first_line, selected, session_word};
use crate::app::words::run as w;
use crate::domain::agenda::{Item, ItemState, Session};
use crate::domain::figures::{self, has_hour};
use crate::papers::script;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the run screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let side = if area.width >= 110 { 50 } else { 40 };
    let [left, right] = Layout::horizontal([Constraint::Min(30), Constraint::Percentage(side)]).areas(area);
    agenda(app, left, buffer);
    details(app, right, buffer);
}

fn agenda(app: &App, area: Rect, buffer: &mut Buffer) {
    let session = app.on.run.session.and_then(|session| app.congress.sessions.get(&session));
    let inside = parts::pane(area, buffer, &title(app, session));
    let Some(session) = session else {
        parts::paragraph(inside, buffer, w::no_items(app.lang()), theme::dim());
        return;
    };
    if let Some((pace, style)) = pace(app, session) {
        parts::below_pane(area, buffer, &pace, style);
    }
    let items = app.congress.agenda(session.id);
    if items.is_empty() {
        parts::paragraph(inside, buffer, w::no_items(app.lang()), theme::dim());
    }
    let cursor = items.iter().position(|item| Some(item.id) == app.on.run.item);
    let width = usize::from(inside.width);
    parts::list(inside, buffer, (items.len(), cursor), |place| {
        items.get(place).map(|item| row(app, item, width)).unwrap_or_default()
    });
}

fn title(app: &App, session: Option<&Session>) -> String {
    let lang = app.lang();
    let Some(session) = session else { return w::agenda(lang).to_owned() };
    let kind = session_word(session.kind, app.congress.meeting().kind)(lang);
    format!("{kind} {}", figures::date(session.date))
}

/// Drift and expected closing: `chậm 12′ · dự kiến bế mạc 11:42`.
pub(super) fn pace(app: &App, session: &Session) -> Option<(String, Style)> {
    let lang = app.lang();
    let drift = drift(&app.congress, session.id, app.now())?;
    let (late, style) = match drift.minutes {
        0 => (w::on_time(lang).to_owned(), theme::good()),
        minutes if minutes > 0 => (w::late(lang, minutes), theme::bad()),
        minutes => (w::early(lang, -minutes), theme::good()),
    };
    if session.closed_at.is_some() {
        return Some((late, style));
    }
    let word = if app.congress.is_last(session.id) { w::closing } else { w::ending };
    Some((format!("{late} · {}", word(lang, &drift.closing.format("%H:%M").to_string())), style))
}

fn row(app: &App, item: &Item, width: usize) -> Line<'static> {
    let (mark, style): (&str, Style) = match item.state {
        ItemState::Waiting => ("  ", theme::plain()),
        ItemState::Running => ("► ", theme::good()),
        ItemState::Done => ("✓ ", theme::dim()),
        ItemState::Skipped => ("– ", theme::dim()),
    };
    let times = times(app, item);
    let title = parts::fit(&item.title, width.saturating_sub(times.chars().count() + 3));
    Line::from(vec![Span::styled(format!("{mark}{title} "), style), Span::styled(times, theme::dim())])
}

/// Planned minutes, actual minutes, start, as far as the hours are known: `45′ 52′ 14:05`.
fn times(app: &App, item: &Item) -> String {
    let known = item.started_at.filter(|started| has_hour(*started));
    let end = Some(item.finished_at.unwrap_or_else(|| app.now())).filter(|end| has_hour(*end));
    let actual = known.zip(end).map(|(started, end)| (end - started).num_minutes().max(0));
    let actual = actual.map_or_else(String::new, |minutes| format!("{minutes}′"));
    let started = known.map_or_else(String::new, figures::clock);
    // a programme without lengths plans none
    let planned = if item.minutes == 0 { String::new() } else { format!("{}′", item.minutes) };
    if started.is_empty() { format!("{planned:>4}") } else { format!("{planned:>4} {actual:>4} {started:>5}") }
}

fn details(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let Some(item) = selected(app) else {
        let inside = parts::pane(area, buffer, w::script(lang));
        parts::paragraph(inside, buffer, w::nothing_selected(lang), theme::dim());
        return;
    };
    let inside = parts::pane(area, buffer, &item.title);
    let width = usize::from(inside.width.saturating_sub(1));
    let mut lines = Vec::new();
    if let Some(reason) = &item.reason {
        lines.extend(styled(&format!("{}: {reason}", w::reason(lang)), width, theme::dim()));
    }
    lines.push(Line::styled(w::script(lang), theme::strong()));
    if item.script.is_empty() {
        lines.extend(styled(w::no_script(lang), width, theme::dim()));
    } else {
        lines.extend(styled(&script::fill(&app.congress, &item.script), width, theme::plain()));
    }
    let figures = stated(&app.congress, item);
    if !figures.is_empty() {
        lines.push(Line::raw(""));
        lines.push(Line::styled(w::figures(lang), theme::strong()));
    }
    for fact in figures {
        lines.extend(styled(&format!("• {}", told(fact)), width, theme::plain()));
    }
    lines.push(Line::raw(""));
    lines.push(Line::styled(w::notes(lang), theme::strong()));
    let notes: Vec<_> = app.congress.notes.iter().filter(|note| note.item == Some(item.id)).collect();
    if notes.is_empty() {
        lines.extend(styled(w::no_notes(lang), width, theme::dim()));
    }
    for note in notes.iter().rev() {
        lines.extend(styled(&format!("{} {}", figures::clock(note.at), note.text), width, theme::plain()));
    }
    let most = lines.len().saturating_sub(usize::from(inside.height));
    let first = first_line(app).min(most);
    if most > 0 {
        let shown = first + usize::from(inside.height);
        parts::below_pane(area, buffer, &format!("PgDn {shown}/{}", lines.len()), theme::dim());
    }
    parts::lines(inside, buffer, lines.into_iter().skip(first));
}

fn styled(text: &str, width: usize, style: Style) -> impl Iterator<Item = Line<'static>> {
    parts::wrap(text, width).into_iter().map(move |line| Line::styled(line, style))
}
