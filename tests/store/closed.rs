//! A closed record in its file: the door refuses, papers go out, rows and journal stay equal.

use crate::world::{filled, script};
use daihoi::domain::{Refusal, Who};
use daihoi::store::{Error, verify};
use std::process::Command;

#[test]
fn the_door_refuses_whatever_the_screen_and_papers_go_out() {
    let (dir, path, mut store, mut congress) = filled(&script::sealed());
    let line =
        r#"{"role":"secretary","change":{"notes":{"written":{"id":90,"at":"2026-11-20T12:00:00","text":"muộn"}}}}"#;
    let late = dir.path().join("late.jsonl");
    std::fs::write(&late, line).unwrap();
    let apply = Command::new(env!("CARGO_BIN_EXE_daihoi")).arg("apply").arg(&path).arg(&late).output().unwrap();
    let told = String::from_utf8_lossy(&apply.stderr).into_owned();
    assert_eq!(apply.status.code(), Some(1), "{told}");
    assert!(told.contains("đã khóa"), "{told}");
    let last = store.last_number().unwrap();
    let closing = last - 1;
    for number in [2, closing, last] {
        let refused = store.undo(&mut congress, Who::default(), crate::world::clock(400), number);
        assert!(matches!(refused, Err(Error::Refused(_))), "line {number}");
    }
    let standing = store.undo(&mut congress, Who::default(), crate::world::clock(400), last);
    assert!(matches!(standing, Err(Error::Refused(Refusal::CorrectionStands))));
    assert_eq!(store.load().unwrap(), congress);
    assert_eq!(verify(&path).unwrap().findings, []);
    let to = dir.path().join("out");
    let export = Command::new(env!("CARGO_BIN_EXE_daihoi"))
        .arg("export")
        .arg(&path)
        .args(["--to".as_ref(), to.as_os_str()])
        .args(["--paper", "minutes", "--as", "md"])
        .output()
        .unwrap();
    assert!(export.status.success(), "{}", String::from_utf8_lossy(&export.stderr));
    let minutes = std::fs::read_to_string(to.join("bien-ban-dai-hoi.md")).unwrap();
    assert!(minutes.contains("Đính chính 1"), "{minutes}");
}
