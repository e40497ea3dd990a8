//! The note line: what is typed into it, a note saved, and the draft of one that a closed window cut off. What a note belongs to is the domain's.

use super::action::Screen;
use super::effect::Effect;
use super::field::Field;
use super::key::Key;
use super::words::frame;
use super::{App, keymap};
use crate::domain::notes;
use crate::domain::{Change, Who};

impl App {
    /// Lets a text that was begun take the keys that edit it, before any command.
    pub(super) fn note_takes(&mut self, key: Key) -> bool {
        // names hold letters only: on the roll a sign or a space stays a command while a name is typed
        let command = self.screen == Screen::Roll && keymap::find(self.place(), key).is_some();
        let Some(field) = self.typing() else { return false };
        let edits = match key {
            Key::Char(_) => !command,
            Key::Backspace | Key::Delete | Key::Left | Key::Right | Key::Home | Key::End => true,
            _ => false,
        };
        edits && !field.is_empty() && field.key(key)
    }

    pub(super) fn write_note(&mut self) -> Vec<Effect> {
        let Some(text) = self.note.filled() else { return Vec::new() };
        let at = self.now();
        let mut effects = Effect::record(move |congress| {
            Ok(Change::Notes(notes::Change::Written(notes::Note {
                id: congress.notes.next_id(),
                item: congress.item_now().or_else(|| congress.item_next()).map(|item| item.id),
                speech: congress.speaking().map(|speech| speech.id),
                at,
                text: text.clone(),
            })))
        });
        effects.extend(self.clear_draft());
        effects
    }

    /// The note cut off when this seat's window went away the last time.
    pub(super) fn take_up_draft(&mut self) {
        let key = (self.seat.who.role, self.seat.who.desk.unwrap_or(0));
        let draft = self.congress.drafts.get(&key).filter(|draft| !draft.text.is_empty());
        if let Some(draft) = draft {
            self.note = Field::holding(&draft.text);
            self.said = Some(frame::draft_back(self.lang()).to_owned());
        }
    }

    pub(super) fn clear_draft(&self) -> Vec<Effect> {
        let Who { role, desk } = self.seat.who;
        let key = (role, desk.unwrap_or(0));
        match self.congress.drafts.get(&key) {
            Some(draft) if !draft.text.is_empty() => {
                Effect::change(Change::Notes(notes::Change::Drafted { role, desk: key.1, text: String::new() }))
            }
            _ => Vec::new(),
        }
    }

    /// What saves the note being typed as a draft, when the window is about to go away.
    pub fn draft(&self) -> Option<Change> {
        let text = self.note.filled()?;
        let Who { role, desk } = self.seat.who;
        Some(Change::Notes(notes::Change::Drafted { role, desk: desk.unwrap_or(0), text }))
    }
}
