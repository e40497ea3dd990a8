//! What the presidium asks while it sits, answered in the palette: who has not spoken, how long somebody spoke, what was voted on an
//! item, how many women, who is absent without a reason, what is still open. Everything is read from the congress; nothing is stored.

use super::action::{Action, Screen};
use super::floor::{summary, timing};
use super::people::in_order;
use super::words::answers as w;
use super::{App, closing};
use crate::domain::agenda::Item;
use crate::domain::attendance::Presence;
use crate::domain::election::result;
use crate::domain::figures::Percent;
use crate::domain::floor::Speaker;
use crate::domain::fold::fold;
use crate::domain::id::{GuestId, ItemId, PersonId, SpeechId};
use crate::domain::meeting::Roster;
use crate::domain::motions::{Count, Motion, Subject};
use crate::domain::people::Sex;
use crate::domain::{Congress, Lang};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Who has not spoken.
    Silent,
    /// How many women.
    Women,
    /// Who is absent without a reason.
    Unexcused,
    /// What is still open before closing.
    Open,
    /// What was voted on an item.
    Item(ItemId),
    /// How long somebody on the roster spoke.
    Person(PersonId),
    /// How long a guest spoke.
    Guest(GuestId),
    /// How long somebody on no list spoke: whose speech this is.
    Other(SpeechId),
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question in words.
    pub question: String,
    /// The answer in one line.
    pub short: String,
    /// The whole answer, line by line, where it is longer.
    pub whole: Vec<String>,
    /// Where more is to be seen.
    pub screen: Screen,
}

impl Answer {
    /// The row of the palette.
    pub fn label(&self) -> String {
        format!("{}  {}", self.question, self.short)
    }
}

/// The words by which a question is found besides its own, in both languages without marks.
fn more_words(question: Question) -> &'static str {
    match question {
        Question::Silent => {
            "ai nguoi dong chi nao con bao nhieu chua noi len tieng im lang \
             who has hasn't not spoken speak yet silent never"
        }
        Question::Women => {
            "phu nu bao nhieu may so luong ty le dai bieu dang vien dong chi \
             how many women are there present female number share of"
        }
        Question::Unexcused => {
            "nguoi dong chi nao vang mat khong co phep ly do \
             who is who's absent without a reason missing unexcused"
        }
        Question::Open => {
            "nhung viec gi nao con mo con do con lai ton chua xong lam truoc khi be mac ket thuc khoa ho so \
             what is what's still open left to do before we close closing unfinished"
        }
        Question::Item(_) => {
            "muc so bieu quyet ket qua the nao ra sao noi dung da chua \
             what was did we vote voted decided result outcome of on item"
        }
        Question::Person(_) | Question::Guest(_) | Question::Other(_) => {
            "noi bao lau may phut may lan thoi gian phat bieu dong chi anh chi ong ba da \
             how long did has does talked talk spoken speak time minutes"
        }
    }
}

/// Every question that can be asked now with its answer and the letters it is found by.
pub fn all(app: &App) -> Vec<(Question, Answer, String)> {
    let congress = &app.congress;
    let spoken = Spoken::of(congress, app.now());
    let mut questions = vec![Question::Silent, Question::Women, Question::Unexcused, Question::Open];
    questions.extend(congress.whole_agenda().into_iter().map(|item| Question::Item(item.id)));
    questions.extend(in_order(congress).into_iter().map(|person| Question::Person(person.id)));
    questions.extend(congress.guests.iter().map(|guest| Question::Guest(guest.id)));
    let strangers = congress.speeches.iter().filter(|speech| matches!(speech.speaker, Speaker::Other { .. }));
    questions.extend(strangers.map(|speech| Question::Other(speech.id)));
    let numbers = numbers(congress);
    let told = |question: Question| {
        let answer = answered(app, question, (&spoken, &numbers));
        let found_by = format!("{} {}", fold(&answer.label()), more_words(question));
        (question, answer, found_by)
    };
    questions.into_iter().map(told).collect()
}

/// The answer to one question.
pub fn answer(app: &App, question: Question) -> Answer {
    let spoken = Spoken::of(&app.congress, app.now());
    answered(app, question, (&spoken, &numbers(&app.congress)))
}

/// The answer under the cursor of the palette, where a question stands there.
pub fn of_action(app: &App, action: Action) -> Option<Answer> {
    match action {
        Action::Answer(question) => Some(answer(app, question)),
        _ => None,
    }
}

type Numbers = BTreeMap<ItemId, (usize, Option<usize>)>;

/// The number of each item in its session, and of the session where there are several.
fn numbers(congress: &Congress) -> Numbers {
    let several = congress.sessions.len() > 1;
    let mut numbers = BTreeMap::new();
    for (session, sitting) in (1..).zip(congress.sessions_in_order()) {
        for (number, item) in (1..).zip(congress.agenda(sitting.id)) {
            numbers.insert(item.id, (number, several.then_some(session)));
        }
    }
    numbers
}

/// How often and how long each speaker spoke, in seconds; how long is none where an hour is not known.
struct Spoken(BTreeMap<String, (usize, Option<i64>)>);

impl Spoken {
    fn of(congress: &Congress, now: NaiveDateTime) -> Self {
        let mut spoken = BTreeMap::new();
        for speech in congress.speeches.iter().filter(|speech| speech.started_at.is_some()) {
            let row = spoken.entry(key(&speech.speaker)).or_insert((0, Some(0)));
            row.0 += 1;
            row.1 = row.1.zip(timing::seconds(speech, now)).map(|(all, this)| all + this);
        }
        Self(spoken)
    }

    fn told(&self, speaker: &Speaker, lang: Lang) -> String {
        match self.0.get(&key(speaker)) {
            Some((times, Some(seconds))) => w::times(lang, *times, seconds / 60, seconds % 60),
            Some((times, None)) => w::times_alone(lang, *times),
            None => w::not_spoken(lang).to_owned(),
        }
    }
}

/// Two people of one name are two.
fn key(speaker: &Speaker) -> String {
    match speaker {
        Speaker::Person(person) => format!("p{person}"),
        Speaker::Guest(guest) => format!("g{guest}"),
        Speaker::Other { name, office } => format!("o{name}\n{office}"),
    }
}

fn answered(app: &App, question: Question, (spoken, numbers): (&Spoken, &Numbers)) -> Answer {
    let (congress, lang) = (&app.congress, app.lang());
    let speech = |speaker: &Speaker| Answer {
        question: w::spoken(lang, congress.speaker_name(speaker)),
        short: spoken.told(speaker, lang),
        whole: Vec::new(),
        screen: Screen::Floor,
    };
    match question {
        Question::Silent => silent(congress, lang),
        Question::Women => women(congress, lang),
        Question::Unexcused => unexcused(congress, lang),
        Question::Open => open(congress, lang),
        Question::Item(id) => item(congress, id, numbers.get(&id), lang),
        Question::Person(person) => speech(&Speaker::Person(person)),
        Question::Guest(guest) => speech(&Speaker::Guest(guest)),
        Question::Other(id) => match congress.speeches.get(&id) {
            Some(known) => speech(&known.speaker),
            None => silent(congress, lang),
        },
    }
}

fn names(names: &[&str], lang: Lang) -> String {
    if names.is_empty() { w::nobody(lang).to_owned() } else { w::people(lang, names.len(), &names.join(", ")) }
}

/// Who of everybody; not stated where the roster is not everybody.
fn of_everybody(congress: &Congress, of: &[&str], lang: Lang) -> String {
    match congress.meeting().roster {
        Roster::Complete => names(of, lang),
        Roster::NamedOnly => w::not_stated(lang).to_owned(),
    }
}

fn silent(congress: &Congress, lang: Lang) -> Answer {
    let short = of_everybody(congress, &summary::silent(congress), lang);
    Answer { question: w::silent(lang).to_owned(), short, whole: Vec::new(), screen: Screen::Floor }
}

fn women(congress: &Congress, lang: Lang) -> Answer {
    let hall = congress.hall();
    let belongs = || congress.people.iter().filter(|person| person.is_summoned() || person.votes());
    let listed = belongs().filter(|person| person.sex == Some(Sex::Female)).count();
    let unknown = belongs().filter(|person| person.sex.is_none()).count();
    let short = match hall.stated(hall.women) {
        None => w::not_stated(lang).to_owned(),
        Some(women) => {
            let share = Percent::of(u64::from(women), u64::from(hall.present));
            let share = share.map(|share| format!(" = {share} %")).unwrap_or_default();
            let mut said = vec![w::women_present(lang, women, hall.present, &share)];
            said.push(w::women_listed(lang, listed, belongs().count()));
            said.extend((unknown > 0).then(|| w::sex_unknown(lang, unknown)));
            said.join(" · ")
        }
    };
    Answer { question: w::women(lang).to_owned(), short, whole: Vec::new(), screen: Screen::Roll }
}

fn unexcused(congress: &Congress, lang: Lang) -> Answer {
    let session = congress.session_now().map(|session| session.id);
    let without = |person: PersonId| {
        let row = session.and_then(|session| congress.attendance_of(session, person));
        row.is_some_and(|row| row.presence == Presence::Absent && row.reason.is_none())
    };
    let absent: Vec<&str> =
        in_order(congress).into_iter().filter(|person| without(person.id)).map(|person| person.name.as_str()).collect();
    let hall = congress.hall();
    let mut said = vec![of_everybody(congress, &absent, lang)];
    said.extend(
        hall.stated(hall.uncalled).filter(|uncalled| *uncalled > 0).map(|uncalled| w::uncalled(lang, uncalled)),
    );
    Answer {
        question: w::unexcused(lang).to_owned(), short: said.join(" · "), whole: Vec::new(), screen: Screen::Roll
    }
}

fn open(congress: &Congress, lang: Lang) -> Answer {
    let whole = closing::all_told(congress, lang);
    let short = match whole.first() {
        None => w::nothing(lang).to_owned(),
        Some(first) => format!("{}: {first}", w::matters(lang, whole.len())),
    };
    Answer { question: w::open(lang).to_owned(), short, whole, screen: Screen::Run }
}

fn item(congress: &Congress, id: ItemId, number: Option<&(usize, Option<usize>)>, lang: Lang) -> Answer {
    let title = congress.items.get(&id).map_or("", |item| item.title.as_str());
    let question = match number {
        Some((number, Some(session))) => w::item_of(lang, *number, *session, title),
        Some((number, None)) => w::item(lang, *number, title),
        None => w::item(lang, 0, title),
    };
    let mut whole: Vec<String> = congress
        .motions
        .iter()
        .filter(|motion| congress.items.get(&id).is_some_and(|item| belongs(congress, motion, item)))
        .map(|motion| format!("«{}»: {}", motion.text, outcome(motion, lang)))
        .collect();
    whole.extend(elected(congress, id, lang));
    let short = if whole.is_empty() { w::not_voted(lang).to_owned() } else { whole.join(" · ") };
    Answer { question, short, whole, screen: Screen::Votes }
}

/// Whether a vote was held in an item, or on the report that the item hears.
fn belongs(congress: &Congress, motion: &Motion, item: &Item) -> bool {
    let of_report = match motion.subject {
        Subject::Report(report) => congress.reports.get(&report).and_then(|report| report.item),
        _ => None,
    };
    of_report.or(motion.item) == Some(item.id)
}

fn outcome(motion: &Motion, lang: Lang) -> String {
    let Some(vote) = &motion.vote else { return w::waiting(lang).to_owned() };
    let outcome = if vote.carried() { w::carried(lang) } else { w::lost(lang) };
    match (&vote.count, vote.hands()) {
        (Count::Unanimous, _) => format!("{}, {outcome}", w::unanimous(lang)),
        (_, Some(hands)) => format!("{} – {outcome}", w::hands(lang, hands.agree, hands.disagree, hands.other)),
        (_, None) => format!("{outcome} ({})", w::not_stated(lang)),
    }
}

/// Who was elected in an item, once it is announced.
fn elected(congress: &Congress, id: ItemId, lang: Lang) -> Vec<String> {
    let of_item = congress.elections.iter().filter(|election| election.item == Some(id));
    let told = of_item.filter_map(|election| {
        let people = result::elected(congress, election)?;
        let names: Vec<&str> =
            people.iter().filter_map(|person| Some(congress.people.get(person)?.name.as_str())).collect();
        let names = if names.is_empty() { w::nobody(lang).to_owned() } else { names.join(", ") };
        Some(w::elected(lang, &election.title, &names))
    });
    told.collect()
}
