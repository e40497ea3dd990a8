//! The walk of one round, from the confirmed base to the sealed ballots: each step needs the one before.

use super::bundle::BundleState;
use super::list::{Voters, judge_list, judge_listed, judge_name};
use super::outcome::Next;
use super::round::{Aftermath, Ledger, Revocation, Round, RoundKind, RoundState, Terms, Times};
use super::{Change, base, purpose, result};
use crate::domain::agenda::{ascending, filled};
use crate::domain::congress::Congress;
use crate::domain::decisions::Matter;
use crate::domain::id::{ElectionId, PersonId, RoundId, SessionId};
use crate::domain::meeting::Roster;
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
            let round = at_state(congress, *round, RoundState::Opened)?;
            refuse_no_quorum(congress, congress.election(round.election)?)
        }
        Change::Issued { round, printed, issued, .. } => {
            let round = at_state(congress, *round, RoundState::BoxSealed)?;
            let election = congress.election(round.election)?;
            refuse_no_quorum(congress, election)?;
            judge_issued(base::voters(congress, election), *printed, *issued)
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
        Change::CountClosed { round, .. } => judge_closed(congress, *round),
        Change::ResultConfirmed { round, .. } => at_state(congress, *round, RoundState::Closed).map(drop),
        Change::Announced { round, .. } => at_state(congress, *round, RoundState::Confirmed).map(drop),
        Change::HandedOver { round, to, .. } => {
            at_state(congress, *round, RoundState::Announced)?;
            filled(to, Noun::Name)
        }
        Change::ResultRevoked { round, revocation, .. } => judge_revoked(congress, *round, revocation),
        _ => Ok(()),
    }
}

pub(super) fn at_state(congress: &Congress, round: RoundId, state: RoundState) -> Result<&Round, Refusal> {
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
    refuse_no_quorum(congress, election)?;
    if !election.list_settled() {
        judge_list(congress, election.id)?;
        return Err(Refusal::ListNotVoted);
    }
    let Some(committee) = congress.counting_committee(election.id) else {
        let alone = congress.counts_alone(election.id);
        return Err(if alone { Refusal::PlenumNoCounting } else { Refusal::NoCountingCommittee });
    };
    // whoever lost the vote since is replaced first
    for member in &committee.members {
        crate::domain::bodies::refuse_no_voter(congress, Some(election.id), congress.person(*member)?)?;
    }
    let allowed = match congress.round_now(election.id) {
        None => kind == RoundKind::First,
        Some(last) => match result::annulled(congress, election) {
            Some(_) => kind == RoundKind::AfterAnnulment,
            None => follows(congress, last, kind),
        },
    };
    if !allowed {
        return Err(Refusal::RoundNotDue);
    }
    let (names, places) = result::names_for(congress, election, kind);
    if places == 0 {
        return Err(Refusal::RoundNotDue);
    }
    names.iter().try_for_each(|person| judge_listed(congress, election, *person))?;
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

/// Refuses a ballot while too few of those who vote in it are in the room (rules §1).
fn refuse_no_quorum(congress: &Congress, election: &super::Election) -> Result<(), Refusal> {
    crate::domain::motions::refuse_no_quorum(congress, election.voters)
}

fn judge_issued(voters: u32, printed: Option<u32>, issued: u32) -> Result<(), Refusal> {
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

/// The count closes over settled bundles that hold every collected paper, with nothing drawn and not compared.
fn judge_closed(congress: &Congress, round: RoundId) -> Result<(), Refusal> {
    let collected = at_state(congress, round, RoundState::Counting)?.ledger.collected.unwrap_or(0);
    let mut number = 0;
    for bundle in congress.bundles_of(round) {
        number += 1;
        if bundle.number != number {
            return Err(Refusal::BundleMissing { bundle: number, next: bundle.number });
        }
    }
    let papers = congress.papers_handed_out(round);
    if papers != collected {
        return Err(Refusal::BundlesDoNotAddUp { papers, collected });
    }
    refuse_unsettled(congress, round)?;
    match congress.open_pick(round) {
        Some((_, pick)) => Err(Refusal::PickOpen { bundle: pick.bundle, place: pick.place }),
        None => Ok(()),
    }
}

/// Refuses what needs every bundle settled, naming the first that is not.
pub(super) fn refuse_unsettled(congress: &Congress, round: RoundId) -> Result<(), Refusal> {
    match congress.bundles_of(round).find(|bundle| bundle.state != BundleState::Settled) {
        Some(bundle) => Err(Refusal::BundleNotSettled { bundle: bundle.number, state: bundle.state }),
        None => Ok(()),
    }
}

/// The superior annuls a result that was announced, once (rules §6).
fn judge_revoked(congress: &Congress, round: RoundId, revocation: &Revocation) -> Result<(), Refusal> {
    let round = congress.round(round)?;
    if !round.is_announced() {
        return Err(Refusal::WrongStep { now: round.state, needed: RoundState::Announced });
    }
    filled(&revocation.by, Noun::Name)?;
    filled(&revocation.basis, Noun::Ground)
}

/// Judges a result known without its votes (rules §7: unknown is stored as unknown). The ballot may have been held, as long as
/// nothing of it is counted here.
pub(super) fn judge_stated(
    congress: &Congress,
    election: ElectionId,
    elected: Option<&[PersonId]>,
) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    let held = congress.rounds_of(election.id).next_back();
    let uncounted = |round: &Round| {
        round.number == 1 && round.state == RoundState::Counting && congress.bundles_of(round.id).next().is_none()
    };
    if held.is_some_and(|round| !uncounted(round)) || election.stated.is_some() {
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
    match open.find(|election| election.voters == Voters::Congress && election.stated.is_none()) {
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
        (Matter::FurtherRound(_) | Matter::FurtherRoundSameNames(_), _) if !election.elects() => {
            Err(Refusal::ResultNotAnnounced { title: election.title.clone() })
        }
        (Matter::FurtherRound(_) | Matter::FurtherRoundSameNames(_), Some(Next::SuperiorAppoints)) => {
            Err(Refusal::ThreeRounds)
        }
        (Matter::FurtherRound(_) | Matter::FurtherRoundSameNames(_), Some(Next::CongressDecides | Next::TieRevote)) => {
            if result::further_round_decided(congress, election) {
                Err(Refusal::FurtherRoundDecided)
            } else {
                Ok(())
            }
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
        Change::Issued { round, printed, issued, at } => {
            let election = congress.rounds.get(round).and_then(|round| congress.elections.get(&round.election));
            let voters = election.map(|election| base::voters(congress, election));
            let absent = election.map(|election| base::absent_voters(congress, election)).unwrap_or_default();
            step(congress, *round, RoundState::Issued, |round| {
                round.terms.absent = absent;
                round.ledger = Ledger { printed: *printed, voters, issued: Some(*issued), ..round.ledger };
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
            let counts = congress.rounds.get(round).map(|round| result::tally(congress, round).counts());
            step(congress, *round, RoundState::Closed, |round| {
                round.counts = counts;
                round.times.closed = Some(*at);
            });
        }
        Change::ResultConfirmed { round, .. } => step(congress, *round, RoundState::Confirmed, |_| {}),
        Change::Announced { round, at } => {
            step(congress, *round, RoundState::Announced, |round| round.times.announced = Some(*at));
            purpose::take_effect(congress, *round);
        }
        Change::HandedOver { round, to, at } => {
            step(congress, *round, RoundState::HandedOver, |round| {
                round.times.handed_over = Some(*at);
                round.aftermath.handed_to = Some(to.clone());
            });
        }
        Change::ResultRevoked { round, revocation, .. } => {
            step(congress, *round, RoundState::Revoked, |round| round.aftermath.revoked = Some(revocation.clone()));
        }
        _ => {}
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
    let follows = match kind {
        RoundKind::AfterAnnulment => result::annulled(congress, called),
        _ => congress.round_now(election),
    };
    let terms = Terms {
        points: congress.meeting().open_points,
        after: follows.map(|round| round.id),
        places: result::places_for(congress, called, kind),
        entry: None,
        absent: Vec::new(),
    };
    congress.rounds.put(Round {
        id,
        election,
        number: u16::try_from(number).unwrap_or(u16::MAX),
        kind,
        state: RoundState::Opened,
        names,
        seats,
        base,
        terms,
        ledger: Ledger::default(),
        times: Times { opened: at, ..Times::default() },
        counts: None,
        aftermath: Aftermath::default(),
    });
}
