//! The vocabulary of the journal: every change a congress can undergo, grouped by feature, and the line that records one.
//!
//! A change is a fact in the past tense with all that it needs inside it; making one changes nothing.
//! [`Congress::judge`](super::Congress::judge) says whether it is in order, [`Congress::apply`](super::Congress::apply) carries it out.

use super::refusal::Refusal;
use super::role::Who;
use super::{
    agenda, attendance, bodies, classification, closing, decisions, election, floor, gifts, groups, guests,
    interruptions, issuing, meeting, minutes, motions, notes, passphrase, people, projector, reports, targets,
};
use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use unicode_normalization::is_nfc;

/// A change of the congress.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The meeting itself (đại hội, hội nghị).
    Meeting(meeting::Change),
    /// The roster (danh sách đảng viên, đại biểu).
    People(people::Change),
    /// Guests (khách mời).
    Guests(guests::Change),
    /// Sessions and agenda (phiên họp, chương trình).
    Agenda(agenda::Change),
    /// Attendance (điểm danh).
    Attendance(attendance::Change),
    /// Working bodies (đoàn chủ tịch, thư ký, các ban).
    Bodies(bodies::Change),
    /// Speeches and the queue (phát biểu).
    Floor(floor::Change),
    /// Notes (ghi chú).
    Notes(notes::Change),
    /// Hand votes (biểu quyết).
    Motions(motions::Change),
    /// Targets (chỉ tiêu).
    Targets(targets::Change),
    /// Reports and their figures (báo cáo, số liệu).
    Reports(reports::Change),
    /// Gifts and flowers (tặng hoa, tặng quà).
    Gifts(gifts::Change),
    /// Discussion groups (tổ thảo luận).
    Groups(groups::Change),
    /// Classification at the end of the year (đánh giá, xếp loại).
    Classification(classification::Change),
    /// Elections (bầu cử).
    Election(election::Change),
    /// Wording of the minutes (biên bản).
    Minutes(minutes::Change),
    /// Decisions of the congress or its chair (quyết định).
    Decisions(decisions::Change),
    /// The hall's screen (màn hình hội trường).
    Projector(projector::Change),
    /// Papers issued (phát hành văn bản).
    Issuing(issuing::Change),
    /// The passphrases of the roles (mật khẩu của vai).
    Passphrases(passphrase::Change),
    /// Interruptions of a session (tạm dừng, họp tiếp).
    Interruptions(interruptions::Change),
    /// The closing of the record and its corrections (khóa hồ sơ, đính chính).
    Closing(closing::Change),
    /// An earlier change was undone (hoàn tác): the congress is what the journal says without it.
    Undone {
        /// Number of the journal line that no longer counts.
        number: u64,
    },
}

impl Change {
    /// The change as one line of JSON – keys sorted, no spaces – which is what the journal keeps and hashes.
    ///
    /// Refuses text with control characters other than line feed and tab, and text that is not NFC.
    pub fn canonical(&self) -> Result<String, Refusal> {
        let value = serde_json::to_value(self).map_err(|error| Refusal::Unreadable { what: error.to_string() })?;
        check_text(&value)?;
        Ok(value.to_string())
    }
}

/// A line of the journal without its hashes: which change, when it was recorded, by whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Number of the line, from 1.
    pub number: u64,
    /// When the computer recorded it.
    pub at: DateTime<FixedOffset>,
    /// Who recorded it.
    pub who: Who,
    /// What changed.
    pub change: Change,
}

fn check_text(value: &Value) -> Result<(), Refusal> {
    match value {
        Value::String(text) => check_string(text),
        Value::Array(values) => values.iter().try_for_each(check_text),
        Value::Object(fields) => fields.values().try_for_each(check_text),
        _ => Ok(()),
    }
}

fn check_string(text: &str) -> Result<(), Refusal> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.contains(|c: char| c.is_control() && c != '\n' && c != '\t' || turns(c)) {
        return Err(Refusal::ControlCharacter);
    }
    if is_nfc(text) { Ok(()) } else { Err(Refusal::NotComposed) }
}
