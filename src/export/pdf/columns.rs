//! Head and foot, which stand in two columns without borders: bodies, number, motto, place and date; signatures and recipients.

use pdf_writer::types::StructRole;

use super::flow::{Flow, Look, inside, set};
use super::length::Length;
use super::lines::width_of;
use super::row::{End, Line, Row, Rule};
use super::tags::{Tag, Tags};
use crate::papers::format::{CELL_MARGIN, HalfPoints, MOTTO, SMALL_LINES};
use crate::papers::paper::{Align, Emphasis, Head, Paper, PaperNumber, Recipients, Signature, Text};

/// One column as it grows: where it stands and how far down it goes.
struct Column<'f, 'a> {
    flow: &'f mut Flow<'a>,
    place: (Length, Length),
    row: Row,
    tag: Tag,
}

impl Column<'_, '_> {
    /// Adds a text below what is there.
    fn add(&mut self, text: &str, look: Look) {
        for line in set(self.flow.faces, &Text::from(text), look, self.place, Some(self.tag)) {
            self.row.lines.push(Line { y: self.row.height + line.y, ..line });
            self.row.height += look.leading;
        }
    }
}

/// Words of two syllables in the names of bodies: lines of even width would part `VĂN / PHÒNG`.
const WORDS: [&str; 18] = [
    "ĐẠI HỘI",
    "ĐẠI BIỂU",
    "ĐẢNG BỘ",
    "ĐẢNG ỦY",
    "CHI BỘ",
    "CHI ỦY",
    "BAN CHẤP HÀNH",
    "ỦY BAN",
    "VĂN PHÒNG",
    "TRUNG TÂM",
    "PHỤC VỤ",
    "HÀNH CHÍNH",
    "CHÍNH QUYỀN",
    "CƠ QUAN",
    "THÀNH PHỐ",
    "TƯ CÁCH",
    "THẨM TRA",
    "KIỂM PHIẾU",
];

/// A line of the head with its words held together; copied out of the file they have plain spaces.
fn whole_words(line: &str) -> String {
    WORDS.iter().fold(line.to_owned(), |line, word| line.replace(word, &word.replace(' ', "\u{a0}")))
}

/// Writes the head; number and place stand on the same height, and without a number the place stands below the motto.
pub fn head(flow: &mut Flow<'_>, head: &Head) {
    let format = &flow.profile.head;
    let (left, width) = flow.text_column();
    let split = Length::from(format.left_column);
    let places = [inside((left, split), CELL_MARGIN), inside((left + split, width - split), CELL_MARGIN)];
    let centred = |flow: &Flow<'_>, size: HalfPoints, base| flow.centred(size, base);
    let (superior, issuer) =
        (centred(flow, format.superior, Emphasis::Plain), centred(flow, format.issuer, Emphasis::Bold));
    let number = centred(flow, format.number, Emphasis::Plain);
    let (motto, place) = (centred(flow, format.motto, Emphasis::Bold), centred(flow, format.place, Emphasis::Italic));
    let bodies = column(flow, places[0], |column| {
        head.superior.iter().for_each(|line| column.add(&whole_words(line), superior));
        head.issuer.iter().for_each(|line| column.add(&whole_words(line), issuer));
        column.add("*", number);
    });
    let right = column(flow, places[1], |column| {
        column.add(MOTTO, motto);
        // room for the dots below Ộ and Ệ
        column.row.height += Length::points(2);
        if let Some(line) = column.row.lines.last() {
            let (from, y) = (line.x, column.row.height);
            let to = from + width_of(&line.letters);
            column.row.rules.push(Rule::new((from, y), (to, y), Length::points(3) / 4));
        }
        if head.number.is_none() {
            column.row.height += Length::points(4);
            column.add(&unbroken_date(&head.place_and_date), place);
        }
    });
    push(flow, bodies, right, Length::ZERO);
    let Some(number_label) = head.number.as_ref().map(PaperNumber::label) else { return };
    let told = number_label.replace(' ', "\u{a0}");
    let left = column(flow, places[0], |column| column.add(&told, number));
    let right = column(flow, places[1], |column| column.add(&unbroken_date(&head.place_and_date), place));
    push(flow, left, right, Length::ZERO);
}

/// Writes signatures and recipients. With one signer the recipients stand beside the signature, else below.
pub fn foot(flow: &mut Flow<'_>, paper: &Paper) {
    let recipients = paper.recipients.as_ref();
    let Some(signatures) = &paper.signatures else {
        if let Some(recipients) = recipients {
            below(flow, recipients);
        }
        return;
    };
    let (left, width) = flow.text_column();
    let places = [inside((left, width.half()), CELL_MARGIN), inside((left + width.half(), width.half()), CELL_MARGIN)];
    let right = &signatures.right;
    let lines = signatures.left.as_ref().map_or(0, signature_lines).max(signature_lines(right));
    let beside = match &signatures.left {
        Some(left) => column(flow, places[0], |column| signature(column, left, lines)),
        None => column(flow, places[0], |column| {
            if let Some(recipients) = recipients {
                list(column, recipients);
            }
        }),
    };
    let signed = column(flow, places[1], |column| signature(column, right, lines));
    // an empty line parts the signatures from the last words and keeps them together
    let gap = Row { height: flow.profile.body.line.into(), end: End::Tied, ..Row::default() };
    flow.push(gap, Length::ZERO);
    push(flow, beside, signed, flow.profile.body.after.into());
    if let (Some(_), Some(recipients)) = (&signatures.left, recipients) {
        // recipients alone on a page belong to nothing
        below(flow, recipients);
    }
}

fn column(flow: &mut Flow<'_>, place: (Length, Length), fill: impl FnOnce(&mut Column<'_, '_>)) -> Row {
    let tag = flow.tags.add(Tags::ROOT, StructRole::P);
    let mut column = Column { flow, place, row: Row::default(), tag };
    fill(&mut column);
    column.row
}

/// Puts two columns side by side as one row.
fn push(flow: &mut Flow<'_>, left: Row, right: Row, after: Length) {
    let mut row = left;
    row.height = row.height.max(right.height);
    row.lines.extend(right.lines);
    row.rules.extend(right.rules);
    flow.push(Row { end: End::Tied, ..row }, after);
}

fn below(flow: &mut Flow<'_>, recipients: &Recipients) {
    let (left, width) = flow.text_column();
    let row = column(flow, (left, width), |column| list(column, recipients));
    flow.push(row, Length::ZERO);
}

fn list(column: &mut Column<'_, '_>, recipients: &Recipients) {
    let format = &column.flow.profile.title;
    let look = Look { align: Align::Left, ..column.flow.centred(format.recipients_label, Emphasis::Plain) };
    let entry = Look { size: format.recipients, leading: SMALL_LINES.0.into(), ..look };
    column.add(Recipients::LABEL, look);
    if let Some(line) = column.row.lines.last() {
        let (from, y) = (line.x, line.y + Length::points(2));
        let to = from + width_of(&line.letters);
        column.row.rules.push(Rule::new((from, y), (to, y), Length::points(3) / 4));
    }
    recipients.entries().iter().for_each(|text| column.add(text, entry));
}

/// Lines above the name.
fn signature_lines(signature: &Signature) -> usize {
    signature.capacity.len() + signature.office.iter().len()
}

fn signature(column: &mut Column<'_, '_>, signature: &Signature, lines: usize) {
    let format = &column.flow.profile.title;
    let bold = column.flow.centred(format.signature, Emphasis::Bold);
    let plain = Look { base: Emphasis::Plain, ..bold };
    signature.capacity.iter().for_each(|line| column.add(line, bold));
    signature.office.iter().for_each(|line| column.add(line, plain));
    // two names stand level, whatever stands above them
    let missing = i64::try_from(lines.saturating_sub(signature_lines(signature))).unwrap_or(0);
    column.row.height += bold.leading * missing + format.signature_room.into();
    match &signature.name {
        Some(name) => column.add(name, bold),
        None => column.row.height += bold.leading,
    }
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
    fn a_body_is_not_parted_inside_a_word() {
        let told = whole_words("ĐẠI HỘI CHI BỘ VĂN PHÒNG UBND QUẬN 1").replace('\u{a0}', "~");
        assert_eq!(told, "ĐẠI~HỘI CHI~BỘ VĂN~PHÒNG UBND QUẬN 1");
    }
}
