//! The terminal's events as the program's own: keys, pastes, a new size. Everything that waits is taken before the screen is painted.
//!
//! They are read in a thread of their own: once the window is gone crossterm reads an endless nothing and comes back no more, and
//! the turns must go on to see the signal, keep what was being typed, and end.

use crate::app::key::{Input, Key};
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// The keys as they come, read in their own thread until the program ends.
pub struct Keys(Receiver<io::Result<Event>>);

impl Keys {
    /// Begins to read.
    pub fn listen() -> io::Result<Self> {
        let (sender, events) = channel();
        let read = move || {
            loop {
                let event = event::read();
                let failed = event.is_err();
                if sender.send(event).is_err() || failed {
                    return;
                }
            }
        };
        thread::Builder::new().name("keys".to_owned()).spawn(read)?;
        Ok(Self(events))
    }

    /// Waits for an event, then takes all that are there.
    pub fn waiting(&self, longest: Duration) -> io::Result<Vec<Input>> {
        let first = match self.0.recv_timeout(longest) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => return Ok(Vec::new()),
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::UnexpectedEof.into()),
        };
        let mut inputs = Vec::new();
        for event in std::iter::once(first).chain(self.0.try_iter()) {
            match event? {
                Event::Key(key) if key.kind != KeyEventKind::Release => inputs.extend(self::key(key).map(Input::Key)),
                Event::Paste(text) => inputs.push(Input::Paste(text)),
                Event::Resize(..) => inputs.push(Input::Resized),
                _ => {}
            }
        }
        Ok(inputs)
    }
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
