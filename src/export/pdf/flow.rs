//! A paper as rows, from top to bottom, in the sizes of its format profile. Tables are laid out in `grid`, head and foot in
//! `columns`; where pages end is decided in `pages`.

use pdf_writer::types::StructRole;

use super::font::Faces;
use super::length::Length;
use super::lines::{self, Measure};
use super::row::{End, Line, Row};
use super::tags::{Tag, Tags};
use super::{columns, grid};
use crate::papers::format::{FormatProfile, HalfPoints, TITLE_ROOM, Twips};
use crate::papers::paper::{Align, Block, Emphasis, Level, Paper, Text, Title};

/// The rule below the title.
const SHORT_RULE: &str = "-----";

/// How a paragraph looks.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Type size.
    pub size: HalfPoints,
    /// Emphasis of all of it.
    pub base: Emphasis,
    /// Distance of its lines.
    pub leading: Length,
    /// Where its lines stand.
    pub align: Align,
    /// Indent of its first line.
    pub first: Length,
    /// Room above.
    pub before: Length,
    /// Room below.
    pub after: Length,
    /// Whether it stays with what follows.
    pub end: End,
}

/// The rows of a paper as they grow.
pub struct Flow<'a> {
    /// The sizes.
    pub profile: &'a FormatProfile,
    /// The typeface.
    pub faces: &'a Faces,
    /// The structure.
    pub tags: Tags,
    /// The rows so far.
    pub rows: Vec<Row>,
    /// Room below the last row, not yet part of one.
    below: Length,
    list: Option<Tag>,
}

impl<'a> Flow<'a> {
    /// No rows yet.
    pub fn blank(profile: &'a FormatProfile, faces: &'a Faces) -> Self {
        Self { profile, faces, tags: Tags::new(), rows: Vec::new(), below: Length::ZERO, list: None }
    }

    /// The rows of a whole paper.
    pub fn of(paper: &Paper, profile: &'a FormatProfile, faces: &'a Faces) -> Self {
        let mut flow = Self::blank(profile, faces);
        if let Some(notice) = &paper.notice {
            let look =
                Look { after: TITLE_ROOM.1.into(), end: End::Tied, ..flow.centred(profile.body.size, Emphasis::Bold) };
            let tag = flow.tags.add(Tags::ROOT, StructRole::P);
            flow.paragraph(&Text::from(notice.as_str()), look, tag);
        }
        columns::head(&mut flow, &paper.head);
        flow.title(&paper.title);
        for (index, block) in paper.body.iter().enumerate() {
            flow.block(block, if paper.ties(index) { End::Tied } else { End::Free });
        }
        columns::foot(&mut flow, paper);
        flow
    }

    /// The left edge and the width of the text.
    pub fn text_column(&self) -> (Length, Length) {
        (self.profile.sheet.left.into(), self.profile.sheet.text_width().into())
    }

    /// The height of the text on a page.
    pub fn text_height(&self) -> Length {
        let sheet = &self.profile.sheet;
        Length::from(sheet.height) - sheet.top.into() - sheet.bottom.into()
    }

    /// Running text.
    pub fn running(&self) -> Look {
        let body = &self.profile.body;
        Look {
            size: body.size,
            base: Emphasis::Plain,
            leading: body.line.into(),
            align: Align::Justified,
            first: body.first_line.into(),
            before: Length::ZERO,
            after: body.after.into(),
            end: End::Free,
        }
    }

    /// A line in the middle, without room around it.
    pub fn centred(&self, size: HalfPoints, base: Emphasis) -> Look {
        Look { size, base, align: Align::Centre, first: Length::ZERO, after: Length::ZERO, ..self.running() }
    }

    /// Adds a row. Between two rows lies the greater of the room below one and above the other, as in Word.
    pub fn push(&mut self, row: Row, after: Length) {
        let before = if self.rows.is_empty() { Length::ZERO } else { self.below.max(row.before) };
        self.below = after;
        self.rows.push(Row { before, ..row });
    }

    /// Adds a paragraph: a row for each line, the first and the last never alone on a page.
    pub fn paragraph(&mut self, text: &Text, look: Look, tag: Tag) {
        let column = self.text_column();
        let lines = set(self.faces, text, look, column, Some(tag));
        let last = lines.len().saturating_sub(1);
        let whole = look.align == Align::Centre;
        for (index, line) in lines.into_iter().enumerate() {
            let alone = index == 0 || index + 1 == last || whole;
            let end = if index == last {
                look.end
            } else if alone {
                End::Tied
            } else {
                End::Free
            };
            let before = if index == 0 { look.before } else { Length::ZERO };
            let after = if index == last { look.after } else { Length::ZERO };
            self.push(Row { before, height: look.leading, lines: vec![line], end, ..Row::default() }, after);
        }
    }

    /// Adds a text, one paragraph for each of its lines; only the last one stays with what follows.
    fn paragraphs(&mut self, text: &Text, look: Look, tag: Tag, role: StructRole) {
        let pieces = text.paragraphs();
        let last = pieces.len().saturating_sub(1);
        for (index, piece) in pieces.iter().enumerate() {
            let end = if index == last { look.end } else { End::Free };
            let part = self.tags.add(tag, role);
            self.paragraph(piece, Look { end, ..look }, part);
        }
    }

    fn title(&mut self, title: &Title) {
        let format = &self.profile.title;
        let kind = Look { before: TITLE_ROOM.0.into(), end: End::Tied, ..self.centred(format.kind, Emphasis::Bold) };
        let subject = Look { end: End::Tied, ..self.centred(format.subject, Emphasis::Bold) };
        let tag = self.tags.add(Tags::ROOT, StructRole::H1);
        self.paragraph(&Text::from(title.kind.as_str()), kind, tag);
        for line in &title.subject {
            self.paragraph(&Text::from(line.as_str()), subject, tag);
        }
        let rule = Look { after: TITLE_ROOM.1.into(), base: Emphasis::Plain, ..subject };
        let tag = self.tags.add(Tags::ROOT, StructRole::P);
        self.paragraph(&Text::from(SHORT_RULE), rule, tag);
    }

    fn block(&mut self, block: &Block, end: End) {
        if !matches!(block, Block::Item { .. }) {
            self.list = None;
        }
        let running = Look { end, ..self.running() };
        match block {
            Block::Heading { level, text } => {
                let (role, base) = match level {
                    Level::Part => (StructRole::H2, Emphasis::Bold),
                    Level::Section => (StructRole::H3, Emphasis::Bold),
                    Level::Point => (StructRole::H4, Emphasis::BoldItalic),
                };
                let look = Look { base, before: running.after, end: End::Tied, ..running };
                self.heading(text, look, role);
            }
            Block::Paragraph { text, align, .. } => {
                let first = if *align == Align::Justified { running.first } else { Length::ZERO };
                self.paragraphs(text, Look { align: *align, first, ..running }, Tags::ROOT, StructRole::P);
            }
            Block::Item { text, align, .. } => {
                let list = match self.list {
                    Some(list) => list,
                    None => self.tags.add(Tags::ROOT, StructRole::L),
                };
                self.list = Some(list);
                for piece in text.paragraphs() {
                    let item = self.tags.add(list, StructRole::LI);
                    let words = piece
                        .spans()
                        .iter()
                        .fold(Text::from("-\u{a0}"), |words, span| words.with(span.text.clone(), span.emphasis));
                    self.paragraphs(&words, Look { align: *align, ..running }, item, StructRole::LBody);
                }
            }
            Block::Table(table) => grid::table(self, table, end),
        }
    }

    /// Adds a heading, all of whose lines stay with what follows.
    fn heading(&mut self, text: &Text, look: Look, role: StructRole) {
        let from = self.rows.len();
        self.paragraphs(text, look, Tags::ROOT, role);
        self.rows[from..].iter_mut().for_each(|row| row.end = End::Tied);
    }
}

/// The lines of a text in a column (left edge, width), one below the other from the top of a row.
pub fn set(faces: &Faces, text: &Text, look: Look, (left, width): (Length, Length), tag: Option<Tag>) -> Vec<Line> {
    let letters = faces.letters(text, look.size, look.base);
    let measure = Measure { width, first: look.first, align: look.align };
    let line = |line: lines::SetLine| Line {
        x: left + line.left,
        y: baseline(look.leading),
        letters: line.letters,
        size: look.size,
        gap: line.gap,
        tag,
    };
    lines::set(&letters, measure).into_iter().map(line).collect()
}

/// Where letters stand in a line of an exact height: a fifth above its foot.
pub fn baseline(leading: Length) -> Length {
    leading * 4 / 5
}

/// A column within another, without the margins of a cell.
pub fn inside((left, width): (Length, Length), margin: Twips) -> (Length, Length) {
    let margin = Length::from(margin);
    (left + margin, width - margin * 2)
}
