//! `daihoi recount SHEET.json`: counts one sheet of ballots and says the outcome as JSON. It reads and writes; the
//! verdicts are `domain::election`'s.

mod ballots;
mod candidates;
mod refusal;
mod sheet;
mod swift;
mod whole;

pub use refusal::Refusal;

use self::sheet::{Asked, Sheet};
use crate::domain::election::ballot::Invalid;
use crate::domain::election::form::Form;
use crate::domain::election::outcome::{Next, Outcome};
use serde::de::IgnoredAny;
use serde::{Serialize, Serializer};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Why there is no outcome.
#[derive(Debug, thiserror::Error)]
pub enum RecountError {
    /// Something inside the sheet is wrong.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file is not JSON.
    #[error("the sheet is not JSON")]
    NotJson(#[source] serde_json::Error),
    /// The file is not text.
    #[error("the sheet is not JSON, it is not even UTF-8 text")]
    NotText(#[source] std::str::Utf8Error),
    /// The file cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl RecountError {
    /// How the process ends: 1 refused, 3 file trouble.
    pub fn exit_code(&self) -> u8 {
        match self {
            RecountError::Refused(_) => 1,
            RecountError::NotJson(_) | RecountError::NotText(_) | RecountError::Unreadable { .. } => 3,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            RecountError::Refused(refusal) => refusal.hint,
            RecountError::NotJson(_) | RecountError::NotText(_) => "a sheet is one JSON object in UTF-8",
            RecountError::Unreadable { .. } => "name a file that can be read, or - for standard input",
        }
    }
}

/// Reads a file, or standard input for `-`, and counts it; the answer is one JSON document.
pub fn run(path: &Path) -> Result<String, RecountError> {
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = read.map_err(|source| RecountError::Unreadable { path: path.to_owned(), source })?;
    let text = std::str::from_utf8(&bytes).map_err(RecountError::NotText)?;
    // editors on Windows open a file with a byte order mark
    recount(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Counts the sheet in a text; the answer is one JSON document.
pub fn recount(text: &str) -> Result<String, RecountError> {
    let sheet = sheet::read(text).map_err(|refusal| match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => RecountError::Refused(refusal),
        Err(error) => RecountError::NotJson(error),
    })?;
    let outcome = Outcome::of(&sheet.tally, &sheet.round);
    serde_json::to_string_pretty(&Report::of(&sheet, &outcome)).map_err(RecountError::NotJson)
}

/// The outcome as it is printed.
#[derive(Serialize)]
struct Report<'a> {
    form: Form,
    threshold: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid: Option<u64>,
    #[serde(serialize_with = "by_reason")]
    invalid: Vec<(Invalid, u64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<Row<'a>>>,
    elected: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternates: Option<Vec<&'a str>>,
    tied: Vec<&'a str>,
    seats_open: u16,
    next: Next,
}

/// One name as it is printed.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    votes: u64,
    against: u64,
    not_counted: u64,
    percent: String,
    elected: bool,
}

impl<'a> Report<'a> {
    fn of(sheet: &'a Sheet, outcome: &Outcome) -> Report<'a> {
        let named = |numbers: &[u16]| -> Vec<&'a str> {
            let places = numbers.iter().filter_map(|number| usize::from(*number).checked_sub(1));
            places.filter_map(|place| sheet.names.get(place)).map(String::as_str).collect()
        };
        let counted = outcome.next != Next::Annul;
        let rows = sheet.names.iter().zip(&outcome.names).map(|(name, result)| Row {
            name,
            votes: result.count.votes,
            against: result.count.against,
            not_counted: result.count.not_counted,
            percent: result.percent.map_or_else(String::new, |percent| percent.to_string()),
            elected: result.standing.holds_seat(),
        });
        Report {
            form: outcome.form,
            threshold: outcome.threshold,
            valid: counted.then(|| sheet.tally.valid()),
            invalid: sheet.tally.invalid().filter(|_| counted).collect(),
            names: counted.then(|| rows.collect()),
            elected: named(&outcome.elected),
            alternates: (sheet.alternates == Asked::Yes).then(|| named(&outcome.alternates)),
            tied: named(&outcome.tied),
            seats_open: outcome.seats_open,
            next: outcome.next,
        }
    }
}

fn by_reason<S: Serializer>(reasons: &[(Invalid, u64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(reasons.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn sheet() -> Value {
        json!({"regulation": "190-QĐ/TW", "office": "committee", "seats": 3, "base": 19, "issued": 18, "collected": 18,
            "candidates": ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D"],
            "ballots": [{"struck": [2]}, {"struck": [1, 2], "times": 16}, {"defect": "marked"}]})
    }

    fn with(field: &str, value: Value) -> Value {
        let mut sheet = sheet();
        sheet[field] = value;
        sheet
    }

    fn refusal(text: &str) -> String {
        match recount(text) {
            Err(error @ RecountError::Refused(_)) if error.exit_code() == 1 => error.to_string(),
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn the_fields_come_in_their_order() {
        let answer = recount(&with("alternates", json!(1)).to_string()).unwrap();
        let fields =
            ["form", "threshold", "valid", "invalid", "names", "elected", "alternates", "tied", "seats_open", "next"];
        let places = fields.map(|field| answer.find(&format!("\n  \"{field}\"")).unwrap());
        assert!(places.is_sorted());
    }

    #[test]
    fn the_order_of_fields_does_not_matter() {
        // the map of serde_json is ordered by name: ballots stand before candidates, regulation and seats
        let turned = r#"{"ballots": [{"times": 16, "struck": [1, 2]}, {"defect": "marked"}, {"struck": [2]}],"#
            .to_owned()
            + sheet()
                .to_string()
                .replace(r#""ballots":[{"struck":[2]},{"struck":[1,2],"times":16},{"defect":"marked"}],"#, "")
                .trim_start_matches('{');
        assert_eq!(recount(&turned).unwrap(), recount(&sheet().to_string()).unwrap());
        let late = turned.replace(r#""struck": [2]"#, r#""struck": [7]"#);
        assert!(refusal(&late).starts_with("ballots[2].struck[0]: 7 is not between 1 and 4"), "{}", refusal(&late));
    }

    fn refused(sheet: &Value, begins: &str) {
        let message = refusal(&sheet.to_string());
        assert!(message.starts_with(begins), "{message:?} does not begin with {begins:?}");
    }

    #[test]
    fn faults_of_ballots_are_refused_with_their_place() {
        let two = || json!({"struck": [1, 2], "times": 16});
        for (ballots, begins) in [
            (json!([{"struck": [2]}, two(), {"struck": [3, 7]}]), "[2].struck[1]: 7 is not between 1 and 4"),
            (json!([{"struck": [0]}]), "[0].struck[0]: 0 is not between 1 and 4"),
            (json!([{"struck": [-1]}]), "[0].struck[0]: -1 is not between 1 and 4"),
            (json!([{"struck": [70_000]}]), "[0].struck[0]: 70000 is not"),
            (json!([{"struck": [1.0]}]), "[0].struck[0]: invalid type: floating point"),
            (json!([{"struck": [2, 3, 2]}]), "[0].struck[2]: 2 stands there already"),
            (json!([{"agree": [2]}]), "[0].agree: belongs to the other form"),
            (json!([{"struck": [2], "times": 0}]), "[0].times: 0 is not between 1 and"),
            (json!([{"struck": [2], "times": -2}]), "[0].times: -2 is not between 1 and"),
            (json!([{"struck": [2], "time": 2}]), "[0]: unknown field `time`"),
            (json!([{"defect": "torn"}]), "[0].defect: unknown variant `torn`"),
            (json!([{"defect": null}]), "[0].defect: invalid type: null"),
            (json!([two()]), ": 16 ballots were counted, 18 were collected"),
            (json!({}), ": invalid type: map"),
            (json!([null]), "[0]: invalid type: null, expected a ballot"),
        ] {
            refused(&with("ballots", ballots), &format!("ballots{begins}"));
        }
    }

    #[test]
    fn faults_of_the_head_are_refused_with_their_place() {
        for (field, value, begins) in [
            ("extra", json!(1), "the sheet: unknown field `extra`"),
            ("seats", json!(0), "seats: 0 is not between 1 and"),
            ("base", json!(0), "base: 0 is not between 1 and"),
            ("base", json!(17), "collected: 18 ballots from a base of 17"),
            ("issued", json!(-1), "issued: -1 is not between 0 and"),
            ("collected", json!(u64::MAX), "collected: "),
            ("round", json!(0), "round: 0 is not between 1 and"),
            ("tie_revote", json!(1), "tie_revote: invalid type: integer"),
            ("office", json!("chairman"), "office: unknown variant `chairman`"),
            ("regulation", json!("191-QĐ/TW"), "regulation: no regulation \"191-QĐ/TW\" is known"),
            ("candidates", json!([]), "candidates: the list is empty"),
            ("candidates", json!(["A", " \u{200b}"]), "candidates[1]: the name is empty"),
        ] {
            refused(&with(field, value), begins);
        }
        let namesakes = with("candidates", json!(["Lê Tý", "B", " Le\u{302}  Ty\u{301}"]));
        refused(&namesakes, "candidates[2]: \"Lê Tý\" is candidates[0] already");
        refused(&json!([sheet()]), "the sheet: invalid type: sequence");
        refused(&json!(7), "the sheet: invalid type: integer");
    }

    #[test]
    fn fields_stand_once_and_none_is_missing() {
        let twice = sheet().to_string().replace("\"seats\"", "\"seats\":3,\"seats\"");
        assert!(refusal(&twice).starts_with("seats: stands twice"));
        let twice = sheet().to_string().replace("\"times\"", "\"struck\":[],\"times\"");
        assert!(refusal(&twice).starts_with("ballots[1].struck: stands twice"));
        for field in ["regulation", "office", "seats", "base", "issued", "collected", "candidates", "ballots"] {
            let mut short = sheet();
            short.as_object_mut().unwrap().remove(field);
            assert_eq!(refusal(&short.to_string()), format!("{field}: is missing"));
        }
    }

    #[test]
    fn what_is_not_json_is_trouble_with_the_file() {
        let whole = sheet().to_string();
        for text in ["", "xin chào", "{", &whole[..whole.len() - 1], &format!("{whole} 1"), "{\"seats\": 0, }"] {
            let error = recount(text).unwrap_err();
            assert_eq!(error.exit_code(), 3, "{text:?}: {error}");
        }
        let absent = run(Path::new("/no/such/sheet.json")).unwrap_err();
        assert_eq!(absent.exit_code(), 3);
    }

    #[test]
    fn the_longest_list_there_is_can_be_counted() {
        let names: Vec<String> = (1..=u16::MAX).map(|number| format!("Tên {number}")).collect();
        let mut longest = with("candidates", json!(names));
        longest["ballots"] = json!([{"struck": (4..=u16::MAX).collect::<Vec<_>>(), "times": 18}]);
        let answer: Value = serde_json::from_str(&recount(&longest.to_string()).unwrap()).unwrap();
        assert_eq!(answer["elected"].as_array().map(Vec::len), Some(3));
    }

    #[test]
    fn an_annulled_round_needs_no_ballots() {
        let mut extra = with("issued", json!(17));
        let counted = recount(&extra.to_string()).unwrap();
        extra["ballots"] = json!([]);
        assert_eq!(recount(&extra.to_string()).unwrap(), counted);
        extra["ballots"] = json!([{"struck": [1]}]);
        assert!(refusal(&extra.to_string()).starts_with("ballots: 1 ballots were counted"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), at in 0usize..400, bytes in prop::collection::vec(any::<u8>(), 0..4)) {
            let _ = recount(&text);
            let mut broken = sheet().to_string().into_bytes();
            let at = at.min(broken.len());
            broken.splice(at..(at + 2).min(broken.len()), bytes);
            let _ = recount(&String::from_utf8_lossy(&broken));
        }
    }
}
