//! Papers one by one: what was keyed of the one in hand, where two keyings differ, what was decided.
//!
//! ```text
//! ╭ Tệp 1 · phiếu khác nhau 1/3 ─────────────────────────────────────────────╮
//! │ tệp 1, phiếu thứ 12                                                       │
//! │ 1  Lượt 1  gạch 2 5 · hợp lệ                                              │
//! │ 2  Lượt 2  gạch 2 6 · hợp lệ                                              │
//! │ Khác nhau ở                                                               │
//! │   5 Nguyễn Văn Em      gạch          giữ                                  │
//! │ ── the other papers, with what was decided ───────────────────────────────│
//! ╰──────────────────────────────────────────────────────────────────────────╯
//! ```

use super::super::{parts, theme};
use super::pad::mark_word;
use crate::app::App;
use crate::app::elections::checklist::name;
use crate::app::elections::pad::{Mark, marks_of, width};
use crate::app::elections::review::{Kind, Review, Row, rows};
use crate::app::elections::telling;
use crate::app::telling::elections::why_word;
use crate::app::words::elections as w;
use crate::domain::Lang;
use crate::domain::election::ballot::{Ballot, judge};
use crate::domain::election::form::Contest;
use crate::domain::election::recheck::Found;
use crate::domain::election::settlement::Why;
use crate::domain::election::{KeyedBallot, Round};
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Draws the papers.
pub(super) fn draw(app: &App, review: &Review, area: Rect, buffer: &mut Buffer) {
    let Some(round) = app.congress.rounds.get(&review.kind.round()) else { return };
    let rows = rows(&app.congress, review.kind);
    let inside = parts::pane(area, buffer, &title(app, review, rows.len()));
    let Some(row) = rows.get(review.row) else { return };
    let upper = match &review.pending {
        Some(paper) => reasons(app, round, paper),
        None => in_hand(app, round, (review.kind, row), usize::from(inside.width)),
    };
    // the papers around the one in hand keep a few lines of their own
    let most = inside.height.saturating_sub(4).max(1);
    let height = u16::try_from(upper.len()).unwrap_or(u16::MAX).min(most);
    let [top, rule, below] =
        Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Min(0)]).areas(inside);
    parts::lines(top, buffer, upper);
    parts::text(rule, buffer, &"─".repeat(usize::from(rule.width)), theme::dim());
    let contest = app.congress.contest(round);
    parts::list(below, buffer, (rows.len(), Some(review.row)), |place| {
        let short = rows.get(place).map(|row| in_short(app, (review.kind, row), &contest));
        Line::raw(parts::cut(&short.unwrap_or_default(), usize::from(below.width)))
    });
}

fn title(app: &App, review: &Review, of: usize) -> String {
    let (lang, place) = (app.lang(), (review.row + 1).min(of));
    match review.kind {
        Kind::Differences(_, bundle) => w::differences_title(lang, bundle, place, of),
        Kind::ReadBack(_, bundle) => w::read_back_title(lang, bundle, place, of),
        Kind::Recheck(_) => w::recheck_title(lang, place, of),
    }
}

/// The paper in hand: what each keying says, and the names on which they differ.
fn in_hand(app: &App, round: &Round, (kind, row): (Kind, &Row), width: usize) -> Vec<Line<'static>> {
    let lang = app.lang();
    let contest = app.congress.contest(round);
    let mut lines = vec![Line::styled(format!(" {}", w::where_it_lies(lang, row.bundle, row.place)), theme::strong())];
    let says = |key: &str, word: &str, ballot: &KeyedBallot, place: u32| {
        let text = format!("{} · {}", said(ballot, &contest, lang), w::at_place(lang, place));
        Line::from(vec![
            Span::styled(format!(" {key:<2}"), theme::hint()),
            Span::styled(parts::fit(word, 12), theme::dim()),
            Span::raw(parts::cut(&text, width.saturating_sub(16))),
        ])
    };
    if let Some((place, second)) = &row.second {
        lines.push(says("1", w::says_first(lang), &row.first, row.place));
        lines.push(says("2", w::says_second(lang), second, *place));
        lines.extend(differing(app, round, (&row.first, second)));
    } else {
        let key = if matches!(kind, Kind::Differences(..)) { "1" } else { "" };
        lines.push(says(key, w::as_keyed(lang), &row.first, row.place));
        lines.extend(names_marked(app, round, &row.first));
    }
    if let Some(settled) = &row.settled {
        let marks = telling::marks_in_short(&settled.marks, &contest, lang);
        let verdict = telling::verdict(judge(&settled.paper(), &contest).ok(), lang);
        let why = why_word(settled.why, lang);
        let text = format!(" {}: {marks} · {verdict} · {why} {}", w::decided(lang), settled.note);
        lines.push(Line::styled(parts::cut(&text, width), theme::good()));
    }
    lines
}

/// What a keying says of a paper.
fn said(ballot: &KeyedBallot, contest: &Contest, lang: Lang) -> String {
    let marks = telling::marks_in_short(&ballot.marks, contest, lang);
    if ballot.set_aside {
        return format!("{marks} · {}", w::was_set_aside(lang));
    }
    format!("{marks} · {}", telling::verdict(judge(&ballot.paper(), contest).ok(), lang))
}

/// The names on which two keyings differ, each with what either says.
fn differing(app: &App, round: &Round, (first, second): (&KeyedBallot, &KeyedBallot)) -> Vec<Line<'static>> {
    let (congress, lang) = (&app.congress, app.lang());
    let contest = congress.contest(round);
    let (one, other) = (marks_of(&first.marks, contest.names), marks_of(&second.marks, contest.names));
    let digits = width(contest.names);
    let mut lines = vec![Line::styled(format!(" {}", w::differ_in(lang)), theme::dim())];
    let word = |mark: Mark| parts::fit(mark_word(contest.form(), mark, lang), 22);
    let places = (1..).zip(round.names.iter().zip(one.iter().zip(&other)));
    lines.extend(places.filter(|(_, (_, (one, other)))| one != other).map(|(number, (person, (one, other)))| {
        let number: usize = number;
        Line::from(vec![
            Span::styled(format!("   {number:0digits$} "), theme::hint()),
            Span::styled(parts::fit(name(congress, *person), 28), theme::strong()),
            Span::styled(format!("{}{}", word(*one), word(*other)), theme::bad()),
        ])
    }));
    let defects = [first.defect, second.defect];
    if defects[0] != defects[1] {
        let word = |defect: Option<_>| defect.map_or("–", |defect| telling::invalid_word(defect, lang));
        let told = format!("   {} / {}", word(defects[0].map(Into::into)), word(defects[1].map(Into::into)));
        lines.push(Line::styled(told, theme::bad()));
    }
    lines
}

/// The names that are marked on a paper, to be read out.
fn names_marked(app: &App, round: &Round, ballot: &KeyedBallot) -> Vec<Line<'static>> {
    let (congress, lang) = (&app.congress, app.lang());
    let contest = congress.contest(round);
    let digits = width(contest.names);
    let marks = marks_of(&ballot.marks, contest.names);
    let marked = (1..).zip(round.names.iter().zip(marks)).filter(|(_, (_, mark))| *mark != Mark::For);
    marked
        .map(|(number, (person, mark))| {
            let number: usize = number;
            Line::from(vec![
                Span::styled(format!("   {number:0digits$} "), theme::hint()),
                Span::raw(parts::fit(name(congress, *person), 28)),
                Span::styled(mark_word(contest.form(), mark, lang), theme::bad()),
            ])
        })
        .collect()
}

/// The reasons to choose from, below what the paper holds.
fn reasons(app: &App, round: &Round, paper: &Ballot) -> Vec<Line<'static>> {
    let lang = app.lang();
    let contest = app.congress.contest(round);
    let marks = telling::marks_in_short(&paper.marks, &contest, lang);
    let verdict = telling::verdict(judge(paper, &contest).ok(), lang);
    let mut lines = vec![
        Line::styled(format!(" {}: {marks} · {verdict}", w::from_paper_title(lang)), theme::strong()),
        Line::styled(format!(" {}", w::why_title(lang)), theme::plain()),
    ];
    let all = [Why::Slip, Why::Misread, Why::Doubtful, Why::Other];
    lines.extend((1..).zip(all).map(|(digit, why)| {
        let digit: u8 = digit;
        Line::from(vec![Span::styled(format!("  {digit} "), theme::hint()), Span::raw(why_word(why, lang))])
    }));
    lines
}

/// A paper in one line, with what was decided of it.
fn in_short(app: &App, (kind, row): (Kind, &Row), contest: &Contest) -> String {
    let lang = app.lang();
    let state = match (kind, &row.settled, row.drawn) {
        (_, Some(settled), _) => {
            format!("✓ {}: {}", w::decided(lang), telling::marks_in_short(&settled.marks, contest, lang))
        }
        (Kind::Recheck(_), None, Some((_, Some(Found::Same)))) => format!("✓ {}", w::agrees(lang)),
        (Kind::Recheck(_), None, Some((_, Some(Found::Other)))) => w::disagrees(lang).to_owned(),
        (Kind::Recheck(_), None, _) => w::not_compared(lang).to_owned(),
        (Kind::Differences(..), None, _) => w::undecided(lang).to_owned(),
        (Kind::ReadBack(..), None, _) => said(&row.first, contest, lang),
    };
    format!(" {} · {state}", w::where_it_lies(lang, row.bundle, row.place))
}
