//! Rosters meeting rosters: nothing twice, nothing lost, nothing guessed.

use super::*;
use crate::domain::meeting::{Change as Founded, Kind, Meeting};
use crate::domain::{Refusal, Role};
use chrono::NaiveDate;

fn entry(name: &str, born: &str) -> Listed {
    let born = match born.split('/').collect::<Vec<_>>().as_slice() {
        [day, month, year] => {
            NaiveDate::from_ymd_opt(year.parse().unwrap(), month.parse().unwrap(), day.parse().unwrap())
        }
        [year] => year.parse().ok().and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)),
        _ => None,
    };
    let entry = Entry { name: name.to_owned(), record: Record { born, ..Record::default() }, ..Entry::default() };
    Listed { row: 0, entry, faults: Vec::new(), notes: Vec::new() }
}

fn listing(rows: &[(&str, &str)]) -> Listing {
    Listing { rows: rows.iter().map(|(name, born)| entry(name, born)).collect(), ..Listing::default() }
}

fn founded(kind: Kind) -> Congress {
    let regulation = crate::domain::Regulation::default_profile().number.to_owned();
    let meeting = Meeting { id: 1, kind, unit: "Chi bộ A".to_owned(), regulation, ..Meeting::default() };
    let mut congress = Congress::default();
    congress.apply(&Change::Meeting(Founded::Founded(meeting)));
    congress
}

fn take(congress: &mut Congress, listing: &Listing, answers: &Answers) -> Result<usize, Refusal> {
    let change = enrolled(congress, listing, answers, Letters::AsTyped)?;
    congress.judge(Role::Secretary.into(), &change)?;
    congress.apply(&change);
    let Change::People(People::Enrolled { people }) = change else { panic!("{change:?}") };
    Ok(people.len())
}

#[test]
fn importing_again_adds_and_updates_and_never_doubles() {
    let mut congress = founded(Kind::Cell);
    let first = listing(&[("Lê Thị Hoà", "12/3/1975"), ("Trần An", "1980"), ("Võ Bình", "")]);
    assert_eq!(take(&mut congress, &first, &Answers::new()), Ok(3));
    assert_eq!(take(&mut congress, &first, &Answers::new()), Err(Refusal::RosterUnchanged));
    // another spelling, a day where only the year was known, one more person, an office
    let mut again =
        listing(&[("LÊ THỊ HÒA", "1975"), ("Trần An", "5/6/1980"), ("Võ Bình", "1990"), ("Đỗ Chi", "1991")]);
    again.rows[0].entry.office = Some("Kế toán".to_owned());
    assert_eq!(take(&mut congress, &again, &Answers::new()), Ok(4));
    assert_eq!(congress.people.len(), 4);
    let hoa = congress.person(PersonId(1)).unwrap();
    assert_eq!(
        (hoa.name.as_str(), hoa.office.as_deref()),
        ("Lê Thị Hoà", Some("Kế toán")),
        "the name on the roster stays"
    );
    assert_eq!(hoa.record.born, NaiveDate::from_ymd_opt(1975, 3, 12), "a year takes no known day away");
    assert_eq!(congress.person(PersonId(2)).unwrap().record.born, NaiveDate::from_ymd_opt(1980, 6, 5));
    assert_eq!(take(&mut congress, &again, &Answers::new()), Err(Refusal::RosterUnchanged));
}

#[test]
fn what_is_not_certain_is_asked() {
    let mut congress = founded(Kind::Cell);
    take(&mut congress, &listing(&[("Lê Hà", "1970"), ("Trần An", "1980")]), &Answers::new()).unwrap();
    // the same name with another birth; a name that differs in its tone with the same birth; a row twice
    let second = listing(&[("Trần An", "1981"), ("Lê Hạ", "1970"), ("Võ Bình", "1/2/1990"), ("Võ Bình", "1990")]);
    let sifted = sift(&congress, &second, &Answers::new());
    assert_eq!(sifted[0].meets, Meets::Asks(vec![PersonId(2)]));
    assert_eq!(sifted[1].meets, Meets::Asks(vec![PersonId(1)]));
    assert_eq!(sifted[1].near, ["Lê Hà"]);
    assert_eq!((&sifted[2].meets, &sifted[3].meets), (&Meets::New, &Meets::Double(2)));
    assert_eq!(take(&mut congress, &second, &Answers::new()), Err(Refusal::RosterRowsOpen { rows: 3 }));
    let answers = Answers::from([(0, Answer::Add), (1, Answer::Update(PersonId(1))), (3, Answer::Leave)]);
    assert_eq!(take(&mut congress, &second, &answers), Ok(2), "Lê Hà has nothing new");
    assert_eq!(congress.people.len(), 4);
    // an answer that the row does not allow counts for nothing
    let answers = Answers::from([(0, Answer::Update(PersonId(99)))]);
    assert!(sift(&congress, &listing(&[("Đỗ Chi", "")]), &answers)[0].answer == Some(Answer::Add));
}

#[test]
fn namesakes_are_told_apart_by_birth_and_unit() {
    let congress = founded(Kind::Cell);
    let mut rows = listing(&[("Trần An", "1980"), ("Trần An", "1985"), ("Lê Chi", ""), ("Lê Chi", "")]);
    rows.rows[2].entry.unit = Some("Tổ 1".to_owned());
    rows.rows[3].entry.unit = Some("Tổ 2".to_owned());
    let sifted = sift(&congress, &rows, &Answers::new());
    assert!(sifted.iter().all(|sifted| sifted.meets == Meets::New), "{sifted:?}");
}

#[test]
fn rows_with_faults_are_left_out_and_origins_belong_to_delegates() {
    let mut congress = founded(Kind::Cell);
    let mut rows = listing(&[("Trần An", "1980"), ("Lê 5", "")]);
    rows.rows[0].entry.origin = Some(Origin::Elected);
    rows.rows[1].faults.push((None, Fault::NameWithFigures("Lê 5".to_owned())));
    assert_eq!(take(&mut congress, &rows, &Answers::new()), Ok(1));
    assert_eq!(congress.person(PersonId(1)).unwrap().origin, None);
    assert!(take(&mut founded(Kind::Delegates), &rows, &Answers::new()).is_ok());
}

#[test]
fn capitals_are_kept_unless_somebody_wants_them_titled() {
    assert_eq!(Letters::AsTyped.of("LÊ THỊ HOA"), "LÊ THỊ HOA");
    assert_eq!(Letters::Titled.of("LÊ THỊ HOA"), "Lê Thị Hoa");
    assert_eq!(Letters::Titled.of("H'HEN NIÊ-KĐĂM"), "H'Hen Niê-Kđăm");
    assert_eq!(Letters::Titled.of("Lê Thị HOA"), "Lê Thị HOA", "not all capitals: somebody meant it");
    assert!(is_in_capitals("ĐỖ Y") && !is_in_capitals("Đỗ Y") && !is_in_capitals(""));
}

#[test]
fn numbers_of_the_file_hold_where_they_are_all_different() {
    let mut rows = listing(&[("A B", ""), ("C D", ""), ("E F", "")]);
    for (row, number) in rows.rows.iter_mut().zip([3, 1, 7]) {
        row.entry.number = Some(number);
    }
    assert_eq!(rows.numbers(), [PersonId(3), PersonId(1), PersonId(7)]);
    assert!(!rows.is_renumbered());
    rows.rows[2].entry.number = Some(1);
    assert_eq!(rows.numbers(), [PersonId(1), PersonId(2), PersonId(3)]);
    assert!(rows.is_renumbered());
}
