//! The form of a new congress: it asks for little, fills the rest from the kind or from last term's file, and says what it will make.

use crate::app::App;
use crate::app::effect::{Beginning, Effect};
use crate::app::elections::office_word;
use crate::app::form::{Choice, Form, Tone};
use crate::app::typed;
use crate::app::words::{Word, start as w};
use crate::domain::election::Office;
use crate::domain::figures;
use crate::domain::fold::fold;
use crate::domain::founding::{Founding, Sort, moved, regulation_on};
use crate::domain::meeting::Meeting;
use crate::domain::refusal::Noun;
use crate::domain::{Lang, Refusal, Regulation};
use crate::papers::issuing::election_title;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

const SORT: usize = 0;
const UNIT: usize = 1;
const SUPERIOR: usize = 2;
const LOCALITY: usize = 3;
const ORDINAL: usize = 4;
const TERM: usize = 5;
const DAY: usize = 6;
const HOUR: usize = 7;
const VENUE: usize = 8;
const REGULATION: usize = 9;
const ELECTS: usize = 10;
const ROSTER: usize = 11;
const FILE: usize = 12;

/// How long the name of a file may be that is made of the unit's.
const LONGEST: usize = 36;

/// The choice that nobody is elected; the numbers of offices begin at 1.
const NOBODY: u32 = 0;

/// The word for a sort of congress.
pub fn sort_word(sort: Sort) -> Word {
    match sort {
        Sort::Cell => w::cell,
        Sort::SmallCell => w::small_cell,
        Sort::Members => w::members,
        Sort::Delegates => w::delegates,
        Sort::Review => w::review,
    }
}

/// Offices in one line.
pub fn office_words(offices: &[Office], lang: Lang) -> String {
    offices.iter().map(|office| office_word(*office, lang)).collect::<Vec<_>>().join(", ")
}

/// What the form starts from: nothing, or last term's congress.
struct Ground {
    founding: Founding,
    before: Option<Meeting>,
    folder: PathBuf,
    rosters: Vec<String>,
}

/// The form of a new congress.
pub(super) fn new(app: &App) -> Form {
    let form = form(app, Founding::default(), None);
    form.help(w::form_help(app.lang()))
}

/// The form of the congress after one that was held.
pub(super) fn again(app: &App, before: Meeting, founding: Founding) -> Form {
    let (lang, people, items) = (app.lang(), founding.people.len(), founding.items.len());
    form(app, founding, Some(before)).help(w::taken_over(lang, people, items))
}

fn form(app: &App, founding: Founding, before: Option<Meeting>) -> Form {
    let lang = app.lang();
    let shelf = &app.on.start.shelf;
    let title = if before.is_some() { w::form_again(lang) } else { w::form_title(lang) };
    let ground = Ground { before, folder: shelf.folder.clone(), rosters: shelf.rosters.clone(), founding };
    let (known, today) = (ground.founding.clone(), app.now().date());
    let sorts = (0..).zip(Sort::ALL).map(|(place, sort)| Choice::new(sort_word(sort)(lang), place)).collect();
    let sort = Sort::ALL.iter().position(|sort| *sort == known.sort).and_then(|place| u32::try_from(place).ok());
    let meeting = &known.meeting;
    let hour = known.sessions.first().map_or_else(String::new, typed::beginning);
    let mut regulations = vec![Choice::new(w::by_day(lang), 0)];
    regulations.extend((1..).zip(Regulation::all()).map(|(place, profile)| Choice::new(profile.number, place)));
    let mut offices = vec![Choice::new(w::nobody(lang), NOBODY)];
    offices.extend((1..).zip(Office::ALL).map(|(place, office)| Choice::new(office_word(office, lang), place)));
    let chosen = known.elections.iter().filter_map(|election| value_of(election.office)).collect();
    let first = if known.people.is_empty() { w::roster_later(lang) } else { w::roster_last(lang) };
    let mut rosters = vec![Choice::new(first, 0)];
    rosters.extend((1..).zip(&ground.rosters).map(|(place, name)| Choice::new(name.clone(), place)));
    let ground = std::rc::Rc::new(ground);
    let said = std::rc::Rc::clone(&ground);
    Form::outside(title, move |_, form| Ok(Effect::Found(Box::new(beginning(&ground, form)?))))
        .pick(w::sort(lang), sorts, sort.or(Some(0)))
        .line(w::unit(lang), &meeting.unit)
        .line(w::superior(lang), &meeting.superior)
        .line(w::locality(lang), &meeting.locality)
        .number(w::ordinal(lang), meeting.ordinal.map(u32::from))
        .only_where(is_congress)
        .line(w::term(lang), &typed::years(meeting.term))
        .offered(w::day(lang), &figures::date(today))
        .line(w::hour(lang), &hour)
        .line(w::venue(lang), meeting.venue.as_deref().unwrap_or_default())
        .pick(w::regulation(lang), regulations, Some(0))
        .several(w::elects(lang), offices, chosen)
        .only_where(is_congress)
        .pick(w::roster(lang), rosters, Some(0))
        .line(w::file(lang), "")
        .saying(move |_, form| saying(&said, form, lang))
}

fn value_of(office: Office) -> Option<u32> {
    let place = Office::ALL.iter().position(|known| *known == office)?;
    u32::try_from(place + 1).ok()
}

fn sort(form: &Form) -> Sort {
    let place = form.choice(SORT).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| Sort::ALL.get(place)).copied().unwrap_or_default()
}

/// Whether a congress is founded: a review meeting has no ordinal and elects nobody (rules §8).
fn is_congress(form: &Form) -> bool {
    sort(form) != Sort::Review
}

/// The offices that will be elected: those chosen, or the usual ones of this sort.
fn offices(form: &Form) -> Vec<Office> {
    let chosen = form.chosen(ELECTS);
    if chosen.is_empty() {
        return sort(form).usual_offices().to_vec();
    }
    // in the order in which the rules elect, whatever the order of choosing; a cell knows no standing committee
    let held = |office: &&Office| value_of(**office).is_some_and(|value| chosen.contains(&value));
    sort(form).offices().iter().filter(held).copied().collect()
}

fn beginning(ground: &Ground, form: &Form) -> Result<Beginning, Refusal> {
    let day = typed::day_needed(&form.text(DAY))?;
    let (starts, part_of_day) = typed::hour_or_part(&form.text(HOUR))?;
    let mut founding = ground.founding.clone();
    founding.sort = sort(form);
    founding.meeting = meeting(ground, form, day)?;
    let meeting = founding.meeting.clone();
    founding.meet_on(day, starts, part_of_day);
    founding.elect(offices(form).into_iter().map(|office| (office, election_title(&meeting, office))));
    if let Some(before) = &ground.before {
        for item in &mut founding.items {
            item.title = moved(&item.title, before, &meeting);
            item.script = moved(&item.script, before, &meeting);
        }
    }
    // what the rules say against it is told while the form is open
    founding.changes()?;
    let roster = form.choice(ROSTER).and_then(|place| usize::try_from(place).ok()?.checked_sub(1));
    let roster = roster.and_then(|place| ground.rosters.get(place)).map(|name| ground.folder.join(name));
    Ok(Beginning { founding, file: file(ground, form), roster })
}

fn meeting(ground: &Ground, form: &Form, day: NaiveDate) -> Result<Meeting, Refusal> {
    let unit = form.filled(UNIT).ok_or(Refusal::Blank { what: Noun::Unit })?;
    let ordinal = form.count(ORDINAL).map(|ordinal| u16::try_from(ordinal).unwrap_or(u16::MAX));
    Ok(Meeting {
        id: 1,
        kind: sort(form).kind(),
        unit,
        superior: form.text(SUPERIOR),
        ordinal,
        term: typed::term(&form.text(TERM))?,
        locality: form.text(LOCALITY),
        venue: form.filled(VENUE),
        regulation: regulation(form, day).number.to_owned(),
        ..ground.founding.meeting.clone()
    })
}

fn regulation(form: &Form, day: NaiveDate) -> Regulation {
    let place = form.choice(REGULATION).and_then(|place| usize::try_from(place).ok()?.checked_sub(1));
    place.and_then(|place| Regulation::all().get(place)).copied().unwrap_or_else(|| regulation_on(day))
}

/// The file that will be made: the name typed, or one made of the unit and the year.
fn file(ground: &Ground, form: &Form) -> PathBuf {
    let year = typed::day_needed(&form.text(DAY)).map(|day| day.format("%Y").to_string()).unwrap_or_default();
    let made_up = || {
        let words = fold(&form.text(UNIT));
        let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut name = String::new();
        for word in words {
            if name.len() + word.len() > LONGEST {
                break;
            }
            name.push_str(word);
            name.push('-');
        }
        let unnamed = if is_congress(form) { "dai-hoi-" } else { "hoi-nghi-" };
        format!("{}{year}", if name.is_empty() { unnamed } else { name.as_str() })
    };
    let name = form.filled(FILE).unwrap_or_else(made_up);
    let named = if Path::new(&name).extension().is_some_and(|ending| ending == "daihoi") {
        name
    } else {
        format!("{name}.daihoi")
    };
    ground.folder.join(named)
}

fn saying(ground: &Ground, form: &Form, lang: Lang) -> Vec<(Tone, String)> {
    let mut said = Vec::new();
    let elects = offices(form);
    if is_congress(form) {
        let words = if elects.is_empty() { w::nobody(lang).to_owned() } else { office_words(&elects, lang) };
        said.push((Tone::Plain, w::will_elect(lang, &words)));
    } else {
        said.push((Tone::Plain, w::review_asks(lang).to_owned()));
    }
    if let Ok(day) = typed::day_needed(&form.text(DAY)) {
        let profile = regulation(form, day);
        said.push((Tone::Plain, w::will_follow(lang, &format!("{} ({})", profile.number, profile.date))));
    }
    said.push((Tone::Good, w::will_make(lang, &file(ground, form).display().to_string())));
    said
}
