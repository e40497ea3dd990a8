//! Outside programs that tests hold our files against (LibreOffice, pandoc, poppler): found in one place.
//! Only tests use it, and it names nothing of the crate, so that `tests/` may include this file by its path.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable under which a missing program fails the test instead of skipping it.
pub const REQUIRED: &str = "DAIHOI_REQUIRE_PARTS";

/// A program outside the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// `soffice`, of LibreOffice.
    LibreOffice,
    /// `pandoc`.
    Pandoc,
    /// `pdftotext`, of poppler.
    PdfToText,
    /// `pdffonts`, of poppler.
    PdfFonts,
    /// `pdfinfo`, of poppler.
    PdfInfo,
    /// `qpdf`.
    Qpdf,
}

impl Outside {
    /// The name of the command and the name people know it by.
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::LibreOffice => ("soffice", "LibreOffice"),
            Self::Pandoc => ("pandoc", "pandoc"),
            Self::PdfToText => ("pdftotext", "poppler"),
            Self::PdfInfo => ("pdfinfo", "poppler"),
            Self::PdfFonts => ("pdffonts", "poppler"),
            Self::Qpdf => ("qpdf", "qpdf"),
        }
    }

    /// Where the program is. Without it the test is skipped with a sentence; it fails when [`REQUIRED`] is `1`.
    pub fn find(self) -> Option<PathBuf> {
        let (command, name) = self.names();
        let found = env::var_os("PATH").and_then(|path| on_path(&path, command));
        if found.is_none() {
            assert!(
                env::var_os(REQUIRED).is_none_or(|value| value != "1"),
                "{name} ({command}) is not installed, and {REQUIRED}=1 asks for it"
            );
            println!("skipped: {name} ({command}) is not installed");
        }
        found
    }
}

/// The first file of that name in the directories of a `PATH`.
fn on_path(path: &std::ffi::OsStr, command: &str) -> Option<PathBuf> {
    env::split_paths(path).map(|dir| dir.join(command)).find(|file| file.is_file())
}

/// Runs a command to its end and returns what it printed; fails the test when the command fails.
pub fn output_of(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).expect("the program prints UTF-8")
}

/// Converts a document to PDF beside it and returns the PDF's path; `None` when LibreOffice is missing.
pub fn to_pdf(document: &Path, dir: &Path) -> Option<PathBuf> {
    converted(&[document.to_owned()], "pdf", dir)?.pop()
}

/// Converts documents in one start of LibreOffice and returns the paths of what it wrote; `None` when it is missing.
/// Its profile lives in `dir`, so that tests may run side by side.
pub fn converted(documents: &[PathBuf], extension: &str, dir: &Path) -> Option<Vec<PathBuf>> {
    let soffice = Outside::LibreOffice.find()?;
    let profile = format!("-env:UserInstallation=file://{}", dir.join("profile").display());
    output_of(
        Command::new(soffice)
            .args([profile.as_str(), "--headless", "--convert-to", extension, "--outdir"])
            .arg(dir)
            .args(documents),
    );
    let written = documents.iter().map(|document| {
        let file = document.with_extension(extension);
        let file = dir.join(file.file_name().expect("a document has a name"));
        assert!(file.is_file(), "LibreOffice wrote no {}", file.display());
        file
    });
    Some(written.collect())
}

/// The words of a document as pandoc reads it, in reading order; `None` when pandoc is missing.
/// Rules (`-----`) and dashes of lists are left out: formats write them as marks, not as words.
pub fn words_by_pandoc(document: &Path, format: &str) -> Option<Vec<String>> {
    Some(words(&tree_by_pandoc(&[document.to_owned()], format)?["blocks"]))
}

/// The blocks of documents one after another as pandoc reads them in one start; `None` when pandoc is missing.
pub fn tree_by_pandoc(documents: &[PathBuf], format: &str) -> Option<serde_json::Value> {
    let pandoc = Outside::Pandoc.find()?;
    let json = output_of(Command::new(pandoc).args(["--file-scope", "-f", format, "-t", "json"]).args(documents));
    Some(serde_json::from_str(&json).expect("pandoc prints JSON"))
}

/// The words below a node of pandoc's tree.
pub fn words(node: &serde_json::Value) -> Vec<String> {
    let mut text = String::new();
    gather(node, &mut text);
    let words = text.split_whitespace().map(str::to_owned);
    words.filter(|word| !word.chars().all(|letter| letter == '-')).collect()
}

/// The tables with a header row below a node of pandoc's tree: rows of cells, the header row first. Tables without one only
/// put words side by side.
pub fn tables(node: &serde_json::Value) -> Vec<Vec<Vec<String>>> {
    let mut found = Vec::new();
    for block in node.as_array().into_iter().flatten() {
        if block["t"] == "Table" {
            // [attributes, caption, columns, head, bodies, foot]
            let head = block["c"][3][1].as_array().into_iter().flatten();
            let bodies = block["c"][4].as_array().into_iter().flatten();
            let rows = bodies.flat_map(|body| body[3].as_array().into_iter().flatten());
            let cells = |row: &serde_json::Value| {
                let cells = row[1].as_array().into_iter().flatten();
                cells.map(|cell| words(&cell[4]).join(" ")).collect::<Vec<String>>()
            };
            let head: Vec<Vec<String>> =
                head.map(cells).filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
            if !head.is_empty() {
                found.push(head.into_iter().chain(rows.map(cells)).collect());
            }
        }
    }
    found
}

/// Appends the words below a node of pandoc's tree; every block ends a word, an emphasis does not.
fn gather(node: &serde_json::Value, text: &mut String) {
    if let Some(children) = node.as_array() {
        for child in children {
            gather(child, text);
        }
    }
    match (node["t"].as_str(), &node["c"]) {
        (Some("Str"), word) => text.push_str(word.as_str().unwrap_or("")),
        (Some("RawInline"), mark) if mark[1] != "<br>" => {}
        (Some("Space" | "SoftBreak" | "LineBreak" | "RawInline"), _) => text.push(' '),
        (Some("Strong" | "Emph" | "Underline" | "Span"), inside) => gather(inside, text),
        (Some(_), inside) => {
            gather(inside, text);
            text.push(' ');
        }
        (None, _) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_looked_for_in_every_directory_of_the_path() {
        let dir = tempfile::tempdir().expect("a directory");
        std::fs::write(dir.path().join("soffice"), "").expect("a file");
        let path = env::join_paths([Path::new("/nowhere"), dir.path()]).expect("a path");
        assert_eq!(on_path(&path, "soffice"), Some(dir.path().join("soffice")));
        assert_eq!(on_path(&path, "pandoc"), None);
    }
}
