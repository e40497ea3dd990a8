//! What the due task needs and the one key that does it: for the lower pane and the line above the footer.

use super::super::words::elections as w;
use super::super::{App, desk};
use super::bundles::{self, Due};
use super::due::{self, HandVote, Task};
use super::keying::Purpose;
use super::review::{Kind, Review};
use super::{checklist, forms, selected, telling};
use crate::domain::election::bundle::Claim;
use crate::domain::election::keyed::Progress;
use crate::domain::election::list::Voters;
use crate::domain::election::outcome::{Next, Places};
use crate::domain::election::{BundleState, Election, Entry, Office, RoundKind, base, result};
use crate::domain::id::RoundId;
use crate::domain::meeting::{Kind as Meeting, Roster};
use crate::domain::refusal::{Refusal, Told};
use crate::domain::regulation::Rule;
use crate::domain::{Lang, Role};

/// What the due task needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// What it is, line by line.
    pub text: Vec<String>,
    /// The key that does it.
    pub press: String,
    /// Why it cannot be done yet.
    pub obstacle: Option<Told>,
    /// The role that takes the laptop first.
    pub role: Option<Role>,
}

/// What is due in the election under the cursor.
pub fn needed(app: &App) -> Option<Needed> {
    let election = selected(app)?;
    let (congress, lang, at) = (&app.congress, app.lang(), app.now());
    let task = due::task(congress, election);
    let role = due::role_wanted(congress, election, task, at, app.seat.who);
    let obstacle = due::obstacle(congress, election, task, at).map(|refusal| app.told(&refusal));
    let press = match role {
        Some(Role::Head) => w::press_to_counters(lang).to_owned(),
        Some(_) => w::press_to_secretary(lang).to_owned(),
        None => press(app, task, lang),
    };
    Some(Needed { text: text(app, election, task), press, obstacle, role })
}

/// What to do next on this screen.
pub(in crate::app) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let here = &app.on.elections;
    match (&here.review, here.board) {
        _ if here.is_keying() => return at_pad(app),
        (Some(review), _) => return at_papers(app, review),
        (None, Some(round)) => return at_board(app, round),
        (None, None) => {}
    }
    let Some(needed) = needed(app) else {
        let review = app.congress.meeting().is_review();
        return if review { w::review_elects_nobody(lang) } else { w::no_elections(lang) }.to_owned();
    };
    match (&needed.obstacle, needed.role) {
        (Some(told), None) => w::blocked(lang, &told.what, &told.instead),
        _ => needed.press,
    }
}

fn at_pad(app: &App) -> String {
    let lang = app.lang();
    let Some(keying) = &app.on.elections.keying else { return String::new() };
    let left = keying.left(&app.congress);
    match keying.purpose {
        Purpose::Paper => w::next_paper(lang).to_owned(),
        Purpose::Count if keying.is_full(&app.congress) => w::next_full(lang, keying.bundle),
        Purpose::Count if keying.pad.reopened_number().is_some() => w::next_reopened(lang).to_owned(),
        Purpose::Count => match keying.pad.contest().form() {
            crate::domain::election::form::Form::StrikeOut => w::next_strike(lang, left),
            crate::domain::election::form::Form::AgreeDisagree => w::next_boxes(lang, left),
        },
    }
}

/// What the bundle under the cursor of the board asks for.
fn at_board(app: &App, round: RoundId) -> String {
    let (congress, lang) = (&app.congress, app.lang());
    let settled = congress.bundles_of(round).all(|bundle| bundle.state == BundleState::Settled);
    if settled && congress.open_pick(round).is_some() {
        return w::next_recheck(lang).to_owned();
    }
    if settled {
        return w::next_all_settled(lang).to_owned();
    }
    if bundles::all_keyed_here(congress, round) {
        return w::next_bring_back(lang).to_owned();
    }
    if app.seat.who.role == Role::Counter && bundles::is_idle(app, round) {
        return desk::next_step(app);
    }
    let Some(bundle) = bundles::selected(app, round) else { return w::next_no_bundle(lang).to_owned() };
    match bundles::due(congress, bundle, app.seat.who) {
        Due::Key(Claim::New) if app.seat.who.role == Role::Head && congress.entry_of(round) == Some(Entry::Double) => {
            w::next_desks(lang).to_owned()
        }
        Due::Key(Claim::New) => w::next_take(lang, bundle.number, bundle.size),
        Due::Key(Claim::Resumes(_)) => w::next_resume(lang, bundle.number),
        Due::Settle => w::next_settle(lang, bundle.number, congress.open_differences(bundle).len()),
        Due::ReadBack => w::next_read_back(lang, bundle.number),
        Due::Others(Refusal::SamePersonTwice { bundle }) => w::next_other_desk(lang, bundle),
        Due::Others(Refusal::SettledByKeyer { bundle }) => w::next_third(lang, bundle),
        Due::Others(refusal) => {
            let told = app.told(&refusal);
            w::blocked(lang, &told.what, &told.instead)
        }
        Due::Nothing => w::bundle_settled(lang, bundle.number),
    }
}

/// What the paper in hand asks for.
fn at_papers(app: &App, review: &Review) -> String {
    let lang = app.lang();
    if review.pending.is_some() {
        return w::next_reason(lang).to_owned();
    }
    match review.kind {
        Kind::Differences(..) => w::next_difference(lang).to_owned(),
        Kind::ReadBack(..) => w::next_reading(lang).to_owned(),
        Kind::Recheck(_) => w::next_compare(lang).to_owned(),
    }
}

fn press(app: &App, task: Task, lang: Lang) -> String {
    let word = match task {
        Task::Vote(HandVote::Seats(_)) => w::press_seats,
        Task::Vote(HandVote::Withdrawal(..)) => w::press_withdrawal,
        Task::Vote(HandVote::List(_)) => w::press_list,
        Task::Vote(HandVote::Counting(_)) => w::press_counting,
        Task::Nominate => return press_nominate(app, lang),
        Task::Open(RoundKind::First) => w::press_base,
        Task::Open(RoundKind::Further) => w::press_further,
        Task::Open(RoundKind::TieRevote) => w::press_tie,
        Task::Open(RoundKind::AfterAnnulment) => w::press_again,
        Task::Seal(_) => w::press_seal,
        Task::Issue(_) => w::press_issue,
        Task::Collect(_) => w::press_collect,
        Task::Report(_) => w::press_report,
        Task::HandOut(_) => w::press_hand_out,
        Task::Key(round) if to_settle(app, round) => w::press_settle,
        Task::Key(_) => w::press_key,
        Task::Opinion => w::press_opinion,
        Task::Close(_) => w::press_close,
        Task::Confirm(_) => w::press_confirm,
        Task::Announce(_) => w::press_announce,
        Task::HandOver(_) => w::press_hand_over,
        Task::Decide(Next::SuperiorAppoints) => w::press_appoints,
        Task::Decide(_) => w::press_decide,
        Task::State => w::press_state,
        Task::Elsewhere(next) => {
            let title = app.congress.elections.get(&next).map_or("", |election| election.title.as_str());
            return w::press_elsewhere(lang, title);
        }
        Task::Call => w::press_call,
    };
    word(lang).to_owned()
}

/// Whether bundles wait for this person to decide on papers.
fn to_settle(app: &App, round: RoundId) -> bool {
    let due = |bundle| bundles::due(&app.congress, bundle, app.seat.who) == Due::Settle;
    app.congress.bundles_of(round).any(due)
}

fn text(app: &App, election: &Election, task: Task) -> Vec<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let regulation = congress.meeting().regulation();
    let cited = |text: &str, rule: Rule| vec![text.to_owned(), w::by_article(lang, &regulation.cite(rule))];
    let mut text = match task {
        Task::Opinion => {
            let (names, room) = (congress.floor_names(election.id).len(), congress.room_for_floor(election));
            cited(&w::need_opinion(lang, names, room), Rule::Surplus)
        }
        Task::Vote(HandVote::Seats(_)) => cited(w::need_seats(lang), Rule::NumberBeforeList),
        Task::Vote(HandVote::Withdrawal(_, person)) => {
            cited(&w::need_withdrawal(lang, checklist::name(congress, person)), Rule::Withdrawal)
        }
        Task::Vote(HandVote::List(_)) => list(app, election),
        Task::Vote(HandVote::Counting(_)) => cited(w::need_counting(lang), Rule::CountingCommitteeNotCandidate),
        Task::Nominate => nominate(app, election),
        Task::Open(RoundKind::AfterAnnulment) => cited(w::need_again(lang), Rule::CollectedExceedsIssued),
        Task::Open(RoundKind::TieRevote) => {
            let (names, places) = result::names_for(congress, election, RoundKind::TieRevote);
            let names = checklist::names(congress, &names);
            let told = match result::places_for(congress, election, RoundKind::TieRevote) {
                Places::Seats => w::need_tie(lang, places, &names),
                Places::Alternates => w::need_tie_alternate(lang, places, &names),
            };
            cited(&told, Rule::LastSeatTie)
        }
        Task::Open(_) => telling::base_lines(congress, election, &base::propose(congress, election), lang),
        Task::Decide(Next::SuperiorAppoints) => cited(w::need_appoints(lang), Rule::ThreeRounds),
        Task::Decide(_) => {
            let (seats, alternates) =
                (result::seats_open(congress, election), result::alternates_open(congress, election));
            let told = match seats {
                0 if alternates > 0 => w::need_decide_alternates(lang, alternates),
                seats => w::need_decide(lang, seats),
            };
            cited(&told, Rule::FurtherRound)
        }
        Task::State => vec![w::need_state(lang).to_owned()],
        Task::Elsewhere(_) | Task::Call => over(app, election),
        Task::Seal(round)
        | Task::Issue(round)
        | Task::Collect(round)
        | Task::Report(round)
        | Task::HandOut(round)
        | Task::Key(round)
        | Task::Close(round)
        | Task::Confirm(round)
        | Task::Announce(round) => of_round(app, task, round),
        Task::HandOver(round) => [over(app, election), of_round(app, task, round)].concat(),
    };
    text.extend(introduced(app, election, task));
    if !matches!(task, Task::Elsewhere(_) | Task::Call | Task::HandOver(_)) {
        text = text.into_iter().map(|line| telling::said_of(election.voters, line)).collect();
    }
    let named_only = congress.meeting().roster == Roster::NamedOnly;
    if named_only && congress.round_now(election.id).is_none() && election.stated.is_none() && task != Task::State {
        text.push(w::may_state(lang).to_owned());
    }
    text
}

/// Before the list of a direct election of a secretary: whom the voters introduced, or that they are asked first (rules §3).
fn introduced(app: &App, election: &Election, task: Task) -> Vec<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let direct = election.office == Office::Secretary && election.elects() && election.voters == Voters::Congress;
    let before_list = matches!(task, Task::Vote(HandVote::Seats(_)) | Task::Nominate);
    if !direct || !before_list || congress.meeting().kind == Meeting::Cell {
        return Vec::new();
    }
    let mut held = congress.ballots_serving(election.id).rev().filter_map(|ballot| congress.round_now(ballot.id));
    match held.find(|round| round.is_announced()) {
        Some(round) => telling::announced(congress, round, lang),
        None if congress.ballots_serving(election.id).next().is_some() => Vec::new(),
        None => vec![w::introduced_first(lang).to_owned()],
    }
}

fn press_nominate(app: &App, lang: Lang) -> String {
    let fit = selected(app).map(|election| app.congress.prepared(election).fit.len()).unwrap_or_default();
    if fit == 0 { w::press_nominate(lang).to_owned() } else { w::press_prepared(lang, fit) }
}

/// The prepared names: those who go onto the list, and those who do not with the reason.
fn nominate(app: &App, election: &Election) -> Vec<String> {
    let lang = app.lang();
    let prepared = app.congress.prepared(election);
    let mut lines = if prepared.fit.is_empty() {
        vec![w::need_nominate(lang).to_owned()]
    } else {
        let names = checklist::names(&app.congress, &prepared.fit);
        vec![w::need_prepared(lang, prepared.fit.len(), &names), w::need_more(lang).to_owned()]
    };
    lines.extend(left_out(app, election));
    lines
}

/// Who was prepared and may not stand, each with the reason.
fn left_out(app: &App, election: &Election) -> Vec<String> {
    let left_out = app.congress.prepared(election).left_out;
    left_out.iter().map(|(_, refusal)| w::left_out(app.lang(), &app.told(refusal).what)).collect()
}

fn list(app: &App, election: &Election) -> Vec<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let mut lines = vec![w::need_list(lang).to_owned()];
    lines.extend((1..).zip(congress.list(election.id)).map(|(number, person): (u16, _)| {
        let source = congress.candidates.get(&(election.id, person));
        let source = source.map_or("", |candidate| forms::source_word(candidate.source, lang));
        format!("{number:>3} {}{source}", checklist::name(congress, person))
    }));
    lines.extend(left_out(app, election));
    lines
}

fn of_round(app: &App, task: Task, round: RoundId) -> Vec<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let regulation = congress.meeting().regulation();
    let ledger = congress.rounds.get(&round).map(|round| round.ledger).unwrap_or_default();
    let election = congress.rounds.get(&round).and_then(|round| congress.elections.get(&round.election));
    let voters = election.map_or(0, |election| base::voters(congress, election));
    let (issued, collected) = (ledger.issued.unwrap_or(0), ledger.collected.unwrap_or(0));
    let progress = congress.progress(round);
    let (said, rule) = match task {
        Task::Seal(_) => (w::need_box(lang).to_owned(), None),
        Task::Issue(_) => (w::need_issue(lang, voters), None),
        Task::Collect(_) => (w::need_collect(lang, issued), Some(Rule::CollectedExceedsIssued)),
        Task::Report(_) => (w::need_report(lang, issued, collected), Some(Rule::ReportedBeforeCounting)),
        Task::HandOut(_) => (w::need_hand_out(lang, collected), None),
        Task::Key(_) => (counting(app, round, progress), None),
        Task::Close(_) => (w::need_close(lang, collected), None),
        Task::Confirm(_) => (w::need_confirm(lang).to_owned(), None),
        Task::Announce(_) => (w::need_announce(lang).to_owned(), None),
        _ => (w::need_hand_over(lang, regulation.rounds.ballots_kept_months), Some(Rule::SealedBallots)),
    };
    let article = rule.map(|rule| w::by_article(lang, &regulation.cite(rule)));
    std::iter::once(said).chain(article).collect()
}

/// How far the count is, and when it may be done.
fn counting(app: &App, round: RoundId, progress: Progress) -> String {
    let lang = app.lang();
    let told = w::need_key(lang, progress.checked, progress.papers, progress.settled, progress.bundles);
    match app.congress.minutes_left(round, app.now()) {
        Some(minutes) => format!("{told} {}", w::minutes_left(lang, minutes)),
        None => told,
    }
}

/// Who was elected, and what was decided on seats left open.
fn over(app: &App, election: &Election) -> Vec<String> {
    let (congress, lang) = (&app.congress, app.lang());
    let asking = congress.round_now(election.id).filter(|_| !election.elects());
    let mut lines = match result::elected(congress, election) {
        _ if asking.is_some() => asking.map(|round| telling::announced(congress, round, lang)).unwrap_or_default(),
        None if election.stated.is_some() => vec![w::stated_unnamed(lang).to_owned()],
        elected => {
            let alternates = result::alternates(congress, election);
            telling::elected(congress, &elected.unwrap_or_default(), &alternates, lang)
        }
    };
    if election.stated.is_some() {
        lines.push(w::stated_without_votes(lang).to_owned());
    }
    let matter = crate::domain::decisions::Matter::LeaveSeatsOpen(election.id);
    lines.extend(congress.decided(matter).map(|decision| w::left_open(lang, &decision.text)));
    lines
}
