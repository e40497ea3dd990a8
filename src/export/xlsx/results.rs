//! The sheets of the elections: the papers of each counted or annulled round, and the votes of each name. A round whose count is
//! open is not here: nobody sees running totals.

use super::{Cell, Sheet};
use crate::domain::{
    Congress,
    election::{
        Election, Round, RoundState,
        form::Form,
        outcome::{Outcome, Standing},
        result,
    },
    figures::Percent,
};
use crate::papers::phrases::{count_of, name_of};
use crate::papers::record;

fn columns<const N: usize>(named: [(&str, f64); N]) -> Vec<(String, f64)> {
    named.map(|(heading, width)| (heading.to_owned(), width)).into()
}

/// The rounds that may be shown, each with its election.
fn rounds(congress: &Congress) -> impl Iterator<Item = (&Election, &Round)> {
    let shown = congress.rounds.iter().filter(|round| round.is_counted() || round.state == RoundState::Annulled);
    shown.filter_map(|round| Some((congress.elections.get(&round.election)?, round)))
}

/// One row for each round: seats, base, papers.
pub(super) fn elections(congress: &Congress) -> Sheet {
    let columns = columns([
        ("Vòng", 7.0),
        ("Cuộc bầu", 44.0),
        ("Kết quả vòng bầu", 18.0),
        ("Số lượng cần bầu", 10.0),
        ("Số người trong danh sách", 12.0),
        ("Số căn cứ", 10.0),
        ("Số phiếu cần đạt", 10.0),
        ("Người có quyền bầu có mặt", 12.0),
        ("Phiếu phát ra", 9.0),
        ("Phiếu thu về", 9.0),
        ("Phiếu hợp lệ", 9.0),
        ("Phiếu không hợp lệ", 9.0),
        ("Phiếu hỏng đã đổi", 9.0),
        ("Số người trúng cử", 9.0),
        ("Mở phiếu lúc", 17.0),
        ("Công bố lúc", 17.0),
    ]);
    let row = |(election, round): (&Election, &Round)| {
        let outcome = result::outcome(congress, round.id);
        let tally = outcome.as_ref().map(|_| result::tally(congress, round));
        let invalid = tally.as_ref().map(|tally| tally.invalid().map(|(_, count)| count).sum::<u64>());
        let ledger = &round.ledger;
        let state = if outcome.is_some() { "Đã kiểm phiếu" } else { "Hủy toàn bộ phiếu" };
        vec![
            Cell::Number(round.number.into()),
            Cell::Text(record::title(election)),
            Cell::text(Some(state)),
            Cell::Number(round.seats.into()),
            Cell::Number(round.names_count().into()),
            Cell::Number(round.base.value.into()),
            Cell::number(outcome.as_ref().map(|outcome| outcome.threshold)),
            Cell::number(ledger.voters),
            Cell::number(ledger.issued),
            Cell::number(ledger.collected),
            Cell::number(tally.as_ref().map(crate::domain::election::count::Tally::valid)),
            Cell::number(invalid),
            Cell::Number(ledger.spoiled.into()),
            Cell::number(outcome.as_ref().filter(|_| election.elects()).map(|outcome| count_of(&outcome.elected))),
            Cell::moment(round.times.collected),
            Cell::moment(round.times.announced),
        ]
    };
    Sheet { name: "Cuộc bầu", columns, rows: rounds(congress).map(row).collect() }
}

/// One row for each name of each counted round, in ballot order.
pub(super) fn votes(congress: &Congress) -> Sheet {
    let columns = columns([
        ("TT", 6.0),
        ("Họ và tên", 28.0),
        ("Cuộc bầu", 44.0),
        ("Vòng", 7.0),
        ("Số phiếu bầu", 9.0),
        ("Số phiếu không bầu", 10.0),
        ("Không tính", 9.0),
        ("Số căn cứ", 9.0),
        ("Tỷ lệ trên số căn cứ", 11.0),
        ("Kết quả", 24.0),
        ("Thứ tự trúng cử", 9.0),
    ]);
    let mut rows = Vec::new();
    for (election, round) in rounds(congress) {
        if let Some(outcome) = result::outcome(congress, round.id) {
            rows.extend(
                (1_u16..).zip(&outcome.names).map(|(number, _)| vote(congress, election, round, (&outcome, number))),
            );
        }
    }
    Sheet { name: "Kết quả bầu cử", columns, rows }
}

fn vote(congress: &Congress, election: &Election, round: &Round, (outcome, number): (&Outcome, u16)) -> Vec<Cell> {
    let place = usize::from(number).saturating_sub(1);
    let person = result::person_at(round, number);
    let result = &outcome.names[place];
    let place_among =
        |list: &[u16]| list.iter().zip(1_u64..).find(|(other, _)| **other == number).map(|(_, place)| place);
    let uncounted = (outcome.form == Form::AgreeDisagree).then_some(result.count.not_counted);
    vec![
        Cell::Number(number.into()),
        Cell::text(person.map(|person| name_of(congress, person))),
        Cell::Text(record::title(election)),
        Cell::Number(round.number.into()),
        Cell::Number(result.count.votes),
        Cell::Number(result.count.against),
        Cell::number(uncounted),
        Cell::Number(round.base.value.into()),
        share(result.percent),
        Cell::text(Some(standing(result.standing))),
        Cell::number(place_among(&outcome.elected).filter(|_| election.elects())),
    ]
}

fn share(percent: Option<Percent>) -> Cell {
    percent.map_or(Cell::Blank, Cell::Share)
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Elected | Standing::ElectedInTieRevote => "Trúng cử",
        Standing::Alternate | Standing::AlternateInTieRevote => "Dự khuyết",
        Standing::ShortOfHalf { .. } => "Không quá nửa số căn cứ",
        Standing::TiedForLastSeat => "Bằng phiếu ở vị trí cuối",
        Standing::TiedForLastAlternate => "Bằng phiếu ở vị trí dự khuyết cuối",
        Standing::OverHalfNoSeatLeft => "Quá nửa, không còn chỗ",
        Standing::OutvotedInTieRevote => "Ít phiếu hơn trong lần bầu lại",
        Standing::NoVotes => "Không có phiếu",
        Standing::KeptOnList => "Giữ trong danh sách",
        Standing::LeftOffList => "Không vào danh sách",
        Standing::Introduced => "Được giới thiệu",
    }
}
