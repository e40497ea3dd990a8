//! The figures of a report, stated in its item (số liệu): typed as the papers print them, one to a line.

use crate::app::App;
use crate::app::action::Action as Any;
use crate::app::dialog::{Dialog, Palette};
use crate::app::field::Field;
use crate::app::form::{Choice, Form, Many, Picker, Tone};
use crate::app::run::{Action, selected};
use crate::app::words::run as w;
use crate::domain::agenda::Item;
use crate::domain::figure::{EXAMPLES, Figure, read};
use crate::domain::fold::clean_line;
use crate::domain::id::{FactId, ReportId};
use crate::domain::reports::{Change as Reports, Fact, Report};
use crate::domain::{Change, Congress, Lang, Refusal};

/// The report heard in an item; none where no report is, and what is stated belongs to none.
fn report_of<'a>(congress: &'a Congress, item: &Item) -> Option<&'a Report> {
    congress.reports.iter().find(|report| report.item == Some(item.id))
}

/// What was stated in an item: the figures of its report, where it has one.
pub fn stated<'a>(congress: &'a Congress, item: &Item) -> Vec<&'a Fact> {
    let Some(report) = report_of(congress, item) else { return Vec::new() };
    congress.facts.iter().filter(|fact| fact.report == Some(report.id)).collect()
}

/// What may be corrected from an item: its own figures, or those that belong to no report where it hears none.
fn at_hand<'a>(congress: &'a Congress, item: &Item) -> Vec<&'a Fact> {
    match report_of(congress, item) {
        Some(_) => stated(congress, item),
        None => congress.facts.iter().filter(|fact| fact.report.is_none()).collect(),
    }
}

/// A figure as a line: its text, and the numbers as papers print them.
pub fn told(fact: &Fact) -> String {
    let figures = fact.figures.iter().map(Figure::printed).collect::<Vec<_>>().join(", ");
    if figures.is_empty() { fact.text.clone() } else { format!("{}: {figures}", fact.text) }
}

/// Opens the form of a new figure, or where some are stated, asks which.
pub(super) fn ask(app: &mut App) {
    let lang = app.lang();
    let Some(item) = selected(app) else { return };
    let known: Vec<(String, Action)> =
        at_hand(&app.congress, item).into_iter().map(|fact| (told(fact), Action::OpenFigure(Some(fact.id)))).collect();
    if known.is_empty() {
        open(app, None);
        return;
    }
    let new = (w::new_figure(lang).to_owned(), Action::OpenFigure(None));
    let all: Vec<(String, Action)> = std::iter::once(new).chain(known).collect();
    let choices = (0..).zip(&all).map(|(place, (label, _))| Choice::new(label.clone(), place)).collect();
    let picker = Picker { choices, query: Field::default(), row: 0, chosen: Vec::new(), many: Many::One };
    let actions = all.into_iter().map(|(_, action)| Any::Run(action)).collect();
    app.dialog = Some(Dialog::Palette(Box::new(Palette { picker, actions, title: w::figures(lang).to_owned() })));
}

/// Opens the form of a figure.
pub(super) fn open(app: &mut App, fact: Option<FactId>) {
    let report = selected(app).and_then(|item| report_of(&app.congress, item)).map(|report| report.id);
    let form = form(app, fact, report);
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}

fn form(app: &App, id: Option<FactId>, report: Option<ReportId>) -> Form {
    let lang = app.lang();
    let form = standing(&app.congress, (id, report), lang);
    let Some(fact) = id else { return form };
    form.shared(format!("figure {fact}"), move |congress| {
        congress.facts.get(&fact).map(|_| standing(congress, (id, report), lang))
    })
}

fn standing(congress: &Congress, (id, report): (Option<FactId>, Option<ReportId>), lang: Lang) -> Form {
    let known = id.and_then(|id| congress.facts.get(&id));
    let lines = known.map(|fact| fact.figures.iter().map(Figure::printed).collect::<Vec<_>>().join("\n"));
    let title = report.and_then(|report| congress.reports.get(&report)).map(|report| report.title.clone());
    Form::new(title.map_or_else(|| w::figures(lang).to_owned(), |title| w::figures_of(lang, &title)), {
        move |congress: &Congress, form: &Form| {
            let lines: Vec<String> = form.text(1).lines().map(clean_line).filter(|line| !line.is_empty()).collect();
            let figures = lines
                .into_iter()
                .map(|line| read(&line).ok_or(Refusal::NoFigure { text: line, examples: EXAMPLES.to_owned() }));
            Ok(Change::Reports(Reports::FactStated(Fact {
                id: id.unwrap_or_else(|| congress.facts.next_id()),
                report: id.and_then(|id| congress.facts.get(&id)).map_or(report, |known| known.report),
                text: form.text(0),
                figures: figures.collect::<Result<_, _>>()?,
            })))
        }
    })
    .help(w::figures_help(lang))
    .line(w::figure_text(lang), known.map_or("", |fact| fact.text.as_str()))
    .lines(w::figure_numbers(lang), &lines.unwrap_or_default())
    .saying(move |_: &Congress, form: &Form| {
        let lines: Vec<String> = form.text(1).lines().map(clean_line).filter(|line| !line.is_empty()).collect();
        let wrong = lines.iter().filter(|line| read(line).is_none());
        let mut said: Vec<(Tone, String)> = wrong.map(|line| (Tone::Bad, w::no_figure(lang, line))).collect();
        let read: Vec<Figure> = lines.iter().filter_map(|line| read(line)).collect();
        if said.is_empty() && !form.text(0).is_empty() {
            let fact = Fact { id: FactId(0), report: None, text: form.text(0), figures: read };
            said.push((Tone::Good, told(&fact)));
        }
        said.push((Tone::Plain, EXAMPLES.to_owned()));
        said
    })
}
