//! Ballots of few and of very many names: pages, sizes, alignment, the same paper in every copy.

use std::process::Command;

use super::*;
use crate::export::outside::{Outside, output_of};
use crate::papers::format::QD_399;
use crate::papers::paper::{Head, PaperNumber, Title};
use SheetSize::{A3, A4};

/// Names as long and as short as they come.
fn names(count: usize) -> Vec<String> {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
    let middle = ["Thị Thúy", "Văn", "Hoàng Ngọc", "Quốc", "Thị Kim", "Minh", "Phúc Vĩnh", "Đức"];
    let given = ["An", "Bình", "Chi", "Đạt", "Hương", "Khánh", "Lan", "Nghĩa", "Phương", "Quỳnh", "Thắng"];
    (0..count).map(|n| format!("{} {} {}", family[n % 13], middle[n % 8], given[n % 11])).collect()
}

fn paper(ballot: Ballot) -> Paper {
    let issuer = ["ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ QUẬN 1", "LẦN THỨ XII", "NHIỆM KỲ 2025 – 2030"];
    let head = Head::new(issuer, PaperNumber::open("BB/ĐH"), "Quận 1, ngày 05 tháng 8 năm 2025");
    let title = Title::new("PHIẾU BẦU", "Ban Chấp hành Đảng bộ Quận 1").line("khóa XII, nhiệm kỳ 2025 – 2030");
    Paper::new(head, title).for_voters(ballot)
}

fn struck(count: usize) -> Ballot {
    Ballot::strike_out(names(count)).direction("Gạch ngang cả họ và tên người không bầu. Bầu không quá 07 đồng chí.")
}

fn ticked(count: usize) -> Ballot {
    Ballot::agree_disagree(names(count)).direction("Đánh dấu X vào một trong hai ô bên phải họ và tên.")
}

fn planned(ballot: &Ballot) -> Plan {
    let faces = Faces::bundled().expect("the faces");
    let paper = paper(ballot.clone());
    let sheets = ballot.sheet.map_or(vec![SheetSize::A4, SheetSize::A3], |sheet| vec![sheet]);
    let rooms: Vec<Room> =
        sheets.into_iter().map(|sheet| Top::of(&paper, ballot, (sheet, &QD_399), faces).room).collect();
    plan::choose(&super::names(ballot, faces), &rooms, &QD_399.ballot).expect("a plan")
}

fn letters(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.char).collect()
}

#[test]
fn the_fewest_pages_that_stay_readable_are_taken() {
    let told = |ballot: &Ballot| {
        let plan = planned(ballot);
        assert!(plan.size >= QD_399.ballot.smallest, "{plan:?}");
        let listed: usize = plan.pages.iter().map(|page| page.names.len()).sum();
        assert_eq!(listed, ballot.names.len());
        (plan.sheet, plan.pages.len(), plan.columns, plan.broken)
    };
    let forms = [5, 15, 31, 60, 220].map(|count| (told(&struck(count).sealed()), told(&ticked(count).sealed())));
    assert_eq!(
        forms,
        [
            ((A4, 1, 1, 0), (A4, 1, 1, 0)),
            ((A4, 1, 1, 0), (A4, 1, 1, 0)),
            ((A4, 1, 2, 0), (A4, 1, 2, 0)),
            ((A4, 1, 2, 0), (A4, 1, 2, 0)),
            ((A3, 2, 3, 0), (A3, 2, 2, 0)),
        ]
    );
    let small = planned(&struck(220).on(A4));
    assert!(small.sheet == A4 && small.pages.len() <= 3 && small.size >= QD_399.ballot.smallest, "{small:?}");
}

#[test]
fn rows_of_all_columns_are_level_and_fit_the_sheet() {
    for count in [1, 31, 60, 220] {
        let ballot = struck(count).sealed();
        let plan = planned(&ballot);
        let faces = Faces::bundled().expect("the faces");
        let room = Top::of(&paper(ballot.clone()), &ballot, (plan.sheet, &QD_399), faces).room;
        let columns = i64::try_from(plan.columns).expect("few");
        assert!(plan.width * columns + Length::from(QD_399.ballot.between) * (columns - 1) <= room.width);
        assert_eq!(plan.parts.iter().copied().sum::<Length>(), plan.width);
        for (index, page) in plan.pages.iter().enumerate() {
            let height = plan.heading + page.rows.iter().copied().sum();
            assert!(height <= if index == 0 { room.first } else { room.later });
            assert!(page.names.len() <= page.rows.len() * plan.columns);
        }
    }
}

#[test]
fn a_name_too_long_for_its_column_breaks_between_words_into_about_equal_lines() {
    let faces = Faces::bundled().expect("the faces");
    let name = Text::from("Nguyễn Phúc Hoàng Thị Phương Khánh");
    let size = HalfPoints::points(12);
    let name = faces.letters(&name, size, Emphasis::Plain);
    let lines = cell(&name, (Length::ZERO, Length::points(140)), (size, Length::points(40)), Align::Left);
    let told: Vec<String> = lines.iter().map(|line| letters(&line.letters)).collect();
    assert_eq!(told, ["Nguyễn Phúc Hoàng", "Thị Phương Khánh"]);
    assert!(lines[0].y < lines[1].y && lines[1].y < Length::points(40));
}

#[test]
fn nothing_stands_where_the_seal_is_stamped() {
    let faces = Faces::bundled().expect("the faces");
    let ballot = struck(31).sealed();
    let top = Top::of(&paper(ballot.clone()), &ballot, (SheetSize::A4, &QD_399), faces);
    let seal = Length::from(QD_399.ballot.seal);
    let edge = Length::from(QD_399.ballot.margin) + seal;
    let title = top.first.iter().find(|row| row.lines.iter().any(|line| letters(&line.letters) == "PHIẾU BẦU"));
    let title = title.expect("the title");
    assert!(title.lines.iter().all(|line| line.x >= edge));
    // two lines of the head and the direction below the title are blank at the left as well
    assert!(title.height + Length::from(QD_399.body.line) * 2 >= seal);
    let cell = struck(31);
    let plain = Top::of(&paper(cell.clone()), &cell, (SheetSize::A4, &QD_399), faces);
    assert!(plain.room.first >= top.room.first);
}

#[test]
fn every_copy_is_the_same_paper_and_there_are_exactly_as_many_as_asked() {
    let Some(info) = Outside::PdfInfo.find() else { return };
    let Some(reader) = Outside::PdfToText.find() else { return };
    let Some(checker) = Outside::Qpdf.find() else { return };
    let dir = tempfile::tempdir().expect("a directory");
    // one page a copy; two pages a copy; three pages, and a blank back that parts the copies
    for (ballot, pages) in [(struck(31), 28), (struck(220), 2 * 28), (ticked(220).on(SheetSize::A4), 4 * 28)] {
        let file = dir.path().join("phieu-bau.pdf");
        let paper = paper(ballot.clone().printed(28));
        let bytes = crate::export::pdf::pdf(&paper, &QD_399).expect("a file");
        std::fs::write(&file, &bytes).expect("written");
        let told = output_of(Command::new(&info).arg(&file));
        let line = told.lines().find(|line| line.starts_with("Pages:")).expect("a number");
        assert!(line.ends_with(&format!(" {pages}")), "{line}");
        let text = output_of(Command::new(&reader).arg("-layout").arg(&file).arg("-"));
        let each: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        let copy = pages / 28;
        assert!(each.chunks(copy).all(|other| other.concat() == each[..copy].concat()));
        assert!(!text.contains("BB/ĐH"), "a ballot has no number");
        let words = each[..copy].concat();
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = words.join(" ");
        assert!(ballot.names.iter().zip(1..).all(|(name, number)| words.contains(&format!("{number} {name}"))));
        let faults = output_of(Command::new(&checker).arg("--check").arg(&file));
        assert!(faults.contains("No syntax or stream encoding errors found"), "{faults}");
        // copies share what they show
        assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    }
}

#[test]
fn a_ballot_for_written_names_and_one_without_names_are_printed_too() {
    for ballot in [Ballot::strike_out([""; 7]), Ballot::strike_out(Vec::<String>::new())] {
        let bytes = crate::export::pdf::pdf(&paper(ballot), &QD_399).expect("a file");
        assert!(bytes.starts_with(b"%PDF-1.7"));
    }
}
