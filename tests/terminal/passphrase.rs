//! Passphrases of the roles: set on the command line, asked before a screen opens and when somebody takes a seat.

use super::screen::{Screen, daihoi};
use crate::store::commands::{daihoi as run, said};
use crate::world::{filled, script};
use daihoi::domain::{Change, Role, Who};
use daihoi::store::{Store, verify};
use std::fs;
use std::path::PathBuf;

#[test]
fn the_file_keeps_a_hash_and_only_the_role_changes_it() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let file = path.to_str().unwrap();
    let set = |role: &str, typed: &str| said(&run(&["passphrase", file, "--role", role], typed));
    let (code, out, err) = set("head", "hòm phiếu\nhòm phiếu\n");
    assert!(code == Some(0) && out.starts_with("Đã đặt mật khẩu."), "{err}");
    let bytes = [fs::read(&path).unwrap(), fs::read(path.with_extension("daihoi-wal")).unwrap_or_default()].concat();
    assert!(!bytes.windows("hòm phiếu".len()).any(|part| part == "hòm phiếu".as_bytes()), "never the secret itself");
    let congress = Store::open(&path).unwrap().load().unwrap();
    assert!(congress.passphrase(Role::Head).unwrap().opens("hòm phiếu"));
    // who does not know it changes nothing
    let (code, _, err) = set("head", "đoán\nkhác\nkhác\n");
    assert!(code == Some(1) && err.contains("không đúng"), "{err}");
    let (code, _, err) = set("head", "hòm phiếu\nmột thứ\nthứ khác\n");
    assert!(code == Some(1) && err.contains("không giống nhau"), "{err}");
    let (code, _, err) = set("secretary", "abc\nabc\n");
    assert!(code == Some(1) && err.contains("quá ngắn"), "{err}");
    let (code, _, err) = set("hall", "hội trường\nhội trường\n");
    assert!(code == Some(1) && err.contains("Màn hình hội trường"), "{err}");
    // nor through the door: the first is the secretary's to set, the next the role's own
    let stolen = format!(
        r#"{{"passphrases":{{"set":{{"role":"head","salt":"{}","hash":"{}","memory":8,"passes":1}}}}}}"#,
        "0".repeat(32),
        "0".repeat(64)
    );
    let (code, _, err) = said(&run(&["apply", file], &stolen));
    assert!(code == Some(1) && err.contains("trưởng ban kiểm phiếu"), "{err}");
    let (_, shown, _) = said(&run(&["show", file, "--json"], ""));
    assert!(!shown.contains("\"salt\""));
    let removed = said(&run(&["passphrase", file, "--role", "head", "--remove"], "hòm phiếu\n"));
    assert_eq!(removed.0, Some(0), "{}", removed.2);
    assert!(Store::open(&path).unwrap().load().unwrap().passphrase(Role::Head).is_none());
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn the_first_is_set_only_by_whoever_knows_the_secretarys() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let file = path.to_str().unwrap();
    let set = |role: &str, typed: &str| said(&run(&["passphrase", file, "--role", role], typed));
    let known = |role: Role| Store::open(&path).unwrap().load().unwrap().passphrase(role).is_some();
    assert_eq!(set("secretary", "thư ký\nthư ký\n").0, Some(0));
    let before = Store::open(&path).unwrap().last_number().unwrap();
    for wrong in ["hòm phiếu\nhòm phiếu\n", "", "đoán\nhòm phiếu\nhòm phiếu\n"] {
        let (code, _, err) = set("head", wrong);
        assert!(code == Some(1) && err.contains("Mật khẩu của vai thư ký không đúng"), "{err}");
    }
    assert!(Store::open(&path).unwrap().last_number().unwrap() == before && !known(Role::Head));
    let (code, _, err) = set("head", "thư ký\nhòm phiếu\nhòm phiếu\n");
    assert!(code == Some(0) && known(Role::Head), "{err}");
    // a forgotten one: the secretary undoes the line that set it
    let list = path.with_file_name("undone.jsonl");
    fs::write(&list, format!(r#"{{"undone":{{"number":{}}}}}"#, before + 1)).unwrap();
    let (code, _, err) = said(&run(&["apply", file, list.to_str().unwrap()], "thư ký\n"));
    assert_eq!(code, Some(0), "{err}");
    assert!(!known(Role::Head) && known(Role::Secretary));
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn a_screen_opens_to_whoever_knows_it() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let file = path.to_str().unwrap();
    for (role, typed) in [("head", "hom phieu\nhom phieu\n"), ("presidium", "doan ket\ndoan ket\n")] {
        assert_eq!(said(&run(&["passphrase", file, "--role", role], typed)).0, Some(0));
    }
    let mut screen = Screen::run(&daihoi(&["open", file, "--role", "head"]));
    for wrong in ["doan ket\r", "\r", "hom  phieu!\r"] {
        screen.wait_for("Mật khẩu của vai Trưởng ban kiểm phiếu:");
        screen.send(wrong);
    }
    assert!(!screen.ended_well());
    assert!(screen.text().contains("không đúng") && !screen.text().contains("F2"), "{}", screen.text());
    let mut screen = Screen::run(&daihoi(&["open", file, "--role", "head"]));
    screen.wait_for("Mật khẩu của vai Trưởng ban kiểm phiếu:");
    screen.send("hom phieu\r");
    screen.wait_for("Trưởng ban kiểm phiếu");
    // another role on the same laptop: F9 asks, shows dots, and lets nobody in by guessing
    screen.send("\x1b[20~");
    screen.wait_for("Đoàn chủ tịch");
    screen.send("doan chu tich\r");
    screen.wait_for("Mật khẩu: Đoàn chủ tịch");
    screen.send("hom phieu");
    screen.wait_for("•••••••••");
    screen.send("\r");
    screen.wait_for("Không đúng");
    assert!(!screen.text().contains("hom phieu"));
    screen.send("doan ket\r");
    screen.wait_for("Đã đổi vai: Đoàn chủ tịch");
    screen.kill();
}

/// A congress whose head of counting has a passphrase.
fn locked(changes: &[(Who, Change)]) -> (tempfile::TempDir, PathBuf) {
    let (dir, path, store, _) = filled(changes);
    drop(store);
    let set = run(&["passphrase", path.to_str().unwrap(), "--role", "head"], "hòm phiếu\nhòm phiếu\n");
    assert_eq!(said(&set).0, Some(0));
    (dir, path)
}

#[test]
fn changes_are_applied_as_a_role_by_whoever_knows_its_passphrase() {
    let mut counting = script::until_counting();
    // the script hands one bundle out and has it claimed
    counting.truncate(counting.len() - 2);
    let (dir, path) = locked(&counting);
    let file = path.to_str().unwrap();
    let recorded = || Store::open(&path).unwrap().last_number().unwrap();
    let list = dir.path().join("changes.jsonl");
    let changes = list.to_str().unwrap();
    let bundle = r#"{"role":"head","change":{"election":{"bundle":{"handed_out":{"round":1,"entry":"single","bundles":[{"number":1,"size":10}]}}}}}"#;
    let draft = r#"{"role":"head","change":{"notes":{"drafted":{"role":"head","desk":0,"text":"x"}}}}"#;
    let free = r#"{"notes":{"written":{"id":70,"at":"2026-01-12T08:00:00","text":"không cần mật khẩu"}}}"#;
    let before = recorded();
    // where the standard input is the list nobody can be asked; what needs no passphrase is recorded as ever
    let (code, out, err) = said(&run(&["apply", file], &format!("{free}\n{bundle}\n")));
    assert_eq!((code, out), (Some(1), format!("{}\n", before + 1)));
    assert!(err.contains("dòng 2: vai Trưởng ban kiểm phiếu có mật khẩu") && err.contains("Gợi ý: "), "{err}");
    fs::write(&list, format!("{bundle}\n{draft}\n")).unwrap();
    for wrong in ["", "đoán\n", "đoán\nhòm phiếu\n"] {
        let (code, out, err) = said(&run(&["apply", file, changes], wrong));
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert!(err.contains("dòng 1: ") && err.contains("không đúng"), "{err}");
    }
    assert_eq!(recorded(), before + 1);
    // once for the role, not for each line; never on any output
    let (code, out, err) = said(&run(&["apply", file, changes], "hòm phiếu\n"));
    assert_eq!((code, out), (Some(0), format!("{}\n{}\n", before + 2, before + 3)), "{err}");
    assert!(!err.contains("hòm phiếu"));
    // nor is a bundle lent without it
    let to = dir.path().join("usb");
    let lend = ["desk", "export", file, "--election", "1", "--bundles", "1", "--to", to.to_str().unwrap()];
    let (code, _, err) = said(&run(&lend, "đoán\n"));
    assert!(code == Some(1) && err.contains("không đúng") && !to.exists(), "{err}");
    assert_eq!(said(&run(&lend, "hòm phiếu\n")).0, Some(0));
    // a person is asked on the terminal
    fs::write(&list, draft).unwrap();
    let mut screen = Screen::run(&daihoi(&["apply", file, changes]));
    screen.wait_for("Mật khẩu của vai Trưởng ban kiểm phiếu:");
    screen.send("hòm phiếu\r");
    screen.wait_for("Đã ghi 1 thay đổi.");
    assert!(screen.ended_well());
    assert_eq!(recorded(), before + 5);
    assert_eq!(verify(&path).unwrap().findings, []);
}

#[test]
fn what_is_the_heads_leaves_the_file_only_with_its_passphrase() {
    let (dir, path) = locked(&script::whole());
    let (file, to) = (path.to_str().unwrap(), dir.path().join("ra"));
    let to_word = to.to_str().unwrap();
    let asked: [&[&str]; 3] = [
        &["export", file, "--to", to_word, "--role", "head", "--as", "md"],
        &["export", file, "--to", to_word, "--paper", "entry-log", "--as", "md"],
        &["export", file, "--to", to_word, "--paper", "ballots", "--as", "json"],
    ];
    for arguments in asked {
        for wrong in ["", "đoán\n"] {
            let (code, out, err) = said(&run(arguments, wrong));
            assert_eq!((code, out.as_str()), (Some(1), ""), "{arguments:?}: {err}");
            assert!(err.contains("Mật khẩu của vai trưởng ban kiểm phiếu không đúng"), "{err}");
            assert!(!to.exists(), "nothing is written");
        }
        let (code, out, err) = said(&run(arguments, "hòm phiếu\n"));
        assert_eq!(code, Some(0), "{arguments:?}: {err}");
        assert!(!out.is_empty());
        fs::remove_dir_all(&to).unwrap();
    }
    // the secretary's papers are asked for by nobody else
    let (code, out, err) = said(&run(&["export", file, "--to", to_word, "--as", "md"], ""));
    assert!(code == Some(0) && !out.contains("nhat-ky-nhap-phieu"), "{err}");
    assert!(to.exists());
}
