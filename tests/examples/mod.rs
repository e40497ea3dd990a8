//! The worked examples of the rules (§9), each a file of `tests/data/examples/`: what is asked, what is given, what the answer
//! holds. Here is the one runner that reads them; no number of an example stands in the code.
//!
//! `recount` gives a sheet of ballots · `ballots` the verdict on each paper · `base` a roster with who came · `list` how many
//! names of which kind.

mod count;
mod hall;
mod list;
mod roster;

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// How many worked examples the rules have.
const EXAMPLES: u32 = 15;

/// A file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    /// The rule in words.
    rule: String,
    questions: Vec<Question>,
}

/// One question of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    /// What the answer means.
    says: String,
    asks: Asks,
    given: Value,
    gives: Value,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asks {
    Recount,
    Ballots,
    Base,
    List,
}

impl Question {
    fn answer(&self) -> Value {
        match self.asks {
            Asks::Recount => count::recount(&self.given),
            Asks::Ballots => count::ballots(&self.given),
            Asks::Base => roster::base(&self.given),
            Asks::List => list::list(&self.given),
        }
    }
}

/// Whether the answer holds all that is expected; `null` stands for a field left out, `{}` for an object with nothing in it.
fn holds(expected: &Value, answer: &Value) -> bool {
    match (expected, answer) {
        (Value::Object(fields), Value::Object(_)) if !fields.is_empty() => {
            fields.iter().all(|(name, value)| holds(value, &answer[name]))
        }
        (Value::Array(some), Value::Array(all)) => {
            some.len() == all.len() && some.iter().zip(all).all(|(one, other)| holds(one, other))
        }
        _ => expected == answer,
    }
}

#[test]
fn worked_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/examples");
    let mut numbers = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let example: Example = serde_json::from_str(&std::fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!example.questions.is_empty(), "{name} asks nothing");
        if let Some(number) = name.split('-').next().and_then(|number| number.parse::<u32>().ok()) {
            assert!(example.rule.starts_with(&format!("Ví dụ {number}:")), "{name}: {}", example.rule);
            assert!(numbers.insert(number), "example {number} stands in two files");
        }
        for question in &example.questions {
            let answer = question.answer();
            assert!(holds(&question.gives, &answer), "{name}, {}: {answer:#}", question.says);
        }
    }
    assert_eq!(numbers, (1..=EXAMPLES).collect(), "an example of the rules has no file");
}

#[test]
fn an_answer_that_lacks_something_is_noticed() {
    use serde_json::json;
    let answer = json!({"base": 19, "deducted": {"suspended": 1}, "names": [{"votes": 3}]});
    assert!(holds(&json!({"base": 19, "names": [{"votes": 3}]}), &answer));
    for wrong in [json!({"base": 18}), json!({"deducted": {}}), json!({"names": []}), json!({"need": 10})] {
        assert!(!holds(&wrong, &answer), "{wrong}");
    }
}
