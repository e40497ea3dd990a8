//! Time used by person and by unit, and who never spoke. Only reckoned; drawing and keys are elsewhere.

use super::timing;
use crate::domain::Congress;
use crate::domain::attendance::Presence;
use crate::domain::floor::{Speaker, Speech, SpeechState};
use crate::domain::people::Person;
use chrono::NaiveDateTime;
use std::collections::{BTreeMap, BTreeSet};

/// How often and how long somebody spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Name of the person; for a unit the screen says it.
    pub name: String,
    /// Speeches.
    pub times: usize,
    /// Seconds in all; none where the hours of one of the speeches are not known.
    pub seconds: Option<i64>,
}

/// The unit a speaker belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A unit of the roster; empty where none is recorded.
    Of(String),
    /// Guests and whoever is on no list.
    Guests,
}

fn heard(congress: &Congress) -> impl Iterator<Item = &Speech> {
    congress.speeches.iter().filter(|speech| matches!(speech.state, SpeechState::Done | SpeechState::Speaking))
}

/// Time by person, the longest first.
pub fn by_person(congress: &Congress, now: NaiveDateTime) -> Vec<Spoken> {
    let name = |speech: &Speech| congress.speaker_name(&speech.speaker).to_owned();
    // two people of one name are two
    let key = |speech: &Speech| serde_json::to_string(&speech.speaker).unwrap_or_default();
    let spoken = tally(congress, now, |speech| (key(speech), name(speech)));
    longest_first(spoken.into_iter().map(|((_, name), (times, seconds))| Spoken { name, times, seconds }).collect())
}

/// Time by unit, the longest first.
pub fn by_unit(congress: &Congress, now: NaiveDateTime) -> Vec<(Unit, Spoken)> {
    let spoken = tally(congress, now, |speech| unit(congress, &speech.speaker));
    let mut rows: Vec<(Unit, Spoken)> = spoken
        .into_iter()
        .map(|(unit, (times, seconds))| (unit, Spoken { name: String::new(), times, seconds }))
        .collect();
    rows.sort_by_key(|(_, spoken)| std::cmp::Reverse(spoken.seconds));
    rows
}

/// Who never spoke of those who belong to the congress and are not absent, by given name.
pub fn silent(congress: &Congress) -> Vec<&str> {
    let spoke: BTreeSet<_> = heard(congress)
        .filter_map(|speech| match speech.speaker {
            Speaker::Person(person) => Some(person),
            Speaker::Guest(_) | Speaker::Other { .. } => None,
        })
        .collect();
    let people = super::super::people::in_order(congress).into_iter();
    let unseated = congress.session_now().map(|session| congress.unseated(session.id)).unwrap_or_default();
    let belongs = |person: &Person| {
        let here = congress.presence(person.id) != Some(Presence::Absent) && !unseated.contains(&person.id);
        here && (person.is_summoned() || person.votes())
    };
    let silent = people.filter(|person| belongs(person) && !spoke.contains(&person.id));
    silent.map(|person| person.name.as_str()).collect()
}

fn unit(congress: &Congress, speaker: &Speaker) -> Unit {
    match speaker {
        Speaker::Person(person) => {
            Unit::Of(congress.people.get(person).and_then(|person| person.unit.clone()).unwrap_or_default())
        }
        Speaker::Guest(_) | Speaker::Other { .. } => Unit::Guests,
    }
}

fn tally<K: Ord>(
    congress: &Congress,
    now: NaiveDateTime,
    key: impl Fn(&Speech) -> K,
) -> BTreeMap<K, (usize, Option<i64>)> {
    let mut tally = BTreeMap::new();
    for speech in heard(congress) {
        let row = tally.entry(key(speech)).or_insert((0, Some(0)));
        row.0 += 1;
        row.1 = row.1.zip(timing::seconds(speech, now)).map(|(all, this)| all + this);
    }
    tally
}

fn longest_first(mut rows: Vec<Spoken>) -> Vec<Spoken> {
    rows.sort_by_key(|spoken| std::cmp::Reverse(spoken.seconds));
    rows
}
