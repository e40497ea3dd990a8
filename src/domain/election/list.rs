//! An election and its list: what is elected, how many, who stands. Who may stand is judged in `standing`;
//! rounds and ballots live in `round` and `keyed`.

use super::form::Office;
use super::purpose::{self, Purpose};
use super::result;
use super::seats;
use super::standing;
use super::withdrawal::Withdrawal;
use crate::domain::agenda::{filled, numbered};
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, ItemId, MotionId, PersonId, RoundId};
use crate::domain::meeting::{Kind, Roster};
use crate::domain::names::NameKey;
use crate::domain::people::Person;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::{Entity, entity};
use crate::domain::regulation::{DelegateBallots, Regulation};
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
    /// What the ballot is for.
    #[serde(default, skip_serializing_if = "is_electing")]
    pub purpose: Purpose,
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
    /// How many the body has in all (số lượng cấp ủy viên); none where it is the number to elect. Those beyond the seats are
    /// completed after the congress (kiện toàn sau).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u16>,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field on by reference")]
fn is_electing(purpose: &Purpose) -> bool {
    *purpose == Purpose::Elect
}

entity!(Election, ElectionId, "election");

impl Election {
    /// An election just called by the congress: nothing of it is settled.
    pub fn new(id: ElectionId, office: Office, title: impl Into<String>) -> Self {
        Self {
            id,
            office,
            purpose: Purpose::Elect,
            title: title.into(),
            item: None,
            voters: Voters::Congress,
            seats: None,
            size: None,
            alternates: 0,
            seats_by: None,
            list_by: None,
            prepared: Vec::new(),
            stated: None,
        }
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
    /// The round of the opinion ballot that left the name off the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_off: Option<RoundId>,
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
    /// A name that the outgoing committee prepared.
    pub fn new(election: ElectionId, person: PersonId) -> Self {
        Self { election, person, source: Source::Prepared, support: None, withdrawal: None, left_off: None }
    }

    /// Whether they still stand.
    pub fn stands(&self) -> bool {
        let withdrew = self.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.allowed == Some(true));
        !withdrew && self.left_off.is_none()
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
        self.election_of(Office::Committee)
    }

    /// The election of an office, opinion ballots left out.
    pub fn election_of(&self, office: Office) -> Option<&Election> {
        self.elections.iter().find(|election| election.office == office && election.elects())
    }

    /// Those elected to an office and announced; none where nobody is known.
    pub fn elected_to(&self, office: Office) -> Option<Vec<PersonId>> {
        self.election_of(office).and_then(|election| result::elected(self, election))
    }
}

/// Judges calling an election, or correcting it before its number is voted.
pub(super) fn judge_called(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    filled(&election.title, Noun::Title)?;
    numbered(election.id, Noun::Election)?;
    if congress.meeting().is_review() {
        return Err(Refusal::ReviewElectsNobody);
    }
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
    seats::judge_size(election, election.seats, election.size)?;
    if !election.elects() {
        return purpose::judge_called(congress, election);
    }
    refuse_second(congress, election)?;
    // a congress may be prepared before its roster is there; the number is judged again when it is voted
    if !congress.people.is_empty() {
        refuse_small_cell(congress, election)?;
    }
    refuse_one_list(congress, election)?;
    standing::judge_prepared(congress, election)
}

/// One body and one holder of an office: a second election would begin the rounds anew.
fn refuse_second(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    let several = matches!(election.office, Office::Deputy | Office::Delegates | Office::Alternates);
    let same = |other: &&Election| other.office == election.office && other.id != election.id && other.elects();
    match congress.elections.iter().find(same) {
        Some(other) if !several => Err(Refusal::OfficeCalled { title: other.title.clone() }),
        _ => Ok(()),
    }
}

/// Alternates come from the list of the delegates, or from a ballot of their own, as the congress settled it.
fn refuse_one_list(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    let two = congress.meeting().regulation().rounds.delegates == DelegateBallots::TwoBallots;
    match election.office {
        Office::Alternates if !two => Err(Refusal::AlternatesOnOneList),
        Office::Delegates if two && election.alternates > 0 => Err(Refusal::AlternatesOnTwoBallots),
        Office::Delegates | Office::Alternates => Ok(()),
        _ if election.alternates > 0 => Err(Refusal::OnlyDelegatesHaveAlternates),
        _ => Ok(()),
    }
}

/// The full members of a cell, and from how many a cell has a chi ủy; none for another kind of meeting.
pub(super) fn cell_size(congress: &Congress) -> Option<(u32, u32)> {
    let meeting = congress.meeting();
    let members = congress.full_members().filter(|_| meeting.kind == Kind::Cell)?;
    Some((members, meeting.regulation().sizes.committee_from))
}

/// A cell of fewer than nine full members has no chi ủy (rules §3).
pub(super) fn refuse_small_cell(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    match cell_size(congress) {
        Some((members, from)) if election.office == Office::Committee && members < from => {
            Err(Refusal::SmallCell { members, from })
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
    if candidate.left_off.is_some() || !election.elects() {
        return Err(Refusal::ListVoted);
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

/// How many attend where an election is held: everybody in the hall, or of a plenum its members.
pub fn attending(congress: &Congress, election: &Election) -> u32 {
    match election.voters {
        Voters::Congress => congress.hall().present,
        Voters::Plenum => super::base::voters(congress, election),
    }
}

/// Support for a name from the floor: more than 30 % of those attending (rules §4).
fn judge_support(congress: &Congress, candidate: &Candidate, person: &Person) -> Result<(), Refusal> {
    if candidate.source == Source::Prepared {
        return Ok(());
    }
    let present = attending(congress, congress.election(candidate.election)?);
    let needed = congress.meeting().regulation().support_needed(present);
    match candidate.support {
        _ if congress.meeting().roster == Roster::NamedOnly => Ok(()),
        Some(support) if support > present => Err(Refusal::MoreSupportThanPresent { support, present }),
        Some(support) if support >= needed => Ok(()),
        support => Err(Refusal::SupportMissing { name: person.name.clone(), support: support.unwrap_or(0), needed }),
    }
}

/// The order chi ủy → ban thường vụ, bí thư → phó bí thư, ủy ban kiểm tra → chủ nhiệm, đại biểu → dự khuyết (rules §3).
pub(super) fn refuse_order(congress: &Congress, election: &Election) -> Result<(), Refusal> {
    let settled = |office: Office| {
        let mut elections = congress.elections.iter().filter(|other| other.office == office && other.elects());
        let first = elections.next();
        first.map(|first| result::settled(congress, first) && elections.all(|other| result::settled(congress, other)))
    };
    let from_committee = matches!(
        election.office,
        Office::Secretary | Office::Deputy | Office::StandingCommittee | Office::Inspection | Office::InspectionHead
    );
    match settled(Office::Committee) {
        // a cell that has become too small for a chi ủy waits for none
        Some(false) if from_committee && !is_without_committee(congress) => return Err(Refusal::CommitteeFirst),
        None if election.office == Office::Secretary => refuse_without_committee(congress)?,
        _ => {}
    }
    match election.office {
        Office::Deputy if settled(Office::Secretary) != Some(true) => Err(Refusal::SecretaryFirst),
        Office::InspectionHead if settled(Office::Inspection) != Some(true) => Err(Refusal::InspectionFirst),
        Office::Alternates if settled(Office::Delegates) != Some(true) => Err(Refusal::DelegatesFirst),
        _ => Ok(()),
    }
}

/// Whether the cell is too small for a chi ủy, and none was voted while it was larger.
pub(super) fn is_without_committee(congress: &Congress) -> bool {
    let voted = |committee: &Election| congress.round_now(committee.id).is_some() || committee.stated.is_some();
    let voted = congress.committee_election().is_some_and(voted);
    !voted && cell_size(congress).is_some_and(|(members, from)| members < from)
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
    if !election.elects() {
        return Err(Refusal::ListVoted);
    }
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
        judge_listed(congress, election, *person)?;
    }
    judge_surplus(congress, election, &list, seats)
}

/// Surplus = names − seats: at least one for committee and standing committee, at most 30 % of the seats (rules §4). In a
/// further round those elected already are out of it; the cap is of all seats, as the list was first voted.
fn judge_surplus(congress: &Congress, election: &Election, list: &[PersonId], seats: u16) -> Result<(), Refusal> {
    let regulation = congress.meeting().regulation();
    let elected = result::elected(congress, election).unwrap_or_default();
    let count = |names: usize| u16::try_from(names).unwrap_or(u16::MAX);
    let all = count(list.len());
    let names = count(list.iter().filter(|person| !elected.contains(person)).count());
    let open = seats.saturating_sub(count(elected.len()));
    judge_numbers(regulation, election.office, (names, open), (all, seats))
}

/// Judges how many names stand for how many seats: those left for the seats still open, and all for all.
pub fn judge_numbers(
    regulation: Regulation,
    office: Office,
    (names, open): (u16, u16),
    (all, seats): (u16, u16),
) -> Result<(), Refusal> {
    if names < open {
        return Err(Refusal::ListTooShort { names, seats: open });
    }
    let required = matches!(office, Office::Committee | Office::StandingCommittee);
    if required && names - open < regulation.list.required_surplus {
        return Err(Refusal::NoSurplus { names, seats: open });
    }
    // 30 % of one seat would forbid every choice of a secretary
    let single = seats == 1 && (office.is_single() || office == Office::Deputy);
    let cap = if single { 1 } else { regulation.max_surplus(seats) };
    let surplus = all.saturating_sub(seats);
    if surplus > cap { Err(Refusal::SurplusOverCap { surplus, seats, cap }) } else { Ok(()) }
}

/// Judges whether somebody may be on the list: the right to stand, and no part in the counting.
pub(super) fn judge_name(congress: &Congress, election: &Election, person: PersonId) -> Result<(), Refusal> {
    let person = congress.person(person)?;
    let counting = congress.counting_committee(election.id);
    if counting.is_some_and(|body| body.members.contains(&person.id)) {
        return Err(Refusal::CandidateCounts { name: person.name.clone() });
    }
    standing::judge(congress, election, person)
}

/// Judges a name that stands on the list, about to be voted or frozen: since its nomination it may have lost the right to stand.
pub(super) fn judge_listed(congress: &Congress, election: &Election, person: PersonId) -> Result<(), Refusal> {
    judge_name(congress, election, person).map_err(|because| match because {
        Refusal::CandidateCounts { .. } => because,
        because => Refusal::NoLongerStands { because: Box::new(because) },
    })
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
