//! The minutes screen. In a wide window what is missing stands at the right, else below.
//!
//! ```text
//! ╭ Biên bản Đại hội … · sửa tay 2 ──────────────────╮╭ Còn thiếu (3) ────────────────╮
//! │          ĐẢNG ỦY PHƯỜNG …  ĐẢNG CỘNG SẢN VIỆT NAM ││ 1 Chưa ghi người trình bày …  │
//! │                     BIÊN BẢN                      ││ 2 …                           │
//! │▌✎  Hôm nay, ngày 28 tháng 9 năm 2022, …           ││                               │
//! ╰───────────────────────────────────────────────────╯╰───────────────────────────────╯
//! ```

mod dossier;

use super::{parts, theme};
use crate::app::App;
use crate::app::minutes::sheet::{self, MEASURE};
use crate::app::minutes::{Pane, Sheet, block_here, hand_here};
use crate::app::words::minutes as w;
use crate::papers::wording::{Hand, data_text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Cells of the paper's pane: the measure, two cells for marks, two for the border.
const PAPER: u16 = 78;

/// From this width on what is missing stands beside the paper.
const WIDE: u16 = PAPER + 34;

/// Up to how many missing facts are told in full; more are a list of one line each.
const WRAPPED: usize = 40;

/// Draws the minutes screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let state = &app.on.minutes;
    let Some(sheet) = &state.sheet else { return };
    let [paper, lacking] = if area.width >= WIDE {
        let wide = PAPER + (area.width - WIDE) / 3;
        Layout::horizontal([Constraint::Length(wide), Constraint::Min(0)]).areas(area)
    } else {
        let wanted = if state.pane == Pane::Missing { area.height / 2 } else { 5 };
        let rows = u16::try_from(state.missing.len()).unwrap_or(u16::MAX).saturating_add(2).clamp(3, wanted.max(3));
        Layout::vertical([Constraint::Min(0), Constraint::Length(rows)]).areas(area)
    };
    if state.pane == Pane::Dossier {
        dossier::draw(app, paper, buffer);
    } else {
        self::paper(app, sheet, paper, buffer);
    }
    if area.width >= WIDE && matches!(hand_here(app), Some(Hand::MovedOn | Hand::Reworded)) {
        let [lacking, data] = Layout::vertical([Constraint::Min(3), Constraint::Percentage(45)]).areas(lacking);
        self::lacking(app, lacking, buffer);
        data_now(app, sheet, data, buffer);
    } else {
        self::lacking(app, lacking, buffer);
    }
}

fn title(app: &App, sheet: &Sheet) -> String {
    let lang = app.lang();
    let by_hand = sheet.count(Hand::Reworded) + sheet.count(Hand::MovedOn);
    let moved = sheet.count(Hand::MovedOn);
    let told = [
        (by_hand > 0).then(|| format!("✎ {}", w::by_hand_count(lang, by_hand))),
        (moved > 0).then(|| format!("! {}", w::moved_count(lang, moved))),
        Some(sheet.name.title(&app.congress)),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn paper(app: &App, sheet: &Sheet, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, &title(app, sheet));
    // the sheet stands in the middle of a pane wider than it
    let wanted = u16::try_from(MEASURE + 2).unwrap_or(u16::MAX).min(inside.width);
    let inside = Rect { x: inside.x + (inside.width - wanted) / 2, width: wanted, ..inside };
    let height = usize::from(inside.height);
    let cursor = app.on.minutes.line;
    let first = parts::first_visible(cursor, sheet.lines.len(), height);
    let here = block_here(app);
    let rows = (first..sheet.lines.len()).take(height).map(|place| row(app, sheet, place, here));
    parts::lines(inside, buffer, rows);
}

/// A line with its marks: the bar of the paragraph under the cursor, the pencil of a wording by hand.
fn row(app: &App, sheet: &Sheet, place: usize, here: Option<usize>) -> Line<'static> {
    let Some(line) = sheet.lines.get(place) else { return Line::raw("") };
    let at_cursor = place == app.on.minutes.line;
    let focused = app.on.minutes.pane == Pane::Paper;
    let in_block = line.block.is_some() && line.block == here;
    let hand = line.block.and_then(|block| sheet.hand(block));
    let bar = match (at_cursor, in_block, hand) {
        (true, _, _) if focused => Span::styled("›", theme::hint()),
        (_, true, Some(_)) if focused => Span::styled("▎", theme::hint()),
        _ => Span::raw(" "),
    };
    let begins =
        place.checked_sub(1).and_then(|before| sheet.lines.get(before)).is_none_or(|before| before.block != line.block);
    let mark = match hand.filter(|_| begins) {
        Some(Hand::Reworded) => Span::styled("✎", theme::good()),
        Some(Hand::MovedOn) => Span::styled("!", theme::bad()),
        Some(Hand::Data) | None => Span::raw(" "),
    };
    let shade = if in_block && hand.is_some() && focused { theme::hint() } else { theme::plain() };
    let words = line.spans.iter().map(|span| Span::styled(span.text.clone(), shade.patch(emphasis(span))));
    [bar, mark].into_iter().chain(words).collect()
}

fn emphasis(span: &crate::papers::paper::Span) -> Style {
    let mut style = theme::plain();
    if span.emphasis.is_bold() {
        style = style.add_modifier(Modifier::BOLD);
    }
    if span.emphasis.is_italic() {
        style = style.add_modifier(Modifier::ITALIC);
    }
    style
}

fn lacking(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let state = &app.on.minutes;
    let missing = &state.missing;
    if missing.is_empty() {
        let inside = parts::pane(area, buffer, w::lacking(lang));
        parts::paragraph(inside, buffer, w::complete(lang), theme::good());
        return;
    }
    let inside = parts::pane(area, buffer, &w::lacking_count(lang, missing.len()));
    let cursor = (state.pane == Pane::Missing).then_some(state.row);
    let width = usize::from(inside.width);
    if missing.len() > WRAPPED {
        parts::list(inside, buffer, (missing.len(), cursor), |place| {
            missing.get(place).map(|missing| fact(place, missing.told(lang), width)).unwrap_or_default()
        });
        return;
    }
    let rows: Vec<(usize, Line<'static>)> = missing
        .iter()
        .enumerate()
        .flat_map(|(place, missing)| {
            let lines = parts::wrap(missing.told(lang), width.saturating_sub(4));
            lines.into_iter().enumerate().map(move |(line, text)| {
                let mark = if line == 0 { number(place) } else { "   ".to_owned() };
                (place, Line::from(vec![Span::styled(mark, theme::hint()), Span::raw(text)]))
            })
        })
        .collect();
    let at = rows.iter().position(|(place, _)| *place == state.row).unwrap_or(0);
    let first = parts::first_visible(at, rows.len(), usize::from(inside.height));
    for (y, (place, line)) in (inside.y..inside.bottom()).zip(rows.into_iter().skip(first)) {
        let here = Rect { y, height: 1, ..inside };
        parts::lines(here, buffer, [line]);
        if Some(place) == cursor {
            buffer.set_style(here, theme::cursor());
        }
    }
}

/// The digit that jumps to a missing fact; beyond the ninth there is none.
fn number(place: usize) -> String {
    if place < 9 { format!(" {} ", place + 1) } else { " · ".to_owned() }
}

fn fact(place: usize, told: &str, width: usize) -> Line<'static> {
    let text = parts::fit(told, width.saturating_sub(3));
    Line::from(vec![Span::styled(number(place), theme::hint()), Span::raw(text)])
}

/// What the data gives now for the reworded paragraph under the cursor.
fn data_now(app: &App, sheet: &Sheet, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let block = block_here(app).and_then(|block| sheet.data.body.get(block));
    let Some(text) = block.and_then(data_text) else { return };
    let inside = parts::pane(area, buffer, w::data_now(lang));
    let moved = hand_here(app) == Some(Hand::MovedOn);
    let (said, style) = if moved { (w::moved_on(lang), theme::bad()) } else { (w::by_hand(lang), theme::good()) };
    let width = usize::from(inside.width.saturating_sub(1));
    let lines = parts::wrap(said, width).into_iter().map(|line| Line::styled(line, style));
    let text = parts::wrap(&text, width).into_iter().map(Line::raw);
    parts::lines(inside, buffer, lines.chain(text));
}

/// The sheet is laid out by the app; its lines have the width this pane is made for.
const _: () = assert!(sheet::MEASURE + 4 == PAPER as usize);
