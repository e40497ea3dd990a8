//! The one file that wraps the text editor: several lines, wrapping, undo, the cursor over whole letters.

use super::field::joined;
use super::key::Key;
use crate::domain::fold::clean_text;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_normalization::char::is_combining_mark;

/// A text of several lines being typed.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
}

impl Editor {
    /// An editor that holds a text, the cursor at its end.
    pub fn holding(text: &str) -> Self {
        let lines = text.split('\n').map(str::to_owned).collect();
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(WrapMode::Word);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The widget that draws it.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Takes a key if it is one that edits; says whether it did.
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Char(c) => self.insert(c),
            Key::Enter => self.area.insert_newline(),
            Key::Backspace => drop(self.area.delete_char()),
            Key::Delete => drop(self.area.delete_next_char()),
            Key::Left => self.area.move_cursor(CursorMove::Back),
            Key::Right => self.area.move_cursor(CursorMove::Forward),
            Key::Up => self.area.move_cursor(CursorMove::Up),
            Key::Down => self.area.move_cursor(CursorMove::Down),
            Key::Home => self.area.move_cursor(CursorMove::Head),
            Key::End => self.area.move_cursor(CursorMove::End),
            _ => return false,
        }
        true
    }

    /// Pastes a text: NFC, LF, without control characters.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(clean_text(text));
    }

    fn insert(&mut self, c: char) {
        if c.is_control() {
            return;
        }
        if !is_combining_mark(c) {
            self.area.insert_char(c);
            return;
        }
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0);
        let before = line.and_then(|line| line.chars().nth(cursor.1.wrapping_sub(1)));
        if let Some(letter) = before.and_then(|before| joined(before, c)) {
            self.area.delete_char();
            self.area.insert_char(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telex_engine_and_loose_marks_give_composed_letters() {
        let mut editor = Editor::holding("");
        for c in "tie\x7fê\x7f\x7fiếng".chars() {
            editor.key(if c == '\x7f' { Key::Backspace } else { Key::Char(c) });
        }
        editor.key(Key::Enter);
        for c in "Vie\u{323}\u{302}t".chars() {
            editor.key(Key::Char(c));
        }
        assert_eq!(editor.text(), "tiếng\nViệt");
    }

    #[test]
    fn a_decomposed_paste_of_two_lines_is_composed() {
        let mut editor = Editor::holding("a");
        editor.paste("Nguye\u{302}\u{303}n\r\nAn");
        assert_eq!(editor.text(), "aNguyễn\nAn");
    }
}
