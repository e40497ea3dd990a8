//! Who issues a paper and under which head: the congress's name in full and in the lines of a head, place, date, notice.
//! What stands below the head is each paper's own.

pub mod plenum;

use chrono::NaiveDate;

use crate::domain::{
    Congress,
    agenda::{Session, SessionKind},
    bodies::{Body, BodyKind},
    election::{Election, Office, list::Voters},
    figures::{long_date, roman},
    id::ElectionId,
    issuing::Code,
    meeting::{Kind, Meeting},
};

use super::PaperName;
use super::paper::{Head, Paper, PaperNumber, Recipients, Signature, Title, place_and_date};
use super::phrases::{name_of, years};

/// Room for a place that nobody recorded, to be filled by hand.
const OPEN_PLACE: &str = "…………";

/// The meeting with its unit: `Đại hội Chi bộ Văn phòng UBND Quận 1`.
pub fn meeting_of(meeting: &Meeting) -> String {
    let unit = &meeting.unit;
    match meeting.kind {
        Kind::Cell => format!("Đại hội {unit}"),
        Kind::Members => format!("Đại hội đảng viên {unit}"),
        Kind::Delegates => format!("Đại hội đại biểu {unit}"),
        Kind::Review => match meeting.term {
            Some(term) => format!("Hội nghị tổng kết năm {} {unit}", years(term)),
            None => format!("Hội nghị tổng kết {unit}"),
        },
    }
}

/// Which congress it is: `lần thứ VII, nhiệm kỳ 2022 – 2025`; nothing for a review meeting.
pub fn ordinal_and_term(meeting: &Meeting) -> Option<String> {
    if meeting.is_review() {
        return None;
    }
    let ordinal = meeting.ordinal.map(|ordinal| format!("lần thứ {}", roman(u32::from(ordinal))));
    let term = meeting.term.map(|term| format!("nhiệm kỳ {}", years(term)));
    let parts: Vec<String> = ordinal.into_iter().chain(term).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The whole name in a sentence: `Đại hội Chi bộ … lần thứ VII, nhiệm kỳ 2022 – 2025`.
pub fn whole_name(meeting: &Meeting) -> String {
    let name = meeting_of(meeting);
    match ordinal_and_term(meeting) {
        // without an ordinal the term follows a comma
        Some(which) if meeting.ordinal.is_none() => format!("{name}, {which}"),
        Some(which) => format!("{name} {which}"),
        None => name,
    }
}

/// The name of an election as it is printed when nobody writes another: `Chi ủy nhiệm kỳ 2026 – 2029`.
pub fn election_title(meeting: &Meeting, office: Office) -> String {
    let cell = meeting.kind == Kind::Cell;
    let title = match office {
        Office::Committee if cell => "Chi ủy",
        Office::Committee => "Ban Chấp hành Đảng bộ",
        Office::StandingCommittee => "Ban Thường vụ",
        Office::Secretary if cell => "Bí thư chi bộ",
        Office::Secretary => "Bí thư",
        Office::Deputy if cell => "Phó Bí thư chi bộ",
        Office::Deputy => "Phó Bí thư",
        Office::Inspection => "Ủy ban Kiểm tra",
        Office::InspectionHead => "Chủ nhiệm Ủy ban Kiểm tra",
        Office::Alternates => return "Đại biểu dự khuyết dự đại hội cấp trên".to_owned(),
        Office::Delegates => return "Đoàn đại biểu dự đại hội cấp trên".to_owned(),
    };
    meeting.term.map_or_else(|| title.to_owned(), |term| format!("{title} nhiệm kỳ {} – {}", term.from, term.to))
}

/// The head of a paper issued by the meeting itself.
pub fn head(congress: &Congress, kind: &str) -> Head {
    let meeting = congress.meeting();
    let mut lines = Vec::new();
    if meeting.is_review() {
        lines.push(meeting.unit.to_uppercase());
    } else {
        lines.push(meeting_of(meeting).to_uppercase());
        lines.extend(meeting.ordinal.map(|ordinal| format!("LẦN THỨ {}", roman(u32::from(ordinal)))));
        lines.extend(meeting.term.map(|term| format!("NHIỆM KỲ {}", years(term))));
    }
    let head = Head::new(lines, PaperNumber::open(format!("{kind}/{}", body_code(meeting))), place(congress));
    if meeting.superior.trim().is_empty() { head } else { head.under(meeting.superior.to_uppercase()) }
}

/// The head of a paper issued by a body of the congress, its name line by line, with the congress above.
pub fn head_of_body<const LINES: usize>(congress: &Congress, body: [&str; LINES], kind: &str) -> Head {
    let meeting = congress.meeting();
    let number = PaperNumber::open(format!("{kind}/{}", body_code(meeting)));
    let ordinal = meeting.ordinal.map(|ordinal| format!(" lần thứ {}", roman(u32::from(ordinal)))).unwrap_or_default();
    let above = format!("{}{ordinal}", meeting_of(meeting));
    Head::new(body, number, place(congress)).under(above.to_uppercase())
}

/// The head of a paper of a vote: that of the committee which counts it, for the congress or for the plenum.
pub fn head_of_vote(congress: &Congress, election: &Election, kind: &str) -> Head {
    match election.voters {
        Voters::Congress => head_of_body(congress, ["BAN KIỂM PHIẾU"], kind),
        Voters::Plenum => plenum::head_of_counting(congress, kind),
    }
}

/// The head of a paper by which somebody votes: the congress's, or that of the plenum.
pub fn head_of_voters(congress: &Congress, election: &Election) -> Head {
    match election.voters {
        Voters::Congress => head(congress, ""),
        Voters::Plenum => plenum::head(congress, ""),
    }
}

/// The signature of the head of the committee that counts an election.
pub fn counting_head(congress: &Congress, election: ElectionId) -> Signature {
    let member = congress.counting_committee(election).and_then(|body| body.members.first());
    let signature = Signature::new("T/M BAN KIỂM PHIẾU").office("Trưởng ban");
    signed(signature, member.map(|member| name_of(congress, *member)))
}

/// Type and issuer of a paper: `BB/ĐH`, `BB/ĐU`.
pub fn sign(congress: &Congress, name: PaperName, code: Code) -> String {
    let meeting = congress.meeting();
    let issuer = if name.is_of_plenum(congress) { plenum::code(meeting) } else { body_code(meeting) };
    format!("{}/{issuer}", code.sign())
}

/// The sign of the issuer in the one number series.
fn body_code(meeting: &Meeting) -> &'static str {
    match meeting.kind {
        Kind::Review if meeting.unit.to_lowercase().starts_with("chi bộ") => "CB",
        Kind::Review => "ĐU",
        _ => "ĐH",
    }
}

fn place(congress: &Congress) -> String {
    place_on(congress, day(congress))
}

fn place_on(congress: &Congress, day: Option<NaiveDate>) -> String {
    let locality = congress.meeting().locality.trim();
    place_and_date(if locality.is_empty() { OPEN_PLACE } else { locality }, day)
}

/// The head dated on a day of its own, where one is known.
pub fn dated(congress: &Congress, head: Head, day: Option<NaiveDate>) -> Head {
    match day {
        Some(day) => Head { place_and_date: place_on(congress, Some(day)), ..head },
        None => head,
    }
}

/// The days on which the congress sat: `ngày 28 tháng 9 năm 2022`, `từ ngày … đến ngày …`; of official sessions alone where
/// there are any.
pub fn days(congress: &Congress) -> Option<String> {
    let opened = || congress.sessions_in_order().filter(|session| session.opened_at.is_some());
    let official: Vec<NaiveDate> =
        opened().filter(|session| session.kind == SessionKind::Official).map(|session| session.date).collect();
    let days = if official.is_empty() { opened().map(|session| session.date).collect() } else { official };
    match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => {
            Some(format!("từ {} đến {}", long_date(*first), long_date(*last)))
        }
        (Some(day), _) => Some(long_date(*day)),
        _ => None,
    }
}

/// The day papers are dated: that of the last session that opened, else of the first one called.
pub fn day(congress: &Congress) -> Option<NaiveDate> {
    let opened = congress.sessions_in_order().filter(|session| session.opened_at.is_some()).last();
    opened.or_else(|| congress.sessions_in_order().next()).map(|session: &Session| session.date)
}

/// The head of a working body: its first member.
pub fn first_of(congress: &Congress, kind: BodyKind) -> Option<&str> {
    let body = body_in_charge(congress, kind)?;
    Some(name_of(congress, *body.members.first()?))
}

/// The elected body of a kind; a review meeting elects none, so that the one named for it is taken.
pub fn body_in_charge(congress: &Congress, kind: BodyKind) -> Option<&Body> {
    let named = || congress.bodies.iter().rev().find(|body| body.kind == kind);
    congress.body(kind).or_else(|| if congress.meeting().is_review() { named() } else { None })
}

/// The signature of whoever chairs.
pub fn chair(congress: &Congress) -> Signature {
    let alone = body_in_charge(congress, BodyKind::Presidium).is_some_and(|body| body.members.len() == 1);
    let capacity = match (congress.meeting().kind, alone) {
        (Kind::Review, _) => "CHỦ TRÌ HỘI NGHỊ",
        // one person is no body to sign in the name of
        (_, true) => "CHỦ TRÌ ĐẠI HỘI",
        (_, false) => "T/M ĐOÀN CHỦ TỊCH",
    };
    signed(Signature::new(capacity), first_of(congress, BodyKind::Presidium))
}

/// The signature of whoever chairs those that vote: the congress, or the first plenum.
pub fn chair_of_vote(congress: &Congress, election: &Election) -> Signature {
    match election.voters {
        Voters::Congress => chair(congress),
        Voters::Plenum => plenum::chair(congress),
    }
}

/// A signature with its name, where one is known.
pub fn signed(signature: Signature, name: Option<&str>) -> Signature {
    match name {
        Some(name) => signature.name(name),
        None => signature,
    }
}

/// Who receives the papers of the meeting.
pub fn recipients(congress: &Congress) -> Recipients {
    let meeting = congress.meeting();
    let superior = meeting.superior.trim();
    let receivers = (!superior.is_empty()).then(|| format!("{superior} (để báo cáo)"));
    let kept = if meeting.is_review() { "hồ sơ hội nghị" } else { "hồ sơ đại hội" };
    Recipients::new(receivers, kept)
}

/// A title of that type, of the whole congress.
pub fn title_of(congress: &Congress, kind: &str) -> Title {
    let meeting = congress.meeting();
    let title = Title::new(kind, meeting_of(meeting));
    ordinal_and_term(meeting).into_iter().fold(title, Title::line)
}

/// Marks a paper with the remark of its file: what in it is invented or rehearsed.
pub fn marked(congress: &Congress, paper: Paper) -> Paper {
    match &congress.meeting().about.remark {
        Some(remark) if !remark.trim().is_empty() => paper.notice(remark.clone()),
        _ => paper,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::Term;

    fn meeting(kind: Kind, unit: &str) -> Meeting {
        Meeting { kind, unit: unit.into(), ..Meeting::default() }
    }

    #[test]
    fn a_congress_is_named_by_what_is_known_of_it() {
        let mut cell = meeting(Kind::Cell, "Chi bộ Tổ 5");
        assert_eq!(whole_name(&cell), "Đại hội Chi bộ Tổ 5");
        cell.term = Some(Term { from: 2022, to: 2025 });
        assert_eq!(whole_name(&cell), "Đại hội Chi bộ Tổ 5, nhiệm kỳ 2022 – 2025");
        cell.ordinal = Some(7);
        assert_eq!(whole_name(&cell), "Đại hội Chi bộ Tổ 5 lần thứ VII, nhiệm kỳ 2022 – 2025");
        let delegates = Meeting { ordinal: Some(26), ..meeting(Kind::Delegates, "Đảng bộ quận Ba Đình") };
        assert_eq!(whole_name(&delegates), "Đại hội đại biểu Đảng bộ quận Ba Đình lần thứ XXVI");
    }

    #[test]
    fn a_review_meeting_is_no_congress() {
        let mut review = meeting(Kind::Review, "Chi bộ Trung tâm");
        review.term = Some(Term { from: 2017, to: 2017 });
        assert_eq!(whole_name(&review), "Hội nghị tổng kết năm 2017 Chi bộ Trung tâm");
        let mut congress = Congress::default();
        congress.meetings.put(Meeting { id: 1, ..review });
        let head = head(&congress, "BB");
        assert_eq!(head.issuer, ["CHI BỘ TRUNG TÂM"]);
        assert!(head.number.is_some_and(|number| number.code == "BB/CB"));
        assert!(head.place_and_date.starts_with("…………, ngày"));
    }
}
