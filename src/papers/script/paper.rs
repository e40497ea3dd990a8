//! The chair's script as a paper (kịch bản điều hành): item by item, the numbers of the hall filled in as they stand now.

use crate::domain::{Congress, agenda::Session, figures::two_digits};

use super::fill_in;
use crate::papers::issuing::{head, marked, title_of};
use crate::papers::paper::{Block, Level, Paper, Text};
use crate::papers::phrases::bare;
use crate::papers::programme::{planned, session_title, told};

/// The script of every session; none where no item has a text for the chair.
pub fn compose(congress: &Congress) -> Option<Paper> {
    let written = congress.items.iter().any(|item| !item.script.trim().is_empty());
    let sessions: Vec<&Session> = congress.sessions_in_order().collect();
    let several = sessions.len() > 1;
    let blocks = sessions.into_iter().flat_map(|session| of_session(congress, session, several));
    let paper = Paper::new(head(congress, "").unnumbered(), title_of(congress, "KỊCH BẢN ĐIỀU HÀNH")).with(blocks);
    written.then(|| marked(congress, paper))
}

fn of_session(congress: &Congress, session: &Session, several: bool) -> Vec<Block> {
    let items = planned(congress, session);
    // before its roll is called a session has no numbers of its own
    let called = session.opened_at.map(|_| session).or_else(|| congress.session_now());
    let mut blocks = Vec::new();
    if several && !items.is_empty() {
        blocks.push(Block::heading(Level::Part, session_title(session)));
    }
    for (number, (begins, item)) in (1..).zip(items) {
        let number: u32 = number;
        let minutes = (item.minutes > 0).then(|| format!("{} phút", two_digits(item.minutes)));
        let hour = begins.map(|_| told((begins, item)));
        let when: Vec<String> = hour.into_iter().chain(minutes).collect();
        let when = if when.is_empty() { String::new() } else { format!(" ({})", when.join(", ")) };
        let title = format!("{number}. {}{when}", bare(&item.title));
        let text = fill_in(congress, called, &item.script);
        // a heading keeps to what follows: where nothing does, it would draw all the next ones to its page
        let silent = text.trim().is_empty();
        blocks.push(if silent { Block::text(Text::new().bold(title)) } else { Block::heading(Level::Section, title) });
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        blocks.extend((1..).zip(lines).map(|(line, text)| {
            let line: u32 = line;
            Block::paragraph(format!("item.{}.{line}", item.id), text)
        }));
    }
    blocks
}
