//! The journal.
//!
//! ```text
//! ╭ Nhật ký: 41 dòng ─────────────────────────────────────────────────────────────╮
//! │  39 20/11 07:55 Thư ký        Ghi có mặt: Nguyễn Văn An, Trần Thị Bích + 3    │
//! │  40 20/11 07:56 Thư ký        Hoàn tác dòng 39: Ghi có mặt: …                 │
//! ╰────────────────────────────────────────────────────────────────────────────────╯
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::journal::{cursor, scrolled, selected, told, undoings, who_word, whole};
use crate::app::words::journal as w;
use crate::domain::Entry;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

/// From this width on an open line stands beside the list.
const ROOMY: u16 = 116;

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let open = scrolled(app).zip(selected(app));
    match open {
        Some(open) if area.width >= ROOMY => {
            let [left, right] = Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(area);
            list(app, left, buffer);
            line(app, open, right, buffer);
        }
        Some(open) => line(app, open, area, buffer),
        None => list(app, area, buffer),
    }
}

fn list(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let last = app.entries.last().map_or(0, |entry| entry.number);
    let inside = parts::pane(area, buffer, &w::title(lang, last));
    if app.entries.is_empty() {
        parts::paragraph(inside, buffer, w::empty(lang), theme::dim());
    }
    let digits = last.to_string().len().max(4);
    let width = usize::from(inside.width);
    let undone = undoings(app);
    parts::list(inside, buffer, (app.entries.len(), cursor(app)), |place| {
        app.entries
            .get(place)
            .map(|entry| row(app, (entry, undone.get(&entry.number).copied()), (digits, width)))
            .unwrap_or_default()
    });
}

fn row(app: &App, (entry, undone): (&Entry, Option<&Entry>), (digits, width): (usize, usize)) -> Line<'static> {
    let lang = app.lang();
    let who_width = if width >= 100 { 24 } else { 15 };
    let who = parts::fit(&who_word(entry.who, lang), who_width);
    let style = if undone.is_some() { theme::dim().add_modifier(Modifier::CROSSED_OUT) } else { theme::plain() };
    let after = undone.map(|line| format!(" · {}", w::undone_by(lang, line.number, &who_word(line.who, lang))));
    let after = after.unwrap_or_default();
    let head = format!("{:>digits$} {} {who} ", entry.number, entry.at.format("%d/%m %H:%M"));
    let left = width.saturating_sub(unicode_width::UnicodeWidthStr::width(head.as_str()));
    // what was undone may be cut before the word that it was
    let room = left.saturating_sub(unicode_width::UnicodeWidthStr::width(after.as_str())).max(left / 2);
    Line::from(vec![
        Span::styled(head, theme::dim()),
        Span::styled(parts::cut(&told(app, entry), room), style),
        Span::styled(after, theme::bad()),
    ])
}

fn line(app: &App, (scrolled, entry): (usize, &Entry), area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, &w::line(app.lang(), entry.number));
    let width = usize::from(inside.width.saturating_sub(2));
    let lines: Vec<String> = whole(app, entry).lines().flat_map(|line| indented(line, width)).collect();
    let first = scrolled.min(lines.len().saturating_sub(1));
    parts::lines(inside, buffer, lines.into_iter().skip(first).map(|line| Line::raw(format!(" {line}"))));
}

/// A line wrapped under its own indent.
fn indented(line: &str, width: usize) -> Vec<String> {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let wrapped = parts::wrap(text, width.saturating_sub(indent).max(8));
    wrapped.into_iter().map(|part| format!("{:indent$}{part}", "")).collect()
}
