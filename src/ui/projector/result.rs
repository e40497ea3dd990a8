//! An announced result on the hall's screen: a name with its bar and its votes, in letters as large as every name allows.

use super::{FINE, big, centred};
use crate::app::App;
use crate::app::elections::telling::{Line as NameLine, result_lines, round_title};
use crate::app::words::seats as w;
use crate::domain::election::Round;
use crate::domain::election::outcome::Standing;
use crate::ui::letters::{LOWEST, large, width};
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// Seconds that one page of a long result stays.
const PAGE: i64 = 10;
/// Rows of the letters where the window is fine: at least, and at most.
const LETTERS: (u16, u16) = (LOWEST, 10);
/// Cells that a bar beside large letters has at least.
const BAR: u16 = 8;

/// An announced result: every name with a bar of its votes; page after page where the names are many.
pub(super) fn draw(app: &App, round: &Round, area: Rect, buffer: &mut Buffer) {
    let (congress, lang) = (&app.congress, app.lang());
    let Some((_, names)) = result_lines(congress, round, lang) else { return };
    let title = congress.elections.get(&round.election).map_or("", |election| election.title.as_str());
    let head = if area.height >= FINE { area.height / 5 } else { 2.min(area.height) };
    let [above, list] = Layout::vertical([Constraint::Length(head), Constraint::Min(0)]).areas(area);
    big(&format!("{} {title}", w::result(lang)), above, buffer, theme::strong());
    // the last row says which page it is
    let list_rows = list.height.saturating_sub(1);
    let letters = letters(&names, round, list);
    let airy = usize::from(list.height) > names.len() * 2;
    let each = letters.as_ref().map_or(if airy { 2 } else { 1 }, |letters| letters.rows);
    let pages = names.len().div_ceil(usize::from(list_rows / each).max(1)).max(1);
    // every page is as long as the others
    let rows = names.len().div_ceil(pages);
    let turn = usize::try_from(app.now().and_utc().timestamp() / PAGE).unwrap_or(0);
    let page = turn % pages;
    let width = usize::from(list.width.saturating_sub(2));
    let widest = names.iter().map(|name| name.name.width()).max().unwrap_or(0).min(width / 2);
    for (place, name) in (0..).zip(names.iter().skip(page * rows).take(rows)) {
        let here = Rect { y: list.y.saturating_add(each.saturating_mul(place)), height: each, ..list };
        match &letters {
            Some(letters) => in_letters(name, round, letters, here.intersection(list), buffer),
            None => in_line(name, round, widest, here.intersection(list), buffer),
        }
    }
    if pages > 1 {
        let foot = Rect { y: list.bottom().saturating_sub(1), height: 1, ..list }.intersection(list);
        centred(
            foot,
            buffer,
            &[format!("{} · {}", round_title(round, lang), w::page(lang, page + 1, pages))],
            theme::dim(),
        );
    }
}

/// The mark of a name and its colour.
fn mark(name: &NameLine) -> (&'static str, Style) {
    match name.result.standing {
        Standing::Elected | Standing::ElectedInTieRevote | Standing::KeptOnList => ("✓", theme::good()),
        Standing::Alternate | Standing::AlternateInTieRevote => ("+", theme::hint()),
        _ => (" ", theme::plain()),
    }
}

/// A name, its bar and its votes in one line of the window's letters.
fn in_line(name: &NameLine, round: &Round, widest: usize, area: Rect, buffer: &mut Buffer) {
    let (mark, style) = mark(name);
    let count = name.result.count.votes;
    let room = usize::from(area.width.saturating_sub(2)).saturating_sub(widest + 12);
    let bar = parts::bar(count, u64::from(round.base.value), room);
    let line = Line::from(vec![
        Span::styled(format!(" {mark} {} ", parts::fit(&name.name, widest)), style.patch(theme::strong())),
        Span::styled(bar, style),
        Span::raw(format!(" {count:>5}")),
    ]);
    line.render(Rect { height: area.height.min(1), ..area }, buffer);
}

/// How large the names of a result are written: rows of a line, cells of the widest name and of the most votes.
struct Letters {
    rows: u16,
    name: u16,
    votes: u16,
}

/// The largest letters in which every name of a result stands on one line with its bar and its votes, as many names to a page as can
/// be; none where the letters of the window are read as they are, or where there is no room.
fn letters(names: &[NameLine], round: &Round, list: Rect) -> Option<Letters> {
    let count = u16::try_from(names.len()).unwrap_or(u16::MAX).max(1);
    let each = (list.height.saturating_sub(1) / count).clamp(LETTERS.0, LETTERS.1);
    let wanted = |rows: u16| {
        let most = names.iter().map(|name| width(&name.name, rows)).max()?;
        let votes = width(&round.base.value.to_string(), rows);
        let fits = most.saturating_add(votes).saturating_add(BAR + 6) <= list.width;
        fits.then_some(Letters { rows, name: most, votes })
    };
    let fine = list.height > FINE - LETTERS.0;
    (LETTERS.0..=each).rev().filter(|_| fine).find_map(wanted)
}

/// A name, its bar and its votes in large letters.
fn in_letters(name: &NameLine, round: &Round, letters: &Letters, area: Rect, buffer: &mut Buffer) {
    let (mark, style) = mark(name);
    let columns = [
        Constraint::Length(3),
        Constraint::Length(letters.name),
        Constraint::Min(0),
        Constraint::Length(letters.votes),
        Constraint::Length(1),
    ];
    let [sign, written, bar, votes, _] = Layout::horizontal(columns).areas(area);
    // the letters stand a little below the middle of their line: above them is room for marks
    let middle = |area: Rect| Rect { y: area.y + area.height / 2, height: area.height.min(1), ..area };
    Line::styled(format!(" {mark}"), style).render(middle(sign), buffer);
    let write = |text: &str, (area, alignment): (Rect, Alignment), style: Style, buffer: &mut Buffer| {
        let drawn = large(text, (area.width, area.height)).unwrap_or_default();
        parts::lines(area, buffer, drawn.into_iter().map(|line| Line::styled(line, style).alignment(alignment)));
    };
    write(&name.name, (written, Alignment::Left), style.patch(theme::strong()), buffer);
    let count = name.result.count.votes;
    let drawn = parts::bar(count, u64::from(round.base.value), usize::from(bar.width.saturating_sub(2)));
    let drawn = Line::styled(format!(" {drawn}"), style);
    let thick = Rect { height: area.height.min(2), ..middle(bar) };
    parts::lines(thick, buffer, [drawn.clone(), drawn]);
    write(&count.to_string(), (votes, Alignment::Right), theme::plain(), buffer);
}
