//! CONNECTS – the loop, the clock, the terminal.
//!
//! One turn: take every waiting event, let the app answer, do what it asks, read what other processes recorded, paint once.

mod clock;
mod input;
mod terminal;

pub use clock::Clock;
pub use terminal::Screen;

use crate::app::App;
use crate::app::Seat;
use crate::app::effect::Effect;
use crate::app::floor;
use crate::app::key::Input;
use crate::app::practice::{Opened, Practice};
use crate::app::words::frame as w;
use crate::domain::{Change, Congress, Entry, Lang, Who};
use crate::export;
use crate::export::Format;
use crate::papers::PaperName;
use crate::store::{Error, Store};
use crate::ui;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a turn waits for a key before it looks at the clock and at the file.
const TURN: Duration = Duration::from_millis(100);

/// How many journal lines the screens hold from the start; older ones are read when somebody scrolls to them.
const TAIL: u64 = 300;

/// What a sitting needs to begin.
#[derive(Debug)]
pub struct Opening {
    /// The file.
    pub store: Store,
    /// Who sits there.
    pub who: Who,
    /// Language of the screen.
    pub lang: Lang,
    /// The clock of the hall.
    pub clock: Clock,
}

/// What can end a sitting other than leaving it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The file.
    #[error(transparent)]
    Store(#[from] Error),
    /// The terminal.
    #[error("không dùng được màn hình này: {0}")]
    Terminal(#[source] io::Error),
}

/// Runs the program on the terminal until somebody leaves or the window goes away.
pub fn run(opening: Opening) -> Result<(), Trouble> {
    let mut sitting = Sitting::open(opening)?;
    let stop = terminal::signals().map_err(Trouble::Terminal)?;
    let mut screen = terminal::Screen::enter().map_err(Trouble::Terminal)?;
    let ended = sitting.turn_by_turn(&mut screen, &stop);
    // the window may be gone: what was being typed is kept whatever the terminal says
    let kept = sitting.keep_drafts();
    drop(screen);
    match ended {
        Err(_) if stop.is_raised() => kept.map_err(Trouble::from),
        ended => ended.map_err(Trouble::Terminal).and(kept.map_err(Trouble::from)),
    }
}

/// Runs the trainer alone, with no file behind it, until somebody leaves.
pub fn practice(lang: Lang, seed: u64) -> Result<(), Trouble> {
    let clock = Clock::default();
    let mut app = App::new(Congress::default(), Seat { who: Who::default(), lang, now: clock.now() }, Vec::new());
    app.practice = Some(Practice::new(seed, Opened::Alone));
    let stop = terminal::signals().map_err(Trouble::Terminal)?;
    let mut screen = terminal::Screen::enter().map_err(Trouble::Terminal)?;
    match keyed(&mut app, clock, (&mut screen, &stop)) {
        Err(_) if stop.is_raised() => Ok(()),
        ended => ended.map_err(Trouble::Terminal),
    }
}

/// The turns of the trainer: keys, clock, paint. What it asks for is a bell or the end; there is nothing to record in.
fn keyed(app: &mut App, clock: Clock, (screen, stop): (&mut Screen, &terminal::Signals)) -> io::Result<()> {
    let keys = input::Keys::listen()?;
    let mut shown = None;
    while !stop.is_raised() {
        let came = keys.waiting(TURN)?;
        let now = clock.now();
        let second = Some(now.and_utc().timestamp());
        if !came.is_empty() || shown != second {
            let inputs = std::iter::once(Input::Tick(now)).chain(came);
            let effects: Vec<Effect> = inputs.flat_map(|input| app.update(input)).collect();
            for effect in effects {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Bell => screen.bell()?,
                    _ => {}
                }
            }
            shown = second;
            screen.paint(|area, buffer| ui::draw(app, area, buffer))?;
        }
    }
    Ok(())
}

/// A sitting: the app, its file, its clock.
struct Sitting {
    app: App,
    store: Store,
    clock: Clock,
    leaving: bool,
}

impl Sitting {
    fn open(opening: Opening) -> Result<Self, Error> {
        let Opening { mut store, who, lang, clock } = opening;
        let congress = store.load()?;
        let last = store.last_number()?;
        let entries = store.entries(last.saturating_sub(TAIL)..)?;
        let seat = Seat { who, lang, now: clock.now() };
        Ok(Self { app: App::new(congress, seat, entries), store, clock, leaving: false })
    }

    fn turn_by_turn(&mut self, screen: &mut terminal::Screen, stop: &terminal::Signals) -> io::Result<()> {
        let keys = input::Keys::listen()?;
        let mut shown = None;
        while !self.leaving && !stop.is_raised() {
            let came = keys.waiting(TURN)?;
            let mut changed = !came.is_empty();
            for input in came {
                let effects = self.app.update(input);
                self.carry_out(effects, screen)?;
            }
            let minute = self.clock.now();
            let effects = self.app.update(Input::Tick(minute));
            self.carry_out(effects, screen)?;
            changed |= self.follow();
            // the second hand moves the timers: one paint a second when nothing else happens
            let second = Some(minute.and_utc().timestamp());
            if changed || shown != second {
                shown = second;
                screen.paint(|area, buffer| ui::draw(&self.app, area, buffer))?;
            }
        }
        Ok(())
    }

    fn follow(&mut self) -> bool {
        match self.store.follow(&mut self.app.congress) {
            Ok(entries) if entries.is_empty() => false,
            Ok(entries) => {
                self.app.followed(entries);
                true
            }
            Err(error) => {
                self.trouble(&error);
                true
            }
        }
    }

    fn carry_out(&mut self, effects: Vec<Effect>, screen: &mut terminal::Screen) -> io::Result<()> {
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            match effect {
                Effect::Record(asking) => waiting.extend(self.record(&*asking)),
                Effect::Undo(number) => {
                    let (at, who) = (self.clock.stamp(), self.app.seat.who);
                    let answer = self.store.undo(&mut self.app.congress, who, at, number);
                    waiting.extend(self.answered(answer));
                }
                Effect::Export => self.export(),
                Effect::ReadJournal(before) => self.read_journal(before),
                Effect::Bell => screen.bell()?,
                Effect::Quit => self.leaving = true,
            }
        }
        Ok(())
    }

    fn record(&mut self, asking: &dyn Fn(&Congress) -> Result<Change, crate::domain::Refusal>) -> Vec<Effect> {
        let answer = self.store.record(&mut self.app.congress, self.app.seat.who, self.clock.stamp(), asking);
        self.answered(answer)
    }

    fn answered(&mut self, answer: Result<Entry, Error>) -> Vec<Effect> {
        match answer {
            Ok(entry) => {
                self.app.recorded(entry);
                Vec::new()
            }
            Err(Error::Refused(refusal)) => self.app.refused(&refusal),
            Err(error) => {
                self.trouble(&error);
                vec![Effect::Bell]
            }
        }
    }

    fn trouble(&mut self, error: &Error) {
        let cause = error.cause().map_or_else(String::new, |cause| format!(" ({cause})"));
        self.app.troubled(format!("{error}{cause}"), error.hint(self.app.lang()));
    }

    fn read_journal(&mut self, before: u64) {
        match self.store.entries(before.saturating_sub(TAIL)..before) {
            Ok(entries) => self.app.older(entries),
            Err(error) => self.trouble(&error),
        }
    }

    fn export(&mut self) {
        let folder = papers_folder(self.store.path());
        match export::export(&self.app.congress, &folder, &PaperName::all(&self.app.congress), &Format::ALL) {
            Ok(files) => self.app.said = Some(w::exported(self.app.lang(), files.len(), &folder.display().to_string())),
            Err(error) => self.app.troubled(error.to_string(), error.hint(self.app.lang()).to_owned()),
        }
    }

    /// Keeps what was being typed: the note as a draft, an open text as written.
    fn keep_drafts(&mut self) -> Result<(), Error> {
        let kept = [self.app.draft(), floor::unsaved(&self.app)];
        for change in kept.into_iter().flatten() {
            let asked = |_: &Congress| Ok(change.clone());
            match self.store.record(&mut self.app.congress, self.app.seat.who, self.clock.stamp(), &asked) {
                Ok(_) | Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// The folder beside a file that its papers are written to: `dai-hoi.daihoi` → `dai-hoi-van-ban`.
pub fn papers_folder(file: &Path) -> PathBuf {
    let stem = file.file_stem().map_or_else(|| "daihoi".into(), |stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}-van-ban"))
}
