//! What an item of the programme is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an item is about; it decides what the right side of the run screen offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Ổn định tổ chức, điểm danh: needs no quorum.
    Gathering,
    /// Chào cờ, văn nghệ: needs no quorum.
    Ceremony,
    /// Tuyên bố lý do, giới thiệu đại biểu.
    Introduction,
    /// Bầu đoàn chủ tịch, thư ký, các ban.
    Bodies,
    /// Thông qua chương trình, quy chế.
    Programme,
    /// Diễn văn khai mạc.
    Opening,
    /// Báo cáo tình hình đảng viên, thẩm tra tư cách đại biểu.
    Attendance,
    /// Báo cáo (chính trị, kiểm điểm).
    Report,
    /// Thảo luận, tham luận.
    Discussion,
    /// Phát biểu chỉ đạo của cấp trên.
    SuperiorAddress,
    /// Đoàn chủ tịch tiếp thu.
    Reply,
    /// Chỉ tiêu.
    Targets,
    /// Đánh giá, xếp loại (hội nghị tổng kết).
    Classification,
    /// Bầu cử.
    Election,
    /// Kiểm phiếu: usually beside other items.
    Counting,
    /// Công bố kết quả.
    Announcement,
    /// Ra mắt, tặng hoa.
    Debut,
    /// Thông qua nghị quyết.
    Resolution,
    /// Bế mạc: closes the session.
    Closing,
    /// Giải lao.
    Break,
    /// Việc ngoài chương trình chính (gắn biển công trình, dâng hương).
    SideEvent,
    /// Anything else.
    #[default]
    Other,
}

impl ItemKind {
    /// Every kind, in the order of a typical programme.
    pub const ALL: &[Self] = &[
        Self::Gathering,
        Self::Ceremony,
        Self::Introduction,
        Self::Bodies,
        Self::Programme,
        Self::Opening,
        Self::Attendance,
        Self::Report,
        Self::Discussion,
        Self::SuperiorAddress,
        Self::Reply,
        Self::Targets,
        Self::Classification,
        Self::Election,
        Self::Counting,
        Self::Announcement,
        Self::Debut,
        Self::Resolution,
        Self::Closing,
        Self::Break,
        Self::SideEvent,
        Self::Other,
    ];

    /// Whether the item may start before the congress is quorate and open.
    pub fn precedes_opening(self) -> bool {
        matches!(self, Self::Gathering | Self::Ceremony | Self::Break | Self::SideEvent)
    }
}
