//! The tests from outside, one binary: whole sittings by keys, files, papers, commands, a real terminal, the shape of the code.

mod keys;
mod rules;
mod tidy;
mod world;
