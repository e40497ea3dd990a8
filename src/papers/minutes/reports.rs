//! Section II: the reports heard – reader, gist, figures as stated – and the vote that accepts each.

use crate::domain::{
    Congress,
    agenda::ItemState,
    floor::{Speech, SpeechKind, SpeechState},
    motions::Subject,
    reports::{Fact, Figure, Report},
};

use super::{Matter, numbered};
use crate::papers::paper::Block;
use crate::papers::phrases::{NOT_STATED, bare, capital, result, sentence, speaker};

/// The reports in the order in which they were heard, then figures that belong to none.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let congress = matter.congress;
    let mut heard: Vec<&Report> = congress
        .reports
        .iter()
        .filter(|report| was_heard(congress, report) && matter.covers(report.item, None))
        .collect();
    let place =
        |report: &Report| report.item.and_then(|item| congress.items.get(&item)).and_then(|item| item.started_at);
    heard.sort_by_key(|report| (place(report).is_none(), place(report), report.id));
    let entry = |report: &Report| (bare(&report.title).to_owned(), told(matter, report));
    let mut blocks = numbered(heard.into_iter().map(entry).collect());
    blocks.extend(spoken(matter));
    if !congress.meeting().is_review() {
        blocks.extend(loose(matter));
    }
    blocks
}

/// Whether a report was heard: its item came up, or it was voted, or it belongs to no item of a meeting that has opened.
pub fn was_heard(congress: &Congress, report: &Report) -> bool {
    let of = |motion: &crate::domain::motions::Motion| motion.subject == Subject::Report(report.id);
    if congress.motions.iter().any(|motion| of(motion) && motion.vote.is_some()) {
        return true;
    }
    match report.item.and_then(|item| congress.items.get(&item)) {
        Some(item) => item.started_at.is_some() && item.state != ItemState::Skipped,
        None => congress.sessions.iter().any(|session| session.opened_at.is_some()),
    }
}

fn told(matter: Matter<'_>, report: &Report) -> Vec<Block> {
    let key = |part: &str| format!("reports.{}.{part}", report.id);
    let mut blocks = Vec::new();
    let reader = match &report.reader {
        Some(reader) => format!("{} trình bày.", capital(&speaker(matter.congress, reader))),
        None => format!("Người trình bày: {NOT_STATED}."),
    };
    let gist = sentence(&report.gist);
    let gist = if gist.is_empty() { gist } else { format!(" {gist}") };
    blocks.push(Block::paragraph(key("read"), matter.placed(report.item, None, format!("{reader}{gist}"))));
    let facts: Vec<&Fact> = matter.congress.facts.iter().filter(|fact| fact.report == Some(report.id)).collect();
    blocks.extend(figures(&facts, "Báo cáo nêu một số kết quả, số liệu:"));
    for motion in matter.congress.motions.iter().filter(|motion| motion.subject == Subject::Report(report.id)) {
        let Some(vote) = &motion.vote else { continue };
        let put = if vote.carried() { "biểu quyết thông qua" } else { "biểu quyết về" };
        let text = format!("{} {put} báo cáo. {}", matter.words.assembly, result(vote, matter.words));
        let text = matter.placed_motion(motion, text);
        blocks.push(Block::paragraph(format!("reports.{}.vote.{}", report.id, motion.id), text));
    }
    blocks
}

/// The figures of a report as a list below its lead.
pub fn figures(facts: &[&Fact], lead: &str) -> Vec<Block> {
    let Some((last, others)) = facts.split_last() else { return Vec::new() };
    let mut blocks = vec![Block::text(lead)];
    blocks.extend(others.iter().map(|fact| item(fact, ";")));
    blocks.push(item(last, "."));
    blocks
}

fn item(fact: &Fact, stop: &str) -> Block {
    let figures: Vec<String> = fact.figures.iter().map(Figure::printed).collect();
    let text = bare(&fact.text);
    let text = if figures.is_empty() { text.to_owned() } else { format!("{text}: {}", figures.join(", ")) };
    Block::item(format!("{}{stop}", capital(&text))).keyed(format!("facts.{}", fact.id))
}

/// Figures that belong to no report, told once the meeting has opened.
pub fn loose(matter: Matter<'_>) -> Vec<Block> {
    // which session heard them is not known
    let open = matter.session.is_none() && matter.congress.sessions.iter().any(|session| session.opened_at.is_some());
    let facts: Vec<&Fact> = matter.congress.facts.iter().filter(|fact| open && fact.report.is_none()).collect();
    figures(&facts, "Kết quả, số liệu được nêu:")
}

/// Reports made from the floor that have a text for the minutes and no entry of their own.
fn spoken(matter: Matter<'_>) -> Vec<Block> {
    let written = |speech: &&Speech| {
        speech.kind == SpeechKind::Report
            && speech.state == SpeechState::Done
            && !speech.minutes.trim().is_empty()
            && matter.covers(speech.item, speech.started_at)
    };
    let mut speeches: Vec<&Speech> = matter.congress.speeches.iter().filter(written).collect();
    speeches.sort_by_key(|speech| speech.turn);
    let told = |speech: &Speech| {
        let subject = if speech.subject.trim().is_empty() { "báo cáo" } else { bare(&speech.subject) };
        let who = capital(&speaker(matter.congress, &speech.speaker));
        let text = format!("{who} trình bày “{subject}”: {}", sentence(&speech.minutes));
        let text = matter.placed(speech.item, speech.started_at, text);
        Block::paragraph(format!("reports.speech.{}", speech.id), text)
    };
    speeches.into_iter().map(told).collect()
}
