//! The sheets of a workbook as grids. Only this file names the reader of workbooks.

use super::grid::{Cell, Grid, Line};
use calamine::{Data, DataType, Reader, SheetVisible, open_workbook_auto_from_rs};
use chrono::NaiveDate;
use std::io::Cursor;

/// The days that a bare number may be: 1927 to 2064 as Excel counts them, so that no year is taken for one.
const SERIALS: std::ops::RangeInclusive<i64> = 10_000..=60_000;

/// The sheets of a workbook that its owner sees, in order.
pub(super) fn sheets(bytes: Vec<u8>) -> Result<Vec<(String, Grid)>, calamine::Error> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    let seen = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        // a sheet of a chart has no cells
        let Ok(range) = workbook.worksheet_range(&name) else { continue };
        let first = range.start().map_or(0, |(row, _)| row);
        let numbered = (usize::try_from(first).unwrap_or(usize::MAX).saturating_add(1)..).zip(range.rows());
        let lines = numbered.map(|(number, cells)| Line { number, cells: cells.iter().map(cell).collect() }).collect();
        sheets.push((name, Grid { lines }));
    }
    Ok(sheets)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::default(),
        Data::DateTime(_) | Data::DateTimeIso(_) => {
            let day = data.as_date();
            Cell { day, ..Cell::of(&day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default()) }
        }
        Data::Float(_) | Data::Int(_) => {
            let whole = data.as_i64().filter(|_| data.as_f64().is_some_and(|float| float.fract() == 0.0));
            let text = whole.map_or_else(|| data.to_string(), |whole| whole.to_string());
            Cell { day: whole.and_then(serial), ..Cell::of(&text) }
        }
        Data::Bool(ticked) => Cell::of(if *ticked { "x" } else { "" }),
        Data::String(text) | Data::DurationIso(text) => Cell::of(text),
        Data::Error(error) => Cell::of(&error.to_string()),
    }
}

/// The day that Excel stores as this number.
fn serial(number: i64) -> Option<NaiveDate> {
    let days = SERIALS.contains(&number).then(|| u64::try_from(number).ok())??;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}
