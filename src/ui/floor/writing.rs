//! The raw note beside the text for the minutes.
//!
//! ```text
//!  Trần Thị Bích · Tham luận: … · chưa lưu
//!  Thư ký (cửa sổ khác) đang viết ở đây
//! ╭ Ghi chép (không in) ─────────────╮╭ Nội dung ghi biên bản (được in) ───────╮
//! │ …                                ││ …                                      │
//! │ Ghi chú gõ lúc phát biểu         ││                                        │
//! ╰──────────────────────────────────╯╰────────────────────────────────────────╯
//! ```

use crate::app::App;
use crate::app::editor::Editor;
use crate::app::floor::{Side, Writing, last_writer};
use crate::app::words::floor as w;
use crate::domain::figures::clock;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Draws the two texts of a speech.
pub fn draw(app: &App, writing: &Writing, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let Some(speech) = app.congress.speeches.get(&writing.speech) else { return };
    let beside = app.told_beside();
    let heads = [Constraint::Length(1), Constraint::Length(u16::from(beside.is_some())), Constraint::Min(0)];
    let [top, under, texts] = Layout::vertical(heads).areas(area);
    let about = format!(" {} · {}", app.congress.speaker_name(&speech.speaker), super::about(app, speech));
    let unsaved = if writing.is_changed() { format!(" · {}", w::not_saved(lang)) } else { String::new() };
    let about = parts::cut(&about, usize::from(top.width).saturating_sub(unsaved.chars().count()));
    let line = Line::from(vec![Span::styled(about, theme::strong()), Span::styled(unsaved, theme::bad())]);
    parts::lines(top, buffer, [line]);
    let beside = beside.map(|told| parts::cut(&format!(" {told}"), usize::from(under.width)));
    parts::lines(under, buffer, beside.map(|told| Line::styled(told, theme::strong())));
    let [left, right] = Layout::horizontal([Constraint::Percentage(50), Constraint::Min(0)]).areas(texts);
    raw(app, writing, left, buffer);
    let inside = pane(right, buffer, w::text(lang), writing.side == Side::Minutes);
    let other = theirs(app, writing, Side::Minutes, inside);
    let inside = below(inside, buffer, other);
    editor(&writing.minutes, writing.side == Side::Minutes, inside, buffer);
}

/// What another screen made of a text while it was typed here, with who and when.
fn theirs(app: &App, writing: &Writing, side: Side, area: Rect) -> Vec<Line<'static>> {
    let Some(text) = writing.theirs(side) else { return Vec::new() };
    let lang = app.lang();
    let writer = last_writer(app, writing.speech);
    let who = writer.map_or_else(String::new, |entry| app.other_word(entry.who).to_lowercase());
    let at = writer.map_or_else(String::new, |entry| entry.at.format("%H:%M").to_string());
    let width = usize::from(area.width.saturating_sub(1));
    let head = parts::wrap(&w::theirs(lang, &who, &at), width).into_iter().map(|line| Line::styled(line, theme::bad()));
    let body = text.lines().flat_map(|line| parts::wrap(line, width)).map(Line::raw);
    head.chain(body).collect()
}

/// Draws lines in the lower half of a pane and answers what is left above them.
fn below(area: Rect, buffer: &mut Buffer, lines: Vec<Line<'static>>) -> Rect {
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height / 2);
    let [above, below] = Layout::vertical([Constraint::Min(1), Constraint::Length(height)]).areas(area);
    parts::lines(below, buffer, lines);
    above
}

/// A pane whose title says whether it has the cursor.
fn pane(area: Rect, buffer: &mut Buffer, title: &str, here: bool) -> Rect {
    let inside = parts::pane(area, buffer, title);
    if here && area.height > 0 {
        let style = theme::hint().remove_modifier(ratatui::style::Modifier::DIM);
        let title = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), height: 1, ..area };
        buffer.set_style(title, style);
    }
    inside
}

fn raw(app: &App, writing: &Writing, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let here = writing.side == Side::Raw;
    let inside = pane(area, buffer, w::raw(lang), here);
    let inside = below(inside, buffer, theirs(app, writing, Side::Raw, inside));
    let width = usize::from(inside.width.saturating_sub(1));
    let notes = app.congress.notes.iter().filter(|note| note.speech == Some(writing.speech));
    let notes = notes.flat_map(|note| parts::wrap(&format!("{} {}", clock(note.at), note.text), width));
    let mut notes: Vec<Line<'static>> = notes.map(|line| Line::styled(line, theme::dim())).collect();
    if !notes.is_empty() {
        notes.insert(0, Line::styled(w::notes(lang), theme::strong()));
    }
    let room = usize::from(inside.height / 2);
    // the last notes are the ones still in mind
    let hidden = notes.len().saturating_sub(room).min(notes.len().saturating_sub(1));
    if hidden > 0 {
        notes.drain(1..=hidden);
    }
    let below = u16::try_from(notes.len().min(room)).unwrap_or(0);
    let [text, typed] = Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(inside);
    editor(&writing.raw, here, text, buffer);
    parts::lines(typed, buffer, notes);
}

fn editor(editor: &Editor, here: bool, area: Rect, buffer: &mut Buffer) {
    let mut text = editor.area().clone();
    text.set_cursor_line_style(Style::new());
    text.set_cursor_style(if here { theme::cursor() } else { theme::plain() });
    text.render(area, buffer);
}
