//! Two windows that write the same text: both say so before anybody saves, neither loses a word, and a killed one is forgotten.

use super::screen::{Screen, daihoi};
use crate::world::{filled, script};
use daihoi::domain::id::SpeechId;
use daihoi::store::{Store, verify};
use rusqlite::Connection;

const OTHER: &str = "Thư ký (cửa sổ khác) đang viết ở đây";

#[test]
fn two_who_write_one_speech_see_each_other_before_the_first_save() {
    let (_dir, path, store, _) = filled(&script::until_counting());
    let lines = store.last_number().unwrap();
    drop(store);
    let file = path.to_str().unwrap();
    let writes = |arguments: &[&str]| {
        let mut screen = Screen::run(&daihoi(arguments));
        screen.wait_for("F2");
        // the floor, the text of who waits
        screen.send("\x1bOS\t");
        screen.wait_for("(được in)");
        screen
    };
    let mut one = writes(&["open", file]);
    let mut other = writes(&["open", file]);
    one.wait_for(OTHER);
    other.wait_for(OTHER);
    let mut desk = writes(&["open", file, "--desk", "2", "--lang", "vi"]);
    one.wait_for("Thư ký, bàn 2");
    desk.wait_for("Thư ký (2 cửa sổ) đang viết ở đây");
    // who leaves the text writes it no more
    desk.send("\x1b");
    desk.wait_without("(được in)");
    one.wait_without("bàn 2");
    // nothing of that is in the journal
    assert_eq!(Store::open(&path).unwrap().last_number().unwrap(), lines);
    one.send("một ");
    other.send("hai ");
    other.wait_for("hai ");
    other.send("\x13");
    one.wait_for("Bản của thư ký (cửa sổ khác) lưu");
    // a window that is killed says nothing any more: its row grows old
    other.kill();
    let connection = Connection::open(&path).unwrap();
    let stale = "UPDATE presence SET seen = seen - 3600";
    assert!(connection.execute(stale, []).unwrap() > 0);
    one.wait_without(OTHER);
    one.send("\x13\r\x13");
    one.wait_for("Đã lưu nội dung phát biểu");
    one.send("\x1b");
    one.wait_without("(được in)");
    one.send("\x11\r");
    assert!(one.ended_well());
    desk.send("\x11\r");
    assert!(desk.ended_well());
    let congress = Store::open(&path).unwrap().load().unwrap();
    let text = &congress.speeches.get(&SpeechId(2)).unwrap().raw;
    assert!(text.contains("một ") && text.contains("hai "), "{text}");
    let rows: u32 = connection
        .query_row("SELECT count(*) FROM presence WHERE seen > unixepoch() - 60", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 0, "whoever left took the row away");
    assert_eq!(verify(&path).unwrap().findings, []);
}
