//! `daihoi invite`: the line for OpenSSH's `authorized_keys` that lets one key sit at one seat of one congress, and do nothing
//! else on this machine.

use super::report::{Exit, Failure, visible};
use crate::domain::{Lang, Role, Who};
use crate::store::glance;
use base64ct::{Base64, Encoding};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

/// Prints the line on stdout, and where it goes on stderr.
pub fn invite(file: &Path, who: Who, (key, lang): (&Path, Lang), out: &mut dyn Write) -> Result<(), Failure> {
    if who.role == Role::Counter && who.desk.is_none() {
        let hint = "Thêm --desk với số bàn: hai bàn không được mang cùng một số.".to_owned();
        let what = "bàn kiểm phiếu cần số bàn".to_owned();
        return Err(Failure { exit: Exit::Usage, what, cause: None, hint: Some(hint), places: Vec::new() });
    }
    glance(file)?;
    let place = |path: &Path| path.display().to_string();
    let absolute = |path: &Path| path.canonicalize().map_err(|error| Failure::trouble(&place(path), &error));
    let (file, program) = (absolute(file)?, std::env::current_exe());
    let program = program.map_err(|error| Failure::trouble("daihoi", &error))?;
    let text = std::fs::read_to_string(key).map_err(|error| Failure::trouble(&place(key), &error))?;
    let key = public_key(&text).ok_or_else(|| no_key(key))?;
    let (program, file) = (one_line(place(&program))?, one_line(place(&file))?);
    let command = command(&program, &file, who, lang);
    let line = format!("restrict,pty,command=\"{}\" {key}\n", command.replace('"', "\\\""));
    out.write_all(line.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))?;
    // the line alone on stdout, so that it can be appended: >> ~/.ssh/authorized_keys
    let _ = writeln!(io::stderr(), "Thêm dòng này vào ~/.ssh/authorized_keys của máy chính.");
    Ok(())
}

/// A path as it may stand in the line; refused where it would break it or steer whoever looks at it.
fn one_line(path: String) -> Result<String, Failure> {
    if !path.contains(char::is_control) {
        return Ok(path);
    }
    let hint = "Đổi tên tệp hoặc thư mục ấy rồi chạy lại.".to_owned();
    let what = format!("{}: đường dẫn có ký tự xuống dòng hoặc ký tự điều khiển, không mời được", visible(&path));
    Err(Failure { exit: Exit::Usage, what, cause: None, hint: Some(hint), places: Vec::new() })
}

fn command(program: &str, file: &str, who: Who, lang: Lang) -> String {
    let desk = who.desk.map_or_else(String::new, |desk| format!(" --desk {desk}"));
    let lang = lang.pick("", " --lang en");
    format!("{} open {} --role {}{desk} --fixed{lang}", quoted(program), quoted(file), who.role.word())
}

/// A word for the shell that the server runs the command with.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

fn no_key(path: &Path) -> Failure {
    Failure {
        exit: Exit::Refused,
        what: format!("{}: không phải khóa công khai của OpenSSH", visible(&path.display().to_string())),
        cause: None,
        hint: Some("Lấy tệp .pub mà ssh-keygen tạo ở máy của bàn; không bao giờ gửi khóa riêng.".to_owned()),
        places: Vec::new(),
    }
}

/// The kinds of keys OpenSSH makes and takes.
const KINDS: &[&str] = &[
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
];

/// The one public key in a text: kind, key, and what may stand as its comment; none where it is anything else.
fn public_key(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (line, None) = (lines.next()?, lines.next()) else { return None };
    let mut words = line.split_whitespace();
    let (kind, blob) = (words.next()?, words.next()?);
    let kind = *KINDS.iter().find(|known| **known == kind)?;
    let bytes = Base64::decode_vec(blob).ok()?;
    // a key says its own kind first: four bytes of length, then the word
    let (length, rest) = bytes.split_at_checked(4)?;
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    if rest.get(..length)? != kind.as_bytes() || rest.len() <= length {
        return None;
    }
    let mut key = format!("{kind} {blob}");
    let plain = |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "@._-+:".contains(c));
    if let Some(comment) = words.next().filter(plain) {
        // writing into a String cannot fail
        let _ = write!(key, " {comment}");
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0zP0S4Vn0Jq0mJ0X8gq1X1Wb6m3v2vO8k6m1l1i3aB";

    #[test]
    fn a_public_key_is_one_line_of_a_kind_that_it_says_itself() {
        assert_eq!(public_key(&format!("# bàn 3\n{KEY} ban3@hoi-truong\n")).unwrap(), format!("{KEY} ban3@hoi-truong"));
        assert_eq!(public_key(&format!("{KEY} \"x\n")).unwrap(), KEY, "a comment that could end the line is left out");
        let two = format!("{KEY}\n{KEY}\n");
        let options = format!("command=\"sh\" {KEY}");
        let other = KEY.replacen("ssh-ed25519", "ssh-rsa", 1);
        let short = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5";
        let private =
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n";
        for wrong in ["", "ssh-ed25519", "ssh-ed25519 !!!!", short, &two, &options, &other, private] {
            assert_eq!(public_key(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_path_that_would_break_the_line_is_refused() {
        for path in ["/hội\nssh-ed25519 AAAA/a.daihoi", "/a\r.daihoi", "/a\u{1b}[2J.daihoi"] {
            let refused = one_line(path.to_owned()).unwrap_err();
            assert!(refused.exit == Exit::Usage && refused.what.contains("xuống dòng"), "{refused:?}");
            assert!(!refused.what.contains(char::is_control), "{refused:?}");
        }
        assert_eq!(one_line("/đại hội's.daihoi".to_owned()).unwrap(), "/đại hội's.daihoi");
    }

    #[test]
    fn the_command_is_safe_for_the_shell_of_the_server() {
        let who = Who { role: Role::Counter, desk: Some(3) };
        let made = command("/opt/daihoi", "/home/thu ky/đại hội's.daihoi", who, Lang::Vi);
        assert_eq!(made, r"/opt/daihoi open '/home/thu ky/đại hội'\''s.daihoi' --role counter --desk 3 --fixed");
        let made = command("/opt/daihoi", "/a.daihoi", Role::Head.into(), Lang::En);
        assert_eq!(made, "/opt/daihoi open /a.daihoi --role head --fixed --lang en");
    }
}
