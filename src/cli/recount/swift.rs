//! The quick way through a sheet that is as it should be: its ballots are read byte by byte straight into the tally. Whatever stands
//! there otherwise – another order of fields, another form, a fault – is left to `sheet`, which reads everything and names the place.

use super::ballots::{Field, column_name};
use super::sheet::{Sheet, fields};
use crate::domain::election::ballot::{Ballot, Column, Defect, Marks};
use crate::domain::election::count::Tally;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

/// Reads a sheet whose ballots come after the list they are for; none where anything is not as expected.
pub(super) fn read(text: &str) -> Option<Sheet> {
    let begin = Reader { bytes: text.as_bytes(), at: 0 }.list_of_ballots()?;
    let head = text.get(..begin)?;
    let contest = fields(&format!("{head}[]}}")).ok()?.contest()?;
    let mut tally = Tally::new(contest);
    let mut reader = Reader { bytes: text.as_bytes(), at: begin };
    reader.ballots(&mut tally)?;
    // everything but the ballots is read again as strictly as ever, with what comes after them
    let mut fields = fields(&format!("{head}[]{}", text.get(reader.at..)?)).ok()?;
    if fields.contest()? != contest {
        return None;
    }
    fields.tally = Some(tally);
    fields.sheet().ok()
}

/// Where the reading stands.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// The byte that comes, spaces left out.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                byte => return byte.copied(),
            }
        }
    }

    /// Steps over a byte that must come.
    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Steps over a byte if it comes.
    fn takes(&mut self, byte: u8) -> bool {
        self.expect(byte).is_some()
    }

    /// A text without escapes.
    fn plain(&mut self) -> Option<&'a [u8]> {
        self.expect(b'"')?;
        let begin = self.at;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => break,
                b'\\' | 0..0x20 => return None,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.bytes.get(begin..self.at - 1)
    }

    /// Where the list of ballots begins.
    fn list_of_ballots(mut self) -> Option<usize> {
        self.expect(b'{')?;
        loop {
            let name = self.plain()?;
            self.expect(b':')?;
            if name == b"ballots" {
                return (self.peek()? == b'[').then_some(self.at);
            }
            self.skip()?;
            self.expect(b',')?;
        }
    }

    /// Steps over a value up to the comma or bracket behind it; whether it is one, `fields` says.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_text()?,
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                }
                b']' | b'}' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b']' | b'}' if depth == 0 => return Some(()),
                _ => self.at += 1,
            }
        }
    }

    fn skip_text(&mut self) -> Option<()> {
        self.at += 1;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }

    /// The list of ballots, brackets included.
    fn ballots(&mut self, tally: &mut Tally) -> Option<()> {
        let mut ballot = Ballot { marks: Marks::none(tally.contest().form()), defect: None };
        self.expect(b'[')?;
        if self.takes(b']') {
            return Some(());
        }
        loop {
            let times = self.ballot(&mut ballot)?;
            tally.add(&ballot, times).ok()?;
            if !self.takes(b',') {
                return self.expect(b']');
            }
        }
    }

    /// One ballot, read into the same paper again and again; its value is how often it occurred.
    fn ballot(&mut self, ballot: &mut Ballot) -> Option<u32> {
        ballot.marks.clear();
        ballot.defect = None;
        let (mut times, mut given) = (1, [false; 5]);
        self.expect(b'{')?;
        if self.takes(b'}') {
            return Some(times);
        }
        loop {
            let field = field(self.plain()?)?;
            self.expect(b':')?;
            if std::mem::replace(&mut given[field as usize], true) {
                return None;
            }
            match (field, &mut ballot.marks) {
                (Field::Times, _) => times = self.number(u32::MAX)?,
                (Field::Defect, _) => ballot.defect = Some(defect(self.plain()?)?),
                (Field::Struck, Marks::Struck(numbers))
                | (Field::Agree, Marks::Boxes { agree: numbers, .. })
                | (Field::Disagree, Marks::Boxes { disagree: numbers, .. }) => self.numbers(numbers)?,
                _ => return None,
            }
            if !self.takes(b',') {
                return self.expect(b'}').map(|()| times);
            }
        }
    }

    fn numbers(&mut self, numbers: &mut Vec<u16>) -> Option<()> {
        self.expect(b'[')?;
        if self.takes(b']') {
            return Some(());
        }
        loop {
            let number = self.number(u32::from(u16::MAX))?;
            numbers.push(u16::try_from(number).ok()?);
            if !self.takes(b',') {
                return self.expect(b']');
            }
        }
    }

    /// A whole number from 1 to `most`.
    fn number(&mut self, most: u32) -> Option<u32> {
        let first = self.peek()?;
        if !first.is_ascii_digit() || first == b'0' {
            return None;
        }
        let mut number = u64::from(first - b'0');
        self.at += 1;
        while let Some(digit @ b'0'..=b'9') = self.bytes.get(self.at) {
            number = number * 10 + u64::from(digit - b'0');
            if number > u64::from(most) {
                return None;
            }
            self.at += 1;
        }
        u32::try_from(number).ok()
    }
}

fn field(name: &[u8]) -> Option<Field> {
    let named = [
        (column_name(Column::Struck), Field::Struck),
        (column_name(Column::Agree), Field::Agree),
        (column_name(Column::Disagree), Field::Disagree),
        ("times", Field::Times),
        ("defect", Field::Defect),
    ];
    named.into_iter().find(|(known, _)| known.as_bytes() == name).map(|(_, field)| field)
}

fn defect(word: &[u8]) -> Option<Defect> {
    let word = std::str::from_utf8(word).ok()?;
    Defect::deserialize(StrDeserializer::<Error>::new(word)).ok()
}

#[cfg(test)]
mod tests {
    use super::super::recount;
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    const HEAD: &str = r#"{"regulation": "190-QĐ/TW", "office": "committee", "base": 90, "issued": 90, "#;

    /// A sheet with these ballots, the list before them.
    fn sheet(seats: u16, names: &[&str], (collected, ballots): (u32, &str)) -> String {
        let names = json!(names);
        format!(r#"{HEAD}"seats": {seats}, "collected": {collected}, "candidates": {names},"ballots" : {ballots} }}"#)
    }

    /// What both ways say: the quick one, and the one that reads the fields in any order.
    fn both(text: &str) -> (Option<Sheet>, Result<String, String>) {
        let turned = serde_json::from_str::<Value>(text).map_or_else(|_| text.to_owned(), |sheet| sheet.to_string());
        assert!(read(&turned).is_none(), "fields in the order of the alphabet are not the quick way's");
        (read(text), recount(&turned).map_err(|error| error.to_string()))
    }

    #[test]
    fn what_is_as_it_should_be_is_read_the_quick_way() {
        let four = ["A \"b\"", "B", "C", "D"];
        for (seats, names, collected, ballots) in [
            (3, &four[..], 18, r#"[{"struck":[2]}, {"struck" : [1, 2] , "times": 16},{"defect":"marked"}]"#),
            (3, &four[..], 1, "[ { } ]"),
            (3, &four[..], 0, "[]"),
            (4, &four[..], 3, r#"[{"agree":[1,2],"disagree":[3,4]},{"times":2,"disagree":[],"agree":[4,1]}]"#),
            (1, &four[..1], 2, "[\n{\"agree\": [1]},\r\n\t{\"defect\": \"not_issued\"}]"),
        ] {
            let text = sheet(seats, names, (collected, ballots));
            let (quick, slow) = both(&text);
            assert!(quick.is_some(), "{text}");
            assert_eq!(recount(&text).ok(), slow.ok(), "{text}");
        }
    }

    #[test]
    fn whatever_else_stands_there_is_left_to_the_strict_way() {
        for ballots in [
            r#"[{"struck":[2],"struck":[1]}]"#,
            r#"[{"struck":[02]}]"#,
            r#"[{"struck":[0]}]"#,
            r#"[{"struck":[5]}]"#,
            r#"[{"struck":[2,2]}]"#,
            r#"[{"struck":[1.0]}]"#,
            r#"[{"struck":[1e0]}]"#,
            r#"[{"struck":[99999999999999999999]}]"#,
            r#"[{"struck":[1,]}]"#,
            r#"[{"agree":[1]}]"#,
            r#"[{"struck":[1]} {"struck":[1]}]"#,
            r#"[{"struck":[1]},]"#,
            r#"[{"struck":[1]}"#,
            r#"[{"str\u0075ck":[1]}]"#,
            r#"[{"times":0}]"#,
            r#"[{"times":4294967296}]"#,
            r#"[{"defect":"torn"}]"#,
            "[null]",
            "{}",
        ] {
            let text = sheet(3, &["A", "B", "C", "D"], (1, ballots));
            assert!(read(&text).is_none(), "{text}");
        }
        let good = sheet(3, &["A", "B", "C", "D"], (1, r#"[{"struck":[1]}]"#));
        assert!(read(&good).is_some());
        for (from, to) in [
            ("}]", "}], \"ballots\": []"),
            ("}]", "}], \"open_points\": {\"nobody_agreed\": \"invalid\"}"),
            ("}]", "}], \"extra\": 1"),
            ("}] }", "}] } 1"),
            ("\"seats\": 3", "\"seats\": 3, \"seats\": 3"),
            ("\"A\"", "\"B\""),
            ("\"collected\": 1", "\"collected\": 2"),
        ] {
            let text = good.replace(from, to);
            assert_ne!(text, good);
            assert!(read(&text).is_none(), "{text}");
        }
    }

    proptest! {
        /// Sheets broken at random: the quick way reads nothing that the strict one refuses, and nothing otherwise.
        #[test]
        fn both_ways_say_the_same(
            ballots in prop::collection::vec((prop::collection::vec(0u16..6, 0..5), 0u32..4), 0..6),
            at in 0usize..400, with in "[ \\[\\]{},:0-9\"a-z]{0,2}", cut in 0usize..2,
        ) {
            let collected = ballots.iter().map(|(_, times)| (*times).max(1)).sum();
            let told = |(struck, times): &(Vec<u16>, u32)| match times {
                0 => json!({"struck": struck}),
                times => json!({"struck": struck, "times": times}),
            };
            let list = Value::Array(ballots.iter().map(told).collect()).to_string();
            let mut text = sheet(3, &["A", "B", "C", "D"], (collected, &list));
            for broken in [false, true] {
                if broken {
                    let at = at.min(text.len());
                    let begin = text.floor_char_boundary(at);
                    let end = text.ceil_char_boundary((begin + cut).min(text.len()));
                    text.replace_range(begin..end, &with);
                }
                let strict = fields(&text).and_then(super::super::sheet::Fields::sheet);
                if let Some(quick) = read(&text) {
                    let strict = strict.map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
                    prop_assert_eq!(quick.tally.counts(), strict.tally.counts());
                    prop_assert_eq!(quick.round, strict.round);
                } else if !broken && !text.contains("\"struck\":[0") {
                    prop_assert!(strict.is_err(), "{}", text);
                }
            }
        }
    }
}
