//! What a page is filled with: rows no page end cuts, with their lines of text and their rules.
//! Which rows stand on which page is decided in `pages`, what they look like in the file in `canvas`.

use super::font::Letter;
use super::length::Length;
use super::tags::Tag;
use crate::papers::format::HalfPoints;

/// A line of text in a row.
#[derive(Debug, Clone)]
pub struct Line {
    /// From the left edge of the sheet.
    pub x: Length,
    /// From the top of the row down to the line the letters stand on.
    pub y: Length,
    /// The letters.
    pub letters: Vec<Letter>,
    /// Their size.
    pub size: HalfPoints,
    /// Added to each space.
    pub gap: Length,
    /// Which part of the document it is; none for what only the page needs.
    pub tag: Option<Tag>,
}

/// A straight stroke in a row.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Where it begins, from the left edge of the sheet and from the top of the row.
    pub from: (Length, Length),
    /// Where it ends.
    pub to: (Length, Length),
    /// How thick it is.
    pub weight: Length,
}

impl Rule {
    /// A stroke.
    pub const fn new(from: (Length, Length), to: (Length, Length), weight: Length) -> Self {
        Self { from, to, weight }
    }

    /// The four sides of a box.
    pub fn sides(from: (Length, Length), to: (Length, Length), weight: Length) -> [Self; 4] {
        let ((left, top), (right, bottom)) = (from, to);
        [
            Self::new((left, top), (right, top), weight),
            Self::new((right, top), (right, bottom), weight),
            Self::new((left, bottom), (right, bottom), weight),
            Self::new((left, top), (left, bottom), weight),
        ]
    }
}

/// Whether a page may end after a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum End {
    /// It may.
    #[default]
    Free,
    /// It stays with the next row.
    Tied,
}

/// A row: as high as a line, a row of a table or a head, never parted.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Room above, dropped at the top of a page.
    pub before: Length,
    /// Height.
    pub height: Length,
    /// Text.
    pub lines: Vec<Line>,
    /// Strokes.
    pub rules: Vec<Rule>,
    /// Whether a page may end after it.
    pub end: End,
    /// The row that is repeated where this one begins a page: the header row of its table.
    pub header: Option<usize>,
}
