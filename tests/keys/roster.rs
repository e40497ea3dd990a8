//! Rosters as people have them (`tests/data/rosters`): previewed, answered, imported, imported again.

use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::files::{Entry, EntryKind, Listing, Wanted};
use daihoi::domain::Change;
use daihoi::domain::meeting::{Change as Founded, Kind, Meeting};
use daihoi::domain::people::{Origin, Person, Sex, Standing};
use daihoi::domain::{Regulation, people};
use std::path::PathBuf;

fn founded(kind: Kind) -> Sitting {
    let regulation = Regulation::default_profile().number.to_owned();
    let meeting = Meeting { id: 1, kind, unit: "Chi bộ Hoa Mai".to_owned(), regulation, ..Meeting::default() };
    Sitting::of(vec![Change::Meeting(Founded::Founded(meeting))], crate::world::cell::at(8, 0))
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/rosters")).join(name)
}

fn previewed(sitting: Sitting, name: &str) -> Sitting {
    sitting.keys("F3").done(vec![Effect::ReadRoster(file(name))])
}

fn imported(sitting: Sitting) -> Sitting {
    let sitting = sitting.keys("Enter");
    let asked = sitting.text(80, 24);
    assert!(asked.contains("Nhập danh sách này?"), "{asked}");
    sitting.keys("Enter")
}

fn people(sitting: &Sitting) -> Vec<&Person> {
    sitting.app.congress.people.iter().collect()
}

fn written(sitting: &Sitting) -> String {
    let person = |person: &Person| {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let sex = person.sex.map_or("?", |sex| if sex == Sex::Female { "nữ" } else { "nam" });
        let (born, joined) = (day(person.record.born), day(person.record.joined));
        let rest = [
            person.office.as_deref(),
            person.unit.as_deref(),
            person.record.ethnicity.as_deref(),
            person.record.theory.as_deref(),
        ];
        let rest = rest.map(Option::unwrap_or_default).join(" | ");
        format!("{} {} {sex} {born} {joined} {:?} | {rest}", person.id, person.name, person.standing)
    };
    people(sitting).into_iter().map(person).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_cell_by_groups_with_merged_headings_comes_in_clean() {
    let sitting = previewed(founded(Kind::Cell), "chi-bo-theo-to.xlsx");
    insta::assert_snapshot!("groups_rows", sitting.text(80, 24));
    let sitting = sitting.keys("Tab");
    insta::assert_snapshot!("groups_columns", sitting.text(80, 24));
    let before = sitting.lines.len();
    let sitting = imported(sitting.keys("Tab"));
    assert_eq!(sitting.lines.len(), before + 1, "the whole roster is one change");
    insta::assert_snapshot!("groups_people", written(&sitting));
    sitting.at_every_size();
}

#[test]
fn delegates_in_capitals_with_foreign_letters_come_in_as_typed_or_titled() {
    let sitting = imported(previewed(founded(Kind::Delegates), "dai-bieu-chu-hoa.xlsx"));
    let names: Vec<&str> = people(&sitting).iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["NGUYỄN VĂN HOÀ", "TRẦN THỊ ÁNH NGUYỆT", "ĐỖ ĐỨC ĐẠT", "LÊ THỊ HOA", "Y NGÔNG NIÊ"]);
    assert!(names.iter().all(|name| unicode_normalization::is_nfc(name)));
    let origins: Vec<_> = people(&sitting).iter().map(|person| person.origin.unwrap()).collect();
    let all = [Origin::ExOfficio, Origin::Elected, Origin::Elected, Origin::Appointed, Origin::Alternate];
    assert_eq!(origins, all);
    let women = people(&sitting).iter().filter(|person| person.sex == Some(Sex::Female)).count();
    assert_eq!(women, 2, "ticked with x and √");
    let days: Vec<String> = people(&sitting).iter().map(|person| person.record.born.unwrap().to_string()).collect();
    assert_eq!(days, ["1970-04-30", "1982-03-08", "1980-01-01", "1991-01-01", "1988-09-01"]);
    assert_eq!(people(&sitting)[2].unit.as_deref(), Some("Đảng bộ xã Tây"), "Ð is Đ everywhere");

    let titled = imported(previewed(founded(Kind::Delegates), "dai-bieu-chu-hoa.xlsx").keys("Ctrl-T"));
    assert_eq!(people(&titled)[2].name, "Đỗ Đức Đạt");
    // the same file, however its names are taken, brings nothing new
    let again = previewed(titled, "dai-bieu-chu-hoa.xlsx");
    assert!(again.text(80, 24).contains("thêm 0 · cập nhật 0 · đã có 5"), "{}", again.text(80, 24));
    let refused = again.keys("Enter").text(80, 24);
    assert!(refused.contains("không thêm và không đổi gì"), "{refused}");
    // a cell knows no kinds of delegates
    let cell = imported(previewed(founded(Kind::Cell), "dai-bieu-chu-hoa.xlsx"));
    assert!(people(&cell).iter().all(|person| person.origin.is_none()));
}

#[test]
fn an_export_with_namesakes_and_faults_is_answered_row_by_row() {
    let sitting = previewed(founded(Kind::Cell), "xuat-phan-mem.xlsx");
    let before = sitting.lines.len();
    let sitting = sitting.keys("Enter");
    let refused = sitting.text(80, 24);
    assert!(refused.contains("Còn 1 dòng của danh sách chưa rõ là ai"), "{refused}");
    let sitting = sitting.keys("Esc");
    insta::assert_snapshot!("export_open", sitting.text(80, 24));
    // the row under the cursor repeats another: it is left out
    let sitting = sitting.keys("Space");
    assert!(sitting.text(80, 24).contains("– bỏ qua"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("*");
    insta::assert_snapshot!("export_attention", sitting.text(120, 40));
    let sitting = sitting.keys("Esc");
    assert_eq!(sitting.lines.len(), before, "nothing is recorded by looking");
    let sitting = imported(previewed(sitting, "xuat-phan-mem.xlsx").keys("Enter Esc Space"));
    let standings: Vec<_> = people(&sitting).iter().map(|person| (person.name.as_str(), person.standing)).collect();
    let full = |name| (name, Standing::Full);
    let probationary = ("Trần Thị Hạ", Standing::Probationary);
    assert_eq!(standings, [full("Nguyễn Văn Hoà"), full("Nguyễn Văn Hòa"), full("Trần Thị Hà"), probationary]);
}

#[test]
fn a_roster_brings_people_up_to_date_and_an_undo_takes_it_back() {
    let sitting = imported(previewed(founded(Kind::Cell), "chi-bo-excel-vi.csv"));
    assert_eq!(people(&sitting).len(), 4);
    assert_eq!(people(&sitting)[1].office.as_deref(), Some("Phó Giám đốc; Chủ tịch Công đoàn"));
    assert_eq!(people(&sitting)[2].standing, Standing::Exempted);
    assert_eq!(people(&sitting)[3].name, "Đặng Thị Thuỷ");
    // somebody corrected a name and a standing by hand, and added one more
    let mut mended = people(&sitting)[3].clone();
    (mended.name, mended.standing) = ("Đặng Thị Thúy".to_owned(), Standing::Full);
    let change = Change::People(people::Change::Corrected(mended));
    let sitting = sitting.given(daihoi::domain::Role::Secretary, [change]);
    let sitting = previewed(sitting, "chi-bo-excel-vi.csv");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("chưa rõ"), "Thuỷ born 1999 may be Thúy: {screen}");
    let sitting = sitting.keys("Enter Esc Space");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("Tên đã có được giữ: Đặng Thị Thúy"), "{screen}");
    let sitting = imported(sitting);
    assert_eq!(people(&sitting)[3].name, "Đặng Thị Thúy");
    assert_eq!(people(&sitting)[3].standing, Standing::Probationary, "the file says so again");
    assert_eq!(people(&sitting).len(), 4);
    let sitting = sitting.keys("Ctrl-Z Enter");
    assert_eq!(people(&sitting)[3].standing, Standing::Full);
}

#[test]
fn a_file_is_chosen_by_typing_or_by_its_path() {
    let sitting = founded(Kind::Cell).keys("F3 Ctrl-O");
    let asked = sitting.effects.last().cloned();
    let Some(Effect::Look { wanted: Wanted::Roster, .. }) = asked else { panic!("{asked:?}") };
    let entry = |name: &str, kind| Entry { path: PathBuf::from("/hội").join(name), name: name.to_owned(), kind };
    let entries = vec![
        Entry { path: "/".into(), name: "..".to_owned(), kind: EntryKind::Parent },
        entry("cũ", EntryKind::Folder),
        entry("chi bộ.xlsx", EntryKind::File),
        entry("đại biểu.csv", EntryKind::File),
    ];
    let listing = Listing { folder: "/hội".into(), shown: "/hội".to_owned(), entries, trouble: None };
    let mut sitting = sitting;
    sitting.app.listed(Wanted::Roster, listing);
    sitting.at_every_size();
    let chosen = |keys: &str, sitting: Sitting| sitting.keys(keys).effects.pop();
    let mut other = founded(Kind::Cell);
    other.app.dialog = sitting.app.dialog.clone();
    let Some(Effect::Look { path, .. }) = chosen("Enter", other) else { panic!() };
    assert_eq!(path, PathBuf::from("/hội/cũ"));
    let mut other = founded(Kind::Cell);
    other.app.dialog = sitting.app.dialog.clone();
    let Some(Effect::Look { path, .. }) = chosen("Backspace", other) else { panic!() };
    assert_eq!(path, PathBuf::from("/"));
    let mut other = founded(Kind::Cell);
    other.app.dialog = sitting.app.dialog.clone();
    let Some(Effect::Look { path, .. }) = chosen("'../khác/ds.xlsx' Enter", other) else { panic!() };
    assert_eq!(path, PathBuf::from("/hội/../khác/ds.xlsx"));
    let screen = sitting.keys("'dai bieu'").text(80, 24);
    assert!(screen.contains("đại biểu.csv") && !screen.contains("chi bộ.xlsx"), "{screen}");
}

/// Two rows of headings under merged titles, women and men by the column of their year, standings among the remarks, a sheet that is
/// hidden, a sum, a place of signature.
#[test]
fn a_standing_among_the_remarks_is_taken_and_a_hidden_sheet_is_not_offered() {
    let sitting = previewed(founded(Kind::Cell), "chi-bo-hai-dong.xlsx");
    let screen = sitting.text(100, 40);
    assert!(screen.contains("(1/2)") && screen.contains("thêm 10"), "{screen}");
    let row = sitting.keys("Down Down Down Down").text(100, 40);
    assert!(row.contains("tình trạng lấy từ ghi chú «Miễn sinh hoạt»"), "{row}");
    let imported = imported(previewed(founded(Kind::Cell), "chi-bo-hai-dong.xlsx"));
    let standing = |place: usize| people(&imported)[place].standing;
    assert_eq!([standing(0), standing(4), standing(9)], [Standing::Full, Standing::Exempted, Standing::Probationary]);
    let again = previewed(imported, "chi-bo-hai-dong.xlsx").text(100, 40);
    assert!(again.contains("thêm 0 · cập nhật 0 · đã có 10"), "{again}");
}
