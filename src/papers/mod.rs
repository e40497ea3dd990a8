//! COMPOSES – each paper of the dossier as a value, from the congress; and the register of the papers there are.

pub mod format;
pub mod issuing;
pub mod minutes;
pub mod missing;
pub mod paper;
pub mod phrases;
pub mod record;
#[cfg(test)]
pub mod sample;
pub mod script;
pub mod tally;
pub mod wording;

pub use wording::reworded;

use crate::domain::{
    Congress,
    election::{Round, RoundState},
    fold::fold,
    id::RoundId,
};
use paper::Paper;

/// A paper of the dossier, by which it is asked for on the command line and kept in rewordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperName {
    /// The minutes (biên bản đại hội, hội nghị).
    Minutes,
    /// The tally record of one round (biên bản kiểm phiếu).
    Tally(RoundId),
}

impl PaperName {
    /// Every paper that can be composed now, in the order of the dossier.
    pub fn all(congress: &Congress) -> Vec<Self> {
        let recorded = |round: &&Round| round.is_counted() || round.state == RoundState::Annulled;
        let tallies = congress.rounds.iter().filter(recorded).map(|round| Self::Tally(round.id));
        [Self::Minutes].into_iter().chain(tallies).collect()
    }

    /// The papers a word of `--paper` asks for: `all`, the kind (`tally`), one paper (`tally-2`), or its file's name. None
    /// where the word is not known or there is no such paper yet.
    pub fn asked(congress: &Congress, word: &str) -> Vec<Self> {
        let wanted =
            |name: &Self| word == "all" || word == name.kind() || word == name.word() || word == name.file(congress);
        Self::all(congress).into_iter().filter(wanted).collect()
    }

    /// The word of the kind of paper: `minutes`, `tally`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Tally(_) => "tally",
        }
    }

    /// The word of this paper, under which rewordings are kept: `minutes`, `tally-2`.
    pub fn word(self) -> String {
        match self {
            Self::Minutes => self.kind().to_owned(),
            Self::Tally(round) => format!("{}-{round}", self.kind()),
        }
    }

    /// The title in Vietnamese, for menus.
    pub fn title(self, congress: &Congress) -> String {
        match self {
            Self::Minutes => format!("Biên bản {}", issuing::whole_name(congress.meeting())),
            Self::Tally(round) => match named(congress, round) {
                Some((round, title)) => format!("Biên bản kiểm phiếu – {title}, vòng {}", round.number),
                None => "Biên bản kiểm phiếu".to_owned(),
            },
        }
    }

    /// The name of its file without extension: `bien-ban-kiem-phieu-1-chi-uy-vong-1`.
    pub fn file(self, congress: &Congress) -> String {
        use crate::domain::meeting::Kind;
        match self {
            Self::Minutes if congress.meeting().kind == Kind::Review => "bien-ban-hoi-nghi".to_owned(),
            Self::Minutes => "bien-ban-dai-hoi".to_owned(),
            Self::Tally(id) => match named(congress, id) {
                Some((round, title)) => {
                    let (election, number) = (round.election, round.number);
                    format!("bien-ban-kiem-phieu-{election}-{}-vong-{number}", slug(&title))
                }
                None => format!("bien-ban-kiem-phieu-{id}"),
            },
        }
    }

    /// The paper as the data gives it; none where it cannot be composed yet.
    pub fn from_data(self, congress: &Congress) -> Option<Paper> {
        match self {
            Self::Minutes => Some(minutes::compose(congress)),
            Self::Tally(round) => tally::compose(congress, round),
        }
    }

    /// The paper as it prints: the data with the rewordings laid over it.
    pub fn compose(self, congress: &Congress) -> Option<Paper> {
        Some(reworded(congress, self.from_data(congress)?, &self.word()))
    }
}

fn named(congress: &Congress, round: RoundId) -> Option<(&Round, String)> {
    let round = congress.rounds.get(&round)?;
    Some((round, congress.elections.get(&round.election)?.title.clone()))
}

/// A title as part of a file's name: no marks, no spaces, at most the words before its term.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let before_term = folded.split("nhiem ky").next().unwrap_or_default();
    let words = before_term.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(8).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_office_alone() {
        assert_eq!(slug("Chi ủy nhiệm kỳ 2022 – 2025"), "chi-uy");
        assert_eq!(slug("Đại biểu dự Đại hội Đảng bộ UBND Quận 1"), "dai-bieu-du-dai-hoi-dang-bo-ubnd");
    }
}
