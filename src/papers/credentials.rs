//! The report on attendance (báo cáo tình hình đảng viên tham dự đại hội) of a congress of members, and on credentials (báo cáo
//! thẩm tra tư cách đại biểu) of a congress of delegates. Each is a snapshot of the hall, with its hour.

use chrono::NaiveDateTime;

use crate::domain::{
    Congress,
    agenda::Session,
    bodies::BodyKind,
    figures::{grouped, long_date},
    meeting::{Kind, Roster},
    people::{Person, Standing},
    regulation::Rule,
};

use super::issuing::{chair, first_of, head, head_of_body, marked, recipients, signed, title_of};
use super::makeup;
use super::minutes;
use super::paper::{Block, Column, Level, Paper, Signature, Signatures, Table, Text};
use super::phrases::{NOT_STATED, Words, clock, comrades, count_of, list, sentence};

/// Whether the roll of the session that sits was begun, so that there is something to report.
pub fn is_begun(congress: &Congress) -> bool {
    congress.meeting().roster == Roster::Complete && congress.people_present().next().is_some()
}

/// The attendance report of a congress of members.
pub fn attendance_report(congress: &Congress) -> Option<Paper> {
    if !matches!(congress.meeting().kind, Kind::Cell | Kind::Members) {
        return None;
    }
    let title = title_of(congress, "BÁO CÁO TÌNH HÌNH ĐẢNG VIÊN THAM DỰ ĐẠI HỘI");
    let paper = Paper::new(head(congress, "BC"), title).with(hall(congress)?).with(people(congress));
    Some(marked(congress, paper.signed(Signatures::one(chair(congress))).sent_to(recipients(congress))))
}

/// The credentials report of a congress of delegates.
pub fn credentials(congress: &Congress) -> Option<Paper> {
    if !congress.meeting().has_delegates() {
        return None;
    }
    let title = title_of(congress, "BÁO CÁO THẨM TRA TƯ CÁCH ĐẠI BIỂU");
    let paper = Paper::new(head_of_body(congress, ["BAN THẨM TRA", "TƯ CÁCH ĐẠI BIỂU"], "BC"), title)
        .heading(Level::Part, "I. TÌNH HÌNH TRIỆU TẬP, THAM DỰ ĐẠI HỘI")
        .with(hall(congress)?)
        .with(delegations(congress))
        .heading(Level::Part, "II. CƠ CẤU ĐẠI BIỂU CÓ MẶT")
        .with(people(congress))
        .heading(Level::Part, "III. KẾT QUẢ THẨM TRA")
        .with(verdict(congress));
    let signature = Signature::new("T/M BAN THẨM TRA").line("TƯ CÁCH ĐẠI BIỂU").office("Trưởng ban");
    let signature = signed(signature, first_of(congress, BodyKind::Credentials));
    Some(marked(congress, paper.signed(Signatures::one(signature)).sent_to(recipients(congress))))
}

/// When the figures were taken, and who is there in the session that sits.
fn hall(congress: &Congress) -> Option<Vec<Block>> {
    let session = congress.session_now().filter(|_| is_begun(congress))?;
    let mut blocks: Vec<Block> =
        taken_at(congress, session).map(|text| Block::paragraph("taken_at", text)).into_iter().collect();
    blocks.extend(minutes::attendance_in(congress, session));
    Some(blocks)
}

/// `Số liệu tính đến 08 giờ 15 phút, ngày …`: the last coming or going the roll knows.
fn taken_at(congress: &Congress, session: &Session) -> Option<String> {
    let rows = congress.attendance.iter().filter(|row| row.session == session.id);
    let last: NaiveDateTime = rows.flat_map(|row| row.marks.iter().map(|mark| mark.at)).max()?;
    let hour = clock(last).map(|hour| format!("{hour}, ")).unwrap_or_default();
    Some(format!("Số liệu tính đến {hour}{}.", long_date(last.date())))
}

fn people(congress: &Congress) -> Vec<Block> {
    let present: Vec<&Person> = congress.people_present().collect();
    makeup::blocks(congress, &present, Words::of(congress.meeting().kind).attendee)
}

/// Summoned and present by delegation, where there is more than one.
fn delegations(congress: &Congress) -> Vec<Block> {
    let present: Vec<&Person> = congress.people_present().collect();
    let mut units: Vec<(&str, u32, u32)> = Vec::new();
    for person in congress.summoned() {
        let unit = person.unit.as_deref().unwrap_or("Đại biểu khác");
        let here = u32::from(present.iter().any(|other| other.id == person.id));
        match units.iter_mut().find(|(known, ..)| *known == unit) {
            Some((_, summoned, came)) => (*summoned, *came) = (*summoned + 1, *came + here),
            None => units.push((unit, 1, here)),
        }
    }
    if units.len() < 2 {
        return Vec::new();
    }
    let columns = [
        Column::figures("TT", 1),
        Column::words("Đoàn đại biểu", 7),
        Column::figures("Triệu tập", 3),
        Column::figures("Có mặt", 3),
        Column::figures("Vắng mặt", 3),
    ];
    let table = (1..).zip(&units).fold(Table::new(columns), |table, (number, (unit, summoned, came))| {
        let row =
            [u32::to_string(&number), (*unit).to_owned(), grouped(*summoned), grouped(*came), grouped(summoned - came)];
        table.row(row)
    });
    let (summoned, came) = units.iter().fold((0, 0), |(all, here), (_, summoned, came)| (all + summoned, here + came));
    let hall = congress.hall();
    let fits = summoned == hall.summoned && came == hall.present;
    let said = if fits { "Cộng (khớp tổng số)" } else { "Cộng (LỆCH)" };
    let sums = [String::new(), said.to_owned(), grouped(summoned), grouped(came), grouped(summoned - came)];
    let table = table.row(sums.map(|text| Text::new().bold(text)));
    vec![Block::text("Theo đoàn đại biểu:"), Block::Table(table.keyed("delegations"))]
}

/// Those not recognised, complaints, conclusion.
fn verdict(congress: &Congress) -> Vec<Block> {
    let present = count_of(&congress.people_present().collect::<Vec<_>>());
    let rejected: Vec<&str> = congress
        .people
        .iter()
        .filter(|person| person.standing == Standing::Suspended)
        .map(|person| person.name.as_str())
        .collect();
    let mut blocks = Vec::new();
    if !rejected.is_empty() {
        let text = format!(
            "Không công nhận tư cách đại biểu đối với {} bị đình chỉ sinh hoạt, khởi tố hoặc tạm giam: {}.",
            comrades(count_of(&rejected)),
            list(&rejected)
        );
        blocks.push(Block::paragraph("rejected", text));
    }
    let complaints = congress.meeting().about.complaints.as_deref();
    let complaints = complaints.map_or_else(|| format!("{NOT_STATED}."), sentence);
    blocks.push(Block::paragraph("complaints", format!("Đơn thư, ý kiến về tư cách đại biểu: {complaints}")));
    let text = format!(
        "Căn cứ {} và kết quả thẩm tra, {} có mặt bảo đảm tư cách đại biểu, đề nghị đại hội xem xét, biểu quyết công nhận.",
        congress.meeting().regulation().cite(Rule::Quorum),
        super::phrases::counted(present, "đại biểu")
    );
    blocks.push(Block::paragraph("conclusion", text));
    blocks
}
