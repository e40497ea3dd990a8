//! The numbers of the hall: two lines above a narrow list, a pane beside a wide one.

use crate::app::App;
use crate::app::roll;
use crate::app::words::{frame, roll as w};
use crate::domain::attendance::Presence;
use crate::domain::figures::Percent;
use crate::domain::hall::{Hall, Quorum};
use crate::domain::id::PersonId;
use crate::domain::makeup::{Makeup, PARTY_AGE_BANDS, Years};
use crate::domain::meeting::Roster;
use crate::domain::people::{Origin, Person};
use crate::domain::{Congress, Lang};
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The quorum in words, with its colour.
fn quorum(app: &App, hall: &Hall) -> (String, Style) {
    let lang = app.lang();
    let needed = app.congress.meeting().regulation().quorum_needed(hall.summoned);
    match hall.quorum {
        Quorum::Missing { summoned: 0, .. } => (frame::no_roster(lang).to_owned(), theme::dim()),
        Quorum::Reached => (w::quorum_reached(lang, needed), theme::good()),
        Quorum::Missing { present, needed, .. } => {
            (w::quorum_missing(lang, needed, needed.saturating_sub(present)), theme::bad())
        }
        Quorum::NotStated => (w::named_only(lang).to_owned(), theme::dim()),
    }
}

/// The counts of a congress of delegates; what is none of two thousand takes no room from those absent.
fn of_delegates(app: &App, hall: &Hall, late: u32) -> Vec<String> {
    let (lang, alternates) = (app.lang(), alternates(app));
    let counts = [
        (alternates > 0, w::count_alternates(lang, alternates)),
        (late > 0, w::count_late(lang, late)),
        (hall.left > 0, w::count_left(lang, hall.left)),
    ];
    let some = counts.into_iter().filter(|(any, _)| *any).map(|(_, told)| told);
    let full = hall.full.saturating_sub(alternates);
    let first = [w::count_full(lang, full), w::count_women(lang, hall.women)];
    let absent = [w::count_excused(lang, hall.excused), w::count_unexcused(lang, hall.unexcused)];
    first.into_iter().chain(absent).chain(some).collect()
}

/// How many alternates sit in the place of a delegate; among delegates nobody is on probation.
fn alternates(app: &App) -> u32 {
    let congress = &app.congress;
    let sits = |person: &&Person| person.origin == Some(Origin::Alternate) && is_here(congress, person.id);
    u32::try_from(congress.people.iter().filter(sits).count()).unwrap_or(u32::MAX)
}

fn is_here(congress: &Congress, person: PersonId) -> bool {
    congress.presence(person) == Some(Presence::Present)
}

fn summoned(hall: &Hall, lang: Lang) -> String {
    hall.stated(hall.summoned).map_or_else(|| w::not_stated(lang).to_owned(), |count| count.to_string())
}

/// Draws the two lines above a narrow list.
pub(super) fn band(app: &App, area: Rect, buffer: &mut Buffer) {
    let (lang, hall) = (app.lang(), app.congress.hall());
    if hall.quorum == Quorum::NotStated {
        let said = [w::present_not_stated(lang), w::named_only(lang)].map(|text| Line::raw(format!(" {text}")));
        parts::lines(area, buffer, said);
        return;
    }
    let late = roll::late(&app.congress);
    let counts = if app.congress.meeting().has_delegates() {
        of_delegates(app, &hall, late)
    } else {
        vec![
            w::count_full(lang, hall.full),
            w::count_probationary(lang, hall.probationary),
            w::count_women(lang, hall.women),
            w::count_late(lang, late),
            w::count_left(lang, hall.left),
            w::count_excused(lang, hall.excused),
            w::count_unexcused(lang, hall.unexcused),
        ]
    };
    let (quorum, style) = quorum(app, &hall);
    let lines = [
        Line::from(vec![
            Span::styled(format!(" {}", w::present_of(lang, hall.present, &summoned(&hall, lang))), theme::strong()),
            Span::raw(format!(" · {} · ", w::count_uncalled(lang, hall.uncalled))),
            Span::styled(quorum, style),
        ]),
        Line::raw(format!(" {}", counts.join(" · "))),
    ];
    parts::lines(area, buffer, lines);
}

/// Draws the pane beside a wide list.
pub(super) fn pane(app: &App, area: Rect, buffer: &mut Buffer) {
    let inside = parts::pane(area, buffer, w::figures(app.lang()));
    let width = usize::from(inside.width.saturating_sub(2));
    let mut lines = hall(app, width);
    // of those named only nobody knows what the whole is made up of
    if app.congress.hall().quorum != Quorum::NotStated {
        lines.extend(makeup(app, width));
        lines.extend(units(app, width));
    }
    parts::lines(inside, buffer, lines);
}

fn heading(text: &str) -> Line<'static> {
    Line::styled(format!(" {text}"), theme::strong())
}

/// A label with its value at the right edge.
fn value(label: &str, value: &str, width: usize, style: Style) -> Line<'static> {
    let cells = unicode_width::UnicodeWidthStr::width(value);
    let label = parts::fit(label, width.saturating_sub(cells + 1));
    Line::from(vec![Span::raw(format!(" {label} ")), Span::styled(value.to_owned(), style)])
}

fn hall(app: &App, width: usize) -> Vec<Line<'static>> {
    let (lang, hall) = (app.lang(), app.congress.hall());
    let late = roll::late(&app.congress);
    let needed = app.congress.meeting().regulation().quorum_needed(hall.summoned);
    let (said, style) = quorum(app, &hall);
    let count = |label: &str, number: u32| value(label, &number.to_string(), width, theme::plain());
    if hall.quorum == Quorum::NotStated {
        let unknown = [w::summoned(lang), w::present(lang)];
        let mut lines = unknown.map(|label| value(label, w::not_stated(lang), width, theme::strong())).to_vec();
        lines.extend(parts::wrap(&said, width).into_iter().map(|line| Line::styled(format!(" {line}"), style)));
        lines.push(Line::raw(""));
        return lines;
    }
    let mut lines = vec![
        value(w::summoned(lang), &summoned(&hall, lang), width, theme::strong()),
        value(w::present(lang), &hall.present.to_string(), width, theme::strong()),
        count(&format!("  {}", w::official(lang)), hall.full.saturating_sub(alternates(app))),
        if app.congress.meeting().has_delegates() {
            count(&format!("  {}", w::alternate_count(lang)), alternates(app))
        } else {
            count(&format!("  {}", w::probationary_count(lang)), hall.probationary)
        },
        count(&format!("  {}", w::voters(lang)), hall.voters),
        count(&format!("  {}", w::women(lang)), hall.women),
        count(&format!("  {}", w::late_count(lang)), late),
        count(w::excused(lang), hall.excused),
        count(w::unexcused(lang), hall.unexcused),
        count(w::uncalled(lang), hall.uncalled),
        count(w::left_count(lang), hall.left),
    ];
    if hall.roster == Roster::Complete {
        lines.push(count(w::needed(lang), needed));
    }
    lines.extend(parts::wrap(&said, width).into_iter().map(|line| Line::styled(format!(" {line}"), style)));
    lines.push(Line::raw(""));
    lines
}

/// What the attendance and credentials reports state of those present, as far as it is recorded; nothing where the roster names only
/// some of them.
fn makeup(app: &App, width: usize) -> Vec<Line<'static>> {
    if app.congress.meeting().roster == Roster::NamedOnly {
        return Vec::new();
    }
    let (lang, makeup) = (app.lang(), app.congress.makeup());
    let mut lines = vec![heading(w::makeup(lang))];
    lines.push(share(w::women(lang), (makeup.women, makeup.sex_unknown), &makeup, (lang, width)));
    lines.push(share(w::minority(lang), (makeup.minority, makeup.ethnicity_unknown), &makeup, (lang, width)));
    let edges = app.congress.meeting().about.printing.age_edges();
    lines.extend(years(w::age(lang), &makeup, (&makeup.age, edges), (lang, width)));
    lines.extend(years(w::party_age(lang), &makeup, (&makeup.party_age, &PARTY_AGE_BANDS), (lang, width)));
    lines.push(Line::raw(""));
    lines
}

/// A count, its share of those present, and of how many nothing is recorded.
fn share(label: &str, (count, unknown): (u32, u32), makeup: &Makeup, (lang, width): (Lang, usize)) -> Line<'static> {
    if makeup.present > 0 && unknown == makeup.present {
        return value(label, w::not_recorded(lang), width, theme::dim());
    }
    let share = Percent::of(count.into(), makeup.present.into()).map(|share| format!(" ({share} %)"));
    let mut told = format!("{count}{}", share.unwrap_or_default());
    if unknown > 0 {
        told = format!("{told}, {}", w::unknown_count(lang, unknown));
    }
    value(label, &told, width, theme::plain())
}

fn years(
    label: &str,
    makeup: &Makeup,
    (years, edges): (&Years, &[u32]),
    (lang, width): (Lang, usize),
) -> Vec<Line<'static>> {
    let (Some(mean), Some(least), Some(most)) = (years.mean_tenths(), years.least, years.most) else {
        return vec![value(label, w::not_recorded(lang), width, theme::dim())];
    };
    let mean = format!("{},{}", mean / 10, mean % 10);
    let mut lines = vec![value(label, &w::years_range(lang, &mean, least, most), width, theme::plain())];
    let mut names: Vec<String> = edges.first().map(|first| w::up_to(lang, *first)).into_iter().collect();
    names.extend(edges.windows(2).map(|pair| w::from_to(lang, pair[0] + 1, pair[1])));
    names.extend(edges.last().map(|last| w::over(lang, *last)));
    let mut bands: Vec<String> = names
        .iter()
        .zip(&years.bands)
        .filter(|(_, count)| **count > 0)
        .map(|(name, count)| format!("{name}: {count}"))
        .collect();
    let unknown = makeup.present.saturating_sub(years.known);
    if unknown > 0 {
        bands.push(w::unknown_count(lang, unknown));
    }
    let bands = parts::wrap(&bands.join(" · "), width.saturating_sub(2));
    lines.extend(bands.into_iter().map(|line| Line::styled(format!("   {line}"), theme::dim())));
    lines
}

fn units(app: &App, width: usize) -> Vec<Line<'static>> {
    let tallies = roll::tally(app);
    if tallies.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading(w::by_unit(app.lang()))];
    lines.extend(tallies.iter().map(|tally| {
        let here = Some(&tally.unit) == app.on.roll.unit.as_ref();
        let style = if here { theme::strong() } else { theme::plain() };
        value(&tally.unit, &format!("{}/{}", tally.present, tally.summoned), width, style)
    }));
    lines
}
