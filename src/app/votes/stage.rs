//! Where each row stands, read from the congress: what was proposed, put, voted. Nothing is changed here.

use super::levels;
use super::row::{Row, request};
use crate::domain::Congress;
use crate::domain::bodies::{Body, BodyKind};
use crate::domain::election::list::Voters;
use crate::domain::election::seats::is_seats_of;
use crate::domain::election::steps::{Stage as Walk, Step, stage as walk};
use crate::domain::election::{Election, Office};
use crate::domain::id::{ElectionId, MotionId, TargetId};
use crate::domain::motions::{Motion, Subject};

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Something is missing before it can be put: members, a number, names, an amendment.
    Missing,
    /// It can be put to the hall (chưa đưa ra).
    Ready,
    /// It was put and waits for the hands (đang chờ biểu quyết).
    Put(MotionId),
    /// Carried (thông qua).
    Carried(MotionId),
    /// Lost (không thông qua).
    Lost(MotionId),
    /// Settled without a vote of its own: allotted from above, adopted with the resolution.
    Otherwise,
}

/// Where a row stands now.
pub fn stage(congress: &Congress, row: Row) -> Stage {
    match row {
        Row::Body(kind, election) => of_body(congress, kind, election),
        Row::Programme => of_last(congress, |subject| *subject == Subject::Programme),
        Row::Rules => of_last(congress, |subject| *subject == Subject::Rules),
        Row::Resolution => of_last(congress, |subject| *subject == Subject::Resolution),
        Row::Minutes => of_last(congress, |subject| *subject == Subject::Minutes),
        Row::Report(report) => of_last(congress, |subject| *subject == Subject::Report(report)),
        Row::Motion(motion) => congress.motions.get(&motion).map_or(Stage::Missing, of_motion),
        Row::Seats(election) => of_seats(congress, election),
        Row::List(election) => of_list(congress, election),
        Row::Withdrawal(election, person) => {
            let last = last(congress, |subject| *subject == Subject::Withdrawal { election, person });
            match request(congress, election, person).map(|request| request.allowed) {
                Some(Some(_)) => last.map_or(Stage::Otherwise, of_motion),
                Some(None) => waiting(last),
                None => Stage::Missing,
            }
        }
        Row::Target(target) => of_target(congress, target),
        Row::Targets => of_targets(congress),
        Row::Level(levelled) => levels::stage(congress, levelled),
        Row::New | Row::NewReport => Stage::Missing,
    }
}

/// What a vote on the row would decide; none while something is missing.
pub fn subject(congress: &Congress, row: Row) -> Option<Subject> {
    Some(match row {
        Row::Body(kind, election) => Subject::Body(body(congress, kind, election)?.id),
        Row::Programme => Subject::Programme,
        Row::Rules => Subject::Rules,
        Row::Report(report) => Subject::Report(report),
        Row::Seats(id) => {
            let election = congress.elections.get(&id)?;
            Subject::Seats { election: id, seats: election.seats?, size: election.size }
        }
        Row::Withdrawal(election, person) => Subject::Withdrawal { election, person },
        Row::List(election) => Subject::List(election),
        Row::Target(target) => Subject::Amendment(target),
        Row::Targets => Subject::Targets,
        Row::Resolution => Subject::Resolution,
        Row::Minutes => Subject::Minutes,
        Row::Motion(_) | Row::New | Row::NewReport | Row::Level(_) => return None,
    })
}

/// Who raises hands on a row: those who vote in its election, else those its motion names.
pub fn voters(congress: &Congress, row: Row) -> Voters {
    let election = match row {
        Row::Body(_, election) => election,
        Row::Seats(election) | Row::List(election) | Row::Withdrawal(election, _) => Some(election),
        Row::Motion(motion) => {
            return congress.motions.get(&motion).map_or(Voters::Congress, |motion| congress.hands_of(motion));
        }
        _ => None,
    };
    let election = election.and_then(|election| congress.elections.get(&election));
    election.map_or(Voters::Congress, |election| election.voters)
}

/// The body a row speaks of: the last one proposed.
pub fn body(congress: &Congress, kind: BodyKind, election: Option<ElectionId>) -> Option<&Body> {
    congress.bodies.iter().rev().find(|body| body.kind == kind && body.election == election)
}

/// Every motion of a row that was voted, the last first.
pub fn votes_on(congress: &Congress, row: Row) -> Vec<&Motion> {
    let of = |motion: &&Motion| motion.vote.is_some() && is_of(congress, row, motion);
    congress.motions.iter().rev().filter(of).collect()
}

/// Whether a motion is about a row.
fn is_of(congress: &Congress, row: Row, motion: &Motion) -> bool {
    match (row, motion.subject) {
        (Row::Body(kind, election), Subject::Body(id)) => {
            congress.bodies.get(&id).is_some_and(|body| body.kind == kind && body.election == election)
        }
        (Row::Seats(election), subject) => is_seats_of(&subject, election),
        (Row::Motion(id), _) => motion.id == id,
        (row, subject) => self::subject(congress, row) == Some(subject),
    }
}

fn of_motion(motion: &Motion) -> Stage {
    match motion.carried() {
        None => Stage::Put(motion.id),
        Some(true) => Stage::Carried(motion.id),
        Some(false) => Stage::Lost(motion.id),
    }
}

fn last(congress: &Congress, wanted: impl Fn(&Subject) -> bool) -> Option<&Motion> {
    congress.motions.iter().rev().find(|motion| wanted(&motion.subject))
}

fn of_last(congress: &Congress, wanted: impl Fn(&Subject) -> bool) -> Stage {
    last(congress, wanted).map_or(Stage::Ready, of_motion)
}

/// Of something whose entry is open again: an older vote does not settle it.
fn waiting(last: Option<&Motion>) -> Stage {
    last.filter(|motion| motion.vote.is_none()).map_or(Stage::Ready, of_motion)
}

fn of_body(congress: &Congress, kind: BodyKind, election: Option<ElectionId>) -> Stage {
    let Some(body) = body(congress, kind, election) else {
        let general = election.and_then(|election| congress.counting_committee(election));
        return if general.is_some() { Stage::Otherwise } else { Stage::Missing };
    };
    if congress.meeting().is_review() {
        // a review meeting elects no bodies: who is named chairs
        return Stage::Otherwise;
    }
    match last(congress, |subject| *subject == Subject::Body(body.id)) {
        Some(motion) => of_motion(motion),
        None => body.elected_by.map_or(Stage::Ready, Stage::Carried),
    }
}

fn of_seats(congress: &Congress, id: ElectionId) -> Stage {
    let Some(election) = congress.elections.get(&id) else { return Stage::Missing };
    if election.office == Office::Delegates {
        return Stage::Otherwise;
    }
    let prepared = if election.seats.is_some() { Stage::Ready } else { Stage::Missing };
    last(congress, |subject| is_seats_of(subject, id)).map_or(prepared, of_motion)
}

fn of_list(congress: &Congress, id: ElectionId) -> Stage {
    let Some(election) = congress.elections.get(&id) else { return Stage::Missing };
    if let Some(motion) = election.list_by {
        return Stage::Carried(motion);
    }
    let last = last(congress, |subject| *subject == Subject::List(id));
    match last.map(of_motion) {
        Some(stage @ (Stage::Put(_) | Stage::Lost(_))) => stage,
        _ if congress.list(id).is_empty() => Stage::Missing,
        // a list that was carried and opened again for new names is voted anew
        _ => Stage::Ready,
    }
}

fn of_target(congress: &Congress, id: TargetId) -> Stage {
    let Some(target) = congress.targets.get(&id) else { return Stage::Missing };
    let last = last(congress, |subject| *subject == Subject::Amendment(id));
    match target.amendment.as_ref().map(|amendment| amendment.taken) {
        Some(None) if target.adopted.is_none() => waiting(last),
        Some(Some(_)) => last.map_or(Stage::Otherwise, of_motion),
        _ if target.adopted.is_some() => Stage::Otherwise,
        _ => Stage::Missing,
    }
}

fn of_targets(congress: &Congress) -> Stage {
    if congress.targets.is_empty() {
        return Stage::Missing;
    }
    let last = last(congress, |subject| *subject == Subject::Targets);
    let open = congress.targets.iter().any(|target| target.adopted.is_none());
    match last.map(of_motion) {
        None | Some(Stage::Carried(_)) if open => Stage::Ready,
        Some(stage) => stage,
        None => Stage::Otherwise,
    }
}

/// Whether a row waits for the congress: it could be proposed, put or voted now.
pub fn is_open(congress: &Congress, row: Row) -> bool {
    match (row, stage(congress, row)) {
        // the congress has answered these: no means no
        (Row::Withdrawal(..) | Row::Target(_) | Row::Motion(_), Stage::Lost(_)) => false,
        // a committee of one ballot is a choice; of the plenum a duty, once the list says who may not count
        (Row::Body(BodyKind::Counting, Some(election)), Stage::Missing) => {
            congress.counts_alone(election) && congress.elections.get(&election).is_some_and(Election::list_settled)
        }
        // not needed where every election has a committee of its own
        (Row::Body(BodyKind::Counting, None), Stage::Missing) => {
            let lacks = |id| !congress.counts_alone(id) && congress.counting_committee(id).is_none();
            congress.elections.iter().any(|election| lacks(election.id))
        }
        (Row::List(election), Stage::Missing) => names_due(congress, election),
        (Row::Body(..) | Row::Seats(_), Stage::Missing) => true,
        (Row::Level(levelled), _) => levels::is_open(congress, levelled),
        (_, stage) => matches!(stage, Stage::Put(_) | Stage::Ready | Stage::Lost(_)),
    }
}

/// Whether an election has its number and waits for names, which are entered on the screen of elections.
pub fn names_due(congress: &Congress, election: ElectionId) -> bool {
    let election = congress.elections.get(&election);
    election.is_some_and(|election| walk(congress, election) == Walk::At(Step::Nominations))
}
