//! A pseudo-terminal of 120×40 with a program in it, read as fast as it paints.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::time::{Duration, Instant};

const ROWS: u16 = 40;
const COLUMNS: u16 = 120;

/// A program in its terminal.
pub struct Terminal {
    parser: vt100::Parser,
    reader: Box<dyn Read + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    begun: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts a program.
    pub fn run(program: &str, arguments: &[&str]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        let reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let cells = |number| NonZero::new(number).unwrap();
        let parser = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
        Self { parser, reader, writer, child, begun, _master: pair.master }
    }

    /// Reads until the screen is as wanted, and says how long after the start that was.
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) -> Duration {
        while !wanted(&self.parser.screen().contents()) {
            self.read();
        }
        self.begun.elapsed()
    }

    /// Presses a key and says how long it took until a cell of the screen had changed.
    pub fn press(&mut self, key: &[u8]) -> Duration {
        let before = self.parser.screen().contents();
        let pressed = Instant::now();
        self.writer.write_all(key).unwrap();
        loop {
            self.read();
            // the clock stops when the bytes are there; looking at them is the harness's own time
            let took = pressed.elapsed();
            if self.parser.screen().contents() != before {
                return took;
            }
        }
    }

    fn read(&mut self) {
        let mut bytes = [0; 16_384];
        let read = self.reader.read(&mut bytes).unwrap();
        assert!(read > 0, "the program ended:\n{}", self.parser.screen().contents());
        self.parser.process(&bytes[..read]);
    }

    /// The most memory it ever had, in MiB.
    pub fn peak_memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.process_id().unwrap())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // it is being measured, not used: nothing is lost with it
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
