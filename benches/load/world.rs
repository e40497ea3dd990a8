//! The congress under load: 2,000 delegates whose ballots of 31 names lie in thirty bundles, one claimed by each desk.

use chrono::{DateTime, FixedOffset, TimeZone};
use daihoi::domain::election::base;
use daihoi::domain::id::ElectionId;
use daihoi::domain::{Change, Congress, Role, Who};
use daihoi::store::Store;
use serde_json::{Value, json};
use std::path::Path;

/// Desks, each with a bundle.
pub const DESKS: u16 = 30;
/// Papers of a bundle.
pub const SIZE: u32 = 66;

const PEOPLE: u32 = 2_000;
const NAMES: u32 = 31;
const AT: &str = "2026-11-22T08:00:00";

/// Makes the file, at the moment when every desk has claimed its bundle.
pub fn counting(path: &Path) {
    let mut store = Store::create(path).expect("a file");
    let mut congress = Congress::default();
    for (who, change) in founding().into_iter().chain(listing()) {
        record(&mut store, &mut congress, who, change);
    }
    let proposed = base::propose(&congress, congress.elections.get(&ElectionId(1)).unwrap());
    let opened = json!({"base_confirmed": {"round": 1, "election": 1, "kind": "first", "base": proposed, "at": AT}});
    record(&mut store, &mut congress, Role::Presidium.into(), json!({"election": opened}));
    let papers = u32::from(DESKS) * SIZE;
    for step in [
        json!({"box_sealed": {"round": 1, "at": AT}}),
        json!({"issued": {"round": 1, "issued": papers, "at": AT}}),
        json!({"collected": {"round": 1, "collected": papers, "at": AT}}),
        json!({"reported": {"round": 1, "at": AT}}),
    ] {
        record(&mut store, &mut congress, Role::Secretary.into(), json!({"election": step}));
    }
    let bundles: Vec<Value> = (1..=DESKS).map(|number| json!({"number": number, "size": SIZE})).collect();
    let handed_out = json!({"bundle": {"handed_out": {"round": 1, "entry": "double", "bundles": bundles}}});
    record(&mut store, &mut congress, Role::Head.into(), json!({"election": handed_out}));
    for desk in 1..=DESKS {
        let who = Who { role: Role::Counter, desk: Some(desk) };
        let claimed = json!({"round": 1, "bundle": desk, "keying": 1, "by": who, "at": AT});
        record(&mut store, &mut congress, who, json!({"election": {"bundle": {"claimed": claimed}}}));
    }
}

fn founding() -> Vec<(Who, Value)> {
    let person =
        |id: u32| json!({"id": id, "name": format!("Nguyễn Thị Đại Biểu {id}"), "unit": format!("Đoàn {}", id % 40)});
    let changes = [
        json!({"meeting": {"founded": {"kind": "members", "unit": "Đảng bộ", "superior": "Đảng ủy cấp trên", "term": {"from": 2026, "to": 2030}}}}),
        json!({"people": {"enrolled": {"people": (1..=PEOPLE).map(person).collect::<Vec<_>>()}}}),
        json!({"agenda": {"session_called": {"id": 1, "date": "2026-11-22"}}}),
        json!({"agenda": {"added": {"id": 1, "session": 1, "title": "Bầu Ban Chấp hành", "kind": "election", "minutes": 60}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": (1..=PEOPLE).collect::<Vec<_>>(), "at": AT}}}),
    ];
    changes.into_iter().map(|change| (Role::Secretary.into(), change)).collect()
}

fn listing() -> Vec<(Who, Value)> {
    let put =
        |id: u32, subject: Value| json!({"motions": {"put": {"id": id, "subject": subject, "text": "Biểu quyết"}}});
    let voted = |id: u32| json!({"motions": {"voted": {"motion": id, "at": AT, "count": "unanimous"}}});
    let mut steps = vec![
        json!({"election": {"called": {"id": 1, "office": "committee", "title": "Ban Chấp hành"}}}),
        put(1, json!({"seats": {"election": 1, "seats": 27}})),
        voted(1),
    ];
    steps.extend((1..=NAMES).map(|person| json!({"election": {"nominated": {"election": 1, "person": person}}})));
    steps.extend([
        put(2, json!({"list": 1})),
        voted(2),
        json!({"bodies": {"proposed": {"id": 1, "kind": "counting", "election": 1, "members": [1998, 1999, 2000]}}}),
        put(3, json!({"body": 1})),
        voted(3),
    ]);
    steps.into_iter().map(|change| (Role::Secretary.into(), change)).collect()
}

fn record(store: &mut Store, congress: &mut Congress, who: Who, value: Value) {
    let told = value.to_string();
    let change: Change = serde_json::from_value(value).unwrap_or_else(|error| panic!("{told}: {error}"));
    let now: DateTime<FixedOffset> =
        FixedOffset::east_opt(7 * 3600).unwrap().with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap();
    store.record(congress, who, now, &|_| Ok(change.clone())).unwrap_or_else(|error| panic!("{told}: {error}"));
}
