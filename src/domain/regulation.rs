//! Regulation profiles (quy chế bầu cử trong Đảng): every number and setting of the rules as a named, dated value, and
//! the article that is printed after a decision. It decides nothing about a congress; the rules that read it do.

mod open_points;
mod rule;

pub use open_points::OpenPoints;
pub use rule::Rule;

use rule::CHARTER;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A share of a number, as in "two thirds" or "more than 30 %".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// How many parts.
    pub parts: u32,
    /// Of how many.
    pub whole: u32,
}

impl Ratio {
    /// The fewest that are at least this share of `number`.
    pub fn at_least(self, number: u32) -> u32 {
        clamp((u64::from(number) * u64::from(self.parts)).div_ceil(u64::from(self.whole.max(1))))
    }

    /// The fewest that are more than this share of `number`.
    pub fn more_than(self, number: u32) -> u32 {
        clamp(u64::from(number) * u64::from(self.parts) / u64::from(self.whole.max(1)) + 1)
    }

    /// The most that are not more than this share of `number`.
    pub fn at_most(self, number: u32) -> u32 {
        clamp(u64::from(number) * u64::from(self.parts) / u64::from(self.whole.max(1)))
    }
}

fn clamp(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// It may.
    Granted,
    /// It may not.
    Withheld,
}

/// Whether a ballot of a doubtful kind counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Doubtful {
    /// The ballot is valid (phiếu hợp lệ).
    Valid,
    /// The ballot is invalid (phiếu không hợp lệ).
    Invalid,
}

/// What elects in a new round among the tied (bầu lại giữa những người bằng phiếu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TieRevote {
    /// The higher wins, without needing half.
    HigherWins,
    /// More than half of the base is needed as in any round.
    HalfNeeded,
}

/// How official and alternate delegates (đại biểu chính thức, dự khuyết) are elected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DelegateBallots {
    /// One list: officials first, those left over half become alternates in order of votes.
    OneList,
    /// Two ballots, the second for the alternates alone.
    TwoBallots,
}

/// The names a list may hold (số dư và danh sách bầu cử).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRules {
    /// The most surplus names, as a share of the seats.
    pub surplus: Ratio,
    /// The fewest and the most seats of a small body.
    pub small_body: (u16, u16),
    /// The most surplus names of a small body.
    pub small_body_surplus: u16,
    /// The fewest surplus names where a surplus is required: the committee and the standing committee.
    pub required_surplus: u16,
    /// The fewest and the most surplus, in per cent of the seats, that the outgoing committee prepares.
    pub prepared_percent: (u32, u32),
    /// The share of those attending whose support a name from the floor needs more than.
    pub floor_support: Ratio,
}

/// Ballots whose validity the written rules leave open \[U\].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BallotRules {
    /// A ballot of several names with two boxes on which nobody is agreed to.
    pub nobody_agreed: Doubtful,
    /// A ballot of one name with neither box marked.
    pub single_name_unmarked: Doubtful,
}

/// Rights that depend on the member's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberRights {
    /// Exempted members who came (miễn công tác và sinh hoạt) nominate \[U\].
    pub exempted_nominate: Right,
    /// Exempted members who came stand for election \[U\].
    pub exempted_stand: Right,
    /// Probationary members (đảng viên dự bị) stand for election.
    pub probationary_stand: Right,
    /// Full members on temporary activity (sinh hoạt tạm thời) stand for election.
    pub temporary_stand: Right,
}

/// Sizes of bodies and of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeRules {
    /// From how many full members on a cell elects a committee (chi ủy).
    pub committee_from: u32,
    /// The most members of a cell's committee.
    pub cell_committee: u16,
    /// The most members of a cell's presidium (đoàn chủ tịch).
    pub cell_presidium: u16,
    /// The members of a cell's counting committee (ban kiểm phiếu), by custom.
    pub cell_counters: u16,
}

/// Rounds and what follows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundRules {
    /// After how many rounds without a secretary only the superior committee appoints.
    pub secretary_rounds: u16,
    /// What elects in a new round among the tied \[U\].
    pub tie_revote: TieRevote,
    /// How alternates are elected \[U\].
    pub delegates: DelegateBallots,
    /// How many months the sealed ballots are kept.
    pub ballots_kept_months: u16,
}

/// The year-end review (đánh giá, xếp loại): a cap that warns, never refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewRules {
    /// The most members classified excellent, as a share of the base below.
    pub excellent: Ratio,
    /// What that share is taken of \[U\].
    pub excellent_of: ExcellentBase,
}

/// What the cap on "excellent" is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExcellentBase {
    /// Those classified good (hoàn thành tốt).
    Good,
    /// Those classified good or excellent.
    GoodOrBetter,
}

/// One profile: the regulation in force at the day of the congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regulation {
    /// The number of the decision that issued it: "190-QĐ/TW".
    pub number: &'static str,
    /// The day of that decision, as printed: "10/10/2024".
    pub date: &'static str,
    /// The share of those summoned that must be present \[U\].
    pub quorum: Ratio,
    /// The share of the base that elects and adopts when it is passed (quá một nửa).
    pub majority: Ratio,
    /// The list of candidates.
    pub list: ListRules,
    /// Doubtful ballots.
    pub ballots: BallotRules,
    /// Rights of members.
    pub rights: MemberRights,
    /// Sizes of bodies.
    pub sizes: SizeRules,
    /// Rounds.
    pub rounds: RoundRules,
    /// The year-end review.
    pub review: ReviewRules,
    articles: &'static [(Rule, u16)],
}

/// The profiles, the default first. An article that was not seen in the text is left out, and the document alone cited.
static PROFILES: [Regulation; 2] = [
    Regulation {
        articles: &[
            (Rule::Majority, 30),
            (Rule::Base, 30),
            (Rule::ShowOfHands, 3),
            (Rule::SecretBallot, 3),
            (Rule::CountingCommitteeNotCandidate, 8),
            (Rule::ReportedBeforeCounting, 8),
            (Rule::SealedBallots, 8),
            (Rule::Surplus, 14),
            (Rule::SurplusRequired, 14),
            (Rule::FloorSupport, 14),
            (Rule::BallotForms, 15),
            (Rule::InvalidBallots, 15),
        ],
        ..profile("190-QĐ/TW", "10/10/2024")
    },
    Regulation {
        articles: &[(Rule::Majority, 32), (Rule::Base, 32), (Rule::BallotForms, 17), (Rule::InvalidBallots, 17)],
        ..profile("244-QĐ/TW", "09/6/2014")
    },
];

/// What both profiles have in common.
const fn profile(number: &'static str, date: &'static str) -> Regulation {
    Regulation {
        number,
        date,
        quorum: Ratio { parts: 2, whole: 3 },
        majority: Ratio { parts: 1, whole: 2 },
        list: ListRules {
            surplus: Ratio { parts: 3, whole: 10 },
            small_body: (3, 5),
            small_body_surplus: 1,
            required_surplus: 1,
            prepared_percent: (10, 15),
            floor_support: Ratio { parts: 3, whole: 10 },
        },
        ballots: BallotRules { nobody_agreed: Doubtful::Valid, single_name_unmarked: Doubtful::Invalid },
        rights: MemberRights {
            exempted_nominate: Right::Granted,
            exempted_stand: Right::Granted,
            probationary_stand: Right::Withheld,
            temporary_stand: Right::Withheld,
        },
        sizes: SizeRules { committee_from: 9, cell_committee: 7, cell_presidium: 3, cell_counters: 3 },
        rounds: RoundRules {
            secretary_rounds: 3,
            tie_revote: TieRevote::HigherWins,
            delegates: DelegateBallots::OneList,
            ballots_kept_months: 6,
        },
        review: ReviewRules { excellent: Ratio { parts: 1, whole: 5 }, excellent_of: ExcellentBase::Good },
        articles: &[],
    }
}

impl Regulation {
    /// The profile of the congresses of today: 190-QĐ/TW of 10/10/2024.
    pub fn default_profile() -> Regulation {
        PROFILES[0]
    }

    /// The profile with this number, if the program knows it.
    pub fn named(number: &str) -> Option<Regulation> {
        PROFILES.iter().find(|profile| profile.number == number).copied()
    }

    /// Every profile, the default first.
    pub fn all() -> &'static [Regulation] {
        &PROFILES
    }

    /// The article and document behind a rule, with number and date: "Điều 30 Quy chế bầu cử trong Đảng ban hành kèm
    /// theo Quyết định số 190-QĐ/TW ngày 10/10/2024", "Điều 11 Điều lệ Đảng".
    pub fn cite(&self, rule: Rule) -> String {
        if let Some((_, article)) = CHARTER.iter().find(|(other, _)| *other == rule) {
            return cited(*article, "Điều lệ Đảng");
        }
        let article = self.articles.iter().find(|(other, _)| *other == rule);
        cited(article.map(|(_, article)| *article), &self.title())
    }

    /// The whole name of the regulation.
    pub fn title(&self) -> String {
        let Regulation { number, date, .. } = self;
        format!("Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số {number} ngày {date}")
    }

    /// How many of those summoned must be present: `3 × present ≥ 2 × summoned` (Điều lệ Đảng, Điều 11).
    pub fn quorum_needed(&self, summoned: u32) -> u32 {
        self.quorum.at_least(summoned)
    }

    /// How many votes elect or adopt with this base: the fewest that are more than half.
    pub fn votes_needed(&self, base: u32) -> u32 {
        self.majority.more_than(base)
    }

    /// The most surplus names (số dư) for this number of seats: `10 × surplus ≤ 3 × seats`, one for bodies of 3–5.
    pub fn max_surplus(&self, seats: u16) -> u16 {
        let (from, to) = self.list.small_body;
        if (from..=to).contains(&seats) {
            return self.list.small_body_surplus;
        }
        u16::try_from(self.list.surplus.at_most(u32::from(seats))).unwrap_or(u16::MAX)
    }

    /// How many of those attending must support a name from the floor: `10 × support > 3 × present`.
    pub fn support_needed(&self, present: u32) -> u32 {
        self.list.floor_support.more_than(present)
    }
}

fn cited(article: Option<u16>, document: &str) -> String {
    article.map_or_else(|| document.to_owned(), |article| format!("Điều {article} {document}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_found_by_their_number() {
        assert_eq!(Regulation::default_profile().number, "190-QĐ/TW");
        assert_eq!(Regulation::named("244-QĐ/TW").map(|profile| profile.date), Some("09/6/2014"));
        assert_eq!(Regulation::named("04-HD/TW"), None);
    }

    #[test]
    fn surplus_caps_of_the_rules() {
        let regulation = Regulation::default_profile();
        let caps = [(3, 1), (4, 1), (5, 1), (7, 2), (9, 2), (11, 3), (15, 4), (21, 6), (27, 8), (35, 10)];
        for (seats, cap) in caps {
            assert_eq!(regulation.max_surplus(seats), cap, "{seats} seats");
        }
        assert_eq!((regulation.max_surplus(1), regulation.max_surplus(2)), (0, 0));
        assert_eq!(regulation.max_surplus(u16::MAX), 19_660);
    }

    #[test]
    fn floor_support_is_more_than_thirty_per_cent() {
        let regulation = Regulation::default_profile();
        for (present, support) in [(20, 7), (10, 4), (9, 3), (0, 1), (120, 37)] {
            assert_eq!(regulation.support_needed(present), support, "{present} present");
        }
    }

    #[test]
    fn quorum_is_two_thirds_of_those_summoned() {
        let regulation = Regulation::default_profile();
        for (summoned, present) in [(25, 17), (24, 16), (120, 80), (1, 1), (u32::MAX, 2_863_311_530)] {
            assert_eq!(regulation.quorum_needed(summoned), present, "{summoned} summoned");
        }
    }

    #[test]
    fn a_decision_names_article_number_and_date() {
        let (now, before) = (Regulation::default_profile(), Regulation::named("244-QĐ/TW").unwrap());
        assert_eq!(
            now.cite(Rule::CountingCommitteeNotCandidate),
            "Điều 8 Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số 190-QĐ/TW ngày 10/10/2024"
        );
        assert_eq!(
            before.cite(Rule::Majority),
            "Điều 32 Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số 244-QĐ/TW ngày 09/6/2014"
        );
        assert_eq!(now.cite(Rule::Quorum), "Điều 11 Điều lệ Đảng");
        assert_eq!(before.cite(Rule::Surplus), before.title());
        assert_eq!(now.cite(Rule::ProbationaryCannotStand), "Điều lệ Đảng");
    }
}
