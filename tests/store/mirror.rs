//! The copy on a stick: every line on it, a stick that fails, a laptop that goes on from it, two laptops that both went on.

use super::commands::{daihoi, said};
use crate::world::{clock, filled, minute, place, script};
use daihoi::domain::notes::{self, Note};
use daihoi::domain::{Change, Congress, Who};
use daihoi::store::mirror::{Mirror, MirrorError, journal_of, read};
use daihoi::store::{Error, Store, verify};
use std::fs;
use std::path::{Path, PathBuf};

fn note(store: &mut Store, congress: &mut Congress, text: &str) -> u64 {
    let ask = |congress: &Congress| {
        let id = congress.notes.next_id();
        let note = Note { id, item: None, speech: None, at: minute(5), text: text.to_owned() };
        Ok(Change::Notes(notes::Change::Written(note)))
    };
    store.record(congress, Who::default(), clock(5), &ask).unwrap().number
}

fn stick(dir: &tempfile::TempDir) -> PathBuf {
    let stick = dir.path().join("usb");
    fs::create_dir(&stick).unwrap();
    stick
}

fn only_copy(stick: &Path) -> PathBuf {
    let mut found = fs::read_dir(stick).unwrap().map(|entry| entry.unwrap().path());
    let copy = found.next().unwrap();
    assert_eq!(found.next(), None);
    copy
}

#[test]
fn a_laptop_goes_on_from_the_stick_with_every_line() {
    let (dir, path, mut store, mut congress) = filled(&script::whole());
    let stick = stick(&dir);
    let mut mirror = Mirror::new(&path, &stick).unwrap();
    let last = mirror.copy().unwrap();
    assert_eq!(last, store.last_number().unwrap());
    for text in ["một", "hai", "ba"] {
        let number = note(&mut store, &mut congress, text);
        assert_eq!(mirror.copy().unwrap(), number);
        assert_eq!(read(&only_copy(&stick)).unwrap().lines.len() as u64, number);
    }
    let undone = store.undo(&mut congress, Who::default(), clock(6), last + 2).unwrap().number;
    assert_eq!(mirror.copy().unwrap(), undone);
    // a line that was being written when the machine died was never acknowledged
    let copy = only_copy(&stick);
    let whole = fs::read(&copy).unwrap();
    fs::write(&copy, [whole.as_slice(), b"{\"number\":9"].concat()).unwrap();
    let spare = dir.path().join("máy hai.daihoi");
    let (code, out, err) = said(&daihoi(&["resume", stick.to_str().unwrap(), "--to", spare.to_str().unwrap()], ""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(out.contains(&format!("{undone} dòng nhật ký")) && out.contains("Hoàn tác"), "{out}");
    let mut resumed = Store::open(&spare).unwrap();
    assert_eq!(resumed.load().unwrap(), congress);
    assert_eq!(resumed.identity(), store.identity());
    assert_eq!(verify(&spare).unwrap(), verify(&path).unwrap());
    // the first laptop writes on over the torn line
    let number = note(&mut store, &mut congress, "bốn");
    assert_eq!(mirror.copy().unwrap(), number);
    assert!(!read(&copy).unwrap().torn);
    // nothing that is there is written over
    let (code, _, err) = said(&daihoi(&["resume", stick.to_str().unwrap(), "--to", spare.to_str().unwrap()], ""));
    assert!(code == Some(3) && err.contains("tệp đã có"), "{err}");
}

#[test]
fn a_stick_that_is_gone_is_told_and_caught_up_with() {
    let (dir, path, mut store, mut congress) = filled(&script::founded());
    let stick = stick(&dir);
    let mut mirror = Mirror::new(&path, &stick).unwrap();
    mirror.copy().unwrap();
    let away = dir.path().join("trong túi");
    fs::rename(&stick, &away).unwrap();
    assert!(matches!(mirror.copy(), Err(MirrorError::Gone { folder }) if folder == stick), "told without a new line");
    let number = note(&mut store, &mut congress, "lúc không có USB");
    assert!(mirror.copy().is_err());
    fs::rename(&away, &stick).unwrap();
    assert_eq!(mirror.copy().unwrap(), number);
    assert_eq!(read(&only_copy(&stick)).unwrap().lines.len() as u64, number);
    // an empty one takes everything
    fs::remove_dir_all(&stick).unwrap();
    assert!(mirror.copy().is_err());
    fs::create_dir(&stick).unwrap();
    assert_eq!(mirror.copy().unwrap(), number);
    assert_eq!(journal_of(&only_copy(&stick)).unwrap().lines, journal_of(&path).unwrap().lines);
}

#[test]
fn two_windows_copy_to_one_stick() {
    let (dir, path, mut store, mut congress) = filled(&script::founded());
    let stick = stick(&dir);
    let mut mirrors = [Mirror::new(&path, &stick).unwrap(), Mirror::new(&path, &stick).unwrap()];
    for round in 0..6 {
        let number = note(&mut store, &mut congress, &format!("{round}"));
        assert_eq!(mirrors[round % 2].copy().unwrap(), number);
        assert_eq!(mirrors[(round + round / 2) % 2].copy().unwrap(), number);
    }
    assert_eq!(read(&only_copy(&stick)).unwrap().lines, journal_of(&path).unwrap().lines);
}

#[test]
fn an_altered_copy_is_refused() {
    let (dir, path, store, _) = filled(&script::whole());
    let stick = stick(&dir);
    Mirror::new(&path, &stick).unwrap().copy().unwrap();
    drop(store);
    let copy = only_copy(&stick);
    let text = fs::read_to_string(&copy).unwrap();
    fs::write(&copy, text.replacen("Đoàn kết", "Chia rẽ", 1)).unwrap();
    assert!(matches!(read(&copy), Err(Error::Line { number: 1, .. })));
    let to = dir.path().join("b.daihoi");
    let (code, _, err) = said(&daihoi(&["resume", stick.to_str().unwrap(), "--to", to.to_str().unwrap()], ""));
    assert!(code == Some(3) && err.contains("dòng 1"), "{err}");
    assert!(!to.exists());
    let empty = dir.path().join("trống");
    fs::create_dir(&empty).unwrap();
    let (code, _, err) = said(&daihoi(&["resume", empty.to_str().unwrap(), "--to", to.to_str().unwrap()], ""));
    assert!(code == Some(1) && err.contains("không có bản sao nào"), "{err}");
    let (code, _, _) = said(&daihoi(&["resume", "/no/such/stick", "--to", to.to_str().unwrap()], ""));
    assert_eq!(code, Some(3));
}

#[test]
fn two_laptops_that_both_went_on_are_told_apart_change_by_change() {
    let (dir, path, mut store, mut congress) = filled(&script::founded());
    let stick = stick(&dir);
    let mut mirror = Mirror::new(&path, &stick).unwrap();
    let last = mirror.copy().unwrap();
    let spare = dir.path().join("máy hai.daihoi");
    let compare =
        |one: &Path, other: &Path| said(&daihoi(&["compare", one.to_str().unwrap(), other.to_str().unwrap()], ""));
    assert_eq!(said(&daihoi(&["resume", stick.to_str().unwrap(), "--to", spare.to_str().unwrap()], "")).0, Some(0));
    let (code, out, _) = compare(&path, &spare);
    assert!(code == Some(0) && out.contains("Hai bên như nhau."), "{out}");
    // the first laptop wakes up again and goes on, without its stick
    note(&mut store, &mut congress, "máy thứ nhất ghi");
    let (code, out, _) = compare(&path, &spare);
    assert!(code == Some(0) && out.contains("Chỉ có ở A:") && !out.contains("Chỉ có ở B:"), "{out}");
    let mut other = Store::open(&spare).unwrap();
    let mut there = other.load().unwrap();
    note(&mut other, &mut there, "máy thứ hai ghi một");
    note(&mut other, &mut there, "máy thứ hai ghi hai");
    assert_eq!(Mirror::new(&spare, &stick).unwrap().copy().unwrap(), last + 2);
    let (code, out, err) = compare(&path, &spare);
    assert_eq!(code, Some(1), "{err}");
    assert!(out.contains(&format!("Chung đến dòng {last}, ")), "{out}");
    for text in ["máy thứ nhất ghi", "máy thứ hai ghi một", "máy thứ hai ghi hai"] {
        assert_eq!(out.matches(text).count(), 1, "{out}");
    }
    assert!(err.contains("hai ngả") && err.contains("A 1 dòng, B 2 dòng"), "{err}");
    // the stick went on with the second: the first leaves it alone, says so, and begins its own beside it
    let names = || fs::read_dir(&stick).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    let [copy] = names().try_into().unwrap();
    let before = fs::read(stick.join(&copy)).unwrap();
    let mut mirror = Mirror::new(&path, &stick).unwrap();
    assert_eq!(mirror.copy().unwrap(), last + 1);
    assert_eq!(mirror.elsewhere(), Some(stick.join(&copy).as_path()));
    assert_eq!(names().len(), 2);
    assert_eq!(fs::read(stick.join(&copy)).unwrap(), before, "nothing was overwritten");
    let (code, _, err) =
        said(&daihoi(&["resume", stick.to_str().unwrap(), "--to", dir.path().join("c").to_str().unwrap()], ""));
    assert!(code == Some(1) && err.contains("đã đi hai ngả"), "{err}");
    // a copy of another congress is no part of it
    let (_other_dir, foreign) = place();
    drop(Store::create(&foreign).unwrap());
    let (code, _, err) = compare(&path, &foreign);
    assert!(code == Some(1) && err.contains("hai đại hội khác nhau"), "{err}");
}
