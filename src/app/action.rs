//! What a key can ask for, in the imperative; one enum for each screen.

use super::key::Key;
use super::keymap::Place;
use super::words::{self, Word, frame};
use super::{
    answers, chair, desk, elections, floor, head, journal, minutes, practice, projector, roll, run, start, votes,
};
use crate::domain::Who;

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Điều hành.
    #[default]
    Run,
    /// Điểm danh.
    Roll,
    /// Phát biểu.
    Floor,
    /// Biểu quyết.
    Votes,
    /// Bầu cử.
    Elections,
    /// Biên bản.
    Minutes,
    /// Nhật ký.
    Journal,
    /// Bắt đầu: before any congress is open.
    Start,
    /// Chủ trì: the presidium's.
    Chair,
    /// Kiểm phiếu: the head's.
    Head,
    /// Bàn phiếu: a counter's.
    Desk,
    /// Màn hình hội trường.
    Hall,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Go to a screen.
    Go(Screen),
    /// Go to where a key holds, and press it there.
    Press(Place, Key),
    /// Show the help of the screen.
    Help,
    /// Open the palette.
    Palette,
    /// Answer a question.
    Answer(answers::Question),
    /// Open the menu.
    Menu,
    /// Ask who sits here.
    ChooseRole,
    /// Take a seat: a role, and for a counter the desk.
    TakeSeat(Who),
    /// Ask whether to undo the last change.
    Undo,
    /// Change the language of the screen.
    SwitchLanguage,
    /// Save the note being typed.
    WriteNote,
    /// Drop the note being typed.
    DropNote,
    /// Ask whether to leave.
    Leave,
    /// Something of the run screen.
    Run(run::Action),
    /// Something of the roll.
    Roll(roll::Action),
    /// Something of the floor.
    Floor(floor::Action),
    /// Something of the hand votes.
    Votes(votes::Action),
    /// Something of the elections.
    Elections(elections::Action),
    /// Something of the minutes.
    Minutes(minutes::Action),
    /// Something of the journal.
    Journal(journal::Action),
    /// Something of the start screen.
    Start(start::Action),
    /// Hold the hall's screen, or show what is under way again.
    HoldScreen,
    /// Something of the presidium's screen.
    Chair(chair::Action),
    /// Something of the head's screen.
    Head(head::Action),
    /// Something of the counter's screen.
    Desk(desk::Action),
    /// Something of the hall's screen.
    Hall(projector::Action),
    /// Something of the trainer.
    Practice(practice::Action),
}

/// The word for a screen.
pub fn screen_word(screen: Screen) -> Word {
    match screen {
        Screen::Run => frame::run,
        Screen::Roll => frame::roll,
        Screen::Floor => frame::floor,
        Screen::Votes => frame::votes,
        Screen::Elections => frame::elections,
        Screen::Minutes => frame::minutes,
        Screen::Journal => frame::journal,
        Screen::Start => words::start::start,
        Screen::Chair => words::seats::chair,
        Screen::Head => words::seats::head,
        Screen::Desk => words::seats::desk,
        Screen::Hall => words::seats::hall,
    }
}
