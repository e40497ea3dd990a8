//! The text that is open here and that others may write too, and who else is writing it now.

use super::App;
use super::dialog::Dialog;
use super::journal::who_word;
use super::words::frame;
use crate::domain::Who;

impl App {
    /// The name of the text that is open here and that others may write too; none where none is.
    pub fn shared_text(&self) -> Option<String> {
        let form = match &self.dialog {
            Some(Dialog::Form(form, _)) => form.shared.as_ref(),
            _ => None,
        };
        let speech = || self.on.floor.writing.as_ref().map(|writing| format!("speech {}", writing.speech));
        form.map(|shared| shared.name.clone()).or_else(speech)
    }

    /// Takes in who else writes the text that is open here; says whether that changes the screen.
    pub fn beside(&mut self, others: Vec<Who>) -> bool {
        let changed = self.others != others;
        self.others = others;
        changed
    }

    /// Who else writes the text that is open here, told; none where nobody does.
    pub fn told_beside(&self) -> Option<String> {
        let others = self.others.chunk_by(|one, other| one == other);
        let others: Vec<String> = others.map(|same| self.others_word(same)).collect();
        (!others.is_empty()).then(|| frame::writes_here(self.lang(), &others.join(" · ")))
    }

    /// Somebody at another window: two that sit at the same seat are told apart.
    pub fn other_word(&self, who: Who) -> String {
        let word = who_word(who, self.lang());
        if who == self.seat.who { frame::other_window(self.lang(), &word) } else { word }
    }

    /// Those at one seat.
    fn others_word(&self, same: &[Who]) -> String {
        match same {
            [] => String::new(),
            [who] => self.other_word(*who),
            [who, ..] => frame::windows(self.lang(), &who_word(*who, self.lang()), same.len()),
        }
    }
}
