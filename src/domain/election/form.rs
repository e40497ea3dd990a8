//! What is elected and on which form of ballot. The marks on the paper live in `ballot`.

use crate::domain::regulation::Regulation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a ballot elects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Office {
    /// The committee (cấp ủy, chi ủy, ban chấp hành).
    Committee,
    /// The standing committee (ban thường vụ).
    StandingCommittee,
    /// The secretary (bí thư).
    Secretary,
    /// The deputy secretaries (phó bí thư).
    Deputy,
    /// The inspection committee (ủy ban kiểm tra).
    Inspection,
    /// The head of the inspection committee (chủ nhiệm ủy ban kiểm tra), from among it.
    InspectionHead,
    /// The delegates to the higher congress (đại biểu dự đại hội cấp trên).
    Delegates,
    /// The alternate delegates, where they are elected on a ballot of their own (đại biểu dự khuyết).
    Alternates,
}

impl Office {
    /// Every office, in the order in which they are elected (rules §3).
    pub const ALL: [Self; 8] = [
        Self::Committee,
        Self::StandingCommittee,
        Self::Secretary,
        Self::Deputy,
        Self::Inspection,
        Self::InspectionHead,
        Self::Delegates,
        Self::Alternates,
    ];

    /// Whether its number is allotted from above rather than voted (rules §3).
    pub fn is_allotted(self) -> bool {
        matches!(self, Self::Delegates | Self::Alternates)
    }

    /// Whether it is a body or several offices, so that fewer may be elected than it has.
    pub fn has_size(self) -> bool {
        !self.is_allotted() && !self.is_single()
    }

    /// Whether one person holds it.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Secretary | Self::InspectionHead)
    }
}

/// The form of the ballot paper (mẫu phiếu bầu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Form A: the voter strikes out the names not chosen (gạch tên).
    StrikeOut,
    /// Form B: two boxes for each name, Đồng ý and Không đồng ý.
    AgreeDisagree,
}

impl Form {
    /// The form for a list: strike out where more names than seats stand, two boxes otherwise or for a single name.
    pub fn of(names: u16, seats: u16) -> Form {
        if names > seats && names > 1 { Form::StrikeOut } else { Form::AgreeDisagree }
    }
}

/// What the ballots of one round have in common: the list, the seats and the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contest {
    /// How many names the ballot lists; they are numbered from 1 in ballot order.
    pub names: u16,
    /// How many are to be elected (số lượng cần bầu).
    pub seats: u16,
    /// The regulation in force.
    pub regulation: Regulation,
}

impl Contest {
    /// The form of its ballot.
    pub fn form(&self) -> Form {
        Form::of(self.names, self.seats)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_follows_from_names_and_seats() {
        assert_eq!(Form::of(4, 3), Form::StrikeOut);
        assert_eq!(Form::of(3, 3), Form::AgreeDisagree);
        assert_eq!(Form::of(1, 1), Form::AgreeDisagree);
        assert_eq!(Form::of(1, 0), Form::AgreeDisagree);
        assert_eq!(Form::of(2, 3), Form::AgreeDisagree);
    }
}
