//! The foot: signatures side by side, recipients at the left.

use crate::papers::format::{FormatProfile, Twips};
use crate::papers::paper::{Paper, Recipients, Signature, Text};

use super::document::{line, paragraph};
use super::properties::{Keep, ParagraphProperties};
use super::styles::id;
use super::tables::{two_cells, two_columns};
use super::xml::Xml;

/// Writes signatures and recipients. With one signer the recipients stand beside the signature, else below.
pub fn write(xml: &mut Xml, paper: &Paper, profile: &FormatProfile) {
    let recipients = paper.recipients.as_ref();
    let Some(signatures) = &paper.signatures else {
        if let Some(recipients) = recipients {
            write_recipients(xml, recipients);
        }
        return;
    };
    let total = profile.sheet.text_width().0;
    let widths = [total / 2, total - total / 2];
    let right = &signatures.right;
    kept_gap(xml);
    two_columns(xml, widths, |xml| match &signatures.left {
        Some(left) => {
            let lines = signature_lines(left).max(signature_lines(right));
            two_cells(xml, widths, |xml| write_signature(xml, left, lines), |xml| write_signature(xml, right, lines));
            if let Some(recipients) = recipients {
                // in the table of the signatures: recipients alone on a page belong to nothing
                let below = |xml: &mut Xml| {
                    gap(xml, Keep::WithNext);
                    write_recipients(xml, recipients);
                };
                two_cells(xml, widths, below, |xml| line(xml, id::RECIPIENT, ""));
            }
        }
        None => two_cells(
            xml,
            widths,
            |xml| match recipients {
                Some(recipients) => write_recipients(xml, recipients),
                None => line(xml, id::RECIPIENT, ""),
            },
            |xml| write_signature(xml, right, 0),
        ),
    });
    end(xml);
}

/// The paragraph that must follow a table, a point high: a full page of signatures has no room for a line, and an empty page would follow.
fn end(xml: &mut Xml) {
    let none = Some(Twips(0));
    let low = ParagraphProperties {
        line: Some(Twips::points(1)),
        before: none,
        after: none,
        ..ParagraphProperties::styled(id::GAP)
    };
    paragraph(xml, &low, &Text::new());
}

fn gap(xml: &mut Xml, keep: Keep) {
    paragraph(xml, &ParagraphProperties { keep, ..ParagraphProperties::styled(id::GAP) }, &Text::new());
}

/// An empty paragraph that keeps the signatures on the page of the last words and apart from a table before them.
fn kept_gap(xml: &mut Xml) {
    line(xml, id::OFFICE, "");
}

/// Lines above the name.
fn signature_lines(signature: &Signature) -> usize {
    signature.capacity.len() + signature.office.iter().len()
}

/// Writes a signature with at least `lines` lines above the room for the hand, so that two names stand level.
fn write_signature(xml: &mut Xml, signature: &Signature, lines: usize) {
    for capacity in &signature.capacity {
        line(xml, id::CAPACITY, capacity);
    }
    if let Some(office) = &signature.office {
        line(xml, id::OFFICE, office);
    }
    for _ in signature_lines(signature)..lines {
        line(xml, id::OFFICE, "");
    }
    line(xml, id::NAME, signature.name.as_deref().unwrap_or(""));
}

fn write_recipients(xml: &mut Xml, recipients: &Recipients) {
    line(xml, id::RECIPIENTS_LABEL, Recipients::LABEL);
    let entries = recipients.entries();
    let last = entries.len().saturating_sub(1);
    for (place, entry) in entries.into_iter().enumerate() {
        // recipients alone on a page belong to nothing
        let keep = if place == last { Keep::Free } else { Keep::WithNext };
        paragraph(xml, &ParagraphProperties { keep, ..ParagraphProperties::styled(id::RECIPIENT) }, &Text::from(entry));
    }
}
