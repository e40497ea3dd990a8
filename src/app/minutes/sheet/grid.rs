//! A table drawn with lines.

use super::flow::{Setting, cells, flow, space};
use crate::papers::paper::{Align, Column, Emphasis, Span, Table, Text};

/// The least cells of a column's words.
const LEAST: u32 = 3;

/// The lines of a table as wide as the measure.
pub fn grid(table: &Table, measure: usize) -> Vec<Vec<Span>> {
    let columns = table.columns();
    if columns.is_empty() {
        return vec![Vec::new()];
    }
    // each column has a line and a space on both sides of its words, and one line closes the last
    let room = measure.saturating_sub(columns.len() * 3 + 1);
    let widths = table.widths(u32::try_from(room).unwrap_or(u32::MAX), LEAST);
    let widths: Vec<usize> = widths.into_iter().map(|width| usize::try_from(width).unwrap_or(0).max(1)).collect();
    let headings: Vec<Text> = columns.iter().map(|column| Text::new().bold(column.heading.clone())).collect();
    let mut lines = vec![rule(&widths, ["┌", "┬", "┐"])];
    lines.extend(row(&headings, &widths, |_| Align::Centre));
    for cells in table.rows() {
        lines.push(rule(&widths, ["├", "┼", "┤"]));
        lines.extend(row(cells, &widths, |place| {
            columns.get(place).map_or(Align::Left, |column: &Column| column.align)
        }));
    }
    lines.push(rule(&widths, ["└", "┴", "┘"]));
    lines
}

fn drawn(text: impl Into<String>) -> Span {
    Span { text: text.into(), emphasis: Emphasis::Plain }
}

fn rule(widths: &[usize], [left, middle, right]: [&str; 3]) -> Vec<Span> {
    let parts: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
    vec![drawn(format!("{left}{}{right}", parts.join(middle)))]
}

fn row(texts: &[Text], widths: &[usize], align: impl Fn(usize) -> Align) -> Vec<Vec<Span>> {
    let set = |(place, (text, width)): (usize, (&Text, &usize))| {
        flow(text, Setting { first: 0, width: *width, align: align(place) })
    };
    let set: Vec<Vec<Vec<Span>>> = texts.iter().zip(widths).enumerate().map(set).collect();
    let height = set.iter().map(Vec::len).max().unwrap_or(1);
    let line = |y: usize| {
        let mut line = vec![drawn("│ ")];
        for (place, (cell, width)) in set.iter().zip(widths).enumerate() {
            let words = cell.get(y).cloned().unwrap_or_default();
            let missing = width.saturating_sub(cells(&words));
            line.extend(words);
            line.push(space(missing));
            line.push(drawn(if place + 1 == widths.len() { " │" } else { " │ " }));
        }
        line
    };
    (0..height).map(line).collect()
}
