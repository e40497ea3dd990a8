//! WRITES – a paper as DOCX, PDF or Markdown, a congress as JSON or a workbook, each file whole or not at all. What a paper says is composed in
//! `papers`.

pub mod ballots;
pub mod docx;
pub mod json;
pub mod markdown;
#[cfg(test)]
pub(crate) mod outside;
pub mod pdf;
#[cfg(test)]
mod proof;
pub mod template;
pub mod xlsx;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::{Congress, Lang};
use crate::papers::{
    PaperName,
    format::FormatProfile,
    paper::{Paper, SheetSize},
};
use template::{Template, TemplateError};

pub use json::json;

/// The name of the file that holds the whole congress, without extension.
const CONGRESS: &str = "dai-hoi";

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Word.
    Docx,
    /// PDF, for printing, signing and archives.
    Pdf,
    /// Markdown.
    Markdown,
    /// A workbook: roster, attendance and results in one file, whatever papers are asked for.
    Xlsx,
    /// JSON: the whole congress in one file, whatever papers are asked for.
    Json,
}

impl Format {
    /// Every format, those of an office first.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Pdf, Self::Xlsx, Self::Markdown, Self::Json];

    /// The word of `--as`, which is the extension too.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The format of a word of `--as`.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }
}

/// Why nothing more was written; files written before stay.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The place to write into is a file.
    #[error("{} không phải thư mục", .0.display())]
    NotADirectory(PathBuf),
    /// A directory stands where a file is to be written.
    #[error("{} là một thư mục, không ghi đè được", .0.display())]
    IsADirectory(PathBuf),
    /// The disk refused.
    #[error("{}: không ghi được ({source})", path.display())]
    Disk {
        /// The file or directory.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The DOCX could not be made.
    #[error("{}: không tạo được ({source})", path.display())]
    Docx {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: docx::DocxError,
    },
    /// The template could not be filled.
    #[error("{}: không tạo được ({source})", path.display())]
    Template {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: TemplateError,
    },
    /// The PDF could not be made.
    #[error("{}: không tạo được ({source})", path.display())]
    Pdf {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: pdf::PdfError,
    },
    /// The workbook could not be made.
    #[error("không tạo được bảng tính ({0})")]
    Xlsx(#[from] xlsx::XlsxError),
    /// The congress could not be told in JSON.
    #[error("không ghi được đại hội thành JSON ({0})")]
    Json(#[from] serde_json::Error),
}

impl ExportError {
    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::NotADirectory(_) | Self::IsADirectory(_) => {
                ("Chọn một thư mục khác để xuất.", "Choose another folder.")
            }
            Self::Disk { .. } => (
                "Kiểm tra chỗ trống, quyền ghi, và tệp có đang mở trong Word không.",
                "Check free space, permissions, and whether the file is open in Word.",
            ),
            Self::Docx { .. } | Self::Template { .. } | Self::Pdf { .. } | Self::Xlsx(_) | Self::Json(_) => {
                ("Xuất dạng md để có văn bản ngay.", "Export as md to have the text at once.")
            }
        };
        lang.pick(vi, en)
    }
}

/// What one export does otherwise than usual.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// The office's own template for DOCX.
    pub template: Option<&'a Template>,
    /// How many copies of each ballot paper are printed.
    pub copies: Option<u32>,
    /// The sheet ballot papers are printed on.
    pub sheet: Option<SheetSize>,
}

/// Writes papers in formats into a directory, which is made where there is none; returns the files in the order written.
///
/// A file of the same name is replaced whole. A paper that cannot be composed yet writes nothing.
pub fn export(
    congress: &Congress,
    dir: &Path,
    papers: &[PaperName],
    formats: &[Format],
) -> Result<Vec<PathBuf>, ExportError> {
    export_as(congress, dir, papers, formats, Wish::default())
}

/// Writes papers as [`export`] does, with wishes of its own.
pub fn export_as(
    congress: &Congress,
    dir: &Path,
    papers: &[PaperName],
    formats: &[Format],
    wish: Wish<'_>,
) -> Result<Vec<PathBuf>, ExportError> {
    ready(dir)?;
    let mut written = Vec::new();
    for name in papers {
        let Some(paper) = name.compose(congress) else { continue };
        let paper = wished(paper, wish);
        for format in formats {
            let path = dir.join(format!("{}.{}", name.file(congress), format.word()));
            let profile = FormatProfile::of(congress.meeting().about.printing.format);
            let Some(bytes) = bytes_of((&paper, profile), (*format, wish), &path)? else { continue };
            replace(&path, &bytes)?;
            written.push(path);
        }
    }
    for format in formats {
        let bytes = match format {
            Format::Xlsx => xlsx::xlsx(congress)?,
            Format::Json => json(congress)?.into_bytes(),
            Format::Docx | Format::Pdf | Format::Markdown => continue,
        };
        let path = dir.join(format!("{CONGRESS}.{}", format.word()));
        replace(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

fn ready(dir: &Path) -> Result<(), ExportError> {
    if dir.exists() && !dir.is_dir() {
        return Err(ExportError::NotADirectory(dir.to_owned()));
    }
    fs::create_dir_all(dir).map_err(|source| ExportError::Disk { path: dir.to_owned(), source })
}

/// The paper with what is wished for ballots.
fn wished(mut paper: Paper, wish: Wish<'_>) -> Paper {
    if let Some(ballot) = &mut paper.ballot {
        ballot.copies = wish.copies.or(ballot.copies);
        ballot.sheet = wish.sheet.or(ballot.sheet);
    }
    paper
}

fn bytes_of(
    (paper, profile): (&Paper, &FormatProfile),
    (format, wish): (Format, Wish<'_>),
    path: &Path,
) -> Result<Option<Vec<u8>>, ExportError> {
    match format {
        Format::Docx if wish.template.is_some() => {
            let failed = |source| ExportError::Template { path: path.to_owned(), source };
            wish.template.map(|template| template.fill(paper, profile)).transpose().map_err(failed)
        }
        Format::Docx => {
            let failed = |source| ExportError::Docx { path: path.to_owned(), source };
            docx::docx(paper, profile).map(Some).map_err(failed)
        }
        Format::Pdf => {
            let failed = |source| ExportError::Pdf { path: path.to_owned(), source };
            pdf::pdf(paper, profile).map(Some).map_err(failed)
        }
        Format::Markdown => Ok(Some(markdown::markdown(paper).into_bytes())),
        Format::Xlsx | Format::Json => Ok(None),
    }
}

/// Puts a file in its place at once: written beside it, flushed, then renamed, so that a crash leaves the old or the new.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    if path.is_dir() {
        return Err(ExportError::IsADirectory(path.to_owned()));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = write_flushed(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|source| {
        // the half-written file is nobody's; whether it goes away does not change what failed
        let _ = fs::remove_file(&beside);
        ExportError::Disk { path: path.to_owned(), source }
    })
}

fn write_flushed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample::{Until, of_eight, office};

    fn names(paths: &[PathBuf]) -> Vec<String> {
        paths.iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn every_paper_is_written_under_its_name_and_nothing_else_is_left() {
        let dir = tempfile::tempdir().expect("a directory");
        let inside = dir.path().join("ho-so");
        let congress = office(Until::End);
        let mut papers = PaperName::asked(&congress, "minutes");
        papers.extend(PaperName::asked(&congress, "tally"));
        let written = export(&congress, &inside, &papers, &[Format::Markdown, Format::Json]).expect("written");
        assert_eq!(
            names(&written),
            [
                "bien-ban-dai-hoi.md",
                "bien-ban-kiem-phieu-1-chi-uy-vong-1.md",
                "bien-ban-kiem-phieu-2-bi-thu-chi-bo-vong-1.md",
                "bien-ban-kiem-phieu-3-pho-bi-thu-chi-bo-vong-1.md",
                "bien-ban-kiem-phieu-4-dai-bieu-du-dai-hoi-dang-bo-uy-vong-1.md",
                "dai-hoi.json",
            ]
        );
        let mut found = fs::read_dir(&inside).expect("read").count();
        assert_eq!(found, written.len());
        export(&congress, &inside, &papers, &[Format::Docx, Format::Markdown, Format::Json]).expect("again");
        found = fs::read_dir(&inside).expect("read").count();
        assert_eq!(found, written.len() + papers.len());
    }

    #[test]
    fn a_file_in_the_way_of_the_directory_and_a_directory_in_the_way_of_a_file_are_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let (congress, papers) = (of_eight(), [PaperName::Minutes]);
        let file = dir.path().join("tep");
        fs::write(&file, "của tôi").expect("written");
        let refused = export(&congress, &file, &papers, &[Format::Markdown]);
        assert!(matches!(refused, Err(ExportError::NotADirectory(_))));
        assert_eq!(fs::read_to_string(&file).expect("read"), "của tôi");
        fs::create_dir(dir.path().join("bien-ban-dai-hoi.md")).expect("made");
        let refused = export(&congress, dir.path(), &papers, &[Format::Markdown]);
        assert!(matches!(refused, Err(ExportError::IsADirectory(_))));
        assert_eq!(fs::read_dir(dir.path()).expect("read").count(), 2);
    }

    #[test]
    fn papers_are_asked_for_by_kind_word_and_file() {
        let congress = of_eight();
        let asked = |word: &str| PaperName::asked(&congress, word).len();
        assert_eq!((asked("minutes"), asked("tally"), asked("tally-2"), asked("ballot-1-2")), (1, 4, 1, 1));
        assert_eq!((asked("bien-ban-dai-hoi"), asked("nghi-quyet-dai-hoi"), asked("credentials")), (1, 1, 0));
        assert_eq!(asked("all"), PaperName::all(&congress).len());
        assert_eq!(Format::named("md"), Some(Format::Markdown));
        assert_eq!(Format::named("exe"), None);
    }
}
