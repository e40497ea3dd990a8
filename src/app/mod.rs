//! REACTS – keys to actions to state: no terminal, no disk.
//!
//! An [`key::Input`] comes in, [`App::update`] changes the state and answers with [`effect::Effect`]s; the runtime does them and tells the
//! app what came of it ([`App::recorded`], [`App::refused`], [`App::followed`]).

pub mod action;
pub mod answers;
pub mod chair;
pub mod closing;
pub mod desk;
pub mod dialog;
pub mod editor;
pub mod effect;
pub mod elections;
pub mod field;
pub mod files;
pub mod floor;
pub mod form;
pub mod guide;
pub mod head;
pub mod journal;
pub mod key;
pub mod keymap;
pub mod menu;
pub mod minutes;
pub mod mirror;
mod note;
pub mod people;
pub mod practice;
mod presence;
pub mod projector;
pub mod roll;
pub mod run;
pub mod seat;
pub mod start;
pub mod telling;
pub mod typed;
pub mod votes;
pub mod words;

use crate::domain::notes;
use crate::domain::refusal::Told;
use crate::domain::reports;
use crate::domain::role::may_undo;
use crate::domain::{Change, Congress, Entry, Lang, Refusal, Role, Who};
pub use action::screen_word;
use action::{Action, Screen};
use chrono::NaiveDateTime;
use dialog::Dialog;
use effect::Effect;
use field::Field;
use key::{Input, Key};
use keymap::Place;
use std::collections::BTreeSet;
use words::{Word, frame};

/// Who sits at the screen, in which language, at what time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Role and desk.
    pub who: Who,
    /// Language of the screen.
    pub lang: Lang,
    /// The clock of the hall.
    pub now: NaiveDateTime,
}

/// Whether the person at the screen may take another seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seating {
    /// F9 chooses the role.
    #[default]
    Free,
    /// The seat is what the program was opened with: a desk file, a desk over the network.
    Fixed,
}

/// The states of the screens.
#[derive(Debug, Default)]
pub struct Screens {
    /// Điều hành.
    pub run: run::State,
    /// Điểm danh.
    pub roll: roll::State,
    /// Phát biểu.
    pub floor: floor::State,
    /// Biểu quyết.
    pub votes: votes::State,
    /// Bầu cử.
    pub elections: elections::State,
    /// Biên bản.
    pub minutes: minutes::State,
    /// Nhật ký.
    pub journal: journal::State,
    /// Bắt đầu.
    pub start: start::State,
    /// Chủ trì.
    pub chair: chair::State,
    /// Màn hình hội trường.
    pub hall: projector::State,
}

/// The state of the program.
#[derive(Debug)]
pub struct App {
    /// The congress, as far as this process has read it.
    pub congress: Congress,
    /// Who sits here.
    pub seat: Seat,
    /// The screen shown.
    pub screen: Screen,
    /// The states of the screens.
    pub on: Screens,
    /// The note being typed.
    pub note: Field,
    /// What lies over the screen.
    pub dialog: Option<Dialog>,
    /// The last lines of the journal, oldest first.
    pub entries: Vec<Entry>,
    /// A word on what was just done; goes with the next key.
    pub said: Option<String>,
    /// Whether the last change reached the file.
    pub saved: bool,
    /// The trainer, over every screen while it is open.
    pub practice: Option<practice::Practice>,
    /// The copy on a stick; none where none is kept.
    pub mirror: Option<mirror::Mirror>,
    /// Whether another seat may be taken here.
    pub seating: Seating,
    /// Who else is writing the text that is open here.
    pub others: Vec<Who>,
}

impl App {
    /// The program at its start, with the last lines of the journal.
    pub fn new(congress: Congress, seat: Seat, entries: Vec<Entry>) -> Self {
        let mut app = Self {
            congress,
            seat,
            screen: Screen::default(),
            on: Screens::default(),
            note: Field::default(),
            dialog: None,
            entries,
            said: None,
            saved: true,
            practice: None,
            mirror: None,
            seating: Seating::default(),
            others: Vec::new(),
        };
        app.sit_at_desk();
        app.sit();
        app.take_up_draft();
        roll::settle(&mut app);
        app.settle();
        app
    }

    /// A desk file is a counter's screen: the seat is the desk's, and its bundles lie there.
    fn sit_at_desk(&mut self) {
        let Some(desk) = self.congress.desk_file() else { return };
        self.seat.who = desk.who();
        self.seating = Seating::Fixed;
        self.screen = Screen::Elections;
        self.on.elections.board = self.congress.rounds.iter().next().map(|round| round.id);
    }

    /// Brings the screens up to date with the congress.
    fn settle(&mut self) {
        run::settle(self);
        floor::settle(self);
        elections::settle(self);
        if self.screen == Screen::Minutes {
            minutes::settle(self);
        }
    }

    /// The language of the screen.
    pub fn lang(&self) -> Lang {
        self.seat.lang
    }

    /// The clock of the hall.
    pub fn now(&self) -> NaiveDateTime {
        self.seat.now
    }

    /// Where keys are looked up now.
    pub fn place(&self) -> Place {
        if let Some(practice) = &self.practice {
            practice.place()
        } else if matches!(self.screen, Screen::Elections | Screen::Desk) {
            match self.on.elections.place() {
                Place::On(_) => Place::On(self.screen),
                place => place,
            }
        } else if self.screen == Screen::Floor && self.on.floor.writing.is_some() {
            Place::Writing
        } else if self.screen == Screen::Roll {
            self.on.roll.place()
        } else {
            Place::On(self.screen)
        }
    }

    /// Takes what came in, and says what is to be done outside.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Tick(now) => return self.tick(now),
            Input::Resized => {}
            Input::Paste(text) => self.paste(&text),
            Input::Key(key) => {
                self.said = None;
                let effects = self.key(key);
                let effects = closing::as_corrections(self, effects);
                // whichever way it came here, a seat sees its own part
                self.sit();
                return effects;
            }
        }
        Vec::new()
    }

    fn tick(&mut self, now: NaiveDateTime) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.seat.now, now);
        let mut effects = floor::tick(self);
        if let Some(told) = run::leap(before, now, self.lang()) {
            self.said = Some(told);
            effects.push(Effect::Bell);
        }
        effects
    }

    fn paste(&mut self, text: &str) {
        let writing = self.place() == Place::Writing;
        match &mut self.dialog {
            Some(Dialog::Form(form, _)) => form.paste(text),
            Some(Dialog::Palette(palette)) => palette.picker.query.paste(text),
            Some(Dialog::Files(chooser)) => chooser.query.paste(text),
            Some(Dialog::Lock(lock)) => lock.typed.paste(text),
            Some(_) => {}
            None if writing => floor::paste(self, text),
            None => {
                if let Some(field) = self.typing() {
                    field.paste(text);
                }
            }
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        if self.screen == Screen::Hall && self.dialog.is_none() {
            return self.key_in_hall(key);
        }
        if self.dialog.is_some() {
            return dialog::key(self, key);
        }
        if self.note_takes(key) {
            return Vec::new();
        }
        let place = self.place();
        // a note half typed waits while ballots are keyed or a text is written: Enter is theirs
        let elsewhere = place.is_desk() || place == Place::Writing || self.screen == Screen::Roll;
        let note_key = (!self.note.is_empty() && !elsewhere).then(|| keymap::rows(Place::Note));
        let binding = note_key.into_iter().flatten().find(|row| row.key == key).or_else(|| keymap::find(place, key));
        if let Some(binding) = binding {
            return match (binding.when)(self) {
                Ok(()) => self.act(binding.action),
                Err(why) => self.refuse_key(why),
            };
        }
        match self.typing() {
            Some(field) => drop(field.key(key)),
            None if place == Place::Writing => floor::key(self, key),
            None => {}
        }
        Vec::new()
    }

    /// The hall's screen takes no key but those of its own, and a key that is none shows nothing.
    fn key_in_hall(&mut self, key: Key) -> Vec<Effect> {
        match keymap::find(self.place(), key) {
            Some(binding) if (binding.when)(self).is_ok() => self.act(binding.action),
            _ => Vec::new(),
        }
    }

    /// A dim key was pressed: says why it is dim.
    fn refuse_key(&mut self, why: Word) -> Vec<Effect> {
        self.said = Some(why(self.lang()).to_owned());
        vec![Effect::Bell]
    }

    /// The field that typed letters go to: the search of the roll, elsewhere the note; none while ballots are keyed or texts written.
    fn typing(&mut self) -> Option<&mut Field> {
        match self.place() {
            place if place.is_desk() || matches!(place, Place::Writing | Place::Preview) => None,
            _ if self.screen == Screen::Roll => Some(&mut self.on.roll.query),
            _ if self.screen == Screen::Start => Some(&mut self.on.start.query),
            // notes are the secretary's
            _ if self.seat.who.role != Role::Secretary => None,
            _ => Some(&mut self.note),
        }
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Go(screen) => {
                let Some(screen) = seat::screen(self.seat.who.role, screen) else {
                    return self.refuse_key(words::seats::not_this_seat);
                };
                self.practice = None;
                self.screen = screen;
                self.entered(screen)
            }
            Action::WriteNote => self.write_note(),
            Action::DropNote => {
                self.note.take();
                self.clear_draft()
            }
            Action::SwitchLanguage => {
                self.seat.lang = if self.lang() == Lang::Vi { Lang::En } else { Lang::Vi };
                Vec::new()
            }
            Action::Help => {
                self.dialog = Some(Dialog::Help(0, None));
                Vec::new()
            }
            Action::Press(..)
            | Action::Palette
            | Action::Answer(_)
            | Action::Menu
            | Action::ChooseRole
            | Action::TakeSeat(_)
            | Action::Undo
            | Action::Leave => menu::act(self, action),
            Action::Run(action) => run::act(self, action),
            Action::Roll(action) => roll::act(self, action),
            Action::Floor(action) => floor::act(self, action),
            Action::Votes(action) => votes::act(self, action),
            // the keys of the pad are the trainer's while it is open
            Action::Elections(elections::Action::Tap(tap)) if self.practice.is_some() => practice::tap(self, tap),
            Action::Elections(elections::Action::NumLockOff) if self.practice.is_some() => practice::num_lock_off(self),
            Action::Elections(action) => elections::act(self, action),
            Action::Minutes(action) => minutes::act(self, action),
            Action::Journal(action) => journal::act(self, action),
            Action::Start(action) => start::act(self, action),
            Action::HoldScreen => chair::hold_screen(self),
            Action::Chair(action) => chair::act(self, action),
            Action::Head(action) => head::act(self, action),
            Action::Desk(action) => desk::act(self, action),
            Action::Hall(action) => projector::act(self, action),
            Action::Practice(action) => practice::act(self, action),
        }
    }

    fn entered(&mut self, screen: Screen) -> Vec<Effect> {
        match screen {
            Screen::Run => run::settle(self),
            Screen::Minutes => minutes::settle(self),
            Screen::Journal => return journal::entered(self),
            Screen::Votes => votes::settle(self),
            // a desk comes back to its own screen from the bundles
            Screen::Desk => self.on.elections.leave_desk(),
            // what the others show is read from the congress as it is drawn
            Screen::Roll
            | Screen::Floor
            | Screen::Elections
            | Screen::Start
            | Screen::Chair
            | Screen::Head
            | Screen::Hall => {}
        }
        Vec::new()
    }

    /// A change of this screen was recorded.
    pub fn recorded(&mut self, entry: Entry) {
        self.saved = true;
        if matches!(entry.change, Change::Notes(notes::Change::Written(_))) {
            self.note.take();
            self.said = Some(frame::note_written(self.lang()).to_owned());
        }
        if matches!(entry.change, Change::Undone { .. }) {
            self.said = Some(frame::undone(self.lang()).to_owned());
        }
        if matches!(self.dialog, Some(Dialog::Form(..))) {
            self.dialog = None;
        }
        // what these forms record shows nowhere else on the screen they were opened from
        let unseen = matches!(
            entry.change,
            Change::Meeting(_) | Change::Gifts(_) | Change::Reports(reports::Change::FactStated(_))
        );
        if unseen {
            self.said = Some(telling::tell(&entry.change, &self.congress, self.lang()));
        }
        run::recorded(self, &entry);
        elections::recorded(self, &entry);
        votes::recorded(self, &entry);
        floor::recorded(self, &entry);
        roll::recorded(self, &entry);
        self.followed(vec![entry]);
    }

    /// Changes of other screens were read.
    pub fn followed(&mut self, entries: Vec<Entry>) {
        self.reached();
        roll::followed(self, &entries);
        self.entries.extend(entries);
        self.let_lines_go();
        self.tell_moved();
        self.settle();
    }

    /// The file was read again: what the hall's screen shows is true again. Says whether that changes anything.
    pub fn reached(&mut self) -> bool {
        let back = self.screen == Screen::Hall && !self.saved;
        self.saved |= back;
        back
    }

    /// Tells at once whoever types a text in a form that another screen has just changed it.
    fn tell_moved(&mut self) {
        let moved = matches!(&self.dialog, Some(Dialog::Form(form, _)) if form.has_moved(&self.congress));
        if moved {
            let told = self.told(&Refusal::TextMoved);
            if let Some(Dialog::Form(_, refused)) = &mut self.dialog {
                *refused = Some(told);
            }
        }
    }

    /// A change was refused: the sentence is shown, and nothing typed is lost.
    pub fn refused(&mut self, refusal: &Refusal) -> Vec<Effect> {
        let told = self.told(refusal);
        floor::refused(self);
        if *refusal == Refusal::TextMoved && floor::ask_which(self) {
            return vec![Effect::Bell];
        }
        if elections::refused(self, refusal, &told) {
            return vec![Effect::Bell];
        }
        self.dialog = Some(match self.dialog.take() {
            Some(Dialog::Form(mut form, _)) => {
                if *refusal == Refusal::TextMoved {
                    form.take_in(&self.congress);
                }
                form.stand_at_fault(refusal, self.lang());
                Dialog::Form(form, Some(told))
            }
            _ => Dialog::Refused(told),
        });
        vec![Effect::Bell]
    }

    /// Something outside was not done, as told: an open form or choice of a file stays with it.
    pub fn not_done(&mut self, told: Told) {
        self.dialog = Some(match self.dialog.take() {
            Some(Dialog::Form(form, _)) => Dialog::Form(form, Some(told)),
            _ => Dialog::Refused(told),
        });
    }

    /// A refusal in the language of the screen, with the article of the regulation in force.
    pub fn told(&self, refusal: &Refusal) -> Told {
        refusal.told(self.lang(), self.congress.meeting().regulation())
    }

    /// The file or the system failed: what was to be recorded is not saved.
    pub fn troubled(&mut self, what: String, hint: String) {
        self.saved = false;
        // the hall sees a mark in the corner, and what it saw before
        if self.screen != Screen::Hall {
            self.dialog = Some(Dialog::Trouble(what, hint));
        }
    }

    /// The last change of this role that can be undone.
    pub fn last_own_change(&self) -> Option<&Entry> {
        // a line stands before the one that undoes it: the end of a long journal is enough
        let mut undone = BTreeSet::new();
        self.entries.iter().rev().find(|entry| {
            if let Change::Undone { number } = entry.change {
                undone.insert(number);
            }
            let draft = matches!(entry.change, Change::Notes(notes::Change::Drafted { .. }));
            let founding = matches!(entry.change, Change::Meeting(_) | Change::Undone { .. });
            let may = may_undo(self.seat.who, (entry.number, entry.who)).is_ok();
            entry.who == self.seat.who && may && !draft && !founding && !undone.contains(&entry.number)
        })
    }
}
