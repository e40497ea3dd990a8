//! Sessions and their items: planned, started, finished, side by side, moved, added, skipped.
//! Planned and actual times are different fields; several items may run at once.

mod kind;

use super::congress::Congress;
use super::hall::Quorum;
use super::id::{Id, ItemId, SessionId};
use super::refusal::{Noun, Refusal};
use super::register::{Entity, Register, entity};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
pub use kind::ItemKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Kind of session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Preparatory session (phiên trù bị).
    Preparatory,
    /// Official session (phiên chính thức).
    #[default]
    Official,
}

/// A session (phiên họp).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Number of the session.
    pub id: SessionId,
    /// Kind of session.
    #[serde(default)]
    pub kind: SessionKind,
    /// The day.
    pub date: NaiveDate,
    /// The planned hour, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<NaiveTime>,
    /// Part of the day where no hour is given: `Chiều`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_day: Option<String>,
    /// When the first item that needs a quorum was started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<NaiveDateTime>,
    /// When its closing was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<NaiveDateTime>,
}

entity!(Session, SessionId, "session");

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Not started.
    #[default]
    Waiting,
    /// Under way.
    Running,
    /// Finished.
    Done,
    /// Left out, with a reason.
    Skipped,
}

/// An item of the agenda (nội dung chương trình).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Number of the item; stays when the item is moved.
    pub id: ItemId,
    /// The session it belongs to.
    pub session: SessionId,
    /// Place in the order of the session.
    #[serde(default)]
    pub place: u32,
    /// Title as announced.
    pub title: String,
    /// What it is about.
    #[serde(default)]
    pub kind: ItemKind,
    /// Planned minutes.
    #[serde(default)]
    pub minutes: u32,
    /// The chair's text (kịch bản); `{present}` and the like are filled in from the hall.
    #[serde(default)]
    pub script: String,
    /// Where it stands.
    #[serde(default)]
    pub state: ItemState,
    /// When it was first started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<NaiveDateTime>,
    /// Its place among the items as they were taken up, the last again when reopened. No clock tells this order:
    /// a computer's may be set back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<u32>,
    /// When it was finished or skipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<NaiveDateTime>,
    /// Why it was skipped, reopened or added to the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

entity!(Item, ItemId, "item");

impl Item {
    /// An item of the programme that nobody has begun; its place is given when it is added.
    pub fn planned(id: ItemId, session: SessionId, kind: ItemKind, title: impl Into<String>) -> Self {
        Self {
            id,
            session,
            place: 0,
            title: title.into(),
            kind,
            minutes: 0,
            script: String::new(),
            state: ItemState::Waiting,
            started_at: None,
            turn: None,
            finished_at: None,
            reason: None,
        }
    }
}

/// Changes of sessions and agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A session was called, or its entry corrected before it opened.
    SessionCalled(Session),
    /// An item was put at the end of its session's agenda.
    Added(Item),
    /// Title, kind, minutes or text of an item were rewritten.
    Rewritten {
        /// The item.
        item: ItemId,
        /// Title as announced.
        title: String,
        /// What it is about; none: as before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<ItemKind>,
        /// Planned minutes.
        minutes: u32,
        /// The chair's text.
        script: String,
    },
    /// The items of a session were put in this order.
    Reordered {
        /// The session.
        session: SessionId,
        /// All its items, in the new order.
        order: Vec<ItemId>,
    },
    /// An item was started; the first that needs a quorum opens the session.
    Started {
        /// The item.
        item: ItemId,
        /// When.
        at: NaiveDateTime,
    },
    /// An item was finished; finishing the closing closes the session.
    Finished {
        /// The item.
        item: ItemId,
        /// When.
        at: NaiveDateTime,
    },
    /// An item was left out.
    Skipped {
        /// The item.
        item: ItemId,
        /// When.
        at: NaiveDateTime,
        /// Why.
        reason: String,
    },
    /// A finished or skipped item was taken up again.
    Reopened {
        /// The item.
        item: ItemId,
        /// When.
        at: NaiveDateTime,
        /// Why.
        reason: String,
    },
}

impl Congress {
    /// The items of a session in their order.
    pub fn agenda(&self, session: SessionId) -> Vec<&Item> {
        let mut items: Vec<&Item> = self.items.iter().filter(|item| item.session == session).collect();
        items.sort_by_key(|item| (item.place, item.id));
        items
    }

    /// The items of all sessions in order.
    pub fn whole_agenda(&self) -> Vec<&Item> {
        self.sessions_in_order().flat_map(|session| self.agenda(session.id)).collect()
    }

    /// Whether no other session is still to be closed after this one.
    pub fn is_last(&self, session: SessionId) -> bool {
        !self.sessions.iter().any(|other| other.id != session && other.closed_at.is_none())
    }

    /// The sessions by day and number.
    pub fn sessions_in_order(&self) -> impl Iterator<Item = &Session> {
        let mut sessions: Vec<&Session> = self.sessions.iter().collect();
        sessions.sort_by_key(|session| (session.date, session.id));
        sessions.into_iter()
    }

    /// The session that sits, or the next one to sit, or the last one when all are closed.
    pub fn session_now(&self) -> Option<&Session> {
        let open = self.sessions_in_order().find(|session| session.closed_at.is_none());
        open.or_else(|| self.sessions_in_order().last())
    }

    /// The items under way.
    pub fn running(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.state == ItemState::Running)
    }

    /// The item notes and speeches belong to now: of those under way the one taken up last that is not a count.
    pub fn item_now(&self) -> Option<&Item> {
        self.running().max_by_key(|item| (item.kind != ItemKind::Counting, item.turn))
    }

    /// The session that something at a moment belongs to: the last one opened by then; once that is closed, the next where it is of
    /// the same day. So nothing belongs to none, whatever a clock said at the opening.
    pub fn session_at(&self, moment: NaiveDateTime) -> Option<&Session> {
        let opened: Vec<&Session> = self.sessions_in_order().filter(|session| session.opened_at.is_some()).collect();
        let (before, after) = opened.split_at(opened.partition_point(|session| session.opened_at <= Some(moment)));
        let over = |session: &&&Session| session.closed_at.is_some_and(|closed| closed < moment);
        let next = after.first().filter(|next| next.date == moment.date() || before.is_empty());
        next.filter(|_| before.last().is_none_or(|last| over(&last))).or(before.last()).copied()
    }

    /// The first item of the sitting session that waits.
    pub fn item_next(&self) -> Option<&Item> {
        let session = self.session_now()?;
        self.agenda(session.id).into_iter().find(|item| item.state == ItemState::Waiting)
    }

    /// Whether every session is closed, or the record over those that never opened.
    pub fn is_closed(&self) -> bool {
        self.closing().is_some()
            || !self.sessions.is_empty() && self.sessions.iter().all(|session| session.closed_at.is_some())
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::SessionCalled(session) => match congress.sessions.get(&session.id) {
            Some(known) if known.opened_at.is_some() => Err(Refusal::SessionOpen),
            _ if session.opened_at.or(session.closed_at).is_some() => Err(Refusal::SessionOpensByItem),
            _ => numbered(session.id, Noun::Session),
        },
        Change::Added(item) => judge_added(congress, item),
        Change::Rewritten { item, title, kind, .. } => {
            filled(title, Noun::Title)?;
            judge_kind(congress, congress.item(*item)?, *kind)
        }
        Change::Reordered { session, order } => judge_order(congress, *session, order),
        Change::Started { item, .. } => judge_start(congress, congress.item(*item)?),
        Change::Finished { item, .. } => judge_finish(congress, congress.item(*item)?),
        Change::Skipped { item, reason, .. } => {
            let item = congress.item(*item)?;
            open_session(congress, item.session)?;
            filled(reason, Noun::Reason)?;
            match item.state {
                ItemState::Waiting => Ok(()),
                _ => Err(Refusal::ItemNotWaiting { title: item.title.clone() }),
            }
        }
        Change::Reopened { item, reason, .. } => {
            let item = congress.item(*item)?;
            open_session(congress, item.session)?;
            filled(reason, Noun::Reason)?;
            match item.state {
                ItemState::Done | ItemState::Skipped => Ok(()),
                _ => Err(Refusal::ItemNotFinished { title: item.title.clone() }),
            }
        }
    }
}

/// Refuses a blank text, and a line break in what is written on one line.
pub(super) fn filled(text: &str, what: Noun) -> Result<(), Refusal> {
    match text {
        _ if text.trim().is_empty() => Err(Refusal::Blank { what }),
        _ if what.is_one_line() && text.contains('\n') => Err(Refusal::SeveralLines { what }),
        _ => Ok(()),
    }
}

/// Refuses the number 0: registers number from 1.
pub(super) fn numbered(id: impl Id, what: Noun) -> Result<(), Refusal> {
    if id.number() == 0 { Err(Refusal::Unknown { what, number: 0 }) } else { Ok(()) }
}

/// Refuses a number that is taken, or lower than the last: in some registers the last one is the one that counts.
pub(super) fn ascending<E: Entity>(register: &Register<E>, id: E::Key, what: Noun) -> Result<(), Refusal>
where
    E::Key: Id,
{
    let next = register.next_id();
    if register.get(&id).is_some() || id.number() == 0 {
        Err(Refusal::NumberTaken { what, number: id.number() })
    } else if id < next {
        Err(Refusal::NumberPassed { what, next: next.number() })
    } else {
        Ok(())
    }
}

fn open_session(congress: &Congress, session: SessionId) -> Result<&Session, Refusal> {
    let session = congress.session(session)?;
    if session.closed_at.is_some() { Err(Refusal::SessionClosed) } else { Ok(session) }
}

fn judge_added(congress: &Congress, item: &Item) -> Result<(), Refusal> {
    open_session(congress, item.session)?;
    filled(&item.title, Noun::Title)?;
    if congress.items.get(&item.id).is_some() || item.id.0 == 0 {
        return Err(Refusal::NumberTaken { what: Noun::Item, number: item.id.0 });
    }
    if item.state != ItemState::Waiting || item.started_at.is_some() || item.finished_at.is_some() {
        return Err(Refusal::ItemNotWaiting { title: item.title.clone() });
    }
    Ok(())
}

/// What an item is about decides how it starts and ends: that stays once it is over, or while it runs before the opening.
fn judge_kind(congress: &Congress, item: &Item, kind: Option<ItemKind>) -> Result<(), Refusal> {
    let open = congress.session(item.session)?.opened_at.is_some();
    let free = item.state == ItemState::Waiting || item.state == ItemState::Running && open;
    if free || kind.is_none_or(|kind| kind == item.kind) {
        Ok(())
    } else {
        Err(Refusal::ItemKindStays { title: item.title.clone() })
    }
}

fn judge_order(congress: &Congress, session: SessionId, order: &[ItemId]) -> Result<(), Refusal> {
    open_session(congress, session)?;
    let known: BTreeSet<ItemId> = congress.agenda(session).iter().map(|item| item.id).collect();
    let given: BTreeSet<ItemId> = order.iter().copied().collect();
    if known == given && given.len() == order.len() { Ok(()) } else { Err(Refusal::OrderIncomplete) }
}

fn judge_start(congress: &Congress, item: &Item) -> Result<(), Refusal> {
    let session = open_session(congress, item.session)?;
    if item.state != ItemState::Waiting {
        return Err(Refusal::ItemNotWaiting { title: item.title.clone() });
    }
    let earlier_open =
        congress.sessions_in_order().take_while(|other| other.id != session.id).any(|other| other.closed_at.is_none());
    if earlier_open {
        return Err(Refusal::EarlierSessionOpen);
    }
    if session.opened_at.is_some() || item.kind.precedes_opening() {
        return Ok(());
    }
    match congress.hall().quorum {
        Quorum::Missing { present, summoned, needed } => Err(Refusal::NoQuorum { present, summoned, needed }),
        Quorum::Reached | Quorum::NotStated => Ok(()),
    }
}

fn judge_finish(congress: &Congress, item: &Item) -> Result<(), Refusal> {
    if item.state != ItemState::Running {
        return Err(Refusal::ItemNotRunning { title: item.title.clone() });
    }
    if item.kind != ItemKind::Closing {
        return Ok(());
    }
    let open = |other: &&Item| other.id != item.id && matches!(other.state, ItemState::Waiting | ItemState::Running);
    match congress.agenda(item.session).into_iter().find(open) {
        Some(other) => Err(Refusal::ItemStillOpen { title: other.title.clone() }),
        None => super::election::refuse_closing(congress, item.session),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::SessionCalled(session) => congress.sessions.put(session.clone()),
        Change::Added(item) => {
            let last = congress.agenda(item.session).last().map_or(0, |last| last.place);
            congress.items.put(Item { place: last + 1, turn: None, ..item.clone() });
        }
        Change::Rewritten { item, title, kind, minutes, script } => {
            if let Some(item) = congress.items.edit(item) {
                item.title.clone_from(title);
                item.kind = kind.unwrap_or(item.kind);
                item.minutes = *minutes;
                item.script.clone_from(script);
            }
        }
        Change::Reordered { order, .. } => {
            for (place, item) in (1..).zip(order) {
                if let Some(item) = congress.items.edit(item) {
                    item.place = place;
                }
            }
        }
        Change::Started { item, at } => apply_started(congress, *item, *at),
        Change::Finished { item, at } => apply_finished(congress, *item, *at),
        Change::Skipped { item, at, reason } => {
            if let Some(item) = congress.items.edit(item) {
                item.state = ItemState::Skipped;
                item.finished_at = Some(*at);
                item.reason = Some(reason.clone());
            }
        }
        Change::Reopened { item, reason, .. } => {
            let turn = next_turn(congress);
            if let Some(item) = congress.items.edit(item) {
                if item.started_at.is_some() {
                    (item.state, item.turn) = (ItemState::Running, Some(turn));
                } else {
                    item.state = ItemState::Waiting;
                }
                item.finished_at = None;
                item.reason = Some(reason.clone());
            }
        }
    }
}

fn next_turn(congress: &Congress) -> u32 {
    congress.items.iter().filter_map(|item| item.turn).max().unwrap_or(0).saturating_add(1)
}

fn apply_started(congress: &mut Congress, item: ItemId, at: NaiveDateTime) {
    let turn = next_turn(congress);
    let Some(item) = congress.items.edit(&item) else { return };
    (item.state, item.turn) = (ItemState::Running, Some(turn));
    item.started_at = Some(at);
    if item.kind.precedes_opening() {
        return;
    }
    let session = item.session;
    if congress.sessions.get(&session).is_some_and(|session| session.opened_at.is_none())
        && let Some(session) = congress.sessions.edit(&session)
    {
        session.opened_at = Some(at);
    }
}

fn apply_finished(congress: &mut Congress, item: ItemId, at: NaiveDateTime) {
    let Some(item) = congress.items.edit(&item) else { return };
    item.state = ItemState::Done;
    // a clock that was put back makes no span shorter than nothing
    item.finished_at = Some(item.started_at.map_or(at, |started| at.max(started)));
    let session = item.session;
    if item.kind == ItemKind::Closing
        && let Some(session) = congress.sessions.edit(&session)
    {
        session.closed_at = Some(session.opened_at.map_or(at, |opened| at.max(opened)));
    }
}
