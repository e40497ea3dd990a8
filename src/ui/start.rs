//! The start screen.
//!
//! ```text
//! ╭ Bắt đầu ───────────────────────────────╮╭ Đại hội mẫu ──────────────────────────╮
//! │ Đại hội mẫu                            ││ Một đại hội chi bộ có thật …          │
//! │ Đại hội, hội nghị tổng kết mới         ││                                       │
//! │ Đại hội mới, theo tệp nhiệm kỳ trước   ││                                       │
//! │ Mở tệp khác …                          ││                                       │
//! │ Mở gần đây                             ││                                       │
//! │   dai-hoi.daihoi  Đại hội Chi bộ …     ││                                       │
//! ╰────────────────────────────────────────╯╰───────────────────────────────────────╯
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::start::{Found, Glance, Row, cursor, held, label, rows, selected};
use crate::app::words::start as w;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Draws the start screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let side = if area.width >= 110 { 45 } else { 40 };
    let [left, right] = Layout::horizontal([Constraint::Min(30), Constraint::Percentage(side)]).areas(area);
    list(app, left, buffer);
    about(app, right, buffer);
}

fn list(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::start(lang));
    let rows = rows(app);
    if rows.is_empty() {
        parts::paragraph(inside, buffer, w::nothing_found(lang), theme::dim());
    }
    // the headings of the two groups of files stand between the rows
    let mut lines: Vec<(Option<usize>, Line<'static>)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| rows.get(before));
        let heading = match (row, before) {
            (Row::Recent(_), Some(Row::Recent(_))) | (Row::Here(_), Some(Row::Here(_))) => None,
            (Row::Recent(_), _) => Some(w::recent(lang).to_owned()),
            (Row::Here(_), _) => Some(w::here(lang).to_owned()),
            _ => None,
        };
        if let Some(heading) = heading {
            lines.push((None, Line::raw("")));
            lines.push((None, Line::styled(format!(" {heading}"), theme::dim())));
        }
        lines.push((Some(place), line(app, *row, usize::from(inside.width))));
    }
    let at = lines.iter().position(|(place, _)| *place == Some(cursor(app)));
    let (length, at) = (lines.len(), at.filter(|_| !rows.is_empty()));
    parts::list(inside, buffer, (length, at), |place| {
        lines.get(place).map(|(_, line)| line.clone()).unwrap_or_default()
    });
}

fn line(app: &App, row: Row<'_>, width: usize) -> Line<'static> {
    let lang = app.lang();
    match row {
        Row::Recent(found) | Row::Here(found) => {
            let name = parts::cut(&found.name, width.saturating_sub(4) * 3 / 5);
            let style = match found.glance {
                Glance::Congress(_) => theme::dim(),
                Glance::Vanished | Glance::Unreadable => theme::bad(),
            };
            let rest = held(found, lang);
            let width = width.saturating_sub(unicode_width::UnicodeWidthStr::width(name.as_str()) + 6);
            Line::from(vec![Span::raw(format!("   {name}  ")), Span::styled(parts::cut(&rest, width), style)])
        }
        _ => Line::styled(format!(" {}", label(row, lang)), theme::strong()),
    }
}

fn about(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let Some(row) = selected(app) else { return };
    let inside = parts::pane(area, buffer, &label(row, lang));
    let inside = Rect { x: inside.x.saturating_add(1), width: inside.width.saturating_sub(2), ..inside };
    let text = match row {
        Row::Demo => w::demo_about(lang).to_owned(),
        Row::New => w::new_about(lang).to_owned(),
        Row::Again => w::again_about(lang).to_owned(),
        Row::Browse => w::browse_about(lang).to_owned(),
        Row::Practice => w::practice_about(lang).to_owned(),
        Row::Recent(found) | Row::Here(found) => of_file(app, found),
    };
    let lines = parts::wrap(&text, usize::from(inside.width));
    parts::lines(inside, buffer, lines.into_iter().map(Line::raw));
}

fn of_file(app: &App, found: &Found) -> String {
    let lang = app.lang();
    let what = match &found.glance {
        Glance::Congress(meeting) => {
            let held = held(found, lang);
            let superior = Some(meeting.superior.as_str()).filter(|superior| !superior.is_empty());
            [Some(held.as_str()), superior, meeting.venue.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n")
        }
        Glance::Vanished => w::vanished(lang).to_owned(),
        Glance::Unreadable => w::unreadable(lang).to_owned(),
    };
    format!("{what}\n\n{}", found.place)
}
