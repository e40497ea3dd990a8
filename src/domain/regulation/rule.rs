//! The rules that a decision or a refusal can name, and the articles of the Party Charter behind some of them. Articles
//! of a regulation stand in its profile.

/// A rule that a decision or a refusal names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Enough of those summoned are present.
    Quorum,
    /// A hand vote passes with more than half of the base.
    HandVoteMajority,
    /// What is voted by show of hands.
    ShowOfHands,
    /// What is voted by secret ballot.
    SecretBallot,
    /// A member of the counting committee is a voter and not on the ballot.
    CountingCommitteeNotCandidate,
    /// Probationary members neither vote nor stand.
    ProbationaryCannotStand,
    /// The most surplus names.
    Surplus,
    /// A surplus is required for the committee and the standing committee.
    SurplusRequired,
    /// The support a name from the floor needs.
    FloorSupport,
    /// The congress decides on requests to withdraw.
    Withdrawal,
    /// The number to elect is voted before the list.
    NumberBeforeList,
    /// The order of names on list, ballot and record.
    ListOrder,
    /// The two forms of the ballot.
    BallotForms,
    /// Which ballots are invalid.
    InvalidBallots,
    /// Issued and collected are reported before counting.
    ReportedBeforeCounting,
    /// More ballots collected than issued: all are annulled.
    CollectedExceedsIssued,
    /// The ballots are sealed and handed over.
    SealedBallots,
    /// What the votes are measured against.
    Base,
    /// More than half of the base elects.
    Majority,
    /// A tie at the last seat elects nobody.
    LastSeatTie,
    /// Fewer pass than seats: the congress decides on a further round.
    FurtherRound,
    /// After three rounds without a secretary the superior committee appoints.
    ThreeRounds,
    /// Officials first, then the alternates in order of votes.
    Alternates,
    /// Committee first, then the secretary, then the deputy.
    OrderOfElections,
    /// A cell of fewer than nine full members elects no committee.
    SmallCell,
    /// The most members of a cell's committee.
    CommitteeSize,
    /// The superior committee annuls a result.
    Annulment,
}

/// Articles of the Party Charter (Điều lệ Đảng) behind rules that are the same under every profile.
pub(super) const CHARTER: &[(Rule, Option<u16>)] = &[
    (Rule::Quorum, Some(11)),
    (Rule::HandVoteMajority, Some(9)),
    (Rule::SmallCell, Some(24)),
    (Rule::OrderOfElections, Some(24)),
    (Rule::ProbationaryCannotStand, None),
];
