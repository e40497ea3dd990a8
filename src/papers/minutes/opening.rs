//! The opening sentence – which meeting, when, where – with its sessions, theme and history.

use crate::domain::{
    agenda::{Item, ItemKind, ItemState, Session, SessionKind},
    bodies::BodyKind,
    figures::{long_date, two_digits},
};

use super::Matter;
use crate::papers::issuing::{body_in_charge, whole_name};
use crate::papers::paper::{Align, Block};
use crate::papers::phrases::{bare, capital, clock, name_and_office, sentence, small, years};

/// The opening and what is known of theme and history.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph("opening", opening(matter))];
    let sessions = matter.sessions();
    if sessions.len() > 1 {
        let opened: Vec<&Session> = sessions.into_iter().filter(|session| session.opened_at.is_some()).collect();
        let last = opened.last().map(|session| session.id);
        blocks.extend(opened.iter().map(|session| told(session, if Some(session.id) == last { "." } else { ";" })));
    }
    blocks.extend(in_charge(matter));
    blocks.extend(matters(matter));
    if matter.session.is_none() {
        blocks.extend(history(matter));
    }
    blocks
}

/// Chair and secretary of a review meeting, which elects no bodies.
fn in_charge(matter: Matter<'_>) -> Option<Block> {
    if !matter.congress.meeting().is_review() {
        return None;
    }
    let named = |kind, label: &str| {
        let member = *body_in_charge(matter.congress, kind)?.members.first()?;
        Some(format!("{label}: đồng chí {}", name_and_office(matter.congress, member)))
    };
    let told: Vec<String> = [(BodyKind::Presidium, "Chủ trì hội nghị"), (BodyKind::Secretariat, "Thư ký hội nghị")]
        .into_iter()
        .filter_map(|(kind, label)| named(kind, label))
        .collect();
    (!told.is_empty()).then(|| Block::paragraph("in_charge", format!("{}.", told.join(". "))))
}

/// What a review meeting dealt with, which elects nothing and votes little.
fn matters(matter: Matter<'_>) -> Option<Block> {
    let aside = [ItemKind::Gathering, ItemKind::Introduction, ItemKind::Closing, ItemKind::Break];
    let held = |item: &&Item| item.state == ItemState::Done && !aside.contains(&item.kind);
    let review = matter.congress.meeting().is_review();
    let items: Vec<String> = matter
        .congress
        .whole_agenda()
        .into_iter()
        .filter(|item| review && held(item) && !item.kind.precedes_opening())
        .map(|item| small(bare(&item.title)))
        .collect();
    let text = format!("Hội nghị tiến hành các nội dung: {}.", items.join("; "));
    (!items.is_empty()).then(|| Block::paragraph("matters", text))
}

fn opening(matter: Matter<'_>) -> String {
    let meeting = matter.congress.meeting();
    let pilot = if meeting.about.pilot { " (đại hội điểm)" } else { "" };
    let place = meeting.venue.as_deref().map(|venue| format!(" tại {}", bare(venue))).unwrap_or_default();
    let part = match matter.session.map(|session| session.kind) {
        Some(SessionKind::Preparatory) => "Phiên trù bị ",
        Some(SessionKind::Official) => "Phiên chính thức ",
        None => "",
    };
    format!("{part}{}{pilot} được tổ chức{}{place}.", whole_name(meeting), time(matter))
}

/// When the meeting sits: hours and day of a single session, first and last day of several.
fn time(matter: Matter<'_>) -> String {
    let sessions = matter.sessions();
    let (Some(first), Some(last)) = (sessions.first(), sessions.last()) else { return String::new() };
    if sessions.len() == 1 {
        return format!(" {}", hours_and_day(first));
    }
    if first.date == last.date {
        return format!(" trong {}", long_date(first.date));
    }
    let days = last.date.signed_duration_since(first.date).num_days() + 1;
    let days = two_digits(u64::try_from(days).unwrap_or(0));
    format!(" trong {days} ngày, từ {} đến {}", long_date(first.date), long_date(last.date))
}

/// `từ 08 giờ 05 phút đến 11 giờ 45 phút, ngày 03 tháng 7 năm 2022`, as far as it is known.
fn hours_and_day(session: &Session) -> String {
    let day = match &session.part_of_day {
        Some(part) => format!("{} {}", part.to_lowercase(), long_date(session.date)),
        None => long_date(session.date),
    };
    match (session.opened_at.and_then(clock), session.closed_at.and_then(clock)) {
        (Some(from), Some(to)) if session.closed_at.is_some_and(|at| at.date() == session.date) => {
            format!("từ {from} đến {to}, {day}")
        }
        // past midnight
        (Some(from), Some(to)) if session.closed_at.is_some_and(|at| Some(at.date()) == session.date.succ_opt()) => {
            let next = session.date.succ_opt().map(long_date).unwrap_or_default();
            format!("từ {from}, {day} đến {to}, {next}")
        }
        (Some(from), _) => format!("từ {from}, {day}"),
        (None, _) => day,
    }
}

/// One of several sessions, with the stop after it.
fn told(session: &Session, stop: &str) -> Block {
    let kind = match session.kind {
        SessionKind::Preparatory => "Phiên trù bị",
        SessionKind::Official => "Phiên chính thức",
    };
    let text = format!("{kind}: {}{stop}", hours_and_day(session));
    Block::item(text).aligned(Align::Left).keyed(format!("session.{}", session.id))
}

fn history(matter: Matter<'_>) -> Vec<Block> {
    let about = &matter.congress.meeting().about;
    let mut blocks = Vec::new();
    if let Some(theme) = &about.theme {
        let theme = bare(theme).trim_matches(['“', '”', '"']);
        blocks.push(Block::paragraph("theme", format!("Chủ đề {}: “{theme}”.", matter.words.meeting)));
    }
    for (index, founding) in about.founded.iter().enumerate() {
        let number = founding.number.as_deref().map(|number| format!(" theo Quyết định số {}", bare_number(number)));
        let date = founding.date.as_deref().map(|date| format!(" ngày {}", bare(date)));
        let text = format!(
            "{} được thành lập{}{}.",
            capital(bare(&founding.what)),
            number.unwrap_or_default(),
            date.unwrap_or_default()
        );
        blocks.push(Block::paragraph(format!("founded.{}", index + 1), text));
    }
    if let Some(outgoing) = &about.outgoing {
        let term = about.previous_term.map(|term| format!("nhiệm kỳ {}", years(term)));
        let term = term.unwrap_or_else(|| "nhiệm kỳ trước".into());
        blocks.push(Block::paragraph("outgoing", sentence(&format!("Cấp ủy {term}: {}", bare(outgoing)))));
    }
    blocks
}

/// The number of a decision without the words that may stand before it.
fn bare_number(number: &str) -> &str {
    let number = bare(number);
    let words = ["Quyết định", "QĐ", "số"];
    words.iter().fold(number, |number, word| match number.strip_prefix(word) {
        Some(rest) if rest.starts_with(' ') => rest.trim_start(),
        _ => number,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_cited_by_its_number_alone() {
        assert_eq!(bare_number("QĐ 1649/QĐ-UBND"), "1649/QĐ-UBND");
        assert_eq!(bare_number("Quyết định số 13-QĐ/ĐU"), "13-QĐ/ĐU");
        assert_eq!(bare_number("45-QĐ/ĐU"), "45-QĐ/ĐU");
    }
}
