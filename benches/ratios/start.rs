//! Opening a congress of 2,000 delegates and 100,000 journal lines, against `VisiData` opening the same roster.

use super::terminal::Terminal;
use super::world::{self, AT, PEOPLE, read, record};
use super::{millis, note};
use daihoi::domain::{Congress, Role};
use daihoi::store::Store;
use serde_json::json;
use std::fmt::Write;
use std::process::Command;
use std::time::Duration;

const LINES: u32 = 100_000;
/// The best of so many starts is told: the others waited for something else.
const STARTS: usize = 5;

/// From starting the program to its first full screen, with the most memory it had.
pub fn run() {
    let dir = tempfile::tempdir().expect("a folder");
    let (path, roster) = (dir.path().join("long.daihoi"), dir.path().join("roster.csv"));
    let (mut store, mut congress) = world::file(&path);
    lengthen(&mut store, &mut congress, LINES);
    drop(store);
    std::fs::write(&roster, roster_text()).unwrap();
    let ours = best(env!("CARGO_BIN_EXE_daihoi"), &["open", path.to_str().unwrap()], "F8");
    tell("daihoi", ours);
    if Command::new("vd").arg("--version").output().is_err() {
        println!("start        VisiData is skipped: there is no `vd` here (apt-get install visidata)");
        return;
    }
    let theirs = best("vd", &[roster.to_str().unwrap()], "2000 rows");
    tell("VisiData", theirs);
    println!(
        "start        {:.1} times as fast, {:.1} times less memory (goals: above 1)",
        theirs.0.as_secs_f64() / ours.0.as_secs_f64(),
        theirs.1 / ours.1
    );
}

fn best(program: &str, arguments: &[&str], last: &str) -> (Duration, f64) {
    let starts = (0..STARTS).map(|_| {
        let mut terminal = Terminal::run(program, arguments);
        let took = terminal.until(|screen| screen.contains(last));
        (took, terminal.peak_memory())
    });
    starts.min_by_key(|(took, _)| *took).unwrap()
}

fn tell(name: &str, (took, memory): (Duration, f64)) {
    println!("start        {name:<24} {:>8.1} ms  {memory:>6.1} MiB at most", millis(took));
}

/// Records people going out and coming back, and a note now and then, until the journal has so many lines.
fn lengthen(store: &mut Store, congress: &mut Congress, lines: u32) {
    let before = u32::try_from(store.last_number().unwrap()).unwrap();
    for number in before + 1..=lines {
        // in tens: four go out and come back, two notes
        let (ten, place) = ((number - before - 1) / 10, (number - before - 1) % 10);
        let person = (ten * 4 + place / 2) % PEOPLE + 1;
        let change = match place {
            8 | 9 => note(number),
            0 | 2 | 4 | 6 => read(json!({"attendance": {"left": {"session": 1, "person": person, "at": AT}}})),
            _ => read(json!({"attendance": {"arrived": {"session": 1, "people": [person], "at": AT}}})),
        };
        record(store, congress, Role::Secretary, &change);
    }
}

/// The roster as a program for tables reads it.
fn roster_text() -> String {
    let mut text = String::from("STT,Họ và tên,Chức vụ,Đơn vị,Có mặt\n");
    for id in 1..=PEOPLE {
        writeln!(text, "{id},Nguyễn Thị Đại Biểu {id},Trưởng phòng,Đoàn {},có", id % 40).unwrap();
    }
    text
}
