//! Pages: rows parted where a page may end – never after a tied row while there is another place – and the header row of a
//! table again at the top of each page the table goes on.

use super::length::Length;
use super::row::{End, Row};

/// A row on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which row.
    pub row: usize,
    /// From the top of the text down to the row.
    pub top: Length,
    /// Whether the row stands on an earlier page already.
    pub repeated: bool,
}

/// Parts rows into pages of a height.
pub fn pages(rows: &[Row], height: Length) -> Vec<Vec<Placed>> {
    let mut pages = Vec::new();
    let mut begin = 0;
    while begin < rows.len() {
        let (mut page, mut top) = repeated_header(rows, begin, height);
        let mut end = begin;
        while let Some(row) = rows.get(end) {
            let room_above = if end == begin { Length::ZERO } else { row.before };
            if top + room_above + row.height > height && end > begin {
                break;
            }
            top += room_above;
            page.push(Placed { row: end, top, repeated: false });
            top += row.height;
            end += 1;
        }
        let end = if end < rows.len() { legal_end(rows, begin, end) } else { end };
        page.retain(|placed| placed.repeated || placed.row < end);
        pages.push(page);
        begin = end;
    }
    pages
}

/// The last place up to `end` where the page may end; `end` itself where there is none.
fn legal_end(rows: &[Row], begin: usize, end: usize) -> usize {
    (begin + 1..=end).rev().find(|place| rows[place - 1].end == End::Free).unwrap_or(end)
}

fn repeated_header(rows: &[Row], begin: usize, height: Length) -> (Vec<Placed>, Length) {
    let header = rows[begin].header.filter(|header| rows[*header].height < height.half());
    match header {
        Some(row) => (vec![Placed { row, top: Length::ZERO, repeated: true }], rows[row].height),
        None => (Vec::new(), Length::ZERO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(end: End, header: Option<usize>) -> Row {
        Row { height: Length::points(10), end, header, ..Row::default() }
    }

    fn told(rows: &[Row], points: i64) -> Vec<Vec<usize>> {
        let pages = pages(rows, Length::points(points));
        pages.iter().map(|page| page.iter().map(|placed| placed.row).collect()).collect()
    }

    #[test]
    fn a_page_does_not_end_after_a_tied_row() {
        let rows = [End::Free, End::Free, End::Tied, End::Tied, End::Free].map(|end| row(end, None));
        assert_eq!(told(&rows, 30), [vec![0, 1], vec![2, 3, 4]]);
        assert_eq!(told(&rows, 50), [vec![0, 1, 2, 3, 4]]);
    }

    #[test]
    fn rows_all_tied_are_parted_where_they_overflow_and_none_is_lost() {
        let rows = [End::Tied; 5].map(|end| row(end, None));
        assert_eq!(told(&rows, 20), [vec![0, 1], vec![2, 3], vec![4]]);
        assert_eq!(told(&rows, 5), [vec![0], vec![1], vec![2], vec![3], vec![4]]);
    }

    #[test]
    fn the_header_row_stands_again_on_every_page_of_its_table() {
        let rows: Vec<Row> =
            [row(End::Tied, None)].into_iter().chain((0..4).map(|_| row(End::Free, Some(0)))).collect();
        assert_eq!(told(&rows, 30), [vec![0, 1, 2], vec![0, 3, 4]]);
        let second = &pages(&rows, Length::points(30))[1];
        assert!(second[0].repeated && !second[1].repeated);
        assert_eq!(second[1].top, Length::points(10));
    }

    #[test]
    fn room_above_a_row_is_dropped_at_the_top_of_a_page() {
        let rows = [End::Free; 3].map(|end| Row { before: Length::points(5), ..row(end, None) });
        let tops: Vec<Length> =
            pages(&rows, Length::points(25)).concat().into_iter().map(|placed| placed.top).collect();
        assert_eq!(tops, [Length::ZERO, Length::points(15), Length::ZERO]);
    }
}
