//! A row of the roster as a person. Every fault of every row is collected; rows of titles, sums and signatures are passed over.

use super::Fault;
use super::date;
use super::encoding::{is_old, legacy_fault};
use super::grid::{Cell, Grid, Line};
use super::heading::{Column, Layout};
use super::value;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;
use crate::domain::people::{Person, Record, Sex, Standing};
use chrono::{Months, NaiveDate};
use std::collections::BTreeSet;

/// What the rows gave.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The people.
    pub(super) people: Vec<Person>,
    /// What cannot be taken.
    pub(super) faults: Vec<Fault>,
    /// What should be looked at.
    pub(super) warnings: Vec<String>,
}

/// Reads the rows below the heading.
pub(super) fn read(grid: &Grid, layout: &Layout) -> Read {
    let mut read = Read::default();
    let mut passed = Vec::new();
    let mut numbers = Vec::new();
    for line in grid.lines.iter().skip(layout.first).filter(|line| !line.is_empty()) {
        let row = Row { line, layout };
        if row.is_person() {
            let person = row.person(&mut read);
            numbers.push(row.number());
            read.people.push(person);
        } else if row.lacks_name() {
            row.fault(&mut read.faults, Column::Name, "Thiếu họ và tên.", "Nhập họ và tên, hoặc xóa dòng.");
        } else {
            passed.push(line.number.to_string());
        }
    }
    if !passed.is_empty() {
        read.warnings.push(format!("Bỏ qua các dòng không ghi người: {}.", passed.join(", ")));
    }
    number(&mut read, &numbers);
    read
}

/// The number of each person: their own where every row has a different one, else the order of the rows.
fn number(read: &mut Read, numbers: &[Option<u32>]) {
    let distinct: BTreeSet<u32> = numbers.iter().flatten().copied().filter(|number| *number > 0).collect();
    let own = distinct.len() == numbers.len();
    if !own && numbers.iter().any(Option::is_some) {
        let what = "Số thứ tự thiếu hoặc lặp lại: các dòng được đánh số lại theo thứ tự trong tệp.";
        read.warnings.push(what.to_owned());
    }
    for ((person, order), number) in read.people.iter_mut().zip(1..).zip(numbers) {
        person.id = PersonId(number.filter(|_| own).unwrap_or(order));
    }
}

struct Row<'g> {
    line: &'g Line,
    layout: &'g Layout,
}

impl Row<'_> {
    fn cell(&self, column: Column) -> Cell {
        self.layout.place(column).map(|place| self.line.cell(place)).unwrap_or_default()
    }

    fn text(&self, column: Column) -> Option<String> {
        let text = self.cell(column).text;
        (!matches!(text.as_str(), "" | "-")).then_some(text)
    }

    fn number(&self) -> Option<u32> {
        self.cell(Column::Number).text.trim_end_matches('.').parse().ok()
    }

    fn name(&self) -> String {
        let whole = self.cell(Column::Name).text;
        if !whole.is_empty() {
            // «Họ và tên» over two cells: the given name stands in the next one, without a heading
            return match self.text(Column::GivenName) {
                Some(given) => format!("{whole} {given}"),
                None => whole,
            };
        }
        let parts = [self.cell(Column::FamilyName).text, self.cell(Column::GivenName).text];
        parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether the row is of a person: it has a name and, where the roster is numbered, a number or anything beside.
    fn is_person(&self) -> bool {
        let name = self.name();
        if name.is_empty() {
            return false;
        }
        let filled = self.line.cells.iter().filter(|cell| !cell.is_empty()).count();
        let numbered = self.layout.place(Column::Number).is_none() || self.number().is_some();
        // a heading of a delegation is numbered in Roman numerals; «Tổng» is no family name, «Tống» is
        let heading = !self.cell(Column::Number).is_empty() && !numbered;
        let sum = name.to_lowercase().starts_with("tổng ") || name.contains(':');
        !sum && !heading && (numbered || filled > 1)
    }

    /// Whether somebody's name was forgotten: the row is numbered, and says something.
    fn lacks_name(&self) -> bool {
        let filled = self.line.cells.iter().filter(|cell| !cell.is_empty()).count();
        self.name().is_empty() && self.number().is_some() && filled > 1
    }

    fn person(&self, read: &mut Read) -> Person {
        let faults = &mut read.faults;
        let name = self.name();
        if name.split(' ').any(is_old) {
            let (what, remedy) = legacy_fault();
            self.fault(faults, Column::Name, &what, &remedy);
        } else if name.contains(|letter: char| letter.is_ascii_digit()) {
            self.fault(faults, Column::Name, &format!("«{name}» có chữ số."), "Chỉ ghi họ và tên ở cột này.");
        }
        let standing = self.standing(faults);
        let (sex, born_beside) = self.sex(faults);
        let born = self.day(faults, Column::Born).or(born_beside);
        let joined = self.day(faults, Column::Joined);
        self.check_days(read, &name, born, joined);
        let standing_stated = self.layout.place(Column::Standing).is_some();
        if !standing_stated && joined.is_some() && self.unconfirmed() {
            let what = format!("Dòng {}: {name} không có ngày chính thức;", self.line.number);
            read.warnings.push(format!("{what} nếu là đảng viên dự bị, thêm cột «Tình trạng» và ghi «dự bị»."));
        }
        Person {
            id: PersonId(0),
            name,
            standing,
            origin: self.word(&mut read.faults, Column::Origin, value::origin, "đương nhiên, bầu, chỉ định, dự khuyết"),
            replaces: None,
            office: self.text(Column::Office),
            unit: self.text(Column::Unit),
            sex,
            incumbent: self.incumbent(),
            record: Record {
                born,
                joined,
                ethnicity: self.text(Column::Ethnicity),
                religion: self.text(Column::Religion).filter(|text| fold(text) != "khong"),
                education: self.text(Column::Education),
                theory: self.text(Column::Theory),
            },
        }
    }

    fn unconfirmed(&self) -> bool {
        self.layout.place(Column::Confirmed).is_some() && self.cell(Column::Confirmed).is_empty()
    }

    fn standing(&self, faults: &mut Vec<Fault>) -> Standing {
        let allowed = "chính thức, dự bị, sinh hoạt tạm thời, sinh hoạt tạm thời nơi khác, miễn sinh hoạt, đình chỉ";
        self.word(faults, Column::Standing, value::standing, allowed).unwrap_or_default()
    }

    /// A cell that holds one of a few words.
    fn word<T>(
        &self,
        faults: &mut Vec<Fault>,
        column: Column,
        read: fn(&str) -> Option<T>,
        allowed: &str,
    ) -> Option<T> {
        let text = self.text(column)?;
        let value = read(&text);
        if value.is_none() {
            self.fault(faults, column, &format!("Không hiểu «{text}»."), &format!("Ghi một trong: {allowed}."));
        }
        value
    }

    /// The sex, and the day of birth where it stands in the column of women or men.
    fn sex(&self, faults: &mut Vec<Fault>) -> (Option<Sex>, Option<NaiveDate>) {
        if self.layout.place(Column::Sex).is_some() {
            return (self.word(faults, Column::Sex, value::sex, "nam, nữ"), None);
        }
        for (column, sex) in [(Column::Woman, Sex::Female), (Column::Man, Sex::Male)] {
            let cell = self.cell(column);
            match value::tick(&cell.text) {
                Some(true) => return (Some(sex), None),
                Some(false) => {}
                None => return (Some(sex), self.day(faults, column)),
            }
        }
        // where women are ticked, the others are men
        (self.layout.place(Column::Woman).map(|_| Sex::Male), None)
    }

    fn day(&self, faults: &mut Vec<Fault>, column: Column) -> Option<NaiveDate> {
        let cell = self.cell(column);
        if cell.is_empty() || cell.text == "-" {
            return None;
        }
        let day = date::day(&cell.text).map(date::Day::stored).or(cell.day);
        if day.is_none() {
            let what = format!("«{}» không phải ngày.", cell.text);
            self.fault(faults, column, &what, "Ghi ngày/tháng/năm đủ bốn chữ số năm, hoặc chỉ ghi năm.");
        }
        day
    }

    fn check_days(&self, read: &mut Read, name: &str, born: Option<NaiveDate>, joined: Option<NaiveDate>) {
        let (Some(born), Some(joined)) = (born, joined) else { return };
        if joined <= born {
            let what = "Ngày vào Đảng không sau ngày sinh.";
            self.fault(&mut read.faults, Column::Joined, what, "Xem lại hai ngày.");
        } else if born.checked_add_months(Months::new(18 * 12)).is_some_and(|of_age| joined < of_age) {
            let what = format!("Dòng {}: {name} vào Đảng khi chưa đủ 18 tuổi; xem lại hai ngày.", self.line.number);
            read.warnings.push(what);
        }
    }

    fn incumbent(&self) -> Option<String> {
        let text = self.text(Column::Incumbent)?;
        match value::tick(&text) {
            Some(true) => Some("Cấp ủy viên".to_owned()),
            Some(false) => None,
            None => Some(text),
        }
    }

    fn fault(&self, faults: &mut Vec<Fault>, column: Column, what: &str, remedy: &str) {
        faults.push(Fault {
            row: self.line.number,
            column: self.layout.heading(column),
            what: what.to_owned(),
            remedy: remedy.to_owned(),
        });
    }
}
