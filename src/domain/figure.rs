//! Figures that reports state (số liệu), kept exactly: money in đồng, a rank as a pair, a range. They are read in the very form in
//! which papers print them: `6.684.957.552 đồng`, `2/13`, `15 %`, `400 cháu × 250.000 đồng`, `01–02 đảng viên`, `342 suất quà`.

use super::figures::{grouped, two_digits};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A figure, exactly as stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Figure {
    /// An amount in đồng.
    Money(i64),
    /// A number of something.
    Count {
        /// How many.
        number: i64,
        /// Of what: `hồ sơ`.
        unit: String,
    },
    /// So many at so much each: `400 cháu × 250.000 đồng`.
    Each {
        /// How many.
        number: i64,
        /// Of what.
        unit: String,
        /// Đồng each.
        dong: i64,
    },
    /// A rank or share as a pair (hạng a/b).
    Pair {
        /// First number.
        a: u32,
        /// Second number.
        b: u32,
    },
    /// A percentage in hundredths: `10000` is 100 %.
    Percent(u32),
    /// A range (từ … đến …).
    Range {
        /// From.
        from: u32,
        /// To.
        to: u32,
        /// Of what.
        unit: String,
    },
}

impl Figure {
    /// The figure as papers print it.
    pub fn printed(&self) -> String {
        match self {
            Self::Money(dong) => format!("{} đồng", grouped(*dong)),
            Self::Count { number, unit } => format!("{} {unit}", small_or_grouped(*number)),
            Self::Each { number, unit, dong } => format!("{} {unit} × {} đồng", grouped(*number), grouped(*dong)),
            Self::Pair { a, b } => format!("{a}/{b}"),
            Self::Percent(hundredths) if hundredths % 100 == 0 => format!("{} %", hundredths / 100),
            Self::Percent(hundredths) => format!("{},{:02} %", hundredths / 100, hundredths % 100),
            Self::Range { from, to, unit } => {
                format!("{}–{} {unit}", two_digits(u64::from(*from)), two_digits(u64::from(*to)))
            }
        }
    }
}

fn small_or_grouped(number: i64) -> String {
    match u64::try_from(number) {
        Ok(small) if small < 10 => two_digits(small),
        _ => grouped(number),
    }
}

/// Examples of every form, for the hint beside what is none.
pub const EXAMPLES: &str =
    "«6.684.957.552 đồng», «2/13», «15 %», «342 suất quà», «400 cháu × 250.000 đồng», «01–02 đảng viên»";

/// Reads a figure in the very form in which papers print it; nothing where the text is none.
pub fn read(text: &str) -> Option<Figure> {
    if let Some((count, each)) = text.split_once(" × ") {
        let (number, unit) = counted(count)?;
        return match read(each)? {
            Figure::Money(dong) => Some(Figure::Each { number, unit, dong }),
            _ => None,
        };
    }
    if let Some(percent) = text.strip_suffix('%') {
        return hundredths(percent.trim_end()).map(Figure::Percent);
    }
    if let Some((a, b)) = text.split_once('/')
        && let (Ok(a), Ok(b)) = (a.trim().parse(), b.trim().parse())
    {
        return Some(Figure::Pair { a, b });
    }
    if let Some((from, rest)) = text.split_once(['–', '-'])
        && let (Some(from), Some((to, unit))) = (whole(from.trim_end()), counted(rest.trim_start()))
    {
        return Some(Figure::Range { from: u32::try_from(from).ok()?, to: u32::try_from(to).ok()?, unit });
    }
    let (number, unit) = counted(text)?;
    Some(if unit == "đồng" { Figure::Money(number) } else { Figure::Count { number, unit } })
}

/// A number and what it counts.
fn counted(text: &str) -> Option<(i64, String)> {
    let (number, unit) = text.split_once(' ')?;
    Some((whole(number)?, unit.trim().to_owned()))
}

/// A whole number, its thousands set apart by dots or not at all.
fn whole(text: &str) -> Option<i64> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.chars().all(|digit| digit.is_ascii_digit());
    let grouped = rest.is_empty() || first.len() <= 3;
    let fits = digits(first) && grouped && rest.iter().all(|group| group.len() == 3 && digits(group));
    fits.then(|| format!("{first}{}", rest.concat()).parse().ok())?
}

/// A percentage with at most two decimals after a comma, in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let (whole_part, decimals) = text.split_once(',').unwrap_or((text, "0"));
    let decimals = match decimals.len() {
        1 => format!("{decimals}0"),
        2 => decimals.to_owned(),
        _ => return None,
    };
    let number = whole(whole_part)?.checked_mul(100)?.checked_add(whole(&decimals)?)?;
    u32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn figures_are_read_exactly() {
        let count = |number, unit: &str| Some(Figure::Count { number, unit: unit.to_owned() });
        assert_eq!(read("6.684.957.552 đồng"), Some(Figure::Money(6_684_957_552)));
        assert_eq!(read("6684957552 đồng"), Some(Figure::Money(6_684_957_552)));
        assert_eq!(read("1.081.478 hồ sơ"), count(1_081_478, "hồ sơ"));
        assert_eq!(read("08 đảng viên"), count(8, "đảng viên"));
        assert_eq!(read("2/13"), Some(Figure::Pair { a: 2, b: 13 }));
        assert_eq!(read("100 %"), Some(Figure::Percent(10_000)));
        assert_eq!(read("12,5%"), Some(Figure::Percent(1_250)));
        let each = Figure::Each { number: 400, unit: "cháu".to_owned(), dong: 250_000 };
        assert_eq!(read("400 cháu × 250.000 đồng"), Some(each));
        let range = Figure::Range { from: 1, to: 2, unit: "đảng viên".to_owned() };
        assert_eq!(read("01–02 đảng viên"), Some(range));
    }

    #[test]
    fn what_is_no_figure_is_none() {
        for text in
            ["", "nhiều", "12", "1.08.478 hồ sơ", "1234.567 đồng", "2/x", "12,345 %", "3 cháu × 4 quà", "-5 cây"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_papers_print_is_read_back(
            number in 0..i64::MAX, dong in 0..i64::MAX, a: u32, b: u32, hundredths: u32, unit in "[a-zđêơư]{1,6}( quà)?",
        ) {
            prop_assume!(unit != "đồng");
            for known in [
                Figure::Money(dong),
                Figure::Count { number, unit: unit.clone() },
                Figure::Each { number, unit: unit.clone(), dong },
                Figure::Pair { a, b },
                Figure::Percent(hundredths),
                Figure::Range { from: a, to: b, unit: unit.clone() },
            ] {
                prop_assert_eq!(read(&known.printed()), Some(known));
            }
        }
    }
}
