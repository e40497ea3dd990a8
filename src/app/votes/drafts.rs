//! The drafts behind the votes: targets with the amendments that are asked for, and reports with reader and gist.

use super::row::{Row, label};
use crate::app::App;
use crate::app::form::{Choice, Form};
use crate::app::people::{choice_of, speaker, speakers};
use crate::app::words::votes as w;
use crate::domain::agenda::{Item, ItemKind};
use crate::domain::floor::Speaker;
use crate::domain::id::{ReportId, TargetId};
use crate::domain::refusal::Noun;
use crate::domain::reports::{Change as Reports, Report};
use crate::domain::targets::{Change as Targets, Target};
use crate::domain::{Change, Congress, Lang, Refusal};

/// The choice that nobody is named; the numbers of people begin at 1.
const NOBODY: u32 = 0;

/// The form for a new target, or one whose draft is corrected.
pub(super) fn target(app: &App, target: Option<TargetId>) -> Form {
    let lang = app.lang();
    let form = proposed(&app.congress, target, lang);
    let Some(known) = target else { return form };
    form.shared(format!("target {known}"), move |congress| {
        congress.targets.get(&known).map(|_| proposed(congress, target, lang))
    })
}

fn proposed(congress: &Congress, target: Option<TargetId>, lang: Lang) -> Form {
    let known = target.and_then(|target| congress.targets.get(&target));
    let title = if known.is_some() { w::correct_target(lang) } else { w::new_target(lang) };
    Form::new(title, move |congress: &Congress, form: &Form| {
        Ok(Change::Targets(Targets::Proposed(Target {
            id: target.unwrap_or_else(|| congress.targets.next_id()),
            text: form.text(0),
            proposed: form.text(1),
            amendment: None,
            adopted: None,
            adopted_by: None,
        })))
    })
    .help(w::target_help(lang))
    .line(w::target_text(lang), known.map_or("", |target| target.text.as_str()))
    .line(w::value(lang), known.map_or("", |target| target.proposed.as_str()))
}

/// The form that enters who asks to change a target, and to what.
pub(super) fn amendment(app: &App, target: TargetId) -> Form {
    let lang = app.lang();
    let value = app.congress.targets.get(&target).map_or("", |target| target.value()).to_owned();
    let asked = app.congress.speaking().and_then(|speech| choice_of(&speech.speaker));
    Form::new(w::ask_amendment(lang), move |_: &Congress, form: &Form| {
        let by = speaker(form.choice(0).ok_or(Refusal::Blank { what: Noun::Person })?);
        Ok(Change::Targets(Targets::AmendmentAsked { target, by, value: form.text(1) }))
    })
    .help(format!("{}: {value}", label(&app.congress, Row::Target(target), lang)))
    .pick(w::asked_by(lang), speakers(&app.congress), asked)
    .line(w::value_asked(lang), "")
}

/// What the item under way is called, where it is the hearing of a report that nobody entered.
fn heard_now(congress: &Congress) -> &str {
    let item = congress.item_now().filter(|item| item.kind == ItemKind::Report);
    let entered = |item: &&Item| congress.reports.iter().any(|report| report.item == Some(item.id));
    item.filter(|item| !entered(item)).map_or("", |item| item.title.as_str())
}

/// The form for a new report, or for the title, reader and gist of one.
pub(super) fn report(app: &App, report: Option<ReportId>) -> Form {
    let lang = app.lang();
    let form = written(&app.congress, report, lang);
    let Some(known) = report else { return form };
    form.shared(format!("report {known}"), move |congress| {
        congress.reports.get(&known).map(|_| written(congress, report, lang))
    })
}

fn written(congress: &Congress, report: Option<ReportId>, lang: Lang) -> Form {
    let known = report.and_then(|report| congress.reports.get(&report));
    let title = if known.is_some() { w::correct_report(lang) } else { w::new_report(lang) };
    let mut readers = vec![Choice::new(w::nobody_named(lang), NOBODY)];
    readers.extend(speakers(congress));
    let on_no_list = known.and_then(|report| report.reader.clone()).filter(|reader| choice_of(reader).is_none());
    let reader = known.and_then(|report| report.reader.as_ref()).and_then(choice_of).unwrap_or(NOBODY);
    let mut form = Form::new(title, move |congress: &Congress, form: &Form| {
        let chosen = form.choice(1).filter(|chosen| *chosen != NOBODY).map(speaker);
        Ok(Change::Reports(Reports::Entered(entered(congress, report, form, chosen.or_else(|| on_no_list.clone())))))
    })
    .help(w::report_help(lang));
    form = match known {
        Some(report) => form.line(w::report_title(lang), &report.title),
        None => form.offered(w::report_title(lang), heard_now(congress)),
    };
    form = form
        .pick(w::reader(lang), readers, Some(reader))
        .lines(w::gist(lang), known.map_or("", |report| report.gist.as_str()));
    // the title of a report that is known mostly stays: what is asked first is who reads it
    form.at = usize::from(known.is_some());
    form
}

/// The report as typed; a new one belongs to the report item under way.
fn entered(congress: &Congress, report: Option<ReportId>, form: &Form, reader: Option<Speaker>) -> Report {
    let known = report.and_then(|report| congress.reports.get(&report));
    let here = congress.item_now().filter(|item| item.kind == ItemKind::Report).map(|item| item.id);
    Report {
        id: report.unwrap_or_else(|| congress.reports.next_id()),
        title: form.text(0),
        item: known.map_or(here, |report| report.item),
        reader,
        gist: form.text(2),
        accepted_by: known.and_then(|report| report.accepted_by),
    }
}
