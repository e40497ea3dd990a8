//! Classification at the end of the year (đánh giá, xếp loại): of the cell and of each member, by secret ballot on four levels; shares
//! that a source states without counts; proposals to the superior. The cap on "excellent" warns and refuses nothing.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::election::base;
use super::election::list::Voters;
use super::figures::is_more_than_half;
use super::id::{ItemId, PersonId, RatingId, ShareId};
use super::meeting::Roster;
use super::motions::refuse_no_quorum;
use super::people::Standing;
use super::refusal::{Noun, Refusal};
use super::register::entity;
use super::regulation::ExcellentBase;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A level (mức xếp loại), from the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành nhiệm vụ.
    Completed,
    /// Không hoàn thành nhiệm vụ.
    NotCompleted,
}

impl Level {
    /// Every level, from the highest.
    pub const ALL: [Self; 4] = [Self::Excellent, Self::Good, Self::Completed, Self::NotCompleted];
}

/// Whom a classification is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rated {
    /// The cell or committee itself (tập thể).
    Unit,
    /// A member (cá nhân).
    Person(PersonId),
}

/// How many ballots chose each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Hoàn thành xuất sắc nhiệm vụ.
    #[serde(default)]
    pub excellent: u32,
    /// Hoàn thành tốt nhiệm vụ.
    #[serde(default)]
    pub good: u32,
    /// Hoàn thành nhiệm vụ.
    #[serde(default)]
    pub completed: u32,
    /// Không hoàn thành nhiệm vụ.
    #[serde(default)]
    pub not_completed: u32,
}

impl Chosen {
    /// How many chose a level.
    pub fn of(&self, level: Level) -> u32 {
        match level {
            Level::Excellent => self.excellent,
            Level::Good => self.good,
            Level::Completed => self.completed,
            Level::NotCompleted => self.not_completed,
        }
    }

    fn sum(&self) -> u64 {
        Level::ALL.iter().map(|level| u64::from(self.of(*level))).sum()
    }
}

/// The papers of one secret ballot on a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// Issued (phát ra).
    pub issued: u32,
    /// Collected (thu về).
    pub collected: u32,
    /// Invalid (không hợp lệ).
    #[serde(default)]
    pub invalid: u32,
    /// What the valid ones chose.
    pub chosen: Chosen,
}

/// A secret ballot that was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// When.
    pub at: NaiveDateTime,
    /// The base (số căn cứ): all who may vote, rules §5; none where the roster is not everybody.
    pub base: Option<u32>,
    /// The papers.
    pub papers: Papers,
}

impl Ballot {
    /// What a level is measured against: the base; where it is not known, the ballots issued.
    pub fn measure(&self) -> u32 {
        self.base.unwrap_or(self.papers.issued)
    }

    /// The level that more than half of that chose (rules §8); none where no level has it.
    pub fn adopted(&self) -> Option<Level> {
        let chose = |level: &Level| u64::from(self.papers.chosen.of(*level));
        Level::ALL.into_iter().find(|level| is_more_than_half(chose(level), self.measure()))
    }
}

/// A classification of the unit or of one member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Number.
    pub id: RatingId,
    /// Whom it is of.
    pub of: Rated,
    /// The item in which it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The ballots held, in order; a further one where no level was adopted.
    #[serde(default)]
    pub ballots: Vec<Ballot>,
    /// The level that a source states without votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Level>,
    /// What is proposed to the superior committee, in its own words: `trong sạch vững mạnh` (đề nghị cấp trên công nhận).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upward: Option<String>,
}

entity!(Rating, RatingId, "rating");

impl Rating {
    /// The level as it stands: adopted by ballot, or stated; none while it is open.
    pub fn level(&self) -> Option<Level> {
        self.ballots.last().and_then(Ballot::adopted).or(self.stated)
    }
}

/// How many members have a level, as a source states it: a share may be known without a count (100 %).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Number.
    pub id: ShareId,
    /// The level.
    pub level: Level,
    /// That level or a better one (trở lên).
    #[serde(default)]
    pub or_better: bool,
    /// The share in hundredths of a per cent; none where it is not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u32>,
    /// How many; none where it is not stated, never 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Proposed to the superior committee, which decides (đề nghị cấp trên công nhận).
    #[serde(default)]
    pub upward: bool,
}

entity!(Share, ShareId, "share");

/// Changes of the classification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Somebody, or the unit itself, was put to the ballot; or the entry corrected: the ballots held stay.
    Called(Rating),
    /// The ballots were counted.
    Voted {
        /// The classification.
        rating: RatingId,
        /// When.
        at: NaiveDateTime,
        /// The papers.
        papers: Papers,
    },
    /// A share or a number of members was stated, or its entry corrected.
    ShareStated(Share),
}

/// The cap on "excellent" (khống chế tỷ lệ xuất sắc): how many members have that level, of how many, and how many may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Members classified excellent.
    pub excellent: u32,
    /// What the cap is a share of.
    pub base: u32,
    /// The most that keep to it.
    pub most: u32,
}

impl Cap {
    /// Whether more were classified excellent than the cap allows: a warning, never a refusal (rules §8).
    pub fn is_passed(&self) -> bool {
        self.excellent > self.most
    }
}

impl Congress {
    /// The classification of somebody, or of the unit.
    pub fn rating_of(&self, of: Rated) -> Option<&Rating> {
        self.ratings.iter().find(|rating| rating.of == of)
    }

    /// The cap on "excellent" over the members classified by ballot; none while nobody is excellent.
    pub fn excellent_cap(&self) -> Option<Cap> {
        let of = |level| self.ratings.iter().filter(|it| it.of != Rated::Unit && it.level() == Some(level)).count();
        let count = |level| u32::try_from(of(level)).unwrap_or(u32::MAX);
        let (excellent, good) = (count(Level::Excellent), count(Level::Good));
        let review = self.meeting().regulation().review;
        let base = match review.excellent_of {
            ExcellentBase::Good => good,
            ExcellentBase::GoodOrBetter => good.saturating_add(excellent),
        };
        (excellent > 0).then(|| Cap { excellent, base, most: review.excellent.at_most(base) })
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Called(rating) => judge_called(congress, rating),
        Change::Voted { rating, papers, .. } => judge_voted(congress, *rating, papers),
        Change::ShareStated(share) => {
            numbered(share.id, Noun::Share)?;
            match (share.percent, share.number) {
                (None, None) => Err(Refusal::Blank { what: Noun::Share }),
                (Some(percent), _) if percent > 10_000 => Err(Refusal::ShareOverHundred),
                _ => Ok(()),
            }
        }
    }
}

fn judge_called(congress: &Congress, rating: &Rating) -> Result<(), Refusal> {
    numbered(rating.id, Noun::Rating)?;
    if let Some(item) = rating.item {
        congress.item(item)?;
    }
    if let Rated::Person(person) = rating.of {
        let person = congress.person(person)?;
        if person.standing == Standing::Suspended {
            return Err(Refusal::NotSummoned { name: person.name.clone() });
        }
    }
    if let Some(upward) = &rating.upward {
        filled(upward, Noun::Text)?;
    }
    let known = congress.ratings.get(&rating.id);
    let voted = known.is_some_and(|known| !known.ballots.is_empty());
    if !rating.ballots.is_empty() || voted && rating.stated.is_some() {
        return Err(Refusal::LevelNeedsBallot);
    }
    if known.is_some_and(|known| voted && known.of != rating.of) {
        return Err(Refusal::RatingVoted);
    }
    let twice = congress.ratings.iter().any(|other| other.of == rating.of && other.id != rating.id);
    if twice { Err(Refusal::RatedTwice { name: congress.rated_name(rating.of) }) } else { Ok(()) }
}

/// A ballot follows one that adopted no level; its papers add up, and nobody holds more of them than vote.
fn judge_voted(congress: &Congress, rating: RatingId, papers: &Papers) -> Result<(), Refusal> {
    let rating = congress.rating(rating)?;
    if rating.level().is_some() {
        return Err(Refusal::RatingVoted);
    }
    refuse_no_quorum(congress, Voters::Congress)?;
    if papers.issued == 0 {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    if papers.collected > papers.issued {
        return Err(Refusal::CollectedExceedsIssued { collected: papers.collected, issued: papers.issued });
    }
    let hall = congress.hall();
    if hall.roster == Roster::Complete && papers.issued > hall.voters {
        return Err(Refusal::IssuedExceedsVoters { issued: papers.issued, voters: hall.voters });
    }
    let told = papers.chosen.sum() + u64::from(papers.invalid);
    if told == u64::from(papers.collected) {
        Ok(())
    } else {
        Err(Refusal::LevelsDoNotAddUp { told, collected: papers.collected })
    }
}

impl Congress {
    /// The name of whom a classification is of.
    pub fn rated_name(&self, of: Rated) -> String {
        match of {
            Rated::Unit => self.meeting().unit.clone(),
            Rated::Person(person) => self.people.get(&person).map(|person| person.name.clone()).unwrap_or_default(),
        }
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Called(rating) => {
            // correcting the entry leaves the ballots held
            let ballots = congress.ratings.get(&rating.id).map(|known| known.ballots.clone()).unwrap_or_default();
            congress.ratings.put(Rating { ballots, ..rating.clone() });
        }
        Change::Voted { rating, at, papers } => {
            let base = congress.hall().stated(base::of_congress(congress).value);
            if let Some(rating) = congress.ratings.edit(rating) {
                rating.ballots.push(Ballot { at: *at, base, papers: *papers });
            }
        }
        Change::ShareStated(share) => congress.shares.put(share.clone()),
    }
}
