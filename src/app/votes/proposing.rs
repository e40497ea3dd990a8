//! Before the hands: who is proposed for a body, which number, and the text that is put to the hall.

use super::count::{against, measure};
use super::row::{Row, body_word, title};
use super::stage::{self, Stage, body, stage};
use super::text;
use crate::app::App;
use crate::app::effect::Effect;
use crate::app::form::{Choice, Form, Tone};
use crate::app::people::in_order;
use crate::app::words::votes as w;
use crate::domain::attendance::Presence;
use crate::domain::bodies::{self, Body, BodyKind, Change as Bodies};
use crate::domain::election::list::Voters;
use crate::domain::election::{Candidate, Election, Office, result};
use crate::domain::id::{ElectionId, PersonId};
use crate::domain::meeting::{Kind, Roster};
use crate::domain::motions::{Change as Motions, Count, Motion, Subject};
use crate::domain::people::{Person, Standing};
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Lang, Refusal};

/// The choice of the plenum where it is asked who votes.
const PLENUM: u32 = 1;

/// A motion as it is put now, in the item under way.
fn motion(congress: &Congress, subject: Subject, text: String) -> Motion {
    let item = congress.item_now().map(|item| item.id);
    let voters = congress.hands_on(subject).unwrap_or_default();
    Motion { id: congress.motions.next_id(), subject, text, item, voters, vote: None }
}

/// Puts the ready text of a row, without asking.
fn put_ready(congress: &Congress, row: Row) -> Result<Change, Refusal> {
    let subject = stage::subject(congress, row).ok_or(Refusal::Blank { what: Noun::Text })?;
    Ok(Change::Motions(Motions::Put(motion(congress, subject, text::ready(congress, row)))))
}

/// Records a vote on a row in one step for the person: the motion is put first, where it was not put yet.
pub(super) fn put_and_vote(app: &App, row: Row, count: Count) -> Vec<Effect> {
    let (who, at) = (app.seat.who, app.now());
    let mut effects = Vec::new();
    if !matches!(stage(&app.congress, row), Stage::Put(_)) {
        effects.extend(Effect::record(move |congress| put_ready(congress, row)));
    }
    effects.extend(Effect::record(move |congress| {
        if let Stage::Put(motion) = stage(congress, row) {
            return Ok(Change::Motions(Motions::Voted { motion, at, count: count.clone() }));
        }
        // the motion was refused just before: this says why again, instead of covering it
        congress.judge(who, &put_ready(congress, row)?)?;
        Err(Refusal::Unknown { what: Noun::Motion, number: 0 })
    }));
    effects
}

/// The form that puts a row to the hall, with its ready text.
pub(super) fn putting(app: &App, row: Row) -> Form {
    let lang = app.lang();
    let form = Form::new(w::put(lang), move |congress: &Congress, form: &Form| {
        let subject = stage::subject(congress, row).ok_or(Refusal::Blank { what: Noun::Text })?;
        Ok(Change::Motions(Motions::Put(motion(congress, subject, form.text(0)))))
    });
    let form = form.help(w::put_help(lang)).line(w::text(lang), &text::ready(&app.congress, row));
    let voters = stage::voters(&app.congress, row);
    read_out(form, move |_, form| (voters, form.text(0)), lang)
}

/// The form that puts something of no other row; once there is a committee, also to its plenum.
pub(super) fn putting_other(app: &App) -> Form {
    let lang = app.lang();
    let form = Form::new(w::another(lang), move |congress: &Congress, form: &Form| {
        let (voters, text) = another(congress, form);
        Ok(Change::Motions(Motions::Put(Motion { voters, ..motion(congress, Subject::Other, text) })))
    });
    let form =
        form.help(w::another_help(lang, text::hall_word(&app.congress, Voters::Congress))).line(w::text(lang), "");
    let committee = app.congress.committee_election().and_then(|it| result::elected(&app.congress, it));
    let form = match committee {
        Some(members) if !members.is_empty() => {
            let voting = vec![Choice::new(w::by_congress(lang), 0), Choice::new(w::by_plenum(lang), PLENUM)];
            form.pick(w::who_votes(lang), voting, Some(0))
        }
        _ => form,
    };
    read_out(form, another, lang)
}

/// Who votes on something of no other row, and the whole sentence.
fn another(congress: &Congress, form: &Form) -> (Voters, String) {
    let voters = if form.choice(1) == Some(PLENUM) { Voters::Plenum } else { Voters::Congress };
    (voters, text::another(congress, voters, &form.text(0)))
}

/// Shows the whole text as it will be read out, and what the vote will be measured against.
fn read_out(form: Form, worded: impl Fn(&Congress, &Form) -> (Voters, String) + 'static, lang: Lang) -> Form {
    form.saying(move |congress: &Congress, form: &Form| {
        let (voters, text) = worded(congress, form);
        let against = (Tone::Plain, against(measure(congress, voters), lang));
        if text.is_empty() { vec![against] } else { vec![(Tone::Good, format!("«{text}»")), against] }
    })
}

/// The form that asks for a number to elect and puts it; of a body above the cell it asks for the size too.
pub(super) fn seats(app: &App, id: ElectionId) -> Form {
    let lang = app.lang();
    let known = app.congress.elections.get(&id);
    let larger = |election: &&Election| {
        election.size.is_some() || (election.office.has_size() && app.congress.meeting().kind != Kind::Cell)
    };
    let body = known.filter(larger);
    let own_text = if body.is_some() { 2 } else { 1 };
    let title = w::seats_of(lang, title(&app.congress, id));
    let form = Form::new(title, move |congress: &Congress, form: &Form| {
        let (seats, size) = number_typed(form, own_text).unwrap_or_default();
        let text = form.filled(own_text).unwrap_or_else(|| text::seats(congress, id, (seats, size)));
        Ok(Change::Motions(Motions::Put(motion(congress, Subject::Seats { election: id, seats, size }, text))))
    });
    let seats = known.and_then(|election| election.seats);
    let form = form.help(w::seats_help(lang)).number(w::seats(lang), seats.map(u32::from));
    let form = match body {
        Some(election) => form.number(w::size(lang), election.size.map(u32::from)),
        None => form,
    };
    let said = move |congress: &Congress, form: &Form| seats_said(congress, id, (form, own_text), lang);
    form.line(w::own_text(lang), "").saying(said)
}

/// The number typed, and the size typed in the rows before the text; none while there is no number.
fn number_typed(form: &Form, own_text: usize) -> Option<(u16, Option<u16>)> {
    let small = |row: usize| form.count(row).map(|number| u16::try_from(number).unwrap_or(u16::MAX));
    Some((small(0)?, if own_text > 1 { small(1) } else { None }))
}

fn seats_said(
    congress: &Congress,
    id: ElectionId,
    (form, own_text): (&Form, usize),
    lang: Lang,
) -> Vec<(Tone, String)> {
    let mut said = Vec::new();
    let Some(election) = congress.elections.get(&id) else { return said };
    if let Some((seats, size)) = number_typed(form, own_text).filter(|(seats, _)| *seats > 0) {
        let text = form.filled(own_text).unwrap_or_else(|| text::seats(congress, id, (seats, size)));
        said.push((Tone::Good, format!("«{text}»")));
        said.push(names_allowed(congress, election, seats, lang));
    }
    if let Some(largest) = largest(congress, election) {
        said.push((Tone::Plain, w::largest(lang, largest)));
    }
    said
}

/// The most members of this body, where a rule says so: a cell's committee, one secretary.
fn largest(congress: &Congress, election: &Election) -> Option<u16> {
    let meeting = congress.meeting();
    match election.office {
        Office::Committee if meeting.kind == Kind::Cell => Some(meeting.regulation().sizes.cell_committee),
        Office::Secretary => Some(1),
        _ => None,
    }
}

/// How many names the list may hold for a number of seats (rules §4).
pub fn names_allowed(congress: &Congress, election: &Election, seats: u16, lang: Lang) -> (Tone, String) {
    let list = congress.meeting().regulation().list;
    let single = seats == 1 && matches!(election.office, Office::Secretary | Office::Deputy);
    let most = if single { 1 } else { congress.meeting().regulation().max_surplus(seats) };
    let required = matches!(election.office, Office::Committee | Office::StandingCommittee);
    let fewest = if required { list.required_surplus } else { 0 };
    match (seats.saturating_add(fewest), seats.saturating_add(most)) {
        // 30 % of one or two seats is not a whole name, and yet a surplus is required
        (from, to) if from > to => (Tone::Bad, w::no_list_possible(lang, seats)),
        (from, to) if from == to => (Tone::Plain, w::names_exactly(lang, from, most)),
        (from, to) => (Tone::Plain, w::names_allowed(lang, from, to, most)),
    }
}

/// The form that proposes a body, or corrects its proposal. After a vote another proposal begins.
pub(super) fn body_form(app: &App, kind: BodyKind, election: Option<ElectionId>) -> Form {
    let lang = app.lang();
    let known = body(&app.congress, kind, election);
    let chosen = known.map(|body| body.members.iter().map(|member| member.0).collect()).unwrap_or_default();
    let named = body_word(kind, app.congress.meeting().kind)(lang);
    let title = election.map_or_else(
        || w::propose(lang, named),
        |election| w::propose_for(lang, named, self::title(&app.congress, election)),
    );
    Form::new(title, move |congress: &Congress, form: &Form| {
        let voted = matches!(stage(congress, Row::Body(kind, election)), Stage::Lost(_) | Stage::Carried(_));
        let known = body(congress, kind, election).filter(|_| !voted);
        let id = known.map_or_else(|| congress.bodies.next_id(), |body| body.id);
        let members = form.chosen(0).into_iter().map(PersonId).collect();
        Ok(Change::Bodies(Bodies::Proposed(Body { id, kind, election, members, elected_by: None })))
    })
    .help(w::propose_help(lang))
    .several(w::members(lang), choices(&app.congress, kind, election, lang), chosen)
    .saying(move |congress: &Congress, form: &Form| body_said(congress, kind, form, lang))
}

/// The roster in name order, those who may be chosen first, the others with the reason beside the name.
fn choices(congress: &Congress, kind: BodyKind, election: Option<ElectionId>, lang: Lang) -> Vec<Choice> {
    let people =
        in_order(congress).into_iter().map(|person| (person, hindrance(congress, kind, election, person, lang)));
    let (free, hindered): (Vec<_>, Vec<_>) = people.partition(|(_, why)| why.is_none());
    let label = |person: &Person, why: Option<&str>| match (why, person.office.as_deref()) {
        (Some(why), _) => format!("{} – {why}", person.name),
        (None, Some(office)) => format!("{} – {office}", person.name),
        (None, None) => person.name.clone(),
    };
    free.into_iter().chain(hindered).map(|(person, why)| Choice::new(label(person, why), person.id.0)).collect()
}

/// Why a person is better not chosen. The rule itself is the domain's, and refuses.
fn hindrance(
    congress: &Congress,
    kind: BodyKind,
    election: Option<ElectionId>,
    person: &Person,
    lang: Lang,
) -> Option<&'static str> {
    let counting = kind == BodyKind::Counting;
    let stands = |other: &Election| {
        let here = election.is_none_or(|election| election == other.id);
        here && congress.candidates.get(&(other.id, person.id)).is_some_and(Candidate::stands)
    };
    let why = match person.standing {
        Standing::Suspended => w::is_suspended,
        Standing::Probationary if counting => w::is_probationary,
        _ if counting && bodies::refuse_no_voter(congress, election, person).is_err() => w::has_no_vote,
        _ if counting && congress.elections.iter().any(stands) => w::is_candidate,
        // of a roster of a few named people nobody was called: that they were not there is not known
        _ if congress.presence(person.id) == Some(Presence::Present) => return None,
        _ if congress.meeting().roster == Roster::Complete || congress.presence(person.id).is_some() => w::is_away,
        _ => return None,
    };
    Some(why(lang))
}

fn body_said(congress: &Congress, kind: BodyKind, form: &Form, lang: Lang) -> Vec<(Tone, String)> {
    let chosen = form.chosen(0);
    let names: Vec<&str> = chosen.iter().map(|member| super::row::name(congress, PersonId(*member))).collect();
    let mut said = Vec::new();
    if !names.is_empty() {
        said.push((Tone::Good, w::chosen(lang, names.len(), &names.join(", "))));
    }
    let sizes = congress.meeting().regulation().sizes;
    if congress.meeting().kind == Kind::Cell {
        let most = usize::from(sizes.cell_presidium);
        match kind {
            BodyKind::Presidium if names.len() > most => said.push((Tone::Bad, w::presidium_size(lang, most))),
            BodyKind::Presidium => said.push((Tone::Plain, w::presidium_size(lang, most))),
            BodyKind::Counting => said.push((Tone::Plain, w::counting_size(lang, sizes.cell_counters))),
            BodyKind::Secretariat | BodyKind::Credentials => {}
        }
    }
    said
}
