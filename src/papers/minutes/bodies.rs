//! Section I: the working bodies elected by show of hands, the programme and the rules adopted.

use crate::domain::{
    agenda::ItemState,
    bodies::{Body, BodyKind},
    motions::Subject,
};

use super::{Matter, numbered};
use crate::papers::paper::Block;
use crate::papers::phrases::{bare, comrades, count_of, list, name_and_office, put_to_vote, result, sentence};

/// Bodies, then programme and rules. The counting committee stands with its ballots; in the minutes of one session alone, which may
/// elect it for ballots of a later one, it stands here.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let mut entries = elected(matter);
    let programme = programme(matter);
    if !programme.is_empty() {
        entries.push(("Chương trình, quy chế làm việc".to_owned(), programme));
    }
    numbered(entries)
}

fn elected(matter: Matter<'_>) -> Vec<(String, Vec<Block>)> {
    let mut bodies: Vec<&Body> = matter
        .congress
        .bodies
        .iter()
        .filter(|body| body.kind != BodyKind::Counting || (matter.session.is_some() && body.election.is_none()))
        .filter(|body| {
            let motion = body.elected_by.and_then(|motion| matter.congress.motions.get(&motion));
            motion.is_some_and(|motion| matter.covers_motion(motion))
        })
        .collect();
    bodies.sort_by_key(|body| (body.kind, body.id));
    let entry = |body: &Body| {
        let title = match (body.kind, body.members.len()) {
            (BodyKind::Secretariat, 1) => "Thư ký đại hội",
            (BodyKind::Presidium, 1) => "Chủ trì đại hội",
            (kind, _) => title(kind),
        };
        (title.to_owned(), vec![Block::paragraph(format!("bodies.{}", body.id), told(matter, body))])
    };
    bodies.into_iter().map(entry).collect()
}

fn title(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Presidium => "Đoàn chủ tịch",
        BodyKind::Secretariat => "Đoàn thư ký",
        BodyKind::Credentials => "Ban thẩm tra tư cách đại biểu",
        BodyKind::Counting => "Ban kiểm phiếu",
    }
}

/// How a body was elected, of whom, and by how many.
pub fn told(matter: Matter<'_>, body: &Body) -> String {
    let members: Vec<String> = body
        .members
        .iter()
        .enumerate()
        .map(|(place, member)| {
            let named = name_and_office(matter.congress, *member);
            match body.kind {
                BodyKind::Credentials | BodyKind::Counting if place == 0 && body.members.len() > 1 => {
                    format!("{named} (Trưởng ban)")
                }
                _ => named,
            }
        })
        .collect();
    let whom = match (body.kind, members.as_slice()) {
        (BodyKind::Presidium, [one]) => format!("đồng chí {one} chủ trì đại hội"),
        (BodyKind::Secretariat, [one]) => format!("đồng chí {one} làm thư ký đại hội"),
        (kind, members) => gathered(title(kind), members),
    };
    let motion = body.elected_by.and_then(|motion| matter.congress.motions.get(&motion));
    let votes = motion.and_then(|motion| motion.vote.as_ref()).map(|vote| format!(" {}", result(vote, matter.words)));
    let text = format!(
        "{} biểu quyết bằng hình thức giơ tay, bầu {whom}.{}",
        matter.words.assembly,
        votes.unwrap_or_default()
    );
    motion.map_or(text.clone(), |motion| matter.placed_motion(motion, text))
}

fn gathered(body: &str, members: &[String]) -> String {
    format!("{body} gồm {}: {}", comrades(count_of(members)), list(members))
}

fn programme(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut adopted = false;
    for motion in matter.congress.motions.iter().filter(|motion| matter.covers_motion(motion)) {
        let (key, what) = match motion.subject {
            Subject::Programme => ("programme", "chương trình đại hội"),
            Subject::Rules => ("rules", "quy chế làm việc của đại hội"),
            _ => continue,
        };
        let Some(vote) = &motion.vote else { continue };
        let assembly = matter.words.assembly;
        let put = match vote.carried() {
            // the programme changed while it runs
            _ if motion.subject == Subject::Programme && adopted => put_to_vote(assembly, &motion.text),
            true => format!("{assembly} biểu quyết thông qua {what}."),
            false => format!("{assembly} biểu quyết về {what}."),
        };
        let text = format!("{put} {}", result(vote, matter.words));
        adopted |= motion.subject == Subject::Programme && vote.carried();
        blocks.push(Block::paragraph(format!("{key}.{}", motion.id), matter.placed_motion(motion, text)));
    }
    blocks.extend(left_out(matter));
    blocks
}

/// Items of the programme that were left out, with the reasons.
fn left_out(matter: Matter<'_>) -> Option<Block> {
    let items: Vec<String> = matter
        .congress
        .whole_agenda()
        .into_iter()
        .filter(|item| item.state == ItemState::Skipped && matter.covers(Some(item.id), None))
        .map(|item| match &item.reason {
            Some(reason) => format!("“{}” ({})", bare(&item.title), bare(reason)),
            None => format!("“{}”", bare(&item.title)),
        })
        .collect();
    (!items.is_empty())
        .then(|| Block::paragraph("skipped", sentence(&format!("Nội dung không tiến hành: {}", list(&items)))))
}
