//! The board of bundles (bảng tệp phiếu): handed out by the head, taken by the desks; what this seat can do with each.

use super::super::App;
use super::super::dialog::{Confirm, Dialog};
use super::super::effect::Effect;
use super::super::form::{Choice, Form};
use super::super::words::elections as w;
use super::{keying, lending, review};
use crate::domain::election::bundle::{self, Change as Change_, Claim, Declared};
use crate::domain::election::recheck::Change as Draw;
use crate::domain::election::{Bundle, BundleState, Change as E, Entry};
use crate::domain::id::RoundId;
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Refusal, Role, Who};

/// How many papers a bundle holds by custom.
pub const USUAL_SIZE: u32 = 50;
/// From how many papers on each bundle is keyed by two people, unless the head says otherwise.
pub const DOUBLE_FROM: u32 = 30;
/// How many papers a recheck draws unless the head says otherwise.
const USUAL_DRAW: u32 = 5;

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Do what the bundle under the cursor needs.
    Go,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Hand more bundles out.
    HandOut,
    /// Correct the size of a bundle.
    Resize,
    /// Take a keying back.
    Void,
    /// Have papers drawn for a recheck.
    Draw,
    /// Lend bundles to a desk without network.
    Lend,
    /// Read a desk file that came back.
    Return,
    /// Take over what it brings.
    Take,
    /// Leave the board.
    Leave,
}

/// What a bundle asks of whoever sits here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// Take it and key it.
    Key(Claim),
    /// Decide the papers that differ.
    Settle,
    /// Read it back against its papers.
    ReadBack,
    /// Somebody else is due.
    Others(Refusal),
    /// Nothing: it is settled.
    Nothing,
}

/// What a bundle asks of somebody.
pub fn due(congress: &Congress, bundle: &Bundle, who: Who) -> Due {
    let key = (bundle.round, bundle.number);
    let own = congress.standing_keyings(key.0, key.1).find(|keying| keying.by == who);
    match bundle.state {
        BundleState::Settled => Due::Nothing,
        // what is keyed in a desk file is compared, decided and read back where it is brought to
        BundleState::Keyed | BundleState::Differs if congress.desk_file().is_some() => Due::Nothing,
        BundleState::Differs => match third(congress, bundle, who) {
            Ok(()) => Due::Settle,
            Err(refusal) => Due::Others(refusal),
        },
        BundleState::Keyed if congress.entry_of(bundle.round) == Some(Entry::Single) => Due::ReadBack,
        _ => match own {
            Some(keying) if keying.is_open_here() => Due::Key(Claim::Resumes(keying.number)),
            _ => match congress.may_claim(key, who) {
                Ok(()) => Due::Key(Claim::New),
                Err(refusal) => Due::Others(refusal),
            },
        },
    }
}

/// Whether somebody may decide on papers of a bundle: of two keyings neither person, else the head.
fn third(congress: &Congress, bundle: &Bundle, who: Who) -> Result<(), Refusal> {
    let keyed = congress.standing_keyings(bundle.round, bundle.number).any(|keying| keying.by == who);
    match congress.entry_of(bundle.round) {
        Some(Entry::Double) if keyed => Err(Refusal::SettledByKeyer { bundle: bundle.number }),
        Some(Entry::Single) if who.role != Role::Head => {
            Err(Refusal::NotThisRole { role: who.role, needed: Role::Head })
        }
        _ => Ok(()),
    }
}

/// Whether this is a desk file with nothing left to key: it is brought back now.
pub fn all_keyed_here(congress: &Congress, round: RoundId) -> bool {
    congress.desk_file().is_some() && congress.bundles_of(round).all(|bundle| bundle.state != BundleState::HandedOut)
}

/// The bundles shown: to the head all of them, to a desk its own and the one it can take next.
pub fn shown(app: &App, round: RoundId) -> Vec<&Bundle> {
    let who = app.seat.who;
    let congress = &app.congress;
    let next = congress.next_bundle(round, who).map(|(bundle, _)| bundle);
    let own = |bundle: &&Bundle| {
        who.role != Role::Counter
            || next == Some(bundle.number)
            || bundle.state == BundleState::Differs && due(congress, bundle, who) == Due::Settle
            || congress.standing_keyings(round, bundle.number).any(|keying| keying.by == who)
    };
    congress.bundles_of(round).filter(own).collect()
}

/// The bundle under the cursor: the one chosen, else the first that asks something of this seat, else the first that waits for another.
pub fn selected(app: &App, round: RoundId) -> Option<&Bundle> {
    let bundles = shown(app, round);
    let chosen = app.on.elections.bundle.and_then(|number| bundles.iter().find(|bundle| bundle.number == number));
    let asks = |bundle: &&&Bundle| !matches!(due(&app.congress, bundle, app.seat.who), Due::Others(_) | Due::Nothing);
    let resumes = |bundle: &&&Bundle| matches!(due(&app.congress, bundle, app.seat.who), Due::Key(Claim::Resumes(_)));
    let asked = || bundles.iter().find(resumes).or_else(|| bundles.iter().find(asks));
    let unsettled = || bundles.iter().find(|bundle| bundle.state != BundleState::Settled);
    chosen.or_else(asked).or_else(unsettled).or(bundles.last()).copied()
}

/// Opens the board.
pub(super) fn open(app: &mut App, round: RoundId) {
    app.on.elections.board = Some(round);
    app.on.elections.bundle = None;
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(round) = app.on.elections.board else { return Vec::new() };
    match action {
        Action::Go => return go(app, round),
        Action::Up => step(app, round, |place| place.saturating_sub(1)),
        Action::Down => step(app, round, |place| place + 1),
        Action::HandOut => app.dialog = Some(form(handing_out(app, round))),
        Action::Resize => app.dialog = selected(app, round).cloned().map(|bundle| form(resizing(app, &bundle))),
        Action::Void => app.dialog = selected(app, round).cloned().map(|bundle| form(voiding(app, &bundle))),
        Action::Draw => app.dialog = Some(form(drawing(app, round))),
        Action::Lend => app.dialog = Some(form(lending::lending(app, round))),
        Action::Return => return lending::ask_file(),
        Action::Take => return lending::take(app),
        Action::Leave => leave(app),
    }
    Vec::new()
}

fn form(form: Form) -> Dialog {
    Dialog::Form(Box::new(form), None)
}

/// Leaves the board for the checklist.
pub(super) fn leave(app: &mut App) {
    (app.on.elections.board, app.on.elections.bundle) = (None, None);
}

fn step(app: &mut App, round: RoundId, to: impl Fn(usize) -> usize) {
    let now = selected(app, round).map(|bundle| bundle.number);
    let numbers: Vec<u16> = shown(app, round).into_iter().map(|bundle| bundle.number).collect();
    let place = numbers.iter().position(|number| Some(*number) == now).unwrap_or(0);
    app.on.elections.bundle = numbers.get(to(place).min(numbers.len().saturating_sub(1))).copied();
}

/// Does what the bundle under the cursor asks; when nothing is left, goes back to the checklist.
fn go(app: &mut App, round: RoundId) -> Vec<Effect> {
    if app.congress.bundles_of(round).all(|bundle| bundle.state == BundleState::Settled) {
        if app.congress.open_pick(round).is_some() {
            review::open(app, review::Kind::Recheck(round));
        } else {
            leave(app);
        }
        return Vec::new();
    }
    let Some(bundle) = selected(app, round).cloned() else { return Vec::new() };
    match due(&app.congress, &bundle, app.seat.who) {
        Due::Key(claim) => return keying::take(app, (round, bundle.number), claim),
        Due::Settle => review::open(app, review::Kind::Differences(round, bundle.number)),
        Due::ReadBack => review::open(app, review::Kind::ReadBack(round, bundle.number)),
        Due::Others(refusal) => {
            app.dialog = Some(Dialog::Refused(app.told(&refusal)));
            return vec![Effect::Bell];
        }
        Due::Nothing if all_keyed_here(&app.congress, round) => {
            app.said = Some(w::next_bring_back(app.lang()).to_owned());
        }
        Due::Nothing => {
            app.on.elections.bundle = None;
            app.said = Some(w::bundle_settled(app.lang(), bundle.number));
        }
    }
    Vec::new()
}

/// Whether nothing of a round waits for whoever sits here.
pub(super) fn is_idle(app: &App, round: RoundId) -> bool {
    let due = |bundle: &Bundle| due(&app.congress, bundle, app.seat.who);
    app.congress.bundles_of(round).all(|bundle| matches!(due(bundle), Due::Others(_) | Due::Nothing))
}

/// The first papers of a round that wait for whoever sits here: those that differ, else those to be read back.
pub(super) fn papers_due(app: &App, round: RoundId) -> Option<review::Kind> {
    let due = |bundle: &Bundle| due(&app.congress, bundle, app.seat.who);
    let first = |wanted: Due| app.congress.bundles_of(round).find(|bundle| due(bundle) == wanted);
    let settle = first(Due::Settle).map(|bundle| review::Kind::Differences(round, bundle.number));
    settle.or_else(|| first(Due::ReadBack).map(|bundle| review::Kind::ReadBack(round, bundle.number)))
}

/// The papers of a round in bundles of one size, from a number on, the last as small as need be.
pub fn in_bundles(papers: u32, size: u32, first: u16) -> Vec<Declared> {
    let size = size.max(1);
    let mut left = papers;
    let mut bundles = Vec::new();
    let mut number = first;
    while left > 0 {
        let size = size.min(left);
        bundles.push(Declared { number, size });
        left -= size;
        number = number.saturating_add(1);
    }
    bundles
}

/// Hands out all papers that lie in no bundle yet.
pub(super) fn handing_out(app: &App, round: RoundId) -> Form {
    let lang = app.lang();
    let congress = &app.congress;
    let collected = congress.rounds.get(&round).and_then(|round| round.ledger.collected).unwrap_or(0);
    let left = collected.saturating_sub(congress.papers_handed_out(round));
    let settled = congress.entry_of(round);
    let entry = settled.unwrap_or(if collected >= DOUBLE_FROM { Entry::Double } else { Entry::Single });
    let all = [(Entry::Double, w::entry_double(lang)), (Entry::Single, w::entry_single(lang))];
    let offered = all.into_iter().filter(|(other, _)| settled.is_none_or(|settled| settled == *other));
    let choices = offered.map(|(entry, word)| Choice::new(word, value(entry))).collect();
    let usual = if left < DOUBLE_FROM { left } else { USUAL_SIZE };
    Form::new(w::hand_out(lang), move |congress: &Congress, form: &Form| {
        let entry = if form.choice(0) == Some(value(Entry::Double)) { Entry::Double } else { Entry::Single };
        let size = form.count(1).filter(|size| *size > 0).ok_or(Refusal::Blank { what: Noun::Ballots })?;
        let first = congress.bundles_of(round).next_back().map_or(1, |last| last.number.saturating_add(1));
        let collected = congress.round(round)?.ledger.collected.unwrap_or(0);
        let left = collected.saturating_sub(congress.papers_handed_out(round));
        let bundles = in_bundles(left, size, first);
        Ok(Change::Election(E::Bundle(Change_::HandedOut { round, entry, bundles })))
    })
    .help(w::hand_out_help(lang, left))
    .pick(w::entry(lang), choices, Some(value(entry)))
    .number(w::bundle_size(lang), Some(usual))
}

fn value(entry: Entry) -> u32 {
    match entry {
        Entry::Single => 1,
        Entry::Double => 2,
    }
}

fn resizing(app: &App, bundle: &Bundle) -> Form {
    let lang = app.lang();
    let (round, number) = (bundle.round, bundle.number);
    Form::new(w::resize(lang, number), move |_: &Congress, form: &Form| {
        let size = form.count(0).ok_or(Refusal::Blank { what: Noun::Ballots })?;
        let bundle = Declared { number, size };
        Ok(Change::Election(E::Bundle(Change_::Resized { round, bundle, reason: form.text(1) })))
    })
    .help(w::resize_help(lang))
    .number(w::bundle_papers(lang), Some(bundle.size))
    .line(w::reason(lang), "")
}

fn voiding(app: &App, bundle: &Bundle) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let (round, number) = (bundle.round, bundle.number);
    let standing = app.congress.standing_keyings(round, number);
    let choices: Vec<Choice> =
        standing.map(|keying| Choice::new(keying_word(keying, lang), u32::from(keying.number))).collect();
    let first = choices.first().map(|choice| choice.value);
    Form::new(w::void_keying(lang, number), move |_: &Congress, form: &Form| {
        let keying = form.choice(0).and_then(|keying| u16::try_from(keying).ok()).unwrap_or(0);
        let reason = form.text(1);
        Ok(Change::Election(E::Bundle(Change_::Voided { round, bundle: number, keying, reason, at })))
    })
    .help(w::void_help(lang))
    .pick(w::which_keying(lang), choices, first)
    .line(w::reason(lang), "")
}

/// A keying in words: `lượt 1 · bàn 2 · 50 phiếu`.
pub fn keying_word(keying: &bundle::Keying, lang: crate::domain::Lang) -> String {
    w::keying_word(lang, keying.number, &super::super::menu::seat_word(keying.by, lang), keying.keyed)
}

/// Draws papers at random; the seed is a number that the hall hears, the clock where nobody calls one.
fn drawing(app: &App, round: RoundId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let all = app.congress.papers_handed_out(round);
    let of_clock = u32::try_from(at.and_utc().timestamp() % 1_000_000).unwrap_or(0);
    Form::new(w::draw(lang), move |congress: &Congress, form: &Form| {
        let papers = form.count(0).ok_or(Refusal::Blank { what: Noun::Ballots })?;
        let seed = form.count(1).unwrap_or(of_clock);
        let number = congress.rechecks_of(round).next_back().map_or(1, |last| last.number.saturating_add(1));
        Ok(Change::Election(E::Recheck(Draw::Drawn { round, number, seed, papers, at })))
    })
    .help(w::draw_help(lang))
    .number(w::draw_papers(lang), Some(USUAL_DRAW.min(all)))
    .number(w::draw_seed(lang), Some(of_clock))
}

/// Asks whether a full keying is handed in.
pub(super) fn handing_in(app: &App, (round, bundle, keying): (RoundId, u16, u16)) -> Vec<Effect> {
    let at = app.now();
    Effect::change(Change::Election(E::Bundle(Change_::Locked { round, bundle, keying, at })))
}

/// Asks whether a bundle that was read back holds.
pub(super) fn holding(app: &App, (round, bundle): (RoundId, u16)) -> Confirm {
    let (lang, at, by) = (app.lang(), app.now(), app.seat.who);
    Confirm::new(
        &w::read_back(lang, bundle),
        vec![w::read_back_text(lang).to_owned()],
        Effect::change(Change::Election(E::Bundle(Change_::ReadBack { round, bundle, by, at }))),
    )
}
