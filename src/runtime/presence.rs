//! What this window tells the others of the text it writes, and what it sees of them. It is looked at only while a text is open
//! here that others may write too, and it never fails: what cannot be told or seen now is told or seen at a later turn.

use crate::app::App;
use crate::domain::Who;
use crate::store::Presence;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often what is told is told again; whoever does not for three times as long is gone.
const AGAIN: Duration = Duration::from_secs(5);

/// The text told of last, by whom, and when.
type Told = (Who, Option<String>, Instant);

/// This window as the others see it.
#[derive(Debug, Default)]
pub(super) struct Beside {
    presence: Option<Presence>,
    told: Option<Told>,
}

impl Beside {
    /// Tells the others what is written here, shows who else writes it, and says whether that changes the screen.
    pub(super) fn look(&mut self, file: &Path, app: &mut App) -> bool {
        let (who, text) = (app.seat.who, app.shared_text());
        if text.is_none() && self.told.is_none() {
            return app.beside(Vec::new());
        }
        if self.presence.is_none() {
            self.presence = Presence::of(file);
        }
        let Some(presence) = &self.presence else { return false };
        let known = matches!(&self.told, Some((by, told, at)) if (*by, told) == (who, &text) && at.elapsed() < AGAIN);
        if !known && presence.tell(who, text.as_deref()) {
            self.told = text.is_some().then(|| (who, text.clone(), Instant::now()));
        }
        let others = text.map_or(Some(Vec::new()), |text| presence.beside(&text));
        others.is_some_and(|others| app.beside(others))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let (Some(presence), Some((who, ..))) = (&self.presence, &self.told) {
            // where that fails the others forget it by themselves
            let _ = presence.tell(*who, None);
        }
    }
}
