//! The sheet of people: the roster under the headings its import reads, then for each session who came, when, and why not.

use super::{Cell, Sheet};
use crate::domain::{
    Congress,
    agenda::{Session, SessionKind},
    attendance::Presence,
    figures,
    meeting::Kind,
    people::{Origin, Person, Sex, Standing},
};

/// The sheet.
pub(super) fn people(congress: &Congress) -> Sheet {
    let delegates = congress.meeting().kind == Kind::Delegates;
    let sessions: Vec<&Session> = congress.sessions_in_order().collect();
    let mut columns: Vec<(String, f64)> = [
        ("STT", 6.0),
        ("Họ và tên", 28.0),
        ("Giới tính", 9.0),
        ("Ngày sinh", 12.0),
        ("Dân tộc", 10.0),
        ("Tôn giáo", 10.0),
        ("Ngày vào Đảng", 13.0),
        ("Chức vụ", 30.0),
        ("Đơn vị", 24.0),
        ("Trình độ", 16.0),
        ("Lý luận chính trị", 14.0),
        ("Cấp ủy đương nhiệm", 22.0),
        ("Tình trạng", 22.0),
    ]
    .map(|(heading, width)| (heading.to_owned(), width))
    .into();
    if delegates {
        columns.push(("Tư cách đại biểu".to_owned(), 16.0));
    }
    for session in &sessions {
        let name = name(session);
        let parts = [("điểm danh", 18.0), ("đến lúc", 17.0), ("về lúc", 17.0), ("lý do vắng", 26.0)];
        columns.extend(parts.map(|(part, width)| (format!("{name}: {part}"), width)));
    }
    let row = |person: &Person| {
        let mut row = about(person);
        if delegates {
            row.push(Cell::text(person.origin.map(origin)));
        }
        for session in &sessions {
            row.extend(attendance(congress, session, person));
        }
        row
    };
    Sheet { name: "Danh sách", columns, rows: congress.people.iter().map(row).collect() }
}

fn about(person: &Person) -> Vec<Cell> {
    let record = &person.record;
    vec![
        Cell::Number(person.id.0.into()),
        Cell::Text(person.name.clone()),
        Cell::text(person.sex.map(|sex| if sex == Sex::Female { "Nữ" } else { "Nam" })),
        Cell::day(record.born),
        Cell::text(record.ethnicity.as_deref()),
        Cell::text(record.religion.as_deref()),
        Cell::day(record.joined),
        Cell::text(person.office.as_deref()),
        Cell::text(person.unit.as_deref()),
        Cell::text(record.education.as_deref()),
        Cell::text(record.theory.as_deref()),
        Cell::text(person.incumbent.as_deref()),
        Cell::text(Some(standing(person.standing))),
    ]
}

/// Where a person was in a session: what was marked last, the first coming, the last going, the reason.
fn attendance(congress: &Congress, session: &Session, person: &Person) -> [Cell; 4] {
    let Some(row) = congress.attendance_of(session.id, person.id) else {
        return [Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank];
    };
    let came = row.marks.iter().find(|mark| mark.presence == Presence::Present);
    let went = row.marks.last().filter(|mark| mark.presence == Presence::Left);
    let state = match (row.presence, &row.reason) {
        (Presence::Present, _) if came.is_some_and(|mark| mark.late) => "Có mặt (đến muộn)",
        (Presence::Present, _) => "Có mặt",
        (Presence::Left, _) => "Đã ra về",
        (Presence::Absent, Some(_)) => "Vắng có lý do",
        (Presence::Absent, None) => "Vắng",
    };
    [
        Cell::text(Some(state)),
        Cell::moment(came.map(|mark| mark.at)),
        Cell::moment(went.map(|mark| mark.at)),
        Cell::text(row.reason.as_deref()),
    ]
}

fn name(session: &Session) -> String {
    let kind = if session.kind == SessionKind::Preparatory { "Trù bị" } else { "Phiên" };
    format!("{kind} {}", figures::date(session.date))
}

/// The standing, in a word that the import of rosters understands.
const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "Chính thức",
        Standing::Probationary => "Dự bị",
        Standing::TemporaryHere => "Sinh hoạt tạm thời đến",
        Standing::TemporaryElsewhere => "Sinh hoạt tạm thời nơi khác",
        Standing::Exempted => "Miễn công tác và sinh hoạt",
        Standing::Suspended => "Đình chỉ sinh hoạt",
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::ExOfficio => "Đương nhiên",
        Origin::Elected => "Do bầu",
        Origin::Appointed => "Chỉ định",
        Origin::Alternate => "Dự khuyết",
    }
}
