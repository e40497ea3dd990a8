//! Targets: proposed, amended, adopted – three values that stay apart. A target may exceed 100 % and may be a range.

use super::agenda::{filled, numbered};
use super::congress::Congress;
use super::floor::Speaker;
use super::id::{MotionId, TargetId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A change of a target that somebody asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Who asked.
    pub by: Speaker,
    /// The value asked for, as read out: `từ 02 đảng viên mới trở lên`.
    pub value: String,
    /// Whether the congress took it; none while it was not voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<bool>,
}

/// A target (chỉ tiêu).
///
/// Values are kept as read out, comparator and unit included (`15 %`, `1–2 đồng chí`, `hoàn thành tốt trở lên`):
/// a share is never turned into a head count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Number.
    pub id: TargetId,
    /// What is aimed at: `Đảng viên hoàn thành xuất sắc nhiệm vụ`.
    pub text: String,
    /// The value of the draft.
    pub proposed: String,
    /// The change that was asked for, the last one where there were several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendment: Option<Amendment>,
    /// The value adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<String>,
    /// The hand vote that adopted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_by: Option<MotionId>,
}

entity!(Target, TargetId, "target");

impl Target {
    /// The value as it stands: adopted, else amended by vote, else proposed.
    pub fn value(&self) -> &str {
        let amended = self.amendment.as_ref().filter(|amendment| amendment.taken == Some(true));
        let draft = amended.map_or(self.proposed.as_str(), |amendment| amendment.value.as_str());
        self.adopted.as_deref().unwrap_or(draft)
    }
}

/// Changes of the targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A target was put into the draft, or its draft corrected.
    Proposed(Target),
    /// Somebody asked to change a target.
    AmendmentAsked {
        /// The target.
        target: TargetId,
        /// Who asked.
        by: Speaker,
        /// The value asked for.
        value: String,
    },
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Proposed(target) => {
            filled(&target.text, Noun::Target)?;
            filled(&target.proposed, Noun::Value)?;
            numbered(target.id, Noun::Target)?;
            if target.adopted.is_some() || target.adopted_by.is_some() || target.amendment.is_some() {
                return Err(Refusal::TargetNeedsVote);
            }
            refuse_settled(congress, target.id)
        }
        Change::AmendmentAsked { target, by, value } => {
            congress.target(*target)?;
            congress.check_speaker(by)?;
            filled(value, Noun::Value)?;
            refuse_settled(congress, *target)?;
            refuse_taken(congress, *target)
        }
    }
}

fn refuse_settled(congress: &Congress, target: TargetId) -> Result<(), Refusal> {
    match congress.targets.get(&target) {
        Some(known) if known.adopted.is_some() => Err(Refusal::TargetAdopted { text: known.text.clone() }),
        _ => Ok(()),
    }
}

/// A change that the congress took stands; another request would hide it.
fn refuse_taken(congress: &Congress, target: TargetId) -> Result<(), Refusal> {
    let known = congress.target(target)?;
    match known.amendment.as_ref().and_then(|amendment| amendment.taken) {
        Some(true) => Err(Refusal::AmendmentDecided { text: known.text.clone() }),
        _ => Ok(()),
    }
}

/// Judges the vote on a request to change a target: there is one, and it was not voted yet.
pub(super) fn judge_amendment(congress: &Congress, target: TargetId) -> Result<(), Refusal> {
    let target = congress.target(target)?;
    match &target.amendment {
        None => Err(Refusal::NoAmendment),
        Some(amendment) if amendment.taken.is_some() => Err(Refusal::AmendmentDecided { text: target.text.clone() }),
        Some(_) => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Proposed(target) => {
            // correcting the draft leaves what was asked and voted of it
            let amendment = congress.targets.get(&target.id).and_then(|known| known.amendment.clone());
            congress.targets.put(Target { amendment, ..target.clone() });
        }
        Change::AmendmentAsked { target, by, value } => {
            if let Some(target) = congress.targets.edit(target) {
                target.amendment = Some(Amendment { by: by.clone(), value: value.clone(), taken: None });
            }
        }
    }
}

/// The vote on an amendment took effect.
pub(super) fn amend(congress: &mut Congress, target: TargetId, taken: bool) {
    if let Some(target) = congress.targets.edit(&target)
        && let Some(amendment) = &mut target.amendment
    {
        amendment.taken = Some(taken);
    }
}

/// The vote on all targets, or on the resolution that holds them, adopted what was not adopted yet.
pub(super) fn adopt_all(congress: &mut Congress, motion: MotionId) {
    let open: Vec<TargetId> =
        congress.targets.iter().filter(|target| target.adopted.is_none()).map(|target| target.id).collect();
    for target in open {
        if let Some(target) = congress.targets.edit(&target) {
            target.adopted = Some(target.value().to_owned());
            target.adopted_by = Some(motion);
        }
    }
}
