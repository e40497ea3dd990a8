//! The part `word/document.xml`: notice, head, title, blocks and foot in order, and the section's page.
//! Paragraphs and runs are written here; tables, head and foot have their own files.

use crate::papers::format::FormatProfile;
use crate::papers::paper::{Align, Block, Level, Paper, Text, Title, keep_together};

use super::properties::{Keep, ParagraphProperties, RunProperties};
use super::styles::id;
use super::xml::Xml;
use super::{NAMESPACE, RELATIONS, foot, head, parts, tables};

/// The rule below the title.
const SHORT_RULE: &str = "-----";

/// The part `word/document.xml`.
pub fn document(paper: &Paper, profile: &FormatProfile) -> String {
    let mut xml = Xml::new();
    xml.element("w:document", &[("xmlns:w", &NAMESPACE), ("xmlns:r", &RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            if let Some(notice) = &paper.notice {
                line(xml, id::NOTICE, notice);
            }
            head::write(xml, &paper.head, profile);
            title(xml, &paper.title);
            blocks(xml, paper, profile);
            foot::write(xml, paper, profile);
            section(xml, profile);
        });
    });
    xml.finish()
}

/// The content alone, without head and foot.
pub fn content(paper: &Paper, profile: &FormatProfile) -> String {
    let mut xml = Xml::fragment();
    blocks(&mut xml, paper, profile);
    xml.finish()
}

fn blocks(xml: &mut Xml, paper: &Paper, profile: &FormatProfile) {
    for (index, block) in paper.body.iter().enumerate() {
        let keep = if paper.ties(index) { Keep::WithNext } else { Keep::Free };
        write_block(xml, block, keep, profile);
    }
}

fn title(xml: &mut Xml, title: &Title) {
    line(xml, id::TITLE, &title.kind);
    for subject in &title.subject {
        line(xml, id::SUBJECT, subject);
    }
    line(xml, id::TITLE_RULE, SHORT_RULE);
}

fn write_block(xml: &mut Xml, block: &Block, keep: Keep, profile: &FormatProfile) {
    match block {
        Block::Heading { level, text } => {
            let style = match level {
                Level::Part => id::HEADINGS[0],
                Level::Section => id::HEADINGS[1],
                Level::Point => id::HEADINGS[2],
            };
            paragraphs(xml, &ParagraphProperties::styled(style), text);
        }
        Block::Paragraph { text, align, .. } => {
            let mut properties = ParagraphProperties::styled(id::BODY);
            properties.keep = keep;
            if *align != Align::Justified {
                // lines that are not running text have no first-line indent
                properties.align = Some(*align);
                properties.first_line = Some(crate::papers::format::Twips(0));
            }
            paragraphs(xml, &properties, text);
        }
        Block::Item { text, align, .. } => {
            let align = (*align != Align::Justified).then_some(*align);
            let properties = ParagraphProperties { keep, align, ..ParagraphProperties::styled(id::ITEM) };
            paragraphs(xml, &properties, text);
        }
        Block::Table(table) => tables::write(xml, table, keep, profile),
    }
}

/// Writes a text, one paragraph for each of its lines; only the last one is kept with what follows.
pub fn paragraphs(xml: &mut Xml, properties: &ParagraphProperties, text: &Text) {
    let pieces = text.paragraphs();
    if let Some((last, others)) = pieces.split_last() {
        let free = ParagraphProperties { keep: Keep::Free, ..properties.clone() };
        for piece in others {
            paragraph(xml, &free, piece);
        }
        paragraph(xml, properties, last);
    }
}

/// Writes one paragraph of one style, without emphasis of its own.
pub fn line(xml: &mut Xml, style: &'static str, text: &str) {
    paragraph(xml, &ParagraphProperties::styled(style), &Text::from(text));
}

/// Writes one paragraph, even one without words.
pub fn paragraph(xml: &mut Xml, properties: &ParagraphProperties, text: &Text) {
    xml.element("w:p", &[], |xml| {
        properties.write(xml);
        for span in text.spans() {
            xml.element("w:r", &[], |xml| {
                RunProperties::emphasised(span.emphasis).write(xml);
                words(xml, &keep_together(&span.text));
            });
        }
    });
}

/// Writes words, tabs as the element Word has for them.
fn words(xml: &mut Xml, text: &str) {
    for (index, piece) in text.split('\t').enumerate() {
        if index > 0 {
            xml.empty("w:tab", &[]);
        }
        xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(piece));
    }
}

/// The page: size, margins, a first page without number.
fn section(xml: &mut Xml, profile: &FormatProfile) {
    let sheet = &profile.sheet;
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", &"first"), ("r:id", &parts::FIRST_HEADER)]);
        xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", &parts::OTHER_HEADER)]);
        xml.empty("w:pgSz", &[("w:w", &sheet.width.0), ("w:h", &sheet.height.0)]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &sheet.top.0),
                ("w:right", &sheet.right.0),
                ("w:bottom", &sheet.bottom.0),
                ("w:left", &sheet.left.0),
                ("w:header", &sheet.page_number.0),
                ("w:footer", &sheet.page_number.0),
                ("w:gutter", &0),
            ],
        );
        xml.empty("w:titlePg", &[]);
    });
}
