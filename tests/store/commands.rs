//! The commands as a user runs them: what they print, and how they end.

pub use crate::world::program::{daihoi, said};
use crate::world::{filled, place, record, script};
use daihoi::domain::{Change, Role, Who};
use daihoi::store::Store;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::Path;

pub fn lines(changes: &[(Who, Change)]) -> String {
    changes.iter().map(|(who, change)| script::line(*who, change) + "\n").collect()
}

pub fn made() -> (tempfile::TempDir, String) {
    let (dir, path) = place();
    drop(Store::create(&path).unwrap());
    (dir, path.to_str().unwrap().to_owned())
}

#[test]
fn a_congress_is_applied_line_by_line() {
    let (dir, file) = made();
    let whole = script::whole();
    let list = dir.path().join("changes.jsonl");
    std::fs::write(&list, format!("\u{feff}# đại hội chi bộ\n\n{}", lines(&whole))).unwrap();
    let (code, out, err) = said(&daihoi(&["apply", &file, list.to_str().unwrap()], ""));
    assert_eq!((code, err), (Some(0), format!("Đã ghi {} thay đổi.\n", whole.len())));
    let numbers: Vec<usize> = out.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(numbers, (1..=whole.len()).collect::<Vec<_>>());
    let (code, out, _) = said(&daihoi(&["verify", &file], ""));
    assert_eq!(code, Some(0));
    assert!(out.contains(&format!("Nhật ký {} dòng", whole.len())) && out.contains("đều khớp"), "{out}");
}

#[test]
fn the_first_refusal_stops_the_list() {
    let (_dir, file) = made();
    let founded = script::founded();
    let wrong = r#"{"attendance":{"left":{"session":1,"person":3,"at":"2026-01-12T08:00:00"}}}"#;
    let after = r#"{"notes":{"written":{"id":1,"at":"2026-01-12T08:00:00","text":"sau"}}}"#;
    let (code, out, err) = said(&daihoi(&["apply", &file], &format!("{}{wrong}\n{after}\n", lines(&founded))));
    assert_eq!((code, out.lines().count()), (Some(1), founded.len()));
    assert!(err.contains(&format!("Lỗi: dòng {}: ", founded.len() + 1)), "{err}");
    assert!(err.contains("Lê Văn Cường") && err.contains("Gợi ý: "), "{err}");
    assert!(err.starts_with(&format!("Đã ghi {} thay đổi.\n", founded.len())), "{err}");
    assert_eq!(Store::open(Path::new(&file)).unwrap().last_number().unwrap(), founded.len() as u64);
    // a change that needs another role, and a rule with an article
    let (code, _, err) =
        said(&daihoi(&["apply", &file], r#"{"election":{"count_closed":{"round":1,"at":"2026-01-12T08:00:00"}}}"#));
    assert!(code == Some(1) && err.contains("không thuộc vai thư ký"), "{err}");
    let (code, _, err) =
        said(&daihoi(&["apply", &file], r#"{"agenda":{"started":{"item":2,"at":"2026-01-12T08:00:00"}}}"#));
    assert!(code == Some(1) && err.contains("Nguyên nhân: "), "{err}");
}

#[test]
fn what_is_no_change_is_refused_with_its_line() {
    let (_dir, file) = made();
    for line in ["{", "[]", r#"{"notes":{"written":{"id":1}}}"#, r#"{"role":"king","change":{}}"#] {
        let (code, out, err) = said(&daihoi(&["apply", &file, "-"], &format!("# một\n{line}\n")));
        assert_eq!((code, out.as_str()), (Some(1), ""), "{line}");
        assert!(err.contains("Lỗi: dòng 2: Không đọc được thay đổi"), "{err}");
    }
}

#[test]
fn trouble_and_usage_have_their_codes() {
    let (dir, file) = made();
    let (code, _, err) = said(&daihoi(&["show", "/no/such/\u{1b}[2Jfile"], ""));
    assert_eq!(code, Some(3));
    assert!(err.starts_with("Lỗi: /no/such/\\u{1b}[2Jfile: ") && err.contains("Gợi ý: "), "{err}");
    let (code, _, _) = said(&daihoi(&["apply", &file, dir.path().join("none").to_str().unwrap()], ""));
    assert_eq!(code, Some(3));
    for usage in [&["shoo"][..], &[], &["show"], &["show", &file, "--yaml"]] {
        let (code, out, err) = said(&daihoi(usage, ""));
        assert_eq!((code, out.as_str(), err.is_empty()), (Some(2), "", false), "{usage:?}");
    }
    for help in ["--help", "--version"] {
        assert_eq!(said(&daihoi(&[help], "")).0, Some(0));
    }
}

#[test]
fn a_damaged_file_is_told_and_ends_with_three() {
    let (_dir, path, store, _) = filled(&script::whole());
    drop(store);
    Connection::open(&path).unwrap().execute("UPDATE person SET name = 'X' WHERE id = 3", []).unwrap();
    let (code, out, err) = said(&daihoi(&["verify", path.to_str().unwrap()], ""));
    assert_eq!(code, Some(3));
    assert!(out.contains("SAI bảng person, id 3: giá trị khác với nhật ký"), "{out}");
    assert!(err.contains("Lỗi: ") && err.contains("1 chỗ sai"), "{err}");
}

#[test]
fn where_the_congress_stands_is_shown() {
    let (_dir, path, _store, _) = filled(&script::whole());
    let file = path.to_str().unwrap();
    let (code, out, _) = said(&daihoi(&["show", file], ""));
    assert_eq!(code, Some(0));
    for part in [
        "Chi bộ Tổ dân phố 3 · Đảng ủy phường An Phú\n",
        "Đại hội chi bộ lần thứ XIV, nhiệm kỳ 2025 – 2027\n",
        "Đã bế mạc\n",
        "có mặt 11 · có quyền biểu quyết 10",
        "Bầu cử 1: Chi ủy nhiệm kỳ 2025 – 2027, bầu 03: ",
        "số căn cứ 10, phát ra 10, thu về 10, đã kiểm 10",
        "trúng cử: ",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let (code, out, _) = said(&daihoi(&["show", file, "--json"], ""));
    let document: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &document["hall"]["present"]), (Some(0), &json!(11)));
    assert_eq!(document["tables"]["person"].as_array().map(Vec::len), Some(13));
    assert_eq!(document["elections"][0]["rounds"][0]["state"], "handed_over");
}

/// When the count of the sample congress is held.
const AT: &str = "2026-01-12T10:30:00";

/// What `show` prints of a congress in which the ballots have these marks, in both forms, without the name of the file.
fn shown_with(struck: u16, closed: bool) -> (String, Value) {
    let mut changes = script::until_counting();
    let desk = Who { role: Role::Counter, desk: Some(1) };
    let read = |value: Value| serde_json::from_value::<Change>(value).unwrap();
    let marks = json!({"struck": [struck]});
    let second = Who { role: Role::Counter, desk: Some(2) };
    let bundle = |change: Value| read(json!({"election": {"bundle": change}}));
    let locked = |keying: u16| bundle(json!({"locked": {"round": 1, "bundle": 1, "keying": keying, "at": AT}}));
    let keyed = |keying: u16| {
        read(
            json!({"election": {"ballot_keyed": {"round": 1, "keying": keying, "number": 1, "marks": marks, "times": 10}}}),
        )
    };
    changes.extend([
        (desk, keyed(1)),
        (desk, locked(1)),
        (second, bundle(json!({"claimed": {"round": 1, "bundle": 1, "keying": 2, "by": second, "at": AT}}))),
        (second, keyed(2)),
        (second, locked(2)),
    ]);
    let (_dir, path, mut store, mut congress) = filled(&changes);
    if closed {
        let close = read(json!({"election": {"count_closed": {"round": 1, "at": AT}}}));
        record(&mut store, &mut congress, &[(Who::from(Role::Head), close)]);
    }
    let file = path.to_str().unwrap();
    let text = said(&daihoi(&["show", file], "")).1;
    let mut document: Value = serde_json::from_slice(&daihoi(&["show", file, "--json"], "").stdout).unwrap();
    document["file"] = Value::Null;
    (text.lines().skip(1).collect(), document)
}

#[test]
fn nothing_shows_the_marks_before_the_count_is_closed() {
    assert_eq!(shown_with(1, false), shown_with(4, false));
    let (one, other) = (shown_with(1, true), shown_with(4, true));
    assert!(one.0 != other.0 && one.1 != other.1, "a closed count is shown");
}

#[test]
fn the_vocabulary_is_printed() {
    let (code, out, _) = said(&daihoi(&["changes", "--schema"], ""));
    let schema: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &schema["title"]), (Some(0), &json!("Change")));
    let (code, out, _) = said(&daihoi(&["changes"], ""));
    assert!(code == Some(0) && out.contains("ballot_keyed"), "{out}");
}

fn rosters(name: &str) -> String {
    format!("{}/tests/data/rosters/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_roster_is_brought_in_from_the_command_line() {
    let (_dir, path, _, before) = filled(&script::founded());
    let (file, roster) = (path.to_str().unwrap(), rosters("chi-bo-excel-vi.csv"));
    let people = || Store::open(&path).unwrap().load().unwrap().people.len();
    let known = before.people.len();
    let (code, out, err) = said(&daihoi(&["roster", file, &roster, "--dry-run"], ""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains("thêm 4, cập nhật 0, đã có 0"), "{out}");
    assert_eq!(people(), known, "a dry run records nothing");
    let (code, out, _) = said(&daihoi(&["roster", file, &roster], ""));
    assert_eq!(code, Some(0));
    assert!(out.contains("Đã ghi vào"), "{out}");
    assert_eq!(people(), known + 4);
    let (code, out, _) = said(&daihoi(&["roster", file, &roster], ""));
    assert_eq!(code, Some(0), "importing again is no failure");
    assert!(out.contains("thêm 0, cập nhật 0, đã có 4"), "{out}");
    assert_eq!(people(), known + 4);
    assert_eq!(said(&daihoi(&["verify", file], "")).0, Some(0));
}

#[test]
fn a_roster_with_rows_that_are_not_certain_records_nothing() {
    let (_dir, path, _, before) = filled(&script::founded());
    let file = path.to_str().unwrap();
    let (code, _, err) = said(&daihoi(&["roster", file, &rosters("xuat-phan-mem.xlsx")], ""));
    assert_eq!(code, Some(1));
    for place in
        ["dòng 7, cột «Ngày sinh»: «31/02/1980» không phải ngày", "dòng 8: nguyễn văn hòa: trùng với dòng 4", "dòng 9"]
    {
        assert!(err.contains(place), "{place}: {err}");
    }
    assert_eq!(Store::open(&path).unwrap().load().unwrap().people.len(), before.people.len());
    assert_eq!(said(&daihoi(&["roster", file, "không-có.csv"], "")).0, Some(3));
}

#[test]
fn without_a_screen_the_start_is_usage() {
    let (code, out, err) = said(&daihoi(&[], ""));
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("Usage: daihoi"), "{err}");
}

/// A paper is issued, the data moves on: the export gives the new words without the number, `issued` the old ones with it.
#[test]
fn what_was_issued_is_written_again_word_for_word() {
    use daihoi::papers::{PaperName, issued};
    let (dir, file) = made();
    let changes = script::until_counting();
    assert_eq!(said(&daihoi(&["apply", &file], &lines(&changes))).0, Some(0));
    let congress = Store::open(Path::new(&file)).unwrap().load().unwrap();
    let at = "2026-01-12T10:00:00".parse().unwrap();
    let issue = issued::issue(&congress, PaperName::Programme, at).unwrap();
    let meeting =
        daihoi::domain::meeting::Meeting { venue: Some("Nhà văn hóa".into()), ..congress.meeting().clone() };
    let moved = Change::Meeting(daihoi::domain::meeting::Change::Corrected(meeting));
    let secretary = Who::from(Role::Secretary);
    assert_eq!(said(&daihoi(&["apply", &file], &lines(&[(secretary, issue), (secretary, moved)]))).0, Some(0));
    let to = dir.path().join("ho-so");
    let arguments = ["export", &file, "--to", to.to_str().unwrap(), "--paper", "programme,issued", "--as", "md"];
    let (code, out, err) = said(&daihoi(&arguments, ""));
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{err}");
    let now = std::fs::read_to_string(to.join("chuong-trinh.md")).unwrap();
    let then = std::fs::read_to_string(to.join("da-phat-hanh/01/chuong-trinh.md")).unwrap();
    assert!(now.contains("Nhà văn hóa") && !now.contains("01-CTr/ĐH"), "{now}");
    assert!(!then.contains("Nhà văn hóa") && then.contains("01-CTr/ĐH"), "{then}");
}
