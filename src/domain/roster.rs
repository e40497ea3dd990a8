//! A roster that was read from a file, and what it means for the one there is: who is new, whose entry it brings up to date, who
//! must be asked about. Nothing is enrolled by reading; [`enrolled`] makes the one change when somebody says so.
//!
//! How cells become entries is the reader's business; how names meet is decided in `meeting`, what is said of a cell in `fault`.

mod fault;
mod meeting;

pub use fault::{Allowed, Fault, Note};
pub use meeting::{Answer, Answers, Meets, Sifted, answers_for, brought_up, sift};

use super::change::Change;
use super::congress::Congress;
use super::id::{Id, PersonId};
use super::people::{Change as People, Origin, Person, Record, Sex, Standing};
use super::refusal::Refusal;
use std::collections::BTreeSet;

/// What a column of a roster holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
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
    /// Ghi chú: taken where it says a standing, and only then.
    Remark,
    /// Chính thức: a tick.
    Full,
    /// Dự bị: a tick.
    Probationary,
    /// Tư cách đại biểu.
    Origin,
    /// Cấp ủy đương nhiệm.
    Incumbent,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its heading as it stands in the file.
    pub text: String,
    /// Its letters in the sheet: `C`.
    pub letters: String,
    /// What it holds; none: it is not used.
    pub column: Option<Column>,
    /// The first cell below that says something.
    pub sample: String,
}

/// What a row says of a person; what it does not say is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Number in the file.
    pub number: Option<u32>,
    /// Name exactly as it stands there.
    pub name: String,
    /// Standing.
    pub standing: Option<Standing>,
    /// How a delegate came to be one.
    pub origin: Option<Origin>,
    /// Office.
    pub office: Option<String>,
    /// Unit or delegation.
    pub unit: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Office in the outgoing committee.
    pub incumbent: Option<String>,
    /// The rest of the record.
    pub record: Record,
}

/// A row of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Row of the file, from 1.
    pub row: usize,
    /// What it says.
    pub entry: Entry,
    /// What cannot be taken, each under the heading of its column; such a row is left out.
    pub faults: Vec<(Option<String>, Fault)>,
    /// What should be looked at.
    pub notes: Vec<Note>,
}

/// Why a row is of no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// It heads a group: `Tổ Đảng 1`.
    Group,
    /// It sums up, or stands below the sum: totals, signatures.
    Total,
    /// Anything else.
    Other,
}

/// A row that was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Row of the file, from 1.
    pub row: usize,
    /// What stands in it.
    pub text: String,
    /// Why.
    pub why: Passing,
}

/// A sheet of a roster as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Name of the file.
    pub file: String,
    /// Name of the sheet, where the file has several.
    pub sheet: Option<String>,
    /// The columns with a heading.
    pub columns: Vec<Heading>,
    /// The people.
    pub rows: Vec<Listed>,
    /// The rows passed over.
    pub passed: Vec<Passed>,
}

impl Listing {
    /// The number each row would have on a roster of its own: the one in the file where every row has a different one, else its
    /// place.
    pub fn numbers(&self) -> Vec<PersonId> {
        let own: Vec<u32> = self.rows.iter().filter_map(|row| row.entry.number).filter(|number| *number > 0).collect();
        let distinct: BTreeSet<u32> = own.iter().copied().collect();
        let by_place = || (1..).map(PersonId).take(self.rows.len()).collect();
        if distinct.len() == self.rows.len() { own.into_iter().map(PersonId).collect() } else { by_place() }
    }

    /// Whether the numbers of the file gave way to the order of the rows.
    pub fn is_renumbered(&self) -> bool {
        let numbered = self.rows.iter().any(|row| row.entry.number.is_some());
        let own = self.numbers().iter().zip(&self.rows).all(|(number, row)| row.entry.number == Some(number.0));
        numbered && !own
    }
}

/// How names in capitals are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As they stand.
    #[default]
    AsTyped,
    /// `LÊ THỊ HOA` as `Lê Thị Hoa`.
    Titled,
}

impl Letters {
    /// A name taken in this way; only one that is all capitals changes.
    pub fn of(self, name: &str) -> String {
        if self == Self::AsTyped || !is_in_capitals(name) {
            return name.to_owned();
        }
        let mut first = true;
        let mut titled = String::with_capacity(name.len());
        for letter in name.chars() {
            if first {
                titled.push(letter);
            } else {
                titled.extend(letter.to_lowercase());
            }
            first = !letter.is_alphanumeric();
        }
        titled
    }
}

/// Whether a name is written in capitals throughout.
pub fn is_in_capitals(name: &str) -> bool {
    let words = name.split_whitespace().filter(|word| word.chars().count() > 1);
    let mut words = words.peekable();
    words.peek().is_some() && !name.contains(char::is_lowercase)
}

impl Entry {
    /// The person this makes on a roster.
    pub fn person(&self, id: PersonId, letters: Letters) -> Person {
        Person {
            id,
            name: letters.of(&self.name),
            standing: self.standing.unwrap_or_default(),
            origin: self.origin,
            replaces: None,
            office: self.office.clone(),
            unit: self.unit.clone(),
            sex: self.sex,
            incumbent: self.incumbent.clone(),
            record: self.record.clone(),
        }
    }
}

/// The one change that brings a roster in as it was answered: new people and those brought up to date.
///
/// Refused while a row is still asked about, and where nothing would change.
pub fn enrolled(
    congress: &Congress,
    listing: &Listing,
    answers: &Answers,
    letters: Letters,
) -> Result<Change, Refusal> {
    let sifted = sift(congress, listing, answers);
    let open = sifted.iter().filter(|sifted| sifted.is_open()).count();
    if open > 0 {
        return Err(Refusal::RosterRowsOpen { rows: u32::try_from(open).unwrap_or(u32::MAX) });
    }
    let numbers = listing.numbers();
    let first = congress.people.is_empty();
    let mut next = congress.people.next_id().number();
    let mut people = Vec::new();
    for ((row, sifted), number) in listing.rows.iter().zip(&sifted).zip(numbers) {
        match sifted.answer {
            Some(Answer::Add) => {
                let id = if first { number } else { PersonId(next) };
                next = next.saturating_add(1);
                people.push(delegate_or_not(congress, row.entry.person(id, letters)));
            }
            Some(Answer::Update(id)) => {
                let known = congress.person(id)?;
                let now = delegate_or_not(congress, brought_up(known, &row.entry));
                people.extend(Some(now).filter(|now| now != known));
            }
            Some(Answer::Leave) | None => {}
        }
    }
    if people.is_empty() {
        return Err(Refusal::RosterUnchanged);
    }
    Ok(Change::People(People::Enrolled { people }))
}

/// Only a congress of delegates knows how somebody came to be one.
fn delegate_or_not(congress: &Congress, person: Person) -> Person {
    if congress.meeting().has_delegates() { person } else { Person { origin: None, ..person } }
}

#[cfg(test)]
mod tests;
