//! `daihoi resume` and `daihoi compare`: going on from a copy on a stick, and telling two files of one congress apart.

use super::report::{Exit, Failure, visible};
use crate::domain::Lang;
use crate::domain::journal::replay;
use crate::runtime::{self, copies};
use crate::store::journal::Line;
use crate::store::mirror::{Journal, journal_of, read};
use crate::store::proven;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Makes the file of a congress again from the copy in a folder, with every line that is on it.
pub fn resume(from: &Path, to: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let (path, journal) = chosen(from)?;
    drop(runtime::resumed(to, &journal)?);
    let (report, congress) = proven(to)?;
    if let Some(finding) = report.findings.first() {
        return Err(Failure {
            exit: Exit::Trouble,
            what: format!("{}: tệp làm lại từ bản sao không nguyên vẹn", to.display()),
            cause: Some(finding.told(Lang::Vi)),
            hint: Some("Giữ bản sao; chạy `daihoi verify` trên tệp vừa làm lại.".to_owned()),
            places: Vec::new(),
        });
    }
    let mut text = format!(
        "Đã làm lại {} từ {}: {} dòng nhật ký, {}.\n",
        visible(&to.display().to_string()),
        visible(&path.display().to_string()),
        report.lines,
        visible(&congress.meeting().unit)
    );
    if let Some(last) = journal.lines.last() {
        // writing into a String cannot fail
        let _ = writeln!(text, "Dòng cuối: {}", visible(&told(last, &congress)));
    }
    let _ = writeln!(text, "Mở bằng: daihoi open {}", visible(&to.display().to_string()));
    put(out, &text)
}

/// The copy to go on with: the longest of one congress, where the others are its beginnings.
fn chosen(from: &Path) -> Result<(PathBuf, Journal), Failure> {
    let place = from.display().to_string();
    let found = copies(from).map_err(|error| Failure::trouble(&place, &error))?;
    let mut read_all = Vec::new();
    for path in found {
        let journal = read(&path)?;
        read_all.push((path, journal));
    }
    read_all.sort_by_key(|(_, journal)| journal.lines.len());
    let names: Vec<String> = read_all.iter().map(|(path, _)| path.display().to_string()).collect();
    let Some(longest) = read_all.pop() else {
        return Err(refused(format!("{place}: không có bản sao nào"), "Chọn thư mục đã ghi ở --mirror.", Vec::new()));
    };
    let alone = |other: &Journal| other.identity.name != longest.1.identity.name;
    if read_all.iter().any(|(_, other)| alone(other)) {
        let hint = "Ghi rõ một tệp: daihoi resume TỆP.sao --to TỆP.";
        return Err(refused(format!("{place}: có bản sao của nhiều đại hội"), hint, names));
    }
    if read_all.iter().any(|(_, other)| common(other, &longest.1) < other.lines.len()) {
        let hint = "So từng cặp bằng daihoi compare, rồi ghi rõ tệp muốn đi tiếp; không có gì bị ghi đè.";
        return Err(refused(format!("{place}: các bản sao đã đi hai ngả"), hint, names));
    }
    Ok(longest)
}

/// How many lines two journals of one congress have in common.
fn common(one: &Journal, other: &Journal) -> usize {
    one.lines.iter().zip(&other.lines).take_while(|(one, other)| one.hash == other.hash).count()
}

/// Tells two files or copies of one congress apart, line by line; lines that only one has on both sides are a failure.
pub fn compare(one: &Path, other: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let (first, second) = (journal_of(&whole(one)?)?, journal_of(&whole(other)?)?);
    if first.identity.name != second.identity.name {
        let what = format!("{} và {}: hai đại hội khác nhau", one.display(), other.display());
        return Err(refused(what, "Chỉ so hai tệp hoặc bản sao của cùng một đại hội.", Vec::new()));
    }
    let shared = common(&first, &second);
    let mut text = String::new();
    for (word, path, journal) in [("A", one, &first), ("B", other, &second)] {
        let path = visible(&path.display().to_string());
        // writing into a String cannot fail
        let _ = writeln!(text, "{word}: {path} · {} dòng", journal.lines.len());
    }
    match shared.checked_sub(1).and_then(|last| first.lines.get(last)) {
        Some(last) => drop(writeln!(text, "Chung đến dòng {}, {}.", last.number, visible(&when(last)))),
        None => text.push_str("Không có dòng nào chung.\n"),
    }
    let alone = [only(&mut text, "A", &first, shared)?, only(&mut text, "B", &second, shared)?];
    if alone == [0, 0] {
        text.push_str("Hai bên như nhau.\n");
    }
    put(out, &text)?;
    if alone.contains(&0) {
        return Ok(());
    }
    let what = format!("hai máy đã đi hai ngả từ dòng {}: A {} dòng, B {} dòng", shared + 1, alone[0], alone[1]);
    let hint = "Giữ cả hai tệp; chọn một bên đi tiếp rồi ghi lại ở đó những thay đổi của bên kia kể trên.";
    Err(refused(what, hint, Vec::new()))
}

/// A folder stands for the copy in it.
fn whole(path: &Path) -> Result<PathBuf, Failure> {
    if path.is_dir() { chosen(path).map(|(path, _)| path) } else { Ok(path.to_owned()) }
}

/// Lists the lines that only one side has, and answers how many they are.
fn only(text: &mut String, word: &str, journal: &Journal, shared: usize) -> Result<usize, Failure> {
    let alone = journal.lines.get(shared..).unwrap_or_default();
    if alone.is_empty() {
        return Ok(0);
    }
    let unreadable = |cause: String| refused(cause, "Chạy `daihoi verify` trên tệp này.", Vec::new());
    let entries = journal.lines.iter().map(Line::entry).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    let congress = replay(&entries);
    let _ = writeln!(text, "Chỉ có ở {word}:");
    for line in alone {
        let _ = writeln!(text, "  {}", visible(&told(line, &congress)));
    }
    Ok(alone.len())
}

/// Day and hour of a line, as it stands there where it cannot be read.
fn when(line: &Line) -> String {
    line.entry().map_or_else(|_| line.at.clone(), |entry| entry.at.format("%d/%m/%Y %H:%M:%S").to_string())
}

/// A line in words: number, hour, who, what.
fn told(line: &Line, congress: &crate::domain::Congress) -> String {
    match line.entry() {
        Ok(entry) => {
            let (who, what) = runtime::told(&entry, congress, Lang::Vi);
            format!("{} · {} · {who} · {what}", entry.number, entry.at.format("%H:%M:%S"))
        }
        Err(cause) => format!("{} · {cause}", line.number),
    }
}

fn refused(what: String, hint: &str, places: Vec<String>) -> Failure {
    Failure { exit: Exit::Refused, what, cause: None, hint: Some(hint.to_owned()), places }
}

fn put(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    out.write_all(text.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))
}
