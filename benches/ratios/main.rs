//! What the program must hold (design §5), as ratios in one run on one disk: `cargo bench`.
//!
//! No test times anything; these figures are for people, and for the README.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that meets what it does not expect stops")]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};
use daihoi::app::{App, Seat};
use daihoi::domain::id::{NoteId, PersonId};
use daihoi::domain::meeting::{Change as Meetings, Meeting};
use daihoi::domain::notes::{Change as Notes, Note};
use daihoi::domain::people::{Change as People, Person, Record, Standing};
use daihoi::domain::{Change, Congress, Entry, Lang, Role, Who, journal};
use daihoi::store::Store;
use daihoi::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::time::{Duration, Instant};

const COMMITS: u32 = 2_000;
const LINES: u32 = 100_000;
const PEOPLE: u32 = 2_000;

fn main() {
    let dir = tempfile::tempdir().expect("a folder");
    durable(dir.path());
    replay();
    start(dir.path());
    paint();
}

fn now() -> DateTime<FixedOffset> {
    let hanoi = FixedOffset::east_opt(7 * 3600).unwrap();
    hanoi.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap()
}

fn note(id: u32) -> Change {
    let at = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(8, 0, 0).unwrap();
    Change::Notes(Notes::Written(Note {
        id: NoteId(id),
        item: None,
        speech: None,
        at,
        text: "Đồng ý với báo cáo".into(),
    }))
}

fn founded() -> Vec<Change> {
    let meeting = Meeting { id: 1, unit: "Chi bộ".into(), regulation: "190-QĐ/TW".into(), ..Meeting::default() };
    let people = (1..=PEOPLE).map(person).collect();
    vec![Change::Meeting(Meetings::Founded(meeting)), Change::People(People::Enrolled { people })]
}

fn person(id: u32) -> Person {
    Person {
        id: PersonId(id),
        name: format!("Nguyễn Thị Đại Biểu {id}"),
        standing: Standing::Full,
        origin: None,
        replaces: None,
        office: Some("Trưởng phòng".into()),
        unit: Some("Phòng Nghiệp vụ".into()),
        sex: None,
        incumbent: None,
        record: Record::default(),
    }
}

fn record(store: &mut Store, congress: &mut Congress, change: &Change) {
    store.record(congress, Role::Secretary.into(), now(), &|_| Ok(change.clone())).expect("recorded");
}

fn rate(number: u32, took: Duration) -> f64 {
    f64::from(number) / took.as_secs_f64()
}

/// One change durable against a bare one-row transaction, in turns on the same disk.
fn durable(dir: &Path) {
    let mut store = Store::create(&dir.join("durable.daihoi")).expect("a file");
    let mut congress = Congress::default();
    for change in &founded() {
        record(&mut store, &mut congress, change);
    }
    let bare = rusqlite::Connection::open(dir.join("bare.db")).unwrap();
    bare.pragma_update(None, "journal_mode", "WAL").unwrap();
    bare.pragma_update(None, "synchronous", "FULL").unwrap();
    bare.execute_batch("CREATE TABLE row(number INTEGER PRIMARY KEY, text TEXT) STRICT").unwrap();
    let (mut ours, mut theirs) = (Duration::ZERO, Duration::ZERO);
    for number in 1..=COMMITS {
        let begun = Instant::now();
        record(&mut store, &mut congress, &note(number));
        ours += begun.elapsed();
        let begun = Instant::now();
        let mut insert = bare.prepare_cached("INSERT INTO row(text) VALUES (?1)").unwrap();
        insert.execute(["Đồng ý với báo cáo"]).unwrap();
        theirs += begun.elapsed();
    }
    let (ours, theirs) = (rate(COMMITS, ours), rate(COMMITS, theirs));
    println!(
        "durable change        {ours:>10.0}/s   bare transaction {theirs:>10.0}/s   ratio {:.2} (goal 0.80)",
        ours / theirs
    );
}

/// Replaying the journal with every line judged again.
fn replay() {
    let who = Who::default();
    let mut entries: Vec<Entry> =
        (1..).zip(founded()).map(|(number, change)| Entry { number, at: now(), who, change }).collect();
    entries.extend((1..=LINES).map(|id| Entry { number: u64::from(id) + 2, at: now(), who, change: note(id) }));
    let begun = Instant::now();
    let congress = journal::fold(&entries, 1).expect("it holds");
    let took = begun.elapsed();
    assert_eq!(congress.notes.len(), LINES as usize);
    println!("replay                {:>10.0} changes/s (goal 100000)", rate(LINES, took));
}

/// Opening a file of 2,000 people and 100,000 lines up to the first full screen.
fn start(dir: &Path) {
    let path = dir.join("long.daihoi");
    let mut store = Store::create(&path).expect("a file");
    let mut congress = Congress::default();
    for change in &founded() {
        record(&mut store, &mut congress, change);
    }
    (1..=LINES / 10).for_each(|id| record(&mut store, &mut congress, &note(id)));
    drop(store);
    let begun = Instant::now();
    let mut store = Store::open(&path).expect("opened");
    let congress = store.load().expect("read");
    let app = App::new(congress, seat(), Vec::new());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    ui::draw(&app, buffer.area, &mut buffer);
    println!("file to first screen  {:>10.1} ms for {PEOPLE} people and {} lines", millis(begun.elapsed()), LINES / 10);
}

fn seat() -> Seat {
    Seat { who: Who::default(), lang: Lang::Vi, now: now().naive_local() }
}

/// One screen drawn, whichever it is.
fn paint() {
    let mut congress = Congress::default();
    for change in &founded() {
        congress.apply(change);
    }
    let mut app = App::new(congress, seat(), Vec::new());
    for (name, screen) in [("run", 2), ("roll", 3), ("floor", 4), ("votes", 5), ("elections", 6), ("minutes", 7)] {
        app.update(daihoi::app::key::Input::Key(daihoi::app::key::Key::F(screen)));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        let begun = Instant::now();
        let frames = 50;
        for _ in 0..frames {
            buffer.reset();
            ui::draw(&app, buffer.area, &mut buffer);
        }
        println!("paint {name:<15} {:>10.2} ms with {PEOPLE} people", millis(begun.elapsed()) / f64::from(frames));
    }
}

fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
