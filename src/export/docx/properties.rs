//! Properties of paragraphs, runs and layout tables, always written in the order of ECMA-376.
//! Word refuses a file whose properties stand in another order, so no other file writes `w:pPr` or `w:rPr`.

use crate::papers::format::{HalfPoints, Twips};
use crate::papers::paper::{Align, Emphasis};

use super::xml::Xml;

/// Whether a paragraph stays on the page of the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// A page may end after it.
    #[default]
    Free,
    /// No page ends after it.
    WithNext,
}

/// A line above a paragraph, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rule {
    /// None.
    #[default]
    None,
    /// A solid line of the paragraph's width.
    Above,
}

/// Properties of a paragraph; what is `None` is left to the style.
#[derive(Debug, Clone, Default)]
pub struct ParagraphProperties {
    /// The style's id.
    pub style: Option<&'static str>,
    /// Whether it stays with the next.
    pub keep: Keep,
    /// Whether it belongs to the dash list.
    pub listed: Option<u32>,
    /// A line above.
    pub rule: Rule,
    /// Room above.
    pub before: Option<Twips>,
    /// Room below.
    pub after: Option<Twips>,
    /// Exact distance of lines.
    pub line: Option<Twips>,
    /// Indent of the first line.
    pub first_line: Option<Twips>,
    /// Indent at both sides.
    pub sides: Option<Twips>,
    /// Where lines stand.
    pub align: Option<Align>,
    /// Depth in the outline, from 0.
    pub outline: Option<u32>,
}

impl ParagraphProperties {
    /// Nothing but a style.
    pub fn styled(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// Writes `w:pPr`, in the order of `CT_PPr`.
    pub fn write(&self, xml: &mut Xml) {
        xml.element("w:pPr", &[], |xml| {
            if let Some(style) = self.style {
                xml.value("w:pStyle", &style);
            }
            if self.keep == Keep::WithNext {
                xml.empty("w:keepNext", &[]);
            }
            if let Some(list) = self.listed {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &0);
                    xml.value("w:numId", &list);
                });
            }
            if self.rule == Rule::Above {
                xml.element("w:pBdr", &[], |xml| {
                    let solid = "single";
                    xml.empty("w:top", &[("w:val", &solid), ("w:sz", &6), ("w:space", &1), ("w:color", &"auto")]);
                });
            }
            self.write_spacing(xml);
            self.write_indent(xml);
            if let Some(align) = self.align {
                xml.value("w:jc", &alignment(align));
            }
            if let Some(depth) = self.outline {
                xml.value("w:outlineLvl", &depth);
            }
        });
    }

    fn write_spacing(&self, xml: &mut Xml) {
        let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = Vec::new();
        let lengths = [("w:before", &self.before), ("w:after", &self.after), ("w:line", &self.line)];
        for (name, length) in lengths {
            if let Some(Twips(twips)) = length {
                attributes.push((name, twips));
            }
        }
        if self.line.is_some() {
            attributes.push(("w:lineRule", &"exact"));
        }
        if !attributes.is_empty() {
            xml.empty("w:spacing", &attributes);
        }
    }

    fn write_indent(&self, xml: &mut Xml) {
        if let Some(Twips(side)) = self.sides {
            xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
        } else if let Some(Twips(first)) = self.first_line {
            xml.empty("w:ind", &[("w:left", &0), ("w:firstLine", &first)]);
        }
    }
}

/// Properties of a run or of a style's letters; what is `None` is left to the style.
#[derive(Debug, Clone, Copy, Default)]
pub struct RunProperties {
    /// Bold, italic.
    pub emphasis: Emphasis,
    /// Type size.
    pub size: Option<HalfPoints>,
    /// `single` for an underline.
    pub underline: Option<&'static str>,
}

impl RunProperties {
    /// Nothing but an emphasis.
    pub fn emphasised(emphasis: Emphasis) -> Self {
        Self { emphasis, ..Self::default() }
    }

    /// Writes `w:rPr`, in the order of `CT_RPr`; nothing when there is nothing to say.
    pub fn write(&self, xml: &mut Xml) {
        if self.emphasis == Emphasis::Plain && self.size.is_none() && self.underline.is_none() {
            return;
        }
        xml.element("w:rPr", &[], |xml| {
            if self.emphasis.is_bold() {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if self.emphasis.is_italic() {
                xml.empty("w:i", &[]);
                xml.empty("w:iCs", &[]);
            }
            if let Some(HalfPoints(size)) = self.size {
                xml.value("w:sz", &size);
                xml.value("w:szCs", &size);
            }
            if let Some(kind) = self.underline {
                xml.value("w:u", &kind);
            }
        });
    }
}

/// The word DOCX has for a place of lines.
pub const fn alignment(align: Align) -> &'static str {
    match align {
        Align::Justified => "both",
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_stands_in_the_order_of_the_schema() {
        let all = ParagraphProperties {
            style: Some("X"),
            keep: Keep::WithNext,
            listed: Some(1),
            rule: Rule::Above,
            before: Some(Twips(1)),
            after: Some(Twips(2)),
            line: Some(Twips(360)),
            first_line: Some(Twips(567)),
            sides: None,
            align: Some(Align::Justified),
            outline: Some(0),
        };
        let mut xml = Xml::new();
        all.write(&mut xml);
        let text = xml.finish();
        let order = ["pStyle", "keepNext", "numPr", "pBdr", "w:spacing", "w:ind", "w:jc", "outlineLvl"];
        let places: Vec<_> = order.iter().map(|name| text.find(name).expect(name)).collect();
        assert!(places.is_sorted(), "{text}");
        assert!(text.contains(r#"<w:spacing w:before="1" w:after="2" w:line="360" w:lineRule="exact"/>"#));
        assert!(text.contains(r#"<w:ind w:left="0" w:firstLine="567"/>"#));
    }

    #[test]
    fn a_plain_run_says_nothing() {
        let mut xml = Xml::new();
        RunProperties::default().write(&mut xml);
        assert!(xml.finish().ends_with("?>\n"));
    }
}
