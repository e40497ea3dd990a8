//! How the rows of a file meet the roster there is: by name and birth. What is not certain is asked, never guessed.

use super::{Column, Entry, Listing};
use crate::domain::congress::Congress;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;
use crate::domain::people::Person;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// What is done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A new person.
    Add,
    /// This person is brought up to date.
    Update(PersonId),
    /// The row is left out.
    Leave,
}

/// What somebody decided, by the place of the row in the listing.
pub type Answers = BTreeMap<usize, Answer>;

/// How a row meets the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meets {
    /// Nobody like that is on the roster.
    New,
    /// This person is, and the row says nothing else of them.
    Same(PersonId),
    /// This person is, and these columns say something else.
    Changes(PersonId, Vec<Column>),
    /// It may be one of these, or somebody else.
    Asks(Vec<PersonId>),
    /// The row at this place of the listing names the same person.
    Double(usize),
    /// It has faults and cannot be taken.
    Faulty,
}

/// A row as it meets the roster, with what is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sifted {
    /// How it meets the roster.
    pub meets: Meets,
    /// What is done with it; none while it is asked about, or can only be left out.
    pub answer: Option<Answer>,
    /// Names that differ in marks only, on the roster or in another row.
    pub near: Vec<String>,
}

impl Sifted {
    /// Whether somebody must say what is done with it.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && matches!(self.meets, Meets::Asks(_) | Meets::Double(_))
    }
}

/// How two births compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Births {
    Same,
    Unlike,
    Unknown,
}

fn births(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Births {
    let Some((one, other)) = one.zip(other) else { return Births::Unknown };
    let year_alone = |day: NaiveDate| day.ordinal() == 1;
    let same = one == other || one.year() == other.year() && (year_alone(one) || year_alone(other));
    if same { Births::Same } else { Births::Unlike }
}

/// A name as it is compared: case and the place of the tone within a word (Hoà, Hòa) make no difference, letters and tones do.
fn spelled(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !spelled.is_empty() {
            spelled.push(' ');
        }
        let (mut letters, mut tones) = (String::new(), String::new());
        for letter in word.nfd().flat_map(char::to_lowercase) {
            let tone = matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            if tone { tones.push(letter) } else { letters.push(letter) }
        }
        spelled.push_str(&letters);
        spelled.push_str(&tones);
    }
    spelled
}

/// The people of a roster by name as it is compared, and by name without marks.
struct Known<'c> {
    spelled: BTreeMap<String, Vec<&'c Person>>,
    folded: BTreeMap<String, Vec<&'c Person>>,
}

impl<'c> Known<'c> {
    fn of(congress: &'c Congress) -> Self {
        let mut known = Self { spelled: BTreeMap::new(), folded: BTreeMap::new() };
        for person in congress.people.iter() {
            known.spelled.entry(spelled(&person.name)).or_default().push(person);
            known.folded.entry(fold(&person.name)).or_default().push(person);
        }
        known
    }
}

/// The rows of a listing by name.
struct Rows {
    spelled: BTreeMap<String, Vec<usize>>,
    folded: BTreeMap<String, Vec<usize>>,
}

impl Rows {
    fn of(listing: &Listing) -> Self {
        let mut rows = Self { spelled: BTreeMap::new(), folded: BTreeMap::new() };
        for (place, row) in listing.rows.iter().enumerate().filter(|(_, row)| row.faults.is_empty()) {
            rows.spelled.entry(spelled(&row.entry.name)).or_default().push(place);
            rows.folded.entry(fold(&row.entry.name)).or_default().push(place);
        }
        rows
    }
}

/// Every row as it meets the roster, with the answers given.
pub fn sift(congress: &Congress, listing: &Listing, answers: &Answers) -> Vec<Sifted> {
    let (known, rows) = (Known::of(congress), Rows::of(listing));
    let mut taken: BTreeMap<PersonId, usize> = BTreeMap::new();
    let mut sifted = Vec::with_capacity(listing.rows.len());
    for (place, row) in listing.rows.iter().enumerate() {
        if !row.faults.is_empty() {
            sifted.push(Sifted { meets: Meets::Faulty, answer: None, near: Vec::new() });
            continue;
        }
        let mut meets = meets(&known, &rows, listing, place);
        if let Meets::Same(person) | Meets::Changes(person, _) = meets {
            match taken.get(&person) {
                Some(earlier) => meets = Meets::Double(*earlier),
                None => drop(taken.insert(person, place)),
            }
        }
        let given = answers.get(&place).copied().filter(|answer| answers_for(&meets).contains(answer));
        let answer = given.or_else(|| usual(&meets));
        let near = near(&known, &rows, listing, place);
        sifted.push(Sifted { meets, answer, near });
    }
    sifted
}

/// What may be done with a row, the usual thing first where there is one.
pub fn answers_for(meets: &Meets) -> Vec<Answer> {
    match meets {
        Meets::New => vec![Answer::Add, Answer::Leave],
        Meets::Same(person) => vec![Answer::Update(*person)],
        Meets::Changes(person, _) => vec![Answer::Update(*person), Answer::Leave, Answer::Add],
        Meets::Asks(people) => {
            let updates = people.iter().map(|person| Answer::Update(*person));
            updates.chain([Answer::Add, Answer::Leave]).collect()
        }
        Meets::Double(_) => vec![Answer::Leave, Answer::Add],
        Meets::Faulty => Vec::new(),
    }
}

fn usual(meets: &Meets) -> Option<Answer> {
    match meets {
        Meets::New | Meets::Same(_) | Meets::Changes(..) => answers_for(meets).first().copied(),
        Meets::Asks(_) | Meets::Double(_) | Meets::Faulty => None,
    }
}

fn meets(known: &Known<'_>, rows: &Rows, listing: &Listing, place: usize) -> Meets {
    let entry = &listing.rows[place].entry;
    let name = spelled(&entry.name);
    let bearers = known.spelled.get(&name).map_or(&[][..], Vec::as_slice);
    let of = |wanted: Births| -> Vec<&Person> {
        bearers.iter().copied().filter(|person| births(person.record.born, entry.record.born) == wanted).collect()
    };
    let alone = rows.spelled.get(&name).is_none_or(|rows| rows.len() == 1);
    match (of(Births::Same).as_slice(), of(Births::Unknown).as_slice(), of(Births::Unlike).as_slice()) {
        ([one], _, _) => met(one, entry),
        ([], [one], []) if alone => met(one, entry),
        ([], [], []) => not_met(known, rows, listing, place),
        (same, unknown, unlike) => {
            Meets::Asks([same, unknown, unlike].concat().iter().map(|person| person.id).collect())
        }
    }
}

fn met(person: &Person, entry: &Entry) -> Meets {
    let changes = changes(person, entry);
    if changes.is_empty() { Meets::Same(person.id) } else { Meets::Changes(person.id, changes) }
}

/// Nobody of this name: perhaps the row repeats another, or the name was typed with other marks.
fn not_met(known: &Known<'_>, rows: &Rows, listing: &Listing, place: usize) -> Meets {
    let entry = &listing.rows[place].entry;
    let earlier = rows.spelled.get(&spelled(&entry.name)).into_iter().flatten().take_while(|other| **other < place);
    let same = |other: &&usize| {
        let other = &listing.rows[**other].entry;
        let units = other.unit.is_some() && entry.unit.is_some() && other.unit != entry.unit;
        match births(other.record.born, entry.record.born) {
            Births::Same => true,
            Births::Unknown => !units,
            Births::Unlike => false,
        }
    };
    if let Some(earlier) = earlier.copied().collect::<Vec<_>>().iter().find(same) {
        return Meets::Double(*earlier);
    }
    let near = known.folded.get(&fold(&entry.name)).into_iter().flatten();
    let near: Vec<PersonId> = near
        .filter(|person| births(person.record.born, entry.record.born) == Births::Same)
        .map(|person| person.id)
        .collect();
    if near.is_empty() { Meets::New } else { Meets::Asks(near) }
}

/// Names that differ from the row's in marks, tones or their place only, each once.
fn near(known: &Known<'_>, rows: &Rows, listing: &Listing, place: usize) -> Vec<String> {
    let name = &listing.rows[place].entry.name;
    let folded = fold(name);
    let people = known.folded.get(&folded).into_iter().flatten().map(|person| person.name.as_str());
    let others = rows.folded.get(&folded).into_iter().flatten().map(|other| listing.rows[*other].entry.name.as_str());
    let mut near: Vec<String> = people.chain(others).filter(|other| other != name).map(str::to_owned).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// What a row says differently of somebody on the roster. The name on the roster stays.
fn changes(person: &Person, entry: &Entry) -> Vec<Column> {
    let now = brought_up(person, entry);
    let (old, new) = (&person.record, &now.record);
    let differs = [
        (Column::Standing, person.standing != now.standing),
        (Column::Origin, person.origin != now.origin),
        (Column::Office, person.office != now.office),
        (Column::Unit, person.unit != now.unit),
        (Column::Sex, person.sex != now.sex),
        (Column::Incumbent, person.incumbent != now.incumbent),
        (Column::Born, old.born != new.born),
        (Column::Joined, old.joined != new.joined),
        (Column::Ethnicity, old.ethnicity != new.ethnicity),
        (Column::Religion, old.religion != new.religion),
        (Column::Education, old.education != new.education),
        (Column::Theory, old.theory != new.theory),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(column, _)| column).collect()
}

/// Somebody on the roster with what a row says of them: a blank cell takes nothing away, a year alone no known day.
pub fn brought_up(person: &Person, entry: &Entry) -> Person {
    let text = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
    let day = |new: Option<NaiveDate>, old: Option<NaiveDate>| match (new, old) {
        (Some(new), Some(old)) if new.ordinal() == 1 && new.year() == old.year() => Some(old),
        (new, old) => new.or(old),
    };
    let (new, old) = (&entry.record, &person.record);
    let mut now = person.clone();
    now.standing = entry.standing.unwrap_or(person.standing);
    now.origin = entry.origin.or(person.origin);
    now.office = text(&entry.office, &person.office);
    now.unit = text(&entry.unit, &person.unit);
    now.sex = entry.sex.or(person.sex);
    now.incumbent = text(&entry.incumbent, &person.incumbent);
    now.record.born = day(new.born, old.born);
    now.record.joined = day(new.joined, old.joined);
    now.record.ethnicity = text(&new.ethnicity, &old.ethnicity);
    now.record.religion = text(&new.religion, &old.religion);
    now.record.education = text(&new.education, &old.education);
    now.record.theory = text(&new.theory, &old.theory);
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_place_of_a_tone_make_no_other_name() {
        assert_eq!(spelled("Nguyễn Văn Hoà"), spelled("NGUYỄN  VĂN HÒA"));
        assert_eq!(spelled("Lê Thuý"), spelled("Lê Thúy"));
        let decomposed: String = "Đỗ Đức Uỷ".nfd().collect();
        assert_eq!(spelled(&decomposed), spelled("Đỗ Đức Ủy"));
        assert_ne!(spelled("Lê Hà"), spelled("Lê Hạ"));
        assert_ne!(spelled("Lê Hoa"), spelled("Lê Hoà"));
        assert_ne!(spelled("Lê An"), spelled("Lê Ân"));
    }

    #[test]
    fn a_year_alone_fits_every_day_of_it() {
        let day = NaiveDate::from_ymd_opt;
        assert_eq!(births(day(1975, 1, 1), day(1975, 3, 12)), Births::Same);
        assert_eq!(births(day(1975, 3, 12), day(1975, 3, 13)), Births::Unlike);
        assert_eq!(births(day(1975, 1, 1), day(1976, 1, 1)), Births::Unlike);
        assert_eq!(births(None, day(1976, 1, 1)), Births::Unknown);
    }
}
