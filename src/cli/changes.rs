//! `daihoi changes`: the vocabulary of the journal, for people and as JSON Schema.

use super::report::Failure;
use crate::domain::Change;
use serde_json::Value;
use std::io::Write;

/// How the vocabulary is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Group, name and one line each.
    List,
    /// JSON Schema, draft 2020-12.
    Schema,
}

/// Prints the vocabulary of the journal.
pub fn changes(form: Form, out: &mut dyn Write) -> Result<(), Failure> {
    let schema = schemars::schema_for!(Change).to_value();
    let text = match form {
        Form::Schema => format!("{schema:#}\n"),
        Form::List => list(&schema),
    };
    out.write_all(text.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))
}

fn list(schema: &Value) -> String {
    let mut text = String::new();
    for (group, about, inside) in variants(schema, schema) {
        text.push_str(&format_line(0, &group, &about));
        for (name, about, _) in variants(schema, inside) {
            text.push_str(&format_line(2, &name, &about));
        }
    }
    text
}

fn format_line(indent: usize, name: &str, about: &str) -> String {
    let width = 22 - indent;
    format!("{:indent$}{name:<width$} {about}\n", "")
}

/// The variants of an enum: name, first line of the description, and what is inside.
fn variants<'a>(schema: &'a Value, of: &'a Value) -> Vec<(String, String, &'a Value)> {
    let of = resolve(schema, of);
    let Some(variants) = of.get("oneOf").and_then(Value::as_array) else { return Vec::new() };
    variants.iter().filter_map(|variant| named(schema, variant)).collect()
}

fn named<'a>(schema: &'a Value, variant: &'a Value) -> Option<(String, String, &'a Value)> {
    let about = variant.get("description").and_then(Value::as_str).unwrap_or_default();
    let about = about.lines().next().unwrap_or_default().to_owned();
    let (name, inside) = variant.get("properties")?.as_object()?.iter().next()?;
    Some((name.clone(), about, resolve(schema, inside)))
}

/// Follows a reference into `$defs`.
fn resolve<'a>(schema: &'a Value, at: &'a Value) -> &'a Value {
    let path = at.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix('#'));
    path.and_then(|path| schema.pointer(path)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_and_change_is_listed() {
        let mut out = Vec::new();
        changes(Form::List, &mut out).unwrap();
        let list = String::from_utf8(out).unwrap();
        assert!(list.lines().all(|line| line.split_whitespace().count() > 2), "{list}");
        let arrived = "  arrived              People came in, for the first time or again.";
        assert!(list.contains(arrived), "{list}");
        assert!(list.contains("\nundone "), "{list}");
    }

    #[test]
    fn the_schema_is_one_document() {
        let mut out = Vec::new();
        changes(Form::Schema, &mut out).unwrap();
        let schema: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}
