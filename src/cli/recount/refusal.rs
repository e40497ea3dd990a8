//! Why a sheet is refused, and where: the trail back from a fault to its place. What is a fault is decided in `sheet`.

use serde::de;
use std::fmt::Write;

/// A fault inside a sheet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct Refusal {
    /// Where: `ballots[3].struck[1]`, or `the sheet`.
    pub place: String,
    /// What is wrong there.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
}

/// One step towards a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Field(&'static str),
    Index(usize),
}

/// The steps from a fault outwards, gathered only once there is a fault: a sheet without one pays nothing.
#[derive(Debug, Default)]
pub(super) struct Trail {
    steps: Vec<Step>,
    fault: Option<(String, &'static str)>,
}

impl Trail {
    /// Remembers a fault with its hint, and gives the error that stops the reading.
    pub(super) fn fault<E: de::Error>(&mut self, message: String, hint: &'static str) -> E {
        let error = E::custom(&message);
        self.fault = Some((message, hint));
        error
    }

    /// Adds the step to the place, if the result is a fault.
    pub(super) fn at<T, E>(&mut self, step: Step, result: Result<T, E>) -> Result<T, E> {
        if result.is_err() {
            self.step(step);
        }
        result
    }

    /// Adds a step to the place of a fault.
    pub(super) fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// The refusal at the end of the trail.
    pub(super) fn refusal(self, error: &serde_json::Error) -> Refusal {
        let place = self.place();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let (message, hint) = self.fault.unwrap_or_else(|| {
            let message = error.to_string();
            let message = message.strip_suffix(&position).map_or(message.clone(), str::to_owned);
            (message, "the sheet has the fields shown by `daihoi recount --help`")
        });
        let (line, column) = (error.line(), error.column());
        Refusal { place, message: format!("{message} (line {line}, column {column})"), hint }
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in self.steps.iter().rev() {
            // writing to a string cannot fail
            let _ = match step {
                Step::Field(name) if place.is_empty() => write!(place, "{name}"),
                Step::Field(name) => write!(place, ".{name}"),
                Step::Index(index) => write!(place, "[{index}]"),
            };
        }
        if place.is_empty() { "the sheet".to_owned() } else { place }
    }
}
