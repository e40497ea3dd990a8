//! What to do next, in one line, on every screen: a new user gets through by following it.

use super::App;
use super::action::Screen;
use super::keymap::Place;
use super::words::closing as w;
use super::{chair, desk, elections, floor, head, journal, minutes, practice, roll, run, start, votes};

/// The line above the footer.
pub fn next_step(app: &App) -> String {
    if let Some(practice) = &app.practice {
        return practice::next_step(app, practice);
    }
    // nothing is voted, said or decided before the session is resumed
    if let Some(pause) = app.congress.interrupted() {
        let since = pause.from.format("%H:%M").to_string();
        match app.screen {
            Screen::Run => return w::next_resume(app.lang(), &since),
            Screen::Votes | Screen::Floor if app.place() != Place::Writing => {
                return w::next_resume_on_run(app.lang(), &since);
            }
            Screen::Chair => return w::next_resumed(app.lang(), &since),
            _ => {}
        }
    }
    match app.screen {
        Screen::Run => run::next_step(app),
        Screen::Roll => roll::next_step(app),
        Screen::Floor => floor::next_step(app),
        Screen::Votes => votes::next_step(app),
        Screen::Minutes => minutes::next_step(app),
        Screen::Journal => journal::next_step(app),
        Screen::Start => start::next_step(app),
        Screen::Chair => chair::next_step(app),
        Screen::Head => head::next_step(app),
        Screen::Desk if matches!(app.place(), Place::On(_)) => desk::next_step(app),
        Screen::Desk | Screen::Elections => elections::next_step(app),
        Screen::Hall => String::new(),
    }
}
