//! Everything that is tested from outside, in one binary: the store, the commands, the screens.

mod store;
mod world;
