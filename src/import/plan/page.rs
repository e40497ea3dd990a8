//! The text of a plan and the faults found in it, each with its line and column.

use std::cell::RefCell;
use std::fmt;

/// A value with the byte of the plan where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed<T> {
    /// The byte.
    pub(super) at: usize,
    /// The value.
    pub(super) value: T,
}

impl<T> Placed<T> {
    /// Another value at the same place.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { at: self.at, value: make(self.value) }
    }
}

/// A place of the plan that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Column in letters, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Every fault of a plan, in the order of the places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    /// The file, as it is named in the message.
    pub file: String,
    /// The faults.
    pub faults: Vec<Fault>,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} chỗ phải sửa trong kế hoạch", self.file, self.faults.len())?;
        for Fault { line, column, what, remedy } in &self.faults {
            write!(f, "\n  {}:{line}:{column}: {what} {remedy}", self.file)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// The text being read.
#[derive(Debug)]
pub(super) struct Page<'t> {
    /// The text.
    pub(super) text: &'t str,
    faults: RefCell<Vec<(usize, Fault)>>,
}

impl<'t> Page<'t> {
    /// A text without faults so far.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, faults: RefCell::default() }
    }

    /// Notes a fault at a byte of the text.
    pub(super) fn fault(&self, at: usize, what: impl Into<String>, remedy: impl Into<String>) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let fault = Fault { line, column, what: what.into(), remedy: remedy.into() };
        self.faults.borrow_mut().push((at, fault));
    }

    /// The value, or every fault in the order of the text.
    pub(super) fn finish<T>(self, value: T) -> Result<T, Faults> {
        let mut faults = self.faults.into_inner();
        if faults.is_empty() {
            return Ok(value);
        }
        faults.sort_by_key(|(at, _)| *at);
        let faults = faults.into_iter().map(|(_, fault)| fault).collect();
        Err(Faults { file: "kế hoạch".to_owned(), faults })
    }
}
