//! Reads a sheet of ballots strictly: unknown, missing, repeated or impossible values are refused with their place. The
//! count itself is `domain::election`'s.

use super::ballots::Ballots;
use super::refusal::{Refusal, Step, Trail};
use crate::domain::election::count::Tally;
use crate::domain::election::form::{Contest, Office};
use crate::domain::election::outcome::{Round, Vote};
use crate::domain::fold::clean_line;
use crate::domain::regulation::Regulation;
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// A sheet that holds: what was read, with its ballots counted.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) names: Vec<String>,
    pub(super) tally: Tally,
    pub(super) round: Round,
    /// Whether the sheet says how many alternates are asked for.
    pub(super) alternates: Asked,
}

/// Whether something was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Yes,
    No,
}

/// Reads a sheet. Ballots that come before the list they are for are read in a second pass.
pub(super) fn read(text: &str) -> Result<Sheet, Refusal> {
    let mut fields = Fields::default();
    pass(text, &mut fields, Pass::All)?;
    if fields.ballots == Some(Reading::PutOff) {
        fields.tally = fields.contest().map(Tally::new);
        pass(text, &mut fields, Pass::BallotsOnly)?;
    }
    fields.sheet()
}

fn pass(text: &str, fields: &mut Fields, pass: Pass) -> Result<(), Refusal> {
    let mut trail = Trail::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_map(Reader {
        trail: &mut trail,
        fields,
        pass,
    });
    read.and_then(|()| json.end())
        .map_err(|error| trail.refusal(&error))
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Pass {
    All,
    BallotsOnly,
}

/// How far the ballots are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reading {
    Done,
    PutOff,
}

/// The fields read up to now.
#[derive(Default)]
struct Fields {
    regulation: Option<&'static Regulation>,
    office: Option<Office>,
    seats: Option<u16>,
    base: Option<u32>,
    round: Option<u16>,
    tie_revote: Option<bool>,
    alternates: Option<u16>,
    issued: Option<u32>,
    collected: Option<u32>,
    candidates: Option<Vec<String>>,
    ballots: Option<Reading>,
    tally: Option<Tally>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Regulation,
    Office,
    Seats,
    Base,
    Round,
    TieRevote,
    Alternates,
    Issued,
    Collected,
    Candidates,
    Ballots,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Field::Regulation => "regulation",
            Field::Office => "office",
            Field::Seats => "seats",
            Field::Base => "base",
            Field::Round => "round",
            Field::TieRevote => "tie_revote",
            Field::Alternates => "alternates",
            Field::Issued => "issued",
            Field::Collected => "collected",
            Field::Candidates => "candidates",
            Field::Ballots => "ballots",
        }
    }
}

impl Fields {
    fn has(&self, field: Field) -> bool {
        match field {
            Field::Regulation => self.regulation.is_some(),
            Field::Office => self.office.is_some(),
            Field::Seats => self.seats.is_some(),
            Field::Base => self.base.is_some(),
            Field::Round => self.round.is_some(),
            Field::TieRevote => self.tie_revote.is_some(),
            Field::Alternates => self.alternates.is_some(),
            Field::Issued => self.issued.is_some(),
            Field::Collected => self.collected.is_some(),
            Field::Candidates => self.candidates.is_some(),
            Field::Ballots => self.ballots.is_some(),
        }
    }

    /// What the ballots are judged by, once it has been read.
    fn contest(&self) -> Option<Contest> {
        let names = u16::try_from(self.candidates.as_ref()?.len()).ok()?;
        Some(Contest {
            names,
            seats: self.seats?,
            regulation: self.regulation?,
        })
    }

    fn sheet(self) -> Result<Sheet, Refusal> {
        let round = Round {
            office: self.office.ok_or_else(|| missing(Field::Office))?,
            base: self.base.ok_or_else(|| missing(Field::Base))?,
            number: self.round.unwrap_or(1),
            vote: if self.tie_revote == Some(true) {
                Vote::TieRevote
            } else {
                Vote::Ordinary
            },
            alternates: self.alternates.unwrap_or(0),
            issued: self.issued.ok_or_else(|| missing(Field::Issued))?,
            collected: self.collected.ok_or_else(|| missing(Field::Collected))?,
        };
        let absent = [
            Field::Regulation,
            Field::Seats,
            Field::Candidates,
            Field::Ballots,
        ];
        if let Some(field) = absent.into_iter().find(|field| !self.has(*field)) {
            return Err(missing(field));
        }
        let alternates = if self.alternates.is_some() {
            Asked::Yes
        } else {
            Asked::No
        };
        let names = self.candidates.unwrap_or_default();
        let tally = self.tally.ok_or_else(|| missing(Field::Ballots))?;
        balanced(&tally, &round)?;
        Ok(Sheet {
            names,
            tally,
            round,
            alternates,
        })
    }
}

fn missing(field: Field) -> Refusal {
    Refusal {
        place: field.name().to_owned(),
        message: "is missing".to_owned(),
        hint: "only round, tie_revote and alternates may be left out",
    }
}

/// The ledger of the ballot (rules §6): the ballots are those collected, and nobody outside the base voted. A round that
/// is annulled may come without its ballots, for they are not to be counted.
fn balanced(tally: &Tally, round: &Round) -> Result<(), Refusal> {
    let annulled = round.collected > round.issued;
    if !(annulled && tally.counted() == 0) {
        tally
            .check(u64::from(round.collected))
            .map_err(|fault| Refusal {
                place: Field::Ballots.name().to_owned(),
                message: fault.to_string(),
                hint: "`times` of all ballots must add up to `collected`",
            })?;
    }
    if !annulled && round.collected > round.base {
        return Err(Refusal {
            place: Field::Collected.name().to_owned(),
            message: format!("{} ballots from a base of {}", round.collected, round.base),
            hint: "whoever votes is in the base: check `base` and `collected`",
        });
    }
    Ok(())
}

struct Reader<'a> {
    trail: &'a mut Trail,
    fields: &'a mut Fields,
    pass: Pass,
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sheet of ballots")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(field) = map.next_key::<Field>()? {
            let read = match (self.pass, field) {
                (Pass::BallotsOnly, Field::Ballots) => self.ballots(&mut map),
                (Pass::BallotsOnly, _) => map.next_value::<IgnoredAny>().map(|_| ()),
                (Pass::All, _) if self.fields.has(field) => Err(self
                    .trail
                    .fault("stands twice".to_owned(), "a sheet names each field once")),
                (Pass::All, _) => self.field(&mut map, field),
            };
            self.trail.at(Step::Field(field.name()), read)?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    fn field<'de, A: MapAccess<'de>>(&mut self, map: &mut A, field: Field) -> Result<(), A::Error> {
        const ALL: u16 = u16::MAX;
        let Reader { trail, fields, .. } = self;
        match field {
            Field::Regulation => {
                fields.regulation = Some(regulation(&map.next_value::<String>()?, trail)?)
            }
            Field::Office => {
                let name = map.next_value::<String>()?;
                fields.office = Some(Office::deserialize(StrDeserializer::new(&name))?);
            }
            Field::Seats => fields.seats = Some(map.next_value::<Whole>()?.between(1, ALL, trail)?),
            Field::Base => {
                fields.base = Some(map.next_value::<Whole>()?.between(1, u32::MAX, trail)?)
            }
            Field::Round => fields.round = Some(map.next_value::<Whole>()?.between(1, ALL, trail)?),
            Field::TieRevote => fields.tie_revote = Some(map.next_value()?),
            Field::Alternates => {
                fields.alternates = Some(map.next_value::<Whole>()?.between(0, ALL, trail)?)
            }
            Field::Issued => {
                fields.issued = Some(map.next_value::<Whole>()?.between(0, u32::MAX, trail)?)
            }
            Field::Collected => {
                fields.collected = Some(map.next_value::<Whole>()?.between(0, u32::MAX, trail)?)
            }
            Field::Candidates => {
                fields.candidates = Some(map.next_value_seed(Candidates { trail })?)
            }
            Field::Ballots => {
                fields.tally = fields.contest().map(Tally::new);
                return self.ballots(map);
            }
        }
        Ok(())
    }

    fn ballots<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        if let Some(tally) = &mut self.fields.tally {
            self.fields.ballots = Some(Reading::Done);
            return map.next_value_seed(Ballots {
                trail: self.trail,
                tally,
            });
        }
        self.fields.ballots = Some(Reading::PutOff);
        map.next_value::<IgnoredAny>().map(|_| ())
    }
}

fn regulation<E: Error>(number: &str, trail: &mut Trail) -> Result<&'static Regulation, E> {
    Regulation::named(&clean_line(number)).ok_or_else(|| {
        trail.fault(
            format!("no regulation {number:?} is known"),
            "known are \"190-QĐ/TW\" and \"244-QĐ/TW\"",
        )
    })
}

/// The list of names.
struct Candidates<'a> {
    trail: &'a mut Trail,
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
        const APART: &str =
            "tell persons of the same name apart as the ballot does, by year of birth or unit";
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
                _ if name.is_empty() => {
                    Some(("the name is empty".to_owned(), "every number needs a name"))
                }
                Some(first) => Some((format!("{name:?} is candidates[{first}] already"), APART)),
                None if names.len() >= usize::from(u16::MAX) => Some((
                    "the list is too long".to_owned(),
                    "a ballot holds at most 65535 names",
                )),
                None => None,
            };
            if let Some((message, hint)) = fault {
                let error = trail.fault(message, hint);
                return trail.at(place, Err(error));
            }
            names.push(name);
        }
        if names.is_empty() {
            return Err(trail.fault(
                "the list is empty".to_owned(),
                "a ballot has at least one name",
            ));
        }
        Ok(names)
    }
}

/// A whole number as the sheet has it, before its range is checked.
#[derive(Clone, Copy)]
pub(super) struct Whole(i64);

impl Whole {
    /// The number, if it is from 1 to `most`.
    pub(super) fn within(self, most: u16) -> Option<u16> {
        u16::try_from(self.0)
            .ok()
            .filter(|number| (1..=most).contains(number))
    }

    /// The number, or a fault if it is not from `least` to `most`.
    pub(super) fn between<T, E>(self, least: T, most: T, trail: &mut Trail) -> Result<T, E>
    where
        T: TryFrom<i64> + PartialOrd + fmt::Display,
        E: Error,
    {
        let number = T::try_from(self.0)
            .ok()
            .filter(|number| (&least..=&most).contains(&number));
        number.ok_or_else(|| {
            trail.fault(
                format!("{self} is not between {least} and {most}"),
                "counts are whole numbers",
            )
        })
    }
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Whole {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Whole, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Whole;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            #[inline]
            fn visit_i64<E>(self, number: i64) -> Result<Whole, E> {
                Ok(Whole(number))
            }

            #[inline]
            fn visit_u64<E>(self, number: u64) -> Result<Whole, E> {
                Ok(Whole(i64::try_from(number).unwrap_or(i64::MAX)))
            }
        }
        deserializer.deserialize_i64(Number)
    }
}
