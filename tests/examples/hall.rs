//! A hall for an example, made by changes as the journal has them: a meeting, its roster, who came, hands raised.

use daihoi::domain::{Change, Congress, Refusal, Role};
use serde_json::{Value, json};

const AT: &str = "2026-01-12T08:00:00";

/// A meeting of a kind with one session and a roster; a person is given by what differs from a full member.
pub fn meeting(kind: &Value, people: impl IntoIterator<Item = Value>) -> Congress {
    let mut congress = Congress::default();
    record(&mut congress, json!({"meeting": {"founded": {"kind": kind, "unit": "Đảng bộ", "superior": "Đảng ủy"}}}));
    record(&mut congress, json!({"agenda": {"session_called": {"id": 1, "date": "2026-01-12"}}}));
    let people: Vec<Value> = (1..).zip(people).map(|(id, person)| numbered(id, person)).collect();
    record(&mut congress, json!({"people": {"enrolled": {"people": people}}}));
    congress
}

fn numbered(id: u32, mut person: Value) -> Value {
    person["id"] = json!(id);
    person["name"] = json!(format!("Đảng viên {id}"));
    person
}

/// These people came.
pub fn arrived(congress: &mut Congress, people: &[u32]) {
    record(congress, json!({"attendance": {"arrived": {"session": 1, "people": people, "at": AT}}}));
}

/// This person is absent.
pub fn absent(congress: &mut Congress, person: u32, reason: &Value) {
    record(
        congress,
        json!({"attendance": {"marked_absent": {"session": 1, "person": person, "at": AT, "reason": reason}}}),
    );
}

/// Everybody agrees to something, or it may not be put to the vote.
pub fn voted(congress: &mut Congress, subject: &Value) -> Result<(), Refusal> {
    let id = congress.motions.next_id();
    attempt(congress, json!({"motions": {"put": {"id": id, "subject": subject, "text": "Biểu quyết"}}}))?;
    attempt(congress, json!({"motions": {"voted": {"motion": id, "at": AT, "count": "unanimous"}}}))
}

/// Records a change, which must be in order.
pub fn record(congress: &mut Congress, change: Value) {
    let told = change.to_string();
    attempt(congress, change).unwrap_or_else(|refusal| panic!("{told}: {refusal}"));
}

fn attempt(congress: &mut Congress, change: Value) -> Result<(), Refusal> {
    let told = change.to_string();
    let change: Change = serde_json::from_value(change).unwrap_or_else(|error| panic!("{told}: {error}"));
    congress.judge(Role::Secretary.into(), &change)?;
    congress.apply(&change);
    Ok(())
}
