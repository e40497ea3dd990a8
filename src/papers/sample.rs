//! Congresses for the tests of the papers, built by judging and applying every change as in the hall. Names and votes are
//! invented where the events they follow do not publish them; only tests read this.

mod asked;
mod cell;
mod delegates;
mod office;
mod others;
mod sitting;

pub use asked::asked;
pub use cell::{of_eight, of_eight_changes};
pub use delegates::counted_delegates;
pub use office::{Until, office, office_changes};
pub use others::{named_only, of_delegates, review};
