//! Rosters as offices keep them: separators, marks, ugly headings, workbooks, faults with their rows.

use super::*;
use crate::domain::id::PersonId;
use crate::domain::people::{Origin, Sex, Standing};
use chrono::NaiveDate;
use std::io::{Cursor, Write};
use unicode_normalization::{UnicodeNormalization, is_nfc};

const PLAIN: &str = "STT;Họ và tên;Ngày sinh;Nữ;Dân tộc;Ngày vào Đảng;Chức vụ;Tình trạng;Cấp ủy đương nhiệm\n\
                     1;Lê Tiến Sĩ;12/3/1975;;Kinh;19/5/2001;Chánh Văn phòng;chính thức;Bí thư\n\
                     2;Nguyễn Thị Hoà;1983;x;Hoa;03/02/2010;Chuyên viên;Dự bị;\n";

fn names(roster: &Roster) -> Vec<&str> {
    roster.people.iter().map(|person| person.name.as_str()).collect()
}

fn faults(error: RosterError) -> Vec<Fault> {
    match error {
        RosterError::Rows { faults, .. } => faults,
        other => panic!("{other}"),
    }
}

#[test]
fn a_plain_roster_is_read() {
    let roster = read_csv("ds.csv", PLAIN.as_bytes()).unwrap();
    let [first, second] = roster.people.as_slice() else { panic!("{roster:?}") };
    assert_eq!((first.id, first.name.as_str(), first.sex), (PersonId(1), "Lê Tiến Sĩ", Some(Sex::Male)));
    assert_eq!(first.record.born, NaiveDate::from_ymd_opt(1975, 3, 12));
    assert_eq!(first.incumbent.as_deref(), Some("Bí thư"));
    assert_eq!((second.standing, second.sex), (Standing::Probationary, Some(Sex::Female)));
    assert_eq!(second.name, "Nguyễn Thị Hoà", "a name stays as typed");
    assert_eq!(second.record.born, NaiveDate::from_ymd_opt(1983, 1, 1));
    assert_eq!(roster.warnings, Vec::<String>::new());
}

#[test]
fn separators_marks_and_decomposed_letters_give_the_same_roster() {
    let plain = read_csv("ds.csv", PLAIN.as_bytes()).unwrap();
    let decomposed: String = format!("\u{feff}{}", PLAIN.nfd().collect::<String>()).replace('\n', "\r\n");
    let wide: Vec<u8> =
        format!("\u{feff}{}", PLAIN.replace(';', "\t")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in
        [PLAIN.replace(';', ",").into_bytes(), PLAIN.replace(';', "\t").into_bytes(), decomposed.into_bytes(), wide]
    {
        let roster = read_csv("ds.csv", &bytes).unwrap();
        assert_eq!(roster, plain);
        assert!(roster.people.iter().all(|person| is_nfc(&person.name)));
    }
}

#[test]
fn an_ugly_roster_is_read() {
    let text = "ĐẢNG BỘ PHƯỜNG 1,,,,,,\n\"DANH SÁCH\nđại biểu dự đại hội\",,,,,,\n,,,,,,\n\
                TT,Họ đệm,Tên,Năm sinh,,Tư cách đại biểu,Đoàn,Số ghế\n,,,Nam,Nữ,,,\n\
                I,CHI BỘ 1,,,,,,\n\
                1,\"Trần,  Văn\",An,1970,,Đương nhiên,Chi bộ 1,\n\
                ,,,,,,,\n\
                1,Lý Thị,Bình,,1/5/1981,bầu,Chi bộ 2,vắng\n\
                2,Võ,Cường,1990,,Dự khuyết,Chi bộ 2,\n\
                ,Tổng cộng: 3 đại biểu,,,,,,\n\
                ,NGƯỜI LẬP BIỂU,,,,,,\n";
    let roster = read_csv("ds.csv", text.as_bytes()).unwrap();
    assert_eq!(names(&roster), ["Trần, Văn An", "Lý Thị Bình", "Võ Cường"]);
    let origins: Vec<_> = roster.people.iter().map(|person| person.origin).collect();
    assert_eq!(origins, [Some(Origin::ExOfficio), Some(Origin::Elected), Some(Origin::Alternate)]);
    assert_eq!(roster.people[1].sex, Some(Sex::Female));
    assert_eq!(roster.people[1].record.born, NaiveDate::from_ymd_opt(1981, 5, 1));
    assert_eq!(roster.people[2].id, PersonId(3), "numbers that repeat give way to the order");
    assert_eq!(roster.warnings.len(), 3, "{:?}", roster.warnings);
    assert_eq!(roster.warnings[0], "Bỏ qua các dòng không ghi người: 11, 12.");
}

#[test]
fn every_fault_is_told_with_row_and_column() {
    let text = "STT;Họ và tên;Ngày sinh;Tình trạng;Ngày vào Đảng\n\
                1;Lê An;31/2/1980;nghỉ hưu;\n\
                2;;1980;;\n\
                3;Trần B1;1980;dự bị;1979\n";
    let found = faults(read_csv("ds.csv", text.as_bytes()).unwrap_err());
    let places: Vec<_> = found.iter().map(|fault| (fault.row, fault.column.as_deref().unwrap_or(""))).collect();
    assert_eq!(places, [(2, "Tình trạng"), (2, "Ngày sinh"), (3, "Họ và tên"), (4, "Họ và tên"), (4, "Ngày vào Đảng")]);
    assert!(found[0].remedy.contains("dự bị"), "{}", found[0].remedy);
    assert_eq!(found[1].to_string().split(':').next(), Some("dòng 2, cột «Ngày sinh»"));
}

#[test]
fn old_encodings_and_files_without_names_are_refused() {
    let old: Vec<u8> = "Hä vµ tªn;N¨m sinh\nNguyÔn V¨n §øc;1970\n"
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let error = read_csv("ds.csv", &old).unwrap_err().to_string();
    assert!(error.contains("TCVN3") && error.contains("UniKey"), "{error}");
    let error = read_csv("ds.csv", "STT;Chức vụ\n1;Bí thư\n".as_bytes()).unwrap_err().to_string();
    assert!(error.contains("«Họ và tên»"), "{error}");
    let error = read_csv("ds.csv", "Họ và tên\n".as_bytes()).unwrap_err().to_string();
    assert!(error.contains("không có người nào"), "{error}");
    let mixed = "Họ và tên;Chức vụ\nNguyÔn An;Bí thư Đảng ủy\nLê Bình;Phó Bí thư Đảng ủy\n";
    let found = faults(read_csv("ds.csv", mixed.as_bytes()).unwrap_err());
    assert_eq!(found.iter().map(|fault| fault.row).collect::<Vec<_>>(), [2]);
}

#[test]
fn names_that_differ_in_marks_are_warned_of() {
    let text = "Họ và tên;Ngày sinh\nLê Văn Hà;1970\nLê Văn Hạ;1971\nTrần An;1/2/1980\nTrần An;1/2/1980\nVõ Bình;\n";
    let roster = read_csv("ds.csv", text.as_bytes()).unwrap();
    assert_eq!(roster.warnings.len(), 2);
    assert!(roster.warnings[0].contains("chỉ khác dấu") && roster.warnings[0].contains("Lê Văn Hạ"));
    assert!(roster.warnings[1].contains("một người"), "{}", roster.warnings[1]);
}

#[test]
fn a_forgotten_name_is_a_fault_with_and_without_numbers() {
    for text in
        ["STT;Họ và tên;Năm sinh\n1;Lê An;1970\n2;;1980\n", "Họ và tên;Năm sinh;Chức vụ\nLê An;1970;\n;1980;Bí thư\n"]
    {
        let found = faults(read_csv("ds.csv", text.as_bytes()).unwrap_err());
        assert_eq!(found.iter().map(|fault| fault.row).collect::<Vec<_>>(), [3], "{text}");
    }
}

#[test]
fn columns_that_mean_nothing_and_missing_confirmations_are_told() {
    let text = "Họ và tên;Ngày vào Đảng;Ngày chính thức;Số điện thoại\nLê An;1/1/2020;1/1/2021;\nVõ Bình;1/1/2022;;\n";
    let roster = read_csv("ds.csv", text.as_bytes()).unwrap();
    assert!(roster.warnings[0].contains("Võ Bình") && roster.warnings[0].contains("dự bị"));
    assert_eq!(roster.warnings[1], "Cột không dùng đến: Số điện thoại.");
}

/// A workbook of one sheet, as small as a reader takes.
fn workbook(rows: &str) -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#.to_owned(),
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>"#.to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#.to_owned(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
            ),
        ),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn a_workbook_is_read_with_its_dates() {
    let rows = format!(
        r#"<row r="2">{}</row><row r="4">{}{}{}{}</row><row r="5"><c r="A5"><v>1</v></c>{}<c r="C5" s="1"><v>27465</v></c><c r="D5"><v>37030</v></c></row><row r="6"><c r="A6"><v>2</v></c>{}<c r="C6"><v>1983</v></c>{}</row>"#,
        text("A2", "DANH SÁCH ĐẢNG VIÊN"),
        text("A4", "STT"),
        text("B4", "Họ và tên"),
        text("C4", "Ngày sinh"),
        text("D4", "Ngày vào Đảng"),
        text("B5", "Lê Tiến Sĩ"),
        text("B6", "Võ Bình"),
        text("D6", "3/2/2010"),
    );
    let roster = read_workbook("ds.xlsx", workbook(&rows)).unwrap();
    let days: Vec<_> = roster.people.iter().map(|person| (person.record.born, person.record.joined)).collect();
    let day = NaiveDate::from_ymd_opt;
    assert_eq!(days, [(day(1975, 3, 12), day(2001, 5, 19)), (day(1983, 1, 1), day(2010, 2, 3))]);

    let rows = format!(r#"<row r="3">{}</row><row r="7">{}</row>"#, text("A3", "Họ và tên"), text("A7", "Lê 1"));
    let found = faults(read_workbook("ds.xlsx", workbook(&rows)).unwrap_err());
    assert_eq!(found[0].row, 7);
    assert!(read_workbook("ds.xlsx", b"not a workbook".to_vec()).is_err());
}

#[test]
fn a_missing_file_is_told_with_its_path() {
    let error = load(Path::new("/nowhere/danh-sach.csv")).unwrap_err();
    assert!(matches!(error, RosterError::File { .. }));
    assert!(error.to_string().contains("/nowhere/danh-sach.csv"));
}
