//! `daihoi show`: where the congress stands, as text or as one JSON document.
//!
//! Neither holds a ballot or a running total: how many papers are keyed is progress, what is on them nobody sees before the
//! head of counting has closed the count.

mod document;
mod words;

use super::report::{Failure, visible};
use crate::domain::Congress;
use crate::domain::agenda::{Item, ItemState, Session, SessionKind};
use crate::domain::election::Election;
use crate::domain::election::result;
use crate::domain::figures::{date, roman, two_digits};
use crate::domain::hall::Quorum;
use crate::domain::id::PersonId;
use crate::domain::meeting::{Kind, Roster};
use crate::domain::motions::{Motion, Vote};
use crate::papers::phrases::{at_hour, clock, size_remark, years};
use crate::store::Store;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

/// How the congress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Vietnamese text.
    Text,
    /// One JSON document.
    Json,
}

/// Shows where a congress stands.
pub fn show(file: &Path, form: Form, out: &mut dyn Write) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let congress = store.load()?;
    let text = match form {
        Form::Text => {
            format!("Tệp: {} · {} thay đổi\n{}", store.identity().name, store.last_number()?, text(&congress))
        }
        Form::Json => format!("{:#}\n", document::document(congress, store.identity(), store.last_number()?)),
    };
    out.write_all(text.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))
}

/// Where a congress stands, in lines.
fn text(congress: &Congress) -> String {
    if congress.meetings.is_empty() {
        return "Tệp chưa có đại hội nào.\n".to_owned();
    }
    if let Some(desk) = congress.desk_file() {
        return of_desk(congress, desk.desk);
    }
    let mut lines = head(congress);
    lines.extend(hall(congress));
    lines.extend(floor(congress));
    lines.extend(congress.motions.iter().map(motion));
    lines.extend(congress.elections.iter().flat_map(|election| of_election(congress, election)));
    lines.push(String::new());
    lines.iter().map(|line| visible(line)).collect::<Vec<_>>().join("\n")
}

/// A desk file: how far each of its bundles is.
fn of_desk(congress: &Congress, desk: u16) -> String {
    let mut text = visible(&format!("Tệp bàn {desk} · {}", congress.meeting().unit)) + "\n";
    for bundle in congress.bundles.iter() {
        let keyed = congress.standing_keyings(bundle.round, bundle.number).map(|keying| keying.keyed).sum::<u32>();
        // writing into a String cannot fail
        let _ = writeln!(text, "Tệp {}: đã nhập {keyed}/{} phiếu", bundle.number, bundle.size);
    }
    text
}

fn head(congress: &Congress) -> Vec<String> {
    let meeting = congress.meeting();
    let kind = match meeting.kind {
        Kind::Cell => "Đại hội chi bộ",
        Kind::Members => "Đại hội đảng viên",
        Kind::Delegates => "Đại hội đại biểu",
        Kind::Review => "Hội nghị tổng kết",
    };
    let ordinal = meeting.ordinal.map(|ordinal| format!(" lần thứ {}", roman(u32::from(ordinal)))).unwrap_or_default();
    let term = meeting.term.map(|term| format!(", nhiệm kỳ {}", years(term))).unwrap_or_default();
    let mut lines = vec![format!("{} · {}", meeting.unit, meeting.superior), format!("{kind}{ordinal}{term}")];
    lines.extend((!meeting.is_review()).then(|| format!("Quy chế bầu cử: {}", meeting.regulation().number)));
    lines.extend(congress.session_now().map(|session| format!("Phiên họp: {}", of_session(congress, session))));
    lines.extend(congress.running().map(|item| format!("Đang tiến hành: {}", of_item(item))));
    lines.extend(
        congress.interrupted().map(|pause| format!("Tạm dừng từ {}: {}", pause.from.format("%H:%M"), pause.reason)),
    );
    match congress.item_next() {
        _ if congress.closing().is_some() => {
            lines.push(format!("Đã bế mạc, hồ sơ đã khóa; {} đính chính", congress.corrections.len()));
        }
        Some(item) => lines.push(format!("Tiếp theo: {}", of_item(item))),
        None if congress.is_closed() => lines.push("Đã bế mạc".to_owned()),
        None => {}
    }
    let done = congress.items.iter().filter(|item| matches!(item.state, ItemState::Done | ItemState::Skipped)).count();
    lines.push(format!("Chương trình: xong {done} trên {} mục", congress.items.len()));
    lines
}

fn of_session(congress: &Congress, session: &Session) -> String {
    let kind = match session.kind {
        _ if congress.meeting().is_review() => "",
        SessionKind::Preparatory => ", phiên trù bị",
        SessionKind::Official => ", phiên chính thức",
    };
    let state = match (session.opened_at, session.closed_at) {
        (_, Some(closed)) => format!("đã bế mạc{}", at_hour(" lúc ", closed)),
        (Some(opened), None) => format!("đã khai mạc{}", at_hour(" lúc ", opened)),
        (None, None) => "chưa khai mạc".to_owned(),
    };
    format!("số {}{kind}, ngày {}, {state}", session.id, date(session.date))
}

fn of_item(item: &Item) -> String {
    let since = item.started_at.and_then(clock).map(|hour| format!(" (từ {hour})")).unwrap_or_default();
    format!("{}{since}", item.title)
}

fn hall(congress: &Congress) -> Vec<String> {
    let hall = congress.hall();
    if hall.roster == Roster::NamedOnly {
        return vec!["Số người triệu tập, có mặt: không nêu".to_owned()];
    }
    let quorum = match hall.quorum {
        _ if hall.summoned == 0 => "Chưa có danh sách".to_owned(),
        Quorum::Reached => "Đủ số người dự họp".to_owned(),
        Quorum::Missing { needed, .. } => format!("Chưa đủ số người dự họp: cần có mặt {}", two_digits(needed)),
        Quorum::NotStated => "Số người dự họp: không nêu".to_owned(),
    };
    let counts = [
        ("Triệu tập", hall.summoned),
        ("có mặt", hall.present),
        ("có quyền biểu quyết", hall.voters),
        ("vắng có lý do", hall.excused),
        ("vắng không lý do", hall.unexcused),
        ("chưa điểm danh", hall.uncalled),
        ("đã ra về", hall.left),
    ];
    let counts: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {}", two_digits(*count))).collect();
    vec![counts.join(" · "), quorum]
}

fn floor(congress: &Congress) -> Vec<String> {
    let name = |speech: &crate::domain::floor::Speech| congress.speaker_name(&speech.speaker).to_owned();
    let mut lines: Vec<String> =
        congress.speaking().map(|speech| format!("Đang phát biểu: {}", name(speech))).into_iter().collect();
    let queue: Vec<String> = congress.queue().map(name).collect();
    if !queue.is_empty() {
        lines.push(format!("Chờ phát biểu: {}", queue.join(", ")));
    }
    lines
}

fn motion(motion: &Motion) -> String {
    let hands = motion.vote.as_ref().and_then(Vote::hands);
    let hands = hands
        .map(|hands| format!(", đồng ý {}, không đồng ý {}, ý kiến khác {}", hands.agree, hands.disagree, hands.other));
    let outcome = match motion.carried() {
        None => "chưa biểu quyết",
        Some(true) => "được thông qua",
        Some(false) => "không được thông qua",
    };
    format!("Biểu quyết {}: {}: {outcome}{}", motion.id, motion.text, hands.unwrap_or_default())
}

fn of_election(congress: &Congress, election: &Election) -> Vec<String> {
    let seats = election.seats.map(|seats| format!(", bầu {}{}", two_digits(seats), size_remark(election)));
    let seats = seats.unwrap_or_default();
    let stage = words::stage(congress, election);
    let mut lines = vec![format!("Bầu cử {}: {}{seats}: {stage}", election.id, election.title)];
    for round in congress.rounds_of(election.id) {
        let count = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), two_digits);
        let ledger = round.ledger;
        lines.push(format!(
            "  vòng {}: số căn cứ {}, phát ra {}, thu về {}, đã kiểm {}",
            round.number,
            two_digits(round.base.value),
            count(ledger.issued),
            count(ledger.collected),
            two_digits(congress.progress(round.id).checked),
        ));
        if round.is_counted() {
            let elected = named(congress, &result::elected_in(congress, round));
            lines.push(format!("  trúng cử: {}", elected.unwrap_or_else(|| "không có ai".to_owned())));
            let alternates = named(congress, &result::alternates_in(congress, round));
            lines.extend(alternates.map(|names| format!("  dự khuyết: {names}")));
        }
    }
    lines
}

/// Names in a row; none where there is nobody.
fn named(congress: &Congress, people: &[PersonId]) -> Option<String> {
    let names = people.iter().filter_map(|person| congress.people.get(person)).map(|person| &*person.name);
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}
