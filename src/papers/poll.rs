//! A vote by secret ballot as its papers see it: the list, the seats and the form of the round that was opened, or of the one
//! that is due next. Whether a round may be opened is judged in the domain.

use chrono::NaiveDate;

use crate::domain::{
    Congress,
    election::{Election, Round, RoundKind, form::Form, list::Voters, outcome::Next, result},
    id::{ElectionId, PersonId},
};

use super::paper::Title;
use super::record;

/// Which vote: the election, and which of its rounds, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PollId {
    /// The election.
    pub election: ElectionId,
    /// Which of its rounds, from 1.
    pub number: u16,
}

/// One vote with its list.
#[derive(Debug, Clone)]
pub struct Poll<'c> {
    /// The congress.
    pub congress: &'c Congress,
    /// What is elected.
    pub election: &'c Election,
    /// Which round of its election, from 1.
    pub number: u16,
    /// Why it is held.
    pub kind: RoundKind,
    /// The names in ballot order.
    pub names: Vec<PersonId>,
    /// The seats to fill.
    pub seats: u16,
    /// The round, once its base is confirmed.
    pub round: Option<&'c Round>,
}

impl<'c> Poll<'c> {
    /// The vote of that election and number, if it was held or is due.
    pub fn of(congress: &'c Congress, poll: PollId) -> Option<Self> {
        let election = congress.elections.get(&poll.election)?;
        match congress.rounds_of(election.id).find(|round| round.number == poll.number) {
            Some(round) => Some(Self {
                congress,
                election,
                number: round.number,
                kind: round.kind,
                names: round.names.clone(),
                seats: round.seats,
                round: Some(round),
            }),
            None => Self::due(congress, election).filter(|due| due.number == poll.number),
        }
    }

    /// The vote whose list is voted and whose base is not confirmed yet.
    pub fn due(congress: &'c Congress, election: &'c Election) -> Option<Self> {
        let kind = kind_due(congress, election)?;
        let (names, seats) = result::names_for(congress, election, kind);
        let number = congress.round_now(election.id).map_or(1, |last| last.number.saturating_add(1));
        (!names.is_empty() && seats > 0).then_some(Self { congress, election, number, kind, names, seats, round: None })
    }

    /// Every vote of an election, held or due.
    pub fn ids(congress: &Congress, election: &Election) -> Vec<PollId> {
        let held = congress.rounds_of(election.id).map(|round| round.number);
        let due = kind_due(congress, election).and_then(|_| Poll::due(congress, election)).map(|due| due.number);
        held.chain(due).map(|number| PollId { election: election.id, number }).collect()
    }

    /// The form of its ballot.
    pub fn form(&self) -> Form {
        Form::of(u16::try_from(self.names.len()).unwrap_or(u16::MAX), self.seats)
    }

    /// The day it is held on, once it is opened.
    pub fn day(&self) -> Option<NaiveDate> {
        self.round.map(|round| round.times.opened.date())
    }

    /// Whether the congress votes, not the first plenum.
    pub fn is_of_congress(&self) -> bool {
        self.election.voters == Voters::Congress
    }

    /// A title of that type, naming what is elected and which vote it is.
    pub fn title(&self, kind: &str) -> Title {
        let title = record::titled(self.congress, Title::new(kind, record::title(self.election)), self.election);
        match self.which() {
            Some(which) => title.line(format!("({})", record::small(&which))),
            None => title,
        }
    }

    /// Which vote of its election it is, in words; nothing for the only one.
    pub fn which(&self) -> Option<String> {
        match self.round {
            Some(round) => record::which(self.congress, round),
            None => (self.number > 1).then(|| {
                let places = result::places_for(self.congress, self.election, self.kind);
                record::told_which((self.kind, places), self.number)
            }),
        }
    }
}

/// Why the next round of an election would be held; none while none is due.
fn kind_due(congress: &Congress, election: &Election) -> Option<RoundKind> {
    if result::annulled(congress, election).is_some() {
        return Some(RoundKind::AfterAnnulment);
    }
    if !election.list_settled() || result::settled(congress, election) {
        return None;
    }
    let Some(last) = congress.round_now(election.id) else { return Some(RoundKind::First) };
    if !last.is_announced() {
        return None;
    }
    if result::further_round_decided(congress, election) {
        return Some(RoundKind::Further);
    }
    (result::next(congress, election) == Some(Next::TieRevote)).then_some(RoundKind::TieRevote)
}
