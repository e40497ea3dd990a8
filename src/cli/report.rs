//! How a command ends: its exit code, and the one printer of errors. What a command does lives in its own file.

use crate::domain::Regulation;
use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::store::Error;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command did not do all it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The rule said no: exit code 1.
    Refused,
    /// The arguments make no sense: exit code 2.
    Usage,
    /// The file or the system is in trouble: exit code 3.
    Trouble,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Refused => 1,
            Exit::Usage => 2,
            Exit::Trouble => 3,
        })
    }
}

/// A failure as it is reported: what failed, caused by, hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// What failed, with its place (Lỗi).
    pub what: String,
    /// What lies behind it, or the article (Nguyên nhân).
    pub cause: Option<String>,
    /// What to do (Gợi ý).
    pub hint: Option<String>,
    /// Each place that must be mended, where there are several.
    pub places: Vec<String>,
}

impl Failure {
    /// Something outside: a file that cannot be read, a full disk.
    pub fn trouble(place: &str, cause: &io::Error) -> Self {
        Self {
            exit: Exit::Trouble,
            what: format!("{place}: không đọc hoặc ghi được"),
            cause: Some(cause.to_string()),
            hint: Some("Kiểm tra đường dẫn, quyền truy cập và chỗ trống rồi thử lại.".to_owned()),
            places: Vec::new(),
        }
    }

    /// The refusal of a rule, under the regulation of the congress it was put to.
    pub fn refused(refusal: &Refusal, regulation: Regulation) -> Self {
        let told = refusal.told(Lang::Vi, regulation);
        Self { exit: Exit::Refused, what: told.what, cause: told.article, hint: Some(told.instead), places: Vec::new() }
    }

    /// The failure of a store, under the regulation of the congress.
    pub fn of_store(error: &Error, regulation: Regulation) -> Self {
        match error {
            Error::Refused(refusal) => Self::refused(refusal, regulation),
            error => Self {
                exit: Exit::Trouble,
                what: error.to_string(),
                cause: error.cause(),
                hint: Some(error.hint(Lang::Vi)),
                places: Vec::new(),
            },
        }
    }

    /// The same failure with its place before it: `dòng 3: …`.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        self.what = format!("{place}: {}", self.what);
        self
    }

    /// Prints the failure and answers its exit code.
    pub fn print(&self, to: &mut dyn Write) -> ExitCode {
        let mut text = format!("Lỗi: {}\n", visible(&self.what));
        for place in &self.places {
            let _ = writeln!(text, "  {}", visible(place));
        }
        for (word, line) in [("Nguyên nhân", &self.cause), ("Gợi ý", &self.hint)] {
            if let Some(line) = line {
                // writing into a String cannot fail
                let _ = writeln!(text, "{word}: {}", visible(line));
            }
        }
        // where even the errors cannot be written, the exit code is all that is left
        let _ = to.write_all(text.as_bytes());
        self.exit.into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::of_store(&error, Regulation::default_profile())
    }
}

/// Outside text with everything that could steer a terminal written out: `\u{1b}`.
pub fn visible(text: &str) -> String {
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().fold(String::with_capacity(text.len()), |mut safe, c| {
        if steers(c) {
            safe.extend(c.escape_unicode());
        } else {
            safe.push(c);
        }
        safe
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_text_cannot_steer_the_terminal() {
        let failure = Failure {
            exit: Exit::Trouble,
            what: "a\u{1b}[2J\nLỗi: giả\u{202e}".to_owned(),
            cause: None,
            hint: Some("thử lại".to_owned()),
            places: Vec::new(),
        };
        let mut printed = Vec::new();
        let _ = failure.print(&mut printed);
        let printed = String::from_utf8(printed).unwrap();
        assert_eq!(printed, "Lỗi: a\\u{1b}[2J\\u{a}Lỗi: giả\\u{202e}\nGợi ý: thử lại\n");
    }

    #[test]
    fn a_refusal_names_its_article() {
        let refusal = Refusal::NoQuorum { present: 3, summoned: 9, needed: 6 };
        let failure = Failure::refused(&refusal, Regulation::default_profile()).at("dòng 4");
        assert!(failure.what.starts_with("dòng 4: ") && failure.cause.is_some());
        assert_eq!(failure.exit, Exit::Refused);
    }
}
