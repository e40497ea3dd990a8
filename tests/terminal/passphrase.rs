//! Passphrases of the roles: set on the command line, asked before a screen opens and when somebody takes a seat.

use super::screen::{Screen, daihoi};
use crate::store::commands::{daihoi as run, said};
use crate::world::{filled, script};
use daihoi::domain::Role;
use daihoi::store::{Store, verify};
use std::fs;

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
fn a_screen_opens_to_whoever_knows_it() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let file = path.to_str().unwrap();
    for (role, typed) in [("head", "hom phieu\nhom phieu\n"), ("presidium", "doan ket\ndoan ket\n")] {
        assert_eq!(said(&run(&["passphrase", file, "--role", role], typed)).0, Some(0));
    }
    let mut screen = Screen::run(&daihoi(&["open", file, "--role", "head"]));
    for wrong in ["doan ket\r", "\r", "hom  phieu!\r"] {
        screen.wait_for("Mật khẩu của vai này:");
        screen.send(wrong);
    }
    assert!(!screen.ended_well());
    assert!(screen.text().contains("không đúng") && !screen.text().contains("F2"), "{}", screen.text());
    let mut screen = Screen::run(&daihoi(&["open", file, "--role", "head"]));
    screen.wait_for("Mật khẩu của vai này:");
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
