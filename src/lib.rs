//! The map of `daihoi` (đại hội, "congress"): one room for each verb, arrows one way.
//!
//! | room | verb | may name |
//! |---|---|---|
//! | [`domain`] | decides | nothing |
//! | [`papers`] | composes | domain |
//! | [`store`] | remembers | domain |
//! | [`export`] | writes | papers, domain |
//! | [`app`] | reacts | papers, domain |
//! | [`ui`] | draws | app, papers, domain |
//! | [`import`] | reads | papers, domain |
//! | [`runtime`] | connects | ui, app, store, export, import, papers, domain |
//! | [`cli`] | speaks | runtime, store, export, import, papers, domain |
//!
//! `ARCHITECTURE.md` tells what is absent and where a new thing goes; `tests/tidy.rs` keeps the arrows.

pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod import;
pub mod papers;
pub mod runtime;
pub mod store;
pub mod ui;
