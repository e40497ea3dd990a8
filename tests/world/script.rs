//! A congress of a cell from founding to closing: roster, hall, floor, votes, targets, one election with a tie and its revote.
//! Written as the lines that `daihoi apply` reads, so that it is data and not code.

use daihoi::domain::{Change, Congress, Role, Who};
use serde_json::{Value, json};

/// The first counting desk.
const DESK: Who = Who { role: Role::Counter, desk: Some(1) };

/// A change made by the secretary.
fn by_secretary(change: Value) -> (Who, Value) {
    (Who::from(Role::Secretary), change)
}

/// The changes that found a congress of twelve with its agenda and roster.
fn founding() -> Vec<(Who, Value)> {
    let person = |id: u32, name: &str, standing: &str| json!({"id": id, "name": name, "standing": standing, "sex": if id.is_multiple_of(2) { "female" } else { "male" }, "record": {"born": "1980-05-17", "joined": "2005-03-02", "ethnicity": "Kinh"}});
    let names = [
        "Nguyễn Văn An",
        "Trần Thị Bình",
        "Lê Văn Cường",
        "Phạm Thị Dung",
        "Hoàng Văn Em",
        "Vũ Thị Phượng",
        "Đặng Văn Giang",
        "Bùi Thị Hạnh",
        "Đỗ Văn Ích",
        "Hồ Thị Khánh",
        "Ngô Văn Lâm",
    ];
    let mut people: Vec<Value> = (1..).zip(names).map(|(id, name)| person(id, name, "full")).collect();
    people.push(person(12, "Dương Thị Mai", "probationary"));
    people.push(person(13, "Lý Văn Nam", "exempted"));
    let item = |id: u32, title: &str, kind: &str| json!({"agenda": {"added": {"id": id, "session": 1, "title": title, "kind": kind, "minutes": 15}}});
    let changes = vec![
        json!({"meeting": {"founded": {"kind": "cell", "unit": "Chi bộ Tổ dân phố 3", "superior": "Đảng ủy phường An Phú", "ordinal": 14,
            "term": {"from": 2025, "to": 2027}, "locality": "An Phú", "venue": "Hội trường phường",
            "about": {"theme": "Đoàn kết, dân chủ", "founded": [{"what": "Chi bộ", "number": "12-QĐ/ĐU"}], "sectors": ["Trái", "Phải"]}}}}),
        json!({"people": {"enrolled": {"people": people}}}),
        json!({"guests": {"invited": {"id": 1, "name": "Trịnh Văn Oanh", "offices": ["Phó Bí thư Đảng ủy phường"], "parts": ["attends", "guides"], "superior": true}}}),
        json!({"agenda": {"session_called": {"id": 1, "date": "2026-01-12", "starts": "08:00:00"}}}),
        item(1, "Ổn định tổ chức", "gathering"),
        item(2, "Bầu đoàn chủ tịch", "bodies"),
        item(3, "Thảo luận", "discussion"),
        item(4, "Bầu chi ủy", "election"),
        item(5, "Bế mạc", "closing"),
    ];
    changes.into_iter().map(by_secretary).collect()
}

/// The hall, the floor, the reports and the targets.
fn morning() -> Vec<(Who, Value)> {
    let at = "2026-01-12T08:10:00";
    let put = |id: u32, subject: Value, text: &str| json!({"motions": {"put": {"id": id, "subject": subject, "text": text, "item": 2}}});
    let voted = |id: u32, count: Value| json!({"motions": {"voted": {"motion": id, "at": at, "count": count}}});
    let left = |person: u32| json!({"attendance": {"left": {"session": 1, "person": person, "at": at}}});
    let changes = vec![
        json!({"agenda": {"started": {"item": 1, "at": at}}}),
        json!({"guests": {"came": {"guest": 1, "at": at}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": (1..=10).collect::<Vec<_>>(), "at": at}}}),
        json!({"attendance": {"marked_absent": {"session": 1, "person": 11, "at": at, "reason": "Đi công tác"}}}),
        json!({"attendance": {"excuse_decided": {"id": 11, "accepted": true, "ground": "Cấp ủy triệu tập đồng ý"}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": [12], "at": at}}}),
        json!({"agenda": {"finished": {"item": 1, "at": at}}}),
        json!({"agenda": {"started": {"item": 2, "at": at}}}),
        json!({"bodies": {"proposed": {"id": 1, "kind": "presidium", "members": [1, 2]}}}),
        put(1, json!({"body": 1}), "Đoàn chủ tịch gồm 2 đồng chí"),
        voted(1, json!("unanimous")),
        json!({"agenda": {"finished": {"item": 2, "at": at}}}),
        json!({"agenda": {"started": {"item": 3, "at": at}}}),
        json!({"reports": {"entered": {"id": 1, "title": "Báo cáo chính trị", "item": 3, "reader": {"person": 1}, "gist": "Kết quả nhiệm kỳ"}}}),
        json!({"reports": {"fact_stated": {"id": 1, "report": 1, "text": "Thu ngân sách", "figures": [{"money": 6_684_957_552_i64}, {"pair": {"a": 5, "b": 21}}]}}}),
        put(2, json!({"report": 1}), "Thông qua báo cáo chính trị"),
        voted(
            2,
            json!({"sectors": [{"name": "Trái", "hands": {"agree": 5, "disagree": 0}}, {"name": "Phải", "hands": {"agree": 3, "disagree": 1, "other": 1}}]}),
        ),
        json!({"floor": {"registered": {"id": 1, "speaker": {"person": 3}, "subject": "Công tác dân vận", "limit": 7}}}),
        json!({"floor": {"registered": {"id": 2, "speaker": {"guest": 1}, "kind": "superior_address"}}}),
        json!({"floor": {"registered": {"id": 3, "speaker": {"other": {"name": "Bà Sáu", "office": "Tổ trưởng"}}}}}),
        json!({"floor": {"called": {"speech": 1, "item": 3, "at": at}}}),
        json!({"notes": {"written": {"id": 1, "item": 3, "speech": 1, "at": at, "text": "Nêu 3 giải pháp\n– một\n– hai"}}}),
        json!({"floor": {"extended": {"speech": 1, "minutes": 2}}}),
        json!({"floor": {"ended": {"speech": 1, "at": at}}}),
        json!({"floor": {"written": {"speech": 1, "kind": "contribution", "subject": "Dân vận", "raw": "nháp", "minutes": "Đồng chí nêu ba giải pháp."}}}),
        json!({"floor": {"withdrawn": {"speech": 3}}}),
        json!({"notes": {"drafted": {"role": "secretary", "desk": 0, "text": "đang gõ d"}}}),
        json!({"targets": {"proposed": {"id": 1, "text": "Kết nạp đảng viên", "proposed": "từ 02 đảng viên"}}}),
        json!({"targets": {"amendment_asked": {"target": 1, "by": {"person": 4}, "value": "từ 03 đảng viên"}}}),
        put(3, json!({"amendment": 1}), "Điều chỉnh chỉ tiêu"),
        voted(3, json!({"counted": {"agree": 9, "disagree": 1}})),
        put(4, json!("targets"), "Thông qua các chỉ tiêu"),
        voted(4, json!({"not_stated": {"carried": true}})),
        json!({"minutes": {"reworded": {"key": "minutes/bodies.1", "original": "Gốc", "text": "Đã sửa"}}}),
        json!({"decisions": {"taken": {"id": 1, "matter": "other", "text": "Nghỉ giải lao 10 phút", "at": at}}}),
        left(7),
        left(8),
        left(9),
        left(10),
        json!({"decisions": {"taken": {"id": 2, "matter": {"go_on_without_quorum": 1}, "text": "Chủ tọa cho tiếp tục", "at": at}}}),
        json!({"attendance": {"arrived": {"session": 1, "people": (7..=10).collect::<Vec<_>>(), "at": at}}}),
        json!({"agenda": {"finished": {"item": 3, "at": at}}}),
    ];
    changes.into_iter().map(by_secretary).collect()
}

/// The election of three out of four, with a withdrawal, up to the moment when counting begins.
fn calling() -> Vec<(Who, Value)> {
    let at = "2026-01-12T09:30:00";
    let put = |id: u32, subject: Value, text: &str| json!({"motions": {"put": {"id": id, "subject": subject, "text": text, "item": 4}}});
    let voted = |id: u32| json!({"motions": {"voted": {"motion": id, "at": at, "count": "unanimous"}}});
    let nominated = |person: u32| json!({"election": {"nominated": {"election": 1, "person": person}}});
    let mut changes = vec![
        json!({"agenda": {"started": {"item": 4, "at": at}}}),
        json!({"election": {"called": {"id": 1, "office": "committee", "title": "Chi ủy nhiệm kỳ 2025 – 2027", "item": 4}}}),
        put(5, json!({"seats": {"election": 1, "seats": 3}}), "Số lượng chi ủy viên là 3"),
        voted(5),
    ];
    changes.extend([1, 2, 3, 5].map(nominated));
    changes.extend([
        json!({"election": {"nominated": {"election": 1, "person": 4, "source": "floor", "support": 6}}}),
        json!({"election": {"withdrawal_asked": {"election": 1, "person": 5, "reason": "Sức khỏe"}}}),
        put(6, json!({"withdrawal": {"election": 1, "person": 5}}), "Cho đồng chí Em rút"),
        voted(6),
        put(7, json!({"list": 1}), "Danh sách bầu cử 4 đồng chí"),
        voted(7),
        json!({"bodies": {"proposed": {"id": 2, "kind": "counting", "election": 1, "members": [6, 7, 8]}}}),
        put(8, json!({"body": 2}), "Ban kiểm phiếu 3 đồng chí"),
        voted(8),
    ]);
    let mut changes: Vec<(Who, Value)> = changes.into_iter().map(by_secretary).collect();
    changes.extend([
        (Who::from(Role::Presidium), json!({"election": {"base_confirmed": {"round": 1, "election": 1, "kind": "first", "at": at,
            "base": {"total": 12, "deducted": [{"person": 11, "why": "excused_throughout"}, {"person": 13, "why": "exempted_absent"}], "value": 10}}}})),
        by_secretary(json!({"election": {"box_sealed": {"round": 1, "at": at}}})),
        by_secretary(json!({"election": {"issued": {"round": 1, "printed": 12, "issued": 10, "at": at}}})),
        by_secretary(json!({"election": {"collected": {"round": 1, "collected": 10, "at": at}}})),
        by_secretary(json!({"election": {"reported": {"round": 1, "at": at}}})),
        (Who::from(Role::Head), json!({"election": {"bundle": {"handed_out": {"round": 1, "entry": "double", "bundles": [{"number": 1, "size": 10}]}}}})),
        (DESK, json!({"election": {"bundle": {"claimed": {"round": 1, "bundle": 1, "keying": 1, "by": {"role": "counter", "desk": 1}, "at": at}}}})),
    ]);
    changes
}

/// The minutes issued under the next number, each version with other words.
fn issued(number: u32, digit: &str, at: &str) -> (Who, Value) {
    by_secretary(json!({"issuing": {"issued": {
        "id": number, "paper": "minutes", "code": "BB", "version": number, "at": at, "hash": digit.repeat(64)}}}))
}

/// The ballots keyed twice with a slip, the paper set aside decided, a paper rechecked, the close of the count, the end.
fn counting() -> Vec<(Who, Value)> {
    let at = "2026-01-12T10:30:00";
    let second = Who { role: Role::Counter, desk: Some(2) };
    let head = Who::from(Role::Head);
    let keyed = |who: Who, (number, struck, times): (u32, &[u16], u32)| {
        let keying = who.desk;
        (
            who,
            json!({"election": {"ballot_keyed": {"round": 1, "keying": keying, "number": number, "marks": {"struck": struck}, "times": times}}}),
        )
    };
    let bundle = |who: Who, change: Value| (who, json!({"election": {"bundle": change}}));
    let settled = |place: u32, struck: &[u16], rest: Value| {
        let mut settled = json!({"round": 1, "bundle": 1, "keying": 1, "place": place, "marks": {"struck": struck}, "by": {"role": "head"}, "at": at});
        settled.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        (head, json!({"election": {"paper_settled": settled}}))
    };
    let mut changes = vec![
        keyed(DESK, (1, &[4], 6)),
        keyed(DESK, (2, &[1], 1)),
        keyed(DESK, (3, &[1, 2], 2)),
        (
            DESK,
            json!({"election": {"ballot_keyed": {"round": 1, "number": 4, "marks": {"struck": []}, "set_aside": true}}}),
        ),
        bundle(DESK, json!({"locked": {"round": 1, "bundle": 1, "keying": 1, "at": at}})),
        bundle(
            second,
            json!({"claimed": {"round": 1, "bundle": 1, "keying": 2, "by": {"role": "counter", "desk": 2}, "at": at}}),
        ),
        keyed(second, (1, &[4], 6)),
        keyed(second, (2, &[2], 1)),
        keyed(second, (3, &[1, 2], 2)),
        keyed(second, (4, &[3], 1)),
        (
            second,
            json!({"election": {"ballot_corrected": {"round": 1, "keying": 2, "number": 4, "marks": {"struck": [2]}, "defect": "signed"}}}),
        ),
        bundle(second, json!({"locked": {"round": 1, "bundle": 1, "keying": 2, "at": at}})),
        settled(7, &[1], json!({"why": "slip"})),
        settled(10, &[2], json!({"why": "other", "note": "Phiếu có chữ ký", "defect": "signed"})),
        (
            head,
            json!({"election": {"recheck": {"drawn": {"round": 1, "number": 1, "seed": 7, "papers": 1, "at": at}}}}),
        ),
    ];
    changes.push((Who::from(Role::Presidium), json!({"projector": {"held": {"at": at}}})));
    let pick = drawn(&changes);
    changes.extend([
        (head, json!({"election": {"recheck": {"compared": {"round": 1, "number": 1, "bundle": 1, "place": pick, "found": "same"}}}})),
        (head, json!({"election": {"count_closed": {"round": 1, "at": at}}})),
        (Who::from(Role::Presidium), json!({"election": {"result_confirmed": {"round": 1, "at": at}}})),
        by_secretary(json!({"election": {"announced": {"round": 1, "at": at}}})),
        by_secretary(json!({"election": {"handed_over": {"round": 1, "to": "Bùi Thị Hạnh", "at": at}}})),
        issued(1, "5", at),
        issued(2, "a", at),
        by_secretary(json!({"agenda": {"finished": {"item": 4, "at": at}}})),
        by_secretary(json!({"agenda": {"started": {"item": 5, "at": at}}})),
        by_secretary(json!({"agenda": {"finished": {"item": 5, "at": at}}})),
    ]);
    changes
}

/// What belongs to no ballot: a gift, a discussion group, a classification, a share.
fn besides() -> Vec<(Who, Value)> {
    let at = "2026-01-12T10:30:00";
    vec![
        by_secretary(json!({"gifts": {"given": {"id": 1, "what": "hoa", "in_name_of": "Đảng ủy", "to": "elected"}}})),
        by_secretary(json!({"groups": {"entered": {"id": 1, "name": "Tổ 1", "head": 1, "gist": "Nhất trí"}}})),
        by_secretary(json!({"classification": {"called": {"id": 1, "of": {"person": 1}, "upward": "khen thưởng"}}})),
        by_secretary(
            json!({"classification": {"voted": {"rating": 1, "at": at, "papers": {"issued": 9, "collected": 9,
            "invalid": 1, "chosen": {"excellent": 1, "good": 7}}}}}),
        ),
        by_secretary(json!({"classification": {"share_stated": {"id": 1, "level": "good", "percent": 10_000}}})),
    ]
}

/// The place of the paper that these lines have drawn.
fn drawn(counted: &[(Who, Value)]) -> u32 {
    let mut congress = Congress::default();
    let all = read([founding(), morning(), calling(), counted.to_vec()].concat());
    for (_, change) in &all {
        congress.apply(change);
    }
    congress.rechecks.iter().next().unwrap().picks[0].place
}

fn read(changes: Vec<(Who, Value)>) -> Vec<(Who, Change)> {
    let read = |value: Value| serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"));
    changes.into_iter().map(|(who, value)| (who, read(value))).collect()
}

/// The founded congress, before anybody came.
pub fn founded() -> Vec<(Who, Change)> {
    read(founding())
}

/// The congress up to the moment when ballots may be keyed.
pub fn until_counting() -> Vec<(Who, Change)> {
    read([founding(), morning(), calling()].concat())
}

/// The whole congress, closed.
pub fn whole() -> Vec<(Who, Change)> {
    read([founding(), morning(), besides(), calling(), power_cut(), counting()].concat())
}

/// The session interrupted and taken up again before the count.
fn power_cut() -> Vec<(Who, Value)> {
    let at = "2026-01-12T10:00:00";
    vec![
        by_secretary(
            json!({"interruptions": {"suspended": {"id": 1, "session": 1, "from": at, "reason": "mất điện"}}}),
        ),
        by_secretary(
            json!({"interruptions": {"resumed": {"interruption": 1, "at": at, "note": "hòm phiếu giữ tại chỗ"}}}),
        ),
    ]
}

/// The whole congress with its record closed, and one correction since.
pub fn sealed() -> Vec<(Who, Change)> {
    let at = "2026-01-12T11:45:00";
    let correction =
        json!({"id": 1, "at": "2026-01-13T08:00:00", "what": "“2 người” đọc là “02 người”", "reason": "thể thức"});
    let sealing = vec![
        by_secretary(
            json!({"closing": {"closed": {"at": at, "reason": "hết giờ", "open": ["còn phiếu chưa bàn giao"]}}}),
        ),
        by_secretary(json!({"closing": {"corrected": {"correction": correction}}})),
    ];
    [whole(), read(sealing)].concat()
}

/// A change as a line of `daihoi apply`.
pub fn line(who: Who, change: &Change) -> String {
    json!({"role": who.role, "desk": who.desk, "change": change}).to_string()
}
