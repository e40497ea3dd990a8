//! The dialogs of a round: base, issued, collected, annulled, close, announce, hand over.

use super::super::action::Action as Any;
use super::super::dialog::{Confirm, Dialog, Offer};
use super::super::effect::Effect;
use super::super::form::Form;
use super::super::words::elections as w;
use super::super::{App, Seating};
use super::due::Task;
use super::telling;
use super::{Action, bundles, checklist, keying};
use crate::domain::election::{Change as E, Election, RoundKind, base, result};
use crate::domain::id::RoundId;
use crate::domain::{Change, Congress, Refusal, Role};

/// Does a task of a round; the others are the screen's.
pub(super) fn act(app: &mut App, election: &Election, task: Task) -> Vec<Effect> {
    let at = app.now();
    match task {
        Task::Open(kind) => app.dialog = Some(Dialog::Confirm(opening(app, election, kind))),
        Task::Seal(round) => return Effect::change(Change::Election(E::BoxSealed { round, at })),
        Task::Issue(round) => app.dialog = Some(form(issuing(app, round))),
        Task::Collect(round) => app.dialog = Some(form(collecting(app, round))),
        Task::Report(round) => return Effect::change(Change::Election(E::Reported { round, at })),
        Task::HandOut(round) => app.dialog = Some(form(bundles::handing_out(app, round))),
        Task::Key(round) => return key(app, round),
        Task::Close(round) => app.dialog = Some(Dialog::Confirm(closing(app, round))),
        Task::Confirm(round) => return Effect::change(Change::Election(E::ResultConfirmed { round, at })),
        Task::Announce(round) => app.dialog = Some(Dialog::Confirm(announcing(app, round))),
        Task::HandOver(round) => app.dialog = Some(form(handing_over(app, round))),
        _ => {}
    }
    Vec::new()
}

/// A desk takes its next bundle at once; whoever has more to do than that goes to the board.
fn key(app: &mut App, round: RoundId) -> Vec<Effect> {
    bundles::open(app, round);
    if app.seat.who.role == Role::Counter { keying::take_next(app, round) } else { Vec::new() }
}

fn form(form: Form) -> Dialog {
    Dialog::Form(Box::new(form), None)
}

/// Asks whether the laptop goes to the one whose task it is.
pub(super) fn offering(app: &App, role: Role) -> Dialog {
    let lang = app.lang();
    if app.seating == Seating::Fixed {
        // nobody hands this screen over: the task is done on another
        let refusal = Refusal::NotThisRole { role: app.seat.who.role, needed: role };
        return Dialog::Refused(app.told(&refusal));
    }
    let (title, text) = match role {
        Role::Head => (w::to_counters(lang), w::to_counters_text(lang)),
        _ => (w::to_secretary(lang), w::to_secretary_text(lang)),
    };
    let action = Any::Elections(Action::TakeSeat(role));
    Dialog::Offer(Offer { title: title.to_owned(), text: vec![text.to_owned()], action })
}

/// The base with each deduction by name; what is shown is what is frozen.
fn opening(app: &App, election: &Election, kind: RoundKind) -> Confirm {
    let (lang, at, id) = (app.lang(), app.now(), election.id);
    let congress = &app.congress;
    let base = base::propose(congress, election);
    let (names, seats) = result::names_for(congress, election, kind);
    let mut text = telling::base_lines(congress, election, &base, lang);
    text.push(String::new());
    text.push(w::round_list(lang, names.len(), seats, &checklist::names(congress, &names)));
    text.push(w::base_frozen(lang).to_owned());
    text.extend(telling::open_points(congress, election, (&names, seats), lang));
    let yes = Effect::record(move |congress: &Congress| {
        let round = congress.rounds.next_id();
        Ok(Change::Election(E::BaseConfirmed { round, election: id, kind, base: base.clone(), at }))
    });
    let title = match kind {
        RoundKind::First => w::confirm_base(lang).to_owned(),
        RoundKind::TieRevote => w::open_tie(lang).to_owned(),
        RoundKind::Further => w::open_further(lang).to_owned(),
        RoundKind::AfterAnnulment => w::open_again(lang).to_owned(),
    };
    Confirm::new(&title, text, yes)
}

fn issuing(app: &App, round: RoundId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let election = app.congress.rounds.get(&round).and_then(|round| app.congress.elections.get(&round.election));
    let voters = election.map_or(0, |election| base::voters(&app.congress, election));
    let form = Form::new(w::issue(lang), move |_: &Congress, form: &Form| {
        let issued = form.count(1).unwrap_or(0);
        Ok(Change::Election(E::Issued { round, printed: form.count(0), issued, at }))
    })
    .help(w::issue_help(lang, voters))
    .number(w::printed(lang), None)
    .number(w::issued(lang), None);
    // how many were printed is often not known: the cursor begins at the number that is needed
    Form { at: 1, ..form }
}

fn collecting(app: &App, round: RoundId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let issued = app.congress.rounds.get(&round).and_then(|round| round.ledger.issued).unwrap_or(0);
    Form::new(w::collect(lang), move |_: &Congress, form: &Form| {
        // blank is unknown, and nobody goes on from an unknown number
        let collected = form.count(0).ok_or(Refusal::Blank { what: crate::domain::refusal::Noun::Ballots })?;
        Ok(Change::Election(E::Collected { round, collected, spoiled: form.count(1).unwrap_or(0), at }))
    })
    .help(w::collect_help(lang, issued))
    .number(w::collected(lang), None)
    .number(w::spoiled(lang), None)
}

/// More were collected than issued: annuls every ballot when the number is typed once more.
pub(super) fn annulling(app: &App, round: RoundId, (collected, issued): (u32, u32)) -> Form {
    let (lang, at) = (app.lang(), app.now());
    Form::new(w::annul(lang), move |_: &Congress, form: &Form| match form.count(0) {
        Some(again) if again == collected => Ok(Change::Election(E::Annulled { round, collected, at })),
        Some(again) if again > issued => Err(Refusal::CollectedExceedsIssued { collected: again, issued }),
        Some(again) => Err(Refusal::NothingToAnnul { collected: again, issued }),
        None => Err(Refusal::Blank { what: crate::domain::refusal::Noun::Ballots }),
    })
    .help(w::annul_help(lang))
    .number(w::collected_again(lang), None)
}

fn closing(app: &App, round: RoundId) -> Confirm {
    let (lang, at) = (app.lang(), app.now());
    let keyed = app.congress.progress(round).papers;
    Confirm::new(
        w::close(lang),
        vec![w::close_text(lang, keyed)],
        Effect::change(Change::Election(E::CountClosed { round, at })),
    )
}

/// The result before the presidium confirms it, for a screen that does not show it.
pub(super) fn confirming(app: &App, round: RoundId, yes: Vec<Effect>) -> Confirm {
    let lang = app.lang();
    let text = elected(app, round).into_iter().chain([w::confirm_text(lang).to_owned()]).collect();
    Confirm::new(w::confirm_result(lang), text, yes)
}

/// Who was elected in a round, as it is told.
fn elected(app: &App, round: RoundId) -> Vec<String> {
    let known = app.congress.rounds.get(&round);
    known.map(|round| telling::announced(&app.congress, round, app.lang())).unwrap_or_default()
}

fn announcing(app: &App, round: RoundId) -> Confirm {
    let (lang, at) = (app.lang(), app.now());
    Confirm::new(
        w::announce(lang),
        elected(app, round).into_iter().chain([w::announce_text(lang).to_owned()]).collect(),
        Effect::change(Change::Election(E::Announced { round, at })),
    )
}

fn handing_over(app: &App, round: RoundId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let number = app.congress.rounds.get(&round).map_or(1, |round| round.number);
    let months = app.congress.meeting().regulation().rounds.ballots_kept_months;
    Form::new(w::hand_over(lang, number), move |_: &Congress, form: &Form| {
        Ok(Change::Election(E::HandedOver { round, to: form.text(0), at }))
    })
    .help(w::hand_over_help(lang, months))
    .line(w::handed_to(lang), "")
}
