//! A congress of delegates of whom everything is recorded – origin, age, Party age, education – with a committee, alternates on
//! one list and a first plenum. Names and votes are invented.

use chrono::NaiveDate;

use super::sitting::{Sitting, boxes, member, struck};
use crate::domain::{
    Change, Congress,
    agenda::{ItemKind, SessionKind},
    bodies::BodyKind,
    election::{Election, Office, RoundKind, Source, list::Voters},
    id::SessionId,
    meeting::{self, About, Kind, Meeting, Term},
    motions::{Count, Subject},
    people::{Origin, Person, Record, Sex},
    printing::Printing,
};

/// The congress, its plenum held.
pub fn counted_delegates() -> Congress {
    let mut sitting = Sitting::on((2025, 7, 11), (7, 30));
    sitting.does(Change::Meeting(meeting::Change::Founded(meeting())));
    sitting.enrol((1..=24).map(delegate).collect());
    sitting.session_of(SessionId(1), SessionKind::Official, None);
    sitting.plan(&[
        (ItemKind::Gathering, "Điểm danh đại biểu"),
        (ItemKind::Bodies, "Bầu Đoàn chủ tịch, Đoàn thư ký, Ban thẩm tra tư cách đại biểu"),
        (ItemKind::Attendance, "Báo cáo thẩm tra tư cách đại biểu"),
        (ItemKind::Election, "Bầu Ban Chấp hành, đại biểu dự đại hội cấp trên"),
        (ItemKind::Closing, "Bế mạc"),
    ]);
    sitting.next(0);
    sitting.arrive(1..=21);
    sitting.absent(22, "ốm");
    sitting.next(20);
    sitting.body(BodyKind::Presidium, &[1, 2, 3]);
    sitting.body(BodyKind::Secretariat, &[20]);
    sitting.body(BodyKind::Credentials, &[19, 18, 17]);
    sitting.body(BodyKind::Counting, &[16, 15, 14]);
    sitting.next(10);
    sitting.next(15);
    committee(&mut sitting);
    delegates(&mut sitting);
    plenum(&mut sitting);
    sitting.next(5);
    sitting.finish(5);
    sitting.congress
}

pub(super) fn meeting() -> Meeting {
    Meeting {
        id: 1,
        kind: Kind::Delegates,
        unit: "Đảng bộ phường An Cựu".into(),
        superior: "Thành ủy Huế".into(),
        ordinal: Some(1),
        term: Some(Term { from: 2025, to: 2030 }),
        locality: "An Cựu".into(),
        venue: Some("Hội trường UBND phường".into()),
        regulation: "190-QĐ/TW".into(),
        about: About {
            complaints: Some("không có đơn thư, khiếu nại, tố cáo về tư cách đại biểu".into()),
            printing: Printing { age_edges: vec![35, 45, 55], ..Printing::default() },
            ..About::default()
        },
        ..Meeting::default()
    }
}

pub(super) fn delegate(id: u32) -> Person {
    const NAMES: [&str; 24] = [
        "Hoàng Văn Bình",
        "Tôn Nữ Thúy Hà",
        "Lê Quang Minh",
        "Trần Thị Hòa",
        "Nguyễn Khoa Điềm",
        "Phan Thị Thủy",
        "Đặng Văn Long",
        "Hồ Thị Khuê",
        "Võ Đình Phúc",
        "Ngô Thị Lan",
        "Bùi Xuân Đức",
        "Đỗ Thị Ánh Tuyết",
        "Nguyễn Hữu Toàn",
        "Lê Thị Ngọc Ánh",
        "Trương Công Định",
        "Phạm Thị Quý",
        "Huỳnh Tấn Sang",
        "A Lăng Thị Mai",
        "Cao Xuân Ẩn",
        "Dương Thị Yến",
        "Vũ Văn Ước",
        "Mai Chí Nghĩa",
        "Tạ Thị Út",
        "Lương Văn Ý",
    ];
    let index = usize::try_from(id).unwrap_or(0);
    let origin = match id {
        1..=5 => Origin::ExOfficio,
        22 | 6..=20 => Origin::Elected,
        21 => Origin::Appointed,
        _ => Origin::Alternate,
    };
    let name = NAMES[(index - 1) % NAMES.len()];
    let year = 1963 + i32::try_from(index * 7 % 36).unwrap_or(0);
    let record = Record {
        born: NaiveDate::from_ymd_opt(year, 1 + id % 12, 1 + id % 28),
        joined: NaiveDate::from_ymd_opt(year + 24, 2, 3),
        ethnicity: Some(if id == 18 { "Cơ Tu" } else { "Kinh" }.into()),
        religion: Some(if id.is_multiple_of(9) { "Phật giáo" } else { "không" }.into()),
        education: Some(["Đại học", "Thạc sĩ", "đại học", "Trung cấp"][index % 4].into()),
        theory: (id != 7).then(|| ["Cao cấp", "Trung cấp", "Sơ cấp"][index % 3].into()),
    };
    let unit = ["Chi bộ Tổ dân phố 1", "Chi bộ Tổ dân phố 2", "Chi bộ Cơ quan UBND"][index % 3];
    Person {
        origin: Some(origin),
        unit: Some(unit.into()),
        sex: Some(if name.contains(" Thị ") || name.contains(" Nữ ") { Sex::Female } else { Sex::Male }),
        incumbent: (id <= 4).then(|| "Đảng ủy viên".into()),
        record,
        ..member(id, name, if id == 1 { "Bí thư Đảng ủy" } else { "" })
    }
}

fn committee(sitting: &mut Sitting) {
    let election = sitting.calls(Office::Committee, "Ban Chấp hành Đảng bộ phường khóa I", None);
    sitting.votes(Subject::Seats { election, seats: 7, size: None }, "Số lượng", Count::Unanimous);
    for person in 1..=8 {
        sitting.stands(election, person, Source::Prepared, None);
    }
    sitting.votes(Subject::List(election), "Danh sách", Count::Unanimous);
    let round = sitting.opens(election, RoundKind::First);
    sitting.counts(
        round,
        &[(struck(&[3]), None, 12), (struck(&[1]), None, 6), (struck(&[]), None, 3)],
        "Đảng ủy phường",
    );
}

fn delegates(sitting: &mut Sitting) {
    let election = sitting.election(Office::Delegates, "Đại biểu dự Đại hội Đảng bộ thành phố");
    let id = sitting.calls_as(Election { alternates: 1, seats: Some(4), ..election });
    for person in [1, 2, 5, 9, 10] {
        sitting.stands(id, person, Source::Prepared, None);
    }
    sitting.votes(Subject::List(id), "Danh sách", Count::Unanimous);
    let round = sitting.opens(id, RoundKind::First);
    sitting.counts(
        round,
        &[(struck(&[3]), None, 9), (struck(&[2]), None, 8), (struck(&[1, 5]), None, 4)],
        "Đảng ủy phường",
    );
}

/// The first plenum elects the secretary; its papers are its own.
fn plenum(sitting: &mut Sitting) {
    let election = sitting.election(Office::Secretary, "Bí thư Đảng ủy phường");
    let id = sitting.calls_as(Election { voters: Voters::Plenum, ..election });
    sitting.votes(Subject::Seats { election: id, seats: 1, size: None }, "Số lượng", Count::Unanimous);
    sitting.stands(id, 1, Source::Prepared, None);
    sitting.votes(Subject::List(id), "Danh sách", Count::Unanimous);
    sitting.body_of(Some(id), BodyKind::Counting, &[5, 6]);
    let round = sitting.opens_for(7, id, RoundKind::First);
    sitting.counts(round, &[(boxes(&[1], &[]), None, 7)], "Đảng ủy phường");
}
