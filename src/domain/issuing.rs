//! Issuing of papers (phát hành văn bản): the one number series of the congress, given when a paper is issued and never
//! reused. What a paper says is composed in `papers`; here stands only which content, by its hash, has which number.

use super::agenda::{ascending, filled};
use super::congress::Congress;
use super::id::IssueId;
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The type of a paper, as its sign abbreviates it (ký hiệu tên loại văn bản).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Code {
    /// Resolution (nghị quyết).
    #[serde(rename = "NQ")]
    Resolution,
    /// Decision (quyết định).
    #[serde(rename = "QĐ")]
    Decision,
    /// Conclusion (kết luận).
    #[serde(rename = "KL")]
    Conclusion,
    /// Notice (thông báo).
    #[serde(rename = "TB")]
    Notice,
    /// Report (báo cáo).
    #[serde(rename = "BC")]
    Report,
    /// Plan (kế hoạch).
    #[serde(rename = "KH")]
    Plan,
    /// Programme (chương trình).
    #[serde(rename = "CTr")]
    Programme,
    /// Submission (tờ trình).
    #[serde(rename = "TTr")]
    Submission,
    /// Minutes or record (biên bản).
    #[serde(rename = "BB")]
    Minutes,
    /// Scheme (đề án).
    #[serde(rename = "ĐA")]
    Scheme,
}

impl Code {
    /// The abbreviation: `BB`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Resolution => "NQ",
            Self::Decision => "QĐ",
            Self::Conclusion => "KL",
            Self::Notice => "TB",
            Self::Report => "BC",
            Self::Plan => "KH",
            Self::Programme => "CTr",
            Self::Submission => "TTr",
            Self::Minutes => "BB",
            Self::Scheme => "ĐA",
        }
    }
}

/// A paper that was issued: its content is frozen by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its number in the one series.
    pub id: IssueId,
    /// Which paper, by its word: `tally-2`.
    pub paper: String,
    /// Its type.
    pub code: Code,
    /// Which version of this paper it is, from 1; a later one takes the place of the one before.
    pub version: u16,
    /// When it was issued.
    pub at: NaiveDateTime,
    /// SHA-256 of its words without number and version, in small hexadecimal digits.
    pub hash: String,
}

entity!(Issue, IssueId, "issue");

/// Changes of the papers issued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A paper was issued under the next number.
    Issued(Issue),
}

impl Congress {
    /// The versions of a paper that were issued, in order.
    pub fn issues_of<'c>(&'c self, paper: &'c str) -> impl DoubleEndedIterator<Item = &'c Issue> + Clone {
        self.issues.iter().filter(move |issue| issue.paper == paper)
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    let Change::Issued(issue) = change;
    filled(&issue.paper, Noun::Text)?;
    ascending(&congress.issues, issue.id, Noun::Paper)?;
    let next = congress.issues.next_id();
    if issue.id != next {
        // the series has no gaps: a number left out would look like a paper lost
        return Err(Refusal::NumberPassed { what: Noun::Paper, next: next.0 });
    }
    if issue.hash.len() != 64 || !issue.hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Refusal::Unreadable { what: "hash".into() });
    }
    let last = congress.issues_of(&issue.paper).next_back();
    match last {
        Some(last) if last.hash == issue.hash => Err(Refusal::AlreadyIssued { number: last.id.0 }),
        Some(last) if issue.at < last.at => Err(Refusal::IssuedBeforeLast { number: last.id.0 }),
        _ if issue.version != last.map_or(1, |last| last.version.saturating_add(1)) => {
            Err(Refusal::Unreadable { what: "version".into() })
        }
        _ => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Issued(issue) = change;
    congress.issues.put(issue.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue(number: u32, paper: &str, version: u16, hash: char) -> Change {
        Change::Issued(Issue {
            id: IssueId(number),
            paper: paper.into(),
            code: Code::Minutes,
            version,
            at: NaiveDateTime::default(),
            hash: hash.to_string().repeat(64),
        })
    }

    #[test]
    fn one_series_runs_over_all_papers_without_gaps_and_no_content_has_two_numbers() {
        let mut congress = Congress::default();
        let asked = |congress: &Congress, change: &Change| judge(congress, change).map_err(|refusal| refusal.code());
        apply(&mut congress, &issue(1, "minutes", 1, 'a'));
        assert_eq!(asked(&congress, &issue(2, "tally-1", 1, 'a')), Ok(()));
        assert_eq!(asked(&congress, &issue(2, "minutes", 2, 'b')), Ok(()));
        assert_eq!(asked(&congress, &issue(1, "tally-1", 1, 'b')), Err("NumberTaken"));
        assert_eq!(asked(&congress, &issue(3, "tally-1", 1, 'b')), Err("NumberPassed"));
        assert_eq!(asked(&congress, &issue(2, "minutes", 2, 'a')), Err("AlreadyIssued"));
        assert_eq!(asked(&congress, &issue(2, "minutes", 1, 'b')), Err("Unreadable"));
        assert_eq!(asked(&congress, &issue(2, "tally-1", 1, 'g')), Err("Unreadable"));
    }
}
