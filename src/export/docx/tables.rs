//! Tables: the grid of a paper's own tables and the borderless two columns of head and foot.
//! Widths are shares of the text width; nothing is measured here.

use crate::papers::format::{FormatProfile, TOGETHER};
use crate::papers::paper::{Align, Column, Table, TableSet, Text};

use super::document::{line, paragraph, paragraphs};
use super::properties::{Keep, ParagraphProperties};
use super::styles::id;
use super::xml::Xml;

/// Writes a table with its header row repeated on every page, no row cut by a page, and the gap below it. A small table
/// stands on one page: each of its rows is tied to the next. `keep` ties the last row to what follows; then even a small table
/// may part, so that the signatures draw no whole page after them.
pub fn write(xml: &mut Xml, table: &Table, keep: Keep, profile: &FormatProfile) {
    if table.columns().is_empty() {
        return;
    }
    let widths = table.widths(profile.sheet.text_width().0, profile.body.least_column.0);
    let (heading, words) = match table.set {
        TableSet::Full => (id::HEADER_CELL, id::CELL),
        TableSet::Small => (id::SMALL_HEADER_CELL, id::SMALL_CELL),
    };
    xml.element("w:tbl", &[], |xml| {
        table_properties(xml, Some(id::GRID), &widths);
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            for (column, width) in table.columns().iter().zip(&widths) {
                cell(xml, *width, |xml| {
                    line(xml, heading, &column.heading);
                });
            }
        });
        for (index, row) in table.rows().iter().enumerate() {
            let rows = table.rows().len();
            // the last row does not stand alone below a repeated header
            let tied = index + 2 == rows || (rows <= TOGETHER && keep == Keep::Free);
            let between = if tied { Keep::WithNext } else { Keep::Free };
            let keep = if index + 1 == rows { keep } else { between };
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                for ((column, width), text) in table.columns().iter().zip(&widths).zip(row) {
                    cell(xml, *width, |xml| cell_text(xml, (column, words), text, keep));
                }
            });
        }
    });
    // two tables without a paragraph between them become one
    let gap = ParagraphProperties { keep, ..ParagraphProperties::styled(id::GAP) };
    paragraph(xml, &gap, &Text::new());
}

fn cell_text(xml: &mut Xml, (column, style): (&Column, &'static str), text: &Text, keep: Keep) {
    let mut properties = ParagraphProperties { keep, ..ParagraphProperties::styled(style) };
    properties.align = (column.align != Align::Left).then_some(column.align);
    if text.is_blank() {
        // a cell without a paragraph is a damaged file to Word
        paragraph(xml, &properties, &Text::new());
    } else {
        paragraphs(xml, &properties, text);
    }
}

/// Writes a borderless row of two cells as wide as `widths`, as head and foot need it.
pub fn two_columns(xml: &mut Xml, widths: [u32; 2], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        table_properties(xml, None, &widths);
        rows(xml);
    });
}

/// Writes a row of [`two_columns`], which no page cuts.
pub fn two_cells(xml: &mut Xml, widths: [u32; 2], left: impl FnOnce(&mut Xml), right: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        layout_cell(xml, widths[0], left);
        layout_cell(xml, widths[1], right);
    });
}

fn table_properties(xml: &mut Xml, style: Option<&'static str>, widths: &[u32]) {
    xml.element("w:tblPr", &[], |xml| {
        if let Some(style) = style {
            xml.value("w:tblStyle", &style);
        }
        let total: u32 = widths.iter().sum();
        xml.empty("w:tblW", &[("w:w", &total), ("w:type", &"dxa")]);
        xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
        let first_row = u8::from(style.is_some());
        xml.empty(
            "w:tblLook",
            &[
                ("w:val", &if style.is_some() { "0020" } else { "0000" }),
                ("w:firstRow", &first_row),
                ("w:lastRow", &0),
                ("w:firstColumn", &0),
                ("w:lastColumn", &0),
                ("w:noHBand", &0),
                ("w:noVBand", &0),
            ],
        );
    });
    xml.element("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", width)]);
        }
    });
}

fn cell(xml: &mut Xml, width: u32, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
            xml.value("w:vAlign", &"center");
        });
        inside(xml);
    });
}

fn layout_cell(xml: &mut Xml, width: u32, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
        });
        inside(xml);
    });
}
