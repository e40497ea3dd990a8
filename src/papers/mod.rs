//! COMPOSES – each paper of the dossier as a value, from the congress.

pub mod script;
