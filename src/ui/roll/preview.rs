//! The preview of a roster.
//!
//! ```text
//!  danh-sach.xlsx · trang «Chi bộ» (1/2)   thêm 12 · cập nhật 3 · đã có 20 · 1 dòng chưa rõ
//! ╭ Nhập danh sách ──────────────────────────────────────────────────────────────────────╮
//! │  12 Lê Thị Hoà            1975       Kế toán              ~ cập nhật                 │
//! ╰──────────────────────────────────────────────────────────────────────────────────────╯
//! ╭ Dòng 12 ─────────────────────────────────────────────────────────────────────────────╮
//! │ chức vụ: trống → Kế toán                                                             │
//! ╰──────────────────────────────────────────────────────────────────────────────────────╯
//! ```

use crate::app::App;
use crate::app::roll::preview::{Filter, Line as Listed, Preview, Side, View, column_word, details, mark};
use crate::app::typed;
use crate::app::words::preview as w;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Draws the preview.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(preview) = app.on.roll.preview.as_deref() else { return };
    let [top, list, below] =
        Layout::vertical([Constraint::Length(2), Constraint::Min(4), Constraint::Length(7)]).areas(area);
    parts::lines(top, buffer, summary(app, preview, usize::from(top.width)));
    match preview.view {
        View::Rows => {
            rows(app, preview, list, buffer);
            whole(app, preview, below, buffer);
        }
        View::Columns => {
            let all = Rect { height: list.height.saturating_add(below.height), ..list };
            columns(app, preview, all, buffer);
        }
    }
}

fn summary(app: &App, preview: &Preview, width: usize) -> [Line<'static>; 2] {
    let (lang, listing, counts) = (app.lang(), preview.listing(), preview.counts());
    let (place, all) = preview.sheet_of();
    let sheet = listing.sheet.as_ref().map(|name| w::sheet_of(lang, name, place, all)).unwrap_or_default();
    let title = parts::cut(&w::title(lang, &listing.file, &sheet), width.saturating_sub(1));
    let mut spans =
        vec![Span::styled(format!(" {}", w::counts(lang, counts.new, counts.updates, counts.same)), theme::good())];
    let unused = listing.columns.iter().filter(|heading| heading.column.is_none()).count();
    let rest = [
        (counts.open, w::open_rows(lang, counts.open), theme::bad()),
        (counts.faults, w::fault_rows(lang, counts.faults), theme::bad()),
        (counts.left, w::left_rows(lang, counts.left), theme::plain()),
        (unused, w::unused_columns(lang, unused), theme::dim()),
    ];
    for (_, text, style) in rest.into_iter().filter(|(count, _, _)| *count > 0) {
        spans.push(Span::styled(format!(" · {text}"), style));
    }
    [Line::styled(format!(" {title}"), theme::strong()), Line::from(spans)]
}

fn style(side: Side) -> Style {
    match side {
        Side::Brings => theme::good(),
        Side::Wrong => theme::bad(),
        Side::Plain => theme::dim(),
    }
}

fn rows(app: &App, preview: &Preview, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::import(lang));
    let lines = preview.lines();
    if lines.is_empty() {
        let said = if preview.filter == Filter::Attention { w::nothing_to_see(lang) } else { w::nobody(lang) };
        parts::paragraph(inside, buffer, said, theme::dim());
    }
    let width = usize::from(inside.width);
    let at = (!lines.is_empty()).then(|| preview.row.min(lines.len() - 1));
    parts::list(inside, buffer, (lines.len(), at), |place| {
        lines.get(place).map(|line| row(app, preview, *line, width)).unwrap_or_default()
    });
}

fn row(app: &App, preview: &Preview, line: Listed<'_>, width: usize) -> Line<'static> {
    let lang = app.lang();
    let (side, word) = mark(&app.congress, line, lang);
    let marked = word.width().clamp(16, (width / 3).max(16));
    let left = width.saturating_sub(marked + 6);
    let (number, text) = match line {
        Listed::Person(row, _) => {
            let name = preview.letters.of(&row.entry.name);
            let office = row.entry.office.as_deref().or(row.entry.unit.as_deref()).unwrap_or_default();
            let named = (left / 2).clamp(10, 32);
            let born = parts::fit(&typed::written(row.entry.record.born), 10);
            let text =
                format!("{} {born} {}", parts::fit(&name, named), parts::cut(office, left.saturating_sub(named + 12)));
            (row.row, Span::raw(parts::fit(&text, left)))
        }
        Listed::Passed(passed) => (passed.row, Span::styled(parts::fit(&passed.text, left), theme::dim())),
    };
    Line::from(vec![
        Span::styled(format!("{number:>4} "), theme::dim()),
        text,
        Span::styled(format!(" {}", parts::cut(&word, marked)), style(side)),
    ])
}

fn whole(app: &App, preview: &Preview, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let lines = preview.lines();
    let Some(line) = lines.get(preview.row.min(lines.len().saturating_sub(1))) else { return };
    let number = match line {
        Listed::Person(row, _) => row.row,
        Listed::Passed(passed) => passed.row,
    };
    let inside = parts::pane(area, buffer, &w::row_of(lang, number));
    let width = usize::from(inside.width.saturating_sub(2));
    let said = details(&app.congress, preview, *line, lang).into_iter().flat_map(|(side, text)| {
        let style = if side == Side::Plain { theme::plain() } else { style(side) };
        parts::wrap(&text, width).into_iter().map(move |line| Line::styled(format!(" {line}"), style))
    });
    parts::lines(inside, buffer, said);
}

fn columns(app: &App, preview: &Preview, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::columns(lang));
    let width = usize::from(inside.width);
    let third = (width.saturating_sub(8) / 3).max(8);
    let head = format!(
        " {} {} {} {}",
        parts::fit(w::column(lang), 5),
        parts::fit(w::heading(lang), third),
        parts::fit(w::meaning(lang), third),
        w::sample(lang)
    );
    parts::text(inside, buffer, &head, theme::dim());
    let rest =
        Rect { y: inside.y.saturating_add(1).min(inside.bottom()), height: inside.height.saturating_sub(1), ..inside };
    let columns = &preview.listing().columns;
    let at = (!columns.is_empty()).then(|| preview.row.min(columns.len() - 1));
    parts::list(rest, buffer, (columns.len(), at), |place| {
        let Some(heading) = columns.get(place) else { return Line::raw("") };
        let (word, style) = match heading.column {
            Some(column) => (column_word(column, lang), theme::good()),
            None => (w::unused(lang), theme::dim()),
        };
        Line::from(vec![
            Span::styled(format!(" {} ", parts::fit(&heading.letters, 5)), theme::dim()),
            Span::raw(format!("{} ", parts::fit(&heading.text, third))),
            Span::styled(format!("{} ", parts::fit(word, third)), style),
            Span::styled(parts::cut(&heading.sample, third), theme::dim()),
        ])
    });
}
