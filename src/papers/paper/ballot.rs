//! A ballot paper (phiếu bầu, phiếu xin ý kiến, phiếu giới thiệu): the names, the boxes beside them, room for the seal, how many
//! are printed. Nothing that ties a paper to a person has a place here: no serial number, no office, no name of a voter.

use super::block::Block;
use super::table::{Align, Column, Table};

/// Whether the head leaves room for a seal (dấu treo): committees have one, a cell has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SealRoom {
    /// No seal.
    #[default]
    None,
    /// Room at the left, below the issuing body.
    Left,
}

/// The sheet a ballot is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetSize {
    /// A4.
    A4,
    /// A3.
    A3,
}

/// What a ballot has beside head and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The names in ballot order, exactly as typed; an empty one is a line to write a name on.
    pub names: Vec<String>,
    /// The headings of the boxes beside each name: `Đồng ý`, `Không đồng ý`. None where whole names are struck out.
    pub boxes: Vec<String>,
    /// What the voter does, in one sentence below the title.
    pub direction: Option<String>,
    /// Room for the seal.
    pub seal: SealRoom,
    /// How many are printed, one like the other; `None` while that is not known.
    pub copies: Option<u32>,
    /// The sheet the printer of the office takes; `None` leaves it to the layout, which takes A3 only where it saves a page.
    pub sheet: Option<SheetSize>,
}

impl Ballot {
    /// The number of a name (số thứ tự).
    pub const NUMBER: &'static str = "STT";
    /// The name.
    pub const NAME: &'static str = "Họ và tên";

    /// Form A: whole names not chosen are struck out.
    pub fn strike_out(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        Self { names, boxes: Vec::new(), direction: None, seal: SealRoom::None, copies: None, sheet: None }
    }

    /// Form B: two boxes beside each name.
    pub fn agree_disagree(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { boxes: vec!["Đồng ý".into(), "Không đồng ý".into()], ..Self::strike_out(names) }
    }

    /// Says what the voter does.
    #[must_use]
    pub fn direction(mut self, direction: impl Into<String>) -> Self {
        self.direction = Some(direction.into());
        self
    }

    /// Leaves room for the seal.
    #[must_use]
    pub const fn sealed(mut self) -> Self {
        self.seal = SealRoom::Left;
        self
    }

    /// Sets how many are printed.
    #[must_use]
    pub const fn printed(mut self, copies: u32) -> Self {
        self.copies = Some(copies);
        self
    }

    /// Sets the sheet.
    #[must_use]
    pub const fn on(mut self, sheet: SheetSize) -> Self {
        self.sheet = Some(sheet);
        self
    }

    /// The ballot as blocks, for formats that flow and for the screen: direction, then one table.
    pub fn blocks(&self) -> Vec<Block> {
        let boxes = self.boxes.iter().map(|heading| Column::figures(heading.clone(), 3));
        let columns = [Column::figures(Self::NUMBER, 1), Column::words(Self::NAME, 9)].into_iter().chain(boxes);
        let table = self.names.iter().zip(1..).fold(Table::new(columns), |table, (name, number): (_, u32)| {
            let boxes = self.boxes.iter().map(|_| "☐".to_owned());
            table.row([number.to_string(), name.clone()].into_iter().chain(boxes))
        });
        let direction = self.direction.iter().map(|text| Block::text(text.clone()).aligned(Align::Centre));
        direction.chain([Block::Table(table)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ballot_flows_as_its_direction_and_one_table() {
        let ballot = Ballot::agree_disagree(["Lê Văn C", "Phạm Thị D"]).direction("Đánh dấu X vào một ô.");
        let text: Vec<String> = ballot.blocks().iter().map(Block::plain_text).collect();
        assert_eq!(
            text,
            ["Đánh dấu X vào một ô.", "STT\tHọ và tên\tĐồng ý\tKhông đồng ý\n1\tLê Văn C\t☐\t☐\n2\tPhạm Thị D\t☐\t☐"]
        );
        let struck = Ballot::strike_out(["Lê Văn C"]).sealed().printed(28);
        assert_eq!((struck.seal, struck.copies), (SealRoom::Left, Some(28)));
        assert_eq!(struck.blocks().len(), 1);
    }
}
