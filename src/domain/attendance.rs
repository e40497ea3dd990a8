//! Attendance of each person in each session, with the time of every coming and going, and reasons for absence.
//! Whether a reason is accepted (so that the absent person leaves the base) is a decision of its own.

use super::agenda::filled;
use super::congress::Congress;
use super::id::{PersonId, SessionId};
use super::people::{Person, Standing};
use super::refusal::{Noun, Refusal};
use super::register::{Entity, entity};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// In the room (có mặt).
    Present,
    /// Went out after coming (đã ra về).
    Left,
    /// Not come (vắng).
    Absent,
}

/// A coming or going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mark {
    /// Where the person is from this moment.
    pub presence: Presence,
    /// The moment.
    pub at: NaiveDateTime,
    /// Came after the session had opened (đến muộn).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

/// A person in a session; who was not called yet has no row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attendance {
    /// The session.
    pub session: SessionId,
    /// The person.
    pub person: PersonId,
    /// Where they are now.
    pub presence: Presence,
    /// Why they are absent (có lý do); none: without reason.
    #[serde(default)]
    pub reason: Option<String>,
    /// Every coming and going, in order.
    pub marks: Vec<Mark>,
}

impl Attendance {
    /// Whether the person was in the room at all, however late or short.
    pub fn came(&self) -> bool {
        self.marks.iter().any(|mark| mark.presence == Presence::Present)
    }
}

impl Entity for Attendance {
    type Key = (SessionId, PersonId);
    const TABLE: &'static str = "attendance";
    const KEY: &'static [&'static str] = &["session", "person"];
    fn key(&self) -> Self::Key {
        (self.session, self.person)
    }
}

/// A decision on the reason of a person absent for the whole congress (rules §5).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excuse {
    /// The person.
    pub id: PersonId,
    /// Whether the convening committee accepted the reason.
    pub accepted: bool,
    /// Who decided, and on what ground.
    pub ground: String,
}

entity!(Excuse, PersonId, "excuse");

/// Changes of attendance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// People came in, for the first time or again.
    Arrived {
        /// The session.
        session: SessionId,
        /// The people.
        people: Vec<PersonId>,
        /// When.
        at: NaiveDateTime,
    },
    /// A person went out.
    Left {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// When.
        at: NaiveDateTime,
    },
    /// A person is absent.
    MarkedAbsent {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// When this was noted.
        at: NaiveDateTime,
        /// Why; none: without reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A person who was recorded present never came: a slip of the roll, not a going.
    NeverCame {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// When this was noted.
        at: NaiveDateTime,
        /// Why the person is absent; none: without reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// The convening committee decided whether a reason is accepted.
    ExcuseDecided(Excuse),
}

impl Congress {
    /// A person's attendance in a session.
    pub fn attendance_of(&self, session: SessionId, person: PersonId) -> Option<&Attendance> {
        self.attendance.get(&(session, person))
    }

    /// The roll of a session: everybody called there, in the order of the roster.
    pub fn roll_of(&self, session: SessionId) -> impl Iterator<Item = &Attendance> {
        self.attendance.range((session, PersonId(0))..=(session, PersonId(u32::MAX)))
    }

    /// Where a person is in the session that sits.
    pub fn presence(&self, person: PersonId) -> Option<Presence> {
        let session = self.session_now()?;
        Some(self.attendance_of(session.id, person)?.presence)
    }

    /// Whether a person has come to no session at all (vắng suốt đại hội).
    pub fn absent_throughout(&self, person: PersonId) -> bool {
        !self.sessions.iter().any(|session| self.attendance_of(session.id, person).is_some_and(Attendance::came))
    }
}

impl Congress {
    /// Whose place somebody else holds in a session, so that each place counts once: the delegate an alternate sits for, or the
    /// alternate while only the delegate has come (rules §1).
    pub fn unseated(&self, session: SessionId) -> BTreeSet<PersonId> {
        let came = |person: PersonId| self.attendance_of(session, person).is_some_and(Attendance::came);
        let places = self.people.iter().filter_map(|alternate| Some((alternate.id, alternate.replaces?)));
        places.map(|(by, absent)| if came(absent) && !came(by) { by } else { absent }).collect()
    }

    /// Those summoned to a session (được triệu tập), each place once.
    pub fn summoned_to(&self, session: SessionId) -> impl Iterator<Item = &Person> {
        let unseated = self.unseated(session);
        self.people.iter().filter(move |person| person.is_summoned() && !unseated.contains(&person.id))
    }

    /// Those summoned to the session that sits, or that comes first.
    pub fn summoned(&self) -> impl Iterator<Item = &Person> {
        self.summoned_to(self.session_now().map_or(SessionId(0), |session| session.id))
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Arrived { session, people, at } => {
            sitting(congress, *session)?;
            if people.is_empty() {
                return Err(Refusal::Blank { what: Noun::Person });
            }
            let mut seen = BTreeSet::new();
            // the roster is walked once, not once for each of two thousand people
            let replaced: BTreeSet<PersonId> = congress.people.iter().filter_map(|person| person.replaces).collect();
            people.iter().try_for_each(|person| {
                judge_arrival(congress, (*session, *person), (*at, &replaced))?;
                let name = || congress.person(*person).map(|person| person.name.clone());
                if seen.insert(person) { Ok(()) } else { Err(Refusal::AlreadyPresent { name: name()? }) }
            })
        }
        Change::Left { session, person, at } => {
            sitting(congress, *session)?;
            let name = congress.person(*person)?.name.clone();
            match congress.attendance_of(*session, *person) {
                Some(row) if row.presence == Presence::Present => after_last(row, name, *at),
                _ => Err(Refusal::NotPresent { name }),
            }
        }
        Change::MarkedAbsent { session, person, reason, .. } => {
            sitting(congress, *session)?;
            let name = congress.person(*person)?.name.clone();
            if let Some(reason) = reason {
                filled(reason, Noun::Reason)?;
            }
            match congress.attendance_of(*session, *person) {
                Some(row) if row.presence == Presence::Present => Err(Refusal::AlreadyPresent { name }),
                Some(row) if row.presence == Presence::Left => Err(Refusal::CameAndLeft { name }),
                _ => Ok(()),
            }
        }
        Change::NeverCame { session, person, reason, .. } => {
            sitting(congress, *session)?;
            let name = congress.person(*person)?.name.clone();
            if let Some(reason) = reason {
                filled(reason, Noun::Reason)?;
            }
            match congress.attendance_of(*session, *person) {
                Some(row) if row.presence == Presence::Present => Ok(()),
                _ => Err(Refusal::NotPresent { name }),
            }
        }
        Change::ExcuseDecided(excuse) => {
            let person = congress.person(excuse.id)?;
            filled(&excuse.ground, Noun::Ground)?;
            if congress.absent_throughout(person.id) {
                Ok(())
            } else {
                Err(Refusal::AlreadyPresent { name: person.name.clone() })
            }
        }
    }
}

fn sitting(congress: &Congress, session: SessionId) -> Result<(), Refusal> {
    match congress.session(session)?.closed_at {
        Some(_) => Err(Refusal::SessionClosed),
        None => Ok(()),
    }
}

/// Refuses a going before the coming, or a coming back before the going.
fn after_last(row: &Attendance, name: String, at: NaiveDateTime) -> Result<(), Refusal> {
    match row.marks.last() {
        Some(last) if at < last.at => {
            let hour = |moment: NaiveDateTime| moment.format("%H:%M").to_string();
            Err(Refusal::MarkBeforeLast { name, at: hour(at), last: hour(last.at) })
        }
        _ => Ok(()),
    }
}

fn judge_arrival(
    congress: &Congress,
    (session, person): (SessionId, PersonId),
    (at, replaced): (NaiveDateTime, &BTreeSet<PersonId>),
) -> Result<(), Refusal> {
    let person = congress.person(person)?;
    let name = person.name.clone();
    if person.standing == Standing::Suspended {
        return Err(Refusal::NotSummoned { name });
    }
    if replaced.contains(&person.id) {
        return Err(Refusal::DelegateReplaced { name });
    }
    match congress.attendance_of(session, person.id) {
        Some(row) if row.presence == Presence::Present => Err(Refusal::AlreadyPresent { name }),
        // who was marked absent may have been there before that was noted; who went out may not
        Some(row) if row.presence == Presence::Left => after_last(row, name, at),
        _ => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Arrived { session, people, at } => {
            let late = congress
                .sessions
                .get(session)
                .is_some_and(|session| session.opened_at.is_some_and(|opened| opened < *at));
            for person in people {
                mark(congress, (*session, *person), Mark { presence: Presence::Present, at: *at, late });
            }
        }
        Change::Left { session, person, at } => {
            mark(congress, (*session, *person), Mark { presence: Presence::Left, at: *at, late: false });
        }
        Change::MarkedAbsent { session, person, at, reason } => {
            mark(congress, (*session, *person), Mark { presence: Presence::Absent, at: *at, late: false });
            if let Some(row) = congress.attendance.edit(&(*session, *person)) {
                row.reason.clone_from(reason);
            }
        }
        Change::NeverCame { session, person, at, reason } => congress.attendance.put(Attendance {
            session: *session,
            person: *person,
            presence: Presence::Absent,
            reason: reason.clone(),
            marks: vec![Mark { presence: Presence::Absent, at: *at, late: false }],
        }),
        Change::ExcuseDecided(excuse) => congress.excuses.put(excuse.clone()),
    }
}

fn mark(congress: &mut Congress, key: (SessionId, PersonId), mark: Mark) {
    if let Some(row) = congress.attendance.edit(&key) {
        let first = row.marks.iter().all(|earlier| earlier.presence == Presence::Absent);
        row.presence = mark.presence;
        row.reason = None;
        row.marks.push(Mark { late: mark.late && first, ..mark });
    } else {
        let (session, person) = key;
        congress.attendance.put(Attendance {
            session,
            person,
            presence: mark.presence,
            reason: None,
            marks: vec![mark],
        });
    }
}
