//! A ballot paper on its sheets: head, room for the seal, title, the names in columns with their boxes – and as many identical
//! copies as are printed. Nothing on it differs from copy to copy. How the names are spread is chosen in `plan`.

mod plan;
#[cfg(test)]
mod tests;

use super::canvas::{Canvas, Ink};
use super::file::{File, Page, Sides};
use super::flow::{Flow, Look, set};
use super::font::{Faces, Letter};
use super::length::Length;
use super::lines::{self, Measure, width_of};
use super::row::{Line, Row, Rule};
use super::{PdfError, columns};
use crate::papers::format::{FormatProfile, HalfPoints, Sheet, Twips};
use crate::papers::paper::{Align, Ballot, Emphasis, Paper, SealRoom, SheetSize, Text};
use plan::{Names, Plan, PlannedPage, Room};

/// How thick the grid is.
const WEIGHT: Length = Length::points(1);

/// Writes a ballot in as many copies as it says, one where it says nothing.
pub fn pdf(paper: &Paper, ballot: &Ballot, profile: &FormatProfile, faces: &Faces) -> Result<Vec<u8>, PdfError> {
    let sheets = ballot.sheet.map_or(vec![SheetSize::A4, SheetSize::A3], |sheet| vec![sheet]);
    let tops: Vec<Top> = sheets.into_iter().map(|sheet| Top::of(paper, ballot, (sheet, profile), faces)).collect();
    let rooms: Vec<Room> = tops.iter().map(|top| top.room).collect();
    let names = names(ballot, faces);
    let plan = plan::choose(&names, &rooms, &profile.ballot);
    let top = plan.as_ref().and_then(|plan| tops.iter().find(|top| top.room.sheet == plan.sheet)).or(tops.first());
    let Some(top) = top else { return Err(PdfError::Typeface) };
    let mut pen = Pen { top, profile, faces, ballot, ink: Ink::default() };
    let pages = match &plan {
        Some(plan) => (0..plan.pages.len()).map(|page| pen.page(plan, page)).collect(),
        None => vec![pen.empty()],
    };
    pen.file(paper.title.name(), pages).bytes()
}

/// What stands above the names.
struct Top {
    room: Room,
    sheet: Sheet,
    first: Vec<Row>,
    later: Vec<Row>,
}

impl Top {
    fn of(paper: &Paper, ballot: &Ballot, (size, profile): (SheetSize, &FormatProfile), faces: &Faces) -> Self {
        let sheet = sheet(size, profile);
        let mut on_sheet = FormatProfile { sheet: sheet.clone(), ..profile.clone() };
        // the two columns of the head keep their shares on a wider sheet
        let column = profile.head.left_column.0 * sheet.text_width().0 / profile.sheet.text_width().0;
        on_sheet.head.left_column = Twips(column);
        let (left, width) = (Length::from(sheet.left), Length::from(sheet.text_width()));
        let notice = |size, base| {
            let look = Flow::blank(&on_sheet, faces).centred(size, base);
            let lines = paper.notice.iter().flat_map(|notice| row(faces, notice, look, (left, width)));
            lines.collect::<Vec<Row>>()
        };
        let mut first = notice(profile.body.size, Emphasis::Bold);
        let mut flow = Flow::blank(&on_sheet, faces);
        columns::head(&mut flow, &paper.head);
        first.append(&mut flow.rows);
        first.push(title(paper, ballot, (left, width), &flow));
        let direction = flow.centred(HalfPoints::points(12), Emphasis::Italic);
        let direction = Look { leading: Length::points(15), ..direction };
        first.extend(ballot.direction.iter().flat_map(|text| row(faces, text, direction, (left, width))));
        first.push(Row { height: Length::points(8), ..Row::default() });
        let mut later = notice(HalfPoints::points(9), Emphasis::Italic);
        let small = Look { leading: Length::points(24), ..flow.centred(HalfPoints::points(11), Emphasis::Italic) };
        let name = format!("{} – {} (tiếp theo)", paper.title.kind, paper.title.subject.join(" "));
        later.extend(row(faces, &name, small, (left, width)).into_iter().take(1));
        let height = flow.text_height();
        let room = |rows: &[Row]| height - rows.iter().map(|row| row.before + row.height).sum();
        let room = Room { sheet: size, width, first: room(&first), later: room(&later) };
        Self { room, sheet, first, later }
    }
}

/// A sheet with the margins of a ballot.
fn sheet(size: SheetSize, profile: &FormatProfile) -> Sheet {
    let margin = profile.ballot.margin;
    let (width, height) = match size {
        SheetSize::A4 => (profile.sheet.width, profile.sheet.height),
        // twice an A4, side by side
        SheetSize::A3 => (profile.sheet.height, Twips(profile.sheet.width.0 * 2)),
    };
    Sheet { width, height, top: margin, bottom: margin, left: margin, right: margin, page_number: margin }
}

/// The rows of a text, a line each.
fn row(faces: &Faces, text: &str, look: Look, column: (Length, Length)) -> Vec<Row> {
    let lines = set(faces, &Text::from(text), look, column, None);
    lines.into_iter().map(|line| Row { height: look.leading, lines: vec![line], ..Row::default() }).collect()
}

/// The title, halfway down beside the room for the seal. It may be stamped over the last lines of the body's
/// name, as is the custom.
fn title(paper: &Paper, ballot: &Ballot, (left, width): (Length, Length), flow: &Flow<'_>) -> Row {
    let format = flow.profile;
    let seal = if ballot.seal == SealRoom::Left { Length::from(format.ballot.seal) } else { Length::ZERO };
    let column = (left + seal, width - seal * 2);
    let bold = |size| flow.centred(size, Emphasis::Bold);
    let mut title = Row::default();
    let mut add = |text: &str, look: Look, before: Length| {
        title.height += before;
        for line in set(flow.faces, &Text::from(text), look, column, None) {
            title.lines.push(Line { y: title.height + line.y, ..line });
            title.height += look.leading;
        }
    };
    let kind = Look { leading: Length::points(24), ..bold(HalfPoints::points(18)) };
    add(&paper.title.kind, kind, Length::points(10));
    paper.title.subject.iter().for_each(|line| add(line, bold(format.title.subject), Length::ZERO));
    title.height += Length::points(6);
    let beside = Length::from(format.body.line) * 2;
    let down = (seal - beside - title.height).max(Length::ZERO);
    title.height += down;
    title.lines.iter_mut().for_each(|line| line.y += down.half());
    title
}

fn names(ballot: &Ballot, faces: &Faces) -> Names {
    let unit = HalfPoints(1);
    let letters = |text: &str, base| faces.letters(&Text::from(text), unit, base);
    let headings = [Ballot::NUMBER, Ballot::NAME].into_iter().chain(ballot.boxes.iter().map(String::as_str));
    let digits = "0".repeat(ballot.names.len().to_string().len());
    Names {
        letters: ballot.names.iter().map(|name| letters(name, Emphasis::Plain)).collect(),
        headings: headings.map(|heading| letters(heading, Emphasis::Bold)).collect(),
        number: width_of(&letters(&digits, Emphasis::Plain)),
    }
}

/// What draws the pages.
struct Pen<'a> {
    top: &'a Top,
    profile: &'a FormatProfile,
    faces: &'a Faces,
    ballot: &'a Ballot,
    ink: Ink,
}

impl Pen<'_> {
    fn canvas(&mut self, rows: &[Row], page: usize) -> (Canvas, Length) {
        let mut canvas = Canvas::new(page, self.top.sheet.height.into());
        let mut down = Length::from(self.top.sheet.top);
        for row in rows {
            down += row.before;
            row.lines.iter().for_each(|line| canvas.plain(line, down, &mut self.ink));
            row.rules.iter().for_each(|rule| canvas.rule(*rule, down));
            down += row.height;
        }
        (canvas, down)
    }

    fn empty(&mut self) -> Page {
        let top = self.top;
        Page { content: self.canvas(&top.first, 0).0.finish() }
    }

    fn page(&mut self, plan: &Plan, page: usize) -> Page {
        let top = self.top;
        let (mut canvas, down) = self.canvas(if page == 0 { &top.first } else { &top.later }, page);
        let planned = &plan.pages[page];
        let mut left = Length::from(top.sheet.left);
        for column in 0..plan.columns {
            let from = planned.names.start + column * planned.rows.len();
            let numbers = from..(from + planned.rows.len()).min(planned.names.end);
            if !numbers.is_empty() {
                self.column(&mut canvas, (plan, planned), numbers, (left, down));
            }
            left += plan.width + self.profile.ballot.between.into();
        }
        if plan.pages.len() > 1 {
            let told = format!("Trang {}/{}", page + 1, plan.pages.len());
            let look = Flow::blank(self.profile, self.faces).centred(HalfPoints::points(10), Emphasis::Plain);
            let place = (top.sheet.left.into(), top.sheet.text_width().into());
            let foot = Length::from(top.sheet.height) - Length::from(top.sheet.bottom);
            for line in set(self.faces, &Text::from(told), look, place, None) {
                canvas.plain(&line, foot + Length::points(4), &mut self.ink);
            }
        }
        Page { content: canvas.finish() }
    }

    /// One column of names: a row of headings, then a row for each name with its number and its boxes.
    fn column(
        &mut self,
        canvas: &mut Canvas,
        (plan, page): (&Plan, &PlannedPage),
        names: std::ops::Range<usize>,
        (left, top): (Length, Length),
    ) {
        let ballot = self.ballot;
        let headings = [Ballot::NUMBER, Ballot::NAME].into_iter().chain(ballot.boxes.iter().map(String::as_str));
        let headings: Vec<&str> = headings.collect();
        self.row(canvas, plan, (left, top, plan.heading), (&headings, Emphasis::Bold));
        let mut down = top + plan.heading;
        for (index, height) in names.zip(&page.rows) {
            let number = (index + 1).to_string();
            let cells = [number.as_str(), ballot.names[index].as_str()];
            self.row(canvas, plan, (left, down, *height), (&cells, Emphasis::Plain));
            let mut x = left + plan.parts[0] + plan.parts[1];
            let side = Length::from(self.profile.ballot.tick);
            for width in plan.parts.iter().skip(2) {
                let corner = (x + (*width - side).half(), (*height - side).half());
                for rule in Rule::sides(corner, (corner.0 + side, corner.1 + side), WEIGHT) {
                    canvas.rule(rule, down);
                }
                x += *width;
            }
            down += *height;
        }
    }

    /// One row of the grid: the sides of its cells, and the words of the first ones.
    fn row(
        &mut self,
        canvas: &mut Canvas,
        plan: &Plan,
        (left, top, height): (Length, Length, Length),
        (cells, base): (&[&str], Emphasis),
    ) {
        let mut x = left;
        for (index, width) in plan.parts.iter().enumerate() {
            for rule in Rule::sides((x, Length::ZERO), (x + *width, height), WEIGHT.half()) {
                canvas.rule(rule, top);
            }
            if let Some(text) = cells.get(index) {
                let align = if index == 1 && base == Emphasis::Plain { Align::Left } else { Align::Centre };
                let margin = plan::margin(plan.size);
                let size = if base == Emphasis::Bold { plan::heading_size(plan.size) } else { plan.size };
                let letters = self.faces.letters(&Text::from(*text), size, base);
                let lines = cell(&letters, (x + margin, *width - margin * 2), (size, height), align);
                for line in &lines {
                    canvas.plain(line, top, &mut self.ink);
                }
            }
            x += *width;
        }
    }

    fn file(self, title: String, mut pages: Vec<Page>) -> File {
        let sides = if pages.len() > 1 { Sides::Both } else { Sides::One };
        // the next copy begins on a sheet of its own
        if sides == Sides::Both && pages.len() % 2 == 1 {
            pages.push(Page { content: Vec::new() });
        }
        let sheet = (self.top.sheet.width.into(), self.top.sheet.height.into());
        let copies = self.ballot.copies.unwrap_or(1);
        File { title, sheet, pages, copies, sides, ink: self.ink, tags: None }
    }
}

/// The lines of a cell, halfway up; a name of two lines is parted where both are about equally long.
fn cell(
    letters: &[Letter],
    (left, width): (Length, Length),
    (size, height): (HalfPoints, Length),
    align: Align,
) -> Vec<Line> {
    let leading = plan::leading(size);
    let measure = Measure { width, first: Length::ZERO, align: Align::Centre };
    let set = lines::set(letters, measure);
    let count = i64::try_from(set.len()).unwrap_or(1);
    let mut y = (height - leading * count).half() + leading * 4 / 5;
    let mut lines = Vec::new();
    for line in set {
        let x = if align == Align::Left { left } else { left + line.left };
        lines.push(Line { x, y, letters: line.letters, size, gap: Length::ZERO, tag: None });
        y += leading;
    }
    lines
}
