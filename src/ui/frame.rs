//! The frame around every screen.
//!
//! ```text
//! Đại hội Chi bộ … · Phiên chính thức · Thảo luận                14:05 · 22/25 có mặt · đủ số · đã lưu
//! ─────────────────────────────────────────────────────────────────────────────────────────────────
//!  body
//! ► what to do next
//! ✎ the note being typed
//! Enter Bắt đầu  Tab Làm việc  F1 Trợ giúp …
//! ```

use super::{parts, theme};
use crate::app::App;
use crate::app::action::Screen;
use crate::app::chair::may_hold;
use crate::app::dialog::Dialog;
use crate::app::form::Ask;
use crate::app::guide;
use crate::app::key::Key;
use crate::app::keymap::{self, Binding, Place};
use crate::app::menu::seat_word;
use crate::app::mirror::Standing;
use crate::app::seat::screens;
use crate::app::words::closing;
use crate::app::words::frame as w;
use crate::app::words::roll as roll_words;
use crate::app::words::seats;
use crate::app::words::start as w_start;
use crate::domain::Role;
use crate::domain::agenda::ItemState;
use crate::domain::hall::Quorum;
use crate::papers::issuing::whole_name;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// The parts of the frame: header, body, guide of so many lines, note, footer.
pub fn split(area: Rect, guide: usize) -> [Rect; 5] {
    let rows = [
        Constraint::Length(2),
        Constraint::Min(0),
        Constraint::Length(u16::try_from(guide).unwrap_or(u16::MAX)),
        Constraint::Length(1),
        Constraint::Length(1),
    ];
    Layout::vertical(rows).areas(area)
}

/// Draws the two lines on top.
pub fn header(app: &App, area: Rect, buffer: &mut Buffer) {
    if app.screen == Screen::Start {
        return program(app, area, buffer);
    }
    let right = status(app);
    let width = usize::from(area.width);
    let taken: usize = right.iter().map(|span| span.content.width()).sum();
    let left = parts::cut(&place(app), width.saturating_sub(taken + 2));
    Line::styled(left, theme::strong()).render(area, buffer);
    Line::from(right).right_aligned().render(area, buffer);
    if area.height > 1 {
        tabs(app, Rect { y: area.y + 1, height: 1, ..area }, buffer);
    }
}

/// The lines on top before a congress is open: the program and the clock.
fn program(app: &App, area: Rect, buffer: &mut Buffer) {
    parts::text(area, buffer, w_start::program(app.lang()), theme::strong());
    let clock = app.now().format("%H:%M  %d/%m/%Y").to_string();
    Line::styled(clock, theme::dim()).right_aligned().render(area, buffer);
}

fn place(app: &App) -> String {
    let congress = &app.congress;
    let lang = app.lang();
    if let Some(title) = congress.desk_file().and_then(|_| congress.elections.iter().next()).map(|own| &own.title) {
        return format!("{title} · {}", whole_name(congress.meeting()));
    }
    let begun = congress.items.iter().any(|item| item.state != ItemState::Waiting);
    let item = match (congress.item_now(), congress.item_next()) {
        _ if congress.closing().is_some() => format!("{} – {}", w::closed(lang), closing::locked(lang)),
        _ if congress.is_closed() => w::closed(lang).to_owned(),
        _ if let Some(pause) = congress.interrupted() => closing::paused(lang, &pause.from.format("%H:%M").to_string()),
        (Some(item), _) => item.title.clone(),
        (None, Some(next)) if begun => w::next_item(lang, &next.title),
        (None, _) => w::no_item(lang).to_owned(),
    };
    format!("{item} · {}", whole_name(congress.meeting()))
}

fn status(app: &App) -> Vec<Span<'static>> {
    let lang = app.lang();
    let saved = if app.saved {
        Span::styled(format!(" · {}", w::saved(lang)), theme::dim())
    } else {
        Span::styled(format!(" · {}", w::unsaved(lang)), theme::bad())
    };
    let clock = Span::styled(app.now().format("%H:%M").to_string(), theme::strong());
    if app.congress.desk_file().is_some() {
        // who is in the hall is not in the file of a desk
        return vec![clock, saved];
    }
    let hall = app.congress.hall();
    let count = match hall.stated(hall.summoned) {
        Some(0) => w::no_roster(lang).to_owned(),
        Some(summoned) => format!("{}/{summoned} {}", hall.present, w::present(lang)),
        None => format!("{}: {}", w::present(lang), w::not_stated(lang)),
    };
    let quorum = match hall.quorum {
        Quorum::Reached => Span::styled(format!(" {} ✓", w::quorum(lang)), theme::good()),
        Quorum::Missing { summoned: 1.., .. } => Span::styled(format!(" {}", w::no_quorum(lang)), theme::bad()),
        Quorum::Missing { .. } | Quorum::NotStated => Span::raw(""),
    };
    vec![held(app), clock, Span::raw(format!(" · {count}")), quorum, saved, copy(app)]
}

/// That the hall's screen is held, for those who can show it again: nobody in the hall can tell them.
fn held(app: &App) -> Span<'static> {
    let shown = app.congress.hall_screen_is_held() && may_hold(app).is_ok();
    if shown { Span::styled(format!("{} · ", seats::held_mark(app.lang())), theme::bad()) } else { Span::raw("") }
}

/// The copy on a stick: whole, on its way, lost, or gone on from elsewhere.
fn copy(app: &App) -> Span<'static> {
    let lang = app.lang();
    match app.mirror_standing() {
        None => Span::raw(""),
        Some(Standing::Whole) => Span::styled(format!(" · {}", w::copy_whole(lang)), theme::dim()),
        Some(Standing::Behind(lines)) => Span::styled(format!(" · {}", w::copy_behind(lang, lines)), theme::hint()),
        Some(Standing::Elsewhere) => Span::styled(format!(" · {}", w::copy_moved(lang)), theme::bad()),
        Some(Standing::Lost) => Span::styled(format!(" · {}", w::copy_missing(lang)), theme::bad()),
    }
}

fn tabs(app: &App, area: Rect, buffer: &mut Buffer) {
    let screens = screens(app.seat.who.role);
    let words: Vec<&str> = screens.iter().map(|(_, screen)| crate::app::screen_word(*screen)(app.lang())).collect();
    let roomy = words.iter().map(|word| word.width() + 5).sum::<usize>() <= usize::from(area.width);
    let gap = if roomy { " " } else { "" };
    let mut spans = Vec::new();
    for ((number, screen), word) in screens.iter().zip(words) {
        let style = if *screen == app.screen { theme::cursor() } else { theme::plain() };
        spans.push(Span::styled(format!("F{number}"), theme::dim()));
        spans.push(Span::styled(format!("{gap}{word}{gap}"), style));
        spans.push(Span::raw(" "));
    }
    Line::from(spans).render(area, buffer);
}

/// What was just done and what to do next: on one line where both fit, else each on lines of its own. Neither is ever cut.
pub fn guide(app: &App, width: u16) -> Vec<Line<'static>> {
    let next = guide::next_step(app);
    let told = [("•", app.said.as_deref().unwrap_or_default(), theme::good()), ("►", &next, theme::hint())];
    let told: Vec<_> = told.into_iter().filter(|(_, text, _)| !text.is_empty()).collect();
    let width = usize::from(width);
    let spans = told.iter().enumerate().map(|(place, (mark, text, style))| {
        let gap = if place + 1 < told.len() { "  " } else { "" };
        Span::styled(format!("{mark} {text}{gap}"), *style)
    });
    let whole = spans.collect::<Line>().style(told.last().map_or(theme::plain(), |(_, _, style)| *style));
    if whole.width() <= width {
        return vec![whole];
    }
    let lines = told.into_iter().flat_map(|(mark, text, style)| {
        let wrapped = parts::wrap(text, width.saturating_sub(2)).into_iter().enumerate();
        wrapped.map(move |(row, line)| {
            let mark = if row == 0 { mark } else { " " };
            Line::styled(format!("{mark} {line}"), style)
        })
    });
    lines.collect()
}

/// Draws the note being typed and answers with the place of the cursor, where there is one.
pub fn note_line(app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let searching = matches!(app.screen, Screen::Roll | Screen::Start);
    let (mark, word, hint, typed) = if app.screen == Screen::Start {
        ("⌕", w_start::find(app.lang()), w_start::find_hint(app.lang()), &app.on.start.query)
    } else if searching {
        // on the roll typed letters find somebody; the cursor stands here before the first of them
        ("⌕", roll_words::search(app.lang()), roll_words::search_hint(app.lang()), &app.on.roll.query)
    } else {
        ("✎", w::note(app.lang()), w::note_hint(app.lang()), &app.note)
    };
    // notes are the secretary's, and what is typed at the pad or into a text is none
    let preview = app.place() == Place::Preview;
    let elsewhere = app.place().is_desk() || app.place() == Place::Writing;
    let silent = preview || !searching && (app.seat.who.role != Role::Secretary || elsewhere);
    let waits = !typed.is_empty() && !preview;
    let label = if silent && !waits { String::new() } else { format!("{mark} {word}: ") };
    let label_width = u16::try_from(label.width()).unwrap_or(0);
    parts::text(area, buffer, &label, theme::dim());
    let role = match app.screen {
        Screen::Start => String::new(),
        _ => format!("F9 {}", seat_word(app.seat.who, app.lang())),
    };
    Line::styled(role.as_str(), theme::dim()).right_aligned().render(area, buffer);
    let taken = label_width.saturating_add(u16::try_from(role.width()).unwrap_or(0)).saturating_add(1);
    let rest = Rect { x: area.x.saturating_add(label_width), width: area.width.saturating_sub(taken), ..area };
    if typed.is_empty() {
        if !silent {
            parts::text(rest, buffer, hint, theme::dim());
        }
        return (searching && !preview).then(|| Position::new(rest.x, rest.y));
    }
    field(rest, buffer, typed)
}

/// Draws a one-line field and answers with the place of its cursor.
pub fn field(area: Rect, buffer: &mut Buffer, field: &crate::app::field::Field) -> Option<Position> {
    let width = usize::from(area.width.saturating_sub(1));
    let scroll = field.scroll(width);
    let mut left = scroll;
    let visible: String = field
        .text()
        .chars()
        .skip_while(|c| {
            let skipped = left > 0;
            left = left.saturating_sub(unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0));
            skipped
        })
        .collect();
    parts::text(area, buffer, &visible, theme::plain());
    if scroll > 0 {
        parts::text(Rect { width: area.width.min(1), ..area }, buffer, "…", theme::dim());
    }
    let x = u16::try_from(field.cursor().saturating_sub(scroll)).unwrap_or(0);
    (area.width > 0 && area.height > 0).then(|| Position::new(area.x + x.min(area.width - 1), area.y))
}

/// Draws the keys that apply now, dim those that do not; help and palette always stand on the right.
pub fn footer(app: &App, area: Rect, buffer: &mut Buffer) {
    let (own, fixed) = match &app.dialog {
        Some(dialog) => (dialog_hints(app, dialog), Vec::new()),
        // whoever keys ballots needs every key of the pad in sight
        None if app.place().is_desk() => (key_hints(app), Vec::new()),
        None => (key_hints(app), fixed_hints(app)),
    };
    let (fixed, cells) = hint_spans(fixed, usize::from(area.width));
    let (own, _) = hint_spans(own, usize::from(area.width).saturating_sub(cells + usize::from(cells > 0)));
    Line::from(own).render(area, buffer);
    Line::from(fixed).right_aligned().render(area, buffer);
}

/// As many hints as fit, and the cells they take.
fn hint_spans(hints: Vec<Hint>, width: usize) -> (Vec<Span<'static>>, usize) {
    let mut spans = Vec::new();
    let mut taken = 0;
    for (key, word, applies) in hints {
        let cells = key.width() + word.width() + 3;
        if taken + cells > width + 2 {
            break;
        }
        taken += cells;
        let (key_style, word_style) =
            if applies { (theme::hint(), theme::plain()) } else { (theme::dim(), theme::dim()) };
        spans.push(Span::styled(key, key_style));
        spans.push(Span::styled(format!(" {word}  "), word_style));
    }
    (spans, taken)
}

type Hint = (String, String, bool);

fn hint(app: &App, binding: &Binding) -> Hint {
    (binding.key.to_string(), (binding.hint)(app.lang()).to_owned(), (binding.when)(app).is_ok())
}

fn key_hints(app: &App) -> Vec<Hint> {
    let note = (!app.note.is_empty()).then(|| keymap::rows(Place::Note)).into_iter().flatten();
    let own = keymap::rows(app.place()).filter(|row| shown(app.place(), row.key));
    let digits = app.place() == Place::Keying;
    let mut hints: Vec<Hint> = Vec::new();
    for (key, word, applies) in note.chain(own).map(|binding| hint(app, binding)) {
        match hints.last_mut() {
            // the ten digits of the pad are one hint: `0–9`
            Some((keys, same, _)) if digits && *same == word => {
                *keys = format!("{}–{key}", keys.split('–').next().unwrap_or_default());
            }
            _ => hints.push((key, word, applies)),
        }
    }
    hints
}

/// Whether the footer shows a key: not what everybody tries anyway, and not the keys that Num Lock sends when it is off.
fn shown(place: Place, key: Key) -> bool {
    let paging = matches!(key, Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End);
    let num_lock = matches!(key, Key::Left | Key::Right | Key::Insert | Key::Delete);
    !(paging || key == Key::Ctrl('n') || place == Place::Keying && num_lock)
}

/// The keys that are always there.
fn fixed_hints(app: &App) -> Vec<Hint> {
    let shown = |row: &&Binding| matches!(row.key, Key::F(1) | Key::Ctrl('k'));
    keymap::rows(Place::Everywhere).filter(shown).map(|binding| hint(app, binding)).collect()
}

fn dialog_hints(app: &App, dialog: &Dialog) -> Vec<Hint> {
    let lang = app.lang();
    let hint = |key: &str, word: &str| (key.to_owned(), word.to_owned(), true);
    match dialog {
        // in a text of several lines Enter is a line's end
        Dialog::Form(form, _) if matches!(form.rows.get(form.at).map(|row| &row.ask), Some(Ask::Lines(_))) => {
            vec![hint("Enter", w::new_line(lang)), hint("Ctrl-S", w::record(lang)), hint("Esc", w::no(lang))]
        }
        Dialog::Form(form, _) if form.next().is_some() => {
            vec![hint("Enter", w::next_row(lang)), hint("Ctrl-S", w::record(lang)), hint("Esc", w::no(lang))]
        }
        Dialog::Form(..) => {
            vec![hint("Enter/Ctrl-S", w::record(lang)), hint("Shift-Tab", w::up_down(lang)), hint("Esc", w::no(lang))]
        }
        Dialog::Confirm(_) | Dialog::Offer(_) | Dialog::Lock(_) => {
            vec![hint("Enter", w::yes(lang)), hint("Esc", w::no(lang))]
        }
        Dialog::Palette(_) | Dialog::Files(_) => {
            vec![hint("↑↓", w::up_down(lang)), hint("Enter", w::choose(lang)), hint("Esc", w::close(lang))]
        }
        Dialog::Help(..) => vec![hint("↑↓ PgDn", w::up_down(lang)), hint("Esc", w::close(lang))],
        Dialog::Refused(_) | Dialog::Trouble(..) => vec![hint(w::any_key(lang), w::close(lang))],
    }
}
