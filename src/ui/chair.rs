//! The presidium's screen.
//!
//! ```text
//! ╭ Bây giờ ─────────────────────────────────╮╭ Phải quyết định ─────────────╮
//! │ Thảo luận                                ││ ► Xác nhận kết quả …          │
//! │ ████████░░░░ 37′ / 60′ · còn 23′         ││                               │
//! ╰ chậm 12′ · dự kiến bế mạc 11:42 ─────────╯╰───────────────────────────────╯
//! ╭ Đang phát biểu ──────────────────────────╮╭ Chờ phát biểu: 3 ─────────────╮
//! ╭ Lời điều hành ───────────────────────────╮│ …                             │
//! │ …                                        │╭ Tiếp theo ────────────────────╮
//! ╰──────────────────────────────────────────╯╰───────────────────────────────╯
//! ```

use super::floor::speaking;
use super::{parts, run, theme};
use crate::app::App;
use crate::app::chair::{ahead, first_line, item, step, waiting};
use crate::app::head::counting;
use crate::app::words::seats as w;
use crate::domain::agenda::{Item, ItemState};
use crate::domain::floor::Speech;
use crate::papers::script;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let [left, right] = Layout::horizontal([Constraint::Percentage(58), Constraint::Min(30)]).areas(area);
    let speaks = if app.congress.speaking().is_some() { 5 } else { 0 };
    let rows = [Constraint::Length(5), Constraint::Length(speaks), Constraint::Min(0)];
    let [item, speech, text] = Layout::vertical(rows).areas(left);
    now(app, item, buffer);
    if speaks > 0 {
        speaking(app, speech, buffer);
    }
    for_chair(app, text, buffer);
    let decisions = decisions(app, usize::from(right.width.saturating_sub(5)));
    let waiting = app.congress.queue().count();
    let rows = shares(right.height, [decisions.len(), waiting, ahead(&app.congress, app.now()).len()]);
    let [upper, queue, next] = Layout::vertical(rows.map(Constraint::Length)).areas(right);
    decide(app, decisions, upper, buffer);
    floor(app, queue, buffer);
    to_come(app, next, buffer);
}

/// How high the three panes on the right are: decisions and queue as high as they are long, what comes next has the rest, and
/// none takes so much that nothing of another is seen.
fn shares(height: u16, lines: [usize; 3]) -> [u16; 3] {
    let [decisions, queue, next] =
        lines.map(|lines| u16::try_from(lines.max(1)).unwrap_or(u16::MAX).saturating_add(2).max(4));
    let decisions = decisions.min(height / 2);
    let rest = height - decisions;
    let queue = queue.min(rest.saturating_sub(next.min(rest / 2)));
    [decisions, queue, rest - queue]
}

/// What is under way: the item with its time, who speaks, how the session runs against its plan.
fn now(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::now(lang));
    let width = usize::from(inside.width);
    let session = app.congress.session_now();
    if let Some((pace, style)) = session.and_then(|session| run::pace(app, session)) {
        parts::below_pane(area, buffer, &pace, style);
    }
    let Some(item) = app.congress.item_now() else {
        parts::paragraph(inside, buffer, w::not_begun(lang), theme::dim());
        return;
    };
    let mut lines = vec![Line::styled(parts::cut(&format!(" {}", item.title), width), theme::strong())];
    lines.push(taken(app, item, width));
    let beside: Vec<&str> =
        app.congress.running().filter(|other| other.id != item.id).map(|other| other.title.as_str()).collect();
    let count = counting(&app.congress).and_then(|round| {
        let title = app.congress.elections.get(&round.election).map(|election| election.title.as_str())?;
        let done = app.congress.progress(round.id);
        Some(match app.congress.minutes_left(round.id, app.now()) {
            Some(minutes) => w::counting_left(lang, title, done.checked, done.papers, minutes),
            None => w::counting_fact(lang, title, done.checked, done.papers),
        })
    });
    let step = step(app).map(|step| w::at_step(lang, step));
    let beside = Some(beside.join(" · ")).filter(|titles| !titles.is_empty());
    let beside = beside.map(|titles| format!("{}: {titles}", w::beside(lang)));
    if let Some(told) = count.or(step).or(beside) {
        lines.push(Line::styled(parts::cut(&format!(" {told}"), width), theme::dim()));
    }
    parts::lines(inside, buffer, lines);
}

/// How much of its time an item has taken.
fn taken(app: &App, item: &Item, width: usize) -> Line<'static> {
    let lang = app.lang();
    let used = item.started_at.map_or(0, |began| (app.now() - began).num_minutes().max(0));
    let left = i64::from(item.minutes) - used;
    let (told, style) = match (item.minutes, left) {
        (0, _) => return Line::raw(format!(" {used}′")),
        (_, left) if left < 0 => (w::over_by(lang, -left), theme::bad()),
        (_, left) => (w::left(lang, left), theme::good()),
    };
    let bar = parts::bar(used.unsigned_abs(), u64::from(item.minutes), (width / 3).clamp(6, 30));
    Line::from(vec![
        Span::raw(format!(" {bar} {} · ", w::of_minutes(lang, used, item.minutes))),
        Span::styled(told, style),
    ])
}

/// The chair's text of the item under way, or of the next.
fn for_chair(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let here = item(&app.congress);
    let title = here.map_or_else(String::new, |item| format!(": {}", item.title));
    let inside = parts::pane(area, buffer, &format!("{}{title}", crate::app::words::run::script(lang)));
    let text = here.map(|item| script::fill(&app.congress, &item.script)).filter(|text| !text.trim().is_empty());
    let Some(text) = text else {
        parts::paragraph(inside, buffer, w::no_text(lang), theme::dim());
        return;
    };
    let lines = parts::wrap(&text, usize::from(inside.width.saturating_sub(1)));
    let most = lines.len().saturating_sub(usize::from(inside.height));
    let first = first_line(app).min(most);
    if most > 0 {
        let shown = first + usize::from(inside.height);
        parts::below_pane(area, buffer, &format!("PgDn {shown}/{}", lines.len()), theme::dim());
    }
    parts::lines(inside, buffer, lines.into_iter().skip(first).map(|line| Line::raw(format!(" {line}"))));
}

/// What waits for the chair's decision, line by line.
fn decisions(app: &App, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for (place, decision) in waiting(app).iter().enumerate() {
        let (mark, style) = if place == 0 { ("►", theme::hint()) } else { (" ", theme::plain()) };
        for (row, line) in parts::wrap(&decision.text, width).into_iter().enumerate() {
            let mark = if row == 0 { mark } else { " " };
            lines.push(Line::styled(format!(" {mark} {line}"), style));
        }
    }
    lines
}

/// Draws what waits for a decision, and whether the hall's screen is held.
fn decide(app: &App, lines: Vec<Line<'static>>, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::to_decide(lang));
    let (word, style) = if app.congress.hall_screen_is_held() {
        (w::screen_held(lang), theme::bad())
    } else {
        (w::screen_on(lang), theme::dim())
    };
    parts::below_pane(area, buffer, word, style);
    if lines.is_empty() {
        let told = parts::wrap(w::nothing_waits(lang), usize::from(inside.width.saturating_sub(1)));
        parts::lines(inside, buffer, told.into_iter().map(|line| Line::styled(format!(" {line}"), theme::dim())));
        return;
    }
    parts::lines(inside, buffer, lines);
}

/// Who is called, and to what.
fn called(app: &App, speech: &Speech) -> String {
    let name = app.congress.speaker_name(&speech.speaker);
    if speech.subject.is_empty() { name.to_owned() } else { format!("{name} · {}", speech.subject) }
}

/// Who waits to speak, in order, with the minutes each may have.
fn floor(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let queue: Vec<&Speech> = app.congress.queue().collect();
    let inside = parts::pane(area, buffer, &format!("{}: {}", w::queue(lang), queue.len()));
    if queue.is_empty() {
        parts::paragraph(inside, buffer, &format!(" {}", w::nobody_waits(lang)), theme::dim());
    }
    let width = usize::from(inside.width);
    let rows = queue.iter().zip(1..).map(|(speech, place)| {
        let limit = if speech.limit > 0 { format!(" {}′", speech.limit) } else { String::new() };
        let name =
            parts::fit(&format!(" {place}. {}", called(app, speech)), width.saturating_sub(limit.chars().count() + 1));
        Line::raw(format!("{name}{limit}"))
    });
    parts::lines(inside, buffer, rows);
}

/// The next items, each with when it is expected.
fn to_come(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::next(lang));
    let items = ahead(&app.congress, app.now());
    if items.is_empty() {
        parts::paragraph(inside, buffer, &format!(" {}", w::nothing_ahead(lang)), theme::dim());
    }
    let width = usize::from(inside.width);
    let rows = items.iter().map(|(item, at)| {
        let minutes = format!("{:>4}", format!("{}′", item.minutes));
        let title = parts::fit(&format!(" {} {}", at.format("%H:%M"), item.title), width.saturating_sub(5));
        let style = if item.state == ItemState::Waiting { theme::plain() } else { theme::dim() };
        Line::from(vec![Span::styled(title, style), Span::styled(minutes, theme::dim())])
    });
    parts::lines(inside, buffer, rows);
}
