//! One ballot paper and its judgement (phiếu hợp lệ, phiếu không hợp lệ). Adding ballots up lives in `count`.

use super::form::{Contest, Form};
use crate::domain::regulation::Doubtful;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the voter did with the names; numbers from 1 in ballot order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Form A: the names struck out.
    Struck(Vec<u16>),
    /// Form B: the names with a mark in each of the two boxes.
    Boxes {
        /// Marked Đồng ý.
        agree: Vec<u16>,
        /// Marked Không đồng ý.
        disagree: Vec<u16>,
    },
}

impl Marks {
    /// An unmarked paper of a form.
    pub fn none(form: Form) -> Marks {
        match form {
            Form::StrikeOut => Marks::Struck(Vec::new()),
            Form::AgreeDisagree => Marks::Boxes { agree: Vec::new(), disagree: Vec::new() },
        }
    }

    /// The form of paper that carries such marks.
    pub fn form(&self) -> Form {
        match self {
            Marks::Struck(_) => Form::StrikeOut,
            Marks::Boxes { .. } => Form::AgreeDisagree,
        }
    }

    /// Takes every mark away and keeps the room, for reading the next paper.
    pub fn clear(&mut self) {
        match self {
            Marks::Struck(struck) => struck.clear(),
            Marks::Boxes { agree, disagree } => {
                agree.clear();
                disagree.clear();
            }
        }
    }
}

/// What makes a paper invalid whatever its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Defect {
    /// Not issued by the counting committee (không do ban kiểm phiếu phát ra).
    NotIssued,
    /// A name outside the list added (ghi thêm tên ngoài danh sách).
    OutsideName,
    /// Signed by the voter (ký tên).
    Signed,
    /// Written on or marked (viết thêm, đánh dấu riêng).
    Marked,
}

/// One ballot paper as it was keyed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Ballot {
    /// The marks by the names.
    pub marks: Marks,
    /// A defect of the paper, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defect: Option<Defect>,
}

/// Why a ballot is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    /// More votes than seats (bầu quá số lượng).
    OverVote,
    /// Nobody voted for (không bầu cho ai).
    NoVote,
    /// One name, both boxes marked.
    BothBoxes,
    /// One name, neither box marked.
    NoBox,
    /// Not issued by the counting committee.
    NotIssued,
    /// A name outside the list added.
    OutsideName,
    /// Signed by the voter.
    Signed,
    /// Written on or marked.
    Marked,
}

impl Invalid {
    /// Every reason, in the order in which a record lists them.
    pub const ALL: [Invalid; 8] = [
        Invalid::OverVote,
        Invalid::NoVote,
        Invalid::BothBoxes,
        Invalid::NoBox,
        Invalid::NotIssued,
        Invalid::OutsideName,
        Invalid::Signed,
        Invalid::Marked,
    ];
}

impl From<Defect> for Invalid {
    fn from(defect: Defect) -> Invalid {
        match defect {
            Defect::NotIssued => Invalid::NotIssued,
            Defect::OutsideName => Invalid::OutsideName,
            Defect::Signed => Invalid::Signed,
            Defect::Marked => Invalid::Marked,
        }
    }
}

/// The verdict on one ballot. "Invalid" and "a name not counted on a valid ballot" are two different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// The ballot counts.
    Valid,
    /// The ballot does not count, for this reason.
    Invalid(Invalid),
}

/// Which marks a number stands among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Names struck out.
    Struck,
    /// Names agreed to.
    Agree,
    /// Names disagreed with.
    Disagree,
}

/// A number that no ballot of the contest can carry: a fault of keying, not of the voter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkFault {
    /// The marks belong to the other form of ballot.
    #[error("the marks belong to the other form of ballot")]
    OtherForm,
    /// The number is not on the list.
    #[error("{number} is not between 1 and {names}")]
    OutsideList {
        /// Where it stands.
        column: Column,
        /// The place in that column, from 0.
        index: usize,
        /// The number.
        number: u16,
        /// How many names the ballot lists.
        names: u16,
    },
    /// The number stands twice in one column.
    #[error("{number} stands there already")]
    Repeated {
        /// Where it stands.
        column: Column,
        /// The place of the second one, from 0.
        index: usize,
        /// The number.
        number: u16,
    },
}

/// Judges one ballot of a contest (rules §4; Quy chế bầu cử trong Đảng, the article on ballots).
pub fn judge(ballot: &Ballot, contest: &Contest) -> Result<Validity, MarkFault> {
    Judge::new(*contest).judge(ballot)
}

/// A judge of many ballots, who keeps the sheet on which marks are checked off.
#[derive(Clone, Debug)]
pub struct Judge {
    contest: Contest,
    /// For each name the last paper that struck or agreed to it, and the last that disagreed.
    seen: Vec<[u64; 2]>,
    paper: u64,
}

impl Judge {
    /// A judge for the ballots of one contest.
    pub fn new(contest: Contest) -> Judge {
        Judge { contest, seen: vec![[0; 2]; usize::from(contest.names)], paper: 0 }
    }

    /// What the ballots have in common.
    pub fn contest(&self) -> &Contest {
        &self.contest
    }

    /// Judges one ballot; a ballot with a defect is invalid whatever its marks.
    pub fn judge(&mut self, ballot: &Ballot) -> Result<Validity, MarkFault> {
        if ballot.marks.form() != self.contest.form() {
            return Err(MarkFault::OtherForm);
        }
        self.paper += 1;
        let reason = match &ballot.marks {
            Marks::Struck(struck) => self.struck(struck)?,
            Marks::Boxes { agree, disagree } => self.boxes(agree, disagree)?,
        };
        let reason = ballot.defect.map(Invalid::from).or(reason);
        Ok(reason.map_or(Validity::Valid, Validity::Invalid))
    }

    /// Whether the last ballot has a mark in both boxes of a name.
    pub(super) fn in_both(&self, number: u16) -> bool {
        let place = usize::from(number).checked_sub(1);
        place.and_then(|place| self.seen.get(place)).is_some_and(|seen| *seen == [self.paper; 2])
    }

    fn struck(&mut self, struck: &[u16]) -> Result<Option<Invalid>, MarkFault> {
        self.check_off(Column::Struck, struck)?;
        let votes = usize::from(self.contest.names) - struck.len();
        Ok(match votes {
            0 => Some(Invalid::NoVote),
            votes if votes > usize::from(self.contest.seats) => Some(Invalid::OverVote),
            _ => None,
        })
    }

    fn boxes(&mut self, agree: &[u16], disagree: &[u16]) -> Result<Option<Invalid>, MarkFault> {
        self.check_off(Column::Agree, agree)?;
        self.check_off(Column::Disagree, disagree)?;
        let settings = self.contest.regulation.ballots;
        let both = agree.iter().filter(|number| self.in_both(**number)).count();
        Ok(match (agree.len() - both, disagree.len() - both) {
            (0, _) if self.contest.names == 1 && both == 1 => Some(Invalid::BothBoxes),
            (0, 0) if self.contest.names == 1 && settings.single_name_unmarked == Doubtful::Invalid => {
                Some(Invalid::NoBox)
            }
            (0, _) if self.contest.names > 1 && settings.nobody_agreed == Doubtful::Invalid => Some(Invalid::NoVote),
            _ => None,
        })
    }

    /// Checks that a column holds each number once and only numbers of the list.
    fn check_off(&mut self, column: Column, numbers: &[u16]) -> Result<(), MarkFault> {
        let side = usize::from(column == Column::Disagree);
        for (index, &number) in numbers.iter().enumerate() {
            let place = usize::from(number).checked_sub(1).and_then(|place| self.seen.get_mut(place));
            let Some(seen) = place else {
                return Err(MarkFault::OutsideList { column, index, number, names: self.contest.names });
            };
            if seen[side] == self.paper {
                return Err(MarkFault::Repeated { column, index, number });
            }
            seen[side] = self.paper;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::regulation::{OpenPoints, Regulation};

    fn contest(names: u16, seats: u16) -> Contest {
        Contest { names, seats, regulation: Regulation::default_profile() }
    }

    fn struck(numbers: &[u16]) -> Ballot {
        Ballot { marks: Marks::Struck(numbers.to_vec()), defect: None }
    }

    fn boxes(agree: &[u16], disagree: &[u16]) -> Ballot {
        Ballot { marks: Marks::Boxes { agree: agree.to_vec(), disagree: disagree.to_vec() }, defect: None }
    }

    fn verdict(ballot: &Ballot, names: u16, seats: u16) -> Option<Invalid> {
        match judge(ballot, &contest(names, seats)).unwrap() {
            Validity::Valid => None,
            Validity::Invalid(reason) => Some(reason),
        }
    }

    /// Rules §9, example 6.
    #[test]
    fn four_names_for_three_seats() {
        let all = [1, 2, 3, 4];
        let verdicts = [0, 1, 2, 3, 4].map(|kept| verdict(&struck(&all[..kept]), 4, 3));
        assert_eq!(verdicts, [Some(Invalid::OverVote), None, None, None, Some(Invalid::NoVote)]);
    }

    #[test]
    fn two_boxes_for_several_names() {
        assert_eq!(verdict(&boxes(&[1, 2, 3], &[]), 3, 3), None);
        assert_eq!(verdict(&boxes(&[], &[1, 2, 3]), 3, 3), None);
        assert_eq!(verdict(&boxes(&[1], &[1]), 3, 3), None);
        assert_eq!(verdict(&boxes(&[], &[]), 3, 3), None);
    }

    #[test]
    fn two_boxes_for_one_name() {
        assert_eq!(verdict(&boxes(&[1], &[]), 1, 1), None);
        assert_eq!(verdict(&boxes(&[], &[1]), 1, 1), None);
        assert_eq!(verdict(&boxes(&[1], &[1]), 1, 1), Some(Invalid::BothBoxes));
        assert_eq!(verdict(&boxes(&[], &[]), 1, 1), Some(Invalid::NoBox));
    }

    #[test]
    fn unsettled_points_follow_the_profile() {
        let doubt = |nobody_agreed, single_name_unmarked| {
            let points = OpenPoints {
                nobody_agreed: Some(nobody_agreed),
                single_name_unmarked: Some(single_name_unmarked),
                ..OpenPoints::default()
            };
            points.over(Regulation::default_profile())
        };
        let strict = Contest { regulation: doubt(Doubtful::Invalid, Doubtful::Invalid), ..contest(2, 2) };
        let no_vote = Ok(Validity::Invalid(Invalid::NoVote));
        assert_eq!(judge(&boxes(&[], &[1, 2]), &strict), no_vote);
        assert_eq!(judge(&boxes(&[2], &[1, 2]), &strict), no_vote);
        let lenient = Contest { regulation: doubt(Doubtful::Valid, Doubtful::Valid), ..contest(1, 1) };
        assert_eq!(judge(&boxes(&[], &[]), &lenient), Ok(Validity::Valid));
    }

    #[test]
    fn a_defect_outweighs_the_marks() {
        let signed = Ballot { defect: Some(Defect::Signed), ..struck(&[]) };
        assert_eq!(verdict(&signed, 4, 3), Some(Invalid::Signed));
        let outside = Ballot { defect: Some(Defect::OutsideName), ..struck(&[1]) };
        assert_eq!(verdict(&outside, 4, 3), Some(Invalid::OutsideName));
    }

    #[test]
    fn numbers_no_voter_could_mean_are_refused() {
        let outside = |number, index| MarkFault::OutsideList { column: Column::Struck, index, number, names: 4 };
        assert_eq!(judge(&struck(&[1, 5]), &contest(4, 3)), Err(outside(5, 1)));
        assert_eq!(judge(&struck(&[0]), &contest(4, 3)), Err(outside(0, 0)));
        let twice = MarkFault::Repeated { column: Column::Disagree, index: 2, number: 1 };
        assert_eq!(judge(&boxes(&[3], &[1, 2, 1]), &contest(3, 3)), Err(twice));
        assert_eq!(judge(&boxes(&[1], &[]), &contest(4, 3)), Err(MarkFault::OtherForm));
        assert_eq!(judge(&struck(&[1]), &contest(0, 0)), Err(MarkFault::OtherForm));
    }
}
