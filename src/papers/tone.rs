//! Where the tone of `ủy`, `hòa`, `khóa` stands in the fixed labels (kiểu đặt dấu thanh). Whatever was typed – names, offices,
//! titles, speeches – stays exactly as typed: a syllable is restyled only where it is no part of a typed text.

use std::cell::OnceCell;

use crate::domain::Congress;
use crate::domain::congress::Visit;
use crate::domain::printing::Tone;
use crate::domain::register::{Entity, Register};

use super::paper::{Block, Paper, Table, Text};

/// Rhymes with the tone on the first vowel, and on the second.
const RHYMES: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// The paper in the tone style of the file.
pub fn styled(congress: &Congress, mut paper: Paper) -> Paper {
    if congress.meeting().about.printing.tone == Tone::First {
        return paper;
    }
    let restyle = Restyle { congress, typed: OnceCell::new() };
    let text = |text: &mut String| *text = restyle.text(text);
    paper.head.superior.iter_mut().chain(&mut paper.head.issuer).for_each(text);
    text(&mut paper.title.kind);
    paper.title.subject.iter_mut().for_each(text);
    for block in &mut paper.body {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } | Block::Item { text, .. } => {
                *text = restyle.spans(text);
            }
            Block::Table(table) => *table = restyle.table(table),
        }
    }
    if let Some(signatures) = &mut paper.signatures {
        for signature in signatures.left.iter_mut().chain([&mut signatures.right]) {
            signature.capacity.iter_mut().chain(&mut signature.office).for_each(text);
        }
    }
    if let Some(recipients) = &mut paper.recipients {
        recipients.receivers.iter_mut().chain([&mut recipients.kept]).for_each(text);
    }
    if let Some(ballot) = &mut paper.ballot {
        ballot.boxes.iter_mut().chain(&mut ballot.direction).for_each(text);
    }
    paper
}

struct Restyle<'c> {
    congress: &'c Congress,
    /// The typed texts with such a syllable, small letters, the longest first.
    typed: OnceCell<Vec<Vec<char>>>,
}

impl Restyle<'_> {
    fn spans(&self, text: &Text) -> Text {
        text.spans().iter().fold(Text::new(), |out, span| out.with(self.text(&span.text), span.emphasis))
    }

    fn table(&self, table: &Table) -> Table {
        let columns = table.columns().iter().cloned().map(|mut column| {
            column.heading = self.text(&column.heading);
            column
        });
        let mut restyled = Table::new(columns);
        restyled.key.clone_from(&table.key);
        table.rows().iter().fold(restyled, |out, row| out.row(row.iter().map(|cell| self.spans(cell))))
    }

    fn text(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let small: Vec<char> = letters.iter().map(|letter| lower(*letter)).collect();
        let places = syllables(&small);
        if places.is_empty() {
            return text.to_owned();
        }
        let typed = self.typed.get_or_init(|| typed(self.congress));
        let mut out = letters.clone();
        for (place, second) in places {
            if !within_typed(&small, place, typed) {
                for (offset, vowel) in second.chars().enumerate() {
                    let capital = letters[place + offset].is_uppercase();
                    out[place + offset] = if capital { upper(vowel) } else { vowel };
                }
            }
        }
        out.into_iter().collect()
    }
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

/// Where a rhyme with its tone on the first vowel ends a syllable, with its other style.
fn syllables(small: &[char]) -> Vec<(usize, &'static str)> {
    let mut places = Vec::new();
    for (place, pair) in small.windows(2).enumerate() {
        let ends = small.get(place + 2).is_none_or(|next| !next.is_alphabetic());
        // in `quỳ` the u belongs to the letter before it
        let after_q = place.checked_sub(1).is_some_and(|before| small[before] == 'q');
        let found = RHYMES.iter().find(|(first, _)| first.chars().eq(pair.iter().copied()));
        places.extend(found.filter(|_| ends && !after_q).map(|(_, second)| (place, *second)));
    }
    places
}

/// Whether a place lies inside a typed text.
fn within_typed(small: &[char], place: usize, typed: &[Vec<char>]) -> bool {
    typed.iter().any(|typed| {
        let from = (place + 2).saturating_sub(typed.len());
        let upto = place.min(small.len().saturating_sub(typed.len()));
        from <= upto && (from..=upto).any(|start| small[start..].starts_with(typed))
    })
}

/// Every typed text that holds such a syllable.
fn typed(congress: &Congress) -> Vec<Vec<char>> {
    let mut gathered = Gathered(Vec::new());
    // gathering cannot fail
    let Ok(()) = congress.clone().visit(&mut gathered);
    let mut typed: Vec<Vec<char>> = gathered
        .0
        .iter()
        .flat_map(|text| text.lines())
        .map(|line| super::phrases::bare(line).chars().map(lower).collect::<Vec<char>>())
        .filter(|letters| !syllables(letters).is_empty())
        .collect();
    typed.sort_unstable();
    typed.dedup();
    typed
}

struct Gathered(Vec<String>);

impl Visit for Gathered {
    type Error = std::convert::Infallible;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Self::Error> {
        for value in register.iter().filter_map(|row| serde_json::to_value(row).ok()) {
            gather(value, &mut self.0);
        }
        Ok(())
    }
}

fn gather(value: serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => texts.push(text),
        serde_json::Value::Array(values) => values.into_iter().for_each(|value| gather(value, texts)),
        serde_json::Value::Object(fields) => fields.into_iter().for_each(|(_, value)| gather(value, texts)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::PaperName;
    use crate::papers::sample::{Until, office};

    fn in_second_style(congress: &mut Congress) {
        let mut meeting = congress.meeting().clone();
        meeting.about.printing.tone = Tone::Second;
        congress.meetings.put(meeting);
    }

    #[test]
    fn labels_are_restyled_and_what_was_typed_stays() {
        let mut congress = office(Until::End);
        let first =
            PaperName::Tally(crate::domain::id::RoundId(1)).from_data(&congress).expect("a record").plain_text();
        in_second_style(&mut congress);
        let second =
            PaperName::Tally(crate::domain::id::RoundId(1)).from_data(&congress).expect("a record").plain_text();
        assert!(first.contains("Ủy viên") && second.contains("Uỷ viên"));
        // typed: the superior's name, the title of the election, the one to whom the ballots went
        for typed in ["Ủy ban nhân dân Quận 1", "chi ủy nhiệm kỳ 2022 – 2025", "bàn giao cho chi ủy khóa mới"]
        {
            assert!(second.contains(typed), "{typed}");
        }
        assert_eq!(first.chars().count(), second.chars().count());
    }

    #[test]
    fn only_an_open_rhyme_moves_its_tone() {
        let small = |text: &str| text.chars().map(lower).collect::<Vec<char>>();
        assert_eq!(syllables(&small("Ủy ban")), [(0, "uỷ")]);
        for kept in ["quý", "hoàn thành", "thuyền", "toàn"] {
            assert!(syllables(&small(kept)).is_empty(), "{kept}");
        }
    }
}
