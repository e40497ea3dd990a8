//! Names in a plan resolved against the roster, then the guests. A name nobody bears is refused with those that are near.

use super::near::nearest;
use super::page::{Page, Placed};
use crate::domain::floor::Speaker;
use crate::domain::guests::Guest;
use crate::domain::id::PersonId;
use crate::domain::people::Person;

/// Who on the roster bears a name.
enum Bearer {
    One(PersonId),
    Nobody,
    /// Several do, which was noted as a fault.
    Refused,
}

impl Bearer {
    fn person(self) -> Option<PersonId> {
        match self {
            Self::One(person) => Some(person),
            Self::Nobody | Self::Refused => None,
        }
    }
}

/// Everybody a plan may name.
pub(super) struct Names<'a> {
    page: &'a Page<'a>,
    people: &'a [Person],
    guests: &'a [Guest],
}

impl<'a> Names<'a> {
    /// The names of a roster and of the guests.
    pub(super) fn new(page: &'a Page<'a>, people: &'a [Person], guests: &'a [Guest]) -> Self {
        Self { page, people, guests }
    }

    /// The person of this name, or `Tên #12` where several bear it.
    pub(super) fn person(&self, name: &Placed<String>) -> Option<PersonId> {
        let bearer = self.on_roster(name);
        if matches!(bearer, Bearer::Nobody) {
            self.unknown(name, "danh sách đảng viên", self.people.iter().map(|person| person.name.as_str()));
        }
        bearer.person()
    }

    /// Somebody on the roster, or else a guest.
    pub(super) fn speaker(&self, name: &Placed<String>) -> Option<Speaker> {
        let bearer = self.on_roster(name);
        if !matches!(bearer, Bearer::Nobody) {
            return bearer.person().map(Speaker::Person);
        }
        let guest = self.guests.iter().find(|guest| guest.label() == name.value);
        if guest.is_none() {
            let people = self.people.iter().map(|person| person.name.as_str());
            self.unknown(name, "danh sách đảng viên và khách mời", people.chain(self.guests.iter().map(Guest::label)));
        }
        guest.map(|guest| Speaker::Guest(guest.id))
    }

    fn on_roster(&self, name: &Placed<String>) -> Bearer {
        let (bare, number) = match name.value.rsplit_once(" #") {
            Some((bare, number)) => (bare, number.parse().ok().map(PersonId)),
            None => (name.value.as_str(), None),
        };
        let fits = |person: &&Person| person.name == bare && number.is_none_or(|number| person.id == number);
        let bearers: Vec<&Person> = self.people.iter().filter(fits).collect();
        match bearers.as_slice() {
            [] => Bearer::Nobody,
            [only] => Bearer::One(only.id),
            [first, ..] => {
                let remedy = format!("Ghi kèm số thứ tự trong danh sách, ví dụ «{bare} #{}».", first.id);
                self.page.fault(name.at, format!("Có {} người tên «{bare}».", bearers.len()), remedy);
                Bearer::Refused
            }
        }
    }

    fn unknown<'w>(&self, name: &Placed<String>, list: &str, names: impl Iterator<Item = &'w str>) {
        let near = nearest(&name.value, names);
        let remedy = if near.is_empty() {
            "Ghi đúng họ và tên như trong danh sách, hoặc thêm người đó.".to_owned()
        } else {
            format!("Có phải: {}?", near.join(", "))
        };
        self.page.fault(name.at, format!("Không có «{}» trong {list}.", name.value), remedy);
    }
}
