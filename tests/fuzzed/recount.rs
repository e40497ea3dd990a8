//! Any text as a sheet of `recount`: it is refused or counted, never anything between.

use daihoi::cli::recount::{RecountError, recount};
use serde_json::Value;

/// Counts the bytes as a sheet.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let sheet: Option<Value> = serde_json::from_str(&text).ok();
    match recount(&text) {
        Ok(document) => counted(&sheet.expect("what is not JSON is not counted"), &document),
        Err(error @ RecountError::Refused(_)) => {
            assert_eq!(error.exit_code(), 1);
            assert!(error.to_string().contains(": "), "a refusal names its place: {error}");
        }
        Err(error) => assert_eq!((error.exit_code(), sheet), (3, None), "{error}"),
    }
}

fn counted(sheet: &Value, document: &str) {
    // the same sheet with its fields in the order of the alphabet, and no more space than needed
    assert_eq!(recount(&sheet.to_string()).ok().as_deref(), Some(document));
    let answer: Value = serde_json::from_str(document).expect("JSON");
    let number = |value: &Value| value.as_u64().expect("a count");
    let elected = answer["elected"].as_array().expect("a list").len() as u64;
    if sheet["places"] == "alternates" {
        assert_eq!((elected, number(&answer["seats_open"])), (0, 0));
    } else {
        assert_eq!(elected + number(&answer["seats_open"]), number(&sheet["seats"]));
    }
    if answer["next"] == "annul" {
        assert!(answer["valid"].is_null() && answer["names"].is_null() && elected == 0);
        return;
    }
    let invalid: u64 = answer["invalid"].as_object().expect("reasons").values().map(number).sum();
    let valid = number(&answer["valid"]);
    assert_eq!(valid + invalid, number(&sheet["collected"]));
    for row in answer["names"].as_array().expect("names") {
        assert_eq!(number(&row["votes"]) + number(&row["against"]) + number(&row["not_counted"]), valid);
    }
}
