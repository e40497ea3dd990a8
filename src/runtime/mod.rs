//! CONNECTS – the loop, the clock, the terminal, the folders.
//!
//! A run begins with a congress that is open already, or with the `start` screen on which one is chosen or made; then one `turn`
//! follows the other until somebody leaves.

mod clock;
pub mod desk;
mod folders;
mod found;
mod input;
mod mirror;
mod presence;
mod recent;
mod start;
mod terminal;
mod training;
mod turn;

pub use clock::Clock;
pub use found::{found, found_by, resumed};
pub use mirror::copies;
pub use start::DEMO;
pub use terminal::Screen;
pub use training::practice;

use crate::app::App;
use crate::app::Seat;
pub use crate::app::Seating;
use crate::app::effect::Effect;
use crate::app::floor;
pub use crate::app::menu::role_word;
use crate::app::menu::seat_word;
use crate::app::telling::tell;
use crate::app::words::frame as w;
use crate::app::words::start::past_clock;
use crate::domain::passphrase::Passphrase;
use crate::domain::refusal::Told;
use crate::domain::{Change, Congress, Entry, Lang, Role, Who};
use crate::export;
use crate::export::Format;
use crate::import::roster;
use crate::papers::PaperName;
use crate::store::{Error, Store};
use mirror::Mirroring;
use presence::Beside;
use recent::Recent;
use start::{Opened, Start};
use std::io;
use std::path::{Path, PathBuf};
use turn::{Turn, World};

/// How many journal lines the screens hold from the start; older ones are read when somebody scrolls to them.
const TAIL: u64 = 300;

/// Whether a file is remembered among those opened lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembered {
    /// It is.
    Yes,
    /// It is not: nobody keeps it.
    No,
}

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
    /// Whether the file is remembered.
    pub remembered: Remembered,
    /// The folder on a stick that every change is copied to.
    pub mirror: Option<PathBuf>,
    /// Whether another seat may be taken on screen.
    pub seating: Seating,
    /// Asks for the passphrase of the role before the terminal is taken, and says whether it was given.
    pub unlock: fn(&Passphrase) -> bool,
}

/// How a run begins.
#[derive(Debug)]
pub enum Beginning {
    /// With a congress.
    Open(Box<Opening>),
    /// With the start screen.
    Start {
        /// Who sits there.
        who: Who,
        /// Language of the screen.
        lang: Lang,
        /// The folder whose files are listed.
        folder: PathBuf,
    },
}

/// What can end a sitting other than leaving it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The file.
    #[error(transparent)]
    Store(#[from] Error),
    /// The passphrase of the role was not given.
    #[error("mật khẩu không đúng")]
    Locked(Role),
    /// The terminal.
    #[error("không dùng được màn hình này: {0}")]
    Terminal(#[source] io::Error),
}

/// Runs the program on the terminal until somebody leaves or the window goes away.
pub fn run(beginning: Beginning) -> Result<(), Trouble> {
    // a file that cannot be opened is told before the terminal is taken
    let mut opened = match beginning {
        Beginning::Open(opening) => {
            let unlock = opening.unlock;
            let sitting = Sitting::open(*opening)?;
            let role = sitting.app.seat.who.role;
            if sitting.app.congress.passphrase(role).is_some_and(|passphrase| !unlock(passphrase)) {
                return Err(Trouble::Locked(role));
            }
            Ok(sitting)
        }
        Beginning::Start { who, lang, folder } => Err(Start::new(who, lang, &folder)),
    };
    let stop = terminal::signals().map_err(Trouble::Terminal)?;
    let mut screen = terminal::Screen::enter().map_err(Trouble::Terminal)?;
    let keys = input::Keys::listen().map_err(Trouble::Terminal)?;
    let mut world = World { screen: &mut screen, keys: &keys, stop: &stop };
    let mut passing = None;
    if let Err(mut start) = opened {
        start.turn_by_turn(&mut world).map_err(Trouble::Terminal)?;
        let Some(chosen) = start.opened() else { return Ok(()) };
        let (sitting, folder) = Sitting::after(chosen)?;
        (opened, passing) = (Ok(sitting), folder);
    }
    let Ok(mut sitting) = opened else { return Ok(()) };
    let ended = sitting.turn_by_turn(&mut world);
    // the window may be gone: what was being typed is kept whatever the terminal says
    let kept = sitting.keep_drafts();
    drop(screen);
    drop((sitting, passing));
    match ended {
        Err(_) if stop.is_raised() => kept.map_err(Trouble::from),
        ended => ended.map_err(Trouble::Terminal).and(kept.map_err(Trouble::from)),
    }
}

/// A sitting: the app, its file, its clock.
struct Sitting {
    app: App,
    store: Store,
    clock: Clock,
    mirror: Option<Mirroring>,
    beside: Beside,
    leaving: bool,
}

impl Sitting {
    fn open(opening: Opening) -> Result<Self, Error> {
        let Opening { mut store, who, lang, clock, remembered, mirror, seating, .. } = opening;
        let congress = store.load()?;
        let last = store.last_number()?;
        let entries = store.entries(last.saturating_sub(TAIL)..)?;
        if remembered == Remembered::Yes {
            Recent::of_this_person().remember(store.path());
        }
        let first = store.entries(1..=1)?.first().map(|entry| entry.at.date_naive());
        let past = first.filter(|_| clock.is_the_computers());
        let past = past.and_then(|founded| crate::app::run::past(&congress, founded, clock.now().time()));
        let clock = past.map_or(clock, Clock::set_to);
        let seat = Seat { who, lang, now: clock.now() };
        let mirror = mirror.map(|folder| Mirroring::begin(store.path(), &folder)).transpose();
        let mirror = mirror.map_err(|source| Error::System { path: store.path().to_owned(), source })?;
        let mut app = App::new(congress, seat, entries);
        app.said = past.map(|moment| past_clock(lang, &moment.format("%H:%M %d/%m/%Y").to_string()));
        let mut sitting = Self { app, store, clock, mirror, beside: Beside::default(), leaving: false };
        if seating == Seating::Fixed {
            sitting.app.seating = seating;
        }
        sitting.look_at_mirror();
        Ok(sitting)
    }

    /// The sitting of what was chosen on the start screen, and the folder that goes when it ends.
    fn after(chosen: Opened) -> Result<(Self, Option<tempfile::TempDir>), Error> {
        let Opened { opening, passing, roster, said } = chosen;
        let mut sitting = Self::open(opening)?;
        // where the clock does not follow the computer is what must be known first
        sitting.app.said = sitting.app.said.take().or(said);
        sitting.app.ask_seat();
        if let Some(path) = roster {
            sitting.read_roster(&path);
        }
        Ok((sitting, passing))
    }

    fn record(&mut self, asking: &dyn Fn(&Congress) -> Result<Change, crate::domain::Refusal>) -> Vec<Effect> {
        let answer = self.store.record(&mut self.app.congress, self.app.seat.who, self.clock.stamp(), asking);
        self.answered(answer)
    }

    /// Shows what is new of the copy on the stick.
    fn look_at_mirror(&mut self) -> Option<Vec<Effect>> {
        let news = self.mirror.as_mut().and_then(Mirroring::news)?;
        Some(self.app.mirrored(news))
    }

    fn answered(&mut self, answer: Result<Entry, Error>) -> Vec<Effect> {
        match answer {
            Ok(entry) => {
                // what others recorded since the last turn comes first
                match self.store.entries(self.told() + 1..entry.number) {
                    Ok(before) if before.is_empty() => {}
                    Ok(before) => self.app.followed(before),
                    Err(error) => self.trouble(&error),
                }
                if let Some(mirror) = &self.mirror {
                    mirror.wants(entry.number);
                }
                self.app.recorded(entry);
                self.look_at_mirror().unwrap_or_default()
            }
            Err(Error::Refused(refusal)) => self.app.refused(&refusal),
            Err(error) => {
                self.trouble(&error);
                vec![Effect::Bell]
            }
        }
    }

    /// The last line of the journal that the screens know of.
    fn told(&self) -> u64 {
        self.app.entries.last().map_or(0, |entry| entry.number)
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

    /// Writes the papers that the seat may have.
    fn export(&mut self, papers: &[PaperName]) {
        let role = self.app.seat.who.role;
        let papers: Vec<PaperName> = papers.iter().copied().filter(|name| name.is_open_to(role)).collect();
        let folder = papers_folder(self.store.path());
        match export::export(&self.app.congress, &folder, &papers, &Format::ALL) {
            Ok(files) => self.app.said = Some(w::exported(self.app.lang(), files.len(), &folder.display().to_string())),
            Err(error) => self.app.troubled(error.to_string(), error.hint(self.app.lang()).to_owned()),
        }
    }

    /// A path as seen from the folder of the file.
    fn beside(&self, path: PathBuf) -> PathBuf {
        if path.is_absolute() || path.starts_with("~") {
            return path;
        }
        let file = std::path::absolute(self.store.path()).unwrap_or_default();
        file.parent().unwrap_or(Path::new("")).join(path)
    }

    /// Reads a roster and shows what was understood; nothing is recorded by that.
    fn read_roster(&mut self, path: &Path) {
        match roster::look(path) {
            Ok(sheets) => self.app.previewed(sheets),
            Err(error) => self.app.not_done(error.told(self.app.lang())),
        }
    }

    /// Reads a desk file and shows what it brings; nothing is recorded by that.
    fn read_desk(&mut self, path: &Path) {
        match desk::returned(&self.store, &self.app.congress, path, self.app.lang()) {
            Ok(returned) => self.app.returned(returned),
            Err(error) => self.app.not_done(self.outside(&error)),
        }
    }

    /// Makes a desk file beside the file of the congress, or in the folder named.
    fn lend(&mut self, asked: desk::Lending<'_>, folder: PathBuf) -> Vec<Effect> {
        let (dir, who) = (self.beside(folder), (self.app.seat.who, self.clock.stamp()));
        match desk::lend(&mut self.store, &mut self.app.congress, who, asked, &dir) {
            Ok(lent) => {
                let effects = self.answered(Ok(lent.entry));
                self.app.lent(&lent.path.display().to_string(), lent.desk);
                effects
            }
            Err(Error::Refused(refusal)) => self.app.refused(&refusal),
            Err(error) => {
                self.app.not_done(self.outside(&error));
                vec![Effect::Bell]
            }
        }
    }

    /// An error of another file than the one that is open: nothing of this one is in doubt.
    fn outside(&self, error: &Error) -> Told {
        match error {
            Error::Refused(refusal) => self.app.told(refusal),
            error => start::told(error, self.app.lang()),
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

impl Turn for Sitting {
    fn app(&mut self) -> &mut App {
        &mut self.app
    }

    fn clock(&self) -> Clock {
        self.clock
    }

    fn is_over(&self) -> bool {
        self.leaving
    }

    fn follow(&mut self) -> Option<Vec<Effect>> {
        let told = self.told();
        let followed = match self.store.follow(&mut self.app.congress, told) {
            Ok(entries) if entries.is_empty() => self.app.reached().then(Vec::new),
            Ok(entries) => {
                self.app.followed(entries);
                Some(Vec::new())
            }
            Err(error) => {
                self.trouble(&error);
                Some(Vec::new())
            }
        };
        let beside = self.beside.look(self.store.path(), &mut self.app).then(Vec::new);
        self.look_at_mirror().or(followed).or(beside)
    }

    fn carry_out(&mut self, effects: Vec<Effect>, world: &mut World<'_>) -> io::Result<()> {
        let mut waiting: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            if self.app.seating == Seating::Fixed && effect.reaches_for_files() {
                self.app.said = Some(w::files_at_host(self.app.lang()).to_owned());
                world.screen.bell()?;
                continue;
            }
            match effect {
                Effect::Record(asking) => waiting.extend(self.record(&*asking)),
                Effect::Undo(number) => {
                    let (at, who) = (self.clock.stamp(), self.app.seat.who);
                    let answer = self.store.undo(&mut self.app.congress, who, at, number);
                    waiting.extend(self.answered(answer));
                }
                Effect::Export => self.export(&PaperName::all(&self.app.congress)),
                Effect::ExportPaper(name) => self.export(&[name]),
                Effect::ReadJournal(before) => self.read_journal(before),
                Effect::Look { wanted, path } => {
                    let path = self.beside(path);
                    waiting.extend(start::look(&mut self.app, wanted, &path));
                }
                Effect::ReadRoster(path) => self.read_roster(&path),
                Effect::ReadDesk(path) => self.read_desk(&path),
                Effect::Lend { round, bundles, desk, folder } => {
                    let asked = desk::Lending { round, bundles: &bundles, desk };
                    waiting.extend(self.lend(asked, folder));
                }
                Effect::Bell => world.screen.bell()?,
                Effect::Quit => self.leaving = true,
                // one congress is open: another is opened after leaving it
                Effect::Demo | Effect::Open(_) | Effect::Found(_) | Effect::ReadLast(_) => {}
            }
        }
        Ok(())
    }
}

/// A line of the journal in words: who, and what.
pub fn told(entry: &Entry, congress: &Congress, lang: Lang) -> (String, String) {
    (seat_word(entry.who, lang), tell(&entry.change, congress, lang))
}

/// The folder beside a file that its papers are written to: `dai-hoi.daihoi` → `dai-hoi-van-ban`.
pub fn papers_folder(file: &Path) -> PathBuf {
    let stem = file.file_stem().map_or_else(|| "daihoi".into(), |stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}-van-ban"))
}
