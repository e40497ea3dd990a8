//! The clock of a speech: time used, time left, and when the bell rings. The clock of the hall is an argument.

use super::State;
use crate::domain::Congress;
use crate::domain::figures::has_hour;
use crate::domain::floor::Speech;
use crate::domain::id::SpeechId;
use chrono::NaiveDateTime;

/// How near a speech is to its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// There is time, or no limit.
    Within,
    /// The last minute.
    LastMinute,
    /// The time is over.
    Over,
}

/// What the bell rang for: it rings once for each stage of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    speech: SpeechId,
    stage: Stage,
}

/// Seconds a speech has taken until now, or took; none before it is called, and none where an hour of it is not known.
pub fn seconds(speech: &Speech, now: NaiveDateTime) -> Option<i64> {
    let started = speech.started_at.filter(|started| has_hour(*started))?;
    let ended = speech.ended_at.map_or(Some(now), |ended| has_hour(ended).then_some(ended))?;
    Some((ended - started).num_seconds().max(0))
}

/// Seconds left of the limit, negative when over; none without a limit.
pub fn seconds_left(speech: &Speech, now: NaiveDateTime) -> Option<i64> {
    (speech.limit > 0).then(|| i64::from(speech.limit) * 60 - seconds(speech, now).unwrap_or(0))
}

/// The stage of a speech.
pub fn stage(speech: &Speech, now: NaiveDateTime) -> Stage {
    match seconds_left(speech, now) {
        Some(left) if left <= 0 => Stage::Over,
        Some(left) if left <= 60 => Stage::LastMinute,
        _ => Stage::Within,
    }
}

/// A span in minutes and seconds: `04:05`, with more digits from a hundred minutes on.
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.abs();
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// Takes note of who speaks without ringing: a screen opened late does not ring for what is past, and neither does a short limit.
pub(super) fn listen(state: &mut State, congress: &Congress, now: NaiveDateTime) {
    let speaking = congress.speaking();
    let known = state.heard.map(|heard| heard.speech);
    if speaking.map(|speech| speech.id) != known {
        state.heard = speaking.map(|speech| Heard { speech: speech.id, stage: stage(speech, now) });
    }
}

/// Whether the bell rings at this moment: once when the last minute begins, once when the time is over, again only after extra time.
pub(super) fn rings(state: &mut State, congress: &Congress, now: NaiveDateTime) -> bool {
    listen(state, congress, now);
    let (Some(speech), Some(heard)) = (congress.speaking(), &mut state.heard) else { return false };
    let reached = stage(speech, now);
    let later = reached > heard.stage;
    heard.stage = reached;
    later
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::floor::{Speaker, SpeechState};
    use chrono::{NaiveDate, TimeDelta};

    fn at(seconds: i64) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 0, 0).unwrap() + TimeDelta::seconds(seconds)
    }

    fn speaking(limit: u32) -> Congress {
        let mut congress = Congress::default();
        congress.speeches.put(Speech {
            limit,
            state: SpeechState::Speaking,
            started_at: Some(at(0)),
            ..Speech::registered(SpeechId(1), Speaker::Other { name: "A".into(), office: String::new() })
        });
        congress
    }

    fn bells(state: &mut State, congress: &Congress, seconds: std::ops::RangeInclusive<i64>) -> Vec<i64> {
        seconds.filter(|second| rings(state, congress, at(*second))).collect()
    }

    #[test]
    fn the_bell_rings_once_a_minute_before_and_once_at_the_end() {
        let mut state = State::default();
        assert_eq!(bells(&mut state, &speaking(5), 0..=900), [240, 300]);
    }

    #[test]
    fn extra_time_makes_it_ring_again() {
        let mut state = State::default();
        assert_eq!(bells(&mut state, &speaking(5), 0..=290), [240]);
        assert_eq!(bells(&mut state, &speaking(6), 291..=900), [300, 360]);
    }

    #[test]
    fn a_missing_limit_a_one_minute_limit_and_a_screen_opened_late_are_quiet() {
        assert_eq!(bells(&mut State::default(), &speaking(0), 0..=900), [0_i64; 0]);
        assert_eq!(bells(&mut State::default(), &speaking(1), 0..=900), [60]);
        assert_eq!(bells(&mut State::default(), &speaking(5), 600..=900), [0_i64; 0]);
    }

    #[test]
    fn a_clock_set_back_shows_no_negative_time() {
        let congress = speaking(5);
        assert_eq!(seconds(congress.speaking().unwrap(), at(-30)), Some(0));
        assert_eq!(clock(-65), "01:05");
        assert_eq!(clock(6000), "100:00");
    }
}
