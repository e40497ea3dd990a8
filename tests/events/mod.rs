//! The five real events (`tests/data/events/s0` … `s4`) and small invented ones beside them for what halls are really like: each a plan with its roster, a script of changes and the facts that must
//! be found again. One runner founds, applies, verifies, looks every fact up in the store, exports and looks it up in the
//! minutes; no fact of an event stands in the code, only which rows its table has.

mod facts;

use crate::world::cell;
use crate::world::program::{daihoi, said};
use crate::world::sitting::Sitting;
use daihoi::app::{App, Seat};
use daihoi::domain::{Lang, Role};
use daihoi::papers::{self, PaperName};
use daihoi::store::Store;
use facts::{Facts, Found, Issued};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The events, each with the rows of its table; a row of which no fact speaks fails.
const EVENTS: [(&str, &[&str]); 8] = [
    (
        "s0",
        &[
            "kind",
            "published",
            "superior",
            "unit history",
            "guest",
            "theme",
            "results",
            "discussion",
            "elections",
            "absent",
        ],
    ),
    ("s1", &["kind", "guests", "figures", "speech 1", "speech 2", "speech 3", "elections"]),
    ("s2", &["kind", "chair", "agenda", "origin", "mention", "results", "plans"]),
    ("s3", &["kind", "guests", "members", "limits", "targets", "elections", "flowers"]),
    ("s4", &["kind", "published", "results", "speaker", "attached event", "second page", "recorded", "trap"]),
    ("size", &["number", "papers", "closing"]),
    ("appointed", &["no ballot", "appointed", "closing"]),
    ("empty-seat", &["secretary", "deputy", "closing"]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/events")
}

/// An event replayed from its plan to its closing.
struct Replayed {
    dir: tempfile::TempDir,
    file: String,
    facts: Facts,
}

impl Replayed {
    /// Founds the congress and records the script; both must go through whole, and the file must prove itself.
    fn of(event: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join(format!("{event}.daihoi")).to_str().unwrap().to_owned();
        let path = |name: &str| folder().join(event).join(name).to_str().unwrap().to_owned();
        done(&["new", &file, "--plan", &path("plan.toml")]);
        let facts = Facts::read(&folder().join(event).join("facts.toml"));
        let script = std::fs::read_to_string(path("script.jsonl")).unwrap();
        let mut rest = script.as_str();
        for issued in &facts.issued {
            let (before, after) = rest.split_at(rest.find(&issued.before).unwrap());
            apply(&file, before);
            apply(&file, &issue(&file, issued));
            rest = after;
        }
        apply(&file, rest);
        done(&["verify", &file]);
        Self { dir, file, facts }
    }

    /// What stands in the file and in the papers that the facts speak of.
    fn found(&self) -> Found {
        let mut found = Found::new(&self.file, &done(&["show", &self.file, "--json"]));
        for paper in self.facts.papers() {
            let to = self.dir.path().join(&paper);
            done(&["export", &self.file, "--to", to.to_str().unwrap(), "--paper", &paper, "--as", "md"]);
            found.paper(paper, &written(&to));
        }
        found
    }
}

/// Runs the program and hands back what it printed; anything but success fails.
fn done(arguments: &[&str]) -> String {
    fed(arguments, "")
}

/// The same with an input.
fn fed(arguments: &[&str], input: &str) -> String {
    let (code, out, err) = said(&daihoi(arguments, input));
    assert_eq!(code, Some(0), "{arguments:?}: {err}");
    out
}

/// Records changes through the door.
fn apply(file: &str, changes: &str) {
    fed(&["apply", file, "-"], changes);
}

/// The change that issues a paper as it stands now, as a screen asks for it.
fn issue(file: &str, issued: &Issued) -> String {
    let congress = Store::open(Path::new(file)).unwrap().load().unwrap();
    let name = PaperName::all(&congress).into_iter().find(|name| name.word() == issued.paper).unwrap();
    let change = papers::issued::issue(&congress, name, issued.at).unwrap();
    serde_json::to_string(&change).unwrap()
}

/// The words of every file of a folder, one after the other in the order of their names.
fn written(folder: &Path) -> String {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| if path.is_dir() { written(path) } else { std::fs::read_to_string(path).unwrap() })
        .collect()
}

fn replay(event: &str) {
    let rows = EVENTS.iter().find(|(name, _)| *name == event).unwrap().1;
    let replayed = Replayed::of(event);
    let found = replayed.found();
    assert_eq!(found.at("/now/closed"), Some(&true.into()), "{event} does not reach its closing");
    let mut wrong = replayed.facts.lacking(rows);
    wrong.extend(replayed.facts.wrong(&found));
    assert!(wrong.is_empty(), "{event}:\n{}", wrong.join("\n"));
}

#[test]
fn s0_mong_cai() {
    replay("s0");
}

#[test]
fn s1_quan_1() {
    replay("s1");
}

#[test]
fn s2_vinh_phuc() {
    replay("s2");
}

#[test]
fn s3_quang_nam() {
    replay("s3");
}

#[test]
fn s4_ba_dinh() {
    replay("s4");
}

#[test]
fn fewer_are_elected_than_the_committee_has() {
    replay("size");
}

#[test]
fn everybody_is_appointed_and_the_congress_closes_without_a_ballot() {
    replay("appointed");
}

#[test]
fn a_seat_stays_empty() {
    replay("empty-seat");
}

/// Of a day recorded without its hours no screen shows midnight, and no length or delay is reckoned from it.
#[test]
fn a_day_without_its_hours_shows_none() {
    for event in ["s0", "s2", "s3"] {
        let replayed = Replayed::of(event);
        let congress = Store::open(Path::new(&replayed.file)).unwrap().load().unwrap();
        let seat = Seat { who: Role::Secretary.into(), lang: Lang::Vi, now: cell::at(8, 0) };
        let mut sitting = Sitting { app: App::new(congress, seat, Vec::new()), lines: Vec::new(), effects: Vec::new() };
        for keys in ["F2", "F3", "F4", "F4 Ctrl-F", "F5", "F6"] {
            sitting = sitting.keys(keys);
            let screen = sitting.text(200, 60);
            let midnight =
                ["00:00", "sớm", "đúng giờ"].into_iter().find(|told| screen.replace("sớm hơn", "").contains(told));
            assert_eq!(midnight, None, "{event} {keys}\n{screen}");
        }
        let shown = done(&["show", &replayed.file]);
        assert!(shown.contains("đã bế mạc") && !shown.contains("00 giờ 00 phút"), "{shown}");
    }
}

/// Papers may be issued after the closing: over them the form does not say that nothing is open, and asks for no reason.
#[test]
fn over_papers_alone_the_closing_needs_no_reason() {
    let replayed = Replayed::of("s0");
    let congress = Store::open(Path::new(&replayed.file)).unwrap().load().unwrap();
    let seat = Seat { who: Role::Secretary.into(), lang: Lang::Vi, now: cell::at(8, 0) };
    let sitting = Sitting { app: App::new(congress, seat, Vec::new()), lines: Vec::new(), effects: Vec::new() };
    let form = sitting.keys("Ctrl-O").text(200, 60);
    assert!(form.contains("còn lại là văn bản. Không cần lý do") && form.contains("chưa phát hành"), "{form}");
}

/// A review meeting is shown without what only a congress has.
#[test]
fn a_review_meeting_is_shown_as_what_it_is() {
    let replayed = Replayed::of("s2");
    let shown = done(&["show", &replayed.file]);
    for word in ["2017 – 2017", "phiên chính thức", "Quy chế bầu cử"] {
        assert!(!shown.contains(word), "{word} in {shown}");
    }
}

#[test]
fn every_event_has_its_plan_its_script_and_its_facts() {
    let known: BTreeSet<String> = EVENTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let there = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let there: BTreeSet<String> =
        there.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert_eq!(there, known);
    for event in known {
        for name in ["plan.toml", "script.jsonl", "facts.toml"] {
            assert!(folder().join(&event).join(name).is_file(), "{event} lacks {name}");
        }
        let script = std::fs::read_to_string(folder().join(&event).join("script.jsonl")).unwrap();
        assert!(script.starts_with("# "), "{event}: the script says first what of it is invented");
    }
}
