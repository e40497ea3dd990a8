//! The congress of the cell of a district office: 28/9/2022, five guests, a target changed at a guest's request, a committee
//! of five of six, secretary, deputy, two delegates. Members, offices and every vote are invented.

use super::sitting::{SESSION, Sitting, boxes, member, struck};
use crate::domain::{
    Change, Congress,
    agenda::ItemKind,
    attendance::{self, Excuse},
    bodies::BodyKind,
    election::{Office, RoundKind, Source},
    floor::{Speaker, SpeechKind},
    guests::Part,
    id::{ElectionId, FactId, GuestId, PersonId, ReportId, TargetId},
    meeting::{self, About, Kind, Meeting, Term},
    motions::{Count, Hands, Subject},
    people::{Person, Standing},
    reports::{self, Fact, Figure, Report},
    targets::{self, Target},
};

/// How far the sample is held.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Discussion under way: one amendment asked for, nothing elected.
    Discussion,
    /// Closed.
    End,
}

/// The congress of the office, held so far.
pub fn office(until: Until) -> Congress {
    held(until).congress
}

/// Every change of the whole congress of the office, in order.
pub fn office_changes() -> Vec<Change> {
    held(Until::End).changes
}

fn held(until: Until) -> Sitting {
    let mut sitting = Sitting::on((2022, 9, 28), (7, 30));
    founded(&mut sitting);
    roll(&mut sitting);
    bodies(&mut sitting);
    reports(&mut sitting);
    discussion(&mut sitting);
    if until == Until::Discussion {
        return sitting;
    }
    decided(&mut sitting);
    elections(&mut sitting);
    ending(&mut sitting);
    sitting
}

fn founded(sitting: &mut Sitting) {
    let about = About {
        previous_term: Some(Term { from: 2020, to: 2022 }),
        outgoing: Some("05 đồng chí, trong đó có Bí thư, 01 Phó Bí thư và 03 chi ủy viên".into()),
        remark: Some("Danh sách đảng viên, chức vụ và số phiếu trong tài liệu này là dữ liệu minh họa".into()),
        ..About::default()
    };
    sitting.does(Change::Meeting(meeting::Change::Founded(Meeting {
        id: 1,
        kind: Kind::Cell,
        unit: "Chi bộ Văn phòng UBND Quận 1".into(),
        superior: "Đảng ủy Ủy ban nhân dân Quận 1".into(),
        ordinal: Some(7),
        term: Some(Term { from: 2022, to: 2025 }),
        locality: "Quận 1".into(),
        venue: Some("Hội trường Ủy ban nhân dân Quận 1".into()),
        regulation: "244-QĐ/TW".into(),
        about,
        ..Meeting::default()
    })));
    sitting.enrol(people());
    sitting.session(None);
    sitting.plan(&[
        (ItemKind::Gathering, "Ổn định tổ chức, điểm danh"),
        (ItemKind::Ceremony, "Chào cờ"),
        (ItemKind::Introduction, "Tuyên bố lý do, giới thiệu đại biểu"),
        (ItemKind::Bodies, "Bầu Đoàn chủ tịch, Thư ký"),
        (ItemKind::Programme, "Thông qua chương trình, quy chế"),
        (ItemKind::Report, "Báo cáo chính trị"),
        (ItemKind::Report, "Báo cáo kiểm điểm của cấp ủy"),
        (ItemKind::Discussion, "Thảo luận"),
        (ItemKind::SuperiorAddress, "Phát biểu chỉ đạo của cấp trên"),
        (ItemKind::Election, "Bầu cấp ủy, Bí thư, Phó Bí thư"),
        (ItemKind::Debut, "Ra mắt cấp ủy khóa mới"),
        (ItemKind::Resolution, "Thông qua nghị quyết"),
        (ItemKind::Closing, "Bế mạc"),
    ]);
}

fn people() -> Vec<Person> {
    let names = [
        ("Lê Tiến Sĩ", "Chánh Văn phòng UBND Quận 1"),
        ("Nguyễn Thị Thúy An", "Phó Chánh Văn phòng"),
        ("Trần Quốc Bảo", "Phó Chánh Văn phòng"),
        ("Phạm Thị Kim Chi", ""),
        ("Hoàng Văn Đạt", ""),
        ("Đỗ Thị Hương", ""),
        ("Vũ Minh Khoa", ""),
        ("Nguyễn Hoàng Ngọc Lan", ""),
        ("Huỳnh Quang Minh", ""),
        ("Lý Thị Mỹ Ngọc", ""),
        ("Bùi Thanh Phong", ""),
        ("Ngô Thị Quỳnh", ""),
        ("Đặng Văn Sơn", ""),
        ("Trương Thị Thảo", ""),
        ("Phan Anh Tuấn", ""),
        ("Cao Thị Tuyết", ""),
        ("Dương Quốc Việt", ""),
        ("Mai Thị Xuân", ""),
        ("Tô Hoàng Yến", ""),
        ("Lâm Gia Huy", ""),
        ("Hồ Thị Bích", ""),
    ];
    let mut people: Vec<Person> = (1..).zip(names).map(|(id, (name, office))| member(id, name, office)).collect();
    people[19].standing = Standing::Probationary;
    people[20].standing = Standing::TemporaryElsewhere;
    for (place, office) in [(0, "Bí thư"), (1, "Phó Bí thư"), (2, "Chi ủy viên")] {
        people[place].incumbent = Some(office.into());
    }
    people
}

fn roll(sitting: &mut Sitting) {
    sitting.next(0);
    sitting.arrive((1..=16).chain([20]));
    sitting.absent(18, "nghỉ thai sản");
    sitting.absent(19, "đi công tác");
    let excuse =
        Excuse { id: PersonId(18), accepted: true, ground: "Chi ủy chấp nhận lý do nghỉ thai sản".into() };
    sitting.does(Change::Attendance(attendance::Change::ExcuseDecided(excuse)));
    sitting.guest(
        Some("Lê Đức Thanh"),
        &["Phó Bí thư Quận ủy", "Bí thư Đảng ủy UBND Quận 1", "Chủ tịch UBND Quận 1"],
        &[Part::Attends, Part::Guides],
    );
    sitting.guest(
        Some("Mai Thị Hồng Hoa"),
        &["Quận ủy viên", "Phó Chủ tịch UBND Quận 1"],
        &[Part::Attends, Part::Congratulates],
    );
    sitting.guest(Some("Nguyễn Duy An"), &["Quận ủy viên", "Phó Chủ tịch UBND Quận 1"], &[Part::Attends]);
    sitting.guest(Some("Vũ Nguyễn Quang Vinh"), &["Phó Chủ tịch UBND Quận 1"], &[Part::Attends]);
    sitting.guest(Some("Bùi Văn Thịnh"), &["Phó Bí thư Đảng ủy UBND Quận 1"], &[Part::Attends, Part::GivesFlowers]);
    sitting.next(30);
    sitting.next(5);
    sitting.after(5);
    sitting.arrive([17]);
}

fn bodies(sitting: &mut Sitting) {
    sitting.next(5);
    sitting.body(BodyKind::Presidium, &[1, 2, 3]);
    sitting.body(BodyKind::Secretariat, &[8, 16]);
    sitting.next(3);
    sitting.votes(Subject::Programme, "Thông qua chương trình đại hội", Count::Unanimous);
    let hands = Hands { agree: 16, disagree: 0, other: 1 };
    sitting.votes(Subject::Rules, "Thông qua quy chế làm việc", Count::Counted(hands));
}

fn report(sitting: &mut Sitting, id: u32, title: &str, reader: u32, gist: &str) {
    let item = sitting.congress.item_now().map(|item| item.id);
    let report = Report {
        id: ReportId(id),
        title: title.into(),
        item,
        reader: Some(Speaker::Person(PersonId(reader))),
        gist: gist.into(),
        accepted_by: None,
    };
    sitting.does(Change::Reports(reports::Change::Entered(report)));
}

fn reports(sitting: &mut Sitting) {
    sitting.next(3);
    let title = "Báo cáo tổng kết nhiệm kỳ 2020 – 2022, phương hướng, nhiệm vụ nhiệm kỳ 2022 – 2025";
    let gist =
        "Chi bộ lãnh đạo Văn phòng hoàn thành các nhiệm vụ được giao, được xếp loại Hoàn thành xuất sắc nhiệm vụ";
    report(sitting, 1, title, 1, gist);
    let count = |number, unit: &str| Figure::Count { number, unit: unit.into() };
    let facts = [
        ("Tiết kiệm kinh phí trong 02 năm", vec![Figure::Money(6_684_957_552)]),
        ("Tặng quà Tết Canh Tý", vec![count(342, "phần quà"), Figure::Money(152_500_000)]),
        ("Thăm hỏi đồng bào Chăm", vec![count(4, "thánh đường"), count(20, "hộ")]),
        ("Tết Trung thu", vec![Figure::Each { number: 400, unit: "cháu".into(), dong: 250_000 }]),
        ("Tặng quà Tết Tân Sửu", vec![count(259, "phần quà"), Figure::Money(196_900_000)]),
        (
            "Tiếp nhận hồ sơ, trong đó có hồ sơ trực tuyến mức độ 3, 4",
            vec![count(1_081_478, "hồ sơ"), count(86_635, "hồ sơ")],
        ),
        ("Thủ tục hành chính thực hiện trực tuyến", vec![count(47, "thủ tục"), Figure::Percent(10_000)]),
    ];
    for (id, (text, figures)) in (1..).zip(facts) {
        let fact = Fact { id: FactId(id), report: Some(ReportId(1)), text: text.into(), figures };
        sitting.does(Change::Reports(reports::Change::FactStated(fact)));
    }
    sitting.votes(Subject::Report(ReportId(1)), "Thông qua báo cáo tổng kết", Count::Unanimous);
    let targets = [
        ("Đảng viên hoàn thành tốt nhiệm vụ trở lên", "100 %"),
        ("Kết nạp đảng viên mới trong nhiệm kỳ", "02 đồng chí"),
        ("Sinh hoạt về nguồn", "mỗi năm 01 lần"),
    ];
    for (id, (text, proposed)) in (1..).zip(targets) {
        let target = Target {
            id: TargetId(id),
            text: text.into(),
            proposed: proposed.into(),
            amendment: None,
            adopted: None,
            adopted_by: None,
        };
        sitting.does(Change::Targets(targets::Change::Proposed(target)));
    }
    sitting.next(20);
    report(sitting, 2, "Báo cáo kiểm điểm của cấp ủy nhiệm kỳ 2020 – 2022", 2, "");
    let hands = Hands { agree: 15, disagree: 1, other: 1 };
    sitting.votes(Subject::Report(ReportId(2)), "Thông qua báo cáo kiểm điểm", Count::Counted(hands));
}

fn discussion(sitting: &mut Sitting) {
    sitting.next(10);
    sitting.speaks(
        Speaker::Guest(GuestId(5)),
        SpeechKind::Suggestion,
        "những vấn đề đại hội cần tập trung thảo luận",
        "Đề nghị đại hội thảo luận về phát triển đảng viên; nâng cao chất lượng sinh hoạt chi bộ; công tác kiểm tra, giám sát; \
         cải cách hành chính; việc thực hiện Nghị quyết Trung ương 4, Chỉ thị 05 và Kết luận 01",
    );
    sitting.speaks(
        Speaker::Person(PersonId(14)),
        SpeechKind::Contribution,
        "Nâng cao chất lượng sinh hoạt chi bộ",
        "Chuẩn bị nội dung sinh hoạt ngắn gọn, đầy đủ; phân công đảng viên chuẩn bị chuyên đề hằng quý",
    );
    sitting.speaks(
        Speaker::Guest(GuestId(3)),
        SpeechKind::Proposal,
        "",
        "Đề nghị điều chỉnh tăng chỉ tiêu kết nạp đảng viên mới; duy trì các chuyến về nguồn",
    );
    sitting.speaks(Speaker::Person(PersonId(10)), SpeechKind::Floor, "Công tác đoàn thể", "");
    let ask = targets::Change::AmendmentAsked {
        target: TargetId(2),
        by: Speaker::Guest(GuestId(3)),
        value: "từ 03 đồng chí trở lên".into(),
    };
    sitting.does(Change::Targets(ask));
}

fn decided(sitting: &mut Sitting) {
    let last = sitting.congress.speeches.iter().next_back().expect("a speech").id;
    sitting.does(Change::Floor(crate::domain::floor::Change::Written {
        speech: last,
        kind: SpeechKind::Floor,
        subject: "Công tác đoàn thể".into(),
        raw: "GHI THÔ không in".into(),
        minutes: "Đề nghị chi ủy khóa mới quan tâm đời sống đoàn viên công đoàn".into(),
    }));
    let hands = Hands { agree: 16, disagree: 1, other: 0 };
    sitting.votes(Subject::Amendment(TargetId(2)), "Điều chỉnh chỉ tiêu", Count::Counted(hands));
    sitting.next(2);
    sitting.speaks(
        Speaker::Guest(GuestId(1)),
        SpeechKind::SuperiorAddress,
        "",
        "Đánh giá các văn kiện trình đại hội thẳng thắn, nghiêm túc; chia sẻ những khó khăn của Văn phòng.\n\
         Yêu cầu chuẩn bị các cuộc họp ngắn gọn, đầy đủ nội dung; tiếp tục đẩy mạnh cải cách hành chính.",
    );
    sitting.speaks(
        Speaker::Person(PersonId(1)),
        SpeechKind::Reply,
        "",
        "Đại hội tiếp thu đầy đủ ý kiến chỉ đạo, bổ sung vào nghị quyết và chương trình hành động",
    );
}

fn elections(sitting: &mut Sitting) {
    sitting.next(2);
    let committee = sitting.calls(Office::Committee, "Chi ủy nhiệm kỳ 2022 – 2025", None);
    sitting.votes(Subject::Seats { election: committee, seats: 5, size: None }, "Số lượng chi ủy", Count::Unanimous);
    for person in [1, 2, 3, 4, 7] {
        sitting.stands(committee, person, Source::Prepared, None);
    }
    sitting.stands(committee, 9, Source::Floor, Some(8));
    sitting.stands(committee, 15, Source::Floor, Some(6));
    sitting.withdraws(committee, 15, "sắp chuyển công tác", Hands { agree: 16, disagree: 1, other: 0 });
    sitting.body(BodyKind::Counting, &[6, 5, 12]);
    sitting.votes(Subject::List(committee), "Danh sách bầu chi ủy", Count::Unanimous);
    let round = sitting.opens(committee, RoundKind::First);
    let ballots = [(struck(&[5]), None, 9), (struck(&[4]), None, 4), (struck(&[3]), None, 2), (struck(&[2]), None, 1)];
    sitting.counts(round, &[ballots.as_slice(), &[(struck(&[]), None, 1)]].concat(), TO);
    for (office, title, person, against) in
        [(Office::Secretary, "Bí thư Chi bộ", 1, (16, 1)), (Office::Deputy, "Phó Bí thư Chi bộ", 2, (15, 1))]
    {
        let election = sitting.calls(office, title, None);
        sitting.votes(Subject::Seats { election, seats: 1, size: None }, "Số lượng", Count::Unanimous);
        sitting.stands(election, person, Source::Prepared, None);
        listed(sitting, election);
        let round = sitting.opens(election, RoundKind::First);
        let (agree, disagree) = against;
        let mut ballots = vec![(boxes(&[1], &[]), None, agree), (boxes(&[], &[1]), None, disagree)];
        if agree + disagree < 17 {
            ballots.push((boxes(&[1], &[1]), None, 17 - agree - disagree));
        }
        sitting.counts(round, &ballots, TO);
    }
    let delegates = sitting.calls(Office::Delegates, "Đại biểu dự Đại hội Đảng bộ Ủy ban nhân dân Quận 1", Some(2));
    sitting.stands(delegates, 1, Source::Prepared, None);
    sitting.stands(delegates, 2, Source::Prepared, None);
    listed(sitting, delegates);
    let round = sitting.opens(delegates, RoundKind::First);
    sitting.counts(round, &[(boxes(&[1, 2], &[]), None, 16), (boxes(&[2], &[1]), None, 1)], TO);
}

const TO: &str = "chi ủy khóa mới";

fn listed(sitting: &mut Sitting, election: ElectionId) {
    sitting.votes(Subject::List(election), "Danh sách bầu cử", Count::Unanimous);
}

fn ending(sitting: &mut Sitting) {
    sitting.next(2);
    sitting.next(5);
    sitting.votes(Subject::Resolution, "Thông qua nghị quyết đại hội", Count::Unanimous);
    sitting.next(5);
    sitting.votes(Subject::Minutes, "Thông qua biên bản đại hội", Count::Unanimous);
    sitting.finish(4);
    assert!(sitting.congress.session(SESSION).is_ok_and(|session| session.closed_at.is_some()));
}
