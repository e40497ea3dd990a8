//! Opening a congress of 2,000 delegates and 100,000 journal lines, against `VisiData` opening the same roster.

use super::millis;
use super::terminal::Terminal;
use super::world;
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
    world::lengthen(&mut store, &mut congress, LINES);
    drop(store);
    std::fs::write(&roster, world::roster()).unwrap();
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
