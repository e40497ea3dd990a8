//! A congress of a cell of eight (an afternoon, 18/8/2022): no committee, secretary and deputy elected directly. The first
//! ballot is annulled, the deputy needs a further round; all of this is invented.

use super::sitting::{Sitting, boxes, member, struck};
use crate::domain::{
    Change, Congress,
    agenda::ItemKind,
    bodies::BodyKind,
    decisions::{self, Matter},
    election::{self, Office, RoundKind, Source},
    guests::Part,
    id::{DecisionId, TargetId},
    meeting::{self, Kind, Meeting, Term},
    motions::{Count, Subject},
    people::Person,
    targets::{self, Target},
};

/// The congress of eight, closed.
pub fn of_eight() -> Congress {
    held().congress
}

/// Every change of the congress of eight, in order.
pub fn of_eight_changes() -> Vec<Change> {
    held().changes
}

fn held() -> Sitting {
    let mut sitting = Sitting::on((2022, 8, 18), (13, 30));
    founded(&mut sitting);
    sitting.next(0);
    sitting.arrive(1..=8);
    sitting.guest(
        Some("Võ Văn Viên"),
        &["Phó Bí thư Đảng ủy", "Phó Chánh Văn phòng"],
        &[Part::Attends, Part::Guides, Part::GivesFlowers],
    );
    sitting.guest(None, &["chi ủy các chi bộ trực thuộc"], &[Part::Attends]);
    sitting.guest(None, &["Ban Chấp hành Công đoàn"], &[]);
    sitting.next(15);
    sitting.body(BodyKind::Presidium, &[1]);
    sitting.body(BodyKind::Secretariat, &[3]);
    sitting.next(10);
    sitting.body(BodyKind::Counting, &[5, 6, 7]);
    secretary(&mut sitting);
    deputy(&mut sitting);
    sitting.next(5);
    sitting.votes(Subject::Resolution, "Thông qua nghị quyết", Count::Unanimous);
    sitting.next(2);
    sitting.finish(5);
    sitting
}

fn founded(sitting: &mut Sitting) {
    sitting.does(Change::Meeting(meeting::Change::Founded(Meeting {
        id: 1,
        kind: Kind::Cell,
        unit: "Chi bộ Trung tâm Phục vụ hành chính công tỉnh Quảng Nam".into(),
        superior: "Đảng ủy Văn phòng Ủy ban nhân dân tỉnh".into(),
        term: Some(Term { from: 2022, to: 2025 }),
        locality: "Tam Kỳ".into(),
        regulation: "244-QĐ/TW".into(),
        ..Meeting::default()
    })));
    let mut people: Vec<Person> = (1..)
        .zip([
            "Phạm Quang Lâm",
            "Nguyễn Văn Phúc",
            "Trần Thị Hạnh",
            "Lê Văn Tám",
            "Đoàn Thị Ánh",
            "Hồ Văn Cường",
            "Võ Thị Dung",
            "Phan Văn Em",
        ])
        .map(|(id, name)| member(id, name, ""))
        .collect();
    people[0].incumbent = Some("Phó Bí thư".into());
    sitting.enrol(people);
    sitting.session(Some("Chiều"));
    sitting.plan(&[
        (ItemKind::Gathering, "Điểm danh"),
        (ItemKind::Bodies, "Bầu chủ trì, thư ký"),
        (ItemKind::Election, "Bầu Bí thư, Phó Bí thư"),
        (ItemKind::Resolution, "Thông qua nghị quyết"),
        (ItemKind::Closing, "Bế mạc"),
    ]);
    for (id, text, value) in [
        (1, "xếp loại chi bộ", "Hoàn thành tốt nhiệm vụ trở lên"),
        (2, "đảng viên hoàn thành xuất sắc nhiệm vụ", "15 %"),
    ] {
        let target = Target {
            id: TargetId(id),
            text: text.into(),
            proposed: value.into(),
            amendment: None,
            adopted: None,
            adopted_by: None,
        };
        sitting.does(Change::Targets(targets::Change::Proposed(target)));
    }
}

fn secretary(sitting: &mut Sitting) {
    let election = sitting.calls(Office::Secretary, "Bí thư Chi bộ", None);
    sitting.votes(Subject::Seats { election, seats: 1, size: None }, "Số lượng", Count::Unanimous);
    sitting.stands(election, 1, Source::Prepared, None);
    sitting.votes(Subject::List(election), "Danh sách", Count::Unanimous);
    let round = sitting.opens(election, RoundKind::First);
    let at = sitting.after(4);
    sitting.does(Change::Election(election::Change::Annulled { round, collected: 9, at }));
    let again = sitting.opens(election, RoundKind::AfterAnnulment);
    sitting.counts(again, &[(boxes(&[1], &[]), None, 8)], "Bí thư Chi bộ");
}

fn deputy(sitting: &mut Sitting) {
    let election = sitting.calls(Office::Deputy, "Phó Bí thư Chi bộ", None);
    sitting.votes(Subject::Seats { election, seats: 1, size: None }, "Số lượng", Count::Unanimous);
    sitting.stands(election, 2, Source::Prepared, None);
    sitting.stands(election, 4, Source::OwnAccord, Some(3));
    sitting.votes(Subject::List(election), "Danh sách", Count::Unanimous);
    let round = sitting.opens(election, RoundKind::First);
    sitting.counts(round, &[(struck(&[2]), None, 4), (struck(&[1]), None, 4)], "Bí thư Chi bộ");
    let at = sitting.after(1);
    let text = "đại hội biểu quyết bầu tiếp lần thứ hai với danh sách như lần thứ nhất";
    let decision = Matter::FurtherRound(election).taken(DecisionId(1), text, at);
    sitting.does(Change::Decisions(decisions::Change::Taken(decision)));
    let further = sitting.opens(election, RoundKind::Further);
    sitting.counts(further, &[(struck(&[2]), None, 6), (struck(&[1]), None, 2)], "Bí thư Chi bộ");
}
