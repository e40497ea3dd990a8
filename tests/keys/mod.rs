//! Screens: a sitting, keys, the screen.

mod run;
mod votes;
