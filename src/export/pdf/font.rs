//! The bundled typeface: Liberation Serif, whose letters are as wide as those of Times New Roman. Letters with their widths come
//! from here; what a file embeds of them is written in `embed`.

use std::sync::LazyLock;

use ttf_parser::Face as Parsed;

use super::PdfError;
use super::length::{Length, UNITS_PER_EM};
use crate::papers::format::HalfPoints;
use crate::papers::paper::{Emphasis, Text, keep_together};

/// The four faces as they stand in the repository, by [`index`].
pub const FILES: [&[u8]; 4] = [
    include_bytes!("fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("fonts/LiberationSerif-BoldItalic.ttf"),
];

/// The names of the faces.
pub const NAMES: [&str; 4] =
    ["LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic"];

/// What stands for a letter that the typeface does not have.
const MISSING: char = '\u{25a1}';

/// The place of a face in [`FILES`].
pub const fn index(emphasis: Emphasis) -> usize {
    match emphasis {
        Emphasis::Plain => 0,
        Emphasis::Bold => 1,
        Emphasis::Italic => 2,
        Emphasis::BoldItalic => 3,
    }
}

/// What a letter is to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Ink.
    Ink,
    /// A space where the line may end.
    Space,
    /// A space where it may not.
    Bound,
}

/// One letter, ready to stand in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The character, as a reader copies it out.
    pub char: char,
    /// Its glyph in the face.
    pub glyph: u16,
    /// The face, by its place in [`FILES`].
    pub face: usize,
    /// How wide it is.
    pub width: Length,
    /// What it is to the line.
    pub kind: Kind,
}

/// The parsed faces.
pub struct Faces([Parsed<'static>; 4]);

static FACES: LazyLock<Option<Faces>> = LazyLock::new(|| {
    let parsed = |face: usize| Parsed::parse(FILES[face], 0).ok().filter(|face| face.units_per_em() == UNITS_PER_EM);
    Some(Faces([parsed(0)?, parsed(1)?, parsed(2)?, parsed(3)?]))
});

impl Faces {
    /// The faces of this program.
    pub fn bundled() -> Result<&'static Self, PdfError> {
        FACES.as_ref().ok_or(PdfError::Typeface)
    }

    /// A face by its place.
    pub fn face(&self, face: usize) -> &Parsed<'static> {
        &self.0[face.min(3)]
    }

    /// The letters of a text in a size, `base` laid under the emphasis of its spans; spaces that hold words together hold them.
    pub fn letters(&self, text: &Text, size: HalfPoints, base: Emphasis) -> Vec<Letter> {
        let mut letters = Vec::new();
        for span in text.spans() {
            let face = index(combined(span.emphasis, base));
            for char in keep_together(&span.text).chars().filter(|char| !char.is_control() || *char == '\t') {
                letters.push(self.letter(char, face, size));
            }
        }
        letters
    }

    fn letter(&self, char: char, face: usize, size: HalfPoints) -> Letter {
        let (char, kind) = match char {
            '\u{a0}' | '\u{202f}' => (' ', Kind::Bound),
            ' ' | '\t' => (' ', Kind::Space),
            other => (other, Kind::Ink),
        };
        let parsed = self.face(face);
        let known = parsed.glyph_index(char).map(|glyph| (char, glyph));
        let (char, glyph) = known
            .or_else(|| parsed.glyph_index(MISSING).map(|glyph| (MISSING, glyph)))
            .map_or((char, 0), |(char, glyph)| (char, glyph.0));
        let units = parsed.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
        Letter { char, glyph, face, width: Length::advance(units, size), kind }
    }
}

/// An emphasis within text that is emphasised already.
const fn combined(span: Emphasis, base: Emphasis) -> Emphasis {
    match (span.is_bold() || base.is_bold(), span.is_italic() || base.is_italic()) {
        (false, false) => Emphasis::Plain,
        (true, false) => Emphasis::Bold,
        (false, true) => Emphasis::Italic,
        (true, true) => Emphasis::BoldItalic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::format::MOTTO;
    use crate::papers::format::MOTTO_WIDTH;

    #[test]
    fn every_vietnamese_letter_has_a_glyph_in_every_face() {
        let faces = Faces::bundled().expect("the faces");
        let marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        let others = "–—…“”‘’«»×·½☐□•/%()*-";
        for (face, name) in NAMES.iter().enumerate() {
            for char in marked.chars().chain(marked.to_uppercase().chars()).chain(others.chars()) {
                let letter = faces.letter(char, face, HalfPoints::points(14));
                let known = letter.char == char || char == '☐';
                assert!(known && letter.glyph != 0 && letter.width > Length::ZERO, "{char} in {name}");
            }
        }
    }

    #[test]
    fn the_motto_is_as_wide_as_in_times_new_roman() {
        let faces = Faces::bundled().expect("the faces");
        let size = HalfPoints::points(14);
        let width: Length =
            faces.letters(&Text::from(MOTTO), size, Emphasis::Bold).iter().map(|letter| letter.width).sum();
        let told = Length::from(size.width_of(MOTTO_WIDTH));
        let apart = (width - told).pt().abs();
        assert!(apart < 0.1, "{apart} pt");
    }

    #[test]
    fn a_letter_the_typeface_lacks_is_a_box_and_control_characters_are_none() {
        let faces = Faces::bundled().expect("the faces");
        let letters = faces.letters(&Text::from("a\u{1b}😀\u{a0}b c"), HalfPoints::points(14), Emphasis::Plain);
        let told: String = letters.iter().map(|letter| letter.char).collect();
        assert_eq!(told, "a□ b c");
        assert_eq!([letters[2].kind, letters[4].kind], [Kind::Bound, Kind::Space]);
    }
}
