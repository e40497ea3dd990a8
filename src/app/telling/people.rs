//! Roster, attendance and guests told in one line.

use super::{known, named, people_named, person, short};
use crate::app::words::telling as w;
use crate::domain::attendance::Change as Attendance;
use crate::domain::guests::Change as Guests;
use crate::domain::people::Change as People;
use crate::domain::{Congress, Lang};

/// How many of those who came at once are told by name.
const NAMED: usize = 3;

pub(super) fn roster(change: &People, congress: &Congress, lang: Lang) -> String {
    match change {
        People::Enrolled { people } => match people.as_slice() {
            [one] => w::enrolled_one(lang, &one.name),
            many => w::enrolled(lang, many.len(), &named(many.iter().map(|one| one.name.as_str().into()), lang)),
        },
        People::Corrected(corrected) => w::person_corrected(lang, &corrected.name),
        People::Replaced { absent, by } => {
            w::replaced(lang, &person(congress, *by, lang), &person(congress, *absent, lang))
        }
    }
}

pub(super) fn attendance(change: &Attendance, congress: &Congress, lang: Lang) -> String {
    match change {
        // of a whole hall the number says more than two of its names
        Attendance::Arrived { people, .. } if people.len() > NAMED => w::arrived_many(lang, people.len()),
        Attendance::Arrived { people, .. } => w::arrived(lang, &people_named(congress, people, lang)),
        Attendance::Left { person: id, at, .. } => {
            w::left(lang, &person(congress, *id, lang), &at.format("%H:%M").to_string())
        }
        Attendance::MarkedAbsent { person: id, reason, .. } => {
            let reason = reason.as_deref().map(short);
            let reason = reason.map_or_else(|| w::without_reason(lang).to_owned(), |why| w::reason(lang, &why));
            w::absent(lang, &person(congress, *id, lang), &reason)
        }
        Attendance::NeverCame { person: id, reason, .. } => {
            let reason = reason.as_deref().map(short);
            let reason = reason.map_or_else(|| w::without_reason(lang).to_owned(), |why| w::reason(lang, &why));
            w::never_came(lang, &person(congress, *id, lang), &reason)
        }
        Attendance::ExcuseDecided(excuse) => {
            let decided = if excuse.accepted { w::accepted(lang) } else { w::not_accepted(lang) };
            w::excuse(lang, &person(congress, excuse.id, lang), decided)
        }
    }
}

pub(super) fn guests(change: &Guests, congress: &Congress, lang: Lang) -> String {
    match change {
        Guests::Invited(guest) => w::invited(lang, &short(guest.label())),
        Guests::Came { guest, at } => {
            let name = known(congress.guest(*guest), guest.0, lang, |guest| short(guest.label()));
            w::guest_came(lang, &name, &at.format("%H:%M").to_string())
        }
    }
}
