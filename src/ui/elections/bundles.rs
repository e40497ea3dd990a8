//! The board of bundles: papers and how far each is, never a vote.
//!
//! ```text
//! ╭ Chi ủy · đã kiểm 22/45 ──────────────────────────────────────────────────╮
//! │ ██████████░░░░░░░░░░ 22/45 · khớp 1/3 tệp · còn khoảng 12 phút            │
//! │ Tệp  Phiếu  Lượt 1              Lượt 2              Tình trạng            │
//! │   1     20  bàn 1 20/20         bàn 2 20/20         ✓ đã khớp             │
//! │   2     20  bàn 2 2/20                              đang nhập             │
//! ╰──────────────────────────────────────────────────────────────────────────╯
//! ```

use super::super::{parts, theme};
use crate::app::App;
use crate::app::elections::{bundles, telling};
use crate::app::menu::seat_word;
use crate::app::words::elections as w;
use crate::domain::election::bundle::KeyingState;
use crate::domain::election::{Bundle, BundleState, Entry, Keying};
use crate::domain::id::RoundId;
use crate::domain::{Lang, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// How wide a keying is told.
const KEYING: usize = 21;

/// Draws the board.
pub(super) fn draw(app: &App, round: RoundId, area: Rect, buffer: &mut Buffer) {
    let (congress, lang) = (&app.congress, app.lang());
    let progress = congress.progress(round);
    let inside = parts::pane(area, buffer, &title(app, round));
    let rows = [Constraint::Length(2), Constraint::Length(1), Constraint::Min(0)];
    let [upper, head, below] = Layout::vertical(rows).areas(inside);
    let mut told = format!(
        " {} {}",
        parts::bar(u64::from(progress.checked), u64::from(progress.papers), 20),
        w::count_fact(lang, progress.checked, progress.papers, progress.settled, progress.bundles)
    );
    if let Some(minutes) = congress.minutes_left(round, app.now()) {
        told = format!("{told} · {}", w::minutes_left(lang, minutes));
    }
    parts::text(Rect { height: upper.height.min(1), ..upper }, buffer, &told, theme::plain());
    parts::text(head, buffer, &heads(app, round), theme::dim());
    let shown = bundles::shown(app, round);
    if shown.is_empty() {
        parts::paragraph(below, buffer, w::no_bundles(lang), theme::dim());
        return;
    }
    let here = bundles::selected(app, round).map(|bundle| bundle.number);
    let cursor = shown.iter().position(|bundle| Some(bundle.number) == here);
    parts::list(below, buffer, (shown.len(), cursor), |place| {
        shown.get(place).map_or_else(|| Line::raw(""), |bundle| row(app, bundle, usize::from(below.width)))
    });
}

fn title(app: &App, round: RoundId) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let Some(known) = congress.rounds.get(&round) else { return w::board(lang).to_owned() };
    let election = congress.elections.get(&known.election).map_or("", |election| election.title.as_str());
    let board = if app.seat.who.role == Role::Counter {
        format!("{}: {}", w::own_board(lang), seat_word(app.seat.who, lang))
    } else {
        w::board(lang).to_owned()
    };
    format!("{board} · {election} · {}", telling::round_title(known, lang))
}

fn heads(app: &App, round: RoundId) -> String {
    let lang = app.lang();
    let second = if has_second(app, round) { parts::fit(w::second_keying(lang), KEYING) } else { String::new() };
    let first = parts::fit(w::first_keying(lang), KEYING);
    format!("  {:<5}{:>6}  {first}{second}{}", w::bundle(lang), w::papers_word(lang), w::board_state(lang))
}

/// Whether a second keying is shown: of two, the file of a desk holds the one.
fn has_second(app: &App, round: RoundId) -> bool {
    app.congress.entry_of(round) == Some(Entry::Double) && app.congress.desk_file().is_none()
}

/// One bundle: number, size, who keyed it how far, its state.
fn row(app: &App, bundle: &Bundle, width: usize) -> Line<'static> {
    let (congress, lang) = (&app.congress, app.lang());
    let blind = app.seat.who.role == Role::Counter;
    let keyings: Vec<&Keying> = congress.standing_keyings(bundle.round, bundle.number).collect();
    let told = |place: usize| {
        // a desk sees its own work only
        let keying = keyings.get(place).filter(|keying| !blind || keying.by == app.seat.who);
        let text = keying.map_or_else(String::new, |keying| {
            let locked = if keying.state == KeyingState::Locked { " ✓" } else { "" };
            w::desk_progress(lang, &short_seat(keying, lang), keying.keyed, bundle.size) + locked
        });
        parts::fit(&text, KEYING)
    };
    let second = if has_second(app, bundle.round) { told(1) } else { String::new() };
    let (state, style) = state_word(app, bundle, &keyings);
    let line = format!("  {:<5}{:>6}  {}{second}", bundle.number, bundle.size, told(0));
    let left = width.saturating_sub(unicode_width::UnicodeWidthStr::width(line.as_str()));
    Line::from(vec![Span::raw(line), Span::styled(parts::fit(&state, left), style)])
}

/// A seat in short: the desk where there is one.
fn short_seat(keying: &Keying, lang: Lang) -> String {
    match keying.by.desk {
        Some(desk) => crate::app::words::frame::desk(lang, desk),
        None => w::head_short(lang).to_owned(),
    }
}

fn state_word(app: &App, bundle: &Bundle, keyings: &[&Keying]) -> (String, Style) {
    let (congress, lang) = (&app.congress, app.lang());
    match bundle.state {
        BundleState::HandedOut | BundleState::Keyed if keyings.iter().any(|keying| is_away(keying)) => {
            (w::bundle_away(lang).to_owned(), theme::dim())
        }
        BundleState::HandedOut if keyings.is_empty() => (w::waits_first(lang).to_owned(), theme::dim()),
        BundleState::HandedOut => (w::being_keyed(lang).to_owned(), theme::plain()),
        BundleState::Keyed if keyings.iter().any(|keying| keying.state == KeyingState::Open) => {
            (w::being_keyed(lang).to_owned(), theme::plain())
        }
        BundleState::Keyed | BundleState::Differs if congress.desk_file().is_some() => {
            (format!("✓ {}", w::keyed_here(lang)), theme::good())
        }
        BundleState::Keyed if congress.entry_of(bundle.round) == Some(Entry::Single) => {
            (w::waits_reading(lang).to_owned(), theme::hint())
        }
        BundleState::Keyed => (w::waits_second(lang).to_owned(), theme::hint()),
        BundleState::Differs => {
            let open = congress.open_differences(bundle).len();
            let double = congress.entry_of(bundle.round) == Some(Entry::Double);
            (if double { w::differs(lang, open) } else { w::set_aside(lang, open) }, theme::bad())
        }
        BundleState::Settled => (format!("✓ {}", w::settled(lang)), theme::good()),
    }
}

/// Whether a keying is in a desk file and not back.
fn is_away(keying: &Keying) -> bool {
    keying.state == KeyingState::Open && keying.away.is_some()
}
