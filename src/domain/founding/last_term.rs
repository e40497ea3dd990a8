//! What a congress hands on to the next one: roster, unit, programme, elections – and nothing of attendance, votes or ballots.

use super::{Founding, Sort};
use crate::domain::agenda::{Item, Session};
use crate::domain::congress::Congress;
use crate::domain::election::{Election, Office, result};
use crate::domain::id::{ElectionId, ItemId, PersonId, SessionId};
use crate::domain::meeting::{About, Kind, Meeting, Term};
use crate::domain::people::Person;
use crate::domain::regulation::OpenPoints;
use std::collections::BTreeMap;

/// The congress of the next term (nhiệm kỳ sau), as far as the one before knows it: term and ordinal moved on, the offices of
/// those elected then as the outgoing ones. Dates stand as they were until somebody sets them.
pub fn next_term(before: &Congress) -> Founding {
    let sessions: Vec<&Session> = before.sessions_in_order().collect();
    let numbers: BTreeMap<SessionId, SessionId> =
        sessions.iter().zip(1..).map(|(session, number)| (session.id, SessionId(number))).collect();
    let items: Vec<Item> =
        before.whole_agenda().into_iter().zip(1..).filter_map(|(item, number)| again(item, number, &numbers)).collect();
    let agenda = before.whole_agenda();
    let renumbered =
        |item: ItemId| agenda.iter().zip(1..).find(|(known, _)| known.id == item).map(|(_, number)| ItemId(number));
    let elections =
        before.elections.iter().filter(|election| election.elects()).zip(1..).map(|(election, number)| Election {
            item: election.item.and_then(renumbered),
            voters: election.voters,
            alternates: election.alternates,
            ..Election::new(ElectionId(number), election.office, election.title.clone())
        });
    Founding {
        sort: Sort::of(before),
        meeting: meeting(before.meeting()),
        sessions: sessions.iter().zip(1..).map(|(session, number)| called(session, number)).collect(),
        people: people(before),
        elections: elections.collect(),
        reports: Vec::new(),
        items,
    }
}

fn again(item: &Item, number: u32, sessions: &BTreeMap<SessionId, SessionId>) -> Option<Item> {
    let session = *sessions.get(&item.session)?;
    Some(Item {
        minutes: item.minutes,
        script: item.script.clone(),
        ..Item::planned(ItemId(number), session, item.kind, item.title.clone())
    })
}

fn called(session: &Session, number: u32) -> Session {
    Session { id: SessionId(number), opened_at: None, closed_at: None, ..session.clone() }
}

fn meeting(before: &Meeting) -> Meeting {
    let about = &before.about;
    Meeting {
        ordinal: before.ordinal.map(|ordinal| ordinal.saturating_add(1)),
        term: before.term.map(following),
        // each congress settles for itself what the regulation leaves open
        open_points: OpenPoints::default(),
        about: About {
            previous_term: before.term,
            founded: about.founded.clone(),
            sectors: about.sectors.clone(),
            ..About::default()
        },
        ..before.clone()
    }
}

/// The term after one, as long as it was; after one year the next.
fn following(term: Term) -> Term {
    if term.from == term.to {
        let year = term.to.saturating_add(1);
        return Term { from: year, to: year };
    }
    Term { from: term.to, to: term.to.saturating_add(term.to.saturating_sub(term.from)) }
}

/// The roster with its standings. Whoever was elected is the outgoing committee now; where no result is known, it stays.
fn people(before: &Congress) -> Vec<Person> {
    let elected = offices(before);
    let incumbent = |person: &Person| match &elected {
        Some(offices) => offices.get(&person.id).map(|office| (*office).to_owned()),
        None => person.incumbent.clone(),
    };
    before
        .people
        .iter()
        .map(|person| Person { replaces: None, incumbent: incumbent(person), ..person.clone() })
        .collect()
}

/// The office each person was elected to, the highest of several; none where no result is known.
fn offices(before: &Congress) -> Option<BTreeMap<PersonId, &'static str>> {
    let cell = before.meeting().kind == Kind::Cell;
    let from_low_to_high = [
        (Office::Committee, if cell { "Chi ủy viên" } else { "Cấp ủy viên" }),
        (Office::StandingCommittee, "Ủy viên Ban Thường vụ"),
        (Office::Deputy, "Phó Bí thư"),
        (Office::Secretary, "Bí thư"),
    ];
    let mut known = None;
    for (office, word) in from_low_to_high {
        for election in before.elections.iter().filter(|election| election.office == office && election.elects()) {
            if let Some(elected) = result::elected(before, election) {
                known.get_or_insert_with(BTreeMap::new).extend(elected.into_iter().map(|person| (person, word)));
            }
        }
    }
    known
}

/// A text of the term before with the years moved on: `2022 – 2025` becomes `2025 – 2028` in whatever spelling it stands.
pub fn moved(text: &str, before: &Meeting, now: &Meeting) -> String {
    let mut pairs = Vec::new();
    let terms = [(before.term, now.term), (before.about.previous_term, now.about.previous_term)];
    for (old, new) in terms.into_iter().filter_map(|(old, new)| old.zip(new)) {
        for dash in [" – ", "–", " - ", "-"] {
            let written = |term: Term| format!("{}{dash}{}", term.from, term.to);
            pairs.push((written(old), written(new)));
        }
    }
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // what was moved on is not looked at again: the new term is the old one of the next pair
        if let Some((old, new)) = pairs.iter().find(|(old, _)| rest.starts_with(old.as_str())) {
            moved.push_str(new);
            rest = &rest[old.len()..];
        } else {
            moved.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_both_terms_move_on_once() {
        let term = |from, to| Some(Term { from, to });
        let about = |previous_term| About { previous_term, ..About::default() };
        let before = Meeting { term: term(2022, 2025), about: about(term(2020, 2022)), ..Meeting::default() };
        let now = Meeting { term: term(2025, 2028), about: about(term(2022, 2025)), ..Meeting::default() };
        let text = "Tổng kết 2020–2022, phương hướng 2022 – 2025 (2022-2025), năm 2022";
        assert_eq!(moved(text, &before, &now), "Tổng kết 2022–2025, phương hướng 2025 – 2028 (2025-2028), năm 2022");
    }

    #[test]
    fn a_term_follows_as_long_as_the_one_before() {
        assert_eq!(following(Term { from: 2020, to: 2025 }), Term { from: 2025, to: 2030 });
        assert_eq!(following(Term { from: 2025, to: 2025 }), Term { from: 2026, to: 2026 });
    }
}
