//! REMEMBERS – the one SQLite file: the only SQL of the program.
//!
//! [`Store::record`] is the one door for writes: it takes the write lock, catches up with what other processes recorded, asks
//! the rule again, and in one transaction writes the touched rows and one line of the [`journal`]. Three things are always
//! equal – the rows of the tables, the fold of the journal, the congress in memory – and [`verify`](verify::verify) proves it.
//! Beside it stands only who is writing which text at this moment (`presence`), which is no fact.
//! What is in order is never decided here: that is the domain's.

mod door;
mod error;
mod glance;
pub mod journal;
mod look;
pub mod mirror;
mod open;
mod presence;
mod restore;
mod rows;
mod tables;
mod upgrade;
pub mod verify;

pub use error::Error;
pub use glance::glance;
pub use open::{Birth, Identity, SCHEMA, Store, VERSION};
pub use presence::Presence;
pub use verify::{Finding, Report, proven, verify};
