//! Dialogs over the screen: forms, questions, refusals, the palette. Help has a file of its own.

use super::{frame, help, parts, theme};
use crate::app::action::Action;
use crate::app::dialog::{Dialog, Lock, Palette};
use crate::app::form::{Ask, Form, Many, Picker, Row, Tone};
use crate::app::menu::seat_word;
use crate::app::words::frame as w;
use crate::app::{App, answers};
use crate::domain::Lang;
use crate::domain::refusal::Told;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// Draws what lies over the screen and answers with the place of the cursor.
pub fn draw(app: &App, dialog: &Dialog, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    match dialog {
        Dialog::Form(form, refused) => self::form(app, (form, refused.as_ref()), area, buffer),
        Dialog::Confirm(confirm) => question((&confirm.title, &confirm.text, confirm.from), area, buffer),
        Dialog::Offer(offer) => question((&offer.title, &offer.text, 0), area, buffer),
        Dialog::Refused(told) => refusal(app, told, area, buffer),
        Dialog::Trouble(what, hint) => trouble(app, (what, hint), area, buffer),
        Dialog::Lock(lock) => self::lock(app, lock, area, buffer),
        Dialog::Palette(palette) => self::palette(app, palette, area, buffer),
        Dialog::Files(chooser) => super::files::draw(app, chooser, area, buffer),
        Dialog::Help(from, over) => help::draw(app, (*from, over.as_deref()), area, buffer),
    }
}

fn width_of(area: Rect) -> u16 {
    area.width.saturating_sub(6).clamp(20, 96).min(area.width)
}

/// A question; what does not fit is scrolled to, and the border says so.
fn question((title, text, from): (&str, &[String], usize), area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = width_of(area);
    let text: Vec<String> =
        text.iter().flat_map(|line| parts::wrap(line, usize::from(width.saturating_sub(4)))).collect();
    let height = u16::try_from(text.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = parts::over(area, buffer, (width, height), title);
    let room = usize::from(inside.height);
    let first = from.min(text.len().saturating_sub(room));
    parts::lines(inside, buffer, text.iter().skip(first).map(|line| Line::raw(format!(" {line}"))));
    if text.len() > room {
        let pane = Rect { height: inside.height.saturating_add(2), y: inside.y.saturating_sub(1), ..inside };
        parts::below_pane(pane, buffer, &format!("PgDn {}/{}", first + room, text.len()), theme::hint());
    }
    None
}

fn told_lines(app: &App, told: &Told, width: usize) -> Vec<Line<'static>> {
    let lang = app.lang();
    let wrapped = |text: &str, style| {
        parts::wrap(text, width.saturating_sub(2))
            .into_iter()
            .map(move |line| Line::styled(format!(" {line}"), style))
            .collect::<Vec<_>>()
    };
    let mut lines = wrapped(&told.what, theme::bad());
    lines.extend(wrapped(&format!("→ {}", told.instead), theme::plain()));
    if let Some(article) = &told.article {
        lines.extend(wrapped(&format!("{}: {article}", w::article(lang)), theme::dim()));
    }
    lines
}

fn refusal(app: &App, told: &Told, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = width_of(area);
    let lines = told_lines(app, told, usize::from(width.saturating_sub(2)));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let inside = parts::over(area, buffer, (width, height), w::refused(app.lang()));
    parts::lines(inside, buffer, lines);
    None
}

fn trouble(app: &App, (what, hint): (&str, &str), area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = width_of(area);
    let text = parts::wrap(&format!("{what}\n→ {hint}"), usize::from(width.saturating_sub(4)));
    let height = u16::try_from(text.len()).unwrap_or(u16::MAX).saturating_add(2);
    let lang = app.lang();
    let title =
        if app.saved { w::trouble(lang).to_owned() } else { format!("{} – {}", w::trouble(lang), w::unsaved(lang)) };
    let inside = parts::over(area, buffer, (width, height), &title);
    parts::lines(inside, buffer, text.into_iter().map(|line| Line::styled(format!(" {line}"), theme::bad())));
    None
}

/// The passphrase of a seat: a dot for each letter.
fn lock(app: &App, lock: &Lock, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let (lang, width) = (app.lang(), width_of(area).min(60));
    let inside = parts::over(area, buffer, (width, 4), &w::passphrase_of(lang, &seat_word(lock.who, lang)));
    let (said, style) =
        if lock.wrong { (w::passphrase_wrong(lang), theme::bad()) } else { (w::passphrase_hint(lang), theme::dim()) };
    parts::text(inside, buffer, &format!(" {said}"), style);
    let line = below(inside, 1);
    let typed = "•".repeat(lock.typed.text().chars().count());
    parts::text(line, buffer, &format!("› {typed}"), theme::strong());
    let cells = u16::try_from(typed.chars().count()).unwrap_or(u16::MAX).saturating_add(2);
    (line.height > 0).then(|| Position::new(line.x + cells.min(line.width.saturating_sub(1)), line.y))
}

/// Lines that the answer under the cursor takes at most.
const ANSWER: usize = 6;

fn palette(app: &App, palette: &Palette, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let found = palette.picker.found();
    let asks = palette.actions.iter().any(|action| matches!(action, Action::Answer(_)));
    let width = if asks { width_of(area) } else { width_of(area).min(70) };
    let answer = answer_lines(app, palette, usize::from(width.saturating_sub(4)));
    let foot = u16::try_from(answer.len()).unwrap_or(u16::MAX);
    let most = area.height.saturating_sub(4).saturating_sub(foot).max(1);
    let rows = u16::try_from(found.len()).unwrap_or(u16::MAX).clamp(1, most);
    let height = rows.saturating_add(3).saturating_add(foot);
    let mut inside = parts::over(area, buffer, (width, height), &palette.title);
    let below = Rect { y: inside.bottom() - foot.min(inside.height), height: foot.min(inside.height), ..inside };
    parts::lines(below, buffer, answer);
    inside.height -= below.height;
    let query = Rect { height: inside.height.min(1), ..inside };
    parts::text(query, buffer, "› ", theme::hint());
    let typed = Rect { x: query.x.saturating_add(2), width: query.width.saturating_sub(2), ..query };
    let cursor = frame::field(typed, buffer, &palette.picker.query);
    let below = Rect { y: inside.y.saturating_add(1), height: inside.height.saturating_sub(1), ..inside };
    if palette.picker.finds_nothing() {
        parts::text(below, buffer, &format!(" {}", w::nothing_fits(app.lang())), theme::bad());
    }
    parts::list(below, buffer, (found.len(), Some(palette.picker.row)), |place| {
        let label = found.get(place).map(|choice| format!(" {}", choice.label)).unwrap_or_default();
        Line::raw(parts::cut(&label, usize::from(below.width)))
    });
    cursor
}

/// The whole answer to the question under the cursor, parted from the list by its question.
fn answer_lines(app: &App, palette: &Palette, width: usize) -> Vec<Line<'static>> {
    let place = palette.picker.under_cursor().and_then(|choice| usize::try_from(choice.value).ok());
    let action = place.and_then(|place| palette.actions.get(place));
    let Some(answer) = action.and_then(|action| answers::of_action(app, *action)) else { return Vec::new() };
    let told = if answer.whole.is_empty() { vec![answer.short] } else { answer.whole };
    let mut lines: Vec<String> = told.iter().flat_map(|line| parts::wrap(line, width)).collect();
    if lines.len() > ANSWER {
        lines.truncate(ANSWER - 1);
        lines.push("…".to_owned());
    }
    let question = Line::styled(format!(" {}", answer.question), theme::strong());
    let lines = lines.into_iter().map(|line| Line::styled(format!("  {line}"), theme::good()));
    [question].into_iter().chain(lines).collect()
}

/// How many lines a row of a form takes when it has the cursor and when not.
fn row_height(row: &Row, here: bool) -> u16 {
    match &row.ask {
        Ask::Lines(_) => 6,
        Ask::Pick(picker) if here => 1 + u16::try_from(picker.found().len()).unwrap_or(u16::MAX).clamp(1, 7),
        _ => 1,
    }
}

/// What a form says of itself as it is typed, wrapped.
fn said_lines(app: &App, form: &Form, width: usize) -> Vec<Line<'static>> {
    let said = form.saying.as_ref().map(|saying| saying(&app.congress, form)).unwrap_or_default();
    let elsewhere = form.shared.iter().flat_map(|shared| &shared.elsewhere);
    let elsewhere = elsewhere.map(|(label, text)| (Tone::Bad, w::written_elsewhere(app.lang(), label, text)));
    let lines = elsewhere.chain(said).flat_map(|(tone, text)| {
        let style = match tone {
            Tone::Plain => theme::plain(),
            Tone::Good => theme::good(),
            Tone::Bad => theme::bad(),
        };
        let wrapped = parts::wrap(&text, width.saturating_sub(2));
        wrapped.into_iter().map(move |line| Line::styled(format!(" {line}"), style))
    });
    lines.collect()
}

fn form(app: &App, (form, refused): (&Form, Option<&Told>), area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = width_of(area);
    let inner = usize::from(width.saturating_sub(2));
    let mut above: Vec<Line<'static>> = Vec::new();
    if !form.help.is_empty() {
        let help = parts::wrap(&form.help, inner.saturating_sub(2));
        above.extend(help.into_iter().map(|line| Line::styled(format!(" {line}"), theme::dim())));
    }
    let beside = app.told_beside().filter(|_| form.shared.is_some());
    let beside = beside.map(|told| parts::wrap(&told, inner.saturating_sub(2))).unwrap_or_default();
    above.extend(beside.into_iter().map(|line| Line::styled(format!(" {line}"), theme::strong())));
    above.extend(refused.map(|told| told_lines(app, told, inner)).unwrap_or_default());
    if form.leaving {
        let leaving = parts::wrap(w::leaving(app.lang()), inner.saturating_sub(2));
        above.extend(leaving.into_iter().map(|line| Line::styled(format!(" {line}"), theme::bad())));
    }
    let under = said_lines(app, form, inner);
    let rows: u16 = form.asked().map(|(place, row)| row_height(row, place == form.at)).sum();
    let count = |lines: &[Line]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let gap = u16::from(!under.is_empty());
    let height = rows.saturating_add(count(&above)).saturating_add(count(&under)).saturating_add(2 + gap.max(1));
    let inside = parts::over(area, buffer, (width, height), &form.title);
    let mut left = below(inside, count(&above));
    parts::lines(inside, buffer, above);
    // the row with the cursor comes before what is said under it
    let said =
        count(&under).min(left.height.saturating_sub(form.rows.get(form.at).map_or(1, |row| row_height(row, true))));
    let foot = Rect { y: left.bottom() - said, height: said, ..left };
    parts::lines(foot, buffer, under);
    left.height -= said;
    let label = form.asked().map(|(_, row)| row.label.chars().count()).max().unwrap_or(0).min(30);
    let label = u16::try_from(label).unwrap_or(30).saturating_add(3);
    let mut cursor = None;
    for (place, row) in skip_rows(form, left.height) {
        let here = place == form.at;
        let height = row_height(row, here).min(left.height);
        let area = Rect { height, ..left };
        let found = self::row((row, here, app.lang()), (area, label), buffer);
        cursor = if here { found } else { cursor };
        left = below(left, height);
    }
    cursor
}

/// The rows of a form that fit, so that the one with the cursor is among them.
fn skip_rows(form: &Form, height: u16) -> impl Iterator<Item = (usize, &Row)> {
    let heights: Vec<u16> = form.asked().map(|(place, row)| row_height(row, place == form.at)).collect();
    let at = form.asked().take_while(|(place, _)| *place < form.at).count();
    let mut first = 0;
    while first < at && heights.iter().skip(first).take(at + 1 - first).sum::<u16>() > height {
        first += 1;
    }
    form.asked().skip(first)
}

fn below(area: Rect, by: u16) -> Rect {
    let by = by.min(area.height);
    Rect { y: area.y + by, height: area.height - by, ..area }
}

fn row((row, here, lang): (&Row, bool, Lang), (area, label): (Rect, u16), buffer: &mut Buffer) -> Option<Position> {
    if area.height == 0 {
        return None;
    }
    let mark = if here { "› " } else { "  " };
    let style = if here { theme::strong() } else { theme::plain() };
    // one cell stays free before the value
    let named = Rect { width: label.saturating_sub(1).min(area.width), ..area };
    parts::text(named, buffer, &format!("{mark}{}", row.label), style);
    let value = Rect { x: area.x + label.min(area.width), width: area.width.saturating_sub(label), ..area };
    match &row.ask {
        Ask::Line(field) | Ask::Number(field) => {
            let line = Rect { height: 1, ..value };
            underline(value, buffer);
            if here {
                let cursor = frame::field(line, buffer, field);
                if field.is_offered() {
                    let cells = u16::try_from(unicode_width::UnicodeWidthStr::width(field.text())).unwrap_or(0);
                    buffer.set_style(Rect { width: cells.min(line.width), ..line }, theme::cursor());
                }
                return cursor;
            }
            // a field without the cursor shows its beginning
            parts::text(line, buffer, field.text(), theme::plain());
            None
        }
        Ask::Lines(editor) => {
            let mut area = editor.area().clone();
            area.set_cursor_line_style(theme::plain());
            area.set_cursor_style(if here { theme::cursor() } else { theme::plain() });
            area.render(value, buffer);
            None
        }
        Ask::Pick(picker) => pick((picker, here, lang), value, buffer).filter(|_| here),
    }
}

fn underline(area: Rect, buffer: &mut Buffer) {
    let line = Rect { height: area.height.min(1), ..area };
    buffer.set_style(line, ratatui::style::Style::new().add_modifier(ratatui::style::Modifier::UNDERLINED));
}

fn pick((picker, here, lang): (&Picker, bool, Lang), area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let chosen = picker.labels().join(", ");
    if !here {
        parts::text(area, buffer, &chosen, theme::plain());
        return None;
    }
    let line = Rect { height: area.height.min(1), ..area };
    let shown = if picker.many == Many::Several && !chosen.is_empty() { format!("{chosen} + ") } else { String::new() };
    let shown = parts::cut(&shown, usize::from(area.width / 2));
    parts::text(line, buffer, &shown, theme::good());
    let skip = u16::try_from(unicode_width::UnicodeWidthStr::width(shown.as_str())).unwrap_or(0);
    let typed = Rect { x: line.x + skip.min(line.width), width: line.width.saturating_sub(skip), ..line };
    let cursor = frame::field(typed, buffer, &picker.query);
    underline(line, buffer);
    let found = picker.found();
    if picker.finds_nothing() {
        parts::text(below(area, 1), buffer, w::nothing_fits(lang), theme::bad());
    }
    parts::list(below(area, 1), buffer, (found.len(), Some(picker.row)), |place| {
        let Some(choice) = found.get(place) else { return Line::raw("") };
        let mark = if picker.chosen.contains(&choice.value) { "✓" } else { " " };
        Line::raw(parts::cut(&format!("{mark} {}", choice.label), usize::from(area.width)))
    });
    cursor
}
