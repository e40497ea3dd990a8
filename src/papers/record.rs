//! What the minutes and the tally record say alike of one round, so that the minutes copy the record: base with named
//! deductions, papers, invalid ballots by reason, result table, those elected. Where it is printed is decided there.

mod ledger;

pub use ledger::{out_and_in, papers, purpose_of, why_invalid};

use crate::domain::{
    Congress,
    election::{
        Election, Office, Round, RoundKind,
        base::{Base, Deduction},
        form::Form,
        list::Voters,
        outcome::{NameResult, Outcome, Places, Standing},
        purpose::Purpose,
        result,
    },
    figures::{date, grouped, two_digits},
    id::PersonId,
    regulation::{Regulation, Rule, TieRevote},
};

use super::issuing::ordinal_and_term;
use super::paper::{Column, Table, Title};
pub use super::phrases::small;
use super::phrases::{Words, ballots, bare, comrades, count_of, counted, list, name_of};

/// What is elected, as a title: `Bầu Chi ủy nhiệm kỳ 2022 – 2025`.
pub fn title(election: &Election) -> String {
    let title = bare(&election.title);
    let named = title.to_lowercase().starts_with("bầu ");
    if named || !election.elects() {
        return title.to_owned();
    }
    // an office keeps its capital, a common noun does not
    let common = ["Đại biểu", "Chi ủy", "Chi uỷ", "Cấp ủy", "Cấp uỷ"].iter().any(|noun| title.starts_with(noun));
    if common { format!("Bầu {}", small(title)) } else { format!("Bầu {title}") }
}

/// Which vote of its election a round is, in words; nothing for the only one.
pub fn which(congress: &Congress, round: &Round) -> Option<String> {
    let several = congress.rounds_of(round.election).count() > 1;
    several.then(|| told_which((round.kind, round.terms.places), round.number))
}

/// A vote of an election by its number and why it is held: `Bầu lần thứ hai (bầu tiếp cho đủ số lượng)`.
pub fn told_which((kind, places): (RoundKind, Places), number: u16) -> String {
    let number = ordinal(number);
    let alternates = if places.are_seats() { "" } else { "đại biểu dự khuyết, " };
    let why = match kind {
        RoundKind::First => return format!("Bầu lần thứ {number}"),
        RoundKind::Further => "bầu tiếp cho đủ số lượng",
        RoundKind::TieRevote => "giữa những người có số phiếu bằng nhau",
        RoundKind::AfterAnnulment => "bầu lại sau khi hủy phiếu",
    };
    format!("Bầu lần thứ {number} ({alternates}{why})")
}

/// A title with ordinal and term of the congress below, where what is elected does not name the term itself.
pub fn titled(congress: &Congress, title: Title, election: &Election) -> Title {
    let named = election.title.to_lowercase();
    // what a plenum elects it elects under its own name, not under that of the congress
    // and a higher congress, to which delegates go, has an ordinal of its own
    let ours = !named.contains("nhiệm kỳ") && election.voters == Voters::Congress && !election.office.is_allotted();
    let term = ordinal_and_term(congress.meeting()).filter(|_| ours);
    term.into_iter().fold(title, Title::line)
}

fn ordinal(number: u16) -> String {
    match number {
        1 => "nhất".into(),
        2 => "hai".into(),
        3 => "ba".into(),
        4 => "tư".into(),
        5 => "năm".into(),
        other => other.to_string(),
    }
}

/// Who is counted in the base of an election.
pub fn electors(election: &Election, words: Words) -> &'static str {
    match election.voters {
        Voters::Congress => words.full,
        Voters::Plenum => "cấp ủy viên",
    }
}

/// The base with every deduction by name, and the votes that elect.
pub fn base(congress: &Congress, election: &Election, round: &Round, words: Words) -> String {
    let (base, who) = (&round.base, electors(election, words));
    let total = format!("Tổng số {who} được triệu tập: {}", comrades(base.total));
    let rule = what_elects(congress, round);
    let value = two_digits(base.value);
    if base.deducted.is_empty() {
        return format!("{total}; số căn cứ tính kết quả là {value}; {rule}.");
    }
    let deducted = count_of(&base.deducted);
    format!(
        "{total}; trừ {}: {}; số căn cứ tính kết quả còn {value}; {rule}.",
        comrades(deducted),
        deductions(congress, base)
    )
}

/// The base of a round that is the same as one told before.
pub fn same_base(congress: &Congress, round: &Round) -> String {
    let value = two_digits(round.base.value);
    format!("Số căn cứ tính kết quả vẫn là {value}; {}.", what_elects(congress, round))
}

fn what_elects(congress: &Congress, round: &Round) -> String {
    match congress.elections.get(&round.election).map(|election| election.purpose) {
        Some(Purpose::Opinion(_)) => {
            return format!(
                "giữ trong danh sách không quá {} được nhiều ý kiến nhất, không cần quá một nửa",
                comrades(round.seats)
            );
        }
        Some(Purpose::Introduction(_)) => {
            return "kết quả để đại hội tham khảo, không quyết định ai trúng cử".to_owned();
        }
        Some(Purpose::Elect) | None => {}
    }
    let regulation = congress.meeting().regulation();
    if round.kind == RoundKind::TieRevote && regulation.rounds.tie_revote == TieRevote::HigherWins {
        return "người có số phiếu cao hơn trúng cử, không cần quá một nửa".to_owned();
    }
    let needed = regulation.votes_needed(round.base.value);
    format!("trúng cử khi được quá một nửa, từ {} trở lên", counted(needed, "phiếu"))
}

/// The deductions, those for one reason together: `A và B – sinh hoạt tạm thời nơi khác`.
pub fn deductions(congress: &Congress, base: &Base) -> String {
    let reasons = [
        Deduction::TemporaryElsewhere,
        Deduction::ExemptedAbsent,
        Deduction::Suspended,
        Deduction::ExcusedThroughout,
        Deduction::CommitteeAbsent,
        Deduction::DelegateAbsent,
    ];
    let told = reasons.iter().filter_map(|reason| {
        let people: Vec<&str> = base
            .deducted
            .iter()
            .filter(|deducted| deducted.why == *reason)
            .map(|deducted| name_of(congress, deducted.person))
            .collect();
        (!people.is_empty()).then(|| format!("{} ({})", list(&people), why_deducted(*reason)))
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The article behind a rule without the whole name of its document, which the paper has named before: `Điều 17 Quy chế bầu
/// cử trong Đảng`; none where the article was not seen.
pub fn article(regulation: &Regulation, rule: Rule) -> Option<String> {
    let cited = regulation.cite(rule);
    match cited.strip_suffix(&regulation.title()) {
        Some("") => None,
        Some(article) => Some(format!("{article}Quy chế bầu cử trong Đảng")),
        None => Some(cited),
    }
}

/// Why somebody is taken off the base, as papers say it.
pub const fn why_deducted(why: Deduction) -> &'static str {
    match why {
        Deduction::TemporaryElsewhere => "sinh hoạt tạm thời nơi khác",
        Deduction::ExemptedAbsent => "được miễn công tác và sinh hoạt, không dự đại hội",
        Deduction::Suspended => "bị đình chỉ sinh hoạt, bị khởi tố hoặc tạm giam",
        Deduction::ExcusedThroughout => "vắng mặt suốt thời gian đại hội, có lý do được chấp nhận",
        Deduction::CommitteeAbsent => "cấp ủy viên vắng mặt suốt thời gian đại hội",
        Deduction::DelegateAbsent => "đại biểu vắng mặt suốt thời gian đại hội, không có đại biểu dự khuyết thay thế",
    }
}

/// The result of every name in ballot order; the share is of the base.
pub fn table(congress: &Congress, round: &Round, outcome: &Outcome) -> Table {
    let boxes = outcome.form == Form::AgreeDisagree;
    // names with both or neither box marked are rare: their column stands only where there are any
    let uncounted = boxes && outcome.names.iter().any(|name| name.count.not_counted > 0);
    let purpose = purpose_of(congress, round);
    let votes = match purpose {
        _ if boxes => "Đồng ý",
        Purpose::Elect => "Số phiếu bầu",
        Purpose::Opinion(_) => "Số phiếu đồng ý",
        Purpose::Introduction(_) => "Số phiếu giới thiệu",
    };
    // an introduction decides nothing, so that nobody's standing is told
    let decides = !matches!(purpose, Purpose::Introduction(_));
    let mut columns = vec![Column::figures("TT", 1), Column::words("Họ và tên", 8), Column::figures(votes, 4)];
    if boxes {
        columns.push(Column::figures("Không đồng ý", 4));
    }
    if uncounted {
        columns.push(Column::figures("Không tính", 3));
    }
    columns.push(Column::figures("Tỷ lệ %", 4));
    if decides {
        columns.push(Column::figures("Kết quả", 4));
    }
    let names = round.names.iter().zip(&outcome.names);
    (1..).zip(names).fold(Table::new(columns), |table, (number, (person, name))| {
        let mut row: Vec<String> = vec![u32::to_string(&number), name_of(congress, *person).into()];
        row.push(grouped(name.count.votes));
        if boxes {
            row.push(grouped(name.count.against));
        }
        if uncounted {
            row.push(grouped(name.count.not_counted));
        }
        row.push(name.percent.map_or_else(String::new, |percent| percent.to_string()));
        if decides {
            row.push(standing(name).into());
        }
        table.row(row)
    })
}

const fn standing(name: &NameResult) -> &'static str {
    match name.standing {
        Standing::Elected | Standing::ElectedInTieRevote => "Trúng cử",
        Standing::Alternate | Standing::AlternateInTieRevote => "Dự khuyết",
        Standing::TiedForLastSeat | Standing::TiedForLastAlternate => "Bằng phiếu",
        Standing::ShortOfHalf { .. }
        | Standing::OverHalfNoSeatLeft
        | Standing::OutvotedInTieRevote
        | Standing::NoVotes
        | Standing::LeftOffList
        | Standing::Introduced => "",
        Standing::KeptOnList => "Giữ trong danh sách",
    }
}

/// What stands above those a round elected, keeps on the list or introduces, by how many they are; none where nobody is named.
pub fn lead(election: &Election, people: usize) -> Option<&'static str> {
    match (election.purpose, people) {
        (_, 0) | (Purpose::Introduction(_), _) => None,
        (Purpose::Elect, 1) => Some("Đồng chí trúng cử:"),
        (Purpose::Elect, _) => Some("Các đồng chí trúng cử (xếp theo số phiếu từ cao xuống thấp):"),
        (Purpose::Opinion(_), 1) => Some("Đồng chí được giữ trong danh sách bầu cử:"),
        (Purpose::Opinion(_), _) => {
            Some("Các đồng chí được giữ trong danh sách bầu cử (xếp theo số phiếu từ cao xuống thấp):")
        }
    }
}

/// The sentence of a round that elected nobody; none where it was not held to elect, or filled places of alternates.
pub fn nobody(election: &Election, outcome: &Outcome) -> Option<&'static str> {
    let nobody = outcome.elected.is_empty() && outcome.alternates.is_empty();
    (election.elects() && nobody).then_some("Không có đồng chí nào đạt số phiếu trúng cử.")
}

/// How the superior committee annulled an announced result, where it did.
pub fn revoked(round: &Round) -> Option<String> {
    let revoked = round.aftermath.revoked.as_ref()?;
    Some(format!(
        "Kết quả này đã bị {} hủy ngày {} theo {}; kết quả bầu lại ghi ở lần bầu sau.",
        bare(&revoked.by),
        date(revoked.date),
        bare(&revoked.basis)
    ))
}

/// Those elected from high to low, each with votes and share of the base: `A, 16/18 phiếu, đạt 84,21 % (16/19)`.
pub fn elected(congress: &Congress, election: &Election, round: &Round, outcome: &Outcome) -> Vec<(PersonId, String)> {
    named(congress, election, round, (outcome, &outcome.elected))
}

/// The alternates from high to low, told as those elected are.
pub fn alternates(
    congress: &Congress,
    election: &Election,
    round: &Round,
    outcome: &Outcome,
) -> Vec<(PersonId, String)> {
    named(congress, election, round, (outcome, &outcome.alternates))
}

fn named(
    congress: &Congress,
    election: &Election,
    round: &Round,
    (outcome, numbers): (&Outcome, &[u16]),
) -> Vec<(PersonId, String)> {
    let collected = u64::from(round.ledger.collected.unwrap_or(0));
    let told = |number: &u16| {
        let person = result::person_at(round, *number)?;
        let name = outcome.names.get(usize::from(number.checked_sub(1)?))?;
        let votes = ballots(name.count.votes, collected, u64::from(round.base.value));
        let again = if reelected(congress, election, person) { " (tái cử)" } else { "" };
        Some((person, format!("Đồng chí {}{again}: {votes}", name_of(congress, person))))
    };
    numbers.iter().filter_map(told).collect()
}

/// Whether an election gives a person again the office they hold: any seat in the committee, or the same body or office.
pub fn reelected(congress: &Congress, election: &Election, person: PersonId) -> bool {
    let incumbent = congress.people.get(&person).and_then(|person| person.incumbent.as_deref());
    let Some(held) = incumbent.map(crate::domain::fold::fold) else { return false };
    match election.office {
        Office::Committee => true,
        // a secretary sits in the standing committee by office
        Office::StandingCommittee => held.contains("thuong vu") || held.contains("bi thu"),
        Office::Inspection => held.contains("kiem tra"),
        Office::Secretary => held.trim_start().starts_with("bi thu"),
        Office::Deputy => held.trim_start().starts_with("pho bi thu"),
        Office::InspectionHead => held.trim_start().starts_with("chu nhiem"),
        Office::Delegates | Office::Alternates => false,
    }
}

/// What a round leaves open: a tie, seats nobody filled; nothing where it is complete, or where it only asked an opinion.
pub fn left_open(congress: &Congress, round: &Round, outcome: &Outcome) -> Option<String> {
    congress.elections.get(&round.election).filter(|election| election.elects())?;
    let tied: Vec<String> = outcome
        .tied
        .iter()
        .filter_map(|number| result::person_at(round, *number))
        .map(|person| name_of(congress, person).to_owned())
        .collect();
    if !tied.is_empty() {
        let place =
            if outcome.seats_open > 0 { "số lượng còn lại" } else { "vị trí dự khuyết cuối cùng" };
        return Some(format!(
            "Các đồng chí {} có số phiếu bằng nhau khi xét {place}; trong số này chưa xác định người trúng cử.",
            list(&tied)
        ));
    }
    (outcome.seats_open > 0).then(|| format!("So với số lượng cần bầu còn thiếu {}.", comrades(outcome.seats_open)))
}

/// The sentence of a round whose ballots were all annulled.
pub fn annulled(round: &Round, regulation: Regulation) -> String {
    let known = |number: Option<u32>| number.map_or("…".to_owned(), two_digits);
    format!(
        "Số phiếu phát ra: {} phiếu; số phiếu thu về: {} phiếu, nhiều hơn số phiếu phát ra. Căn cứ {}, toàn bộ số phiếu của \
         lần bầu này bị hủy, không kiểm phiếu; đại hội tổ chức bỏ phiếu lại.",
        known(round.ledger.issued),
        known(round.ledger.collected),
        regulation.cite(Rule::CollectedExceedsIssued)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ElectionId;

    #[test]
    fn an_election_is_named_once() {
        let mut election = Election::new(ElectionId(1), Office::Secretary, "Bí thư Chi bộ");
        assert_eq!(title(&election), "Bầu Bí thư Chi bộ");
        election.title = "Bầu Bí thư Chi bộ.".into();
        assert_eq!(title(&election), "Bầu Bí thư Chi bộ");
    }
}
