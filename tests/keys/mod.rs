//! Screens: a sitting, keys, the screen.

mod elections;
mod floor;
mod minutes;
mod readme;
mod run;
mod votes;
