//! The elections of a plan, and the names the outgoing committee prepared for each.
//!
//! The domain takes names only once the number to elect is voted; for delegates it is allotted, so those names are
//! nominated at once. The others go into the chair's text of the item, and the domain is asked whether each may stand.

use super::agenda::Agenda;
use super::fields::Fields;
use super::names::Names;
use super::page::Placed;
use crate::domain::election::list::Voters;
use crate::domain::election::{Candidate, Change, Election, Office, Source};
use crate::domain::id::{ElectionId, MotionId, PersonId};
use crate::domain::names::NameKey;
use crate::domain::{Change as Recorded, Congress, Refusal, Role};

const ELECTION: [&str; 7] = ["office", "title", "item", "voters", "seats", "alternates", "prepared"];

/// An election with the names prepared for it.
pub(super) struct Called<'a> {
    /// The election, without its item.
    pub(super) election: Placed<Election>,
    /// The people, each where their name stands.
    pub(super) prepared: Vec<Placed<PersonId>>,
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
    let value = Election {
        id,
        office: office?,
        title: fields.needed("title", "title = \"Chi ủy nhiệm kỳ 2022 – 2025\"").unwrap_or_default(),
        item: None,
        voters: voters.unwrap_or_default(),
        seats: fields.number("seats"),
        alternates: fields.number("alternates").unwrap_or_default(),
        seats_by: None,
        list_by: None,
        stated: None,
    };
    Some(Called { election: Placed { at: fields.at, value }, prepared, fields })
}

impl Called<'_> {
    /// Finds the item: the one named, or else the one in which this office is elected.
    pub(super) fn settle_item(&mut self, agenda: &Agenda) {
        let office = self.election.value.office;
        let named = agenda.named(&self.fields);
        self.election.value.item = named.or_else(|| agenda.electing(office));
    }

    /// The prepared names as the chair reads them: `06 đồng chí: …`, in ballot order.
    pub(super) fn listed(&self, congress: &Congress) -> Option<String> {
        let people = self.prepared.iter().filter_map(|person| congress.people.get(&person.value));
        let mut names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
        names.sort_by_cached_key(|name| NameKey::of(name));
        let count = crate::domain::figures::two_digits(u64::try_from(names.len()).unwrap_or(u64::MAX));
        (!names.is_empty()).then(|| format!("{count} đồng chí: {}", names.join(", ")))
    }

    /// The nominations that the domain takes at once, each with its place.
    pub(super) fn nominations(&self) -> Vec<Placed<Recorded>> {
        if self.election.value.seats_settled() { self.candidates() } else { Vec::new() }
    }

    /// Asks the domain whether each prepared person may stand, as if the number were voted; those refused.
    pub(super) fn refused(&self, congress: &Congress) -> Vec<Placed<Refusal>> {
        if self.election.value.seats_settled() {
            return Vec::new();
        }
        let mut asked =
            Congress { meetings: congress.meetings.clone(), people: congress.people.clone(), ..Congress::default() };
        // a committee stands in for every office: what is asked is the person's standing, not the order of elections
        let election = Election {
            office: Office::Committee,
            item: None,
            seats: Some(1),
            seats_by: Some(MotionId(1)),
            ..self.election.value.clone()
        };
        asked.elections.put(election);
        let mut refused = Vec::new();
        for candidate in self.candidates() {
            match asked.judge(Role::Secretary.into(), &candidate.value) {
                Ok(()) => asked.apply(&candidate.value),
                Err(refusal) => refused.push(Placed { at: candidate.at, value: refusal }),
            }
        }
        refused
    }

    fn candidates(&self) -> Vec<Placed<Recorded>> {
        let candidate = |person: &Placed<PersonId>| Placed {
            at: person.at,
            value: Recorded::Election(Change::Nominated(Candidate {
                election: self.election.value.id,
                person: person.value,
                source: Source::Prepared,
                support: None,
                withdrawal: None,
            })),
        };
        self.prepared.iter().map(candidate).collect()
    }
}
