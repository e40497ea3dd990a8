//! The typical programmes (chương trình mẫu), kept as TOML beside this file: which one fits a congress, and which of its
//! items the elections of that congress leave out.

use super::agenda::{Planned, planned};
use super::fields::Fields;
use super::page::Page;
use crate::domain::agenda::ItemKind;
use crate::domain::election::Office;
use crate::domain::meeting::Kind;
use toml::de::DeTable;

const CELL: &str = include_str!("programmes/cell.toml");
const SMALL_CELL: &str = include_str!("programmes/small_cell.toml");
const MEMBERS: &str = include_str!("programmes/members.toml");
const DELEGATES: &str = include_str!("programmes/delegates.toml");
const REVIEW: &str = include_str!("programmes/review.toml");
const PREPARATORY: &str = include_str!("programmes/preparatory.toml");

/// What a programme is chosen by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Setting {
    /// Kind of congress.
    pub(in crate::import) kind: Kind,
    /// Whether it is a cell too small for a committee (rules §3).
    pub(in crate::import) small: bool,
    /// The offices that are elected.
    pub(in crate::import) offices: Vec<Office>,
}

/// The programme of the official session; where a preparatory session was held, without what that one settled.
pub(in crate::import) fn official(setting: &Setting, prepared: bool) -> Vec<Planned> {
    let text = match setting.kind {
        Kind::Cell if setting.small => SMALL_CELL,
        Kind::Cell => CELL,
        Kind::Members => MEMBERS,
        Kind::Delegates => DELEGATES,
        Kind::Review => REVIEW,
    };
    let held = |item: &Planned| item.office.is_none_or(|office| setting.offices.contains(&office));
    let settled = |item: &Planned| prepared && matches!(item.kind, ItemKind::Bodies | ItemKind::Programme);
    // where nobody is elected, nobody is presented
    let idle = |item: &Planned| item.kind == ItemKind::Debut && setting.offices.is_empty();
    items(&Page::new(text)).into_iter().filter(|item| held(item) && !settled(item) && !idle(item)).collect()
}

/// The programme of a preparatory session.
pub(in crate::import) fn preparatory() -> Vec<Planned> {
    items(&Page::new(PREPARATORY))
}

/// The items of a programme; that no fault is noted on its page is what the tests show.
fn items(page: &Page<'_>) -> Vec<Planned> {
    let (root, _) = DeTable::parse_recoverable(page.text);
    let top = Fields::open(page, (0, root.get_ref()), ("programme", &["item"]));
    let keys = ["title", "kind", "minutes", "script", "office"];
    top.tables("item", ("[[item]]", &keys)).iter().map(|fields| planned(fields).value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::script::unknown_gap;
    use unicode_normalization::is_nfc;

    #[test]
    fn every_programme_is_sound() {
        for text in [CELL, SMALL_CELL, MEMBERS, DELEGATES, REVIEW, PREPARATORY] {
            assert!(is_nfc(text));
            DeTable::parse(text).unwrap();
            let page = Page::new(text);
            let items = items(&page);
            assert_eq!(items.last().map(|item| item.kind), Some(ItemKind::Closing));
            for item in &items {
                assert!(!item.title.is_empty() && item.minutes > 0 && !item.script.is_empty(), "{}", item.title);
                let gap = unknown_gap(&item.script).filter(|gap| *gap != "prepared");
                assert_eq!(gap, None, "{}", item.title);
                let elects = matches!(item.kind, ItemKind::Election | ItemKind::Counting | ItemKind::Announcement);
                assert_eq!(item.office.is_some(), elects, "{}", item.title);
            }
            assert_eq!(page.finish(()), Ok(()));
        }
    }

    #[test]
    fn items_of_elections_that_are_not_held_are_left_out() {
        let all = vec![Office::Committee, Office::Secretary, Office::Deputy, Office::Delegates];
        let whole = official(&Setting { kind: Kind::Cell, small: false, offices: all }, false);
        assert_eq!(whole.len(), 21);
        let minutes: u32 = whole.iter().filter(|item| item.kind != ItemKind::Counting).map(|item| item.minutes).sum();
        assert_eq!(minutes, 230, "a typical cell congress takes about four hours");
        let none = official(&Setting { kind: Kind::Cell, small: false, offices: Vec::new() }, false);
        assert!(none.iter().all(|item| item.office.is_none() && item.kind != ItemKind::Debut));
        let direct = Setting { kind: Kind::Cell, small: true, offices: vec![Office::Secretary] };
        assert!(official(&direct, false).iter().any(|item| item.title == "Bầu Bí thư"));
    }

    #[test]
    fn what_the_preparatory_session_settled_is_not_voted_again() {
        let setting = Setting { kind: Kind::Delegates, small: false, offices: vec![Office::Committee] };
        let settles = |item: &&Planned| matches!(item.kind, ItemKind::Bodies | ItemKind::Programme);
        assert!(official(&setting, false).iter().any(|item| settles(&item)));
        assert!(!official(&setting, true).iter().any(|item| settles(&item)));
        assert!(preparatory().iter().any(|item| settles(&item)));
    }
}
