//! The shape of the code, kept by a test: arrows between rooms, outside crates where they have business, files that say what they are.

mod source;

use source::{Source, sources};
use unicode_width::UnicodeWidthStr;

/// What each room may name (design §2).
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("papers", &["domain"]),
    ("store", &["domain"]),
    ("export", &["papers", "domain"]),
    ("app", &["papers", "domain"]),
    ("ui", &["app", "papers", "domain"]),
    ("import", &["papers", "domain"]),
    ("runtime", &["ui", "app", "store", "export", "import", "papers", "domain"]),
    ("cli", &["runtime", "store", "export", "import", "papers", "domain"]),
];

/// The outside crates that only some rooms have business with, and the file in which another room wraps one.
const CRATES: &[(&str, &[&str])] = &[
    ("rusqlite", &["store/"]),
    ("sha2", &["store/", "papers/issued.rs"]),
    ("ratatui", &["ui/", "runtime/"]),
    ("ratatui_textarea", &["app/editor.rs"]),
    ("tui_input", &["app/field.rs"]),
    ("crossterm", &[]),
    ("signal_hook", &["runtime/"]),
    ("etcetera", &["runtime/"]),
    ("clap", &["cli/"]),
    ("calamine", &["import/"]),
    ("csv", &["import/"]),
    ("toml", &["import/"]),
    ("zip", &["export/"]),
    ("flate2", &["export/"]),
    ("pdf_writer", &["export/"]),
    ("subsetter", &["export/"]),
    ("ttf_parser", &["export/", "ui/letters.rs"]),
    ("rust_xlsxwriter", &["export/"]),
    ("quick_xml", &["export/"]),
];

#[test]
fn rooms_name_only_the_rooms_below_them() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((room, allowed)) = ARROWS.iter().find(|(room, _)| *room == source.room) else { continue };
        for (line, named) in source.rooms_named() {
            if named != *room && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}:{line}: {room} names {named}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_has_its_arrows() {
    let mut rooms: Vec<String> =
        sources().into_iter().map(|source| source.room).filter(|room| !room.is_empty()).collect();
    rooms.sort();
    rooms.dedup();
    let mut known: Vec<&str> = ARROWS.iter().map(|(room, _)| *room).collect();
    known.sort_unstable();
    assert_eq!(rooms, known);
}

#[test]
fn outside_crates_stay_where_they_have_business() {
    let mut wrong = Vec::new();
    // what only tests use stands in files of that name
    for source in sources().into_iter().filter(|source| !source.path.ends_with("tests.rs")) {
        for (name, places) in CRATES {
            let here = places.iter().any(|place| source.path.starts_with(place));
            for line in source.lines_naming(name).into_iter().filter(|_| !here) {
                wrong.push(format!("{}:{line}: {name} has no business here", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What to do next takes one line of the smallest window, unless what it quotes of the congress is long.
#[test]
fn guides_take_one_line_of_the_smallest_window() {
    let mut wrong = Vec::new();
    for Source { path, text, .. } in sources().into_iter().filter(|source| source.path.starts_with("app/words/")) {
        for line in text.lines().filter(|line| line.trim_start().starts_with("next")) {
            let told = line.split('"').skip(1).step_by(2).filter(|told| !told.contains('{'));
            wrong.extend(told.filter(|told| format!("► {told}").width() > 80).map(|told| format!("{path}: {told}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_say_what_they_are_and_stay_small() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Source { path, text, .. } = &source;
        if !text.starts_with("//!") {
            wrong.push(format!("{path}: begins without //!"));
        }
        let code = source.lines_of_code();
        if code > 400 {
            wrong.push(format!("{path}: {code} lines of code"));
        }
        for word in ["TODO", "FIXME", "todo!(", "unimplemented!("] {
            if text.contains(word) {
                wrong.push(format!("{path}: {word}"));
            }
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        if ["utils.rs", "common.rs", "helpers.rs", "manager.rs", "util.rs", "misc.rs"].contains(&name) {
            wrong.push(format!("{path}: a name that says nothing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
