//! Time used by person and by unit, and who never spoke.

use crate::app::App;
use crate::app::floor::summary::{Spoken, Unit, by_person, by_unit, silent};
use crate::app::floor::timing;
use crate::app::words::floor as w;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Draws the summary, its lists scrolled by so many rows.
pub fn draw(app: &App, scroll: usize, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let [left, right] = Layout::horizontal([Constraint::Percentage(55), Constraint::Min(0)]).areas(area);
    let units = by_unit(&app.congress, app.now());
    let people = by_person(&app.congress, app.now());
    let height = u16::try_from(units.len()).unwrap_or(u16::MAX).saturating_add(2).clamp(3, left.height / 2 + 1);
    let [persons, of_units] = Layout::vertical([Constraint::Min(3), Constraint::Length(height)]).areas(left);
    times(app, (w::by_person(lang), &people), scroll, persons, buffer);
    let units: Vec<Spoken> =
        units.into_iter().map(|(unit, spoken)| Spoken { name: name_of(app, unit), ..spoken }).collect();
    times(app, (w::by_unit(lang), &units), scroll, of_units, buffer);
    let names = silent(&app.congress);
    let inside = parts::pane(right, buffer, &format!("{} ({})", w::silent(lang), names.len()));
    let first = first_row(scroll, names.len(), inside);
    parts::lines(inside, buffer, names.into_iter().skip(first).map(|name| Line::raw(format!(" {name}"))));
}

fn name_of(app: &App, unit: Unit) -> String {
    match unit {
        Unit::Guests => w::guests(app.lang()).to_owned(),
        Unit::Of(name) if name.is_empty() => w::no_unit(app.lang()).to_owned(),
        Unit::Of(name) => name,
    }
}

/// A list is scrolled no further than to its last row at the bottom.
fn first_row(scroll: usize, rows: usize, area: Rect) -> usize {
    scroll.min(rows.saturating_sub(usize::from(area.height)))
}

fn times(app: &App, (title, rows): (&str, &[Spoken]), scroll: usize, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, title);
    if rows.is_empty() {
        parts::paragraph(inside, buffer, w::no_speech_yet(lang), theme::dim());
        return;
    }
    let longest = rows.iter().filter_map(|spoken| spoken.seconds).max().unwrap_or(0);
    let width = usize::from(inside.width);
    let name_width = width.saturating_sub(30).max(width / 2);
    let bar_width = width.saturating_sub(name_width + 18).min(16);
    let first = first_row(scroll, rows.len(), inside);
    let lines = rows.iter().skip(first).map(|spoken| {
        let share = |seconds: i64| u64::try_from(seconds).unwrap_or(0);
        let bar = parts::bar(share(spoken.seconds.unwrap_or(0)), share(longest), bar_width).replace('░', " ");
        let taken = spoken.seconds.map_or_else(String::new, timing::clock);
        let counts = format!("{taken:>7} {:>8} ", w::times(lang, spoken.times));
        Line::from(vec![
            Span::raw(parts::fit(&spoken.name, name_width)),
            Span::styled(counts, theme::dim()),
            Span::styled(bar, theme::hint()),
        ])
    });
    parts::lines(inside, buffer, lines);
}
