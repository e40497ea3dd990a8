//! The copy of the journal on a stick, in a thread of its own: a slow stick makes nobody wait, a stick that is gone is told and
//! tried again.

use crate::app::mirror::{Lost, Mirror as Told};
use crate::store::mirror::{Mirror, MirrorError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How often lines that other windows recorded are looked for.
const LOOK: Duration = Duration::from_millis(100);
/// How often a stick that is gone is tried again.
const AGAIN: Duration = Duration::from_millis(500);
/// How long a change waits for the stick before it is shown as on its way.
const PATIENCE: Duration = Duration::from_millis(100);
/// How long leaving waits for the stick.
const LAST: Duration = Duration::from_secs(3);

/// A copy being kept.
pub(super) struct Mirroring {
    shared: Arc<Shared>,
    shown: Told,
}

struct Shared {
    state: Mutex<State>,
    moved: Condvar,
}

#[derive(Default)]
struct State {
    wanted: u64,
    told: Told,
    ending: bool,
    ended: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // what a thread that panicked left is still how far the copy is
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self, longest: Duration, until: impl Fn(&State) -> bool) {
        let begun = Instant::now();
        let mut state = self.state();
        while !until(&state) {
            let left = longest.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return;
            }
            let waited = self.moved.wait_timeout(state, left);
            state = waited.map_or_else(|poisoned| poisoned.into_inner().0, |(state, _)| state);
        }
    }
}

impl Mirroring {
    /// Begins to copy the file of a congress into a folder.
    pub(super) fn begin(file: &Path, folder: &Path) -> io::Result<Self> {
        let shared = Arc::new(Shared { state: Mutex::default(), moved: Condvar::new() });
        let (file, folder, there) = (file.to_owned(), folder.to_owned(), Arc::clone(&shared));
        thread::Builder::new().name("mirror".to_owned()).spawn(move || keep(&there, &file, &folder))?;
        let mirroring = Self { shared, shown: Told::default() };
        // the first screen says how the copy stands
        mirroring.shared.wait(LAST, |state| state.told != Told::default());
        Ok(mirroring)
    }

    /// A line was recorded: it is shown when it is on the stick, or after a moment as on its way.
    pub(super) fn wants(&self, number: u64) {
        self.shared.state().wanted = number;
        self.shared.moved.notify_all();
        self.shared.wait(PATIENCE, |state| state.told.copied >= number || state.told.trouble.is_some());
    }

    /// What the copying says, where it says something new.
    pub(super) fn news(&mut self) -> Option<Told> {
        let now = self.shared.state().told.clone();
        (now != self.shown).then(|| {
            self.shown = now.clone();
            now
        })
    }
}

impl Drop for Mirroring {
    fn drop(&mut self) {
        self.shared.state().ending = true;
        self.shared.moved.notify_all();
        self.shared.wait(LAST, |state| state.ended);
    }
}

fn keep(shared: &Shared, file: &Path, folder: &Path) {
    let mut mirror: Option<Mirror> = None;
    loop {
        let (told, ending) = {
            let ending = shared.state().ending;
            (copy(&mut mirror, file, folder), ending)
        };
        let lost = told.trouble.is_some();
        let mut state = shared.state();
        // while the stick is gone nothing is known of it but how far it was
        state.told = Told { copied: told.copied.max(state.told.copied), ..told };
        state.ended = ending;
        drop(state);
        shared.moved.notify_all();
        if ending {
            return;
        }
        let pause = if lost { AGAIN } else { LOOK };
        shared.wait(pause, |state| state.ending || !lost && state.wanted > state.told.copied);
    }
}

fn lost(error: &MirrorError) -> Lost {
    match error {
        MirrorError::Gone { .. } => Lost::Gone,
        full if full.is_full() => Lost::Full,
        other => Lost::Other(other.to_string()),
    }
}

fn copy(mirror: &mut Option<Mirror>, file: &Path, folder: &Path) -> Told {
    let opened = match mirror.take() {
        Some(opened) => Ok(opened),
        None => Mirror::new(file, folder).map_err(MirrorError::from),
    };
    match opened {
        Ok(mut opened) => {
            let (copied, trouble) = match opened.copy() {
                Ok(copied) => (copied, None),
                Err(error) => (0, Some(lost(&error))),
            };
            let elsewhere = opened.elsewhere().map(|path: &Path| path.display().to_string());
            *mirror = Some(opened);
            Told { copied, trouble, elsewhere }
        }
        Err(error) => Told { copied: 0, trouble: Some(lost(&error)), elsewhere: None },
    }
}

/// The copies that lie in a folder; a path that is no folder is a copy itself.
pub fn copies(from: &Path) -> io::Result<Vec<PathBuf>> {
    if !from.is_dir() {
        return Ok(vec![from.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == crate::store::mirror::ENDING) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
