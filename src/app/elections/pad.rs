//! The number pad: taps in, one ballot out. A pure machine that knows no congress and no screen.
//!
//! Names have numbers of a fixed width. At first everybody is kept (form A) or agreed to (form B); a number turns the mark of
//! its name, so a repeated number takes the mark back. `*` turns the digits typed since the ballot was opened into a count and
//! takes back what they marked: `16*` on a fresh ballot is sixteen more of the last one, on a reopened one its run becomes 16.

mod vocabulary;

pub use vocabulary::{Answer, Fault, Hit, Mark, Tap, marks_of, width};

use crate::domain::election::ballot::{Ballot, Defect, Marks, Validity, judge};
use crate::domain::election::form::{Contest, Form};

/// What was tapped since the ballot was opened, and what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Number(u16, Mark),
    Refused(String),
    Inverted,
    Defect(Option<Defect>),
    Aside,
    Times(u32),
}

/// What lies on the pad.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Paper {
    marks: Vec<Mark>,
    defect: Option<Defect>,
    aside: bool,
    times: u32,
}

/// The pad with one ballot on it.
#[derive(Clone, Debug)]
pub struct Pad {
    contest: Contest,
    /// The number of the ballot where it was reopened.
    reopened: Option<u32>,
    opened: Paper,
    paper: Paper,
    steps: Vec<Step>,
    pending: String,
    choosing: bool,
    /// The last number typed.
    pub hit: Option<Hit>,
    /// Why the last tap was refused.
    pub fault: Option<Fault>,
}

impl Pad {
    /// A fresh ballot: everybody kept or agreed to.
    pub fn fresh(contest: Contest) -> Self {
        let marks = vec![Mark::For; usize::from(contest.names)];
        Self::with(contest, None, Paper { marks, defect: None, aside: false, times: 1 })
    }

    /// A recorded ballot on the pad again: its number, its paper, how many identical ones it is, and whether it stays aside.
    pub fn reopened(contest: Contest, number: u32, ballot: &Ballot, (times, aside): (u32, bool)) -> Self {
        let marks = marks_of(&ballot.marks, contest.names);
        Self::with(contest, Some(number), Paper { marks, defect: ballot.defect, aside, times })
    }

    fn with(contest: Contest, reopened: Option<u32>, paper: Paper) -> Self {
        Self {
            contest,
            reopened,
            opened: paper.clone(),
            paper,
            steps: Vec::new(),
            pending: String::new(),
            choosing: false,
            hit: None,
            fault: None,
        }
    }

    /// What the ballots have in common.
    pub fn contest(&self) -> &Contest {
        &self.contest
    }

    /// The marks by the names, in ballot order.
    pub fn marks(&self) -> &[Mark] {
        &self.paper.marks
    }

    /// The digits of a number not yet complete.
    pub fn pending(&self) -> &str {
        &self.pending
    }

    /// How many digits a number has.
    pub fn width(&self) -> usize {
        width(self.contest.names)
    }

    /// The number of the ballot that was reopened.
    pub fn reopened_number(&self) -> Option<u32> {
        self.reopened
    }

    /// How many identical ballots this is.
    pub fn times(&self) -> u32 {
        self.paper.times
    }

    /// Whether the paper goes to the head.
    pub fn is_aside(&self) -> bool {
        self.paper.aside
    }

    /// Whether the menu of reasons is open.
    pub fn is_choosing(&self) -> bool {
        self.choosing
    }

    /// Whether numbers keep names rather than strike them.
    pub fn is_inverted(&self) -> bool {
        self.steps.iter().filter(|step| **step == Step::Inverted).count() % 2 == 1
    }

    /// Whether nothing was tapped on a new ballot.
    pub fn is_fresh(&self) -> bool {
        self.reopened.is_none() && self.is_untouched()
    }

    fn is_untouched(&self) -> bool {
        self.steps.is_empty() && self.pending.is_empty() && !self.choosing
    }

    /// How many names are kept or agreed to.
    pub fn kept(&self) -> usize {
        self.paper.marks.iter().filter(|mark| **mark == Mark::For).count()
    }

    /// The ballot as it lies there.
    pub fn ballot(&self) -> Ballot {
        let those = |wanted: &[Mark]| {
            let numbered = (1..).zip(&self.paper.marks).filter(|(_, mark)| wanted.contains(mark));
            numbered.map(|(number, _)| number).collect::<Vec<u16>>()
        };
        let marks = match self.contest.form() {
            Form::StrikeOut => Marks::Struck(those(&[Mark::Against])),
            Form::AgreeDisagree => {
                Marks::Boxes { agree: those(&[Mark::For, Mark::Both]), disagree: those(&[Mark::Against, Mark::Both]) }
            }
        };
        Ballot { marks, defect: self.paper.defect }
    }

    /// The verdict on the ballot as it lies there.
    pub fn verdict(&self) -> Option<Validity> {
        judge(&self.ballot(), &self.contest).ok()
    }

    /// Refuses from outside, for a reason that the pad cannot know.
    pub fn refuse(&mut self, fault: Fault) -> Answer {
        self.fault = Some(fault);
        Answer::Refused
    }

    /// Takes a tap.
    pub fn tap(&mut self, tap: Tap) -> Answer {
        let before = self.fault.take();
        if self.choosing {
            return self.choose(tap);
        }
        match tap {
            Tap::Digit(digit) => self.digit(digit),
            Tap::Invert => self.step(Step::Inverted),
            // Backspace takes a digit or a mark, and never reopens a ballot
            Tap::Erase if self.pending.pop().is_some() || self.steps.is_empty() => Answer::Taken,
            Tap::Erase | Tap::TakeBack => self.take_back(),
            Tap::Times => self.times_typed(),
            Tap::Defect => {
                self.choosing = true;
                Answer::Taken
            }
            Tap::Aside => self.step(Step::Aside),
            Tap::Close => self.close(before),
            Tap::Leave => Answer::Leave,
        }
    }

    fn digit(&mut self, digit: u8) -> Answer {
        self.pending.push(char::from(b'0' + digit.min(9)));
        if self.pending.len() < self.width() {
            return Answer::Taken;
        }
        let typed = std::mem::take(&mut self.pending);
        let number = typed.parse().unwrap_or(0);
        let Some(mark) = self.mark(number) else {
            self.steps.push(Step::Refused(typed));
            self.hit = Some(Hit { number, mark: None });
            return self.refuse(Fault::NoSuchNumber(number));
        };
        self.step(Step::Number(number, mark))
    }

    fn mark(&self, number: u16) -> Option<Mark> {
        self.paper.marks.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Does a step and remembers it.
    fn step(&mut self, step: Step) -> Answer {
        self.pending.clear();
        match &step {
            Step::Number(number, mark) => self.set(*number, self.turned(*mark)),
            Step::Inverted => self.invert(),
            Step::Aside => self.paper.aside = !self.paper.aside,
            Step::Refused(_) | Step::Defect(_) | Step::Times(_) => {}
        }
        self.steps.push(step);
        Answer::Taken
    }

    /// The mark that typing a number once more makes: with one name both and neither box are told apart.
    fn turned(&self, mark: Mark) -> Mark {
        match (self.contest.form(), mark) {
            (_, Mark::For) => Mark::Against,
            (Form::AgreeDisagree, Mark::Against) if self.contest.names == 1 => Mark::Both,
            (Form::AgreeDisagree, Mark::Both) if self.contest.names == 1 => Mark::Neither,
            (Form::AgreeDisagree, Mark::Against) => Mark::Neither,
            _ => Mark::For,
        }
    }

    fn set(&mut self, number: u16, mark: Mark) {
        if let Some(place) = self.paper.marks.get_mut(usize::from(number).wrapping_sub(1)) {
            *place = mark;
        }
        self.hit = Some(Hit { number, mark: Some(mark) });
    }

    fn invert(&mut self) {
        for mark in &mut self.paper.marks {
            *mark = match *mark {
                Mark::For => Mark::Against,
                Mark::Against => Mark::For,
                other => other,
            };
        }
        self.hit = None;
    }

    fn take_back(&mut self) -> Answer {
        if !self.pending.is_empty() {
            self.pending.clear();
            return Answer::Taken;
        }
        match self.steps.pop() {
            None => return Answer::Back,
            Some(Step::Number(number, before)) => self.set(number, before),
            Some(Step::Inverted) => self.invert(),
            Some(Step::Defect(before)) => self.paper.defect = before,
            Some(Step::Aside) => self.paper.aside = !self.paper.aside,
            Some(Step::Times(before)) => self.paper.times = before,
            Some(Step::Refused(_)) => self.hit = None,
        }
        Answer::Taken
    }

    /// The digits typed since the ballot was opened, where nothing else was tapped.
    fn digits(&self) -> Option<String> {
        let width = self.width();
        let typed = self.steps.iter().map(|step| match step {
            Step::Number(number, _) => Some(format!("{number:0width$}")),
            Step::Refused(typed) => Some(typed.clone()),
            _ => None,
        });
        Some(typed.collect::<Option<String>>()? + &self.pending)
    }

    fn times_typed(&mut self) -> Answer {
        let Some(digits) = self.digits() else { return self.refuse(Fault::CountAfterMarks) };
        let Some(count) = digits.parse().ok().filter(|count| *count > 0) else { return self.refuse(Fault::NoCount) };
        // the digits were no names: what they marked is taken back
        self.paper = Paper { aside: self.paper.aside, ..self.opened.clone() };
        self.steps.clear();
        self.pending.clear();
        self.hit = None;
        if self.reopened.is_none() {
            return Answer::Again(count);
        }
        self.steps.push(Step::Times(self.paper.times));
        self.paper.times = count;
        Answer::Taken
    }

    fn choose(&mut self, tap: Tap) -> Answer {
        let defect = match tap {
            Tap::Digit(0) => None,
            Tap::Digit(1) => Some(Defect::NotIssued),
            Tap::Digit(2) => Some(Defect::OutsideName),
            Tap::Digit(3) => Some(Defect::Signed),
            Tap::Digit(4) => Some(Defect::Marked),
            Tap::Leave | Tap::Defect | Tap::TakeBack | Tap::Erase => {
                self.choosing = false;
                return Answer::Taken;
            }
            _ => return self.refuse(Fault::OnMenu),
        };
        self.choosing = false;
        // half a number would be what the next take-back takes, not the reason
        self.pending.clear();
        self.steps.push(Step::Defect(self.paper.defect));
        self.paper.defect = defect;
        Answer::Taken
    }

    fn close(&mut self, before: Option<Fault>) -> Answer {
        if !self.pending.is_empty() {
            return self.refuse(Fault::Incomplete);
        }
        // whoever keys without looking hears the bell at the number, and once more here
        if let Some(Fault::NoSuchNumber(_)) = before {
            return self.refuse(Fault::LookAgain);
        }
        if self.reopened.is_some() && self.paper == self.opened { Answer::Unchanged } else { Answer::Close }
    }
}

#[cfg(test)]
mod tests;
