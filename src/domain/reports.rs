//! Reports heard, each with its reader, gist and what it states; the figures themselves live in `figure`.

use super::agenda::{filled, numbered};
use super::congress::Congress;
pub use super::figure::Figure;
use super::floor::Speaker;
use super::id::{FactId, ItemId, MotionId, ReportId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A report (báo cáo).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Number.
    pub id: ReportId,
    /// Title.
    pub title: String,
    /// The item in which it is heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Who reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<Speaker>,
    /// Its gist for the minutes.
    #[serde(default)]
    pub gist: String,
    /// The hand vote that accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<MotionId>,
}

entity!(Report, ReportId, "report");

/// A result or figure that a report states (số liệu).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Number.
    pub id: FactId,
    /// The report that states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportId>,
    /// What it is about.
    pub text: String,
    /// The figures, in the order in which the text is followed by them.
    #[serde(default)]
    pub figures: Vec<Figure>,
}

entity!(Fact, FactId, "fact");

/// Changes of reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A report was entered, or its entry corrected.
    Entered(Report),
    /// A figure was entered, or its entry corrected.
    FactStated(Fact),
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Entered(report) => {
            filled(&report.title, Noun::Title)?;
            numbered(report.id, Noun::Report)?;
            if let Some(item) = report.item {
                congress.item(item)?;
            }
            if let Some(reader) = &report.reader {
                congress.check_speaker(reader)?;
            }
            let known = congress.reports.get(&report.id).and_then(|known| known.accepted_by);
            if report.accepted_by == known { Ok(()) } else { Err(Refusal::ReportNeedsVote) }
        }
        Change::FactStated(fact) => {
            if let Some(report) = fact.report {
                congress.report(report)?;
            }
            numbered(fact.id, Noun::Text)?;
            filled(&fact.text, Noun::Text)
        }
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Entered(report) => congress.reports.put(report.clone()),
        Change::FactStated(fact) => congress.facts.put(fact.clone()),
    }
}
