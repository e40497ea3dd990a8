//! DECIDES – the congress and its rules as pure values: no clock, no disk, no randomness.

pub mod election;
pub mod figures;
pub mod fold;
pub mod names;
pub mod regulation;
