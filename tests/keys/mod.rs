//! Screens: a sitting, keys, the screen.

mod journal;
mod roll;
mod run;
