//! `daihoi apply`: changes recorded without a screen, one transaction each, through the same door as every key.

use super::report::Failure;
use crate::domain::fold::clean_text;
use crate::domain::refusal::Refusal;
use crate::domain::role::{Role, Who};
use crate::domain::{Change, Congress};
use crate::store::Store;
use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::Value;
use std::io::{BufRead, Write};
use std::path::Path;

/// How far a list of changes came.
#[derive(Debug)]
pub struct Applied {
    /// How many were recorded; they stay.
    pub recorded: u64,
    /// Why it stopped before the end.
    pub stopped: Option<Failure>,
}

/// A line that says who made the change.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    role: Role,
    #[serde(default)]
    desk: Option<u16>,
    change: Value,
}

/// How a role that has a passphrase is taken: whether it may be, as the congress stands.
pub type Seating<'a> = dyn Fn(&Congress, Role) -> Result<(), Failure> + 'a;

/// Records the changes of a list: one JSON object on each line, empty lines and lines that begin with `#` left out.
///
/// A line is a change, recorded as secretary (thư ký), or `{"role":"head","desk":2,"change":{…}}`. As soon as a change is on
/// the disk the number of its journal line is written to `acknowledge`. Each role is seated once, at its first line. Stops at the
/// first refusal; what was recorded stays.
pub fn apply(
    file: &Path,
    list: &mut dyn BufRead,
    acknowledge: &mut dyn Write,
    (clock, seated): (fn() -> DateTime<FixedOffset>, &Seating<'_>),
) -> Applied {
    let mut recorded = 0;
    let stopped = record_all(file, list, (clock, seated), &mut |number| {
        recorded += 1;
        writeln!(acknowledge, "{number}").and_then(|()| acknowledge.flush())
    });
    Applied { recorded, stopped: stopped.err() }
}

fn record_all(
    file: &Path,
    list: &mut dyn BufRead,
    (clock, seated): (fn() -> DateTime<FixedOffset>, &Seating<'_>),
    acknowledge: &mut dyn FnMut(u64) -> std::io::Result<()>,
) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let mut congress = store.load()?;
    let (mut line, mut sitting) = (Vec::new(), Vec::new());
    for number in 1_u64.. {
        line.clear();
        let bytes =
            list.read_until(b'\n', &mut line).map_err(|error| Failure::trouble("danh sách thay đổi", &error))?;
        if bytes == 0 {
            break;
        }
        let place = format!("dòng {number}");
        let regulation = congress.meeting().regulation();
        let read = read_line(&line).map_err(|refusal| Failure::refused(&refusal, regulation).at(&place))?;
        let Some((who, change)) = read else { continue };
        if !sitting.contains(&who.role) {
            seated(&congress, who.role).map_err(|failure| failure.at(&place))?;
            sitting.push(who.role);
        }
        let entry = store
            .record(&mut congress, who, clock(), &|_| Ok(change.clone()))
            .map_err(|error| Failure::of_store(&error, regulation).at(&place))?;
        acknowledge(entry.number).map_err(|error| Failure::trouble("stdout", &error).at(&place))?;
    }
    Ok(())
}

/// Reads one line; none where it holds no change.
fn read_line(line: &[u8]) -> Result<Option<(Who, Change)>, Refusal> {
    let unreadable = |what: String| Refusal::Unreadable { what };
    let text = std::str::from_utf8(line).map_err(|error| unreadable(error.to_string()))?;
    // a byte order mark is what some editors put before the first line
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() || text.starts_with('#') {
        return Ok(None);
    }
    let mut value: Value = serde_json::from_str(text).map_err(|error| unreadable(error.to_string()))?;
    clean(&mut value);
    let fault = |error: serde_json::Error| unreadable(error.to_string());
    let (who, change) = if value.get("change").is_some() {
        let signed: Signed = serde_json::from_value(value).map_err(fault)?;
        (Who { role: signed.role, desk: signed.desk }, signed.change)
    } else {
        (Who::from(Role::Secretary), value)
    };
    Ok(Some((who, serde_json::from_value(change).map_err(fault)?)))
}

/// Cleans every text inside a value, as the door of the screens does with what is typed.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = clean_text(text),
        Value::Array(values) => values.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_change_or_says_who_made_it() {
        let bare = read_line(r#"{"undone":{"number":3}}"#.as_bytes()).unwrap().unwrap();
        assert_eq!(bare, (Who::from(Role::Secretary), Change::Undone { number: 3 }));
        let signed = br#"{"role":"head","desk":2,"change":{"undone":{"number":3}}}"#;
        let signed = read_line(signed).unwrap().unwrap();
        assert_eq!(signed, (Who { role: Role::Head, desk: Some(2) }, Change::Undone { number: 3 }));
        assert_eq!(read_line(b"  \r\n").unwrap(), None);
        assert_eq!(read_line("# ghi chú\n".as_bytes()).unwrap(), None);
    }

    #[test]
    fn what_is_no_change_is_refused() {
        for line in [&b"{"[..], b"[]", b"{\"arrived\":1}", b"\xff", br#"{"change":{"undone":{"number":1}}}"#] {
            assert!(matches!(read_line(line), Err(Refusal::Unreadable { .. })), "{line:?}");
        }
    }

    #[test]
    fn text_is_composed_at_the_door() {
        let line = "{\"notes\":{\"corrected\":{\"note\":1,\"text\":\"Nguye\u{302}\u{303}n\\u0007\"}}}";
        let (_, change) = read_line(line.as_bytes()).unwrap().unwrap();
        assert!(change.canonical().unwrap().contains("Nguyễn\""));
    }
}
