//! The ready texts that are read out to the hall before the hands go up. They are Vietnamese in every language of the screen;
//! the secretary may change each before it is put.

use super::row::{Row, name, request, title};
use super::stage::{body, voters};
use crate::domain::Congress;
use crate::domain::bodies::BodyKind;
use crate::domain::election::list::Voters;
use crate::domain::figures::two_digits;
use crate::domain::floor::Speaker;
use crate::domain::id::{ElectionId, PersonId, TargetId};
use crate::papers::phrases::number_to_elect;

/// The most names that are read out in one sentence; a longer list lies before the delegates.
const READ_OUT: usize = 20;

/// The ready text of a row; empty where there is nothing to read yet.
pub fn ready(congress: &Congress, row: Row) -> String {
    let hall = hall_word(congress, voters(congress, row));
    let text = match row {
        Row::Body(kind, election) => of_body(congress, kind, election),
        Row::Programme => Some(format!("thông qua Chương trình {}", hall.to_lowercase())),
        Row::Rules => Some(format!("thông qua Quy chế làm việc của {}", hall.to_lowercase())),
        Row::Report(report) => congress.reports.get(&report).map(|report| format!("thông qua {}", report.title)),
        Row::Seats(election) => {
            let known = congress.elections.get(&election);
            let number = known.and_then(|election| Some((election.seats?, election.size)));
            return number.map(|number| seats(congress, election, number)).unwrap_or_default();
        }
        Row::List(election) => Some(of_list(congress, election)),
        Row::Withdrawal(election, person) => return of_withdrawal(congress, election, person),
        Row::Target(target) => of_amendment(congress, target),
        Row::Targets => {
            let open = congress.targets.iter().filter(|target| target.adopted.is_none()).count();
            Some(format!("thông qua {} chỉ tiêu{}", two_digits(open as u64), of_term(congress)))
        }
        Row::Resolution => Some(format!("thông qua Nghị quyết {}", hall.to_lowercase())),
        Row::Minutes => Some(format!("thông qua Biên bản {}", hall.to_lowercase())),
        Row::Motion(_) | Row::New | Row::NewReport | Row::Level(_) => None,
    };
    text.map(|text| format!("{hall} biểu quyết {text}.")).unwrap_or_default()
}

/// The ready text for a number to elect: `Đại hội biểu quyết số lượng bầu Chi ủy … là 05 đồng chí.`; of a larger body its
/// size comes first.
pub fn seats(congress: &Congress, election: ElectionId, (seats, size): (u16, Option<u16>)) -> String {
    let title = title(congress, election);
    let hall = hall_word(congress, voters(congress, Row::Seats(election)));
    let elect = if size > Some(seats) { "" } else { "bầu " };
    let number = number_to_elect((seats, size), &hall.to_lowercase());
    format!("{hall} biểu quyết số lượng {elect}{title} {number}.")
}

/// What the meeting calls itself.
pub fn hall_word(congress: &Congress, voters: Voters) -> &'static str {
    let congress_votes = voters == Voters::Congress && !congress.meeting().is_review();
    if congress_votes { "Đại hội" } else { "Hội nghị" }
}

/// What is put of no other row: `Đại hội biểu quyết …`, however the secretary began the sentence.
pub fn another(congress: &Congress, voters: Voters, typed: &str) -> String {
    let hall = hall_word(congress, voters);
    let typed = typed.trim().trim_end_matches('.');
    if typed.is_empty() || typed.starts_with(hall) {
        return typed.to_owned();
    }
    format!("{hall} biểu quyết {typed}.")
}

/// ` nhiệm kỳ 2025 – 2027`; nothing at a review meeting, whose targets are those of the year after.
fn of_term(congress: &Congress) -> String {
    let term = congress.meeting().term.filter(|_| !congress.meeting().is_review());
    term.map_or_else(String::new, |term| format!(" nhiệm kỳ {} – {}", term.from, term.to))
}

fn of_body(congress: &Congress, kind: BodyKind, election: Option<ElectionId>) -> Option<String> {
    let members = &body(congress, kind, election)?.members;
    let names: Vec<&str> = members.iter().map(|member| name(congress, *member)).collect();
    let hall = hall_word(congress, Voters::Congress).to_lowercase();
    match (kind, names.as_slice()) {
        (BodyKind::Presidium, [one]) => return Some(format!("bầu đồng chí {one} làm Chủ tọa {hall}")),
        (BodyKind::Secretariat, [one]) => return Some(format!("bầu đồng chí {one} làm Thư ký {hall}")),
        _ => {}
    }
    let (what, head) = match kind {
        BodyKind::Presidium => ("Đoàn chủ tịch", ""),
        BodyKind::Secretariat => ("Đoàn thư ký", ""),
        BodyKind::Credentials => ("Ban thẩm tra tư cách đại biểu", " (Trưởng ban)"),
        BodyKind::Counting => ("Ban kiểm phiếu", " (Trưởng ban)"),
    };
    let of = election.map_or_else(String::new, |election| format!(" bầu {}", title(congress, election)));
    let listed: Vec<String> =
        names.iter().zip(0..).map(|(name, place)| format!("{name}{}", if place == 0 { head } else { "" })).collect();
    Some(format!("bầu {what}{of} gồm {}", comrades(&listed)))
}

fn of_list(congress: &Congress, election: ElectionId) -> String {
    let names: Vec<String> =
        congress.list(election).into_iter().map(|person| name(congress, person).to_owned()).collect();
    format!("thông qua danh sách bầu {} gồm {}", title(congress, election), comrades(&names))
}

/// `03 đồng chí: A, B, C`; a list too long to be read out is counted only.
fn comrades(names: &[String]) -> String {
    let count = two_digits(names.len() as u64);
    if names.len() > READ_OUT {
        format!("{count} đồng chí (danh sách kèm theo)")
    } else {
        format!("{count} đồng chí: {}", names.join(", "))
    }
}

fn of_withdrawal(congress: &Congress, election: ElectionId, person: PersonId) -> String {
    let name = name(congress, person);
    let reason = request(congress, election, person).map_or("", |request| request.reason.as_str());
    format!(
        "Đồng chí {name} xin rút khỏi danh sách bầu {} ({}). {} biểu quyết cho đồng chí {name} rút tên.",
        title(congress, election),
        reason.trim_end_matches('.'),
        hall_word(congress, voters(congress, Row::Withdrawal(election, person)))
    )
}

fn of_amendment(congress: &Congress, target: TargetId) -> Option<String> {
    let target = congress.targets.get(&target)?;
    let amendment = target.amendment.as_ref()?;
    let by = match &amendment.by {
        Speaker::Guest(guest) if congress.guests.get(guest).is_some_and(|guest| guest.name.is_none()) => "",
        _ => "đồng chí ",
    };
    Some(format!(
        "điều chỉnh chỉ tiêu «{}» từ «{}» thành «{}», theo đề nghị của {by}{}",
        target.text,
        target.proposed,
        amendment.value,
        congress.speaker_name(&amendment.by)
    ))
}
