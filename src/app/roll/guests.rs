//! The guests: people with their offices, delegations without names; what they came to do, and when they came.

use super::open;
use crate::app::App;
use crate::app::effect::Effect;
use crate::app::form::{Choice, Form};
use crate::app::typed;
use crate::app::words::roll as w;
use crate::domain::fold::{Needle, clean_line, fold};
use crate::domain::guests::{Change as Guests, Guest, Part};
use crate::domain::id::GuestId;
use crate::domain::{Change, Congress, Lang, Refusal};
use chrono::NaiveDateTime;

const PARTS: [Part; 4] = [Part::Attends, Part::Congratulates, Part::Guides, Part::GivesFlowers];

/// The verb of what a guest came to do.
pub fn part_word(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Attends => w::attends(lang),
        Part::Congratulates => w::congratulates(lang),
        Part::Guides => w::guides(lang),
        Part::GivesFlowers => w::gives_flowers(lang),
    }
}

/// The guests that the typed text finds, in the order of the list.
pub fn listed(app: &App) -> Vec<&Guest> {
    let needle = Needle::new(app.on.roll.query.text());
    let fits = |guest: &&Guest| {
        let text = format!("{} {}", guest.label(), guest.offices.join(" "));
        needle.finds(&fold(&text)).is_some()
    };
    app.congress.guests.iter().filter(fits).collect()
}

/// The row under the cursor among those listed.
pub fn chosen(app: &App, listed: &[&Guest]) -> Option<usize> {
    let state = &app.on.roll;
    let found = listed.iter().position(|guest| Some(guest.id) == state.guest);
    found.or_else(|| (!listed.is_empty()).then_some(0))
}

/// The number of the guest under the cursor.
pub(super) fn chosen_guest_id(app: &App) -> Option<GuestId> {
    selected(app).map(|guest| guest.id)
}

fn selected(app: &App) -> Option<Guest> {
    let listed = listed(app);
    chosen(app, &listed).and_then(|row| listed.get(row)).map(|guest| (*guest).clone())
}

pub(super) fn step(app: &mut App, by: isize) {
    let listed = listed(app);
    let Some(row) = chosen(app, &listed) else { return };
    let to = row.saturating_add_signed(by).min(listed.len().saturating_sub(1));
    app.on.roll.guest = listed.get(to).map(|guest| guest.id);
}

/// Marks that the guest came; of one who has been marked it says so.
pub(super) fn came(app: &mut App) -> Vec<Effect> {
    let Some(Guest { id: guest, .. }) = selected(app) else { return Vec::new() };
    app.on.roll.guest = Some(guest);
    let at = app.now();
    Effect::change(Change::Guests(Guests::Came { guest, at }))
}

/// Marks that the guest came, or opens one who has for correction.
pub(super) fn came_or_edit(app: &mut App) -> Vec<Effect> {
    match selected(app) {
        Some(Guest { came_at: Some(_), .. }) => edit(app),
        _ => came(app),
    }
}

/// The next guest who has not come, after one who was just marked; that one where all have come.
pub(super) fn after(congress: &Congress, marked: GuestId) -> GuestId {
    let waiting = |guest: &&Guest| guest.came_at.is_none();
    let later = congress.guests.iter().filter(waiting).find(|guest| guest.id > marked);
    later.or_else(|| congress.guests.iter().find(waiting)).map_or(marked, |guest| guest.id)
}

pub(super) fn edit(app: &mut App) -> Vec<Effect> {
    match selected(app) {
        Some(guest) => {
            app.on.roll.guest = Some(guest.id);
            let (about, id) = ((app.lang(), app.now()), guest.id);
            let asked = move |guest: &Guest| asking(guest, w::edit(about.0), about);
            let opened = move |congress: &Congress| congress.guests.get(&id).map(asked);
            let form = asked(&guest).shared(format!("guest {id}"), opened);
            open(app, form)
        }
        None => Vec::new(),
    }
}

pub(super) fn adding(app: &App) -> Form {
    let name = app.on.roll.query.filled();
    let blank =
        Guest { id: GuestId(0), name, offices: vec![], parts: vec![Part::Attends], superior: false, came_at: None };
    asking(&blank, w::add_guest(app.lang()), (app.lang(), app.now()))
}

/// The form of a guest; number 0 asks for a new one.
fn asking(known: &Guest, title: &str, (lang, now): (Lang, NaiveDateTime)) -> Form {
    let id = known.id;
    let parts = (0..).zip(PARTS).map(|(place, part)| Choice::new(part_word(part, lang), place)).collect();
    let chosen = (0..).zip(PARTS).filter(|(_, part)| known.parts.contains(part)).map(|(place, _)| place).collect();
    let superior = vec![Choice::new(w::not_superior(lang), 0), Choice::new(w::superior(lang), 1)];
    let came = known.came_at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default();
    Form::new(title, move |congress: &Congress, form: &Form| {
        let offices = form.text(1);
        let parts = form.chosen(2).into_iter().filter_map(|place| PARTS.get(usize::try_from(place).ok()?).copied());
        let known = congress.guests.get(&id);
        // a blank hour is "not come yet", and an hour left as it was keeps its day
        let came = Some(form.text(4)).filter(|text| !text.is_empty());
        let came_at = came.map(|text| typed::hour(&text, known.and_then(|known| known.came_at).unwrap_or(now)));
        Ok::<_, Refusal>(Change::Guests(Guests::Invited(Guest {
            id: known.map_or_else(|| congress.guests.next_id(), |known| known.id),
            name: Some(clean_line(&form.text(0))).filter(|name| !name.is_empty()),
            offices: offices.split(';').map(clean_line).filter(|office| !office.is_empty()).collect(),
            parts: parts.collect(),
            superior: form.choice(3) == Some(1),
            came_at: came_at.transpose()?,
        })))
    })
    .help(w::guest_help(lang))
    .line(w::name(lang), known.name.as_deref().unwrap_or_default())
    .line(w::offices(lang), &known.offices.join("; "))
    .several(w::parts(lang), parts, chosen)
    .pick(w::represents(lang), superior, Some(u32::from(known.superior)))
    .line(w::came_hour(lang), &came)
}

/// What to do next among the guests.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    let expected = app.congress.guests.iter().filter(|guest| guest.came_at.is_none()).count();
    match selected(app) {
        _ if app.congress.guests.is_empty() => w::next_no_guests(lang).to_owned(),
        None => w::next_not_found(lang, app.on.roll.query.text().trim()),
        Some(guest) if guest.came_at.is_none() => w::next_guest(lang, guest.label()),
        Some(_) if expected > 0 => w::next_guests(lang, expected),
        Some(_) => w::next_guests_done(lang).to_owned(),
    }
}
