//! The tests from outside, one binary: rules, whole sittings by keys, files, commands, a real terminal, the shape of the code.

mod keys;
mod rules;
mod store;
mod tidy;
mod world;
