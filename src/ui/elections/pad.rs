//! The pad as it is drawn wherever ballots are keyed, at a desk or in practice: names in columns, the last number large with the name it
//! hit, the verdict, the word in place.

use super::digits;
use crate::app::elections::pad::{Fault, Mark, Pad};
use crate::app::elections::telling;
use crate::app::words::elections as w;
use crate::domain::Lang;
use crate::domain::election::ballot::{Invalid, Validity};
use crate::domain::election::form::Form;
use crate::domain::refusal::Told;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// The narrowest cell of a name, in cells.
const NARROWEST: u16 = 19;
/// The widest cell that a name needs.
const WIDEST: u16 = 44;

/// A pad with the names of its list, in ballot order.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Shown<'a> {
    /// The pad.
    pub pad: &'a Pad,
    /// The names.
    pub names: &'a [&'a str],
    /// The language.
    pub lang: Lang,
}

impl Shown<'_> {
    /// Draws the names in columns; a list that is longer than the pane shows the page of the number being typed.
    pub(in crate::ui) fn names(self, area: Rect, buffer: &mut Buffer) {
        let Self { pad, names, .. } = self;
        let rows = usize::from(area.height).max(1);
        let (columns, _) = columns(names.len(), (area.width, area.height));
        let page = usize::from(columns) * rows;
        let first = focus(pad).saturating_sub(1) / page * page;
        let width = (area.width / columns).min(WIDEST);
        for (place, name) in names.iter().enumerate().skip(first).take(page) {
            let (column, row) = ((place - first) / rows, (place - first) % rows);
            let x = area.x.saturating_add(width.saturating_mul(u16::try_from(column).unwrap_or(u16::MAX)));
            let y = area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
            let cell = Rect { x, y, width, height: 1 }.intersection(area);
            let mark = pad.marks().get(place).copied().unwrap_or(Mark::For);
            let number = format!("{:0width$}", place + 1, width = pad.width());
            let here = pad.hit.is_some_and(|hit| usize::from(hit.number) == place + 1 && hit.mark.is_some());
            let cells = usize::from(cell.width).saturating_sub(pad.width() + 4);
            let name = tail(name, cells);
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

    /// Draws the last number large, and answers with the room beside it.
    pub(in crate::ui) fn large(self, area: Rect, buffer: &mut Buffer) -> Rect {
        let pad = self.pad;
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
        Rect { x, width: area.right().saturating_sub(x), ..area }
    }

    /// The ballot in hand, its run, and the name that the last number hit.
    pub(in crate::ui) fn hit(self, ballot: Option<Span<'static>>) -> Line<'static> {
        let Self { pad, names, lang } = self;
        let dot = if ballot.is_some() { " · " } else { "" };
        let mut spans = Vec::from_iter(ballot);
        if pad.times() > 1 {
            spans.push(Span::raw(format!(" · {}", w::run_of(lang, pad.times()))));
        }
        let hit = pad.hit.filter(|_| pad.pending().is_empty()).and_then(|hit| Some((hit.number, hit.mark?)));
        if let Some((number, mark)) = hit {
            let name = names.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default();
            spans.push(Span::raw(format!("{dot}{} ", mark_word(pad.contest().form(), mark, lang))));
            spans.push(Span::styled(name.to_owned(), theme::strong()));
        }
        Line::from(spans)
    }
}

/// How many columns of names an area has, and how many rows they need.
pub(in crate::ui) fn columns(names: usize, (width, height): (u16, u16)) -> (u16, u16) {
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

/// The word for a mark by a name.
pub(in crate::ui) fn mark_word(form: Form, mark: Mark, lang: Lang) -> &'static str {
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

/// What the ballot on the pad would be if it were closed now: names kept, and the verdict.
pub(in crate::ui) fn verdict(pad: &Pad, lang: Lang) -> [Span<'static>; 2] {
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
    [Span::styled(kept, theme::strong()), Span::styled(verdict, style)]
}

/// The word in place: a refusal, or how the numbers are meant now.
pub(in crate::ui) fn in_place(pad: &Pad, told: Option<&Told>, lang: Lang) -> (String, Style) {
    if let Some(told) = told {
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
pub(in crate::ui) fn reasons(lang: Lang, area: Rect, buffer: &mut Buffer) {
    let mut lines = vec![Line::styled(format!(" {}", w::reasons(lang)), theme::strong())];
    lines.extend((1..).zip(telling::DEFECTS).map(|(digit, defect): (u8, _)| {
        let word = telling::invalid_word(defect.into(), lang);
        Line::from(vec![Span::styled(format!(" {digit} "), theme::hint()), Span::raw(word)])
    }));
    parts::lines(area, buffer, lines);
}
