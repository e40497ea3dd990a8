//! Screens: a sitting, keys, the screen.

mod demo;
mod elections;
mod floor;
mod journal;
mod minutes;
mod readme;
mod roll;
mod run;
mod typing;
mod votes;
