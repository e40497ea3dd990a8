//! COMPOSES – each paper of the dossier as a value, from the congress.

pub mod format;
pub mod paper;
pub mod script;
pub mod title;
