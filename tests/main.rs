//! Everything that is tested from outside, in one binary: the store, the commands, the screens.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what it does not expect has failed")]

mod store;
mod world;
