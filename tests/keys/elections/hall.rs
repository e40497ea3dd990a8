//! Halls to vote in: a cell of so many members, so many of them in the room, and elections brought to a step by hand votes.

use crate::world::cell::{at, day};
use crate::world::sitting::Sitting;
use daihoi::domain::agenda::{Change as Agenda, Item, ItemKind, Session, SessionKind};
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::election::list::Candidate;
use daihoi::domain::election::list::Voters;
use daihoi::domain::election::{Change as E, Election, Office};
use daihoi::domain::id::{BodyId, ElectionId, ItemId, PersonId, SessionId};
use daihoi::domain::meeting::{Change as Meetings, Kind, Meeting, Roster, Term};
use daihoi::domain::motions::{Change as Motions, Count, Motion, Subject};
use daihoi::domain::people::{Change as People, Person};
use daihoi::domain::{Change, Regulation, Role};

const FAMILIES: [&str; 5] = ["Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Thị Ngọc", "Đỗ Đình"];
const GIVEN: [&str; 20] = [
    "An", "Bình", "Cường", "Dũng", "Đào", "Giang", "Hạnh", "Huy", "Khoa", "Lan", "Minh", "Nga", "Phúc", "Quân", "Sơn",
    "Thủy", "Út", "Vinh", "Xuân", "Yến",
];

/// The name of a member: the first twenty are in ballot order.
pub fn name(id: u32) -> String {
    let place = id as usize - 1;
    format!("{} {}", FAMILIES[(place + place / 20) % 5], GIVEN[place % 20])
}

fn person(id: u32) -> Person {
    Person::named(PersonId(id), name(id))
}

/// A cell of so many full members, the first of them in the room; the secretary sits on the elections screen.
pub fn cell(members: u32, present: u32) -> Sitting {
    meeting(Kind::Cell, Roster::Complete, (members, present)).keys("F6")
}

/// A meeting of a kind with so many full members, the first of them in the room.
pub fn meeting(kind: Kind, roster: Roster, (members, present): (u32, u32)) -> Sitting {
    let meeting = Meeting {
        id: 1,
        kind,
        unit: "Chi bộ Trung tâm Văn hóa".into(),
        superior: "Đảng ủy Phường Hòa Bình".into(),
        term: Some(Term { from: 2026, to: 2029 }),
        regulation: Regulation::default_profile().number.into(),
        roster,
        ..Meeting::default()
    };
    let session = Session {
        id: SessionId(1),
        kind: SessionKind::Official,
        date: day(),
        starts: Some(at(8, 0).time()),
        part_of_day: None,
        opened_at: None,
        closed_at: None,
    };
    let item = Item { minutes: 60, ..Item::planned(ItemId(1), SessionId(1), ItemKind::Election, "Bầu cử") };
    let mut changes = vec![
        Change::Meeting(Meetings::Founded(meeting)),
        Change::Agenda(Agenda::SessionCalled(session)),
        Change::Agenda(Agenda::Added(item)),
        Change::People(People::Enrolled { people: (1..=members).map(person).collect() }),
    ];
    if present > 0 {
        let people = (1..=present).map(PersonId).collect();
        changes.push(Change::Attendance(Attendance::Arrived { session: SessionId(1), people, at: at(8, 0) }));
    }
    Sitting::of(changes, at(8, 30))
}

/// Everybody in the room agrees to a motion.
pub fn vote(sitting: Sitting, subject: Subject) -> Sitting {
    let id = sitting.app.congress.motions.next_id();
    let motion =
        Motion { id, subject, text: "Biểu quyết".into(), item: None, voters: Voters::Congress, vote: None };
    sitting.given(
        Role::Secretary,
        [
            Change::Motions(Motions::Put(motion)),
            Change::Motions(Motions::Voted { motion: id, at: at(9, 0), count: Count::Unanimous }),
        ],
    )
}

/// An election called, its number voted.
pub fn called(sitting: Sitting, office: Office, seats: u16) -> Sitting {
    prepared(sitting, office, (seats, &[]))
}

/// An election called with the names the outgoing committee prepared, its number voted.
pub fn prepared(sitting: Sitting, office: Office, (seats, people): (u16, &[u32])) -> Sitting {
    let id = sitting.app.congress.elections.next_id();
    let delegates = office == Office::Delegates;
    let title = match office {
        Office::Secretary => "Bí thư chi bộ",
        Office::Deputy => "Phó Bí thư chi bộ",
        Office::Delegates => "Đại biểu",
        _ => "Chi ủy nhiệm kỳ 2026 – 2029",
    };
    let election = Election {
        seats: delegates.then_some(seats),
        prepared: people.iter().copied().map(PersonId).collect(),
        ..Election::new(id, office, title)
    };
    let sitting = sitting.given(Role::Secretary, [Change::Election(E::Called(election))]);
    if delegates { sitting } else { vote(sitting, Subject::Seats { election: id, seats, size: None }) }
}

/// The prepared names, the list voted, and a counting committee of the last three in the room.
pub fn listed(sitting: Sitting, election: u32, names: impl IntoIterator<Item = u32>, counters: [u32; 3]) -> Sitting {
    let election = ElectionId(election);
    let nominated = |person| Change::Election(E::Nominated(Candidate::new(election, PersonId(person))));
    let sitting = sitting.given(Role::Secretary, names.into_iter().map(nominated));
    counting(vote(sitting, Subject::List(election)), counters)
}

/// A counting committee for all ballots, elected.
pub fn counting(sitting: Sitting, members: [u32; 3]) -> Sitting {
    let id = BodyId(sitting.app.congress.bodies.next_id().0);
    let members = members.map(PersonId).to_vec();
    let body = Body { id, kind: BodyKind::Counting, election: None, members, elected_by: None };
    vote(sitting.given(Role::Secretary, [Change::Bodies(Bodies::Proposed(body))]), Subject::Body(id))
}

/// The keys from the base to the pad: base confirmed, box sealed, so many issued and collected, reported, the laptop handed over,
/// the bundles handed out as offered, the first one taken.
pub fn to_the_pad(sitting: Sitting, issued: u32, collected: u32) -> Sitting {
    let keys = format!(
        "F6 Enter Enter Enter Enter '{issued}' Enter Enter '{collected}' Enter Enter Enter Enter Enter Ctrl-S Enter"
    );
    sitting.keys(&keys)
}

/// Types on the pad: every character is a key, `=` is Enter; says how many keys that were.
pub fn pad(sitting: Sitting, keys: &str) -> (Sitting, usize) {
    let named: Vec<String> =
        keys.chars().map(|key| if key == '=' { "Enter".to_owned() } else { key.to_string() }).collect();
    (sitting.keys(&named.join(" ")), named.len())
}

/// The keys after the last ballot of a bundle keyed once: hand it in, read it back and say that it holds, back to the checklist; close
/// the count, hand the laptop back and confirm, announce.
pub const CLOSE_TO_ANNOUNCE: &str = "Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter";
