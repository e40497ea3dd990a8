//! The head: bodies and number at the left, motto with its rule, place and date at the right.

use crate::papers::format::{FormatProfile, MOTTO};
use crate::papers::paper::{Head, PaperNumber};

use super::document::line;
use super::styles::id;
use super::tables::{two_cells, two_columns};
use super::xml::Xml;

/// Writes the head; number and place stand on the same height.
pub fn write(xml: &mut Xml, head: &Head, profile: &FormatProfile) {
    let left = profile.head.left_column.0;
    let widths = [left, profile.sheet.text_width().0 - left];
    two_columns(xml, widths, |xml| {
        two_cells(
            xml,
            widths,
            |xml| {
                if let Some(superior) = &head.superior {
                    line(xml, id::SUPERIOR, superior);
                }
                for issuer in &head.issuer {
                    line(xml, id::ISSUER, issuer);
                }
                line(xml, id::NUMBER, "*");
            },
            |xml| {
                line(xml, id::MOTTO, MOTTO);
                line(xml, id::MOTTO_RULE, "");
            },
        );
        let number = head.number.as_ref().map(PaperNumber::label).unwrap_or_default();
        two_cells(
            xml,
            widths,
            |xml| line(xml, id::NUMBER, &number.replace(' ', "\u{a0}")),
            |xml| line(xml, id::PLACE, &unbroken_date(&head.place_and_date)),
        );
    });
}

/// Place and date with a line break, if any, only between the two.
fn unbroken_date(text: &str) -> String {
    match text.rsplit_once(", ") {
        Some((place, date)) => format!("{place}, {}", date.replace(' ', "\u{a0}")),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stays_on_one_line() {
        assert_eq!(
            unbroken_date("Thành phố Hồ Chí Minh, ngày 28 tháng 9 năm 2022").replace('\u{a0}', "~"),
            "Thành phố Hồ Chí Minh, ngày~28~tháng~9~năm~2022"
        );
        assert_eq!(unbroken_date("Móng Cái"), "Móng Cái");
    }
}
