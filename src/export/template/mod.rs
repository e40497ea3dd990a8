//! A Word template of the user's own (mẫu văn bản): an office keeps its letterhead, and the named fields in it are filled from a
//! paper. What is not a field stays as the office made it; what the office's styles do not have is added from ours.

mod fields;
mod part;
mod starter;
mod styles;
#[cfg(test)]
mod tests;

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::docx;
use crate::papers::format::FormatProfile;
use crate::papers::paper::Paper;
pub use fields::{Becomes, FIELDS, Field};
use part::Paragraph;
pub use starter::starter;

/// The part with the text.
const DOCUMENT: &str = "word/document.xml";
/// The part with the styles.
const STYLES: &str = "word/styles.xml";
/// No part of a letterhead is larger.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Why a template cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The file cannot be read.
    #[error("{}: không đọc được ({source})", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The file is not a Word document, or holds macros.
    #[error("{}: không phải tài liệu Word .docx thường (không có macro)", .0.display())]
    NotWord(PathBuf),
    /// Fields that are not known, not closed, or not where they can stand: each with its place.
    #[error("{}: mẫu có trường không dùng được", path.display())]
    Fields {
        /// The file.
        path: PathBuf,
        /// Each place and what is wrong there.
        places: Vec<String>,
    },
    /// The filled file could not be packed.
    #[error("không đóng gói được tệp DOCX ({0})")]
    Packing(#[from] zip::result::ZipError),
    /// The bytes of a part could not be packed.
    #[error("không đóng gói được tệp DOCX ({0})")]
    Writing(#[from] std::io::Error),
}

/// A template that was read and found in order.
#[derive(Debug, Clone)]
pub struct Template {
    parts: Vec<(String, Vec<u8>)>,
    texts: Vec<(usize, String, Vec<Paragraph>)>,
}

impl Template {
    /// Reads a template; every field that cannot be filled is told at once.
    pub fn open(path: &Path) -> Result<Self, TemplateError> {
        let bytes = std::fs::read(path).map_err(|source| TemplateError::Disk { path: path.to_owned(), source })?;
        let not_word = || TemplateError::NotWord(path.to_owned());
        let parts = parts(&bytes).ok_or_else(not_word)?;
        let mut texts = Vec::new();
        for (index, (name, bytes)) in parts.iter().enumerate().filter(|(_, (name, _))| place_of(name).is_some()) {
            let xml = String::from_utf8(bytes.clone()).map_err(|_| not_word())?;
            let paragraphs = part::paragraphs(&xml).ok_or_else(not_word)?;
            if name == DOCUMENT && !xml.contains(docx::NAMESPACE) {
                return Err(not_word());
            }
            texts.push((index, xml, paragraphs));
        }
        let template = Self { parts, texts };
        let places = template.faults();
        if places.is_empty() { Ok(template) } else { Err(TemplateError::Fields { path: path.to_owned(), places }) }
    }

    /// What is wrong with the fields, each with its place.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut contents = 0;
        for (index, xml, paragraphs) in &self.texts {
            let name = &self.parts[*index].0;
            for paragraph in paragraphs {
                let place = format!("{}, đoạn «{}»", place_of(name).unwrap_or(name), shortened(&paragraph.text));
                for (_, typed) in &paragraph.found {
                    let field = typed.as_deref().and_then(Field::named);
                    let fault = match (typed, field) {
                        (None, _) => "có {{ mà không có }} trong cùng một dòng".to_owned(),
                        (Some(typed), None) => format!("không có trường «{typed}»"),
                        (_, Some(field)) if field.is_block() && name != DOCUMENT => {
                            format!("{} chỉ đặt được trong thân văn bản", field.typed())
                        }
                        (_, Some(field)) if field.is_block() && !paragraph.is_one_field(xml) => {
                            format!("{} phải đứng riêng một đoạn", field.typed())
                        }
                        (_, Some(field)) => {
                            contents += usize::from(matches!(field.becomes, Becomes::Content));
                            continue;
                        }
                    };
                    faults.push(format!("{place}: {fault}"));
                }
            }
        }
        if contents != 1 && faults.is_empty() {
            faults.push(format!("thân văn bản: phải có đúng một {{{{noi_dung}}}}, mẫu này có {contents}"));
        }
        faults
    }

    /// The template filled from a paper.
    pub fn fill(&self, paper: &Paper, profile: &FormatProfile) -> Result<Vec<u8>, TemplateError> {
        let own = self.parts.iter().find(|(name, _)| name == STYLES).map(|(_, bytes)| String::from_utf8_lossy(bytes));
        let styles = styles::joined(own.as_deref().unwrap_or_default(), profile);
        let words = |field: &Field| match field.becomes {
            Becomes::Words(value) => value(paper),
            Becomes::Content | Becomes::Signatures => Vec::new(),
        };
        let block = |field: &Field| match field.becomes {
            Becomes::Content => styles.renamed(&docx::content(paper, profile)),
            Becomes::Signatures => styles.renamed(&docx::signatures(paper, profile)),
            Becomes::Words(_) => String::new(),
        };
        let mut parts = self.parts.clone();
        for (index, xml, paragraphs) in &self.texts {
            let mut filled = part::filled(xml, paragraphs, &words, &block);
            if parts[*index].0 == DOCUMENT && !self.says("luu_y") {
                filled = with_notice(&filled, &styles.renamed(&docx::notice(paper)));
            }
            parts[*index].1 = filled.into_bytes();
        }
        for (name, bytes) in &mut parts {
            match name.as_str() {
                STYLES => *bytes = styles.xml.clone().into_bytes(),
                // a template of Word becomes a document of Word
                "[Content_Types].xml" => {
                    let types = String::from_utf8_lossy(bytes)
                        .replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml");
                    *bytes = types.into_bytes();
                }
                _ => {}
            }
        }
        packed(&parts)
    }

    /// Whether the body of the template has a field; what stands in the head of later pages alone is not read first.
    fn says(&self, name: &str) -> bool {
        let body = self.texts.iter().filter(|(index, _, _)| self.parts[*index].0 == DOCUMENT);
        let mut found = body.flat_map(|(_, _, paragraphs)| paragraphs).flat_map(|paragraph| &paragraph.found);
        found.any(|(_, typed)| typed.as_deref().and_then(Field::named).is_some_and(|field| field.name == name))
    }
}

/// Which part of a paper a part of the file is, for people; none for parts without text.
fn place_of(part: &str) -> Option<&'static str> {
    let name = part.strip_prefix("word/")?.strip_suffix(".xml")?;
    match name.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
        "document" => Some("thân văn bản"),
        "header" => Some("đầu trang"),
        "footer" => Some("chân trang"),
        _ => None,
    }
}

fn shortened(text: &str) -> String {
    let printed = text.chars().map(|letter| if letter == '\u{fffc}' { ' ' } else { letter });
    let short: String = printed.clone().take(60).collect();
    if printed.count() > 60 { format!("{short}…") } else { short }
}

/// The document with the notice a paper must carry before everything.
fn with_notice(document: &str, notice: &str) -> String {
    let body = document.find("<w:body>").map(|at| at + "<w:body>".len());
    body.map_or_else(|| document.to_owned(), |at| format!("{}{notice}{}", &document[..at], &document[at..]))
}

/// The parts of a Word document; none for anything else.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut container = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..container.len() {
        let file = container.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut content = Vec::new();
        file.take(LARGEST).read_to_end(&mut content).ok()?;
        if !name.ends_with('/') {
            parts.push((name, content));
        }
    }
    let has = |wanted: &str| parts.iter().any(|(name, _)| name == wanted);
    let plain = has(DOCUMENT) && has(STYLES) && !parts.iter().any(|(name, _)| name.ends_with("vbaProject.bin"));
    plain.then_some(parts)
}

fn packed(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, TemplateError> {
    let mut container = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    for (name, content) in parts {
        container.start_file(name.as_str(), options)?;
        container.write_all(content)?;
    }
    Ok(container.finish()?.into_inner())
}
