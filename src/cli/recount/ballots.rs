//! Reads the ballots of a sheet straight into the tally: one paper at a time, none kept.

use super::refusal::{Step, Trail};
use super::whole::Whole;
use crate::domain::election::ballot::{Ballot, Column, Defect, MarkFault, Marks};
use crate::domain::election::count::Tally;
use crate::domain::election::form::Form;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

const NUMBERING: &str = "names are numbered from 1 in ballot order, each at most once";

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
pub(super) enum Field {
    Struck,
    Agree,
    Disagree,
    Times,
    Defect,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Field::Struck => column_name(Column::Struck),
            Field::Agree => column_name(Column::Agree),
            Field::Disagree => column_name(Column::Disagree),
            Field::Times => "times",
            Field::Defect => "defect",
        }
    }
}

pub(super) fn column_name(column: Column) -> &'static str {
    match column {
        Column::Struck => "struck",
        Column::Agree => "agree",
        Column::Disagree => "disagree",
    }
}

/// The list of ballots.
pub(super) struct Ballots<'a> {
    pub(super) trail: &'a mut Trail,
    pub(super) tally: &'a mut Tally,
}

impl<'de> DeserializeSeed<'de> for Ballots<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Ballots<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of ballots")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Ballots { trail, tally } = self;
        let mut ballot = Ballot { marks: Marks::none(tally.contest().form()), defect: None };
        let names = tally.contest().names;
        for index in 0.. {
            let paper = Paper { trail, ballot: &mut ballot, names };
            let read = seq.next_element_seed(paper);
            let Some(times) = trail.at(Step::Index(index), read)? else {
                break;
            };
            if let Err(fault) = tally.add(&ballot, times) {
                if let MarkFault::OutsideList { column, index, .. } | MarkFault::Repeated { column, index, .. } = fault
                {
                    trail.step(Step::Index(index));
                    trail.step(Step::Field(column_name(column)));
                }
                let error = trail.fault(fault.to_string(), NUMBERING);
                return trail.at(Step::Index(index), Err(error));
            }
        }
        Ok(())
    }
}

/// One ballot, read into the same paper again and again; its value is how often it occurred.
struct Paper<'a> {
    trail: &'a mut Trail,
    ballot: &'a mut Ballot,
    names: u16,
}

impl<'de> DeserializeSeed<'de> for Paper<'_> {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<u32, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Paper<'_> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a ballot")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<u32, A::Error> {
        self.ballot.marks.clear();
        self.ballot.defect = None;
        let mut times = 1;
        let mut given = [false; 5];
        while let Some(field) = map.next_key::<Field>()? {
            let read = if std::mem::replace(&mut given[field as usize], true) {
                Err(self.trail.fault("stands twice".to_owned(), "a ballot names each field once"))
            } else {
                self.field(&mut map, field, &mut times)
            };
            self.trail.at(Step::Field(field.name()), read)?;
        }
        Ok(times)
    }
}

impl Paper<'_> {
    fn field<'de, A: MapAccess<'de>>(&mut self, map: &mut A, field: Field, times: &mut u32) -> Result<(), A::Error> {
        match (field, &mut self.ballot.marks) {
            (Field::Times, _) => {
                *times = map.next_value::<Whole>()?.between(1, u32::MAX, self.trail)?;
            }
            (Field::Defect, _) => {
                let name = map.next_value::<String>()?;
                self.ballot.defect = Some(Defect::deserialize(StrDeserializer::new(&name))?);
            }
            (Field::Struck, Marks::Struck(numbers))
            | (Field::Agree, Marks::Boxes { agree: numbers, .. })
            | (Field::Disagree, Marks::Boxes { disagree: numbers, .. }) => {
                map.next_value_seed(Numbers { trail: self.trail, column: numbers, names: self.names })?;
            }
            (_, marks) => {
                let hint = match marks.form() {
                    Form::StrikeOut => "more names than seats: the ballots say which names are `struck`",
                    Form::AgreeDisagree => "no more names than seats: the ballots say `agree` and `disagree`",
                };
                return Err(self.trail.fault("belongs to the other form of ballot".to_owned(), hint));
            }
        }
        Ok(())
    }
}

/// The numbers of one column.
struct Numbers<'a> {
    trail: &'a mut Trail,
    column: &'a mut Vec<u16>,
    names: u16,
}

impl<'de> DeserializeSeed<'de> for Numbers<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Numbers<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Numbers { trail, column, names } = self;
        loop {
            let place = Step::Index(column.len());
            let read = seq.next_element::<Whole>();
            let Some(number) = trail.at(place, read)? else {
                return Ok(());
            };
            let Some(number) = number.within(names) else {
                let message = format!("{number} is not between 1 and {names}");
                let error = trail.fault(message, NUMBERING);
                return trail.at(place, Err(error));
            };
            column.push(number);
        }
    }
}
