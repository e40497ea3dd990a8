//! The trainer (tập nhập phiếu): ten made-up ballots keyed on the very pad of the count. What the person keyed is held against the
//! paper at once; at the end speed and errors are told. Nothing of it is recorded, in no congress.

mod set;

pub use set::{List, Sheet};

use super::App;
use super::action::Action as Any;
use super::effect::Effect;
use super::elections::pad::{Answer, Fault, Pad, Tap};
use super::key::Key;
use super::keymap::{Binding, Place, always};
use super::words::practice as w;
use crate::domain::election::ballot::Ballot;
use crate::domain::seeded::Seeded;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// How the trainer was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// From the command line: there is no congress behind it.
    Alone,
    /// Out of an open congress, to which Esc returns.
    Inside,
}

/// What went wrong with a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// A mark on the paper was not keyed.
    Missed,
    /// A mark was keyed that is not on the paper.
    Added,
    /// The defect of the paper was not keyed, or another one.
    Defect,
    /// A doubtful paper was not set aside, or a clear one was.
    Aside,
    /// A run was keyed for papers that are not alike.
    Run,
}

/// A ballot that was keyed wrong: what, and what lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What went wrong.
    pub slips: Vec<Slip>,
    /// What was keyed.
    pub keyed: Ballot,
    /// Whether it was set aside.
    pub aside: bool,
}

/// What the trainer counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Papers keyed.
    pub papers: u32,
    /// Papers keyed wrong.
    pub wrong: u32,
    /// Errors by kind.
    pub slips: BTreeMap<Slip, u32>,
    /// Keys pressed on the pad.
    pub keys: u32,
    /// Milliseconds with a paper in hand.
    pub milliseconds: u64,
}

/// The trainer.
#[derive(Clone, Debug)]
pub struct Practice {
    /// How it was opened.
    pub opened: Opened,
    /// The sheets; a run of identical papers is one.
    pub sheets: Vec<Sheet>,
    /// The sheet in hand.
    pub at: usize,
    /// How many papers of a run are keyed.
    pub done: u32,
    /// The pad.
    pub pad: Pad,
    /// The ballot just keyed wrong, until Enter.
    pub wrong: Option<Wrong>,
    /// What was counted.
    pub score: Score,
    since: Option<NaiveDateTime>,
    numbers: Seeded,
}

/// What its keys can ask for, off the pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin to practise.
    Begin,
    /// The next ballot; at the end ten new ones.
    Go,
    /// Leave the trainer.
    Leave,
}

/// Its keys, while no ballot lies on the pad.
pub const BINDINGS: &[Binding] = &[
    Binding::new(Place::Practice, Key::Enter, Any::Practice(Action::Go), w::go, always),
    Binding::new(Place::Practice, Key::Esc, Any::Practice(Action::Leave), w::leave, always),
];

impl Practice {
    /// Ten ballots of a seed.
    pub fn new(seed: u64, opened: Opened) -> Self {
        Self::of(Seeded::new(seed), opened)
    }

    fn of(mut numbers: Seeded, opened: Opened) -> Self {
        let sheets = set::drawn(&mut numbers);
        let contest = sheets.first().map_or_else(|| List::Long.contest(), |sheet| sheet.list.contest());
        Self {
            opened,
            sheets,
            at: 0,
            done: 0,
            pad: Pad::fresh(contest),
            wrong: None,
            score: Score::default(),
            since: None,
            numbers,
        }
    }

    /// The sheet in hand; none at the end.
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheets.get(self.at)
    }

    /// Where keys are looked up.
    pub fn place(&self) -> Place {
        if self.wrong.is_none() && self.sheet().is_some() { Place::Keying } else { Place::Practice }
    }

    /// How many papers there are.
    pub fn papers(&self) -> u32 {
        self.sheets.iter().map(|sheet| sheet.times).sum()
    }

    /// The fewest keys that the ten ballots take.
    pub fn fewest_keys(&self) -> u32 {
        self.sheets.iter().map(Sheet::fewest_keys).sum()
    }

    fn tap(&mut self, tap: Tap, now: NaiveDateTime) -> Answer {
        let Some(sheet) = self.sheets.get(self.at).cloned() else { return Answer::Taken };
        if tap != Tap::Leave {
            self.score.keys += 1;
            self.since = self.since.or(Some(now));
        }
        let answer = self.pad.tap(tap);
        match answer {
            Answer::Close => {
                let aside = self.pad.is_aside();
                let keyed = self.pad.ballot();
                let slips = sheet.slips(&keyed, aside);
                self.keyed(1, (slips, keyed, aside), now);
            }
            Answer::Again(count) => {
                let left = sheet.times.saturating_sub(self.done);
                if self.done == 0 {
                    // a run goes on with the ballot before, and that one was another
                    self.keyed(1, (vec![Slip::Run], sheet.ballot.clone(), false), now);
                } else if count > left {
                    return self.pad.refuse(Fault::Left(left));
                } else {
                    self.keyed(count, (Vec::new(), sheet.ballot.clone(), false), now);
                }
            }
            // what was keyed is judged already
            Answer::Back | Answer::Unchanged => return self.pad.refuse(Fault::NoLast),
            Answer::Taken | Answer::Refused | Answer::Leave => {}
        }
        answer
    }

    /// Papers were keyed: counts them, and goes on or shows what was wrong.
    fn keyed(&mut self, papers: u32, (slips, keyed, aside): (Vec<Slip>, Ballot, bool), now: NaiveDateTime) {
        let taken = self.since.take().map_or(0, |since| now.signed_duration_since(since).num_milliseconds());
        self.score.milliseconds += u64::try_from(taken).unwrap_or(0);
        self.score.papers += papers;
        self.done += papers;
        for slip in &slips {
            *self.score.slips.entry(*slip).or_default() += 1;
        }
        if slips.is_empty() {
            self.on(Some(now));
        } else {
            self.score.wrong += 1;
            self.wrong = Some(Wrong { slips, keyed, aside });
        }
    }

    /// Goes on to the next paper.
    fn on(&mut self, since: Option<NaiveDateTime>) {
        self.wrong = None;
        if self.sheet().is_some_and(|sheet| self.done >= sheet.times) {
            self.at += 1;
            self.done = 0;
        }
        self.since = since.filter(|_| self.sheet().is_some());
        if let Some(sheet) = self.sheet() {
            self.pad = Pad::fresh(sheet.list.contest());
        }
    }
}

/// A tap on the pad of the trainer.
pub(super) fn tap(app: &mut App, tap: Tap) -> Vec<Effect> {
    let now = app.now();
    let Some(practice) = &mut app.practice else { return Vec::new() };
    match practice.tap(tap, now) {
        Answer::Refused => vec![Effect::Bell],
        Answer::Leave => leave(app),
        _ if practice.wrong.is_some() => vec![Effect::Bell],
        _ => Vec::new(),
    }
}

/// A key that the pad sends with Num Lock off.
pub(super) fn num_lock_off(app: &mut App) -> Vec<Effect> {
    if let Some(practice) = &mut app.practice {
        practice.pad.refuse(Fault::NumLock);
    }
    vec![Effect::Bell]
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let now = app.now();
    match (action, &mut app.practice) {
        (Action::Begin, practice @ None) => {
            let seed = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or(0);
            *practice = Some(Practice::new(seed, Opened::Inside));
        }
        (Action::Go, Some(practice)) if practice.sheet().is_none() => {
            *practice = Practice::of(practice.numbers.clone(), practice.opened);
        }
        (Action::Go, Some(practice)) if practice.wrong.is_some() => practice.on(Some(now)),
        (Action::Leave, _) => return leave(app),
        (Action::Begin | Action::Go, _) => {}
    }
    Vec::new()
}

/// Leaves the trainer: back to the congress, or out of the program.
pub(super) fn leave(app: &mut App) -> Vec<Effect> {
    if app.practice.as_ref().is_some_and(|practice| practice.opened == Opened::Alone) {
        return vec![Effect::Quit];
    }
    app.practice = None;
    Vec::new()
}

/// What to do next.
pub(super) fn next_step(app: &App, practice: &Practice) -> String {
    let lang = app.lang();
    let Some(sheet) = practice.sheet() else { return w::next_over(lang).to_owned() };
    if practice.wrong.is_some() {
        return w::next_wrong(lang).to_owned();
    }
    match sheet.times.saturating_sub(practice.done) {
        left if sheet.times > 1 && practice.done > 0 => w::next_run(lang, left),
        _ => w::next_key(lang).to_owned(),
    }
}
