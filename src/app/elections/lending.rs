//! Bundles that go to a desk without network and come back: the form that lends them, and what a desk file brings, shown before it is
//! recorded. The files are the runtime's to make and to read.

use super::super::App;
use super::super::action::Action as Any;
use super::super::dialog::{Dialog, Offer};
use super::super::effect::Effect;
use super::super::files::Wanted;
use super::super::form::Form;
use super::super::words::elections as w;
use super::Action;
use super::bundles::Action as Board;
use crate::domain::election::desk::{Delivery, Returned, numbers, written};
use crate::domain::id::RoundId;
use crate::domain::{Congress, Lang, Role, Who};
use std::path::PathBuf;
use std::rc::Rc;

/// Asks which bundles go to which desk, and into which folder its file is made.
pub(super) fn lending(app: &App, round: RoundId) -> Form {
    let (lang, congress) = (app.lang(), &app.congress);
    let desk = congress.free_desk();
    let who = Who { role: Role::Counter, desk: Some(desk) };
    let free = congress.bundles_of(round).map(|bundle| bundle.number);
    let free: Vec<u16> = free.filter(|number| congress.may_claim((round, *number), who).is_ok()).collect();
    Form::outside(w::lend(lang), move |_: &Congress, form: &Form| {
        let bundles = numbers(&form.text(0))?;
        // left blank it is the first number that no desk has
        let desk = form.count(1).filter(|desk| *desk > 0).map(|desk| u16::try_from(desk).unwrap_or(u16::MAX));
        Ok(Effect::Lend { round, bundles, desk, folder: PathBuf::from(form.text(2)) })
    })
    .help(w::lend_help(lang))
    .offered(w::lend_bundles(lang), &written(&free))
    .number(w::lend_desk(lang), Some(u32::from(desk)))
    .line(w::lend_folder(lang), w::lend_folder_offered(lang))
}

/// Asks for a desk file that came back.
pub(super) fn ask_file() -> Vec<Effect> {
    vec![Effect::Look { wanted: Wanted::DeskFile, path: PathBuf::new() }]
}

impl App {
    /// A desk file was made: it is carried to its desk now.
    pub fn lent(&mut self, path: &str, desk: u16) {
        self.said = Some(w::lent(self.lang(), path, desk));
    }

    /// A desk file was read: shows what it brings; recorded is that only with yes, whole or not at all.
    pub fn returned(&mut self, returned: Returned) {
        let lang = self.lang();
        let delivery = match returned.delivery(&self.congress) {
            Ok(delivery) => delivery,
            Err(refusal) => {
                let told = self.told(&refusal);
                self.not_done(told);
                return;
            }
        };
        let text = told(&delivery, lang);
        let brings = !delivery.new.is_empty();
        let title = if brings { w::take_returned } else { w::nothing_returned };
        let title = title(lang, returned.desk);
        let action = if brings { Any::Elections(Action::Board(Board::Take)) } else { Any::Go(self.screen) };
        self.on.elections.returned = brings.then(|| Rc::new(returned));
        self.dialog = Some(Dialog::Offer(Offer { title, text, action }));
    }
}

/// Takes over what the desk file that was shown brings: every bundle that is full, in one change or not at all.
pub(super) fn take(app: &mut App) -> Vec<Effect> {
    let returned = app.on.elections.returned.take();
    returned.map_or_else(Vec::new, |returned| Effect::record(move |congress| returned.bringing(congress)))
}

fn told(delivery: &Delivery, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !delivery.new.is_empty() {
        let papers = delivery.new.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.papers()));
        let numbers: Vec<u16> = delivery.new.iter().map(|bundle| bundle.number).collect();
        lines.push(w::returned_new(lang, &written(&numbers), papers));
    }
    if !delivery.known.is_empty() {
        lines.push(w::returned_known(lang, &written(&delivery.known)));
    }
    lines
        .extend(delivery.missing.iter().map(|(bundle, keyed, size)| w::returned_missing(lang, *bundle, *keyed, *size)));
    lines
}
