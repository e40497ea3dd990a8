//! A congress that is recorded after it was held: the hall's clock then goes on from where its record ended, on its own day.

use crate::domain::Congress;
use crate::domain::fold::fold;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Where the hall's clock of a congress starts that was founded after the day of the session under way; none for one that is held
/// when the computer says so. The clock of the day gives the hour where nothing else does.
pub fn past(congress: &Congress, founded: NaiveDate, clock: NaiveTime) -> Option<NaiveDateTime> {
    let session = congress.session_now().filter(|session| session.closed_at.is_none() && session.date < founded)?;
    let begins = session.starts.or_else(|| usual(session.part_of_day.as_deref()?)).unwrap_or(clock);
    let begins = session.date.and_time(begins);
    let last = moments(congress).filter(|moment| moment.date() == session.date).max();
    Some(last.unwrap_or(begins))
}

/// The hour at which a session of a part of the day usually begins, where none is known.
fn usual(part: &str) -> Option<NaiveTime> {
    let part = fold(part);
    let begins = [("sang", 8), ("chieu", 14), ("toi", 19)];
    let (_, hour) = begins.into_iter().find(|(word, _)| part.contains(word))?;
    NaiveTime::from_hms_opt(hour, 0, 0)
}

/// When the hall did something.
fn moments(congress: &Congress) -> impl Iterator<Item = NaiveDateTime> {
    let items = congress.items.iter().flat_map(|item| [item.started_at, item.finished_at]);
    let speeches = congress.speeches.iter().flat_map(|speech| [speech.started_at, speech.ended_at]);
    let votes = congress.motions.iter().map(|motion| motion.vote.as_ref().map(|vote| vote.at));
    let marks = congress.attendance.iter().map(|row| row.marks.last().map(|mark| mark.at));
    let rounds = congress.rounds.iter().flat_map(|round| {
        let times = &round.times;
        [Some(times.opened), times.issued, times.collected, times.closed, times.announced, times.handed_over]
    });
    items.chain(speeches).chain(votes).chain(marks).chain(rounds).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Role};
    use serde_json::json;

    fn held(day: &str, begun: bool) -> Congress {
        let mut congress = Congress::default();
        let mut lines = vec![
            json!({"meeting": {"founded": {"kind": "cell", "unit": "Chi bộ", "superior": "Đảng ủy"}}}),
            json!({"agenda": {"session_called": {"id": 1, "date": day, "starts": "14:00:00"}}}),
            json!({"agenda": {"added": {"id": 1, "session": 1, "title": "Chào cờ", "kind": "ceremony"}}}),
        ];
        if begun {
            lines.push(json!({"agenda": {"started": {"item": 1, "at": format!("{day}T14:07:00")}}}));
        }
        for line in lines {
            let change: Change = serde_json::from_value(line).unwrap();
            congress.judge(Role::Secretary.into(), &change).unwrap();
            congress.apply(&change);
        }
        congress
    }

    #[test]
    fn an_afternoon_begins_in_the_afternoon() {
        assert_eq!(usual("Chiều"), NaiveTime::from_hms_opt(14, 0, 0));
        assert_eq!(usual("buổi sáng"), NaiveTime::from_hms_opt(8, 0, 0));
        assert_eq!(usual("cả ngày"), None);
    }

    #[test]
    fn a_past_congress_goes_on_on_its_own_day() {
        let founded = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        let at = |congress: &Congress| past(congress, founded, ten).map(|moment| moment.to_string());
        assert_eq!(at(&held("2022-08-18", false)).as_deref(), Some("2022-08-18 14:00:00"));
        assert_eq!(at(&held("2022-08-18", true)).as_deref(), Some("2022-08-18 14:07:00"));
        assert_eq!(at(&held("2026-11-26", true)), None);
        assert_eq!(at(&held("2026-12-03", false)), None, "what is prepared follows the computer");
    }
}
