//! The hand in a paper: rewordings laid over what the data gives, and for each paragraph whether it was reworded and whether
//! the data has moved on since. The rewordings themselves are recorded in the domain.

use crate::domain::{Congress, minutes::Rewording};

use super::paper::{Block, Paper, ParagraphKey, Text};

/// What became of one paragraph that comes from data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// As the data gives it.
    Data,
    /// Reworded by hand, and the data still gives what it gave then.
    Reworded,
    /// Reworded by hand, and the data gives something else now: the wording should be looked at again.
    MovedOn,
}

/// The key under which a rewording of a paper's paragraph is kept: `minutes/opening`.
pub fn key_of(paper: &str, paragraph: &ParagraphKey) -> String {
    format!("{paper}/{paragraph}")
}

/// What the data gives for a paragraph or an item; none for headings and tables, which nobody rewords.
pub fn data_text(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph { key: Some(_), text, .. } | Block::Item { key: Some(_), text, .. } => Some(text.plain_text()),
        Block::Paragraph { .. } | Block::Item { .. } | Block::Heading { .. } | Block::Table(_) => None,
    }
}

/// The paper with every recorded rewording in its place; `name` is that of the paper (`minutes`).
pub fn reworded(congress: &Congress, paper: Paper, name: &str) -> Paper {
    let keys: Vec<ParagraphKey> = paper.keys().cloned().collect();
    keys.into_iter().fold(paper, |paper, key| {
        match by_hand(congress, name, &key).and_then(|rewording| rewording.text.as_deref()) {
            Some(wording) => paper.reworded(&key, Text::from(wording)),
            None => paper,
        }
    })
}

/// For each paragraph and item of a paper as the data gives it, in order: its key and what became of it.
pub fn hands<'a>(congress: &Congress, composed: &'a Paper, name: &str) -> Vec<(&'a ParagraphKey, Hand)> {
    let told = |block: &'a Block| Some((block.key()?, hand(congress, block, name)?));
    composed.body.iter().filter_map(told).collect()
}

/// What became of one block of a paper as the data gives it; none for headings and tables.
pub fn hand(congress: &Congress, block: &Block, name: &str) -> Option<Hand> {
    let now = data_text(block)?;
    let rewording = by_hand(congress, name, block.key()?);
    Some(match rewording {
        Some(rewording) if rewording.text.is_some() && rewording.original == now => Hand::Reworded,
        Some(rewording) if rewording.text.is_some() => Hand::MovedOn,
        _ => Hand::Data,
    })
}

/// The rewording to record for a block of the paper as the data gives it; without a text the paragraph goes back to the
/// data. None for headings and tables.
pub fn rewording(block: &Block, name: &str, text: Option<String>) -> Option<Rewording> {
    Some(Rewording { key: key_of(name, block.key()?), original: data_text(block)?, text })
}

fn by_hand<'a>(congress: &'a Congress, name: &str, key: &ParagraphKey) -> Option<&'a Rewording> {
    congress.rewordings.get(&key_of(name, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::paper::{Head, PaperNumber, Title};

    fn paper(text: &str) -> Paper {
        Paper::new(Head::new(["ĐẠI HỘI"], PaperNumber::open("BB/ĐH"), "Huế"), Title::new("BIÊN BẢN", ""))
            .paragraph("opening", text)
            .with([Block::item("Đồng chí A;").keyed("guests.1"), Block::text("Hết.")])
    }

    fn congress(key: &str, text: Option<&str>) -> Congress {
        let composed = paper("Từ dữ liệu.");
        let block = composed.block(&ParagraphKey::new(key)).expect("a block");
        let mut congress = Congress::default();
        let rewording = rewording(block, "minutes", text.map(str::to_owned)).expect("a paragraph");
        congress.rewordings.put(rewording);
        congress
    }

    #[test]
    fn a_wording_by_hand_stays_and_shows_when_the_data_moved_on() {
        let congress = congress("opening", Some("Viết lại."));
        let words = |text| reworded(&congress, paper(text), "minutes").plain_text();
        assert!(words("Từ dữ liệu.").contains("Viết lại.") && words("Dữ liệu mới.").contains("Viết lại."));
        let hands_of =
            |text| hands(&congress, &paper(text), "minutes").into_iter().map(|(_, hand)| hand).collect::<Vec<_>>();
        assert_eq!(hands_of("Từ dữ liệu."), [Hand::Reworded, Hand::Data]);
        assert_eq!(hands_of("Dữ liệu mới."), [Hand::MovedOn, Hand::Data]);
    }

    #[test]
    fn a_wording_given_back_is_the_datas_again_and_no_other_papers() {
        let back = congress("opening", None);
        assert_eq!(reworded(&back, paper("Từ dữ liệu."), "minutes"), paper("Từ dữ liệu."));
        let kept = congress("guests.1", Some("Đồng chí B;"));
        assert_eq!(reworded(&kept, paper("x"), "tally-1"), paper("x"));
        assert!(reworded(&kept, paper("x"), "minutes").plain_text().contains("- Đồng chí B;"));
    }
}
