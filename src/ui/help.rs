//! Help: what the screen is for and its keys, read from the one table.

use super::{parts, theme};
use crate::app::App;
use crate::app::action::{Action, Screen};
use crate::app::chair::may_hold;
use crate::app::dialog::Dialog;
use crate::app::form::Form;
use crate::app::key::Key;
use crate::app::keymap::{self, Binding, Place};
use crate::app::words::frame as w;
use crate::app::words::{Word, help, practice};
use crate::domain::role::may_undo;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the help of the screen shown or of a form, from a line on; where the text ends the last page stays.
pub fn draw(app: &App, (from, over): (usize, Option<&Dialog>), area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = area.width.saturating_sub(4).clamp(20, 100).min(area.width);
    let (title, lines) = match over {
        Some(Dialog::Form(form, _)) => (form.title.clone(), of_form(app, form, width)),
        _ => of_screen(app, width),
    };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let title = format!("{} – {title}", w::help(app.lang()));
    let inside = parts::over(area, buffer, (width, height), &title);
    let (all, shown) = (lines.len(), usize::from(inside.height));
    let from = from.min(all.saturating_sub(shown));
    if shown < all {
        let pane = Rect {
            x: inside.x.saturating_sub(1),
            y: inside.y.saturating_sub(1),
            width,
            height: inside.height.saturating_add(2),
        };
        parts::below_pane(pane, buffer, &format!("PgDn {}/{all}", from + shown), theme::hint());
    }
    parts::lines(inside, buffer, lines.into_iter().skip(from));
    None
}

fn wrapped(text: &str, width: u16) -> impl Iterator<Item = Line<'static>> {
    let wrapped = parts::wrap(text, usize::from(width.saturating_sub(4))).into_iter();
    wrapped.map(|line| Line::raw(format!(" {line}")))
}

/// What a form asks for, and how every form is filled.
fn of_form(app: &App, form: &Form, width: u16) -> Vec<Line<'static>> {
    let lang = app.lang();
    let told = Some(form.help.as_str()).filter(|help| !help.is_empty());
    let mut lines: Vec<Line<'static>> = told.into_iter().flat_map(|help| wrapped(help, width)).collect();
    lines.push(Line::styled(format!(" {}", help::in_a_form(lang)), theme::strong()));
    lines.extend(help::form(lang).lines().flat_map(|line| wrapped(line, width)));
    lines
}

fn of_screen(app: &App, width: u16) -> (String, Vec<Line<'static>>) {
    let lang = app.lang();
    let (what, first) = if app.practice.is_some() { PRACTICE } else { purpose(app.place()) };
    let mut lines: Vec<Line<'static>> = wrapped(what(lang), width).collect();
    lines.push(Line::styled(format!(" {}", help::first(lang)), theme::strong()));
    lines.extend(wrapped(first(lang), width));
    lines.push(Line::styled(format!(" {}", w::keys_here(lang)), theme::strong()));
    lines.extend(rows(app, app.place(), usize::from(width)));
    lines.push(Line::styled(format!(" {}", w::keys_everywhere(lang)), theme::strong()));
    // F2 to F8 stand above every screen already
    lines.extend(rows(app, Place::Everywhere, usize::from(width)));
    let here = if app.practice.is_some() { practice::practice } else { crate::app::screen_word(app.screen) };
    (here(lang).to_owned(), lines)
}

/// The keys of a place, two beside each other.
fn rows(app: &App, place: Place, width: usize) -> Vec<Line<'static>> {
    let lang = app.lang();
    let half = (width.saturating_sub(4) / 2).max(1);
    let tab = |key: Key| place == Place::Everywhere && matches!(key, Key::F(2..=8));
    let who = app.seat.who;
    // what is never this role's is no key of it
    let theirs = |action: Action| match action {
        Action::Undo => may_undo(who, (0, who)).is_ok(),
        Action::HoldScreen => may_hold(app).is_ok(),
        _ => true,
    };
    // what the screen binds itself does not do what it does everywhere
    let own = |key: Key| place == Place::Everywhere && keymap::rows(app.place()).any(|row| row.key == key);
    let shown = |row: &&Binding| !tab(row.key) && !own(row.key) && theirs(row.action);
    let rows: Vec<&Binding> = keymap::rows(place).filter(shown).collect();
    // digits that do the same are one row: 1 … 9
    let same =
        |one: &&Binding, other: &&Binding| is_digit(one) && is_digit(other) && (one.hint)(lang) == (other.hint)(lang);
    let cells: Vec<[Span<'static>; 2]> = rows
        .chunk_by(same)
        .filter_map(|alike| Some((alike.first()?, alike.last()?)))
        .map(|(row, last)| {
            let style = if (row.when)(app).is_ok() { theme::hint() } else { theme::dim() };
            let word = parts::fit((row.hint)(lang), half.saturating_sub(11));
            let key = if row.key == last.key { row.key.to_string() } else { format!("{} … {}", row.key, last.key) };
            [Span::styled(format!(" {}", parts::fit(&key, 9)), style), Span::raw(format!(" {word}"))]
        })
        .collect();
    cells.chunks(2).map(|pair| Line::from(pair.concat())).collect()
}

fn is_digit(row: &Binding) -> bool {
    matches!(row.key, Key::Char('0'..='9'))
}

/// What the trainer is for, on its papers and on its pad.
const PRACTICE: (Word, Word) = (help::practice, help::practice_first);

/// What the screen is for, and what to do first on it.
fn purpose(place: Place) -> (Word, Word) {
    match place {
        Place::Calling => (help::calling, help::calling_first),
        Place::Guests => (help::guests, help::guests_first),
        Place::Preview => (help::preview, help::preview_first),
        Place::Writing => (help::writing, help::writing_first),
        Place::Bundles => (help::bundles, help::bundles_first),
        Place::Keying => (help::keying, help::keying_first),
        Place::Review => (help::review, help::review_first),
        Place::Reasons => (help::review, help::reasons_first),
        Place::Practice => PRACTICE,
        Place::On(Screen::Run) | Place::Everywhere | Place::Note => (help::run, help::run_first),
        Place::On(Screen::Roll) => (help::roll, help::roll_first),
        Place::On(Screen::Floor) => (help::floor, help::floor_first),
        Place::On(Screen::Votes) => (help::votes, help::votes_first),
        Place::On(Screen::Elections) => (help::elections, help::elections_first),
        Place::On(Screen::Minutes) => (help::minutes, help::minutes_first),
        Place::On(Screen::Journal) => (help::journal, help::journal_first),
        Place::On(Screen::Start) => (help::start, help::start_first),
        Place::On(Screen::Chair) => (help::chair, help::chair_first),
        Place::On(Screen::Head) => (help::head, help::head_first),
        Place::On(Screen::Desk) => (help::desk, help::desk_first),
        Place::On(Screen::Hall) => (help::hall, help::hall_first),
    }
}
