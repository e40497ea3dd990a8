//! Discussion groups (tổ thảo luận): which delegations sit in each, who leads it, and what it brings back to the hall.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::id::{GroupId, ItemId, PersonId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A discussion group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Number.
    pub id: GroupId,
    /// Its name: `Tổ 1`.
    pub name: String,
    /// The delegations that sit in it (đoàn đại biểu), as the roster names them.
    #[serde(default)]
    pub units: Vec<String>,
    /// Who leads it (tổ trưởng).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<PersonId>,
    /// Who takes its notes (thư ký tổ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secretary: Option<PersonId>,
    /// The item in which it sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// How many spoke in it; none where nobody says, never 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoke: Option<u32>,
    /// What it brings back, for the minutes.
    #[serde(default)]
    pub gist: String,
}

entity!(Group, GroupId, "discussion_group");

/// Changes of the groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A group was formed, or its entry corrected; also when it brings back what was said in it.
    Entered(Group),
}

impl Congress {
    /// How many of the roster sit in a group: those of its delegations; none where it names none.
    pub fn members_of(&self, group: &Group) -> Option<u32> {
        let sits = |unit: &Option<String>| unit.as_ref().is_some_and(|unit| group.units.contains(unit));
        let members = self.people.iter().filter(|person| person.is_summoned() && sits(&person.unit)).count();
        if group.units.is_empty() { None } else { u32::try_from(members).ok() }
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Entered(group) = change;
    numbered(group.id, Noun::Group)?;
    filled(&group.name, Noun::Name)?;
    if let Some(item) = group.item {
        congress.item(item)?;
    }
    for person in group.head.iter().chain(&group.secretary) {
        congress.person(*person)?;
    }
    // a delegation sits in one group
    for other in congress.groups.iter().filter(|other| other.id != group.id && other.item == group.item) {
        if let Some(unit) = group.units.iter().find(|unit| other.units.contains(unit)) {
            return Err(Refusal::UnitInTwoGroups { unit: unit.clone(), name: other.name.clone() });
        }
    }
    Ok(())
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Entered(group) = change;
    congress.groups.put(group.clone());
}
