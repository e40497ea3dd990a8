//! A paper as a DOCX file: real styles, lists and tables, valid against ECMA-376, the same bytes for the same paper.
//! Sizes come from the format profile; words from the paper; neither is decided here.

mod document;
mod foot;
mod head;
mod parts;
mod properties;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::papers::format::FormatProfile;
use crate::papers::paper::{Align, Block, Paper, Text};

/// Namespace of the markup.
pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Namespace of relations.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Language of the text.
const LANGUAGE: &str = "vi-VN";

/// Why no DOCX came out.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The container refused a part.
    #[error("the DOCX container could not be written")]
    Container(#[from] zip::result::ZipError),
    /// The bytes of a part could not be packed.
    #[error("a part of the DOCX could not be packed")]
    Packing(#[from] std::io::Error),
}

/// Writes a paper in a format profile. The same paper gives the same bytes: no clock, no random id.
pub fn docx(paper: &Paper, profile: &FormatProfile) -> Result<Vec<u8>, DocxError> {
    let mut container = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    for (name, content) in parts_of(paper, profile) {
        container.start_file(name, options)?;
        container.write_all(content.as_bytes())?;
    }
    Ok(container.finish()?.into_inner())
}

/// The content of a paper as markup for a template, in which no dash list is defined: dashes are letters there.
pub(super) fn content(paper: &Paper, profile: &FormatProfile) -> String {
    let mut plain = paper.clone();
    plain.body = paper.body.iter().map(without_list).collect();
    document::content(&plain, profile)
}

fn without_list(block: &Block) -> Block {
    let Block::Item { text, key, .. } = block else { return block.clone() };
    let lines = text.paragraphs().into_iter().map(|line| {
        line.spans().iter().fold(Text::from("-\u{a0}"), |words, span| words.with(span.text.clone(), span.emphasis))
    });
    let joined = lines.reduce(|all, line| {
        line.spans().iter().fold(all.plain("\n"), |words, span| words.with(span.text.clone(), span.emphasis))
    });
    Block::Paragraph { key: key.clone(), text: joined.unwrap_or_default(), align: Align::Justified }
}

/// Signatures and recipients of a paper as markup for a template.
pub(super) fn signatures(paper: &Paper, profile: &FormatProfile) -> String {
    let mut xml = xml::Xml::fragment();
    foot::write(&mut xml, paper, profile);
    xml.finish()
}

/// The notice of a paper as markup for a template; nothing where it has none.
pub(super) fn notice(paper: &Paper) -> String {
    let mut xml = xml::Xml::fragment();
    if let Some(notice) = &paper.notice {
        document::line(&mut xml, styles::id::NOTICE, notice);
    }
    xml.finish()
}

pub(super) use styles::for_templates as styles_for_templates;

/// The parts by name; the content types come first, as the package convention wants.
pub(super) fn parts_of(paper: &Paper, profile: &FormatProfile) -> [(&'static str, String); 11] {
    [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::package_relations()),
        ("docProps/core.xml", parts::core_properties(&paper.title.name())),
        ("docProps/app.xml", parts::app_properties()),
        ("word/document.xml", document::document(paper, profile)),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/styles.xml", styles::styles(profile)),
        ("word/settings.xml", parts::settings()),
        ("word/numbering.xml", parts::numbering(profile.body.first_line)),
        ("word/header1.xml", parts::first_header()),
        ("word/header2.xml", parts::other_header(paper.running_notice().as_deref())),
    ]
}
