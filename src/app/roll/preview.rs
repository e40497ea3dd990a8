//! The preview of a roster that was read: what was understood, what was not, what would be added and changed. Nothing is recorded
//! before somebody says so.

mod told;

pub use told::{Side, column_word, details, mark};

use super::{Action as RollAction, Pane};
use crate::app::App;
use crate::app::action::{Action as Any, Screen};
use crate::app::dialog::{Confirm, Dialog};
use crate::app::effect::Effect;
use crate::app::files::Wanted;
use crate::app::key::Key;
use crate::app::keymap::{Binding, Place, When, always};
use crate::app::words::{Word, preview as w};
use crate::domain::Congress;
use crate::domain::roster::{
    Answer, Answers, Letters, Listed, Listing, Meets, Passed, Sifted, answers_for, enrolled, is_in_capitals, sift,
};
use std::path::PathBuf;

/// What the preview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Row by row.
    #[default]
    Rows,
    /// Column by column.
    Columns,
}

/// Which rows are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those that need a look: faults, rows not certain, notes, near names.
    Attention,
}

/// A roster that was read, and what was answered about it.
#[derive(Clone, Debug)]
pub struct Preview {
    sheets: Vec<Listing>,
    sheet: usize,
    answers: Answers,
    sifted: Vec<Sifted>,
    /// How names in capitals are taken.
    pub letters: Letters,
    /// What is shown.
    pub view: View,
    /// Which rows are listed.
    pub filter: Filter,
    /// The row under the cursor.
    pub row: usize,
}

/// A line of the preview.
#[derive(Clone, Copy, Debug)]
pub enum Line<'p> {
    /// A person.
    Person(&'p Listed, &'p Sifted),
    /// A row that was passed over.
    Passed(&'p Passed),
}

/// What the sheet comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New people.
    pub new: usize,
    /// People brought up to date.
    pub updates: usize,
    /// People who are there, with nothing new.
    pub same: usize,
    /// Rows somebody must be asked about.
    pub open: usize,
    /// Rows with faults.
    pub faults: usize,
    /// Rows left out.
    pub left: usize,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask whether to import.
    Take,
    /// Choose the next thing to do with the row.
    Answer,
    /// Show columns, or rows again.
    View,
    /// List all rows, or those that need a look.
    Filter,
    /// Take names in capitals as they stand, or titled.
    Letters,
    /// Show another sheet.
    Sheet(isize),
    /// Move the cursor by rows.
    Move(isize),
    /// Leave without importing.
    Leave,
}

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::Preview, key, Any::Roll(RollAction::Preview(action)), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Take, w::take, always),
    row(Key::Char(' '), Action::Answer, w::answer, has_answers),
    row(Key::Tab, Action::View, w::columns, always),
    row(Key::Char('*'), Action::Filter, w::attention, always),
    row(Key::Esc, Action::Leave, w::leave, always),
    row(Key::Ctrl('t'), Action::Letters, w::letters, has_capitals),
    row(Key::Right, Action::Sheet(1), w::sheet, several_sheets),
    row(Key::Left, Action::Sheet(-1), w::sheet, several_sheets),
    row(Key::Up, Action::Move(-1), w::up, always),
    row(Key::Down, Action::Move(1), w::down, always),
    row(Key::PageUp, Action::Move(-10), w::page_up, always),
    row(Key::PageDown, Action::Move(10), w::page_down, always),
    row(Key::Home, Action::Move(isize::MIN), w::first, always),
    row(Key::End, Action::Move(isize::MAX), w::last, always),
];

fn of(app: &App) -> Option<&Preview> {
    app.on.roll.preview.as_deref()
}

fn several_sheets(app: &App) -> Result<(), Word> {
    of(app).filter(|preview| preview.sheets.len() > 1).map(drop).ok_or(w::one_sheet)
}

fn has_capitals(app: &App) -> Result<(), Word> {
    let capitals = |row: &Listed| is_in_capitals(&row.entry.name);
    of(app).filter(|preview| preview.listing().rows.iter().any(capitals)).map(drop).ok_or(w::no_capitals)
}

fn has_answers(app: &App) -> Result<(), Word> {
    let several = |preview: &&Preview| preview.at().is_some_and(|(_, sifted)| answers_for(&sifted.meets).len() > 1);
    of(app).filter(several).map(drop).ok_or(w::nothing_to_choose)
}

impl Preview {
    fn of(sheets: Vec<Listing>, congress: &Congress) -> Option<Self> {
        if sheets.is_empty() {
            return None;
        }
        let mut preview = Self {
            sheets,
            sheet: 0,
            answers: Answers::new(),
            sifted: Vec::new(),
            letters: Letters::default(),
            view: View::default(),
            filter: Filter::default(),
            row: 0,
        };
        preview.sift(congress);
        Some(preview)
    }

    fn sift(&mut self, congress: &Congress) {
        self.sifted = sift(congress, &self.sheets[self.sheet], &self.answers);
    }

    /// The sheet shown.
    pub fn listing(&self) -> &Listing {
        &self.sheets[self.sheet]
    }

    /// The place of the sheet shown among all, from 1, and how many there are.
    pub fn sheet_of(&self) -> (usize, usize) {
        (self.sheet + 1, self.sheets.len())
    }

    /// The lines listed, in the order of the file.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let listing = self.listing();
        let people = listing.rows.iter().zip(&self.sifted);
        if self.filter == Filter::Attention {
            return people
                .filter(|(row, sifted)| needs_a_look(row, sifted))
                .map(|(row, sifted)| Line::Person(row, sifted))
                .collect();
        }
        let people = people.map(|(row, sifted)| (row.row, Line::Person(row, sifted)));
        let mut lines: Vec<_> =
            people.chain(listing.passed.iter().map(|passed| (passed.row, Line::Passed(passed)))).collect();
        lines.sort_by_key(|(row, _)| *row);
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// The person under the cursor.
    fn at(&self) -> Option<(&Listed, &Sifted)> {
        match self.lines().get(self.row)? {
            Line::Person(row, sifted) => Some((row, sifted)),
            Line::Passed(_) => None,
        }
    }

    /// What the sheet comes to.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for sifted in &self.sifted {
            let counted = match (&sifted.meets, sifted.answer) {
                (Meets::Faulty, _) => &mut counts.faults,
                (Meets::Same(_), _) => &mut counts.same,
                (_, Some(Answer::Add)) => &mut counts.new,
                (_, Some(Answer::Update(_))) => &mut counts.updates,
                (_, Some(Answer::Leave)) => &mut counts.left,
                (_, None) => &mut counts.open,
            };
            *counted += 1;
        }
        counts
    }

    /// Puts the cursor on the first row that is not certain.
    fn go_to_open(&mut self) {
        let open = |line: &Line<'_>| matches!(line, Line::Person(_, sifted) if sifted.is_open());
        let place = self.lines().iter().position(open);
        if let Some(place) = place {
            (self.view, self.row) = (View::Rows, place);
        }
    }

    /// The next thing that may be done with the row under the cursor.
    fn answer(&mut self) {
        let Some((row, sifted)) = self.at() else { return };
        let answers = answers_for(&sifted.meets);
        let next = sifted
            .answer
            .and_then(|answer| answers.iter().position(|known| *known == answer))
            .map_or(0, |place| place + 1);
        let Some(answer) = answers.get(next % answers.len().max(1)).copied() else { return };
        let place = self.listing().rows.iter().position(|known| std::ptr::eq(known, row));
        if let Some(place) = place {
            self.answers.insert(place, answer);
        }
    }
}

fn needs_a_look(row: &Listed, sifted: &Sifted) -> bool {
    let certain = matches!(sifted.meets, Meets::New | Meets::Same(_) | Meets::Changes(..));
    !certain || !row.notes.is_empty() || !sifted.near.is_empty()
}

impl App {
    /// A roster was read: what was understood is shown on the roll.
    pub fn previewed(&mut self, sheets: Vec<Listing>) {
        let Some(preview) = Preview::of(sheets, &self.congress) else { return };
        self.dialog = None;
        self.screen = Screen::Roll;
        self.on.roll.query.take();
        self.on.roll.pane = Pane::Preview;
        self.on.roll.preview = Some(Box::new(preview));
    }
}

/// Reads the rows anew against the roster, which changed.
pub(super) fn settle(app: &mut App) {
    if let Some(preview) = &mut app.on.roll.preview {
        preview.sift(&app.congress);
    }
}

/// Leaves the preview.
pub(super) fn leave(app: &mut App) {
    app.on.roll.preview = None;
    app.on.roll.pane = Pane::Roster;
}

/// Asks for a roster beside the file of the congress.
pub(super) fn ask_file() -> Vec<Effect> {
    vec![Effect::Look { wanted: Wanted::Roster, path: PathBuf::new() }]
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if action == Action::Take {
        return take(app);
    }
    if action == Action::Leave {
        leave(app);
        return Vec::new();
    }
    let Some(preview) = &mut app.on.roll.preview else { return Vec::new() };
    match action {
        Action::Answer => preview.answer(),
        Action::View => preview.view = if preview.view == View::Rows { View::Columns } else { View::Rows },
        Action::Filter => {
            preview.filter = if preview.filter == Filter::All { Filter::Attention } else { Filter::All };
            preview.row = 0;
        }
        Action::Letters => {
            preview.letters = if preview.letters == Letters::AsTyped { Letters::Titled } else { Letters::AsTyped };
        }
        Action::Sheet(by) => {
            let sheets = preview.sheets.len();
            preview.sheet = (preview.sheet + sheets).saturating_add_signed(by) % sheets;
            (preview.row, preview.answers) = (0, Answers::new());
        }
        Action::Move(by) => {
            let last = match preview.view {
                View::Rows => preview.lines().len(),
                View::Columns => preview.listing().columns.len(),
            };
            preview.row = preview.row.saturating_add_signed(by).min(last.saturating_sub(1));
        }
        Action::Take | Action::Leave => {}
    }
    preview.sift(&app.congress);
    Vec::new()
}

fn take(app: &mut App) -> Vec<Effect> {
    let lang = app.lang();
    let Some(preview) = &app.on.roll.preview else { return Vec::new() };
    let (listing, answers, letters) = (preview.listing().clone(), preview.answers.clone(), preview.letters);
    let counts = preview.counts();
    let asking = move |congress: &Congress| enrolled(congress, &listing, &answers, letters);
    // what stands against it is told at once, before anything is asked
    let asked = asking(&app.congress).and_then(|change| app.congress.judge(app.seat.who, &change));
    if let Err(refusal) = asked {
        if let Some(preview) = &mut app.on.roll.preview {
            preview.go_to_open();
        }
        return app.refused(&refusal);
    }
    let mut text = vec![w::confirm_counts(lang, counts.new, counts.updates)];
    text.extend(Some(counts.faults + counts.left).filter(|rows| *rows > 0).map(|rows| w::confirm_left(lang, rows)));
    text.push(w::confirm_undo(lang).to_owned());
    let title = w::confirm(lang).to_owned();
    app.dialog = Some(Dialog::Confirm(Confirm::new(&title, text, Effect::record(asking))));
    Vec::new()
}

/// What to do next.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let Some(preview) = of(app) else { return String::new() };
    let counts = preview.counts();
    match (counts.open, counts.new, counts.updates) {
        (0, 0, 0) => w::next_nothing(lang, &preview.listing().file),
        (0, new, updates) => w::next_take(lang, new, updates),
        (open, _, _) => w::next_open(lang, open),
    }
}
