//! The screen of the head of counting.
//!
//! ```text
//! ╭ Kiểm phiếu: Chi ủy · Vòng 1 ──────────────────────────────────────────────╮
//! │ █████████░░░░ đã kiểm 120/268 · khớp 2/6 tệp · còn khoảng 12 phút, 11:05   │
//! │ ► Enter: kết luận 2 phiếu còn khác nhau của tệp 3                          │
//! ╭ Tệp phiếu ───────────────────────────╮╭ Các bàn ───────────────────────────╮
//! │ còn khác nhau              1  tệp 3   ││ bàn 1   tệp 4: 12/50    410 phiếu/h │
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::elections::telling::round_title;
use crate::app::head::{bundles, counting, desks, next_step};
use crate::app::words::frame::desk as desk_word;
use crate::app::words::{elections as counts, seats as w};
use crate::domain::election::bundle::KeyingState;
use crate::domain::election::{BundleState, Round};
use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let Some(round) = counting(&app.congress) else {
        let inside = parts::pane(area, buffer, w::head(lang));
        let lines = parts::wrap(&next_step(app), usize::from(inside.width.saturating_sub(2)));
        parts::lines(inside, buffer, lines.into_iter().map(|line| Line::raw(format!(" {line}"))));
        return;
    };
    let [upper, lower] = Layout::vertical([Constraint::Length(5), Constraint::Min(0)]).areas(area);
    progress(app, round, upper, buffer);
    let [left, right] = Layout::horizontal([Constraint::Percentage(50), Constraint::Min(0)]).areas(lower);
    states(app, round, left, buffer);
    at_work(app, round, right, buffer);
}

/// How far the count is, when it may end, and what to do next.
fn progress(app: &App, round: &Round, area: Rect, buffer: &mut Buffer) {
    let (congress, lang) = (&app.congress, app.lang());
    let title = congress.elections.get(&round.election).map_or("", |election| election.title.as_str());
    let inside = parts::pane(area, buffer, &format!("{}: {title} · {}", w::head(lang), round_title(round, lang)));
    let width = usize::from(inside.width);
    let done = congress.progress(round.id);
    let bar = parts::bar(u64::from(done.checked), u64::from(done.papers), (width / 3).clamp(8, 60));
    let told = counts::count_fact(lang, done.checked, done.papers, done.settled, done.bundles);
    let end = congress.minutes_left(round.id, app.now()).map(|minutes| {
        let at = app.now() + TimeDelta::minutes(i64::from(minutes));
        w::done_at(lang, minutes, &at.format("%H:%M").to_string())
    });
    let mut lines = vec![Line::raw(format!(" {bar} {told}"))];
    lines.push(Line::raw(format!(" {}", end.unwrap_or_default())));
    lines.push(Line::styled(parts::cut(&format!(" ► {}", next_step(app)), width), theme::hint()));
    parts::lines(inside, buffer, lines);
}

/// The bundles by how far they are: how many, and which.
fn states(app: &App, round: &Round, area: Rect, buffer: &mut Buffer) {
    let (congress, lang) = (&app.congress, app.lang());
    let inside = parts::pane(area, buffer, w::bundles(lang));
    let width = usize::from(inside.width);
    let told = bundles(congress, round.id);
    let open =
        |number: u16| congress.standing_keyings(round.id, number).any(|keying| keying.state == KeyingState::Open);
    let numbers = |wanted: &dyn Fn(BundleState, bool) -> bool| {
        let all = congress.bundles_of(round.id).filter(|bundle| wanted(bundle.state, open(bundle.number)));
        all.map(|bundle| bundle.number.to_string()).collect::<Vec<_>>().join(", ")
    };
    let rows: [(&str, usize, String, Style); 5] = [
        (w::differing(lang), told.differing, numbers(&|state, _| state == BundleState::Differs), theme::bad()),
        (
            w::waiting(lang),
            told.waiting,
            numbers(&|state, open| state == BundleState::HandedOut && !open),
            theme::hint(),
        ),
        (
            w::out(lang),
            told.out,
            numbers(&|state, open| open && matches!(state, BundleState::HandedOut | BundleState::Keyed)),
            theme::plain(),
        ),
        (w::half(lang), told.half, numbers(&|state, open| state == BundleState::Keyed && !open), theme::plain()),
        (w::settled(lang), told.settled, numbers(&|state, _| state == BundleState::Settled), theme::good()),
    ];
    let mut lines = Vec::new();
    for (word, count, numbers, style) in rows {
        let style = if count == 0 { theme::dim() } else { style };
        lines.push(Line::styled(parts::cut(&format!(" {count:>4}  {word}"), width), style));
        if count > 0 {
            let which = parts::wrap(&w::bundle_numbers(lang, &numbers), width.saturating_sub(8));
            lines.extend(which.into_iter().map(|line| Line::styled(format!("       {line}"), theme::dim())));
        }
    }
    parts::lines(inside, buffer, lines);
}

/// The desks: the bundle in hand and how far it is, papers keyed, pace.
fn at_work(app: &App, round: &Round, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let inside = parts::pane(area, buffer, w::desks(lang));
    let width = usize::from(inside.width);
    let desks = desks(&app.congress, round.id, app.now());
    if desks.is_empty() {
        parts::paragraph(inside, buffer, w::no_desks(lang), theme::dim());
    }
    let rows = desks.into_iter().map(|desk| {
        let (now, style) = match desk.now {
            Some((bundle, keyed, size)) => (w::at_bundle(lang, bundle, keyed, size), theme::plain()),
            None => (w::keyed_here(lang, desk.keyed), theme::dim()),
        };
        let pace = desk.pace.map(|pace| format!(" · {}", w::pace(lang, pace))).unwrap_or_default();
        let seat = desk.who.desk.map_or_else(|| counts::head_short(lang).to_owned(), |number| desk_word(lang, number));
        let seat = format!(" {} ", parts::fit(&seat, 10));
        let told = parts::cut(&format!("{now}{pace}"), width.saturating_sub(12));
        Line::from(vec![Span::styled(seat, theme::strong()), Span::styled(told, style)])
    });
    parts::lines(inside, buffer, rows);
}
