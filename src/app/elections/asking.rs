//! The forms around an election: opinion and introduction ballots, the points that the regulation leaves open, a result annulled
//! later by the superior.

use super::super::App;
use super::super::form::{Choice, Form};
use super::super::words::elections as w;
use super::due::item_for;
use crate::domain::election::{Change as E, Election, Purpose, Revocation};
use crate::domain::figures::day_of;
use crate::domain::id::RoundId;
use crate::domain::meeting::Change as Meeting;
use crate::domain::refusal::Noun;
use crate::domain::regulation::ExcellentBase::{Good, GoodOrBetter};
use crate::domain::regulation::{DelegateBallots, Doubtful, OpenPoints, Right, TieRevote};
use crate::domain::{Change, Congress, Refusal};

/// Calls an opinion ballot on the names from the floor of a list that is too long.
pub(super) fn opinion(app: &App, election: &Election) -> Form {
    let lang = app.lang();
    let (names, room) = (app.congress.floor_names(election.id).len(), app.congress.room_for_floor(election));
    let title = w::opinion_title(crate::domain::Lang::Vi, &election.title);
    called(app, election, (Purpose::Opinion(election.id), room, &title)).help(w::opinion_help(lang, names, room))
}

/// Calls an introduction ballot before the secretary is elected directly.
pub(super) fn introducing(app: &App, election: &Election) -> Form {
    let title = w::introduction_title(crate::domain::Lang::Vi, &election.title);
    called(app, election, (Purpose::Introduction(election.id), 1, &title)).help(w::introduction_help(app.lang()))
}

fn called(app: &App, election: &Election, (purpose, seats, title): (Purpose, u16, &str)) -> Form {
    let (lang, office) = (app.lang(), election.office);
    Form::new(w::call(lang), move |congress: &Congress, form: &Form| {
        Ok(Change::Election(E::Called(Election {
            purpose,
            item: item_for(congress),
            seats: Some(seats),
            ..Election::new(congress.elections.next_id(), office, form.text(0))
        })))
    })
    .line(w::title(lang), title)
}

/// Enters that the superior committee annulled an announced result.
pub(super) fn revoking(app: &App, round: RoundId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let superior = app.congress.meeting().superior.clone();
    Form::new(w::revoke(lang), move |_: &Congress, form: &Form| {
        let date = day_of(&form.text(2)).ok_or(Refusal::Blank { what: Noun::Day })?;
        let revocation = Revocation { by: form.text(0), basis: form.text(1), date };
        Ok(Change::Election(E::ResultRevoked { round, revocation, at }))
    })
    .help(w::revoke_help(lang))
    .line(w::revoked_by(lang), &superior)
    .line(w::revoked_basis(lang), "")
    .line(w::revoked_date(lang), &at.format("%d/%m/%Y").to_string())
}

/// Settles the points that the regulation leaves open; what the profile says stands there first.
pub(super) fn points(app: &App) -> Form {
    let lang = app.lang();
    let regulation = app.congress.meeting().regulation();
    let (ballots, rounds, rights) = (regulation.ballots, regulation.rounds, regulation.rights);
    let doubtful = || vec![Choice::new(w::valid(lang), 0), Choice::new(w::invalid_word(lang), 1)];
    let right = || vec![Choice::new(w::granted(lang), 0), Choice::new(w::withheld(lang), 1)];
    let is_invalid = |point: Doubtful| Some(u32::from(point == Doubtful::Invalid));
    let is_withheld = |point: Right| Some(u32::from(point == Right::Withheld));
    Form::new(w::points(lang), |_: &Congress, form: &Form| {
        let doubtful = |row| if form.choice(row) == Some(1) { Doubtful::Invalid } else { Doubtful::Valid };
        let right = |row| if form.choice(row) == Some(1) { Right::Withheld } else { Right::Granted };
        let revote = if form.choice(2) == Some(1) { TieRevote::HalfNeeded } else { TieRevote::HigherWins };
        let ballots = if form.choice(3) == Some(1) { DelegateBallots::TwoBallots } else { DelegateBallots::OneList };
        let points = OpenPoints {
            nobody_agreed: Some(doubtful(0)),
            single_name_unmarked: Some(doubtful(1)),
            tie_revote: Some(revote),
            delegates: Some(ballots),
            exempted_nominate: Some(right(4)),
            exempted_stand: Some(right(5)),
            excellent_of: Some(if form.choice(6) == Some(1) { GoodOrBetter } else { Good }),
        };
        Ok(Change::Meeting(Meeting::OpenPointsSettled { points, ground: form.text(7) }))
    })
    .help(w::points_help(lang))
    .pick(w::point_nobody(lang), doubtful(), is_invalid(ballots.nobody_agreed))
    .pick(w::point_unmarked(lang), doubtful(), is_invalid(ballots.single_name_unmarked))
    .pick(
        w::point_revote(lang),
        vec![Choice::new(w::higher_wins(lang), 0), Choice::new(w::half_needed(lang), 1)],
        Some(u32::from(rounds.tie_revote == TieRevote::HalfNeeded)),
    )
    .pick(
        w::point_delegates(lang),
        vec![Choice::new(w::one_list(lang), 0), Choice::new(w::two_ballots(lang), 1)],
        Some(u32::from(rounds.delegates == DelegateBallots::TwoBallots)),
    )
    .pick(w::point_nominate(lang), right(), is_withheld(rights.exempted_nominate))
    .pick(w::point_stand(lang), right(), is_withheld(rights.exempted_stand))
    .pick(
        w::point_excellent(lang),
        vec![Choice::new(w::of_good(lang), 0), Choice::new(w::of_good_or_better(lang), 1)],
        Some(u32::from(regulation.review.excellent_of == GoodOrBetter)),
    )
    .line(w::ground(lang), "")
}
