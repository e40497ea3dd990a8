//! The words of the pad: taps, marks, answers and faults. What they do is decided in the pad itself.

use crate::domain::election::ballot::Marks;

/// A tap on the number pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// A digit of a number, of a count, or of the menu of reasons.
    Digit(u8),
    /// Turn every mark round: then numbers keep instead of strike.
    Invert,
    /// Take back the last mark; on a fresh ballot reopen the last one.
    TakeBack,
    /// Take back the last digit.
    Erase,
    /// The digits typed were a count.
    Times,
    /// The paper has a defect: ask which.
    Defect,
    /// Set the paper aside for the head.
    Aside,
    /// The ballot is done.
    Close,
    /// Leave the pad.
    Leave,
}

/// The voter's mark by one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Kept, or agreed to.
    For,
    /// Struck out, or disagreed with.
    Against,
    /// Both boxes marked.
    Both,
    /// Neither box marked.
    Neither,
}

/// The last number typed, and what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number.
    pub number: u16,
    /// The mark by its name now; none where no name has the number.
    pub mark: Option<Mark>,
}

/// Why a tap was refused; shown in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No name has this number.
    NoSuchNumber(u16),
    /// Enter came right after a refused number: look again.
    LookAgain,
    /// The number wants more digits.
    Incomplete,
    /// No count was typed before `*`, or it was nought or too long.
    NoCount,
    /// `*` after other marks than digits.
    CountAfterMarks,
    /// There is no ballot before this one.
    NoLast,
    /// Only the reasons on the menu.
    OnMenu,
    /// The bundle is full.
    Full,
    /// Only one paper is keyed here, for a decision on it.
    OnePaper,
    /// Fewer ballots are left than the run needs.
    Left(u32),
    /// A key of the pad with Num Lock off.
    NumLock,
}

/// What a tap asks of the one who holds the pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing: the pad has taken it.
    Taken,
    /// Nothing: the pad refuses it, see its fault.
    Refused,
    /// Record the ballot.
    Close,
    /// Record so many more of the last ballot.
    Again(u32),
    /// A reopened ballot was left as it was.
    Unchanged,
    /// Reopen the ballot before this one.
    Back,
    /// Leave the pad.
    Leave,
}

/// How many digits a number has: one to 9 names, two to 99, three beyond.
pub fn width(names: u16) -> usize {
    match names {
        0..=9 => 1,
        10..=99 => 2,
        _ => 3,
    }
}

/// The marks by each name of a recorded ballot, in ballot order.
pub fn marks_of(marks: &Marks, names: u16) -> Vec<Mark> {
    (1..=names)
        .map(|number| match marks {
            Marks::Struck(struck) if struck.contains(&number) => Mark::Against,
            Marks::Struck(_) => Mark::For,
            Marks::Boxes { agree, disagree } => match (agree.contains(&number), disagree.contains(&number)) {
                (true, false) => Mark::For,
                (false, true) => Mark::Against,
                (true, true) => Mark::Both,
                (false, false) => Mark::Neither,
            },
        })
        .collect()
}
