//! Choices of people for forms: members in ballot order, guests, speakers. No key is handled here.

use super::form::Choice;
use crate::domain::Congress;
use crate::domain::floor::Speaker;
use crate::domain::id::{GuestId, PersonId};
use crate::domain::names::NameKey;
use crate::domain::people::Person;

/// The number of the first guest among the choices of speakers: above every number of the roster.
const GUESTS: u32 = 1 << 24;

/// The roster by given name.
pub fn in_order(congress: &Congress) -> Vec<&Person> {
    let mut people: Vec<&Person> = congress.people.iter().collect();
    people.sort_by_cached_key(|person| (NameKey::of(&person.name), person.id));
    people
}

/// Members to choose from, by given name, those who fit only.
pub fn members(congress: &Congress, fits: impl Fn(&Person) -> bool) -> Vec<Choice> {
    let people = in_order(congress).into_iter().filter(|person| fits(person));
    people.map(|person| Choice::new(labelled(&person.name, person.office.as_deref()), person.id.0)).collect()
}

/// Everybody who may speak: members, then guests.
pub fn speakers(congress: &Congress) -> Vec<Choice> {
    let mut choices = members(congress, |_| true);
    let guests = congress.guests.iter();
    choices.extend(guests.map(|guest| {
        let office = guest.name.as_ref().and_then(|_| guest.offices.first());
        Choice::new(labelled(guest.label(), office.map(String::as_str)), GUESTS + guest.id.0)
    }));
    choices
}

/// The speaker behind a choice of [`speakers`].
pub fn speaker(value: u32) -> Speaker {
    match value.checked_sub(GUESTS) {
        Some(guest) => Speaker::Guest(GuestId(guest)),
        None => Speaker::Person(PersonId(value)),
    }
}

/// The choice of a speaker, where they are on one of the lists.
pub fn choice_of(speaker: &Speaker) -> Option<u32> {
    match speaker {
        Speaker::Person(person) => Some(person.0),
        Speaker::Guest(guest) => Some(GUESTS + guest.0),
        Speaker::Other { .. } => None,
    }
}

fn labelled(name: &str, office: Option<&str>) -> String {
    office.map_or_else(|| name.to_owned(), |office| format!("{name} – {office}"))
}
