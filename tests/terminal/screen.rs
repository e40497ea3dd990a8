//! A pseudo-terminal with a program in it, and the screen a person would see.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long a condition may take before the test fails; far more than any machine needs.
pub const LONGEST: Duration = Duration::from_mins(1);
/// How long a glance waits for something to be painted.
const GLANCE: Duration = Duration::from_millis(20);

/// A signal that asks a program to end.
#[derive(Clone, Copy, Debug)]
pub enum Signal {
    /// SIGHUP: the window was closed.
    Hangup,
    /// SIGTERM.
    Terminate,
}

/// A program in a pseudo-terminal of 100×30.
pub struct Screen {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    raw: Vec<u8>,
}

/// The built program with arguments.
pub fn daihoi(arguments: &[&str]) -> CommandBuilder {
    command(env!("CARGO_BIN_EXE_daihoi"), arguments)
}

/// Any program with arguments.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    // files opened by tests are not among those a person opened lately
    command.env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}

/// Types into a program, waits until a text stands on its screen, and takes the terminal itself away, as a lost connection
/// does; whether the program ended, content.
pub fn abandon(command: &CommandBuilder, keys: &str, text: &str) -> bool {
    let pair = native_pty_system().openpty(size(100, 30)).unwrap();
    let mut child = pair.slave.spawn_command(command.clone()).unwrap();
    drop(pair.slave);
    // read here: a thread that reads would hold the terminal open
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut parser = vt100::Parser::new(cells(30), cells(100), 0);
    let mut bytes = [0; 4096];
    let mut typed = false;
    while !parser.screen().contents().contains(text) {
        if !typed && parser.screen().contents().contains("F2") {
            writer.write_all(keys.as_bytes()).unwrap();
            typed = true;
        }
        let read = reader.read(&mut bytes).unwrap();
        parser.process(&bytes[..read]);
    }
    drop((reader, writer, pair.master));
    let mut killer = child.clone_killer();
    let (sender, ended) = channel();
    std::thread::spawn(move || sender.send(child.wait().unwrap().success()));
    let content = ended.recv_timeout(LONGEST);
    if content.is_err() {
        killer.kill().unwrap();
    }
    content.unwrap_or(false)
}

impl Screen {
    /// Starts a program.
    pub fn run(command: &CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(100, 30)).unwrap();
        let child = pair.slave.spawn_command(command.clone()).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        let parser = vt100::Parser::new(cells(30), cells(100), 0);
        Self { parser, output, input, master: pair.master, child, raw: Vec::new() }
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(&format!("«{text}» never stood on the screen"), |screen| screen.contains(text));
    }

    /// Waits until a text stands on the screen no more.
    pub fn wait_without(&mut self, text: &str) {
        self.wait(&format!("«{text}» stays on the screen"), |screen| !screen.contains(text));
    }

    fn wait(&mut self, fault: &str, is_there: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        while !is_there(&self.text()) {
            let left = LONGEST.saturating_sub(begun.elapsed());
            // a clock that is painted every second is no progress
            assert!(!left.is_zero(), "{fault}:\n{}", self.text());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("{fault} ({error}):\n{}", self.text()),
            }
        }
    }

    /// Waits until something holds, on the screen or in a file that moves without it.
    pub fn wait_until(&mut self, what: &str, mut holds: impl FnMut(&str) -> bool) {
        let begun = Instant::now();
        while !holds(&self.glance()) {
            assert!(begun.elapsed() < LONGEST, "{what} never came about:\n{}", self.text());
        }
    }

    /// What stands on the screen after a glance.
    pub fn glance(&mut self) -> String {
        match self.output.recv_timeout(GLANCE) {
            Ok(bytes) => self.take(&bytes),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => panic!("the program ended:\n{}", self.text()),
        }
        self.text()
    }

    /// Brings a desk to the pad of its bundle: over the elections and the board, Enter by Enter, whatever stands between.
    pub fn reach_pad(&mut self, mut is_taken: impl FnMut() -> bool) {
        for step in 0..8 {
            let text = self.settled_text();
            if text.contains("Enter xong") && is_taken() {
                return;
            }
            // whoever sits elsewhere goes to the elections first
            self.send(if step == 0 && !text.contains("nhập tiếp") { "\x1b[17~" } else { "\r" });
        }
        self.wait_for("Enter xong");
    }

    /// What stands on the screen once nothing more comes for a moment.
    pub fn settled_text(&mut self) -> String {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(700)) {
            self.take(&bytes);
        }
        self.text()
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Sends a signal.
    pub fn signal(&mut self, signal: Signal) {
        let name = match signal {
            Signal::Hangup => "-HUP",
            Signal::Terminate => "-TERM",
        };
        let id = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args([name, &id]).status().unwrap().success());
    }

    /// Kills the program as a power cut does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end, and says whether the program was content.
    pub fn ended_well(&mut self) -> bool {
        let begun = Instant::now();
        // the output ends when the program does
        while let Ok(bytes) = self.output.recv_timeout(LONGEST.saturating_sub(begun.elapsed())) {
            assert!(begun.elapsed() < LONGEST, "the program goes on:\n{}", self.text());
            self.take(&bytes);
        }
        self.child.wait().unwrap().success()
    }

    /// Whether the modes of the terminal are as a shell expects them: no alternate screen, cursor shown, no bracketed paste.
    pub fn is_restored(&self) -> bool {
        let screen = self.parser.screen();
        let entered = self.raw.windows(8).any(|bytes| bytes == b"\x1b[?1049h");
        entered && !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.raw.extend_from_slice(bytes);
    }
}
