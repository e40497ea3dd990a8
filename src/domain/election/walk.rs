//! The walk of one round, from the confirmed base to the sealed ballots: each step needs the one before.

use super::ballot::Judge;
use super::list::{Voters, judge_list, judge_name};
use super::outcome::Next;
use super::round::{Ledger, Round, RoundKind, RoundState, Times};
use super::{Change, KeyedBallot, base, result};
use crate::domain::agenda::{ascending, filled};
use crate::domain::congress::Congress;
use crate::domain::decisions::Matter;
use crate::domain::id::{ElectionId, PersonId, RoundId, SessionId};
use crate::domain::meeting::Roster;
use crate::domain::motions::refuse_no_quorum;
use crate::domain::refusal::{Noun, Refusal};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::BaseConfirmed { round, election, kind, base, .. } => {
            ascending(&congress.rounds, *round, Noun::Round)?;
            judge_base(congress, *election, *kind, base)
        }
        Change::BoxSealed { round, .. } => {
            at_state(congress, *round, RoundState::Opened)?;
            refuse_no_quorum(congress)
        }
        Change::Issued { round, printed, issued, .. } => {
            at_state(congress, *round, RoundState::BoxSealed)?;
            refuse_no_quorum(congress)?;
            judge_issued(congress, *printed, *issued)
        }
        Change::Collected { round, collected, .. } => {
            let issued = at_state(congress, *round, RoundState::Issued)?.ledger.issued.unwrap_or(0);
            if *collected > issued {
                return Err(Refusal::CollectedExceedsIssued { collected: *collected, issued });
            }
            Ok(())
        }
        Change::Annulled { round, collected, .. } => {
            let issued = at_state(congress, *round, RoundState::Issued)?.ledger.issued.unwrap_or(0);
            if *collected > issued { Ok(()) } else { Err(Refusal::NothingToAnnul { collected: *collected, issued }) }
        }
        Change::Reported { round, .. } => at_state(congress, *round, RoundState::Collected).map(drop),
        Change::BallotKeyed(ballot) => judge_keyed(congress, ballot),
        Change::BallotCorrected(ballot) => judge_corrected(congress, ballot),
        Change::CountClosed { round, .. } => judge_closed(congress, *round),
        Change::ResultConfirmed { round, .. } => at_state(congress, *round, RoundState::Closed).map(drop),
        Change::Announced { round, .. } => at_state(congress, *round, RoundState::Confirmed).map(drop),
        Change::HandedOver { round, to, .. } => {
            at_state(congress, *round, RoundState::Announced)?;
            filled(to, Noun::Name)
        }
        Change::Called(_) | Change::Nominated(_) | Change::WithdrawalAsked { .. } | Change::ResultStated { .. } => {
            Ok(())
        }
    }
}

fn at_state(congress: &Congress, round: RoundId, state: RoundState) -> Result<&Round, Refusal> {
    let round = congress.round(round)?;
    if round.state == state { Ok(round) } else { Err(Refusal::WrongStep { now: round.state, needed: state }) }
}

fn judge_base(congress: &Congress, election: ElectionId, kind: RoundKind, base: &super::Base) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    if congress.meeting().roster == Roster::NamedOnly {
        return Err(Refusal::BaseUnknown);
    }
    if result::settled(congress, election) {
        return Err(Refusal::ElectionSettled { title: election.title.clone() });
    }
    super::list::refuse_order(congress, election)?;
    refuse_no_quorum(congress)?;
    if election.list_by.is_none() {
        judge_list(congress, election.id)?;
        return Err(Refusal::ListNotVoted);
    }
    if congress.counting_committee(election.id).is_none() {
        return Err(Refusal::NoCountingCommittee);
    }
    let allowed = match congress.round_now(election.id) {
        None => kind == RoundKind::First,
        Some(last) => {
            kind == RoundKind::AfterAnnulment && last.state == RoundState::Annulled || follows(congress, last, kind)
        }
    };
    if !allowed {
        return Err(Refusal::RoundNotDue);
    }
    let (names, _) = result::names_for(congress, election, kind);
    names.iter().try_for_each(|person| judge_name(congress, election, *person))?;
    let proposed = base::propose(congress, election);
    if proposed == *base { Ok(()) } else { Err(Refusal::BaseMoved { base: proposed.value }) }
}

/// Whether a round of this kind may follow an announced one; the congress decides a further round (rules §5).
fn follows(congress: &Congress, last: &Round, kind: RoundKind) -> bool {
    let Some(election) = congress.elections.get(&last.election) else { return false };
    let next = result::next(congress, election);
    last.is_announced()
        && match kind {
            RoundKind::TieRevote => next == Some(Next::TieRevote),
            RoundKind::Further => {
                matches!(next, Some(Next::CongressDecides | Next::TieRevote))
                    && result::further_round_decided(congress, election)
            }
            RoundKind::First | RoundKind::AfterAnnulment => false,
        }
}

fn judge_issued(congress: &Congress, printed: Option<u32>, issued: u32) -> Result<(), Refusal> {
    let voters = congress.hall().voters;
    if issued == 0 {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    if issued > voters {
        return Err(Refusal::IssuedExceedsVoters { issued, voters });
    }
    match printed {
        Some(printed) if printed < issued => Err(Refusal::IssuedExceedsPrinted { issued, printed }),
        _ => Ok(()),
    }
}

fn judge_keyed(congress: &Congress, ballot: &KeyedBallot) -> Result<(), Refusal> {
    let round = at_state(congress, ballot.round, RoundState::Counting)?;
    if ballot.keying != 1 || ballot.bundle == 0 {
        return Err(Refusal::KeyedOnce);
    }
    if congress.ballots.get(&super::super::register::Entity::key(ballot)).is_some() || ballot.number == 0 {
        return Err(Refusal::NumberTaken { what: Noun::Ballot, number: ballot.number });
    }
    judge_paper(congress, round, ballot, congress.keyed(round.id))
}

fn judge_corrected(congress: &Congress, ballot: &KeyedBallot) -> Result<(), Refusal> {
    let round = at_state(congress, ballot.round, RoundState::Counting)?;
    let known = congress.ballots.get(&super::super::register::Entity::key(ballot));
    let known = known.ok_or(Refusal::Unknown { what: Noun::Ballot, number: ballot.number })?;
    judge_paper(congress, round, ballot, congress.keyed(round.id).saturating_sub(known.times))
}

/// Refuses a ballot past the collected ones, and marks that no ballot of the round can carry.
fn judge_paper(congress: &Congress, round: &Round, ballot: &KeyedBallot, before: u32) -> Result<(), Refusal> {
    let collected = round.ledger.collected.unwrap_or(0);
    if ballot.times == 0 {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    if before.saturating_add(ballot.times) > collected {
        return Err(Refusal::MoreKeyedThanCollected { keyed: before.saturating_add(ballot.times), collected });
    }
    let contest = congress.contest(round);
    match Judge::new(contest).judge(&ballot.paper()) {
        Ok(_) => Ok(()),
        Err(fault) => Err(Refusal::NotOnBallot { fault: fault.to_string(), names: contest.names }),
    }
}

fn judge_closed(congress: &Congress, round: RoundId) -> Result<(), Refusal> {
    let round = at_state(congress, round, RoundState::Counting)?;
    let (keyed, collected) = (congress.keyed(round.id), round.ledger.collected.unwrap_or(0));
    let aside = congress.ballots_of(round.id).filter(|ballot| ballot.set_aside).count();
    if aside > 0 {
        return Err(Refusal::SetAsideOpen { ballots: u32::try_from(aside).unwrap_or(u32::MAX) });
    }
    if keyed == collected { Ok(()) } else { Err(Refusal::CountNotComplete { keyed, collected }) }
}

/// Judges a result known without its votes (rules §7: unknown is stored as unknown).
pub(super) fn judge_stated(
    congress: &Congress,
    election: ElectionId,
    elected: Option<&[PersonId]>,
) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    if congress.round_now(election.id).is_some() || election.stated.is_some() {
        return Err(Refusal::ElectionUnderWay { title: election.title.clone() });
    }
    super::list::refuse_order(congress, election)?;
    let elected = elected.unwrap_or_default();
    let mut seen = BTreeSet::new();
    for person in elected {
        judge_name(congress, election, *person)?;
        if !seen.insert(person) {
            return Err(Refusal::NamedTwice { name: congress.person(*person)?.name.clone() });
        }
    }
    let names = u16::try_from(elected.len()).unwrap_or(u16::MAX);
    match election.seats {
        Some(seats) if names > seats => Err(Refusal::MoreElectedThanSeats { names, seats }),
        _ => Ok(()),
    }
}

/// The congress does not close over a ballot: with the last session, every round it votes in is announced or annulled.
pub(crate) fn refuse_closing(congress: &Congress, session: SessionId) -> Result<(), Refusal> {
    if congress.sessions.iter().any(|other| other.id != session && other.closed_at.is_none()) {
        return Ok(());
    }
    let open = congress.rounds.iter().filter(|round| round.state < RoundState::Announced);
    let mut open = open.filter_map(|round| congress.elections.get(&round.election));
    match open.find(|election| election.voters == Voters::Congress) {
        Some(election) => Err(Refusal::CountUnderWay { title: election.title.clone() }),
        None => Ok(()),
    }
}

/// Judges a decision of the congress on an election: a further round, or leaving seats open.
pub(crate) fn judge_decision(congress: &Congress, election: ElectionId, matter: Matter) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    let last = congress.round_now(election.id);
    if result::settled(congress, election) {
        return Err(Refusal::ElectionSettled { title: election.title.clone() });
    }
    let announced = last.is_some_and(Round::is_announced);
    match (matter, result::next(congress, election).filter(|_| announced)) {
        (Matter::FurtherRound(_), Some(Next::SuperiorAppoints)) => Err(Refusal::ThreeRounds),
        (Matter::FurtherRound(_), Some(Next::CongressDecides | Next::TieRevote)) => {
            if result::further_round_decided(congress, election) { Err(Refusal::FurtherRoundDecided) } else { Ok(()) }
        }
        (Matter::LeaveSeatsOpen(_), Some(Next::CongressDecides | Next::TieRevote | Next::SuperiorAppoints)) => Ok(()),
        (Matter::LeaveSeatsOpen(_), None) if last.is_none() => Ok(()),
        _ => Err(Refusal::ResultNotAnnounced { title: election.title.clone() }),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::BaseConfirmed { round, election, kind, base, at } => {
            open_round(congress, (*round, *election, *kind), base.clone(), *at);
        }
        Change::BallotKeyed(ballot) | Change::BallotCorrected(ballot) => congress.ballots.put(ballot.clone()),
        Change::Issued { round, printed, issued, at } => {
            let voters = congress.hall().voters;
            step(congress, *round, RoundState::Issued, |round| {
                round.ledger =
                    Ledger { printed: *printed, voters: Some(voters), issued: Some(*issued), ..round.ledger };
                round.times.issued = Some(*at);
            });
        }
        Change::Collected { round, collected, spoiled, at } => {
            step(congress, *round, RoundState::Collected, |round| {
                round.ledger.collected = Some(*collected);
                round.ledger.spoiled = *spoiled;
                round.times.collected = Some(*at);
            });
        }
        Change::Annulled { round, collected, at } => {
            step(congress, *round, RoundState::Annulled, |round| {
                round.ledger.collected = Some(*collected);
                round.times.collected = Some(*at);
            });
        }
        Change::BoxSealed { round, .. } => step(congress, *round, RoundState::BoxSealed, |_| {}),
        Change::Reported { round, .. } => step(congress, *round, RoundState::Counting, |_| {}),
        Change::CountClosed { round, at } => {
            step(congress, *round, RoundState::Closed, |round| round.times.closed = Some(*at));
        }
        Change::ResultConfirmed { round, .. } => step(congress, *round, RoundState::Confirmed, |_| {}),
        Change::Announced { round, at } => {
            step(congress, *round, RoundState::Announced, |round| round.times.announced = Some(*at));
        }
        Change::HandedOver { round, to, at } => {
            step(congress, *round, RoundState::HandedOver, |round| {
                round.times.handed_over = Some(*at);
                round.handed_to = Some(to.clone());
            });
        }
        Change::Called(_) | Change::Nominated(_) | Change::WithdrawalAsked { .. } | Change::ResultStated { .. } => {}
    }
}

fn step(congress: &mut Congress, round: RoundId, state: RoundState, also: impl FnOnce(&mut Round)) {
    if let Some(round) = congress.rounds.edit(&round) {
        round.state = state;
        also(round);
    }
}

fn open_round(congress: &mut Congress, key: (RoundId, ElectionId, RoundKind), base: super::Base, at: NaiveDateTime) {
    let (id, election, kind) = key;
    let Some(called) = congress.elections.get(&election) else { return };
    let (names, seats) = result::names_for(congress, called, kind);
    let number = congress.rounds_of(election).count().saturating_add(1);
    congress.rounds.put(Round {
        id,
        election,
        number: u16::try_from(number).unwrap_or(u16::MAX),
        kind,
        state: RoundState::Opened,
        names,
        seats,
        base,
        ledger: Ledger::default(),
        times: Times { opened: at, ..Times::default() },
        handed_to: None,
    });
}
