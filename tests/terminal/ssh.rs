//! A desk over real SSH: Debian's sshd on the loopback with a configuration of its own. The desk gets its screen and nothing else,
//! and a connection that drops loses nothing.
//!
//! Skipped with a word where sshd is not installed, unless `DAIHOI_REQUIRE_PARTS=1`.

use super::screen::{Screen, command};
use crate::world::{filled, script};
use daihoi::domain::election::KeyingState;
use daihoi::domain::{Change, Role, Who};
use daihoi::store::Store;
use portable_pty::CommandBuilder;
use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const SSHD: &str = "/usr/sbin/sshd";

/// Whether the parts are here; where they must be, their absence is a failure.
pub fn is_here() -> bool {
    let here = Path::new(SSHD).exists() && Command::new("ssh").arg("-V").output().is_ok();
    let required = std::env::var_os("DAIHOI_REQUIRE_PARTS").is_some();
    assert!(here || !required, "sshd or ssh is not installed: openssh-server, openssh-client");
    if !here {
        eprintln!("skipped: sshd or ssh is not installed");
    }
    here
}

/// An sshd of our own, and the keys that it knows.
pub struct Server {
    dir: tempfile::TempDir,
    port: u16,
    child: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a server that lets nobody in yet. Everything a key could be refused is allowed to others.
    pub fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name).display().to_string();
        keygen(&dir.path().join("host"));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let lines = [
            format!("Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile {}", at("host"), at("pid")),
            format!("AuthorizedKeysFile {}\nStrictModes no\nUsePAM no", at("authorized_keys")),
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password".to_owned(),
            "AllowTcpForwarding yes\nAllowAgentForwarding yes\nPermitTunnel yes\nSubsystem sftp internal-sftp"
                .to_owned(),
        ];
        fs::write(dir.path().join("config"), lines.join("\n") + "\n").unwrap();
        fs::write(dir.path().join("authorized_keys"), "").unwrap();
        // as root sshd wants the folder that its service would make
        let _ = fs::create_dir_all("/run/sshd");
        let log = fs::File::create(dir.path().join("log")).unwrap();
        let config = at("config");
        let child =
            Command::new(SSHD).args(["-D", "-e", "-f", &config]).stderr(log).stdin(Stdio::null()).spawn().unwrap();
        let server = Self { dir, port, child };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "{}", server.log());
            std::thread::yield_now();
        }
        server
    }

    fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("log")).unwrap_or_default()
    }

    /// Makes a key, and its public half known with what `daihoi invite` prints for it.
    pub fn invite(&self, name: &str, file: &Path, seat: &[&str]) -> PathBuf {
        let key = self.key(name);
        let public = key.with_extension("pub");
        let mut invite = Command::new(env!("CARGO_BIN_EXE_daihoi"));
        let invited = invite.arg("invite").arg(file).args(seat).arg("--key").arg(public).output().unwrap();
        assert!(invited.status.success(), "{}", String::from_utf8_lossy(&invited.stderr));
        let known = self.dir.path().join("authorized_keys");
        let mut lines = fs::read(&known).unwrap();
        lines.extend(&invited.stdout);
        fs::write(known, lines).unwrap();
        key
    }

    fn key(&self, name: &str) -> PathBuf {
        let key = self.dir.path().join(name);
        keygen(&key);
        key
    }

    /// The arguments of a client with a key, before those of the errand.
    fn client(&self, key: &Path, rest: &[&str]) -> Vec<String> {
        let known = self.dir.path().join("known_hosts").display().to_string();
        let options = ["StrictHostKeyChecking=no".to_owned(), format!("UserKnownHostsFile={known}")];
        let options =
            options.into_iter().chain(["IdentitiesOnly=yes", "BatchMode=yes", "LogLevel=ERROR"].map(str::to_owned));
        let mut arguments = vec!["-F".to_owned(), "none".to_owned(), "-i".to_owned(), key.display().to_string()];
        arguments.extend(options.flat_map(|option| ["-o".to_owned(), option]));
        arguments.extend(rest.iter().map(|word| (*word).to_owned()));
        arguments
    }

    fn errand(&self, key: &Path, before: &[&str], after: &[&str]) -> Command {
        let port = self.port.to_string();
        let mut arguments = self.client(key, &["-p", &port]);
        arguments.extend(before.iter().map(|word| (*word).to_owned()));
        arguments.push(host());
        arguments.extend(after.iter().map(|word| (*word).to_owned()));
        let mut ssh = Command::new("ssh");
        ssh.args(arguments).stdin(Stdio::null());
        ssh
    }

    fn run(&self, key: &Path, before: &[&str], after: &[&str]) -> Output {
        self.errand(key, before, after).output().unwrap()
    }

    /// The command that opens a screen over SSH.
    pub fn screen(&self, key: &Path) -> CommandBuilder {
        let port = self.port.to_string();
        let mut arguments = self.client(key, &["-t", "-p", &port]);
        arguments.push(host());
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        command("ssh", &arguments)
    }
}

fn keygen(path: &Path) {
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

fn host() -> String {
    let name = Command::new("id").arg("-un").output().unwrap();
    format!("{}@127.0.0.1", String::from_utf8(name.stdout).unwrap().trim())
}

/// A congress in which the ballots lie in one bundle that nobody took.
fn counting() -> (tempfile::TempDir, PathBuf) {
    let mut changes: Vec<(Who, Change)> = script::until_counting();
    changes.pop();
    let (dir, path, store, _) = filled(&changes);
    drop(store);
    (dir, path)
}

#[test]
fn a_desk_over_ssh_gets_its_screen_and_nothing_else() {
    if !is_here() {
        return;
    }
    let (dir, path) = counting();
    let server = Server::start();
    let key = server.invite("desk", &path, &["--role", "counter", "--desk", "3"]);
    // another key is nobody
    let stranger = server.key("stranger");
    assert!(!server.run(&stranger, &[], &["true"]).status.success());
    // no shell: whatever is asked for, the screen is what would come, and without a terminal it comes not
    let (proof, target) = (dir.path().join("proof"), proof_text(dir.path()));
    for errand in [vec!["sh"], vec!["sh", "-c", &target], vec![target.as_str()], vec!["cat", "/etc/passwd"]] {
        let output = server.run(&key, &["-T"], &errand);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(3), "{errand:?}: {said}");
        assert!(said.contains("không dùng được màn hình này") && !said.contains("root:"), "{errand:?}: {said}");
    }
    assert!(!proof.exists());
    refuses_forwarding(&server, &key);
    refuses_files(&server, &key, &path);
    // the screen: its desk, whatever command is asked for, and no other role
    let mut screen = Screen::run(&server.screen(&key));
    screen.wait_for("bàn 3");
    screen.send("\x1b[20~");
    screen.wait_for("Màn hình này chỉ dùng cho một vai");
    screen.send("\x11");
    screen.wait_for("Thoát");
    screen.send("\r");
    assert!(screen.ended_well(), "{}", screen.text());
}

/// A shell command that would leave a file behind.
fn proof_text(dir: &Path) -> String {
    format!("touch '{}'", dir.join("proof").display())
}

/// No way through the host into its network, and none back.
fn refuses_forwarding(server: &Server, key: &Path) {
    let inside = TcpListener::bind("127.0.0.1:0").unwrap();
    let inside_port = inside.local_addr().unwrap().port();
    let outside = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let way = format!("{outside}:127.0.0.1:{inside_port}");
    // back: the server refuses to listen, and the client gives up
    let back = server.run(key, &["-N", "-o", "ExitOnForwardFailure=yes", "-R", &way], &[]);
    assert!(!back.status.success());
    // through: the client listens, but nothing comes through
    let mut through = server.errand(key, &["-N", "-L", &way], &[]).stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    let mut reached = loop {
        if let Ok(reached) = TcpStream::connect(("127.0.0.1", outside)) {
            break reached;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", server.log());
        std::thread::yield_now();
    };
    reached.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut bytes = Vec::new();
    let end = reached.read_to_end(&mut bytes);
    assert!(end.is_ok_and(|read| read == 0) || bytes.is_empty());
    inside.set_nonblocking(true).unwrap();
    assert!(inside.accept().is_err(), "nobody came through");
    through.kill().unwrap();
    through.wait().unwrap();
    // an agent is no part of it either: -A changes nothing of what comes
    assert_eq!(server.run(key, &["-A", "-T"], &["true"]).status.code(), Some(3));
}

/// Neither the congress nor any other file comes or goes.
fn refuses_files(server: &Server, key: &Path, path: &Path) {
    let got = server.dir.path().join("got");
    let port = server.port.to_string();
    let batch = server.dir.path().join("batch");
    fs::write(&batch, format!("get \"{}\" \"{}\"\n", path.display(), got.display())).unwrap();
    let batch = batch.display().to_string();
    let mut sftp = Command::new("sftp");
    let sftp = sftp.args(server.client(key, &["-b", &batch, "-P", &port])).arg(host()).stdin(Stdio::null());
    assert!(!sftp.output().unwrap().status.success());
    for old in [&["-O"][..], &[]] {
        let mut scp = Command::new("scp");
        scp.args(old).args(server.client(key, &["-P", &port])).arg(format!("{}:/etc/hostname", host())).arg(&got);
        assert!(!scp.stdin(Stdio::null()).output().unwrap().status.success());
    }
    assert!(!got.exists());
}

#[test]
fn a_connection_that_drops_loses_nothing() {
    if !is_here() {
        return;
    }
    let (_dir, path) = counting();
    let server = Server::start();
    let key = server.invite("desk", &path, &["--role", "counter", "--desk", "3"]);
    let mut screen = Screen::run(&server.screen(&key));
    screen.wait_for("bàn 3");
    let keyed = || {
        let congress = Store::open(&path).unwrap().load().unwrap();
        congress.keyings.iter().map(|keying| (keying.by.desk, keying.state, keying.keyed)).collect::<Vec<_>>()
    };
    screen.reach_pad(|| true);
    screen.send("4\r4\r");
    wait_until(|| keyed() == [(Some(3), KeyingState::Open, 2)], &screen);
    // the client dies as a laptop does whose battery is empty
    screen.kill();
    assert_eq!(keyed(), [(Some(3), KeyingState::Open, 2)]);
    // the desk comes back and goes on where it was
    let mut screen = Screen::run(&server.screen(&key));
    screen.wait_for("bàn 3");
    screen.reach_pad(|| true);
    screen.send("4\r");
    wait_until(|| keyed() == [(Some(3), KeyingState::Open, 3)], &screen);
    screen.kill();
    // or does not come back: the head takes the keying back, and another desk claims the bundle
    let mut store = Store::open(&path).unwrap();
    let mut congress = store.load().unwrap();
    let voided = serde_json::json!({"election": {"bundle": {"voided": {"round": 1, "bundle": 1, "keying": 1, "reason": "mất mạng", "at": "2026-01-12T10:00:00"}}}});
    let voided: Change = serde_json::from_value(voided).unwrap();
    store.record(&mut congress, Role::Head.into(), crate::world::clock(9), &|_| Ok(voided.clone())).unwrap();
    let other = server.invite("other", &path, &["--role", "counter", "--desk", "4"]);
    let mut screen = Screen::run(&server.screen(&other));
    screen.wait_for("bàn 4");
    screen.reach_pad(|| true);
    screen.send("1\r");
    let now = [(Some(3), KeyingState::Void, 3), (Some(4), KeyingState::Open, 1)];
    wait_until(|| keyed() == now, &screen);
}

fn wait_until(holds: impl Fn() -> bool, screen: &Screen) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", screen.text());
        std::thread::yield_now();
    }
}
