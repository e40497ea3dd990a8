//! A form of what stands already and others may write too. A row left as it was takes what stands now; a row that both changed is refused
//! once, and shows both versions: nothing that either typed is lost.

use super::{Ask, Editor, Form, Row};
use crate::domain::Congress;
use std::rc::Rc;

/// The form as it opens on what stands; none where that is gone.
type Opening = Rc<dyn Fn(&Congress) -> Option<Form>>;

/// What other screens may write too while it is typed here.
#[derive(Clone)]
pub struct Shared {
    /// What it is called among the windows that are open.
    pub name: String,
    /// Of the rows that both changed, what was written elsewhere: the label and the text.
    pub elsewhere: Vec<(String, String)>,
    /// The rows as they were when nothing was typed yet.
    began: Vec<Row>,
    /// The form as it would open now.
    opened: Opening,
}

impl Form {
    /// What the form writes may be written elsewhere too: what it is called, and the form as it would open later.
    #[must_use]
    pub fn shared(mut self, name: impl Into<String>, opened: impl Fn(&Congress) -> Option<Self> + 'static) -> Self {
        let (began, opened) = (self.rows.clone(), Rc::new(opened));
        self.shared = Some(Shared { name: name.into(), elsewhere: Vec::new(), began, opened });
        self
    }

    /// The form as it would open now, with what was typed here in it; none where it writes what nobody else does, or what is gone.
    pub(super) fn brought_up(&self, congress: &Congress) -> Option<Self> {
        let shared = self.shared.as_ref()?;
        let mut now = (shared.opened)(congress)?;
        for ((row, began), typed) in now.rows.iter_mut().zip(&shared.began).zip(&self.rows) {
            if !typed.ask.holds_the_same(&began.ask) {
                row.ask = typed.ask.clone();
            }
        }
        Some(now)
    }

    /// The rows that were changed elsewhere, to something else than what was typed here.
    fn moved(&self, congress: &Congress) -> Vec<(usize, Row)> {
        let now = self.shared.as_ref().and_then(|shared| Some((shared, (shared.opened)(congress)?)));
        let Some((shared, now)) = now else { return Vec::new() };
        let rows = now.rows.into_iter().zip(&shared.began).zip(&self.rows).enumerate();
        let moved = rows.filter(|(_, ((now, began), typed))| {
            let differ = |one: &Row, other: &Row| !one.ask.holds_the_same(&other.ask);
            differ(now, began) && differ(typed, began) && differ(now, typed)
        });
        moved.map(|(place, ((now, _), _))| (place, now)).collect()
    }

    /// Whether something was changed elsewhere, to something else than what was typed here.
    pub fn has_moved(&self, congress: &Congress) -> bool {
        !self.moved(congress).is_empty()
    }

    /// Takes in what was written elsewhere: a text below what was typed here, all else beside the form. No word of either is lost.
    pub fn take_in(&mut self, congress: &Congress) {
        let moved = self.moved(congress);
        let Some(mut now) = self.brought_up(congress) else { return };
        let Some(shared) = &mut self.shared else { return };
        if let Some(began) = (shared.opened)(congress) {
            shared.began = began.rows;
        }
        self.at = moved.first().map_or(self.at, |(place, _)| *place);
        for (place, theirs) in moved {
            match (now.rows.get_mut(place).map(|row| &mut row.ask), &theirs.ask) {
                (Some(Ask::Lines(typed)), Ask::Lines(standing)) if !standing.text().trim().is_empty() => {
                    **typed = Editor::holding(&format!("{}\n{}", typed.text(), standing.text()));
                }
                (_, standing) => shared.elsewhere.push((theirs.label.clone(), standing.told())),
            }
        }
        (self.rows, self.making, self.saying) = (now.rows, now.making, now.saying);
    }
}

impl Ask {
    /// Whether the same was typed or chosen in another.
    fn holds_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Pick(one), Self::Pick(other)) => one.chosen == other.chosen,
            _ => self.told().trim() == other.told().trim(),
        }
    }

    /// What was typed or chosen.
    fn told(&self) -> String {
        match self {
            Self::Line(field) | Self::Number(field) => field.text().to_owned(),
            Self::Lines(editor) => editor.text(),
            Self::Pick(picker) => picker.labels().join(", "),
        }
    }
}
