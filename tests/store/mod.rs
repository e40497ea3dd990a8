//! The file: columns, doors, proof, several processes, crashes.

mod closed;
mod columns;
pub mod commands;
pub mod desk;
mod door;
mod exports;
mod files;
mod killed;
mod law;
mod mirror;
mod proof;
mod rehearse;
mod several;
