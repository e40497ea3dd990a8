//! The walk: what Enter does on a row, where the cursor goes with the agenda, and what the guide says.

use super::count::counting as counting_form;
use super::count::{measure, share};
use super::levels::Levelled;
use super::row::{Row, fitting, label, rows};
use super::stage::{Stage, is_open, names_due, stage};
use super::{drafts, levels, open, proposing, selected};
use crate::app::App;
use crate::app::action::{Action as Any, Screen};
use crate::app::effect::Effect;
use crate::app::menu::screen_for;
use crate::app::words::votes as w;
use crate::domain::agenda::{Item, ItemKind};
use crate::domain::classification::Change as Classification;
use crate::domain::election::result;
use crate::domain::id::ElectionId;
use crate::domain::motions::{Change as Motions, Motion, Subject};
use crate::domain::reports::Change as Reports;
use crate::domain::targets::Change as Targets;
use crate::domain::{Change, Congress, Entry, Lang};

/// The item of the agenda whose votes are shown: the one looked at on the run screen, else the one under way or next.
fn item(app: &App) -> Option<&Item> {
    let looked_at = super::super::run::selected(app).filter(|_| app.on.run.wandered);
    let looked_at = looked_at.filter(|item| screen_for(&app.congress, item) == Screen::Votes);
    looked_at.or_else(|| app.congress.item_now()).or_else(|| app.congress.item_next())
}

/// Puts the cursor on the row that fits the agenda. Within one item it stays where the person left it, unless that row is done
/// and another of the item waits.
pub(in crate::app) fn settle(app: &mut App) {
    let Some(item) = item(app) else { return };
    let (id, rows) = (item.id, fitting(&app.congress, item));
    let open = rows.iter().find(|row| is_open(&app.congress, **row)).copied();
    let left = app.on.votes.row.filter(|_| app.on.votes.settled == Some(id));
    let stays = left.is_some_and(|row| open.is_none() || !rows.contains(&row) || is_open(&app.congress, row));
    let Some(row) = open.or(rows.last().copied()).filter(|_| !stays) else { return };
    app.on.votes = super::State { row: Some(row), settled: Some(id) };
}

/// After a change of this screen: the cursor goes to what is new, and the outcome of a vote is said.
pub(in crate::app) fn recorded(app: &mut App, entry: &Entry) {
    if app.screen != Screen::Votes {
        return;
    }
    match &entry.change {
        Change::Motions(Motions::Put(Motion { id, subject: Subject::Other, .. })) => {
            app.on.votes.row = Some(Row::Motion(*id));
        }
        Change::Motions(Motions::Voted { motion, .. }) => {
            let motion = app.congress.motions.get(motion);
            app.said = motion.and_then(|motion| outcome(motion, app.lang()));
        }
        Change::Targets(Targets::Proposed(target)) => app.on.votes.row = Some(Row::Target(target.id)),
        // of many put to the ballot at once the first is counted first
        Change::Classification(Classification::Called(rating))
            if !matches!(app.on.votes.row, Some(Row::Level(Levelled::Rating(_)))) =>
        {
            app.on.votes.row = Some(Row::Level(Levelled::Rating(rating.id)));
        }
        Change::Classification(Classification::ShareStated(share)) => {
            app.on.votes.row = Some(Row::Level(Levelled::Share(share.id)));
        }
        Change::Reports(Reports::Entered(report)) => app.on.votes.row = Some(Row::Report(report.id)),
        _ => {}
    }
}

/// The outcome of a vote in a few words: `Thông qua: 22/25 = 88,00 %`.
pub fn outcome(motion: &Motion, lang: Lang) -> Option<String> {
    let vote = motion.vote.as_ref()?;
    let word = if vote.carried() { w::carried(lang) } else { w::lost(lang) };
    let numbers = match (vote.hands(), vote.base) {
        (Some(hands), Some(base)) => share(hands.agree, base),
        (Some(hands), None) if hands.agree > 0 => hands.agree.to_string(),
        (Some(_), None) => w::unanimous(lang).to_owned(),
        (None, _) => w::counts_not_stated(lang).to_owned(),
    };
    Some(format!("{word}: {numbers}"))
}

/// Does what comes next on a row.
pub(super) fn advance(app: &mut App, row: Row) -> Vec<Effect> {
    let form = match (row, stage(&app.congress, row)) {
        (_, Stage::Put(motion)) => counting_form(app, motion),
        (Row::Seats(election), Stage::Missing | Stage::Ready | Stage::Lost(_)) => proposing::seats(app, election),
        (Row::Body(kind, election), Stage::Missing | Stage::Lost(_)) => proposing::body_form(app, kind, election),
        (Row::Target(target), Stage::Missing | Stage::Lost(_)) => drafts::amendment(app, target),
        (Row::Targets, Stage::Missing) => drafts::target(app, None),
        (Row::NewReport, _) => drafts::report(app, None),
        (Row::Level(levelled), _) if let Some(form) = levels::next(app, levelled) => form,
        (Row::New, _) => proposing::putting_other(app),
        (Row::List(election), Stage::Missing) if names_due(&app.congress, election) => {
            return app.act(Any::Go(Screen::Elections));
        }
        (Row::List(election), Stage::Carried(_)) if ballot_due(&app.congress, election) => {
            return app.act(Any::Go(Screen::Elections));
        }
        (Row::Withdrawal(..) | Row::Motion(_), Stage::Missing | Stage::Lost(_))
        | (_, Stage::Carried(_) | Stage::Otherwise) => {
            let next = next_open(app, row);
            if goes_on_in_elections(app, next) {
                return app.act(Any::Go(Screen::Elections));
            }
            app.on.votes.row = next.or(app.on.votes.row);
            return Vec::new();
        }
        (_, Stage::Missing | Stage::Ready | Stage::Lost(_)) => proposing::putting(app, row),
    };
    open(app, form);
    Vec::new()
}

/// Whether nothing is left to vote by hand before the ballot of an election: its list and a counting committee are there.
fn ballot_due(congress: &Congress, election: ElectionId) -> bool {
    congress.counting_committee(election).is_some() && congress.round_now(election).is_none()
}

/// The next row that waits: first of those that fit the agenda, then after the cursor, then from the top.
fn next_open(app: &App, row: Row) -> Option<Row> {
    let fits = item(app).map(|item| fitting(&app.congress, item)).unwrap_or_default();
    let all: Vec<Row> = rows(&app.congress).into_iter().map(|(_, row)| row).collect();
    let place = all.iter().position(|other| *other == row).map_or(0, |place| place + 1);
    let after = all.iter().skip(place).chain(all.iter().take(place));
    fits.iter().chain(after).copied().find(|other| *other != row && is_open(&app.congress, *other))
}

/// Whether the election of the item under way goes on with what is not voted by hand: names, then the ballot itself.
fn goes_on_in_elections(app: &App, next: Option<Row>) -> bool {
    let congress = &app.congress;
    let held_in = |item: &&Item| item.kind == ItemKind::Election || screen_for(congress, item) == Screen::Elections;
    let Some(item) = item(app).filter(held_in) else { return false };
    match next.filter(|next| fitting(congress, item).contains(next)) {
        Some(Row::List(election)) => names_due(congress, election),
        Some(_) => false,
        None => congress
            .elections
            .iter()
            .any(|election| election.item == Some(item.id) && !result::settled(congress, election)),
    }
}

/// What to do next on this screen.
pub(in crate::app) fn next_step(app: &App) -> String {
    let (lang, row) = (app.lang(), selected(app));
    let label = label(&app.congress, row, lang);
    match (row, stage(&app.congress, row)) {
        (_, Stage::Put(_)) => match measure(&app.congress, super::stage::voters(&app.congress, row)).voters {
            Some(voters) => w::next_vote(lang, voters),
            None => w::next_vote_unknown(lang).to_owned(),
        },
        (Row::Seats(_), Stage::Missing | Stage::Lost(_)) => w::next_seats(lang).to_owned(),
        (Row::Body(..), Stage::Missing) => w::next_propose(lang, &label),
        (Row::Body(..), Stage::Lost(_)) => w::next_propose_again(lang).to_owned(),
        (Row::List(election), Stage::Missing) if names_due(&app.congress, election) => w::next_names(lang).to_owned(),
        (Row::List(_), Stage::Missing) => w::next_number_first(lang).to_owned(),
        (Row::List(election), Stage::Carried(_)) if ballot_due(&app.congress, election) => {
            w::next_ballot(lang).to_owned()
        }
        (Row::Target(_), Stage::Missing) => w::next_amendment(lang).to_owned(),
        (Row::Targets, Stage::Missing) => w::next_first_target(lang).to_owned(),
        (Row::Targets, Stage::Ready) if amendments_open(&app.congress) => w::next_amendments_open(lang).to_owned(),
        (Row::NewReport, _) => w::next_report(lang).to_owned(),
        (Row::Level(levelled), _) if let Some(told) = levels::next_step(app, levelled) => told,
        (Row::New, _) => w::next_other(lang).to_owned(),
        (_, Stage::Ready) => w::next_put(lang).to_owned(),
        (Row::Withdrawal(..) | Row::Target(_) | Row::Motion(_), Stage::Lost(_))
        | (_, Stage::Carried(_) | Stage::Otherwise) => done(app, row),
        (_, Stage::Missing | Stage::Lost(_)) => w::next_put_again(lang).to_owned(),
    }
}

/// After a vote: the next row of the same item, or back to the agenda.
fn done(app: &App, row: Row) -> String {
    let lang = app.lang();
    let next = next_open(app, row);
    if goes_on_in_elections(app, next) {
        return w::next_elections(lang).to_owned();
    }
    let rows = item(app).map(|item| fitting(&app.congress, item)).unwrap_or_default();
    let fits = next.is_some_and(|next| rows.contains(&next));
    match next.map(|next| label(&app.congress, next, lang)) {
        Some(next) if fits => w::next_row(lang, &next),
        Some(next) => w::next_run_or_row(lang, &next),
        None => w::next_run(lang).to_owned(),
    }
}

/// Whether somebody's amendment of a target was not voted yet.
fn amendments_open(congress: &Congress) -> bool {
    congress.targets.iter().any(|target| target.amendment.as_ref().is_some_and(|amendment| amendment.taken.is_none()))
}
