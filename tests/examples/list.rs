//! The question for the list: how many names stand, and whether the congress may vote on them.

use super::hall;
use daihoi::domain::id::ElectionId;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// The kind of meeting.
    meeting: Value,
    /// Full members on the roster, the first of them present.
    members: u32,
    present: u32,
    office: Value,
    seats: u16,
    /// Names from the outgoing committee.
    prepared: u32,
    /// Names from the floor, all with the support of everybody.
    floor: u32,
    /// How many of the prepared were allowed to withdraw.
    withdrawn: u32,
}

/// The names that stand, the surplus and its cap, and why the list is refused, if it is.
pub fn list(given: &Value) -> Value {
    let given: Given = serde_json::from_value(given.clone()).unwrap();
    let mut congress = hall::meeting(&given.meeting, (0..given.members).map(|_| json!({})));
    hall::arrived(&mut congress, &(1..=given.present).collect::<Vec<_>>());
    hall::record(
        &mut congress,
        json!({"election": {"called": {"id": 1, "office": given.office, "title": "Cấp ủy khóa mới"}}}),
    );
    hall::voted(&mut congress, &json!({"seats": {"election": 1, "seats": given.seats}})).unwrap();
    for person in 1..=given.prepared + given.floor {
        let mut nominated = json!({"election": 1, "person": person});
        if person > given.prepared {
            nominated["source"] = json!("floor");
            nominated["support"] = json!(given.present);
        }
        hall::record(&mut congress, json!({"election": {"nominated": nominated}}));
    }
    for person in 1..=given.withdrawn {
        let key = json!({"election": 1, "person": person});
        let mut asked = key.clone();
        asked["reason"] = json!("Sức khỏe");
        hall::record(&mut congress, json!({"election": {"withdrawal_asked": asked}}));
        hall::voted(&mut congress, &json!({"withdrawal": key})).unwrap();
    }
    let names = congress.list(ElectionId(1)).len();
    let cap = congress.meeting().regulation().max_surplus(given.seats);
    let refused = hall::voted(&mut congress, &json!({"list": 1})).err().map(|refusal| refusal.code());
    let listed = congress.elections.get(&ElectionId(1)).is_some_and(|election| election.list_by.is_some());
    assert_eq!(listed, refused.is_none());
    json!({"names": names, "surplus": names - usize::from(given.seats), "cap": cap, "refused": refused})
}
