//! Section VIII – the hour of closing, the minutes read back and agreed – and the signatures.

use chrono::NaiveDateTime;

use crate::domain::{
    Congress,
    agenda::{Item, ItemKind, ItemState, Session, SessionKind},
    bodies::BodyKind,
    figures::long_date,
};

use super::resolution::minutes_agreed;
use super::{Matter, elections};
use crate::papers::format::FormatProfile;
use crate::papers::issuing::{body_in_charge, chair, first_of, signed};
use crate::papers::paper::{Block, Signature, Signatures};
use crate::papers::phrases::{NOT_STATED, bare, clock, hand_vote, list};

/// The debut of those appointed, side events, the closing and the reading back.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = elections::debut_of_appointed(matter);
    if let Some(session) = matter.session {
        blocks.extend(session_closed(session));
        return blocks;
    }
    blocks.extend(side_events(matter));
    let closed = matter.congress.is_closed();
    let last = matter.congress.sessions_in_order().last().filter(|_| closed);
    if let Some((session, at)) = last.and_then(|session| Some((session, session.closed_at?))) {
        let text = format!("{} bế mạc {}.", matter.words.assembly, moment(session, at));
        blocks.push(Block::paragraph("closing", text));
    }
    blocks.extend(read_back(matter).map(|text| Block::paragraph("closing.read_back", text)));
    blocks
}

/// The end of a session that has minutes of its own.
fn session_closed(session: &Session) -> Option<Block> {
    let at = session.closed_at?;
    let named = match session.kind {
        SessionKind::Preparatory => "Phiên trù bị",
        SessionKind::Official => "Phiên họp",
    };
    let text = format!("{named} kết thúc {}.", moment(session, at));
    Some(Block::paragraph("closing", text))
}

/// `vào hồi 11 giờ 45 phút, ngày …`; where no hour is known, the part of the day and the day.
fn moment(session: &Session, at: NaiveDateTime) -> String {
    match (clock(at), &session.part_of_day) {
        (Some(hour), _) => format!("vào hồi {hour}, {}", long_date(at.date())),
        (None, Some(part)) => format!("{} {}", part.to_lowercase(), long_date(at.date())),
        (None, None) => long_date(at.date()),
    }
}

/// Events outside the programme proper that took place.
fn side_events(matter: Matter<'_>) -> Option<Block> {
    let held = |item: &&Item| item.kind == ItemKind::SideEvent && item.state == ItemState::Done;
    let titles: Vec<String> = matter
        .congress
        .whole_agenda()
        .into_iter()
        .filter(held)
        .map(|item| format!("“{}”", bare(&item.title)))
        .collect();
    let text = format!("Trong khuôn khổ {} đã tiến hành: {}.", matter.words.meeting, list(&titles));
    (!titles.is_empty()).then(|| Block::paragraph("events", text))
}

fn read_back(matter: Matter<'_>) -> Option<String> {
    let text = format!("Biên bản này đã được đọc lại trước {}", matter.words.meeting);
    match minutes_agreed(matter) {
        Some((_, vote)) if vote.carried() => {
            Some(format!("{text} và được thông qua: {}.", hand_vote(vote, matter.words)))
        }
        Some((_, vote)) => Some(format!("{text} nhưng chưa được thông qua: {}.", hand_vote(vote, matter.words))),
        None if matter.congress.is_closed() => {
            Some(format!("Việc đọc lại và thông qua biên bản trước {}: {NOT_STATED}.", matter.words.meeting))
        }
        None => None,
    }
}

/// Over whose name the minutes are signed at the left; one secretary is no body to sign in the name of.
fn minutes_taker(congress: &Congress, profile: &FormatProfile) -> &'static str {
    let alone = body_in_charge(congress, BodyKind::Secretariat).is_some_and(|body| body.members.len() == 1);
    if alone { FormatProfile::default_taker() } else { profile.minutes_taker }
}

/// The taker of the minutes at the left, the chair at the right.
pub fn signatures(congress: &Congress) -> Signatures {
    let profile = FormatProfile::of(congress.meeting().about.printing.format);
    let taker = Signature::new(minutes_taker(congress, profile));
    Signatures::two(signed(taker, first_of(congress, BodyKind::Secretariat)), chair(congress))
}
