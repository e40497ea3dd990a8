//! The congress as one JSON document for programs. No ballot is in it, and nothing counted before the count was closed.

use super::words::stage_code;
use crate::domain::Congress;
use crate::domain::congress::Visit;
use crate::domain::election::result;
use crate::domain::election::{Bundle, Election, KeyedBallot, Round, Settlement};
use crate::domain::hall::{Hall, Quorum};
use crate::domain::notes::Draft;
use crate::domain::passphrase::Passphrase;
use crate::domain::register::{Entity, Register};
use crate::store::Identity;
use serde_json::{Map, Value, json};

/// The document: the file, where the congress stands, and every table but the ballots, what was decided on
/// single papers, and half-typed notes.
pub(super) fn document(mut congress: Congress, identity: &Identity, last: u64) -> Value {
    let elections: Vec<Value> = congress.elections.iter().map(|election| of_election(&congress, election)).collect();
    let hall = of_hall(&congress.hall());
    let now = json!({
        "session": congress.session_now().map(|session| session.id),
        "running": congress.running().map(|item| item.id).collect::<Vec<_>>(),
        "item": congress.item_now().map(|item| item.id),
        "next": congress.item_next().map(|item| item.id),
        "closed": congress.is_closed(),
        "locked": congress.closing().is_some(),
        "interrupted": congress.interrupted().map(|pause| pause.id),
        "speaking": congress.speaking().map(|speech| speech.id),
        "queue": congress.queue().map(|speech| speech.id).collect::<Vec<_>>(),
    });
    let mut tables = Tables(Map::new());
    // the visitor refuses nothing
    let _ = congress.visit(&mut tables);
    json!({
        "file": { "name": identity.name, "made_at": identity.made_at, "made_by": identity.made_by, "lines": last },
        "now": now,
        "hall": hall,
        "elections": elections,
        "tables": tables.0,
    })
}

/// Every register as an array under the name of its table.
struct Tables(Map<String, Value>);

impl Visit for Tables {
    type Error = serde_json::Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), serde_json::Error> {
        let hidden = [KeyedBallot::TABLE, Settlement::TABLE, Bundle::TABLE, Draft::TABLE, Passphrase::TABLE];
        if !hidden.contains(&E::TABLE) {
            let rows: Vec<Value> = register.iter().map(serde_json::to_value).collect::<Result<_, _>>()?;
            self.0.insert(E::TABLE.to_owned(), Value::Array(rows));
        }
        Ok(())
    }
}

fn of_hall(hall: &Hall) -> Value {
    let quorum = match hall.quorum {
        Quorum::Reached => "reached",
        Quorum::Missing { .. } => "missing",
        Quorum::NotStated => "not_stated",
    };
    json!({
        "summoned": hall.stated(hall.summoned),
        "present": hall.stated(hall.present),
        "full": hall.stated(hall.full),
        "probationary": hall.stated(hall.probationary),
        "voters": hall.stated(hall.voters),
        "women": hall.stated(hall.women),
        "excused": hall.stated(hall.excused),
        "unexcused": hall.stated(hall.unexcused),
        "uncalled": hall.stated(hall.uncalled),
        "left": hall.stated(hall.left),
        "quorum": quorum,
    })
}

fn of_election(congress: &Congress, election: &Election) -> Value {
    let (stage, step) = stage_code(congress, election);
    json!({
        "id": election.id,
        "title": election.title,
        "seats": election.seats,
        "size": election.size,
        "stage": stage,
        "step": step,
        "list": congress.list(election.id),
        "elected": result::elected(congress, election),
        "rounds": congress.rounds_of(election.id).map(|round| of_round(congress, round)).collect::<Vec<_>>(),
    })
}

fn of_round(congress: &Congress, round: &Round) -> Value {
    let outcome = result::outcome(congress, round.id).map(|outcome| {
        let names = round.names.iter().zip(&outcome.names).map(|(person, name)| {
            json!({
                "person": person,
                "votes": name.count.votes,
                "against": name.count.against,
                "not_counted": name.count.not_counted,
                "percent": name.percent.map(|percent| percent.to_string()),
                "elected": name.standing.holds_seat(),
            })
        });
        let people = |numbers: &[u16]| -> Vec<_> {
            numbers.iter().filter_map(|number| result::person_at(round, *number)).collect()
        };
        json!({
            "threshold": outcome.threshold,
            "names": names.collect::<Vec<_>>(),
            "elected": people(&outcome.elected),
            "alternates": people(&outcome.alternates),
            "tied": people(&outcome.tied),
            "seats_open": outcome.seats_open,
            "next": outcome.next,
        })
    });
    let progress = congress.progress(round.id);
    json!({
        "id": round.id,
        "number": round.number,
        "state": round.state,
        "papers": progress.papers,
        "checked": progress.checked,
        "bundles": progress.bundles,
        "settled": progress.settled,
        "outcome": outcome,
    })
}
