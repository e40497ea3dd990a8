//! The programme (chương trình): the items of each session with their planned hours. What really happened when stands in the
//! minutes.

use chrono::{NaiveTime, TimeDelta};

use crate::domain::{
    Congress,
    agenda::{Item, ItemState, Session, SessionKind},
    figures::{long_date, two_digits},
    motions::{Motion, Subject, Vote},
};

use super::issuing::{chair, dated, head, marked, recipients, title_of};
use super::paper::{Block, Column, Level, Paper, Signatures, Table};
use super::phrases::{Words, bare, capital};

/// The programme of every session; none before there is an item.
pub fn compose(congress: &Congress) -> Option<Paper> {
    let sessions: Vec<&Session> = congress.sessions_in_order().collect();
    let (several, first) = (sessions.len() > 1, sessions.first().map(|session| session.date));
    let tables = sessions.into_iter().flat_map(|session| of_session(congress, session, several));
    let head = dated(congress, head(congress, "CTr"), first);
    let paper = Paper::new(head, title_of(congress, "CHƯƠNG TRÌNH")).with(tables).with(voted(congress));
    let paper = paper.signed(Signatures::one(chair(congress))).sent_to(recipients(congress));
    (!congress.items.is_empty()).then(|| marked(congress, paper))
}

/// That the programme was voted, once it was.
fn voted(congress: &Congress) -> Option<Block> {
    let carried =
        |motion: &Motion| motion.subject == Subject::Programme && motion.vote.as_ref().is_some_and(Vote::carried);
    let meeting = Words::of(congress.meeting().kind).meeting;
    let told = || Block::paragraph("voted", format!("Chương trình này đã được {meeting} biểu quyết thông qua."));
    congress.motions.iter().any(carried).then(told)
}

/// The name of a session among several: `Phiên trù bị, ngày 02 tháng 6 năm 2020`.
pub fn session_title(session: &Session) -> String {
    let kind = match session.kind {
        SessionKind::Preparatory => "Phiên trù bị",
        SessionKind::Official => "Phiên chính thức",
    };
    let part = session.part_of_day.as_deref().map(|part| format!("{} ", part.to_lowercase())).unwrap_or_default();
    format!("{kind}, {part}{}", long_date(session.date))
}

/// The items that are held, each with the hour it is planned to begin at.
pub fn planned<'c>(congress: &'c Congress, session: &Session) -> Vec<(Option<NaiveTime>, &'c Item)> {
    let mut clock = session.starts;
    let held = congress.agenda(session.id).into_iter().filter(|item| item.state != ItemState::Skipped);
    held.map(|item| {
        let begins = clock;
        clock = clock.map(|time| time + TimeDelta::minutes(i64::from(item.minutes)));
        (begins, item)
    })
    .collect()
}

/// When an item is planned, as a programme prints it: `08:05`, else how long it takes.
pub fn told((begins, item): (Option<NaiveTime>, &Item)) -> String {
    match begins {
        Some(begins) => begins.format("%H:%M").to_string(),
        None if item.minutes > 0 => format!("{} phút", two_digits(item.minutes)),
        None => String::new(),
    }
}

fn of_session(congress: &Congress, session: &Session, several: bool) -> Vec<Block> {
    let items = planned(congress, session);
    if items.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if several {
        blocks.push(Block::heading(Level::Section, session_title(session)));
    } else {
        let part = session.part_of_day.as_deref().map(|part| format!("{} ", part.to_lowercase())).unwrap_or_default();
        let text = format!("Thời gian: {part}{}.", long_date(session.date));
        blocks.push(Block::paragraph(format!("session.{}", session.id), text));
        let venue = congress.meeting().venue.as_deref();
        blocks.extend(venue.map(|venue| Block::paragraph("venue", format!("Địa điểm: {}.", bare(venue)))));
    }
    let heading = if session.starts.is_some() { "Giờ" } else { "Thời lượng" };
    let columns = [Column::figures("TT", 1), Column::figures(heading, 2), Column::words("Nội dung", 12)];
    let table = (1..).zip(items).fold(Table::new(columns), |table, (number, item)| {
        table.row([u32::to_string(&number), told(item), capital(bare(&item.1.title))])
    });
    blocks.push(Block::Table(table.keyed(format!("items.{}", session.id))));
    blocks
}
