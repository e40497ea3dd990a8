//! The choice of a file: the folder, what was typed, what lies there.

use super::{frame, parts, theme};
use crate::app::App;
use crate::app::files::{Chooser, EntryKind};
use crate::app::words::start as w;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// Draws the choice and answers with the place of the cursor.
pub fn draw(app: &App, chooser: &Chooser, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang();
    let found = chooser.found();
    let said = chooser.said().map(|word| word(lang));
    let width = area.width.saturating_sub(6).clamp(20, 90).min(area.width);
    let inside = parts::over(area, buffer, (width, area.height.saturating_sub(2)), (chooser.wanted.title())(lang));
    let row = |y: u16| Rect { y: inside.y.saturating_add(y), height: inside.height.saturating_sub(y).min(1), ..inside };
    parts::text(row(0), buffer, &format!(" {}", chooser.listing.shown), theme::strong());
    let label = format!(" {}: ", w::path(lang));
    let cells = u16::try_from(label.width()).unwrap_or(0).min(inside.width);
    parts::text(row(1), buffer, &label, theme::dim());
    let typed = Rect { x: row(1).x.saturating_add(cells), width: inside.width.saturating_sub(cells), ..row(1) };
    let cursor = frame::field(typed, buffer, &chooser.query);
    let mut rest = Rect { y: inside.y.saturating_add(3), height: inside.height.saturating_sub(3), ..inside };
    if let Some(said) = said {
        let lines = parts::wrap(said, usize::from(rest.width.saturating_sub(2)));
        let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(rest.height);
        parts::lines(rest, buffer, lines.into_iter().map(|line| Line::styled(format!(" {line}"), theme::bad())));
        rest = Rect { y: rest.y.saturating_add(taken), height: rest.height - taken, ..rest };
    }
    let at = (!found.is_empty()).then(|| chooser.row.min(found.len() - 1));
    parts::list(rest, buffer, (found.len(), at), |place| {
        let Some(entry) = found.get(place) else { return Line::raw("") };
        match entry.kind {
            EntryKind::Parent => Line::styled(format!(" {}", w::parent(lang)), theme::dim()),
            EntryKind::Folder => Line::styled(format!(" {}/", entry.name), theme::strong()),
            EntryKind::File => Line::raw(format!(" {}", entry.name)),
        }
    });
    cursor
}
