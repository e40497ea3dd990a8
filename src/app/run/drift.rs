//! Drift: how late the session runs against its plan, and when it will close.

use super::{minutes_between, span};
use crate::domain::Congress;
use crate::domain::agenda::{Item, ItemState};
use crate::domain::id::SessionId;
use chrono::NaiveDateTime;

/// How a session runs against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drift {
    /// Minutes late; negative when early.
    pub minutes: i64,
    /// When it will close if the rest takes what was planned.
    pub closing: NaiveDateTime,
}

/// The drift of a session that has begun; none before.
///
/// Items that run side by side are not added up: an item that began while the one before was under way starts its own clock,
/// and the rest of the plan begins when the longest of them ends.
pub fn drift(congress: &Congress, session: SessionId, now: NaiveDateTime) -> Option<Drift> {
    let items = congress.agenda(session);
    let began = items.iter().filter_map(|item| item.started_at).min()?;
    let closed = congress.sessions.get(&session)?.closed_at;
    let free = items.iter().filter(|item| item.state == ItemState::Running).map(|item| expected_end(item, now)).max();
    let waiting: u32 = items.iter().filter(|item| item.state == ItemState::Waiting).map(|item| item.minutes).sum();
    let closing = closed.unwrap_or_else(|| free.unwrap_or(now).max(now) + span(waiting));
    let planned: u32 = items.iter().map(|item| item.minutes).sum();
    let start = congress.sessions.get(&session).and_then(|session| Some(session.date.and_time(session.starts?)));
    // a session held on another day than planned is measured from its own beginning
    let start = start.filter(|start| start.date() == began.date()).unwrap_or(began);
    Some(Drift { minutes: minutes_between(start + span(planned), closing), closing })
}

fn expected_end(item: &Item, now: NaiveDateTime) -> NaiveDateTime {
    item.started_at.map_or(now, |started| (started + span(item.minutes)).max(now))
}
