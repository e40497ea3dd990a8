//! A chi ủy of seven from nine names by keys alone: every bundle keyed by two desks, planted slips, a heap turned over, a third person
//! who decides from the paper; a tie for the last seat, its new round, then the secretary and the deputy.

use super::hall::{called, counting, listed, meeting, vote};
use super::state;
use crate::world::sitting::Sitting;
use daihoi::cli::recount::recount;
use daihoi::domain::election::{BundleState, Office, RoundState, result};
use daihoi::domain::id::{ElectionId, PersonId, RoundId};
use daihoi::domain::meeting::{Kind, Roster};
use daihoi::domain::motions::Subject;
use daihoi::export::ballots;
use serde_json::Value;

/// Forty-five papers on which each name is struck so often, two strikes at least on every paper.
fn papers(mut strikes: Vec<usize>, number: usize, each: usize) -> Vec<Vec<usize>> {
    let mut papers = vec![Vec::new(); number];
    for paper in &mut papers {
        for _ in 0..each {
            let most =
                (1..=strikes.len()).filter(|name| !paper.contains(name)).max_by_key(|name| (strikes[name - 1], *name));
            let name = most.unwrap();
            strikes[name - 1] -= 1;
            paper.push(name);
        }
    }
    for name in 1..=strikes.len() {
        for paper in papers.iter_mut().filter(|paper| !paper.contains(&name)).take(strikes[name - 1]) {
            paper.push(name);
        }
    }
    papers
}

/// The keys of papers on the pad.
fn keys(papers: &[Vec<usize>]) -> String {
    let numbers = |paper: &Vec<usize>| paper.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    papers.iter().map(|paper| numbers(paper) + " Enter ").collect()
}

/// Takes the next bundle at a desk, keys it and hands it in.
fn keyed(sitting: Sitting, desk: u16, papers: &[Vec<usize>]) -> Sitting {
    let sitting = sitting.keys(&format!("F9 'bàn {desk}' Enter Enter"));
    assert!(sitting.app.on.elections.is_keying(), "{}", sitting.text(80, 24));
    sitting.keys(&keys(papers)).keys("Enter")
}

fn states(sitting: &Sitting, round: u32) -> Vec<BundleState> {
    sitting.app.congress.bundles_of(RoundId(round)).map(|bundle| bundle.state).collect()
}

/// From the confirmed base to the board: so many issued and collected, reported, the bundles handed out by the head.
fn to_the_board(sitting: Sitting, ballots: usize, size: usize) -> Sitting {
    let keys = format!("F6 Enter Enter Enter Enter '{ballots}' Enter Enter '{ballots}' Enter Enter Enter Enter Enter");
    sitting.keys(&keys).keys(&format!("Enter Backspace Backspace '{size}' Enter"))
}

/// Both desks key the one bundle of a small list alike; the head closes, the secretary announces and hands over.
fn counted_alike(sitting: Sitting, ballots: usize, papers: &str) -> Sitting {
    let sitting = to_the_board(sitting, ballots, ballots);
    let sitting = sitting.keys("F9 'bàn 1' Enter Enter").keys(papers).keys("Enter");
    announced(sitting.keys("F9 'bàn 2' Enter Enter").keys(papers).keys("Enter"))
}

/// The head goes back to the checklist and closes; the secretary confirms, announces, hands over.
fn announced(sitting: Sitting) -> Sitting {
    sitting.keys("F9 'trưởng ban' Enter Enter Enter Enter").keys("Enter Enter Enter Enter Enter")
}

fn handed_over(sitting: Sitting) -> Sitting {
    sitting.keys("Enter 'Văn phòng Đảng ủy' Enter")
}

/// What the sheet of a round, read back, says of those elected.
fn recounted(sitting: &Sitting, round: u32) -> Vec<String> {
    let congress = &sitting.app.congress;
    let sheet = ballots::sheet(congress, congress.rounds.get(&RoundId(round)).unwrap()).unwrap();
    let outcome: Value = serde_json::from_str(&recount(&sheet).unwrap()).unwrap();
    let names = outcome["elected"].as_array().unwrap().iter();
    names.map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn elected(sitting: &Sitting, round: u32) -> Vec<String> {
    let congress = &sitting.app.congress;
    let elected = result::elected_in(congress, congress.rounds.get(&RoundId(round)).unwrap());
    elected.iter().map(|person| congress.people.get(person).unwrap().name.clone()).collect()
}

#[test]
fn seven_from_nine_keyed_twice_with_slips_a_tie_and_its_new_round() {
    let hall = meeting(Kind::Cell, Roster::Complete, (45, 45));
    let sitting = to_the_board(listed(called(hall, Office::Committee, 7), 1, 1..=9, [43, 44, 45]), 45, 15);
    assert_eq!(states(&sitting, 1), [BundleState::HandedOut; 3]);
    // rules §9, example 9: 44 43 41 40 36 33 29 29 16 of 45 valid
    let papers = papers(vec![1, 2, 4, 5, 9, 12, 16, 16, 29], 45, 2);
    let [one, two, three] = [&papers[..15], &papers[15..30], &papers[30..]];
    let sitting = keyed(keyed(keyed(sitting, 1, one), 1, two), 2, three);
    insta::assert_debug_snapshot!("desk", sitting.screen(80, 24));
    // the second time: one paper mistyped and the heap turned over; one left out and another keyed twice; one as it is
    let mut mistyped: Vec<Vec<usize>> = one.iter().rev().cloned().collect();
    mistyped[4] = vec![1, 2, 3];
    let mut skipped = two.to_vec();
    skipped.remove(6);
    skipped.insert(2, vec![1, 2, 3, 4]);
    let sitting = keyed(keyed(sitting, 2, &mistyped), 2, &skipped);
    let sitting = keyed(sitting, 1, three);
    assert_eq!(states(&sitting, 1), [BundleState::Differs, BundleState::Differs, BundleState::Settled]);
    let board = sitting.keys("F9 'trưởng ban' Enter");
    insta::assert_debug_snapshot!("differs", board.screen(120, 40));
    // the third person finds the papers: each was right the first time
    let first = board.keys("Enter");
    insta::assert_debug_snapshot!("difference", first.screen(80, 24));
    let asked = first.keys("1");
    insta::assert_debug_snapshot!("reason", asked.screen(80, 24));
    let sitting = asked.keys("1");
    assert_eq!(states(&sitting, 1)[0], BundleState::Settled);
    let sitting = sitting.keys("Enter + 7 8 Esc").keys("1 2");
    assert_eq!(states(&sitting, 1), [BundleState::Settled; 3]);
    // five papers drawn and found as they were keyed
    let sitting = sitting.keys("* Ctrl-S");
    insta::assert_debug_snapshot!("drawn", sitting.screen(80, 24));
    let sitting = announced(sitting.keys("Enter Enter Enter Enter Enter"));
    assert_eq!(state(&sitting, 1), RoundState::Announced);
    let votes: Vec<u64> =
        result::outcome(&sitting.app.congress, RoundId(1)).unwrap().names.iter().map(|name| name.count.votes).collect();
    assert_eq!(votes, [44, 43, 41, 40, 36, 33, 29, 29, 16]);
    assert_eq!((elected(&sitting, 1).len(), recounted(&sitting, 1)), (6, elected(&sitting, 1)));
    // the tie: among two names for one seat, 22 to 21 with two invalid, half is not needed
    let sitting = sitting.keys("Enter Enter");
    let sitting = to_the_second_board(sitting);
    let revote = "2 Enter 2 1 * 1 Enter 2 0 * Enter 1 2 Enter ";
    let sitting = sitting.keys("F9 'bàn 1' Enter Enter").keys(revote).keys("Enter");
    let sitting = announced(sitting.keys("F9 'bàn 2' Enter Enter").keys(revote).keys("Enter"));
    assert_eq!((elected(&sitting, 2).len(), recounted(&sitting, 2)), (1, elected(&sitting, 2)));
    let sitting = handed_over(handed_over(sitting));
    let committee = result::elected(&sitting.app.congress, sitting.app.congress.election(ElectionId(1)).unwrap());
    assert_eq!(committee.map(|elected| elected.len()), Some(7));
    // the secretary and the deputy from among them, one name each with two boxes
    let sitting = one_name(sitting, Office::Secretary, (2, 1));
    let sitting = one_name(sitting, Office::Deputy, (3, 2));
    for (election, person) in [(2, 1), (3, 2)] {
        let election = sitting.app.congress.election(ElectionId(election)).unwrap();
        assert_eq!(result::elected(&sitting.app.congress, election), Some(vec![PersonId(person)]));
    }
}

/// The new round among the tied: base confirmed already.
fn to_the_second_board(sitting: Sitting) -> Sitting {
    let keys = "Enter Enter '45' Enter Enter '45' Enter Enter Enter Enter Enter";
    sitting.keys(keys).keys("Ctrl-S")
}

fn one_name(sitting: Sitting, office: Office, (election, person): (u32, u32)) -> Sitting {
    let sitting = sitting.keys("F9 'thư ký' Enter");
    let sitting = listed(called(sitting, office, 1), election, [person], [43, 44, 45]);
    handed_over(counted_alike(sitting, 45, "Enter 4 3 * 1 Enter "))
}

#[test]
fn the_head_cannot_decide_what_the_head_keyed() {
    let hall = meeting(Kind::Cell, Roster::Complete, (40, 40));
    let sitting = listed(called(hall, Office::Committee, 3), 1, [1, 2, 3, 4], [38, 39, 40]);
    let sitting = to_the_board(sitting, 40, 40);
    // the head keys it first, desk 1 second and otherwise
    let sitting = sitting.keys("Enter 4 Enter 3 9 * Enter");
    let sitting = sitting.keys("F9 'bàn 1' Enter Enter 4 Enter 3 8 * 3 Enter Enter");
    let sitting = sitting.keys("F9 'trưởng ban' Enter Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("phải do người thứ ba xem phiếu"), "{screen}");
    let sitting = sitting.keys("Space F9 'bàn 2' Enter Enter 2 3");
    assert_eq!(states(&sitting, 1), [BundleState::Settled]);
}

#[test]
fn a_keying_is_taken_back_and_a_size_corrected_by_keys() {
    let hall = meeting(Kind::Cell, Roster::Complete, (40, 40));
    let sitting = listed(called(hall, Office::Committee, 3), 1, [1, 2, 3, 4], [38, 39, 40]);
    let sitting = to_the_board(sitting, 40, 20);
    let sitting = keyed(sitting, 1, &vec![vec![4]; 20]).keys("F9 'trưởng ban' Enter");
    // the first bundle was keyed from the wrong heap
    let sitting = sitting.keys("Up / Enter 'nhập nhầm tệp' Enter");
    assert_eq!(states(&sitting, 1), [BundleState::HandedOut; 2]);
    let sitting = sitting.keys("Down Ctrl-E Backspace Backspace '19' Enter 'đếm lại' Enter");
    assert_eq!(sitting.app.congress.papers_handed_out(RoundId(1)), 39);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Insert") || screen.contains("Ins Giao thêm tệp"), "{screen}");
    let sitting = sitting.keys("Insert Ctrl-S");
    assert_eq!(states(&sitting, 1).len(), 3);
    assert_eq!(sitting.app.congress.papers_handed_out(RoundId(1)), 40);
}

#[test]
fn an_opinion_ballot_is_offered_where_the_list_is_too_long() {
    let hall = meeting(Kind::Members, Roster::Complete, (40, 40)).keys("F6");
    let sitting =
        called(hall, Office::Committee, 3).keys("Enter 'nguyen van an' Space 'binh' Space 'cuong' Space Enter");
    let floor = |sitting: Sitting, who: &str| sitting.keys(&format!("* '{who}' Enter Enter '13' Enter"));
    let sitting = floor(floor(sitting, "pham thi ngoc dung"), "do dinh dao");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Enter: lập phiếu xin ý kiến"), "{screen}");
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("opinion", sitting.screen(80, 24));
    let sitting = counting(sitting.keys("Enter"), [38, 39, 40]);
    assert_eq!(sitting.app.congress.list(ElectionId(2)).len(), 2);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Xin ý kiến về người được đề cử"), "{screen}");
    // 25 for the first, 15 for the second: the first stays, then the list is voted
    let sitting = counted_alike(sitting, 40, "2 Enter 2 4 * 1 Enter 1 4 * ");
    assert_eq!(sitting.app.congress.list(ElectionId(1)).len(), 4);
    let sitting = handed_over(sitting);
    vote(sitting, Subject::List(ElectionId(1)));
}

#[test]
fn open_points_are_settled_and_a_result_is_annulled_later_by_keys() {
    let hall = meeting(Kind::Cell, Roster::Complete, (12, 12)).keys("F6");
    let sitting = hall.keys("Ctrl-O");
    insta::assert_debug_snapshot!("points", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter 'vẫn phải' Enter Enter Enter Enter Enter 'Đại hội biểu quyết' Enter");
    let points = sitting.app.congress.meeting().open_points;
    assert_eq!(points.tie_revote, Some(daihoi::domain::regulation::TieRevote::HalfNeeded));
    let sitting = listed(called(sitting, Office::Committee, 3), 1, [1, 2, 3, 4], [10, 11, 12]);
    let sitting = super::hall::to_the_pad(sitting, 12, 12).keys("4 Enter 1 1 *").keys(super::hall::CLOSE_TO_ANNOUNCE);
    let sitting = handed_over(sitting).keys("Ctrl-X Enter '15-QĐ/ĐU' Enter Ctrl-S");
    assert_eq!(state(&sitting, 1), RoundState::Revoked);
    let screen = sitting.text(120, 40);
    assert!(screen.contains("bầu lại"), "{screen}");
}
