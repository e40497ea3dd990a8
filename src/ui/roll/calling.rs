//! One name after the other: the name large enough to be read out by whoever stands behind the laptop, and who comes next.

use crate::app::App;
use crate::app::roll;
use crate::app::words::roll as w;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// Draws the name that is called.
pub(super) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let hall = app.congress.hall();
    let called = hall.summoned.saturating_sub(hall.uncalled);
    let progress = w::progress(lang, called, hall.summoned);
    let title = format!("{} · {progress} · {}", w::calling(lang), super::session(app));
    let inside = parts::pane(area, buffer, &title);
    let width = usize::from(inside.width);
    let bar = parts::bar(called.into(), hall.summoned.into(), (width * 2 / 3).min(60));
    centred(inside, buffer, 1, &bar, theme::good());
    let rows = roll::rows(app);
    let middle = (inside.height / 3).max(3);
    let Some(cursor) = roll::cursor(app, &rows) else {
        centred(inside, buffer, middle, w::called_all(lang), theme::strong());
        return;
    };
    let Some(person) = rows.get(cursor) else { return };
    centred(inside, buffer, middle, &large(&person.name, width), theme::strong());
    let unit = [person.office.as_deref(), person.unit.as_deref()];
    let about = unit.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    centred(inside, buffer, middle + 2, &about, theme::plain());
    let position = roll::position_of(&app.congress, person, lang);
    centred(inside, buffer, middle + 3, &format!("{} · {position}", person.id.0), theme::dim());
    let next = rows.iter().cycle().skip(cursor + 1).take((rows.len() - 1).min(3));
    let next: Vec<&str> = next.map(|person| person.name.as_str()).collect();
    if !next.is_empty() {
        let next = format!("{}: {}", w::next_names(lang), next.join(" · "));
        centred(inside, buffer, middle + 6, &next, theme::dim());
    }
}

/// A name in capitals, spread out where there is room.
fn large(name: &str, width: usize) -> String {
    let capitals = name.to_uppercase();
    let spread: String = capitals.chars().flat_map(|letter| [letter, ' ']).collect();
    let spread = spread.trim_end().replace("   ", "    ");
    if spread.width() <= width { spread } else { capitals }
}

fn centred(area: Rect, buffer: &mut Buffer, below: u16, text: &str, style: Style) {
    if below < area.height {
        let line = Rect { y: area.y + below, height: 1, ..area };
        Line::styled(parts::cut(text, usize::from(area.width)), style).centered().render(line, buffer);
    }
}
