//! Sections III and IV: speeches in the order in which they were made, each with the text for the minutes alone, never the
//! raw note; the superior's address and the presidium's reply as entries of their own.

use crate::domain::{
    bodies::BodyKind,
    floor::{Speaker, Speech, SpeechKind, SpeechState},
    guests::Part,
};

use super::{Matter, numbered};
use crate::papers::issuing::body_in_charge;
use crate::papers::paper::Block;
use crate::papers::phrases::{NOT_STATED, bare, capital, counted, sentence, speaker};

/// Whether a speech belongs to the discussion: no report read, no address of the superior, no reply to one.
pub fn discusses(kind: SpeechKind) -> bool {
    !matches!(kind, SpeechKind::SuperiorAddress | SpeechKind::Reply | SpeechKind::Report)
}

/// Discussion and prepared contributions.
pub fn discussion(matter: Matter<'_>) -> Vec<Block> {
    let speeches = made(matter, discusses);
    let mut blocks = Vec::new();
    if speeches.len() > 1 {
        let number = counted(u64::try_from(speeches.len()).unwrap_or(u64::MAX), "ý kiến");
        let text = format!("Có {number} phát biểu tại {}, theo thứ tự như sau:", matter.words.meeting);
        blocks.push(Block::paragraph("floor", text));
    }
    let entry = |speech: &Speech| {
        let who = capital(&speaker(matter.congress, &speech.speaker));
        let text = text(speech).unwrap_or_else(|| format!("Nội dung: {NOT_STATED}."));
        let prepared = matter.is_preparatory(speech.item, speech.started_at);
        let where_said = if prepared { " tại phiên trù bị" } else { "" };
        (
            format!("{who} ({}{where_said})", verb(speech.kind)),
            vec![Block::paragraph(format!("floor.{}", speech.id), text)],
        )
    };
    blocks.extend(numbered(speeches.into_iter().map(entry).collect()));
    blocks
}

/// Whether one person chairs, who is no presidium; so at every review meeting.
fn chairs_alone(matter: Matter<'_>) -> bool {
    let presidium = body_in_charge(matter.congress, BodyKind::Presidium);
    matter.congress.meeting().is_review() || presidium.is_some_and(|body| body.members.len() == 1)
}

/// The address of the superior, then the reply of the presidium, in the order in which they were made.
pub fn superior(matter: Matter<'_>) -> Vec<Block> {
    let speeches = made(matter, |kind| matches!(kind, SpeechKind::SuperiorAddress | SpeechKind::Reply));
    let alone = chairs_alone(matter);
    let entry = |speech: &Speech| {
        let who = speaker(matter.congress, &speech.speaker);
        let (title, key, told) = match speech.kind {
            SpeechKind::Reply if alone => (
                "Chủ trì tiếp thu",
                "reply",
                format!("{} chủ trì {} phát biểu tiếp thu", capital(&who), matter.words.meeting),
            ),
            SpeechKind::Reply => (
                "Đoàn chủ tịch tiếp thu",
                "reply",
                format!("{} thay mặt Đoàn chủ tịch phát biểu tiếp thu", capital(&who)),
            ),
            _ => {
                let verb = verb_of_superior(matter, speech);
                let told = format!("{} phát biểu {verb} {}", capital(&who), matter.words.meeting);
                (if verb == "chỉ đạo" { "Phát biểu chỉ đạo" } else { "Phát biểu chúc mừng" }, "superior", told)
            }
        };
        let told = matter.placed(speech.item, speech.started_at, told);
        let text = text(speech).map_or_else(|| format!("{told}."), |text| format!("{told}:\n{text}"));
        (title.to_owned(), vec![Block::paragraph(format!("{key}.{}", speech.id), text)])
    };
    let mut entries: Vec<(String, Vec<Block>)> = speeches.into_iter().map(entry).collect();
    match entries.as_mut_slice() {
        // the section's title says it already
        [(_, told)] => std::mem::take(told),
        _ => numbered(entries),
    }
}

/// The title of the section: of guidance where anybody gave some; the reply may stand alone.
pub fn superior_title(matter: Matter<'_>) -> &'static str {
    let speeches = made(matter, |kind| kind == SpeechKind::SuperiorAddress);
    if speeches.iter().any(|speech| verb_of_superior(matter, speech) == "chỉ đạo") {
        // who chairs a review meeting may guide it
        let guest = speeches.iter().any(|speech| !matches!(speech.speaker, Speaker::Person(_)));
        if guest { "PHÁT BIỂU CHỈ ĐẠO CỦA CẤP TRÊN" } else { "PHÁT BIỂU CHỈ ĐẠO" }
    } else if !speeches.is_empty() {
        "PHÁT BIỂU CỦA CẤP TRÊN"
    } else if chairs_alone(matter) {
        "TIẾP THU Ý KIẾN"
    } else {
        "ĐOÀN CHỦ TỊCH TIẾP THU"
    }
}

/// A guest who came to congratulate and not to guide is told of so.
fn verb_of_superior(matter: Matter<'_>, speech: &Speech) -> &'static str {
    let guest = match &speech.speaker {
        Speaker::Guest(guest) => matter.congress.guests.get(guest),
        _ => None,
    };
    let did = |part| guest.is_some_and(|guest| guest.parts.contains(&part));
    if did(Part::Congratulates) && !did(Part::Guides) { "chúc mừng" } else { "chỉ đạo" }
}

/// The speeches of some kinds that were made, in their order; the one under way once something of it is written.
fn made(matter: Matter<'_>, wanted: impl Fn(SpeechKind) -> bool) -> Vec<&Speech> {
    let made = |speech: &&Speech| match speech.state {
        SpeechState::Done => true,
        SpeechState::Speaking => text(speech).is_some(),
        SpeechState::Queued | SpeechState::Withdrawn => false,
    };
    let mut speeches: Vec<&Speech> =
        matter.congress.speeches.iter().filter(made).filter(|speech| wanted(speech.kind)).collect();
    speeches.retain(|speech| matter.covers(speech.item, speech.started_at));
    speeches.sort_by_key(|speech| speech.turn);
    speeches
}

fn verb(kind: SpeechKind) -> &'static str {
    match kind {
        SpeechKind::Contribution => "tham luận",
        SpeechKind::Suggestion => "gợi ý thảo luận",
        SpeechKind::Remark => "phát biểu nhận xét",
        SpeechKind::Proposal => "phát biểu đề nghị",
        SpeechKind::Floor | SpeechKind::Report | SpeechKind::SuperiorAddress | SpeechKind::Reply => {
            "phát biểu thảo luận"
        }
    }
}

/// Subject and text for the minutes; nothing where neither was written.
fn text(speech: &Speech) -> Option<String> {
    let (subject, text) = (bare(&speech.subject), speech.minutes.trim());
    let subject = (!subject.is_empty()).then(|| format!("Nội dung: {}.", capital(subject)));
    let text = (!text.is_empty()).then(|| sentence(text));
    let parts: Vec<String> = subject.into_iter().chain(text).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
