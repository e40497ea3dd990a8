//! Bundles (tệp phiếu): the papers of a round in countable heaps, each keyed by one or two people, compared, settled.
//!
//! ```text
//!                    claimed, keyed, locked                 single: locked ▸ read back
//!   ┌───────────┐  ─────────────────────────▶  ┌───────┐  ────────────────────────────────┐
//!   │ handed out│                              │ keyed │   double: a second person keyed    ▼
//!   └───────────┘  ◀─────────────────────────  └───────┘  ──▶ both agree ───────────▶ ┌─────────┐
//!         ▲              a keying voided           │                                  │ settled │
//!         │                                        ▼                                  └─────────┘
//!         │                                   ┌─────────┐    a third person decided        ▲
//!         └────────── a keying voided ─────── │ differs │ ─── every difference ────────────┘
//!                                             └─────────┘
//! ```
//!
//! What two keyings differ in is found in `differ`; a decision on a difference lives in `settlement`.

use super::differ::{Difference, differences, set_aside};
use super::round::{Entry, Round, RoundState};
use crate::domain::congress::Congress;
use crate::domain::id::RoundId;
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::register::Entity;
use crate::domain::role::{Role, Who};
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a bundle has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BundleState {
    /// Handed out by the head; not keyed whole yet.
    HandedOut,
    /// Keyed whole once: waits for the second person, or to be read back.
    Keyed,
    /// The keyings differ, or papers were set aside: a third person decides.
    Differs,
    /// Settled: its papers count.
    Settled,
}

/// Who read a bundle back against its papers (đọc soát), and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadBack {
    /// At which screen.
    pub by: Who,
    /// When.
    pub at: NaiveDateTime,
}

/// A bundle (tệp phiếu).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// The round.
    pub round: RoundId,
    /// Its number, from 1.
    pub number: u16,
    /// How many papers it was declared to hold.
    pub size: u32,
    /// How far it is.
    pub state: BundleState,
    /// What the keyings differ in, or what was set aside.
    pub differences: Vec<Difference>,
    /// Single entry: who read it back.
    #[serde(default)]
    pub read_back: Option<ReadBack>,
}

impl Entity for Bundle {
    type Key = (RoundId, u16);
    const TABLE: &'static str = "bundle";
    const KEY: &'static [&'static str] = &["round", "number"];
    fn key(&self) -> Self::Key {
        (self.round, self.number)
    }
}

/// How far one keying of a bundle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeyingState {
    /// Somebody keys it.
    Open,
    /// Full and handed in: nothing of it changes any more.
    Locked,
    /// The head took it back; its ballots are kept and do not count.
    Void,
}

/// One keying of a bundle by one person (lượt nhập).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keying {
    /// The round.
    pub round: RoundId,
    /// The bundle.
    pub bundle: u16,
    /// Which keying of the bundle, from 1; voided ones keep their number.
    pub number: u16,
    /// Who claimed it: only they key it.
    pub by: Who,
    /// How far it is.
    pub state: KeyingState,
    /// How many papers are keyed.
    pub keyed: u32,
    /// When it was claimed.
    pub claimed_at: NaiveDateTime,
    /// When it was handed in or taken back.
    #[serde(default)]
    pub ended_at: Option<NaiveDateTime>,
    /// Why the head took it back.
    #[serde(default)]
    pub reason: Option<String>,
    /// The name of the desk file it is keyed in; none where it is keyed in the file of the congress.
    #[serde(default)]
    pub away: Option<String>,
}

impl Keying {
    /// Whether somebody keys it in this file now.
    pub fn is_open_here(&self) -> bool {
        self.state == KeyingState::Open && self.away.is_none()
    }
}

impl Entity for Keying {
    type Key = (RoundId, u16, u16);
    const TABLE: &'static str = "keying";
    const KEY: &'static [&'static str] = &["round", "bundle", "number"];
    fn key(&self) -> Self::Key {
        (self.round, self.bundle, self.number)
    }
}

/// A bundle as the head declares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// Its number, from 1.
    pub number: u16,
    /// How many papers it holds.
    pub size: u32,
}

/// Changes of the bundles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The head handed bundles out and said how they are keyed.
    HandedOut {
        /// The round.
        round: RoundId,
        /// Keyed once and read back, or twice by two people.
        entry: Entry,
        /// The bundles.
        bundles: Vec<Declared>,
    },
    /// The head counted a bundle again and corrected its size.
    Resized {
        /// The round.
        round: RoundId,
        /// The bundle and its size now.
        bundle: Declared,
        /// Why.
        reason: String,
    },
    /// A desk took a bundle to key it.
    Claimed {
        /// The round.
        round: RoundId,
        /// The bundle.
        bundle: u16,
        /// Which keying of it this is.
        keying: u16,
        /// Who took it.
        by: Who,
        /// When.
        at: NaiveDateTime,
    },
    /// A desk handed a full keying in: it is locked.
    Locked {
        /// The round.
        round: RoundId,
        /// The bundle.
        bundle: u16,
        /// The keying.
        keying: u16,
        /// When.
        at: NaiveDateTime,
    },
    /// The head took a keying back: it is kept and does not count, and the bundle can be claimed again.
    Voided {
        /// The round.
        round: RoundId,
        /// The bundle.
        bundle: u16,
        /// The keying.
        keying: u16,
        /// Why.
        reason: String,
        /// When.
        at: NaiveDateTime,
    },
    /// Single entry: the bundle was read back against its papers and holds.
    ReadBack {
        /// The round.
        round: RoundId,
        /// The bundle.
        bundle: u16,
        /// At which screen.
        by: Who,
        /// When.
        at: NaiveDateTime,
    },
}

impl Entry {
    /// How many people key each bundle.
    pub fn keyings(self) -> usize {
        match self {
            Self::Single => 1,
            Self::Double => 2,
        }
    }
}

impl Congress {
    /// The bundles of a round in order.
    pub fn bundles_of(&self, round: RoundId) -> impl DoubleEndedIterator<Item = &Bundle> + Clone {
        self.bundles.range((round, 0)..=(round, u16::MAX))
    }

    /// Every keying of a bundle in order, voided ones too.
    pub fn keyings_of(&self, round: RoundId, bundle: u16) -> impl DoubleEndedIterator<Item = &Keying> + Clone {
        self.keyings.range((round, bundle, 0)..=(round, bundle, u16::MAX))
    }

    /// The keyings of a bundle that count, the first person's before the second's.
    pub fn standing_keyings(&self, round: RoundId, bundle: u16) -> impl DoubleEndedIterator<Item = &Keying> + Clone {
        self.keyings_of(round, bundle).filter(|keying| keying.state != KeyingState::Void)
    }

    /// How the ballots of a round are keyed; none before the first bundle is handed out.
    pub fn entry_of(&self, round: RoundId) -> Option<Entry> {
        self.rounds.get(&round)?.terms.entry
    }

    /// How many papers the bundles of a round hold together.
    pub fn papers_handed_out(&self, round: RoundId) -> u32 {
        self.bundles_of(round).fold(0, |sum, bundle| sum.saturating_add(bundle.size))
    }

    /// Whether somebody may take a bundle of a round, and which is next for them: one they left open, else the first that
    /// nobody keyed, else the first that waits for a second person.
    pub fn next_bundle(&self, round: RoundId, who: Who) -> Option<(u16, Claim)> {
        let own = |bundle: &Bundle| {
            let mine = self.standing_keyings(round, bundle.number);
            mine.clone().find(|keying| keying.by == who && keying.is_open_here()).map(|keying| keying.number)
        };
        let left = self.bundles_of(round).find_map(|bundle| Some((bundle.number, Claim::Resumes(own(bundle)?))));
        let free = |taken: usize| {
            let fits = move |bundle: &&Bundle| {
                self.standing_keyings(round, bundle.number).count() == taken
                    && judge_claim(self, (round, bundle.number), who).is_ok()
            };
            self.bundles_of(round).find(fits).map(|bundle| (bundle.number, Claim::New))
        };
        left.or_else(|| free(0)).or_else(|| free(1))
    }

    /// Whether somebody may take a bundle now, or why not.
    pub fn may_claim(&self, key: (RoundId, u16), who: Who) -> Result<(), Refusal> {
        judge_claim(self, key, who)
    }

    /// The number the next keying of a bundle gets.
    pub fn next_keying(&self, round: RoundId, bundle: u16) -> u16 {
        self.keyings_of(round, bundle).next_back().map_or(1, |keying| keying.number.saturating_add(1))
    }

    /// A bundle that was handed out, or the refusal that says there is none.
    pub fn bundle(&self, round: RoundId, number: u16) -> Result<&Bundle, Refusal> {
        let unknown = Refusal::Unknown { what: Noun::Bundle, number: u32::from(number) };
        self.bundles.get(&(round, number)).ok_or(unknown)
    }
}

/// How somebody comes to a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// They claim it now.
    New,
    /// They go on with the keying of this number.
    Resumes(u16),
}

pub(super) fn judge(congress: &Congress, who: Who, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::HandedOut { round, entry, bundles } => judge_handed_out(congress, (*round, *entry), bundles),
        Change::Resized { round, bundle, reason } => {
            crate::domain::agenda::filled(reason, Noun::Reason)?;
            judge_resized(congress, *round, *bundle)
        }
        Change::Claimed { round, bundle, keying, by, .. } => {
            if *by != who {
                return Err(Refusal::NotThisDesk);
            }
            judge_claim(congress, (*round, *bundle), *by)?;
            let next = congress.next_keying(*round, *bundle);
            if *keying == next { Ok(()) } else { Err(Refusal::BundleMoved { bundle: *bundle }) }
        }
        Change::Locked { round, bundle, keying, .. } => {
            let keying = open_keying(congress, (*round, *bundle, *keying), who)?;
            let size = congress.bundle(*round, *bundle)?.size;
            if keying.keyed == size {
                Ok(())
            } else {
                Err(Refusal::BundleNotFull { bundle: *bundle, keyed: keying.keyed, size })
            }
        }
        Change::Voided { round, bundle, keying, reason, .. } => {
            super::walk::at_state(congress, *round, RoundState::Counting)?;
            crate::domain::agenda::filled(reason, Noun::Reason)?;
            let standing = congress.standing_keyings(*round, *bundle).any(|known| known.number == *keying);
            let unknown = Refusal::Unknown { what: Noun::Keying, number: u32::from(*keying) };
            if standing { Ok(()) } else { Err(unknown) }
        }
        Change::ReadBack { round, bundle, by, .. } => {
            super::walk::at_state(congress, *round, RoundState::Counting)?;
            let known = congress.bundle(*round, *bundle)?;
            if *by != who {
                return Err(Refusal::NotThisDesk);
            }
            let single = congress.entry_of(*round) == Some(Entry::Single);
            if single && known.state == BundleState::Keyed {
                Ok(())
            } else {
                Err(Refusal::NothingToReadBack { bundle: *bundle })
            }
        }
    }
}

fn judge_handed_out(
    congress: &Congress,
    (round, entry): (RoundId, Entry),
    bundles: &[Declared],
) -> Result<(), Refusal> {
    let round = super::walk::at_state(congress, round, RoundState::Counting)?;
    let election = congress.election(round.election)?;
    if election.stated.is_some() {
        return Err(Refusal::ElectionSettled { title: election.title.clone() });
    }
    if round.terms.entry.is_some_and(|known| known != entry) {
        return Err(Refusal::EntrySettled);
    }
    if bundles.is_empty() || bundles.iter().any(|bundle| bundle.size == 0) {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    let mut handed_out = congress.papers_handed_out(round.id);
    for (place, bundle) in bundles.iter().enumerate() {
        let twice = bundles.iter().take(place).any(|other| other.number == bundle.number);
        if bundle.number == 0 || twice || congress.bundles.get(&(round.id, bundle.number)).is_some() {
            return Err(Refusal::NumberTaken { what: Noun::Bundle, number: u32::from(bundle.number) });
        }
        handed_out = handed_out.saturating_add(bundle.size);
    }
    refuse_too_many(round, handed_out)
}

fn refuse_too_many(round: &Round, papers: u32) -> Result<(), Refusal> {
    let collected = round.ledger.collected.unwrap_or(0);
    if papers > collected { Err(Refusal::BundlesTooLarge { papers, collected }) } else { Ok(()) }
}

/// A bundle is as large as its papers: never smaller than what somebody keyed of it, and locked keyings hold it.
fn judge_resized(congress: &Congress, round: RoundId, bundle: Declared) -> Result<(), Refusal> {
    let round = super::walk::at_state(congress, round, RoundState::Counting)?;
    let known = congress.bundle(round.id, bundle.number)?;
    if bundle.size == 0 {
        return Err(Refusal::Blank { what: Noun::Ballots });
    }
    if congress.standing_keyings(round.id, bundle.number).any(|keying| keying.state == KeyingState::Locked) {
        return Err(Refusal::BundleLocked { bundle: bundle.number });
    }
    let keyed = congress.standing_keyings(round.id, bundle.number).map(|keying| keying.keyed).max().unwrap_or(0);
    if keyed > bundle.size {
        return Err(Refusal::BundleFull { bundle: bundle.number, size: bundle.size, left: 0 });
    }
    let others = congress.papers_handed_out(round.id).saturating_sub(known.size);
    refuse_too_many(round, others.saturating_add(bundle.size))
}

/// Who may take a bundle: somebody who has not keyed it yet, while it wants another keying.
pub(super) fn judge_claim(congress: &Congress, (round, bundle): (RoundId, u16), who: Who) -> Result<(), Refusal> {
    super::walk::at_state(congress, round, RoundState::Counting)?;
    congress.bundle(round, bundle)?;
    if !matches!(who.role, Role::Counter | Role::Head) {
        return Err(Refusal::NotThisRole { role: who.role, needed: Role::Counter });
    }
    let standing = congress.standing_keyings(round, bundle);
    if standing.clone().any(|keying| keying.by == who) {
        return Err(Refusal::SamePersonTwice { bundle });
    }
    let wanted = congress.entry_of(round).map_or(1, Entry::keyings);
    if standing.count() < wanted { Ok(()) } else { Err(Refusal::BundleTaken { bundle }) }
}

/// The keying of a bundle that somebody has open.
pub(super) fn open_keying(congress: &Congress, key: (RoundId, u16, u16), who: Who) -> Result<&Keying, Refusal> {
    let (round, bundle, _) = key;
    super::walk::at_state(congress, round, RoundState::Counting)?;
    congress.bundle(round, bundle)?;
    let keying = congress.keyings.get(&key).ok_or(Refusal::BundleNotClaimed { bundle })?;
    if keying.by != who {
        return Err(Refusal::NotThisDesk);
    }
    if keying.away.is_some() {
        return Err(Refusal::BundleAway { bundle });
    }
    if keying.state == KeyingState::Open { Ok(keying) } else { Err(Refusal::BundleLocked { bundle }) }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::HandedOut { round, entry, bundles } => {
            if let Some(round) = congress.rounds.edit(round) {
                round.terms.entry = Some(*entry);
            }
            for declared in bundles {
                congress.bundles.put(Bundle {
                    round: *round,
                    number: declared.number,
                    size: declared.size,
                    state: BundleState::HandedOut,
                    differences: Vec::new(),
                    read_back: None,
                });
            }
        }
        Change::Resized { round, bundle, .. } => {
            if let Some(known) = congress.bundles.edit(&(*round, bundle.number)) {
                known.size = bundle.size;
            }
        }
        Change::Claimed { round, bundle, keying, by, at } => congress.keyings.put(Keying {
            round: *round,
            bundle: *bundle,
            number: *keying,
            by: *by,
            state: KeyingState::Open,
            keyed: 0,
            claimed_at: *at,
            ended_at: None,
            reason: None,
            away: None,
        }),
        Change::Locked { round, bundle, keying, at } => {
            hand_in(congress, (*round, *bundle, *keying), *at);
        }
        Change::Voided { round, bundle, keying, reason, at } => {
            let key = (*round, *bundle, *keying);
            end(congress, key, KeyingState::Void, *at);
            if let Some(keying) = congress.keyings.edit(&key) {
                keying.reason = Some(reason.clone());
            }
            compare(congress, *round, *bundle);
        }
        Change::ReadBack { round, bundle, by, at } => {
            if let Some(bundle) = congress.bundles.edit(&(*round, *bundle)) {
                bundle.read_back = Some(ReadBack { by: *by, at: *at });
                bundle.state = BundleState::Settled;
            }
        }
    }
}

/// Locks a keying and compares it with the other one.
pub(super) fn hand_in(congress: &mut Congress, key: (RoundId, u16, u16), at: NaiveDateTime) {
    end(congress, key, KeyingState::Locked, at);
    compare(congress, key.0, key.1);
}

fn end(congress: &mut Congress, key: (RoundId, u16, u16), state: KeyingState, at: NaiveDateTime) {
    if let Some(keying) = congress.keyings.edit(&key) {
        keying.state = state;
        keying.ended_at = Some(at);
    }
}

/// Brings a bundle to the state that its keyings make.
fn compare(congress: &mut Congress, round: RoundId, bundle: u16) {
    let wanted = congress.entry_of(round).map_or(1, Entry::keyings);
    let locked: Vec<u16> = congress
        .standing_keyings(round, bundle)
        .filter(|keying| keying.state == KeyingState::Locked)
        .map(|keying| keying.number)
        .collect();
    let found = match locked.as_slice() {
        [one] if wanted == 1 => set_aside(congress.ballots_in(round, bundle, *one)),
        [one, other] => {
            differences(congress.ballots_in(round, bundle, *one), congress.ballots_in(round, bundle, *other))
        }
        _ => Vec::new(),
    };
    let state = match (locked.len(), found.is_empty()) {
        (0, _) => BundleState::HandedOut,
        (_, false) => BundleState::Differs,
        (2, true) => BundleState::Settled,
        (_, true) => BundleState::Keyed,
    };
    if let Some(bundle) = congress.bundles.edit(&(round, bundle)) {
        (bundle.state, bundle.differences, bundle.read_back) = (state, found, None);
    }
}
