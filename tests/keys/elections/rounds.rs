//! What follows a round: annulment, a tie, seats left open, the superior who appoints.

use super::hall::{CLOSE_TO_ANNOUNCE, called, cell, listed, pad, to_the_pad};
use crate::world::sitting::Sitting;
use daihoi::domain::election::{Office, RoundKind, RoundState, result};
use daihoi::domain::id::{ElectionId, PersonId, RoundId};

fn committee() -> Sitting {
    listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10])
}

fn elected(sitting: &Sitting, election: u32) -> Vec<PersonId> {
    let congress = &sitting.app.congress;
    result::elected(congress, congress.elections.get(&ElectionId(election)).unwrap()).unwrap_or_default()
}

fn state(sitting: &Sitting, round: u32) -> RoundState {
    sitting.app.congress.rounds.get(&RoundId(round)).unwrap().state
}

#[test]
fn more_collected_than_issued_is_a_stop() {
    let sitting = committee().keys("Enter Enter Enter Enter '10' Enter Enter '11' Enter Enter");
    assert_eq!(state(&sitting, 1), RoundState::Issued);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Thu về 11 phiếu, nhiều hơn 10 phiếu phát ra: phải dừng lại."), "{screen}");
    insta::assert_debug_snapshot!("stop", sitting.screen(80, 24));
    // Esc: count again, and it was ten
    let again =
        committee().keys("Enter Enter Enter Enter '10' Enter Enter '11' Enter Enter Esc Enter '10' Enter Enter");
    assert_eq!(state(&again, 1), RoundState::Collected);
    // the wrong number once more annuls nothing, the same one does
    let sitting = sitting.keys("'10' Enter");
    assert_eq!(state(&sitting, 1), RoundState::Issued);
    let sitting = sitting.keys("Backspace Backspace '11' Enter");
    assert_eq!(state(&sitting, 1), RoundState::Annulled);
    insta::assert_debug_snapshot!("annulled", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter");
    let second = sitting.app.congress.rounds.get(&RoundId(2)).unwrap();
    assert_eq!((second.kind, second.number, second.names.len()), (RoundKind::AfterAnnulment, 2, 4));
}

#[test]
fn more_issued_than_voters_is_refused_in_the_form() {
    let sitting = committee().keys("Enter Enter Enter Enter '11' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Phát ra 11 phiếu, nhiều hơn 10 người có quyền bầu cử"), "{screen}");
    let sitting = sitting.keys("Backspace '0' Enter");
    assert_eq!(state(&sitting, 1), RoundState::Issued);
}

#[test]
fn a_tie_at_the_last_seat_is_voted_again_among_the_tied() {
    // 10, 10, then 7 and 7 for the last seat … strike 3 or 4: three of each, and four strike 1
    let sitting = to_the_pad(committee(), 10, 10);
    let (sitting, _) = pad(sitting, "3=2*4=2*1=1*2=1*");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE);
    assert_eq!(state(&sitting, 1), RoundState::Announced);
    insta::assert_debug_snapshot!("tie", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Bầu lại giữa những người bằng phiếu"), "{screen}");
    let sitting = sitting.keys("Enter");
    let second = sitting.app.congress.rounds.get(&RoundId(2)).unwrap();
    assert_eq!((second.kind, second.seats), (RoundKind::TieRevote, 1));
    // the higher wins without half: strike the other
    let sitting = sitting.keys("Enter Enter '10' Enter Enter '9' Enter Enter Enter Enter Enter Ctrl-S Enter");
    let (sitting, _) = pad(sitting, "1=4*2=3*");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE);
    assert_eq!(elected(&sitting, 1).len(), 3);
    let screen = sitting.text(120, 40);
    assert!(screen.contains("trúng cử: nhiều phiếu hơn ở vòng bầu lại"), "{screen}");
    // both rounds are handed over, the first one first
    let sitting = sitting.keys("Enter 'Văn phòng' Enter Enter 'Văn phòng' Enter");
    assert_eq!([state(&sitting, 1), state(&sitting, 2)], [RoundState::HandedOver; 2]);
    let screen = sitting.keys("Left").text(120, 40);
    assert!(screen.contains("Vòng 1"), "{screen}");
}

#[test]
fn seats_left_open_are_the_congress_s_decision() {
    let sitting = to_the_pad(committee(), 10, 10);
    // name 4 on nobody's mind, name 3 short of half
    let (sitting, _) = pad(sitting, "34=5*4=3*");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE);
    insta::assert_debug_snapshot!("short", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    assert!(sitting.text(80, 24).contains("bầu thêm một vòng"), "{}", sitting.text(80, 24));
    let open = sitting.keys("'de khuyet' Enter 'Đại hội biểu quyết để khuyết một ủy viên' Enter");
    let screen = open.text(120, 40);
    assert!(screen.contains("Để khuyết theo quyết định"), "{screen}");
    assert!(
        screen.contains("Enter: ghi việc niêm phong, bàn giao phiếu"),
        "the papers of the round are still here: {screen}"
    );
}

#[test]
fn a_further_round_is_held_for_the_seats_still_open() {
    let (sitting, _) = pad(to_the_pad(committee(), 10, 10), "34=5*4=3*");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE).keys("Enter Enter 'Đại hội biểu quyết bầu thêm' Enter Enter Enter");
    let second = sitting.app.congress.rounds.get(&RoundId(2)).unwrap();
    assert_eq!((second.kind, second.seats, second.names.len()), (RoundKind::Further, 1, 2));
}

/// Rules §9, example 14: three rounds without a secretary.
#[test]
fn after_three_rounds_only_the_superior_appoints() {
    let mut sitting = listed(called(cell(8, 8), Office::Secretary, 1), 1, [1, 2], [6, 7, 8]);
    for round in 1..=3 {
        let further = if round == 1 { "" } else { "Enter Enter 'Đại hội quyết định' Enter" };
        sitting = to_the_pad(sitting.keys(further), 8, 8);
        let (keyed, _) = pad(sitting, "1=3*2=3*");
        sitting = keyed.keys(CLOSE_TO_ANNOUNCE);
        assert_eq!(state(&sitting, round), RoundState::Announced, "{}", sitting.text(80, 24));
    }
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Enter: ghi để khuyết, cấp trên chỉ định"), "{screen}");
    let sitting = sitting.keys("Enter Enter 'Đảng ủy phường chỉ định' Enter");
    assert!(sitting.app.congress.elections.iter().all(|election| result::settled(&sitting.app.congress, election)));
}

#[test]
fn committee_then_secretary_by_keys() {
    let (sitting, _) = pad(to_the_pad(committee(), 10, 10), "4=9*");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE).keys("Enter 'Văn phòng' Enter");
    assert_eq!(elected(&sitting, 1), [1, 2, 3].map(PersonId));
    let sitting = called(sitting, Office::Secretary, 1);
    let sitting = sitting.keys("Enter");
    // only those just elected are offered
    let screen = sitting.keys("Enter").text(80, 24);
    assert!(screen.contains("Nguyễn Văn An") && !screen.contains("Dũng"), "{screen}");
}
