//! What happened to the session itself: interruptions with the incident, items taken up again; and the annex of what came after the
//! closing of the record.

use crate::domain::{
    agenda::ItemState,
    figures::{hour, long_date},
    interruptions::Interruption,
};
use chrono::NaiveDateTime;

use super::Matter;
use crate::papers::paper::{Block, Level};
use crate::papers::phrases::{bare, list, sentence};

/// Interruptions and items taken up again.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for pause in matter.congress.interruptions.iter() {
        if matter.session.is_none_or(|only| only.id == pause.session) {
            blocks.push(Block::paragraph(format!("interruption.{}", pause.id), interrupted(pause)));
        }
    }
    blocks.extend(reopened(matter));
    blocks
}

fn interrupted(pause: &Interruption) -> String {
    let from = hour(pause.from.time());
    let told = match pause.to {
        Some(to) if to.date() == pause.from.date() => {
            format!("Phiên họp tạm dừng từ {from} đến {}, {}", hour(to.time()), long_date(to.date()))
        }
        Some(to) => format!("Phiên họp tạm dừng từ {} đến {}", moment(pause.from), moment(to)),
        None => format!("Phiên họp tạm dừng từ {}", moment(pause.from)),
    };
    let note = pause.note.as_deref().map(|note| format!(" {}", sentence(note))).unwrap_or_default();
    format!("{told}. Lý do: {}{note}", sentence(bare(&pause.reason)))
}

fn moment(at: NaiveDateTime) -> String {
    format!("{}, {}", hour(at.time()), long_date(at.date()))
}

/// Items that were finished or skipped and taken up again.
fn reopened(matter: Matter<'_>) -> Option<Block> {
    let again = |state| matches!(state, ItemState::Running | ItemState::Done);
    let items: Vec<String> = matter
        .congress
        .whole_agenda()
        .into_iter()
        .filter(|item| again(item.state) && matter.covers(Some(item.id), None))
        .filter_map(|item| Some(format!("“{}” ({})", bare(&item.title), bare(item.reason.as_deref()?))))
        .collect();
    let text = format!("Nội dung được tiến hành lại: {}", list(&items));
    (!items.is_empty()).then(|| Block::paragraph("reopened", sentence(&text)))
}

/// The annex: over what the chair closed, and every correction since.
pub fn annex(matter: Matter<'_>) -> Vec<Block> {
    let Some(closing) = matter.congress.closing().filter(|_| matter.session.is_none()) else { return Vec::new() };
    let mut told = Vec::new();
    if let Some(reason) = &closing.reason {
        let open: Vec<String> = closing.open.iter().map(|open| bare(open).to_owned()).collect();
        let left = if open.is_empty() { String::new() } else { format!(" còn: {};", open.join("; ")) };
        let text = format!(
            "Hồ sơ khóa lúc {},{left} chủ tọa vẫn kết thúc với lý do: {}",
            moment(closing.at),
            sentence(bare(reason))
        );
        told.push(Block::paragraph("annex.closing", text));
    }
    for correction in matter.congress.corrections.iter() {
        let text = format!(
            "Đính chính {} ({}): {} Lý do: {}",
            correction.id,
            moment(correction.at),
            sentence(&correction.what),
            sentence(bare(&correction.reason))
        );
        told.push(Block::paragraph(format!("annex.correction.{}", correction.id), text));
    }
    if told.is_empty() {
        return told;
    }
    told.insert(0, Block::heading(Level::Part, "PHỤ LỤC: KHÓA HỒ SƠ, ĐÍNH CHÍNH"));
    told
}
