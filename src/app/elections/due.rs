//! What is due in an election: the task behind the step, who may do it, and why it cannot be done yet.
//!
//! Decides nothing: it asks the domain about the change that the task would make, and records none.

use crate::domain::agenda::ItemKind;
use crate::domain::decisions::{Change as Decisions, Matter};
use crate::domain::election::bundle::{Change as Bundle, Declared};
use crate::domain::election::list::Candidate;
use crate::domain::election::list::Voters;
use crate::domain::election::outcome::Next;
use crate::domain::election::steps::{Stage, Step, stage};
use crate::domain::election::{Change as E, Election, Entry, Round, RoundKind, base, result};
use crate::domain::id::{DecisionId, ElectionId, ItemId, MotionId, PersonId, RoundId};
use crate::domain::meeting::Roster;
use crate::domain::motions::{Change as Motions, Motion, Subject};
use crate::domain::people::{Origin, Person, Standing};
use crate::domain::{Change, Congress, Refusal, Role, Who, role};
use chrono::NaiveDateTime;
use std::collections::BTreeMap;

/// A hand vote that an election needs; the votes screen holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandVote {
    /// The number to elect.
    Seats(ElectionId),
    /// A request to withdraw.
    Withdrawal(ElectionId, PersonId),
    /// The list.
    List(ElectionId),
    /// The counting committee.
    Counting(ElectionId),
}

/// What Enter does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Go and hold a hand vote.
    Vote(HandVote),
    /// Put the prepared names on the list.
    Nominate,
    /// Confirm the base and open a round.
    Open(RoundKind),
    /// Record that the box was shown and sealed.
    Seal(RoundId),
    /// Record the ballots issued.
    Issue(RoundId),
    /// Record the ballots collected.
    Collect(RoundId),
    /// Report issued and collected to the hall.
    Report(RoundId),
    /// Hand the bundles out.
    HandOut(RoundId),
    /// Key and settle the bundles.
    Key(RoundId),
    /// Close the count.
    Close(RoundId),
    /// Confirm the result.
    Confirm(RoundId),
    /// Announce the result.
    Announce(RoundId),
    /// Hand the sealed ballots over.
    HandOver(RoundId),
    /// Ask an opinion on the names from the floor: the list is too long.
    Opinion,
    /// Record what the congress decides.
    Decide(Next),
    /// Record a result known without votes.
    State,
    /// Go on with another election.
    Elsewhere(ElectionId),
    /// Call the next election.
    Call,
}

/// The elections in the order in which they are held: as the agenda has them, within one item chi ủy, ban thường vụ, bí thư, phó bí thư,
/// kiểm tra, đại biểu. One that no item holds follows the office before it.
pub fn in_order(congress: &Congress) -> Vec<&Election> {
    let agenda: BTreeMap<ItemId, usize> =
        congress.whole_agenda().into_iter().zip(0..).map(|(item, place)| (item.id, place)).collect();
    let mut elections: Vec<&Election> = congress.elections.iter().collect();
    // a ballot that asks an opinion comes before the election it serves
    elections.sort_by_key(|election| (election.office, election.elects(), election.id));
    let mut place = 0;
    let mut placed: Vec<(usize, &Election)> = Vec::new();
    for election in elections {
        place = election.item.and_then(|item| agenda.get(&item).copied()).unwrap_or(place);
        placed.push((place, election));
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, election)| election).collect()
}

/// The first election of an item that is not over.
pub fn of_item(congress: &Congress, item: ItemId) -> Option<&Election> {
    in_order(congress).into_iter().find(|election| election.item == Some(item) && is_open(congress, election))
}

/// What is due in an election.
pub fn task(congress: &Congress, election: &Election) -> Task {
    let named_only = congress.meeting().roster == Roster::NamedOnly;
    let step = match stage(congress, election) {
        Stage::At(step) => step,
        Stage::Annulled => return Task::Open(RoundKind::AfterAnnulment),
        Stage::Decide(Next::TieRevote) => return Task::Open(RoundKind::TieRevote),
        Stage::Decide(next) => return Task::Decide(next),
        Stage::Over | Stage::Stated => return after(congress, election),
    };
    let id = election.id;
    let withdrawal = || {
        let open = |candidate: &&Candidate| candidate.withdrawal.as_ref().is_some_and(|asked| asked.allowed.is_none());
        congress.candidates_of(id).find(open).map(|candidate| candidate.person)
    };
    match (step, congress.round_now(id)) {
        (Step::Seats, _) => Task::Vote(HandVote::Seats(id)),
        (Step::Nominations, _) => Task::Nominate,
        (Step::Withdrawals, _) => withdrawal().map_or(Task::Nominate, |who| Task::Vote(HandVote::Withdrawal(id, who))),
        (Step::List, _) => before_list(congress, election),
        (Step::CountingCommittee, _) => Task::Vote(HandVote::Counting(id)),
        (Step::Base, _) if named_only => Task::State,
        (Step::Base, Some(_)) => Task::Open(RoundKind::Further),
        (_, None) => Task::Open(RoundKind::First),
        (step, Some(round)) => in_round(congress, step, round),
    }
}

/// The list is voted, or, where it is too long, an opinion ballot shortens it; what that leaves tied the congress decides.
fn before_list(congress: &Congress, election: &Election) -> Task {
    let open = congress.ballots_serving(election.id).find(|ballot| !result::settled(congress, ballot));
    if let Some(ballot) = open {
        return Task::Elsewhere(ballot.id);
    }
    let vote = Task::Vote(HandVote::List(election.id));
    let change = put(Subject::List(election.id));
    match congress.judge(Role::Secretary.into(), &change) {
        Err(Refusal::SurplusOverCap { .. }) if !congress.tied_by_opinion(election.id).is_empty() => {
            Task::Decide(Next::CongressDecides)
        }
        Err(Refusal::SurplusOverCap { .. }) => {
            let room = congress.room_for_floor(election);
            let names = congress.floor_names(election.id).len();
            if room > 0 && names > usize::from(room) { Task::Opinion } else { vote }
        }
        _ => vote,
    }
}

fn in_round(congress: &Congress, step: Step, round: &Round) -> Task {
    let id = round.id;
    match step {
        Step::Issue => Task::Issue(id),
        Step::Collect => Task::Collect(id),
        Step::Report => Task::Report(id),
        Step::Bundles => Task::HandOut(id),
        Step::Count => Task::Key(id),
        Step::Close => Task::Close(id),
        Step::Confirm => Task::Confirm(id),
        Step::Announce => Task::Announce(id),
        Step::HandOver => Task::HandOver(papers_kept(congress, round.election).unwrap_or(id)),
        _ => Task::Seal(id),
    }
}

/// The first announced round whose ballots nobody took over yet.
pub fn papers_kept(congress: &Congress, election: ElectionId) -> Option<RoundId> {
    let kept = |round: &&Round| round.is_announced() && round.aftermath.handed_to.is_none();
    congress.rounds_of(election).find(kept).map(|round| round.id)
}

/// What follows an election that is over: its ballots handed over, then the next election.
fn after(congress: &Congress, election: &Election) -> Task {
    if let Some(round) = papers_kept(congress, election.id) {
        return Task::HandOver(round);
    }
    next_election(congress).map_or(Task::Call, |next| Task::Elsewhere(next.id))
}

/// The first election that is not over.
pub fn next_election(congress: &Congress) -> Option<&Election> {
    in_order(congress).into_iter().find(|election| is_open(congress, election))
}

/// Whether an election is not over: without a result, or with its ballots not handed over.
fn is_open(congress: &Congress, election: &Election) -> bool {
    !result::settled(congress, election) || papers_kept(congress, election.id).is_some()
}

/// Whether somebody may be put on the list of an election; the domain is asked as if they were.
pub fn may_stand(congress: &Congress, election: ElectionId, person: PersonId) -> Result<(), Refusal> {
    congress.judge(Role::Secretary.into(), &nominated(election, person))
}

fn nominated(election: ElectionId, person: PersonId) -> Change {
    Change::Election(E::Nominated(Candidate::new(election, person)))
}

/// Whether a person could stand at all, were the list open (rules §1).
pub fn could_stand(person: &Person) -> bool {
    let standing = matches!(person.standing, Standing::Full | Standing::TemporaryElsewhere | Standing::Exempted);
    standing && (person.origin != Some(Origin::Alternate) || person.replaces.is_some())
}

/// The item of the agenda that an election called now belongs to.
pub fn item_for(congress: &Congress) -> Option<ItemId> {
    let taken = |item: ItemId| congress.elections.iter().any(|election| election.item == Some(item));
    let running = congress.running().find(|item| item.kind == ItemKind::Election).map(|item| item.id);
    let agenda = congress.whole_agenda();
    let waiting = agenda.iter().find(|item| item.kind == ItemKind::Election && !taken(item.id)).map(|item| item.id);
    let any = agenda.iter().rev().find(|item| item.kind == ItemKind::Election).map(|item| item.id);
    running.or(waiting).or(any)
}

fn put(subject: Subject) -> Change {
    // asked, never recorded: number and text only have to be possible
    Change::Motions(Motions::Put(Motion {
        id: MotionId(u32::MAX),
        subject,
        text: "?".into(),
        item: None,
        voters: Voters::Congress,
        vote: None,
    }))
}

fn decided(matter: Matter, at: NaiveDateTime) -> Change {
    Change::Decisions(Decisions::Taken(matter.taken(DecisionId(u32::MAX), "?", at)))
}

/// The change that a task would make, as far as it is known before anything is typed.
fn would_be(congress: &Congress, election: &Election, task: Task, at: NaiveDateTime) -> Option<Change> {
    let change = match task {
        Task::Vote(HandVote::Seats(election_id)) => {
            return Some(put(Subject::Seats {
                election: election_id,
                seats: election.seats.unwrap_or(1),
                size: election.size,
            }));
        }
        Task::Vote(HandVote::List(election)) => return Some(put(Subject::List(election))),
        Task::Vote(HandVote::Withdrawal(election, person)) => {
            return Some(put(Subject::Withdrawal { election, person }));
        }
        Task::Nominate => {
            let mut fit = congress.people.iter().filter(|person| could_stand(person));
            let free = fit.clone().find(|person| may_stand(congress, election.id, person.id).is_ok());
            return free.or_else(|| fit.next()).map(|person| nominated(election.id, person.id));
        }
        Task::Open(kind) => {
            let base = base::propose(congress, election);
            E::BaseConfirmed { round: RoundId(u32::MAX), election: election.id, kind, base, at }
        }
        Task::Seal(round) => E::BoxSealed { round, at },
        Task::Issue(round) => E::Issued { round, printed: None, issued: base::voters(congress, election).max(1), at },
        Task::Collect(round) => E::Collected { round, collected: 0, spoiled: 0, at },
        Task::Report(round) => E::Reported { round, at },
        Task::HandOut(round) => {
            let collected = congress.rounds.get(&round)?.ledger.collected.unwrap_or(0);
            let left = collected.saturating_sub(congress.papers_handed_out(round)).max(1);
            let first = congress.bundles_of(round).next_back().map_or(1, |last| last.number.saturating_add(1));
            let entry = congress.entry_of(round).unwrap_or(Entry::Single);
            let bundles = vec![Declared { number: first, size: left }];
            E::Bundle(Bundle::HandedOut { round, entry, bundles })
        }
        Task::Close(round) => E::CountClosed { round, at },
        Task::Confirm(round) => E::ResultConfirmed { round, at },
        Task::Announce(round) => E::Announced { round, at },
        Task::HandOver(round) => E::HandedOver { round, to: "?".into(), at },
        Task::State => E::ResultStated { election: election.id, elected: None },
        Task::Decide(_) => {
            let tied = congress.tied_by_opinion(election.id).first().copied();
            let matter = match tied {
                Some(person) if !election.list_settled() => Matter::LeaveOffList { election: election.id, person },
                _ => Matter::LeaveSeatsOpen(election.id),
            };
            return Some(decided(matter, at));
        }
        Task::Vote(HandVote::Counting(_)) | Task::Key(_) | Task::Opinion | Task::Elsewhere(_) | Task::Call => {
            return None;
        }
    };
    Some(Change::Election(change))
}

/// The role that must take the laptop before the task can be done; none when whoever sits there may.
pub fn role_wanted(congress: &Congress, election: &Election, task: Task, at: NaiveDateTime, who: Who) -> Option<Role> {
    match task {
        // on one laptop the head keys, settles and closes without another change of seats
        Task::Key(_) => (!matches!(who.role, Role::Head | Role::Counter)).then_some(Role::Head),
        Task::HandOut(_) | Task::Close(_) => (who.role != Role::Head).then_some(Role::Head),
        // the screen of hand votes is not the counters'
        Task::Vote(_) => matches!(who.role, Role::Head | Role::Counter).then_some(Role::Secretary),
        Task::Elsewhere(_) => None,
        Task::Call | Task::Opinion => (who.role != Role::Secretary).then_some(Role::Secretary),
        _ => {
            let change = would_be(congress, election, task, at)?;
            match role::may(who, &change) {
                Err(Refusal::NotThisRole { needed, .. }) => Some(needed),
                _ => None,
            }
        }
    }
}

/// Why the task cannot be done yet, whoever sits there: the would-be change is judged and not recorded.
pub fn obstacle(congress: &Congress, election: &Election, task: Task, at: NaiveDateTime) -> Option<Refusal> {
    let change = would_be(congress, election, task, at)?;
    let allowed = Role::ALL.into_iter().find(|role| role::may((*role).into(), &change).is_ok())?;
    congress.judge(allowed.into(), &change).err()
}
