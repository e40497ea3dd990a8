//! Facts of an event as their file tells them, and where they are looked up: a JSON pointer into `show --json`, or one value by SQL,
//! for the store; a sentence for the papers. `unknown` is a value of its own: null, never 0.

use chrono::NaiveDateTime;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The paper that is meant where a fact names none.
const MINUTES: &str = "minutes";

/// One fact.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    /// The row of the event's table.
    row: String,
    /// What the fact is, or which trap it guards.
    says: String,
    /// Where it stands in `show --json`.
    at: Option<String>,
    /// The one value of the file that holds it.
    query: Option<String>,
    /// The value.
    is: Option<Value>,
    /// The value is not known.
    #[serde(default)]
    unknown: bool,
    /// Sentences that the paper prints.
    #[serde(default)]
    minutes: Vec<String>,
    /// What the paper must not print.
    #[serde(default)]
    never: Vec<String>,
    /// The paper, where it is not the minutes.
    paper: Option<String>,
}

/// A paper that is issued while the event goes on: its number is given to the words it has at that moment.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// Which paper, by its word.
    pub paper: String,
    /// How the line of the script begins before which it is issued.
    pub before: String,
    /// When.
    pub at: NaiveDateTime,
}

/// The facts of an event.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The papers issued on the way, in the order of the script.
    #[serde(default)]
    pub issued: Vec<Issued>,
    fact: Vec<Fact>,
}

/// What a replayed event holds.
pub struct Found {
    shown: Value,
    file: Connection,
    papers: BTreeMap<String, String>,
}

impl Found {
    pub fn new(file: &str, shown: &str) -> Self {
        let file = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        Self { shown: serde_json::from_str(shown).unwrap(), file, papers: BTreeMap::new() }
    }

    pub fn paper(&mut self, paper: String, text: &str) {
        self.papers.insert(paper, plain(text));
    }

    pub fn at(&self, pointer: &str) -> Option<&Value> {
        self.shown.pointer(pointer)
    }

    /// The one value of a query; text that holds JSON where a list or an object is expected is read as such.
    fn asked(&self, query: &str, expected: Option<&Value>) -> Result<Value, String> {
        let told = |error: rusqlite::Error| format!("{query}: {error}");
        let mut statement = self.file.prepare(query).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        let Some(row) = rows.next().map_err(told)? else { return Err(format!("{query}: no row")) };
        let value = match row.get_ref(0).map_err(told)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap().into(),
            other => return Err(format!("{query}: {other:?}")),
        };
        if rows.next().map_err(told)?.is_some() {
            return Err(format!("{query}: more than one row"));
        }
        match (&value, expected) {
            (Value::String(text), Some(Value::Array(_) | Value::Object(_))) => {
                serde_json::from_str(text).map_err(|error| format!("{query}: {error}"))
            }
            _ => Ok(value),
        }
    }
}

/// The words of a paper without the signs of Markdown and without the ends of its lines.
fn plain(text: &str) -> String {
    let bare: String = text.chars().filter(|sign| !matches!(sign, '*' | '\\')).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Fact {
    fn paper(&self) -> &str {
        self.paper.as_deref().unwrap_or(MINUTES)
    }

    /// Whether it is looked up in the store.
    fn is_stored(&self) -> bool {
        self.at.is_some() || self.query.is_some()
    }

    /// What of it is not as it should be.
    fn wrong(&self, found: &Found) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.is_stored() && self.is.is_some() == self.unknown {
            wrong.push("needs one of `is` and `unknown`".to_owned());
        }
        if let Some(pointer) = &self.at {
            wrong.extend(self.differs(found.at(pointer).unwrap_or(&Value::Null)));
        }
        if let Some(query) = &self.query {
            match found.asked(query, self.is.as_ref()) {
                Ok(value) => wrong.extend(self.differs(&value)),
                Err(error) => wrong.push(error),
            }
        }
        let text = found.papers.get(self.paper()).map(String::as_str).unwrap_or_default();
        wrong
            .extend(self.minutes.iter().filter(|it| !text.contains(&plain(it))).map(|it| format!("not printed: {it}")));
        wrong.extend(self.never.iter().filter(|it| text.contains(&plain(it))).map(|it| format!("printed: {it}")));
        wrong.iter().map(|it| format!("{}: {}: {it}", self.row, self.says)).collect()
    }

    fn differs(&self, value: &Value) -> Option<String> {
        let expected = self.is.clone().unwrap_or(Value::Null);
        (*value != expected).then(|| format!("is {value}, expected {expected}"))
    }
}

impl Facts {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The papers they speak of.
    pub fn papers(&self) -> BTreeSet<String> {
        let told = self.fact.iter().filter(|fact| !fact.minutes.is_empty() || !fact.never.is_empty());
        told.map(|fact| fact.paper().to_owned()).collect()
    }

    /// Rows of the table without a fact in the store, facts of rows it has not, facts that say nothing.
    pub fn lacking(&self, rows: &[&str]) -> Vec<String> {
        let stored = |row: &str| self.fact.iter().any(|fact| fact.row == row && fact.is_stored());
        let mut lacking: Vec<String> =
            rows.iter().filter(|row| !stored(row)).map(|row| format!("no fact in the store for «{row}»")).collect();
        for fact in &self.fact {
            let silent = !fact.is_stored() && fact.minutes.is_empty() && fact.never.is_empty();
            if silent || !rows.contains(&fact.row.as_str()) {
                lacking.push(format!("«{}: {}» is no fact of a row", fact.row, fact.says));
            }
        }
        let never = |fact: &Fact| fact.unknown || !fact.never.is_empty();
        if !self.fact.iter().any(never) {
            lacking.push("no trap is asserted".to_owned());
        }
        lacking
    }

    /// The facts that were not found as they are told.
    pub fn wrong(&self, found: &Found) -> Vec<String> {
        self.fact.iter().flat_map(|fact| fact.wrong(found)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = r#"
[[fact]]
row = "kind"
says = "a cell"
query = "SELECT kind FROM meeting"
is = "cell"
minutes = ["Đại hội"]

[[fact]]
row = "absent"
says = "nobody counted"
at = "/hall/present"
unknown = true
never = ["có mặt: 00"]
"#;

    fn facts() -> Facts {
        toml::from_str(TOLD).unwrap()
    }

    fn found() -> Found {
        let file = Connection::open_in_memory().unwrap();
        file.execute_batch("CREATE TABLE meeting (kind TEXT); INSERT INTO meeting VALUES ('cell')").unwrap();
        let shown = serde_json::json!({"hall": {"present": null}});
        Found { shown, file, papers: BTreeMap::from([(MINUTES.to_owned(), "Đại hội chi bộ".to_owned())]) }
    }

    #[test]
    fn facts_that_hold_are_not_told() {
        assert_eq!(facts().lacking(&["kind", "absent"]), Vec::<String>::new());
        assert_eq!(facts().wrong(&found()), Vec::<String>::new());
    }

    #[test]
    fn a_row_without_a_fact_is_noticed() {
        assert_eq!(facts().lacking(&["kind", "absent", "flowers"]).len(), 1);
        assert_eq!(facts().lacking(&["kind"]).len(), 1, "a fact of no row");
        let mut bare = facts();
        bare.fact[1].unknown = false;
        bare.fact[1].never.clear();
        assert!(bare.lacking(&["kind", "absent"]).iter().any(|told| told.contains("trap")));
    }

    #[test]
    fn a_fact_that_does_not_hold_is_noticed() {
        let spoiled = |spoil: fn(&mut Found)| {
            let mut found = found();
            spoil(&mut found);
            facts().wrong(&found).len()
        };
        assert_eq!(spoiled(|found| found.shown = serde_json::json!({"hall": {"present": 0}})), 1);
        assert_eq!(spoiled(|found| found.file.execute_batch("UPDATE meeting SET kind = 'review'").unwrap()), 1);
        assert_eq!(spoiled(|found| found.file.execute_batch("DELETE FROM meeting").unwrap()), 1);
        assert_eq!(spoiled(|found| drop(found.papers.insert(MINUTES.to_owned(), "có mặt: 00".to_owned()))), 2);
    }
}
