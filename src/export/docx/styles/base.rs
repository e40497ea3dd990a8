//! What every document starts from: defaults, the normal paragraph, the two table styles.

use crate::papers::format::FormatProfile;

use super::super::xml::Xml;
use super::super::{LANGUAGE, parts};
use super::id;

/// Typeface, size, language and exact lines for everything.
pub fn defaults(xml: &mut Xml, profile: &FormatProfile) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let face = profile.typeface;
                xml.empty(
                    "w:rFonts",
                    &[("w:ascii", &face), ("w:hAnsi", &face), ("w:eastAsia", &face), ("w:cs", &face)],
                );
                xml.value("w:sz", &profile.body.size.0);
                xml.value("w:szCs", &profile.body.size.0);
                let language = LANGUAGE;
                xml.empty("w:lang", &[("w:val", &language), ("w:eastAsia", &language), ("w:bidi", &"ar-SA")]);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[]);
                let line = profile.body.line.0;
                xml.empty(
                    "w:spacing",
                    &[("w:before", &0), ("w:after", &0), ("w:line", &line), ("w:lineRule", &"exact")],
                );
            });
        });
    });
}

/// The style every other paragraph style is based on.
pub fn normal(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", &"paragraph"), ("w:default", &1), ("w:styleId", &"Normal")], |xml| {
        xml.value("w:name", &"Normal");
        xml.empty("w:qFormat", &[]);
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
    xml.element("w:style", &[("w:type", &"table"), ("w:styleId", &id::GRID)], |xml| {
        xml.value("w:name", &"Table Grid");
        xml.value("w:basedOn", &"TableNormal");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let solid = "single";
                    xml.empty(side, &[("w:val", &solid), ("w:sz", &4), ("w:space", &0), ("w:color", &"auto")]);
                }
            });
        });
    });
}
