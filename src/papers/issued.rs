//! Papers in the one number series: what of a paper was issued, whether the data has moved on since, and the change that issues
//! it. The content is fixed by its hash, made here; the series itself is kept in the domain.

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};

use crate::domain::{
    Change, Congress,
    figures::{hour, long_date},
    issuing::{self, Issue},
};

use super::PaperName;
use super::issuing::sign;
use super::paper::{Paper, PaperNumber};

/// How a paper stands towards the number series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'c> {
    /// Never issued.
    Open,
    /// Issued, and the data still gives what was issued.
    Issued(&'c Issue),
    /// Issued, and the data gives something else now: issuing again makes a new version.
    MovedOn(&'c Issue),
}

/// The hash that fixes the content of a paper: SHA-256 of its words without number and version, UTF-8, a line feed between
/// paragraphs, in small hexadecimal digits.
pub fn hash(unnumbered: &Paper) -> String {
    let digest = Sha256::digest(unnumbered.plain_text().as_bytes());
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// How a paper stands now.
pub fn standing(congress: &Congress, name: PaperName) -> Standing<'_> {
    let Some(last) = last(congress, name) else { return Standing::Open };
    let same = name.unnumbered(congress).is_some_and(|paper| hash(&paper) == last.hash);
    if same { Standing::Issued(last) } else { Standing::MovedOn(last) }
}

fn last(congress: &Congress, name: PaperName) -> Option<&Issue> {
    let word = name.word();
    congress.issues.iter().rev().find(|issue| issue.paper == word)
}

/// The paper with its number, if this very content was issued; a later version says whose place it takes.
pub fn numbered(congress: &Congress, name: PaperName, unnumbered: Paper) -> Paper {
    let (Some(last), Some(code)) = (last(congress, name), name.code()) else { return unnumbered };
    if hash(&unnumbered) != last.hash {
        return unnumbered;
    }
    let mut paper = unnumbered;
    let sign = sign(congress, name, code);
    paper.head.number = Some(PaperNumber::given(last.id.0, sign.clone()));
    let before = congress.issues.iter().rev().find(|issue| issue.paper == last.paper && issue.version < last.version);
    if let Some(before) = before {
        let number = PaperNumber::given(before.id.0, sign).sign();
        let (at, day) = (hour(before.at.time()), long_date(before.at.date()));
        paper.title = paper.title.line(format!("(thay cho bản số {number} phát hành lúc {at}, {day})"));
    }
    paper
}

/// The change that issues a paper as it stands now under the next number; none where it cannot be composed or stands
/// outside the series.
pub fn issue(congress: &Congress, name: PaperName, at: NaiveDateTime) -> Option<Change> {
    let code = name.code()?;
    let hash = hash(&name.unnumbered(congress)?);
    let last = last(congress, name);
    let version = last.map_or(1, |last| last.version.saturating_add(1));
    // a clock that was put back issues nothing before what it takes the place of
    let at = last.map_or(at, |last| at.max(last.at));
    let issue = Issue { id: congress.issues.next_id(), paper: name.word(), code, version, at, hash };
    Some(Change::Issuing(issuing::Change::Issued(issue)))
}

#[cfg(test)]
mod tests;
