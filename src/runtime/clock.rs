//! The clock of the hall: the computer's, or set to the day of a congress that is replayed.

use chrono::{DateTime, FixedOffset, Local, NaiveDateTime, TimeDelta};

/// The clock of the hall, in the local time of the computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    ahead: TimeDelta,
}

impl Clock {
    /// A clock that says this moment now and goes on from there.
    pub fn set_to(moment: NaiveDateTime) -> Self {
        Self { ahead: moment - computer().naive_local() }
    }

    /// Whether the clock is the computer's own.
    pub fn is_the_computers(&self) -> bool {
        self.ahead == TimeDelta::zero()
    }

    /// The moment.
    pub fn now(&self) -> NaiveDateTime {
        computer().naive_local() + self.ahead
    }

    /// When the computer records a line, whatever the hall's clock says.
    pub fn stamp(&self) -> DateTime<FixedOffset> {
        computer()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place of the screens where the clock is read")]
fn computer() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
