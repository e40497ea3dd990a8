//! Screens: a sitting, keys, the screen.

mod demo;
mod elections;
mod floor;
mod journal;
mod minutes;
mod practice;
mod readme;
mod roll;
mod run;
mod votes;
