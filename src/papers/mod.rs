//! COMPOSES – each paper of the dossier as a value, from the congress; and the register of the papers there are.

pub mod ballot;
pub mod candidates;
pub mod credentials;
pub mod entry_log;
pub mod format;
pub mod index;
pub mod issued;
pub mod issuing;
pub mod makeup;
pub mod minutes;
pub mod missing;
mod name;
pub mod paper;
pub mod phrases;
pub mod poll;
pub mod programme;
pub mod record;
pub mod resolution;
pub mod results;
pub mod roll;
pub mod rules;
#[cfg(test)]
pub mod sample;
pub mod script;
pub mod sealing;
pub mod tally;
pub mod tone;
pub mod wording;

pub use name::PaperName;
pub use wording::reworded;

#[cfg(test)]
mod tests;
