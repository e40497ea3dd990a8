//! The dossier in the place of the paper: one row a paper – title, number once issued, how it stands.
//!
//! ```text
//! ╭ Hồ sơ: 30 văn bản, đã phát hành 2 ──────────────────────────────────────────╮
//! │ ✓ Chương trình                                      01-CTr/ĐH                │
//! │ ! Biên bản kiểm phiếu – Chi ủy                      02-BB/ĐH  số liệu đã đổi │
//! │   Nghị quyết đại hội                                chưa phát hành, thiếu 2  │
//! │ … Phiếu bầu – Bí thư Chi bộ                         chờ                      │
//! ```

use crate::app::App;
use crate::app::minutes::dossier::{Row, State};
use crate::app::words::minutes as w;
use crate::domain::Lang;
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Cells of the state at the right.
const STATE: usize = 28;

/// Draws the list.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let state = &app.on.minutes;
    let there = state.dossier.iter().filter(|row| row.state != State::Awaited).count();
    let issued = state.dossier.iter().filter(|row| matches!(row.state, State::Issued | State::MovedOn)).count();
    let inside = parts::pane(area, buffer, &w::dossier_title(lang, there, issued));
    let width = usize::from(inside.width);
    parts::list(inside, buffer, (state.dossier.len(), Some(state.chosen)), |place| {
        state.dossier.get(place).map(|row| line(row, lang, width)).unwrap_or_default()
    });
}

fn line(row: &Row, lang: Lang, width: usize) -> Line<'static> {
    let (mark, style) = match row.state {
        State::Issued => ("✓", theme::good()),
        State::MovedOn => ("!", theme::bad()),
        State::Awaited => ("…", theme::dim()),
        State::Withheld => ("–", theme::dim()),
        State::Open | State::Unnumbered => (" ", theme::plain()),
    };
    let title = if row.name.is_none() { theme::dim() } else { theme::plain() };
    let state = STATE.min(width / 2);
    let told = parts::fit(&parts::cut(&told(row, lang), state), state);
    let room = width.saturating_sub(state + 4);
    vec![
        Span::styled(format!(" {mark} "), style),
        Span::styled(parts::fit(&row.title, room), title),
        Span::styled(format!(" {told}"), state_style(row, style)),
    ]
    .into()
}

fn state_style(row: &Row, style: Style) -> Style {
    match row.state {
        State::Open | State::Unnumbered if row.missing.is_empty() => theme::dim(),
        State::Open | State::Unnumbered => theme::plain(),
        State::Issued | State::MovedOn | State::Awaited | State::Withheld => style,
    }
}

/// Number or state, and how much it lacks.
fn told(row: &Row, lang: Lang) -> String {
    let state = match row.state {
        State::Awaited => return w::waiting(lang).to_owned(),
        State::Withheld => return w::kept_by_head(lang).to_owned(),
        State::Unnumbered => w::not_numbered(lang).to_owned(),
        State::Open => w::not_issued(lang).to_owned(),
        State::Issued => row.sign.clone(),
        State::MovedOn => format!("{}, {}", row.sign, w::data_changed(lang)),
    };
    match row.missing.len() {
        0 if matches!(row.state, State::Open | State::Unnumbered) => format!("{}, {state}", w::ready(lang)),
        0 => state,
        count => format!("{state}, {}", w::lacks(lang, count)),
    }
}
