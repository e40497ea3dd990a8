//! Format profiles (thể thức văn bản): every size of a printed paper, in one place.
//! No text of a paper lives here beyond the labels a profile fixes; no writer keeps a size of its own.
//!
//! The sizes of 2026 come from secondary sources, so a correction must be one line here and nothing elsewhere.

use crate::domain::printing::Format;

/// A length in twips, 1/1440 of an inch: the unit of DOCX.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Twips(pub u32);

impl Twips {
    /// The length of whole millimetres, rounded to the nearest twip.
    pub const fn mm(millimetres: u32) -> Self {
        Self((millimetres * 14_400 + 127) / 254)
    }

    /// The length of whole points.
    pub const fn points(points: u32) -> Self {
        Self(points * 20)
    }
}

/// A type size in half points: 28 is 14 pt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfPoints(pub u32);

impl HalfPoints {
    /// The size of whole points.
    pub const fn points(points: u32) -> Self {
        Self(points * 2)
    }

    /// How wide a text of `thousandths` of an em is in this size.
    pub const fn width_of(self, thousandths: u32) -> Twips {
        Twips(self.0 * 10 * thousandths / 1000)
    }
}

/// The motto at the right of every head (tiêu đề).
pub const MOTTO: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";

/// Width of [`MOTTO`] in bold Times New Roman, in thousandths of an em: the rule below has the same length.
pub const MOTTO_WIDTH: u32 = 13_778;

/// Room between the edge of a table's cell, or of a column of head and foot, and its words.
pub const CELL_MARGIN: Twips = Twips::mm(2);

/// Room above and below the words of a table's cell.
pub const CELL_PADDING: Twips = Twips::points(2);

/// The most rows of a table that a page end does not part.
pub const TOGETHER: usize = 12;

/// Room above the title, and below its rule or a notice.
pub const TITLE_ROOM: (Twips, Twips) = (Twips::points(24), Twips::points(12));

/// Distance of lines of the recipients, of the page number, and of the notice below the number.
pub const SMALL_LINES: (Twips, Twips, Twips) = (Twips::points(15), Twips::points(15), Twips::points(9));

/// Size of the notice on later pages.
pub const PAGE_NOTICE: HalfPoints = HalfPoints::points(8);

/// The sheet and its margins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Width of the sheet.
    pub width: Twips,
    /// Height of the sheet.
    pub height: Twips,
    /// Margin at the top.
    pub top: Twips,
    /// Margin at the bottom.
    pub bottom: Twips,
    /// Margin at the left, the binding side.
    pub left: Twips,
    /// Margin at the right.
    pub right: Twips,
    /// From the upper edge of the sheet to the page number.
    pub page_number: Twips,
}

impl Sheet {
    /// The width between the margins.
    pub const fn text_width(&self) -> Twips {
        Twips(self.width.0 - self.left.0 - self.right.0)
    }
}

/// The running text (phần nội dung).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyFormat {
    /// Type size of text, headings and tables.
    pub size: HalfPoints,
    /// Exact distance of the lines.
    pub line: Twips,
    /// Type size and distance of lines of a table of many columns.
    pub small: (HalfPoints, Twips),
    /// Indent of a paragraph's first line.
    pub first_line: Twips,
    /// Room below a paragraph.
    pub after: Twips,
    /// The least width of a table's column: `STT` must not break.
    pub least_column: Twips,
}

/// The head (phần đầu): bodies and number left, motto, place and date right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadFormat {
    /// Width of the left column; the right one takes the rest.
    pub left_column: Twips,
    /// The superior body, capitals, regular.
    pub superior: HalfPoints,
    /// The issuing body, capitals, bold.
    pub issuer: HalfPoints,
    /// The number and sign (số, ký hiệu).
    pub number: HalfPoints,
    /// The motto, bold.
    pub motto: HalfPoints,
    /// Place and date, italic.
    pub place: HalfPoints,
}

/// The title and the signatures (tên loại, trích yếu, thể thức ký).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleFormat {
    /// The type of the paper, bold capitals.
    pub kind: HalfPoints,
    /// The subject (trích yếu), bold.
    pub subject: HalfPoints,
    /// Capacity, office and name of a signer.
    pub signature: HalfPoints,
    /// Height left free for the hand.
    pub signature_room: Twips,
    /// The word `Nơi nhận:`.
    pub recipients_label: HalfPoints,
    /// The recipients below it.
    pub recipients: HalfPoints,
}

/// A ballot paper (phiếu bầu), which is laid out to be struck out or ticked with a pen and read by those who count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotFormat {
    /// Margin at all four sides.
    pub margin: Twips,
    /// The size names have where there is room.
    pub largest: HalfPoints,
    /// The size below which no name is printed: rather one more page.
    pub smallest: HalfPoints,
    /// Height of a row where there is room, in hundredths of the size.
    pub roomy: u32,
    /// The least height of a row, in hundredths of the size: a pen must hit one name and not its neighbour.
    pub close: u32,
    /// Side of a box to tick.
    pub tick: Twips,
    /// The most width the column of a box takes.
    pub widest_box: Twips,
    /// Width and height left free for the seal.
    pub seal: Twips,
    /// Distance of two columns of names.
    pub between: Twips,
}

/// A format profile (thể thức): the sizes and fixed labels of every paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatProfile {
    /// The name by which a congress chooses it, number and year.
    pub name: &'static str,
    /// The guidance behind it, number and date.
    pub guidance: &'static str,
    /// The typeface.
    pub typeface: &'static str,
    /// The sheet.
    pub sheet: Sheet,
    /// The running text.
    pub body: BodyFormat,
    /// The head.
    pub head: HeadFormat,
    /// Title and signatures.
    pub title: TitleFormat,
    /// Ballot papers.
    pub ballot: BallotFormat,
    /// Over whose name the minutes are signed at the left.
    pub minutes_taker: &'static str,
}

const A4: Sheet = Sheet {
    width: Twips(11_906),
    height: Twips(16_838),
    top: Twips::mm(20),
    bottom: Twips::mm(20),
    left: Twips::mm(30),
    right: Twips::mm(15),
    page_number: Twips::mm(10),
};

const BODY: BodyFormat = BodyFormat {
    size: HalfPoints::points(14),
    line: Twips::points(18),
    small: (HalfPoints::points(12), Twips::points(15)),
    first_line: Twips::mm(10),
    after: Twips::points(6),
    least_column: Twips::mm(16),
};

/// No guidance fixes these: 12 pt is the least a paper of the Party prints text in, 38 mm hold a committee's round seal.
const BALLOT: BallotFormat = BallotFormat {
    margin: Twips::mm(15),
    largest: HalfPoints::points(14),
    smallest: HalfPoints::points(12),
    roomy: 200,
    close: 140,
    tick: Twips::mm(4),
    widest_box: Twips::mm(26),
    seal: Twips::mm(38),
    between: Twips::mm(4),
};

/// The profile of Regulation 399-QĐ/TW, by guidance 05-HD/VPTW of 27/5/2026.
pub static QD_399: FormatProfile = FormatProfile {
    name: "399-QĐ/TW 2026",
    guidance: "05-HD/VPTW, 27/5/2026",
    typeface: "Times New Roman",
    sheet: A4,
    body: BODY,
    head: HeadFormat {
        left_column: Twips::mm(78),
        superior: HalfPoints::points(14),
        issuer: HalfPoints::points(14),
        number: HalfPoints::points(14),
        motto: HalfPoints::points(14),
        place: HalfPoints::points(14),
    },
    title: TitleFormat {
        kind: HalfPoints::points(14),
        subject: HalfPoints::points(14),
        signature: HalfPoints::points(14),
        signature_room: Twips::mm(25),
        recipients_label: HalfPoints::points(14),
        recipients: HalfPoints::points(12),
    },
    ballot: BALLOT,
    minutes_taker: "NGƯỜI GHI BIÊN BẢN",
};

/// The profile of Regulation 66-QĐ/TW, by guidance 36-HD/VPTW of 2018.
pub static QD_66: FormatProfile = FormatProfile {
    name: "66-QĐ/TW 2017",
    guidance: "36-HD/VPTW, 2018",
    typeface: "Times New Roman",
    sheet: A4,
    body: BODY,
    head: HeadFormat {
        left_column: Twips::mm(78),
        superior: HalfPoints::points(14),
        issuer: HalfPoints::points(14),
        number: HalfPoints::points(14),
        motto: HalfPoints::points(15),
        place: HalfPoints::points(14),
    },
    title: TitleFormat {
        kind: HalfPoints::points(16),
        subject: HalfPoints::points(15),
        signature: HalfPoints::points(14),
        signature_room: Twips::mm(25),
        recipients_label: HalfPoints::points(14),
        recipients: HalfPoints::points(12),
    },
    ballot: BALLOT,
    minutes_taker: "T/M ĐOÀN THƯ KÝ",
};

impl FormatProfile {
    /// Every profile, the default first.
    pub fn all() -> [&'static Self; 2] {
        [&QD_399, &QD_66]
    }

    /// The profile a file has chosen.
    pub const fn of(choice: Format) -> &'static Self {
        match choice {
            Format::Of2026 => &QD_399,
            Format::Of2017 => &QD_66,
        }
    }

    /// Over whose name one person signs the minutes.
    pub const fn default_taker() -> &'static str {
        QD_399.minutes_taker
    }

    /// The profile of that exact name (`399-QĐ/TW 2026`), if there is one.
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().into_iter().find(|profile| profile.name == name)
    }
}

impl Default for &'static FormatProfile {
    fn default() -> Self {
        &QD_399
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_become_the_twips_word_shows() {
        assert_eq!(Twips::mm(10), Twips(567));
        assert_eq!(Twips::mm(15), Twips(850));
        assert_eq!(Twips::mm(20), Twips(1134));
        assert_eq!(Twips::mm(30), Twips(1701));
        assert_eq!(Twips::points(18), Twips(360));
        assert_eq!(QD_399.sheet.text_width(), Twips(9355));
    }

    #[test]
    fn a_profile_is_found_by_its_name_and_only_by_it() {
        assert_eq!(FormatProfile::named("399-QĐ/TW 2026"), Some(&QD_399));
        assert_eq!(FormatProfile::named("66-QĐ/TW 2017"), Some(&QD_66));
        assert_eq!(FormatProfile::named("66-QĐ/TW"), None);
        assert_eq!(<&FormatProfile>::default().name, "399-QĐ/TW 2026");
    }

    #[test]
    fn the_two_profiles_differ_where_the_guidance_differs() {
        assert_eq!(QD_399.head.motto, HalfPoints(28));
        assert_eq!(QD_66.head.motto, HalfPoints(30));
        assert_eq!(QD_66.title.kind, HalfPoints(32));
        assert_eq!(QD_399.minutes_taker, "NGƯỜI GHI BIÊN BẢN");
        assert_eq!(QD_66.minutes_taker, "T/M ĐOÀN THƯ KÝ");
    }

    #[test]
    fn the_motto_and_its_rule_fit_the_right_column_of_each_profile() {
        for profile in FormatProfile::all() {
            let column = profile.sheet.text_width().0 - profile.head.left_column.0;
            assert!(profile.head.motto.width_of(MOTTO_WIDTH).0 + 240 < column, "{}", profile.name);
        }
        assert_eq!(HalfPoints::points(14).width_of(MOTTO_WIDTH), Twips(3857));
    }
}
