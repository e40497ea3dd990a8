//! The roster: who is summoned, in which standing, and what the credentials report asks of each.
//! Who is in the room now lives in `attendance`.

use super::agenda::filled;
use super::attendance::Presence;
use super::congress::Congress;
use super::id::PersonId;
use super::meeting::Kind;
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Standing of a member (rules §1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Full member (đảng viên chính thức).
    #[default]
    Full,
    /// Probationary member (đảng viên dự bị): neither stands nor votes.
    Probationary,
    /// Here on temporary activity (sinh hoạt tạm thời đến): neither stands nor votes here.
    TemporaryHere,
    /// On temporary activity elsewhere (sinh hoạt tạm thời nơi khác): taken off the base.
    TemporaryElsewhere,
    /// Exempted from work and activity (miễn công tác và sinh hoạt): in the base only when they come.
    Exempted,
    /// Suspended, prosecuted or detained (bị đình chỉ sinh hoạt, khởi tố, tạm giam): not summoned.
    Suspended,
}

/// How a delegate came to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// By office (đương nhiên).
    ExOfficio,
    /// Elected below (do bầu).
    Elected,
    /// Appointed (chỉ định).
    Appointed,
    /// Elected as an alternate (dự khuyết): sits only in the place of an absent official delegate.
    Alternate,
}

/// Woman or man.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Nữ.
    Female,
    /// Nam.
    Male,
}

/// What the statistics ask of a person; each may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Day of birth, or 1 January where only the year is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<NaiveDate>,
    /// Day of admission to the Party (ngày vào Đảng).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<NaiveDate>,
    /// Ethnic group (dân tộc).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ethnicity: Option<String>,
    /// Religion (tôn giáo).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub religion: Option<String>,
    /// Education (trình độ chuyên môn).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub education: Option<String>,
    /// Political theory (lý luận chính trị).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theory: Option<String>,
}

/// A person on the roster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Number on the roster.
    pub id: PersonId,
    /// Name exactly as typed (họ và tên).
    pub name: String,
    /// Standing as a member.
    #[serde(default)]
    pub standing: Standing,
    /// For a delegate: how they came to be one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// For an alternate who sits: the official delegate whose place they take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<PersonId>,
    /// Office (chức vụ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Unit or delegation (đơn vị, đoàn đại biểu).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Sex, where recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Office in the outgoing committee (cấp ủy đương nhiệm), which makes an election a re-election (tái cử).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incumbent: Option<String>,
    /// The rest of the record.
    #[serde(default)]
    pub record: Record,
}

entity!(Person, PersonId, "person");

impl Person {
    /// A full member of whom only the name is known.
    pub fn named(id: PersonId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            standing: Standing::Full,
            origin: None,
            replaces: None,
            office: None,
            unit: None,
            sex: None,
            incumbent: None,
            record: Record::default(),
        }
    }

    /// Whether the person is summoned (được triệu tập) on their own account.
    pub fn is_summoned(&self) -> bool {
        let standing =
            !matches!(self.standing, Standing::Suspended | Standing::TemporaryElsewhere | Standing::Exempted);
        standing && (self.origin != Some(Origin::Alternate) || self.replaces.is_some())
    }

    /// Whether the person may vote when in the room (rules §1).
    pub fn votes(&self) -> bool {
        matches!(self.standing, Standing::Full | Standing::Exempted)
            && (self.origin != Some(Origin::Alternate) || self.replaces.is_some())
    }

    /// Whether the person counts among the full members from whom the base is reckoned (đảng viên chính thức).
    pub fn is_full_member(&self) -> bool {
        !matches!(self.standing, Standing::Probationary | Standing::TemporaryHere)
    }
}

/// Changes of the roster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// People were put on the roster; a number that is there already is brought up to date.
    Enrolled {
        /// The people.
        people: Vec<Person>,
    },
    /// What stands of a person was corrected.
    Corrected(Person),
    /// An alternate took the place of an absent official delegate.
    Replaced {
        /// The absent delegate.
        absent: PersonId,
        /// The alternate.
        by: PersonId,
    },
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Enrolled { people } => judge_enrolled(congress, people),
        Change::Corrected(person) => {
            let known = congress.person(person.id)?;
            if let Some(absent) = person.replaces.filter(|absent| known.replaces != Some(*absent)) {
                judge_place(congress, congress.person(absent)?, person)?;
            }
            judge_person(congress, person)
        }
        Change::Replaced { absent, by } => {
            let (absent, by) = (congress.person(*absent)?, congress.person(*by)?);
            if by.replaces.is_some() {
                return Err(Refusal::NotAlternate { name: by.name.clone() });
            }
            judge_place(congress, absent, by)
        }
    }
}

/// An alternate sits only in the place of an official delegate who is away, one in each place (rules §1).
fn judge_place(congress: &Congress, absent: &Person, by: &Person) -> Result<(), Refusal> {
    if by.origin != Some(Origin::Alternate) || absent.origin == Some(Origin::Alternate) {
        return Err(Refusal::NotAlternate { name: by.name.clone() });
    }
    if congress.people.iter().any(|other| other.replaces == Some(absent.id) && other.id != by.id) {
        return Err(Refusal::DelegateReplaced { name: absent.name.clone() });
    }
    match congress.presence(absent.id) {
        Some(Presence::Present) => Err(Refusal::DelegatePresent { name: absent.name.clone() }),
        _ => Ok(()),
    }
}

fn judge_enrolled(congress: &Congress, people: &[Person]) -> Result<(), Refusal> {
    let (mut seen, mut places) = (BTreeSet::new(), BTreeSet::new());
    for person in people {
        if !seen.insert(person.id) {
            return Err(Refusal::NumberTaken { what: Noun::Person, number: person.id.0 });
        }
        judge_person(congress, person)?;
        if let Some(absent) = person.replaces {
            let listed = people.iter().find(|other| other.id == absent);
            let absent = listed.map_or_else(|| congress.person(absent), Ok)?;
            if !places.insert(absent.id) {
                return Err(Refusal::DelegateReplaced { name: absent.name.clone() });
            }
            judge_place(congress, absent, person)?;
        }
    }
    if people.is_empty() {
        return Err(Refusal::Blank { what: Noun::Roster });
    }
    Ok(())
}

fn judge_person(congress: &Congress, person: &Person) -> Result<(), Refusal> {
    filled(&person.name, Noun::Name)?;
    if person.id.0 == 0 {
        return Err(Refusal::Unknown { what: Noun::Person, number: 0 });
    }
    if person.origin.is_some() && congress.meeting().kind != Kind::Delegates {
        return Err(Refusal::NotDelegates { name: person.name.clone() });
    }
    Ok(())
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Enrolled { people } => people.iter().for_each(|person| congress.people.put(person.clone())),
        Change::Corrected(person) => congress.people.put(person.clone()),
        Change::Replaced { absent, by } => {
            if let Some(alternate) = congress.people.edit(by) {
                alternate.replaces = Some(*absent);
            }
        }
    }
}
