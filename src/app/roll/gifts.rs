//! Gifts and flowers: what was given, by which guests, in whose name, to whom.

use super::guests::chosen_guest_id;
use crate::app::App;
use crate::app::form::{Choice, Form};
use crate::app::words::roll as w;
use crate::domain::gifts::{Change as Gifts, Gift, Recipient};
use crate::domain::id::GuestId;
use crate::domain::{Change, Congress, Lang};

/// The form that records something given, by the guest under the cursor at first.
pub(super) fn giving(app: &App) -> Form {
    let lang = app.lang();
    let guests = app.congress.guests.iter().map(|guest| Choice::new(guest.label(), guest.id.0)).collect();
    let recipients = vec![Choice::new(w::to_meeting(lang), 0), Choice::new(w::to_elected(lang), 1)];
    let chosen = chosen_guest_id(app).map(|guest| guest.0).into_iter().collect();
    Form::new(w::give(lang), |congress: &Congress, form: &Form| {
        Ok(Change::Gifts(Gifts::Given(Gift {
            id: congress.gifts.next_id(),
            what: form.text(0),
            by: form.chosen(1).into_iter().map(GuestId).collect(),
            in_name_of: form.filled(2),
            to: if form.choice(3) == Some(1) { Recipient::Elected } else { Recipient::Meeting },
            item: congress.item_now().map(|item| item.id),
        })))
    })
    .help(w::give_help(lang))
    .offered(w::given_what(lang), w::flowers(lang))
    .several(w::given_by(lang), guests, chosen)
    .line(w::in_name_of(lang), "")
    .pick(w::given_to(lang), recipients, Some(0))
}

/// What a guest gave, in a few words each: `hoa (các đồng chí trúng cử)`.
pub fn given_by(congress: &Congress, guest: GuestId, lang: Lang) -> Vec<String> {
    let gifts = congress.gifts.iter().filter(|gift| gift.by.contains(&guest));
    let told = gifts.map(|gift| {
        let to = match gift.to {
            Recipient::Meeting => w::to_meeting(lang),
            Recipient::Elected => w::to_elected(lang),
        };
        match &gift.in_name_of {
            Some(name) => w::gift_in_name(lang, &gift.what, name),
            None => format!("{} → {to}", gift.what),
        }
    });
    told.collect()
}
