//! A one-line field: the cursor walks over whole letters, combining marks join the letter before them.

use super::key::Key;
use crate::domain::fold::clean_line;
use tui_input::{Input, InputRequest};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A line of text being typed.
#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    /// Whether what stands here was put by the program and gives way to the first letter typed.
    offered: bool,
}

impl Field {
    /// A field that holds a text, the cursor at its end.
    pub fn holding(text: &str) -> Self {
        Self { input: Input::new(clean_line(text)), offered: false }
    }

    /// A field that offers a text: typing replaces it, moving the cursor keeps it.
    pub fn offering(text: &str) -> Self {
        Self { offered: !text.is_empty(), ..Self::holding(text) }
    }

    /// Lets what stands here give way to the first letter typed.
    pub fn offer(&mut self) {
        self.offered = !self.is_empty();
        self.input.handle(InputRequest::GoToEnd);
    }

    /// Whether what stands here gives way to the first letter typed.
    pub fn is_offered(&self) -> bool {
        self.offered
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// What was typed without the space around it; none when blank.
    pub fn filled(&self) -> Option<String> {
        let text = self.text().trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Width in cells of the text before the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// How many cells of the text lie left of a window of this width that holds the cursor.
    pub fn scroll(&self, width: usize) -> usize {
        self.input.visual_scroll(width.max(1))
    }

    /// Empties the field and gives what it held.
    pub fn take(&mut self) -> String {
        self.offered = false;
        self.input.value_and_reset()
    }

    /// Takes a key if it is one that edits a line; says whether it did.
    pub fn key(&mut self, key: Key) -> bool {
        let offered = std::mem::take(&mut self.offered);
        if offered && matches!(key, Key::Char(_)) {
            self.input.reset();
        }
        let request = match key {
            Key::Char(c) => return self.insert(c),
            Key::Backspace => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home => InputRequest::GoToStart,
            Key::End => InputRequest::GoToEnd,
            _ => {
                self.offered = offered;
                return false;
            }
        };
        self.input.handle(request);
        true
    }

    /// Pastes a text, line feeds as spaces, NFC, without control characters.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.offered) {
            self.input.reset();
        }
        for c in clean_line(text).chars() {
            self.insert(c);
        }
    }

    fn insert(&mut self, c: char) -> bool {
        if c.is_control() {
            return false;
        }
        let before = self.input.value().chars().nth(self.input.cursor().wrapping_sub(1));
        match before.filter(|_| is_combining_mark(c)).and_then(|before| joined(before, c)) {
            Some(letter) => {
                self.input.handle(InputRequest::DeletePrevChar);
                self.input.handle(InputRequest::InsertChar(letter));
            }
            None if is_combining_mark(c) => {}
            None => {
                self.input.handle(InputRequest::InsertChar(c));
            }
        }
        true
    }
}

/// A letter and the mark that came after it as one composed letter, where Unicode has it.
pub(super) fn joined(letter: char, mark: char) -> Option<char> {
    let mut composed = [letter, mark].into_iter().nfc();
    let first = composed.next()?;
    composed.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(text: &str) -> Field {
        let mut field = Field::default();
        for c in text.chars() {
            let key = if c == '\x7f' { Key::Backspace } else { Key::Char(c) };
            field.key(key);
        }
        field
    }

    #[test]
    fn a_telex_engine_takes_letters_back() {
        assert_eq!(type_in("tie\x7fê\x7f\x7fiếng").text(), "tiếng");
    }

    #[test]
    fn marks_that_come_alone_join_their_letter() {
        assert_eq!(type_in("Nguye\u{302}\u{303}n").text(), "Nguyễn");
        assert_eq!(type_in("e\u{302}\u{323}").text(), "ệ");
        assert_eq!(type_in("\u{301}a").text(), "a");
    }

    #[test]
    fn the_cursor_walks_over_whole_letters() {
        let mut field = type_in("Việt");
        field.key(Key::Left);
        field.key(Key::Backspace);
        assert_eq!(field.text(), "Vit");
        assert_eq!(field.cursor(), 2);
    }

    #[test]
    fn an_offered_text_gives_way_to_typing_and_stays_when_the_cursor_moves() {
        let mut field = Field::offering("25");
        field.key(Key::Char('2'));
        field.key(Key::Char('4'));
        assert_eq!(field.text(), "24");
        let mut field = Field::offering("25");
        field.key(Key::End);
        field.key(Key::Char('0'));
        assert_eq!(field.text(), "250");
    }

    #[test]
    fn a_paste_of_two_lines_becomes_one() {
        let mut field = Field::default();
        field.paste("Đoàn chủ tịch\r\ntiếp thu\u{7}");
        assert_eq!(field.text(), "Đoàn chủ tịch tiếp thu");
    }
}
