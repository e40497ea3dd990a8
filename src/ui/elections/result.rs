//! The result of a counted round: papers, ledger, every name with votes, share, bar and the reason; then what comes next.

use super::super::{parts, theme};
use super::detail::wrapped;
use crate::app::App;
use crate::app::elections::telling::{self, Line as Named};
use crate::app::words::elections as w;
use crate::domain::election::Round;
use crate::domain::election::form::Form;
use crate::domain::election::outcome::{Next, Outcome, Standing};
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
    let widest = names.iter().map(|name| name.name.width()).max().unwrap_or(0);
    for name in names {
        lines.extend(named(name, (round, outcome), (widest, width)));
    }
    let next = if outcome.next == Next::Complete { theme::good() } else { theme::bad() };
    lines.extend(wrapped(telling::next_word(outcome.next, lang), width, next));
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
    let article = congress.meeting().regulation().cite(Rule::Majority);
    let needed = w::result_needed(lang, round.base.value, outcome.threshold);
    lines.extend(wrapped(&format!("{needed} – {article}"), width, theme::dim()));
    lines
}

fn style_of(standing: Standing) -> (&'static str, Style) {
    match standing {
        Standing::Elected | Standing::ElectedInTieRevote | Standing::KeptOnList => ("✓", theme::good()),
        Standing::Alternate | Standing::AlternateInTieRevote => ("+", theme::hint()),
        Standing::TiedForLastSeat | Standing::TiedForLastAlternate => ("=", theme::bad()),
        _ => ("✗", theme::dim()),
    }
}

/// One name: number, name, votes, share, bar, and why; the reason on a line of its own where one line is too short.
fn named(named: &Named, (round, outcome): (&Round, &Outcome), (widest, width): (usize, usize)) -> Vec<Line<'static>> {
    let count = named.result.count;
    let votes = match outcome.form {
        Form::StrikeOut => format!("{:>5}", count.votes),
        Form::AgreeDisagree => format!("{:>4}/{}/{}", count.votes, count.against, count.not_counted),
    };
    let percent = named.result.percent.map_or_else(String::new, |percent| format!("{percent:>6}%"));
    let bar = if width >= 64 { 10 } else { 6 };
    let bar = parts::bar(count.votes, u64::from(round.base.value), bar);
    let around = votes.width() + percent.width() + bar.width() + 10;
    let name = parts::fit(&named.name, widest.min(width.saturating_sub(around)));
    let (mark, style) = style_of(named.result.standing);
    let spans = vec![
        Span::styled(format!(" {mark} "), style),
        Span::raw(format!("{:>3} ", named.number)),
        Span::styled(name, if named.result.standing.holds_seat() { theme::strong() } else { theme::plain() }),
        Span::raw(format!("{votes} {percent} ")),
        Span::styled(bar, style),
    ];
    let taken: usize = spans.iter().map(|span| span.content.width()).sum();
    let line = Line::from(spans);
    if taken + named.why.width() + 2 <= width {
        let mut line = line;
        line.push_span(Span::styled(format!(" {}", named.why), theme::plain()));
        return vec![line];
    }
    let why = parts::wrap(&named.why, width.saturating_sub(5));
    let why = why.into_iter().map(|why| Line::styled(format!("    {why}"), theme::dim()));
    std::iter::once(line).chain(why).collect()
}
