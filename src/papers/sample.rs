//! Congresses for the tests of the papers, built by judging and applying every change as in the hall. Names and votes are
//! invented where the events they follow do not publish them; only tests read this.

mod cell;
mod office;
mod others;
mod sitting;

pub use cell::of_eight;
pub use office::{Until, office};
pub use others::{named_only, review};
