//! The forms before a round: calling an election, putting names on its list, requests to withdraw, decisions, known results.

use super::super::App;
use super::super::effect::Effect;
use super::super::form::{Choice, Form};
use super::super::people;
use super::super::words::elections as w;
use super::due::{could_stand, item_for, may_stand};
use crate::domain::decisions::{Change as Decisions, Matter};
use crate::domain::election::list::{Candidate, Source, Voters, attending};
use crate::domain::election::outcome::Next;
use crate::domain::election::{Change as E, Election, Office};
use crate::domain::id::{ElectionId, PersonId};
use crate::domain::meeting::Kind;
use crate::domain::people::Person;
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Lang, Refusal};
use crate::papers::issuing::election_title;

/// The word for an office.
pub fn office_word(office: Office, lang: Lang) -> &'static str {
    let word = match office {
        Office::Committee => w::committee,
        Office::StandingCommittee => w::standing_committee,
        Office::Secretary => w::secretary,
        Office::Deputy => w::deputy,
        Office::Inspection => w::inspection,
        Office::InspectionHead => w::inspection_head,
        Office::Delegates => w::delegates,
        Office::Alternates => w::alternate_delegates,
    };
    word(lang)
}

/// The offices that this kind of meeting elects: a cell has no standing committee and no inspection committee.
fn offices(congress: &Congress) -> impl Iterator<Item = Office> {
    let cell = congress.meeting().kind == Kind::Cell;
    let not_of_a_cell = [Office::StandingCommittee, Office::Inspection, Office::InspectionHead];
    Office::ALL.into_iter().filter(move |office| !(cell && not_of_a_cell.contains(office)))
}

/// The office that is called next: chi ủy (from nine members up), bí thư, phó bí thư, đại biểu.
fn office_next(congress: &Congress) -> Office {
    let meeting = congress.meeting();
    let small = congress.full_members().is_some_and(|members| members < meeting.regulation().sizes.committee_from);
    let called = |office: Office| congress.elections.iter().any(|election| election.office == office);
    let usual = [Office::Committee, Office::Secretary, Office::Deputy, Office::Delegates];
    let skip = |office: &Office| meeting.kind == Kind::Cell && small && *office == Office::Committee;
    usual.into_iter().find(|office| !called(*office) && !skip(office)).unwrap_or(Office::Delegates)
}

/// Calls an election, or corrects its entry.
pub(super) fn calling(app: &App, known: Option<&Election>) -> Form {
    let lang = app.lang();
    let meeting = app.congress.meeting().clone();
    let known = known.cloned();
    let office = known.as_ref().map_or_else(|| office_next(&app.congress), |election| election.office);
    let title = known.as_ref().map_or_else(|| election_title(&meeting, office), |election| election.title.clone());
    let allotted = known.as_ref().filter(|election| election.office.is_allotted());
    let seats = allotted.and_then(|election| election.seats);
    let alternates = known.as_ref().map(|election| election.alternates).filter(|alternates| *alternates > 0);
    let choices = offices(&app.congress).map(|office| Choice::new(office_word(office, lang), office_value(office)));
    let (choices, prefilled) = (choices.collect(), title.clone());
    let mut candidates = vec![Choice::new(w::nobody_prepared(lang), NOBODY)];
    candidates.extend(people::members(&app.congress, could_stand));
    let chosen = known.iter().flat_map(|election| &election.prepared).map(|person| person.0).collect();
    let several = meeting.kind != Kind::Cell;
    let voters = known.as_ref().map_or(Voters::Congress, |election| election.voters);
    let form = Form::new(w::call(lang), move |congress: &Congress, form: &Form| {
        let office = form.choice(0).and_then(office_at).unwrap_or(office);
        let typed = form.text(1);
        // a title nobody touched follows the office
        let title = if typed.is_empty() || (known.is_none() && typed == prefilled) {
            election_title(&meeting, office)
        } else {
            typed
        };
        let allotted = form.count(2).filter(|_| office.is_allotted());
        if office.is_allotted() && allotted.is_none() {
            return Err(Refusal::NoSeats);
        }
        let small = |number: Option<u32>| number.map(|number| u16::try_from(number).unwrap_or(u16::MAX));
        let id = known.as_ref().map_or_else(|| congress.elections.next_id(), |election| election.id);
        // a number prepared for this office waits for its vote
        let prepared = known.as_ref().filter(|election| election.office == office && !office.is_allotted());
        Ok(Change::Election(E::Called(Election {
            item: known.as_ref().map_or_else(|| item_for(congress), |election| election.item),
            voters: if form.choice(5) == Some(1) { Voters::Plenum } else { Voters::Congress },
            seats: prepared.map_or(small(allotted), |election| election.seats),
            size: prepared.and_then(|election| election.size),
            alternates: small(form.count(3)).unwrap_or(0),
            prepared: form.chosen(4).into_iter().filter(|person| *person != NOBODY).map(PersonId).collect(),
            ..Election::new(id, office, title)
        })))
    });
    let form = form
        .help(w::call_help(lang))
        .pick(w::office(lang), choices, Some(office_value(office)))
        .line(w::title(lang), &title)
        .number(w::allotted_seats(lang), seats.map(u32::from))
        .number(w::alternates(lang), alternates.map(u32::from))
        .several(w::prepared(lang), candidates, chosen);
    if !several {
        return form;
    }
    let voting = vec![Choice::new(w::by_congress(lang), 0), Choice::new(w::by_plenum(lang), 1)];
    form.pick(w::who_elects(lang), voting, Some(u32::from(voters == Voters::Plenum)))
}

fn office_value(office: Office) -> u32 {
    (0..).zip(Office::ALL).find(|(_, other)| *other == office).map_or(0, |(place, _)| place)
}

fn office_at(value: u32) -> Option<Office> {
    Office::ALL.into_iter().find(|office| office_value(*office) == value)
}

/// Those who may be put on the list now; before anybody may, those who could stand at all.
fn eligible(congress: &Congress, election: ElectionId) -> Vec<Choice> {
    let free = |person: &Person| {
        could_stand(person)
            && !matches!(
                may_stand(congress, election, person.id),
                Err(Refusal::NamedTwice { .. }
                    | Refusal::NotInCommittee { .. }
                    | Refusal::AlreadySecretary { .. }
                    | Refusal::CandidateCounts { .. })
            )
    };
    people::members(congress, free)
}

/// Puts several names on the list that the outgoing committee prepared.
pub(super) fn nominating(app: &App, election: &Election) -> Form {
    let (lang, id) = (app.lang(), election.id);
    Form::new(format!("{}: {}", w::nominate(lang), election.title), move |congress: &Congress, form: &Form| {
        // all are asked before one is recorded: a name that is refused keeps the form open with all of them
        let people: Vec<PersonId> = form.chosen(0).into_iter().map(PersonId).collect();
        all_may_stand(congress, id, &people)?;
        let person = form.choice(0).map(PersonId).ok_or(Refusal::Blank { what: Noun::Name })?;
        Ok(candidate(id, person, (Source::Prepared, None)))
    })
    .help(w::nominate_help(lang))
    .several(w::names(lang), eligible(&app.congress, id), Vec::new())
    .for_each()
}

/// Puts the names on the list that the outgoing committee prepared: all are asked before one is recorded.
pub(super) fn nominating_prepared(election: ElectionId, people: &[PersonId]) -> Vec<Effect> {
    let nominations = people.iter().map(|person| {
        let (all, person) = (people.to_vec(), *person);
        Effect::record(move |congress| {
            all_may_stand(congress, election, &all)?;
            Ok(candidate(election, person, (Source::Prepared, None)))
        })
    });
    nominations.flatten().collect()
}

/// Asks of every name whether it may be on the list; one that is there already may.
fn all_may_stand(congress: &Congress, election: ElectionId, people: &[PersonId]) -> Result<(), Refusal> {
    let asked = |person: &PersonId| match may_stand(congress, election, *person) {
        Err(Refusal::NamedTwice { .. }) | Ok(()) => Ok(()),
        Err(refusal) => Err(refusal),
    };
    people.iter().try_for_each(asked)
}

/// Puts one name on the list that came from the floor, with those who support it.
pub(super) fn from_floor(app: &App, election: &Election) -> Form {
    let (lang, id) = (app.lang(), election.id);
    let present = attending(&app.congress, election);
    let needed = app.congress.meeting().regulation().support_needed(present);
    let all = |person: &Person| !matches!(may_stand(&app.congress, id, person.id), Err(Refusal::NamedTwice { .. }));
    // a plenum takes its names from its own number, so that nobody else is offered
    let offered = match election.voters {
        Voters::Congress => people::members(&app.congress, all),
        Voters::Plenum => eligible(&app.congress, id),
    };
    let sources = vec![Choice::new(w::floor(lang), 0), Choice::new(w::own_accord(lang), 1)];
    Form::new(format!("{}: {}", w::from_floor(lang), election.title), move |_: &Congress, form: &Form| {
        let person = form.choice(0).map(PersonId).ok_or(Refusal::Blank { what: Noun::Name })?;
        let source = if form.choice(1) == Some(1) { Source::OwnAccord } else { Source::Floor };
        Ok(candidate(id, person, (source, form.count(2))))
    })
    .help(w::floor_help(lang, needed, present))
    .pick(w::name(lang), offered, None)
    .pick(w::how(lang), sources, Some(0))
    .number(w::support(lang), None)
}

fn candidate(election: ElectionId, person: PersonId, (source, support): (Source, Option<u32>)) -> Change {
    Change::Election(E::Nominated(Candidate { source, support, ..Candidate::new(election, person) }))
}

/// Enters a candidate's request to withdraw.
pub(super) fn withdrawing(app: &App, election: &Election) -> Form {
    let (lang, id) = (app.lang(), election.id);
    let on_list = people::members(&app.congress, |person| {
        app.congress.candidates.get(&(id, person.id)).is_some_and(|candidate| candidate.withdrawal.is_none())
    });
    Form::new(format!("{}: {}", w::withdraw(lang), election.title), move |_: &Congress, form: &Form| {
        let person = form.choice(0).map(PersonId).ok_or(Refusal::Blank { what: Noun::Name })?;
        Ok(Change::Election(E::WithdrawalAsked { election: id, person, reason: form.text(1) }))
    })
    .help(w::withdraw_help(lang))
    .pick(w::name(lang), on_list, None)
    .line(w::reason(lang), "")
}

/// The choices of a decision; behind them the names that may be left off a list.
const FURTHER: u32 = 0;
const LEAVE_OPEN: u32 = 1;
const SAME_NAMES: u32 = 2;
const FIRST_NAME: u32 = 1_000_000;

/// Records what the congress decides: a further round, or leaving the seats open.
pub(super) fn deciding(app: &App, election: &Election, next: Option<Next>) -> Form {
    let (lang, id, at) = (app.lang(), election.id, app.now());
    let further = Choice::new(w::further_round(lang), FURTHER);
    let same_names = Choice::new(w::further_same_names(lang), SAME_NAMES);
    let open = Choice::new(w::leave_open(lang), LEAVE_OPEN);
    let tied = app.congress.tied_by_opinion(id);
    let off = |person: &PersonId| {
        let name = app.congress.people.get(person).map_or("", |person| person.name.as_str());
        Choice::new(w::leave_off(lang, name), FIRST_NAME.saturating_add(person.0))
    };
    let (choices, help) = match next {
        _ if !tied.is_empty() && !election.list_settled() => (tied.iter().map(off).collect(), w::leave_off_help(lang)),
        Some(Next::SuperiorAppoints) => {
            (vec![Choice::new(w::superior_appoints(lang), LEAVE_OPEN)], w::appoints_help(lang))
        }
        None => (vec![open], w::decide_help(lang)),
        Some(_) => (vec![further, same_names, open], w::decide_help(lang)),
    };
    let first = choices.first().map(|choice| choice.value);
    Form::new(format!("{}: {}", w::decide(lang), election.title), move |congress: &Congress, form: &Form| {
        let matter = match form.choice(0) {
            Some(FURTHER) => Matter::FurtherRound(id),
            Some(SAME_NAMES) => Matter::FurtherRoundSameNames(id),
            Some(person) if person > FIRST_NAME => {
                Matter::LeaveOffList { election: id, person: PersonId(person - FIRST_NAME) }
            }
            _ => Matter::LeaveSeatsOpen(id),
        };
        let decision = matter.taken(congress.decisions.next_id(), form.text(1), at);
        Ok(Change::Decisions(Decisions::Taken(decision)))
    })
    .help(help)
    .pick(w::decision(lang), choices, first)
    .line(w::ground(lang), "")
}

/// The choice that stands for nobody: a source that names none, a list not prepared.
const NOBODY: u32 = 0;

/// Records a result known from a source that gives no votes.
pub(super) fn stating(app: &App, election: &Election) -> Form {
    let (lang, id) = (app.lang(), election.id);
    let mut choices = vec![Choice::new(w::nobody_named(lang), NOBODY)];
    choices.extend(people::members(&app.congress, could_stand));
    Form::new(format!("{}: {}", w::state(lang), election.title), move |_: &Congress, form: &Form| {
        let chosen = form.chosen(0);
        if chosen.is_empty() {
            return Err(Refusal::Blank { what: Noun::Name });
        }
        let named = !chosen.contains(&NOBODY);
        let elected = named.then(|| chosen.into_iter().map(PersonId).collect());
        Ok(Change::Election(E::ResultStated { election: id, elected }))
    })
    .help(w::state_help(lang))
    .several(w::elected_people(lang), choices, Vec::new())
}

/// How a name came onto the list, after the name; nothing for those prepared.
pub(super) fn source_word(source: Source, lang: Lang) -> &'static str {
    match source {
        Source::Prepared => "",
        Source::Floor => w::source_floor(lang),
        Source::OwnAccord => w::source_own(lang),
    }
}
