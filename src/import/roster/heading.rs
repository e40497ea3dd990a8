//! The columns of a roster: which heading means what, where the heading row is. Title rows above it are passed over.

use super::grid::{Cell, Grid, Line};
use crate::domain::fold::fold;
use crate::domain::roster::{Column, Heading};

/// How many rows may stand above the heading.
const ABOVE: usize = 40;

/// The headings of each column, folded.
const SYNONYMS: [(Column, &[&str]); 22] = [
    (Column::Number, &["stt", "tt", "so tt", "so thu tu", "no", "#"]),
    (
        Column::Name,
        &["ho va ten", "ho ten", "ho va ten khai sinh", "ho ten khai sinh", "ten dang vien", "ten dai bieu"],
    ),
    (
        Column::Name,
        &["ho va ten dang vien", "ho va ten dai bieu", "ho ten dang vien", "ho ten dai bieu", "full name", "name"],
    ),
    (Column::FamilyName, &["ho dem", "ho va ten dem", "ho va dem", "ho va chu dem", "ho lot", "ho"]),
    (Column::GivenName, &["ten", "ten goi"]),
    (
        Column::Born,
        &[
            "ngay sinh",
            "nam sinh",
            "ngay thang nam sinh",
            "ngay thang sinh",
            "sinh ngay",
            "sinh nam",
            "ngay thang nam sinh",
            "born",
        ],
    ),
    (Column::Sex, &["gioi tinh", "gioi", "nam nu", "phai", "sex"]),
    (Column::Woman, &["nu", "la nu", "gioi tinh nu", "nam sinh nu", "ngay sinh nu", "ngay thang nam sinh nu"]),
    (Column::Man, &["nam", "gioi tinh nam", "nam sinh nam", "ngay sinh nam", "ngay thang nam sinh nam"]),
    (Column::Ethnicity, &["dan toc", "thanh phan dan toc", "ethnicity"]),
    (Column::Religion, &["ton giao", "religion"]),
    (
        Column::Joined,
        &[
            "ngay vao dang",
            "ngay ket nap",
            "ngay thang nam vao dang",
            "ngay ket nap dang",
            "vao dang",
            "nam vao dang",
            "ngay thang nam vao dang",
            "ngay vao dang du bi",
            "ngay ket nap du bi",
            "vao dang du bi",
            "joined",
        ],
    ),
    (
        Column::Confirmed,
        &[
            "ngay chinh thuc",
            "chinh thuc",
            "ngay cong nhan chinh thuc",
            "ngay vao dang chinh thuc",
            "vao dang chinh thuc",
            "ngay cong nhan dang vien chinh thuc",
            "ngay chuyen chinh thuc",
        ],
    ),
    (Column::Full, &["dang vien chinh thuc", "loai dang vien chinh thuc"]),
    (Column::Probationary, &["du bi", "dang vien du bi", "loai dang vien du bi"]),
    (Column::Office, &["chuc vu", "chuc danh", "chuc vu cong tac", "chuc vu hien nay", "chuc vu chuc danh", "office"]),
    (
        Column::Unit,
        &[
            "don vi",
            "doan",
            "doan dai bieu",
            "don vi cong tac",
            "noi cong tac",
            "chi bo",
            "dang bo",
            "to dang",
            "don vi doan",
            "unit",
        ],
    ),
    (
        Column::Education,
        &[
            "trinh do",
            "trinh do chuyen mon",
            "chuyen mon",
            "trinh do hoc van",
            "hoc van",
            "trinh do chuyen mon nghiep vu",
            "chuyen mon nghiep vu",
        ],
    ),
    (Column::Theory, &["ly luan chinh tri", "trinh do ly luan chinh tri", "llct", "trinh do llct", "ly luan ct"]),
    (
        Column::Standing,
        &["tinh trang", "trang thai", "tinh trang dang vien", "loai dang vien", "dang vien", "standing"],
    ),
    (Column::Remark, &["ghi chu", "ghi chu khac", "remarks", "notes"]),
    (Column::Origin, &["tu cach dai bieu", "tu cach", "loai dai bieu", "dai bieu", "thanh phan dai bieu"]),
];

/// Headings of the outgoing committee, folded.
const INCUMBENT: [&str; 7] = [
    "cap uy duong nhiem",
    "cap uy",
    "chi uy duong nhiem",
    "chi uy",
    "chuc vu dang",
    "cap uy nhiem ky truoc",
    "chuc vu cap uy",
];

/// What a heading means; nothing where it is not known.
pub(super) fn meaning(heading: &str) -> Option<Column> {
    let folded = fold(heading.split(['(', '[']).next().unwrap_or_default());
    let words: Vec<&str> = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '#').collect();
    let plain = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let known = SYNONYMS.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column);
    known.or_else(|| INCUMBENT.contains(&plain.as_str()).then_some(Column::Incumbent))
}

/// Where each column stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The first row below the heading, as an index of the grid.
    pub(super) first: usize,
    /// The columns with a heading: place, heading, what it holds.
    columns: Vec<(usize, String, Option<Column>)>,
}

impl Layout {
    /// Finds the heading: the first row that names a column of names, with the row of groups above it («Năm sinh» merged over
    /// «Nam | Nữ») and the row of parts below it, whichever the office drew.
    pub(super) fn find(grid: &Grid) -> Option<Layout> {
        let (at, line) = grid.lines.iter().enumerate().take(ABOVE).find(|(_, line)| is_heading(line))?;
        let above = at.checked_sub(1).and_then(|above| grid.lines.get(above)).filter(|above| is_group(above, line));
        let mut layout = Layout { first: at + 1, columns: Vec::new() };
        let mut rows: Vec<&Line> = above.into_iter().chain([line]).collect();
        if let Some(second) = grid.lines.get(at + 1).filter(|second| is_second(line, second)) {
            layout.first += 1;
            rows.push(second);
        }
        // «(1) (2) (3)», «A B 1 2» under the heading number the columns
        if grid.lines.get(layout.first).is_some_and(is_numbering) {
            layout.first += 1;
        }
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for place in 0..width {
            layout.take(place, &rows);
        }
        layout.take_given(grid);
        Some(layout)
    }

    /// «Họ và tên» drawn over two columns: the given name stands in the next one, which has no heading of its own.
    fn take_given(&mut self, grid: &Grid) {
        let Some(name) = self.place(Column::Name).filter(|_| self.place(Column::GivenName).is_none()) else { return };
        let next = name + 1;
        if self.columns.iter().any(|(place, _, _)| *place == next) {
            return;
        }
        let named = grid.lines.iter().skip(self.first).filter(|line| !line.cell(name).is_empty());
        let given = |line: &&Line| {
            let text = line.cell(next).text;
            !text.is_empty() && text.chars().all(char::is_alphabetic)
        };
        let (all, with) = (named.clone().count(), named.filter(given).count());
        if with * 2 > all {
            let heading = self.heading(Column::Name).unwrap_or_default();
            self.columns.push((next, heading, Some(Column::GivenName)));
            self.columns.sort_by_key(|(place, _, _)| *place);
        }
    }

    /// Takes the heading of one column: of its rows from the lowest upwards the first that is understood, alone or with the group
    /// above it.
    fn take(&mut self, place: usize, rows: &[&Line]) {
        let own: Vec<String> = rows.iter().map(|row| row.cell(place).text).filter(|text| !text.is_empty()).collect();
        if own.is_empty() {
            return;
        }
        let parts: Vec<String> =
            rows.iter().enumerate().filter_map(|(depth, row)| spread(row, place, depth + 1 < rows.len())).collect();
        let whole = parts.join(" ");
        let alone = own.last().and_then(|last| meaning(last));
        let column = meaning(&whole).or(alone).or_else(|| own.iter().rev().find_map(|part| meaning(part)));
        let column = column.filter(|column| self.place(*column).is_none());
        let text = if column.is_some() && meaning(&whole).is_none() && own.len() == 1 { own.concat() } else { whole };
        self.columns.push((place, text, column));
    }

    /// How many columns are understood.
    pub(super) fn len(&self) -> usize {
        self.columns.iter().filter(|(_, _, column)| column.is_some()).count()
    }

    /// Where a column stands.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(_, _, known)| *known == Some(column)).map(|(place, _, _)| *place)
    }

    /// The heading of a column as it stands in the file.
    pub(super) fn heading(&self, column: Column) -> Option<String> {
        self.columns.iter().find(|(_, _, known)| *known == Some(column)).map(|(_, heading, _)| heading.clone())
    }

    /// The columns as they are shown, each with the first cell below it that says something.
    pub(super) fn headings(&self, grid: &Grid) -> Vec<Heading> {
        let below = || grid.lines.iter().skip(self.first);
        // the heading of a group is no sample of its column
        let full = |line: &&Line| line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
        let sample =
            |place: usize| below().filter(full).map(|line| line.cell(place).text).find(|text| !text.is_empty());
        let heading = |(place, text, column): &(usize, String, Option<Column>)| Heading {
            text: text.clone(),
            letters: letters(*place),
            column: *column,
            sample: sample(*place).unwrap_or_default(),
        };
        self.columns.iter().map(heading).collect()
    }
}

/// The text of a heading row at a column; a group is drawn over several columns and stands in the first of them.
fn spread(row: &Line, place: usize, group: bool) -> Option<String> {
    let own = row.cell(place).text;
    if !own.is_empty() {
        return Some(own);
    }
    let before = (0..place).rev().map(|before| row.cell(before).text).find(|text| !text.is_empty());
    before.filter(|_| group)
}

/// The letters of a column in a sheet: A, B, … Z, AA.
fn letters(place: usize) -> String {
    let mut letters = String::new();
    let mut rest = place + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

fn meanings(line: &Line) -> Vec<Column> {
    line.cells.iter().filter_map(|cell| meaning(&cell.text)).collect()
}

fn is_heading(line: &Line) -> bool {
    let found = meanings(line);
    found.contains(&Column::Name) || found.contains(&Column::GivenName) && found.contains(&Column::FamilyName)
}

/// Whether the row above a heading groups its columns rather than being a title: it names nothing that the heading names, and with
/// it a column is understood that is not understood alone.
fn is_group(above: &Line, heading: &Line) -> bool {
    let helps = |place: usize| {
        let part = heading.cell(place).text;
        let whole = spread(above, place, true).map(|group| format!("{group} {part}"));
        let whole = whole.and_then(|whole| meaning(&whole));
        !part.is_empty() && whole.is_some() && whole != meaning(&part)
    };
    let own = |place: usize| heading.cell(place).is_empty() && meaning(&above.cell(place).text).is_some();
    let width = above.cells.len().max(heading.cells.len());
    (0..width).any(|place| helps(place) || own(place))
}

/// Whether a row below a heading goes on with it: all its cells are headings, alone or under their group.
fn is_second(above: &Line, line: &Line) -> bool {
    let mut filled = 0;
    for (place, cell) in line.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
        filled += 1;
        let whole = spread(above, place, true).map(|group| format!("{group} {}", cell.text));
        if meaning(&cell.text).is_none() && whole.is_none_or(|whole| meaning(&whole).is_none()) {
            return false;
        }
    }
    filled > 0
}

fn is_numbering(line: &Line) -> bool {
    let texts: Vec<&str> = line
        .cells
        .iter()
        .map(|cell: &Cell| cell.text.trim_matches(['(', ')']))
        .filter(|text| !text.is_empty())
        .collect();
    let mark = |text: &&str| text.chars().all(|letter| letter.is_ascii_digit()) && text.len() <= 2 || text.len() == 1;
    texts.len() >= 3 && texts.iter().all(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_with_and_without_marks() {
        for (heading, column) in [
            ("Họ và tên", Column::Name),
            ("HO VA TEN", Column::Name),
            ("Họ, tên", Column::Name),
            ("Họ và tên (chữ in hoa)", Column::Name),
            ("Ngày, tháng, năm sinh", Column::Born),
            ("Năm sinh", Column::Born),
            ("Ngày vào Đảng", Column::Joined),
            ("ngay vao dang", Column::Joined),
            ("Lý luận chính trị", Column::Theory),
            ("Đơn vị / Đoàn", Column::Unit),
            ("Giới tính", Column::Sex),
            ("Nam/Nữ", Column::Sex),
            ("Nữ", Column::Woman),
            ("Tư cách đại biểu", Column::Origin),
            ("Cấp ủy đương nhiệm", Column::Incumbent),
            ("Cấp uỷ đương nhiệm", Column::Incumbent),
            ("STT.", Column::Number),
            ("Tình trạng", Column::Standing),
            ("Ghi chú", Column::Remark),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
        assert_eq!(meaning("Số điện thoại"), None);
        assert_eq!(meaning(""), None);
    }

    #[test]
    fn the_heading_is_found_under_titles() {
        let text = "ĐẢNG BỘ QUẬN 1;;\n;DANH SÁCH ĐẢNG VIÊN;\n\nTT;Họ và tên;Năm sinh;;Số điện thoại\n;;Nam;Nữ;\n1;A B;1970;;\n";
        let layout = Layout::find(&Grid::of_csv(text, b';')).unwrap();
        assert_eq!((layout.place(Column::Name), layout.place(Column::Woman)), (Some(1), Some(3)));
        assert_eq!(layout.place(Column::Man), Some(2));
        let headings = layout.headings(&Grid::of_csv(text, b';'));
        let unused: Vec<&str> =
            headings.iter().filter(|heading| heading.column.is_none()).map(|heading| heading.text.as_str()).collect();
        assert_eq!(unused, ["Số điện thoại"]);
        assert_eq!(Layout::find(&Grid::of_csv("STT;Chức vụ\n1;Bí thư\n", b';')), None);
    }

    fn understood(text: &str) -> Vec<(String, Column)> {
        let grid = Grid::of_csv(text, b';');
        let layout = Layout::find(&grid).unwrap();
        layout.headings(&grid).into_iter().filter_map(|heading| Some((heading.letters, heading.column?))).collect()
    }

    #[test]
    fn groups_over_their_parts_are_understood() {
        use Column as C;
        let of = |letters: &str, column| (letters.to_owned(), column);
        // merged cells: the group stands in its first cell, the parts below
        let below = "TT;Họ và tên;Ngày tháng năm;;Trình độ;;Ngày vào Đảng;\n\
                     ;;sinh;vào Đảng;Chuyên môn;LLCT;Dự bị;Chính thức\n(1);(2);(3);(4);(5);(6);(7);(8)\n1;A B;1970;;;;;\n";
        let columns =
            [of("A", C::Number), of("B", C::Name), of("C", C::Born), of("D", C::Joined), of("E", C::Education)];
        let found = understood(below);
        assert_eq!(found[..5], columns);
        assert_eq!(found[5..], [of("F", C::Theory), of("H", C::Confirmed)], "the day of joining stands once");
        // the group above a heading that stands on one line
        let above = ";;Năm sinh;;Đảng viên;\nTT;Họ tên;Nam;Nữ;Chính thức;Dự bị\n1;A B;1970;;x;\n";
        let columns = [C::Number, C::Name, C::Man, C::Woman, C::Full, C::Probationary];
        assert_eq!(understood(above).into_iter().map(|(_, column)| column).collect::<Vec<_>>(), columns);
    }

    #[test]
    fn columns_have_the_letters_of_a_sheet() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
