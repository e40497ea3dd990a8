//! A paper as Markdown (GitHub's dialect): readable as it stands, the same words when a program reads it.
//! Head and foot come line by line in reading order, since Markdown has no columns.

use std::fmt::Write as _;

use crate::papers::format::MOTTO;
use crate::papers::paper::{Block, Emphasis, Head, Level, Paper, PaperNumber, Recipients, Signature, Table, Text};

/// A line break that does not begin a paragraph.
const BREAK: &str = "\\\n";

/// Writes a paper; every block is followed by an empty line.
pub fn markdown(paper: &Paper) -> String {
    let mut pieces: Vec<String> = Vec::new();
    pieces.extend(paper.notice.iter().map(|notice| format!("> {}", strong(notice))));
    pieces.extend(head(&paper.head));
    pieces.push(format!("# {}", escape(&paper.title.kind)));
    if !paper.title.subject.is_empty() {
        pieces.push(paper.title.subject.iter().map(|line| strong(line)).collect::<Vec<_>>().join(BREAK));
    }
    pieces.push("-----".to_owned());
    pieces.extend(blocks(&paper.body));
    if let Some(signatures) = &paper.signatures {
        // with one signer the recipients stand beside the signature and are read first, as in DOCX
        if signatures.left.is_none() {
            pieces.extend(paper.recipients.as_ref().map(recipients));
        }
        pieces.extend(signatures.left.iter().chain([&signatures.right]).map(signature));
    }
    if paper.signatures.as_ref().is_none_or(|signatures| signatures.left.is_some()) {
        pieces.extend(paper.recipients.as_ref().map(recipients));
    }
    pieces.join("\n\n") + "\n"
}

fn head(head: &Head) -> [String; 2] {
    let mut left: Vec<String> = head.superior.iter().map(|line| line_start(&escape(line))).collect();
    left.extend(head.issuer.iter().map(|line| strong(line)));
    left.push("\\*".to_owned());
    let mut right = vec![strong(MOTTO)];
    right.extend(head.number.iter().map(PaperNumber::label).map(|number| escape(&number)));
    right.push(spans(&Text::new().italic(head.place_and_date.clone())));
    [left.join(BREAK), right.join(BREAK)]
}

/// The blocks; items of one list stand without an empty line between them.
fn blocks(body: &[Block]) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut after_item = false;
    for block in body {
        let piece = write_block(block);
        let is_item = matches!(block, Block::Item { .. });
        match pieces.last_mut() {
            _ if piece.is_empty() => continue,
            Some(list) if is_item && after_item => {
                list.push('\n');
                list.push_str(&piece);
            }
            _ => pieces.push(piece),
        }
        after_item = is_item;
    }
    pieces
}

fn write_block(block: &Block) -> String {
    let lines =
        |text: &Text| -> Vec<String> { text.paragraphs().iter().map(|piece| line_start(&spans(piece))).collect() };
    match block {
        Block::Heading { level, text } => {
            let marks = match level {
                Level::Part => "##",
                Level::Section => "###",
                Level::Point => "####",
            };
            let words = text.paragraphs().iter().map(spans).collect::<Vec<_>>().join(" ");
            if words.is_empty() { words } else { format!("{marks} {words}") }
        }
        Block::Paragraph { text, .. } => lines(text).join("\n\n"),
        Block::Item { text, .. } => {
            let items = lines(text).into_iter().map(|line| format!("- {line}"));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => pipe_table(table),
    }
}

/// A pipe table; a cell of several lines keeps them with `<br>`.
fn pipe_table(table: &Table) -> String {
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        // writing to a String cannot fail
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    line(table.columns().iter().map(|column| escape(&column.heading)).collect());
    line(table.columns().iter().map(|column| rule_of(column.align).to_owned()).collect());
    for row in table.rows() {
        let cell = |text: &Text| text.paragraphs().iter().map(spans).collect::<Vec<_>>().join("<br>");
        line(row.iter().map(cell).collect());
    }
    out.trim_end().to_owned()
}

const fn rule_of(align: crate::papers::paper::Align) -> &'static str {
    use crate::papers::paper::Align;
    match align {
        Align::Justified | Align::Left => "---",
        Align::Centre => ":-:",
        Align::Right => "--:",
    }
}

fn signature(signature: &Signature) -> String {
    let mut lines: Vec<String> = signature.capacity.iter().map(|line| strong(line)).collect();
    lines.extend(signature.office.iter().map(|office| line_start(&escape(office))));
    lines.extend(signature.name.iter().map(|name| strong(name)));
    lines.join(BREAK)
}

fn recipients(recipients: &Recipients) -> String {
    let mut out = format!("<u>{}</u>\n", escape(Recipients::LABEL));
    for entry in recipients.entries() {
        out.push('\n');
        out.push_str("- ");
        out.push_str(&line_start(&escape(entry.trim_start_matches("- "))));
    }
    out
}

fn strong(text: &str) -> String {
    spans(&Text::new().bold(text))
}

/// Spans with their marks. Where `*` would not be read as a mark, because a letter or another mark touches it, the
/// emphasis is written as an element.
fn spans(text: &Text) -> String {
    let all = text.spans();
    let mut out = String::new();
    for (index, span) in all.iter().enumerate() {
        let words = span.text.trim();
        if span.emphasis == Emphasis::Plain || words.is_empty() {
            out.push_str(&escape(&span.text));
            continue;
        }
        let lead = span.text.len() - span.text.trim_start().len();
        let tail = span.text.trim_end().len();
        out.push_str(&span.text[..lead]);
        let next = span.text[tail..].chars().next();
        let next = next.or_else(|| all.get(index + 1).and_then(|span| span.text.chars().next()));
        let stands_free = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let free = stands_free(out.chars().last()) && stands_free(next);
        let (begin, end) = marks(span.emphasis, free);
        out.push_str(begin);
        out.push_str(&escape(words));
        out.push_str(end);
        out.push_str(&span.text[tail..]);
    }
    out
}

const fn marks(emphasis: Emphasis, free: bool) -> (&'static str, &'static str) {
    match (emphasis, free) {
        (Emphasis::Plain, _) => ("", ""),
        (Emphasis::Bold, true) => ("**", "**"),
        (Emphasis::Italic, true) => ("*", "*"),
        (Emphasis::BoldItalic, true) => ("***", "***"),
        (Emphasis::Bold, false) => ("<b>", "</b>"),
        (Emphasis::Italic, false) => ("<i>", "</i>"),
        (Emphasis::BoldItalic, false) => ("<b><i>", "</i></b>"),
    }
}

/// The text with every character escaped that Markdown would eat anywhere in a line; control characters dropped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The line with a mark at its start escaped that would begin a list, a rule or a heading.
fn line_start(line: &str) -> String {
    let line = line.trim_start();
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::paper::{Column, sample};

    fn block(block: &Block) -> String {
        write_block(block)
    }

    #[test]
    fn what_markdown_would_eat_is_escaped() {
        assert_eq!(block(&Block::text("1. Tổng số *không* [nêu]")), r"1\. Tổng số \*không\* \[nêu\]");
        assert_eq!(block(&Block::text("- dòng")), r"\- dòng");
        assert_eq!(block(&Block::text("84,21 % (16/19)")), "84,21 % (16/19)");
        assert_eq!(block(&Block::text("a_b <c> & d|e")), r"a\_b \<c\> \& d\|e");
        assert_eq!(block(&Block::text("2022 – 2025")), "2022 – 2025");
    }

    #[test]
    fn an_emphasis_that_a_letter_touches_is_written_as_an_element() {
        let text = Text::new().bold("Đồng chí:").plain("Nguyễn Văn A ").italic(" vắng ").plain(".");
        assert_eq!(spans(&text), "<b>Đồng chí:</b>Nguyễn Văn A  *vắng* .");
    }

    #[test]
    fn items_of_one_list_stand_together_and_a_table_has_its_rule() {
        let table = Table::new([Column::figures("TT", 1), Column::words("Họ | tên", 3)]).row(["1", "Lê A\nLê B"]);
        let body = [Block::item("một;"), Block::item("hai."), Block::text(" "), Block::Table(table)];
        assert_eq!(blocks(&body), ["- một;\n- hai.", "| TT | Họ \\| tên |\n| :-: | --- |\n| 1 | Lê A<br>Lê B |"]);
    }

    #[test]
    fn the_sample_reads_as_a_paper() {
        let text = markdown(&sample::minutes());
        assert!(text.starts_with("> ***Danh sách") || text.starts_with("> **Danh sách"));
        assert!(text.contains(
            "**LẦN THỨ VII**\\\n**NHIỆM KỲ 2022 – 2025**\\\n\\*\n\n**ĐẢNG CỘNG SẢN VIỆT NAM**\\\nSố 05-BB/ĐH\\\n"
        ));
        assert!(text.contains("# BIÊN BẢN\n\n**Đại hội Chi bộ"));
        assert!(text.contains("| 1 | Nguyễn Thị Thúy An | 27 | 93,10 | Trúng cử |"));
        assert!(text.ends_with("- Lưu hồ sơ đại hội.\n"));
    }
}
