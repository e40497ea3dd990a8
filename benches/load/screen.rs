//! A screen of the program in a pseudo-terminal of 80×24, read in a thread of its own, with every word of trouble on it a failure.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// What stands on a screen when something went wrong.
const TROUBLE: [&str; 3] = ["Trục trặc", "CHƯA LƯU", "╭ Không được"];

/// How long a screen may stand still before the bench gives up.
const LONGEST: Duration = Duration::from_mins(1);

/// A screen.
pub struct Screen {
    seat: String,
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Screen {
    /// Opens a file at a seat.
    pub fn open(file: &Path, seat: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        // DAIHOI names another build to be measured
        let program = std::env::var_os("DAIHOI").unwrap_or_else(|| env!("CARGO_BIN_EXE_daihoi").into());
        let mut command = CommandBuilder::new(program);
        command.arg("open");
        command.arg(file);
        command.args(seat);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env("XDG_DATA_HOME", file.parent().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 16_384];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let cells = |number| NonZero::new(number).unwrap();
        let parser = vt100::Parser::new(cells(24), cells(80), 0);
        let writer = pair.master.take_writer().unwrap();
        Self { seat: seat.join(" "), parser, output, writer, child, _master: pair.master }
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
    }

    /// Reads until the screen is as wanted.
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) {
        assert!(self.is_soon(LONGEST, wanted), "{} stands still:\n{}", self.seat, self.text());
    }

    /// Reads what comes for so long.
    pub fn read_for(&mut self, long: Duration) {
        self.is_soon(long, |_| false);
    }

    /// Reads until the screen is as wanted, for so long at most; whether it is.
    pub fn is_soon(&mut self, long: Duration, wanted: impl Fn(&str) -> bool) -> bool {
        let begun = Instant::now();
        while !wanted(&self.text()) {
            match self.output.recv_timeout(long.saturating_sub(begun.elapsed())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => return false,
                Err(error) => panic!("{}: {error}\n{}", self.seat, self.text()),
            }
        }
        true
    }

    /// Goes to the pad of the bundle that lies at this desk.
    pub fn take_bundle(&mut self) {
        self.until(|shown| shown.contains("F9"));
        for _ in 0..6 {
            self.read_for(Duration::from_millis(800));
            if self.text().contains("Enter xong") {
                return;
            }
            self.send(if self.text().contains("bàn") && self.text().contains("nhập tiếp") {
                "\r"
            } else {
                "\x1b[17~\r"
            });
        }
        self.until(|shown| shown.contains("Enter xong"));
    }

    fn text(&self) -> String {
        self.parser.screen().contents()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        let text = self.text();
        assert!(!TROUBLE.iter().any(|word| text.contains(word)), "{}:\n{text}", self.seat);
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // it is being measured, not used: nothing is lost with it
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
