//! The elections screen: a ballot from the list to the sealed papers by keys, the worked examples on screen, refusals.

mod double;
pub mod hall;
mod keying;
mod lending;
mod prepared;
mod rounds;

use crate::world::sitting::Sitting;
use daihoi::domain::Role;
use daihoi::domain::election::{Office, RoundState, result};
use daihoi::domain::id::{ElectionId, PersonId, RoundId};
use daihoi::domain::meeting::{Kind, Roster};
use hall::{CLOSE_TO_ANNOUNCE, called, cell, counting, listed, pad, to_the_pad, vote};

use daihoi::domain::motions::Subject;

fn state(sitting: &Sitting, round: u32) -> RoundState {
    sitting.app.congress.rounds.get(&RoundId(round)).unwrap().state
}

#[test]
fn an_empty_screen_says_what_it_is_for() {
    insta::assert_debug_snapshot!(cell(11, 10).screen(80, 24));
}

#[test]
fn elections_are_called_in_their_order_with_their_titles() {
    let sitting = cell(11, 10).keys("Enter Ctrl-S Insert Ctrl-S Insert Ctrl-S");
    let titles: Vec<_> = sitting.app.congress.elections.iter().map(|election| election.title.clone()).collect();
    assert_eq!(
        titles,
        ["Chi ủy nhiệm kỳ 2026 – 2029", "Bí thư chi bộ nhiệm kỳ 2026 – 2029", "Phó Bí thư chi bộ nhiệm kỳ 2026 – 2029"]
    );
    let small = cell(8, 8).keys("Insert Ctrl-S");
    assert_eq!(small.app.congress.elections.get(&ElectionId(1)).unwrap().office, Office::Secretary);
    let delegates = cell(11, 10).keys("Insert 'dai bieu' Enter Enter '5' Enter '2' Ctrl-S");
    let election = delegates.app.congress.elections.get(&ElectionId(1)).unwrap();
    assert_eq!((election.seats, election.alternates), (Some(5), 2));
    assert_eq!(election.title, "Đoàn đại biểu dự đại hội cấp trên");
}

/// One whole ballot: 3 of 4 names, from the nominations to the sealed papers.
#[test]
fn a_whole_ballot_by_keys() {
    let sitting = called(cell(11, 10), Office::Committee, 3);
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: nhập danh sách do cấp ủy chuẩn bị"), "{screen}");
    let sitting = sitting.keys("Enter 'nguyen van an' Space 'binh' Space 'cuong' Space 'dung' Enter");
    assert_eq!(sitting.app.congress.list(ElectionId(1)), [1, 2, 3, 4].map(PersonId));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: sang Biểu quyết, biểu quyết danh sách"), "{screen}");
    let sitting = counting(vote(sitting, Subject::List(ElectionId(1))), [8, 9, 10]);
    insta::assert_debug_snapshot!("base", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("base_confirm", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter Enter Up '12' Enter '10' Enter Enter '10' Enter Enter Enter");
    assert_eq!(state(&sitting, 1), RoundState::Counting);
    assert!(sitting.text(80, 24).contains("chuyển máy cho ban kiểm phiếu"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("hand_over_laptop", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter");
    insta::assert_debug_snapshot!("hand_out", sitting.screen(80, 24));
    let sitting = sitting.keys("Ctrl-S");
    insta::assert_debug_snapshot!("board", sitting.screen(80, 24));
    let (sitting, _) = pad(sitting.keys("Enter"), "4=5*2=1=3==");
    insta::assert_debug_snapshot!("keyed", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter");
    insta::assert_debug_snapshot!("read_back", sitting.screen(80, 24));
    let sitting = sitting.keys("Enter Enter Enter Enter Enter");
    assert_eq!(state(&sitting, 1), RoundState::Closed);
    insta::assert_debug_snapshot!("closed", sitting.screen(80, 24));
    insta::assert_debug_snapshot!("closed_wide", sitting.screen(120, 40));
    let sitting = sitting.keys("Enter Enter Enter Enter");
    assert_eq!(state(&sitting, 1), RoundState::Announced);
    let sitting = sitting.keys("Enter 'Văn phòng Đảng ủy' Enter");
    assert_eq!(state(&sitting, 1), RoundState::HandedOver);
    let congress = &sitting.app.congress;
    let elected = result::elected(congress, congress.elections.get(&ElectionId(1)).unwrap()).unwrap();
    assert_eq!(elected, [1, 2, 3].map(PersonId));
    insta::assert_debug_snapshot!("over", sitting.screen(80, 24));
}

/// Rules §9, example 4: half of the valid ballots is not half of the base.
#[test]
fn the_base_is_not_the_valid_ballots() {
    let sitting = listed(called(cell(19, 18), Office::Committee, 3), 1, [1, 2, 3, 4], [16, 17, 18]);
    let sitting = to_the_pad(sitting, 18, 18);
    // 16 valid: A 10, B 9, C 13, D 13; two without a strike are invalid
    let (sitting, _) = pad(sitting, "1=5*2=6*34=2*==");
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE);
    let screen = sitting.text(120, 40);
    assert!(screen.contains("trúng cử: 10 phiếu, cần 10"), "{screen}");
    assert!(screen.contains("không trúng cử: 9 phiếu, cần 10 – Điều 30"), "{screen}");
    assert!(screen.contains("Số căn cứ 19, cần 10 – Điều 30 Quy chế bầu cử"), "{screen}");
    assert!(screen.contains("không hợp lệ 2 (bầu quá số lượng 2)"), "{screen}");
}

/// Rules §9, example 6: strike 0 → invalid; 1, 2, 3 → valid; 4 → invalid; said before Enter.
#[test]
fn the_verdict_stands_before_enter() {
    let sitting = listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]);
    let mut sitting = to_the_pad(sitting, 10, 10);
    let verdicts = [
        "giữ 4 / cần 3 · KHÔNG hợp lệ: bầu quá số lượng",
        "giữ 3 / cần 3 · hợp lệ",
        "giữ 2 / cần 3 · hợp lệ",
        "giữ 1 / cần 3 · hợp lệ",
        "giữ 0 / cần 3 · KHÔNG hợp lệ: không bầu cho ai",
    ];
    for (struck, verdict) in verdicts.into_iter().enumerate() {
        let screen = sitting.text(80, 24);
        assert!(screen.contains(verdict), "{struck}: {screen}");
        sitting = sitting.keys(&format!("{}", struck + 1));
    }
}

/// Rules §9, example 7: one name, base 12.
#[test]
fn one_name_with_two_boxes() {
    let sitting = listed(called(cell(12, 12), Office::Delegates, 1), 1, [1], [10, 11, 12]);
    let sitting = to_the_pad(sitting, 12, 12);
    let (sitting, keys) = pad(sitting, "=5*1=3*11=111=");
    assert_eq!(keys, 1 + 2 + 2 + 2 + 3 + 4);
    insta::assert_debug_snapshot!("one_name", sitting.screen(80, 24));
    let sitting = sitting.keys(CLOSE_TO_ANNOUNCE);
    let screen = sitting.text(120, 40);
    assert!(screen.contains("6/4/0"), "{screen}");
    assert!(screen.contains("không trúng cử: 6 phiếu, cần 7"), "{screen}");
    assert!(screen.contains("hợp lệ 10 · không hợp lệ 2"), "{screen}");
    assert!(screen.contains("Chưa đủ số lượng: chờ quyết định."), "{screen}");
}

#[test]
fn the_secretary_waits_for_the_committee() {
    let sitting = called(cell(11, 10), Office::Committee, 3);
    let sitting = called(sitting, Office::Secretary, 1).keys("Down Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Phải bầu xong và công bố kết quả bầu chi ủy"), "{screen}");
    assert!(screen.contains("Điều 24 Điều lệ Đảng"), "{screen}");
    insta::assert_debug_snapshot!(sitting.keys("Space").screen(80, 24));
}

/// The sample cell with everybody in the room, the probationary member too.
fn full_sample_cell() -> Sitting {
    let arrived = daihoi::domain::attendance::Change::Arrived {
        session: daihoi::domain::id::SessionId(1),
        people: (1..=12).map(PersonId).collect(),
        at: crate::world::cell::at(8, 0),
    };
    Sitting::cell().given(Role::Secretary, [daihoi::domain::Change::Attendance(arrived)]).keys("F6")
}

#[test]
fn a_probationary_member_cannot_stand() {
    let sitting = called(full_sample_cell(), Office::Committee, 3);
    let sitting = sitting.keys("* 'trinh' Enter Enter '9' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("đảng viên dự bị, không có quyền ứng cử"), "{screen}");
    assert!(sitting.app.congress.list(ElectionId(1)).is_empty());
}

#[test]
fn a_name_from_the_floor_needs_support() {
    let sitting = called(cell(20, 20), Office::Committee, 3).keys("* 'giang' Enter Enter '6' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("thành; cần 7 (trên 30 % số có mặt)"), "{screen}");
    let sitting = sitting.keys("Backspace '7' Enter");
    assert_eq!(sitting.app.congress.list(ElectionId(1)), [PersonId(6)]);
}

#[test]
fn names_refused_together_are_all_kept_in_the_form() {
    // nobody may stand before the number is voted: nothing is recorded, nothing typed is lost
    let sitting = cell(11, 10).keys("Enter Ctrl-S + 'binh' Space 'cuong' Space Ctrl-S");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Chưa biểu quyết số lượng cần bầu"), "{screen}");
    assert!(screen.contains("✓ Trần Thị Bình") && screen.contains("✓ Lê Hoàng Cường"), "{screen}");
    assert!(sitting.app.congress.candidates.is_empty());
}

#[test]
fn a_list_without_surplus_is_refused_before_the_vote() {
    let sitting =
        called(cell(11, 10), Office::Committee, 3).keys("Enter 'nguyen van an' Space 'binh' Space 'cuong' Space Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("phải có số dư"), "{screen}");
    assert!(screen.contains("Chưa được:"), "{screen}");
    assert!(screen.contains("Điều 14"), "{screen}");
}

#[test]
fn each_hand_vote_is_one_key_away() {
    use daihoi::app::votes::Row;
    use daihoi::domain::bodies::BodyKind;
    let on = |sitting: &Sitting| sitting.app.on.votes.row;
    let sitting = cell(11, 10).keys("Enter Ctrl-S Enter");
    assert_eq!(on(&sitting), Some(Row::Seats(ElectionId(1))));
    let sitting = vote(sitting, Subject::Seats { election: ElectionId(1), seats: 3, size: None });
    let sitting = sitting.keys("F6 Enter 'nguyen van an' Space 'binh' Space 'cuong' Space 'dung' Enter Enter");
    assert_eq!(on(&sitting), Some(Row::List(ElectionId(1))));
    let sitting = vote(sitting, Subject::List(ElectionId(1))).keys("F6 Enter");
    assert_eq!(on(&sitting), Some(Row::Body(BodyKind::Counting, None)));
}

#[test]
fn a_request_to_withdraw_waits_for_the_congress() {
    let sitting = called(cell(11, 10), Office::Committee, 3);
    let sitting = sitting
        .keys("Enter 'nguyen van an' Space 'binh' Space 'cuong' Space 'dung' Enter - 'dung' Enter 'sức khỏe' Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Lê Hoàng Dũng xin rút") || screen.contains("Dũng xin rút"), "{screen}");
    assert!(screen.contains("Enter: sang Biểu quyết, quyết định cho rút hay không"), "{screen}");
}

#[test]
fn without_a_quorum_no_round_opens() {
    let sitting = listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]);
    let left = (5..=10).map(|person| {
        let change = daihoi::domain::attendance::Change::Left {
            session: daihoi::domain::id::SessionId(1),
            person: PersonId(person),
            at: crate::world::cell::at(9, 5),
        };
        daihoi::domain::Change::Attendance(change)
    });
    let screen = sitting.given(Role::Secretary, left).keys("Enter").text(80, 24);
    assert!(screen.contains("Chưa đủ hai phần ba"), "{screen}");
}

#[test]
fn a_known_result_is_recorded_without_votes() {
    let named = || called(hall::meeting(Kind::Members, Roster::NamedOnly, (5, 0)).keys("F6"), Office::Committee, 3);
    let sitting = named().keys("Ctrl-R 'binh' Space 'cuong' Space Ctrl-S");
    let congress = &sitting.app.congress;
    let elected = result::elected(congress, congress.elections.get(&ElectionId(1)).unwrap()).unwrap();
    assert_eq!(elected, [2, 3].map(PersonId));
    assert!(sitting.text(80, 24).contains("Số phiếu: không nêu."), "{}", sitting.text(80, 24));
    let unnamed = named().keys("Ctrl-R Space Enter");
    assert!(unnamed.text(80, 24).contains("nguồn không nêu tên người trúng cử"), "{}", unnamed.text(80, 24));
}

#[test]
fn every_size_is_drawn() {
    cell(11, 10).at_every_size();
    let sitting = listed(called(cell(11, 10), Office::Committee, 3), 1, [1, 2, 3, 4], [8, 9, 10]);
    sitting.at_every_size();
    let sitting = to_the_pad(sitting, 10, 10);
    sitting.at_every_size();
    let (sitting, _) = pad(sitting, "4=9*");
    sitting.keys(CLOSE_TO_ANNOUNCE).at_every_size();
}
