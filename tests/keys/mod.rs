//! Screens: a sitting, keys, the screen.

mod floor;
mod run;
mod votes;
