//! SPEAKS – arguments, import of plans and rosters, report of errors.

pub mod demo;
pub mod plan;
pub mod roster;

use std::process::ExitCode;

/// Runs the command line.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
