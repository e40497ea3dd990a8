//! A choice from a list, found by typing. Of one, what the cursor stands on is chosen as it moves, so that what a form says of itself is true
//! before the row is left.

use crate::app::field::Field;
use crate::app::key::Key;
use crate::domain::fold::{Needle, fold, goes_on};

/// A choice of a list: its label, and the number the form hands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is shown.
    pub label: String,
    /// What it stands for.
    pub value: u32,
    /// The label without diacritics, for finding by typing.
    pub folded: String,
}

impl Choice {
    /// A choice.
    pub fn new(label: impl Into<String>, value: u32) -> Self {
        let label = label.into();
        let folded = fold(&label);
        Self { label, value, folded }
    }
}

impl Choice {
    /// Whether this is the given name of somebody: the last word of the name.
    fn is_called(&self, given: &str) -> bool {
        self.name().rsplit_once(' ').is_some_and(|(_, last)| last == given)
    }

    /// The folded name before an office that the label adds.
    fn name(&self) -> &str {
        self.folded.split(" – ").next().unwrap_or_default()
    }
}

/// Whether one or several may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One only.
    One,
    /// Any number, in the order in which they were chosen.
    Several,
}

/// A choice from a list, found by typing.
#[derive(Clone, Debug)]
pub struct Picker {
    /// All choices.
    pub choices: Vec<Choice>,
    /// What was typed to find one.
    pub query: Field,
    /// The row under the cursor among those found.
    pub row: usize,
    /// What was chosen.
    pub chosen: Vec<u32>,
    /// Whether one or several.
    pub many: Many,
}

impl Picker {
    /// The choices that the typed text finds: whose given name it is, then whose name it fits, then whose office, and those where
    /// words begin with it first.
    pub fn found(&self) -> Vec<&Choice> {
        let (needle, given) = (Needle::new(self.query.text()), fold(self.query.text().trim()));
        let fits = |choice: &'_ Choice| needle.finds(&choice.folded).is_some();
        let mut found: Vec<&Choice> = self.choices.iter().filter(|choice| fits(choice)).collect();
        found.sort_by_key(|choice| {
            let name = needle.finds(choice.name());
            (name.is_none(), !choice.is_called(&given), name, needle.finds(&choice.folded))
        });
        found
    }

    /// Whether something was typed that fits nothing.
    pub fn finds_nothing(&self) -> bool {
        !self.query.text().trim().is_empty() && self.found().is_empty()
    }

    /// Whether the field is not left yet: what was typed fits nothing. Pressed again it is left, and what was chosen before stays.
    pub(super) fn holds_back(&mut self) -> bool {
        let holds = self.finds_nothing() && !self.query.is_offered();
        if holds {
            self.query.offer();
        }
        holds
    }

    /// The choice under the cursor.
    pub fn under_cursor(&self) -> Option<&Choice> {
        self.found().get(self.row).copied()
    }

    /// The labels of what was chosen, in order; of several the names alone, so that they fit.
    pub fn labels(&self) -> Vec<&str> {
        let label = |value: &u32| self.choices.iter().find(|choice| choice.value == *value);
        let short = |choice: &'_ Choice| choice.label.find(" – ").filter(|_| self.many == Many::Several);
        let labels = self.chosen.iter().filter_map(label);
        labels.map(|choice| &choice.label[..short(choice).unwrap_or(choice.label.len())]).collect()
    }

    /// Takes a key that moves, finds or chooses; says whether it did.
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key::Up => self.row = self.row.saturating_sub(1),
            Key::Down => self.row = (self.row + 1).min(self.found().len().saturating_sub(1)),
            Key::Backspace if self.many == Many::Several && self.query.is_empty() => drop(self.chosen.pop()),
            Key::Char(' ') if self.many == Many::Several && !self.is_between_words() => self.toggle(),
            _ => {
                if !self.query.key(key) {
                    return false;
                }
                self.row = 0;
            }
        }
        if self.many == Many::One {
            self.settle();
        }
        true
    }

    /// Whether a space now is the one between two words of a name.
    fn is_between_words(&self) -> bool {
        let needle = Needle::new(self.query.text());
        let names = self.choices.iter().map(Choice::name).filter(|name| needle.finds(name).is_some());
        self.row == 0 && goes_on(self.query.text(), names)
    }

    fn toggle(&mut self) {
        let Some(value) = self.under_cursor().map(|choice| choice.value) else { return };
        match self.chosen.iter().position(|chosen| *chosen == value) {
            Some(place) => drop(self.chosen.remove(place)),
            None => self.chosen.push(value),
        }
        self.query.take();
    }

    /// What leaving the field chooses.
    pub(super) fn settle(&mut self) {
        let under = self.under_cursor().map(|choice| choice.value);
        match (self.many, under) {
            (Many::One, Some(value)) => self.chosen = vec![value],
            // nobody was typed or pointed at: nobody is chosen by passing over
            (Many::Several, Some(value)) if self.chosen.is_empty() && self.row > 0 || !self.query.is_empty() => {
                if !self.chosen.contains(&value) {
                    self.chosen.push(value);
                }
                self.query.take();
            }
            _ => {}
        }
    }
}
