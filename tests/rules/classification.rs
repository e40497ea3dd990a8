//! Classification at the end of the year: levels by secret ballot, the cap on "excellent", shares without counts; gifts and discussion
//! groups beside it.

use super::{open_cell, record, refusal};
use daihoi::domain::classification::{Cap, Level};
use daihoi::domain::closing::Open;
use daihoi::domain::election::base;
use daihoi::domain::{Change, Congress, Refusal};
use serde_json::{Value, json};

fn change(value: &Value) -> Change {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"))
}

fn called(id: u32, of: &Value) -> Change {
    change(&json!({"classification": {"called": {"id": id, "of": of}}}))
}

fn voted(rating: u32, (issued, collected): (u32, u32), chosen: [u32; 4]) -> Change {
    let [excellent, good, completed, not_completed] = chosen;
    let chosen = json!({"excellent": excellent, "good": good, "completed": completed, "not_completed": not_completed});
    let told = excellent + good + completed + not_completed;
    let papers =
        json!({"issued": issued, "collected": collected, "invalid": collected.saturating_sub(told), "chosen": chosen});
    change(&json!({"classification": {"voted": {"rating": rating, "at": "2026-01-12T10:00:00", "papers": papers}}}))
}

fn level(congress: &Congress, rating: u32) -> Option<Level> {
    congress.ratings.iter().find(|it| it.id.0 == rating).unwrap().level()
}

#[test]
fn a_level_needs_more_than_half_of_the_base() {
    let mut congress = open_cell();
    let (base, voters) = (base::of_congress(&congress).value, congress.hall().voters);
    let half = base / 2;
    record(&mut congress, [called(1, &json!("unit")), voted(1, (voters, voters), [half, voters - half, 0, 0])]);
    let other = if 2 * (voters - half) > base { Some(Level::Good) } else { None };
    assert_eq!(level(&congress, 1), other, "half of {base} is not enough");
    record(&mut congress, [called(2, &json!({"person": 1})), voted(2, (voters, voters), [half + 1, 0, 0, 0])]);
    assert_eq!(level(&congress, 2), Some(Level::Excellent));
    let again = voted(2, (voters, voters), [0, voters, 0, 0]);
    assert_eq!(refusal(&congress, &again), Refusal::RatingVoted);
}

#[test]
fn a_further_ballot_follows_one_that_adopted_nothing_and_both_stay() {
    let mut congress = open_cell();
    let voters = congress.hall().voters;
    record(&mut congress, [called(1, &json!("unit")), voted(1, (voters, voters), [3, 3, 2, 1])]);
    assert_eq!(level(&congress, 1), None);
    record(&mut congress, [voted(1, (voters, voters), [0, voters, 0, 0])]);
    assert_eq!(level(&congress, 1), Some(Level::Good));
    assert_eq!(congress.ratings.iter().next().unwrap().ballots.len(), 2);
}

#[test]
fn papers_that_do_not_add_up_are_refused() {
    let mut congress = open_cell();
    let voters = congress.hall().voters;
    record(&mut congress, [called(1, &json!("unit"))]);
    let over = voted(1, (voters + 1, voters), [voters, 0, 0, 0]);
    assert!(matches!(refusal(&congress, &over), Refusal::IssuedExceedsVoters { .. }));
    let more = voted(1, (voters - 1, voters), [voters, 0, 0, 0]);
    assert!(matches!(refusal(&congress, &more), Refusal::CollectedExceedsIssued { .. }));
    let papers = json!({"issued": voters, "collected": voters, "chosen": {"good": 1}});
    let short = json!({"rating": 1, "at": "2026-01-12T10:00:00", "papers": papers});
    let short = change(&json!({"classification": {"voted": short}}));
    assert!(matches!(refusal(&congress, &short), Refusal::LevelsDoNotAddUp { .. }));
    assert!(matches!(refusal(&congress, &called(2, &json!("unit"))), Refusal::RatedTwice { .. }));
    let typed = change(&json!({"classification": {"called": {"id": 2, "of": {"person": 1}, "ballots": [
        {"at": "2026-01-12T10:00:00", "base": 1, "papers": {"issued": 1, "collected": 1, "chosen": {"good": 1}}}]}}}));
    assert_eq!(refusal(&congress, &typed), Refusal::LevelNeedsBallot);
}

#[test]
fn the_cap_on_excellent_warns_on_the_base_that_is_set() {
    let mut congress = open_cell();
    let stated = |id: u32, level: &str| {
        change(&json!({"classification": {"called": {"id": id, "of": {"person": id}, "stated": level}}}))
    };
    record(&mut congress, (1..=2).map(|id| stated(id, "excellent")));
    record(&mut congress, (3..=10).map(|id| stated(id, "good")));
    assert_eq!(congress.excellent_cap(), Some(Cap { excellent: 2, base: 8, most: 1 }));
    assert!(congress.excellent_cap().unwrap().is_passed());
    let points = json!({"points": {"excellent_of": "good_or_better"}, "ground": "Hướng dẫn của cấp trên"});
    record(&mut congress, [change(&json!({"meeting": {"open_points_settled": points}}))]);
    assert_eq!(congress.excellent_cap(), Some(Cap { excellent: 2, base: 10, most: 2 }));
    assert!(!congress.excellent_cap().unwrap().is_passed());
}

#[test]
fn a_share_is_known_without_a_number_and_never_passes_a_hundred() {
    let mut congress = open_cell();
    let share = |rest: Value| {
        let mut share = json!({"id": 1, "level": "good", "or_better": true});
        share.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        change(&json!({"classification": {"share_stated": share}}))
    };
    record(&mut congress, [share(json!({"percent": 10_000}))]);
    assert_eq!(congress.shares.iter().next().unwrap().number, None);
    assert!(matches!(refusal(&congress, &share(json!({}))), Refusal::Blank { .. }));
    assert_eq!(refusal(&congress, &share(json!({"percent": 10_001}))), Refusal::ShareOverHundred);
}

#[test]
fn somebody_gives_a_gift_and_a_delegation_sits_in_one_group() {
    let mut congress = open_cell();
    let given = |rest: Value| {
        let mut gift = json!({"id": 1, "what": "lẵng hoa"});
        gift.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        change(&json!({"gifts": {"given": gift}}))
    };
    assert!(matches!(refusal(&congress, &given(json!({}))), Refusal::Blank { .. }));
    assert!(matches!(refusal(&congress, &given(json!({"by": [9]}))), Refusal::Unknown { .. }));
    record(&mut congress, [given(json!({"in_name_of": "đồng chí Tổng Bí thư"}))]);
    let group = |id: u32| {
        let group = json!({"id": id, "name": format!("Tổ {id}"), "units": ["Đoàn 1"]});
        change(&json!({"groups": {"entered": group}}))
    };
    record(&mut congress, [group(1)]);
    assert!(matches!(refusal(&congress, &group(2)), Refusal::UnitInTwoGroups { .. }));
}

/// A review meeting of which only the chair is named.
fn review() -> Congress {
    let mut congress = Congress::default();
    let founding = [
        json!({"meeting": {"founded": {"kind": "review", "unit": "Chi bộ 1", "superior": "", "roster": "named_only"}}}),
        json!({"people": {"enrolled": {"people": [{"id": 1, "name": "Nguyễn Tiến Hạnh"}]}}}),
    ];
    record(&mut congress, founding.iter().map(change));
    congress
}

#[test]
fn where_nobody_knows_the_base_a_level_is_measured_against_the_ballots_issued() {
    let mut congress = review();
    record(&mut congress, [called(1, &json!("unit")), voted(1, (9, 8), [4, 4, 0, 0])]);
    assert_eq!(level(&congress, 1), None, "four of nine");
    record(&mut congress, [voted(1, (9, 8), [5, 3, 0, 0])]);
    assert_eq!(level(&congress, 1), Some(Level::Excellent), "five of nine");
}

#[test]
fn a_review_meeting_elects_nobody() {
    let mut congress = review();
    let chair = json!({"bodies": {"proposed": {"id": 1, "kind": "presidium", "members": [1]}}});
    record(&mut congress, [change(&chair)]);
    let put = json!({"motions": {"put": {"id": 1, "subject": {"body": 1}, "text": "Bầu chủ trì"}}});
    let counting = json!({"bodies": {"proposed": {"id": 2, "kind": "counting", "members": [1]}}});
    let election = json!({"election": {"called": {"id": 1, "office": "secretary", "title": "Bí thư"}}});
    for asked in [put, counting, election] {
        assert_eq!(refusal(&congress, &change(&asked)), Refusal::ReviewElectsNobody, "{asked}");
    }
    let mut congress = open_cell();
    record(&mut congress, [called(1, &json!("unit"))]);
    let waits = |congress: &Congress| congress.still_open().iter().any(|open| matches!(open, Open::Rating(_)));
    assert!(waits(&congress), "who was put to the ballot is open until there is a level or a proposal");
    record(&mut congress, [change(&json!({"classification": {"called": {"id": 1, "of": "unit", "upward": "tốt"}}}))]);
    assert!(!waits(&congress));
}
