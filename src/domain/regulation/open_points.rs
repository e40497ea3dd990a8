//! The points that the written rules leave open \[U\], as one congress settles them. What it does not settle follows the profile.

use super::{DelegateBallots, Doubtful, ExcellentBase, Regulation, Right, TieRevote};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The open points a congress has settled for itself (điểm quy chế chưa quy định rõ); none: as in the profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenPoints {
    /// A ballot of several names with two boxes on which nobody is agreed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nobody_agreed: Option<Doubtful>,
    /// A ballot of one name with neither box marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub single_name_unmarked: Option<Doubtful>,
    /// What elects in a new round among the tied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie_revote: Option<TieRevote>,
    /// How alternates are elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegates: Option<DelegateBallots>,
    /// Whether exempted members who came nominate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempted_nominate: Option<Right>,
    /// Whether exempted members who came stand for election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempted_stand: Option<Right>,
    /// What the cap on "excellent" is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excellent_of: Option<ExcellentBase>,
}

impl OpenPoints {
    /// A profile with these points laid over it.
    pub fn over(self, mut profile: Regulation) -> Regulation {
        let ballots = &mut profile.ballots;
        ballots.nobody_agreed = self.nobody_agreed.unwrap_or(ballots.nobody_agreed);
        ballots.single_name_unmarked = self.single_name_unmarked.unwrap_or(ballots.single_name_unmarked);
        let rounds = &mut profile.rounds;
        rounds.tie_revote = self.tie_revote.unwrap_or(rounds.tie_revote);
        rounds.delegates = self.delegates.unwrap_or(rounds.delegates);
        let rights = &mut profile.rights;
        rights.exempted_nominate = self.exempted_nominate.unwrap_or(rights.exempted_nominate);
        rights.exempted_stand = self.exempted_stand.unwrap_or(rights.exempted_stand);
        profile.review.excellent_of = self.excellent_of.unwrap_or(profile.review.excellent_of);
        profile
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_settled_follows_the_profile() {
        let profile = Regulation::default_profile();
        assert_eq!(OpenPoints::default().over(profile), profile);
        let points = OpenPoints { tie_revote: Some(TieRevote::HalfNeeded), ..OpenPoints::default() };
        let settled = points.over(profile);
        assert_eq!(settled.rounds.tie_revote, TieRevote::HalfNeeded);
        assert_eq!(settled.ballots, profile.ballots);
    }
}
