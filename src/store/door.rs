//! The one door for writes, and following what others wrote through it.

use super::error::Error;
use super::journal::{self, End, Line};
use super::open::{Store, begin, data_version, read_entries};
use super::tables::forget_touched;
use crate::domain::change::{Change, Entry};
use crate::domain::congress::Congress;
use crate::domain::refusal::Refusal;
use crate::domain::role::Who;
use chrono::{DateTime, FixedOffset};
use rusqlite::TransactionBehavior;

/// A question to a rule: which change is in order as the congress stands under the lock.
pub type Ask<'a> = dyn Fn(&Congress) -> Result<Change, Refusal> + 'a;

impl Store {
    /// Records one change: catches up, asks the rule again under the write lock, writes rows and journal in one transaction.
    ///
    /// When this returns a line, the change is on the disk and in `congress`. When it fails, the file is as it was, and the
    /// congress is what the file says.
    pub fn record(
        &mut self,
        congress: &mut Congress,
        who: Who,
        at: DateTime<FixedOffset>,
        ask: &Ask<'_>,
    ) -> Result<Entry, Error> {
        let outcome = self.try_record(congress, (who, at), ask);
        if matches!(&outcome, Err(error) if !error.is_refusal()) {
            // memory may have run ahead of the file: it is read again, now or at the next turn
            self.known = None;
            if let Ok(read) = self.load() {
                *congress = read;
            }
        }
        outcome
    }

    /// Undoes a line: the congress becomes what the journal says without it, refused where a later line no longer holds.
    pub fn undo(
        &mut self,
        congress: &mut Congress,
        who: Who,
        at: DateTime<FixedOffset>,
        number: u64,
    ) -> Result<Entry, Error> {
        self.record(congress, who, at, &|_| Ok(Change::Undone { number }))
    }

    /// Takes over what other processes recorded, and answers the lines after the last one that was `told`; cheap when there are none.
    ///
    /// Recording catches up too, and tells nobody: whoever follows says how far it was told, so that no line is missed and none
    /// has to be kept for it.
    pub fn follow(&mut self, congress: &mut Congress, told: u64) -> Result<Vec<Entry>, Error> {
        let failed = |error| Error::sqlite(&self.path, error);
        let seen = data_version(&self.connection).map_err(failed)?;
        if seen == self.seen && self.known.as_ref().is_some_and(|known| known.number == told) {
            return Ok(Vec::new());
        }
        let snapshot = begin(&self.connection, TransactionBehavior::Deferred).map_err(failed)?;
        let (end, mut news) = self.catch_up(congress)?;
        let first = news.first().map_or(end.number + 1, |entry| entry.number);
        if told + 1 < first {
            let mut missed = read_entries(&self.connection, &self.path, (told + 1, first - 1))?;
            missed.append(&mut news);
            news = missed;
        }
        // the congress stands at this end already, whatever becomes of the snapshot
        (self.known, self.seen) = (Some(end), seen);
        snapshot.commit().map_err(|error| Error::sqlite(&self.path, error))?;
        Ok(news.split_off(news.partition_point(|entry| entry.number <= told)))
    }

    fn try_record(
        &mut self,
        congress: &mut Congress,
        (who, at): (Who, DateTime<FixedOffset>),
        ask: &Ask<'_>,
    ) -> Result<Entry, Error> {
        let failed = |error| Error::sqlite(&self.path, error);
        let lock = begin(&self.connection, TransactionBehavior::Immediate).map_err(failed)?;
        let (end, _) = self.catch_up(congress)?;
        self.known = Some(end.clone());
        let change = ask(congress)?;
        congress.judge(who, &change)?;
        let line = Line::after(&end, who, at, change.canonical()?);
        if let Change::Undone { number } = change {
            self.write_without(congress, (who, number))?;
        } else {
            congress.apply(&change);
            self.tables.write_touched(&self.connection, congress)?;
        }
        let failed = |error| Error::sqlite(&self.path, error);
        journal::append(&self.connection, &line).map_err(failed)?;
        lock.commit().map_err(failed)?;
        self.known = Some(End { number: line.number, hash: line.hash });
        Ok(Entry { number: line.number, at, who, change })
    }

    /// Makes rows and memory what the journal says without one line.
    fn write_without(&self, congress: &mut Congress, (who, number): (Who, u64)) -> Result<(), Error> {
        let entries = read_entries(&self.connection, &self.path, (0, u64::MAX))?;
        let mut without = crate::domain::journal::without(&entries, (who, number), self.identity.judged_from)?;
        self.tables.write_differences(&self.connection, &mut without)?;
        forget_touched(&mut without);
        *congress = without;
        Ok(())
    }

    /// Brings the congress to the end of the journal, inside a transaction; reads it whole where a line was undone.
    fn catch_up(&self, congress: &mut Congress) -> Result<(End, Vec<Entry>), Error> {
        let end = journal::end(&self.connection, &self.identity.name);
        let end = end.map_err(|error| Error::sqlite(&self.path, error))?;
        let known = match &self.known {
            Some(known) if *known == end => return Ok((end, Vec::new())),
            Some(known) if known.number < end.number => known.number,
            _ => {
                *congress = self.tables.load(&self.connection)?;
                return Ok((end, Vec::new()));
            }
        };
        let news = read_entries(&self.connection, &self.path, (known + 1, end.number))?;
        if news.iter().any(|entry| matches!(entry.change, Change::Undone { .. })) {
            *congress = self.tables.load(&self.connection)?;
        } else {
            for entry in &news {
                congress.apply(&entry.change);
            }
            forget_touched(congress);
        }
        Ok((end, news))
    }
}

#[cfg(test)]
mod tests;
