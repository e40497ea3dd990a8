//! The drawing of pages: lines and rules of rows as the operators of a content stream, each piece marked with the part of the
//! document it belongs to. Letters used are noted, so that only they are embedded.

use std::collections::BTreeMap;

use pdf_writer::types::{ArtifactType, LineCapStyle};
use pdf_writer::{Content, Finish, Name, Str};
use subsetter::GlyphRemapper;

use super::font::{FILES, Kind, Letter};
use super::length::Length;
use super::row::{Line, Rule};
use super::tags::{Tag, Tags};

/// The names of the faces in the resources of a page.
pub const FACES: [Name<'static>; 4] = [Name(b"F0"), Name(b"F1"), Name(b"F2"), Name(b"F3")];

/// The letters of a face that a document uses.
#[derive(Default)]
pub struct Used {
    /// Numbers of glyphs in the face and in the part of it that is embedded.
    pub glyphs: GlyphRemapper,
    /// Which character each embedded glyph is copied out as, and its number in the face.
    pub characters: BTreeMap<u16, (char, u16)>,
}

/// The letters a document uses, by face.
#[derive(Default)]
pub struct Ink {
    /// By the place of the face.
    pub faces: [Used; FILES.len()],
}

impl Ink {
    fn embedded(&mut self, letter: Letter) -> u16 {
        let used = &mut self.faces[letter.face];
        let number = used.glyphs.remap(letter.glyph);
        used.characters.entry(number).or_insert((letter.char, letter.glyph));
        number
    }
}

/// One page being drawn.
pub struct Canvas {
    content: Content,
    height: Length,
    page: usize,
    open: Option<Tag>,
    rules: Vec<(Rule, Length)>,
}

impl Canvas {
    /// An empty page of a height, by its number from 0.
    pub fn new(page: usize, height: Length) -> Self {
        Self { content: Content::new(), height, page, open: None, rules: Vec::new() }
    }

    /// Draws a line of a row whose top lies at `top`, in its part of the document.
    pub fn line(&mut self, line: &Line, top: Length, tags: &mut Tags, ink: &mut Ink) {
        match line.tag {
            Some(tag) => self.enter(tag, tags),
            None => self.artifact(ArtifactType::Pagination),
        }
        self.letters(line, top, ink);
        if line.tag.is_none() {
            self.content.end_marked_content();
        }
    }

    /// Draws a line that belongs to no part, such as a header row that is repeated.
    pub fn repeated(&mut self, line: &Line, top: Length, ink: &mut Ink) {
        self.artifact(ArtifactType::Pagination);
        self.letters(line, top, ink);
        self.content.end_marked_content();
    }

    /// Draws a line of a document without structure.
    pub fn plain(&mut self, line: &Line, top: Length, ink: &mut Ink) {
        self.letters(line, top, ink);
    }

    /// Draws a rule of a row whose top lies at `top`.
    pub fn rule(&mut self, rule: Rule, top: Length) {
        self.rules.push((rule, top));
    }

    /// The content stream.
    pub fn finish(mut self) -> Vec<u8> {
        self.leave();
        if !self.rules.is_empty() {
            self.artifact(ArtifactType::Layout);
            self.content.set_line_cap(LineCapStyle::ProjectingSquareCap);
            for (rule, top) in std::mem::take(&mut self.rules) {
                let y = |below: Length| (self.height - top - below).pt();
                self.content.set_line_width(rule.weight.pt());
                self.content.move_to(rule.from.0.pt(), y(rule.from.1));
                self.content.line_to(rule.to.0.pt(), y(rule.to.1));
                self.content.stroke();
            }
            self.content.end_marked_content();
        }
        self.content.finish().into_vec()
    }

    fn enter(&mut self, tag: Tag, tags: &mut Tags) {
        if self.open == Some(tag) {
            return;
        }
        self.leave();
        let id = tags.mark(tag, self.page);
        self.content.begin_marked_content_with_properties(tags.name(tag)).properties().identify(id);
        self.open = Some(tag);
    }

    fn leave(&mut self) {
        if self.open.take().is_some() {
            self.content.end_marked_content();
        }
    }

    fn artifact(&mut self, kind: ArtifactType) {
        self.leave();
        let mut mark = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
        mark.properties().artifact().kind(kind);
        mark.finish();
    }

    /// Writes the letters of a line: a run for each face, an adjustment after each space of a justified line.
    fn letters(&mut self, line: &Line, top: Length, ink: &mut Ink) {
        let (x, y) = (line.x.pt(), (self.height - top - line.y).pt());
        let widen = (-line.gap).per_mille_of(line.size);
        self.content.begin_text();
        self.content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, y]);
        for run in line.letters.chunk_by(|one, next| one.face == next.face) {
            let Some(first) = run.first() else { continue };
            self.content.set_font(FACES[first.face], Length::em(line.size).pt());
            let mut shown = self.content.show_positioned();
            let mut items = shown.items();
            for piece in run.split_inclusive(|letter| letter.kind != Kind::Ink && line.gap > Length::ZERO) {
                let bytes: Vec<u8> = piece.iter().flat_map(|letter| ink.embedded(*letter).to_be_bytes()).collect();
                items.show(Str(&bytes));
                if piece.last().is_some_and(|letter| letter.kind != Kind::Ink) && line.gap > Length::ZERO {
                    items.adjust(widen);
                }
            }
        }
        self.content.end_text();
    }
}
