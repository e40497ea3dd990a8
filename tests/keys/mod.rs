//! Screens: a sitting, keys, the screen.

mod floor;
mod minutes;
mod readme;
mod run;
mod votes;
