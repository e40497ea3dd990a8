//! Desk files (tệp bàn): bundles lent to a desk that has no network, keyed in a file of their own, and brought back.
//!
//! The file of the congress says which keyings are away and in which file. The desk file holds the list, the bundles and what
//! was keyed of them – nothing else of the congress and nobody who is not on the ballot. Which bytes the files are is the
//! store's.

mod returned;

pub use returned::{Delivery, Returned, numbers, written};

use super::ballot::{Ballot, Defect, Judge, Marks};
use super::bundle::{Bundle, BundleState, Keying, KeyingState, judge_claim};
use super::round::{Aftermath, Entry, Ledger, Round, RoundKind, RoundState, Terms, Times};
use super::{Base, Change as Any, Election, KeyedBallot, Office};
use crate::domain::bodies::BodyKind;
use crate::domain::change::Change as Whole;
use crate::domain::congress::Congress;
use crate::domain::id::{ElectionId, PersonId, RoundId};
use crate::domain::meeting::{Kind, Meeting, Roster};
use crate::domain::people::Person;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::Entity;
use crate::domain::regulation::OpenPoints;
use crate::domain::role::{Role, Who};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What makes a file a desk file (tệp bàn): the congress it was made from, and the desk it was made for. One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskFile {
    /// Always 1.
    #[serde(default = "one")]
    pub id: u8,
    /// The name of the file of the congress.
    pub mother: String,
    /// The last line of its journal when this file was made.
    pub line: u64,
    /// The hash of that line.
    pub hash: String,
    /// The desk.
    pub desk: u16,
}

fn one() -> u8 {
    1
}

impl Entity for DeskFile {
    type Key = u8;
    const TABLE: &'static str = "desk_file";
    const KEY: &'static [&'static str] = &["id"];
    fn key(&self) -> u8 {
        self.id
    }
}

impl DeskFile {
    /// Who keys in it.
    pub fn who(&self) -> Who {
        at_desk(self.desk)
    }
}

fn at_desk(desk: u16) -> Who {
    Who { role: Role::Counter, desk: Some(desk) }
}

/// The list of a round as a desk needs it: the names in ballot order and what decides how papers are read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotList {
    /// The unit that meets.
    pub unit: String,
    /// Kind of meeting.
    pub meeting: Kind,
    /// Number of the regulation.
    pub regulation: String,
    /// The open points as they were frozen with the round.
    #[serde(default)]
    pub points: OpenPoints,
    /// The election.
    pub election: ElectionId,
    /// What is elected.
    pub office: Office,
    /// Its name as printed.
    pub title: String,
    /// The round.
    pub round: RoundId,
    /// Which round of its election.
    pub number: u16,
    /// Why it is held.
    pub kind: RoundKind,
    /// The seats it fills.
    pub seats: u16,
    /// The names in ballot order.
    pub names: Vec<String>,
    /// How the round is keyed.
    pub entry: Entry,
}

/// A bundle as it is lent: its size and which keying of it this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LentBundle {
    /// Its number.
    pub number: u16,
    /// How many papers it holds.
    pub size: u32,
    /// Which keying of the bundle this is.
    pub keying: u16,
}

/// A ballot as it comes back, or a run of identical ones; its number is its place in the bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BroughtBallot {
    /// How many identical ballots this is.
    pub times: u32,
    /// The marks by the names.
    pub marks: Marks,
    /// What makes the paper invalid whatever its marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub defect: Option<Defect>,
    /// Set aside for the head.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub set_aside: bool,
}

/// A bundle keyed whole in a desk file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BroughtBundle {
    /// Its number.
    pub number: u16,
    /// Which keying of it.
    pub keying: u16,
    /// When the desk handed it in.
    pub at: NaiveDateTime,
    /// Its ballots in the order in which they lay.
    pub ballots: Vec<BroughtBallot>,
}

impl BroughtBundle {
    /// How many papers it holds.
    pub fn papers(&self) -> u32 {
        self.ballots.iter().fold(0, |sum, ballot| sum.saturating_add(ballot.times))
    }
}

/// Changes that pass between the file of a congress and the files of its desks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A desk file was begun: the first line of its journal.
    Opened {
        /// What makes it a desk file.
        file: DeskFile,
        /// The list.
        list: BallotList,
        /// The bundles.
        bundles: Vec<LentBundle>,
        /// When.
        at: NaiveDateTime,
    },
    /// The head lent bundles to a desk without network, in a desk file.
    Lent {
        /// The round.
        round: RoundId,
        /// The desk.
        desk: u16,
        /// The name of the desk file.
        file: String,
        /// The hash of its first line.
        hash: String,
        /// The bundles.
        bundles: Vec<LentBundle>,
        /// When.
        at: NaiveDateTime,
    },
    /// Bundles keyed in a desk file were brought back: they are handed in.
    Brought {
        /// The round.
        round: RoundId,
        /// The name of the desk file.
        file: String,
        /// The bundles.
        bundles: Vec<BroughtBundle>,
    },
}

impl Congress {
    /// What makes this a desk file; none in the file of a congress.
    pub fn desk_file(&self) -> Option<&DeskFile> {
        self.desk_files.get(&1)
    }

    /// How many counting desks sit in the hall: one for each member of the largest counting committee, three at least.
    pub fn desks(&self) -> u16 {
        let counting = self.bodies.iter().filter(|body| body.kind == BodyKind::Counting);
        let members = counting.map(|body| body.members.len()).max().unwrap_or(0);
        u16::try_from(members).unwrap_or(u16::MAX).clamp(3, 40)
    }

    /// The first number of a desk that neither sits in the hall nor keyed anything.
    pub fn free_desk(&self) -> u16 {
        let used = self.keyings.iter().filter_map(|keying| keying.by.desk).max().unwrap_or(0);
        used.max(self.desks()).saturating_add(1)
    }

    /// The list of a round as a desk file holds it; none before bundles are handed out.
    pub fn ballot_list(&self, round: &Round) -> Option<BallotList> {
        let election = self.elections.get(&round.election)?;
        let name = |person: &PersonId| self.people.get(person).map(|person| person.name.clone());
        Some(BallotList {
            unit: self.meeting().unit.clone(),
            meeting: self.meeting().kind,
            regulation: self.meeting().regulation.clone(),
            points: round.terms.points,
            election: election.id,
            office: election.office,
            title: election.title.clone(),
            round: round.id,
            number: round.number,
            kind: round.kind,
            seats: round.seats,
            names: round.names.iter().map(name).collect::<Option<_>>()?,
            entry: round.terms.entry?,
        })
    }

    /// The bundles of these numbers as they would be lent now.
    pub fn lendable(&self, round: RoundId, numbers: &[u16]) -> Result<Vec<LentBundle>, Refusal> {
        let lent = |number: &u16| {
            let Bundle { number, size, .. } = *self.bundle(round, *number)?;
            Ok(LentBundle { number, size, keying: self.next_keying(round, number) })
        };
        numbers.iter().map(lent).collect()
    }
}

/// A desk file takes what is keyed of its bundles, and nothing else.
pub(in crate::domain) fn refuse_elsewhere(congress: &Congress, change: &Whole) -> Result<(), Refusal> {
    let keying = matches!(
        change,
        Whole::Election(
            Any::BallotKeyed(_) | Any::BallotCorrected(_) | Any::Bundle(super::bundle::Change::Locked { .. })
        ) | Whole::Undone { .. }
    );
    if congress.desk_files.is_empty() || keying { Ok(()) } else { Err(Refusal::DeskFileOnly) }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Opened { list, bundles, .. } => judge_opened(congress, list, bundles),
        Change::Lent { round, desk, bundles, .. } => judge_lent(congress, (*round, *desk), bundles),
        Change::Brought { round, file, bundles } => {
            super::walk::at_state(congress, *round, RoundState::Counting)?;
            if bundles.is_empty() {
                return Err(Refusal::Blank { what: Noun::Bundle });
            }
            let mut numbers: Vec<u16> = bundles.iter().map(|bundle| bundle.number).collect();
            refuse_twice(&mut numbers)?;
            bundles.iter().try_for_each(|bundle| judge_brought(congress, (*round, file), bundle))
        }
    }
}

fn judge_opened(congress: &Congress, list: &BallotList, bundles: &[LentBundle]) -> Result<(), Refusal> {
    if !congress.meetings.is_empty() {
        return Err(Refusal::AlreadyFounded);
    }
    if list.names.is_empty() {
        return Err(Refusal::Blank { what: Noun::Name });
    }
    if bundles.is_empty() || bundles.iter().any(|bundle| bundle.number == 0 || bundle.keying == 0 || bundle.size == 0) {
        return Err(Refusal::Blank { what: Noun::Bundle });
    }
    refuse_twice(&mut bundles.iter().map(|bundle| bundle.number).collect::<Vec<_>>())
}

fn judge_lent(congress: &Congress, (round, desk): (RoundId, u16), bundles: &[LentBundle]) -> Result<(), Refusal> {
    super::walk::at_state(congress, round, RoundState::Counting)?;
    if bundles.is_empty() {
        return Err(Refusal::Blank { what: Noun::Bundle });
    }
    refuse_twice(&mut bundles.iter().map(|bundle| bundle.number).collect::<Vec<_>>())?;
    for lent in bundles {
        judge_claim(congress, (round, lent.number), at_desk(desk))?;
        let known = congress.bundle(round, lent.number)?;
        if known.size != lent.size || congress.next_keying(round, lent.number) != lent.keying {
            return Err(Refusal::BundleMoved { bundle: lent.number });
        }
    }
    Ok(())
}

fn refuse_twice(numbers: &mut [u16]) -> Result<(), Refusal> {
    numbers.sort_unstable();
    match numbers.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Refusal::NumberTaken { what: Noun::Bundle, number: u32::from(pair[0]) }),
        None => Ok(()),
    }
}

/// A bundle comes back into the keying that was lent, full, with papers that can be.
fn judge_brought(congress: &Congress, (round, file): (RoundId, &str), brought: &BroughtBundle) -> Result<(), Refusal> {
    let (number, known) = (brought.number, congress.bundle(round, brought.number)?);
    let keying = congress.keyings.get(&(round, number, brought.keying));
    let keying = keying.filter(|keying| keying.away.as_deref() == Some(file)).ok_or(Refusal::DeskFileUnknown)?;
    match keying.state {
        KeyingState::Open => {}
        KeyingState::Locked => return Err(Refusal::BundleLocked { bundle: number }),
        KeyingState::Void => {
            let reason = keying.reason.clone().unwrap_or_default();
            return Err(Refusal::KeyingTakenBack { bundle: number, reason });
        }
    }
    let papers = brought.papers();
    if papers != known.size {
        return Err(Refusal::BundleNotFull { bundle: number, keyed: papers, size: known.size });
    }
    let contest = congress.contest(congress.round(round)?);
    for ballot in &brought.ballots {
        if ballot.times == 0 {
            return Err(Refusal::Blank { what: Noun::Ballots });
        }
        let paper = Ballot { marks: ballot.marks.clone(), defect: ballot.defect };
        if let Err(fault) = Judge::new(contest).judge(&paper) {
            return Err(Refusal::NotOnBallot { fault: fault.to_string(), names: contest.names });
        }
    }
    Ok(())
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Opened { file, list, bundles, at } => {
            congress.desk_files.put(file.clone());
            open(congress, list, bundles, *at);
            for lent in bundles {
                congress.keyings.put(claimed((list.round, file.desk), *lent, *at));
            }
        }
        Change::Lent { round, desk, file, bundles, at, .. } => {
            for lent in bundles {
                let away = Some(file.clone());
                congress.keyings.put(Keying { away, ..claimed((*round, *desk), *lent, *at) });
            }
        }
        Change::Brought { round, bundles, .. } => {
            for brought in bundles {
                bring(congress, *round, brought);
            }
        }
    }
}

fn claimed((round, desk): (RoundId, u16), lent: LentBundle, at: NaiveDateTime) -> Keying {
    Keying {
        round,
        bundle: lent.number,
        number: lent.keying,
        by: at_desk(desk),
        state: KeyingState::Open,
        keyed: 0,
        claimed_at: at,
        ended_at: None,
        reason: None,
        away: None,
    }
}

fn bring(congress: &mut Congress, round: RoundId, brought: &BroughtBundle) {
    for (number, ballot) in (1..).zip(&brought.ballots) {
        let BroughtBallot { times, marks, defect, set_aside } = ballot.clone();
        let (bundle, keying) = (brought.number, brought.keying);
        congress.ballots.put(KeyedBallot { round, bundle, keying, number, times, marks, defect, set_aside });
    }
    let key = (round, brought.number, brought.keying);
    if let Some(keying) = congress.keyings.edit(&key) {
        keying.keyed = brought.papers();
    }
    super::bundle::hand_in(congress, key, brought.at);
}

/// The congress of a desk file: the list and the bundles, people only as names on the ballot.
fn open(congress: &mut Congress, list: &BallotList, bundles: &[LentBundle], at: NaiveDateTime) {
    congress.meetings.put(Meeting {
        id: 1,
        kind: list.meeting,
        unit: list.unit.clone(),
        regulation: list.regulation.clone(),
        open_points: list.points,
        // nobody but those on the ballot is here: every count of the hall is unknown
        roster: Roster::NamedOnly,
        ..Meeting::default()
    });
    for (id, name) in (1..).map(PersonId).zip(&list.names) {
        congress.people.put(Person::named(id, name));
    }
    let seats = Some(list.seats);
    congress.elections.put(Election { seats, ..Election::new(list.election, list.office, list.title.clone()) });
    let papers = bundles.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.size));
    congress.rounds.put(Round {
        id: list.round,
        election: list.election,
        number: list.number,
        kind: list.kind,
        state: RoundState::Counting,
        names: (1..).map(PersonId).zip(&list.names).map(|(id, _)| id).collect(),
        seats: list.seats,
        base: Base::default(),
        terms: Terms { points: list.points, after: None, entry: Some(list.entry), ..Terms::default() },
        ledger: Ledger { collected: Some(papers), ..Ledger::default() },
        times: Times { opened: at, ..Times::default() },
        counts: None,
        aftermath: Aftermath::default(),
    });
    for lent in bundles {
        congress.bundles.put(Bundle {
            round: list.round,
            number: lent.number,
            size: lent.size,
            state: BundleState::HandedOut,
            differences: Vec::new(),
            read_back: None,
        });
    }
}
