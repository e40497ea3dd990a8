//! What every document starts from: defaults, the normal paragraph, the two table styles.

use crate::papers::format::FormatProfile;

use super::super::xml::Xml;
use super::super::{LANGUAGE, parts};
use super::id;

/// Typeface, size, language and exact lines for everything.
pub fn defaults(xml: &mut Xml, profile: &FormatProfile) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| letters(xml, profile));
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[]);
                lines(xml, profile);
            });
        });
    });
}

/// Typeface, size and language.
fn letters(xml: &mut Xml, profile: &FormatProfile) {
    let face = profile.typeface;
    xml.empty("w:rFonts", &[("w:ascii", &face), ("w:hAnsi", &face), ("w:eastAsia", &face), ("w:cs", &face)]);
    xml.value("w:sz", &profile.body.size.0);
    xml.value("w:szCs", &profile.body.size.0);
    let language = LANGUAGE;
    xml.empty("w:lang", &[("w:val", &language), ("w:eastAsia", &language), ("w:bidi", &"ar-SA")]);
}

/// The exact distance of lines.
fn lines(xml: &mut Xml, profile: &FormatProfile) {
    let line = profile.body.line.0;
    xml.empty("w:spacing", &[("w:before", &0), ("w:after", &0), ("w:line", &line), ("w:lineRule", &"exact")]);
}

/// The style every other paragraph style is based on.
pub fn normal(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", &"paragraph"), ("w:default", &1), ("w:styleId", &"Normal")], |xml| {
        xml.value("w:name", &"Normal");
        xml.empty("w:qFormat", &[]);
    });
}

/// In a template: the style that all of ours are based on, which says everything the normal text of an office may say otherwise.
pub fn base(xml: &mut Xml, profile: &FormatProfile) {
    let own: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"paragraph"), ("w:customStyle", &1), ("w:styleId", &id::BASE)];
    xml.element("w:style", &own, |xml| {
        xml.value("w:name", &"Văn bản đại hội");
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:widowControl", &[]);
            lines(xml, profile);
            xml.empty("w:ind", &[("w:left", &0), ("w:right", &0), ("w:firstLine", &0)]);
            xml.value("w:jc", &"left");
        });
        xml.element("w:rPr", &[], |xml| letters(xml, profile));
    });
}

/// The styles of tables: without lines, and the grid.
pub fn tables(xml: &mut Xml) {
    let normal: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", &"Normal Table");
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
            parts::cell_margins(xml);
        });
    });
    grid(xml);
}

/// The grid, with its own margins: the table style of a template may have none.
pub fn grid(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", &"table"), ("w:styleId", &id::GRID)], |xml| {
        xml.value("w:name", &"Table Grid");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let solid = "single";
                    xml.empty(side, &[("w:val", &solid), ("w:sz", &4), ("w:space", &0), ("w:color", &"auto")]);
                }
            });
            parts::cell_margins(xml);
        });
    });
}
