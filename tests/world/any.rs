//! Any change of a small world, legal or not: the rules sort them. What a throw of dice means depends on how the congress stands,
//! so that most of what is thrown is in order.

use super::script;
use chrono::NaiveDateTime;
use daihoi::domain::register::Register;
use daihoi::domain::{Change, Congress, Role, Who};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// What one throw decides.
#[derive(Clone, Copy, Debug)]
pub struct Dice {
    kind: u8,
    a: u32,
    b: u32,
}

/// A run of throws.
pub fn dice(length: usize) -> impl Strategy<Value = Vec<Dice>> {
    let one = (0..64_u8, any::<u32>(), any::<u32>()).prop_map(|(kind, a, b)| Dice { kind, a, b });
    prop::collection::vec(one, 1..length)
}

impl Dice {
    /// The change thrown: the next of the script, the undoing of a line, or anything of the vocabulary.
    pub fn change(self, congress: &Congress, next: &mut usize, last: u64) -> (Who, Change) {
        static SCRIPT: LazyLock<Vec<(Who, Change)>> = LazyLock::new(script::whole);
        match self.kind {
            0..22 if *next < SCRIPT.len() => {
                *next += 1;
                SCRIPT[*next - 1].clone()
            }
            22..26 => {
                // mostly one of the latest lines: the older ones carry others
                let back = u64::from(self.a) % if self.b.is_multiple_of(4) { last.max(1) } else { 3 };
                let role = if self.a.is_multiple_of(3) { Role::Head } else { Role::Secretary };
                (Who::from(role), Change::Undone { number: last.saturating_sub(back) })
            }
            _ => {
                let value = self.thrown(congress);
                let who = self.who(&value);
                let change = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"));
                (who, change)
            }
        }
    }

    /// Who makes a change: mostly the one whose part it is.
    fn who(self, value: &Value) -> Who {
        let has = |path: &str| value.pointer(path).is_some();
        let head = ["/election/paper_settled", "/election/bundle/voided", "/election/bundle/resized"];
        let desk = ["/election/ballot_keyed", "/election/ballot_corrected", "/election/bundle"];
        if head.into_iter().any(has) {
            Role::Head.into()
        } else if desk.into_iter().any(has) {
            self.desk()
        } else {
            Role::Secretary.into()
        }
    }

    fn desk(self) -> Who {
        Who { role: Role::Counter, desk: Some(if self.b.is_multiple_of(2) { 1 } else { 2 }) }
    }

    fn person(self) -> u32 {
        1 + self.a % 14
    }

    fn thrown(self, congress: &Congress) -> Value {
        let at = super::minute(self.b % 240);
        let (a, b) = (1 + self.a % 5, 1 + self.b % 5);
        match self.kind % 32 {
            0 => json!({"attendance": {"arrived": {"session": 1, "people": [self.person()], "at": at}}}),
            1 => json!({"attendance": {"left": {"session": 1, "person": self.person(), "at": at}}}),
            2 => {
                json!({"attendance": {"marked_absent": {"session": 1, "person": self.person(), "at": at, "reason": (b > 2).then_some("ốm")}}})
            }
            3 => {
                json!({"attendance": {"excuse_decided": {"id": self.person(), "accepted": b > 2, "ground": "Cấp ủy"}}})
            }
            4 => json!({"agenda": {"started": {"item": a, "at": at}}}),
            5 => json!({"agenda": {"finished": {"item": a, "at": at}}}),
            6 => json!({"agenda": {"skipped": {"item": a, "at": at, "reason": "hết giờ"}}}),
            7 => json!({"agenda": {"reopened": {"item": a, "at": at, "reason": "còn ý kiến"}}}),
            8 => {
                json!({"agenda": {"added": {"id": free(&congress.items), "session": 1, "title": format!("Mục {a}"), "kind": "other"}}})
            }
            9 => {
                json!({"agenda": {"reordered": {"session": 1, "order": congress.items.iter().rev().map(|item| item.id).collect::<Vec<_>>()}}})
            }
            10 => {
                json!({"notes": {"written": {"id": free(&congress.notes), "item": a, "at": at, "text": format!("ghi «{b}» \"\\ \n’")}}})
            }
            11 => json!({"notes": {"corrected": {"note": a, "text": format!("sửa {b}")}}}),
            12 => {
                json!({"floor": {"registered": {"id": free(&congress.speeches), "speaker": {"person": self.person()}, "limit": b}}})
            }
            13 => json!({"floor": {"called": {"speech": a, "item": b, "at": at}}}),
            14 => json!({"floor": {"ended": {"speech": a, "at": at}}}),
            15 => {
                json!({"motions": {"put": {"id": free(&congress.motions), "subject": self.subject(), "text": "Biểu quyết"}}})
            }
            kind => self.decided(kind, congress, at),
        }
    }

    /// What the hall decides, what is reported and elected.
    fn decided(self, kind: u8, congress: &Congress, at: NaiveDateTime) -> Value {
        let (a, b) = (1 + self.a % 5, 1 + self.b % 5);
        match kind {
            16 => {
                json!({"motions": {"voted": {"motion": congress.motions.len(), "at": at, "count": {"counted": {"agree": self.a % 12, "disagree": self.b % 3}}}}})
            }
            17 => {
                json!({"targets": {"proposed": {"id": a, "text": format!("Chỉ tiêu {a}"), "proposed": format!("{b} %")}}})
            }
            18 => {
                json!({"targets": {"amendment_asked": {"target": a, "by": {"person": self.person()}, "value": format!("{b}0 %")}}})
            }
            19 => json!({"bodies": {"proposed": {"id": a, "kind": "secretariat", "members": [self.person()]}}}),
            20 => {
                json!({"people": {"corrected": {"id": self.person(), "name": format!("Nguyễn Thị {a}"), "office": "Bí thư"}}})
            }
            21 => {
                json!({"election": {"called": {"id": a, "office": "delegates", "title": format!("Đoàn {a}"), "seats": b}}})
            }
            22 => json!({"guests": {"invited": {"id": a, "offices": [format!("Đoàn {b}")], "superior": b > 3}}}),
            23 => json!({"guests": {"came": {"guest": a, "at": at}}}),
            24 => json!({"reports": {"entered": {"id": 1 + a, "title": format!("Báo cáo {b}")}}}),
            25 => {
                json!({"reports": {"fact_stated": {"id": a, "text": "Thu ngân sách", "figures": [{"money": self.b}]}}})
            }
            26 => json!({"notes": {"drafted": {"role": "secretary", "desk": 0, "text": format!("đang gõ {b}")}}}),
            27 => {
                json!({"minutes": {"reworded": {"key": format!("minutes/{a}"), "original": "cũ", "text": (b > 2).then_some("mới")}}})
            }
            28 => {
                json!({"decisions": {"taken": {"id": free(&congress.decisions), "matter": self.matter(), "text": "Đại hội", "at": at}}})
            }
            29 => json!({"election": {"nominated": {"election": a, "person": self.person()}}}),
            30 if b > 3 => json!({"agenda": {"session_called": {"id": 1 + a, "date": "2026-01-13"}}}),
            30 => self.issued(congress),
            31 => {
                json!({"meeting": {"open_points_settled": {"points": {"tie_revote": if b > 2 { "half_needed" } else { "higher_wins" }}, "ground": "Đại hội"}}})
            }
            _ => self.counted(at),
        }
    }

    /// What the counting committee does with the one round: some of it is in order at any moment of the count.
    fn counted(self, at: NaiveDateTime) -> Value {
        let (a, b) = (1 + self.a % 4, 1 + self.b % 3);
        match self.a % 9 {
            0 => {
                json!({"election": {"bundle": {"claimed": {"round": 1, "bundle": 1, "keying": b, "by": self.desk(), "at": at}}}})
            }
            1 => json!({"election": {"bundle": {"locked": {"round": 1, "bundle": 1, "keying": b, "at": at}}}}),
            2 => {
                json!({"election": {"bundle": {"voided": {"round": 1, "bundle": 1, "keying": b, "reason": "nhập lại", "at": at}}}})
            }
            3 => {
                json!({"election": {"paper_settled": {"round": 1, "bundle": 1, "keying": b, "place": 1 + self.b % 10, "marks": {"struck": [a]}, "why": "slip", "by": {"role": "head"}, "at": at}}})
            }
            4 => {
                json!({"election": {"bundle": {"resized": {"round": 1, "bundle": {"number": 1, "size": 7 + b}, "reason": "đếm lại"}}}})
            }
            5 => {
                json!({"election": {"ballot_corrected": {"round": 1, "keying": b, "number": a, "marks": {"struck": [a]}, "times": a}}})
            }
            _ => {
                json!({"election": {"ballot_keyed": {"round": 1, "keying": b, "number": a, "marks": {"struck": [a]}, "times": 1 + self.b % 6}}})
            }
        }
    }

    /// Mostly the next number of the series and the next version of its paper.
    fn issued(self, congress: &Congress) -> Value {
        let paper = format!("tally-{}", 1 + self.a % 2);
        let version = congress.issues_of(&paper).next_back().map_or(1, |last| last.version + 1);
        let hash = char::from_digit(self.b % 16, 16).unwrap_or('0').to_string().repeat(64);
        let at = super::minute(u32::try_from(congress.issues.len()).unwrap_or(0));
        json!({"issuing": {"issued": {
            "id": free(&congress.issues), "paper": paper, "code": "BB", "version": version, "at": at, "hash": hash}}})
    }

    fn matter(self) -> Value {
        let a = 1 + self.a % 5;
        match self.b % 5 {
            4 => json!({"further_round_same_names": a}),
            0 => json!({"go_on_without_quorum": 1}),
            1 => json!({"leave_seats_open": a}),
            2 => json!({"further_round": a}),
            _ => json!("other"),
        }
    }

    fn subject(self) -> Value {
        let (a, b) = (1 + self.a % 5, 1 + self.b % 5);
        match self.a % 7 {
            0 => json!("programme"),
            1 => json!("targets"),
            2 => json!({"body": b}),
            3 => json!({"amendment": b}),
            4 => json!({"seats": {"election": a, "seats": b}}),
            5 => json!({"list": b}),
            _ => json!({"report": 1}),
        }
    }
}

fn free<E: daihoi::domain::register::Entity>(register: &Register<E>) -> E::Key
where
    E::Key: daihoi::domain::id::Id,
{
    register.next_id()
}
