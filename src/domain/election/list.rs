//! An election and its list: what is elected, how many, who stands. Who may stand is judged in `standing`;
//! rounds and ballots live in `round` and `keyed`.

use super::form::Office;
use super::result;
use super::standing;
use crate::domain::agenda::{filled, numbered};
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, ItemId, MotionId, PersonId};
use crate::domain::meeting::{Kind, Roster};
use crate::domain::motions::Subject;
use crate::domain::names::NameKey;
use crate::domain::people::Person;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::{Entity, entity};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who elects: it decides the base (rules §5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voters {
    /// The congress.
    #[default]
    Congress,
    /// The first plenum of the elected committee (hội nghị lần thứ nhất).
    Plenum,
}

/// What a source says of a result whose votes it does not give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// Those elected; none where the source does not name them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<Vec<PersonId>>,
}

/// The election of one body or office (cuộc bầu cử).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// Number.
    pub id: ElectionId,
    /// What is elected.
    pub office: Office,
    /// Its name as printed: `Chi ủy nhiệm kỳ 2022 – 2025`.
    pub title: String,
    /// The item in which it is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Who elects.
    #[serde(default)]
    pub voters: Voters,
    /// The number to elect (số lượng); none until it is voted, or allotted from above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u16>,
    /// How many alternates (dự khuyết) are taken from those left over half.
    #[serde(default)]
    pub alternates: u16,
    /// The hand vote on the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats_by: Option<MotionId>,
    /// The hand vote on the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_by: Option<MotionId>,
    /// The names the outgoing committee prepared (danh sách cấp ủy chuẩn bị); none of them is nominated by that.
    #[serde(default)]
    pub prepared: Vec<PersonId>,
    /// A result known without its votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
}

entity!(Election, ElectionId, "election");

impl Election {
    /// Whether the number to elect is settled: voted, or allotted from above for delegates.
    pub fn seats_settled(&self) -> bool {
        self.seats.is_some() && (self.seats_by.is_some() || self.office == Office::Delegates)
    }
}

/// How a candidate came onto the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Prepared by the outgoing committee (cấp ủy chuẩn bị).
    #[default]
    Prepared,
    /// Nominated from the floor (đề cử tại đại hội).
    Floor,
    /// Stood of their own accord (ứng cử).
    OwnAccord,
}

/// A request to withdraw (xin rút); the congress decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The reason given.
    pub reason: String,
    /// Whether the congress allowed it; none while it was not voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<bool>,
    /// The hand vote that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<MotionId>,
}

/// A candidate of one election.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The election.
    pub election: ElectionId,
    /// The person.
    pub person: PersonId,
    /// How they came onto the list.
    #[serde(default)]
    pub source: Source,
    /// How many supported a nomination from the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<u32>,
    /// A request to withdraw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Withdrawal>,
}

impl Entity for Candidate {
    type Key = (ElectionId, PersonId);
    const TABLE: &'static str = "candidate";
    const KEY: &'static [&'static str] = &["election", "person"];
    fn key(&self) -> Self::Key {
        (self.election, self.person)
    }
}

impl Candidate {
    /// Whether they still stand.
    pub fn stands(&self) -> bool {
        self.withdrawal.as_ref().is_none_or(|withdrawal| withdrawal.allowed != Some(true))
    }
}

impl Congress {
    /// All candidates of an election, those who withdrew too.
    pub fn candidates_of(&self, election: ElectionId) -> impl Iterator<Item = &Candidate> + Clone {
        self.candidates.range((election, PersonId(0))..=(election, PersonId(u32::MAX)))
    }

    /// The list (danh sách bầu cử): those who stand, in ballot order (by given name, rules §4).
    pub fn list(&self, election: ElectionId) -> Vec<PersonId> {
        self.in_ballot_order(
            self.candidates_of(election).filter(|candidate| candidate.stands()).map(|candidate| candidate.person),
        )
    }

    /// People by given name, Vietnamese alphabet with tones (rules §4).
    pub(super) fn in_ballot_order(&self, people: impl Iterator<Item = PersonId>) -> Vec<PersonId> {
        let mut people: Vec<&Person> = people.filter_map(|person| self.people.get(&person)).collect();
        people.sort_by_cached_key(|person| (NameKey::of(&person.name), person.id));
        people.into_iter().map(|person| person.id).collect()
    }

    /// Full members on the roster; none where the roster is not everybody.
    pub fn full_members(&self) -> Option<u32> {
        let full = self.people.iter().filter(|person| person.is_full_member()).count();
        (self.meeting().roster == Roster::Complete).then(|| u32::try_from(full).unwrap_or(u32::MAX))
    }

    /// The election of the committee at this congress, if there is one.
    pub fn committee_election(&self) -> Option<&Election> {
        self.elections.iter().find(|election| election.office == Office::Committee)
    }
}

/// Judges calling an election, or correcting it before its number is voted.
pub(super) fn judge_called(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    filled(&election.title, Noun::Title)?;
    numbered(election.id, Noun::Election)?;
    let known = congress.elections.get(&election.id);
    let settled = |known: &Election| {
        let voted = known.seats_by.or(known.list_by).is_some() || known.stated.is_some();
        voted || congress.round_now(known.id).is_some()
    };
    if known.is_some_and(settled)
        || election.seats_by.is_some()
        || election.list_by.is_some()
        || election.stated.is_some()
    {
        return Err(Refusal::ElectionUnderWay { title: election.title.clone() });
    }
    if let Some(item) = election.item {
        congress.item(item)?;
    }
    if election.seats == Some(0) {
        return Err(Refusal::NoSeats);
    }
    refuse_second(congress, election)?;
    refuse_small_cell(congress, election)?;
    standing::judge_prepared(congress, election)
}

/// One committee and one secretary: a second election would begin the rounds anew.
fn refuse_second(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    let same = |other: &&Election| other.office == election.office && other.id != election.id;
    match congress.elections.iter().find(same) {
        Some(other) if matches!(election.office, Office::Committee | Office::Secretary) => {
            Err(Refusal::OfficeCalled { title: other.title.clone() })
        }
        _ => Ok(()),
    }
}

/// The full members of a cell, and from how many a cell has a chi ủy; none for another kind of meeting.
fn cell_size(congress: &Congress) -> Option<(u32, u32)> {
    let meeting = congress.meeting();
    let members = congress.full_members().filter(|_| meeting.kind == Kind::Cell)?;
    Some((members, meeting.regulation().sizes.committee_from))
}

/// A cell of fewer than nine full members has no chi ủy (rules §3).
fn refuse_small_cell(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    match cell_size(congress) {
        Some((members, from)) if election.office == Office::Committee && members < from => {
            Err(Refusal::SmallCell { members, from })
        }
        _ => Ok(()),
    }
}

/// Judges the vote on the number to elect.
pub(crate) fn judge_seats(congress: &Congress, election: ElectionId, seats: u16) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    let meeting = congress.meeting();
    if election.office == Office::Delegates {
        return Err(Refusal::SeatsAllotted);
    }
    if election.list_by.is_some() || election.stated.is_some() || congress.round_now(election.id).is_some() {
        return Err(Refusal::ElectionUnderWay { title: election.title.clone() });
    }
    if seats == 0 {
        return Err(Refusal::NoSeats);
    }
    refuse_small_cell(congress, election)?;
    let largest = meeting.regulation().sizes.cell_committee;
    if meeting.kind == Kind::Cell && election.office == Office::Committee && seats > largest {
        return Err(Refusal::CommitteeTooLarge { seats, largest });
    }
    if election.office == Office::Secretary && seats > 1 {
        return Err(Refusal::OneSecretary);
    }
    match cell_size(congress) {
        Some((members, from)) if election.office == Office::Deputy && seats > 1 && members < from => {
            Err(Refusal::OneDeputy { from })
        }
        _ => Ok(()),
    }
}

/// Judges putting a person on the list.
pub(super) fn judge_nominated(congress: &Congress, candidate: &Candidate) -> Result<(), Refusal> {
    let election = congress.election(candidate.election)?;
    let person = congress.person(candidate.person)?;
    if candidate.withdrawal.is_some() {
        return Err(Refusal::WithdrawalNeedsVote);
    }
    if congress.candidates.get(&candidate.key()).is_some() {
        return Err(Refusal::NamedTwice { name: person.name.clone() });
    }
    judge_open(congress, election)?;
    judge_name(congress, election, person.id)?;
    judge_support(congress, candidate, person)
}

/// Whether names are taken now: the number is voted, the list is not, and it is this election's turn.
pub(super) fn judge_open(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    if election.list_by.is_some() && !result::may_add_names(congress, election) {
        return Err(Refusal::ListVoted);
    }
    if !election.seats_settled() {
        return Err(Refusal::SeatsNotVoted);
    }
    refuse_order(congress, election)
}

/// Support for a name from the floor: more than 30 % of those attending (rules §4).
fn judge_support(congress: &Congress, candidate: &Candidate, person: &Person) -> Result<(), Refusal> {
    if candidate.source == Source::Prepared {
        return Ok(());
    }
    let needed = congress.meeting().regulation().support_needed(congress.hall().present);
    match candidate.support {
        _ if congress.meeting().roster == Roster::NamedOnly => Ok(()),
        Some(support) if support > congress.hall().present => {
            Err(Refusal::MoreSupportThanPresent { support, present: congress.hall().present })
        }
        Some(support) if support >= needed => Ok(()),
        support => Err(Refusal::SupportMissing { name: person.name.clone(), support: support.unwrap_or(0), needed }),
    }
}

/// The order chi ủy → bí thư → phó bí thư (rules §3).
pub(super) fn refuse_order(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    if !matches!(election.office, Office::Secretary | Office::Deputy | Office::StandingCommittee | Office::Inspection) {
        return Ok(());
    }
    match congress.committee_election() {
        Some(committee) if !result::settled(congress, committee) => return Err(Refusal::CommitteeFirst),
        None if election.office == Office::Secretary => refuse_without_committee(congress)?,
        _ => {}
    }
    let secretary = congress.elections.iter().find(|other| other.office == Office::Secretary);
    let settled = secretary.is_some_and(|secretary| result::settled(congress, secretary));
    if election.office == Office::Deputy && !settled { Err(Refusal::SecretaryFirst) } else { Ok(()) }
}

/// A cell of nine or more elects its chi ủy before its secretary.
fn refuse_without_committee(congress: &Congress) -> Result<(), Refusal> {
    match cell_size(congress) {
        Some((members, from)) if members >= from => Err(Refusal::CommitteeFirst),
        _ => Ok(()),
    }
}

/// Judges the vote on the list: surplus (số dư), withdrawals, the counting committee.
pub(crate) fn judge_list(congress: &Congress, election: ElectionId) -> Result<(), Refusal> {
    let election = congress.election(election)?;
    let Some(seats) = election.seats.filter(|_| election.seats_settled()) else {
        return Err(Refusal::SeatsNotVoted);
    };
    if election.list_by.is_some() && !result::may_add_names(congress, election) {
        return Err(Refusal::ListVoted);
    }
    refuse_order(congress, election)?;
    let undecided = congress
        .candidates_of(election.id)
        .find(|candidate| candidate.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.allowed.is_none()));
    if let Some(candidate) = undecided {
        return Err(Refusal::WithdrawalOpen { name: congress.person(candidate.person)?.name.clone() });
    }
    let list = congress.list(election.id);
    for person in &list {
        judge_name(congress, election, *person)?;
    }
    let names = u16::try_from(list.len()).unwrap_or(u16::MAX);
    judge_surplus(congress, election, names, seats)
}

/// Surplus = names − seats: at least one for committee and standing committee, at most 30 % of the seats (rules §4).
fn judge_surplus(congress: &Congress, election: &Election, names: u16, seats: u16) -> Result<(), Refusal> {
    let regulation = congress.meeting().regulation();
    if names < seats {
        return Err(Refusal::ListTooShort { names, seats });
    }
    let surplus = names - seats;
    let required = matches!(election.office, Office::Committee | Office::StandingCommittee);
    if required && surplus < regulation.list.required_surplus {
        return Err(Refusal::NoSurplus { names, seats });
    }
    let single = seats == 1 && matches!(election.office, Office::Secretary | Office::Deputy);
    let cap = if single { 1 } else { regulation.max_surplus(seats) };
    if surplus > cap {
        return Err(Refusal::SurplusOverCap { surplus, seats, cap });
    }
    Ok(())
}

/// Judges a name about to be voted or frozen: since its nomination the person's standing may have changed, or a counting
/// committee been elected.
pub(super) fn judge_name(congress: &Congress, election: &Election, person: PersonId) -> Result<(), Refusal> {
    let person = congress.person(person)?;
    let counting = congress.counting_committee(election.id);
    if counting.is_some_and(|body| body.members.contains(&person.id)) {
        return Err(Refusal::CandidateCounts { name: person.name.clone() });
    }
    standing::judge(congress, election, person)
}

/// Refuses a candidate as member of the counting committee, ballot by ballot (rules §2).
pub(crate) fn refuse_counting_candidate(
    congress: &Congress,
    election: Option<ElectionId>,
    person: PersonId,
) -> Result<(), Refusal> {
    let counted =
        |other: &&Election| election.map_or(!result::settled(congress, other), |election| election == other.id);
    let stands = |election: &Election| congress.candidates.get(&(election.id, person)).is_some_and(Candidate::stands);
    if congress.elections.iter().filter(counted).any(stands) {
        return Err(Refusal::CandidateCounts { name: congress.person(person)?.name.clone() });
    }
    Ok(())
}

/// Judges a candidate's request to withdraw.
pub(super) fn judge_withdrawal_asked(
    congress: &Congress,
    key: (ElectionId, PersonId),
    reason: &str,
) -> Result<(), Refusal> {
    let election = congress.election(key.0)?;
    let name = congress.person(key.1)?.name.clone();
    filled(reason, Noun::Reason)?;
    if election.list_by.is_some() {
        return Err(Refusal::ListVoted);
    }
    match congress.candidates.get(&key) {
        None => Err(Refusal::NotCandidate { name }),
        Some(candidate) => match candidate.withdrawal.as_ref().map(|request| request.allowed) {
            None => Ok(()),
            Some(None) => Err(Refusal::WithdrawalOpen { name }),
            Some(Some(false)) => Err(Refusal::WithdrawalRefused { name }),
            Some(Some(true)) => Err(Refusal::NotCandidate { name }),
        },
    }
}

/// Judges the congress's vote on a request to withdraw.
pub(crate) fn judge_withdrawal(congress: &Congress, election: ElectionId, person: PersonId) -> Result<(), Refusal> {
    let name = congress.person(person)?.name.clone();
    let candidate = congress.candidates.get(&(election, person));
    let open =
        candidate.and_then(|candidate| candidate.withdrawal.as_ref()).is_some_and(|request| request.allowed.is_none());
    if open { Ok(()) } else { Err(Refusal::NoWithdrawal { name }) }
}

/// Whether a subject is the number of this election.
pub fn is_seats_of(subject: &Subject, election: ElectionId) -> bool {
    matches!(subject, Subject::Seats { election: other, .. } if *other == election)
}
