//! DECIDES – the congress and its rules as pure values: no clock, no disk, no randomness.
//!
//! [`Congress`] is everything recorded; a [`Change`] is a fact that may be recorded; [`Refusal`] is the answer when a rule
//! says no. Each feature has a file with its entities, its changes, its rules and what they do.

pub mod agenda;
pub mod attendance;
pub mod bodies;
pub mod change;
pub mod classification;
pub mod closing;
pub mod congress;
pub mod decisions;
pub mod election;
pub mod figure;
pub mod figures;
pub mod floor;
pub mod fold;
pub mod founding;
pub mod gifts;
pub mod groups;
pub mod guests;
pub mod hall;
pub mod id;
pub mod interruptions;
pub mod issuing;
pub mod journal;
pub mod lang;
pub mod makeup;
pub mod meeting;
pub mod minutes;
pub mod motions;
pub mod names;
pub mod notes;
pub mod passphrase;
pub mod people;
pub mod printing;
pub mod projector;
pub mod refusal;
pub mod register;
pub mod regulation;
pub mod reports;
pub mod role;
pub mod roster;
pub mod seeded;
pub mod targets;

pub use change::{Change, Entry};
pub use congress::Congress;
pub use lang::Lang;
pub use refusal::Refusal;
pub use regulation::Regulation;
pub use role::{Role, Who};
