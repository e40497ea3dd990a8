//! Lines: letters cut where a line may end, set to a width, justified or in the middle. Where a line stands on a page is not
//! known here.

use std::ops::Range;

use super::font::{Kind, Letter};
use super::length::Length;
use crate::papers::paper::Align;

/// The room lines have.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The width.
    pub width: Length,
    /// The indent of the first line.
    pub first: Length,
    /// Where lines stand in it.
    pub align: Align,
}

/// One line: its letters, where it begins, how much each of its spaces is widened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetLine {
    /// From the left edge of the measure.
    pub left: Length,
    /// Added to each space.
    pub gap: Length,
    /// The letters, without the space at the end.
    pub letters: Vec<Letter>,
}

/// The width letters take.
pub fn width_of(letters: &[Letter]) -> Length {
    letters.iter().map(|letter| letter.width).sum()
}

/// Sets letters to a measure. Lines in the middle are made about equally long, so that no word is left alone.
pub fn set(letters: &[Letter], measure: Measure) -> Vec<SetLine> {
    let breaking = match measure.align {
        Align::Centre => Measure { width: balanced(letters, measure.width), ..measure },
        _ => measure,
    };
    let ranges = cut(letters, breaking);
    let last = ranges.len().saturating_sub(1);
    let line = |(index, range): (usize, Range<usize>)| {
        let letters = letters[range].to_vec();
        let indent = if index == 0 { measure.first } else { Length::ZERO };
        let free = measure.width - indent - width_of(&letters);
        let spaces = letters.iter().filter(|letter| letter.kind != Kind::Ink).count();
        let spaces = i64::try_from(spaces).unwrap_or(0);
        let stretched = measure.align == Align::Justified && index < last && spaces > 0 && free > Length::ZERO;
        let gap = if stretched { free / spaces } else { Length::ZERO };
        let left = match measure.align {
            Align::Justified | Align::Left => indent,
            Align::Centre => free.half(),
            Align::Right => free,
        };
        SetLine { left, gap, letters }
    };
    ranges.into_iter().enumerate().map(line).collect()
}

/// The least width in which letters take no more lines than in `width`.
fn balanced(letters: &[Letter], width: Length) -> Length {
    let measure = |width| Measure { width, first: Length::ZERO, align: Align::Left };
    let count = cut(letters, measure(width)).len();
    if count < 2 {
        return width;
    }
    let words = letters.split(|letter| letter.kind == Kind::Space);
    let (mut low, mut high) = (words.map(width_of).max().unwrap_or(width).min(width), width);
    while high - low > Length::points(1) {
        let middle = (low + high).half();
        if cut(letters, measure(middle)).len() > count {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// Where each line begins and ends. A word wider than the measure is cut where it overflows: nothing is lost.
fn cut(letters: &[Letter], measure: Measure) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut begin = 0;
    while begin < letters.len() {
        let room = if lines.is_empty() { measure.width - measure.first } else { measure.width };
        let end = end_of_line(letters, begin, room);
        let ink_end = letters[begin..end].iter().rposition(|letter| letter.kind != Kind::Space);
        lines.push(begin..ink_end.map_or(begin, |last| begin + last + 1));
        begin = end + letters[end..].iter().take_while(|letter| letter.kind == Kind::Space).count();
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn end_of_line(letters: &[Letter], begin: usize, room: Length) -> usize {
    let (mut width, mut last_space) = (Length::ZERO, None);
    for (index, letter) in letters.iter().enumerate().skip(begin) {
        if letter.kind == Kind::Space {
            last_space = Some(index);
        }
        width += letter.width;
        // a space at the end of the line may hang over the edge
        if width > room && letter.kind != Kind::Space {
            return last_space.filter(|space| *space > begin).unwrap_or(index.max(begin + 1));
        }
    }
    letters.len()
}

#[cfg(test)]
mod tests {
    use super::super::font::Faces;
    use super::*;
    use crate::papers::format::HalfPoints;
    use crate::papers::paper::{Emphasis, Text};

    fn letters(text: &str) -> Vec<Letter> {
        Faces::bundled().expect("the faces").letters(&Text::from(text), HalfPoints::points(14), Emphasis::Plain)
    }

    fn told(text: &str, points: i64, align: Align) -> Vec<String> {
        let measure = Measure { width: Length::points(points), first: Length::ZERO, align };
        let lines = set(&letters(text), measure);
        lines.iter().map(|line| line.letters.iter().map(|letter| letter.char).collect()).collect()
    }

    #[test]
    fn a_line_ends_at_a_space_and_never_inside_a_term() {
        let text = "nhiệm kỳ 2026 – 2029 của chi bộ";
        assert_eq!(told(text, 100, Align::Left), ["nhiệm kỳ", "2026 – 2029 của", "chi bộ"]);
    }

    #[test]
    fn every_justified_line_but_the_last_reaches_the_margin() {
        let text = "Đại hội biểu quyết bằng hình thức giơ tay, bầu Đoàn chủ tịch gồm 03 đồng chí: Vũ Văn Hoan.";
        let measure = Measure { width: Length::points(200), first: Length::points(28), align: Align::Justified };
        let lines = set(&letters(text), measure);
        assert!(lines.len() > 2);
        for (index, line) in lines.iter().enumerate() {
            let spaces = i64::try_from(line.letters.iter().filter(|letter| letter.kind != Kind::Ink).count());
            let right = line.left + width_of(&line.letters) + line.gap * spaces.expect("few");
            let short = (measure.width - right).pt();
            assert!(if index + 1 == lines.len() { short > 1.0 } else { short.abs() < 0.01 }, "{index}: {short}");
        }
    }

    #[test]
    fn lines_in_the_middle_are_about_equally_long() {
        let lines = told("ĐẢNG BỘ CƠ QUAN CHÍNH QUYỀN THÀNH PHỐ MÓNG CÁI", 330, Align::Centre);
        assert_eq!(lines, ["ĐẢNG BỘ CƠ QUAN CHÍNH", "QUYỀN THÀNH PHỐ MÓNG CÁI"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_no_letter_is_lost() {
        let word = "a".repeat(50);
        let lines = told(&word, 60, Align::Left);
        assert!(lines.len() > 3);
        assert_eq!(lines.concat(), word);
        assert!(told("", 60, Align::Left).is_empty() && told("   ", 60, Align::Left).is_empty());
    }
}
