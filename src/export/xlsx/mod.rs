//! The whole congress as a workbook: roster with attendance, elections, votes of each name. Numbers are numbers, days are days, so
//! that an office can sort and add up. What the sheets hold is gathered in the files of their names.

mod results;
mod roster;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveDateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

pub use rust_xlsxwriter::XlsxError;

use crate::domain::{Congress, figures::Percent};
use crate::papers::issuing::whole_name;

/// A4, as Excel counts papers.
const A4: u8 = 9;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Not known, or nothing to say.
    Blank,
    /// Words.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A share, which the sheet shows with two decimals.
    Share(Percent),
    /// A day.
    Day(NaiveDate),
    /// A day and an hour.
    Moment(NaiveDateTime),
}

impl Cell {
    fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Blank, |text| Self::Text(text.to_owned()))
    }

    fn number(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Blank, |number| Self::Number(number.into()))
    }

    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }

    fn moment(moment: Option<NaiveDateTime>) -> Self {
        moment.map_or(Self::Blank, Self::Moment)
    }
}

/// One sheet: the headings with their widths in letters, then the rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    name: &'static str,
    columns: Vec<(String, f64)>,
    rows: Vec<Vec<Cell>>,
}

/// The workbook. No clock: the same congress gives the same sheets.
pub fn xlsx(congress: &Congress) -> Result<Vec<u8>, XlsxError> {
    let title = whole_name(congress.meeting());
    let mut workbook = Workbook::new();
    let properties =
        DocProperties::new().set_title(&title).set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let looks = Looks::new();
    let remark = congress.meeting().about.remark.as_deref().map(str::trim).filter(|remark| !remark.is_empty());
    for sheet in [roster::people(congress), results::elections(congress), results::votes(congress)] {
        write(workbook.add_worksheet(), &sheet, (&title, remark), &looks)?;
    }
    workbook.save_to_buffer()
}

struct Looks {
    heading: Format,
    remark: Format,
    words: Format,
    number: Format,
    share: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::Top);
        let grid = || cell().set_border(FormatBorder::Thin);
        Self {
            heading: grid()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            remark: cell().set_bold(),
            words: grid().set_text_wrap(),
            number: grid().set_num_format("0"),
            share: grid().set_num_format("0.00%"),
            day: grid().set_num_format("dd/mm/yyyy"),
            moment: grid().set_num_format("dd/mm/yyyy hh:mm"),
        }
    }
}

/// Writes a sheet: a remark above everything where the congress carries one, the headings frozen and repeated in print.
fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    (title, remark): (&str, Option<&str>),
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    // an & in a header begins a code
    page.set_header(format!("&C&\"Times New Roman\"{}", title.replace('&', "&&"))).set_footer("&C&P/&N");
    let top = u32::from(remark.is_some());
    if let Some(remark) = remark {
        page.write_string_with_format(0, 0, remark, &looks.remark)?;
    }
    for (column, (heading, width)) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(column, *width)?;
        page.write_string_with_format(top, column, heading, &looks.heading)?;
    }
    for (row, cells) in (top + 1..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(page, (row, column), cell, looks)?;
        }
    }
    page.set_freeze_panes(top + 1, 2)?;
    page.set_repeat_rows(top, top)?;
    let last = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_sub(1);
    let last_column = u16::try_from(last(sheet.columns.len())).unwrap_or(u16::MAX);
    page.autofilter(top, 0, top + last(sheet.rows.len() + 1), last_column)?;
    Ok(())
}

fn write_cell(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => page.write_blank(row, column, &looks.words)?,
        Cell::Text(text) => page.write_string_with_format(row, column, text, &looks.words)?,
        Cell::Number(number) => page.write_number_with_format(row, column, whole(*number), &looks.number)?,
        // a sheet counts shares from 0 to 1
        Cell::Share(share) => {
            page.write_number_with_format(row, column, whole(share.hundredths()) / 10_000.0, &looks.share)?
        }
        Cell::Day(day) => page.write_datetime_with_format(row, column, day, &looks.day)?,
        Cell::Moment(moment) => page.write_datetime_with_format(row, column, moment, &looks.moment)?,
    };
    Ok(())
}

/// A count as the number of a sheet, which knows no other kind; the count itself is made in whole numbers.
fn whole(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
