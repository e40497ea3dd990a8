//! The pad: names in ballot order, the last number large with the name it hit, the verdict before Enter, the last ballots.
//! Progress is shown, votes never.
//!
//! ```text
//! ╭ Chi ủy · đã nhập 4/18 ───────────────────────────────────────────────────╮
//! │ 1   Nguyễn Văn An                3 ✗ Phạm Thị Đào                         │
//! │ ▀▀█   phiếu số 5 · gạch Phạm Thị Đào                                      │
//! │  ▀█   giữ 3 / cần 3 · hợp lệ                                              │
//! │ ▀▀▀   a refusal in place                                                  │
//! │ ── Phiếu vừa nhập ────────────────────────────────────────────────────────│
//! ╰───────────────────────────────────────────────────────────────────────────╯
//! ```

use super::super::{parts, theme};
use super::pad::{self, Shown};
use crate::app::App;
use crate::app::elections::checklist::name;
use crate::app::elections::keying::{Keying, Purpose};
use crate::app::elections::telling;
use crate::app::words::elections as w;
use crate::domain::election::Round;
use crate::domain::election::ballot::{Validity, judge};
use crate::domain::election::count::{Counts, Tally};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Draws the pad.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(keying) = &app.on.elections.keying else { return };
    let Some(round) = app.congress.rounds.get(&keying.round) else { return };
    let beside = area.width >= 110;
    let area = if beside {
        let [left, right] = Layout::horizontal([Constraint::Min(60), Constraint::Length(44)]).areas(area);
        let inside = parts::pane(right, buffer, w::last_ballots(app.lang()));
        last_ballots(app, keying, inside, buffer);
        parts::below_pane(right, buffer, &totals_so_far(app, keying), theme::dim());
        left
    } else {
        area
    };
    let inside = parts::pane(area, buffer, &title(app, keying, round, usize::from(area.width.saturating_sub(4))));
    let lower = if beside && !keying.pad.is_choosing() { 0 } else { 5 };
    let most = inside.height.saturating_sub(4 + lower).max(1);
    let (_, needed) = pad::columns(round.names.len(), (inside.width, most));
    let rows = [Constraint::Length(needed), Constraint::Length(4), Constraint::Min(0)];
    let [upper, middle, below] = Layout::vertical(rows).areas(inside);
    let names: Vec<&str> = round.names.iter().map(|person| name(&app.congress, *person)).collect();
    let shown = Shown { pad: &keying.pad, names: &names, lang: app.lang() };
    shown.names(upper, buffer);
    hand(app, keying, shown, middle, buffer);
    if keying.pad.is_choosing() {
        pad::reasons(app.lang(), below, buffer);
    } else if below.height > 1 && !beside {
        let word = format!("── {} · {} ", w::last_ballots(app.lang()), totals_so_far(app, keying));
        let rule = "─".repeat(usize::from(below.width).saturating_sub(word.width()));
        parts::text(Rect { height: 1, ..below }, buffer, &format!("{word}{rule}"), theme::dim());
        last_ballots(app, keying, Rect { y: below.y + 1, height: below.height - 1, ..below }, buffer);
    }
}

/// What is keyed here; a long name of an election gives way to the bundle and how far it is.
fn title(app: &App, keying: &Keying, round: &Round, width: usize) -> String {
    let lang = app.lang();
    let election = app.congress.elections.get(&round.election).map_or("", |election| election.title.as_str());
    let of = w::elect_of(lang, round.seats, round.names_count());
    let title = format!("{election} · {} · {of}", telling::round_title(round, lang));
    match keying.purpose {
        Purpose::Count => {
            let (bundle, keyed, size) = (keying.bundle, keying.keyed(&app.congress), keying.size(&app.congress));
            let rest = w::pad_bundle(lang, "", bundle, keyed, size).width();
            w::pad_bundle(lang, &parts::cut(&title, width.saturating_sub(rest)), bundle, keyed, size)
        }
        Purpose::Paper => w::pad_paper(lang, keying.bundle),
    }
}

/// The ballot in hand: the last number large, the name it hit, the verdict, and what was refused.
fn hand(app: &App, keying: &Keying, shown: Shown<'_>, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let right = shown.large(area, buffer);
    let (word, style) = pad::in_place(&keying.pad, keying.told.as_ref(), lang);
    let lines = if keying.is_full(&app.congress) {
        let (whole, totals) = control_totals(app, keying);
        [Line::styled(whole, theme::good()), Line::raw(totals), Line::styled(word, style)]
    } else {
        let ballot = match keying.pad.reopened_number() {
            Some(number) => Span::styled(w::pad_reopened(lang, number), theme::hint()),
            None => Span::raw(w::fresh(lang)),
        };
        let [kept, verdict] = pad::verdict(&keying.pad, lang);
        let dot = Span::styled(" · ", theme::strong());
        [shown.hit(Some(ballot)), Line::from(vec![kept, dot, verdict]), Line::styled(word, style)]
    };
    parts::lines(right, buffer, lines);
}

/// What the papers of a bundle add up to, for the desk that keys it; those set aside are left out.
fn bundle_counts(app: &App, keying: &Keying) -> Counts {
    let mut tally = Tally::new(*keying.pad.contest());
    for ballot in keying.ballots(&app.congress).filter(|ballot| !ballot.set_aside) {
        // the rules let no ballot with a fault of keying into the register
        let _ = tally.add(&ballot.paper(), ballot.times);
    }
    tally.counts()
}

/// A full bundle: how many papers are valid, and what they carry; no name's votes.
fn control_totals(app: &App, keying: &Keying) -> (String, String) {
    let (counts, lang) = (bundle_counts(app, keying), app.lang());
    let invalid: u64 = counts.invalid.values().sum();
    let whole = format!("{} · {}", w::full(lang), w::valid_of(lang, counts.valid, invalid));
    (whole, telling::sums(keying.pad.contest(), &counts, lang))
}

/// The sums of a bundle so far, in short.
fn totals_so_far(app: &App, keying: &Keying) -> String {
    telling::sums_in_short(keying.pad.contest(), &bundle_counts(app, keying))
}

/// The last ballots of the desk, the newest first.
fn last_ballots(app: &App, keying: &Keying, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let ballots = keying.ballots(&app.congress).rev().take(usize::from(area.height));
    let width = usize::from(area.width);
    let mut lines: Vec<Line<'static>> = ballots
        .map(|ballot| {
            let short = parts::cut(&format!(" {}", telling::in_short(ballot, keying.pad.contest(), lang)), width);
            let here = keying.pad.reopened_number() == Some(ballot.number);
            let verdict = judge(&ballot.paper(), keying.pad.contest()).ok();
            let invalid = ballot.set_aside || verdict != Some(Validity::Valid);
            let style = if here {
                theme::cursor()
            } else if invalid {
                theme::bad()
            } else {
                theme::plain()
            };
            Line::styled(short, style)
        })
        .collect();
    if lines.is_empty() {
        lines.push(Line::styled(format!(" {}", w::none_keyed(lang)), theme::dim()));
    }
    parts::lines(area, buffer, lines);
}
