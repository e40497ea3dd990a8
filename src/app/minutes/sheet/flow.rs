//! Words set in lines: breaking at spaces, indents, places between margins. Nothing is known of papers here.

use crate::papers::paper::{Align, Emphasis, Span, Text, keep_together};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::MEASURE;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Cells before the first line.
    pub first: usize,
    /// Cells of a line.
    pub width: usize,
    /// Where lines stand; justified lines are left ragged, since cells cannot be spread.
    pub align: Align,
}

impl Setting {
    /// From margin to margin.
    pub const fn full() -> Self {
        Self { first: 0, width: MEASURE, align: Align::Left }
    }
}

/// A word: it may change its emphasis inside.
type Word = Vec<Span>;

/// A text of plain words.
pub fn plain(text: &str) -> Text {
    Text::new().plain(text)
}

/// A text in the middle of a width.
pub fn centred(text: &Text, width: usize) -> Vec<Vec<Span>> {
    flow(text, Setting { first: 0, width, align: Align::Centre })
}

/// Cells of a line.
pub fn cells(line: &[Span]) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

/// Two columns line by line, the left one so many cells wide.
pub fn beside(left: Vec<Vec<Span>>, right: Vec<Vec<Span>>, width: usize) -> Vec<Vec<Span>> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let row = |_| {
        let mut line = left.next().unwrap_or_default();
        let missing = width.saturating_sub(cells(&line));
        line.push(space(missing));
        line.extend(right.next().unwrap_or_default());
        line
    };
    (0..rows).map(row).collect()
}

/// A stretch of spaces.
pub fn space(cells: usize) -> Span {
    Span { text: " ".repeat(cells), emphasis: Emphasis::Plain }
}

/// A text broken into lines; a text without words is one empty line.
pub fn flow(text: &Text, setting: Setting) -> Vec<Vec<Span>> {
    let width = setting.width.max(1);
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let mut line: Vec<Span> = Vec::new();
    let mut used = setting.first.min(width);
    for word in words(text) {
        for (place, piece) in pieces(word, width).into_iter().enumerate() {
            let wanted = cells(&piece);
            let gap = usize::from(!line.is_empty() && place == 0);
            if !line.is_empty() && used + gap + wanted > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if !line.is_empty() && place == 0 {
                let gap = gap_between(&line, &piece);
                append(&mut line, gap);
                used += 1;
            }
            used += wanted;
            for span in piece {
                append(&mut line, span);
            }
        }
    }
    lines.push(line);
    lines.into_iter().enumerate().map(|(place, line)| placed(line, place, setting)).collect()
}

/// The line with the spaces before it that put it in its place.
fn placed(line: Vec<Span>, place: usize, setting: Setting) -> Vec<Span> {
    let free = setting.width.saturating_sub(cells(&line));
    let before = match setting.align {
        Align::Justified | Align::Left => setting.first.min(free) * usize::from(place == 0),
        Align::Centre => free / 2,
        Align::Right => free,
    };
    if before == 0 || line.is_empty() { line } else { std::iter::once(space(before)).chain(line).collect() }
}

/// The space between two words, in their emphasis where both have the same.
fn gap_between(line: &[Span], word: &[Span]) -> Span {
    let before = line.last().map(|span| span.emphasis);
    let same = before.filter(|before| word.first().is_some_and(|span| span.emphasis == *before));
    Span { text: " ".to_owned(), emphasis: same.unwrap_or_default() }
}

fn append(line: &mut Vec<Span>, span: Span) {
    match line.last_mut() {
        Some(last) if last.emphasis == span.emphasis => last.text.push_str(&span.text),
        _ => line.push(span),
    }
}

/// The words of a text; a no-break space belongs to its word.
fn words(text: &Text) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut word: Word = Vec::new();
    for span in text.spans() {
        for letter in keep_together(&span.text).chars() {
            if letter == ' ' || letter == '\n' {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            } else {
                let letter = if letter == '\u{a0}' { ' ' } else { letter };
                append(&mut word, Span { text: letter.to_string(), emphasis: span.emphasis });
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A word as one piece, or cut where it is longer than a line.
fn pieces(word: Word, width: usize) -> Vec<Word> {
    if cells(&word) <= width {
        return vec![word];
    }
    let mut pieces: Vec<Word> = vec![Vec::new()];
    let mut used = 0;
    for span in word {
        for letter in span.text.chars() {
            let wanted = letter.width().unwrap_or(0);
            if used + wanted > width {
                pieces.push(Vec::new());
                used = 0;
            }
            used += wanted;
            if let Some(piece) = pieces.last_mut() {
                append(piece, Span { text: letter.to_string(), emphasis: span.emphasis });
            }
        }
    }
    pieces
}
