//! Text of a paper: spans with an emphasis, and where a line must not break.
//! No font is measured here.

/// How a span stands out from the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Emphasis {
    /// Not at all.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold and italic.
    BoldItalic,
}

impl Emphasis {
    /// Whether the letters are bold.
    pub const fn is_bold(self) -> bool {
        matches!(self, Self::Bold | Self::BoldItalic)
    }

    /// Whether the letters are italic.
    pub const fn is_italic(self) -> bool {
        matches!(self, Self::Italic | Self::BoldItalic)
    }
}

/// A stretch of text in one emphasis.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The words, in NFC, printed exactly as they stand.
    pub text: String,
    /// How they stand out.
    pub emphasis: Emphasis,
}

/// The text of one block: spans one after another. A line feed inside begins a new paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    spans: Vec<Span>,
}

impl Text {
    /// A text without words.
    pub const fn new() -> Self {
        Self { spans: Vec::new() }
    }

    /// Adds plain words.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.with(text, Emphasis::Plain)
    }

    /// Adds bold words.
    #[must_use]
    pub fn bold(self, text: impl Into<String>) -> Self {
        self.with(text, Emphasis::Bold)
    }

    /// Adds italic words.
    #[must_use]
    pub fn italic(self, text: impl Into<String>) -> Self {
        self.with(text, Emphasis::Italic)
    }

    /// Adds words in any emphasis; no words add nothing.
    #[must_use]
    pub fn with(mut self, text: impl Into<String>, emphasis: Emphasis) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span { text, emphasis });
        }
        self
    }

    /// The spans in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether there are no words, spaces aside.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    /// The words without their emphasis.
    pub fn plain_text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The text cut at its line feeds, one piece for each paragraph to print; blank pieces are left out.
    pub fn paragraphs(&self) -> Vec<Self> {
        let mut pieces = vec![Self::new()];
        for span in &self.spans {
            for (index, piece) in span.text.split('\n').enumerate() {
                if index > 0 {
                    pieces.push(Self::new());
                }
                if let Some(last) = pieces.pop() {
                    pieces.push(last.with(piece, span.emphasis));
                }
            }
        }
        pieces.retain(|piece| !piece.is_blank());
        pieces
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

/// Words that keep the number after them on their line: `ngày 03`, `Số 05-BB/ĐH`, `lần thứ VII`.
const BEFORE_A_NUMBER: [&str; 19] = [
    "số",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "điều",
    "khoản",
    "thứ",
    "lúc",
    "quận",
    "phường",
    "tổ",
    "ấp",
    "thôn",
    "khóm",
    "khối",
    "xóm",
    "phố",
    "khóa",
];

/// Words that stay with the number before them: `08 giờ`, `84,21 %`, `152.500.000 đồng`.
const AFTER_A_NUMBER: [&str; 6] = ["giờ", "phút", "đồng", "%", "mm", "km"];

/// The text with no-break spaces where a line must not break: around the dash of `2026 – 2029`, between a number and
/// the word that belongs to it. For writers that break lines; a value keeps its plain spaces.
pub fn keep_together(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len() + 16);
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            out.push(if belong_together(&words, index) { '\u{a0}' } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

/// Whether the word at `index` must stay on the line of the word before it.
fn belong_together(words: &[&str], index: usize) -> bool {
    let (before, word) = (words[index - 1], words[index]);
    let next = words.get(index + 1).copied().unwrap_or("");
    let earlier = index.checked_sub(2).map_or("", |at| words[at]);
    let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
    let label = before.trim_start_matches(['(', '"', '“']).to_lowercase();
    // `tổng số 30` and `30 đồng chí` may break: a fixed space in every such phrase would show in justified lines
    let belongs_before = BEFORE_A_NUMBER.contains(&label.as_str()) && begins_with_number(word);
    let is_sign = label != "số" || word.contains(['-', '/']);
    let belongs_after = AFTER_A_NUMBER.contains(&bare) && !(bare == "đồng" && next.starts_with("chí"));
    // a day does not stand apart from its month; the year may begin a line
    let is_date = bare == "tháng" && ends_with_digit(before) && earlier.to_lowercase().ends_with("ngày");
    (belongs_before && is_sign)
        || (is_date && begins_with_digit(next))
        || (belongs_after && ends_with_digit(before))
        || (before == "%" && is_fraction(word))
        || (is_dash(word) && ends_with_digit(before) && begins_with_digit(next))
        || (is_dash(before) && ends_with_digit(earlier) && begins_with_digit(word))
}

/// `(16/19);`: the fraction of a share, which says nothing alone on a line.
fn is_fraction(word: &str) -> bool {
    let inside = word.strip_prefix('(').and_then(|word| word.split_once(')')).map_or("", |(inside, _)| inside);
    let number = |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    inside.split_once('/').is_some_and(|(part, whole)| number(part) && number(whole))
}

fn is_dash(word: &str) -> bool {
    matches!(word, "–" | "-" | "—")
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

fn ends_with_digit(word: &str) -> bool {
    word.ends_with(|letter: char| letter.is_ascii_digit())
}

/// A number in digits, or a Roman one standing alone.
fn begins_with_number(word: &str) -> bool {
    let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
    begins_with_digit(word) || (!bare.is_empty() && bare.chars().all(|letter| "IVXLCDM".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(text: &str) -> String {
        keep_together(text).replace('\u{a0}', "~")
    }

    #[test]
    fn a_line_does_not_break_inside_a_term_a_date_or_a_number() {
        assert_eq!(bound("nhiệm kỳ 2026 – 2029."), "nhiệm kỳ 2026~–~2029.");
        assert_eq!(bound("Số 05-BB/ĐH"), "Số~05-BB/ĐH");
        assert_eq!(bound("ngày 03 tháng 02 năm 2026"), "ngày~03~tháng~02 năm~2026");
        assert_eq!(bound("trong 15 ngày, 02 tháng sau"), "trong 15 ngày, 02 tháng sau");
        assert_eq!(bound("lúc 08 giờ 05 phút, ngày 03"), "lúc~08~giờ 05~phút, ngày~03");
        assert_eq!(bound("đạt 84,21 % (16/19);"), "đạt 84,21~%~(16/19);");
        assert_eq!(bound("đạt 100 % (1.587/1.587)."), "đạt 100~%~(1.587/1.587).");
        assert_eq!(bound("tăng 10 % (xem bảng)"), "tăng 10~% (xem bảng)");
        assert_eq!(bound("6.684.957.552 đồng;"), "6.684.957.552~đồng;");
        assert_eq!(bound("lần thứ VII, nhiệm kỳ"), "lần thứ~VII, nhiệm kỳ");
        assert_eq!(bound("ĐẠI HỘI CHI BỘ VĂN PHÒNG UBND QUẬN 1"), "ĐẠI HỘI CHI BỘ VĂN PHÒNG UBND QUẬN~1");
    }

    #[test]
    fn other_spaces_stay_where_a_line_may_break() {
        for free in ["đồng chí A – Bí thư", "tổng số 30 đồng chí", "sáng thứ hai", "ngày hội", "", " ", "số đại biểu"]
        {
            assert_eq!(keep_together(free), free);
        }
    }

    #[test]
    fn a_line_feed_begins_a_new_paragraph_and_keeps_the_emphasis() {
        let text = Text::new().plain("Một\n\nHai ").bold("ba\nbốn");
        let pieces = text.paragraphs();
        assert_eq!(pieces, [Text::from("Một"), Text::new().plain("Hai ").bold("ba"), Text::new().bold("bốn")]);
        assert!(Text::from(" \n ").paragraphs().is_empty());
    }
}
