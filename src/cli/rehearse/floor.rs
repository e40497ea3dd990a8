//! The floor of a rehearsal: reports read and accepted, contributions and speeches with notes and texts for the minutes, the
//! superior's address, the reply, an amendment of a target.

use super::sitting::{Done, Sitting};
use super::voting::{self, Hall};
use crate::domain::Change;
use crate::domain::attendance::Presence;
use crate::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use crate::domain::id::{ItemId, PersonId, ReportId, TargetId};
use crate::domain::motions::Subject;
use crate::domain::notes::{Change as Notes, Note};
use crate::domain::targets::Change as Targets;

/// Subjects of the discussion, each with its gist.
const SUBJECTS: [(&str, &str); 8] = [
    (
        "Nâng cao chất lượng sinh hoạt chi bộ",
        "Nêu ba giải pháp: sinh hoạt chuyên đề hằng quý, giao việc cho từng đảng viên, kiểm tra việc thực hiện nghị quyết.",
    ),
    (
        "Công tác phát triển đảng viên trong doanh nghiệp",
        "Đề nghị giao chỉ tiêu cho từng chi bộ khối doanh nghiệp, tổ chức lớp nhận thức về Đảng ngoài giờ làm việc.",
    ),
    (
        "Cải cách thủ tục hành chính, chuyển đổi số",
        "Kiến nghị số hóa toàn bộ hồ sơ trước năm 2028, mỗi khu phố có một tổ công nghệ số cộng đồng.",
    ),
    (
        "Công tác dân vận, thực hiện dân chủ ở cơ sở",
        "Chia sẻ mô hình đối thoại mỗi tháng một lần giữa cấp ủy với nhân dân; giải quyết dứt điểm kiến nghị trong 30 ngày.",
    ),
    (
        "Xây dựng đô thị văn minh, bảo vệ môi trường",
        "Đề nghị đưa chỉ tiêu phân loại rác tại nguồn vào nghị quyết, ưu tiên nguồn lực chống ngập.",
    ),
    ("Giáo dục và đào tạo nguồn nhân lực", "Đề nghị bố trí quỹ đất xây thêm hai trường, chuẩn hóa đội ngũ giáo viên."),
    ("Bảo đảm quốc phòng, an ninh", "Giữ vững địa bàn; nhân rộng mô hình khu dân cư tự quản, camera an ninh."),
    (
        "Công tác kiểm tra, giám sát",
        "Chủ động giám sát từ đầu, lấy phòng ngừa là chính; công khai kết luận kiểm tra trong chi bộ.",
    ),
];

/// Reads the reports of an item, and has each accepted.
pub(super) fn reports(sitting: &mut Sitting<'_>, item: ItemId) -> Done {
    let heard: Vec<(ReportId, String)> = sitting
        .congress
        .reports
        .iter()
        .filter(|report| report.item == Some(item))
        .map(|report| (report.id, report.title.clone()))
        .collect();
    for (report, title) in heard {
        sitting.pass(15);
        voting::vote(sitting, Subject::Report(report), format!("Thông qua {title}"), Hall::Counted)?;
    }
    Ok(())
}

/// The discussion: prepared contributions, speeches from the floor, one of which asks to amend a target.
pub(super) fn discussion(sitting: &mut Sitting<'_>, item: ItemId) -> Done {
    let speakers = speakers(sitting);
    let mut registered = Vec::new();
    for (place, (person, (subject, _))) in speakers.iter().zip(SUBJECTS).enumerate() {
        let kind = if place < 5 { SpeechKind::Contribution } else { SpeechKind::Floor };
        let limit = if place < 5 { 10 } else { 5 };
        registered.push(register(sitting, (item, Speaker::Person(*person), kind), (subject, limit))?);
    }
    // one gives the turn up, as there is no time left
    if registered.len() > 4
        && let Some(last) = registered.pop()
    {
        sitting.write(Change::Floor(Floor::Withdrawn { speech: last }))?;
    }
    for (speech, (subject, gist)) in registered.iter().zip(SUBJECTS) {
        speak(sitting, *speech, (subject, gist))?;
    }
    let target = sitting.congress.targets.iter().nth(1).map(|target| target.id);
    match (target, speakers.last()) {
        (Some(target), Some(person)) => amend(sitting, target, *person),
        _ => Ok(()),
    }
}

fn amend(sitting: &mut Sitting<'_>, target: TargetId, person: PersonId) -> Done {
    let value = "từ 3,5 % tổng số đảng viên trở lên".to_owned();
    sitting.write(Change::Targets(Targets::AmendmentAsked { target, by: Speaker::Person(person), value }))
}

/// Delegates who are here and chair nothing.
fn speakers(sitting: &mut Sitting<'_>) -> Vec<PersonId> {
    let congress = &sitting.congress;
    let free = |person: &PersonId| {
        congress.presence(*person) == Some(Presence::Present) && !sitting.cast.presidium.contains(person)
    };
    let mut here: Vec<PersonId> = congress.people.iter().map(|person| person.id).filter(free).collect();
    sitting.dice.shuffle(&mut here, SUBJECTS.len());
    here.truncate(SUBJECTS.len());
    here
}

fn register(
    sitting: &mut Sitting<'_>,
    (item, speaker, kind): (ItemId, Speaker, SpeechKind),
    (subject, limit): (&str, u32),
) -> Result<crate::domain::id::SpeechId, crate::cli::report::Failure> {
    let id = sitting.congress.speeches.next_id();
    let speech =
        Speech { item: Some(item), kind, subject: subject.to_owned(), limit, ..Speech::registered(id, speaker) };
    sitting.write(Change::Floor(Floor::Registered(speech)))?;
    Ok(id)
}

/// Calls a speaker, takes notes, writes what the minutes print.
fn speak(sitting: &mut Sitting<'_>, speech: crate::domain::id::SpeechId, (subject, gist): (&str, &str)) -> Done {
    let item = sitting.congress.item_now().map(|item| item.id);
    sitting.write(Change::Floor(Floor::Called { speech, item, at: sitting.clock }))?;
    sitting.pass(4);
    let id = sitting.congress.notes.next_id();
    let text = format!("Nêu về: {subject}; cần ghi đủ số liệu khi có bản viết.");
    let note = Note { id, item, speech: Some(speech), at: sitting.clock, text };
    sitting.write(Change::Notes(Notes::Written(note)))?;
    if sitting.dice.chance(250) {
        sitting.write(Change::Floor(Floor::Extended { speech, minutes: 2 }))?;
    }
    let minutes = i64::try_from(2 + sitting.dice.below(4)).unwrap_or(2);
    sitting.pass(minutes);
    sitting.write(Change::Floor(Floor::Ended { speech, at: sitting.clock }))?;
    let kind = sitting.congress.speeches.get(&speech).map(|speech| speech.kind).unwrap_or_default();
    let (subject, raw, minutes) = (subject.to_owned(), format!("(ghi nhanh) {gist}"), gist.to_owned());
    sitting.write(Change::Floor(Floor::Written { speech, kind, subject, raw, minutes }))
}

/// The superior speaks.
pub(super) fn superior(sitting: &mut Sitting<'_>, item: ItemId) -> Done {
    let guest = sitting.congress.guests.iter().find(|guest| guest.superior).map(|guest| guest.id);
    let Some(guest) = guest else { return Ok(()) };
    let gist = "Ghi nhận kết quả nhiệm kỳ; lưu ý bốn nội dung: xây dựng Đảng là then chốt; cải cách hành chính; chăm lo đời sống nhân dân; giữ vững đoàn kết.";
    let of = (item, Speaker::Guest(guest), SpeechKind::SuperiorAddress);
    let speech = register(sitting, of, ("Phát biểu chỉ đạo", 15))?;
    speak(sitting, speech, ("Phát biểu chỉ đạo", gist))
}

/// The presidium takes up what the superior said.
pub(super) fn reply(sitting: &mut Sitting<'_>, item: ItemId) -> Done {
    let Some(chair) = sitting.cast.presidium.first().copied() else { return Ok(()) };
    let gist = "Tiếp thu đầy đủ ý kiến chỉ đạo, giao Đoàn thư ký bổ sung vào dự thảo nghị quyết.";
    let of = (item, Speaker::Person(chair), SpeechKind::Reply);
    let speech = register(sitting, of, ("Tiếp thu ý kiến chỉ đạo", 5))?;
    speak(sitting, speech, ("Tiếp thu ý kiến chỉ đạo", gist))
}
