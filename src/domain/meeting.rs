//! The meeting itself: what is held, by whom, for which term, under which regulation.

use super::agenda::filled;
use super::congress::Congress;
use super::printing::Printing;
use super::refusal::{Noun, Refusal};
use super::register::Entity;
use super::regulation::{OpenPoints, Regulation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of meeting is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Congress of all members of a cell (đại hội chi bộ).
    #[default]
    Cell,
    /// Congress of all members of a committee (đại hội đảng viên đảng bộ).
    Members,
    /// Congress of delegates (đại hội đại biểu đảng bộ).
    Delegates,
    /// Year-end review meeting (hội nghị tổng kết): not a congress.
    Review,
}

/// How much of the membership the roster holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Roster {
    /// Everybody summoned: counts are known.
    #[default]
    Complete,
    /// Only those named in a source: every count is unknown (không nêu), never zero.
    NamedOnly,
}

/// A term of office (nhiệm kỳ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
}

/// A decision by which the unit or the cell was founded (quyết định thành lập).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Founding {
    /// What was founded.
    pub what: String,
    /// Number of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date, as typed in the source (`29/6/2013`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// The meeting: one row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Always 1.
    #[serde(default = "one")]
    pub id: u8,
    /// Kind of meeting.
    pub kind: Kind,
    /// The unit that meets: `Chi bộ Văn phòng UBND Quận 1`.
    pub unit: String,
    /// The committee above it: `Đảng ủy UBND Quận 1`.
    pub superior: String,
    /// Which congress it is (lần thứ), printed in Roman numerals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<u16>,
    /// The term it elects for (nhiệm kỳ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// Locality of the date line: `Quận 1`.
    #[serde(default)]
    pub locality: String,
    /// The hall (địa điểm).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Number of the regulation profile.
    #[serde(default = "default_regulation")]
    pub regulation: String,
    /// The points left open by the regulation, as this congress settled them.
    #[serde(default)]
    pub open_points: OpenPoints,
    /// Whether the roster is everybody.
    #[serde(default)]
    pub roster: Roster,
    /// Whatever else is known of it.
    #[serde(default)]
    pub about: About,
}

/// What else is known of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The theme (chủ đề).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The term before (nhiệm kỳ trước).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_term: Option<Term>,
    /// The composition of the outgoing committee, in words (cấp ủy nhiệm kỳ trước).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outgoing: Option<String>,
    /// Founding decisions (quyết định thành lập).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub founded: Vec<Founding>,
    /// A pilot congress (đại hội điểm).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pilot: bool,
    /// Where the facts of a past meeting were published: by whom, when; printed nowhere (nguồn tin).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// A remark printed on every paper: what in this file is invented or rehearsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// The edges of the hall that votes by sector are counted in (khu vực hội trường).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
    /// What came in about the credentials of delegates and what became of it, in words (đơn thư về tư cách đại biểu).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaints: Option<String>,
    /// How the papers print (thể thức).
    #[serde(default, skip_serializing_if = "Printing::is_default")]
    pub printing: Printing,
}

fn one() -> u8 {
    1
}

fn default_regulation() -> String {
    Regulation::default_profile().number.to_owned()
}

impl Entity for Meeting {
    type Key = u8;
    const TABLE: &'static str = "meeting";
    const KEY: &'static [&'static str] = &["id"];
    fn key(&self) -> u8 {
        self.id
    }
}

impl Meeting {
    /// The regulation profile (quy chế bầu cử) in force, with the open points as this congress settled them.
    pub fn regulation(&self) -> Regulation {
        self.regulation_with(self.open_points)
    }

    /// The profile in force with other open points laid over it, as they were frozen with a round.
    pub fn regulation_with(&self, points: OpenPoints) -> Regulation {
        points.over(Regulation::named(&self.regulation).unwrap_or_else(Regulation::default_profile))
    }

    /// Whether it is a year-end review meeting and no congress (hội nghị tổng kết, rules §8): a chair and a secretary, no bodies, no list.
    pub fn is_review(&self) -> bool {
        self.kind == Kind::Review
    }

    /// Whether delegates sit in it rather than all members.
    pub fn has_delegates(&self) -> bool {
        self.kind == Kind::Delegates
    }
}

/// Changes of the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The file was made for this meeting.
    Founded(Meeting),
    /// The facts of the meeting were corrected.
    Corrected(Meeting),
    /// Points that the regulation leaves open were settled by the congress; rounds opened before keep theirs.
    OpenPointsSettled {
        /// All of them as they stand now.
        points: OpenPoints,
        /// Who settled them, and on what ground.
        ground: String,
    },
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let meeting = match change {
        Change::Founded(_) if !congress.meetings.is_empty() => return Err(Refusal::AlreadyFounded),
        Change::Corrected(_) if congress.meetings.is_empty() => return Err(Refusal::NotFounded),
        Change::OpenPointsSettled { ground, .. } => return filled(ground, Noun::Ground),
        Change::Founded(meeting) | Change::Corrected(meeting) => meeting,
    };
    filled(&meeting.unit, Noun::Unit)?;
    if meeting.id != 1 {
        return Err(Refusal::NumberTaken { what: Noun::Meeting, number: u32::from(meeting.id) });
    }
    if meeting.term.is_some_and(|term| term.to < term.from) {
        return Err(Refusal::TermBackwards);
    }
    if Regulation::named(&meeting.regulation).is_none() {
        return Err(Refusal::RegulationUnknown { number: meeting.regulation.clone() });
    }
    if !meeting.about.printing.is_in_order() {
        return Err(Refusal::AgeEdges);
    }
    if matches!(change, Change::Corrected(_)) { judge_corrected(congress, meeting) } else { Ok(()) }
}

/// What the rules read stays once a session has opened: bases and results that stand would change with it.
fn judge_corrected(congress: &Congress, meeting: &Meeting) -> Result<(), Refusal> {
    let rules = |meeting: &Meeting| (meeting.kind, meeting.roster, meeting.regulation.clone(), meeting.open_points);
    let open = congress.sessions.iter().any(|session| session.opened_at.is_some());
    if open && rules(meeting) != rules(congress.meeting()) {
        return Err(Refusal::MeetingUnderWay);
    }
    if meeting.is_review() && !congress.elections.is_empty() {
        return Err(Refusal::ReviewElectsNobody);
    }
    match congress.people.iter().find(|person| person.origin.is_some()) {
        Some(delegate) if !meeting.has_delegates() => Err(Refusal::NotDelegates { name: delegate.name.clone() }),
        _ => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Founded(meeting) | Change::Corrected(meeting) => congress.meetings.put(meeting.clone()),
        Change::OpenPointsSettled { points, .. } => {
            if let Some(meeting) = congress.meetings.edit(&1) {
                meeting.open_points = *points;
            }
        }
    }
}
