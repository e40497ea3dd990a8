//! The checklist of one election as rows: every step, whether it is done, and the facts of those that are.

use super::super::words::{Word, elections as w};
use super::due::papers_kept;
use crate::domain::election::steps::{Stage, Step, stage};
use crate::domain::election::{Election, Entry, Round, RoundState};
use crate::domain::figures::clock;
use crate::domain::id::{MotionId, PersonId};
use crate::domain::motions::Count;
use crate::domain::people::Person;
use crate::domain::{Congress, Lang};
use chrono::NaiveDateTime;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Done.
    Done,
    /// Due now.
    Due,
    /// Not needed so far.
    NotNeeded,
    /// Stopped: the ballots were annulled.
    Stopped,
    /// Still to come.
    Ahead,
}

/// A row of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The step.
    pub step: Step,
    /// How far it is.
    pub mark: Mark,
    /// Its facts, empty where there are none yet.
    pub facts: String,
}

/// The word for a step.
pub fn step_word(step: Step) -> Word {
    match step {
        Step::Seats => w::step_seats,
        Step::Nominations => w::step_nominations,
        Step::Withdrawals => w::step_withdrawals,
        Step::List => w::step_list,
        Step::CountingCommittee => w::step_counting,
        Step::Base => w::step_base,
        Step::Box => w::step_box,
        Step::Issue => w::step_issue,
        Step::Collect => w::step_collect,
        Step::Report => w::step_report,
        Step::Bundles => w::step_bundles,
        Step::Count => w::step_count,
        Step::Close => w::step_close,
        Step::Confirm => w::step_confirm,
        Step::Announce => w::step_announce,
        Step::HandOver => w::step_hand_over,
    }
}

/// Where an election stands, in a word: its step, or how it ended.
pub fn stage_word(congress: &Congress, election: &Election, lang: Lang) -> &'static str {
    match stage(congress, election) {
        Stage::At(step) => step_word(step)(lang),
        Stage::Decide(_) => w::decides(lang),
        Stage::Annulled => w::annulled(lang),
        Stage::Over if papers_kept(congress, election.id).is_some() => w::step_hand_over(lang),
        Stage::Over => w::over(lang),
        Stage::Stated => w::stated(lang),
    }
}

/// The rows of the checklist, the row of the due step last in the pair where one is due.
pub fn rows(congress: &Congress, election: &Election, lang: Lang) -> (Vec<Row>, Option<usize>) {
    let stage = stage(congress, election);
    let round = round_shown(congress, election, stage);
    let rows: Vec<Row> = Step::ALL
        .into_iter()
        .map(|step| {
            let mark = mark(congress, election, (stage, round), step);
            let shown = matches!(mark, Mark::Done | Mark::Stopped) || step == Step::Count || step <= Step::Nominations;
            let facts = if shown { facts(congress, election, (step, round), lang) } else { String::new() };
            Row { step, mark, facts }
        })
        .collect();
    let due = rows.iter().position(|row| matches!(row.mark, Mark::Due | Mark::Stopped));
    (rows, due)
}

/// The round whose steps the checklist shows: none while the next one is not opened.
fn round_shown<'a>(congress: &'a Congress, election: &Election, stage: Stage) -> Option<&'a Round> {
    match stage {
        Stage::At(step) if step <= Step::Base => None,
        _ => congress.round_now(election.id),
    }
}

fn mark(congress: &Congress, election: &Election, (stage, round): (Stage, Option<&Round>), step: Step) -> Mark {
    let done = |done: bool| if done { Mark::Done } else { Mark::Ahead };
    let withdrawals = congress.candidates_of(election.id).any(|candidate| candidate.withdrawal.is_some());
    match (stage, step) {
        (Stage::At(due), step) if due == step => Mark::Due,
        (Stage::Annulled, Step::Collect) => Mark::Stopped,
        (_, Step::Withdrawals) if !withdrawals => Mark::NotNeeded,
        (Stage::At(due), step) => done(step < due),
        (Stage::Over, Step::HandOver) if papers_kept(congress, election.id).is_some() => Mark::Due,
        (Stage::Annulled, step) => done(step < Step::Collect),
        (Stage::Decide(_), step) => done(step < Step::HandOver),
        (Stage::Over, step) => done(match step {
            Step::Seats => election.seats_settled(),
            Step::Nominations => congress.candidates_of(election.id).next().is_some(),
            Step::List => election.list_by.is_some(),
            Step::CountingCommittee => congress.counting_committee(election.id).is_some(),
            Step::HandOver => round.is_some_and(|round| round.state == RoundState::HandedOver),
            _ => round.is_some(),
        }),
        (Stage::Stated, Step::Seats) => done(election.seats_settled()),
        (Stage::Stated, Step::Nominations) => done(!congress.list(election.id).is_empty()),
        (Stage::Stated, Step::List) => done(election.list_by.is_some()),
        (Stage::Stated, step) if round.is_some() && step <= Step::Report => Mark::Done,
        (Stage::Stated, _) => Mark::NotNeeded,
    }
}

fn facts(congress: &Congress, election: &Election, (step, round): (Step, Option<&Round>), lang: Lang) -> String {
    match step {
        Step::Seats => seats(congress, election, lang),
        Step::Nominations => {
            let names = congress.candidates_of(election.id).count();
            if names == 0 { String::new() } else { w::names_count(lang, names) }
        }
        Step::Withdrawals => {
            let asked = congress.candidates_of(election.id).filter_map(|candidate| candidate.withdrawal.as_ref());
            let allowed = asked.clone().filter(|withdrawal| withdrawal.allowed == Some(true)).count();
            w::withdrawals(lang, asked.count(), allowed)
        }
        Step::List => {
            let names = congress.list(election.id).len();
            let surplus = names.saturating_sub(usize::from(election.seats.unwrap_or(0)));
            format!("{}{}", w::list_fact(lang, names, surplus), hands(congress, election.list_by, lang))
        }
        Step::CountingCommittee => {
            let members = congress.counting_committee(election.id).map(|body| body.members.clone());
            names(congress, &members.unwrap_or_default())
        }
        _ => round.map_or_else(String::new, |round| round_facts(congress, round, step, lang)),
    }
}

fn seats(congress: &Congress, election: &Election, lang: Lang) -> String {
    let Some(seats) = election.seats else { return String::new() };
    match election.seats_by {
        None if !election.seats_settled() => String::new(),
        None if election.alternates > 0 => w::allotted_with(lang, seats, election.alternates),
        None => w::allotted(lang, seats),
        by => {
            let size = election.size.filter(|_| election.completed_later() > 0);
            let number = size.map_or_else(|| seats.to_string(), |size| w::seats_of_size(lang, seats, size));
            format!("{number}{}", hands(congress, by, lang))
        }
    }
}

/// How a hand vote ended: ` · 10/10`.
fn hands(congress: &Congress, motion: Option<MotionId>, lang: Lang) -> String {
    let vote = motion.and_then(|motion| congress.motions.get(&motion)).and_then(|motion| motion.vote.as_ref());
    let Some(vote) = vote else { return String::new() };
    match (&vote.count, vote.hands()) {
        (Count::Unanimous, _) => format!(" · {}", w::all_agreed(lang)),
        (_, Some(hands)) => format!(" · {}", w::agreed(lang, hands.agree, vote.voters)),
        (_, None) => String::new(),
    }
}

fn round_facts(congress: &Congress, round: &Round, step: Step, lang: Lang) -> String {
    let ledger = round.ledger;
    let number = |number: Option<u32>| number.map_or_else(|| "…".to_owned(), |number| number.to_string());
    let time = |time: Option<NaiveDateTime>| time.map_or_else(String::new, clock);
    let dotted = |at: Option<NaiveDateTime>| match time(at) {
        hour if hour.is_empty() => hour,
        hour => format!(" · {hour}"),
    };
    match step {
        Step::Base => {
            let needed = congress.meeting().regulation().votes_needed(round.base.value);
            let elects = congress.elections.get(&round.election).is_none_or(Election::elects);
            if elects { w::base_fact(lang, round.base.value, needed) } else { round.base.value.to_string() }
        }
        Step::Issue => {
            w::issued_fact(lang, &number(ledger.issued), &number(ledger.voters), &dotted(round.times.issued))
        }
        Step::Collect if round.state == RoundState::Annulled => {
            w::annulled_fact(lang, &number(ledger.collected), &number(ledger.issued))
        }
        Step::Collect => {
            let spoiled = if ledger.spoiled > 0 { w::spoiled_fact(lang, ledger.spoiled) } else { String::new() };
            w::collected_fact(lang, &number(ledger.collected), &dotted(round.times.collected)) + &spoiled
        }
        Step::Bundles => {
            let bundles = congress.bundles_of(round.id).count();
            congress
                .entry_of(round.id)
                .map_or_else(String::new, |entry| w::bundles_fact(lang, bundles, entry_word(entry, lang)))
        }
        Step::Count if round.state >= RoundState::Counting && !round.is_void() => {
            let progress = congress.progress(round.id);
            w::count_fact(lang, progress.checked, progress.papers, progress.settled, progress.bundles)
        }
        Step::Close => time(round.times.closed),
        Step::Announce => time(round.times.announced),
        Step::HandOver => {
            format!("{} {}", time(round.times.handed_over), round.aftermath.handed_to.as_deref().unwrap_or_default())
        }
        _ => String::new(),
    }
}

/// How the ballots are keyed, in short.
pub fn entry_word(entry: Entry, lang: Lang) -> &'static str {
    match entry {
        Entry::Single => w::once(lang),
        Entry::Double => w::twice(lang),
    }
}

/// Names joined by commas.
pub fn names(congress: &Congress, people: &[PersonId]) -> String {
    let names: Vec<&str> = people.iter().map(|person| name(congress, *person)).collect();
    names.join(", ")
}

/// The name of a person on the roster.
pub fn name(congress: &Congress, person: PersonId) -> &str {
    congress.people.get(&person).map_or("?", |person: &Person| person.name.as_str())
}
