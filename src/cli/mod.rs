//! SPEAKS – arguments, import of plans and rosters, report of errors.
//!
//! Here are the subcommands and their exit codes: 0 done, 1 refused, 2 usage, 3 file or system trouble. What a subcommand does
//! lives in the file of its name.

pub mod apply;
pub mod changes;
pub mod recount;
pub mod report;
pub mod show;
pub mod verify;

use chrono::{DateTime, FixedOffset, Local};
use clap::{Parser, Subcommand};
use report::Failure;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Điều hành đại hội chi bộ, đảng bộ từ dòng lệnh – runs a Party congress from a terminal.
#[derive(Debug, Parser)]
#[command(name = "daihoi", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// What can be asked of the program.
#[derive(Debug, Subcommand)]
enum Command {
    /// Ghi các thay đổi từ danh sách JSON, dừng ở thay đổi đầu tiên bị từ chối – record changes without a screen
    Apply {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// Danh sách thay đổi, mỗi dòng một JSON; `-` là đầu vào chuẩn – one change a line
        #[arg(default_value = "-")]
        changes: PathBuf,
    },
    /// Cho biết đại hội đang ở đâu – where the congress stands
    Show {
        /// Tệp đại hội – the congress
        file: PathBuf,
        /// In ra một tài liệu JSON – as one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Kiểm chứng tệp: định danh, chuỗi băm, nhật ký = bảng, sổ phiếu; hỏng thì mã thoát 3 – prove the file
    Verify {
        /// Tệp đại hội – the congress
        file: PathBuf,
    },
    /// Từ vựng của nhật ký – the vocabulary of the journal
    Changes {
        /// In ra JSON Schema – as JSON Schema
        #[arg(long)]
        schema: bool,
    },
}

/// Runs the command line.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(usage) => {
            // help and version are no failure: clap knows which exit code and which stream
            let _ = usage.print();
            return if usage.use_stderr() { report::Exit::Usage.into() } else { ExitCode::SUCCESS };
        }
    };
    match dispatch(&arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.print(&mut io::stderr().lock()),
    }
}

fn dispatch(command: &Command) -> Result<(), Failure> {
    let out = &mut io::stdout().lock();
    match command {
        Command::Apply { file, changes } => apply_list(file, changes, out),
        Command::Show { file, json } => show::show(file, if *json { show::Form::Json } else { show::Form::Text }, out),
        Command::Verify { file } => verify::verify(file, out),
        Command::Changes { schema } => {
            changes::changes(if *schema { changes::Form::Schema } else { changes::Form::List }, out)
        }
    }
}

fn apply_list(file: &Path, list: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let mut source: Box<dyn BufRead> = if list == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(list).map_err(|error| Failure::trouble(&list.display().to_string(), &error))?;
        Box::new(BufReader::new(opened))
    };
    let applied = apply::apply(file, &mut source, out, now);
    // the numbers on stdout are for programs, the sentence is for people
    let _ = writeln!(io::stderr(), "Đã ghi {} thay đổi.", applied.recorded);
    applied.stopped.map_or(Ok(()), Err)
}

/// The clock of the machine, read when a line is recorded.
#[expect(
    clippy::disallowed_methods,
    reason = "cli is where the clock is read; the rooms below take time as an argument"
)]
fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
