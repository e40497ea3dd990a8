//! The parts around the document: content types, relations, settings, the dash list, page headers, properties.
//! Nothing here depends on the content but title and notice.

use crate::papers::format::{CELL_MARGIN, Twips};

use super::styles::id;
use super::xml::Xml;
use super::{LANGUAGE, NAMESPACE, RELATIONS};

/// Number of the dash list.
pub const DASH_LIST: u32 = 1;

/// Relation of the empty header of the first page.
pub const FIRST_HEADER: &str = "rId4";

/// Relation of the header of all other pages.
pub const OTHER_HEADER: &str = "rId5";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The part `[Content_Types].xml`.
pub fn content_types() -> String {
    let mut xml = Xml::new();
    let namespace = format!("{PACKAGE}/content-types");
    let parts = ["document.main", "styles", "settings", "numbering", "header", "header"];
    let names = ["document", "styles", "settings", "numbering", "header1", "header2"];
    xml.element("Types", &[("xmlns", &namespace)], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", &"rels"), ("ContentType", &rels)]);
        xml.empty("Default", &[("Extension", &"xml"), ("ContentType", &"application/xml")]);
        for (part, name) in parts.iter().zip(names) {
            let (name, kind) = (format!("/word/{name}.xml"), format!("{WORD}.{part}+xml"));
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty("Override", &[("PartName", &"/docProps/core.xml"), ("ContentType", &core)]);
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        xml.empty("Override", &[("PartName", &"/docProps/app.xml"), ("ContentType", &app)]);
    });
    xml.finish()
}

/// The part `_rels/.rels`.
pub fn package_relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relations(&[
        (format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (core, "docProps/core.xml"),
        (format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

/// The part `word/_rels/document.xml.rels`.
pub fn document_relations() -> String {
    relations(&[
        (format!("{OFFICE}/styles"), "styles.xml"),
        (format!("{OFFICE}/settings"), "settings.xml"),
        (format!("{OFFICE}/numbering"), "numbering.xml"),
        (format!("{OFFICE}/header"), "header1.xml"),
        (format!("{OFFICE}/header"), "header2.xml"),
    ])
}

/// Relations numbered `rId1`, `rId2`, … in the order given.
fn relations(targets: &[(String, &str)]) -> String {
    let mut xml = Xml::new();
    let namespace = format!("{PACKAGE}/relationships");
    xml.element("Relationships", &[("xmlns", &namespace)], |xml| {
        for (index, (kind, target)) in targets.iter().enumerate() {
            let name = format!("rId{}", index + 1);
            xml.empty("Relationship", &[("Id", &name), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

/// The part `word/settings.xml`: today's layout, Vietnamese, comma as decimal mark.
pub fn settings() -> String {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", &NAMESPACE)], |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.value("w:defaultTabStop", &567);
        xml.value("w:characterSpacingControl", &"doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let settings = [
                ("compatibilityMode", 15),
                ("overrideTableStyleFontSizeAndJustification", 1),
                ("enableOpenTypeFeatures", 1),
                ("doNotFlipMirrorIndents", 1),
                ("differentiateMultirowTableHeaders", 1),
            ];
            for (name, value) in settings {
                let word = "http://schemas.microsoft.com/office/word";
                xml.empty("w:compatSetting", &[("w:name", &name), ("w:uri", &word), ("w:val", &value)]);
            }
        });
        xml.value("w:themeFontLang", &LANGUAGE);
        xml.value("w:decimalSymbol", &",");
        xml.value("w:listSeparator", &";");
    });
    xml.finish()
}

/// The part `word/numbering.xml`: the dash list.
pub fn numbering(first_line: Twips) -> String {
    let mut xml = Xml::new();
    xml.element("w:numbering", &[("xmlns:w", &NAMESPACE)], |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", &0)], |xml| {
            xml.value("w:multiLevelType", &"singleLevel");
            xml.element("w:lvl", &[("w:ilvl", &0)], |xml| {
                xml.value("w:start", &1);
                xml.value("w:numFmt", &"bullet");
                xml.value("w:suff", &"space");
                xml.value("w:lvlText", &"-");
                xml.value("w:lvlJc", &"left");
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", &0), ("w:firstLine", &first_line.0)]);
                });
            });
        });
        xml.element("w:num", &[("w:numId", &DASH_LIST)], |xml| {
            xml.value("w:abstractNumId", &0);
        });
    });
    xml.finish()
}

/// The part `word/header1.xml`: the first page has no number.
pub fn first_header() -> String {
    header(|xml| {
        xml.element("w:p", &[], |xml| style(xml, id::PAGE_NUMBER));
    })
}

/// The part `word/header2.xml`: the page number in the middle, the notice below it.
pub fn other_header(notice: Option<&str>) -> String {
    header(|xml| {
        xml.element("w:p", &[], |xml| {
            style(xml, id::PAGE_NUMBER);
            xml.element("w:fldSimple", &[("w:instr", &" PAGE ")], |xml| {
                run(xml, "2");
            });
        });
        if let Some(notice) = notice {
            xml.element("w:p", &[], |xml| {
                style(xml, id::PAGE_NOTICE);
                run(xml, notice);
            });
        }
    })
}

fn header(inside: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::new();
    xml.element("w:hdr", &[("xmlns:w", &NAMESPACE), ("xmlns:r", &RELATIONS)], inside);
    xml.finish()
}

fn style(xml: &mut Xml, style: &str) {
    xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", &style));
}

fn run(xml: &mut Xml, text: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(text));
    });
}

/// Writes the margins of a table's cells.
pub fn cell_margins(xml: &mut Xml) {
    xml.element("w:tblCellMar", &[], |xml| {
        let sides = [("w:top", 0), ("w:left", CELL_MARGIN.0), ("w:bottom", 0), ("w:right", CELL_MARGIN.0)];
        for (side, width) in sides {
            xml.empty(side, &[("w:w", &width), ("w:type", &"dxa")]);
        }
    });
}

/// The part `docProps/core.xml`: title and language; no clock and no user name, so that equal papers are equal files.
pub fn core_properties(title: &str) -> String {
    let mut xml = Xml::new();
    let core = format!("{PACKAGE}/metadata/core-properties");
    let dublin = "http://purl.org/dc/elements/1.1/";
    xml.element("cp:coreProperties", &[("xmlns:cp", &core), ("xmlns:dc", &dublin)], |xml| {
        xml.element("dc:title", &[], |xml| xml.text(title));
        xml.element("dc:language", &[], |xml| xml.text(LANGUAGE));
    });
    xml.finish()
}

/// The part `docProps/app.xml`.
pub fn app_properties() -> String {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", &namespace)], |xml| {
        xml.element("Application", &[], |xml| xml.text("daihoi"));
    });
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_of_the_headers_are_the_ones_the_section_names() {
        let xml = document_relations();
        for (name, file) in [(FIRST_HEADER, "header1.xml"), (OTHER_HEADER, "header2.xml")] {
            let at = xml.find(&format!("Id=\"{name}\"")).expect("the relation");
            assert!(xml[at..].split("/>").next().is_some_and(|relation| relation.contains(file)));
        }
    }

    #[test]
    fn the_notice_stands_on_later_pages_too_and_the_first_header_is_empty() {
        assert!(other_header(Some("DIỄN TẬP")).contains("DIỄN TẬP"));
        assert!(!first_header().contains("<w:t"));
        assert!(other_header(None).contains(" PAGE "));
    }
}
