//! A session interrupted and taken up again: one key, which asks why, and later what happened.

use crate::app::App;
use crate::app::form::Form;
use crate::app::words::{Word, closing as w};
use crate::domain::interruptions::{Change as Interruptions, Interruption};
use crate::domain::{Change, Congress, Refusal};

/// Whether a session sits that can be interrupted or resumed.
pub(super) fn sitting(app: &App) -> Result<(), Word> {
    let sits = app.congress.session_now().is_some_and(|now| now.opened_at.is_some() && now.closed_at.is_none());
    if sits || app.congress.interrupted().is_some() { Ok(()) } else { Err(w::not_sitting) }
}

/// The form that interrupts the session, or takes it up again.
pub(super) fn form(app: &App) -> Form {
    let (lang, at) = (app.lang(), app.now());
    if let Some(pause) = app.congress.interrupted() {
        let interruption = pause.id;
        return Form::new(w::resume_title(lang), move |_: &Congress, form: &Form| {
            Ok(Change::Interruptions(Interruptions::Resumed { interruption, at, note: form.text(0) }))
        })
        .help(format!(
            "{}: {}. {}",
            w::paused(lang, &pause.from.format("%H:%M").to_string()),
            pause.reason,
            w::resume_help(lang)
        ))
        .line(w::incident(lang), "");
    }
    Form::new(w::suspend_title(lang), move |congress: &Congress, form: &Form| {
        Ok(Change::Interruptions(Interruptions::Suspended(Interruption {
            id: congress.interruptions.next_id(),
            session: congress.session_now().ok_or(Refusal::NotFounded)?.id,
            from: at,
            reason: form.text(0),
            to: None,
            note: None,
        })))
    })
    .help(w::suspend_help(lang))
    .line(w::reason(lang), "")
}
