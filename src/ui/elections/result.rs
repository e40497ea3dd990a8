//! The result of a counted round: papers, ledger, every name with votes, share, bar and the reason; then what comes next.

use super::super::{parts, theme};
use super::detail::wrapped;
use crate::app::App;
use crate::app::elections::telling::{self, Line as Named};
use crate::app::words::elections as w;
use crate::domain::election::form::Form;
use crate::domain::election::outcome::{Next, Outcome, Standing};
use crate::domain::election::{Election, Round};
use crate::domain::regulation::Rule;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// Every name of a counted round, and what comes next.
pub(super) fn names(
    app: &App,
    (round, (outcome, names)): (&Round, &(Outcome, Vec<Named>)),
    width: usize,
) -> Vec<Line<'static>> {
    let lang = app.lang();
    let mut lines = vec![Line::styled(format!(" {}", telling::round_title(round, lang)), theme::strong())];
    let cells = Cells::of(names, outcome, width);
    let elects = app.congress.elections.get(&round.election).is_none_or(Election::elects);
    if cells.once && elects {
        let article = telling::short_article(app.congress.meeting().regulation(), Rule::Majority);
        let needed = w::result_needed(lang, round.base.value, outcome.threshold);
        lines.push(Line::styled(format!(" {needed} – {article}"), theme::dim()));
    }
    for name in names {
        lines.extend(named(name, (round, outcome), &cells));
    }
    // a ballot that asks fills no seats
    if elects {
        let next = if outcome.next == Next::Complete { theme::good() } else { theme::bad() };
        lines.extend(wrapped(telling::next_word(outcome.next, lang), width, next));
    }
    lines
}

/// The papers of a counted round, its ledger, its base and the article behind it.
pub(super) fn papers(app: &App, (round, outcome): (&Round, &Outcome), width: usize) -> Vec<Line<'static>> {
    let (congress, lang) = (&app.congress, app.lang());
    let Some(counts) = &round.counts else { return Vec::new() };
    let mut lines = wrapped(&telling::papers(round, counts, lang), width, theme::plain());
    lines.extend(match telling::ledger(&congress.contest(round), round, counts, lang) {
        Ok(balanced) => wrapped(&balanced, width, theme::dim()),
        Err(wrong) => wrapped(&wrong, width, theme::bad()),
    });
    // who is only introduced needs no number of votes
    if congress.elections.get(&round.election).is_none_or(Election::elects) {
        let article = congress.meeting().regulation().cite(Rule::Majority);
        let needed = w::result_needed(lang, round.base.value, outcome.threshold);
        lines.extend(wrapped(&format!("{needed} – {article}"), width, theme::dim()));
    }
    lines
}

fn style_of(standing: Standing) -> (&'static str, Style) {
    match standing {
        Standing::Elected | Standing::ElectedInTieRevote | Standing::KeptOnList => ("✓", theme::good()),
        Standing::Alternate | Standing::AlternateInTieRevote => ("+", theme::hint()),
        Standing::Introduced => ("·", theme::plain()),
        Standing::TiedForLastSeat | Standing::TiedForLastAlternate => ("=", theme::bad()),
        _ => ("✗", theme::dim()),
    }
}

/// From how many names on a narrow pane says the plain reason once for all of them.
const MANY: usize = 9;

/// How many cells the columns have.
struct Cells {
    name: usize,
    votes: usize,
    bar: usize,
    width: usize,
    /// Whether the plain reason, how many votes are needed, stands above the names and not under each.
    once: bool,
}

impl Cells {
    fn of(names: &[Named], outcome: &Outcome, width: usize) -> Self {
        let bar = if width >= 64 { 10 } else { 6 };
        let votes = names.iter().map(|name| votes(name, outcome).width()).max().unwrap_or(0);
        let widest = names.iter().map(|name| name.name.width()).max().unwrap_or(0);
        // mark, number and share, with the spaces between
        let around = votes + bar + PERCENT + 10;
        let name = widest.min(width.saturating_sub(around));
        let fits = |named: &Named| name + around + named.why.width() + 2 <= width;
        Self { name, votes, bar, width, once: names.len() > MANY && !names.iter().all(fits) }
    }
}

/// Cells of a share: `100,00%`.
const PERCENT: usize = 7;

fn votes(named: &Named, outcome: &Outcome) -> String {
    let count = named.result.count;
    match outcome.form {
        Form::StrikeOut => format!("{:>5}", count.votes),
        Form::AgreeDisagree => format!("{:>4}/{}/{}", count.votes, count.against, count.not_counted),
    }
}

/// One name: number, name, votes, share, bar, and why; the reason on a line of its own where one line is too short.
fn named(named: &Named, (round, outcome): (&Round, &Outcome), cells: &Cells) -> Vec<Line<'static>> {
    let votes = parts::fit(&votes(named, outcome), cells.votes);
    let percent = named.result.percent.map_or_else(String::new, |percent| format!("{percent:>6}%"));
    let bar = parts::bar(named.result.count.votes, u64::from(round.base.value), cells.bar);
    let name = parts::fit(&named.name, cells.name);
    let standing = named.result.standing;
    let (mark, style) = style_of(standing);
    let spans = vec![
        Span::styled(format!(" {mark} "), style),
        Span::raw(format!("{:>3} ", named.number)),
        Span::styled(name, if standing.holds_seat() { theme::strong() } else { theme::plain() }),
        Span::raw(format!("{votes} {percent:>PERCENT$} ")),
        Span::styled(bar, style),
    ];
    let mut line = Line::from(spans);
    if line.width() + named.why.width() + 2 <= cells.width {
        line.push_span(Span::styled(format!(" {}", named.why), theme::plain()));
        return vec![line];
    }
    if cells.once && matches!(standing, Standing::Elected | Standing::ShortOfHalf { .. } | Standing::Introduced) {
        return vec![line];
    }
    let why = parts::wrap(&named.why, cells.width.saturating_sub(5));
    let why = why.into_iter().map(|why| Line::styled(format!("    {why}"), theme::dim()));
    std::iter::once(line).chain(why).collect()
}
