//! The right pane: what is read out, who or what is voted on, and the numbers.

use super::{introduced, levels, numbers};
use crate::app::App;
use crate::app::votes::proposing::names_allowed;
use crate::app::votes::row::{self, Row};
use crate::app::votes::stage::{body, stage, votes_on};
use crate::app::votes::{Stage, selected, text};
use crate::app::words::votes as w;
use crate::domain::bodies::BodyKind;
use crate::domain::figures::two_digits;
use crate::domain::id::{ElectionId, PersonId, ReportId, TargetId};
use crate::ui::{parts, theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Lines that are wrapped to the pane as they are written.
pub(super) struct Page {
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Page {
    /// Writes a text, wrapped.
    pub(super) fn write(&mut self, text: &str, style: Style) {
        let wrapped = parts::wrap(text, self.width);
        self.lines.extend(wrapped.into_iter().map(|line| Line::styled(line, style)));
    }

    /// Begins a new part: a blank line, unless it is the first.
    pub(super) fn part(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Line::raw(""));
        }
    }

    /// Writes the heading of a new part.
    pub(super) fn head(&mut self, text: &str) {
        self.part();
        self.write(text, theme::strong());
    }
}

/// Draws the pane of the row under the cursor.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let row = selected(app);
    let inside = parts::pane(area, buffer, &title(app, row));
    let mut page = Page { width: usize::from(inside.width.saturating_sub(1)), lines: Vec::new() };
    let stage = stage(&app.congress, row);
    matter(app, row, &mut page);
    read_out(app, row, stage, &mut page);
    match stage {
        Stage::Carried(motion) | Stage::Lost(motion) => numbers::held(app, motion, &mut page),
        Stage::Ready | Stage::Put(_) => numbers::expected(app, row, &mut page),
        Stage::Missing | Stage::Otherwise => {}
    }
    at_length(app, row, &mut page);
    numbers::earlier(app, &votes_on(&app.congress, row), stage, &mut page);
    parts::lines(inside, buffer, page.lines);
}

fn title(app: &App, row: Row) -> String {
    let label = row::label(&app.congress, row, app.lang());
    match row {
        Row::Seats(election) | Row::List(election) | Row::Body(_, Some(election)) | Row::Withdrawal(election, _) => {
            format!("{label} – {}", row::title(&app.congress, election))
        }
        _ => label,
    }
}

/// What is voted on: members, names, the report, the target.
fn matter(app: &App, row: Row, page: &mut Page) {
    let lang = app.lang();
    match row {
        Row::Report(report) => of_report(app, report, page),
        Row::Seats(election) => {
            if let Some(election) = app.congress.elections.get(&election)
                && let Some(seats) = election.seats
            {
                page.write(&w::elected_number(lang, &two_digits(seats)), theme::strong());
                if let (Some(size), later @ 1..) = (election.size, election.completed_later()) {
                    page.write(&w::later(lang, size, later), theme::plain());
                }
                page.write(&names_allowed(&app.congress, election, seats, lang).1, theme::dim());
            } else {
                page.write(w::seats_for(lang), theme::dim());
            }
        }
        Row::List(election) if app.congress.list(election).is_empty() => page.write(w::list_for(lang), theme::dim()),
        Row::List(election) => surplus(app, election, page),
        Row::Withdrawal(election, person) => {
            let reason = row::request(&app.congress, election, person).map(|request| request.reason.clone());
            page.write(&introduced(&app.congress, person), theme::strong());
            page.write(&reason.unwrap_or_default(), theme::plain());
        }
        Row::Target(target) => of_target(app, target, page),
        Row::Targets if app.congress.targets.is_empty() => page.write(w::targets_for(lang), theme::dim()),
        Row::NewReport => page.write(w::reports_for(lang), theme::dim()),
        Row::New => page.write(w::others_for(lang), theme::dim()),
        Row::Level(levelled) => levels::write(app, levelled, page),
        _ => {}
    }
}

/// What may be long, under the numbers: members, names, the targets, the programme.
fn at_length(app: &App, row: Row, page: &mut Page) {
    match row {
        Row::Body(kind, election) => members(app, kind, election, page),
        // in ballot order
        Row::List(election) => {
            page.part();
            numbered(app, &app.congress.list(election), None, page);
        }
        Row::Targets => {
            page.part();
            for target in app.congress.targets.iter() {
                page.write(&format!("• {}: {}", target.text, target.value()), theme::plain());
            }
        }
        Row::Programme => {
            page.part();
            for item in app.congress.whole_agenda() {
                page.write(&format!("• {}", item.title), theme::dim());
            }
        }
        _ => {}
    }
}

fn members(app: &App, kind: BodyKind, election: Option<ElectionId>, page: &mut Page) {
    let lang = app.lang();
    page.part();
    let Some(body) = body(&app.congress, kind, election) else {
        let general = election.and_then(|election| app.congress.counting_committee(election));
        if let Some(general) = general {
            page.write(w::general_counts(lang), theme::dim());
            numbered(app, &general.members, Some(kind), page);
        } else {
            let review = app.congress.meeting().is_review();
            page.write(if review { w::nobody_named_yet(lang) } else { w::nobody_proposed(lang) }, theme::dim());
        }
        return;
    };
    numbered(app, &body.members, Some(kind), page);
}

/// People under each other; the first of a committee is its head.
fn numbered(app: &App, people: &[PersonId], body: Option<BodyKind>, page: &mut Page) {
    for (number, person) in (1..).zip(people) {
        let heads = number == 1 && matches!(body, Some(BodyKind::Counting | BodyKind::Credentials));
        let head = if heads { format!(" – {}", w::head(app.lang())) } else { String::new() };
        page.write(&format!("{number}. {}{head}", introduced(&app.congress, *person)), theme::plain());
    }
}

/// How many names for how many seats, the surplus, and what is allowed (rules §4).
fn surplus(app: &App, id: ElectionId, page: &mut Page) {
    let lang = app.lang();
    let Some(election) = app.congress.elections.get(&id) else { return };
    let list = app.congress.list(id);
    match election.seats {
        Some(seats) if !list.is_empty() => {
            let surplus = i64::try_from(list.len()).unwrap_or(i64::MAX) - i64::from(seats);
            page.write(&w::surplus(lang, list.len(), seats, surplus), theme::strong());
            page.write(&names_allowed(&app.congress, election, seats, lang).1, theme::dim());
        }
        _ => page.write(w::list_made_on_f6(lang), theme::dim()),
    }
}

fn of_report(app: &App, report: ReportId, page: &mut Page) {
    let lang = app.lang();
    let Some(report) = app.congress.reports.get(&report) else { return };
    let reader = report.reader.as_ref().map_or(w::nobody_named(lang), |reader| app.congress.speaker_name(reader));
    page.write(&w::read_by(lang, reader), theme::plain());
    if report.gist.is_empty() {
        page.write(w::no_gist(lang), theme::dim());
    } else {
        page.write(&report.gist, theme::plain());
    }
}

/// Proposed, asked for, adopted: three values that stay apart.
fn of_target(app: &App, target: TargetId, page: &mut Page) {
    let lang = app.lang();
    let Some(target) = app.congress.targets.get(&target) else { return };
    page.write(&target.text, theme::strong());
    page.write(&format!("{}: {}", w::value(lang), target.proposed), theme::plain());
    if let Some(amendment) = &target.amendment {
        let by = app.congress.speaker_name(&amendment.by);
        let asked = w::amendment_by(lang, by, &amendment.value);
        page.write(&format!("{}: {asked}", w::asked(lang)), theme::hint());
        match amendment.taken {
            Some(true) => page.write(&format!("→ {}: {}", w::amended(lang), target.value()), theme::good()),
            Some(false) => page.write(&format!("→ {}", w::not_amended(lang)), theme::bad()),
            None => {}
        }
    }
    match &target.adopted {
        Some(adopted) => page.write(&format!("{}: {adopted}", w::adopted_value(lang)), theme::good()),
        None => page.write(w::adopted_together(lang), theme::dim()),
    }
}

/// The text that was put, or the ready one.
fn read_out(app: &App, row: Row, stage: Stage, page: &mut Page) {
    let (text, style) = match stage {
        Stage::Put(motion) | Stage::Carried(motion) | Stage::Lost(motion) => {
            (app.congress.motions.get(&motion).map(|motion| motion.text.clone()).unwrap_or_default(), theme::plain())
        }
        Stage::Ready => (text::ready(&app.congress, row), theme::dim()),
        Stage::Missing | Stage::Otherwise => return,
    };
    page.head(w::to_read(app.lang()));
    page.write(&format!("«{text}»"), style);
}
