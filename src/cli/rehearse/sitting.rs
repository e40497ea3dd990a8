//! The sitting of a rehearsal: the file, the congress, the hall's clock that nobody waits for, and the one way to record. What
//! happens is told in the other files.

use super::Held;
use super::figures::Measured;
use super::people::Cast;
use super::sizes::Sizes;
use super::watch::Watch;
use crate::cli::report::Failure;
use crate::domain::election::Change as E;
use crate::domain::id::RoundId;
use crate::domain::seeded::Seeded;
use crate::domain::{Change, Congress, Role, Who};
use crate::store::{Birth, Store};
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use std::path::Path;
use std::time::Instant;

/// What a step of a rehearsal comes to.
pub(super) type Done = Result<(), Failure>;

/// Seven hours ahead of Greenwich, in seconds.
const HANOI: i32 = 7 * 3600;

/// The sitting.
pub(super) struct Sitting<'a> {
    /// The congress in memory.
    pub congress: Congress,
    /// What is drawn by lot.
    pub dice: Seeded,
    /// The parts of the people.
    pub cast: Cast,
    /// How large everything is.
    pub sizes: Sizes,
    /// What was measured.
    pub measured: Measured,
    /// The hour in the hall.
    pub clock: NaiveDateTime,
    store: Store,
    watch: &'a mut dyn Watch,
}

impl<'a> Sitting<'a> {
    /// A new file, whose name follows from the seed.
    pub(super) fn begun(
        file: &Path,
        sizes: Sizes,
        clock: NaiveDateTime,
        watch: &'a mut dyn Watch,
    ) -> Result<Self, Failure> {
        let mut dice = Seeded::new(sizes.asked.seed);
        let name = format!("{:016x}{:016x}", dice.next_number(), dice.next_number());
        let birth = Birth { name, made_at: clock.format("%Y-%m-%dT%H:%M:%SZ").to_string() };
        let store = Store::create_as(file, Some(&birth))?;
        let (congress, cast, measured) = (Congress::default(), Cast::default(), Measured::default());
        Ok(Self { congress, dice, cast, sizes, measured, clock, store, watch })
    }

    /// Records a change through the one door.
    pub(super) fn record(&mut self, who: impl Into<Who>, change: Change) -> Done {
        let bundle = bundle_of(&change);
        let keyed = matches!(change, Change::Election(E::BallotKeyed(_) | E::BallotCorrected(_)));
        let at = self.stamp();
        let began = Instant::now();
        let recorded = self.store.record(&mut self.congress, who.into(), at, &|_| Ok(change.clone()));
        let taken = began.elapsed();
        let regulation = self.congress.meeting().regulation();
        recorded.map_err(move |error| Failure::of_store(&error, regulation).at(&format!("{change:?}")))?;
        self.measured.recorded(taken, bundle, keyed);
        self.watch.recorded(self.measured.changes);
        Ok(())
    }

    /// Records a change of the secretary.
    pub(super) fn write(&mut self, change: Change) -> Done {
        self.record(Role::Secretary, change)
    }

    /// Records a change of an election by the secretary.
    pub(super) fn elect(&mut self, change: E) -> Done {
        self.write(Change::Election(change))
    }

    /// Lets time go by in the hall.
    pub(super) fn pass(&mut self, minutes: i64) {
        self.clock += TimeDelta::minutes(minutes);
    }

    /// What remains of it at the end.
    pub(super) fn ended(self) -> Held {
        Held { congress: self.congress, measured: self.measured, store: self.store }
    }

    /// Says what begins, to whoever watches.
    pub(super) fn begins(&mut self, what: &str) {
        self.watch.begins(what);
    }

    fn stamp(&self) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(HANOI);
        offset.and_then(|offset| self.clock.and_local_timezone(offset).single()).unwrap_or_default()
    }
}

/// The bundle that a change belongs to.
fn bundle_of(change: &Change) -> Option<(RoundId, u16)> {
    use crate::domain::election::bundle::Change as B;
    let Change::Election(change) = change else { return None };
    match change {
        E::BallotKeyed(ballot) | E::BallotCorrected(ballot) => Some((ballot.round, ballot.bundle)),
        E::PaperSettled(settled) => Some((settled.round, settled.bundle)),
        E::Bundle(
            B::Claimed { round, bundle, .. } | B::Locked { round, bundle, .. } | B::ReadBack { round, bundle, .. },
        ) => Some((*round, *bundle)),
        _ => None,
    }
}
