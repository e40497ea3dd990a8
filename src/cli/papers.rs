//! `export`: the papers of a congress into a folder.

use super::issuing;
use super::report::{Exit, Failure, visible};
use crate::domain::{Congress, Lang};
use crate::export::{self, ExportError, Format};
use crate::papers::PaperName;
use crate::store::Store;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The word for every version that was issued, as it was then.
const ISSUED: &str = "issued";

/// Writes the asked papers in the asked formats into a folder, and says which files they are.
pub fn export(
    file: &Path,
    dir: &Path,
    (papers, formats): (&[String], &[String]),
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let congress = store.load()?;
    let formats = formats.iter().map(|word| Format::named(word).ok_or_else(|| unknown_format(word)));
    let formats: Vec<Format> = formats.collect::<Result<_, _>>()?;
    let mut asked = Vec::new();
    if papers.iter().any(|word| word == ISSUED) {
        issuing::export(&store, dir, &formats, out)?;
    }
    for word in papers.iter().filter(|word| *word != ISSUED) {
        let found = PaperName::asked(&congress, word);
        if found.is_empty() {
            return Err(unknown_paper(&congress, word));
        }
        asked.extend(found.into_iter().filter(|name| !asked.contains(name)).collect::<Vec<_>>());
    }
    if asked.is_empty() {
        return Ok(());
    }
    wrote(export::export(&congress, dir, &asked, &formats), out)
}

/// Says which files were written, or why no more were.
pub fn wrote(files: Result<Vec<PathBuf>, ExportError>, out: &mut dyn Write) -> Result<(), Failure> {
    let written = files.map_err(|error| Failure {
        exit: Exit::Trouble,
        what: error.to_string(),
        cause: None,
        hint: Some(error.hint(Lang::Vi).to_owned()),
        places: Vec::new(),
    })?;
    for path in written {
        let _ = writeln!(out, "{}", visible(&path.display().to_string()));
    }
    Ok(())
}

fn unknown_format(word: &str) -> Failure {
    let known = Format::ALL.map(Format::word).join(", ");
    usage(format!("không có định dạng «{word}»"), format!("Dùng: {known}."))
}

fn unknown_paper(congress: &Congress, word: &str) -> Failure {
    let known: Vec<String> = PaperName::all(congress).into_iter().map(PaperName::word).collect();
    usage(format!("lúc này chưa có văn bản «{word}»"), format!("Hiện có: all, issued, {}.", known.join(", ")))
}

fn usage(what: String, hint: String) -> Failure {
    Failure { exit: Exit::Usage, what, cause: None, hint: Some(hint), places: Vec::new() }
}
