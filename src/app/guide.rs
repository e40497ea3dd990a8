//! What to do next, in one line, on every screen: a new user gets through by following it.

use super::App;
use super::action::Screen;
use super::{elections, run};

/// The line above the footer.
pub fn next_step(app: &App) -> String {
    match app.screen {
        Screen::Run => run::next_step(app),
        Screen::Elections => elections::next_step(app),
        Screen::Roll | Screen::Floor | Screen::Votes | Screen::Minutes | Screen::Journal => String::new(),
    }
}
