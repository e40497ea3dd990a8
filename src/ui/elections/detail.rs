//! The lower pane: what the due step needs, why it cannot be done yet, the key that does it; then the result of the round.

use super::super::{parts, theme};
use super::result;
use crate::app::App;
use crate::app::elections::{needed, result_seen, telling};
use crate::app::words::frame;
use ratatui::style::Style;
use ratatui::text::Line;

/// The lines of the pane for a width in cells.
pub(super) fn lines(app: &App, width: usize) -> Vec<Line<'static>> {
    let (congress, lang) = (&app.congress, app.lang());
    let Some(needed) = needed(app) else { return Vec::new() };
    let outcome = result_seen(app).and_then(|round| Some((round, telling::result_lines(congress, round, lang)?)));
    let mut lines = Vec::new();
    // the result first: it is what everybody looks at
    if let Some((round, result)) = &outcome {
        lines.extend(result::names(app, (round, result), width));
        lines.push(Line::raw(""));
    }
    let mut say = |text: &str, style: Style| lines.extend(wrapped(text, width, style));
    for text in &needed.text {
        say(text, theme::plain());
    }
    if let Some(told) = &needed.obstacle {
        say(&told.what, theme::bad());
        say(&format!("→ {}", told.instead), theme::plain());
        if let Some(article) = &told.article {
            say(&format!("{}: {article}", frame::article(lang)), theme::dim());
        }
    }
    if needed.obstacle.is_none() || needed.role.is_some() {
        say(&needed.press, theme::hint());
    }
    if let Some((round, (outcome, _))) = &outcome {
        lines.push(Line::raw(""));
        lines.extend(result::papers(app, (round, outcome), width));
    }
    lines
}

/// A text wrapped to a width with a cell free on both sides.
pub(super) fn wrapped(text: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let wrapped = parts::wrap(text, width.saturating_sub(2));
    // leading spaces set numbers of a list under each other; wrapping would eat them
    if wrapped.len() == 1 {
        return vec![Line::styled(format!(" {text}"), style)];
    }
    wrapped.into_iter().map(|line| Line::styled(format!(" {line}"), style)).collect()
}
