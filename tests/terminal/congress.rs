//! A congress of 268 counted from six windows at once: secretary with a stick, head, presidium, hall, a desk here, a desk over real
//! SSH, and a third without network on a desk file. Each is killed in turn as a power cut does; at the end all screens, files and
//! papers say the same.

use super::screen::{Screen, daihoi};
use super::ssh::{self, Server};
use crate::store::commands::{daihoi as run, said};
use crate::world::clock;
use daihoi::domain::election::bundle::Change as Bundle;
use daihoi::domain::election::settlement::Why;
use daihoi::domain::election::{BundleState, Change as E, KeyingState, Settlement};
use daihoi::domain::id::RoundId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::{Store, verify};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const ROUND: RoundId = RoundId(1);

/// A file that somebody keys in, looked at from outside.
struct Looked {
    store: Store,
    congress: Congress,
}

impl Looked {
    fn at(path: &Path) -> Self {
        let mut store = Store::open(path).unwrap();
        let congress = store.load().unwrap();
        Self { store, congress }
    }

    fn now(&mut self) -> &Congress {
        self.congress = self.store.load().unwrap();
        &self.congress
    }

    fn record(&mut self, role: Role, change: &Change) {
        self.store.record(&mut self.congress, role.into(), clock(90), &|_| Ok(change.clone())).unwrap();
    }

    /// The bundle that a desk has open: its number, how much of it is keyed, its size.
    fn open(&mut self, desk: u16) -> Option<(u16, u32, u32)> {
        let congress = self.now();
        let mut keyings = congress.keyings.iter().filter(|keying| keying.by.desk == Some(desk));
        let keying = keyings.find(|keying| keying.is_open_here())?;
        Some((keying.bundle, keying.keyed, congress.bundles.get(&(ROUND, keying.bundle))?.size))
    }
}

/// The congress of 268 up to the moment when its ballots lie in bundles: the rehearsal's journal as far as that.
fn counting(dir: &Path) -> PathBuf {
    let rehearsed = dir.join("dien-tap");
    let asked = ["rehearse", "--delegates", "268", "--seats", "27", "--names", "31", "--to"];
    let (code, _, err) = said(&run(&[&asked[..], &[rehearsed.to_str().unwrap()]].concat(), ""));
    assert_eq!(code, Some(0), "{err}");
    let mut files = fs::read_dir(&rehearsed).unwrap().map(|entry| entry.unwrap().path());
    let whole = files.find(|path| path.extension().is_some_and(|ending| ending == "daihoi")).unwrap();
    let file = dir.join("đại hội.daihoi");
    let (mut store, mut congress) = (Store::create(&file).unwrap(), Congress::default());
    for entry in Store::open(&whole).unwrap().entries(..).unwrap() {
        store.record(&mut congress, entry.who, entry.at, &|_| Ok(entry.change.clone())).unwrap();
        if matches!(entry.change, Change::Election(E::Bundle(Bundle::HandedOut { .. }))) {
            break;
        }
    }
    file
}

/// What lies in a bundle: runs of ten alike, four names struck on each paper.
fn papers(bundle: u16, size: u32) -> Vec<(String, u32)> {
    let first = |run: u32| u32::from(bundle) + run;
    let struck = |run: u32| {
        let numbers = (0..4).map(|name| 1 + (first(run) + name * 7) % 31);
        numbers.fold(String::new(), |keys, number| keys + &format!("{number:02}"))
    };
    (0..size.div_ceil(10)).map(|run| (struck(run), (size - run * 10).min(10))).collect()
}

/// A desk and its window.
struct Desk<'a> {
    number: u16,
    file: &'a Path,
    open: Box<dyn Fn() -> Screen + 'a>,
    screen: Screen,
}

impl<'a> Desk<'a> {
    fn sits(number: u16, file: &'a Path, open: impl Fn() -> Screen + 'a) -> Self {
        let screen = open();
        let mut desk = Self { number, file, open: Box::new(open), screen };
        desk.screen.wait_for(&format!("bàn {number}"));
        desk
    }

    fn dies(&mut self) {
        self.screen.kill();
        self.screen = (self.open)();
        self.screen.wait_for(&format!("bàn {}", self.number));
    }

    /// Takes the next bundle, keys it and hands it in; dies halfway where asked. None where no bundle is left for this desk.
    fn keys(&mut self, dies: bool, slip: bool) -> Option<u16> {
        let mut looked = Looked::at(self.file);
        self.screen.reach_pad(|| looked.open(self.number).is_some());
        let (bundle, _, size) = looked.open(self.number)?;
        let runs = papers(bundle, size);
        for (place, (struck, times)) in runs.iter().enumerate() {
            let mut left = *times;
            if slip && place == 0 {
                // a slip of the fingers: one name more on one paper
                self.closes(&mut looked, &format!("{struck}31\r"), 1);
                left -= 1;
            }
            self.closes(&mut looked, &format!("{struck}\r"), 1);
            if left > 1 {
                self.closes(&mut looked, &format!("{}*", left - 1), left - 1);
            }
            if dies && place == runs.len() / 2 {
                let before = looked.open(self.number);
                self.dies();
                assert_eq!(looked.open(self.number), before, "what was keyed is there");
                self.screen.reach_pad(|| true);
            }
        }
        self.screen.send("\r");
        let number = self.number;
        until(&self.screen, || looked.open(number).is_none_or(|(other, ..)| other != bundle));
        Some(bundle)
    }

    /// Types what books papers, and waits until they are in the file.
    fn closes(&mut self, looked: &mut Looked, keys: &str, papers: u32) {
        let before = looked.open(self.number).unwrap().1;
        self.screen.send(keys);
        until(&self.screen, || looked.open(self.number).is_some_and(|(_, keyed, _)| keyed == before + papers));
    }
}

fn until(screen: &Screen, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", screen.text());
        std::thread::yield_now();
    }
}

/// A window that only looks on: killed and opened again it shows what it showed.
struct Onlooker {
    arguments: Vec<String>,
    screen: Screen,
}

impl Onlooker {
    fn opens(file: &Path, arguments: &[&str]) -> Self {
        let arguments: Vec<String> =
            [&["open", file.to_str().unwrap()], arguments].concat().into_iter().map(str::to_owned).collect();
        let screen = Self::window(&arguments);
        Self { arguments, screen }
    }

    fn window(arguments: &[String]) -> Screen {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut screen = Screen::run(&daihoi(&arguments));
        screen.wait_for("Đại hội");
        screen
    }

    fn dies(&mut self) {
        self.screen.kill();
        self.screen = Self::window(&self.arguments);
    }

    /// A window that looked on all the time shows what a new one shows; the clock apart.
    fn agrees(&mut self) {
        let mut fresh = Self::window(&self.arguments);
        let still = |text: &str| {
            let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            lines.trim_end().replace(|c: char| c.is_ascii_digit(), "0")
        };
        let begun = Instant::now();
        while still(&self.screen.settled_text()) != still(&fresh.settled_text()) {
            let (old, new) = (self.screen.text(), fresh.text());
            assert!(begun.elapsed() < Duration::from_secs(30), "{:?}\n{old}\n{new}", self.arguments);
        }
        fresh.kill();
    }
}

/// Decides every paper that two desks keyed differently as the first keying has it.
fn settle(looked: &mut Looked) -> usize {
    let bundles: Vec<_> =
        looked.now().bundles_of(ROUND).filter(|bundle| bundle.state == BundleState::Differs).cloned().collect();
    let mut decided = 0;
    for bundle in bundles {
        let keying = looked.congress.counted_keying(ROUND, bundle.number).unwrap();
        for difference in looked.congress.open_differences(&bundle) {
            let key = (ROUND, bundle.number, keying);
            let paper = looked.congress.ballot_at(key, difference.first).unwrap().paper();
            let settlement = Settlement {
                round: ROUND,
                bundle: bundle.number,
                keying,
                place: difference.first,
                marks: paper.marks,
                defect: paper.defect,
                why: Why::Slip,
                note: String::new(),
                by: Role::Head.into(),
                at: clock(90).naive_local(),
            };
            looked.record(Role::Head, &Change::Election(E::PaperSettled(settlement)));
            decided += 1;
        }
    }
    decided
}

#[test]
fn six_windows_and_a_desk_without_network_count_one_congress() {
    if !ssh::is_here() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let file = counting(dir.path());
    let (stick, lent) = (dir.path().join("usb"), dir.path().join("giao"));
    fs::create_dir(&stick).unwrap();
    let mirror = ["--role", "secretary", "--mirror", stick.to_str().unwrap()];
    let mut onlookers: Vec<Onlooker> =
        [&mirror[..], &["--role", "head"], &["--role", "presidium"], &["--role", "hall"]]
            .map(|arguments| Onlooker::opens(&file, arguments))
            .into();
    // two bundles go away with a desk that has no network
    let name = file.to_str().unwrap();
    let export =
        ["desk", "export", name, "--election", "1", "--bundles", "5-6", "--desk", "9", "--to", lent.to_str().unwrap()];
    assert_eq!(said(&run(&export, "")).0, Some(0));
    let away = lent.join("ban-9-tep-5-6.daihoi");
    let server = Server::start();
    let key = server.invite("desk", &file, &["--role", "counter", "--desk", "2"]);
    let mut here = Desk::sits(1, &file, || Screen::run(&daihoi(&["open", name, "--role", "counter", "--desk", "1"])));
    let mut over_ssh = Desk::sits(2, &file, || Screen::run(&server.screen(&key)));
    let mut elsewhere = Desk::sits(9, &away, || Screen::run(&daihoi(&["open", away.to_str().unwrap()])));
    // every window dies once while the desks go on
    assert_eq!(here.keys(true, false), Some(1));
    assert_eq!(over_ssh.keys(true, false), Some(2));
    assert_eq!(elsewhere.keys(true, true), Some(5));
    for onlooker in &mut onlookers {
        onlooker.dies();
        here.keys(false, false).unwrap();
    }
    assert_eq!(elsewhere.keys(false, false), Some(6));
    let mut looked = Looked::at(&file);
    let mut waits = |desk: u16| {
        let who = Who { role: Role::Counter, desk: Some(desk) };
        looked.now().next_bundle(ROUND, who).is_some()
    };
    while waits(2) {
        over_ssh.keys(false, false).unwrap();
    }
    while waits(1) {
        here.keys(false, false).unwrap();
    }
    let import = ["desk", "import", name, away.to_str().unwrap()];
    let (code, out, err) = said(&run(&import, ""));
    assert!(code == Some(0) && out.contains("tệp 5, 6"), "{out}{err}");
    let congress = looked.now();
    let handed_in =
        |number| congress.keyings_of(ROUND, number).filter(|keying| keying.state == KeyingState::Locked).count();
    assert!(congress.bundles_of(ROUND).all(|bundle| handed_in(bundle.number) == 2));
    assert_eq!(settle(&mut looked), 1, "the one slip, and nothing else, was different");
    let at = clock(90).naive_local();
    for (role, step) in [
        (Role::Head, E::CountClosed { round: ROUND, at }),
        (Role::Presidium, E::ResultConfirmed { round: ROUND, at }),
        (Role::Secretary, E::Announced { round: ROUND, at }),
    ] {
        looked.record(role, &Change::Election(step));
    }
    onlookers.iter_mut().for_each(Onlooker::agrees);
    drop((here, over_ssh, elsewhere));
    agree(dir.path(), &file, &stick);
}

/// The file is sound, the stick holds all of it, a spare laptop prints the same papers, and `recount` counts the same.
fn agree(dir: &Path, file: &Path, stick: &Path) {
    assert_eq!(verify(file).unwrap().findings, []);
    let word = |path: &Path| path.to_str().unwrap().to_owned();
    let last = verify(file).unwrap().lines;
    let copied = || said(&run(&["compare", &word(file), &word(stick)], ""));
    let begun = Instant::now();
    while !copied().1.contains("Hai bên như nhau.") {
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", copied().1);
    }
    let spare = dir.join("spare.daihoi");
    assert_eq!(said(&run(&["resume", &word(stick), "--to", &word(&spare)], "")).0, Some(0));
    assert_eq!(verify(&spare).unwrap().lines, last);
    let [one, other] = [(file, "a"), (&spare, "b")].map(|(file, name)| {
        let to = dir.join(name);
        let (code, _, err) = said(&run(&["export", &word(file), "--to", &word(&to), "--as", "md"], ""));
        assert_eq!(code, Some(0), "{err}");
        to
    });
    let same = Command::new("diff").arg("-r").args([&one, &other]).output().unwrap();
    assert!(same.status.success(), "{}", String::from_utf8_lossy(&same.stdout));
    let sheets = dir.join("phieu");
    let (code, _, err) =
        said(&run(&["export", &word(file), "--to", &word(&sheets), "--paper", "ballots", "--as", "json"], ""));
    assert_eq!(code, Some(0), "{err}");
    let sheet = fs::read_dir(&sheets).unwrap().next().unwrap().unwrap().path();
    let (code, out, err) = said(&run(&["recount", &word(&sheet)], ""));
    assert_eq!(code, Some(0), "{err}");
    let outcome: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut looked = Looked::at(file);
    let congress = looked.now();
    let counted = daihoi::domain::election::result::outcome(congress, ROUND).unwrap();
    let names = congress.rounds.get(&ROUND).unwrap().names.clone();
    let votes: Vec<u64> =
        outcome["names"].as_array().unwrap().iter().map(|name| name["votes"].as_u64().unwrap()).collect();
    assert_eq!(votes.len(), names.len());
    assert_eq!(votes, counted.names.iter().map(|name| name.count.votes).collect::<Vec<_>>());
}
