//! Strict reading of one TOML table: known keys only, each of the right kind, every fault with its place and what is
//! allowed instead.

use super::near::nearest;
use super::page::{Page, Placed};
use crate::domain::figures::date;
use crate::domain::fold::{clean_line, clean_text};
use crate::import::roster::day_of;
use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'a> {
    /// The text it stands in.
    pub(super) page: &'a Page<'a>,
    /// Where it begins.
    pub(super) at: usize,
    name: &'static str,
    table: &'a DeTable<'a>,
}

impl<'a> Fields<'a> {
    /// A table whose keys may only be these; `name` is what messages call it.
    pub(super) fn open(
        page: &'a Page<'a>,
        (at, table): (usize, &'a DeTable<'a>),
        (name, allowed): (&'static str, &[&str]),
    ) -> Self {
        for (key, _) in table {
            let word: &str = key.get_ref();
            if allowed.contains(&word) {
                continue;
            }
            let near = nearest(word, allowed.iter().copied());
            let meant = near.first().map(|near| format!("Có phải «{near}»? ")).unwrap_or_default();
            let remedy = format!("{meant}Các khóa dùng được: {}.", allowed.join(", "));
            page.fault(key.span().start, format!("Không có khóa «{word}» trong {name}."), remedy);
        }
        Self { page, at, name, table }
    }

    fn get(&self, key: &str) -> Option<(usize, &'a DeValue<'a>)> {
        self.table.get(key).map(|value: &'a Spanned<DeValue<'a>>| (value.span().start, value.get_ref()))
    }

    fn wrong(&self, at: usize, key: &str, needed: &str) {
        self.page.fault(at, format!("«{key}» trong {} chưa đúng kiểu.", self.name), format!("Ghi {needed}."));
    }

    /// Where the value of a key begins; the table where the key is missing.
    pub(super) fn place(&self, key: &str) -> usize {
        self.get(key).map_or(self.at, |(at, _)| at)
    }

    /// Notes that a key is missing, with an example of it.
    pub(super) fn missing(&self, key: &str, example: &str) {
        self.page.fault(self.at, format!("Thiếu khóa «{key}» trong {}.", self.name), format!("Thêm: {example}"));
    }

    fn string(&self, key: &str) -> Option<Placed<&'a str>> {
        let (at, value) = self.get(key)?;
        let value = value.as_str();
        if value.is_none() {
            self.wrong(at, key, "chữ trong dấu ngoặc kép");
        }
        value.map(|value| Placed { at, value })
    }

    /// A text of one line, cleaned; none where it is blank.
    pub(super) fn line(&self, key: &str) -> Option<String> {
        self.string(key).map(|text| clean_line(text.value)).filter(|text| !text.is_empty())
    }

    /// A text of one line that must be there.
    pub(super) fn needed(&self, key: &str, example: &str) -> Option<String> {
        let line = self.line(key);
        if line.is_none() && self.string(key).is_some() {
            self.page.fault(
                self.place(key),
                format!("«{key}» trong {} để trống.", self.name),
                format!("Ghi: {example}"),
            );
        } else if self.get(key).is_none() {
            self.missing(key, example);
        }
        line
    }

    /// A text of several lines, cleaned.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.string(key).map(|text| clean_text(text.value).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A whole number that fits.
    pub(super) fn number<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        let (at, value) = self.get(key)?;
        let number = integer(value).and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            self.wrong(at, key, "một số nguyên không âm, vừa phải");
        }
        number
    }

    /// A list of whole numbers.
    pub(super) fn numbers(&self, key: &str) -> Vec<u32> {
        let Some((at, value)) = self.get(key) else { return Vec::new() };
        let numbers = value.as_array().map(|array| {
            let number = |value: &Spanned<DeValue<'a>>| u32::try_from(integer(value.get_ref())?).ok();
            array.iter().map(number).collect::<Option<Vec<u32>>>()
        });
        let numbers = numbers.flatten();
        if numbers.is_none() {
            self.wrong(at, key, "một danh sách số, ví dụ [30, 40, 50, 60]");
        }
        numbers.unwrap_or_default()
    }

    /// Yes or no; no where it is not said.
    pub(super) fn flag(&self, key: &str) -> bool {
        let Some((at, value)) = self.get(key) else { return false };
        if value.as_bool().is_none() {
            self.wrong(at, key, "true hoặc false");
        }
        value.as_bool().unwrap_or(false)
    }

    /// A word of an enumeration of the domain.
    pub(super) fn word<T: Deserialize<'a>>(&self, key: &str) -> Option<T> {
        self.string(key).and_then(|text| self.as_word(key, text))
    }

    /// A list of words of an enumeration.
    pub(super) fn words<T: Deserialize<'a>>(&self, key: &str) -> Vec<T> {
        self.strings(key).into_iter().filter_map(|text| self.as_word(key, text)).collect()
    }

    fn as_word<T: Deserialize<'a>>(&self, key: &str, text: Placed<&'a str>) -> Option<T> {
        let typed: &'a str = text.value;
        match T::deserialize(typed.into_deserializer()) {
            Ok(value) => Some(value),
            Err(NotAWord(allowed)) => {
                let near = nearest(typed, allowed.iter().copied());
                let meant = near.first().map(|near| format!("Có phải «{near}»? ")).unwrap_or_default();
                let what = format!("«{key}» trong {} không nhận «{typed}».", self.name);
                self.page.fault(text.at, what, format!("{meant}Dùng một trong: {}.", allowed.join(", ")));
                None
            }
        }
    }

    fn strings(&self, key: &str) -> Vec<Placed<&'a str>> {
        let Some((at, value)) = self.get(key) else { return Vec::new() };
        let Some(array) = value.as_array() else {
            self.wrong(at, key, "một danh sách, ví dụ [\"…\", \"…\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in array {
            let at = value.span().start;
            match value.get_ref().as_str() {
                Some(value) => texts.push(Placed { at, value }),
                None => self.wrong(at, key, "chữ trong dấu ngoặc kép"),
            }
        }
        texts
    }

    /// A list of texts of one line, each with its place.
    pub(super) fn lines(&self, key: &str) -> Vec<Placed<String>> {
        let lines = self.strings(key).into_iter().map(|text| text.map(clean_line));
        lines.filter(|line| !line.value.is_empty()).collect()
    }

    /// A day: `2022-09-28` as TOML knows it, or `"28/9/2022"`.
    pub(super) fn day(&self, key: &str) -> Option<NaiveDate> {
        let (at, value) = self.get(key)?;
        let day = written(value).and_then(|text| day_of(&text));
        if day.is_none() {
            self.wrong(at, key, "ngày, ví dụ 2022-09-28 hoặc \"28/9/2022\"");
        }
        day
    }

    /// A day as a source gives it (`15/5/2014`); a TOML day is written the same way.
    pub(super) fn dated(&self, key: &str) -> Option<String> {
        let (at, value) = self.get(key)?;
        match value {
            DeValue::Datetime(_) => self.day(key).map(date),
            DeValue::String(_) => self.line(key),
            _ => {
                self.wrong(at, key, "ngày, ví dụ \"15/5/2014\"");
                None
            }
        }
    }

    /// An hour: `13:30:00` as TOML knows it, or `"13:30"`, `"13 giờ 30"`.
    pub(super) fn hour(&self, key: &str) -> Option<NaiveTime> {
        let (at, value) = self.get(key)?;
        let hour = written(value).and_then(|text| hour_of(&text));
        if hour.is_none() {
            self.wrong(at, key, "giờ, ví dụ \"13:30\"");
        }
        hour
    }

    /// A term: `[2022, 2025]` or `"2022–2025"`.
    pub(super) fn years(&self, key: &str) -> Option<(u16, u16)> {
        let (at, value) = self.get(key)?;
        let years: Vec<u16> = match value {
            DeValue::Array(years) => years.iter().filter_map(|year| year_of(integer(year.get_ref())?)).collect(),
            DeValue::String(text) => {
                text.split(['-', '–', '—']).filter_map(|year| year_of(year.trim().parse().ok()?)).collect()
            }
            _ => Vec::new(),
        };
        if let [from, to] = years.as_slice() {
            return Some((*from, *to));
        }
        self.wrong(at, key, "năm đầu và năm cuối, ví dụ [2022, 2025]");
        None
    }

    /// The tables of a list, each opened with these keys.
    pub(super) fn tables(&self, key: &str, opened: (&'static str, &[&str])) -> Vec<Fields<'a>> {
        let Some((at, value)) = self.get(key) else { return Vec::new() };
        let Some(array) = value.as_array() else {
            self.wrong(at, key, &format!("một danh sách bảng: {}", opened.0));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in array {
            match value.get_ref().as_table() {
                Some(table) => tables.push(Fields::open(self.page, (value.span().start, table), opened)),
                None => self.wrong(value.span().start, key, &format!("một bảng: {}", opened.0)),
            }
        }
        tables
    }

    /// The table under a key, where it is one.
    pub(super) fn table(&self, key: &str, opened: (&'static str, &[&str])) -> Option<Fields<'a>> {
        let (at, value) = self.get(key)?;
        value.as_table().map(|table| Fields::open(self.page, (at, table), opened))
    }

    /// A whole number where the value is one; nothing is said where it is not.
    pub(super) fn index(&self, key: &str) -> Option<i64> {
        self.get(key).and_then(|(_, value)| integer(value))
    }
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// The text of a string, day or hour.
fn written(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(clean_line(text)),
        DeValue::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    }
}

fn year_of(year: i64) -> Option<u16> {
    u16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))
}

fn hour_of(text: &str) -> Option<NaiveTime> {
    let fields: Vec<u32> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|field| !field.is_empty())
        .map_while(|field| field.parse().ok())
        .collect();
    match fields.as_slice() {
        [hour] => NaiveTime::from_hms_opt(*hour, 0, 0),
        [hour, minute] | [hour, minute, 0] => NaiveTime::from_hms_opt(*hour, *minute, 0),
        _ => None,
    }
}

/// The error of a word that an enumeration does not have: the words it has.
#[derive(Debug)]
struct NotAWord(&'static [&'static str]);

impl std::fmt::Display for NotAWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.join(", "))
    }
}

impl std::error::Error for NotAWord {}

impl serde::de::Error for NotAWord {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}
