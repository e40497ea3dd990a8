//! Whoever watches a rehearsal: a bar on the terminal, or nobody. The bar goes to stderr and only where that is a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Watches a rehearsal go on.
pub trait Watch {
    /// Something begins.
    fn begins(&mut self, what: &str);
    /// So many changes are recorded.
    fn recorded(&mut self, changes: u64);
    /// It is over.
    fn ends(&mut self);
}

/// Nobody watches.
#[derive(Debug, Default)]
pub struct Nobody;

impl Watch for Nobody {
    fn begins(&mut self, _: &str) {}
    fn recorded(&mut self, _: u64) {}
    fn ends(&mut self) {}
}

/// Cells of the bar.
const CELLS: u64 = 24;

/// How often the bar is drawn at most.
const PAUSE: Duration = Duration::from_millis(100);

/// A bar on the terminal.
#[derive(Debug)]
pub struct Bar {
    expected: u64,
    what: String,
    drawn: Option<Instant>,
}

impl Bar {
    /// A bar for about so many changes; none where stderr is no terminal.
    pub fn on_terminal(expected: u64) -> Box<dyn Watch> {
        if stderr().is_terminal() {
            Box::new(Self { expected: expected.max(1), what: String::new(), drawn: None })
        } else {
            Box::new(Nobody)
        }
    }

    fn draw(&mut self, changes: u64) {
        // how many there will be is only known at the end: the last cell waits for it
        let cells = (changes * CELLS / self.expected).min(CELLS - 1);
        let bar: String = (0..CELLS).map(|cell| if cell < cells { '█' } else { '░' }).collect();
        // a bar that cannot be drawn stops nothing
        let _ = write!(stderr(), "\r\x1b[K{bar} {changes} · {}", self.what).and_then(|()| stderr().flush());
        self.drawn = Some(Instant::now());
    }
}

impl Watch for Bar {
    fn begins(&mut self, what: &str) {
        what.clone_into(&mut self.what);
        self.drawn = None;
    }

    fn recorded(&mut self, changes: u64) {
        if self.drawn.is_none_or(|drawn| drawn.elapsed() >= PAUSE) {
            self.draw(changes);
        }
    }

    fn ends(&mut self) {
        let _ = write!(stderr(), "\r\x1b[K").and_then(|()| stderr().flush());
    }
}
