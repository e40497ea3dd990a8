//! Every paper of the sample congresses in every format, held against the programs an office reads them with: pandoc reads the same
//! words and tables from DOCX as from Markdown, LibreOffice prints each DOCX, poppler copies each name out of each PDF. One start
//! of each program for all files: starting them is what takes time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::outside::{Outside, converted, output_of, tables, tree_by_pandoc, words};
use super::{Format, export};
use crate::domain::Congress;
use crate::papers::PaperName;
use crate::papers::paper::Paper;
use crate::papers::sample::{Until, asked, counted_delegates, named_only, of_delegates, of_eight, office, review};

/// The sample congresses, each with the name of its folder.
fn congresses() -> Vec<(&'static str, Congress)> {
    vec![
        ("office", office(Until::End)),
        ("half-way", office(Until::Discussion)),
        ("eight", of_eight()),
        ("delegates", of_delegates()),
        ("plenum", counted_delegates()),
        ("asked", asked()),
        ("named-only", named_only()),
        ("review", review()),
    ]
}

/// Every paper of the samples in a format: its file, named after its congress, and the paper.
fn written(dir: &Path, format: Format) -> Vec<(PathBuf, Paper)> {
    let mut files = Vec::new();
    for (name, congress) in congresses() {
        for paper in PaperName::all(&congress) {
            let Some(composed) = paper.compose(&congress) else { continue };
            let folder = dir.join(name);
            let paths = export(&congress, &folder, &[paper], &[format]).expect("written");
            let path = paths.into_iter().next().expect("a file");
            let beside = dir.join(format!("{name}-{}", path.file_name().unwrap_or_default().to_string_lossy()));
            fs::rename(path, &beside).expect("moved");
            files.push((beside, composed));
        }
    }
    assert!(files.len() > 10, "{} papers", files.len());
    files
}

fn paths(files: &[(PathBuf, Paper)]) -> Vec<PathBuf> {
    files.iter().map(|(path, _)| path.clone()).collect()
}

/// Shows the first place where two lists part.
fn assert_same<T: PartialEq + std::fmt::Debug>(one: &[T], other: &[T]) {
    if let Some(at) = (0..one.len().max(other.len())).find(|at| one.get(*at) != other.get(*at)) {
        let around = |list: &[T]| format!("{:?}", list.iter().skip(at.saturating_sub(6)).take(12).collect::<Vec<_>>());
        panic!("at {at}:\n{}\n{}", around(one), around(other));
    }
}

#[test]
fn pandoc_reads_the_same_words_and_tables_from_every_docx_as_from_its_markdown() {
    let dir = tempfile::tempdir().expect("a directory");
    let (docx, markdown) = (written(dir.path(), Format::Docx), written(dir.path(), Format::Markdown));
    let Some(from_docx) = tree_by_pandoc(&paths(&docx), "docx") else { return };
    let Some(from_markdown) = tree_by_pandoc(&paths(&markdown), "gfm") else { return };
    let (from_docx, from_markdown) = (&from_docx["blocks"], &from_markdown["blocks"]);
    assert!(words(from_docx).len() > 2_000);
    assert_same(&words(from_docx), &words(from_markdown));
    assert!(!tables(from_docx).is_empty());
    assert_same(&tables(from_docx), &tables(from_markdown));
}

#[test]
fn libreoffice_prints_every_docx_and_poppler_reads_its_title() {
    let dir = tempfile::tempdir().expect("a directory");
    let files = written(dir.path(), Format::Docx);
    let Some(printed) = converted(&paths(&files), "pdf", dir.path()) else { return };
    let Some(reader) = Outside::PdfToText.find() else { return };
    for (pdf, (_, paper)) in printed.iter().zip(&files) {
        let text = output_of(Command::new(&reader).arg(pdf).arg("-"));
        let told = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&paper.title.kind), "{}", pdf.display());
    }
}

#[test]
fn every_word_of_every_paper_is_copied_out_of_its_pdf_letter_for_letter() {
    let Some(reader) = Outside::PdfToText.find() else { return };
    let Some(checker) = Outside::Qpdf.find() else { return };
    let dir = tempfile::tempdir().expect("a directory");
    for (file, paper) in written(dir.path(), Format::Pdf) {
        let text = output_of(Command::new(&reader).arg("-raw").arg(&file).arg("-"));
        let told: Vec<&str> = text.split_whitespace().collect();
        for word in paper.plain_text().split_whitespace() {
            // a word too wide for its column is cut, and a ballot draws its boxes
            let found = told.contains(&word) || told.concat().contains(word);
            assert!(found || word == "☐", "{word} in {}", file.display());
        }
        output_of(Command::new(&checker).arg("--check").arg(&file));
    }
}
