//! Two meetings of which a source says little – a congress without any count, a year-end review meeting – and a congress of
//! delegates over two days, whose names and counts are invented.

use super::sitting::{Sitting, member};
use crate::domain::{
    Change, Congress,
    agenda::{ItemKind, SessionKind},
    bodies::{self, Body, BodyKind},
    election::{self, Office},
    guests::Part,
    id::{BodyId, FactId, PersonId, ReportId, SessionId},
    meeting::{self, About, Founding, Kind, Meeting, Roster, Term},
    motions::{Count, Subject},
    people::{Origin, Person},
    reports::{self, Fact, Figure, Report},
};

/// A congress whose source names people and publishes no count: 03/7/2022.
pub fn named_only() -> Congress {
    let mut sitting = Sitting::on((2022, 7, 3), (0, 0));
    sitting.does(Change::Meeting(meeting::Change::Founded(uncounted())));
    let mut director = member(1, "Vũ Văn Hoan", "Giám đốc Trung tâm");
    director.incumbent = Some("Bí thư Chi bộ".into());
    sitting.enrol(vec![director]);
    sitting.session(None);
    sitting.plan(&[(ItemKind::Report, "Báo cáo"), (ItemKind::Election, "Bầu cử"), (ItemKind::Closing, "Bế mạc")]);
    sitting.guest(
        Some("Dương Thị Huệ"),
        &[
            "Ủy viên Ban Thường vụ Thành ủy",
            "Phó Chủ tịch Thường trực Hội đồng nhân dân thành phố",
            "Bí thư Đảng ủy Cơ quan chính quyền thành phố",
        ],
        &[Part::Attends, Part::Congratulates],
    );
    sitting.next(0);
    report(&mut sitting, "Báo cáo chính trị", "Các chỉ tiêu đều đạt và vượt.");
    for (id, (text, a)) in
        (1..).zip([("Chỉ số DGI năm 2021, hạng", 3), ("Chỉ số DDCI và SIPAS năm 2021, cùng hạng", 6)])
    {
        let fact = Fact {
            id: FactId(id),
            report: Some(ReportId(1)),
            text: text.into(),
            figures: vec![Figure::Pair { a, b: 13 }],
        };
        sitting.does(Change::Reports(reports::Change::FactStated(fact)));
    }
    sitting.votes(Subject::Report(ReportId(1)), "Thông qua", Count::NotStated { carried: true });
    sitting.next(0);
    for (office, title, elected) in [
        (Office::Committee, "Chi ủy nhiệm kỳ 2022 – 2025", None),
        (Office::Secretary, "Bí thư Chi bộ (bầu trực tiếp)", Some(vec![PersonId(1)])),
    ] {
        let election = sitting.calls(office, title, None);
        sitting.does(Change::Election(election::Change::ResultStated { election, elected }));
    }
    sitting.congress
}

/// The meeting that names no counts.
fn uncounted() -> Meeting {
    let founding = |what: &str, number: &str, date: &str| Founding {
        what: what.into(),
        number: Some(number.into()),
        date: Some(date.into()),
    };
    Meeting {
        id: 1,
        kind: Kind::Cell,
        unit: "Chi bộ Trung tâm Hành chính công thành phố Móng Cái".into(),
        superior: "Đảng ủy Cơ quan chính quyền thành phố Móng Cái".into(),
        term: Some(Term { from: 2022, to: 2025 }),
        locality: "Móng Cái".into(),
        regulation: "244-QĐ/TW".into(),
        roster: Roster::NamedOnly,
        about: About {
            theme: Some("Chi bộ 4 tốt".into()),
            founded: vec![
                founding("Trung tâm Hành chính công thành phố", "QĐ 1649/QĐ-UBND", "29/6/2013"),
                founding("chi bộ", "13-QĐ/ĐU", "15/5/2014"),
            ],
            ..About::default()
        },
        ..Meeting::default()
    }
}

fn report(sitting: &mut Sitting, title: &str, gist: &str) {
    let item = sitting.congress.item_now().map(|item| item.id);
    let report =
        Report { id: ReportId(1), title: title.into(), item, reader: None, gist: gist.into(), accepted_by: None };
    sitting.does(Change::Reports(reports::Change::Entered(report)));
}

/// A year-end review meeting: chair and secretary named, a report, a classification known as a share alone.
pub fn review() -> Congress {
    let mut sitting = Sitting::on((2017, 12, 23), (8, 0));
    sitting.does(Change::Meeting(meeting::Change::Founded(Meeting {
        id: 1,
        kind: Kind::Review,
        unit: "Chi bộ Trung tâm Hành chính công tỉnh Vĩnh Phúc".into(),
        superior: "Đảng ủy Văn phòng UBND tỉnh".into(),
        term: Some(Term { from: 2017, to: 2017 }),
        locality: "Vĩnh Yên".into(),
        regulation: "244-QĐ/TW".into(),
        roster: Roster::NamedOnly,
        ..Meeting::default()
    })));
    sitting.enrol(vec![member(1, "Nguyễn Tiến Hạnh", "Bí thư Chi bộ"), member(2, "Bùi Mỹ Linh", "")]);
    sitting.session(None);
    sitting.plan(&[(ItemKind::Report, "Báo cáo năm"), (ItemKind::Other, "Xếp loại"), (ItemKind::Closing, "Bế mạc")]);
    for (id, kind, person) in [(1, BodyKind::Presidium, 1), (2, BodyKind::Secretariat, 2)] {
        let body = Body { id: BodyId(id), kind, election: None, members: vec![PersonId(person)], elected_by: None };
        sitting.does(Change::Bodies(bodies::Change::Proposed(body)));
    }
    sitting.next(0);
    report(&mut sitting, "Dự thảo báo cáo tổng kết năm 2017", "");
    sitting.next(30);
    for (id, text, figure) in [
        (1, "Đảng viên hoàn thành tốt nhiệm vụ trở lên", Figure::Percent(10_000)),
        (
            2,
            "Đề nghị cấp trên công nhận đảng viên hoàn thành xuất sắc nhiệm vụ",
            Figure::Count { number: 2, unit: "đồng chí".into() },
        ),
    ] {
        let fact = Fact { id: FactId(id), report: None, text: text.into(), figures: vec![figure] };
        sitting.does(Change::Reports(reports::Change::FactStated(fact)));
    }
    let text = "đề nghị công nhận chi bộ “trong sạch vững mạnh”";
    sitting.votes(Subject::Other, text, Count::Unanimous);
    sitting.next(20);
    sitting.finish(15);
    sitting.congress
}

/// A congress of thirty delegates: a preparatory session, an official one the day after, a result without votes.
pub fn of_delegates() -> Congress {
    let mut sitting = Sitting::on((2020, 6, 2), (14, 0));
    sitting.does(Change::Meeting(meeting::Change::Founded(Meeting {
        id: 1,
        kind: Kind::Delegates,
        unit: "Đảng bộ quận Ba Đình".into(),
        superior: "Thành ủy Hà Nội".into(),
        ordinal: Some(26),
        term: Some(Term { from: 2020, to: 2025 }),
        locality: "Ba Đình".into(),
        regulation: "244-QĐ/TW".into(),
        about: About { pilot: true, ..About::default() },
        ..Meeting::default()
    })));
    let delegate = |id: u32| Person {
        origin: Some(Origin::Elected),
        unit: Some("Đảng bộ phường".into()),
        ..member(id, &format!("Đại biểu {id}"), "")
    };
    sitting.enrol((1..=30).map(delegate).collect());
    sitting.session_of(SessionId(1), SessionKind::Preparatory, None);
    sitting
        .plan_of(SessionId(1), &[(ItemKind::Bodies, "Bầu các cơ quan"), (ItemKind::Closing, "Kết thúc phiên trù bị")]);
    sitting.arrive(1..=29);
    sitting.absent(30, "ốm");
    sitting.next(0);
    sitting.body(BodyKind::Presidium, &[1, 2, 3]);
    sitting.body(BodyKind::Secretariat, &[4, 5]);
    sitting.body(BodyKind::Credentials, &[6, 7, 8]);
    sitting.next(20);
    sitting.finish(5);
    sitting.after(17 * 60);
    sitting.session_of(SessionId(2), SessionKind::Official, None);
    sitting.plan_of(
        SessionId(2),
        &[
            (ItemKind::SideEvent, "Gắn biển công trình Trường Tiểu học Hoàng Diệu"),
            (ItemKind::Election, "Bầu cử"),
            (ItemKind::Closing, "Bế mạc"),
        ],
    );
    sitting.arrive(1..=30);
    sitting.next(0);
    sitting.next(30);
    let election = sitting.calls(Office::Committee, "Ban Chấp hành Đảng bộ quận khóa XXVI", None);
    sitting.does(Change::Election(election::Change::ResultStated { election, elected: None }));
    sitting.next(30);
    sitting.finish(10);
    sitting.congress
}
