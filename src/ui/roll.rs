//! The roll.
//!
//! ```text
//!  Có mặt 22/25 · chưa gọi 1 · đủ số ✓ (cần 17)                                  (small windows)
//!  chính thức 20 · dự bị 2 · nữ 9 · muộn 1 · ra về 0 · vắng CLD 2 · KLD 0
//! ╭ Điểm danh – Phiên chính thức 28/9/2022 · tất cả 25/25 ─────────╮╭ Số liệu (wide windows) ─╮
//! │  12 Nguyễn Thị Hồng Hạnh   chính thức  Phòng Kinh tế  ✓ 07:55  ││ Được triệu tập       25 │
//! ╰────────────────────────────────────────────────────────────────╯╰─────────────────────────╯
//! ```

mod calling;
mod figures;
mod guests;
mod preview;

use super::{parts, theme};
use crate::app::App;
use crate::app::action::Action as Any;
use crate::app::roll::{self, Figures, Filter, Pane, Tone};
use crate::app::run::session_word;
use crate::app::words::roll as w;
use crate::domain::figures::date;
use crate::domain::people::Person;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// From this width on the figures have a pane of their own.
const ROOMY: u16 = 116;

/// Draws the screen.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    match app.on.roll.pane {
        Pane::Guests => return guests::draw(app, area, buffer),
        Pane::Preview => return preview::draw(app, area, buffer),
        Pane::Roster | Pane::Calling => {}
    }
    let beside = area.width >= ROOMY || app.on.roll.figures == Figures::Always;
    let main = if beside {
        let side = match area.width {
            0..ROOMY => 34,
            ROOMY..160 => 38,
            _ => 48,
        };
        let [left, right] = Layout::horizontal([Constraint::Min(30), Constraint::Length(side)]).areas(area);
        figures::pane(app, right, buffer);
        left
    } else {
        let [top, below] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(area);
        figures::band(app, top, buffer);
        below
    };
    match app.on.roll.pane {
        Pane::Calling => calling::draw(app, main, buffer),
        Pane::Roster | Pane::Guests | Pane::Preview => roster(app, main, buffer),
    }
}

fn roster(app: &App, area: Rect, buffer: &mut Buffer) {
    let rows = roll::rows(app);
    let inside = parts::pane(area, buffer, &title(app, rows.len()));
    more_keys(app, area, buffer);
    let text = match (app.congress.people.is_empty(), rows.is_empty()) {
        (true, _) => w::empty_roster(app.lang()),
        (_, true) => w::none_found(app.lang()),
        _ => "",
    };
    parts::paragraph(inside, buffer, text, theme::dim());
    let columns = Columns::of(app, usize::from(inside.width));
    parts::list(inside, buffer, (rows.len(), roll::cursor(app, &rows)), |place| {
        rows.get(place).map(|person| row(app, person, &columns)).unwrap_or_default()
    });
}

/// Keys that open another part of the screen, on the lower edge: in a small window the footer has no room for them.
fn more_keys(app: &App, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang();
    let key = |action: roll::Action| {
        let row = roll::BINDINGS.iter().find(|row| row.action == Any::Roll(action) && row.place == app.place());
        row.map(|row| format!("{} {}", row.key, (row.hint)(lang)))
    };
    let guests = &app.congress.guests;
    let came = guests.iter().filter(|guest| guest.came_at.is_some()).count();
    let guests = key(roll::Action::Guests).map(|row| format!("{row} {came}/{}", guests.len()));
    // where there are units, going through them is worth more than adding somebody
    let last = if roll::units(app).is_empty() { roll::Action::AddPerson } else { roll::Action::NextUnit };
    let keys = [key(roll::Action::Call), guests, key(roll::Action::Figures), key(last)];
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    let text = parts::cut(&format!(" {} ", keys.join(" · ")), usize::from(area.width.saturating_sub(4)));
    if area.height > 1 && area.width > 4 {
        let line = Rect { x: area.x + 2, y: area.bottom() - 1, width: area.width - 4, height: 1 };
        parts::text(line, buffer, &text, theme::dim());
    }
}

/// The session that sits, in words.
fn session(app: &App) -> String {
    let lang = app.lang();
    let Some(session) = roll::session(&app.congress) else { return w::no_session(lang).to_owned() };
    let kind = session_word(session.kind, app.congress.meeting().kind)(lang);
    format!("{kind} {}", date(session.date))
}

fn title(app: &App, shown: usize) -> String {
    let lang = app.lang();
    let state = &app.on.roll;
    let filter = match state.filter {
        Filter::Everybody => w::everybody_shown(lang),
        Filter::Uncalled => w::uncalled_shown(lang),
        Filter::Absent => w::absent_shown(lang),
        Filter::Left => w::left_shown(lang),
    };
    let mut title = format!("{} · {}", w::listed(lang, shown, app.congress.people.len(), filter), session(app));
    if let Some(unit) = &state.unit {
        let tally = roll::tally(app).into_iter().find(|tally| tally.unit == *unit).unwrap_or_default();
        let present = w::present_of(lang, tally.present, &tally.summoned.to_string());
        title = format!("{unit} · {present} · {title}");
    }
    title
}

/// The widths of the columns, in cells.
struct Columns {
    name: usize,
    position: usize,
    unit: usize,
    mark: usize,
    /// Whether the units begin with the same word, so that their ends tell them apart.
    alike: bool,
}

impl Columns {
    /// Name and mark first: in a narrow list they are all there is.
    fn of(app: &App, width: usize) -> Self {
        // number, its space, and a space after each column
        let width = width.saturating_sub(8);
        if width < 60 {
            let mark = 16.min(width / 2);
            return Self { name: width.saturating_sub(mark), position: 0, unit: 0, mark, alike: false };
        }
        let mut first = roll::units(app).iter().map(|unit| unit.split_whitespace().next());
        let alike = first.next().is_some_and(|word| first.all(|other| other == word));
        let position = (width / 6).min(22);
        let mark = (width / 4).max(22);
        // one unit alone is named above the list
        let told = app.on.roll.unit.is_some() || (roll::units(app).is_empty() && width < 80);
        let unit = if told { 0 } else { (width / 5).min(40) };
        Self { name: width.saturating_sub(position + mark + unit), position, unit, mark, alike }
    }
}

fn tone_style(tone: Tone) -> Style {
    match tone {
        Tone::Good => theme::good(),
        Tone::Bad => theme::bad(),
        Tone::Plain => theme::plain(),
        Tone::Dim => theme::dim(),
    }
}

/// A long name without its middle: family name and given name tell people apart.
fn shortened(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(family), Some(rest)) = (words.first(), words.get(1..)) else { return name.to_owned() };
    let without = (1..rest.len()).filter_map(|skip| Some(format!("{family} … {}", rest.get(skip..)?.join(" "))));
    without.into_iter().find(|short| short.width() <= width).unwrap_or_else(|| name.to_owned())
}

fn row(app: &App, person: &Person, columns: &Columns) -> Line<'static> {
    let (mark, tone) = roll::mark_of(app, person);
    let mut spans = vec![
        Span::styled(format!("{:>4} ", person.id.0), theme::dim()),
        Span::styled(parts::fit(&shortened(&person.name, columns.name), columns.name), theme::plain()),
    ];
    if columns.position > 0 {
        let position = roll::position_of(&app.congress, person, app.lang());
        spans.push(Span::styled(format!(" {}", parts::fit(&position, columns.position)), theme::dim()));
    }
    if columns.unit > 0 {
        // where the roster has no units, the office tells people of one name apart
        let unit = person.unit.as_ref().or(person.office.as_ref()).map_or("", String::as_str);
        let unit = if columns.alike { parts::ending(unit, columns.unit) } else { unit.to_owned() };
        spans.push(Span::styled(format!(" {}", parts::fit(&unit, columns.unit)), theme::dim()));
    }
    spans.push(Span::styled(format!(" {}", parts::cut(&mark, columns.mark)), tone_style(tone)));
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_family_and_given_name() {
        let name = "Công Tằng Tôn Nữ Thị Hoàng Phương Thảo Nguyên";
        assert_eq!(shortened(name, 25), "Công … Phương Thảo Nguyên");
        assert_eq!(shortened(name, 14), "Công … Nguyên");
        assert_eq!(shortened(name, 60), name);
        assert_eq!(shortened("Nguyễn", 3), "Nguyễn");
    }
}
