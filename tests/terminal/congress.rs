//! A congress of 268 elects from six windows at once, each driven by its own keys: secretary with a stick, head, presidium, hall, a
//! desk here and a desk over real SSH; a third desk without network keys in a desk file. Each is killed in turn in the middle of its
//! work, as a power cut does; at the end all screens, files and papers say the same.

use super::screen::{LONGEST, Screen, daihoi};
use super::ssh::{self, Server};
use crate::store::commands::{daihoi as run, said};
use daihoi::app::elections::due::{Task, task};
use daihoi::domain::election::bundle::KeyingState;
use daihoi::domain::election::{BundleState, Change as E, result};
use daihoi::domain::id::RoundId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::{Store, verify};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const ROUND: RoundId = RoundId(1);
const F2: &str = "\x1bOQ";
const F6: &str = "\x1b[17~";
const F12: &str = "\x1b[24~";
/// The ballots in the box, and the names on each.
const BALLOTS: u32 = 266;
const NAMES: u32 = 31;

/// A file that somebody writes, looked at from outside.
struct Looked {
    store: Store,
    congress: Congress,
    told: u64,
}

impl Looked {
    fn at(path: &Path) -> Self {
        let mut store = Store::open(path).unwrap();
        let congress = store.load().unwrap();
        let told = store.last_number().unwrap();
        Self { store, congress, told }
    }

    fn now(&mut self) -> &Congress {
        let news = self.store.follow(&mut self.congress, self.told).unwrap();
        self.told = news.last().map_or(self.told, |last| last.number);
        &self.congress
    }

    /// What is due in the election.
    fn due(&mut self) -> Task {
        let congress = self.now();
        task(congress, congress.elections.iter().next().unwrap())
    }

    /// The bundle that a desk has open: its number, how much of it is keyed, its size.
    fn open(&mut self, desk: u16) -> Option<(u16, u32, u32)> {
        let congress = self.now();
        let mut keyings = congress.keyings.iter().filter(|keying| keying.by.desk == Some(desk));
        let keying = keyings.find(|keying| keying.is_open_here())?;
        Some((keying.bundle, keying.keyed, congress.bundles.get(&(ROUND, keying.bundle))?.size))
    }

    /// Whether a bundle waits for a desk.
    fn waits(&mut self, desk: u16) -> bool {
        let who = Who { role: Role::Counter, desk: Some(desk) };
        self.now().next_bundle(ROUND, who).is_some()
    }
}

/// A congress of 268 up to the moment when the presidium confirms the base: the rehearsal's journal as far as that.
fn gathered(dir: &Path) -> PathBuf {
    let rehearsed = dir.join("dien-tap");
    let asked = ["rehearse", "--delegates", "268", "--seats", "27", "--names", "31", "--to"];
    let (code, _, err) = said(&run(&[&asked[..], &[rehearsed.to_str().unwrap()]].concat(), ""));
    assert_eq!(code, Some(0), "{err}");
    let mut files = fs::read_dir(&rehearsed).unwrap().map(|entry| entry.unwrap().path());
    let whole = files.find(|path| path.extension().is_some_and(|ending| ending == "daihoi")).unwrap();
    let file = dir.join("đại hội.daihoi");
    let (mut store, mut congress) = (Store::create(&file).unwrap(), Congress::default());
    for entry in Store::open(&whole).unwrap().entries(..).unwrap() {
        if matches!(entry.change, Change::Election(E::BaseConfirmed { .. })) {
            break;
        }
        store.record(&mut congress, entry.who, entry.at, &|_| Ok(entry.change.clone())).unwrap();
    }
    file
}

/// What lies in a bundle: three runs of papers alike. The last three names are struck on each, and another that differs, so that the
/// last but three has the fewest votes of those left and no seat is tied.
fn papers(bundle: u16, size: u32) -> [(Vec<u32>, u32); 3] {
    let other = |run: u32| if run == 0 { NAMES - 3 } else { 1 + (u32::from(bundle) * 2 + run) % 26 };
    let struck = |run: u32| vec![other(run), NAMES - 2, NAMES - 1, NAMES];
    [(struck(0), size * 2 / 5), (struck(1), size / 5), (struck(2), size - size * 2 / 5 - size / 5)]
}

/// A window: how it is opened, what it is known by, what stands on it.
struct Window<'a> {
    open: Box<dyn Fn() -> Screen + 'a>,
    known_by: String,
    screen: Screen,
}

impl<'a> Window<'a> {
    fn opens(known_by: &str, open: impl Fn() -> Screen + 'a) -> Self {
        let mut screen = open();
        screen.wait_for(known_by);
        Self { open: Box::new(open), known_by: known_by.to_owned(), screen }
    }

    fn of_file(known_by: &str, file: &Path, rest: &[&str]) -> Window<'static> {
        let words = [&["open", file.to_str().unwrap()], rest].concat();
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let open = move || Screen::run(&daihoi(&words.iter().map(String::as_str).collect::<Vec<_>>()));
        Window::opens(known_by, open)
    }

    fn dies(&mut self) {
        self.screen.kill();
        self.comes_back();
    }

    fn comes_back(&mut self) {
        self.screen = (self.open)();
        self.screen.wait_for(&self.known_by);
    }

    /// Presses a key once a text invites to it.
    fn answers(&mut self, text: &str, keys: &str) {
        self.screen.wait_for(text);
        self.screen.send(keys);
    }

    /// Waits for what its keys brought about in the file.
    fn waits_for(&mut self, looked: &mut Looked, due: Task) {
        self.screen.wait_until(&format!("{due:?}"), |_| looked.due() == due);
    }

    /// A window that was there all the time shows what a new one shows.
    fn agrees(&mut self, home: &str) {
        let mut fresh = (self.open)();
        fresh.wait_for(&self.known_by);
        self.screen.send(home);
        let begun = Instant::now();
        let still = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        loop {
            let (old, new) = (still(&self.screen.glance()), still(&fresh.glance()));
            if old == new {
                break;
            }
            assert!(begun.elapsed() < LONGEST, "{}:\n{old}\n{new}", self.known_by);
        }
        fresh.kill();
    }
}

/// A desk: its window, and the file that it keys into.
struct Desk<'a> {
    number: u16,
    looked: Looked,
    window: Window<'a>,
}

impl<'a> Desk<'a> {
    fn sits(number: u16, file: &Path, window: Window<'a>) -> Self {
        Self { number, looked: Looked::at(file), window }
    }

    /// Comes to the pad, with the next bundle or the one that it left; its number and its size.
    fn at_pad(&mut self) -> (u16, u32) {
        let screen = &mut self.window.screen;
        screen.wait_until("a bundle", |text| text.contains("nhận tệp") || text.contains("nhập tiếp tệp"));
        screen.send("\r");
        let (looked, number) = (&mut self.looked, self.number);
        screen.wait_until("the pad", |text| looked.open(number).is_some() && text.contains("Enter xong"));
        self.looked.open(number).map(|(bundle, _, size)| (bundle, size)).unwrap()
    }

    /// Keys the next bundle and hands it in; `dies` halfway. A slip is one name more on the first paper.
    fn keys(&mut self, slip: bool, dies: Option<fn(&mut Self)>) -> u16 {
        let (bundle, size) = self.at_pad();
        for (place, (struck, times)) in papers(bundle, size).into_iter().enumerate() {
            let mut left = times;
            let struck = struck.iter().fold(String::new(), |keys, name| format!("{keys}{name:02}"));
            if slip && place == 0 {
                self.books(&format!("{struck}27\r"), 1);
                left -= 1;
            }
            self.books(&format!("{struck}\r"), 1);
            self.books(&format!("{}*", left - 1), left - 1);
            if let Some(dies) = dies.filter(|_| place == 1) {
                let before = self.looked.open(self.number);
                dies(self);
                assert_eq!(self.looked.open(self.number), before, "what was keyed is there");
                self.at_pad();
            }
        }
        self.window.screen.send("\r");
        let (looked, number) = (&mut self.looked, self.number);
        let other = |open: Option<(u16, u32, u32)>| open.is_none_or(|(other, ..)| other != bundle);
        self.window.screen.wait_until("the bundle handed in", |_| other(looked.open(number)));
        bundle
    }

    /// Types what books papers, and waits until they are in the file.
    fn books(&mut self, keys: &str, papers: u32) {
        let before = self.looked.open(self.number).unwrap().1;
        self.window.screen.send(keys);
        let (looked, number) = (&mut self.looked, self.number);
        let keyed = |looked: &mut Looked| looked.open(number).is_some_and(|(_, keyed, _)| keyed == before + papers);
        self.window.screen.wait_until(keys, |_| keyed(looked));
    }

    /// The window is killed.
    fn dies(&mut self) {
        self.window.dies();
    }

    /// The program of a desk over SSH is killed on the host; the connection ends with it.
    fn dies_on_the_host(&mut self) {
        let seat = format!("--desk\0{}\0--fixed", self.number);
        let here = self.looked.store.path().to_str().unwrap().to_owned();
        let mut processes = fs::read_dir("/proc").unwrap().filter_map(|entry| Some(entry.ok()?.path()));
        let is_it = |process: &PathBuf| {
            let words = fs::read(process.join("cmdline")).unwrap_or_default();
            let words = String::from_utf8_lossy(&words).into_owned();
            // the shell that sshd started has the whole command in one word
            words.starts_with(env!("CARGO_BIN_EXE_daihoi")) && words.contains(&here) && words.contains(&seat)
        };
        let process = processes.find(is_it).expect("the program over SSH");
        let number = process.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(Command::new("kill").args(["-9", &number]).status().unwrap().success());
        self.window.screen.ended_well();
        self.window.comes_back();
    }
}

/// The windows that are not a desk's, on one file.
struct Room {
    looked: Looked,
    secretary: Window<'static>,
    head: Window<'static>,
    presidium: Window<'static>,
    hall: Window<'static>,
}

impl Room {
    fn of(file: &Path, stick: &Path) -> Self {
        let role = |known_by: &str, role: &str| Window::of_file(known_by, file, &["--role", role]);
        let mirror = ["--role", "secretary", "--mirror", stick.to_str().unwrap()];
        Self {
            looked: Looked::at(file),
            secretary: Window::of_file("F9 Thư ký", file, &mirror),
            head: role("F9 Trưởng ban kiểm phiếu", "head"),
            presidium: role("F9 Đoàn chủ tịch", "presidium"),
            hall: role(":", "hall"),
        }
    }

    /// The presidium confirms the base, and is killed before the question and again asked it.
    fn opens_round(&mut self) {
        let (question, base) = ("► Xác nhận số căn cứ", format!("Số căn cứ {BALLOTS}"));
        self.presidium.answers(question, "\r");
        self.presidium.screen.wait_for(&base);
        self.presidium.dies();
        assert!(self.looked.now().rounds.is_empty(), "nobody said yes");
        self.presidium.answers(question, "\r");
        self.presidium.answers(&base, "\r");
        self.presidium.waits_for(&mut self.looked, Task::Seal(ROUND));
    }

    /// The secretary seals the box, enters issued and collected, reports them; killed while a number is typed.
    fn fills_box(&mut self) {
        self.secretary.screen.send(F6);
        self.secretary.answers("niêm phong hòm phiếu", "\r");
        self.secretary.waits_for(&mut self.looked, Task::Issue(ROUND));
        self.secretary.screen.send("\r");
        self.secretary.answers("Số phiếu phát ra", "26");
        self.secretary.dies();
        self.secretary.screen.send(F6);
        self.secretary.answers("Phát phiếu", "\r");
        self.secretary.answers("Số phiếu phát ra", &format!("{BALLOTS}\r"));
        self.secretary.waits_for(&mut self.looked, Task::Collect(ROUND));
        self.secretary.screen.send("\r");
        self.secretary.answers("Số phiếu thu về", &format!("{BALLOTS}\r\r"));
        self.secretary.waits_for(&mut self.looked, Task::Report(ROUND));
        self.secretary.screen.send("\r");
        self.secretary.waits_for(&mut self.looked, Task::HandOut(ROUND));
    }

    /// The head hands out bundles of fifty for double entry; killed over the form.
    fn hands_out(&mut self) {
        let invited = format!("chia {BALLOTS} phiếu");
        self.head.answers(&invited, "\r");
        self.head.screen.wait_for("Số phiếu mỗi tệp");
        self.head.dies();
        self.head.answers(&invited, "\r");
        self.head.answers("Số phiếu mỗi tệp", "\r\r");
        self.head.waits_for(&mut self.looked, Task::Key(ROUND));
    }

    /// The head decides the one paper that differs as the second desk keyed it; killed with the paper in hand.
    fn settles(&mut self) {
        let (invited, paper) = ("Enter: kết luận 1 phiếu", "phiếu khác nhau 1/1");
        self.head.screen.send(F2);
        self.head.answers(invited, "\r");
        self.head.screen.wait_for(paper);
        self.head.dies();
        self.head.answers(invited, "\r");
        self.head.answers(paper, "2");
        self.head.answers("1 gõ nhầm", "1");
        self.head.screen.wait_for("Mọi tệp đã khớp");
    }

    /// The head has five papers drawn and compared, and closes the count.
    fn closes_count(&mut self) {
        self.head.screen.send("*");
        self.head.answers("Rút mấy phiếu", "\r\r");
        for paper in 1..=5 {
            self.head.answers(&format!("Kiểm tra ngẫu nhiên · phiếu {paper}/5"), "\r");
        }
        self.head.answers("Mọi tệp đã khớp", "\r");
        self.head.answers("Enter: khóa kết quả", "\r");
        self.head.answers("Khóa kết quả kiểm phiếu?", "\r");
        self.head.waits_for(&mut self.looked, Task::Confirm(ROUND));
    }

    /// The secretary holds the hall's screen from where they are; killed and opened again it is held, and the presidium shows it.
    fn holds_hall(&mut self) {
        let motto = "Đoàn kết – Dân chủ";
        self.secretary.screen.send(F12);
        self.presidium.screen.wait_for("TẠM DỪNG");
        self.secretary.screen.wait_for("MÀN HÌNH DỪNG");
        self.hall.screen.wait_for(motto);
        self.hall.dies();
        self.hall.screen.wait_for(motto);
        self.presidium.screen.send("*");
        self.hall.screen.wait_until("shown again", |text| !text.contains(motto));
    }

    /// The presidium confirms the result, the secretary announces it, and the hall shows it.
    fn announces(&mut self) {
        self.presidium.answers("► Xác nhận kết quả", "\r");
        self.presidium.answers("Xác nhận kết quả?", "\r");
        self.presidium.waits_for(&mut self.looked, Task::Announce(ROUND));
        self.secretary.answers("Enter: công bố kết quả", "\r");
        self.secretary.answers("Công bố kết quả?", "\r");
        self.secretary.waits_for(&mut self.looked, Task::HandOver(ROUND));
    }

    /// Every window shows the votes that lie in the papers, and what a window opened now shows.
    fn agrees(&mut self) {
        let congress = self.looked.now();
        let first = congress.rounds.get(&ROUND).unwrap().names.first().unwrap();
        let (name, votes) = (congress.people.get(first).unwrap().name.clone(), votes()[0].to_string());
        let told = |text: &str| text.lines().any(|line| line.contains(&name) && line.contains(&votes));
        self.hall.screen.wait_until("the result in the hall", told);
        for window in [&mut self.secretary, &mut self.head, &mut self.presidium] {
            window.screen.send(F6);
            window.screen.wait_until("the result", told);
            window.agrees(F2);
        }
        self.hall.agrees("");
    }
}

/// The votes of every name by the papers that lay in the bundles.
fn votes() -> Vec<u64> {
    let mut votes = vec![u64::from(BALLOTS); NAMES as usize];
    for bundle in 1..=6 {
        let size = if bundle < 6 { 50 } else { BALLOTS - 5 * 50 };
        for (struck, times) in papers(bundle, size) {
            for name in struck {
                votes[name as usize - 1] -= u64::from(times);
            }
        }
    }
    votes
}

#[test]
fn six_windows_and_a_desk_without_network_count_one_congress() {
    if !ssh::is_here() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let file = gathered(dir.path());
    let (stick, lent) = (dir.path().join("usb"), dir.path().join("giao"));
    fs::create_dir(&stick).unwrap();
    let mut room = Room::of(&file, &stick);
    let server = Server::start();
    let key = server.invite("desk", &file, &["--role", "counter", "--desk", "2"]);
    let mut here = Desk::sits(1, &file, Window::of_file("bàn 1", &file, &["--role", "counter", "--desk", "1"]));
    let mut over_ssh = Desk::sits(2, &file, Window::opens("bàn 2", || Screen::run(&server.screen(&key))));
    room.opens_round();
    room.fills_box();
    room.hands_out();
    // two bundles go away with a desk that has no network
    let name = file.to_str().unwrap();
    let export =
        ["desk", "export", name, "--election", "1", "--bundles", "5-6", "--desk", "9", "--to", lent.to_str().unwrap()];
    assert_eq!(said(&run(&export, "")).0, Some(0));
    let away = lent.join("ban-9-tep-5-6.daihoi");
    let mut elsewhere = Desk::sits(9, &away, Window::of_file("bàn 9", &away, &[]));
    assert_eq!(here.keys(false, Some(Desk::dies)), 1);
    assert_eq!(over_ssh.keys(false, Some(Desk::dies_on_the_host)), 2);
    assert_eq!(elsewhere.keys(true, Some(Desk::dies)), 5);
    assert_eq!(elsewhere.keys(false, None), 6);
    for desk in [&mut over_ssh, &mut here] {
        while desk.looked.waits(desk.number) {
            desk.keys(false, None);
        }
    }
    let import = ["desk", "import", name, away.to_str().unwrap()];
    let (code, out, err) = said(&run(&import, ""));
    assert!(code == Some(0) && out.contains("tệp 5, 6"), "{out}{err}");
    let congress = room.looked.now();
    let handed_in =
        |number| congress.keyings_of(ROUND, number).filter(|keying| keying.state == KeyingState::Locked).count();
    assert!(congress.bundles_of(ROUND).all(|bundle| handed_in(bundle.number) == 2));
    let differing = congress.bundles_of(ROUND).filter(|bundle| bundle.state == BundleState::Differs);
    assert_eq!(differing.map(|bundle| bundle.number).collect::<Vec<_>>(), [5], "the one slip, and nothing else");
    room.settles();
    room.closes_count();
    room.holds_hall();
    room.announces();
    room.agrees();
    for desk in [&mut here, &mut over_ssh] {
        desk.window.screen.wait_for("kết quả đã khóa");
    }
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
        assert!(begun.elapsed() < LONGEST, "{}", copied().1);
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
    let recounted: Vec<u64> =
        outcome["names"].as_array().unwrap().iter().map(|name| name["votes"].as_u64().unwrap()).collect();
    let counted = result::outcome(Looked::at(file).now(), ROUND).unwrap();
    assert_eq!(recounted, counted.names.iter().map(|name| name.count.votes).collect::<Vec<_>>());
    assert_eq!(recounted, votes(), "the papers that lay in the bundles");
}
