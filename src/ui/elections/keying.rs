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
use super::digits;
use crate::app::App;
use crate::app::elections::checklist::name;
use crate::app::elections::keying::{Keying, Purpose};
use crate::app::elections::pad::{Fault, Mark, Pad};
use crate::app::elections::telling;
use crate::app::words::elections as w;
use crate::domain::Lang;
use crate::domain::election::Round;
use crate::domain::election::ballot::{Invalid, Validity, judge};
use crate::domain::election::count::{Counts, Tally};
use crate::domain::election::form::Form;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// The narrowest cell of a name, in cells.
const NARROWEST: u16 = 19;
/// The widest cell that a name needs.
const WIDEST: u16 = 44;

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
    let inside = parts::pane(area, buffer, &title(app, keying, round));
    let lower = if beside && !keying.pad.is_choosing() { 0 } else { 5 };
    let most = inside.height.saturating_sub(4 + lower).max(1);
    let (_, needed) = columns(round.names.len(), (inside.width, most));
    let rows = [Constraint::Length(needed), Constraint::Length(4), Constraint::Min(0)];
    let [upper, middle, below] = Layout::vertical(rows).areas(inside);
    names(app, (keying, round), upper, buffer);
    hand(app, (keying, round), middle, buffer);
    if keying.pad.is_choosing() {
        reasons(app.lang(), below, buffer);
    } else if below.height > 1 && !beside {
        let word = format!("── {} · {} ", w::last_ballots(app.lang()), totals_so_far(app, keying));
        let rule = "─".repeat(usize::from(below.width).saturating_sub(word.width()));
        parts::text(Rect { height: 1, ..below }, buffer, &format!("{word}{rule}"), theme::dim());
        last_ballots(app, keying, Rect { y: below.y + 1, height: below.height - 1, ..below }, buffer);
    }
}

fn title(app: &App, keying: &Keying, round: &Round) -> String {
    let lang = app.lang();
    let election = app.congress.elections.get(&round.election).map_or("", |election| election.title.as_str());
    let of = w::elect_of(lang, round.seats, round.names_count());
    let title = format!("{election} · {} · {of}", telling::round_title(round, lang));
    match keying.purpose {
        Purpose::Count => {
            w::pad_bundle(lang, &title, keying.bundle, keying.keyed(&app.congress), keying.size(&app.congress))
        }
        Purpose::Paper => w::pad_paper(lang, keying.bundle),
    }
}

/// The names in columns; a list that is longer than the pane shows the page of the number being typed.
fn names(app: &App, (keying, round): (&Keying, &Round), area: Rect, buffer: &mut Buffer) {
    let pad = &keying.pad;
    let count = round.names.len();
    let rows = usize::from(area.height).max(1);
    let (columns, _) = columns(count, (area.width, area.height));
    let page = usize::from(columns) * rows;
    let first = focus(pad).saturating_sub(1) / page * page;
    let width = (area.width / columns).min(WIDEST);
    for (place, person) in round.names.iter().enumerate().skip(first).take(page) {
        let (column, row) = ((place - first) / rows, (place - first) % rows);
        let x = area.x.saturating_add(width.saturating_mul(u16::try_from(column).unwrap_or(u16::MAX)));
        let y = area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        let cell = Rect { x, y, width, height: 1 }.intersection(area);
        let mark = pad.marks().get(place).copied().unwrap_or(Mark::For);
        let number = format!("{:0width$}", place + 1, width = pad.width());
        let here = pad.hit.is_some_and(|hit| usize::from(hit.number) == place + 1 && hit.mark.is_some());
        let cells = usize::from(cell.width).saturating_sub(pad.width() + 4);
        let name = tail(name(&app.congress, *person), cells);
        let (sign, style) = sign(pad.contest().form(), mark);
        let named = if here { style.add_modifier(Modifier::REVERSED) } else { style };
        let line = vec![
            Span::styled(format!(" {number}"), theme::hint()),
            Span::styled(format!("{sign} "), style),
            Span::styled(name, named),
        ];
        Line::from(line).render(cell, buffer);
    }
}

/// How many columns of names an area has, and how many rows they need.
fn columns(names: usize, (width, height): (u16, u16)) -> (u16, u16) {
    let names = u16::try_from(names).unwrap_or(u16::MAX);
    let most = (width / NARROWEST).max(1);
    let columns = names.div_ceil(height.max(1)).clamp(1, most);
    (columns, names.div_ceil(columns).min(height))
}

/// The number whose page is shown: the one being typed, or the last one.
fn focus(pad: &Pad) -> usize {
    let pending = pad.pending();
    let names = usize::from(pad.contest().names);
    let typed = if pending.is_empty() {
        pad.hit.filter(|hit| hit.mark.is_some()).map_or(1, |hit| usize::from(hit.number))
    } else {
        format!("{pending:0<width$}", width = pad.width()).parse().unwrap_or(1)
    };
    typed.clamp(1, names.max(1))
}

fn sign(form: Form, mark: Mark) -> (&'static str, Style) {
    match (form, mark) {
        (Form::StrikeOut, Mark::For) => ("  ", theme::plain()),
        (Form::StrikeOut, _) => (" ✗", theme::bad().add_modifier(Modifier::CROSSED_OUT)),
        (_, Mark::For) => (" ✓", theme::plain()),
        (_, Mark::Against) => (" ✗", theme::bad()),
        (_, Mark::Both) => (" =", theme::hint()),
        (_, Mark::Neither) => (" –", theme::hint()),
    }
}

/// A name cut from the left: the given name, which is called out, stays.
fn tail(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let kept = (1..words.len()).map(|from| format!("…{}", words[from..].join(" "))).find(|kept| kept.width() <= width);
    kept.unwrap_or_else(|| parts::cut(words.last().unwrap_or(&""), width))
}

/// The ballot in hand: the last number large, the name it hit, the verdict, and what was refused.
fn hand(app: &App, (keying, round): (&Keying, &Round), area: Rect, buffer: &mut Buffer) {
    let (pad, lang) = (&keying.pad, app.lang());
    let typed = match (pad.pending(), pad.hit) {
        ("", Some(hit)) => format!("{:0width$}", hit.number, width = pad.width()),
        (pending, _) => format!("{pending:_<width$}", width = pad.width()),
    };
    let refused = pad.hit.is_some_and(|hit| hit.mark.is_none()) && pad.pending().is_empty();
    let style = if refused { theme::bad() } else { theme::strong() };
    let area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    let large = digits::rows(&typed);
    let beside = u16::try_from(large[0].width()).unwrap_or(0).saturating_add(2);
    parts::lines(area, buffer, large.into_iter().map(|row| Line::styled(format!(" {row}"), style)));
    let x = area.x.saturating_add(beside).min(area.right());
    let right = Rect { x, width: area.right().saturating_sub(x), ..area };
    let (word, style) = in_place(keying, lang);
    let full = keying.is_full(&app.congress);
    let lines = if full {
        let (whole, totals) = control_totals(app, keying);
        [Line::styled(whole, theme::good()), Line::raw(totals), Line::styled(word, style)]
    } else {
        [hit_line(app, (keying, round)), verdict_line(keying, lang), Line::styled(word, style)]
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

fn hit_line(app: &App, (keying, round): (&Keying, &Round)) -> Line<'static> {
    let (pad, lang) = (&keying.pad, app.lang());
    let number = pad.reopened_number();
    let ballot = match (number, keying.purpose) {
        (Some(number), _) => Span::styled(w::pad_reopened(lang, number), theme::hint()),
        (None, _) => Span::raw(w::fresh(lang)),
    };
    let mut spans = vec![ballot];
    if pad.times() > 1 {
        spans.push(Span::raw(format!(" · {}", w::run_of(lang, pad.times()))));
    }
    let hit = pad.hit.filter(|_| pad.pending().is_empty()).and_then(|hit| Some((hit.number, hit.mark?)));
    if let Some((number, mark)) = hit {
        let person = round.names.get(usize::from(number).wrapping_sub(1));
        let person = person.map_or("", |person| name(&app.congress, *person)).to_owned();
        spans.push(Span::raw(format!(" · {} ", mark_word(pad.contest().form(), mark, lang))));
        spans.push(Span::styled(person, theme::strong()));
    }
    Line::from(spans)
}

pub(super) fn mark_word(form: Form, mark: Mark, lang: Lang) -> &'static str {
    let word = match (form, mark) {
        (Form::StrikeOut, Mark::For) => w::kept_name,
        (Form::StrikeOut, _) => w::struck_name,
        (_, Mark::For) => w::counted_for,
        (_, Mark::Against) => w::counted_against,
        (_, Mark::Both) => w::counted_both,
        (_, Mark::Neither) => w::counted_neither,
    };
    word(lang)
}

fn verdict_line(keying: &Keying, lang: Lang) -> Line<'static> {
    let pad = &keying.pad;
    let contest = pad.contest();
    let kept = match contest.form() {
        Form::StrikeOut => w::kept_of(lang, pad.kept(), contest.seats),
        Form::AgreeDisagree => w::agree_of(lang, pad.kept(), contest.names),
    };
    let (verdict, style) = match pad.verdict() {
        _ if pad.is_aside() => (w::aside(lang).to_owned(), theme::hint()),
        Some(Validity::Valid) => (telling::verdict(pad.verdict(), lang), theme::good()),
        // nothing was typed yet: what an untouched ballot would be is said, not cried
        Some(Validity::Invalid(Invalid::OverVote)) if pad.is_fresh() => {
            (telling::verdict(pad.verdict(), lang), theme::dim())
        }
        _ => (telling::verdict(pad.verdict(), lang), theme::bad()),
    };
    Line::from(vec![Span::styled(format!("{kept} · "), theme::strong()), Span::styled(verdict, style)])
}

/// The word in place: a refusal, or how the numbers are meant now.
fn in_place(keying: &Keying, lang: Lang) -> (String, Style) {
    let pad = &keying.pad;
    if let Some(told) = &keying.told {
        return (format!("{} {}", told.what, told.instead), theme::bad());
    }
    let Some(fault) = pad.fault else {
        return marked(pad, lang);
    };
    let word = match fault {
        Fault::NoSuchNumber(number) => w::fault_number(lang, number, pad.contest().names),
        Fault::LookAgain => w::fault_look(lang).to_owned(),
        Fault::Incomplete => w::fault_incomplete(lang, pad.width()),
        Fault::NoCount => w::fault_no_count(lang).to_owned(),
        Fault::CountAfterMarks => w::fault_after_marks(lang).to_owned(),
        Fault::NoLast => w::fault_no_last(lang).to_owned(),
        Fault::OnMenu => w::fault_menu(lang).to_owned(),
        Fault::Full => w::fault_full(lang).to_owned(),
        Fault::OnePaper => w::fault_one_paper(lang).to_owned(),
        Fault::Left(left) => w::fault_left(lang, left),
        Fault::NumLock => w::fault_num_lock(lang).to_owned(),
    };
    (word, theme::bad())
}

/// The marks so far by their numbers: on a long list the names marked may be on another page.
fn marked(pad: &Pad, lang: Lang) -> (String, Style) {
    if pad.is_inverted() {
        let kept = (1_u16..).zip(pad.marks()).filter(|(_, mark)| **mark == Mark::For);
        let kept: Vec<String> = kept.map(|(number, _)| number.to_string()).collect();
        return (w::keeps(lang, &kept.join(" ")), theme::hint());
    }
    let untouched = pad.marks().iter().all(|mark| *mark == Mark::For);
    let told =
        if untouched { String::new() } else { telling::marks_in_short(&pad.ballot().marks, pad.contest(), lang) };
    (told, theme::dim())
}

/// The reasons of an invalid paper, by the digit that chooses each.
fn reasons(lang: Lang, area: Rect, buffer: &mut Buffer) {
    let mut lines = vec![Line::styled(format!(" {}", w::reasons(lang)), theme::strong())];
    lines.extend((1..).zip(telling::DEFECTS).map(|(digit, defect): (u8, _)| {
        let word = telling::invalid_word(defect.into(), lang);
        Line::from(vec![Span::styled(format!(" {digit} "), theme::hint()), Span::raw(word)])
    }));
    parts::lines(area, buffer, lines);
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
