//! The terminal's events as the program's own: keys, pastes. Everything that waits is taken before the screen is painted.

use crate::app::key::{Input, Key};
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::io;
use std::time::Duration;

/// Waits for an event, then takes all that are there.
pub fn waiting(longest: Duration) -> io::Result<Vec<Input>> {
    let mut came = Vec::new();
    let mut wait = longest;
    while event::poll(wait)? {
        wait = Duration::ZERO;
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => came.extend(self::key(key).map(Input::Key)),
            Event::Paste(text) => came.push(Input::Paste(text)),
            _ => {}
        }
    }
    Ok(came)
}

/// The key of the program for a key of the terminal; none for keys it has no use for.
fn key(event: KeyEvent) -> Option<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(match event.code {
        // byte 0x08 is Backspace for some input methods and arrives as Ctrl-H
        KeyCode::Char('h' | 'H') if control => Key::Backspace,
        KeyCode::Char(c) if control && !alt => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(_) if alt && !control => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_h_is_backspace_and_alt_letters_type_nothing() {
        let event = |c, modifiers| KeyEvent::new(KeyCode::Char(c), modifiers);
        assert_eq!(key(event('h', KeyModifiers::CONTROL)), Some(Key::Backspace));
        assert_eq!(key(event('K', KeyModifiers::CONTROL)), Some(Key::Ctrl('k')));
        assert_eq!(key(event('x', KeyModifiers::ALT)), None);
        assert_eq!(key(event('ệ', KeyModifiers::NONE)), Some(Key::Char('ệ')));
    }
}
