//! The number series of a sample congress: what was issued stays, and says when the data moved on.

use super::{Standing, issue, standing};
use crate::domain::minutes::{Change as Minutes, Rewording};
use crate::domain::{Change, Congress, Role, id::MotionId};
use crate::papers::PaperName;
use crate::papers::sample::{Until, office};

fn does(congress: &mut Congress, change: &Change) {
    congress.judge(Role::Secretary.into(), change).expect("in order");
    congress.apply(change);
}

fn issued(congress: &mut Congress, name: PaperName) {
    let at = congress.motions.get(&MotionId(1)).and_then(|motion| motion.vote.as_ref()).expect("a vote").at;
    let change = issue(congress, name, at).expect("a paper of the series");
    does(congress, &change);
}

fn head_of(congress: &Congress, name: PaperName) -> String {
    name.compose(congress).and_then(|paper| paper.head.number).expect("a number").label()
}

#[test]
fn a_paper_shows_its_number_once_issued_and_a_new_version_names_the_one_it_replaces() {
    let mut congress = office(Until::End);
    assert_eq!(standing(&congress, PaperName::Minutes), Standing::Open);
    issued(&mut congress, PaperName::Programme);
    issued(&mut congress, PaperName::Minutes);
    assert_eq!(head_of(&congress, PaperName::Programme), "Số 01-CTr/ĐH");
    assert_eq!(head_of(&congress, PaperName::Minutes), "Số 02-BB/ĐH");
    let again = issue(&congress, PaperName::Minutes, chrono::NaiveDateTime::MAX).expect("a change");
    let refused = congress.judge(Role::Secretary.into(), &again).expect_err("the same content");
    assert_eq!(refused.code(), "AlreadyIssued");

    let wording =
        Rewording { key: "minutes/opening".into(), original: String::new(), text: Some("Khai mạc.".into()) };
    does(&mut congress, &Change::Minutes(Minutes::Reworded(wording)));
    assert!(matches!(standing(&congress, PaperName::Minutes), Standing::MovedOn(_)));
    // what says something else must not carry the number of what was issued
    assert!(!head_of(&congress, PaperName::Minutes).contains(char::is_numeric));
    issued(&mut congress, PaperName::Minutes);
    assert_eq!(head_of(&congress, PaperName::Minutes), "Số 03-BB/ĐH");
    let title = PaperName::Minutes.compose(&congress).expect("minutes").title;
    assert!(title.subject.last().is_some_and(|line| line.starts_with("(thay cho bản số 02-BB/ĐH phát hành lúc ")));
    assert!(matches!(standing(&congress, PaperName::Programme), Standing::Issued(_)));
}

#[test]
fn papers_outside_the_series_are_not_issued() {
    let congress = office(Until::End);
    for name in PaperName::all(&congress).into_iter().filter(|name| name.code().is_none()) {
        assert_eq!(issue(&congress, name, chrono::NaiveDateTime::MAX), None, "{name:?}");
    }
}
