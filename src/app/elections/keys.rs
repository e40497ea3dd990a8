//! The keys of the elections screen and of the pad: rows of the one table, and why a row does not apply.

use super::super::App;
use super::super::action::{Action as Any, Screen};
use super::super::key::Key;
use super::super::keymap::{Binding, Place, When, always};
use super::super::words::{Word, elections as w};
use super::bundles::Action as Board;
use super::pad::Tap;
use super::review::{Action as Paper, Kind};
use super::{Action, bundles, review, round_shown, selected};
use crate::domain::election::{BundleState, Office, Round, result, withdrawal};
use crate::domain::{Role, Who};

const HERE: Place = Place::On(Screen::Elections);

const fn row(key: Key, action: Action, hint: Word, when: When) -> Binding {
    Binding::new(HERE, key, Any::Elections(action), hint, when)
}

const fn pad_row(key: Key, tap: Tap, hint: Word) -> Binding {
    Binding::new(Place::Keying, key, Any::Elections(Action::Tap(tap)), hint, always)
}

const fn board(key: Key, action: Board, hint: Word, when: When) -> Binding {
    Binding::new(Place::Bundles, key, Any::Elections(Action::Board(action)), hint, when)
}

const fn paper(key: Key, action: Paper, hint: Word, when: When) -> Binding {
    Binding::new(Place::Review, key, Any::Elections(Action::Review(action)), hint, when)
}

const fn reason(key: Key, action: Paper, hint: Word) -> Binding {
    Binding::new(Place::Reasons, key, Any::Elections(Action::Review(action)), hint, always)
}

const fn off(key: Key) -> Binding {
    Binding::new(Place::Keying, key, Any::Elections(Action::NumLockOff), w::num_lock, always)
}

/// Its keys.
pub const BINDINGS: &[Binding] = &[
    row(Key::Enter, Action::Go, w::go, always),
    row(Key::Up, Action::Up, w::up, has_election),
    row(Key::Down, Action::Down, w::down, has_election),
    row(Key::Insert, Action::Call, w::call, elects),
    row(Key::Ctrl('n'), Action::Call, w::call, elects),
    row(Key::Char('+'), Action::Nominate, w::hint_nominate, list_open),
    row(Key::Char('*'), Action::FromFloor, w::from_floor, list_open),
    row(Key::Char('-'), Action::Withdraw, w::withdraw, has_list),
    row(Key::Char('/'), Action::Decide, w::decide, has_election),
    row(Key::Ctrl('r'), Action::State, w::state, has_election),
    row(Key::Ctrl('e'), Action::Correct, w::correct, has_election),
    row(Key::Ctrl('g'), Action::Introduce, w::introduce, may_introduce),
    row(Key::Ctrl('o'), Action::SettlePoints, w::settle_points, always),
    row(Key::Ctrl('x'), Action::Revoke, w::revoke_key, is_announced),
    row(Key::PageDown, Action::PageDown, w::scroll, has_election),
    row(Key::PageUp, Action::PageUp, w::scroll, has_election),
    row(Key::Left, Action::RoundBefore, w::other_round, several_rounds),
    row(Key::Right, Action::RoundAfter, w::other_round, several_rounds),
    board(Key::Enter, Board::Go, w::board_go, always),
    board(Key::Up, Board::Up, w::up, always),
    board(Key::Down, Board::Down, w::down, always),
    board(Key::Insert, Board::HandOut, w::board_hand_out, papers_left),
    board(Key::Ctrl('n'), Board::HandOut, w::board_hand_out, papers_left),
    board(Key::Ctrl('e'), Board::Resize, w::board_resize, is_head),
    board(Key::Char('/'), Board::Void, w::board_void, may_void),
    board(Key::Char('*'), Board::Draw, w::board_draw, may_draw),
    board(Key::Esc, Board::Leave, w::board_leave, always),
    board(Key::Ctrl('g'), Board::Lend, w::board_lend, may_lend),
    board(Key::Ctrl('o'), Board::Return, w::board_return, may_return),
    paper(Key::Enter, Paper::Go, w::paper_go, nothing_open),
    paper(Key::Char('1'), Paper::Digit(1), w::paper_first, differ),
    paper(Key::Char('2'), Paper::Digit(2), w::paper_second, differ),
    paper(Key::Char('+'), Paper::FromPaper, w::paper_anew, always),
    paper(Key::Esc, Paper::Leave, w::board_leave, always),
    paper(Key::Up, Paper::Up, w::up, always),
    paper(Key::Down, Paper::Down, w::down, always),
    reason(Key::Char('1'), Paper::Digit(1), w::why_slip),
    reason(Key::Char('2'), Paper::Digit(2), w::why_misread),
    reason(Key::Char('3'), Paper::Digit(3), w::paper_doubtful),
    reason(Key::Char('4'), Paper::Digit(4), w::paper_other),
    reason(Key::Esc, Paper::Leave, w::paper_again),
    pad_row(Key::Char('0'), Tap::Digit(0), w::pad_number),
    pad_row(Key::Char('1'), Tap::Digit(1), w::pad_number),
    pad_row(Key::Char('2'), Tap::Digit(2), w::pad_number),
    pad_row(Key::Char('3'), Tap::Digit(3), w::pad_number),
    pad_row(Key::Char('4'), Tap::Digit(4), w::pad_number),
    pad_row(Key::Char('5'), Tap::Digit(5), w::pad_number),
    pad_row(Key::Char('6'), Tap::Digit(6), w::pad_number),
    pad_row(Key::Char('7'), Tap::Digit(7), w::pad_number),
    pad_row(Key::Char('8'), Tap::Digit(8), w::pad_number),
    pad_row(Key::Char('9'), Tap::Digit(9), w::pad_number),
    pad_row(Key::Enter, Tap::Close, w::pad_close),
    pad_row(Key::Char('-'), Tap::TakeBack, w::pad_back),
    pad_row(Key::Char('+'), Tap::Invert, w::pad_invert),
    pad_row(Key::Char('*'), Tap::Times, w::pad_times),
    pad_row(Key::Char('/'), Tap::Defect, w::pad_defect),
    pad_row(Key::Char('.'), Tap::Aside, w::pad_aside),
    pad_row(Key::Esc, Tap::Leave, w::pad_leave),
    pad_row(Key::Backspace, Tap::Erase, w::pad_erase),
    off(Key::Up),
    off(Key::Down),
    off(Key::Left),
    off(Key::Right),
    off(Key::Home),
    off(Key::End),
    off(Key::PageUp),
    off(Key::PageDown),
    off(Key::Insert),
    off(Key::Delete),
];

fn elects(app: &App) -> Result<(), Word> {
    if app.congress.meeting().is_review() { Err(w::review_elects_nobody) } else { Ok(()) }
}

fn has_election(app: &App) -> Result<(), Word> {
    selected(app).map(drop).ok_or(w::no_election_yet)
}

fn list_open(app: &App) -> Result<(), Word> {
    let election = selected(app).ok_or(w::no_election_yet as Word)?;
    let voted = election.list_by.is_some() && !result::may_add_names(&app.congress, election);
    if voted { Err(w::list_voted) } else { Ok(()) }
}

fn has_list(app: &App) -> Result<(), Word> {
    let election = selected(app).ok_or(w::no_election_yet as Word)?;
    if withdrawal::are_frozen(&app.congress, election) {
        return Err(w::names_frozen);
    }
    if app.congress.list(election.id).is_empty() { Err(w::nobody_on_list) } else { Ok(()) }
}

fn several_rounds(app: &App) -> Result<(), Word> {
    let rounds = selected(app).map_or(0, |election| app.congress.rounds_of(election.id).count());
    if rounds > 1 { Ok(()) } else { Err(w::one_round) }
}

/// An introduction ballot precedes the direct election of a secretary.
fn may_introduce(app: &App) -> Result<(), Word> {
    let election = selected(app).ok_or(w::no_election_yet as Word)?;
    let direct = election.office == Office::Secretary && election.elects() && !election.list_settled();
    if direct { Ok(()) } else { Err(w::introduces_secretary) }
}

fn is_announced(app: &App) -> Result<(), Word> {
    if round_shown(app).is_some_and(Round::is_announced) { Ok(()) } else { Err(w::not_announced) }
}

fn is_head(app: &App) -> Result<(), Word> {
    if app.seat.who.role == Role::Head { Ok(()) } else { Err(w::head_only) }
}

fn papers_left(app: &App) -> Result<(), Word> {
    is_head(app)?;
    let round = app.on.elections.board.and_then(|round| app.congress.rounds.get(&round));
    let left =
        round.is_some_and(|round| app.congress.papers_handed_out(round.id) < round.ledger.collected.unwrap_or(0));
    if left { Ok(()) } else { Err(w::all_handed_out) }
}

fn may_void(app: &App) -> Result<(), Word> {
    is_head(app)?;
    let bundle = app.on.elections.board.and_then(|round| bundles::selected(app, round));
    let keyed =
        bundle.is_some_and(|bundle| app.congress.standing_keyings(bundle.round, bundle.number).next().is_some());
    if keyed { Ok(()) } else { Err(w::nobody_keyed) }
}

fn may_lend(app: &App) -> Result<(), Word> {
    is_head(app)?;
    let who = Who { role: Role::Counter, desk: Some(app.congress.free_desk()) };
    let mut bundles = app.on.elections.board.into_iter().flat_map(|round| app.congress.bundles_of(round));
    let free = bundles.any(|bundle| app.congress.may_claim((bundle.round, bundle.number), who).is_ok());
    if free { Ok(()) } else { Err(w::nobody_takes) }
}

fn may_return(app: &App) -> Result<(), Word> {
    is_head(app)?;
    let away = app.congress.keyings.iter().any(|keying| keying.away.is_some());
    if away { Ok(()) } else { Err(w::nothing_away) }
}

fn may_draw(app: &App) -> Result<(), Word> {
    is_head(app)?;
    let mut bundles = app.on.elections.board.into_iter().flat_map(|round| app.congress.bundles_of(round)).peekable();
    let settled = bundles.peek().is_some() && bundles.all(|bundle| bundle.state == BundleState::Settled);
    if settled { Ok(()) } else { Err(w::settle_first) }
}

/// The digits 1 and 2 choose a keying where two differ.
fn differ(app: &App) -> Result<(), Word> {
    let differences =
        app.on.elections.review.as_ref().is_some_and(|review| matches!(review.kind, Kind::Differences(..)));
    if differences { Ok(()) } else { Err(w::review_from_paper) }
}

/// Enter ends the papers that differ only when each is decided.
fn nothing_open(app: &App) -> Result<(), Word> {
    let Some(review) = &app.on.elections.review else { return Ok(()) };
    let open = matches!(review.kind, Kind::Differences(..))
        && review::rows(&app.congress, review.kind).iter().any(|row| !row.is_done(review.kind));
    if open { Err(w::decide_first) } else { Ok(()) }
}
