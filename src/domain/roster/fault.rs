//! What is said of the cells and rows of a roster: what cannot be taken and what to do about it, what should be looked at.

use crate::domain::lang::Lang;

/// The words a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Standings.
    Standings,
    /// Ways to become a delegate.
    Origins,
    /// Woman or man.
    Sexes,
}

/// What cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The row is numbered and says something, but of nobody.
    NameMissing,
    /// There are figures in a name.
    NameWithFigures(String),
    /// The letters are of an old encoding (TCVN3, VNI).
    OldLetters,
    /// The cell holds none of the words it may.
    NotAWord(String, Allowed),
    /// The cell holds no day.
    NotADay(String),
    /// The day of joining is not after the day of birth.
    JoinedBeforeBorn,
}

/// What should be looked at; the row is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Joined the Party before the age of eighteen.
    JoinedYoung,
    /// No day of confirmation: perhaps a probationary member.
    Unconfirmed,
    /// `Ð` of other alphabets was taken for `Đ`.
    ForeignD,
    /// The standing was taken from the remark.
    StandingOfRemark(String),
    /// The unit was taken from the heading of the group.
    UnitOfGroup(String),
}

impl Fault {
    /// What is wrong, and what to do about it.
    pub fn told(&self, lang: Lang) -> (String, String) {
        let (vi, en) = match self {
            Self::NameMissing => (
                ("Thiếu họ và tên.".to_owned(), "Nhập họ và tên, hoặc xóa dòng."),
                ("The name is missing.".to_owned(), "Type the name, or delete the row."),
            ),
            Self::NameWithFigures(name) => (
                (format!("«{name}» có chữ số."), "Chỉ ghi họ và tên ở cột này."),
                (format!("There are figures in «{name}»."), "Only the name belongs into this column."),
            ),
            Self::OldLetters => (
                (
                    "Chữ trong tệp dùng bảng mã cũ (TCVN3/ABC hoặc VNI), không phải Unicode.".to_owned(),
                    "Chuyển mã sang Unicode dựng sẵn (UniKey: Ctrl+Shift+F6), rồi lưu dạng CSV UTF-8 hoặc .xlsx.",
                ),
                (
                    "The letters are of an old encoding (TCVN3/ABC or VNI), not Unicode.".to_owned(),
                    "Convert them to composed Unicode (UniKey: Ctrl+Shift+F6) and save as CSV UTF-8 or .xlsx.",
                ),
            ),
            Self::NotAWord(text, allowed) => {
                let (vi, en) = allowed.words();
                ((format!("Không hiểu «{text}»."), vi), (format!("«{text}» is not understood."), en))
            }
            Self::NotADay(text) => (
                (format!("«{text}» không phải ngày."), "Ghi ngày/tháng/năm đủ bốn chữ số năm, hoặc chỉ ghi năm."),
                (
                    format!("«{text}» is no day."),
                    "Write day/month/year with four figures for the year, or the year alone.",
                ),
            ),
            Self::JoinedBeforeBorn => (
                ("Ngày vào Đảng không sau ngày sinh.".to_owned(), "Xem lại hai ngày."),
                ("The day of joining is not after the day of birth.".to_owned(), "Look at both days again."),
            ),
        };
        let (what, remedy) = match lang {
            Lang::Vi => vi,
            Lang::En => en,
        };
        (what, remedy.to_owned())
    }
}

impl Allowed {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Standings => (
                "Ghi một trong: chính thức, dự bị, sinh hoạt tạm thời, sinh hoạt tạm thời nơi khác, miễn sinh hoạt, đình chỉ.",
                "One of: chính thức, dự bị, sinh hoạt tạm thời, sinh hoạt tạm thời nơi khác, miễn sinh hoạt, đình chỉ.",
            ),
            Self::Origins => (
                "Ghi một trong: đương nhiên, bầu, chỉ định, dự khuyết.",
                "One of: đương nhiên, bầu, chỉ định, dự khuyết.",
            ),
            Self::Sexes => ("Ghi một trong: nam, nữ.", "One of: nam, nữ."),
        }
    }
}

impl Note {
    /// What should be looked at.
    pub fn told(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::JoinedYoung, Lang::Vi) => "vào Đảng khi chưa đủ 18 tuổi; xem lại hai ngày.".to_owned(),
            (Self::JoinedYoung, Lang::En) => {
                "joined the Party before the age of 18; look at both days again.".to_owned()
            }
            (Self::Unconfirmed, Lang::Vi) => {
                "không có ngày chính thức; nếu là đảng viên dự bị, thêm cột «Tình trạng» và ghi «dự bị».".to_owned()
            }
            (Self::Unconfirmed, Lang::En) => {
                "has no day of confirmation; for a probationary member, add a column «Tình trạng» with «dự bị»."
                    .to_owned()
            }
            (Self::ForeignD, Lang::Vi) => "chữ Ð của bảng chữ khác được đọc là Đ.".to_owned(),
            (Self::ForeignD, Lang::En) => "the letter Ð of another alphabet was read as Đ.".to_owned(),
            (Self::StandingOfRemark(text), Lang::Vi) => format!("tình trạng lấy từ ghi chú «{text}»."),
            (Self::StandingOfRemark(text), Lang::En) => format!("the standing is that of the remark «{text}»."),
            (Self::UnitOfGroup(unit), Lang::Vi) => format!("đơn vị lấy từ dòng nhóm «{unit}»."),
            (Self::UnitOfGroup(unit), Lang::En) => format!("the unit is that of the group «{unit}»."),
        }
    }
}
