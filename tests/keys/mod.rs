//! Screens: a sitting, keys, the screen.

mod elections;
mod floor;
mod readme;
mod run;
mod votes;
