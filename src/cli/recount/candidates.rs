//! Reads the names of a sheet: cleaned, none empty, none twice.

use super::refusal::{Step, Trail};
use crate::domain::fold::clean_line;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// The list of names.
pub(super) struct Candidates<'a> {
    pub(super) trail: &'a mut Trail,
}

impl<'de> DeserializeSeed<'de> for Candidates<'_> {
    type Value = Vec<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<String>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Candidates<'_> {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<String>, A::Error> {
        const APART: &str = "tell persons of the same name apart as the ballot does, by year of birth or unit";
        let trail = self.trail;
        let mut names: Vec<String> = Vec::new();
        let mut places = HashMap::new();
        loop {
            let place = Step::Index(names.len());
            let read = seq.next_element::<String>();
            let Some(name) = trail.at(place, read)? else {
                break;
            };
            let name = clean_line(&name);
            let fault = match places.insert(name.clone(), names.len()) {
                _ if name.is_empty() => Some(("the name is empty".to_owned(), "every number needs a name")),
                Some(first) => Some((format!("{name:?} is candidates[{first}] already"), APART)),
                None if names.len() >= usize::from(u16::MAX) => {
                    Some(("the list is too long".to_owned(), "a ballot holds at most 65535 names"))
                }
                None => None,
            };
            if let Some((message, hint)) = fault {
                let error = trail.fault(message, hint);
                return trail.at(place, Err(error));
            }
            names.push(name);
        }
        if names.is_empty() {
            return Err(trail.fault("the list is empty".to_owned(), "a ballot has at least one name"));
        }
        Ok(names)
    }
}
