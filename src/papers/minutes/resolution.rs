//! Section VII: amendments of targets one by one, the targets, other motions and decisions, the vote on the resolution; for a
//! review meeting also its classification.

use crate::domain::{
    decisions::{Decision, Matter as Decided},
    id::{MotionId, TargetId},
    motions::{Motion, Subject, Vote},
    targets::Target,
};

use super::{Matter, classification, reports};
use crate::papers::paper::{Block, Column, Table};
use crate::papers::phrases::{bare, capital, put_to_vote, result, sentence, speaker, three_counts};

/// What the section tells of.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let settles =
        |motion: &Motion| matches!(motion.subject, Subject::Targets | Subject::Resolution | Subject::Amendment(_));
    let settled = matter.congress.motions.iter().any(|motion| settles(motion) && matter.covers_motion(motion));
    if matter.session.is_some() && !settled {
        return [others(matter), decisions(matter)].concat();
    }
    let mut blocks = amendments(matter);
    if let Some(table) = targets(matter) {
        blocks.push(Block::text(format!("Các chỉ tiêu trình {} và mức được thông qua:", matter.words.meeting)));
        blocks.push(table);
    }
    blocks.extend(votes(matter, |motion| motion.subject == Subject::Targets));
    if !matter.congress.meeting().is_review() {
        blocks.extend(others(matter));
    }
    blocks.extend(decisions(matter));
    blocks.extend(votes(matter, |motion| motion.subject == Subject::Resolution));
    blocks
}

/// Classification of a review meeting: figures that belong to no report, the levels, and what else was voted.
pub fn classified(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = reports::loose(matter);
    blocks.extend(classification::blocks(matter));
    blocks.extend(others(matter));
    blocks
}

/// The motion by which the minutes were agreed, if it was voted.
pub fn minutes_agreed<'a>(matter: Matter<'a>) -> Option<(&'a Motion, &'a Vote)> {
    let voted = |motion: &'a Motion| Some((motion, motion.vote.as_ref()?));
    matter.congress.motions.iter().rev().filter(|motion| motion.subject == Subject::Minutes).find_map(voted)
}

/// What was voted that belongs nowhere else.
pub fn others(matter: Matter<'_>) -> Vec<Block> {
    votes(matter, |motion| motion.subject == Subject::Other)
}

fn votes(matter: Matter<'_>, wanted: impl Fn(&Motion) -> bool) -> Vec<Block> {
    let told = |motion: &Motion| {
        let vote = motion.vote.as_ref()?;
        let text = matter.placed_motion(motion, voted(matter, motion, vote));
        Some(Block::paragraph(format!("motion.{}", motion.id), text))
    };
    let motions = matter.congress.motions.iter().filter(|motion| matter.covers_motion(motion));
    motions.filter(|motion| wanted(motion)).filter_map(told).collect()
}

fn voted(matter: Matter<'_>, motion: &Motion, vote: &Vote) -> String {
    let assembly = matter.words.assembly;
    match motion.subject {
        Subject::Resolution => {
            let verdict = if vote.carried() { "được thông qua" } else { "không được thông qua" };
            let what =
                if matter.congress.meeting().is_review() { "nghị quyết" } else { "Nghị quyết đại hội" };
            let counts = three_counts(vote, matter.words);
            format!("{assembly} biểu quyết thông qua {what}: {counts}. {} {verdict}.", capital(what))
        }
        Subject::Targets => {
            format!("{assembly} biểu quyết thông qua các chỉ tiêu nêu trên. {}", result(vote, matter.words))
        }
        _ => format!("{} {}", put_to_vote(assembly, &motion.text), result(vote, matter.words)),
    }
}

/// Each amendment: who asked, from what to what, how it was voted.
fn amendments(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for target in matter.congress.targets.iter() {
        let on = |motion: &&Motion| {
            motion.subject == Subject::Amendment(target.id) && motion.vote.is_some() && matter.covers_motion(motion)
        };
        let voted: Vec<&Motion> = matter.congress.motions.iter().filter(on).collect();
        let open = target.amendment.as_ref().is_some_and(|amendment| amendment.taken.is_none());
        let (earlier, last) = if open { (voted.as_slice(), None) } else { split_last(&voted) };
        blocks.extend(earlier.iter().map(|motion| superseded(matter, motion)));
        if open || last.is_some() {
            blocks.extend(asked(matter, target, last));
        }
    }
    blocks
}

fn split_last<'a>(motions: &'a [&'a Motion]) -> (&'a [&'a Motion], Option<&'a Motion>) {
    match motions.split_last() {
        Some((last, earlier)) => (earlier, Some(last)),
        None => (&[], None),
    }
}

/// An amendment another one came after: what was put to the hall is all that is kept of it.
fn superseded(matter: Matter<'_>, motion: &Motion) -> Block {
    let told = motion.vote.as_ref().map(|vote| voted(matter, motion, vote)).unwrap_or_default();
    Block::paragraph(amendment_key(motion.id), told)
}

fn amendment_key(motion: MotionId) -> String {
    format!("amendment.{motion}")
}

fn asked(matter: Matter<'_>, target: &Target, motion: Option<&Motion>) -> Option<Block> {
    let amendment = target.amendment.as_ref()?;
    let who = speaker(matter.congress, &amendment.by);
    let what =
        format!("chỉ tiêu “{}” từ “{}” thành “{}”", bare(&target.text), bare(&target.proposed), bare(&amendment.value));
    Some(match motion.and_then(|motion| Some((motion, motion.vote.as_ref()?))) {
        Some((motion, vote)) => {
            let text = format!(
                "Theo đề nghị của {who}, {} biểu quyết điều chỉnh {what}. {}",
                matter.words.meeting,
                result(vote, matter.words)
            );
            Block::paragraph(amendment_key(motion.id), matter.placed_motion(motion, text))
        }
        None => Block::paragraph(open_key(target.id), format!("{} đề nghị điều chỉnh {what}.", capital(&who))),
    })
}

fn open_key(target: TargetId) -> String {
    format!("amendment.target.{target}")
}

/// The table of targets, once one is amended or adopted.
fn targets(matter: Matter<'_>) -> Option<Block> {
    let targets = &matter.congress.targets;
    if !targets.iter().any(|target| target.adopted.is_some()) {
        return None;
    }
    let columns = [
        Column::figures("TT", 1),
        Column::words("Chỉ tiêu", 7),
        Column::figures("Dự thảo trình", 4),
        Column::figures("Đại hội thông qua", 4),
    ];
    let columns = columns.map(|mut column| {
        column.heading = column.heading.replace("Đại hội", matter.words.assembly);
        column
    });
    let table = (1..).zip(targets.iter()).fold(Table::new(columns), |table, (number, target)| {
        let adopted = target.adopted.clone().unwrap_or_default();
        table.row([u32::to_string(&number), capital(bare(&target.text)), target.proposed.clone(), adopted])
    });
    Some(Block::Table(table.keyed("targets")))
}

/// Decisions that belong to no election and no lost quorum.
fn decisions(matter: Matter<'_>) -> Vec<Block> {
    let other = matter.congress.decisions.iter().filter(|decision| decision.matter == Decided::Other);
    let here = other.filter(|decision| matter.covers(None, Some(decision.at)));
    let told = |decision: &Decision| matter.placed(None, Some(decision.at), sentence(&decision.text));
    here.map(|decision| Block::paragraph(format!("decision.{}", decision.id), told(decision))).collect()
}
