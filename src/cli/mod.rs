//! SPEAKS – arguments, import of plans and rosters, report of errors.

use std::process::ExitCode;

/// Runs the command line.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
