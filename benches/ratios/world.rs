//! The congress that is measured: 2,000 delegates, a list of 220 names, a journal of 100,000 lines.

use chrono::{DateTime, FixedOffset, TimeZone};
use daihoi::domain::election::base;
use daihoi::domain::id::ElectionId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::Store;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Delegates.
pub const PEOPLE: u32 = 2_000;
/// Names on the ballot, and seats.
pub const NAMES: u16 = 220;
/// Seats.
pub const SEATS: u16 = 180;

/// The desk that keys.
pub const DESK: Who = Who { role: Role::Counter, desk: Some(1) };

const AT: &str = "2026-11-22T08:00:00";

/// The morning of the congress.
pub fn now() -> DateTime<FixedOffset> {
    let hanoi = FixedOffset::east_opt(7 * 3600).unwrap();
    hanoi.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap()
}

/// A note.
pub fn note(id: u32) -> Change {
    read(json!({"notes": {"written": {"id": id, "at": AT, "text": "Đồng ý với báo cáo"}}}))
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

/// A file with the congress founded.
pub fn file(path: &Path) -> (Store, Congress) {
    let mut store = Store::create(path).expect("a file");
    let mut congress = Congress::default();
    for change in &founded() {
        record(&mut store, &mut congress, Role::Secretary, change);
    }
    (store, congress)
}

/// Brings the election to the moment when ballots are keyed.
pub fn counting(store: &mut Store, congress: &mut Congress) {
    let secretary = |value: Value| (Role::Secretary, value);
    let put = |id: u32, subject: Value| {
        secretary(json!({"motions": {"put": {"id": id, "subject": subject, "text": "Biểu quyết"}}}))
    };
    let voted = |id: u32| secretary(json!({"motions": {"voted": {"motion": id, "at": AT, "count": "unanimous"}}}));
    let mut steps = vec![
        secretary(json!({"election": {"called": {"id": 1, "office": "committee", "title": "Ban Chấp hành"}}})),
        put(1, json!({"seats": {"election": 1, "seats": SEATS}})),
        voted(1),
    ];
    steps.extend(
        (1..=NAMES).map(|person| secretary(json!({"election": {"nominated": {"election": 1, "person": person}}}))),
    );
    steps.extend([
        put(2, json!({"list": 1})),
        voted(2),
        secretary(json!({"bodies": {"proposed": {"id": 1, "kind": "counting", "election": 1, "members": [1998, 1999, 2000]}}})),
        put(3, json!({"body": 1})),
        voted(3),
    ]);
    for (role, change) in steps {
        record(store, congress, role, &read(change));
    }
    let proposed = base::propose(congress, congress.elections.get(&ElectionId(1)).unwrap());
    for (role, change) in [
        (
            Role::Presidium,
            json!({"base_confirmed": {"round": 1, "election": 1, "kind": "first", "base": proposed, "at": AT}}),
        ),
        (Role::Secretary, json!({"box_sealed": {"round": 1, "at": AT}})),
        (Role::Secretary, json!({"issued": {"round": 1, "issued": PEOPLE, "at": AT}})),
        (Role::Secretary, json!({"collected": {"round": 1, "collected": PEOPLE, "at": AT}})),
        (Role::Secretary, json!({"reported": {"round": 1, "at": AT}})),
        (
            Role::Head,
            json!({"bundle": {"handed_out": {"round": 1, "entry": "double", "bundles": [{"number": 1, "size": PEOPLE}]}}}),
        ),
    ] {
        record(store, congress, role, &read(json!({"election": change})));
    }
    let claimed = json!({"round": 1, "bundle": 1, "keying": 1, "by": DESK, "at": AT});
    record(store, congress, DESK, &read(json!({"election": {"bundle": {"claimed": claimed}}})));
}

/// Records people going out and coming back, and a note now and then, until the journal has so many lines.
pub fn lengthen(store: &mut Store, congress: &mut Congress, lines: u32) {
    let before = u32::try_from(store.last_number().unwrap()).unwrap();
    for number in before + 1..=lines {
        // in tens: four go out and come back, two notes
        let (ten, place) = ((number - before - 1) / 10, (number - before - 1) % 10);
        let person = (ten * 4 + place / 2) % PEOPLE + 1;
        let change = match place {
            8 | 9 => note(number),
            0 | 2 | 4 | 6 => read(json!({"attendance": {"left": {"session": 1, "person": person, "at": AT}}})),
            _ => read(json!({"attendance": {"arrived": {"session": 1, "people": [person], "at": AT}}})),
        };
        record(store, congress, Role::Secretary, &change);
    }
}

/// The roster as a program for tables reads it.
pub fn roster() -> String {
    let mut text = String::from("STT,Họ và tên,Chức vụ,Đơn vị,Có mặt\n");
    for id in 1..=PEOPLE {
        writeln!(text, "{id},Nguyễn Thị Đại Biểu {id},Trưởng phòng,Đoàn {},có", id % 40).unwrap();
    }
    text
}
