//! Drift: how late the session runs against its plan, and when it will close.

use super::{later, minutes_between};
use crate::domain::Congress;
use crate::domain::agenda::{Item, ItemState};
use crate::domain::figures::has_hour;
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

/// The drift of a session that has begun; none before, and none where its hours are not known.
///
/// Items that run side by side are not added up: an item that began while the one before was under way starts its own clock,
/// and the rest of the plan begins when the longest of them ends.
pub fn drift(congress: &Congress, session: SessionId, now: NaiveDateTime) -> Option<Drift> {
    let items = congress.agenda(session);
    let began = items.iter().filter_map(|item| item.started_at).min()?;
    let closed = congress.sessions.get(&session)?.closed_at;
    if !has_hour(began) || closed.is_some_and(|closed| !has_hour(closed)) {
        return None;
    }
    let free = items.iter().filter(|item| item.state == ItemState::Running).map(|item| expected_end(item, now)).max();
    let planned = |counted: fn(&Item) -> bool| {
        let minutes = items.iter().filter(|item| counted(item)).map(|item| item.minutes);
        minutes.fold(0, u32::saturating_add)
    };
    let waiting = planned(|item| item.state == ItemState::Waiting);
    let closing = closed.unwrap_or_else(|| later(free.unwrap_or(now).max(now), waiting));
    let start = congress.sessions.get(&session).and_then(|session| Some(session.date.and_time(session.starts?)));
    // a session held on another day than planned is measured from its own beginning
    let start = start.filter(|start| start.date() == began.date()).unwrap_or(began);
    Some(Drift { minutes: minutes_between(later(start, planned(|_| true)), closing), closing })
}

fn expected_end(item: &Item, now: NaiveDateTime) -> NaiveDateTime {
    item.started_at.map_or(now, |started| later(started, item.minutes).max(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Role};
    use serde_json::json;

    #[test]
    fn no_plan_is_too_long_and_no_day_too_late() {
        let mut congress = Congress::default();
        let at = "+262142-12-31T23:00:00";
        let item =
            |id: u32| json!({"id": id, "session": 1, "title": "Chào cờ", "kind": "ceremony", "minutes": u32::MAX});
        for line in [
            json!({"meeting": {"founded": {"kind": "cell", "unit": "Chi bộ", "superior": "Đảng ủy"}}}),
            json!({"agenda": {"session_called": {"id": 1, "date": "+262142-12-31", "starts": "08:00:00"}}}),
            json!({"agenda": {"added": item(1)}}),
            json!({"agenda": {"added": item(2)}}),
            json!({"agenda": {"started": {"item": 1, "at": at}}}),
        ] {
            let change: Change = serde_json::from_value(line).unwrap();
            congress.judge(Role::Secretary.into(), &change).unwrap();
            congress.apply(&change);
        }
        let drift = drift(&congress, SessionId(1), at.parse().unwrap()).unwrap();
        assert_eq!(drift.closing, NaiveDateTime::MAX);
    }
}
