//! Identifiers: one newtype for each kind of thing, so that one can never be taken for another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An identifier that registers number from 1 upwards.
pub trait Id: Copy + Ord + fmt::Debug {
    /// The identifier with this number.
    fn from_number(number: u32) -> Self;
    /// The number inside.
    fn number(self) -> u32;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl Id for $name {
            fn from_number(number: u32) -> Self {
                Self(number)
            }
            fn number(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A member or delegate on the roster (đảng viên, đại biểu).
    PersonId,
    /// A guest or a delegation without names (khách mời, đoàn khách).
    GuestId,
    /// A session (phiên họp).
    SessionId,
    /// An item of the agenda (nội dung chương trình).
    ItemId,
    /// A working body (đoàn chủ tịch, thư ký, ban thẩm tra, ban kiểm phiếu).
    BodyId,
    /// A speech (lượt phát biểu).
    SpeechId,
    /// A note of the secretary (ghi chú).
    NoteId,
    /// A hand vote (biểu quyết giơ tay).
    MotionId,
    /// A target (chỉ tiêu).
    TargetId,
    /// A report heard (báo cáo).
    ReportId,
    /// A result or figure that a report states (số liệu).
    FactId,
    /// Something given: flowers, a gift (hoa, quà tặng).
    GiftId,
    /// A discussion group (tổ thảo luận).
    GroupId,
    /// A classification of the unit or of a member (xếp loại).
    RatingId,
    /// A share of the members by level (tỷ lệ theo mức xếp loại).
    ShareId,
    /// An election of one body or office (cuộc bầu cử).
    ElectionId,
    /// A round of an election (vòng bầu).
    RoundId,
    /// A decision of the congress or its chair (quyết định của đại hội).
    DecisionId,
    /// A paper issued: its number in the one series (số văn bản).
    IssueId,
    /// An interruption of a session (tạm dừng phiên họp).
    InterruptionId,
    /// A correction of the closed record (đính chính).
    CorrectionId,
}
