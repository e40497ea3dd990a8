//! The hand in a paper: the form that rewords a paragraph, and the question that gives it back to the data.

use super::Sheet;
use crate::app::App;
use crate::app::dialog::{Confirm, Dialog};
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::words::minutes as w;
use crate::domain::minutes::{Change as Minutes, Rewording};
use crate::domain::{Change, Congress, Lang};
use crate::papers::paper::Block;
use crate::papers::wording::{Hand, data_text, rewording};

/// How much of what the data gives now is told in the form: more would leave no room to write.
const TOLD: usize = 420;

/// What the data gives for a block, and what prints.
fn texts(sheet: &Sheet, block: usize) -> Option<(&Block, String, String)> {
    let data = sheet.data.body.get(block)?;
    Some((data, data_text(data)?, data_text(sheet.printed.body.get(block)?)?))
}

/// Asks for the wording of a paragraph; where the data moved on, what it gives now stands above what was written by hand.
pub(super) fn reword(app: &mut App, block: usize) {
    let lang = app.lang();
    let Some(sheet) = &app.on.minutes.sheet else { return };
    let Some((data, now, printed)) = texts(sheet, block) else { return };
    let Some(back) = rewording(data, &sheet.name.word(), None) else { return };
    let key = back.key.clone();
    let called = format!("paper {}", back.key);
    let by_hand = move |congress: &Congress| congress.rewordings.get(&key).and_then(|rewording| rewording.text.clone());
    let help = match sheet.hand(block) {
        Some(Hand::MovedOn) => format!("{}. {}: {}", w::moved_on(lang), w::data_now(lang), shortened(&now)),
        Some(Hand::Reworded) => format!("{}: {}", w::data_now(lang), shortened(&now)),
        Some(Hand::Data) | None => w::reword_help(lang).to_owned(),
    };
    // what is not written by hand is what the data gives
    let asked = move |text: &str| worded(text, (&help, &back), lang);
    let form =
        asked(&printed).shared(called, move |congress| Some(asked(&by_hand(congress).unwrap_or_else(|| now.clone()))));
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}

fn worded(text: &str, (help, back): (&str, &Rewording), lang: Lang) -> Form {
    let back = back.clone();
    Form::new(w::reword(lang), move |_: &Congress, form: &Form| {
        // what the secretary saw is what was reworded; written back word for word, or emptied, it is the data's again
        let text = form.filled(0).filter(|text| *text != back.original);
        Ok(Change::Minutes(Minutes::Reworded(Rewording { text, ..back.clone() })))
    })
    .help(help)
    .lines(w::text(lang), text)
}

fn shortened(text: &str) -> String {
    let mut told: String = text.chars().take(TOLD).collect();
    if told.len() < text.len() {
        told.push('…');
    }
    told
}

/// Asks whether a paragraph goes back to what the data gives.
pub(super) fn give_back(app: &mut App, block: usize) {
    let lang = app.lang();
    let Some(sheet) = &app.on.minutes.sheet else { return };
    let Some((data, now, _)) = texts(sheet, block) else { return };
    let Some(rewording) = rewording(data, &sheet.name.word(), None) else { return };
    app.dialog = Some(Dialog::Confirm(Confirm::new(
        w::give_back(lang),
        vec![w::give_back_text(lang).to_owned(), shortened(&now)],
        Effect::change(Change::Minutes(Minutes::Reworded(rewording))),
    )));
}
