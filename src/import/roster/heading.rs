//! The columns of a roster: which heading means what, where the heading row is. Title rows above it are passed over.

use super::grid::{Grid, Line};
use crate::domain::fold::fold;

/// How many rows may stand above the heading.
const ABOVE: usize = 40;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// Số thứ tự.
    Number,
    /// Họ và tên.
    Name,
    /// Họ và tên đệm, where the given name has its own column.
    FamilyName,
    /// Tên.
    GivenName,
    /// Ngày sinh, năm sinh.
    Born,
    /// Giới tính.
    Sex,
    /// Nữ: a tick, or the year of birth of a woman.
    Woman,
    /// Nam: a tick, or the year of birth of a man.
    Man,
    /// Dân tộc.
    Ethnicity,
    /// Tôn giáo.
    Religion,
    /// Ngày vào Đảng.
    Joined,
    /// Ngày chính thức.
    Confirmed,
    /// Chức vụ.
    Office,
    /// Đơn vị, đoàn.
    Unit,
    /// Trình độ.
    Education,
    /// Lý luận chính trị.
    Theory,
    /// Tình trạng.
    Standing,
    /// Tư cách đại biểu.
    Origin,
    /// Cấp ủy đương nhiệm.
    Incumbent,
}

/// The headings of each column, folded.
const SYNONYMS: [(Column, &[&str]); 19] = [
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
        &["ngay sinh", "nam sinh", "ngay thang nam sinh", "ngay thang sinh", "sinh ngay", "sinh nam", "born"],
    ),
    (Column::Sex, &["gioi tinh", "gioi", "nam nu", "phai", "sex"]),
    (Column::Woman, &["nu", "la nu"]),
    (Column::Man, &["nam"]),
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
            "joined",
        ],
    ),
    (Column::Confirmed, &["ngay chinh thuc", "chinh thuc", "ngay cong nhan chinh thuc", "ngay vao dang chinh thuc"]),
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
        ],
    ),
    (Column::Theory, &["ly luan chinh tri", "trinh do ly luan chinh tri", "llct", "trinh do llct", "ly luan ct"]),
    (
        Column::Standing,
        &["tinh trang", "trang thai", "tinh trang dang vien", "loai dang vien", "dang vien", "standing"],
    ),
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
    /// The columns that are understood, with place and heading.
    columns: Vec<(Column, usize, String)>,
    unused: Vec<String>,
}

impl Layout {
    /// Finds the heading: the first row that names a column of names and at least one other, or stands alone.
    pub(super) fn find(grid: &Grid) -> Option<Layout> {
        let (at, line) = grid.lines.iter().enumerate().take(ABOVE).find(|(_, line)| is_heading(line))?;
        let mut layout = Layout { first: at + 1, columns: Vec::new(), unused: Vec::new() };
        layout.take(line);
        // «Năm sinh» over «Nam | Nữ»: a second heading row names no person and only known columns
        if let Some(second) = grid.lines.get(at + 1).filter(|second| is_second(second)) {
            layout.first += 1;
            layout.take(second);
        }
        Some(layout)
    }

    fn take(&mut self, line: &Line) {
        for (place, cell) in line.cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            match meaning(&cell.text) {
                Some(column) if self.place(column).is_none() => self.columns.push((column, place, cell.text.clone())),
                _ => self.unused.push(cell.text.clone()),
            }
        }
    }

    /// How many columns are understood.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// Where a column stands.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _, _)| *known == column).map(|(_, place, _)| *place)
    }

    /// The heading of a column as it stands in the file.
    pub(super) fn heading(&self, column: Column) -> Option<String> {
        self.columns.iter().find(|(known, _, _)| *known == column).map(|(_, _, heading)| heading.clone())
    }

    /// The headings that mean nothing here.
    pub(super) fn unused(&self) -> Option<String> {
        (!self.unused.is_empty()).then(|| self.unused.join(", "))
    }
}

fn meanings(line: &Line) -> Vec<Column> {
    line.cells.iter().filter_map(|cell| meaning(&cell.text)).collect()
}

fn is_heading(line: &Line) -> bool {
    let found = meanings(line);
    found.contains(&Column::Name) || found.contains(&Column::GivenName) && found.contains(&Column::FamilyName)
}

fn is_second(line: &Line) -> bool {
    let filled = line.cells.iter().filter(|cell| !cell.text.is_empty()).count();
    filled > 0 && meanings(line).len() == filled
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
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
        assert_eq!(meaning("Ghi chú"), None);
        assert_eq!(meaning(""), None);
    }

    #[test]
    fn the_heading_is_found_under_titles() {
        let text =
            "ĐẢNG BỘ QUẬN 1;;\n;DANH SÁCH ĐẢNG VIÊN;\n\nTT;Họ và tên;Năm sinh;;Ghi chú\n;;Nam;Nữ;\n1;A B;1970;;\n";
        let layout = Layout::find(&Grid::of_csv(text, b';')).unwrap();
        assert_eq!((layout.place(Column::Name), layout.place(Column::Woman)), (Some(1), Some(3)));
        assert_eq!(layout.place(Column::Man), Some(2));
        assert_eq!(layout.unused(), Some("Ghi chú".to_owned()));
        assert_eq!(Layout::find(&Grid::of_csv("STT;Chức vụ\n1;Bí thư\n", b';')), None);
    }
}
