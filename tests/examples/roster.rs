//! The question for the base: whose votes the half is taken of.

use super::hall;
use daihoi::domain::Congress;
use daihoi::domain::election::base;
use daihoi::domain::id::{ElectionId, PersonId};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// The kind of meeting.
    meeting: Value,
    /// So many of the roster are the committee, whose plenum votes.
    #[serde(default)]
    plenum: u32,
    /// Groups of people alike; the people are numbered from 1 in the order of the groups.
    roster: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    count: u32,
    /// What differs from a full member.
    person: Value,
    /// Whether they came; nobody was called where it is left out.
    #[serde(default)]
    presence: Option<Presence>,
    #[serde(default)]
    reason: Value,
    /// Whether the reason was accepted, where that was decided.
    #[serde(default)]
    accepted: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Presence {
    Present,
    Absent,
}

/// The base with who was taken off it and why, how many votes are needed, and how many may vote.
pub fn base(given: &Value) -> Value {
    let given: Given = serde_json::from_value(given.clone()).unwrap();
    let alike = |group: &Group| std::iter::repeat_n(group.person.clone(), group.count as usize);
    let mut congress = hall::meeting(&given.meeting, given.roster.iter().flat_map(alike));
    let mut first = 1;
    for group in &given.roster {
        let people: Vec<u32> = (first..).take(group.count as usize).collect();
        first += group.count;
        seat(&mut congress, group, &people);
    }
    let base = if given.plenum > 0 { of_plenum(&mut congress, given.plenum) } else { base::of_congress(&congress) };
    let mut deducted: BTreeMap<String, Vec<PersonId>> = BTreeMap::new();
    for off in &base.deducted {
        deducted.entry(json!(off.why).as_str().unwrap().to_owned()).or_default().push(off.person);
    }
    let need = congress.meeting().regulation().votes_needed(base.value);
    let voters = congress.hall().voters;
    json!({"total": base.total, "deducted": deducted, "base": base.value, "need": need, "voters": voters})
}

fn seat(congress: &mut Congress, group: &Group, people: &[u32]) {
    match group.presence {
        Some(Presence::Present) => hall::arrived(congress, people),
        Some(Presence::Absent) => people.iter().for_each(|person| hall::absent(congress, *person, &group.reason)),
        None => {}
    }
    for person in people.iter().filter(|_| group.accepted.is_some()) {
        let decided = json!({"id": person, "accepted": group.accepted, "ground": "Cấp ủy triệu tập quyết định"});
        hall::record(congress, json!({"attendance": {"excuse_decided": decided}}));
    }
}

/// The base of the first plenum of a committee of the first so many people.
fn of_plenum(congress: &mut Congress, members: u32) -> base::Base {
    let called = |id: u32, office: &str, voters: &str| json!({"election": {"called": {"id": id, "office": office, "title": office, "voters": voters}}});
    hall::record(congress, called(1, "committee", "congress"));
    let elected: Vec<u32> = (1..=members).collect();
    hall::record(congress, json!({"election": {"result_stated": {"election": 1, "elected": elected}}}));
    hall::record(congress, called(2, "secretary", "plenum"));
    base::propose(congress, congress.elections.get(&ElectionId(2)).unwrap())
}
