//! Papers one by one: those on which two keyings differ, those drawn at random, a bundle read back. Somebody looks at the paper and
//! says what it holds; nothing else is keyed again.

use super::super::App;
use super::super::dialog::Dialog;
use super::super::effect::Effect;
use super::super::form::Form;
use super::super::words::elections as w;
use super::{bundles, keying};
use crate::domain::election::ballot::Ballot;
use crate::domain::election::recheck::{Change as Draw, Found};
use crate::domain::election::settlement::Why;
use crate::domain::election::{BundleState, Change as E, KeyedBallot, Settlement};
use crate::domain::id::RoundId;
use crate::domain::{Change, Congress, Entry};

/// What the papers are looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The papers of a bundle on which its keyings differ, or that were set aside.
    Differences(RoundId, u16),
    /// Every paper of a bundle that was keyed once.
    ReadBack(RoundId, u16),
    /// The papers that were drawn at random.
    Recheck(RoundId),
}

impl Kind {
    /// The round.
    pub fn round(self) -> RoundId {
        match self {
            Self::Differences(round, _) | Self::ReadBack(round, _) | Self::Recheck(round) => round,
        }
    }
}

/// The papers looked at, and the one in hand.
#[derive(Clone, Debug)]
pub struct Review {
    /// What for.
    pub kind: Kind,
    /// The row under the cursor.
    pub row: usize,
    /// What the paper holds, while the reason is asked.
    pub pending: Option<Ballot>,
}

/// A paper that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The bundle.
    pub bundle: u16,
    /// The keying that counts.
    pub keying: u16,
    /// The place in it, from 1.
    pub place: u32,
    /// What was keyed there.
    pub first: KeyedBallot,
    /// What the second person keyed, and at which place.
    pub second: Option<(u32, KeyedBallot)>,
    /// What was decided.
    pub settled: Option<Settlement>,
    /// The draw it belongs to, and what the comparison brought.
    pub drawn: Option<(u16, Option<Found>)>,
}

impl Row {
    /// Whether nothing is left to say of it.
    pub fn is_done(&self, kind: Kind) -> bool {
        match kind {
            Kind::Differences(..) => self.settled.is_some(),
            Kind::ReadBack(..) => true,
            Kind::Recheck(_) => match self.drawn {
                Some((_, Some(Found::Same))) => true,
                Some((_, Some(Found::Other))) => self.settled.is_some(),
                _ => false,
            },
        }
    }
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A digit: which keying is right, or why they did not agree.
    Digit(u8),
    /// Key the paper in hand.
    FromPaper,
    /// It is as keyed; all is as keyed.
    Go,
    /// Move the cursor up.
    Up,
    /// Move the cursor down.
    Down,
    /// Leave.
    Leave,
}

/// The papers to look at.
pub fn rows(congress: &Congress, kind: Kind) -> Vec<Row> {
    let round = kind.round();
    let row = |bundle: u16, place: u32, second: Option<u32>, drawn: Option<(u16, Option<Found>)>| {
        let keying = congress.counted_keying(round, bundle)?;
        let other = congress.standing_keyings(round, bundle).map(|keying| keying.number).find(|other| *other != keying);
        let first = congress.ballot_at((round, bundle, keying), place)?.clone();
        let second = second
            .zip(other)
            .and_then(|(place, other)| Some((place, congress.ballot_at((round, bundle, other), place)?.clone())));
        let settled = congress.settlements.get(&(round, bundle, keying, place)).cloned();
        Some(Row { bundle, keying, place, first, second, settled, drawn })
    };
    match kind {
        Kind::Differences(_, bundle) => {
            let differences = congress.bundles.get(&(round, bundle)).map(|bundle| bundle.differences.clone());
            let differences = differences.unwrap_or_default().into_iter();
            differences.filter_map(|found| row(bundle, found.first, found.second, None)).collect()
        }
        Kind::ReadBack(_, bundle) => {
            let size = congress.bundles.get(&(round, bundle)).map_or(0, |bundle| bundle.size);
            (1..=size).filter_map(|place| row(bundle, place, None, None)).collect()
        }
        Kind::Recheck(_) => {
            let drawn = congress.rechecks_of(round).flat_map(|recheck| {
                recheck.picks.iter().map(move |pick| (pick.bundle, pick.place, (recheck.number, pick.found)))
            });
            drawn.filter_map(|(bundle, place, drawn)| row(bundle, place, None, Some(drawn))).collect()
        }
    }
}

/// The row under the cursor.
pub fn selected(app: &App) -> Option<Row> {
    let review = app.on.elections.review.as_ref()?;
    rows(&app.congress, review.kind).into_iter().nth(review.row)
}

/// Takes papers up, the first that is not done in hand.
pub(super) fn open(app: &mut App, kind: Kind) {
    let row = next_open(&app.congress, kind).unwrap_or(0);
    app.on.elections.review = Some(Review { kind, row, pending: None });
}

fn next_open(congress: &Congress, kind: Kind) -> Option<usize> {
    rows(congress, kind).iter().position(|row| !row.is_done(kind))
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(review) = &mut app.on.elections.review else { return Vec::new() };
    let last = rows(&app.congress, review.kind).len().saturating_sub(1);
    match action {
        Action::Up => review.row = review.row.saturating_sub(1),
        Action::Down => review.row = (review.row + 1).min(last),
        Action::Leave if review.pending.take().is_some() => {}
        Action::Leave => app.on.elections.review = None,
        Action::Digit(digit) if review.pending.is_some() => return reason(app, digit),
        Action::Digit(digit) => return choose(app, digit),
        Action::FromPaper => return from_paper(app),
        Action::Go => return go(app),
    }
    Vec::new()
}

fn ring(app: &mut App, why: &str) -> Vec<Effect> {
    app.said = Some(why.to_owned());
    vec![Effect::Bell]
}

/// Takes what one of the keyings says.
fn choose(app: &mut App, digit: u8) -> Vec<Effect> {
    let lang = app.lang();
    let Some(row) = selected(app) else { return Vec::new() };
    let Some(review) = &mut app.on.elections.review else { return Vec::new() };
    match (review.kind, digit, row.second) {
        (Kind::Differences(..), 1, _) => review.pending = Some(row.first.paper()),
        (Kind::Differences(..), 2, Some((_, second))) => review.pending = Some(second.paper()),
        _ => return ring(app, w::review_digits(lang)),
    }
    Vec::new()
}

/// Lays a fresh paper on the pad, to be keyed from the paper in hand.
fn from_paper(app: &mut App) -> Vec<Effect> {
    let Some(row) = selected(app) else { return Vec::new() };
    if app.on.elections.review.as_ref().is_some_and(|review| matches!(review.kind, Kind::Recheck(_)))
        && row.drawn.is_some_and(|(_, found)| found == Some(Found::Same))
    {
        return ring(app, w::compared_same(app.lang()));
    }
    keying::paper(app, &row);
    match app.on.elections.review.as_ref().map(|review| review.kind) {
        // whoever keys a drawn paper anew says that it is another
        Some(kind @ Kind::Recheck(_)) if row.drawn.is_some_and(|(_, found)| found.is_none()) => {
            compared(kind, &row, Found::Other)
        }
        _ => Vec::new(),
    }
}

/// The paper was keyed from the paper: the reason is asked next.
pub(super) fn paper_keyed(app: &mut App, paper: Ballot) {
    if let Some(review) = &mut app.on.elections.review {
        review.pending = Some(paper);
    }
}

/// Enter: a drawn paper is as keyed; a bundle read back holds.
fn go(app: &mut App) -> Vec<Effect> {
    let Some(review) = &app.on.elections.review else { return Vec::new() };
    let kind = review.kind;
    match kind {
        Kind::ReadBack(round, bundle) => {
            app.dialog = Some(Dialog::Confirm(bundles::holding(app, (round, bundle))));
            Vec::new()
        }
        Kind::Differences(..) | Kind::Recheck(_) if next_open(&app.congress, kind).is_none() => {
            app.on.elections.review = None;
            Vec::new()
        }
        Kind::Differences(..) => ring(app, w::review_digits(app.lang())),
        Kind::Recheck(_) => match selected(app) {
            Some(row) if row.drawn.is_some_and(|(_, found)| found.is_none()) => compared(kind, &row, Found::Same),
            Some(row) if !row.is_done(kind) => ring(app, w::review_from_paper(app.lang())),
            _ => {
                let next = next_open(&app.congress, kind).unwrap_or(0);
                if let Some(review) = &mut app.on.elections.review {
                    review.row = next;
                }
                Vec::new()
            }
        },
    }
}

fn compared(kind: Kind, row: &Row, found: Found) -> Vec<Effect> {
    let Some((number, _)) = row.drawn else { return Vec::new() };
    let (round, bundle, place) = (kind.round(), row.bundle, row.place);
    Effect::change(Change::Election(E::Recheck(Draw::Compared { round, number, bundle, place, found })))
}

/// The reason is chosen: the decision is recorded; for another reason the words are asked.
fn reason(app: &mut App, digit: u8) -> Vec<Effect> {
    let why = match digit {
        1 => Why::Slip,
        2 => Why::Misread,
        3 => Why::Doubtful,
        4 => Why::Other,
        _ => return ring(app, w::review_reason_digits(app.lang())),
    };
    let Some(row) = selected(app) else { return Vec::new() };
    let Some(review) = &app.on.elections.review else { return Vec::new() };
    let (kind, Some(paper)) = (review.kind, review.pending.clone()) else { return Vec::new() };
    let settlement = Settlement {
        round: kind.round(),
        bundle: row.bundle,
        keying: row.keying,
        place: row.place,
        marks: paper.marks,
        defect: paper.defect,
        why,
        note: String::new(),
        by: app.seat.who,
        at: app.now(),
    };
    if why == Why::Other {
        app.dialog = Some(Dialog::Form(Box::new(in_words(app, settlement)), None));
        return Vec::new();
    }
    Effect::change(Change::Election(E::PaperSettled(settlement)))
}

fn in_words(app: &App, settlement: Settlement) -> Form {
    let lang = app.lang();
    Form::new(w::reason_in_words(lang), move |_: &Congress, form: &Form| {
        Ok(Change::Election(E::PaperSettled(Settlement { note: form.text(0), ..settlement.clone() })))
    })
    .line(w::reason(lang), "")
}

/// A change of this screen was recorded: the next paper is taken up, or the board, when nothing is left.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    let Some(kind) = app.on.elections.review.as_ref().map(|review| review.kind) else { return };
    match &entry.change {
        // the paper in hand is still on the pad
        Change::Election(E::Recheck(Draw::Compared { found: Found::Other, .. })) => {}
        Change::Election(E::PaperSettled(_) | E::Recheck(_)) => {
            let next = next_open(&app.congress, kind);
            let Some(review) = &mut app.on.elections.review else { return };
            if matches!(&entry.change, Change::Election(E::PaperSettled(_))) {
                review.pending = None;
            }
            match (kind, next) {
                (Kind::ReadBack(..), _) => review.row = review.row.saturating_add(1),
                (_, Some(next)) => review.row = next,
                (_, None) => app.on.elections.review = None,
            }
            settle(app);
        }
        Change::Election(E::Bundle(_)) => settle(app),
        _ => {}
    }
}

/// Leaves a list of papers that the congress no longer asks about: another screen was quicker, or something was undone.
pub(super) fn settle(app: &mut App) {
    let Some(review) = &mut app.on.elections.review else { return };
    let state = |round: RoundId, bundle: u16| app.congress.bundles.get(&(round, bundle)).map(|bundle| bundle.state);
    let stands = match review.kind {
        Kind::Differences(round, bundle) => state(round, bundle) == Some(BundleState::Differs),
        Kind::ReadBack(round, bundle) => state(round, bundle) == Some(BundleState::Keyed),
        Kind::Recheck(round) => app.congress.rechecks_of(round).next().is_some(),
    };
    let last = rows(&app.congress, review.kind).len().saturating_sub(1);
    review.row = review.row.min(last);
    if !stands {
        app.on.elections.review = None;
    }
}
