//! The README's tables are what the program does: the key table, the keys that a ballot takes, the fields of a
//! template.

use super::typing;
use daihoi::app::action::Screen;
use daihoi::app::keymap::{Place, rows};
use daihoi::app::screen_word;
use daihoi::domain::Lang;
use daihoi::export::template::FIELDS;
use std::fmt::Write;

const PLACES: [Place; 23] = [
    Place::On(Screen::Start),
    Place::Everywhere,
    Place::Note,
    Place::On(Screen::Run),
    Place::On(Screen::Roll),
    Place::Calling,
    Place::Guests,
    Place::Preview,
    Place::On(Screen::Floor),
    Place::Writing,
    Place::On(Screen::Votes),
    Place::On(Screen::Elections),
    Place::Bundles,
    Place::Keying,
    Place::Review,
    Place::Reasons,
    Place::On(Screen::Minutes),
    Place::On(Screen::Journal),
    Place::On(Screen::Chair),
    Place::On(Screen::Head),
    Place::On(Screen::Desk),
    Place::On(Screen::Hall),
    Place::Practice,
];

fn table() -> String {
    let mut table = String::from("| where | keys |\n|---|---|\n");
    for place in PLACES {
        let name = match place {
            Place::Everywhere => "everywhere".to_owned(),
            Place::Note => "while a note is typed".to_owned(),
            Place::Calling => "F3, calling the roll".to_owned(),
            Place::Guests => "F3, guests".to_owned(),
            Place::Preview => "F3, preview of a roster".to_owned(),
            Place::On(Screen::Start) => "at the start".to_owned(),
            Place::Writing => "F4, writing a speech".to_owned(),
            Place::Bundles => "F6, bundles".to_owned(),
            Place::Practice => "Ctrl-P, practice (beside the keys of the pad)".to_owned(),
            Place::Keying => "F6, keying ballots".to_owned(),
            Place::Reasons => "F6, why a paper was decided".to_owned(),
            Place::Review => "F6, papers one by one".to_owned(),
            Place::On(Screen::Chair) => "F2 of the presidium".to_owned(),
            Place::On(Screen::Head) => "F2 of the head of counting".to_owned(),
            Place::On(Screen::Desk) => "F2 of a counter".to_owned(),
            Place::On(Screen::Hall) => "the hall's screen".to_owned(),
            Place::On(screen) => format!("F{} {}", screen as u8 + 2, screen_word(screen)(Lang::Vi)),
        };
        let keys: Vec<String> = rows(place)
            .map(|row| format!("`{}` {} ({})", row.key, (row.hint)(Lang::Vi), (row.hint)(Lang::En)))
            .collect();
        if !keys.is_empty() {
            writeln!(table, "| {name} | {} |", keys.join(" · ")).unwrap();
        }
    }
    table
}

/// The fields of a Word template, each with what it becomes.
fn fields() -> String {
    let mut table = String::from("| field | becomes |\n|---|---|\n");
    for field in &FIELDS {
        writeln!(table, "| `{}` | {} |", field.typed(), field.about).unwrap();
    }
    table
}

/// The README with what stands between two marks replaced.
fn with_table(text: &str, mark: &str, table: &str) -> String {
    let (before, rest) = text.split_once(&format!("<!-- {mark}: ")).unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once(&format!("<!-- /{mark} -->")).unwrap();
    format!("{before}<!-- {mark}: {comment}-->\n{table}<!-- /{mark} -->{after}")
}

#[test]
fn the_readme_shows_the_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let shown = std::fs::read_to_string(path).unwrap();
    let made = with_table(&with_table(&shown, "keys", &table()), "typing", &typing::table());
    let made = with_table(&made, "fields", &fields());
    if std::env::var_os("DAIHOI_WRITE_README").is_some() {
        std::fs::write(path, made).unwrap();
    } else {
        assert!(shown == made, "write it with DAIHOI_WRITE_README=1 cargo test readme");
    }
}
