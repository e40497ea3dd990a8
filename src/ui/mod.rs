//! DRAWS – the state as a buffer of cells: `&App → Buffer`, at every size.

pub mod chair;
pub mod desk;
pub mod dialog;
mod digits;
pub mod elections;
pub mod files;
pub mod floor;
pub mod frame;
pub mod head;
pub mod help;
pub mod journal;
mod letters;
pub mod minutes;
pub mod parts;
pub mod practice;
pub mod projector;
pub mod roll;
pub mod run;
pub mod start;
pub mod theme;
pub mod votes;

use crate::app::App;
use crate::app::action::Screen;
use crate::app::words::frame as w;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The smallest window the screens are made for, in cells.
pub const SMALLEST: (u16, u16) = (80, 24);

/// Draws the whole screen and answers with the place of the cursor, where there is one.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    if app.screen == Screen::Hall && app.practice.is_none() {
        projector::draw(app, area, buffer);
        // nothing but giving the seat back can ask something here
        return app.dialog.as_ref().and_then(|dialog| self::dialog::draw(app, dialog, area, buffer));
    }
    if !shows(app, area) {
        too_small(app, area, buffer);
        return None;
    }
    let told = frame::guide(app, area.width);
    let [header, body, guide, note, footer] = frame::split(area, told.len());
    let (cursor, note) = if let Some(practice) = &app.practice {
        practice::header(app, header, buffer);
        practice::draw(app, practice, body, buffer);
        (None, None)
    } else {
        frame::header(app, header, buffer);
        (screen(app, body, buffer), frame::note_line(app, note, buffer))
    };
    parts::lines(guide, buffer, told);
    frame::footer(app, footer, buffer);
    match &app.dialog {
        Some(dialog) => self::dialog::draw(app, dialog, body, buffer),
        None => cursor.or(note),
    }
}

/// Whether a window is large enough to show what is done in it; the hall's screen always is.
pub fn shows(app: &App, area: Rect) -> bool {
    let hall = app.screen == Screen::Hall && app.practice.is_none();
    hall || area.width >= SMALLEST.0 && area.height >= SMALLEST.1
}

fn screen(app: &App, body: Rect, buffer: &mut Buffer) -> Option<Position> {
    match app.screen {
        Screen::Run => run::draw(app, body, buffer),
        Screen::Roll => roll::draw(app, body, buffer),
        Screen::Floor => floor::draw(app, body, buffer),
        Screen::Votes => votes::draw(app, body, buffer),
        Screen::Elections => elections::draw(app, body, buffer),
        Screen::Minutes => minutes::draw(app, body, buffer),
        Screen::Journal => journal::draw(app, body, buffer),
        Screen::Start => start::draw(app, body, buffer),
        Screen::Chair => chair::draw(app, body, buffer),
        Screen::Head => head::draw(app, body, buffer),
        Screen::Desk => desk::draw(app, body, buffer),
        Screen::Hall => projector::draw(app, body, buffer),
    }
    None
}

fn too_small(app: &App, area: Rect, buffer: &mut Buffer) {
    let (width, height) = SMALLEST;
    let lang = app.lang();
    let said = format!("{}: {}. {}", w::too_small(lang), w::needs_size(lang, width, height), w::widen(lang));
    parts::paragraph(area, buffer, &said, theme::plain());
}
