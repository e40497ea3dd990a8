//! The hall's screen, on any size of window: the letters are as large as the window allows.
//!
//! ```text
//!                 Đại hội Chi bộ … lần thứ IV, nhiệm kỳ 2026 – 2029
//!
//!                          ▛▀▖ Trần Thị Bích, as large as it fits
//!                          03:12, as large as it fits
//!
//! Kiểm phiếu Chi ủy: 22/45                                              10:42
//! ```
//!
//! No dialog and no word of this seat is drawn here; what fails behind it is a mark in the corner.

use super::floor::style_of;
use super::letters::{LOWEST, large};
use super::{parts, theme};
use crate::app::App;
use crate::app::floor::timing;
use crate::app::head::counting;
use crate::app::projector::{View, view};
use crate::app::words::floor::left as time_left;
use crate::app::words::seats as w;
use crate::domain::agenda::Item;
use crate::domain::election::Round;
use crate::domain::floor::Speech;
use crate::papers::issuing::whole_name;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

mod result;

/// Fewer rows have no room for two large texts.
const LOW: u16 = 20;
/// In more rows than this the letters of the window are too small for the last row of the hall.
const FINE: u16 = 30;

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let rows = [Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)];
    let [top, middle, bottom] = Layout::vertical(rows).areas(area);
    let name = whole_name(app.congress.meeting());
    let shown = view(&app.congress, app.now());
    if !matches!(shown, View::Held | View::Waiting(_) | View::Closed) {
        centred(top, buffer, &[parts::cut(&name, usize::from(top.width))], theme::dim());
    }
    below(app, shown, bottom, buffer);
    match shown {
        View::Held => title(app, &name, None, middle, buffer),
        View::Waiting(next) => title(app, &name, next, middle, buffer),
        View::Closed => pair(w::closed(app.lang()), &name, middle, buffer),
        View::Speech(speech) => speaking(app, speech, middle, buffer),
        View::Result(round) => result::draw(app, round, middle, buffer),
        View::Count(round) => count(app, round, middle, buffer),
        View::Break(item, until) => {
            let until = until.map(|at| w::until(app.lang(), &at.format("%H:%M").to_string()));
            pair(&item.title, &until.unwrap_or_default(), middle, buffer);
        }
        View::Item(item) => pair(&item.title, &beside(app).unwrap_or_default(), middle, buffer),
    }
}

/// Draws rows in the middle of an area.
fn centred(area: Rect, buffer: &mut Buffer, lines: &[String], style: Style) {
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(area.width);
    let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
    for (y, line) in (y..y + height).zip(lines) {
        Line::styled(line.as_str(), style).render(Rect { x, y, width, height: 1 }, buffer);
    }
}

/// Draws a text in the largest letters an area has room for.
fn big(text: &str, area: Rect, buffer: &mut Buffer, style: Style) {
    let room = (area.width.saturating_sub(2), area.height);
    if let Some(lines) = large(text, room) {
        return centred(area, buffer, &lines, style);
    }
    let lines = parts::wrap(text, usize::from(room.0));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    let first = area.y + (area.height - height) / 2;
    // each line of plain letters stands in the middle by itself
    for (y, line) in (first..first + height).zip(lines) {
        centred(Rect { y, height: 1, ..area }, buffer, &[line], style);
    }
}

/// The name of the congress, and what comes next where that is known.
fn title(app: &App, name: &str, next: Option<&Item>, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let theme_of = app.congress.meeting().about.theme.clone().unwrap_or_default();
    let second = next.map_or(theme_of, |item| format!("{}: {}", w::soon(lang), item.title));
    pair(name, &second, area, buffer);
}

/// Two texts: the first large, the second below it half as large.
fn pair(first: &str, second: &str, area: Rect, buffer: &mut Buffer) {
    if second.is_empty() {
        return big(first, area, buffer, theme::strong());
    }
    let [upper, lower] = Layout::vertical([Constraint::Fill(3), Constraint::Fill(2)]).areas(area);
    big(first, upper, buffer, theme::strong());
    big(second, lower, buffer, theme::hint());
}

/// Who speaks, from where, about what, and the clock.
fn speaking(app: &App, speech: &Speech, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    // in a low window the clock has the room: the name is read in the letters of the window
    let low = area.height < LOW;
    let fine = area.height > FINE;
    let named = if low { Constraint::Length(2) } else { Constraint::Fill(3) };
    let about = if fine { Constraint::Fill(2) } else { Constraint::Length(if low { 2 } else { 3 }) };
    let limit = Constraint::Length(if fine { LOWEST } else { 1 });
    let rows = [Constraint::Length(1), named, about, Constraint::Fill(3), limit];
    let [label, name, about, clock, limit] = Layout::vertical(rows).areas(area);
    let width = usize::from(area.width.saturating_sub(2));
    centred(label, buffer, &[w::speaking(lang).to_owned()], theme::dim());
    big(app.congress.speaker_name(&speech.speaker), name, buffer, theme::strong());
    let office = app.congress.speaker_office(&speech.speaker);
    let told = [office, super::floor::about(app, speech)];
    let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
    if fine {
        big(&told.join(" · "), about, buffer, theme::plain());
    } else {
        for (row, text) in (0..).zip(&told) {
            let here = Rect { y: about.y + row, height: 1, ..about }.intersection(about);
            centred(here, buffer, &[parts::cut(text, width)], theme::plain());
        }
    }
    let style = style_of(timing::stage(speech, app.now()));
    big(&timing::clock(timing::seconds(speech, app.now()).unwrap_or(0)), clock, buffer, style);
    let told = match timing::seconds_left(speech, app.now()) {
        Some(left) if left <= 0 => w::over(lang).to_owned(),
        Some(left) => format!("{} · {}", w::of_limit(lang, speech.limit), time_left(lang, &timing::clock(left))),
        None => String::new(),
    };
    big(&told, limit, buffer, style);
}

/// How far the count is: papers, never votes.
fn count(app: &App, round: &Round, area: Rect, buffer: &mut Buffer) {
    let (congress, lang) = (&app.congress, app.lang());
    let title = congress.elections.get(&round.election).map_or("", |election| election.title.as_str());
    let done = congress.progress(round.id);
    let rows = if area.height < LOW {
        [
            Constraint::Length(2),
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(1),
            Constraint::Length(1),
        ]
    } else {
        let left = Constraint::Length(if area.height > FINE { LOWEST } else { 2 });
        [Constraint::Fill(3), Constraint::Length(1), Constraint::Fill(3), Constraint::Length(3), left]
    };
    let [name, label, figures, bar, left] = Layout::vertical(rows).areas(area);
    big(title, name, buffer, theme::strong());
    centred(label, buffer, &[w::counting(lang).to_owned()], theme::dim());
    big(&format!("{}/{}", done.checked, done.papers), figures, buffer, theme::good());
    let width = usize::from(area.width.saturating_sub(4));
    let drawn = parts::bar(u64::from(done.checked), u64::from(done.papers), width);
    centred(bar, buffer, &[drawn.clone(), drawn], theme::good());
    let told = congress.minutes_left(round.id, app.now()).map(|minutes| w::minutes_left(lang, minutes));
    big(&told.unwrap_or_default(), left, buffer, theme::plain());
}

/// How far a count is that goes on beside what is shown.
fn beside(app: &App) -> Option<String> {
    let round = counting(&app.congress)?;
    let title = app.congress.elections.get(&round.election).map(|election| election.title.as_str())?;
    let done = app.congress.progress(round.id);
    Some(w::counting_fact(app.lang(), title, done.checked, done.papers))
}

/// The last line: the count that goes on beside something else, and the clock, which shows that the screen lives.
fn below(app: &App, shown: View<'_>, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let clock = app.now().format("%H:%M").to_string();
    let elsewhere = !matches!(shown, View::Count(_) | View::Item(_) | View::Held | View::Closed);
    let told = beside(app).filter(|_| elsewhere);
    let told = if app.saved { told.unwrap_or_default() } else { w::no_link(lang).to_owned() };
    let width = usize::from(area.width).saturating_sub(clock.len() + 2);
    parts::text(area, buffer, &format!(" {}", parts::cut(&told, width)), theme::dim());
    Line::styled(format!("{clock} "), theme::strong()).right_aligned().render(area, buffer);
}
