//! Who sits where (design §1). What each role may do is [`matrix`]; what it sees is decided by `app`.

pub mod matrix;

pub use matrix::{Part, may, may_undo};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The role of the person at a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Takes the minutes live; the one who drives (thư ký).
    #[default]
    Secretary,
    /// Chairs (đoàn chủ tịch).
    Presidium,
    /// Keys ballots (thành viên ban kiểm phiếu).
    Counter,
    /// Head of the counting committee (trưởng ban kiểm phiếu).
    Head,
    /// The projector of the hall (màn hình hội trường).
    Hall,
}

impl Role {
    /// The roles in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Secretary, Self::Presidium, Self::Counter, Self::Head, Self::Hall];

    /// The word of the command line and of the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Secretary => "secretary",
            Self::Presidium => "presidium",
            Self::Counter => "counter",
            Self::Head => "head",
            Self::Hall => "hall",
        }
    }
}

/// Who makes a change: the role, and the desk where there are several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Who {
    /// The role.
    #[serde(default)]
    pub role: Role,
    /// The number of the counting desk (bàn kiểm phiếu).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<u16>,
}

impl From<Role> for Who {
    fn from(role: Role) -> Self {
        Self { role, desk: None }
    }
}
