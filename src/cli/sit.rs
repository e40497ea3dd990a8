//! `demo`, `new` and `open`: a file and the terminal brought together. What happens on screen is the runtime's.

use super::now;
use super::passphrase::unlock;
use super::report::{Exit, Failure};
use crate::domain::{Change, Entry, Lang, Refusal, Regulation, Who};
use crate::import::demo;
use crate::import::plan::{self, Plan, PlanError};
use crate::import::roster::RosterError;
use crate::runtime::{self, Beginning, Clock, DEMO, Opening, Remembered, Seating, Trouble, papers_folder};
use crate::store::Store;
use chrono::{NaiveDateTime, TimeDelta};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Opens the ready congress; a folder given is kept, and taken up where it was left.
pub fn demo(dir: Option<&Path>, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let passing = match dir {
        Some(_) => None,
        None => Some(tempfile::tempdir().map_err(|error| Failure::trouble("thư mục tạm", &error))?),
    };
    let folder =
        dir.map_or_else(|| passing.as_ref().map_or_else(PathBuf::new, |dir| dir.path().to_owned()), Path::to_owned);
    std::fs::create_dir_all(&folder).map_err(|error| Failure::trouble(&folder.display().to_string(), &error))?;
    let file = folder.join(DEMO);
    let store = if file.exists() { Store::open(&file)? } else { found(&file, &demo::changes())? };
    let clock = Clock::set_to(taken_up(&store)?);
    let remembered = if passing.is_some() { Remembered::No } else { Remembered::Yes };
    sit(Beginning::Open(Box::new(Opening {
        store,
        who: Who::default(),
        lang,
        clock,
        remembered,
        mirror: None,
        seating: Seating::Free,
        unlock,
    })))?;
    if passing.is_none() {
        left(out, &file);
    }
    Ok(())
}

/// Makes a congress from a plan.
pub fn new(file: &Path, plan: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let Plan { changes, warnings } = plan::load(plan)?;
    let recorded = changes.len();
    found(file, &changes)?;
    for warning in warnings {
        let _ = writeln!(out, "Lưu ý: {}", super::report::visible(&warning));
    }
    let name = file.display().to_string();
    let _ = writeln!(out, "Đã tạo {} ({recorded} thay đổi).", super::report::visible(&name));
    let _ = writeln!(out, "Mở bằng: daihoi open {}", super::report::visible(&name));
    Ok(())
}

/// Who opens a file, and how.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// Role and desk.
    pub who: Who,
    /// Language of the screen.
    pub lang: Lang,
    /// The hour the hall's clock is set to, where a past congress is replayed.
    pub clock: Option<NaiveDateTime>,
    /// Whether another seat may be taken on screen.
    pub seating: Seating,
}

/// Opens a congress on screen; without a file the start screen, on which one is chosen or made.
pub fn open(file: Option<&Path>, seat: Seat, mirror: Option<PathBuf>) -> Result<(), Failure> {
    let Some(file) = file else { return start(seat) };
    let store = Store::open(file)?;
    let clock = seat.clock.map_or_else(Clock::default, Clock::set_to);
    // who sits at one seat of one congress is no owner of this machine's list
    let remembered = if seat.seating == Seating::Fixed { Remembered::No } else { Remembered::Yes };
    let Seat { who, lang, seating, .. } = seat;
    sit(Beginning::Open(Box::new(Opening { store, who, lang, clock, remembered, mirror, seating, unlock })))
}

/// The start screen, with the files of the folder the program was started in.
pub fn start(seat: Seat) -> Result<(), Failure> {
    let folder = std::env::current_dir().map_err(|error| Failure::trouble("thư mục hiện tại", &error))?;
    sit(Beginning::Start { who: seat.who, lang: seat.lang, folder })
}

/// Opens the trainer alone; its seed is the hour where none is given.
pub fn practice(lang: Lang, seed: Option<u64>) -> Result<(), Failure> {
    let seed = seed.unwrap_or_else(|| u64::try_from(now().timestamp_millis()).unwrap_or(0));
    runtime::practice(lang, seed).map_err(Failure::from)
}

fn sit(beginning: Beginning) -> Result<(), Failure> {
    runtime::run(beginning).map_err(Failure::from)
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Store(error) => error.into(),
            Trouble::Locked(role) => {
                Failure::refused(&Refusal::PassphraseWrong { role }, Regulation::default_profile())
            }
            Trouble::Terminal(error) => Failure {
                exit: Exit::Trouble,
                what: "không dùng được màn hình này".to_owned(),
                cause: Some(error.to_string()),
                hint: Some(
                    "Chạy trong một cửa sổ dòng lệnh (qua SSH: ssh -t …); không có màn hình thì dùng `daihoi apply` và `daihoi show`."
                        .to_owned(),
                ),
                places: Vec::new(),
            },
        }
    }
}

/// Makes a file and records what founds the congress; the changes were judged before.
fn found(file: &Path, changes: &[Change]) -> Result<Store, Failure> {
    Ok(runtime::found(file, changes, now())?)
}

/// The hour at which a demo goes on: where it was left, or at its beginning.
fn taken_up(store: &Store) -> Result<NaiveDateTime, Failure> {
    let entries = store.entries(..)?;
    let last = entries.iter().filter_map(moment).max();
    Ok(last.map_or(demo::START, |last| last.max(demo::START) + TimeDelta::minutes(1)))
}

/// The hour a change speaks of, wherever it stands in it.
fn moment(entry: &Entry) -> Option<NaiveDateTime> {
    fn latest(value: &serde_json::Value) -> Option<NaiveDateTime> {
        match value {
            serde_json::Value::Object(fields) => {
                let own = fields.get("at").and_then(|at| at.as_str()?.parse().ok());
                own.into_iter().chain(fields.values().filter_map(latest)).max()
            }
            _ => None,
        }
    }
    latest(&serde_json::to_value(&entry.change).ok()?)
}

fn left(out: &mut dyn Write, file: &Path) {
    let _ = writeln!(out, "Đại hội nằm trong {}", super::report::visible(&file.display().to_string()));
    let papers = papers_folder(file);
    if papers.exists() {
        let _ = writeln!(out, "Văn bản nằm trong {}", super::report::visible(&papers.display().to_string()));
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        let (exit, places) = match &error {
            PlanError::File { .. } | PlanError::Roster(RosterError::File { .. }) => (Exit::Trouble, Vec::new()),
            PlanError::Unreadable { .. } | PlanError::Roster(RosterError::Unreadable { .. }) => {
                (Exit::Refused, Vec::new())
            }
            PlanError::Faulty(_) | PlanError::Roster(RosterError::Rows { .. }) => {
                (Exit::Refused, error.to_string().lines().skip(1).map(|line| line.trim().to_owned()).collect())
            }
        };
        let what = error.to_string().lines().next().unwrap_or_default().to_owned();
        let hint = "Sửa những chỗ trên rồi chạy lại; chưa có tệp nào được tạo.".to_owned();
        Self { exit, what, cause: None, hint: Some(hint), places }
    }
}
