//! The name of the event in one line, for heads and headers.

use crate::domain::figures::roman;
use crate::domain::meeting::{Kind, Meeting};

/// `Đại hội Chi bộ Văn phòng UBND Quận 1 lần thứ VII, nhiệm kỳ 2022 – 2025`.
pub fn event_title(meeting: &Meeting) -> String {
    let event = match meeting.kind {
        Kind::Cell | Kind::Members => "Đại hội",
        Kind::Delegates => "Đại hội đại biểu",
        Kind::Review => "Hội nghị tổng kết",
    };
    let ordinal = meeting.ordinal.map_or_else(String::new, |ordinal| format!(" lần thứ {}", roman(u32::from(ordinal))));
    let term = meeting.term.map_or_else(String::new, |term| format!(", nhiệm kỳ {} – {}", term.from, term.to));
    format!("{event} {}{ordinal}{term}", meeting.unit)
}
