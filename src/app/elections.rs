//! The elections screen (bầu cử): the elections in their order, the checklist of one, its round, the keying of its ballots.

use super::App;
use super::action::{Action as Any, Screen};
use super::dialog::Dialog;
use super::effect::Effect;
use super::form::Form;
use super::keymap::Place;
use super::votes;
use crate::domain::bodies::BodyKind;
use crate::domain::election::bundle::Change as BundleChange;
use crate::domain::election::desk::{Change as DeskChange, Returned, written};
use crate::domain::election::recheck::Change as Draw;
use crate::domain::election::{Change as E, Election, Round, RoundState, result};
use crate::domain::id::{ElectionId, ItemId, RoundId};
use crate::domain::refusal::Told;
use crate::domain::{Change, Entry, Refusal, Role};
use std::rc::Rc;

mod asking;
pub mod bundles;
pub mod checklist;
pub mod due;
mod forms;
mod guide;
pub mod keying;
mod keys;
mod lending;
pub mod pad;
pub mod review;
mod round;
pub mod telling;

pub use forms::office_word;
pub(super) use guide::next_step;
pub use guide::{Needed, needed};
pub use keys::BINDINGS;

use due::{HandVote, Task};
use keying::Keying;
use pad::{Fault, Tap};
use review::Review;

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// The desk file that was read and is shown: what it brings is not recorded yet.
    pub returned: Option<Rc<Returned>>,
    /// The election under the cursor; none: the first that is not over.
    pub election: Option<ElectionId>,
    /// The round shown; none: the last.
    pub round: Option<RoundId>,
    /// Lines of the lower pane scrolled away.
    pub scroll: usize,
    /// The desk, with the ballot in hand.
    pub keying: Option<Keying>,
    /// Whether somebody sits at the pad.
    pub at_pad: bool,
    /// The round whose bundles are on the board.
    pub board: Option<RoundId>,
    /// The bundle under the cursor of the board; none: the first that asks something of this seat.
    pub bundle: Option<u16>,
    /// The papers looked at one by one.
    pub review: Option<Review>,
}

impl State {
    /// Whether ballots are being keyed.
    pub fn is_keying(&self) -> bool {
        self.at_pad && self.keying.is_some()
    }

    /// Where keys are looked up on this screen now.
    pub fn place(&self) -> Place {
        if self.is_keying() {
            Place::Keying
        } else if let Some(review) = &self.review {
            if review.pending.is_some() { Place::Reasons } else { Place::Review }
        } else if self.board.is_some() {
            Place::Bundles
        } else {
            Place::On(Screen::Elections)
        }
    }

    /// Leaves pad, papers and board: somebody else takes the seat.
    pub fn leave_desk(&mut self) {
        (self.at_pad, self.review, self.board, self.bundle) = (false, None, None, None);
    }
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Do what is due.
    Go,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Scroll the lower pane up.
    PageUp,
    /// Scroll the lower pane down.
    PageDown,
    /// Show the round before.
    RoundBefore,
    /// Show the round after.
    RoundAfter,
    /// Call an election.
    Call,
    /// Correct the entry of an election.
    Correct,
    /// Put prepared names on the list.
    Nominate,
    /// Put a name from the floor on the list.
    FromFloor,
    /// Enter a request to withdraw.
    Withdraw,
    /// Record a decision of the congress.
    Decide,
    /// Record a result known without votes.
    State,
    /// Take another role and do what is due.
    TakeSeat(Role),
    /// Something on the number pad.
    Tap(Tap),
    /// A key that the pad sends with Num Lock off.
    NumLockOff,
    /// Something on the board of bundles.
    Board(bundles::Action),
    /// Something about the papers looked at one by one.
    Review(review::Action),
    /// Ask for introductions of a secretary.
    Introduce,
    /// Settle the points that the regulation leaves open.
    SettlePoints,
    /// Enter that the superior annulled the result of the round shown.
    Revoke,
}

/// The election under the cursor: the one chosen, or the first that is not over, or the last.
pub fn selected(app: &App) -> Option<&Election> {
    let congress = &app.congress;
    let chosen = app.on.elections.election.and_then(|election| congress.elections.get(&election));
    chosen.or_else(|| due::next_election(congress)).or_else(|| due::in_order(congress).pop())
}

/// The round shown of the election under the cursor.
pub fn round_shown(app: &App) -> Option<&Round> {
    let election = selected(app)?;
    let chosen = app.on.elections.round.and_then(|round| app.congress.rounds.get(&round));
    chosen.filter(|round| round.election == election.id).or_else(|| app.congress.round_now(election.id))
}

/// The round whose result this seat may see: to those who count it for the desks and to the hall it is shown once it is announced.
pub fn result_seen(app: &App) -> Option<&Round> {
    let early = !matches!(app.seat.who.role, Role::Counter | Role::Hall);
    round_shown(app).filter(|round| round.is_counted() && (early || round.times.announced.is_some()))
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Go => return go(app),
        Action::Tap(tap) => return keying::tap(app, tap),
        Action::Board(action) => return bundles::act(app, action),
        Action::Review(action) => return review::act(app, action),
        Action::SettlePoints => app.dialog = Some(form(asking::points(app))),
        Action::Revoke => {
            if let Some(round) = round_shown(app).map(|round| round.id) {
                app.dialog = Some(form(asking::revoking(app, round)));
            }
        }
        Action::NumLockOff => {
            if let Some(keying) = &mut app.on.elections.keying {
                keying.pad.refuse(Fault::NumLock);
            }
            return vec![Effect::Bell];
        }
        Action::TakeSeat(role) => {
            let effects = app.act(Any::TakeSeat(role.into()));
            if app.dialog.is_some() {
                // the passphrase of the seat is asked first
                return effects;
            }
            return effects.into_iter().chain(go(app)).collect();
        }
        Action::Up => step(app, |place| place.saturating_sub(1)),
        Action::Down => step(app, |place| place + 1),
        Action::PageUp => app.on.elections.scroll = app.on.elections.scroll.saturating_sub(5),
        Action::PageDown => app.on.elections.scroll = app.on.elections.scroll.saturating_add(5),
        Action::RoundBefore => other_round(app, -1),
        Action::RoundAfter => other_round(app, 1),
        Action::Call => app.dialog = Some(form(forms::calling(app, None))),
        _ => {
            if let Some(election) = selected(app).cloned() {
                app.dialog = Some(form(match action {
                    Action::Correct => forms::calling(app, Some(&election)),
                    Action::Nominate => forms::nominating(app, &election),
                    Action::FromFloor => forms::from_floor(app, &election),
                    Action::Withdraw => forms::withdrawing(app, &election),
                    Action::State => forms::stating(app, &election),
                    Action::Introduce => asking::introducing(app, &election),
                    _ => forms::deciding(app, &election, result::next(&app.congress, &election)),
                }));
            }
        }
    }
    Vec::new()
}

fn form(form: Form) -> Dialog {
    Dialog::Form(Box::new(form), None)
}

fn step(app: &mut App, to: impl Fn(usize) -> usize) {
    let elections = due::in_order(&app.congress);
    let now = selected(app).map(|election| election.id);
    let place = elections.iter().position(|election| Some(election.id) == now).unwrap_or(0);
    let next = elections.get(to(place).min(elections.len().saturating_sub(1))).map(|election| election.id);
    show(app, next);
}

fn show(app: &mut App, election: Option<ElectionId>) {
    let state = &mut app.on.elections;
    state.election = election;
    state.round = None;
    state.scroll = 0;
}

fn other_round(app: &mut App, by: isize) {
    let Some(now) = round_shown(app).map(|round| (round.election, round.id)) else { return };
    let rounds: Vec<RoundId> = app.congress.rounds_of(now.0).map(|round| round.id).collect();
    let place = rounds.iter().position(|round| *round == now.1).unwrap_or(0).saturating_add_signed(by);
    app.on.elections.round = rounds.get(place.min(rounds.len().saturating_sub(1))).copied();
    app.on.elections.scroll = 0;
}

/// Shows the election that is due in an item of the agenda, where one is held in it; the one that is due anyway needs no choosing, so
/// that the screen goes on from it.
pub(super) fn show_item(app: &mut App, item: ItemId) {
    let congress = &app.congress;
    let Some(due) = due::of_item(congress, item).map(|election| election.id) else { return };
    let anyway = due::next_election(congress).is_some_and(|next| next.id == due);
    show(app, (!anyway).then_some(due));
}

/// Does what is due in an election, asked for from another screen; a result is shown there before it is confirmed.
pub(super) fn decide(app: &mut App, election: ElectionId) -> Vec<Effect> {
    app.on.elections.election = Some(election);
    let task = app.congress.elections.get(&election).map(|election| due::task(&app.congress, election));
    let effects = go(app);
    match task {
        Some(Task::Confirm(round)) if !effects.is_empty() && app.dialog.is_none() => {
            app.dialog = Some(Dialog::Confirm(round::confirming(app, round, effects)));
            Vec::new()
        }
        _ => effects,
    }
}

/// Opens the papers of the board that wait for whoever sits here, where some do.
pub(super) fn to_papers(app: &mut App) {
    if let Some(kind) = app.on.elections.board.and_then(|round| bundles::papers_due(app, round)) {
        review::open(app, kind);
    }
}

/// Takes the next bundle of a round for the desk, or goes on with the one in hand.
pub(super) fn take_next(app: &mut App, round: RoundId) -> Vec<Effect> {
    bundles::open(app, round);
    keying::take_next(app, round)
}

/// Does what is due: hands the laptop over first where the task is another's, and says why where it cannot be done yet.
fn go(app: &mut App) -> Vec<Effect> {
    let Some(election) = selected(app).cloned() else {
        app.dialog = Some(form(forms::calling(app, None)));
        return Vec::new();
    };
    let (task, at) = (due::task(&app.congress, &election), app.now());
    if let Some(role) = due::role_wanted(&app.congress, &election, task, at, app.seat.who) {
        app.dialog = Some(round::offering(app, role));
        return Vec::new();
    }
    if let Some(refusal) = due::obstacle(&app.congress, &election, task, at) {
        app.dialog = Some(Dialog::Refused(app.told(&refusal)));
        return vec![Effect::Bell];
    }
    match task {
        Task::Vote(vote) => to_votes(app, vote),
        Task::Nominate => return nominate(app, &election),
        Task::Decide(next) => app.dialog = Some(form(forms::deciding(app, &election, Some(next)))),
        Task::State => app.dialog = Some(form(forms::stating(app, &election))),
        Task::Elsewhere(next) => show(app, Some(next)),
        Task::Call => app.dialog = Some(form(forms::calling(app, None))),
        Task::Opinion => app.dialog = Some(form(asking::opinion(app, &election))),
        _ => return round::act(app, &election, task),
    }
    Vec::new()
}

/// Puts the prepared names on the list at once; without any left, asks for names.
fn nominate(app: &mut App, election: &Election) -> Vec<Effect> {
    let fit = app.congress.prepared(election).fit;
    if fit.is_empty() {
        app.dialog = Some(form(forms::nominating(app, election)));
    }
    forms::nominating_prepared(election.id, &fit)
}

/// Goes where a hand vote of an election is held.
fn to_votes(app: &mut App, vote: HandVote) {
    let row = match vote {
        HandVote::Seats(election) => votes::Row::Seats(election),
        HandVote::Withdrawal(election, person) => votes::Row::Withdrawal(election, person),
        HandVote::List(election) => votes::Row::List(election),
        HandVote::Counting(election) if app.congress.counts_alone(election) => {
            votes::Row::Body(BodyKind::Counting, Some(election))
        }
        // one committee counts every ballot of the congress unless another is proposed for one of them
        HandVote::Counting(_) => votes::Row::Body(BodyKind::Counting, None),
    };
    votes::go_to(app, row);
}

/// A change of this screen was recorded.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    keying::recorded(app, entry);
    review::recorded(app, entry);
    match &entry.change {
        Change::Election(E::Called(election)) => show(app, Some(election.id)),
        // the cursor stays where the work was, and the lower pane starts again from its first line
        Change::Election(E::BallotKeyed(_) | E::BallotCorrected(_) | E::PaperSettled(_)) => {}
        Change::Election(E::Bundle(change)) => {
            app.on.elections.bundle = None;
            if let BundleChange::HandedOut { round, .. } = change {
                bundles::open(app, *round);
            }
        }
        Change::Election(E::Desk(DeskChange::Brought { bundles, .. })) => {
            let numbers: Vec<u16> = bundles.iter().map(|bundle| bundle.number).collect();
            app.said = Some(super::words::elections::brought(app.lang(), &written(&numbers)));
        }
        Change::Election(E::Recheck(Draw::Drawn { round, .. })) => review::open(app, review::Kind::Recheck(*round)),
        Change::Election(_) => {
            app.on.elections.round = None;
            app.on.elections.scroll = 0;
        }
        _ => {}
    }
}

/// Other screens went on, or something was undone: pad, papers and board show what there is.
pub(super) fn settle(app: &mut App) {
    keying::settle(app);
    review::settle(app);
    let counting =
        |round: &RoundId| app.congress.rounds.get(round).is_some_and(|round| round.state == RoundState::Counting);
    if app.on.elections.board.as_ref().is_some_and(|round| !counting(round)) {
        app.on.elections.leave_desk();
    }
}

/// A change was refused; says whether the screen shows it itself.
pub(super) fn refused(app: &mut App, refusal: &Refusal, told: &Told) -> bool {
    if keying::refused(app, told) {
        return true;
    }
    let &Refusal::CollectedExceedsIssued { collected, issued } = refusal else { return false };
    let round = round_shown(app).map(|round| round.id);
    if let (Some(round), Some(Dialog::Form(..))) = (round, &app.dialog) {
        let form = round::annulling(app, round, (collected, issued));
        app.dialog = Some(Dialog::Form(Box::new(form), Some(told.clone())));
        return true;
    }
    false
}
