//! The form that registers a speaker, and the words for the kinds of speech.

use super::super::App;
use super::super::form::{Choice, Form};
use super::super::people;
use super::super::words::floor as w;
use crate::domain::agenda::ItemKind;
use crate::domain::bodies::BodyKind;
use crate::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use crate::domain::{Change, Congress, Lang};
use crate::papers::issuing::body_in_charge;

/// The kinds of speech in the order of the form.
pub const KINDS: [SpeechKind; 8] = [
    SpeechKind::Floor,
    SpeechKind::Contribution,
    SpeechKind::Report,
    SpeechKind::SuperiorAddress,
    SpeechKind::Reply,
    SpeechKind::Suggestion,
    SpeechKind::Remark,
    SpeechKind::Proposal,
];

/// Minutes allowed where nobody says otherwise.
const LIMIT: u32 = 5;

/// The word for a kind of speech.
pub fn kind_word(kind: SpeechKind, lang: Lang) -> &'static str {
    let (vi, en) = match kind {
        SpeechKind::Floor => ("Phát biểu thảo luận", "From the floor"),
        SpeechKind::Contribution => ("Tham luận", "Prepared contribution"),
        SpeechKind::Report => ("Báo cáo", "Report"),
        SpeechKind::SuperiorAddress => ("Phát biểu chỉ đạo của cấp trên", "Superior's address"),
        SpeechKind::Reply => ("Tiếp thu, giải trình", "Reply of the presidium"),
        SpeechKind::Suggestion => ("Gợi ý thảo luận", "Suggests what to discuss"),
        SpeechKind::Remark => ("Nhận xét", "Remark"),
        SpeechKind::Proposal => ("Đề nghị", "Proposal"),
    };
    lang.pick(vi, en)
}

/// The kinds to choose from; a choice stands for its place in [`KINDS`].
pub(super) fn kinds(lang: Lang) -> Vec<Choice> {
    (0..).zip(KINDS).map(|(place, kind)| Choice::new(kind_word(kind, lang), place)).collect()
}

/// The choice of a kind.
pub(super) fn choice_of(kind: SpeechKind) -> Option<u32> {
    (0..).zip(KINDS).find(|(_, other)| *other == kind).map(|(place, _)| place)
}

/// The kind behind a choice.
pub(super) fn chosen(form: &Form, row: usize) -> SpeechKind {
    let place = form.choice(row).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| KINDS.get(place)).copied().unwrap_or_default()
}

/// Asks who is to speak, on what, how long. What the item under way is for is chosen at first.
pub(super) fn form(app: &App) -> Form {
    let lang = app.lang();
    let (kind, limit) = expected(&app.congress);
    let speaker = awaited(&app.congress, kind).and_then(|speaker| people::choice_of(&speaker));
    Form::new(w::register(lang), |congress: &Congress, form: &Form| Ok(registered(congress, form)))
        .help(w::register_help(lang))
        .pick(w::speaker(lang), people::speakers(&app.congress), speaker)
        .pick(w::kind(lang), kinds(lang), choice_of(kind))
        .line(w::subject(lang), "")
        .number(w::limit(lang), limit)
        .line(w::other_name(lang), "")
        .line(w::other_office(lang), "")
}

/// Who speaks when the kind alone says so: the superior's guest, and for the reply the first of the presidium.
fn awaited(congress: &Congress, kind: SpeechKind) -> Option<Speaker> {
    match kind {
        SpeechKind::SuperiorAddress => {
            congress.guests.iter().find(|guest| guest.superior).map(|guest| Speaker::Guest(guest.id))
        }
        SpeechKind::Reply => {
            body_in_charge(congress, BodyKind::Presidium)?.members.first().copied().map(Speaker::Person)
        }
        _ => None,
    }
}

/// Kind and limit that the item under way suggests: nobody limits a report or the superior.
fn expected(congress: &Congress) -> (SpeechKind, Option<u32>) {
    match congress.item_now().map(|item| item.kind) {
        Some(ItemKind::SuperiorAddress) => (SpeechKind::SuperiorAddress, None),
        Some(ItemKind::Reply) => (SpeechKind::Reply, None),
        Some(ItemKind::Report | ItemKind::Attendance) => (SpeechKind::Report, None),
        _ => (SpeechKind::Floor, Some(LIMIT)),
    }
}

fn registered(congress: &Congress, form: &Form) -> Change {
    let other = || Speaker::Other { name: form.text(4), office: form.text(5) };
    let speaker = match (form.filled(4), form.choice(0)) {
        (None, Some(choice)) => people::speaker(choice),
        _ => other(),
    };
    Change::Floor(Floor::Registered(Speech {
        item: congress.item_now().map(|item| item.id),
        kind: chosen(form, 1),
        subject: form.text(2),
        limit: form.count(3).unwrap_or(0),
        ..Speech::registered(congress.speeches.next_id(), speaker)
    }))
}
