//! What the preview says of a row and of a column, in words.

use super::super::told::{origin_word, sex_word, standing_word};
use super::{Line, Preview};
use crate::app::typed;
use crate::app::words::preview as w;
use crate::domain::people::Person;
use crate::domain::roster::{Answer, Column, Letters, Listed, Meets, Passing, Sifted, brought_up};
use crate::domain::{Congress, Lang};

/// How a line is meant, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It brings something.
    Brings,
    /// It must be looked at.
    Wrong,
    /// It is in order as it is.
    Plain,
}

/// The word for what a column holds.
pub fn column_word(column: Column, lang: Lang) -> &'static str {
    let word = match column {
        Column::Number => w::number,
        Column::Name => w::name,
        Column::FamilyName => w::family_name,
        Column::GivenName => w::given_name,
        Column::Born => w::born,
        Column::Sex => w::sex,
        Column::Woman => w::woman,
        Column::Man => w::man,
        Column::Ethnicity => w::ethnicity,
        Column::Religion => w::religion,
        Column::Joined => w::joined,
        Column::Confirmed => w::confirmed,
        Column::Office => w::office,
        Column::Unit => w::unit,
        Column::Education => w::education,
        Column::Theory => w::theory,
        Column::Standing => w::standing,
        Column::Remark => w::remark,
        Column::Full => w::full,
        Column::Probationary => w::probationary,
        Column::Origin => w::origin,
        Column::Incumbent => w::incumbent,
    };
    word(lang)
}

/// What is done with a line, in a word or two.
pub fn mark(congress: &Congress, line: Line<'_>, lang: Lang) -> (Side, String) {
    match line {
        Line::Passed(passed) => {
            let word = match passed.why {
                Passing::Group => w::group(lang),
                Passing::Total => w::total(lang),
                Passing::Other => w::passed(lang),
            };
            (Side::Plain, word.to_owned())
        }
        Line::Person(_, sifted) => answered(congress, sifted, lang),
    }
}

fn answered(congress: &Congress, sifted: &Sifted, lang: Lang) -> (Side, String) {
    match (&sifted.meets, sifted.answer) {
        (Meets::Faulty, _) => (Side::Wrong, format!("✗ {}", w::fault(lang))),
        (Meets::Same(_), _) => (Side::Plain, format!("= {}", w::same(lang))),
        (_, None) => (Side::Wrong, format!("? {}", w::ask(lang))),
        (_, Some(Answer::Leave)) => (Side::Plain, format!("– {}", w::leave_out(lang))),
        (Meets::New, Some(Answer::Add)) => (Side::Brings, format!("+ {}", w::new(lang))),
        (_, Some(Answer::Add)) => (Side::Brings, format!("+ {}", w::add_all_the_same(lang))),
        (Meets::Changes(..), Some(Answer::Update(_))) => (Side::Brings, format!("~ {}", w::update(lang))),
        (_, Some(Answer::Update(person))) => {
            let name = congress.people.get(&person).map_or("", |person| person.name.as_str());
            (Side::Brings, format!("~ {}", w::updates_who(lang, name)))
        }
    }
}

/// Everything there is to say of a line, one sentence each.
pub fn details(congress: &Congress, preview: &Preview, line: Line<'_>, lang: Lang) -> Vec<(Side, String)> {
    let Line::Person(row, sifted) = line else {
        let Line::Passed(passed) = line else { return Vec::new() };
        return vec![(Side::Plain, format!("{}: {}", w::row_of(lang, passed.row), passed.text))];
    };
    let mut said = vec![(Side::Plain, summary(row, lang))];
    for (column, fault) in &row.faults {
        let (what, remedy) = fault.told(lang);
        let told = column
            .as_ref()
            .map_or_else(|| format!("{what} {remedy}"), |column| w::fault_at(lang, column, &what, &remedy));
        said.push((Side::Wrong, told));
    }
    said.extend(meeting(congress, preview, row, sifted, lang));
    said.extend(row.notes.iter().map(|note| (Side::Plain, note.told(lang))));
    if row.entry.origin.is_some() && !congress.meeting().has_delegates() {
        said.push((Side::Plain, w::no_delegates(lang).to_owned()));
    }
    if !sifted.near.is_empty() {
        said.push((Side::Wrong, w::near(lang, &sifted.near.join("; "))));
    }
    said
}

/// The row as it was understood.
fn summary(row: &Listed, lang: Lang) -> String {
    let entry = &row.entry;
    let standing = entry.standing.map(|standing| standing_word(standing, lang).to_owned());
    let sex = entry.sex.map(|sex| sex_word(Some(sex), lang).to_owned());
    let days = [(w::born(lang), entry.record.born), (w::joined(lang), entry.record.joined)];
    let days =
        days.into_iter().filter_map(|(word, day)| day.map(|day| format!("{word} {}", typed::written(Some(day)))));
    let origin = entry.origin.map(|origin| origin_word(origin, lang).to_owned());
    let texts = [standing, origin, sex, entry.office.clone(), entry.unit.clone(), entry.incumbent.clone()];
    let rest = [
        entry.record.ethnicity.clone(),
        entry.record.religion.clone(),
        entry.record.education.clone(),
        entry.record.theory.clone(),
    ];
    let parts: Vec<String> = [entry.name.clone()]
        .into_iter()
        .chain(days)
        .chain(texts.into_iter().flatten())
        .chain(rest.into_iter().flatten())
        .collect();
    format!("{}: {}", w::row_of(lang, row.row), parts.join(" · "))
}

fn meeting(congress: &Congress, preview: &Preview, row: &Listed, sifted: &Sifted, lang: Lang) -> Vec<(Side, String)> {
    let known = |id| congress.people.get(&id);
    let mut said = Vec::new();
    match &sifted.meets {
        Meets::Changes(person, columns) => {
            let Some(person) = known(*person) else { return said };
            let now = brought_up(person, &row.entry);
            said.extend(columns.iter().map(|column| {
                let (old, new) = (value(person, *column, lang), value(&now, *column, lang));
                (Side::Brings, w::changes_to(lang, column_word(*column, lang), &old, &new))
            }));
        }
        Meets::Asks(people) => {
            let who: Vec<String> = people.iter().filter_map(|person| known(*person)).map(named).collect();
            said.push((Side::Wrong, w::may_be(lang, &who.join("; "))));
        }
        Meets::Double(other) => {
            let row = preview.listing().rows.get(*other).map_or(0, |row| row.row);
            said.push((Side::Wrong, w::doubles(lang, row)));
        }
        Meets::New | Meets::Same(_) | Meets::Faulty => {}
    }
    match sifted.answer {
        Some(Answer::Update(person)) => {
            let other = known(person).filter(|person| person.name != row.entry.name);
            said.extend(other.map(|person| (Side::Plain, w::keeps_name(lang, &person.name))));
        }
        Some(Answer::Add) if preview.letters == Letters::Titled => {
            let name = preview.letters.of(&row.entry.name);
            if name != row.entry.name {
                said.push((Side::Plain, w::will_be(lang, &name)));
            }
        }
        _ => {}
    }
    said
}

/// Somebody on the roster with what tells them apart.
fn named(person: &Person) -> String {
    let born = person.record.born.map(|born| format!(" ({})", typed::written(Some(born)))).unwrap_or_default();
    format!("{} {}{born}", person.id, person.name)
}

fn value(person: &Person, column: Column, lang: Lang) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let record = &person.record;
    let value = match column {
        Column::Standing => standing_word(person.standing, lang).to_owned(),
        Column::Origin => person.origin.map_or_else(String::new, |origin| origin_word(origin, lang).to_owned()),
        Column::Sex => sex_word(person.sex, lang).to_owned(),
        Column::Born => typed::written(record.born),
        Column::Joined => typed::written(record.joined),
        Column::Office => text(&person.office),
        Column::Unit => text(&person.unit),
        Column::Incumbent => text(&person.incumbent),
        Column::Ethnicity => text(&record.ethnicity),
        Column::Religion => text(&record.religion),
        Column::Education => text(&record.education),
        Column::Theory => text(&record.theory),
        _ => person.name.clone(),
    };
    if value.is_empty() { w::blank(lang).to_owned() } else { value }
}
