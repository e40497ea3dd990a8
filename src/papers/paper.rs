//! A paper (văn bản) as a value: notice, head, title, blocks, signatures, recipients.
//! No congress is read here and no file format is known here; sizes live in [`format`](super::format).

mod ballot;
mod block;
mod head;
#[cfg(test)]
pub mod sample;
mod signing;
mod table;
mod text;

pub use ballot::{Ballot, SealRoom, SheetSize};
pub use block::{Block, Level, ParagraphKey};
pub use head::{Head, PaperNumber, Title, place_and_date};
pub use signing::{Recipients, Signature, Signatures};
pub use table::{Align, Column, Table, TableSet};
pub use text::{Emphasis, Span, Text, keep_together};

/// One paper of the dossier, ready to be shown or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// A warning printed above everything (`DIỄN TẬP`), if the paper must not be taken for a real one.
    pub notice: Option<String>,
    /// Bodies, number, place and date.
    pub head: Head,
    /// Type and subject.
    pub title: Title,
    /// The content, from top to bottom.
    pub body: Vec<Block>,
    /// Who signs; `None` for a paper nobody signs.
    pub signatures: Option<Signatures>,
    /// Who receives a copy (nơi nhận).
    pub recipients: Option<Recipients>,
    /// For a ballot paper: its names and boxes, which a printer lays out by themselves instead of the content.
    pub ballot: Option<Ballot>,
}

impl Paper {
    /// A paper without content yet.
    pub fn new(head: Head, title: Title) -> Self {
        Self { notice: None, head, title, body: Vec::new(), signatures: None, recipients: None, ballot: None }
    }

    /// Prints a warning above everything.
    #[must_use]
    pub fn notice(mut self, notice: impl Into<String>) -> Self {
        self.notice = Some(notice.into());
        self
    }

    /// Adds a heading.
    #[must_use]
    pub fn heading(self, level: Level, text: impl Into<Text>) -> Self {
        self.with([Block::heading(level, text)])
    }

    /// Adds a paragraph of fixed text, which nobody rewords.
    #[must_use]
    pub fn text(self, text: impl Into<Text>) -> Self {
        self.with([Block::text(text)])
    }

    /// Adds a paragraph that comes from data and may be reworded by its key.
    #[must_use]
    pub fn paragraph(self, key: impl Into<ParagraphKey>, text: impl Into<Text>) -> Self {
        self.with([Block::paragraph(key, text)])
    }

    /// Adds a table.
    #[must_use]
    pub fn table(self, table: Table) -> Self {
        self.with([Block::Table(table)])
    }

    /// Adds blocks composed elsewhere, such as a whole section.
    #[must_use]
    pub fn with(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.body.extend(blocks);
        self
    }

    /// Makes it a ballot paper, its names and boxes as content too. A ballot has no number.
    #[must_use]
    pub fn for_voters(self, ballot: Ballot) -> Self {
        let blocks = ballot.blocks();
        let paper = self.with(blocks);
        Self { ballot: Some(ballot), head: paper.head.unnumbered(), ..paper }
    }

    /// Sets who signs.
    #[must_use]
    pub fn signed(mut self, signatures: Signatures) -> Self {
        self.signatures = Some(signatures);
        self
    }

    /// Sets who receives a copy.
    #[must_use]
    pub fn sent_to(mut self, recipients: Recipients) -> Self {
        self.recipients = Some(recipients);
        self
    }

    /// The notice as later pages carry it above their text: on one line, the beginning of a long one.
    pub fn running_notice(&self) -> Option<String> {
        const LONG: usize = 115;
        let notice = self.notice.as_deref()?;
        let Some((end, _)) = notice.char_indices().nth(LONG) else { return Some(notice.to_owned()) };
        let whole = notice[..end].rfind(' ').map_or(&notice[..end], |space| &notice[..space]);
        Some(format!("{}…", whole.trim_end_matches([',', ';', '.', ':'])))
    }

    /// Whether no page may end after a block: one that announces a table, and the last two before the signatures, which stand
    /// neither alone on a page nor with the closing sentence alone.
    pub fn ties(&self, index: usize) -> bool {
        match (self.body.get(index), self.body.get(index + 1)) {
            (Some(block), Some(Block::Table(_))) if block.announces() => true,
            (block, _) => block.is_some() && self.signatures.is_some() && index + 2 >= self.body.len(),
        }
    }

    /// The keys of everything that may be reworded, from top to bottom.
    pub fn keys(&self) -> impl Iterator<Item = &ParagraphKey> {
        self.body.iter().filter_map(Block::key)
    }

    /// The block of a key, if the paper has it.
    pub fn block(&self, key: &ParagraphKey) -> Option<&Block> {
        self.body.iter().find(|block| block.key() == Some(key))
    }

    /// The paper with the text of one keyed paragraph or item replaced; a key the paper no longer has changes nothing.
    #[must_use]
    pub fn reworded(mut self, key: &ParagraphKey, wording: impl Into<Text>) -> Self {
        let block = self.body.iter_mut().find(|block| block.key() == Some(key));
        if let Some(Block::Paragraph { text, .. } | Block::Item { text, .. }) = block {
            *text = wording.into();
        }
        self
    }

    /// The words of the whole paper in reading order, one paragraph a line, cells parted by tabs.
    pub fn plain_text(&self) -> String {
        let mut lines: Vec<String> = self.notice.iter().cloned().collect();
        lines.extend(self.head.lines());
        lines.extend(self.title.lines());
        lines.extend(self.body.iter().map(Block::plain_text));
        lines.extend(self.signatures.iter().flat_map(Signatures::lines));
        lines.extend(self.recipients.iter().flat_map(Recipients::lines));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Paper {
        let head = Head::new(["ĐẠI HỘI CHI BỘ TỔ 5"], PaperNumber::open("BB/ĐH"), "Móng Cái");
        Paper::new(head, Title::new("BIÊN BẢN", "Đại hội Chi bộ Tổ 5"))
            .heading(Level::Part, "I. BẦU ĐOÀN CHỦ TỊCH")
            .paragraph("bodies.presidium", "Đại hội bầu 01 đồng chí.")
            .text("Hết.")
    }

    #[test]
    fn the_last_two_blocks_stay_with_the_signatures() {
        let paper = small().text("Một.").text("Hai.").text("Ba.");
        let last = paper.body.len() - 1;
        assert!(!paper.ties(last), "nobody signs");
        let paper = paper.signed(Signatures::one(Signature::new("CHỦ TỌA")));
        assert_eq!([last - 2, last - 1, last, last + 1].map(|index| paper.ties(index)), [false, true, true, false]);
    }

    #[test]
    fn a_keyed_paragraph_is_reworded_and_keeps_its_key() {
        let key = ParagraphKey::new("bodies.presidium");
        let paper = small().reworded(&key, "Đại hội nhất trí bầu 01 đồng chí.");
        assert_eq!(paper.block(&key).map(Block::plain_text), Some("Đại hội nhất trí bầu 01 đồng chí.".into()));
        assert_eq!(paper.keys().collect::<Vec<_>>(), [&key]);
    }

    #[test]
    fn a_key_the_paper_has_lost_changes_nothing() {
        let paper = small().reworded(&ParagraphKey::new("bodies.counting"), "không ai");
        assert_eq!(paper, small());
    }

    #[test]
    fn plain_text_follows_the_reading_order() {
        assert_eq!(
            small().notice("DIỄN TẬP").plain_text(),
            "DIỄN TẬP\nĐẠI HỘI CHI BỘ TỔ 5\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố \u{a0}\u{a0}\u{a0}\u{a0}-BB/ĐH\nMóng Cái\n\
             BIÊN BẢN\nĐại hội Chi bộ Tổ 5\nI. BẦU ĐOÀN CHỦ TỊCH\nĐại hội bầu 01 đồng chí.\nHết."
        );
    }

    #[test]
    fn later_pages_carry_the_beginning_of_a_long_notice() {
        let short = small().notice("DIỄN TẬP");
        assert_eq!(short.running_notice().as_deref(), Some("DIỄN TẬP"));
        let long = small().notice("Số liệu minh họa, ".repeat(20)).running_notice().expect("a notice");
        assert!(long.chars().count() <= 116 && long.starts_with("Số liệu") && long.ends_with('…'), "{long}");
        assert_eq!(small().running_notice(), None);
    }
}
