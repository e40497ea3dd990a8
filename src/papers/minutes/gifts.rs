//! Gifts and flowers, each as an event of its own; guests who came to give flowers are told of where nobody recorded what they gave.

use crate::domain::{
    gifts::{Gift, Recipient},
    guests::{Guest, Part},
};

use super::Matter;
use super::guests::has_come;
use crate::papers::paper::Block;
use crate::papers::phrases::{bare, capital, list};

/// What was given to the meeting, or to those elected.
pub fn blocks(matter: Matter<'_>, to: Recipient) -> Vec<Block> {
    let gifts = matter.congress.gifts.iter().filter(|gift| gift.to == to && matter.covers(gift.item, None));
    gifts.map(|gift| Block::paragraph(format!("gift.{}", gift.id), told(matter, gift))).collect()
}

fn told(matter: Matter<'_>, gift: &Gift) -> String {
    let what = bare(&gift.what);
    let to = match gift.to {
        Recipient::Meeting => matter.words.meeting.to_owned(),
        Recipient::Elected => "các đồng chí trúng cử".to_owned(),
    };
    let by = gift.by.iter().filter_map(|guest| matter.congress.guests.get(guest)).map(named).collect::<Vec<_>>();
    match (&gift.in_name_of, by.is_empty()) {
        (Some(name), true) => format!("{} gửi tặng {what} chúc mừng {to}.", capital(bare(name))),
        (Some(name), false) => format!("{} trao {what} của {} chúc mừng {to}.", capital(&list(&by)), bare(name)),
        (None, _) => format!("{} tặng {what} chúc mừng {to}.", capital(&list(&by))),
    }
}

fn named(guest: &Guest) -> String {
    match &guest.name {
        Some(name) => format!("đồng chí {name}"),
        None => format!("đại diện {}", guest.label()),
    }
}

/// Who gave flowers, of those of whom no gift is recorded.
pub fn flowers(matter: Matter<'_>) -> Option<Block> {
    let recorded = |guest: &Guest| matter.congress.gifts.iter().any(|gift| gift.by.contains(&guest.id));
    let gave = matter.congress.guests.iter().filter(|guest| guest.parts.contains(&Part::GivesFlowers));
    let gave = gave.filter(|guest| has_come(matter.congress, guest) && matter.covers(None, guest.came_at));
    let who: Vec<String> = gave.filter(|guest| !recorded(guest)).map(named).collect();
    let text = format!("{} tặng hoa chúc mừng {}.", capital(&list(&who)), matter.words.meeting);
    (!who.is_empty()).then(|| Block::paragraph("flowers", text))
}
