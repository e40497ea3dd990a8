//! Screens: a sitting, keys, the screen.

mod answers;
mod closing;
mod delegates;
mod demo;
mod elections;
mod floor;
mod journal;
mod levels;
mod minutes;
mod mirror;
mod practice;
mod readme;
mod roll;
mod roster;
mod run;
mod seats;
mod small_cell;
mod start;
mod together;
mod typing;
mod votes;
