//! Any stream of keys at a counter's desk: the program never breaks, draws itself, and what is in memory is what the journal says.

use crate::world::script;
use crate::world::sitting::Sitting;
use chrono::{DateTime, FixedOffset};
use daihoi::app::key::{Input, Key};
use daihoi::app::{App, Seat};
use daihoi::domain::{Congress, Entry, Lang, Role, Who, journal};
use std::sync::LazyLock;

const AT: &str = "2026-01-12T10:00:00+07:00";

/// The hall up to the moment when the first desk has its bundle.
static HALL: LazyLock<(Congress, Vec<Entry>)> = LazyLock::new(|| {
    let at = AT.parse().expect("a moment");
    let mut congress = Congress::default();
    let mut lines = Vec::new();
    for (number, (who, change)) in (1..).zip(script::until_counting()) {
        congress.judge(who, &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
        congress.apply(&change);
        lines.push(Entry { number, at, who, change });
    }
    (congress, lines)
});

/// A desk at which these keys were pressed, on the elections screen first of all.
pub fn sat(bytes: &[u8]) -> Sitting {
    let (congress, lines) = HALL.clone();
    let at: DateTime<FixedOffset> = AT.parse().expect("a moment");
    let now = at.naive_local();
    let seat = Seat { who: Who { role: Role::Counter, desk: Some(1) }, lang: Lang::Vi, now };
    let app = App::new(congress, seat, lines.clone());
    let keys = [Key::F(6), Key::Enter].into_iter().chain(bytes.iter().map(|byte| key_of(*byte)));
    keys.fold(Sitting { app, lines, effects: Vec::new() }, |mut sitting, key| {
        let effects = sitting.app.update(Input::Key(key));
        sitting.done(effects)
    })
}

/// Presses keys and looks at everything.
pub fn check(bytes: &[u8]) {
    let sitting = sat(bytes);
    let folded = journal::fold(&sitting.lines, 1).expect("what was recorded holds");
    assert!(sitting.app.congress == folded, "memory is the fold of the journal");
    for (width, height) in [(80, 24), (120, 40), (31, 9)] {
        sitting.screen(width, height);
    }
}

const OTHERS: [Key; 24] = [
    Key::Esc,
    Key::Esc,
    Key::Tab,
    Key::BackTab,
    Key::Delete,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Insert,
    Key::Ctrl('z'),
    Key::Ctrl('k'),
    Key::Ctrl('e'),
    Key::Ctrl('n'),
    Key::Ctrl('r'),
    Key::Ctrl('s'),
    Key::Ctrl('g'),
    Key::Ctrl('f'),
    Key::Ctrl('l'),
    Key::Ctrl('q'),
];

/// The number pad reads as it is written; other bytes are the other keys, function keys and letters.
fn key_of(byte: u8) -> Key {
    match byte {
        b'=' | b'\n' | b'\r' => Key::Enter,
        b'<' => Key::Backspace,
        b' '..=b'~' => Key::Char(char::from(byte)),
        128..=151 => OTHERS[usize::from(byte - 128)],
        152..=161 => Key::F(byte - 151),
        162 => Key::Char('ư'),
        163 => Key::Char('\u{301}'),
        _ => Key::Char(char::from(b'0' + byte % 10)),
    }
}
