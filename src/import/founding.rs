//! The typical programme put into a congress that is about to be founded on screen: the same TOML programmes that plans get.

use super::plan::{PREPARED, Planned, Setting, official, preparatory};
use crate::domain::agenda::{Item, ItemKind, SessionKind};
use crate::domain::election::Office;
use crate::domain::founding::{Founding, Sort};
use crate::domain::id::{ItemId, SessionId};
use crate::papers::script::{NOT_STATED, OFFICES};

/// Fills the programme of a founding that has none, and enters the reports that its items hear. A programme that was taken over
/// stays as it is.
pub fn fill(founding: &mut Founding) {
    if founding.items.is_empty() {
        plan(founding);
    }
    founding.hear();
}

/// The typical programme, each election tied to the item in which it is held.
fn plan(founding: &mut Founding) {
    let offices: Vec<Office> = founding.elections.iter().map(|election| election.office).collect();
    let setting = Setting { kind: founding.sort.kind(), small: founding.sort == Sort::SmallCell, offices };
    let is_preparatory = |kind: SessionKind| kind == SessionKind::Preparatory;
    let prepared = founding.sessions.iter().any(|session| is_preparatory(session.kind));
    let first_official =
        founding.sessions.iter().find(|session| !is_preparatory(session.kind)).map(|session| session.id);
    let mut planned: Vec<(SessionId, Planned)> = Vec::new();
    for session in &founding.sessions {
        let items = match session.kind {
            SessionKind::Preparatory => preparatory(),
            SessionKind::Official if Some(session.id) == first_official => official(&setting, prepared),
            SessionKind::Official => Vec::new(),
        };
        planned.extend(items.into_iter().map(|item| (session.id, item)));
    }
    for ((session, planned), number) in planned.into_iter().zip(1..) {
        let id = ItemId(number);
        if planned.kind == ItemKind::Election {
            let held = founding.elections.iter_mut().filter(|election| Some(election.office) == planned.office);
            held.for_each(|election| election.item = Some(id));
        }
        founding.items.push(item(id, session, planned));
    }
}

fn item(id: ItemId, session: SessionId, planned: Planned) -> Item {
    // what the committee prepares is read out of the election itself
    let gap = planned.office.and_then(|office| OFFICES.into_iter().find(|(_, known)| *known == office));
    let gap = gap.map_or_else(|| NOT_STATED.to_owned(), |(name, _)| format!("{{{name}_prepared}}"));
    Item {
        minutes: planned.minutes,
        script: planned.script.replace(PREPARED, &gap),
        ..Item::planned(id, session, planned.kind, planned.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::Meeting;
    use crate::papers::issuing::election_title;
    use crate::papers::script::unknown_gap;
    use chrono::NaiveDate;

    fn founding(sort: Sort) -> Founding {
        let meeting = Meeting { id: 1, kind: sort.kind(), unit: "Chi bộ A".to_owned(), ..Meeting::default() };
        let regulation = crate::domain::Regulation::default_profile().number.to_owned();
        let meeting = Meeting { regulation, ..meeting };
        let mut founding = Founding { sort, meeting: meeting.clone(), ..Founding::default() };
        founding.elect(sort.usual_offices().iter().map(|office| (*office, election_title(&meeting, *office))));
        founding.meet_on(NaiveDate::from_ymd_opt(2025, 3, 15).unwrap(), None, None);
        fill(&mut founding);
        founding
    }

    #[test]
    fn every_sort_of_congress_is_founded_with_its_programme() {
        for sort in Sort::ALL {
            let founding = founding(sort);
            let changes = founding.changes().unwrap();
            assert!(changes.len() > 8, "{sort:?}");
            assert!(!founding.reports.is_empty(), "{sort:?} hears a report");
            assert!(founding.items.iter().all(|item| unknown_gap(&item.script).is_none()), "{sort:?}");
            for election in &founding.elections {
                // the plenum elects what has no item of the congress
                let held = election.item.and_then(|item| founding.items.iter().find(|known| known.id == item));
                assert!(held.is_some_and(|item| item.kind == ItemKind::Election), "{sort:?} {:?}", election.office);
            }
        }
    }

    #[test]
    fn a_programme_taken_over_stays() {
        let mut founding = founding(Sort::Cell);
        founding.items.truncate(3);
        let before = founding.items.clone();
        fill(&mut founding);
        assert_eq!(founding.items, before);
    }
}
