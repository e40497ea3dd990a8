//! The congress that is measured: 2,000 delegates, its roster, an election brought to the moment when ballots are keyed.

use chrono::{DateTime, FixedOffset, TimeZone};
use daihoi::domain::election::base;
use daihoi::domain::id::ElectionId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::Store;
use serde_json::{Value, json};
use std::path::Path;

/// Delegates.
pub const PEOPLE: u32 = 2_000;

/// When everything happens.
pub const AT: &str = "2026-11-22T08:00:00";

/// The morning of the congress.
pub fn now() -> DateTime<FixedOffset> {
    let hanoi = FixedOffset::east_opt(7 * 3600).unwrap();
    hanoi.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap()
}

/// A change from the vocabulary of the journal.
pub fn read(value: Value) -> Change {
    let told = value.to_string();
    serde_json::from_value(value).unwrap_or_else(|error| panic!("{told}: {error}"))
}

/// Records a change through the one door.
pub fn record(store: &mut Store, congress: &mut Congress, who: impl Into<Who>, change: &Change) {
    store
        .record(congress, who.into(), now(), &|_| Ok(change.clone()))
        .unwrap_or_else(|error| panic!("{change:?}: {error}"));
}

/// What founds the congress, its session opened and its roster enrolled.
pub fn founded() -> Vec<Change> {
    let person = |id: u32| json!({"id": id, "name": format!("Nguyễn Thị Đại Biểu {id}"), "office": "Trưởng phòng", "unit": format!("Đoàn {}", id % 40)});
    let changes = [
        json!({"meeting": {"founded": {"kind": "members", "unit": "Đảng bộ", "superior": "Đảng ủy cấp trên", "term": {"from": 2026, "to": 2030}}}}),
        json!({"people": {"enrolled": {"people": (1..=PEOPLE).map(person).collect::<Vec<_>>()}}}),
        json!({"agenda": {"session_called": {"id": 1, "date": "2026-11-22"}}}),
        json!({"agenda": {"added": {"id": 1, "session": 1, "title": "Bầu Ban Chấp hành", "kind": "election", "minutes": 60}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": (1..=PEOPLE).collect::<Vec<_>>(), "at": AT}}}),
    ];
    changes.into_iter().map(read).collect()
}

/// A file with the congress founded.
pub fn file(path: &Path) -> (Store, Congress) {
    let mut store = Store::create(path).expect("a file");
    let mut congress = Congress::default();
    for change in &founded() {
        record(&mut store, &mut congress, Role::Secretary, change);
    }
    (store, congress)
}

/// An election whose ballots are to be keyed.
pub struct Ballots {
    /// Names on the ballot.
    pub names: u16,
    /// Seats.
    pub seats: u16,
    /// Bundles, each claimed by the desk of its number.
    pub bundles: u16,
    /// Papers of a bundle.
    pub size: u32,
}

/// Brings the election to the moment when every desk has claimed its bundle.
pub fn counting(store: &mut Store, congress: &mut Congress, ballots: &Ballots) {
    for step in listing(ballots) {
        record(store, congress, Role::Secretary, &read(step));
    }
    let mut step = |congress: &mut Congress, who: Who, step: Value| {
        record(store, congress, who, &read(json!({"election": step})));
    };
    let proposed = base::propose(congress, congress.elections.get(&ElectionId(1)).unwrap());
    let opened = json!({"base_confirmed": {"round": 1, "election": 1, "kind": "first", "base": proposed, "at": AT}});
    step(congress, Role::Presidium.into(), opened);
    let papers = u32::from(ballots.bundles) * ballots.size;
    for walked in [
        json!({"box_sealed": {"round": 1, "at": AT}}),
        json!({"issued": {"round": 1, "issued": papers, "at": AT}}),
        json!({"collected": {"round": 1, "collected": papers, "at": AT}}),
        json!({"reported": {"round": 1, "at": AT}}),
    ] {
        step(congress, Role::Secretary.into(), walked);
    }
    let bundles: Vec<Value> =
        (1..=ballots.bundles).map(|number| json!({"number": number, "size": ballots.size})).collect();
    let handed_out = json!({"bundle": {"handed_out": {"round": 1, "entry": "double", "bundles": bundles}}});
    step(congress, Role::Head.into(), handed_out);
    for desk in 1..=ballots.bundles {
        let who = Who { role: Role::Counter, desk: Some(desk) };
        let claimed = json!({"round": 1, "bundle": desk, "keying": 1, "by": who, "at": AT});
        step(congress, who, json!({"bundle": {"claimed": claimed}}));
    }
}

/// Seats, names, list and counting committee, each voted.
fn listing(ballots: &Ballots) -> Vec<Value> {
    let put =
        |id: u32, subject: Value| json!({"motions": {"put": {"id": id, "subject": subject, "text": "Biểu quyết"}}});
    let voted = |id: u32| json!({"motions": {"voted": {"motion": id, "at": AT, "count": "unanimous"}}});
    let mut steps = vec![
        json!({"election": {"called": {"id": 1, "office": "committee", "title": "Ban Chấp hành"}}}),
        put(1, json!({"seats": {"election": 1, "seats": ballots.seats}})),
        voted(1),
    ];
    steps.extend(
        (1..=ballots.names).map(|person| json!({"election": {"nominated": {"election": 1, "person": person}}})),
    );
    steps.extend([
        put(2, json!({"list": 1})),
        voted(2),
        json!({"bodies": {"proposed": {"id": 1, "kind": "counting", "election": 1, "members": [1998, 1999, 2000]}}}),
        put(3, json!({"body": 1})),
        voted(3),
    ]);
    steps
}
