//! The start: before any congress is open, the screen on which one is chosen or made.

use super::folders::{self, Led};
use super::found::found;
use super::recent::Recent;
use super::turn::{Turn, World};
use super::{Clock, Opening, Remembered};
use crate::app::effect::{Beginning, Effect};
use crate::app::files::Wanted;
use crate::app::start::Shelf;
use crate::app::words::start::made;
use crate::app::{App, Seat, Seating};
use crate::domain::founding::next_term;
use crate::domain::refusal::Told;
use crate::domain::{Lang, Who};
use crate::import::{demo, founding};
use crate::store::{Error, Store};
use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The name of the demo's file in its folder.
pub const DEMO: &str = "dai-hoi-mau.daihoi";

/// The start screen with what lies at hand.
pub(super) struct Start {
    app: App,
    clock: Clock,
    recent: Recent,
    opening: Option<Opened>,
    leaving: bool,
}

/// A congress that was chosen or made.
pub(super) struct Opened {
    pub(super) opening: Opening,
    /// The folder of a demo that nobody keeps; it goes when this does.
    pub(super) passing: Option<TempDir>,
    /// A roster to read at once.
    pub(super) roster: Option<PathBuf>,
    /// A word on what was just done.
    pub(super) said: Option<String>,
}

impl Start {
    pub(super) fn new(who: Who, lang: Lang, folder: &Path) -> Self {
        let (clock, recent) = (Clock::default(), Recent::of_this_person());
        let shelf = folders::shelf(folder, &recent);
        Self { app: start(who, lang, &clock, shelf), clock, recent, opening: None, leaving: false }
    }

    /// What was chosen; none where somebody left.
    pub(super) fn opened(self) -> Option<Opened> {
        self.opening
    }

    fn open(&mut self, path: &Path) -> Result<(), Error> {
        let store = Store::open(path)?;
        self.opened_as(store, Remembered::Yes, Clock::default());
        Ok(())
    }

    fn opened_as(&mut self, store: Store, remembered: Remembered, clock: Clock) {
        let opening = Opening {
            store,
            who: self.app.seat.who,
            lang: self.app.lang(),
            clock,
            remembered,
            mirror: None,
            seating: Seating::Free,
            // on screen: `App::ask_seat`
            unlock: |_| false,
        };
        self.opening = Some(Opened { opening, passing: None, roster: None, said: None });
    }

    fn demo(&mut self) -> Result<(), Error> {
        let system = |source| Error::System { path: std::env::temp_dir(), source };
        let folder = tempfile::tempdir().map_err(system)?;
        let store = found(&folder.path().join(DEMO), &demo::changes(), self.clock.stamp())?;
        self.opened_as(store, Remembered::No, Clock::set_to(demo::START));
        if let Some(opened) = &mut self.opening {
            opened.passing = Some(folder);
        }
        Ok(())
    }

    fn found(&mut self, beginning: Beginning) -> Result<(), Error> {
        let Beginning { founding: mut asked, file, roster } = beginning;
        founding::fill(&mut asked);
        let store = found(&file, &asked.changes()?, self.clock.stamp())?;
        self.opened_as(store, Remembered::Yes, Clock::default());
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let said = made(self.app.lang(), &name);
        if let Some(opened) = &mut self.opening {
            (opened.roster, opened.said) = (roster, Some(said));
        }
        Ok(())
    }

    fn read_last(&mut self, path: &Path) -> Result<(), Error> {
        let before = Store::open(path)?.load()?;
        self.app.succeed(before.meeting(), next_term(&before));
        Ok(())
    }

    fn look(&mut self, wanted: Wanted, path: &Path) -> Vec<Effect> {
        look(&mut self.app, wanted, path)
    }
}

fn start(who: Who, lang: Lang, clock: &Clock, shelf: Shelf) -> App {
    App::starting(Seat { who, lang, now: clock.now() }, shelf)
}

/// Looks at a path for the choice of a file, and goes on with what it leads to.
pub(super) fn look(app: &mut App, wanted: Wanted, path: &Path) -> Vec<Effect> {
    match folders::look(wanted, path) {
        Led::File(path) => app.chosen(wanted, path),
        Led::On(listing) => {
            app.listed(wanted, listing);
            Vec::new()
        }
    }
}

/// An error of the store as a screen without a congress tells it.
pub(super) fn told(error: &Error, lang: Lang) -> Told {
    match error {
        Error::Refused(refusal) => refusal.told(lang, crate::domain::Regulation::default_profile()),
        error => {
            let cause = error.cause().map_or_else(String::new, |cause| format!(" ({cause})"));
            Told { what: format!("{}{cause}", error.what(lang)), instead: error.hint(lang), article: None }
        }
    }
}

impl Turn for Start {
    fn app(&mut self) -> &mut App {
        &mut self.app
    }

    fn clock(&self) -> Clock {
        self.clock
    }

    fn is_over(&self) -> bool {
        self.leaving || self.opening.is_some()
    }

    fn carry_out(&mut self, effects: Vec<Effect>, world: &mut World<'_>) -> io::Result<()> {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            let done = match effect {
                Effect::Demo => self.demo(),
                Effect::Open(path) => self.open(&path),
                Effect::Found(beginning) => self.found(*beginning),
                Effect::ReadLast(path) => self.read_last(&path),
                Effect::Look { wanted, path } => {
                    waiting.extend(self.look(wanted, &path));
                    Ok(())
                }
                Effect::Bell => world.screen.bell().map(Ok)?,
                Effect::Quit => {
                    self.leaving = true;
                    Ok(())
                }
                // nothing is recorded, exported or undone before a congress is open
                Effect::Record(_)
                | Effect::Undo(_)
                | Effect::Export
                | Effect::ExportPaper(_)
                | Effect::ReadJournal(_)
                | Effect::ReadRoster(_)
                | Effect::Lend { .. }
                | Effect::ReadDesk(_) => Ok(()),
            };
            if let Err(error) = done {
                let told = told(&error, self.app.lang());
                self.app.not_done(told);
                // a file may have come or gone meanwhile
                let at_hand = folders::shelf(&self.app.on.start.shelf.folder, &self.recent);
                self.app.on.start.shelf = at_hand;
                world.screen.bell()?;
            }
        }
        Ok(())
    }
}
