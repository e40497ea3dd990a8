//! A congress of delegates over a preparatory and two official sessions, which asks before it elects: an opinion ballot on the names
//! from the floor, an introduction ballot before the secretary is elected directly, an alternate in an absent delegate's place. Names
//! and votes are invented.

use super::delegates::{delegate, meeting};
use super::sitting::{Sitting, boxes, struck};
use crate::domain::{
    Change, Congress,
    agenda::{ItemKind, SessionKind},
    bodies::BodyKind,
    election::{Election, Office, RoundKind, Source, purpose::Purpose},
    floor::{Speaker, SpeechKind},
    id::{ElectionId, PersonId, SessionId},
    meeting as meetings,
    motions::{Count, Subject},
    people,
};

/// Who receives the sealed ballots.
const KEEPER: &str = "Cao Xuân Ẩn";

/// The congress, closed.
pub fn asked() -> Congress {
    let mut sitting = Sitting::on((2025, 7, 10), (14, 0));
    sitting.does(Change::Meeting(meetings::Change::Founded(meeting())));
    sitting.enrol((1..=24).map(delegate).collect());
    sitting.does(Change::People(people::Change::Replaced { absent: PersonId(20), by: PersonId(24) }));
    preparatory(&mut sitting);
    sitting.after(16 * 60);
    let committee = first_day(&mut sitting);
    sitting.after(24 * 60 - 180);
    second_day(&mut sitting, committee);
    sitting.congress
}

fn session(sitting: &mut Sitting, id: u32, kind: SessionKind, items: &[(ItemKind, &str)]) {
    sitting.session_of(SessionId(id), kind, None);
    sitting.plan_of(SessionId(id), items);
    sitting.arrive((1..=19).chain([21, 24]));
    sitting.absent(20, "công tác nước ngoài");
    sitting.absent(22, "ốm");
    sitting.next(0);
}

fn preparatory(sitting: &mut Sitting) {
    let items = [(ItemKind::Bodies, "Bầu các cơ quan điều hành"), (ItemKind::Closing, "Kết thúc phiên trù bị")];
    session(sitting, 1, SessionKind::Preparatory, &items);
    sitting.body(BodyKind::Presidium, &[1, 2, 3]);
    sitting.body(BodyKind::Secretariat, &[19]);
    sitting.body(BodyKind::Credentials, &[18, 17]);
    sitting.body(BodyKind::Counting, &[16, 15, 14]);
    sitting.next(20);
    sitting.finish(5);
}

fn first_day(sitting: &mut Sitting) -> ElectionId {
    let items = [
        (ItemKind::Discussion, "Thảo luận"),
        (ItemKind::Election, "Bầu Ban Chấp hành"),
        (ItemKind::Closing, "Kết thúc phiên thứ nhất"),
    ];
    session(sitting, 2, SessionKind::Official, &items);
    sitting.speaks(
        Speaker::Person(PersonId(9)),
        SpeechKind::Contribution,
        "chuyển đổi số",
        "Đề nghị mỗi chi bộ có một tổ công nghệ số cộng đồng.",
    );
    sitting.next(20);
    let election = sitting.calls(Office::Committee, "Ban Chấp hành Đảng bộ phường khóa I", None);
    sitting.votes(Subject::Seats { election, seats: 7, size: None }, "Số lượng", Count::Unanimous);
    for person in 1..=8 {
        sitting.stands(election, person, Source::Prepared, None);
    }
    for person in [9, 10] {
        sitting.stands(election, person, Source::Floor, Some(9));
    }
    let asks = sitting.election(Office::Committee, "Phiếu xin ý kiến về nhân sự được đề cử tại đại hội");
    let asks = sitting.calls_as(Election { seats: Some(1), purpose: Purpose::Opinion(election), ..asks });
    let round = sitting.opens(asks, RoundKind::First);
    sitting.counts(round, &[(struck(&[2]), None, 14), (struck(&[1]), None, 5), (struck(&[]), None, 2)], KEEPER);
    sitting.votes(Subject::List(election), "Danh sách", Count::Unanimous);
    let round = sitting.opens(election, RoundKind::First);
    let ballots = [(struck(&[8, 9]), None, 12), (struck(&[1, 9]), None, 8), (struck(&[]), None, 1)];
    sitting.counts(round, &ballots, KEEPER);
    sitting.next(10);
    sitting.finish(5);
    election
}

fn second_day(sitting: &mut Sitting, committee: ElectionId) {
    let items = [(ItemKind::Election, "Bầu Bí thư"), (ItemKind::Closing, "Bế mạc")];
    session(sitting, 3, SessionKind::Official, &items);
    let election = sitting.election(Office::Secretary, "Bí thư Đảng ủy phường");
    let election = sitting.calls_as(Election { seats: Some(1), ..election });
    let asks = sitting.election(Office::Secretary, "Phiếu giới thiệu Bí thư Đảng ủy phường");
    let asks = sitting.calls_as(Election { seats: Some(1), purpose: Purpose::Introduction(election), ..asks });
    let round = sitting.opens(asks, RoundKind::First);
    let names = sitting.congress.rounds.get(&round).map_or(0, crate::domain::election::Round::names_count);
    let but = |kept: u16| struck(&(1..=names).filter(|number| *number != kept).collect::<Vec<u16>>());
    sitting.counts(round, &[(but(1), None, 18), (but(2), None, 2), (struck(&[1]), None, 1)], KEEPER);
    let first = sitting.congress.rounds.get(&round).and_then(|round| round.names.first().copied()).expect("a name");
    sitting.votes(Subject::Seats { election, seats: 1, size: None }, "Số lượng", Count::Unanimous);
    sitting.stands(election, first.0, Source::Prepared, None);
    sitting.votes(Subject::List(election), "Danh sách", Count::Unanimous);
    let round = sitting.opens(election, RoundKind::First);
    sitting.counts(round, &[(boxes(&[1], &[]), None, 20), (boxes(&[], &[1]), None, 1)], "Đoàn chủ tịch");
    sitting.votes(Subject::Resolution, "Nghị quyết đại hội", Count::Unanimous);
    sitting.next(10);
    sitting.votes(Subject::Minutes, "Thông qua biên bản", Count::Unanimous);
    sitting.finish(5);
    assert_ne!(election, committee);
}
