//! A paper as a PDF file for printing, signing and archives: the typeface bundled and embedded, the text selectable letter for
//! letter, the same bytes on every machine (PDF/A-2). Sizes come from the format profile; words from the paper.

mod ballot;
mod canvas;
mod columns;
mod embed;
mod file;
mod flow;
mod font;
mod grey;
mod grid;
mod length;
mod lines;
mod metadata;
mod pages;
mod row;
mod tags;
#[cfg(test)]
mod tests;

use canvas::{Canvas, Ink};
use file::{File, Page, Sides};
use flow::{Flow, Look, set};
use font::Faces;
use length::Length;
use pages::Placed;
use row::{Line, Row};
use tags::Tags;

use crate::papers::format::{FormatProfile, HalfPoints, PAGE_NOTICE, SMALL_LINES};
use crate::papers::paper::{Emphasis, Paper, Text};

/// Why no PDF came out.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The bundled typeface could not be read.
    #[error("the bundled typeface could not be read")]
    Typeface,
    /// The bytes of a stream could not be packed.
    #[error("a stream of the PDF could not be packed")]
    Packing(#[from] std::io::Error),
}

/// Writes a paper in a format profile. The same paper gives the same bytes on every machine: no clock, no random number, no
/// typeface from outside.
pub fn pdf(paper: &Paper, profile: &FormatProfile) -> Result<Vec<u8>, PdfError> {
    let faces = Faces::bundled()?;
    if let Some(ballot) = &paper.ballot {
        return ballot::pdf(paper, ballot, profile, faces);
    }
    let flow = Flow::of(paper, profile, faces);
    let parted = pages::pages(&flow.rows, flow.text_height());
    let (mut tags, mut ink) = (flow.tags, Ink::default());
    let sheet = &profile.sheet;
    let size = (Length::from(sheet.width), Length::from(sheet.height));
    let drawn = parted.iter().enumerate().map(|(number, placed)| {
        let mut canvas = Canvas::new(number, size.1);
        draw(&mut canvas, &flow.rows, (placed, sheet.top.into()), &mut tags, &mut ink);
        if number > 0 {
            for line in page_number(number + 1, paper.running_notice().as_deref(), profile, faces) {
                canvas.line(&line, Length::ZERO, &mut tags, &mut ink);
            }
        }
        Page { content: canvas.finish() }
    });
    let pages = drawn.collect();
    let title = paper.title.name();
    File { title, sheet: size, pages, copies: 1, sides: Sides::Asked, ink, tags: Some(tags) }.bytes()
}

fn draw(canvas: &mut Canvas, rows: &[Row], (placed, top): (&[Placed], Length), tags: &mut Tags, ink: &mut Ink) {
    for Placed { row, top: below, repeated } in placed {
        let row = &rows[*row];
        for line in &row.lines {
            if *repeated {
                canvas.repeated(line, top + *below, ink);
            } else {
                canvas.line(line, top + *below, tags, ink);
            }
        }
        row.rules.iter().for_each(|rule| canvas.rule(*rule, top + *below));
    }
}

/// The number of a later page in the middle of its upper edge, and below it the warning the paper carries.
fn page_number(number: usize, notice: Option<&str>, profile: &FormatProfile, faces: &Faces) -> Vec<Line> {
    let sheet = &profile.sheet;
    let column = (sheet.left.into(), sheet.text_width().into());
    let look = |size: HalfPoints, base, leading| Look {
        size,
        base,
        leading,
        align: crate::papers::paper::Align::Centre,
        first: Length::ZERO,
        before: Length::ZERO,
        after: Length::ZERO,
        end: row::End::Free,
    };
    let top = Length::from(sheet.page_number);
    let number_look = look(profile.body.size, Emphasis::Plain, SMALL_LINES.1.into());
    let mut lines = set(faces, &Text::from(number.to_string()), number_look, column, None);
    let small = look(PAGE_NOTICE, Emphasis::Italic, SMALL_LINES.2.into());
    let notice = notice.map(|notice| set(faces, &Text::from(notice), small, column, None));
    let notice = notice.into_iter().flatten().take(1);
    for line in &mut lines {
        line.y += top;
    }
    lines.extend(notice.map(|line| Line { y: line.y + top + number_look.leading, ..line }));
    lines
}
