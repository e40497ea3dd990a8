//! A row of the roster as an entry. Every fault of every row is collected; rows of groups, sums and signatures are passed over.

use super::date;
use super::encoding::is_old;
use super::grid::{Cell, Grid, Line};
use super::heading::Layout;
use super::value;
use crate::domain::fold::fold;
use crate::domain::people::{Record, Sex, Standing};
use crate::domain::roster::{Allowed, Column, Entry, Fault, Listed, Note, Passed, Passing};
use chrono::{Months, NaiveDate};

/// Words that begin the heading of a group; with their marks, since Tô and Đoàn are family names.
const GROUPS: [&str; 9] = ["tổ ", "chi bộ", "đảng bộ", "đoàn đại biểu", "đoàn số", "khối ", "phòng ", "đơn vị", "cụm "];
/// Words that begin a sum or what stands under it.
const TOTALS: [&str; 10] = [
    "tổng ",
    "cộng",
    "danh sách này",
    "danh sách gồm",
    "danh sách có",
    "người lập",
    "t/m",
    "ghi chú",
    "xác nhận",
    "ấn định",
];

/// Reads the rows below the heading: the people, and the rows passed over.
pub(super) fn read(grid: &Grid, layout: &Layout) -> (Vec<Listed>, Vec<Passed>) {
    let (mut people, mut passed) = (Vec::new(), Vec::new());
    let mut group = None;
    for line in grid.lines.iter().skip(layout.first).filter(|line| !line.is_empty()) {
        let row = Row { line, layout };
        if row.is_person() {
            people.push(row.listed(group.as_deref()));
        } else if row.lacks_name() {
            let faults = vec![(layout.heading(Column::Name), Fault::NameMissing)];
            people.push(Listed { row: line.number, entry: Entry::default(), faults, notes: Vec::new() });
        } else {
            let why = row.passing();
            if why == Passing::Group {
                group = Some(row.label());
            }
            passed.push(Passed { row: line.number, text: row.whole(), why });
        }
    }
    (people, passed)
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
        // a group that stands alone in the column of names: «Tổ Đảng 1»
        let group = self.number().is_none() && self.passing() != Passing::Other && filled <= 2;
        !sum && !heading && !group && (numbered || filled > 1)
    }

    /// Whether somebody's name was forgotten: the row is numbered, or in a roster without numbers has a birth, and says more.
    fn lacks_name(&self) -> bool {
        let filled = self.line.cells.iter().filter(|cell| !cell.is_empty()).count();
        let born = || self.layout.place(Column::Number).is_none() && !self.cell(Column::Born).is_empty();
        self.name().is_empty() && (self.number().is_some() || born()) && filled > 1
    }

    /// The texts of the row, without the numbering of a group.
    fn texts(&self) -> Vec<&str> {
        self.line.cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect()
    }

    fn whole(&self) -> String {
        self.texts().join(" · ")
    }

    /// What the heading of a group calls it: `II | Tổ Đảng 2` is `Tổ Đảng 2`.
    fn label(&self) -> String {
        let numbering =
            |text: &str| text.trim_end_matches('.').chars().all(|letter| "IVXLABCDE0123456789".contains(letter));
        let texts = self.texts();
        let named = texts.iter().find(|text| !numbering(text)).copied().unwrap_or_default();
        let (number, rest) = named.split_once(". ").unwrap_or(("", named));
        if numbering(number) { rest.to_owned() } else { named.to_owned() }
    }

    fn passing(&self) -> Passing {
        let label = self.label().to_lowercase();
        let begins = |words: &[&str]| words.iter().any(|word| label.starts_with(word));
        match self.texts().len() {
            _ if begins(&TOTALS) => Passing::Total,
            1 | 2 if begins(&GROUPS) => Passing::Group,
            _ => Passing::Other,
        }
    }

    fn listed(&self, group: Option<&str>) -> Listed {
        let (mut faults, mut notes) = (Vec::new(), Vec::new());
        let name = self.name();
        let parts = [Column::Name, Column::FamilyName, Column::GivenName];
        if parts.into_iter().any(|column| self.cell(column).foreign_d) {
            notes.push(Note::ForeignD);
        }
        if name.split(' ').any(is_old) {
            self.fault(&mut faults, Column::Name, Fault::OldLetters);
        } else if name.contains(|letter: char| letter.is_ascii_digit()) {
            self.fault(&mut faults, Column::Name, Fault::NameWithFigures(name.clone()));
        }
        let standing = match (self.standing(&mut faults), self.remarked()) {
            (None | Some(Standing::Full), Some((standing, text))) => {
                notes.push(Note::StandingOfRemark(text));
                Some(standing)
            }
            (stated, _) => stated,
        };
        let (sex, born_beside) = self.sex(&mut faults);
        let born = self.day(&mut faults, Column::Born).or(born_beside);
        let joined = self.day(&mut faults, Column::Joined);
        self.check_days(born.zip(joined), &mut faults, &mut notes);
        if !self.states_standing() && joined.is_some() && self.unconfirmed() {
            notes.push(Note::Unconfirmed);
        }
        let group = group.filter(|_| self.layout.place(Column::Unit).is_none());
        notes.extend(group.map(|group| Note::UnitOfGroup(group.to_owned())));
        let entry = Entry {
            number: self.number(),
            name,
            standing,
            origin: self.word(&mut faults, Column::Origin, value::origin, Allowed::Origins),
            office: self.text(Column::Office),
            unit: self.text(Column::Unit).or_else(|| group.map(str::to_owned)),
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
        };
        Listed { row: self.line.number, entry, faults, notes }
    }

    fn states_standing(&self) -> bool {
        let columns = [Column::Standing, Column::Probationary];
        self.remarked().is_some() || columns.into_iter().any(|column| self.layout.place(column).is_some())
    }

    fn unconfirmed(&self) -> bool {
        self.layout.place(Column::Confirmed).is_some() && self.cell(Column::Confirmed).is_empty()
    }

    /// The standing as a word, or as a tick in the column of probationary members.
    fn standing(&self, faults: &mut Faults) -> Option<Standing> {
        if self.layout.place(Column::Standing).is_some() {
            return self.word(faults, Column::Standing, value::standing, Allowed::Standings);
        }
        self.layout.place(Column::Probationary)?;
        let ticked = !matches!(value::tick(&self.cell(Column::Probationary).text), Some(false));
        Some(if ticked { Standing::Probationary } else { Standing::Full })
    }

    /// What the remark says of the standing: offices write «đảng viên dự bị», «miễn sinh hoạt» there.
    fn remarked(&self) -> Option<(Standing, String)> {
        let text = self.text(Column::Remark)?;
        value::remark(&text).filter(|standing| *standing != Standing::Full).map(|standing| (standing, text))
    }

    /// A cell that holds one of a few words.
    fn word<T>(&self, faults: &mut Faults, column: Column, read: fn(&str) -> Option<T>, allowed: Allowed) -> Option<T> {
        let text = self.text(column)?;
        let value = read(&text);
        if value.is_none() {
            self.fault(faults, column, Fault::NotAWord(text, allowed));
        }
        value
    }

    /// The sex, and the day of birth where it stands in the column of women or men.
    fn sex(&self, faults: &mut Faults) -> (Option<Sex>, Option<NaiveDate>) {
        if self.layout.place(Column::Sex).is_some() {
            return (self.word(faults, Column::Sex, value::sex, Allowed::Sexes), None);
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

    fn day(&self, faults: &mut Faults, column: Column) -> Option<NaiveDate> {
        let cell = self.cell(column);
        if cell.is_empty() || cell.text == "-" {
            return None;
        }
        let day = date::day(&cell.text).map(date::Day::stored).or(cell.day);
        if day.is_none() {
            self.fault(faults, column, Fault::NotADay(cell.text));
        }
        day
    }

    fn check_days(&self, days: Option<(NaiveDate, NaiveDate)>, faults: &mut Faults, notes: &mut Vec<Note>) {
        let Some((born, joined)) = days else { return };
        if joined <= born {
            self.fault(faults, Column::Joined, Fault::JoinedBeforeBorn);
        } else if born.checked_add_months(Months::new(18 * 12)).is_some_and(|of_age| joined < of_age) {
            notes.push(Note::JoinedYoung);
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

    fn fault(&self, faults: &mut Faults, column: Column, fault: Fault) {
        faults.push((self.layout.heading(column), fault));
    }
}

/// The faults of a row, each under the heading of its column.
type Faults = Vec<(Option<String>, Fault)>;
