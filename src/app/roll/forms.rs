//! What the roll asks for: what to record and when, the reason of an absence, whether it is accepted, the person's entry.

use super::marks::{is_present, sitting, take};
use super::told::{history, origin_word, sex_word, standing_word};
use super::{list, open};
use crate::app::effect::Effect;
use crate::app::form::{Choice, Form};
use crate::app::typed;
use crate::app::words::roll as w;
use crate::app::{App, people as choices};
use crate::domain::attendance::{Change as Attendance, Excuse, Presence};
use crate::domain::fold::clean_line;
use crate::domain::id::PersonId;
use crate::domain::people::{Change as People, Origin, Person, Record, Sex, Standing};
use crate::domain::{Change, Congress, Lang, Refusal};
use chrono::NaiveDateTime;

/// What can be recorded of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Present,
    Left,
    Absent,
    AbsentWithReason,
    Accepted,
    NotAccepted,
}

const WHATS: [What; 6] =
    [What::Present, What::Left, What::Absent, What::AbsentWithReason, What::Accepted, What::NotAccepted];
const STANDINGS: [Standing; 6] = [
    Standing::Full,
    Standing::Probationary,
    Standing::TemporaryHere,
    Standing::TemporaryElsewhere,
    Standing::Exempted,
    Standing::Suspended,
];
const SEXES: [Option<Sex>; 3] = [None, Some(Sex::Female), Some(Sex::Male)];
const ORIGINS: [Origin; 4] = [Origin::ExOfficio, Origin::Elected, Origin::Appointed, Origin::Alternate];

fn picked<T: Copy>(form: &Form, row: usize, among: &[T]) -> Option<T> {
    form.choice(row).and_then(|place| among.get(usize::try_from(place).ok()?)).copied()
}

fn place_of<T: PartialEq>(among: &[T], wanted: &T) -> Option<u32> {
    among.iter().position(|one| one == wanted).and_then(|place| u32::try_from(place).ok())
}

fn clock(now: NaiveDateTime) -> String {
    now.format("%H:%M").to_string()
}

/// Opens a form about the person under the cursor.
pub(super) fn of_selected(app: &mut App, form: fn(&App, &Person) -> Form) -> Vec<Effect> {
    take(app);
    match list::selected(app).map(|person| form(app, person)) {
        Some(form) => open(app, form),
        None => Vec::new(),
    }
}

pub(super) fn ask_record(app: &mut App) -> Vec<Effect> {
    let alternate =
        list::selected(app).is_some_and(|person| person.origin == Some(Origin::Alternate) && person.replaces.is_none());
    of_selected(app, if alternate { replacing } else { recording })
}

/// Somebody who has left is not absent: the refusal says so before a reason is typed. Of somebody recorded present by mistake
/// the reason is asked.
pub(super) fn ask_reason(app: &mut App) -> Vec<Effect> {
    if list::selected(app).is_some_and(|person| is_present(&app.congress, person.id)) {
        return of_selected(app, reason);
    }
    let refusal = list::selected(app).zip(list::session(&app.congress)).and_then(|(person, session)| {
        let (session, person, at) = (session.id, person.id, app.now());
        let absent = Attendance::MarkedAbsent { session, person, at, reason: None };
        app.congress.judge(app.seat.who, &Change::Attendance(absent)).err()
    });
    match refusal {
        Some(refusal) => app.refused(&refusal),
        None => of_selected(app, reason),
    }
}

/// The reason of somebody who came is not decided on: the refusal says so before anything is typed.
pub(super) fn ask_excuse(app: &mut App) -> Vec<Effect> {
    let came = list::selected(app).filter(|person| !app.congress.absent_throughout(person.id));
    if let Some(name) = came.map(|person| person.name.clone()) {
        return app.refused(&Refusal::AlreadyPresent { name });
    }
    of_selected(app, excusing)
}

/// What can be recorded now, the obvious next thing first.
fn offered(congress: &Congress, person: PersonId) -> &'static [What] {
    use What::{Absent, AbsentWithReason, Accepted, Left, NotAccepted, Present};
    let row = list::session(congress).and_then(|session| congress.attendance_of(session.id, person));
    match row.map(|row| (row.presence, row.reason.is_some())) {
        Some((Presence::Present, _)) => &[Left],
        Some((Presence::Left, _)) => &[Present],
        Some((Presence::Absent, true))
            if congress.absent_throughout(person) && congress.excuses.get(&person).is_none() =>
        {
            &[Accepted, NotAccepted, Present, AbsentWithReason, Absent]
        }
        _ if congress.absent_throughout(person) => &[Present, AbsentWithReason, Absent, Accepted, NotAccepted],
        _ => &[Present, AbsentWithReason, Absent],
    }
}

fn what_word(what: What, lang: Lang) -> &'static str {
    match what {
        What::Present => w::present(lang),
        What::Left => w::went(lang),
        What::Absent => w::absent_without(lang),
        What::AbsentWithReason => w::with_reason(lang),
        What::Accepted => w::accept(lang),
        What::NotAccepted => w::not_accept(lang),
    }
}

fn recording(app: &App, person: &Person) -> Form {
    let (lang, now, id) = (app.lang(), app.now(), person.id);
    let offered = offered(&app.congress, id);
    let whats: Vec<Choice> =
        offered.iter().filter_map(|what| Some(Choice::new(what_word(*what, lang), place_of(&WHATS, what)?))).collect();
    let first = whats.first().map(|choice| choice.value);
    Form::new(&person.name, move |congress: &Congress, form: &Form| {
        let (session, at) = (sitting(congress)?, typed::hour(&form.text(1), now)?);
        let text = clean_line(&form.text(2));
        let decided = |accepted| Attendance::ExcuseDecided(Excuse { id, accepted, ground: text.clone() });
        let absent = |reason| Attendance::MarkedAbsent { session, person: id, at, reason };
        Ok(Change::Attendance(match picked(form, 0, &WHATS).unwrap_or(What::Present) {
            What::Present => Attendance::Arrived { session, people: vec![id], at },
            What::Left => Attendance::Left { session, person: id, at },
            What::AbsentWithReason => absent(Some(text)),
            // a reason that was typed is never dropped
            What::Absent => absent(Some(text).filter(|text| !text.is_empty())),
            What::Accepted => decided(true),
            What::NotAccepted => decided(false),
        }))
    })
    .help(history(app, person))
    .pick(w::what(lang), whats, first)
    .line(w::hour(lang), &clock(now))
    .line(w::reason_or_ground(lang), "")
}

fn reason(app: &App, person: &Person) -> Form {
    let (lang, now, id) = (app.lang(), app.now(), person.id);
    let row = list::session(&app.congress).and_then(|session| app.congress.attendance_of(session.id, id));
    let known = row.and_then(|row| row.reason.clone()).unwrap_or_default();
    let slip = is_present(&app.congress, id);
    let title = if slip { w::slip_of(lang, &person.name) } else { w::reason_of(lang, &person.name) };
    Form::new(title, move |congress: &Congress, form: &Form| {
        let (session, at) = (sitting(congress)?, typed::hour(&form.text(1), now)?);
        let reason = Some(clean_line(&form.text(0)));
        Ok(Change::Attendance(if slip {
            Attendance::NeverCame { session, person: id, at, reason }
        } else {
            Attendance::MarkedAbsent { session, person: id, at, reason }
        }))
    })
    .help(if slip { w::slip_note(lang) } else { w::reason_help(lang) })
    .line(w::reason(lang), &known)
    .line(w::hour(lang), &clock(now))
}

fn excusing(app: &App, person: &Person) -> Form {
    let (lang, id) = (app.lang(), person.id);
    let known = app.congress.excuses.get(&id);
    let decisions = vec![Choice::new(w::accept(lang), 1), Choice::new(w::not_accept(lang), 0)];
    let ground = known.map(|excuse| excuse.ground.clone()).unwrap_or_default();
    let chosen = u32::from(known.is_none_or(|excuse| excuse.accepted));
    Form::new(w::excuse_of(lang, &person.name), move |_: &Congress, form: &Form| {
        let accepted = form.choice(0) == Some(1);
        let excuse = Excuse { id, accepted, ground: clean_line(&form.text(1)) };
        Ok(Change::Attendance(Attendance::ExcuseDecided(excuse)))
    })
    .help(format!("{} {}", w::excuse_help(lang), history(app, person)))
    .pick(w::decision(lang), decisions, Some(chosen))
    .line(w::ground(lang), &ground)
}

/// An alternate sits in the place of an absent official delegate.
fn replacing(app: &App, person: &Person) -> Form {
    let (lang, by) = (app.lang(), person.id);
    let congress = &app.congress;
    let replaced = |id: PersonId| congress.people.iter().any(|other| other.replaces == Some(id));
    let absent = choices::members(congress, |other| {
        let here = congress.presence(other.id) == Some(Presence::Present);
        other.origin != Some(Origin::Alternate) && !here && !replaced(other.id)
    });
    Form::new(w::replace_by(lang, &person.name), move |congress: &Congress, form: &Form| {
        let absent = PersonId(form.choice(0).unwrap_or_default());
        congress.person(absent)?;
        Ok(Change::People(People::Replaced { absent, by }))
    })
    .help(w::replace_help(lang))
    .pick(w::absent_delegate(lang), absent, None)
}

pub(super) fn adding(app: &App) -> Form {
    let state = &app.on.roll;
    let mut blank = blank();
    blank.unit.clone_from(&state.unit);
    // who was looked for and not found is the one to be added
    if list::selected(app).is_none() {
        blank.name = state.query.filled().unwrap_or_default();
    }
    person(&blank, w::add(app.lang()), (app.lang(), app.congress.meeting().has_delegates()))
}

pub(super) fn editing(app: &App, known: &Person) -> Form {
    let (id, about) = (known.id, (app.lang(), app.congress.meeting().has_delegates()));
    let asked = move |known: &Person| person(known, w::edit(about.0), about);
    asked(known).shared(format!("person {id}"), move |congress| congress.people.get(&id).map(asked))
}

fn blank() -> Person {
    Person::named(PersonId(0), "")
}

/// The form of a person; number 0 asks for a new one.
fn person(known: &Person, title: &str, (lang, delegates): (Lang, bool)) -> Form {
    let id = known.id;
    let standings = (0..).zip(STANDINGS).map(|(place, standing)| Choice::new(standing_word(standing, lang), place));
    let sexes = (0..).zip(SEXES).map(|(place, sex)| Choice::new(sex_word(sex, lang), place));
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let record = &known.record;
    let form = Form::new(title, move |congress: &Congress, form: &Form| entry(congress, form, id))
        .help(w::person_help(lang))
        .line(w::name(lang), &known.name)
        .pick(w::standing(lang), standings.collect(), place_of(&STANDINGS, &known.standing))
        .line(w::office(lang), &text(&known.office))
        .line(w::unit_name(lang), &text(&known.unit))
        .pick(w::sex(lang), sexes.collect(), place_of(&SEXES, &known.sex))
        .line(w::born(lang), &typed::written(record.born))
        .line(w::joined(lang), &typed::written(record.joined))
        .line(w::ethnicity(lang), &text(&record.ethnicity))
        .line(w::religion(lang), &text(&record.religion))
        .line(w::education(lang), &text(&record.education))
        .line(w::theory(lang), &text(&record.theory))
        .line(w::incumbent(lang), &text(&known.incumbent));
    if !delegates {
        return form;
    }
    let origins = (0..).zip(ORIGINS).map(|(place, origin)| Choice::new(origin_word(origin, lang), place));
    let chosen = known.origin.unwrap_or(Origin::Elected);
    form.pick(w::origin(lang), origins.collect(), place_of(&ORIGINS, &chosen))
}

/// The entry that a filled form makes: what the form does not ask for stays as it is.
fn entry(congress: &Congress, form: &Form, id: PersonId) -> Result<Change, Refusal> {
    let known = congress.people.get(&id);
    let base = known.cloned().unwrap_or_else(blank);
    let line = |row: usize| Some(clean_line(&form.text(row))).filter(|text| !text.is_empty());
    let person = Person {
        id: known.map_or_else(|| congress.people.next_id(), |known| known.id),
        name: line(0).unwrap_or_default(),
        standing: picked(form, 1, &STANDINGS).unwrap_or(base.standing),
        origin: picked(form, 12, &ORIGINS).or(base.origin),
        replaces: base.replaces,
        office: line(2),
        unit: line(3),
        sex: picked(form, 4, &SEXES).unwrap_or(base.sex),
        incumbent: line(11),
        record: Record {
            born: typed::day(&form.text(5))?,
            joined: typed::day(&form.text(6))?,
            ethnicity: line(7),
            religion: line(8),
            education: line(9),
            theory: line(10),
        },
    };
    Ok(Change::People(match known {
        Some(_) => People::Corrected(person),
        None => People::Enrolled { people: vec![person] },
    }))
}
