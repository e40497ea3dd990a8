//! Letters as large as the window allows, for the hall: the outlines of a typeface filled into quarter cells, so that every Vietnamese
//! letter has its marks. Where there is no room for letters whose marks can be told apart, there are none.

use ttf_parser::{Face, OutlineBuilder};
use unicode_normalization::UnicodeNormalization;

/// Liberation Sans Bold, as wide as Arial; under the licence that lies beside it.
const TYPEFACE: &[u8] = include_bytes!("fonts/LiberationSans-Bold.ttf");

/// Fewer rows than this blur the marks over a letter.
pub const LOWEST: u16 = 6;
/// More rows than this gain nothing.
const HIGHEST: u16 = 24;
/// Thousandths of an em from the top of `Ế` to the foot of `ợ`, and from the top to the line the letters stand on.
const LINE: (i32, i32) = (1_330, 1_090);
/// Sub-rows that a quarter cell is looked at in.
const FINE: i32 = 4;
/// Quarter cells by their inked corners: upper left 1, upper right 2, lower left 4, lower right 8.
const CORNERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// A text as rows of cells, the letters as high as they can be in so many columns and rows; none where they would be too small.
pub fn large(text: &str, (width, height): (u16, u16)) -> Option<Vec<String>> {
    let face = Face::parse(TYPEFACE, 0).ok()?;
    let text: String = text.nfc().collect();
    (LOWEST..=height.min(HIGHEST)).rev().find_map(|rows| {
        let lines = broken(&face, &text, (rows, width))?;
        let fits = lines.len() * usize::from(rows) <= usize::from(height);
        fits.then(|| lines.iter().flat_map(|line| drawn(&face, line, rows)).collect())
    })
}

/// How many cells wide a text is on one line of letters so many rows high; more than there are where it cannot be drawn.
pub fn width(text: &str, rows: u16) -> u16 {
    let face = Face::parse(TYPEFACE, 0).ok();
    let text: String = text.nfc().collect();
    face.and_then(|face| u16::try_from(cells(&face, &text, rows)).ok()).unwrap_or(u16::MAX)
}

/// The text broken into lines that fit the width; none where a word alone is too wide.
fn broken(face: &Face<'_>, text: &str, (rows, width): (u16, u16)) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| cells(face, line, rows) <= i32::from(width)) {
            Some(longer) => *lines.last_mut()? = longer,
            None if cells(face, word, rows) <= i32::from(width) => lines.push(word.to_owned()),
            None => return None,
        }
    }
    Some(lines)
}

/// How many cells wide a line is.
fn cells(face: &Face<'_>, line: &str, rows: u16) -> i32 {
    let units: i32 = line.chars().map(|letter| advance(face, letter)).sum();
    // a cell is half as wide as it is high, so it is as wide as one of its quarters is high
    to_quarters(units, face, rows) / FINE + 1
}

fn advance(face: &Face<'_>, letter: char) -> i32 {
    let glyph = face.glyph_index(letter).unwrap_or_default();
    i32::from(face.glyph_hor_advance(glyph).unwrap_or(0))
}

/// A length of the typeface in fine rows of quarter cells, for letters so many cells high.
fn to_quarters(units: i32, face: &Face<'_>, rows: u16) -> i32 {
    let em = i32::from(face.units_per_em()).max(1);
    units * (i32::from(rows) * 2 * FINE * 1_000 / LINE.0) / em
}

/// One line of letters as rows of cells.
fn drawn(face: &Face<'_>, line: &str, rows: u16) -> Vec<String> {
    let mut outline = Outline { pen: (0, 0), begun: (0, 0), at: 0, edges: Vec::new() };
    for letter in line.chars() {
        if let Some(glyph) = face.glyph_index(letter) {
            face.outline_glyph(glyph, &mut outline);
        }
        outline.at += advance(face, letter);
    }
    let base = i32::from(rows) * 2 * FINE * LINE.1 / LINE.0;
    let scaled = |units: i32| to_quarters(units, face, rows);
    let edges: Vec<Edge> = outline
        .edges
        .iter()
        .map(|((x, y), (to_x, to_y))| ((scaled(*x), base - scaled(*y)), (scaled(*to_x), base - scaled(*to_y))))
        .collect();
    let columns = usize::try_from(cells(face, line, rows)).unwrap_or(0);
    let ink = inked(&edges, (columns * 2, usize::from(rows) * 2));
    ink.chunks(2).map(|pair| row(pair, columns)).collect()
}

type Point = (i32, i32);
type Edge = (Point, Point);

/// Which quarter cells are more ink than paper. A quarter cell is `FINE` high and `FINE / 2` wide.
fn inked(edges: &[Edge], (columns, rows): (usize, usize)) -> Vec<Vec<bool>> {
    let wide = FINE / 2;
    let mut ink = vec![vec![0_i32; columns]; rows];
    for (place, row) in ink.iter_mut().enumerate() {
        let top = i32::try_from(place).unwrap_or(0) * FINE;
        for y in top..top + FINE {
            for (from, to) in spans(edges, y) {
                let place = |x: i32| usize::try_from(x / wide).unwrap_or(0);
                for (column, covered) in row.iter_mut().enumerate().take(place(to) + 1).skip(place(from)) {
                    let left = i32::try_from(column).unwrap_or(0) * wide;
                    *covered += (to.min(left + wide) - from.max(left)).max(0);
                }
            }
        }
    }
    ink.into_iter().map(|row| row.into_iter().map(|covered| covered * 5 >= FINE * wide * 2).collect()).collect()
}

/// The stretches of ink on a fine row: where the outline winds around.
fn spans(edges: &[Edge], y: i32) -> Vec<(i32, i32)> {
    let mut crossings: Vec<(i32, i32)> = edges
        .iter()
        .filter_map(|((x, from), (to_x, to))| {
            let crossed = (*from).min(*to) <= y && y < (*from).max(*to);
            crossed.then(|| (x + (to_x - x) * (y - from) / (to - from), (to - from).signum()))
        })
        .collect();
    crossings.sort_unstable();
    let mut spans = Vec::new();
    let (mut winding, mut from) = (0, 0);
    for (x, turn) in crossings {
        if winding == 0 {
            from = x;
        }
        winding += turn;
        if winding == 0 {
            spans.push((from, x));
        }
    }
    spans
}

/// A row of cells from its two rows of quarters.
fn row(pair: &[Vec<bool>], columns: usize) -> String {
    let inked = |row: usize, column: usize| {
        usize::from(pair.get(row).and_then(|row| row.get(column)).copied().unwrap_or(false))
    };
    let cell = |column: usize| {
        let left = column * 2;
        let corners = inked(0, left) + 2 * inked(0, left + 1) + 4 * inked(1, left) + 8 * inked(1, left + 1);
        CORNERS.get(corners).copied().unwrap_or(' ')
    };
    (0..columns).map(cell).collect()
}

/// The outline of a line of letters as straight edges, in units of the typeface.
struct Outline {
    pen: Point,
    begun: Point,
    /// How far right the letter stands.
    at: i32,
    edges: Vec<Edge>,
}

/// Steps that a curve is drawn in.
const STEPS: i32 = 8;

#[expect(clippy::cast_possible_truncation, reason = "units of a typeface fit 16 bits")]
fn units(x: f32, y: f32) -> Point {
    (x as i32, y as i32)
}

impl Outline {
    fn to(&mut self, point: Point) {
        self.edges.push((self.pen, point));
        self.pen = point;
    }

    fn placed(&self, x: f32, y: f32) -> Point {
        let (x, y) = units(x, y);
        (x + self.at, y)
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.pen = self.placed(x, y);
        self.begun = self.pen;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let point = self.placed(x, y);
        self.to(point);
    }

    fn quad_to(&mut self, over_x: f32, over_y: f32, x: f32, y: f32) {
        let (from, over, end) = (self.pen, self.placed(over_x, over_y), self.placed(x, y));
        for step in 1..=STEPS {
            let rest = STEPS - step;
            let along = |from: i32, over: i32, end: i32| {
                (rest * rest * from + 2 * rest * step * over + step * step * end) / (STEPS * STEPS)
            };
            self.to((along(from.0, over.0, end.0), along(from.1, over.1, end.1)));
        }
    }

    fn curve_to(&mut self, _: f32, _: f32, over_x: f32, over_y: f32, x: f32, y: f32) {
        // the outlines of this typeface are quadratic
        self.quad_to(over_x, over_y, x, y);
    }

    fn close(&mut self) {
        let begun = self.begun;
        self.to(begun);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_letters_have_their_marks() {
        for (letter, other) in
            [('Ế', 'Ề'), ('Ể', 'Ễ'), ('Ê', 'Ế'), ('Ơ', 'O'), ('Ư', 'U'), ('Đ', 'D'), ('Ạ', 'A'), ('ỵ', 'y'), ('ở', 'ỡ')]
        {
            for rows in [8, 12, 20] {
                let drawn = |letter: char| large(&letter.to_string(), (80, rows)).unwrap();
                assert_ne!(drawn(letter), drawn(other), "{letter} and {other} in {rows} rows");
            }
        }
    }

    #[test]
    fn a_text_fills_what_it_is_given_and_no_more() {
        for (width, height) in [(40, 12), (80, 24), (200, 60), (200, 8), (120, 7)] {
            let Some(lines) = large("Nguyễn Thị Minh Hương", (width, height)) else { continue };
            assert!(lines.len() <= usize::from(height));
            assert!(lines.iter().all(|line| line.chars().count() <= usize::from(width)), "{width}×{height}");
        }
        assert!(large("Nguyễn Thị Minh Hương", (200, 60)).is_some());
        assert_eq!(large("Nguyễn Thị Minh Hương", (40, 5)), None, "too small to be read");
        assert_eq!(large("", (0, 0)), None);
    }

    #[test]
    fn decomposed_text_is_drawn_as_composed() {
        assert_eq!(large("E\u{302}\u{301}", (40, 12)), large("Ế", (40, 12)));
    }
}
