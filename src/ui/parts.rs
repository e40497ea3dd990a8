//! Small parts that several screens draw: text cut to its width, lists with a cursor, wrapped text, titled panes.

use super::theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Widget, Wrap};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text cut to a width in cells, with an ellipsis where something was cut.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut left = width.saturating_sub(1);
    for c in text.chars() {
        let cells = c.width().unwrap_or(0);
        if cells > left {
            break;
        }
        left -= cells;
        cut.push(c);
    }
    if width > 0 {
        cut.push('…');
    }
    cut
}

/// The last words of a text that a width in cells has room for: of texts that begin alike, what tells them apart.
pub fn ending(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let endings = (1..words.len()).filter_map(|skip| Some(format!("… {}", words.get(skip..)?.join(" "))));
    endings.into_iter().find(|ending| ending.width() <= width).unwrap_or_else(|| cut(text, width))
}

/// A text cut or filled with spaces to a width in cells.
pub fn fit(text: &str, width: usize) -> String {
    let mut text = cut(text, width);
    let missing = width.saturating_sub(text.width());
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// A text wrapped at spaces to a width in cells; a word longer than a line is cut into lines of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let joined = if line.is_empty() { word.width() } else { line.width() + 1 + word.width() };
            if joined > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for c in word.chars() {
                if line.width() + c.width().unwrap_or(0) > width {
                    lines.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        lines.push(line);
    }
    lines
}

/// The first visible row: a pure function of cursor, length and height.
pub fn first_visible(cursor: usize, length: usize, height: usize) -> usize {
    let middle = cursor.saturating_sub(height / 2);
    middle.min(length.saturating_sub(height))
}

/// Draws the visible rows of a list; only those are built.
pub fn list(
    area: Rect,
    buffer: &mut Buffer,
    (length, cursor): (usize, Option<usize>),
    row: impl Fn(usize) -> Line<'static>,
) {
    let height = usize::from(area.height);
    let first = first_visible(cursor.unwrap_or(0), length, height);
    for (y, place) in (area.y..area.bottom()).zip(first..length) {
        let here = Rect { y, height: 1, ..area };
        row(place).render(here, buffer);
        if Some(place) == cursor {
            buffer.set_style(here, theme::cursor());
        }
    }
}

/// Draws lines from the top, as many as fit.
pub fn lines<'a>(area: Rect, buffer: &mut Buffer, lines: impl IntoIterator<Item = Line<'a>>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        line.render(Rect { y, height: 1, ..area }, buffer);
    }
}

/// Draws one line of text, cut to the area.
pub fn text(area: Rect, buffer: &mut Buffer, text: &str, style: Style) {
    if area.height > 0 {
        Line::styled(cut(text, usize::from(area.width)), style).render(Rect { height: 1, ..area }, buffer);
    }
}

/// Draws a text wrapped to the area.
pub fn paragraph(area: Rect, buffer: &mut Buffer, text: &str, style: Style) {
    Paragraph::new(text.to_owned()).style(style).wrap(Wrap { trim: false }).render(area, buffer);
}

/// Draws a pane with a title and gives the area inside.
pub fn pane(area: Rect, buffer: &mut Buffer, title: &str) -> Rect {
    let title = cut(title, usize::from(area.width.saturating_sub(4)));
    let block = Block::bordered().border_type(BorderType::Rounded).border_style(theme::dim());
    let block = block.title(Line::styled(format!(" {title} "), theme::strong()));
    let inside = block.inner(area);
    block.render(area, buffer);
    inside
}

/// Writes on the lower border of a pane.
pub fn below_pane(area: Rect, buffer: &mut Buffer, text: &str, style: Style) {
    if text.is_empty() || area.height < 2 || area.width < 6 {
        return;
    }
    let line = Rect { x: area.x + 2, y: area.bottom() - 1, width: area.width - 4, height: 1 };
    self::text(line, buffer, &format!(" {} ", cut(text, usize::from(area.width.saturating_sub(6)))), style);
}

/// Clears an area in the middle of another and draws a pane there.
pub fn over(area: Rect, buffer: &mut Buffer, (width, height): (u16, u16), title: &str) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    let here = Rect { x, y, width, height };
    Clear.render(here, buffer);
    pane(here, buffer, title)
}

/// A bar of blocks for a share of a whole.
pub fn bar(part: u64, whole: u64, width: usize) -> String {
    let cells = (part.min(whole) * (width as u64)).checked_div(whole).unwrap_or(0);
    let cells = usize::try_from(cells).unwrap_or(width);
    format!("{}{}", "█".repeat(cells), "░".repeat(width.saturating_sub(cells)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_cells_not_bytes() {
        assert_eq!(cut("Nguyễn Thị Hồng", 8), "Nguyễn …");
        assert_eq!(cut("Huệ", 3), "Huệ");
        assert_eq!(cut("Huệ", 0), "");
        assert_eq!(fit("Huệ", 5), "Huệ  ");
    }

    #[test]
    fn of_texts_that_begin_alike_the_end_is_kept() {
        assert_eq!(ending("Đảng bộ phường Nguyễn Trung Trực", 14), "… Trung Trực");
        assert_eq!(ending("Đảng bộ phường Cống Vị", 80), "Đảng bộ phường Cống Vị");
        assert_eq!(ending("Nghiêng", 4), "Ngh…");
    }

    #[test]
    fn text_wraps_at_spaces_and_long_words_break() {
        assert_eq!(wrap("Đoàn chủ tịch", 9), ["Đoàn chủ", "tịch"]);
        assert_eq!(wrap("aaaaa", 2), ["aa", "aa", "a"]);
        assert_eq!(wrap("một\nhai", 9), ["một", "hai"]);
    }

    #[test]
    fn the_cursor_is_always_visible() {
        for length in 0..30 {
            for height in 1..12 {
                for cursor in 0..length {
                    let first = first_visible(cursor, length, height);
                    assert!(first <= cursor && cursor < first + height, "{cursor} of {length} in {height}");
                }
            }
        }
    }
}
