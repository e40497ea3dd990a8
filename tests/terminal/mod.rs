//! The program in a real pseudo-terminal: a person's keys, windows that go away, several screens on one file.
//!
//! Nothing here sleeps: every wait is for a condition on the screen or in the file.

mod congress;
mod desk;
mod mirror;
mod passphrase;
mod presence;
mod screen;
mod ssh;

use crate::world::{filled, script};
use daihoi::domain::{Change, Role, attendance, notes};
use daihoi::store::{Store, verify};
use screen::{Screen, daihoi};

#[test]
fn a_person_types_a_note_and_leaves_and_the_terminal_is_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut screen = Screen::run(&daihoi(&["demo", "--dir", dir.path().to_str().unwrap()]));
    screen.wait_for("Ổn định tổ chức");
    // a Telex engine: letters, Backspace, composed letters in one read
    screen.send("tie\x7fê\x7f\x7fiếng Việt\r");
    screen.wait_for("Đã lưu ghi chú");
    screen.wait_for("tiếng Việt");
    screen.send("\x11\r");
    assert!(screen.ended_well());
    assert!(screen.is_restored(), "{}", screen.text());
    let mut store = Store::open(&dir.path().join("dai-hoi-mau.daihoi")).unwrap();
    let congress = store.load().unwrap();
    assert_eq!(congress.notes.iter().next().unwrap().text, "tiếng Việt");
}

#[test]
fn another_process_is_followed_without_a_key() {
    let (_dir, path, mut store, mut congress) = filled(&script::founded());
    let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap()]));
    screen.wait_for("0/");
    let session = congress.session_now().unwrap().id;
    let people = congress.people.iter().take(3).map(|person| person.id).collect();
    let at = crate::world::minute(5);
    let arrived = Change::Attendance(attendance::Change::Arrived { session, people, at });
    crate::world::record(&mut store, &mut congress, &[(Role::Secretary.into(), arrived)]);
    screen.wait_for("3/");
    screen.send("\x11\r");
    assert!(screen.ended_well());
}

#[test]
fn the_hall_shows_what_the_secretary_does_and_takes_no_key() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let file = path.to_str().unwrap();
    let mut secretary = Screen::run(&daihoi(&["open", file]));
    secretary.wait_for("F2");
    let mut hall = Screen::run(&daihoi(&["open", file, "--role", "hall"]));
    let mut chair = Screen::run(&daihoi(&["open", file, "--role", "presidium"]));
    chair.wait_for("đang chiếu");
    // an item under way: the name of the congress goes to the first line, in small letters
    secretary.send("\r");
    hall.wait_for("Đại hội");
    hall.send("abc\r\x1b[A F9 \x0b");
    chair.send("*");
    chair.wait_for("TẠM DỪNG");
    chair.send("*");
    chair.wait_for("đang chiếu");
    hall.wait_for("Đại hội");
    for screen in [&mut secretary, &mut chair] {
        screen.send("\x11\r");
        assert!(screen.ended_well());
    }
    hall.signal(screen::Signal::Hangup);
    assert!(hall.ended_well());
    assert!(hall.is_restored());
    assert_eq!(verify(&path).unwrap().findings, []);
    let congress = Store::open(&path).unwrap().load().unwrap();
    assert!(congress.notes.is_empty() && congress.drafts.is_empty(), "the hall writes nothing");
}

#[test]
fn a_closed_window_keeps_the_note_as_a_draft() {
    for signal in [screen::Signal::Hangup, screen::Signal::Terminate] {
        let (_dir, path, store, _) = filled(&script::founded());
        drop(store);
        let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap()]));
        screen.wait_for("F2");
        screen.send("đang gõ dở");
        screen.wait_for("đang gõ dở");
        screen.signal(signal);
        assert!(screen.ended_well(), "{signal:?}");
        assert!(screen.is_restored(), "{signal:?}");
        let congress = Store::open(&path).unwrap().load().unwrap();
        let draft = congress.drafts.iter().next().unwrap();
        assert_eq!(draft.text, "đang gõ dở", "{signal:?}");
        // the next start takes it up, and saving the note clears the draft
        let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap()]));
        screen.wait_for("đang gõ dở");
        screen.send("\r");
        screen.wait_for("Đã lưu ghi chú");
        screen.send("\x11\r");
        assert!(screen.ended_well());
        let congress = Store::open(&path).unwrap().load().unwrap();
        assert!(congress.drafts.iter().all(|draft| draft.text.is_empty()));
        assert!(congress.notes.iter().any(|note| note.text == "đang gõ dở"));
    }
}

#[test]
fn a_lost_terminal_ends_the_program_and_keeps_the_note() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let command = daihoi(&["open", path.to_str().unwrap()]);
    assert!(screen::abandon(&command, "đang gõ dở", "đang gõ dở"));
    let congress = Store::open(&path).unwrap().load().unwrap();
    let draft = congress.drafts.iter().next().unwrap();
    assert_eq!(draft.text, "đang gõ dở");
}

#[test]
fn a_decomposed_paste_of_two_lines_arrives_composed() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap()]));
    screen.wait_for("F2");
    screen.send("\x1b[200~Nguye\u{302}\u{303}n\r\nÁnh\x1b[201~");
    screen.wait_for("Nguyễn Ánh");
    screen.send("\r");
    screen.wait_for("Đã lưu ghi chú");
    screen.send("\x11\r");
    assert!(screen.ended_well());
    let congress = Store::open(&path).unwrap().load().unwrap();
    assert!(congress.notes.iter().any(|note: &notes::Note| note.text == "Nguyễn Ánh"));
}

#[test]
fn a_small_window_says_what_it_needs_and_grows_back() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap()]));
    screen.wait_for("F2");
    screen.resize(40, 10);
    screen.wait_for("80×24");
    screen.resize(120, 40);
    screen.wait_for("F2");
    screen.send("\x11\r");
    assert!(screen.ended_well());
}

#[test]
fn a_congress_is_made_on_screen_and_remembered() {
    let (dir, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let rosters = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/rosters/chi-bo-excel-vi.csv");
    std::fs::copy(rosters, dir.path().join("danh-sach.csv")).unwrap();
    let start = || {
        let mut command = daihoi(&[]);
        command.cwd(dir.path());
        command.env("XDG_DATA_HOME", data.path());
        command
    };
    let mut screen = Screen::run(&start());
    screen.wait_for("Lần đầu dùng chương trình");
    // a new congress, a small cell, its roster chosen in the form
    screen.send("\x1b[B\r");
    screen.wait_for("Sẽ bầu");
    screen.send("dưới\rChi bộ Hoa Mai\r\r\r\r\r\r\r\r\r\rdanh-sach");
    screen.wait_for("danh-sach.csv");
    screen.send("\x13");
    // what is in the roster is shown before it is recorded
    screen.wait_for("thêm 4");
    screen.send("\r");
    screen.wait_for("Nhập danh sách này?");
    screen.send("\r");
    screen.wait_for("0/3");
    screen.send("\x11\r");
    assert!(screen.ended_well());
    assert!(screen.is_restored());
    let files: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let made = files.iter().find(|file| file.extension().is_some_and(|ending| ending == "daihoi")).unwrap();
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(made.file_name().unwrap().to_str().unwrap().starts_with("chi-bo-hoa-mai-"));
    assert_eq!(verify(made).unwrap().findings, []);
    assert_eq!(Store::open(made).unwrap().load().unwrap().people.len(), 4);
    // the next start has it at hand, and opens it with Enter
    let mut screen = Screen::run(&start());
    screen.wait_for("Đại hội Chi bộ Hoa Mai");
    screen.send("\r");
    screen.wait_for("Ổn định tổ chức");
    screen.send("\x11\r");
    assert!(screen.ended_well());
    // a file that was taken away is told of, and the start goes on
    std::fs::remove_file(made).unwrap();
    let mut screen = Screen::run(&start());
    screen.wait_for("không còn");
    screen.send("\r");
    screen.wait_for("không có tệp này");
    // any key dismisses the message, and does nothing else
    screen.send(" ");
    screen.send("\x11\r");
    assert!(screen.ended_well());
}

#[test]
fn the_demo_of_the_start_screen_leaves_nothing_behind() {
    let (dir, data) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut command = daihoi(&["open", "--lang", "en"]);
    command.cwd(dir.path());
    command.env("XDG_DATA_HOME", data.path());
    command.env("TMPDIR", dir.path());
    let mut screen = Screen::run(&command);
    screen.wait_for("The demo");
    screen.send("\r");
    screen.wait_for("Ổn định tổ chức");
    screen.send("\x11\r");
    assert!(screen.ended_well());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "the folder of the demo is gone");
    assert_eq!(std::fs::read_dir(data.path()).unwrap().count(), 0, "nothing is remembered of it");
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let test = std::env::current_exe().unwrap();
    let arguments = ["--ignored", "--exact", "--nocapture", "terminal::panics_with_the_screen_held"];
    let mut screen = Screen::run(&screen::command(test, &arguments));
    screen.wait_for("hỏng giữa chừng");
    assert!(!screen.ended_well());
    assert!(screen.is_restored());
}

#[test]
#[ignore = "it is run in a pseudo-terminal by the test above"]
fn panics_with_the_screen_held() {
    let _screen = daihoi::runtime::Screen::enter().unwrap();
    panic!("hỏng giữa chừng");
}
