//! The program `daihoi`: hands its arguments to [`daihoi::cli`] and ends with the exit code it answers.

use std::process::ExitCode;

fn main() -> ExitCode {
    daihoi::cli::run()
}
