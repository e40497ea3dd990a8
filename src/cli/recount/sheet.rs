//! Reads a sheet of ballots strictly: unknown, missing, repeated or impossible values are refused with their place. The
//! count itself is `domain::election`'s.

use super::ballots::Ballots;
use super::candidates::Candidates;
use super::refusal::{Refusal, Step, Trail};
use super::swift;
use super::whole::Whole;
use crate::domain::election::count::Tally;
use crate::domain::election::form::{Contest, Office};
use crate::domain::election::outcome::{Places, Round, Vote};
use crate::domain::fold::clean_line;
use crate::domain::regulation::{OpenPoints, Regulation};
use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
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

/// Reads a sheet.
pub(super) fn read(text: &str) -> Result<Sheet, Refusal> {
    swift::read(text).map_or_else(|| fields(text)?.sheet(), Ok)
}

/// Reads the fields of a sheet. Ballots that come before the list they are for are read in a second pass.
pub(super) fn fields(text: &str) -> Result<Fields, Refusal> {
    let mut fields = Fields::default();
    pass(text, &mut fields, Pass::All)?;
    if fields.ballots == Some(Reading::PutOff) {
        fields.tally = fields.contest().map(Tally::new);
        pass(text, &mut fields, Pass::BallotsOnly)?;
    }
    Ok(fields)
}

fn pass(text: &str, fields: &mut Fields, pass: Pass) -> Result<(), Refusal> {
    let mut trail = Trail::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_map(Reader { trail: &mut trail, fields, pass });
    read.and_then(|()| json.end()).map_err(|error| trail.refusal(&error))
}

/// The offices a sheet knows: those whose count has rules of its own.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SheetOffice {
    Committee,
    StandingCommittee,
    Secretary,
    Deputy,
    Inspection,
    Delegates,
}

impl From<SheetOffice> for Office {
    fn from(office: SheetOffice) -> Self {
        match office {
            SheetOffice::Committee => Self::Committee,
            SheetOffice::StandingCommittee => Self::StandingCommittee,
            SheetOffice::Secretary => Self::Secretary,
            SheetOffice::Deputy => Self::Deputy,
            SheetOffice::Inspection => Self::Inspection,
            SheetOffice::Delegates => Self::Delegates,
        }
    }
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
pub(super) struct Fields {
    regulation: Option<Regulation>,
    open_points: Option<OpenPoints>,
    office: Option<Office>,
    seats: Option<u16>,
    base: Option<u32>,
    round: Option<u16>,
    tie_revote: Option<bool>,
    places: Option<Places>,
    alternates: Option<u16>,
    issued: Option<u32>,
    collected: Option<u32>,
    candidates: Option<Vec<String>>,
    ballots: Option<Reading>,
    pub(super) tally: Option<Tally>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Regulation,
    OpenPoints,
    Office,
    Seats,
    Base,
    Round,
    TieRevote,
    Places,
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
            Field::OpenPoints => "open_points",
            Field::Office => "office",
            Field::Seats => "seats",
            Field::Base => "base",
            Field::Round => "round",
            Field::TieRevote => "tie_revote",
            Field::Places => "places",
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
            Field::OpenPoints => self.open_points.is_some(),
            Field::Office => self.office.is_some(),
            Field::Seats => self.seats.is_some(),
            Field::Base => self.base.is_some(),
            Field::Round => self.round.is_some(),
            Field::TieRevote => self.tie_revote.is_some(),
            Field::Places => self.places.is_some(),
            Field::Alternates => self.alternates.is_some(),
            Field::Issued => self.issued.is_some(),
            Field::Collected => self.collected.is_some(),
            Field::Candidates => self.candidates.is_some(),
            Field::Ballots => self.ballots.is_some(),
        }
    }

    /// What the ballots are judged by, once it has been read.
    pub(super) fn contest(&self) -> Option<Contest> {
        let names = u16::try_from(self.candidates.as_ref()?.len()).ok()?;
        let regulation = self.open_points.unwrap_or_default().over(self.regulation?);
        Some(Contest { names, seats: self.seats?, regulation })
    }

    pub(super) fn sheet(self) -> Result<Sheet, Refusal> {
        let round = Round {
            office: self.office.ok_or_else(|| missing(Field::Office))?,
            base: self.base.ok_or_else(|| missing(Field::Base))?,
            number: self.round.unwrap_or(1),
            vote: if self.tie_revote == Some(true) { Vote::TieRevote } else { Vote::Ordinary },
            places: self.places.unwrap_or_default(),
            alternates: self.alternates.unwrap_or(0),
            issued: self.issued.ok_or_else(|| missing(Field::Issued))?,
            collected: self.collected.ok_or_else(|| missing(Field::Collected))?,
        };
        let absent = [Field::Regulation, Field::Seats, Field::Candidates, Field::Ballots];
        if let Some(field) = absent.into_iter().find(|field| !self.has(*field)) {
            return Err(missing(field));
        }
        let asked = self.alternates.is_some() || round.places == Places::Alternates;
        let alternates = if asked { Asked::Yes } else { Asked::No };
        let names = self.candidates.unwrap_or_default();
        let tally = self.tally.ok_or_else(|| missing(Field::Ballots))?;
        balanced(&tally, &round)?;
        Ok(Sheet { names, tally, round, alternates })
    }
}

fn missing(field: Field) -> Refusal {
    Refusal {
        place: field.name().to_owned(),
        message: "is missing".to_owned(),
        hint: "only round, tie_revote, places, alternates and open_points may be left out",
    }
}

/// The ledger of the ballot (rules §6): the ballots are those collected, and nobody outside the base voted. A round that
/// is annulled may come without its ballots, for they are not to be counted.
fn balanced(tally: &Tally, round: &Round) -> Result<(), Refusal> {
    let annulled = round.collected > round.issued;
    if !(annulled && tally.counted() == 0) {
        tally.check(u64::from(round.collected)).map_err(|fault| Refusal {
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
                (Pass::All, _) if self.fields.has(field) => {
                    Err(self.trail.fault("stands twice".to_owned(), "a sheet names each field once"))
                }
                (Pass::All, _) => self.field(&mut map, field),
            };
            self.trail.at(Step::Field(field.name()), read)?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    fn field<'de, A: MapAccess<'de>>(&mut self, map: &mut A, field: Field) -> Result<(), A::Error> {
        let Reader { trail, fields, .. } = self;
        match field {
            Field::Regulation => {
                fields.regulation = Some(regulation(&map.next_value::<String>()?, trail)?);
            }
            Field::OpenPoints => {
                fields.open_points = Some(map.next_value()?);
                if fields.ballots == Some(Reading::Done) {
                    // the ballots were judged without them
                    (fields.ballots, fields.tally) = (Some(Reading::PutOff), None);
                }
            }
            Field::Office => {
                let name = map.next_value::<String>()?;
                fields.office = Some(SheetOffice::deserialize(StrDeserializer::new(&name))?.into());
            }
            Field::Seats => fields.seats = number(map, 1, u16::MAX, trail)?,
            Field::Base => fields.base = number(map, 1, u32::MAX, trail)?,
            Field::Round => fields.round = number(map, 1, u16::MAX, trail)?,
            Field::TieRevote => fields.tie_revote = Some(map.next_value()?),
            Field::Places => {
                let word = map.next_value::<String>()?;
                fields.places = Some(Places::deserialize(StrDeserializer::new(&word))?);
            }
            Field::Alternates => fields.alternates = number(map, 0, u16::MAX, trail)?,
            Field::Issued => fields.issued = number(map, 0, u32::MAX, trail)?,
            Field::Collected => fields.collected = number(map, 0, u32::MAX, trail)?,
            Field::Candidates => {
                fields.candidates = Some(map.next_value_seed(Candidates { trail })?);
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
            return map.next_value_seed(Ballots { trail: self.trail, tally });
        }
        self.fields.ballots = Some(Reading::PutOff);
        map.next_value::<IgnoredAny>().map(|_| ())
    }
}

fn number<'de, A: MapAccess<'de>, T>(map: &mut A, least: T, most: T, trail: &mut Trail) -> Result<Option<T>, A::Error>
where
    T: TryFrom<i64> + Copy + PartialOrd + fmt::Display,
{
    map.next_value::<Whole>()?.between(least, most, trail).map(Some)
}

fn regulation<E: Error>(number: &str, trail: &mut Trail) -> Result<Regulation, E> {
    Regulation::named(&clean_line(number)).ok_or_else(|| {
        trail.fault(format!("no regulation {number:?} is known"), "known are \"190-QĐ/TW\" and \"244-QĐ/TW\"")
    })
}
