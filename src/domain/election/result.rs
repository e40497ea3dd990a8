//! What the rounds of an election have brought: the outcome of each, those elected, what is still open.

use super::ballot::Ballot;
use super::bundle::BundleState;
use super::count::Tally;
use super::list::Election;
use super::outcome::{self, Next, Outcome, Places, Vote};
use super::purpose::Purpose;
use super::round::{Round, RoundKind};
use crate::domain::congress::Congress;
use crate::domain::decisions::Matter;
use crate::domain::id::{PersonId, RoundId};

/// The tally of the papers that count: those of the settled bundles.
///
/// Nobody is shown it before the head closes the count, which keeps its sums with the round.
pub fn tally(congress: &Congress, round: &Round) -> Tally {
    let mut tally = Tally::new(congress.contest(round));
    for_each_paper(congress, round, &mut |paper, times| {
        // the rules let no ballot with a fault of keying into the register
        let _ = tally.add(paper, times);
    });
    tally
}

/// Hands on every paper of a round that counts, with how often it occurs.
pub fn for_each_paper(congress: &Congress, round: &Round, add: &mut dyn FnMut(&Ballot, u32)) {
    let mut bundles = congress.bundles_of(round.id).peekable();
    if bundles.peek().is_none() {
        // a round of a file of version 1 knew no bundles
        congress.ballots_of(round.id).for_each(|ballot| add(&ballot.paper(), ballot.times));
    }
    for bundle in bundles.filter(|bundle| bundle.state == BundleState::Settled) {
        congress.papers_in(round.id, bundle.number).iter().for_each(|(paper, times)| add(paper, *times));
    }
}

/// The outcome of a round; none before the head has closed the count.
pub fn outcome(congress: &Congress, round: RoundId) -> Option<Outcome> {
    let round = congress.rounds.get(&round).filter(|round| round.is_counted())?;
    let counts = round.counts.as_ref()?;
    Some(Outcome::of_counts(counts, &congress.contest(round), &frozen(congress, round)?))
}

/// A round as it was frozen before its ballots were counted.
pub fn frozen(congress: &Congress, round: &Round) -> Option<outcome::Round> {
    let election = congress.elections.get(&round.election)?;
    let (kind, number) = place(congress, round);
    let vote = match (election.purpose, kind) {
        (Purpose::Opinion(_), _) => Vote::Opinion,
        (Purpose::Introduction(_), _) => Vote::Introduction,
        (Purpose::Elect, RoundKind::TieRevote) => Vote::TieRevote,
        (Purpose::Elect, _) => Vote::Ordinary,
    };
    Some(outcome::Round {
        office: election.office,
        base: round.base.value,
        number,
        vote,
        places: round.terms.places,
        alternates: if round.terms.places.are_seats() { election.alternates } else { 0 },
        issued: round.ledger.issued.unwrap_or(0),
        collected: round.ledger.collected.unwrap_or(0),
    })
}

/// Why a round is held and which of its election it is, void ones left out: the vote held again after an annulment stands in
/// the place of the annulled one.
fn place(congress: &Congress, round: &Round) -> (RoundKind, u16) {
    let mut first = round;
    while first.kind == RoundKind::AfterAnnulment
        && let Some(before) = first.terms.after.and_then(|before| congress.rounds.get(&before))
    {
        first = before;
    }
    let until = congress.rounds_of(round.election).filter(|other| other.number <= round.number);
    let held = until.filter(|other| !other.is_void() || other.id == round.id).count();
    (first.kind, u16::try_from(held).unwrap_or(u16::MAX))
}

/// The first annulled round of an election that was not voted again.
pub fn annulled<'a>(congress: &'a Congress, election: &Election) -> Option<&'a Round> {
    congress.rounds_of(election.id).find(|round| round.is_void() && !congress.is_replaced(round))
}

/// The person behind a number on the ballot of a round.
pub fn person_at(round: &Round, number: u16) -> Option<PersonId> {
    round.names.get(usize::from(number).checked_sub(1)?).copied()
}

/// Those elected in one counted round, from high to low.
pub fn elected_in(congress: &Congress, round: &Round) -> Vec<PersonId> {
    let elected = outcome(congress, round.id).map(|outcome| outcome.elected).unwrap_or_default();
    elected.into_iter().filter_map(|number| person_at(round, number)).collect()
}

/// The alternates of one counted round, from high to low.
pub fn alternates_in(congress: &Congress, round: &Round) -> Vec<PersonId> {
    let alternates = outcome(congress, round.id).map(|outcome| outcome.alternates).unwrap_or_default();
    alternates.into_iter().filter_map(|number| person_at(round, number)).collect()
}

/// Those elected and announced over all rounds; none where the source names nobody, or nothing is announced.
pub fn elected(congress: &Congress, election: &Election) -> Option<Vec<PersonId>> {
    if let Some(stated) = &election.stated {
        return stated.elected.clone();
    }
    let announced = congress.rounds_of(election.id).filter(|round| round.is_announced());
    let elected: Vec<PersonId> = announced.flat_map(|round| elected_in(congress, round)).collect();
    (!elected.is_empty() || settled(congress, election)).then_some(elected)
}

/// The alternates of all announced rounds, in order.
pub fn alternates(congress: &Congress, election: &Election) -> Vec<PersonId> {
    let announced = congress.rounds_of(election.id).filter(|round| round.is_announced());
    announced.flat_map(|round| alternates_in(congress, round)).collect()
}

/// The places of alternates no announced round has filled.
pub fn alternates_open(congress: &Congress, election: &Election) -> u16 {
    let filled = u16::try_from(alternates(congress, election).len()).unwrap_or(u16::MAX);
    election.alternates.saturating_sub(filled)
}

/// What places the next round of a kind fills: those of alternates once no seat is open.
pub fn places_for(congress: &Congress, election: &Election, kind: RoundKind) -> Places {
    let alternates_alone = match kind {
        RoundKind::First => false,
        RoundKind::AfterAnnulment => {
            return annulled(congress, election).map_or(Places::Seats, |round| round.terms.places);
        }
        RoundKind::TieRevote | RoundKind::Further => {
            seats_open(congress, election) == 0 && alternates_open(congress, election) > 0
        }
    };
    if alternates_alone { Places::Alternates } else { Places::Seats }
}

/// The seats no announced round has filled.
pub fn seats_open(congress: &Congress, election: &Election) -> u16 {
    let filled = elected(congress, election).unwrap_or_default().len();
    election.seats.unwrap_or(0).saturating_sub(u16::try_from(filled).unwrap_or(u16::MAX))
}

/// What comes after the last round; none while it is not counted.
pub fn next(congress: &Congress, election: &Election) -> Option<Next> {
    let round = congress.round_now(election.id)?;
    if annulled(congress, election).is_some() {
        return Some(Next::Annul);
    }
    outcome(congress, round.id).map(|outcome| outcome.next)
}

/// Whether the election is over: announced and complete, or left open by decision, or known without votes.
pub fn settled(congress: &Congress, election: &Election) -> bool {
    if election.stated.is_some() || left_open(congress, election) {
        return true;
    }
    let announced = congress.round_now(election.id).is_some_and(Round::is_announced);
    // an opinion is known once it is announced; what it leaves open the congress decides on the list itself
    let enough = |next: Next| if election.elects() { next == Next::Complete } else { next != Next::Annul };
    announced && next(congress, election).is_some_and(enough)
}

/// Whether the congress decided to leave the open seats open, or the superior appoints.
pub fn left_open(congress: &Congress, election: &Election) -> bool {
    congress.decided(Matter::LeaveSeatsOpen(election.id)).is_some()
}

/// Whether the congress has decided on a further round that was not opened yet.
pub fn further_round_decided(congress: &Congress, election: &Election) -> bool {
    further_round_due(congress, election).is_some()
}

/// The decision on the further round that was not opened yet.
fn further_round_due(congress: &Congress, election: &Election) -> Option<Matter> {
    let further = [Matter::FurtherRound(election.id), Matter::FurtherRoundSameNames(election.id)];
    let mut decided = congress.decisions.iter().map(|decision| decision.matter).filter(|it| further.contains(it));
    let held = congress.rounds_of(election.id).filter(|round| round.kind == RoundKind::Further).count();
    decided.nth(held)
}

/// Whether new names may join although a list was voted: a further round was decided with them, and not opened yet.
pub fn may_add_names(congress: &Congress, election: &Election) -> bool {
    further_round_due(congress, election) == Some(Matter::FurtherRound(election.id))
}

/// The names of the next round of a kind, and how many places it fills.
pub fn names_for(congress: &Congress, election: &Election, kind: RoundKind) -> (Vec<PersonId>, u16) {
    let last = match kind {
        RoundKind::AfterAnnulment => annulled(congress, election),
        _ => congress.round_now(election.id),
    };
    match (kind, last) {
        (RoundKind::AfterAnnulment, Some(last)) => (last.names.clone(), last.seats),
        (RoundKind::TieRevote, Some(last)) => {
            let tied = outcome(congress, last.id).map(|outcome| outcome.tied).unwrap_or_default();
            let names = tied.into_iter().filter_map(|number| person_at(last, number)).collect();
            (names, open(congress, election, kind))
        }
        (RoundKind::Further, Some(_)) => {
            let mut chosen = elected(congress, election).unwrap_or_default();
            chosen.extend(alternates(congress, election));
            let standing = congress.list(election.id).into_iter().filter(|person| !chosen.contains(person));
            (standing.collect(), open(congress, election, kind))
        }
        _ => (congress.list(election.id), election.seats.unwrap_or(0)),
    }
}

/// How many places the next round of a kind fills.
fn open(congress: &Congress, election: &Election, kind: RoundKind) -> u16 {
    match places_for(congress, election, kind) {
        Places::Seats => seats_open(congress, election),
        Places::Alternates => alternates_open(congress, election),
    }
}
