//! Screens: a sitting, keys, the screen.

mod floor;
mod readme;
mod run;
mod votes;
