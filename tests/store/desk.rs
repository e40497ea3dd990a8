//! Desk files: what they hold and what not, what comes back, what is refused and why.

use super::commands::{daihoi, said};
use crate::world::{filled, script};
use daihoi::domain::election::{BundleState, RoundState};
use daihoi::domain::id::RoundId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::{Store, verify};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const AT: &str = "2026-01-12T10:00:00";

/// A congress whose ten ballots lie in bundles of three, three and four.
pub struct Hall {
    dir: tempfile::TempDir,
    pub file: PathBuf,
}

/// A change of the election as a line of `daihoi apply`.
fn line(mut line: Value, change: Value) -> String {
    line["change"] = Value::Object([("election".to_owned(), change)].into_iter().collect());
    format!("{line}\n")
}

fn head(change: Value) -> String {
    line(json!({"role": "head"}), change)
}

/// What a desk types: the ballots of a bundle, each struck as told, and the hand-in.
pub fn keyed(desk: u16, (bundle, keying): (u16, u16), ballots: &[(&[u16], u32)]) -> String {
    let who = || json!({"role": "counter", "desk": desk});
    let ballot = |(number, (struck, times)): (u32, &(&[u16], u32))| {
        let ballot = json!({"round": 1, "bundle": bundle, "keying": keying, "number": number, "marks": {"struck": struck}, "times": times});
        line(who(), json!({"ballot_keyed": ballot}))
    };
    let locked = json!({"bundle": {"locked": {"round": 1, "bundle": bundle, "keying": keying, "at": AT}}});
    (1..).zip(ballots).map(ballot).collect::<String>() + &line(who(), locked)
}

impl Hall {
    pub fn counting(entry: &str) -> Self {
        let mut changes: Vec<(Who, Change)> = script::until_counting();
        // the script hands one bundle out and has it claimed
        changes.truncate(changes.len() - 2);
        let (dir, file, store, _) = filled(&changes);
        drop(store);
        let bundles = json!([{"number": 1, "size": 3}, {"number": 2, "size": 3}, {"number": 3, "size": 4}]);
        let hall = Self { dir, file };
        Hall::apply(
            &hall.file,
            &head(json!({"bundle": {"handed_out": {"round": 1, "entry": entry, "bundles": bundles}}})),
        );
        hall
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let file = self.file.to_str().unwrap();
        let arguments: Vec<&str> = arguments.iter().map(|word| if *word == "FILE" { file } else { *word }).collect();
        said(&daihoi(&arguments, ""))
    }

    pub fn apply(file: &Path, lines: &str) {
        let (code, _, err) = said(&daihoi(&["apply", file.to_str().unwrap()], lines));
        assert_eq!(code, Some(0), "{err}");
    }

    /// Lends bundles, and answers the desk file.
    fn lend(&self, bundles: &str, desk: u16) -> PathBuf {
        let to = self.dir.path().join("usb");
        let desk = desk.to_string();
        let to = to.to_str().unwrap();
        let (code, out, err) =
            self.run(&["desk", "export", "FILE", "--election", "1", "--bundles", bundles, "--to", to, "--desk", &desk]);
        assert_eq!(code, Some(0), "{err}");
        PathBuf::from(out.lines().next().unwrap().strip_prefix("Đã tạo ").unwrap())
    }

    fn bring(&self, desk: &Path) -> (Option<i32>, String, String) {
        self.run(&["desk", "import", "FILE", desk.to_str().unwrap()])
    }

    fn congress(&self) -> Congress {
        Store::open(&self.file).unwrap().load().unwrap()
    }

    pub fn lines(&self) -> u64 {
        verify(&self.file).unwrap().lines
    }

    pub fn states(&self) -> Vec<BundleState> {
        self.congress().bundles_of(RoundId(1)).map(|bundle| bundle.state).collect()
    }
}

const FIRST: &[(&[u16], u32)] = &[(&[4], 2), (&[1], 1)];
pub const SECOND: &[(&[u16], u32)] = &[(&[4], 3)];
const THIRD: &[(&[u16], u32)] = &[(&[2, 3], 1), (&[4], 3)];

#[test]
fn a_desk_file_holds_the_list_and_the_bundles_and_nobody_else() {
    let hall = Hall::counting("double");
    let desk = hall.lend("1-2", 5);
    assert_eq!(desk.file_name().unwrap(), "ban-5-tep-1-2.daihoi");
    let beside: Vec<_> =
        fs::read_dir(desk.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["ban-5-tep-1-2.daihoi"], "nothing lies beside it");
    let bytes = fs::read(&desk).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    let congress = hall.congress();
    let round = congress.rounds.get(&RoundId(1)).unwrap();
    for person in congress.people.iter() {
        assert_eq!(holds(&person.name), round.names.contains(&person.id), "{}", person.name);
    }
    let speech = congress.speeches.iter().find(|speech| !speech.minutes.is_empty()).unwrap();
    assert!(!holds(&speech.minutes) && !holds("1980-05-17") && !holds("Trịnh Văn Oanh") && !holds("Đoàn kết"));
    assert!(!holds(&congress.meeting().superior));
    // it is a file of its own that knows where it comes from
    let mut store = Store::open(&desk).unwrap();
    let kept = store.load().unwrap();
    let known = kept.desk_file().unwrap();
    let mother = Store::open(&hall.file).unwrap();
    assert_eq!(known.mother, mother.identity().name);
    assert_ne!(store.identity().name, known.mother);
    assert_eq!(mother.hash_of(known.line).unwrap().as_ref(), Some(&known.hash));
    assert_eq!(verify(&desk).unwrap().findings, []);
    // and it takes nothing but the ballots of its bundles
    let refused = [
        "{\"notes\":{\"written\":{\"id\":1,\"at\":\"2026-01-12T08:00:00\",\"text\":\"x\"}}}".to_owned(),
        head(json!({"count_closed": {"round": 1, "at": AT}})),
    ];
    for line in refused {
        let (code, _, err) = said(&daihoi(&["apply", desk.to_str().unwrap()], &line));
        assert!(code == Some(1) && err.contains("Đây là tệp bàn"), "{err}");
    }
    let (code, _, err) = said(&daihoi(
        &["desk", "export", desk.to_str().unwrap(), "--election", "1", "--bundles", "1", "--to", "x"],
        "",
    ));
    assert!(code == Some(1) && err.contains("Đây là tệp bàn"), "{err}");
}

#[test]
fn what_is_away_is_keyed_nowhere_else() {
    let hall = Hall::counting("single");
    hall.lend("2", 5);
    let claim = json!({"bundle": {"claimed": {"round": 1, "bundle": 2, "keying": 2, "by": {"role": "counter", "desk": 1}, "at": AT}}});
    let (code, _, err) =
        said(&daihoi(&["apply", hall.file.to_str().unwrap()], &line(json!({"role": "counter", "desk": 1}), claim)));
    assert!(code == Some(1) && err.contains("Tệp 2 đã có đủ người nhập"), "{err}");
    let (code, _, err) = said(&daihoi(&["apply", hall.file.to_str().unwrap()], &keyed(5, (2, 1), SECOND)));
    assert!(code == Some(1) && err.contains("Tệp 2 đang ở một tệp bàn"), "{err}");
    let (code, _, err) =
        hall.run(&["desk", "export", "FILE", "--election", "committee", "--bundles", "2-3", "--to", "x"]);
    assert!(code == Some(1) && err.contains("Tệp 2 đã có đủ người nhập"), "{err}");
    assert!(!Path::new("x").exists(), "nothing is made where nothing is lent");
    let (code, _, err) = hall.run(&["desk", "export", "FILE", "--election", "1", "--bundles", "9", "--to", "x"]);
    assert_eq!(code, Some(1), "{err}");
    let (code, _, _) = hall.run(&["desk", "export", "FILE", "--election", "1", "--bundles", "4-2", "--to", "x"]);
    assert_eq!(code, Some(2));
}

#[test]
fn two_desks_without_network_meet_in_the_same_settling() {
    let hall = Hall::counting("double");
    let (one, other) = (hall.lend("1-3", 5), hall.lend("1-3", 6));
    Hall::apply(&one, &[keyed(5, (1, 1), FIRST), keyed(5, (2, 1), SECOND), keyed(5, (3, 1), THIRD)].concat());
    // the other person read one paper otherwise, and a heap lay the other way round
    let turned: &[(&[u16], u32)] = &[(&[1], 1), (&[4], 2)];
    let slip: &[(&[u16], u32)] = &[(&[2], 1), (&[4], 3)];
    Hall::apply(&other, &[keyed(6, (1, 2), turned), keyed(6, (2, 2), SECOND), keyed(6, (3, 2), slip)].concat());
    let (code, out, err) = hall.bring(&one);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert_eq!(out, "Bàn 5: đã nhận tệp 1, 2, 3, 10 phiếu.\n");
    assert_eq!(hall.states(), [BundleState::Keyed; 3]);
    assert_eq!(hall.bring(&other).0, Some(0));
    assert_eq!(hall.states(), [BundleState::Settled, BundleState::Settled, BundleState::Differs]);
    let settled = json!({"paper_settled": {"round": 1, "bundle": 3, "keying": 1, "place": 1, "marks": {"struck": [2, 3]}, "why": "slip", "by": {"role": "head"}, "at": AT}});
    Hall::apply(&hall.file, &[head(settled), head(json!({"count_closed": {"round": 1, "at": AT}}))].concat());
    assert_eq!(verify(&hall.file).unwrap().findings, []);
    // the journal names the desk, and which bundles; the count is the one of the same papers keyed on one machine
    let here = Hall::counting("single");
    let claim = |bundle: u16| {
        line(
            json!({"role": "counter", "desk": 1}),
            json!({"bundle": {"claimed": {"round": 1, "bundle": bundle, "keying": 1, "by": {"role": "counter", "desk": 1}, "at": AT}}}),
        )
    };
    let back = |bundle: u16| {
        line(
            json!({"role": "counter", "desk": 1}),
            json!({"bundle": {"read_back": {"round": 1, "bundle": bundle, "by": {"role": "counter", "desk": 1}, "at": AT}}}),
        )
    };
    for (bundle, ballots) in [(1, FIRST), (2, SECOND), (3, THIRD)] {
        Hall::apply(&here.file, &[claim(bundle), keyed(1, (bundle, 1), ballots), back(bundle)].concat());
    }
    Hall::apply(&here.file, &head(json!({"count_closed": {"round": 1, "at": AT}})));
    let counts = |hall: &Hall| hall.congress().rounds.get(&RoundId(1)).unwrap().counts.clone();
    assert!(counts(&hall).is_some());
    assert_eq!(counts(&hall), counts(&here));
}

#[test]
fn twice_is_once_and_what_is_missing_is_listed() {
    let hall = Hall::counting("single");
    let desk = hall.lend("1,3", 7);
    assert_eq!(desk.file_name().unwrap(), "ban-7-tep-1+3.daihoi");
    let before = hall.lines();
    let (code, out, _) = hall.bring(&desk);
    assert_eq!(code, Some(0));
    assert_eq!(out, "Bàn 7: còn thiếu tệp 1, mới nhập 0/3 phiếu.\nBàn 7: còn thiếu tệp 3, mới nhập 0/4 phiếu.\n");
    assert_eq!(hall.lines(), before, "nothing is recorded where nothing comes");
    Hall::apply(&desk, &keyed(7, (1, 1), FIRST));
    let (_, out, _) = hall.bring(&desk);
    assert_eq!(out, "Bàn 7: đã nhận tệp 1, 3 phiếu.\nBàn 7: còn thiếu tệp 3, mới nhập 0/4 phiếu.\n");
    assert_eq!(hall.lines(), before + 1, "one line for all that came");
    let (code, out, _) = hall.bring(&desk);
    assert_eq!(code, Some(0));
    assert_eq!(out, "Bàn 7: đã nhận từ trước tệp 1.\nBàn 7: còn thiếu tệp 3, mới nhập 0/4 phiếu.\n");
    Hall::apply(&desk, &keyed(7, (3, 1), THIRD));
    let (_, out, _) = hall.bring(&desk);
    assert_eq!(out, "Bàn 7: đã nhận tệp 3, 4 phiếu.\nBàn 7: đã nhận từ trước tệp 1.\n");
    assert_eq!(hall.lines(), before + 2);
    assert_eq!(hall.states(), [BundleState::Keyed, BundleState::HandedOut, BundleState::Keyed]);
    assert_eq!(verify(&hall.file).unwrap().findings, []);
    // taken out of the journal again, it comes back the same
    let undo = |number: u64| json!({"role": "head", "change": {"undone": {"number": number}}}).to_string();
    Hall::apply(&hall.file, &undo(before + 2));
    assert_eq!(hall.states()[2], BundleState::HandedOut);
    assert_eq!(hall.bring(&desk).1, "Bàn 7: đã nhận tệp 3, 4 phiếu.\nBàn 7: đã nhận từ trước tệp 1.\n");
}

#[test]
fn a_keying_taken_back_does_not_come_back() {
    let hall = Hall::counting("double");
    let desk = hall.lend("1-2", 5);
    Hall::apply(&desk, &[keyed(5, (1, 1), FIRST), keyed(5, (2, 1), SECOND)].concat());
    let voided = json!({"bundle": {"voided": {"round": 1, "bundle": 1, "keying": 1, "reason": "máy hỏng", "at": AT}}});
    Hall::apply(&hall.file, &head(voided));
    let before = hall.lines();
    let (code, out, err) = hall.bring(&desk);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("tệp 1") && err.contains("đã bị thu hồi: máy hỏng"), "{err}");
    assert_eq!(hall.lines(), before, "whole or not at all: bundle 2 stays out too");
    assert_eq!(hall.states()[..2], [BundleState::HandedOut; 2]);
    // the bundle is lent again and comes back under a new keying
    let again = hall.lend("1", 8);
    Hall::apply(&again, &keyed(8, (1, 2), FIRST));
    assert_eq!(hall.bring(&again).1, "Bàn 8: đã nhận tệp 1, 3 phiếu.\n");
}

#[test]
fn foreign_altered_and_outdated_files_are_refused_with_the_reason() {
    let (hall, other) = (Hall::counting("double"), Hall::counting("double"));
    let desk = hall.lend("1", 5);
    Hall::apply(&desk, &keyed(5, (1, 1), FIRST));
    let refused = |hall: &Hall, desk: &Path, why: &str| {
        let before = hall.lines();
        let (code, out, err) = hall.bring(desk);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
        assert!(err.contains(why) && err.contains("Gợi ý: "), "{err}");
        assert_eq!(hall.lines(), before);
    };
    refused(&other, &desk, "thuộc tệp đại hội khác");
    refused(&hall, &other.file, "không phải tệp bàn");
    // a ballot altered in the journal, with its row, outside the program
    let altered = hall.dir.path().join("altered.daihoi");
    fs::copy(&desk, &altered).unwrap();
    let connection = Connection::open(&altered).unwrap();
    connection
        .execute_batch(
            "DROP TRIGGER journal_is_never_rewritten;
             UPDATE journal SET change = replace(change, '[4]', '[3]');
             UPDATE ballot SET marks = replace(marks, '4', '3');",
        )
        .unwrap();
    drop(connection);
    refused(&hall, &altered, "đã bị sửa ngoài chương trình");
    // a desk file that the congress no longer knows: the lending was undone
    let lent = hall.lines();
    Hall::apply(&hall.file, &json!({"role": "head", "change": {"undone": {"number": lent}}}).to_string());
    refused(&hall, &desk, "không ghi đã giao tệp bàn này");
    let torn = hall.dir.path().join("torn.daihoi");
    fs::write(&torn, "không phải").unwrap();
    for none in ["/no/such/file", torn.to_str().unwrap(), hall.dir.path().to_str().unwrap()] {
        let (code, _, err) = hall.run(&["desk", "import", "FILE", none]);
        assert_eq!((code, err.lines().next().unwrap().matches(none).count()), (Some(3), 1), "{err}");
    }
}

#[test]
fn a_copy_that_went_another_way_takes_no_desk_file_of_the_first() {
    let hall = Hall::counting("double");
    let copy = hall.dir.path().join("copy.daihoi");
    // the copy was taken before two more lines were recorded and the bundles lent
    fs::copy(&hall.file, &copy).unwrap();
    let note = |text: &str| json!({"notes": {"written": {"id": 90, "at": AT, "text": text}}}).to_string();
    Hall::apply(&hall.file, &note("máy một"));
    Hall::apply(&copy, &note("máy hai"));
    let desk = hall.lend("1", 5);
    Hall::apply(&desk, &keyed(5, (1, 1), FIRST));
    let (code, _, err) = said(&daihoi(&["desk", "import", copy.to_str().unwrap(), desk.to_str().unwrap()], ""));
    assert!(code == Some(1) && err.contains("không còn dòng nhật ký"), "{err}");
    assert_eq!(hall.bring(&desk).0, Some(0));
    assert_eq!(hall.congress().rounds.get(&RoundId(1)).unwrap().state, RoundState::Counting);
    let by = hall.congress().keyings.iter().next().unwrap().by;
    assert_eq!(by, Who { role: Role::Counter, desk: Some(5) });
}
