//! PDF files held against outside readers: poppler copies the text out, qpdf checks the file.

use std::process::Command;

use super::pdf;
use crate::export::outside::{Outside, output_of};
use crate::papers::format::{FormatProfile, QD_399};
use crate::papers::paper::sample::{BALLOT, minutes};
use crate::papers::paper::{
    Column, Head, Paper, PaperNumber, Recipients, Signature, Signatures, Table, Text, Title, place_and_date,
};

/// The pages of a file as poppler copies them out, in their layout; `None` without poppler.
fn pages(bytes: &[u8]) -> Option<Vec<String>> {
    let reader = Outside::PdfToText.find()?;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("van-ban.pdf");
    std::fs::write(&file, bytes).expect("written");
    let text = output_of(Command::new(reader).arg("-layout").arg(&file).arg("-"));
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn long_table(rows: u32, note: &str) -> Paper {
    let head = Head::new(["BAN KIỂM PHIẾU"], PaperNumber::open("BB/ĐH"), place_and_date("Huế", None));
    let columns = [Column::figures("STT", 1), Column::words("Họ và tên", 9), Column::words("Ghi chú", 4)];
    let table = (1..=rows).fold(Table::new(columns), |table, number| {
        table.row([number.to_string(), format!("Nguyễn Phúc Vĩnh {number}"), note.to_owned()])
    });
    let chair = Signature::new("T/M ĐOÀN CHỦ TỊCH").name("Trần Quốc Đạt");
    Paper::new(head, Title::new("DANH SÁCH", "đại biểu"))
        .text(Text::new().plain("Danh sách ").bold("gồm có"))
        .table(table)
        .text("Hết.")
        .signed(Signatures::one(chair))
        .sent_to(Recipients::new(["Đảng ủy phường"], "Văn phòng"))
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = pdf(&minutes(), &QD_399).expect("a file");
    assert_eq!(first, pdf(&minutes(), &QD_399).expect("a file"));
    assert_ne!(first, pdf(&minutes().text("Thêm."), &QD_399).expect("a file"));
}

#[test]
fn every_word_of_the_minutes_is_copied_out_letter_for_letter() {
    let Some(reader) = Outside::PdfToText.find() else { return };
    for profile in FormatProfile::all() {
        let dir = tempfile::tempdir().expect("a directory");
        let file = dir.path().join("bien-ban.pdf");
        std::fs::write(&file, pdf(&minutes(), profile).expect("a file")).expect("written");
        // in the order of the file, which is the reading order
        let text = output_of(Command::new(&reader).arg("-raw").arg(&file).arg("-"));
        let told = words(&text).join(" ");
        for line in minutes().plain_text().lines().filter(|line| !line.contains('\t')) {
            for word in words(line) {
                assert!(told.contains(&word), "{word} of {line}");
            }
        }
        for (name, votes, percent) in BALLOT {
            assert!(told.contains(&format!("{name} {votes} {percent}")), "{name}");
        }
    }
}

#[test]
fn pages_are_numbered_from_the_second_and_signatures_do_not_stand_alone() {
    let Some(pages) = pages(&pdf(&minutes(), &QD_399).expect("a file")) else { return };
    assert_eq!(pages.len(), 3);
    assert!(pages[0].trim_start().starts_with("Danh sách và số phiếu"));
    for (index, page) in pages.iter().enumerate().skip(1) {
        assert!(page.trim_start().starts_with(&(index + 1).to_string()), "{page}");
        assert!(page.contains("dữ liệu minh hoạ"));
    }
    let last = pages.last().expect("a page");
    assert!(last.contains("NGƯỜI GHI BIÊN BẢN") && last.contains("Lưu hồ sơ") && last.contains("02 bản"), "{last}");
}

#[test]
fn the_header_row_stands_on_every_page_and_no_row_is_lost() {
    let Some(pages) = pages(&pdf(&long_table(60, ""), &QD_399).expect("a file")) else { return };
    let with_rows: Vec<&String> = pages.iter().filter(|page| page.contains("Nguyễn Phúc Vĩnh")).collect();
    assert!(with_rows.len() >= 2);
    assert!(with_rows.iter().all(|page| page.contains("Họ và tên")));
    let all = words(&pages.join(" ")).join(" ");
    assert!((1..=60).all(|number| all.contains(&format!("{number} Nguyễn Phúc Vĩnh {number} "))));
}

#[test]
fn a_cell_higher_than_a_page_goes_on_and_loses_no_word() {
    let note = (1..=300).map(|number| format!("ý{number}")).collect::<Vec<_>>().join(" ");
    let Some(pages) = pages(&pdf(&long_table(2, &note), &QD_399).expect("a file")) else { return };
    let all = words(&pages.join(" "));
    assert_eq!(all.iter().filter(|word| word.starts_with('ý') && word.len() > 2).count(), 600);
}

#[test]
fn qpdf_finds_no_fault_and_every_face_is_embedded() {
    let Some(checker) = Outside::Qpdf.find() else { return };
    let Some(fonts) = Outside::PdfFonts.find() else { return };
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("bien-ban.pdf");
    std::fs::write(&file, pdf(&minutes(), &QD_399).expect("a file")).expect("written");
    let told = output_of(Command::new(checker).arg("--check").arg(&file));
    assert!(told.contains("No syntax or stream encoding errors found"), "{told}");
    let told = output_of(Command::new(fonts).arg(&file));
    let faces: Vec<&str> = told.lines().skip(2).collect();
    // embedded, a part only, with the characters of its glyphs
    assert!(faces.len() == 4 && faces.iter().all(|face| face.contains("yes yes yes")), "{told}");
}
