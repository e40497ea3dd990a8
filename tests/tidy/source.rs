//! The files of `src/`, read once, and what they name.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the program.
pub struct Source {
    /// Path below `src/`.
    pub path: String,
    /// The room; empty for `main.rs` and `lib.rs`.
    pub room: String,
    /// The text.
    pub text: String,
}

/// Every file below `src/`.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    assert!(found.len() > 20, "the files of src/ were not found");
    found.into_iter().map(|file| source(&root, &file)).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn source(root: &Path, file: &Path) -> Source {
    let path = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let first = path.split_once('/').map_or("", |(first, _)| first).to_owned();
    Source { path, room: first, text: fs::read_to_string(file).unwrap() }
}

impl Source {
    /// The lines of code, without comments, each with its number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(place, line)| (place + 1, line.trim()));
        lines.filter(|(_, line)| !line.starts_with("//"))
    }

    /// Rooms named by a path from the root of the crate, with the line.
    pub fn rooms_named(&self) -> Vec<(usize, String)> {
        let mut named = Vec::new();
        for (number, line) in self.code() {
            for (place, _) in line.match_indices("crate::") {
                let rest = &line[place + "crate::".len()..];
                // the text of a macro's `$crate::` counts like any other path; a list of rooms is refused as such
                let room: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                named.push((number, if room.is_empty() { format!("several rooms at once ({rest})") } else { room }));
            }
        }
        named
    }

    /// Lines that name an outside crate.
    pub fn lines_naming(&self, name: &str) -> Vec<usize> {
        let path = format!("{name}::");
        let starts = |line: &str| {
            line.match_indices(&path)
                .any(|(place, _)| !line[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
        };
        self.code().filter(|(_, line)| starts(line)).map(|(number, _)| number).collect()
    }

    /// How many lines of code the file has, tests left out.
    pub fn lines_of_code(&self) -> usize {
        let program = self.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        program.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
    }
}
