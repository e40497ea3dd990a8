//! The minutes screen (biên bản): the paper as it will print, its paragraphs reworded by hand, and what is still missing.
//!
//! A paper is composed when the screen is entered and when the congress changed, never for a frame.

use super::App;
use super::action::{Action as Any, Screen};
use super::effect::Effect;
use super::key::Key;
use super::keymap::{Binding, Place, When, always};
use super::words::{Word, frame, minutes as w};
use crate::domain::Role;
use crate::papers::PaperName;
use crate::papers::issued::numbered;
use crate::papers::missing::{self, Missing};
use crate::papers::paper::Paper;
use crate::papers::wording::{Hand, hand, reworded};

pub mod dossier;
mod hand;
mod lacking;
pub mod sheet;

/// A paper on show.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Which.
    pub name: PaperName,
    /// As the data gives it.
    pub data: Paper,
    /// As it prints, with the rewordings laid over it.
    pub printed: Paper,
    /// What became of each block; none for headings, tables and fixed text.
    pub hands: Vec<Option<Hand>>,
    /// Its lines.
    pub lines: Vec<sheet::Line>,
}

impl Sheet {
    /// What became of a block.
    pub fn hand(&self, block: usize) -> Option<Hand> {
        self.hands.get(block).copied().flatten()
    }

    /// How many paragraphs are so.
    pub fn count(&self, hand: Hand) -> usize {
        self.hands.iter().filter(|other| **other == Some(hand)).count()
    }
}

/// The two panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The paper.
    #[default]
    Paper,
    /// What is missing.
    Missing,
    /// The list of all papers, in the place of the paper.
    Dossier,
}

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The paper on show; none before the screen is entered.
    pub sheet: Option<Sheet>,
    /// The line with the cursor.
    pub line: usize,
    /// The pane with the cursor.
    pub pane: Pane,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// The row with the cursor among what is missing.
    pub row: usize,
    /// Every paper there is or will be.
    pub dossier: Vec<dossier::Row>,
    /// The row with the cursor in the dossier.
    pub chosen: usize,
    /// The last line of the journal the paper was composed after, and for whom.
    read: Option<(u64, Role)>,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Reword the paragraph under the cursor, or go to where the missing fact is entered.
    Enter,
    /// Reword the paragraph under the cursor.
    Reword,
    /// Give the paragraph under the cursor back to the data.
    GiveBack,
    /// Write the papers into files.
    Export,
    /// Write the paper under the cursor into files.
    ExportOne,
    /// Show the list of all papers, or go back to the paper.
    Dossier,
    /// Issue the paper under the cursor under the next number.
    Issue,
    /// Choose how the papers print.
    Printing,
    /// Go to the other pane.
    OtherPane,
    /// Go to the next paragraph that can be reworded.
    NextParagraph,
    /// Go to the one before.
    PreviousParagraph,
    /// Move by so many lines.
    Move(isize),
    /// Go to the first line.
    Top,
    /// Go to the last line.
    End,
    /// Go to where a missing fact is entered, by its number.
    Jump(usize),
}

/// Lines that a page key moves: less than the smallest window shows, so that none is skipped.
const PAGE: isize = 9;

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(Place::On(Screen::Minutes), key, Any::Minutes(action), hint, when)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Enter, w::enter, can_enter),
    row(Key::Ctrl('f'), Action::Dossier, w::dossier, always),
    row(Key::Ctrl('p'), Action::Issue, w::issue, can_issue),
    row(Key::Ctrl('s'), Action::Export, w::export, always),
    row(Key::Tab, Action::NextParagraph, w::next_paragraph, always),
    row(Key::Right, Action::OtherPane, w::other_pane, always),
    row(Key::Delete, Action::GiveBack, w::give_back, is_by_hand),
    row(Key::Ctrl('x'), Action::ExportOne, w::export_one, has_paper),
    row(Key::Ctrl('t'), Action::Printing, w::printing, always),
    row(Key::Ctrl('e'), Action::Reword, w::reword, can_reword),
    row(Key::BackTab, Action::PreviousParagraph, w::previous_paragraph, always),
    row(Key::Left, Action::OtherPane, w::other_pane, always),
    row(Key::Up, Action::Move(-1), w::up, always),
    row(Key::Down, Action::Move(1), w::down, always),
    row(Key::PageUp, Action::Move(-PAGE), w::page_up, always),
    row(Key::PageDown, Action::Move(PAGE), w::page_down, always),
    row(Key::Home, Action::Top, w::top, always),
    row(Key::End, Action::End, w::end, always),
    row(Key::Char('1'), Action::Jump(0), w::jump, has_missing::<0>),
    row(Key::Char('2'), Action::Jump(1), w::jump, has_missing::<1>),
    row(Key::Char('3'), Action::Jump(2), w::jump, has_missing::<2>),
    row(Key::Char('4'), Action::Jump(3), w::jump, has_missing::<3>),
    row(Key::Char('5'), Action::Jump(4), w::jump, has_missing::<4>),
    row(Key::Char('6'), Action::Jump(5), w::jump, has_missing::<5>),
    row(Key::Char('7'), Action::Jump(6), w::jump, has_missing::<6>),
    row(Key::Char('8'), Action::Jump(7), w::jump, has_missing::<7>),
    row(Key::Char('9'), Action::Jump(8), w::jump, has_missing::<8>),
];

fn has_missing<const ROW: usize>(app: &App) -> Result<(), Word> {
    app.on.minutes.missing.get(ROW).map(drop).ok_or(w::nothing_there)
}

fn can_reword(app: &App) -> Result<(), Word> {
    hand_here(app).map(drop).ok_or(w::fixed)
}

fn can_enter(app: &App) -> Result<(), Word> {
    match app.on.minutes.pane {
        Pane::Paper => can_reword(app),
        Pane::Missing => app.on.minutes.missing.get(app.on.minutes.row).map(drop).ok_or(w::nothing_there),
        Pane::Dossier => match dossier::row_here(app).map(|row| row.state) {
            None => Err(w::nothing_there),
            Some(dossier::State::Withheld) => Err(w::head_keeps),
            Some(_) => Ok(()),
        },
    }
}

fn can_issue(app: &App) -> Result<(), Word> {
    has_paper(app)?;
    dossier::paper_here(app).and_then(PaperName::code).map(drop).ok_or(w::outside_series)
}

fn has_paper(app: &App) -> Result<(), Word> {
    let kept = app.on.minutes.pane == Pane::Dossier
        && dossier::row_here(app).is_some_and(|row| row.state == dossier::State::Withheld);
    dossier::paper_here(app).map(drop).ok_or(if kept { w::head_keeps } else { w::not_there_yet })
}

fn is_by_hand(app: &App) -> Result<(), Word> {
    match hand_here(app) {
        Some(Hand::Reworded | Hand::MovedOn) => Ok(()),
        Some(Hand::Data) => Err(w::not_reworded),
        None => Err(w::fixed),
    }
}

/// The block under the cursor.
pub fn block_here(app: &App) -> Option<usize> {
    if app.on.minutes.pane == Pane::Dossier {
        return None;
    }
    let sheet = app.on.minutes.sheet.as_ref()?;
    sheet.lines.get(app.on.minutes.line)?.block
}

/// What became of the paragraph under the cursor; none where there is nothing to reword.
pub fn hand_here(app: &App) -> Option<Hand> {
    app.on.minutes.sheet.as_ref()?.hand(block_here(app)?)
}

/// Brings the preview up to date.
pub(super) fn settle(app: &mut App) {
    if app.on.minutes.read != Some(reading(app)) {
        let name = app.on.minutes.sheet.as_ref().map_or(PaperName::Minutes, |sheet| sheet.name);
        show(app, name);
    }
}

/// What a paper on show depends on: the last line of the journal, and who looks.
fn reading(app: &App) -> (u64, Role) {
    (app.entries.last().map_or(0, |entry| entry.number), app.seat.who.role)
}

/// Composes a paper, or the minutes where it is not there any more.
fn show(app: &mut App, name: PaperName) {
    let role = app.seat.who.role;
    let open = name.is_open_to(role).then(|| name.from_data(&app.congress)).flatten();
    let there = open.map(|data| (name, data));
    let Some((name, data)) = there.or_else(|| Some((PaperName::Minutes, PaperName::Minutes.from_data(&app.congress)?)))
    else {
        return;
    };
    let word = name.word();
    let hands = data.body.iter().map(|block| hand(&app.congress, block, &word)).collect();
    let printed = numbered(&app.congress, name, reworded(&app.congress, data.clone(), &word));
    let lines = sheet::lay_out(&printed);
    let dossier = dossier::rows(&app.congress, role);
    let missing = missing::of_paper(&app.congress, name);
    let now = reading(app);
    let state = &mut app.on.minutes;
    state.line = state.line.min(lines.len().saturating_sub(1));
    state.row = state.row.min(missing.len().saturating_sub(1));
    state.missing = missing;
    state.chosen = state.chosen.min(dossier.len().saturating_sub(1));
    state.dossier = dossier;
    state.sheet = Some(Sheet { name, data, printed, hands, lines });
    state.read = Some(now);
    if state.pane == Pane::Dossier {
        dossier::chosen(app);
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => match app.on.minutes.pane {
            Pane::Paper => return act(app, Action::Reword),
            Pane::Missing => return act(app, Action::Jump(app.on.minutes.row)),
            Pane::Dossier => return dossier::open(app),
        },
        Action::Reword => {
            if let Some(block) = block_here(app) {
                hand::reword(app, block);
            }
        }
        Action::GiveBack => {
            if let Some(block) = block_here(app) {
                hand::give_back(app, block);
            }
        }
        Action::Export => {
            app.said = Some(frame::exporting(app.lang()).to_owned());
            return vec![Effect::Export];
        }
        Action::ExportOne => {
            if let Some(name) = dossier::paper_here(app) {
                app.said = Some(frame::exporting(app.lang()).to_owned());
                return vec![Effect::ExportPaper(name)];
            }
        }
        Action::Dossier => dossier::toggle(app),
        Action::Issue => dossier::issue(app),
        Action::Printing => dossier::printing(app),
        Action::OtherPane => {
            let state = &mut app.on.minutes;
            state.pane = if state.pane == Pane::Missing { Pane::Paper } else { Pane::Missing };
        }
        Action::NextParagraph => paragraph(app, Towards::End),
        Action::PreviousParagraph => paragraph(app, Towards::Top),
        Action::Move(by) => step(app, by),
        Action::Top => step(app, isize::MIN),
        Action::End => step(app, isize::MAX),
        Action::Jump(row) => {
            let place = app.on.minutes.missing.get(row).map(|missing| missing.place);
            return place.map(|place| lacking::jump(app, place)).unwrap_or_default();
        }
    }
    Vec::new()
}

fn step(app: &mut App, by: isize) {
    let state = &mut app.on.minutes;
    let lines = state.sheet.as_ref().map_or(0, |sheet| sheet.lines.len());
    let (cursor, length) = match state.pane {
        Pane::Paper => (&mut state.line, lines),
        Pane::Missing => (&mut state.row, state.missing.len()),
        Pane::Dossier => (&mut state.chosen, state.dossier.len()),
    };
    *cursor = cursor.saturating_add_signed(by).min(length.saturating_sub(1));
    if state.pane == Pane::Dossier {
        dossier::chosen(app);
    }
}

/// Which way to look for a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Towards {
    Top,
    End,
}

/// Goes to the first line of the next paragraph that can be reworded.
fn paragraph(app: &mut App, towards: Towards) {
    let state = &mut app.on.minutes;
    state.pane = Pane::Paper;
    let Some(sheet) = &state.sheet else { return };
    let here = sheet.lines.get(state.line).and_then(|line| line.block);
    let begins = |(place, line): &(usize, &sheet::Line)| {
        let before = place.checked_sub(1).and_then(|before| sheet.lines.get(before)).and_then(|line| line.block);
        line.block != before && line.block.is_some_and(|block| sheet.hand(block).is_some())
    };
    let mut starts = sheet.lines.iter().enumerate().filter(begins).filter(|(_, line)| line.block != here);
    let found = match towards {
        Towards::End => starts.find(|(place, _)| *place > state.line),
        Towards::Top => starts.take_while(|(place, _)| *place < state.line).last(),
    };
    if let Some((place, _)) = found {
        state.line = place;
    }
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let state = &app.on.minutes;
    match (state.pane, hand_here(app)) {
        (Pane::Missing, _) => match state.missing.get(state.row) {
            Some(missing) => w::next_jump(lang, missing.told(lang)),
            None => w::complete(lang).to_owned(),
        },
        (Pane::Dossier, _) => match dossier::row_here(app) {
            Some(row) if row.state == dossier::State::Withheld => w::head_keeps(lang).to_owned(),
            Some(row) if row.name.is_none() => {
                w::next_jump(lang, row.missing.first().map_or("", |missing| missing.told(lang)))
            }
            _ => w::next_dossier(lang).to_owned(),
        },
        (Pane::Paper, Some(Hand::MovedOn)) => w::next_moved_on(lang).to_owned(),
        (Pane::Paper, Some(_)) => w::next_reword(lang).to_owned(),
        (Pane::Paper, None) => w::next_read(lang).to_owned(),
    }
}
