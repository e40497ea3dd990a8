//! A cell of twelve: ten full members, one probationary, one exempted; two guests; a short programme. All invented.

use chrono::{NaiveDate, NaiveDateTime};
use daihoi::domain::agenda::{Change as Agenda, Item, ItemKind, Session, SessionKind};
use daihoi::domain::guests::{Change as Guests, Guest, Part};
use daihoi::domain::id::{GuestId, ItemId, PersonId, SessionId};
use daihoi::domain::meeting::{Change as Meetings, Kind, Meeting, Term};
use daihoi::domain::people::{Change as People, Person, Record, Sex, Standing};
use daihoi::domain::{Change, Regulation};

/// The names of the cell, in the order of the roster.
pub const NAMES: [&str; 12] = [
    "Nguyễn Văn An",
    "Trần Thị Bích",
    "Lê Hoàng Dũng",
    "Phạm Thị Đào",
    "Đỗ Đình Cường",
    "Vũ Thị Hồng Hạnh",
    "Bùi Quốc Huy",
    "Hoàng Thị Lan",
    "Đặng Minh Quân",
    "Ngô Thị Thu Thủy",
    "Dương Văn Út",
    "Trịnh Xuân Yên",
];

/// The programme: kind, title, minutes.
pub const PROGRAMME: [(ItemKind, &str, u32); 10] = [
    (ItemKind::Gathering, "Ổn định tổ chức, điểm danh", 10),
    (ItemKind::Introduction, "Tuyên bố lý do, giới thiệu đại biểu", 5),
    (ItemKind::Bodies, "Bầu Đoàn chủ tịch, Thư ký", 5),
    (ItemKind::Programme, "Thông qua chương trình, quy chế", 10),
    (ItemKind::Report, "Báo cáo tổng kết, phương hướng", 20),
    (ItemKind::Discussion, "Thảo luận", 45),
    (ItemKind::Election, "Bầu chi ủy", 35),
    (ItemKind::Counting, "Kiểm phiếu", 15),
    (ItemKind::Resolution, "Thông qua nghị quyết", 10),
    (ItemKind::Closing, "Bế mạc", 5),
];

/// A moment of the day of the congress.
pub fn at(hour: u32, minute: u32) -> NaiveDateTime {
    day().and_hms_opt(hour, minute, 0).unwrap()
}

/// The day of the congress.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

/// What founds the congress.
pub fn changes() -> Vec<Change> {
    let mut changes =
        vec![Change::Meeting(Meetings::Founded(meeting())), Change::Agenda(Agenda::SessionCalled(session()))];
    changes.extend((1..).zip(PROGRAMME).map(|(id, (kind, title, minutes))| {
        Change::Agenda(Agenda::Added(Item {
            minutes,
            script: "Kính thưa đại hội! Có mặt {present} trên {summoned} đảng viên được triệu tập.".into(),
            ..Item::planned(ItemId(id), SessionId(1), kind, title)
        }))
    }));
    changes.push(Change::People(People::Enrolled { people: people() }));
    changes.extend(guests().map(|guest| Change::Guests(Guests::Invited(guest))));
    changes
}

fn meeting() -> Meeting {
    Meeting {
        id: 1,
        kind: Kind::Cell,
        unit: "Chi bộ Trung tâm Văn hóa".into(),
        superior: "Đảng ủy Phường Hòa Bình".into(),
        ordinal: Some(4),
        term: Some(Term { from: 2026, to: 2029 }),
        locality: "Hòa Bình".into(),
        venue: Some("Hội trường Trung tâm Văn hóa".into()),
        regulation: Regulation::default_profile().number.into(),
        ..Meeting::default()
    }
}

fn session() -> Session {
    Session {
        id: SessionId(1),
        kind: SessionKind::Official,
        date: day(),
        starts: Some(at(8, 0).time()),
        part_of_day: None,
        opened_at: None,
        closed_at: None,
    }
}

/// The roster.
pub fn people() -> Vec<Person> {
    (1..).zip(NAMES).map(|(id, name)| person(id, name)).collect()
}

fn person(id: u32, name: &str) -> Person {
    let standing = match id {
        11 => Standing::Exempted,
        12 => Standing::Probationary,
        _ => Standing::Full,
    };
    let woman = name.contains(" Thị ");
    Person {
        id: PersonId(id),
        name: name.into(),
        standing,
        origin: None,
        replaces: None,
        office: (id == 1).then(|| "Giám đốc".into()),
        unit: Some(if id.is_multiple_of(2) { "Phòng Nghiệp vụ" } else { "Phòng Hành chính" }.into()),
        sex: Some(if woman { Sex::Female } else { Sex::Male }),
        incumbent: (id == 1).then(|| "Bí thư".into()),
        record: Record { born: NaiveDate::from_ymd_opt(1970 + i32::try_from(id).unwrap(), 5, 9), ..Record::default() },
    }
}

fn guests() -> [Guest; 2] {
    [
        Guest {
            id: GuestId(1),
            name: Some("Lương Thị Minh Nguyệt".into()),
            offices: vec!["Phó Bí thư Thường trực Đảng ủy".into(), "Chủ tịch HĐND phường".into()],
            parts: vec![Part::Attends, Part::Guides],
            superior: true,
            came_at: None,
        },
        Guest {
            id: GuestId(2),
            name: None,
            offices: vec!["Ban Chấp hành Công đoàn cơ sở".into()],
            parts: vec![Part::Congratulates],
            superior: false,
            came_at: None,
        },
    ]
}
