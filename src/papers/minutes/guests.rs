//! Guests: people by name with all their offices and what they came to do, delegations without names.

use crate::domain::{
    Congress,
    agenda::{Item, ItemKind, ItemState},
    floor::{Speaker, SpeechState},
    gifts::Recipient,
    guests::{Guest, Part},
};

use super::{Matter, gifts};
use crate::papers::paper::Block;
use crate::papers::phrases::{bare, list, with_office};

/// The guests who came.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    // guests are told of once, where the minutes are of a session alone with the one they came to
    let here = |guest: &&Guest| matter.covers(None, guest.came_at);
    let came: Vec<&Guest> =
        matter.congress.guests.iter().filter(|guest| has_come(matter.congress, guest)).filter(here).collect();
    let gifts = gifts::blocks(matter, Recipient::Meeting);
    let Some(last) = came.last().map(|guest| guest.id) else { return gifts };
    let mut blocks = vec![Block::text(format!("Đại biểu khách mời dự {}:", matter.words.meeting))];
    for guest in came {
        let stop = if guest.id == last { "." } else { ";" };
        let text = format!("{}{}{stop}", named(guest), parts(guest, matter.words.meeting));
        blocks.push(Block::item(text).keyed(format!("guests.{}", guest.id)));
    }
    blocks.extend(gifts::flowers(matter).filter(|_| !has_debut(matter)));
    [blocks, gifts].concat()
}

/// Whether those elected were presented, which is when flowers are given.
fn has_debut(matter: Matter<'_>) -> bool {
    let held = |item: &Item| item.kind == ItemKind::Debut && item.state == ItemState::Done;
    matter.session.is_none() && matter.congress.items.iter().any(held)
}

/// Whether a guest was there: marked as come, or heard.
pub fn has_come(congress: &Congress, guest: &Guest) -> bool {
    let spoke = |speaker: &Speaker| matches!(speaker, Speaker::Guest(id) if *id == guest.id);
    guest.came_at.is_some()
        || congress
            .speeches
            .iter()
            .any(|speech| spoke(&speech.speaker) && matches!(speech.state, SpeechState::Speaking | SpeechState::Done))
}

fn named(guest: &Guest) -> String {
    let offices: Vec<&str> = guest.offices.iter().map(|office| bare(office)).collect();
    match &guest.name {
        Some(name) => format!("Đồng chí {}", with_office(name, &offices.join(", "))),
        None => format!("Đại diện {}", offices.join(", ")),
    }
}

/// What the guest came to do, where it is more than to attend.
fn parts(guest: &Guest, meeting: &str) -> String {
    // flowers are told of as an event of their own
    let verbs = [(Part::Attends, "dự"), (Part::Guides, "chỉ đạo"), (Part::Congratulates, "chúc mừng")];
    let verbs: Vec<&str> = verbs.iter().filter(|(part, _)| guest.parts.contains(part)).map(|(_, verb)| *verb).collect();
    match verbs.as_slice() {
        [] | ["dự"] => String::new(),
        verbs => format!(", {} {meeting}", list(verbs)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::GuestId;

    fn guest(name: Option<&str>, offices: &[&str], parts: &[Part]) -> Guest {
        Guest {
            id: GuestId(1),
            name: name.map(str::to_owned),
            offices: offices.iter().map(|office| (*office).to_owned()).collect(),
            parts: parts.to_vec(),
            superior: false,
            came_at: None,
        }
    }

    #[test]
    fn a_guest_has_all_offices_and_verbs_and_a_delegation_no_name() {
        let one = guest(Some("Dương Thị Huệ"), &["Ủy viên BTV", "Bí thư"], &[Part::Attends, Part::Congratulates]);
        assert_eq!(
            named(&one) + &parts(&one, "đại hội"),
            "Đồng chí Dương Thị Huệ – Ủy viên BTV, Bí thư, dự và chúc mừng đại hội"
        );
        let many = guest(None, &["Ban Chấp hành Công đoàn"], &[Part::Attends]);
        assert_eq!(named(&many) + &parts(&many, "đại hội"), "Đại diện Ban Chấp hành Công đoàn");
    }
}
