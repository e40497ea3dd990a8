//! The run screen.

use crate::world::sitting::Sitting;
use daihoi::domain::Role;

#[test]
fn the_first_screen_says_what_to_press() {
    insta::assert_debug_snapshot!(Sitting::cell().screen(80, 24));
}

#[test]
fn an_item_starts_runs_late_and_a_note_sticks_to_it() {
    let sitting = Sitting::cell().keys("Enter 'Hội trường còn thiếu ghế' Enter").clock(8, 25);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
}

#[test]
fn opening_without_a_quorum_is_refused_with_its_article() {
    let screen = Sitting::cell().keys("Down Enter").text(100, 30);
    assert!(screen.contains("Chưa đủ hai phần ba"), "{screen}");
    assert!(screen.contains("Điều 11 Điều lệ Đảng"), "{screen}");
}

#[test]
fn items_are_added_moved_and_skipped_with_a_reason() {
    let sitting =
        Sitting::cell().keys("Insert 'Dâng hương' Enter Enter Enter Down Down Down Down Down Down Down Down Down Down");
    let sitting = sitting.keys("Ctrl-X 'Không kịp thời gian' Enter");
    let screen = sitting.text(120, 40);
    assert!(screen.contains("Dâng hương"), "{screen}");
    assert!(screen.contains("Không kịp thời gian"), "{screen}");
}

#[test]
fn undo_names_what_it_undoes_and_takes_it_back() {
    let sitting = Sitting::cell().keys("Enter Ctrl-Z");
    assert!(sitting.text(100, 30).contains("Hoàn tác"));
    let sitting = sitting.keys("Enter");
    assert!(sitting.app.congress.running().next().is_none());
}

#[test]
fn every_size_is_drawn() {
    Sitting::cell().given(Role::Secretary, []).at_every_size();
}
