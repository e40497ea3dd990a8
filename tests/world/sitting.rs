//! A sitting: an app over a congress in memory, keys in, screens out. The door is the domain's own: judge, then apply.

use super::cell;
use chrono::{FixedOffset, NaiveDateTime, TimeZone};
use daihoi::app::App;
use daihoi::app::Seat;
use daihoi::app::action::Screen;
use daihoi::app::effect::Effect;
use daihoi::app::guide;
use daihoi::app::key::{Input, Key};
use daihoi::app::start::Shelf;
use daihoi::domain::founding::Founding;
use daihoi::domain::{Change, Congress, Entry, Lang, Who, journal};
use daihoi::import::{founding, roster};
use daihoi::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A sitting.
pub struct Sitting {
    /// The program.
    pub app: App,
    /// Every line of the journal.
    pub lines: Vec<Entry>,
    /// Effects that no test answers: `Bell`, `Quit`, `Export`.
    pub effects: Vec<Effect>,
}

impl Sitting {
    /// The cell of twelve, founded, at 8 o'clock; the secretary sits.
    pub fn cell() -> Self {
        Self::of(cell::changes(), cell::at(8, 0))
    }

    /// A congress founded by these changes, at a moment.
    pub fn of(changes: Vec<Change>, now: NaiveDateTime) -> Self {
        let mut congress = Congress::default();
        let mut lines = Vec::new();
        for change in changes {
            congress.judge(Who::default(), &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
            congress.apply(&change);
            lines.push(entry(lines.len(), now, Who::default(), change));
        }
        let seat = Seat { who: Who::default(), lang: Lang::Vi, now };
        let app = App::new(congress, seat, lines.clone());
        Self { app, lines, effects: Vec::new() }
    }

    /// Records changes as a role, as another screen would.
    pub fn given(mut self, who: impl Into<Who>, changes: impl IntoIterator<Item = Change>) -> Self {
        let who = who.into();
        for change in changes {
            self.app.congress.judge(who, &change).unwrap_or_else(|refusal| panic!("{change:?}: {refusal}"));
            self.app.congress.apply(&change);
            let line = entry(self.lines.len(), self.app.now(), who, change);
            self.lines.push(line.clone());
            self.app.followed(vec![line]);
        }
        self
    }

    /// Moves the clock.
    pub fn clock(mut self, hour: u32, minute: u32) -> Self {
        let effects = self.app.update(Input::Tick(cell::at(hour, minute)));
        self.run(effects);
        self
    }

    /// Presses keys: names (`F3 Enter Space Ctrl-K Up`) and texts in quotes (`'nguyen an'`), parted by spaces.
    pub fn keys(mut self, keys: &str) -> Self {
        for key in parse(keys) {
            let effects = self.app.update(Input::Key(key));
            self.run(effects);
        }
        self
    }

    /// Types a text that has a quote in it.
    pub fn typing(mut self, text: &str) -> Self {
        for letter in text.chars() {
            let effects = self.app.update(Input::Key(Key::Char(letter)));
            self.run(effects);
        }
        self
    }

    /// Does what the program asked for.
    pub fn done(mut self, effects: Vec<Effect>) -> Self {
        self.run(effects);
        self
    }

    fn run(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Record(asking) => self.record(&*asking),
                Effect::Undo(number) => self.undo(number),
                Effect::Found(beginning) => self.found(beginning.founding),
                Effect::ReadRoster(path) => self.app.previewed(roster::look(&path).unwrap()),
                other => self.effects.push(other),
            }
        }
    }

    /// The start screen with what lies at hand, on a day at 8 o'clock.
    pub fn starting(shelf: Shelf) -> Self {
        let seat = Seat { who: Who::default(), lang: Lang::Vi, now: cell::at(8, 0) };
        Self { app: App::starting(seat, shelf), lines: Vec::new(), effects: Vec::new() }
    }

    /// Founds a congress as the runtime does, in memory.
    fn found(&mut self, mut asked: Founding) {
        founding::fill(&mut asked);
        let now = self.app.now();
        let Self { app, lines, .. } = Self::of(asked.changes().unwrap(), now);
        (self.app, self.lines) = (app, lines);
    }

    fn record(&mut self, asking: &dyn Fn(&Congress) -> Result<Change, daihoi::domain::Refusal>) {
        let who = self.app.seat.who;
        let asked = asking(&self.app.congress);
        match asked.and_then(|change| self.app.congress.judge(who, &change).map(|()| change)) {
            Ok(change) => {
                change.canonical().unwrap();
                self.app.congress.apply(&change);
                let line = entry(self.lines.len(), self.app.now(), who, change);
                self.lines.push(line.clone());
                self.app.recorded(line);
            }
            Err(refusal) => {
                let effects = self.app.refused(&refusal);
                self.effects.extend(effects);
            }
        }
    }

    fn undo(&mut self, number: u64) {
        let (who, change) = (self.app.seat.who, Change::Undone { number });
        let judged = self.app.congress.judge(who, &change);
        match judged.and_then(|()| journal::without(&self.lines, (who, number), 1)) {
            Ok(congress) => {
                self.app.congress = congress;
                let line = entry(self.lines.len(), self.app.now(), who, change);
                self.lines.push(line.clone());
                self.app.recorded(line);
            }
            Err(refusal) => drop(self.app.refused(&refusal)),
        }
    }

    /// The screen as it is drawn: text and styles.
    pub fn screen(&self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        ui::draw(&self.app, area, &mut buffer);
        if width >= 80 && height >= 24 && self.app.screen != Screen::Hall {
            self.guides(&buffer);
        }
        buffer
    }

    /// What was just done and what to do next stand on every screen word for word: a guide that is cut guides nobody.
    fn guides(&self, buffer: &Buffer) {
        let cells: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let drawn = words(&cells);
        for told in [guide::next_step(&self.app), self.app.said.clone().unwrap_or_default()] {
            assert!(drawn.contains(&words(&told)), "{:?} cuts «{told}»", self.app.screen);
        }
    }

    /// The screen as plain text.
    pub fn text(&self, width: u16, height: u16) -> String {
        let buffer = self.screen(width, height);
        let line = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
        (0..height).map(line).collect::<Vec<_>>().join("\n")
    }

    /// Draws the screen on a grid of sizes from 0×0, which must not panic.
    pub fn at_every_size(&self) {
        for width in [0, 1, 2, 7, 20, 79, 80, 81, 120, 200] {
            for height in [0, 1, 2, 3, 7, 23, 24, 25, 40, 60] {
                self.screen(width, height);
            }
        }
        for (width, height) in
            (80..140).step_by(7).flat_map(|width| (24..50).step_by(5).map(move |height| (width, height)))
        {
            self.screen(width, height);
        }
    }
}

fn entry(before: usize, at: NaiveDateTime, who: Who, change: Change) -> Entry {
    let hanoi = FixedOffset::east_opt(7 * 3600).unwrap();
    let at = hanoi.from_local_datetime(&at).unwrap();
    Entry { number: before as u64 + 1, at, who, change }
}

fn parse(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    for (place, part) in keys.split('\'').enumerate() {
        if place % 2 == 1 {
            parsed.extend(part.chars().map(Key::Char));
        } else {
            parsed.extend(part.split_whitespace().map(named));
        }
    }
    parsed
}

fn named(name: &str) -> Key {
    if let Some(letter) = name.strip_prefix("Ctrl-") {
        return Key::Ctrl(letter.chars().next().unwrap().to_ascii_lowercase());
    }
    if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
        return Key::F(number);
    }
    match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Insert" => Key::Insert,
        "Space" => Key::Char(' '),
        one => {
            let mut letters = one.chars();
            let key = Key::Char(letters.next().unwrap());
            assert!(letters.next().is_none(), "unknown key {one}");
            key
        }
    }
}
