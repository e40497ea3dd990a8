//! A desk without network by the head's screen alone: its file made, keyed elsewhere, and taken over again.

use super::screen::{Screen, daihoi};
use crate::store::desk::{Hall, SECOND, keyed};
use daihoi::domain::election::BundleState;
use daihoi::store::verify;
use std::fs;

#[test]
fn the_head_lends_a_bundle_and_takes_it_back_on_screen() {
    let hall = Hall::counting("single");
    let file = hall.file.to_str().unwrap();
    let mut head = Screen::run(&daihoi(&["open", file, "--role", "head"]));
    head.wait_for("Làm việc đến hạn");
    head.send("\r");
    head.wait_for("chờ người nhập");
    // Ctrl-G: bundle 2, the desk and the folder as offered
    head.send("\x07");
    head.wait_for("Giao tệp bàn cho bàn không có mạng");
    head.send("2\x13");
    head.wait_for("Đã tạo tệp của bàn 4");
    let desk = hall.file.with_file_name("tep-ban").join("ban-4-tep-2.daihoi");
    assert_eq!(verify(&desk).unwrap().findings, []);
    let lines = hall.lines();
    // an altered one is refused with the reason, and nothing is recorded
    Hall::apply(&desk, &keyed(4, (2, 1), SECOND));
    let altered = desk.with_file_name("sua.daihoi");
    fs::copy(&desk, &altered).unwrap();
    rusqlite::Connection::open(&altered).unwrap().execute("UPDATE ballot SET times = times + 1", []).unwrap();
    head.send("\x0f");
    head.wait_for("Tệp bàn mang về");
    head.send("tep-ban/sua.daihoi\r");
    head.wait_for("đã bị sửa ngoài chương trình");
    head.send(" ");
    head.wait_without("đã bị sửa");
    assert_eq!(hall.lines(), lines);
    head.send("\x0f");
    head.wait_for("Tệp bàn mang về");
    head.send("tep-ban/ban-4-tep-2.daihoi\r");
    head.wait_for("Nhận kết quả nhập của bàn 4?");
    head.send("\r");
    head.wait_for("Đã nhận tệp 2 từ tệp bàn");
    assert_eq!(hall.lines(), lines + 1);
    assert_eq!(hall.states(), [BundleState::HandedOut, BundleState::Keyed, BundleState::HandedOut]);
    head.send("\x11\r");
    assert!(head.ended_well());
    // a seat that was let in from another machine reaches for no file of this one
    let mut fixed = Screen::run(&daihoi(&["open", file, "--role", "head", "--fixed"]));
    fixed.wait_for("Làm việc đến hạn");
    fixed.send("\r");
    fixed.wait_for("Đọc soát tệp 2");
    fixed.send("\x1b");
    fixed.wait_for("chờ người nhập");
    fixed.send("\x0f");
    fixed.wait_for("làm ở máy chính");
    fixed.send("\x07\x13");
    fixed.wait_for("làm ở máy chính");
    assert_eq!(hall.lines(), lines + 1);
    assert_eq!(verify(&hall.file).unwrap().findings, []);
    fixed.kill();
}
