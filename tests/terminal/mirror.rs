//! The copy on a stick as it is seen on screen: whole, lost, back; and a spare laptop that goes on after a `kill -9`.

use super::{Screen, daihoi};
use crate::world::{filled, script};
use daihoi::store::verify;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A folder on a disk of its own that holds next to nothing; none where this machine lets nobody mount one.
struct Small<'a>(&'a Path);

impl<'a> Small<'a> {
    fn mounted(folder: &'a Path) -> Option<Self> {
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=96k", "tmpfs"]).arg(folder).output();
        mount.is_ok_and(|mount| mount.status.success()).then_some(Self(folder))
    }
}

impl Drop for Small<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

fn type_note(screen: &mut Screen, text: &str) {
    screen.send(text);
    screen.wait_for(text);
    screen.send("\r");
    screen.wait_for("gõ chữ để ghi chú");
}

#[test]
fn a_stick_taken_out_is_told_at_once_and_nobody_is_stopped() {
    let (dir, path, store, _) = filled(&script::founded());
    drop(store);
    let (stick, spare) = (dir.path().join("usb"), dir.path().join("b.daihoi"));
    fs::create_dir(&stick).unwrap();
    let (file, folder) = (path.to_str().unwrap(), stick.to_str().unwrap());
    let mut screen = Screen::run(&daihoi(&["open", file, "--mirror", folder]));
    screen.wait_for("bản sao ✓");
    type_note(&mut screen, "ghi khi co usb");
    fs::remove_dir_all(&stick).unwrap();
    screen.wait_for("MẤT BẢN SAO: USB bị rút");
    type_note(&mut screen, "ghi khi mat usb");
    screen.wait_for("đã lưu");
    fs::create_dir(&stick).unwrap();
    screen.wait_for("bản sao ✓");
    type_note(&mut screen, "ghi khi usb ve");
    screen.wait_for("bản sao ✓");
    screen.kill();
    let resumed =
        Command::new(env!("CARGO_BIN_EXE_daihoi")).args(["resume", folder, "--to"]).arg(&spare).output().unwrap();
    assert!(resumed.status.success(), "{}", String::from_utf8_lossy(&resumed.stderr));
    // every line that was on a screen is there, and the chain is the same
    let (first, second) = (verify(&path).unwrap(), verify(&spare).unwrap());
    assert_eq!(first, second);
    let mut screen = Screen::run(&daihoi(&["open", spare.to_str().unwrap(), "--mirror", folder]));
    screen.wait_for("bản sao ✓");
    screen.send("\x1b[19~");
    screen.wait_for("ghi khi usb ve");
}

#[test]
fn a_full_stick_is_told_and_nobody_is_stopped() {
    let (dir, path, store, _) = filled(&script::founded());
    drop(store);
    let stick = dir.path().join("usb");
    fs::create_dir(&stick).unwrap();
    let Some(small) = Small::mounted(&stick) else {
        eprintln!("skipped: nobody may mount a small disk here");
        return;
    };
    let mut screen = Screen::run(&daihoi(&["open", path.to_str().unwrap(), "--mirror", stick.to_str().unwrap()]));
    screen.wait_for("bản sao ✓");
    let ballast = stick.join("anh.jpg");
    // as full as it gets: the write that no longer fits fails
    let _ = fs::write(&ballast, vec![7; 200_000]);
    type_note(&mut screen, "ghi khi usb day, mot ghi chu dai hon mot chut de khong con cho");
    for number in 0..40 {
        if screen.text().contains("MẤT BẢN SAO") {
            break;
        }
        type_note(&mut screen, &format!("ghi chu thu {number} cho day usb"));
    }
    screen.wait_for("MẤT BẢN SAO");
    type_note(&mut screen, "van ghi duoc");
    fs::remove_file(&ballast).unwrap();
    screen.wait_for("bản sao ✓");
    screen.kill();
    let spare = dir.path().join("b.daihoi");
    let resumed =
        Command::new(env!("CARGO_BIN_EXE_daihoi")).arg("resume").arg(&stick).arg("--to").arg(&spare).output().unwrap();
    assert!(resumed.status.success(), "{}", String::from_utf8_lossy(&resumed.stderr));
    assert_eq!(verify(&path).unwrap(), verify(&spare).unwrap());
    drop(small);
}
