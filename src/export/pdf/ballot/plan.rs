//! Which sheet, how many columns and which sizes a ballot takes: the fewest pages, then A4 before A3, then the fewest names
//! broken over two lines, then the largest letters with the most room. No name is ever smaller than the format profile allows.

use std::cmp::Reverse;
use std::ops::Range;

use super::super::font::{Kind, Letter};
use super::super::length::Length;
use super::super::lines::{self, Measure};
use crate::papers::format::{BallotFormat, HalfPoints};
use crate::papers::paper::{Align, SheetSize};

/// The most columns of names on a page.
const COLUMNS: i64 = 3;

/// The room names have on a sheet: between its margins, and below the head on the first page or the short heading of a later one.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Which sheet.
    pub sheet: SheetSize,
    /// Width between the margins.
    pub width: Length,
    /// Height on the first page.
    pub first: Length,
    /// Height on a later page.
    pub later: Length,
}

/// What is to be laid out; letters stand in a size of one half point, so that other sizes are multiples.
#[derive(Debug, Clone)]
pub struct Names {
    /// The names in ballot order.
    pub letters: Vec<Vec<Letter>>,
    /// The headings: number, name, then the boxes.
    pub headings: Vec<Vec<Letter>>,
    /// The widest number.
    pub number: Length,
}

/// The names of one page: column after column, each of as many rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPage {
    /// Which names.
    pub names: Range<usize>,
    /// The height of each row, the same in all columns.
    pub rows: Vec<Length>,
}

/// A ballot as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The sheet.
    pub sheet: SheetSize,
    /// How many columns of names.
    pub columns: usize,
    /// The size of names.
    pub size: HalfPoints,
    /// Width of a whole column of names.
    pub width: Length,
    /// Widths within it: number, name, boxes.
    pub parts: Vec<Length>,
    /// Height of the row of headings.
    pub heading: Length,
    /// How many names take two lines.
    pub broken: usize,
    /// The pages.
    pub pages: Vec<PlannedPage>,
}

/// Room at both sides of the words of a cell.
pub fn margin(size: HalfPoints) -> Length {
    Length::em(size) / 4
}

/// The size of headings beside names of a size.
pub fn heading_size(size: HalfPoints) -> HalfPoints {
    HalfPoints(size.0.saturating_sub(2))
}

/// The distance of two lines of one name.
pub fn leading(size: HalfPoints) -> Length {
    Length::em(size) * 6 / 5
}

/// What makes one plan better than another, from the weightiest on.
type Rank = (usize, SheetSize, usize, Reverse<HalfPoints>, Reverse<u32>, i64);

/// Chooses the best plan; none where there is nobody to vote for.
pub fn choose(names: &Names, rooms: &[Room], format: &BallotFormat) -> Option<Plan> {
    let sizes = (format.smallest.0..=format.largest.0).map(HalfPoints);
    let mut best: Option<(Rank, Plan)> = None;
    for size in sizes {
        for columns in 1..=COLUMNS {
            for room in rooms {
                for height in [format.roomy, u32::midpoint(format.roomy, format.close), format.close] {
                    let Some(plan) = plan(names, *room, (size, columns, height), format) else { continue };
                    let rank =
                        (plan.pages.len(), plan.sheet, plan.broken, Reverse(plan.size), Reverse(height), columns);
                    if best.as_ref().is_none_or(|(least, _)| rank < *least) {
                        best = Some((rank, plan));
                    }
                }
            }
        }
    }
    best.map(|(_, plan)| plan)
}

fn plan(
    names: &Names,
    room: Room,
    (size, columns, height): (HalfPoints, i64, u32),
    format: &BallotFormat,
) -> Option<Plan> {
    let between = Length::from(format.between);
    let width = (room.width - between * (columns - 1)) / columns;
    let parts = parts(names, width, size, format)?;
    let text = parts[1] - margin(size) * 2;
    let heading_lines = names
        .headings
        .iter()
        .zip(&parts)
        .map(|(heading, part)| count_lines(heading, *part - margin(size) * 2, heading_size(size)));
    let heading = leading(size) * heading_lines.max().unwrap_or(1) + Length::points(4);
    let least = Length::em(size) * i64::from(height) / 100;
    let lines: Vec<i64> = names.letters.iter().map(|name| count_lines(name, text, size)).collect();
    let broken = lines.iter().filter(|lines| **lines > 1).count();
    let heights: Vec<Length> =
        lines.iter().map(|lines| least.max(leading(size) * *lines + Length::points(3))).collect();
    let columns = usize::try_from(columns).ok()?;
    let mut pages: Vec<PlannedPage> = Vec::new();
    let mut begin = 0;
    while begin < heights.len() {
        let height = if pages.is_empty() { room.first } else { room.later };
        let page = page(&heights, begin, columns, height - heading)?;
        begin = page.names.end;
        pages.push(page);
    }
    (!pages.is_empty()).then_some(Plan { sheet: room.sheet, columns, size, width, parts, heading, broken, pages })
}

/// Widths of number, name and boxes in a column; none where a word of a name would be cut.
fn parts(names: &Names, width: Length, size: HalfPoints, format: &BallotFormat) -> Option<Vec<Length>> {
    let widest_word = |letters: &[Letter], size: HalfPoints| {
        let words = letters.split(|letter| letter.kind == Kind::Space).map(lines::width_of);
        words.max().unwrap_or_default() * i64::from(size.0)
    };
    let around = margin(size) * 2;
    let headings = names.headings.iter().map(|heading| widest_word(heading, heading_size(size)));
    let headings: Vec<Length> = headings.collect();
    let number = headings.first().copied().unwrap_or_default();
    let mut parts = vec![number.max(names.number * i64::from(size.0)) + around, Length::ZERO];
    let boxes: Vec<Length> = headings.into_iter().skip(2).collect();
    // two boxes beside one another are equally wide, so that neither looks like the better one
    let box_width = boxes.iter().copied().max().unwrap_or_default().max(format.tick.into()) + around;
    parts.extend(boxes.iter().map(|_| box_width));
    parts[1] = width - parts.iter().copied().sum();
    let widest = names.letters.iter().map(|name| lines::width_of(name)).max().unwrap_or_default();
    // boxes wide enough for a careless pen, as long as no name is broken for it
    let spare = parts[1] - widest * i64::from(size.0) - around;
    let wider = spare / i64::try_from(parts.len()).ok()?;
    for part in 2..parts.len() {
        let more = wider.min(Length::from(format.widest_box) - parts[part]).max(Length::ZERO);
        parts[part] += more;
        parts[1] = parts[1] - more;
    }
    let needed = names.letters.iter().map(|name| widest_word(name, size)).max().unwrap_or_default() + around;
    (parts[1] >= needed.max(Length::em(size) * 4)).then_some(parts)
}

fn count_lines(letters: &[Letter], width: Length, size: HalfPoints) -> i64 {
    // a width divided by the size instead of letters multiplied by it
    let measure = Measure { width: width / i64::from(size.0), first: Length::ZERO, align: Align::Left };
    if lines::width_of(letters) <= measure.width {
        return 1;
    }
    i64::try_from(lines::set(letters, measure).len()).unwrap_or(i64::MAX).max(1)
}

/// As many names from `begin` as a page holds, in columns of equally many rows; a last page is spread over its columns.
fn page(heights: &[Length], begin: usize, columns: usize, room: Length) -> Option<PlannedPage> {
    let left = heights.len() - begin;
    let whole = left.div_ceil(columns);
    let least = heights.iter().copied().min()?;
    let mut rows = whole;
    // no page holds more rows than the lowest ones would fill
    while least * i64::try_from(rows).ok()? > room && rows > 1 {
        rows -= 1;
    }
    while rows > 0 {
        let end = (begin + rows * columns).min(heights.len());
        let row_height = |row: usize| (begin + row..end).step_by(rows).map(|name| heights[name]).max();
        let rows_of_page: Vec<Length> = (0..rows).filter_map(row_height).collect();
        if rows_of_page.iter().copied().sum::<Length>() <= room {
            return Some(PlannedPage { names: begin..end, rows: rows_of_page });
        }
        rows -= 1;
    }
    None
}
