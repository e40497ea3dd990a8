//! The values inside the sentences of refusals, in the language of the sentence. The sentences live in `refusal`.

use super::Refusal;
use crate::domain::election::{BundleState, RoundState};
use crate::domain::lang::Lang;
use crate::domain::regulation::Regulation;
use crate::domain::role::Role;

/// A value inside a sentence, in the language of the sentence.
pub(super) trait Say {
    /// The value in words.
    fn say(&self, lang: Lang) -> String;

    /// The article behind the value, where it is a refusal itself.
    fn article(&self, _: Regulation) -> Option<String> {
        None
    }

    /// The value as somebody typed or chose it: a number, a name, a text; none for words of the program's own.
    fn typed(&self) -> Option<String> {
        None
    }
}

macro_rules! say_as_is {
    ($($ty:ty),*) => {$(impl Say for $ty {
        fn say(&self, _: Lang) -> String {
            self.to_string()
        }

        fn typed(&self) -> Option<String> {
            Some(self.to_string())
        }
    })*};
}
say_as_is!(u16, u32, u64, String);

impl Say for Box<Refusal> {
    fn say(&self, lang: Lang) -> String {
        self.told(lang, Regulation::default_profile()).what
    }

    fn article(&self, regulation: Regulation) -> Option<String> {
        self.told(Lang::Vi, regulation).article
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $ty:ident { $($variant:ident: $vi:literal, $en:literal;)* })*) => {$(
        impl Say for $ty {
            fn say(&self, lang: Lang) -> String {
                match self { $(Self::$variant => lang.pick($vi, $en).to_owned(),)* }
            }
        }
    )*};
}

/// What a refusal speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own name")]
pub enum Noun {
    Agreed,
    Ballot,
    Ballots,
    Body,
    Bundle,
    Correction,
    Day,
    Decision,
    Draw,
    Election,
    Gift,
    Ground,
    Group,
    Guest,
    Interruption,
    Item,
    Keying,
    Meeting,
    Motion,
    Name,
    Note,
    Paper,
    Passphrase,
    Person,
    Rating,
    Reason,
    Report,
    Roster,
    Round,
    Session,
    Share,
    Speech,
    Target,
    Text,
    Title,
    Unit,
    Value,
}

words! {
    Noun {
        Agreed: "số đồng ý", "number in favour";
        Ballot: "phiếu", "ballot"; Ballots: "số phiếu", "number of ballots"; Body: "ban", "working body";
        Bundle: "tệp phiếu", "bundle"; Day: "ngày (dd/mm/yyyy)", "day (dd/mm/yyyy)"; Draw: "lần kiểm tra ngẫu nhiên", "draw"; Keying: "lượt nhập", "keying";
        Correction: "đính chính", "correction"; Interruption: "lần tạm dừng", "interruption";
        Decision: "quyết định", "decision"; Election: "cuộc bầu cử", "election"; Ground: "căn cứ", "ground";
        Gift: "quà tặng", "gift"; Group: "tổ thảo luận", "discussion group"; Rating: "lượt xếp loại", "classification";
        Share: "tỷ lệ xếp loại", "share by level";
        Guest: "khách mời", "guest"; Item: "mục chương trình", "agenda item"; Meeting: "đại hội", "congress";
        Motion: "biểu quyết", "hand vote"; Name: "họ và tên", "name"; Note: "ghi chú", "note"; Paper: "văn bản", "paper"; Passphrase: "mật khẩu", "passphrase";
        Person: "người trong danh sách", "person on the roster"; Reason: "lý do", "reason"; Report: "báo cáo", "report";
        Roster: "danh sách đảng viên", "roster"; Round: "vòng bầu", "round"; Session: "phiên họp", "session";
        Speech: "lượt phát biểu", "speech"; Target: "chỉ tiêu", "target"; Text: "nội dung", "text"; Title: "tên mục", "title";
        Unit: "tên đơn vị", "unit"; Value: "mức chỉ tiêu", "value";
    }
    Role {
        Secretary: "thư ký", "secretary"; Presidium: "đoàn chủ tịch", "presidium"; Counter: "kiểm phiếu viên", "counter";
        Head: "trưởng ban kiểm phiếu", "head of counting"; Hall: "màn hình hội trường", "hall screen";
    }
    RoundState {
        Opened: "đã xác nhận số căn cứ", "base confirmed"; BoxSealed: "đã niêm phong hòm phiếu", "box sealed";
        Issued: "đã phát phiếu", "ballots issued"; Collected: "đã thu phiếu", "ballots collected";
        Counting: "đang kiểm phiếu", "counting"; Closed: "đã khóa kết quả", "count closed";
        Confirmed: "đoàn chủ tịch đã xác nhận", "confirmed by the presidium"; Announced: "đã công bố", "announced";
        HandedOver: "đã bàn giao phiếu", "ballots handed over"; Annulled: "đã hủy phiếu", "annulled";
        Revoked: "kết quả đã bị cấp trên hủy", "annulled by the superior";
    }
    BundleState {
        HandedOut: "chưa nhập xong", "not keyed whole"; Keyed: "chờ người thứ hai", "waiting for the second person";
        Differs: "còn phiếu nhập khác nhau hoặc để riêng", "with papers that differ or were set aside";
        Settled: "đã khớp", "settled";
    }
}

impl Noun {
    /// Whether it is written on one line: what heads a row, a list or a paper.
    pub fn is_one_line(self) -> bool {
        matches!(self, Self::Name | Self::Title | Self::Unit)
    }
}
