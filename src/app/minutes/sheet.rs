//! A paper laid out in lines of a fixed measure, about as many letters as a printed line holds: the same paper has the same
//! lines in every window, so that it is laid out once and not for every frame.

use crate::papers::format::MOTTO;
use crate::papers::paper::{
    Align, Block, Emphasis, Head, Level, Paper, PaperNumber, Recipients, Signature, Signatures, Span, Text,
};
use flow::{Setting, beside, centred, flow, plain};

mod flow;
mod grid;

/// Cells in a line.
pub const MEASURE: usize = 74;

/// Cells of the head's left column.
const LEFT: usize = 34;

/// Indent of a paragraph's first line.
const INDENT: usize = 4;

/// A line of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The block it belongs to; none in head, title and foot.
    pub block: Option<usize>,
    /// Its words, spaces for where they stand among them.
    pub spans: Vec<Span>,
}

/// Lays a paper out.
pub fn lay_out(paper: &Paper) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |block: Option<usize>, laid: Vec<Vec<Span>>| {
        lines.extend(laid.into_iter().map(|spans| Line { block, spans }));
    };
    if let Some(notice) = &paper.notice {
        add(None, centred(&Text::new().bold(notice.clone()), MEASURE));
    }
    add(None, head(&paper.head));
    add(None, title(&paper.title.kind, &paper.title.subject));
    for (place, block) in paper.body.iter().enumerate() {
        if place > 0 && opens_part(block) {
            add(None, vec![Vec::new()]);
        }
        add(Some(place), laid(block));
    }
    add(None, foot(paper.signatures.as_ref(), paper.recipients.as_ref()));
    lines
}

/// A part and a table stand apart from what is before them.
fn opens_part(block: &Block) -> bool {
    matches!(block, Block::Heading { level: Level::Part, .. } | Block::Table(_))
}

fn laid(block: &Block) -> Vec<Vec<Span>> {
    match block {
        Block::Heading { level, text } => {
            let emphasis = if *level == Level::Point { Emphasis::BoldItalic } else { Emphasis::Bold };
            let text = text.spans().iter().fold(Text::new(), |text, span| text.with(span.text.clone(), emphasis));
            flow(&text, Setting { first: if *level == Level::Part { 0 } else { INDENT }, ..Setting::full() })
        }
        Block::Paragraph { text, align, .. } => {
            let pieces = text.paragraphs();
            pieces.iter().flat_map(|piece| paragraph(piece, *align)).collect()
        }
        Block::Item { text, .. } => {
            let dashed = text
                .spans()
                .iter()
                .fold(Text::new().plain("- "), |text, span| text.with(span.text.clone(), span.emphasis));
            flow(&dashed, Setting { first: INDENT, ..Setting::full() })
        }
        Block::Table(table) => grid::grid(table, MEASURE),
    }
}

fn paragraph(text: &Text, align: Align) -> Vec<Vec<Span>> {
    let first = if align == Align::Justified { INDENT } else { 0 };
    flow(text, Setting { first, width: MEASURE, align })
}

fn head(head: &Head) -> Vec<Vec<Span>> {
    let right = MEASURE - LEFT;
    let number = head.number.as_ref().map(PaperNumber::label).unwrap_or_default();
    let mut left = Vec::new();
    if let Some(superior) = &head.superior {
        left.extend(centred(&plain(superior), LEFT));
    }
    left.extend(head.issuer.iter().flat_map(|issuer| centred(&Text::new().bold(issuer.clone()), LEFT)));
    left.extend(centred(&plain("*"), LEFT));
    let mut motto = centred(&Text::new().bold(MOTTO), right);
    motto.extend(centred(&plain(&"─".repeat(MOTTO.chars().count())), right));
    let mut lines = beside(left, motto, LEFT);
    let place = centred(&Text::new().italic(head.place_and_date.clone()), right);
    lines.extend(beside(centred(&plain(&number), LEFT), place, LEFT));
    lines
}

fn title(kind: &str, subject: &[String]) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    lines.extend(centred(&Text::new().bold(kind), MEASURE));
    lines.extend(subject.iter().flat_map(|line| centred(&Text::new().bold(line.clone()), MEASURE)));
    lines.extend(centred(&plain("-----"), MEASURE));
    lines.push(Vec::new());
    lines
}

/// Signatures in two columns; with one signer the recipients stand beside the signature, else below.
fn foot(signatures: Option<&Signatures>, recipients: Option<&Recipients>) -> Vec<Vec<Span>> {
    let listed = |width: usize| -> Vec<Vec<Span>> {
        let Some(recipients) = recipients else { return Vec::new() };
        let setting = Setting { first: 0, width, align: Align::Left };
        let label = flow(&Text::new().with(Recipients::LABEL, Emphasis::BoldItalic), setting);
        let entries = recipients.entries();
        label.into_iter().chain(entries.iter().flat_map(|entry| flow(&plain(entry), setting))).collect()
    };
    let half = MEASURE / 2;
    let mut lines = vec![Vec::new()];
    match signatures {
        None => lines.extend(listed(MEASURE)),
        Some(Signatures { left: None, right }) => {
            lines.extend(beside(listed(half), signature(right, 0), half));
        }
        Some(Signatures { left: Some(left), right }) => {
            let rows = above_name(left).max(above_name(right));
            lines.extend(beside(signature(left, rows), signature(right, rows), half));
            lines.push(Vec::new());
            lines.extend(listed(MEASURE));
        }
    }
    lines
}

fn above_name(signature: &Signature) -> usize {
    signature.capacity.len() + signature.office.iter().len()
}

/// Capacity, office, room for the hand, name; names of two signers stand level.
fn signature(signature: &Signature, rows: usize) -> Vec<Vec<Span>> {
    let width = MEASURE / 2;
    let mut lines: Vec<_> =
        signature.capacity.iter().flat_map(|line| centred(&Text::new().bold(line.clone()), width)).collect();
    lines.extend(signature.office.iter().flat_map(|office| centred(&plain(office), width)));
    let room = rows.saturating_sub(above_name(signature)) + 3;
    lines.extend(std::iter::repeat_n(Vec::new(), room));
    let name = signature.name.clone().unwrap_or_default();
    lines.extend(centred(&Text::new().bold(name), width));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::paper::{Column, Table, Title};

    fn text(lines: &[Line]) -> Vec<String> {
        let joined = |line: &Line| line.spans.iter().map(|span| span.text.as_str()).collect::<String>();
        lines.iter().map(|line| joined(line).trim_end().to_owned()).collect()
    }

    fn paper() -> Paper {
        let head = Head::new(
            ["ĐẠI HỘI CHI BỘ TỔ 5", "LẦN THỨ VII"],
            PaperNumber::given(5, "BB/ĐH"),
            "Huế, ngày 03 tháng 7 năm 2026",
        );
        Paper::new(head.under("ĐẢNG ỦY PHƯỜNG AN CỰU"), Title::new("BIÊN BẢN", "Đại hội Chi bộ Tổ 5"))
            .heading(Level::Part, "I. BẦU CỬ")
            .paragraph("a", "Đại hội bầu 03 đồng chí vào chi ủy với số phiếu như trong bảng dưới đây, kết quả được công bố lúc 10 giờ 05 phút cùng ngày.")
            .with([Block::item("đồng chí Nguyễn Văn An;").keyed("b")])
            .table(
                Table::new([Column::figures("TT", 1), Column::words("Họ và tên", 6), Column::figures("Số phiếu bầu", 2)])
                    .row(["1", "Nguyễn Văn An", "16"]),
            )
            .signed(Signatures::two(
                Signature::new("NGƯỜI GHI BIÊN BẢN").name("Lê Thị B"),
                Signature::new("T/M ĐOÀN CHỦ TỊCH").office("CHỦ TỌA").name("Vũ Văn A"),
            ))
            .sent_to(Recipients::new(["Đảng ủy phường"], "hồ sơ đại hội"))
    }

    #[test]
    fn a_paper_is_laid_out_as_it_prints() {
        insta::assert_snapshot!(text(&lay_out(&paper())).join("\n"));
    }

    #[test]
    fn no_line_is_wider_than_the_measure_and_every_block_has_a_line() {
        use unicode_width::UnicodeWidthStr;
        let long = "x".repeat(200);
        let paper = paper().paragraph("c", format!("{long} {long} ngắn"));
        let lines = lay_out(&paper);
        for line in text(&lines) {
            assert!(line.width() <= MEASURE, "{line}");
        }
        for block in 0..paper.body.len() {
            assert!(lines.iter().any(|line| line.block == Some(block)), "block {block} has no line");
        }
    }
}
