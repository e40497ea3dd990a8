//! The elections of a plan, and the names the outgoing committee prepared for each.
//!
//! The domain nominates only once the number to elect is voted: the names stay with their election until then, and it is
//! asked of each whether they may stand.

use super::agenda::Agenda;
use super::fields::Fields;
use super::names::Names;
use super::page::Placed;
use crate::domain::election::list::Voters;
use crate::domain::election::{Change, Election};
use crate::domain::id::{ElectionId, PersonId};
use crate::domain::{Change as Recorded, Congress, Refusal, Role};
use crate::papers::script::OFFICES;

const ELECTION: [&str; 8] = ["office", "title", "item", "voters", "seats", "size", "alternates", "prepared"];

/// An election with the names prepared for it.
pub(super) struct Called<'a> {
    /// The election, without its item.
    pub(super) election: Placed<Election>,
    /// The people, each where their name stands.
    prepared: Vec<Placed<PersonId>>,
    fields: Fields<'a>,
}

/// Reads the elections; one without an office is noted and left out.
pub(super) fn elections<'a>(top: &Fields<'a>, names: &Names<'_>) -> Vec<Called<'a>> {
    let tables = top.tables("election", ("[[election]]", &ELECTION));
    (1..).zip(tables).filter_map(|(number, fields)| called(ElectionId(number), fields, names)).collect()
}

fn called<'a>(id: ElectionId, fields: Fields<'a>, names: &Names<'_>) -> Option<Called<'a>> {
    let office = fields.word("office");
    if office.is_none() && fields.place("office") == fields.at {
        fields.missing("office", "office = \"committee\" (committee, secretary, deputy, delegates …)");
    }
    let lines = fields.lines("prepared");
    let prepared = lines.iter().filter_map(|name| Some(Placed { at: name.at, value: names.person(name)? })).collect();
    let voters: Option<Voters> = fields.word("voters");
    let title = fields.needed("title", "title = \"Chi ủy nhiệm kỳ 2022 – 2025\"").unwrap_or_default();
    let value = Election {
        voters: voters.unwrap_or_default(),
        seats: fields.number("seats"),
        size: fields.number("size"),
        alternates: fields.number("alternates").unwrap_or_default(),
        ..Election::new(id, office?, title)
    };
    Some(Called { election: Placed { at: fields.at, value }, prepared, fields })
}

impl Called<'_> {
    /// Whether the plan names anybody for it.
    pub(super) fn has_names(&self) -> bool {
        !self.prepared.is_empty()
    }

    /// Finds the item: the one named, or else the one in which this office is elected.
    pub(super) fn settle_item(&mut self, agenda: &Agenda) {
        let office = self.election.value.office;
        let named = agenda.named(&self.fields);
        self.election.value.item = named.or_else(|| agenda.electing(office));
    }

    /// What fills the gap for prepared names in the chair's text: `{committee_prepared}`.
    pub(super) fn gap(&self) -> Option<String> {
        let (office, _) = OFFICES.into_iter().find(|(_, office)| *office == self.election.value.office)?;
        Some(format!("{{{office}_prepared}}"))
    }

    /// Gives the election the prepared names that the domain takes; the others come back with the reason, each where
    /// it stands.
    pub(super) fn prepare(&mut self, congress: &Congress) -> Vec<Placed<Refusal>> {
        let called = |election: &Election| Recorded::Election(Change::Called(election.clone()));
        let judged = |election: &Election| congress.judge(Role::Secretary.into(), &called(election));
        // an election that is refused without its names is told of once, where it begins
        if judged(&self.election.value).is_err() {
            return Vec::new();
        }
        let mut refused = Vec::new();
        for person in &self.prepared {
            let mut asked = self.election.value.clone();
            asked.prepared.push(person.value);
            match judged(&asked) {
                Ok(()) => self.election.value = asked,
                Err(refusal) => refused.push(Placed { at: person.at, value: refusal }),
            }
        }
        refused
    }
}
