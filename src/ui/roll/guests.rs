//! The guests: who they are, what they came to do, whether they came.

use crate::app::App;
use crate::app::roll::{chosen_guest, given_by, listed_guests, part_word};
use crate::app::words::roll as w;
use crate::domain::figures::clock;
use crate::domain::guests::Guest;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Draws the list of guests, and the one under the cursor in full.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let guests = listed_guests(app);
    let chosen = chosen_guest(app, &guests);
    let [list, below] = Layout::vertical([Constraint::Min(4), Constraint::Length(7)]).areas(area);
    let came = app.congress.guests.iter().filter(|guest| guest.came_at.is_some()).count();
    let inside = parts::pane(list, buffer, &w::guests_title(lang, came, app.congress.guests.len()));
    if app.congress.guests.is_empty() {
        parts::paragraph(inside, buffer, w::empty_guests(lang), theme::dim());
    }
    let width = usize::from(inside.width);
    parts::list(inside, buffer, (guests.len(), chosen), |place| {
        guests.get(place).map(|guest| row(app, guest, width)).unwrap_or_default()
    });
    if let Some(guest) = chosen.and_then(|row| guests.get(row)) {
        whole(app, guest, below, buffer);
    }
}

fn came(app: &App, guest: &Guest) -> Span<'static> {
    match guest.came_at {
        Some(at) => Span::styled(w::here_at(app.lang(), &clock(at)), theme::good()),
        None => Span::styled(w::expected(app.lang()).to_owned(), theme::dim()),
    }
}

fn does(app: &App, guest: &Guest) -> String {
    let parts: Vec<&str> = guest.parts.iter().map(|part| part_word(*part, app.lang())).collect();
    parts.join(", ")
}

fn row(app: &App, guest: &Guest, width: usize) -> Line<'static> {
    let width = width.saturating_sub(18);
    let (does_width, label) = ((width / 4).max(22), width * 2 / 5);
    // a delegation without names is labelled by the first
    let skipped = usize::from(guest.name.is_none());
    let offices = guest.offices.get(skipped..).unwrap_or_default().join("; ");
    let mut does = does(app, guest);
    if guest.superior {
        does = format!("{does} · {}", w::superior_short(app.lang()));
    }
    Line::from(vec![
        Span::styled(format!("{:>4} ", guest.id.0), theme::dim()),
        Span::raw(parts::fit(guest.label(), label)),
        Span::styled(format!(" {}", parts::fit(&offices, width.saturating_sub(label + does_width))), theme::dim()),
        Span::raw(format!(" {} ", parts::fit(&does, does_width))),
        came(app, guest),
    ])
}

/// Everything entered of a guest: offices are long and several.
fn whole(app: &App, guest: &Guest, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, guest.label());
    let width = usize::from(inside.width.saturating_sub(2));
    let mut lines: Vec<Line<'static>> = guest
        .offices
        .iter()
        .flat_map(|office| parts::wrap(office, width))
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    let superior = guest.superior.then(|| w::superior(app.lang()).to_owned());
    let does = Some(does(app, guest)).filter(|does| !does.is_empty());
    let gave = given_by(&app.congress, guest.id, app.lang());
    let about = superior.into_iter().chain(does).chain(gave).collect::<Vec<_>>().join(" · ");
    let told = parts::wrap(&about, width).into_iter();
    let mut told: Vec<Line<'static>> = told.map(|line| Line::styled(format!(" {line}"), theme::dim())).collect();
    let came = came(app, guest);
    match told.last_mut().filter(|last| last.width() + came.width() + 3 <= width) {
        Some(last) => last.spans.extend([Span::raw(" · "), came]),
        None => told.push(Line::from(vec![Span::raw(" "), came])),
    }
    lines.extend(told);
    parts::lines(inside, buffer, lines);
}
