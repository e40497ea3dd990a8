//! The head and the title of a paper (phần đầu, tên loại và trích yếu).
//! Which body issues which paper is decided by each paper, not here.

use chrono::{Datelike, NaiveDate};

use super::super::format::MOTTO;

/// Number and sign of a paper (số và ký hiệu) in the congress's one series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNumber {
    /// Place in the series, from 1; `None` leaves room to fill it by hand.
    pub sequence: Option<u32>,
    /// Type and body: `BB/ĐH`.
    pub code: String,
}

impl PaperNumber {
    /// The number given to the paper.
    pub fn given(sequence: u32, code: impl Into<String>) -> Self {
        Self { sequence: Some(sequence), code: code.into() }
    }

    /// A number still to be filled by hand.
    pub fn open(code: impl Into<String>) -> Self {
        Self { sequence: None, code: code.into() }
    }

    /// The number with its sign, where it is given: `05-BB/ĐH`.
    pub fn sign(&self) -> String {
        self.sequence.map_or_else(|| format!("-{}", self.code), |sequence| format!("{sequence:02}-{}", self.code))
    }

    /// `Số 05-BB/ĐH`: no colon, two digits under 10; room between no-break spaces while the number is open.
    pub fn label(&self) -> String {
        match self.sequence {
            Some(sequence) => format!("Số {sequence:02}-{}", self.code),
            None => format!("Số \u{a0}\u{a0}\u{a0}\u{a0}-{}", self.code),
        }
    }
}

/// The head: bodies and number at the left, motto, place and date at the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The body above, capitals.
    pub superior: Option<String>,
    /// The issuing body, capitals, one entry a line.
    pub issuer: Vec<String>,
    /// Number and sign; `None` for papers outside the series, such as a ballot list on the wall.
    pub number: Option<PaperNumber>,
    /// `Móng Cái, ngày 03 tháng 7 năm 2022`.
    pub place_and_date: String,
}

impl Head {
    /// A head without a superior body.
    pub fn new(
        issuer: impl IntoIterator<Item = impl Into<String>>,
        number: PaperNumber,
        place_and_date: impl Into<String>,
    ) -> Self {
        Self {
            superior: None,
            issuer: issuer.into_iter().map(Into::into).collect(),
            number: Some(number),
            place_and_date: place_and_date.into(),
        }
    }

    /// Names the body above.
    #[must_use]
    pub fn under(mut self, superior: impl Into<String>) -> Self {
        self.superior = Some(superior.into());
        self
    }

    /// Takes the paper out of the number series.
    #[must_use]
    pub fn unnumbered(mut self) -> Self {
        self.number = None;
        self
    }

    /// The lines in reading order: bodies, `*`, motto, number, place and date.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.superior.iter().cloned().collect();
        lines.extend(self.issuer.iter().cloned());
        lines.extend(["*".to_owned(), MOTTO.to_owned()]);
        lines.extend(self.number.iter().map(PaperNumber::label));
        lines.push(self.place_and_date.clone());
        lines
    }
}

/// Place and date as a head prints them: days under 10 and months 1–2 with a leading zero; room to fill by hand while
/// the date is open.
pub fn place_and_date(place: &str, date: Option<NaiveDate>) -> String {
    let Some(date) = date else {
        return format!(
            "{place}, ngày\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} tháng\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} năm\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}"
        );
    };
    let (day, month, year) = (date.day(), date.month(), date.year());
    if month <= 2 {
        format!("{place}, ngày {day:02} tháng {month:02} năm {year}")
    } else {
        format!("{place}, ngày {day:02} tháng {month} năm {year}")
    }
}

/// The title of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The type, capitals: `BIÊN BẢN`.
    pub kind: String,
    /// The subject (trích yếu), one entry a line.
    pub subject: Vec<String>,
}

impl Title {
    /// A title of one type and one line of subject; an empty subject prints nothing.
    pub fn new(kind: impl Into<String>, subject: impl Into<String>) -> Self {
        let subject = subject.into();
        Self { kind: kind.into(), subject: if subject.is_empty() { Vec::new() } else { vec![subject] } }
    }

    /// Adds a further line of subject.
    #[must_use]
    pub fn line(mut self, subject: impl Into<String>) -> Self {
        self.subject.push(subject.into());
        self
    }

    /// Type and subject, one a line.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.kind.clone()];
        lines.extend(self.subject.iter().cloned());
        lines
    }

    /// Type and subject in one line, as the name of the document.
    pub fn name(&self) -> String {
        self.lines().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_two_digits_and_no_colon() {
        assert_eq!(PaperNumber::given(5, "BB/ĐH").label(), "Số 05-BB/ĐH");
        assert_eq!(PaperNumber::given(112, "CTr/ĐH").label(), "Số 112-CTr/ĐH");
        assert!(PaperNumber::open("BB/ĐH").label().ends_with("-BB/ĐH"));
        assert!(!PaperNumber::open("BB/ĐH").label().contains(char::is_numeric));
    }

    #[test]
    fn days_under_ten_and_the_first_two_months_lead_with_a_zero() {
        let date = |y, m, d| place_and_date("Móng Cái", NaiveDate::from_ymd_opt(y, m, d));
        assert_eq!(date(2022, 7, 3), "Móng Cái, ngày 03 tháng 7 năm 2022");
        assert_eq!(date(2026, 2, 28), "Móng Cái, ngày 28 tháng 02 năm 2026");
        assert_eq!(date(2026, 12, 9), "Móng Cái, ngày 09 tháng 12 năm 2026");
        assert!(place_and_date("Huế", None).starts_with("Huế, ngày"));
    }
}
