//! The ten screens beside the desks: secretary, two heads, two of the presidium, five halls.

use super::screen::Screen;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The secretary takes a note so often, and the presidium holds the hall's screen or shows it again.
const OFTEN: Duration = Duration::from_secs(2);

/// What the hall sees while ballots are counted, and not while its screen is held.
const COUNTING: &str = "Đang kiểm phiếu";

/// What a person does at a screen until it is over: the moments of it.
type Doing = fn(&mut Screen, &AtomicBool) -> Vec<Instant>;

/// Who sits at the screens, and does what.
const SEATS: [(&str, Doing); 10] = [
    ("secretary", take_notes),
    ("presidium", hold_and_show),
    ("presidium", look_on),
    ("head", look_on),
    ("head", look_on),
    ("hall", see),
    ("hall", see),
    ("hall", see),
    ("hall", see),
    ("hall", see),
];

/// The screens, each read in a thread of its own.
pub struct Watching {
    over: Arc<AtomicBool>,
    screens: Vec<JoinHandle<Vec<Instant>>>,
}

/// What was done and seen at the screens, in the order of the seats.
pub struct Seen(Vec<Vec<Instant>>);

impl Watching {
    /// Opens the screens, and goes on once each of them shows the congress.
    pub fn begin(file: &Path) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let open = |(role, doing): (&str, Doing)| {
            let mut screen = Screen::open(file, &["--role", role]);
            screen.until(|shown| shown.contains("Đại hội"));
            let over = Arc::clone(&over);
            thread::spawn(move || doing(&mut screen, &over))
        };
        let screens = SEATS.into_iter().map(open).collect();
        Self { over, screens }
    }

    /// Ends it.
    pub fn end(self) -> Seen {
        self.over.store(true, Ordering::Relaxed);
        Seen(self.screens.into_iter().map(|screen| screen.join().expect("a screen without trouble")).collect())
    }
}

impl Seen {
    /// How many notes were written.
    pub fn notes(&self) -> usize {
        self.0[0].len()
    }

    /// How long each key of the presidium took to each hall.
    pub fn in_hall(&self) -> Vec<Duration> {
        let pressed = &self.0[1];
        let halls = self.0.iter().zip(SEATS).filter(|(_, (role, _))| *role == "hall").map(|(seen, _)| seen);
        halls
            .flat_map(|seen| {
                // the last key may have come when it was over already
                assert!(seen.len() + 1 >= pressed.len(), "a hall saw {} of {} keys", seen.len(), pressed.len());
                pressed.iter().zip(seen).map(|(pressed, seen)| seen.duration_since(*pressed))
            })
            .collect()
    }
}

fn take_notes(screen: &mut Screen, over: &AtomicBool) -> Vec<Instant> {
    let mut taken = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let text = format!("ghi chu {}", taken.len());
        screen.send(&format!("{text}\r"));
        screen.until(|shown| shown.contains(&text) && shown.contains("gõ chữ để ghi chú"));
        taken.push(Instant::now());
        screen.read_for(OFTEN);
    }
    taken
}

fn hold_and_show(screen: &mut Screen, over: &AtomicBool) -> Vec<Instant> {
    let mut pressed = Vec::new();
    screen.read_for(OFTEN);
    while !over.load(Ordering::Relaxed) {
        let hold = pressed.len() % 2 == 0;
        pressed.push(Instant::now());
        screen.send("*");
        screen.until(|shown| shown.contains("TẠM DỪNG") == hold);
        screen.read_for(OFTEN);
    }
    pressed
}

fn see(screen: &mut Screen, over: &AtomicBool) -> Vec<Instant> {
    let mut seen = Vec::new();
    screen.until(|shown| shown.contains(COUNTING));
    while !over.load(Ordering::Relaxed) {
        let held = seen.len() % 2 == 1;
        if screen.is_soon(OFTEN, |shown| shown.contains(COUNTING) == held) {
            seen.push(Instant::now());
        }
    }
    seen
}

fn look_on(screen: &mut Screen, over: &AtomicBool) -> Vec<Instant> {
    while !over.load(Ordering::Relaxed) {
        screen.read_for(OFTEN);
    }
    Vec::new()
}
