//! Screens: a sitting, keys, the screen.

mod elections;
mod run;
