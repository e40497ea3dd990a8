//! What the app asks of the world; the runtime does it and answers.

use super::files::Wanted;
use crate::domain::founding::Founding;
use crate::domain::id::RoundId;
use crate::domain::{Change, Congress, Refusal};
use crate::papers::PaperName;
use std::path::PathBuf;
use std::rc::Rc;

/// A congress to be founded in a file of its own.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// What founds it.
    pub founding: Founding,
    /// The file to make.
    pub file: PathBuf,
    /// The roster to read as soon as it is open.
    pub roster: Option<PathBuf>,
}

/// The rule asked for a change; it is asked again under the write lock.
pub type Asking = Rc<dyn Fn(&Congress) -> Result<Change, Refusal>>;

/// Something to be done outside.
#[derive(Clone)]
pub enum Effect {
    /// Record a change through the one door.
    Record(Asking),
    /// Undo a line of the journal.
    Undo(u64),
    /// Write the papers beside the file of the congress.
    Export,
    /// Write one paper beside the file of the congress.
    ExportPaper(PaperName),
    /// Read journal lines before this number for the journal screen.
    ReadJournal(u64),
    /// Open the demo.
    Demo,
    /// Open the file of a congress.
    Open(PathBuf),
    /// Make a file and found a congress in it.
    Found(Box<Beginning>),
    /// Look at a path: list a folder, take a file.
    Look {
        /// What a file is wanted for.
        wanted: Wanted,
        /// The path.
        path: PathBuf,
    },
    /// Read last term's file for what it hands on.
    ReadLast(PathBuf),
    /// Read a roster.
    ReadRoster(PathBuf),
    /// Make a desk file, and record that bundles are lent in it.
    Lend {
        /// The round.
        round: RoundId,
        /// The numbers of the bundles.
        bundles: Vec<u16>,
        /// The desk; none: the first number that no desk has.
        desk: Option<u16>,
        /// The folder for the file.
        folder: PathBuf,
    },
    /// Read a desk file that came back.
    ReadDesk(PathBuf),
    /// Ring: a refusal, a time limit reached.
    Bell,
    /// Leave.
    Quit,
}

impl Effect {
    /// Whether it looks at, reads or writes files of this machine beside the congress: nothing for a seat that was let in from
    /// another machine.
    pub fn reaches_for_files(&self) -> bool {
        match self {
            Self::Export
            | Self::ExportPaper(_)
            | Self::Demo
            | Self::Open(_)
            | Self::Found(_)
            | Self::Look { .. }
            | Self::ReadLast(_)
            | Self::ReadRoster(_)
            | Self::Lend { .. }
            | Self::ReadDesk(_) => true,
            Self::Record(_) | Self::Undo(_) | Self::ReadJournal(_) | Self::Bell | Self::Quit => false,
        }
    }

    /// Records what a rule answers.
    pub fn record(asking: impl Fn(&Congress) -> Result<Change, Refusal> + 'static) -> Vec<Self> {
        vec![Self::Record(Rc::new(asking))]
    }

    /// Records a change that needs nothing from the congress.
    pub fn change(change: Change) -> Vec<Self> {
        Self::record(move |_| Ok(change.clone()))
    }
}

impl std::fmt::Debug for Effect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Self::Record(_) => "Record",
            Self::Undo(_) => "Undo",
            Self::Export => "Export",
            Self::ExportPaper(_) => "ExportPaper",
            Self::ReadJournal(_) => "ReadJournal",
            Self::Demo => "Demo",
            Self::Open(_) => "Open",
            Self::Found(_) => "Found",
            Self::Look { .. } => "Look",
            Self::ReadLast(_) => "ReadLast",
            Self::ReadRoster(_) => "ReadRoster",
            Self::Lend { .. } => "Lend",
            Self::ReadDesk(_) => "ReadDesk",
            Self::Bell => "Bell",
            Self::Quit => "Quit",
        };
        f.write_str(name)
    }
}
