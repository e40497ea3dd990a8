//! The floor screen; its writing view and its summary have files of their own.
//!
//! ```text
//! ╭ Đang phát biểu ──────────────────────────────────────────────────────────╮
//! │ █▀█ ▀▀█ ▄ █ █ ▀█   Nguyễn Văn An                                          │
//! │ █ █  ▀█   ▀▀█  █   Giám đốc · Tham luận: Chuyển đổi số                    │
//! │ ▀▀▀ ▀▀▀ ▀   ▀ ▀▀▀  ████████████████░░░░░  trên 5 phút · còn 01:18         │
//! ╰──────────────────────────────────────────────────────────────────────────╯
//! ╭ Đã đăng ký · đang chờ: 2 ─────────╮╭ Đã phát biểu · thiếu nội dung: 1 ────╮
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::action::Action as Any;
use crate::app::floor::timing::{self, Stage};
use crate::app::floor::{
    Action, BINDINGS, Pane, kind_word, lacks_text, pane, row_spoken, row_waiting, spoken, waiting,
};
use crate::app::words::floor as w;
use crate::domain::figures::clock;
use crate::domain::floor::{Speech, SpeechKind, SpeechState};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// From how many rows on a list leaves its lower half to what it lists.
const TALL: u16 = 14;

mod summary;
mod timer;
mod writing;

/// Draws the floor screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let state = &app.on.floor;
    let [now, below] = Layout::vertical([Constraint::Length(5), Constraint::Min(0)]).areas(area);
    speaking(app, now, buffer);
    if let Some(writing) = &state.writing {
        writing::draw(app, writing, below, buffer);
    } else if let Some(scroll) = state.summary {
        summary::draw(app, scroll, below, buffer);
    } else {
        let [left, right] = Layout::horizontal([Constraint::Percentage(50), Constraint::Min(0)]).areas(below);
        queue(app, left, buffer);
        past(app, right, buffer);
        if app.congress.meeting().has_delegates() {
            parts::below_pane(left, buffer, &key(app, Action::Groups, app.congress.groups.len()), theme::dim());
        }
        parts::below_pane(right, buffer, &key(app, Action::Summary, 0), theme::dim());
    }
}

/// A key that opens another part of the screen, on the lower edge: the footer has no room for it. Nothing where it does not apply.
fn key(app: &App, action: Action, count: usize) -> String {
    let row = BINDINGS.iter().find(|row| row.action == Any::Floor(action) && (row.when)(app).is_ok());
    let told = row.map(|row| format!("{} {}", row.key, (row.hint)(app.lang()))).unwrap_or_default();
    if count == 0 { told } else { format!("{told}: {count}") }
}

/// The colour of a stage.
pub(super) fn style_of(stage: Stage) -> Style {
    match stage {
        Stage::Within => theme::good(),
        Stage::LastMinute => theme::hint(),
        Stage::Over => theme::bad(),
    }
}

pub(super) fn speaking(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::speaking_now(lang));
    let Some(speech) = app.congress.speaking() else {
        let mut lines = vec![Line::styled(format!(" {}", w::nobody(lang)), theme::dim())];
        let next = app.congress.queue().next().map(|next| w::next_up(lang, app.congress.speaker_name(&next.speaker)));
        lines.extend(next.map(|next| Line::styled(format!(" {next}"), theme::strong())));
        parts::lines(inside, buffer, lines);
        return;
    };
    let stage = timing::stage(speech, app.now());
    let taken = timing::clock(timing::seconds(speech, app.now()).unwrap_or(0));
    let big = timer::lines(&taken);
    let width = timer::width(&taken).saturating_add(3);
    parts::lines(inside, buffer, big.map(|line| Line::styled(format!(" {line}"), style_of(stage))));
    let right = Rect { x: inside.x + width.min(inside.width), width: inside.width.saturating_sub(width), ..inside };
    let office = app.congress.speaker_office(&speech.speaker);
    let office = if office.is_empty() { String::new() } else { format!(" – {office}") };
    let cells = usize::from(right.width);
    let name = parts::cut(app.congress.speaker_name(&speech.speaker), cells);
    let office = parts::cut(&office, cells.saturating_sub(name.width()));
    let lines = vec![
        Line::from(vec![Span::styled(name, theme::strong()), Span::raw(office)]),
        Line::raw(parts::cut(&about(app, speech), cells)),
        limit(app, speech, cells),
    ];
    parts::lines(right, buffer, lines);
}

/// Kind and subject: `Tham luận: Chuyển đổi số`.
pub(super) fn about(app: &App, speech: &Speech) -> String {
    let kind = kind_word(speech.kind, app.lang());
    if speech.subject.is_empty() { kind.to_owned() } else { format!("{kind}: {}", speech.subject) }
}

/// Name, kind and subject in a list, where a speech from the floor without a subject needs no more than the name.
pub(super) fn listed(app: &App, speech: &Speech) -> String {
    let name = app.congress.speaker_name(&speech.speaker);
    match (speech.kind, speech.subject.as_str()) {
        (SpeechKind::Floor, "") => name.to_owned(),
        (SpeechKind::Floor, subject) => format!("{name} · {subject}"),
        _ => format!("{name} · {}", about(app, speech)),
    }
}

/// The bar of time used, the limit, what is left.
fn limit(app: &App, speech: &Speech, cells: usize) -> Line<'static> {
    let lang = app.lang();
    let Some(left) = timing::seconds_left(speech, app.now()) else {
        return Line::styled(w::no_limit(lang), theme::dim());
    };
    let style = style_of(timing::stage(speech, app.now()));
    let used = timing::seconds(speech, app.now()).unwrap_or(0);
    let whole = u64::from(speech.limit) * 60;
    let said = if left > 0 {
        w::left(lang, &timing::clock(left))
    } else {
        format!("{} {}", w::over(lang), timing::clock(left))
    };
    let limit = w::of_limit(lang, speech.limit);
    // the bar has the room that is left, and what is left of the time is read in any window
    let room = cells.saturating_sub(limit.width() + said.width() + 8);
    if room < 4 {
        let limit = parts::cut(&format!(" · {limit}"), cells.saturating_sub(said.width()));
        return Line::from(vec![Span::styled(said, style), Span::styled(limit, theme::dim())]);
    }
    let bar = parts::bar(u64::try_from(used).unwrap_or(0), whole, room.min(40));
    let limit = format!("  {limit} · ");
    Line::from(vec![Span::styled(bar, style), Span::styled(limit, theme::dim()), Span::styled(said, style)])
}

fn queue(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let rows = waiting(&app.congress);
    let waiting = app.congress.queue().count();
    let inside = parts::pane(area, buffer, &format!("{} · {}", w::queue(lang), w::waiting(lang, waiting)));
    if rows.is_empty() {
        parts::paragraph(inside, buffer, w::empty_queue(lang), theme::dim());
        return;
    }
    let cursor = (pane(app) == Pane::Queue).then(|| row_waiting(app));
    let width = usize::from(inside.width);
    let first = usize::from(rows.first().is_some_and(|speech| speech.state == SpeechState::Speaking));
    let below = if inside.height >= TALL { inside.height / 2 } else { 0 };
    let [list, text] = Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(inside);
    if let Some(speech) = app.congress.speaking().filter(|_| text.height > 0) {
        noted(app, speech, text, buffer);
    }
    parts::list(list, buffer, (rows.len(), cursor), |place| {
        let Some(speech) = rows.get(place) else { return Line::raw("") };
        let speaking = speech.state == SpeechState::Speaking;
        let mark = if speaking { " ►".to_owned() } else { format!("{:>2}", place + 1 - first) };
        let style = if speaking { theme::good() } else { theme::plain() };
        let minutes = if speech.limit == 0 { String::new() } else { format!("{}′", speech.limit) };
        let text = parts::fit(&listed(app, speech), width.saturating_sub(8));
        Line::from(vec![
            Span::styled(format!("{mark} {text}"), style),
            Span::styled(format!("{minutes:>4}"), theme::dim()),
        ])
    });
}

fn past(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let rows = spoken(app);
    let lacking = rows.iter().filter(|speech| lacks_text(speech)).count();
    let scope = match (app.on.floor.scope, app.congress.item_now()) {
        (crate::app::floor::Scope::Item, Some(item)) => format!(" · {}", item.title),
        _ => String::new(),
    };
    let lacking = if lacking == 0 { String::new() } else { format!(" · {}", w::lacking(lang, lacking)) };
    let inside = parts::pane(area, buffer, &format!("{} ({}){lacking}{scope}", w::spoken(lang), rows.len()));
    if rows.is_empty() {
        parts::paragraph(inside, buffer, w::empty_spoken(lang), theme::dim());
        return;
    }
    let here = pane(app) == Pane::Spoken;
    let below = if here || inside.height >= TALL { inside.height / 2 } else { 0 };
    let [list, text] = Layout::vertical([Constraint::Min(1), Constraint::Length(below)]).areas(inside);
    let row = row_spoken(app);
    parts::list(list, buffer, (rows.len(), here.then_some(row)), |place| {
        rows.get(place).map(|speech| past_row(app, speech, usize::from(list.width))).unwrap_or_default()
    });
    if let Some(speech) = rows.get(row).filter(|_| text.height > 0) {
        gist(app, speech, text, buffer);
    }
}

fn past_row(app: &App, speech: &Speech, width: usize) -> Line<'static> {
    let taken = timing::seconds(speech, app.now()).map_or_else(String::new, timing::clock);
    let over = timing::seconds_left(speech, app.now()).is_some_and(|left| left < 0);
    let (mark, style) = if lacks_text(speech) { ("✗", theme::bad()) } else { ("✓", theme::good()) };
    Line::from(vec![
        Span::styled(format!("{mark} "), style),
        Span::styled(format!("{taken:>6} "), if over { theme::bad() } else { theme::dim() }),
        Span::raw(parts::cut(&listed(app, speech), width.saturating_sub(10))),
    ])
}

/// The text for the minutes of the speech under the cursor, or that it is missing.
fn gist(app: &App, speech: &Speech, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(1));
    let mut lines = vec![Line::styled("─".repeat(usize::from(area.width)), theme::dim())];
    let (text, style) = if lacks_text(speech) {
        (w::write_it(app.lang()), theme::bad())
    } else {
        (speech.minutes.as_str(), theme::plain())
    };
    lines.extend(parts::wrap(text, width).into_iter().map(|line| Line::styled(line, style)));
    parts::lines(area, buffer, lines);
}

/// What was noted of who speaks: the raw note, then the notes typed on the note line, the last of them in sight.
fn noted(app: &App, speech: &Speech, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(1));
    let mut lines: Vec<Line<'static>> = Vec::new();
    if !speech.raw.trim().is_empty() {
        lines.extend(parts::wrap(&speech.raw, width).into_iter().map(Line::raw));
    }
    let notes = app.congress.notes.iter().filter(|note| note.speech == Some(speech.id));
    let notes = notes.flat_map(|note| parts::wrap(&format!("{} {}", clock(note.at), note.text), width));
    lines.extend(notes.map(|line| Line::styled(line, theme::dim())));
    if lines.is_empty() {
        return;
    }
    let room = usize::from(area.height.saturating_sub(1));
    let last = lines.split_off(lines.len().saturating_sub(room));
    let rule = Line::styled("─".repeat(usize::from(area.width)), theme::dim());
    parts::lines(area, buffer, std::iter::once(rule).chain(last));
}
