//! What a secret ballot is for: to elect, or to ask an opinion on names before the list is made. Opinion ballots
//! (phiếu xin ý kiến) shorten a list that is too long; introduction ballots (phiếu giới thiệu) name whom the congress wants as
//! secretary before it elects one directly.

use super::form::Office;
use super::list::{Candidate, Election, Source};
use super::result;
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, PersonId, RoundId};
use crate::domain::refusal::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a secret ballot is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Purpose {
    /// It elects (bầu cử).
    #[default]
    Elect,
    /// It says which names from the floor stay on the list of an election (phiếu xin ý kiến).
    Opinion(ElectionId),
    /// It says whom the voters introduce for an election (phiếu giới thiệu).
    Introduction(ElectionId),
}

impl Purpose {
    /// The election that such a ballot serves; none where it elects itself.
    pub fn serves(self) -> Option<ElectionId> {
        match self {
            Self::Elect => None,
            Self::Opinion(election) | Self::Introduction(election) => Some(election),
        }
    }
}

impl Election {
    /// Whether it elects, rather than asks an opinion.
    pub fn elects(&self) -> bool {
        self.purpose == Purpose::Elect
    }

    /// Whether its list is settled: voted, or laid down by what the ballot is for.
    pub fn list_settled(&self) -> bool {
        self.list_by.is_some() || !self.elects()
    }
}

impl Congress {
    /// The secret ballots in the order in which they are held: one that asks an opinion comes before the election it serves.
    pub fn ballots_in_order(&self) -> impl Iterator<Item = &Election> {
        let elections = self.elections.iter().filter(|election| election.elects());
        elections.flat_map(|election| self.ballots_serving(election.id).chain(std::iter::once(election)))
    }

    /// The names from the floor that stand on the list of an election: nominated there, or of their own accord.
    pub fn floor_names(&self, election: ElectionId) -> Vec<PersonId> {
        let floor = |candidate: &&Candidate| candidate.stands() && candidate.source != Source::Prepared;
        self.in_ballot_order(self.candidates_of(election).filter(floor).map(|candidate| candidate.person))
    }

    /// How many names from the floor an election's list has room for: what the cap leaves after those prepared.
    pub fn room_for_floor(&self, election: &Election) -> u16 {
        let seats = election.seats.unwrap_or(0);
        let most = seats.saturating_add(self.meeting().regulation().max_surplus(seats));
        let listed = self.list(election.id).len().saturating_sub(self.floor_names(election.id).len());
        most.saturating_sub(u16::try_from(listed).unwrap_or(u16::MAX))
    }

    /// The ballots that asked an opinion for an election, in order.
    pub fn ballots_serving(&self, election: ElectionId) -> impl DoubleEndedIterator<Item = &Election> {
        self.elections.iter().filter(move |other| other.purpose.serves() == Some(election))
    }

    /// The names that still stand and that an opinion ballot left tied at the last place.
    pub fn tied_by_opinion(&self, election: ElectionId) -> Vec<PersonId> {
        let tied = |person: &PersonId| tied_in_opinion(self, election, *person).is_ok();
        self.floor_names(election).into_iter().filter(tied).collect()
    }

    /// The names such a ballot lists from its call on.
    pub(super) fn names_asked(&self, election: &Election) -> Vec<PersonId> {
        match election.purpose {
            Purpose::Elect => Vec::new(),
            Purpose::Opinion(of) => self.floor_names(of),
            Purpose::Introduction(of) => {
                let elected = self.committee_election().and_then(|committee| result::elected(self, committee));
                let Some(of) = self.elections.get(&of) else { return Vec::new() };
                let fit = |person: &PersonId| {
                    self.person(*person).is_ok_and(|person| super::standing::judge(self, of, person).is_ok())
                };
                self.in_ballot_order(elected.unwrap_or_default().into_iter().filter(fit))
            }
        }
    }
}

/// Judges calling a ballot that asks an opinion.
pub(super) fn judge_called(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    let (Purpose::Opinion(of) | Purpose::Introduction(of)) = election.purpose else { return Ok(()) };
    let served = congress.election(of)?;
    if !served.elects() || served.office != election.office || election.alternates > 0 {
        return Err(Refusal::OpinionOfOther { title: served.title.clone() });
    }
    if served.list_by.is_some() || served.stated.is_some() || congress.round_now(served.id).is_some() {
        return Err(Refusal::ListVoted);
    }
    if election.purpose == Purpose::Introduction(of) {
        super::list::refuse_order(congress, served)?;
        if served.office != Office::Secretary || election.seats != Some(1) {
            return Err(Refusal::IntroducesSecretary);
        }
        return if congress.names_asked(election).is_empty() { Err(Refusal::NobodyToIntroduce) } else { Ok(()) };
    }
    let names = u16::try_from(congress.floor_names(of).len()).unwrap_or(u16::MAX);
    let room = congress.room_for_floor(served);
    if names <= room {
        return Err(Refusal::ListFits { names, room });
    }
    if room > 0 && election.seats == Some(room) { Ok(()) } else { Err(Refusal::OpinionKeeps { room }) }
}

/// Puts the names asked about on the list of the ballot.
pub(super) fn list_names(congress: &mut Congress, election: &Election) {
    for person in congress.names_asked(election) {
        congress.candidates.put(Candidate { source: Source::Floor, ..Candidate::new(election.id, person) });
    }
}

/// An announced opinion ballot takes the names it did not keep off the list; the tied stay until the congress decides.
pub(super) fn take_effect(congress: &mut Congress, round: RoundId) {
    let Some(known) = congress.rounds.get(&round) else { return };
    let Some(Purpose::Opinion(of)) = congress.elections.get(&known.election).map(|election| election.purpose) else {
        return;
    };
    let Some(outcome) = result::outcome(congress, round) else { return };
    let left: Vec<PersonId> = (1..)
        .zip(&outcome.names)
        .filter(|(_, name)| name.standing == super::outcome::Standing::LeftOffList)
        .filter_map(|(number, _)| result::person_at(known, number))
        .collect();
    for person in left {
        if let Some(candidate) = congress.candidates.edit(&(of, person)) {
            candidate.left_off = Some(round);
        }
    }
}

/// The announced opinion ballot in which a name that still stands was tied at the last place.
pub(crate) fn tied_in_opinion(congress: &Congress, election: ElectionId, person: PersonId) -> Result<RoundId, Refusal> {
    let name = congress.person(person)?.name.clone();
    let stands = congress.candidates.get(&(election, person)).is_some_and(Candidate::stands);
    let opinions = congress.ballots_serving(election).filter_map(|ballot| congress.round_now(ballot.id));
    let tied = opinions.filter(|round| round.is_announced() && stands).find(|round| {
        let outcome = result::outcome(congress, round.id);
        let tied = outcome.map(|outcome| outcome.tied).unwrap_or_default();
        tied.into_iter().any(|number| result::person_at(round, number) == Some(person))
    });
    tied.map(|round| round.id).ok_or(Refusal::NotTiedInOpinion { name })
}
