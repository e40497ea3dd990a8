//! The terminal: entered, painted, and given back as it was on every way out – leaving, errors, panics, SIGTERM, SIGHUP.

use ratatui::DefaultTerminal;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::layout::{Position, Rect};
use signal_hook::consts::{SIGHUP, SIGTERM};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// The signals that ask the program to end.
pub struct Signals(Arc<AtomicBool>);

impl Signals {
    /// Whether one came.
    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Notes SIGTERM and SIGHUP (the SSH window was closed) instead of dying of them.
pub fn signals() -> io::Result<Signals> {
    let raised = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&raised))?;
    }
    Ok(Signals(raised))
}

/// The screen while the program holds it; dropping it gives the terminal back.
pub struct Screen {
    terminal: DefaultTerminal,
}

static HOOK: Once = Once::new();

impl Screen {
    /// Takes the terminal: alternate screen, raw keys, pastes told apart from typing.
    pub fn enter() -> io::Result<Self> {
        // `ratatui::try_init` restores its own modes when the program panics; ours goes first
        let terminal = ratatui::try_init()?;
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                let _ = execute!(io::stdout(), DisableBracketedPaste);
                before(info);
            }));
        });
        execute!(io::stdout(), EnableBracketedPaste)?;
        Ok(Self { terminal })
    }

    /// The size of the window.
    pub fn area(&self) -> io::Result<Rect> {
        Ok(Rect::from((Position::ORIGIN, self.terminal.size()?)))
    }

    /// Paints once.
    pub fn paint(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.terminal.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Rings.
    pub fn bell(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(b"\x07")?;
        io::Write::flush(out)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // the hook gave it back before the message was printed; a second time would put the cursor over it
        if std::thread::panicking() {
            return;
        }
        // the window may be gone: there is nobody left to tell
        let _ = execute!(io::stdout(), DisableBracketedPaste);
        let _ = ratatui::try_restore();
    }
}
