//! READS – files of other people as values: rosters from CSV and workbooks, plans from TOML, the typical programmes.
//!
//! What they mean for a congress is decided by the domain; nothing is recorded here.

pub mod demo;
pub mod founding;
pub mod plan;
pub mod roster;
