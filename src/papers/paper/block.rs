//! Blocks: headings, paragraphs, dash items and tables of a paper's content.
//! No sizes and no numbering: a heading carries its own `I.` or `1.`.

use super::table::{Align, Table};
use super::text::Text;

/// The stable name of a block that comes from data, such as `bodies.presidium`: a rewording is kept under it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphKey(String);

impl ParagraphKey {
    /// The key of that name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Into<String>> From<S> for ParagraphKey {
    fn from(name: S) -> Self {
        Self::new(name)
    }
}

impl std::fmt::Display for ParagraphKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// `I.`, bold.
    Part,
    /// `1.`, bold.
    Section,
    /// `a)`, bold italic.
    Point,
}

/// One block of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; its number is part of the text.
    Heading {
        /// How deep.
        level: Level,
        /// Number and words.
        text: Text,
    },
    /// A paragraph.
    Paragraph {
        /// The key under which it may be reworded; `None` for fixed text.
        key: Option<ParagraphKey>,
        /// The words.
        text: Text,
        /// Where the lines stand; [`Align::Justified`] has the first-line indent.
        align: Align,
    },
    /// An item of a dash list; the dash is not part of the text.
    Item {
        /// The key under which it may be reworded; `None` for fixed text.
        key: Option<ParagraphKey>,
        /// The words.
        text: Text,
        /// Where the lines stand: [`Align::Left`] for short entries, whose first line would be torn apart where a few words go over.
        align: Align,
    },
    /// A table.
    Table(Table),
}

impl Block {
    /// A heading.
    pub fn heading(level: Level, text: impl Into<Text>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// A paragraph of fixed text.
    pub fn text(text: impl Into<Text>) -> Self {
        Self::Paragraph { key: None, text: text.into(), align: Align::Justified }
    }

    /// A paragraph that comes from data.
    pub fn paragraph(key: impl Into<ParagraphKey>, text: impl Into<Text>) -> Self {
        Self::text(text).keyed(key)
    }

    /// An item of a dash list, of fixed text until it is [`keyed`](Self::keyed).
    pub fn item(text: impl Into<Text>) -> Self {
        Self::Item { key: None, text: text.into(), align: Align::Justified }
    }

    /// A dash list of keyed entries: a semicolon after each, a stop after the last.
    pub fn items(entries: impl IntoIterator<Item = (impl Into<ParagraphKey>, String)>) -> Vec<Self> {
        let entries: Vec<(ParagraphKey, String)> = entries.into_iter().map(|(key, text)| (key.into(), text)).collect();
        let last = entries.len().saturating_sub(1);
        let item = |(place, (key, text)): (usize, (ParagraphKey, String))| {
            let stop = if place == last { "." } else { ";" };
            Self::item(format!("{}{stop}", text.trim_end_matches(['.', ';', ',']))).keyed(key)
        };
        entries.into_iter().enumerate().map(item).collect()
    }

    /// Gives a paragraph, item or table its key; a heading takes none.
    #[must_use]
    pub fn keyed(mut self, name: impl Into<ParagraphKey>) -> Self {
        match &mut self {
            Self::Paragraph { key, .. } | Self::Item { key, .. } => *key = Some(name.into()),
            Self::Table(table) => table.key = Some(name.into()),
            Self::Heading { .. } => {}
        }
        self
    }

    /// Sets where the lines of a paragraph or an item stand; other blocks have their own place.
    #[must_use]
    pub fn aligned(mut self, place: Align) -> Self {
        if let Self::Paragraph { align, .. } | Self::Item { align, .. } = &mut self {
            *align = place;
        }
        self
    }

    /// The key, for a block that comes from data.
    pub const fn key(&self) -> Option<&ParagraphKey> {
        match self {
            Self::Heading { .. } => None,
            Self::Paragraph { key, .. } | Self::Item { key, .. } => key.as_ref(),
            Self::Table(table) => table.key.as_ref(),
        }
    }

    /// Whether a table after the block belongs to it so closely that no page parts them: a line or two that announce it. Longer text
    /// may end a page; tied, it would leave the page before half empty.
    pub fn announces(&self) -> bool {
        const LONG: usize = 200;
        match self {
            Self::Heading { .. } => true,
            Self::Paragraph { text, .. } | Self::Item { text, .. } => text.plain_text().chars().count() <= LONG,
            Self::Table(_) => false,
        }
    }

    /// The words: an item with its dash, a table row by row with tabs between cells.
    pub fn plain_text(&self) -> String {
        match self {
            Self::Heading { text, .. } | Self::Paragraph { text, .. } => text.plain_text(),
            Self::Item { text, .. } => format!("- {}", text.plain_text()),
            Self::Table(table) => table.plain_text(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_from_data_carries_its_key_and_fixed_text_none() {
        let item = Block::item("đồng chí A;").keyed("guests.1");
        assert_eq!(item.key().map(ParagraphKey::as_str), Some("guests.1"));
        assert_eq!(item.plain_text(), "- đồng chí A;");
        assert_eq!(Block::text("Hết.").key(), None);
        assert_eq!(Block::heading(Level::Part, "I.").keyed("part").key(), None);
    }
}
