//! Tables: cells in a grid, the header row repeated on every page, no row parted by a page – unless it is higher than one.

use pdf_writer::types::StructRole;

use super::flow::{Flow, Look, inside, set};
use super::length::Length;
use super::row::{End, Line, Row, Rule};
use super::tags::{Tag, Tags};
use crate::papers::format::{CELL_MARGIN, CELL_PADDING, TOGETHER, Twips};
use crate::papers::paper::{Align, Emphasis, Table, TableSet, Text};

/// How thick the grid is.
const WEIGHT: Length = Length::points(1);

/// The lines of one cell, from its top, and how high they are.
struct Cell {
    lines: Vec<Line>,
    height: Length,
}

/// Adds a table; `end` says whether it stays with what follows.
pub fn table(flow: &mut Flow<'_>, table: &Table, end: End) {
    if table.columns().is_empty() {
        return;
    }
    let (left, _) = flow.text_column();
    let widths = table.widths(flow.profile.sheet.text_width().0, flow.profile.body.least_column.0);
    let mut places = Vec::new();
    let mut x = left;
    for width in widths {
        places.push((x, Length::from(Twips(width))));
        x += Twips(width).into();
    }
    let tag = flow.tags.add(Tags::ROOT, StructRole::Table);
    let body = &flow.profile.body;
    let (size, leading) = match table.set {
        TableSet::Full => (body.size, body.line),
        TableSet::Small => body.small,
    };
    let bold = Look { leading: leading.into(), ..flow.centred(size, Emphasis::Bold) };
    let row_tag = flow.tags.add(tag, StructRole::TR);
    let headings = table.columns().iter().zip(&places);
    let cells: Vec<Cell> = headings
        .map(|(column, place)| {
            cell(flow, &Text::from(column.heading.as_str()), bold, *place, (row_tag, StructRole::TH))
        })
        .collect();
    let header = flow.rows.len();
    flow.push(grid_row(cells, &places, End::Tied, None), Length::ZERO);
    let rows = table.rows().len();
    for (index, texts) in table.rows().iter().enumerate() {
        let row_tag = flow.tags.add(tag, StructRole::TR);
        let cells = table.columns().iter().zip(texts).zip(&places).map(|((column, text), place)| {
            let align = if column.align == Align::Justified { Align::Left } else { column.align };
            let look = Look { align, base: Emphasis::Plain, ..bold };
            cell(flow, text, look, *place, (row_tag, StructRole::TD))
        });
        let cells: Vec<Cell> = cells.collect();
        let last = index + 1 == rows;
        let tied = if last {
            end
        } else if index + 2 == rows || (rows <= TOGETHER && end == End::Free) {
            End::Tied
        } else {
            End::Free
        };
        let room = flow.text_height() - flow.rows[header].height;
        for piece in parted(cells, room, bold.leading) {
            flow.push(grid_row(piece, &places, tied, Some(header)), Length::ZERO);
        }
    }
    if let Some(row) = flow.rows.last() {
        let row = row.clone();
        flow.rows.pop();
        let (before, after) = (row.before, flow.profile.body.after.into());
        flow.push(row, after);
        flow.rows.iter_mut().last().into_iter().for_each(|row| row.before = before);
    }
}

fn cell(flow: &mut Flow<'_>, text: &Text, look: Look, place: (Length, Length), (row, role): (Tag, StructRole)) -> Cell {
    let tag = flow.tags.add(row, role);
    let mut cell = Cell { lines: Vec::new(), height: Length::ZERO };
    for piece in text.paragraphs() {
        for line in set(flow.faces, &piece, look, inside(place, CELL_MARGIN), Some(tag)) {
            cell.lines.push(Line { y: cell.height + line.y, ..line });
            cell.height += look.leading;
        }
    }
    cell.height = cell.height.max(look.leading);
    cell
}

/// The row as it is, or, where it is higher than a page, in pieces of whole lines.
fn parted(cells: Vec<Cell>, room: Length, leading: Length) -> Vec<Vec<Cell>> {
    let highest = |cells: &[Cell]| cells.iter().map(|cell| cell.height).max().unwrap_or_default();
    let limit = room - padding() * 2;
    if highest(&cells) <= limit || limit < leading {
        return vec![cells];
    }
    let (mut rest, mut pieces) = (cells, Vec::new());
    while highest(&rest) > limit {
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        for cell in rest {
            let (above, below): (Vec<Line>, Vec<Line>) = cell.lines.into_iter().partition(|line| line.y < limit);
            let up = leading * i64::try_from(above.len()).unwrap_or(0);
            let below = below.into_iter().map(|line| Line { y: line.y - up, ..line }).collect();
            lower.push(Cell { lines: below, height: (cell.height - up).max(leading) });
            upper.push(Cell { lines: above, height: up.max(leading) });
        }
        pieces.push(upper);
        rest = lower;
    }
    pieces.push(rest);
    pieces
}

fn grid_row(cells: Vec<Cell>, places: &[(Length, Length)], end: End, header: Option<usize>) -> Row {
    let inner = cells.iter().map(|cell| cell.height).max().unwrap_or_default();
    let height = inner + padding() * 2;
    let mut row = Row { height, end, header, ..Row::default() };
    for (cell, (left, width)) in cells.into_iter().zip(places) {
        // the words of a short cell stand halfway up
        let down = padding() + (inner - cell.height).half();
        row.lines.extend(cell.lines.into_iter().map(|line| Line { y: line.y + down, ..line }));
        row.rules.extend(Rule::sides((*left, Length::ZERO), (*left + *width, height), WEIGHT.half()));
    }
    row
}

fn padding() -> Length {
    CELL_PADDING.into()
}
