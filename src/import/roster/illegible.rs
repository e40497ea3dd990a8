//! Why a whole file cannot be read as a roster or a plan, and what to do about it, in both languages.

use crate::domain::Lang;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Illegible {
    /// Its letters are of an old encoding (TCVN3, VNI).
    OldLetters,
    /// It is no UTF-8 text.
    NotUtf8,
    /// It is a workbook under the name of a text.
    Workbook,
    /// It is named a workbook and cannot be read as one; what its reader says.
    Broken(String),
    /// No row of headings has a column of names.
    NoHeading,
    /// There is nobody below the headings.
    Nobody,
}

impl Illegible {
    /// What is wrong, and what to do about it.
    pub fn told(&self, lang: Lang) -> (String, String) {
        let (what, remedy) = match self {
            Self::OldLetters => return crate::domain::roster::Fault::OldLetters.told(lang),
            Self::NotUtf8 => (
                lang.pick("Tệp không phải văn bản UTF-8.", "The file is no UTF-8 text.").to_owned(),
                lang.pick(
                    "Trong Excel chọn Lưu thành… «CSV UTF-8 (phân cách bằng dấu phẩy)», hoặc lưu dạng .xlsx.",
                    "In Excel choose Save as… «CSV UTF-8 (comma delimited)», or save it as .xlsx.",
                ),
            ),
            Self::Workbook => (
                lang.pick("Tệp là một bảng tính, không phải CSV.", "The file is a workbook, not CSV.").to_owned(),
                lang.pick("Đổi phần mở rộng của tệp thành .xlsx hoặc .xls.", "Change its ending to .xlsx or .xls."),
            ),
            Self::Broken(says) => (
                match lang {
                    Lang::Vi => format!("Không đọc được bảng tính ({says})."),
                    Lang::En => format!("The workbook cannot be read ({says})."),
                },
                lang.pick(
                    "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx hay CSV UTF-8.",
                    "Open it in Excel or LibreOffice and save it again as .xlsx or CSV UTF-8.",
                ),
            ),
            Self::NoHeading => (
                lang.pick(
                    "Không tìm thấy dòng tiêu đề có cột «Họ và tên».",
                    "There is no row of headings with a column «Họ và tên».",
                )
                .to_owned(),
                lang.pick(
                    "Thêm một dòng tiêu đề, ví dụ: STT; Họ và tên; Ngày sinh; Nữ; Chức vụ; Tình trạng.",
                    "Add one, such as: STT; Họ và tên; Ngày sinh; Nữ; Chức vụ; Tình trạng.",
                ),
            ),
            Self::Nobody => (
                lang.pick(
                    "Danh sách không có người nào dưới dòng tiêu đề.",
                    "There is nobody below the row of headings.",
                )
                .to_owned(),
                lang.pick("Nhập ít nhất một người.", "Enter one person at least."),
            ),
        };
        (what, remedy.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_says_something_else_in_each_language() {
        let all = [
            Illegible::OldLetters,
            Illegible::NotUtf8,
            Illegible::Workbook,
            Illegible::Broken("zip".into()),
            Illegible::NoHeading,
            Illegible::Nobody,
        ];
        let mut said = std::collections::BTreeSet::new();
        for illegible in all {
            for lang in [Lang::Vi, Lang::En] {
                let (what, remedy) = illegible.told(lang);
                assert!(!remedy.is_empty() && said.insert(what.clone()), "{what}");
            }
        }
    }
}
