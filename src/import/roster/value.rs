//! Words inside the cells of a roster: standings, origins, ticks. All are compared folded, without marks.

use crate::domain::fold::fold;
use crate::domain::people::{Origin, Sex, Standing};

/// The words of each standing, folded.
const STANDINGS: [(Standing, &[&str]); 6] = [
    (Standing::Full, &["chinh thuc", "dang vien chinh thuc", "dvct", "ct", "full"]),
    (Standing::Probationary, &["du bi", "dang vien du bi", "dvdb", "db", "probationary"]),
    (
        Standing::TemporaryHere,
        &["sinh hoat tam thoi", "sinh hoat tam thoi den", "sinh hoat tam thoi o day", "tam thoi den", "temporary_here"],
    ),
    (
        Standing::TemporaryElsewhere,
        &[
            "sinh hoat tam thoi noi khac",
            "sinh hoat tam thoi di",
            "tam thoi di",
            "tam thoi noi khac",
            "temporary_elsewhere",
        ],
    ),
    (
        Standing::Exempted,
        &[
            "mien sinh hoat",
            "mien cong tac va sinh hoat",
            "mien cong tac",
            "mien cong tac, sinh hoat",
            "mien sinh hoat dang",
            "duoc mien sinh hoat",
            "dang vien mien sinh hoat",
            "dang vien duoc mien sinh hoat",
            "duoc mien cong tac, sinh hoat",
            "duoc mien cong tac va sinh hoat",
            "mien",
            "exempted",
        ],
    ),
    (
        Standing::Suspended,
        &[
            "dinh chi",
            "dinh chi sinh hoat",
            "bi dinh chi sinh hoat",
            "khoi to",
            "bi khoi to",
            "tam giam",
            "bi tam giam",
            "suspended",
        ],
    ),
];

/// The words of each way to become a delegate, folded.
const ORIGINS: [(Origin, &[&str]); 4] = [
    (Origin::ExOfficio, &["duong nhien", "dai bieu duong nhien", "dn", "ex_officio"]),
    (Origin::Elected, &["bau", "do bau", "duoc bau", "dai bieu do bau", "dai hoi bau", "elected"]),
    (Origin::Appointed, &["chi dinh", "duoc chi dinh", "dai bieu chi dinh", "appointed"]),
    (Origin::Alternate, &["du khuyet", "dai bieu du khuyet", "dk", "alternate"]),
];

/// The standing a word means.
pub(super) fn standing(text: &str) -> Option<Standing> {
    named(&STANDINGS, text)
}

/// The standing that a remark speaks of: it is one of the words, or begins with one of several («Miễn sinh hoạt từ 01/2024»).
pub(super) fn remark(text: &str) -> Option<Standing> {
    let folded = fold(text);
    let begins = |name: &str| {
        let rest = folded.strip_prefix(name).filter(|_| name.contains(' '));
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let names = STANDINGS.iter().flat_map(|(value, names)| names.iter().map(move |name| (*value, *name)));
    let longest = names.filter(|(_, name)| begins(name)).max_by_key(|(_, name)| name.len());
    standing(text).or(longest.map(|(value, _)| value))
}

/// The origin a word means.
pub(super) fn origin(text: &str) -> Option<Origin> {
    named(&ORIGINS, text)
}

/// The sex a word means.
pub(super) fn sex(text: &str) -> Option<Sex> {
    match fold(text).as_str() {
        "nu" | "f" | "female" => Some(Sex::Female),
        "nam" | "m" | "male" => Some(Sex::Male),
        _ => None,
    }
}

/// Whether a cell is ticked; nothing where it is neither ticked nor plainly empty.
pub(super) fn tick(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "x" | "v" | "1" | "co" | "✓" | "✔" | "☑" | "√" | "+" | "•" | "ü" | "u" | "true" | "dung" | "nu" | "nam"
        | "*" => Some(true),
        "" | "-" | "0" | "khong" | "☐" => Some(false),
        _ => None,
    }
}

fn named<T: Copy>(words: &[(T, &[&str])], text: &str) -> Option<T> {
    let folded = fold(text);
    words.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_office_are_understood() {
        assert_eq!(standing("Dự bị"), Some(Standing::Probationary));
        assert_eq!(standing("CHÍNH THỨC"), Some(Standing::Full));
        assert_eq!(standing("Sinh hoạt tạm thời nơi khác"), Some(Standing::TemporaryElsewhere));
        assert_eq!(standing("Miễn sinh hoạt"), Some(Standing::Exempted));
        assert_eq!(standing("đình chỉ"), Some(Standing::Suspended));
        assert_eq!(standing("nghỉ"), None);
        assert_eq!(remark("Đảng viên dự bị đến 3/2026"), Some(Standing::Probationary));
        assert_eq!(remark("Miễn sinh hoạt, ốm nặng"), Some(Standing::Exempted));
        assert_eq!(remark("Sinh hoạt tạm thời nơi khác (Đà Nẵng)"), Some(Standing::TemporaryElsewhere));
        assert_eq!((remark("Dự bịa"), remark("Ốm")), (None, None));
        assert_eq!(origin("Đương nhiên"), Some(Origin::ExOfficio));
        assert_eq!(origin("dự khuyết"), Some(Origin::Alternate));
        assert_eq!((sex("Nữ"), sex("NAM"), sex("?")), (Some(Sex::Female), Some(Sex::Male), None));
        assert_eq!((tick("X"), tick(""), tick("1975")), (Some(true), Some(false), None));
    }
}
