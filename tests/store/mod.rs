//! The file: columns, doors, proof, several processes, crashes.

mod columns;
mod door;
mod files;
mod killed;
mod law;
mod proof;
mod several;
