//! The trainer: the paper on the left as it comes out of the box, the pad of the count on the right; at the end what was counted.
//!
//! ```text
//! ╭ Phiếu 3/10 ────────────────╮╭ Bàn phím số · bầu 10 trong 12 ───────────────╮
//! │ PHIẾU BẦU BAN CHẤP HÀNH    ││ 01 Nguyễn Văn An      07 Bùi Quốc Huy        │
//! │  1  Nguyễn Văn An          ││ …                                            │
//! │  2 ━━Trần━Thị━Bích━━       ││ ▀▀█  phiếu mới · gạch Trần Thị Bích          │
//! │  …                         ││ ▀▀▀  giữ 11 / cần 10 · …                     │
//! ╰────────────────────────────╯╰──────────────────────────────────────────────╯
//! ```

use super::elections::pad::{self, Shown};
use super::{parts, theme};
use crate::app::App;
use crate::app::elections::pad::Mark;
use crate::app::elections::telling;
use crate::app::practice::{Practice, Sheet, Slip, Wrong};
use crate::app::words::practice as w;
use crate::domain::Lang;
use crate::domain::election::ballot::Defect;
use crate::domain::election::form::Form;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// Draws the line above the trainer; there is no congress to tell of.
pub fn header(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let told = format!("{} · {}", w::practice(lang), w::nothing_stored(lang));
    parts::text(area, buffer, &told, theme::strong());
    Line::styled(app.now().format("%H:%M").to_string(), theme::strong()).right_aligned().render(area, buffer);
}

/// Draws the trainer.
pub fn draw(app: &App, practice: &Practice, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let Some(sheet) = practice.sheet() else {
        over(practice, lang, area, buffer);
        return;
    };
    let left = if area.width >= 110 { 48 } else { 34 };
    let [left, right] = Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(area);
    let inside = parts::pane(left, buffer, &number(practice, sheet, lang));
    paper(sheet, lang, inside, buffer);
    let contest = sheet.list.contest();
    let inside = parts::pane(right, buffer, &w::title(lang, contest.seats, contest.names));
    match &practice.wrong {
        Some(wrong) => told(sheet, wrong, lang, inside, buffer),
        None => keys(practice, sheet, lang, inside, buffer),
    }
}

/// Which papers lie there.
fn number(practice: &Practice, sheet: &Sheet, lang: Lang) -> String {
    let before: u32 = practice.sheets.iter().take(practice.at).map(|sheet| sheet.times).sum();
    // the paper just keyed is shown until it was looked at
    let keyed = practice.done - u32::from(practice.wrong.is_some() && practice.done > 0);
    let (first, last, of) = (before + keyed + 1, before + sheet.times, practice.papers());
    if first < last { w::paper_run(lang, first, last, of) } else { w::paper_number(lang, first, of) }
}

/// The paper as it lies on the table.
fn paper(sheet: &Sheet, lang: Lang, area: Rect, buffer: &mut Buffer) {
    let contest = sheet.list.contest();
    let mut lines = vec![
        Line::styled(w::paper_title(lang), theme::strong()).centered(),
        Line::styled(w::to_elect(lang, contest.seats, contest.names), theme::dim()).centered(),
    ];
    let boxes = contest.form() == Form::AgreeDisagree;
    let width = usize::from(area.width);
    if boxes {
        let head = format!("{:>6}{:>8}", w::agree(lang), w::disagree(lang));
        lines.push(Line::styled(head, theme::dim()).right_aligned());
    }
    for ((number, name), mark) in (1_u16..).zip(sheet.list.names()).zip(sheet.marks()) {
        lines.push(if boxes {
            boxed((number, name), mark, width)
        } else {
            struck((number, name), mark, sheet.doubtful == Some(number))
        });
    }
    lines.extend(hand(sheet, lang, width));
    parts::lines(area, buffer, lines);
}

/// A name of form A: struck out with a line through it, or left; a faint stroke touches only a part of it.
fn struck((number, name): (u16, &str), mark: Mark, doubtful: bool) -> Line<'static> {
    let number = Span::styled(format!(" {number:>2}  "), theme::dim());
    if mark == Mark::Against {
        let line = format!("━━{}━━", name.replace(' ', "━"));
        return Line::from(vec![number, Span::styled(line, theme::plain().add_modifier(Modifier::CROSSED_OUT))]);
    }
    if doubtful {
        let words: Vec<&str> = name.split(' ').collect();
        let faint = format!("╌╌{}", words.join("╌"));
        return Line::from(vec![number, Span::styled(faint, theme::dim()), Span::styled(" ?", theme::hint())]);
    }
    Line::from(vec![number, Span::raw(format!("  {name}"))])
}

/// A name of form B with its two boxes.
fn boxed((number, name): (u16, &str), mark: Mark, width: usize) -> Line<'static> {
    let tick = |ticked: bool| if ticked { "[x]" } else { "[ ]" };
    let (yes, no) = (matches!(mark, Mark::For | Mark::Both), matches!(mark, Mark::Against | Mark::Both));
    let name = parts::fit(&format!(" {number:>2}  {name}"), width.saturating_sub(14));
    Line::raw(format!("{name}{:>5} {:>7} ", tick(yes), tick(no)))
}

/// What a hand has added to the paper.
fn hand(sheet: &Sheet, lang: Lang, width: usize) -> Vec<Line<'static>> {
    let (label, words) = match (sheet.ballot.defect, sheet.doubtful) {
        (Some(Defect::Signed), _) => (w::signature(lang), w::signed_as(lang)),
        (Some(Defect::OutsideName), _) => (w::added_name(lang), w::added_as(lang)),
        (Some(_), _) => (w::written(lang), w::written_as(lang)),
        (None, Some(_)) => ("?", w::hard_to_read(lang)),
        (None, None) => return Vec::new(),
    };
    let hand = theme::hint().add_modifier(Modifier::ITALIC);
    let wrapped = parts::wrap(&format!("{label} {words}"), width.saturating_sub(2));
    wrapped.into_iter().map(|line| Line::styled(format!(" {line}"), hand)).collect()
}

/// The pad, as at a desk.
fn keys(practice: &Practice, sheet: &Sheet, lang: Lang, area: Rect, buffer: &mut Buffer) {
    let shown = Shown { pad: &practice.pad, names: sheet.list.names(), lang };
    let lower = if practice.pad.is_choosing() { 5 } else { 2 };
    let most = area.height.saturating_sub(4 + lower).max(1);
    let (_, needed) = pad::columns(sheet.list.names().len(), (area.width, most));
    let rows = [Constraint::Length(needed), Constraint::Length(4), Constraint::Min(0)];
    let [upper, middle, below] = Layout::vertical(rows).areas(area);
    shown.names(upper, buffer);
    let beside = shown.large(middle, buffer);
    // the half of a screen is narrow: kept and verdict stand on lines of their own
    let [kept, verdict] = pad::verdict(&practice.pad, lang);
    parts::lines(beside, buffer, [shown.hit(None), Line::from(kept), Line::from(verdict)]);
    if practice.pad.is_choosing() {
        pad::reasons(lang, below, buffer);
        return;
    }
    let (word, style) = pad::in_place(&practice.pad, None, lang);
    let wrapped = parts::wrap(&word, usize::from(below.width.saturating_sub(2)));
    parts::lines(below, buffer, wrapped.into_iter().map(|line| Line::styled(format!(" {line}"), style)));
}

/// What was keyed wrong, beside what the paper says.
fn told(sheet: &Sheet, wrong: &Wrong, lang: Lang, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(2));
    let contest = sheet.list.contest();
    let say = |ballot: &crate::domain::election::ballot::Ballot, aside: Option<&str>| match (aside, ballot.defect) {
        (Some(aside), _) => aside.to_owned(),
        (None, Some(defect)) => telling::invalid_word(defect.into(), lang).to_owned(),
        (None, None) => telling::marks_in_short(&ballot.marks, &contest, lang),
    };
    let keyed = say(&wrong.keyed, wrong.aside.then(|| w::keyed_aside(lang)));
    let there = say(&sheet.ballot, sheet.doubtful.map(|_| w::to_set_aside(lang)));
    let mut lines = vec![Line::raw(""), Line::styled(format!(" {}", w::wrong(lang)), theme::bad()), Line::raw("")];
    let mut block = |head: &str, text: &str, style| {
        lines.push(Line::styled(format!(" {head}:"), theme::dim()));
        lines.extend(parts::wrap(text, width).into_iter().map(|line| Line::styled(format!(" {line}"), style)));
        lines.push(Line::raw(""));
    };
    if !wrong.slips.contains(&Slip::Run) {
        block(w::keyed(lang), &keyed, theme::bad());
    }
    block(w::on_paper(lang), &there, theme::good());
    for slip in &wrong.slips {
        let word = format!("– {}", slip_word(*slip, lang));
        lines.extend(parts::wrap(&word, width).into_iter().map(|line| Line::raw(format!(" {line}"))));
    }
    parts::lines(area, buffer, lines);
}

fn slip_word(slip: Slip, lang: Lang) -> &'static str {
    let word = match slip {
        Slip::Missed => w::slip_missed,
        Slip::Added => w::slip_added,
        Slip::Defect => w::slip_defect,
        Slip::Aside => w::slip_aside,
        Slip::Run => w::slip_run,
    };
    word(lang)
}

/// Speed and errors at the end.
fn over(practice: &Practice, lang: Lang, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, w::over(lang));
    let score = &practice.score;
    let papers = u64::from(score.papers);
    let per_minute = (papers * 600_000).checked_div(score.milliseconds).unwrap_or(0);
    let each = |keys: u32| (u64::from(keys) * 10).checked_div(papers.max(1)).unwrap_or(0);
    let mut lines = vec![
        Line::raw(""),
        Line::styled(format!(" {}", w::speed(lang, &tenths(per_minute, lang))), theme::strong()),
        Line::raw(format!(
            " {}",
            w::keys(lang, &tenths(each(score.keys), lang), &tenths(each(practice.fewest_keys()), lang))
        )),
        Line::raw(""),
    ];
    if score.wrong == 0 {
        lines.push(Line::styled(format!(" {}", w::no_errors(lang)), theme::good()));
    } else {
        lines.push(Line::styled(format!(" {}", w::errors(lang, score.wrong, score.papers)), theme::bad()));
    }
    lines.extend(
        score
            .slips
            .iter()
            .map(|(slip, times)| Line::raw(format!("   {}", w::error_kind(lang, *times, slip_word(*slip, lang))))),
    );
    lines.push(Line::raw(""));
    lines.push(Line::styled(format!(" {}", w::next_over(lang)), theme::hint()));
    parts::lines(inside, buffer, lines);
}

/// Tenths as a decimal number: `12,5`, in English `12.5`.
fn tenths(tenths: u64, lang: Lang) -> String {
    format!("{}{}{}", tenths / 10, lang.pick(",", "."), tenths % 10)
}
