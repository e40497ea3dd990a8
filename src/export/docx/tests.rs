//! DOCX files held against outside readers: LibreOffice prints them, pandoc reads them back.

use std::io::Read;
use std::path::PathBuf;

use super::{docx, parts_of};
use crate::export::markdown::markdown;
use crate::export::outside::{Outside, output_of, to_pdf, words_by_pandoc};
use crate::papers::format::{FormatProfile, QD_66, QD_399};
use crate::papers::paper::sample::{BALLOT, minutes};
use crate::papers::paper::{
    Column, Head, Paper, PaperNumber, Recipients, Signature, Signatures, Table, Text, Title, place_and_date,
};
use std::process::Command;

/// The order of ECMA-376 for the children this writer uses.
const ORDERS: [(&str, &[&str]); 8] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    ("w:rPr", &["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:sz", "w:szCs", "w:u", "w:lang"]),
    ("w:tblPr", &["w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook"]),
    ("w:tcPr", &["w:tcW", "w:vAlign"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:sectPr", &["w:headerReference", "w:pgSz", "w:pgMar", "w:titlePg"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"]),
];

/// Every element with its children's names, in document order; fails on a tag that is not closed in order.
fn elements(xml: &str) -> Vec<(String, Vec<String>)> {
    let (mut open, mut done): (Vec<(String, Vec<String>)>, Vec<_>) = (Vec::new(), Vec::new());
    for tag in xml.split('<').skip(2).filter_map(|piece| piece.split('>').next()) {
        if let Some(name) = tag.strip_prefix('/') {
            let element = open.pop().expect("an open element");
            assert_eq!(element.0, name);
            done.push(element);
            continue;
        }
        let name = tag.trim_end_matches('/').split(' ').next().unwrap_or("").to_owned();
        if let Some((_, children)) = open.last_mut() {
            children.push(name.clone());
        }
        if !tag.ends_with('/') {
            open.push((name, Vec::new()));
        }
    }
    assert!(open.is_empty());
    done
}

fn written(paper: &Paper, profile: &FormatProfile) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("bien-ban.docx");
    std::fs::write(&file, docx(paper, profile).expect("a file")).expect("written");
    (dir, file)
}

#[test]
fn children_stand_in_the_order_of_the_schema_in_every_part() {
    for (name, xml) in parts_of(&minutes(), &QD_399) {
        for (element, children) in elements(&xml) {
            let Some((_, order)) = ORDERS.iter().find(|(parent, _)| *parent == element) else {
                continue;
            };
            let place = |child: &String| order.iter().position(|known| known == child);
            let places: Vec<_> = children.iter().map(|child| place(child).expect(child)).collect();
            assert!(places.is_sorted(), "{name}: {element}: {children:?}");
        }
    }
}

#[test]
fn every_cell_ends_with_a_paragraph_and_no_two_tables_touch() {
    let xml = super::document::document(&minutes(), &QD_399);
    for (element, children) in elements(&xml) {
        match element.as_str() {
            "w:tc" => assert_eq!(children.last().map(String::as_str), Some("w:p")),
            "w:body" => assert!(children.windows(2).all(|pair| pair != ["w:tbl", "w:tbl"])),
            _ => {}
        }
    }
}

#[test]
fn every_style_a_block_names_exists() {
    let styles = super::styles::styles(&QD_399);
    let xml = super::document::document(&minutes(), &QD_399);
    for named in xml.split("w:pStyle w:val=\"").skip(1).filter_map(|piece| piece.split('"').next()) {
        assert!(styles.contains(&format!("w:styleId=\"{named}\"")), "{named}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = docx(&minutes(), &QD_399).expect("a file");
    assert_eq!(first, docx(&minutes(), &QD_399).expect("a file"));
    assert_ne!(first, docx(&minutes(), &QD_66).expect("a file"));
}

#[test]
fn the_container_opens_with_the_content_types_and_carries_no_clock() {
    let bytes = docx(&minutes(), &QD_399).expect("a file");
    let mut container = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a container");
    let first = container.by_index(0).expect("a part").name().map(std::borrow::Cow::into_owned);
    assert_eq!(first.ok().as_deref(), Some("[Content_Types].xml"));
    for index in 0..container.len() {
        let mut part = container.by_index(index).expect("a part");
        assert_eq!(part.last_modified(), Some(zip::DateTime::DEFAULT));
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("UTF-8");
        assert!(xml.starts_with("<?xml"));
    }
}

#[test]
fn control_characters_of_a_pasted_text_do_not_reach_the_file() {
    let paper = minutes().text(Text::new().plain("dán\u{0} từ\u{1b} nơi khác & <khác>").bold("\u{7}đậm"));
    let xml = super::document::document(&paper, &QD_399);
    assert!(xml.contains("dán từ nơi khác &amp; &lt;khác&gt;") && xml.contains(">đậm<"));
    assert!(!xml.trim_end().chars().skip(60).any(char::is_control));
}

#[test]
fn libreoffice_prints_the_minutes_with_page_numbers_from_the_second_page() {
    let (dir, file) = written(&minutes(), &QD_399);
    let Some(pdf) = to_pdf(&file, dir.path()) else {
        return;
    };
    let Some(reader) = Outside::PdfToText.find() else {
        return;
    };
    let text = output_of(Command::new(reader).arg("-layout").arg(&pdf).arg("-"));
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() >= 3, "{} pages", pages.len());
    assert!(pages[0].trim_start().starts_with("Danh sách và số phiếu"));
    for (index, page) in pages.iter().enumerate().skip(1) {
        assert!(page.trim_start().starts_with(&(index + 1).to_string()), "{page}");
    }
    for (name, votes, percent) in BALLOT {
        let row = text.lines().find(|line| line.contains(name) && line.contains(percent));
        assert!(row.is_some_and(|row| row.contains(votes)), "{name}");
    }
    let last = pages.last().expect("a page");
    assert!(last.contains("NGƯỜI GHI BIÊN BẢN") && last.contains("T/M ĐOÀN CHỦ TỊCH"));
    assert!(last.contains("Đại hội bế mạc"), "signatures alone on their page: {last}");
}

#[test]
fn a_small_table_stands_on_one_page_and_a_long_one_may_part() {
    let rows = |count: u32, signed: bool| {
        let table = (1..=count).fold(Table::new([Column::figures("TT", 1)]), |table, row| table.row([row.to_string()]));
        let head = Head::new(["BAN KIỂM PHIẾU"], PaperNumber::open("BB/ĐH"), place_and_date("Huế", None));
        let paper = Paper::new(head, Title::new("BẢNG", "")).table(table).text("Hết.");
        let paper = if signed { paper.signed(Signatures::one(Signature::new("CHỦ TỌA"))) } else { paper };
        let xml = super::document::document(&paper, &QD_399);
        let cell = format!("\"{}\"", super::styles::id::CELL);
        let rows = xml.split("<w:tr>").filter(|row| row.contains(&cell));
        rows.map(|row| row.split("</w:tr>").next().is_some_and(|row| row.contains("w:keepNext"))).collect::<Vec<bool>>()
    };
    assert_eq!(rows(3, false), [true, true, false]);
    assert_eq!(rows(12, false).into_iter().filter(|tied| *tied).count(), 11);
    // only the last row is not left alone
    assert_eq!(rows(13, false).iter().position(|tied| *tied), Some(11));
    assert_eq!(rows(13, false).into_iter().filter(|tied| *tied).count(), 1);
    // the last rows go with the closing sentence and the signatures, the others need not follow
    assert_eq!(rows(5, true), [false, false, false, true, true]);
}

#[test]
fn pandoc_reads_the_same_words_from_docx_and_markdown() {
    for profile in FormatProfile::all() {
        let (dir, file) = written(&minutes(), profile);
        let page = dir.path().join("bien-ban.md");
        std::fs::write(&page, markdown(&minutes())).expect("written");
        let Some(from_docx) = words_by_pandoc(&file, "docx") else {
            return;
        };
        let Some(from_markdown) = words_by_pandoc(&page, "gfm") else {
            return;
        };
        assert!(from_docx.len() > 500, "{} words", from_docx.len());
        assert_eq!(from_docx, from_markdown);
    }
}

/// A list of 60 names signed by one, with words that Markdown and XML would eat.
fn long_list() -> Paper {
    let head = Head::new(["BAN KIỂM PHIẾU"], PaperNumber::open("BB/ĐH"), place_and_date("Huế", None));
    let columns = [Column::figures("STT", 1), Column::words("Họ và tên", 9), Column::words("Ghi chú", 4)];
    let table = (1..=60).fold(Table::new(columns), |table, number| {
        let note = if number % 7 == 0 { "a | b\nc * d" } else { "" };
        table.row([number.to_string(), format!("Nguyễn Phúc Vĩnh {number}"), note.to_owned()])
    });
    let chair = Signature::new("T/M ĐOÀN CHỦ TỊCH").name("Trần Quốc Đạt");
    Paper::new(head, Title::new("DANH SÁCH", ""))
        .text("1. Giá trị *dự kiến* < 5 & > 3: [x] `mã` ~5~ a_b_c \\ $1$ #7 &amp; 100 %")
        .text("+ điểm cộng\n- điểm trừ\n# không phải đề mục\n2) hai\n=== \n> trích")
        .text(Text::new().bold("Đồng chí:").plain("A").italic("(vắng)").bold("có lý do").plain(", hết."))
        .table(table)
        .text("Danh sách gồm 60 đồng chí.")
        .signed(Signatures::one(chair))
        .sent_to(Recipients::new(["Đảng ủy [phường]"], "Văn phòng"))
}

#[test]
fn words_that_markup_would_eat_come_back_from_both_files() {
    let (dir, file) = written(&long_list(), &QD_399);
    let page = dir.path().join("danh-sach.md");
    std::fs::write(&page, markdown(&long_list())).expect("written");
    let Some(from_docx) = words_by_pandoc(&file, "docx") else {
        return;
    };
    let Some(from_markdown) = words_by_pandoc(&page, "gfm") else {
        return;
    };
    assert_eq!(from_docx, from_markdown);
    let text = from_docx.join(" ");
    assert!(text.contains("1. Giá trị *dự kiến* < 5 & > 3: [x] `mã` ~5~ a_b_c \\ $1$ #7 &amp; 100 %"));
    assert!(text.contains("Đồng chí:A(vắng)có lý do, hết."));
}

#[test]
fn libreoffice_repeats_the_header_row_on_every_page_of_a_long_table() {
    let (dir, file) = written(&long_list(), &QD_399);
    let Some(pdf) = to_pdf(&file, dir.path()) else {
        return;
    };
    let Some(reader) = Outside::PdfToText.find() else {
        return;
    };
    let text = output_of(Command::new(reader).arg("-layout").arg(&pdf).arg("-"));
    let with_rows = text.split('\u{c}').filter(|page| page.contains("Nguyễn Phúc Vĩnh"));
    let pages: Vec<&str> = with_rows.collect();
    assert!(pages.len() >= 2);
    for page in pages {
        let header = page.lines().find(|line| line.contains("Họ và tên"));
        assert!(header.is_some_and(|line| line.trim_start().starts_with("STT")), "{page}");
    }
}
