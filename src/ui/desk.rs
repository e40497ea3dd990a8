//! The counter's screen between two bundles: which desk this is, what lies in hand, what it has done. At the pad the pad fills it.

use super::letters::large;
use super::{elections, parts, theme};
use crate::app::App;
use crate::app::desk::{next_step, own};
use crate::app::elections::telling::round_title;
use crate::app::head::counting;
use crate::app::keymap::Place;
use crate::app::menu::seat_word;
use crate::app::words::seats as w;
use crate::domain::election::BundleState;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    if !matches!(app.place(), Place::On(_)) {
        return elections::draw(app, area, buffer);
    }
    let lang = app.lang();
    let inside = parts::pane(area, buffer, &seat_word(app.seat.who, lang));
    let [name, what, list] =
        Layout::vertical([Constraint::Length((inside.height / 3).max(8)), Constraint::Length(5), Constraint::Min(0)])
            .areas(inside);
    let desk = app.seat.who.desk.map_or_else(|| seat_word(app.seat.who, lang), |desk| w::desk_number(lang, desk));
    let drawn = large(&desk, (name.width.saturating_sub(2), name.height)).unwrap_or_else(|| vec![desk]);
    parts::lines(name, buffer, drawn.into_iter().map(|line| Line::styled(format!(" {line}"), theme::strong())));
    let round = counting(&app.congress);
    let title = round.and_then(|round| {
        let election = app.congress.elections.get(&round.election)?;
        Some(format!("{} · {}", election.title, round_title(round, lang)))
    });
    let width = usize::from(what.width.saturating_sub(2));
    let mut lines = vec![Line::styled(parts::cut(&format!(" {}", title.unwrap_or_default()), width), theme::strong())];
    lines.push(Line::raw(""));
    lines.extend(
        parts::wrap(&next_step(app), width).into_iter().map(|line| Line::styled(format!(" {line}"), theme::hint())),
    );
    parts::lines(what, buffer, lines);
    let Some(round) = round else { return };
    let own = own(app, round.id);
    let mut lines = vec![Line::styled(format!(" {}", w::own_bundles(lang)), theme::dim())];
    if own.is_empty() {
        lines.push(Line::styled(format!(" {}", w::no_own(lang)), theme::dim()));
    }
    for (bundle, keyed) in own {
        // how another desk keyed it is not this one's to know: a bundle handed in is handed in
        let (mark, style) = match (keyed == bundle.size, bundle.state) {
            (true, BundleState::HandedOut) | (false, _) => ("►", theme::plain()),
            (true, _) => ("✓", theme::good()),
        };
        lines.push(Line::styled(format!(" {mark} {}", w::at_bundle(lang, bundle.number, keyed, bundle.size)), style));
    }
    parts::lines(list, buffer, lines);
}
