//! The congress as one value: its registers, the one question ([`Congress::judge`]) and the one way to change it
//! ([`Congress::apply`]). Reading counts out of it is done in the files of the features.

use super::agenda::{Item, Session};
use super::attendance::{Attendance, Excuse};
use super::bodies::Body;
use super::change::Change;
use super::classification::{Rating, Share};
use super::closing::{Closing, Correction};
use super::decisions::Decision;
use super::election::{Bundle, Candidate, DeskFile, Election, KeyedBallot, Keying, Recheck, Round, Settlement};
use super::floor::Speech;
use super::gifts::Gift;
use super::groups::Group;
use super::guests::Guest;
use super::id::{
    ElectionId, GuestId, ItemId, MotionId, PersonId, RatingId, ReportId, RoundId, SessionId, SpeechId, TargetId,
};
use super::interruptions::Interruption;
use super::issuing::Issue;
use super::meeting::Meeting;
use super::minutes::Rewording;
use super::motions::Motion;
use super::notes::{Draft, Note};
use super::passphrase::Passphrase;
use super::people::Person;
use super::projector::Projector;
use super::refusal::{Noun, Refusal};
use super::register::{Entity, Register};
use super::reports::{Fact, Report};
use super::role::{Who, may};
use super::targets::Target;
use super::{
    agenda, attendance, bodies, classification, closing, decisions, election, floor, gifts, groups, guests,
    interruptions, issuing, meeting, minutes, motions, notes, passphrase, people, projector, reports, targets,
};
use std::sync::LazyLock;

/// Something done to every register in turn: writing, reading, comparing.
pub trait Visit {
    /// What can go wrong.
    type Error;
    /// Does it to one register.
    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Self::Error>;
}

macro_rules! congress {
    ($($(#[$doc:meta])* $field:ident: $entity:ty,)*) => {
        /// A congress (đại hội): everything recorded of it.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Congress {$(
            $(#[$doc])*
            pub $field: Register<$entity>,
        )*}

        impl Congress {
            /// Does something to every register; a table comes after those it refers to.
            pub fn visit<V: Visit>(&mut self, visit: &mut V) -> Result<(), V::Error> {
                $(visit.visit(&mut self.$field)?;)*
                Ok(())
            }
        }
    };
}

congress! {
    /// The meeting: one row, none before the file is founded.
    meetings: Meeting,
    /// The sessions.
    sessions: Session,
    /// The items of the agenda.
    items: Item,
    /// The roster.
    people: Person,
    /// The guests.
    guests: Guest,
    /// Attendance by session and person.
    attendance: Attendance,
    /// Decisions on reasons for absence.
    excuses: Excuse,
    /// The speeches.
    speeches: Speech,
    /// The notes.
    notes: Note,
    /// Notes cut off by a closed window.
    drafts: Draft,
    /// The hand votes.
    motions: Motion,
    /// The reports.
    reports: Report,
    /// The figures of the reports.
    facts: Fact,
    /// The targets.
    targets: Target,
    /// The gifts and flowers.
    gifts: Gift,
    /// The discussion groups.
    groups: Group,
    /// The classifications of the unit and of members.
    ratings: Rating,
    /// The shares of members by level that a source states.
    shares: Share,
    /// The elections.
    elections: Election,
    /// The candidates.
    candidates: Candidate,
    /// The working bodies.
    bodies: Body,
    /// The rounds.
    rounds: Round,
    /// The bundles of ballots.
    bundles: Bundle,
    /// The keyings of the bundles.
    keyings: Keying,
    /// The keyed ballots.
    ballots: KeyedBallot,
    /// What third people decided on single papers.
    settlements: Settlement,
    /// The random rechecks.
    rechecks: Recheck,
    /// The passphrases of the roles, hashed.
    passphrases: Passphrase,
    /// What makes this a desk file: one row, none in the file of a congress.
    desk_files: DeskFile,
    /// Decisions of the congress or its chair.
    decisions: Decision,
    /// Paragraphs reworded by hand.
    rewordings: Rewording,
    /// The papers issued, by their number in the one series.
    issues: Issue,
    /// The hall's screen.
    projectors: Projector,
    /// The interruptions of sessions.
    interruptions: Interruption,
    /// The closing of the record: one row, none while it is open.
    closings: Closing,
    /// The corrections after it.
    corrections: Correction,
}

static UNFOUNDED: LazyLock<Meeting> = LazyLock::new(Meeting::default);

macro_rules! known {
    ($($(#[$doc:meta])* $name:ident($id:ty) -> $register:ident: $entity:ty, $noun:ident;)*) => {
        impl Congress {$(
            $(#[$doc])*
            pub fn $name(&self, id: $id) -> Result<&$entity, Refusal> {
                self.$register.get(&id).ok_or(Refusal::Unknown { what: Noun::$noun, number: id.0 })
            }
        )*}
    };
}

known! {
    /// The session with this number, or the refusal that says there is none.
    session(SessionId) -> sessions: Session, Session;
    /// The item with this number, or the refusal that says there is none.
    item(ItemId) -> items: Item, Item;
    /// The person with this number, or the refusal that says there is none.
    person(PersonId) -> people: Person, Person;
    /// The guest with this number, or the refusal that says there is none.
    guest(GuestId) -> guests: Guest, Guest;
    /// The speech with this number, or the refusal that says there is none.
    speech(SpeechId) -> speeches: Speech, Speech;
    /// The motion with this number, or the refusal that says there is none.
    motion(MotionId) -> motions: Motion, Motion;
    /// The report with this number, or the refusal that says there is none.
    report(ReportId) -> reports: Report, Report;
    /// The target with this number, or the refusal that says there is none.
    target(TargetId) -> targets: Target, Target;
    /// The classification with this number, or the refusal that says there is none.
    rating(RatingId) -> ratings: Rating, Rating;
    /// The election with this number, or the refusal that says there is none.
    election(ElectionId) -> elections: Election, Election;
    /// The round with this number, or the refusal that says there is none.
    round(RoundId) -> rounds: Round, Round;
}

impl Congress {
    /// The meeting; before the file is founded, an empty one.
    pub fn meeting(&self) -> &Meeting {
        self.meetings.get(&1).unwrap_or(&UNFOUNDED)
    }

    /// Says whether a change is in order, and changes nothing.
    ///
    /// The refusal is a sentence that can be read aloud, with what to do instead and the article behind it.
    pub fn judge(&self, who: Who, change: &Change) -> Result<(), Refusal> {
        may(who, change)?;
        let founding = matches!(
            change,
            Change::Meeting(meeting::Change::Founded(_))
                | Change::Election(election::Change::Desk(election::desk::Change::Opened { .. }))
        );
        if self.meetings.is_empty() && !founding {
            return Err(Refusal::NotFounded);
        }
        election::desk::refuse_elsewhere(self, change)?;
        closing::refuse_closed(self, change)?;
        interruptions::refuse_interrupted(self, change)?;
        self.judge_feature(who, change)
    }

    /// Asks the rules of the feature alone: whether the change agrees with what is recorded.
    pub(super) fn judge_feature(&self, who: Who, change: &Change) -> Result<(), Refusal> {
        match change {
            Change::Meeting(change) => meeting::judge(self, change),
            Change::People(change) => people::judge(self, change),
            Change::Guests(change) => guests::judge(self, change),
            Change::Agenda(change) => agenda::judge(self, change),
            Change::Attendance(change) => attendance::judge(self, change),
            Change::Bodies(change) => bodies::judge(self, change),
            Change::Floor(change) => floor::judge(self, change),
            Change::Notes(change) => notes::judge(self, change),
            Change::Motions(change) => motions::judge(self, change),
            Change::Targets(change) => targets::judge(self, change),
            Change::Reports(change) => reports::judge(self, change),
            Change::Gifts(change) => gifts::judge(self, change),
            Change::Groups(change) => groups::judge(self, change),
            Change::Classification(change) => classification::judge(self, change),
            Change::Election(change) => election::judge(self, who, change),
            Change::Minutes(change) => minutes::judge(self, change),
            Change::Decisions(change) => decisions::judge(self, change),
            Change::Issuing(change) => issuing::judge(self, change),
            Change::Passphrases(change) => passphrase::judge(self, who, change),
            Change::Interruptions(change) => interruptions::judge(self, change),
            Change::Closing(change) => closing::judge(self, who, change),
            // whether a line can be undone only the whole journal says: `journal::without`
            Change::Projector(_) | Change::Undone { .. } => Ok(()),
        }
    }

    /// Carries out a change that was judged in order; decides nothing.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Meeting(change) => meeting::apply(self, change),
            Change::People(change) => {
                people::apply(self, change);
                decisions::lapse(self);
            }
            Change::Guests(change) => guests::apply(self, change),
            Change::Agenda(change) => agenda::apply(self, change),
            Change::Attendance(change) => {
                attendance::apply(self, change);
                decisions::lapse(self);
            }
            Change::Bodies(change) => bodies::apply(self, change),
            Change::Floor(change) => floor::apply(self, change),
            Change::Notes(change) => notes::apply(self, change),
            Change::Motions(change) => motions::apply(self, change),
            Change::Targets(change) => targets::apply(self, change),
            Change::Reports(change) => reports::apply(self, change),
            Change::Gifts(change) => gifts::apply(self, change),
            Change::Groups(change) => groups::apply(self, change),
            Change::Classification(change) => classification::apply(self, change),
            Change::Election(change) => election::apply(self, change),
            Change::Minutes(change) => minutes::apply(self, change),
            Change::Decisions(change) => decisions::apply(self, change),
            Change::Issuing(change) => issuing::apply(self, change),
            Change::Passphrases(change) => passphrase::apply(self, change),
            Change::Projector(change) => projector::apply(self, change),
            Change::Interruptions(change) => interruptions::apply(self, change),
            Change::Closing(change) => closing::apply(self, change),
            // undoing is folding without a line, which `journal::fold` does
            Change::Undone { .. } => {}
        }
    }
}
