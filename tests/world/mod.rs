//! Sample congresses and sittings that the tests share.

pub mod cell;
pub mod sitting;
