//! A form: fields to fill, and the change they make. Refused, it stays open with the refusal; nothing typed is lost.

mod fault;
mod picker;
mod shared;

use super::editor::Editor;
use super::effect::Effect;
use super::field::Field;
use super::key::Key;
use crate::domain::{Change, Congress, Refusal};
pub use picker::{Choice, Many, Picker};
pub use shared::Shared;
use std::rc::Rc;

/// What a row of a form asks for.
#[derive(Clone, Debug)]
pub enum Ask {
    /// A line of text.
    Line(Field),
    /// A whole number; blank is unknown, never zero.
    Number(Field),
    /// Several lines of text.
    Lines(Box<Editor>),
    /// A choice from a list.
    Pick(Picker),
}

/// A row of a form.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called.
    pub label: String,
    /// What it asks for.
    pub ask: Ask,
    /// Whether it is asked, given what is chosen in the others; always, where nothing is said.
    pub due: Option<fn(&Form) -> bool>,
}

/// The change that a filled form makes, asked again under the lock.
pub type Making = Rc<dyn Fn(&Congress, &Form) -> Result<Change, Refusal>>;

/// What a filled form asks of the world where it makes no change.
pub type Outside = Rc<dyn Fn(&Congress, &Form) -> Result<Effect, Refusal>>;

/// How a line under a form is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A fact.
    Plain,
    /// It will do.
    Good,
    /// It will not do as it stands.
    Bad,
}

/// What a form says of itself as it is typed, line by line; it decides nothing.
pub type Saying = Rc<dyn Fn(&Congress, &Form) -> Vec<(Tone, String)>>;

/// A form.
#[derive(Clone)]
pub struct Form {
    /// What it is for.
    pub title: String,
    /// One line of help.
    pub help: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// The row with the cursor.
    pub at: usize,
    /// The row each of whose choices makes a change of its own.
    pub each: Option<usize>,
    /// The change it makes.
    pub making: Making,
    /// What it asks of the world instead.
    pub outside: Option<Outside>,
    /// What it says as it is typed.
    pub saying: Option<Saying>,
    /// What others may write too.
    pub shared: Option<Shared>,
    /// Whether something was typed here.
    pub begun: bool,
    /// Whether Esc was pressed over what was typed: once more gives it up.
    pub leaving: bool,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form")
            .field("title", &self.title)
            .field("rows", &self.rows)
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

/// What a key did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It stays open.
    Stay,
    /// It is filled and to be recorded.
    Submit,
    /// It was given up.
    GiveUp,
}

impl Form {
    /// An empty form.
    pub fn new(
        title: impl Into<String>,
        making: impl Fn(&Congress, &Form) -> Result<Change, Refusal> + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            help: String::new(),
            rows: Vec::new(),
            at: 0,
            each: None,
            making: Rc::new(making),
            outside: None,
            saying: None,
            shared: None,
            begun: false,
            leaving: false,
        }
    }

    /// An empty form that asks something of the world instead of making a change.
    pub fn outside(
        title: impl Into<String>,
        outside: impl Fn(&Congress, &Form) -> Result<Effect, Refusal> + 'static,
    ) -> Self {
        Self { outside: Some(Rc::new(outside)), ..Self::new(title, |_, _| Err(Refusal::NotFounded)) }
    }

    /// Says in one line what the form does.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Makes one change for each choice of the row added last: the form then sees that choice as the first.
    #[must_use]
    pub fn for_each(mut self) -> Self {
        self.each = self.rows.len().checked_sub(1);
        self
    }

    /// The form as it is recorded: once, or once for each choice of its row.
    pub fn parted(&self) -> Vec<Self> {
        let Some((row, choices)) = self.each.map(|row| (row, self.chosen(row))).filter(|(_, all)| all.len() > 1) else {
            return vec![self.clone()];
        };
        let part = |place: usize| {
            let mut part = self.clone();
            if let Some(Row { ask: Ask::Pick(picker), .. }) = part.rows.get_mut(row) {
                picker.chosen.rotate_left(place);
            }
            part
        };
        (0..choices.len()).map(part).collect()
    }

    /// Says under its rows what the typed text comes to.
    #[must_use]
    pub fn saying(mut self, saying: impl Fn(&Congress, &Form) -> Vec<(Tone, String)> + 'static) -> Self {
        self.saying = Some(Rc::new(saying));
        self
    }

    /// The change the form makes, what was left as it was taken as it stands now; refused where what was typed was changed elsewhere
    /// since it was looked at.
    pub fn change(&self, congress: &Congress) -> Result<Change, Refusal> {
        if self.has_moved(congress) {
            return Err(Refusal::TextMoved);
        }
        let now = self.brought_up(congress);
        let filled = now.as_ref().unwrap_or(self);
        (filled.making)(congress, filled).map_err(|refusal| match (refusal, self.unfound()) {
            // what is missing was looked for, and not found
            (Refusal::Blank { .. }, Some(text)) => Refusal::FoundNobody { text },
            (refusal, _) => refusal,
        })
    }

    /// What was typed to find somebody or something that is in no list.
    fn unfound(&self) -> Option<String> {
        self.rows.iter().find_map(|row| match &row.ask {
            Ask::Pick(picker) if picker.found().is_empty() => picker.query.filled(),
            _ => None,
        })
    }

    /// Adds a line of text.
    #[must_use]
    pub fn line(self, label: impl Into<String>, text: &str) -> Self {
        self.row(label, Ask::Line(Field::holding(text)))
    }

    /// Adds a line that holds an offer: typing replaces it.
    #[must_use]
    pub fn offered(self, label: impl Into<String>, text: &str) -> Self {
        self.row(label, Ask::Line(Field::offering(text)))
    }

    /// Adds a number; none is shown blank.
    #[must_use]
    pub fn number(self, label: impl Into<String>, number: Option<u32>) -> Self {
        let text = number.map_or_else(String::new, |number| number.to_string());
        self.row(label, Ask::Number(Field::offering(&text)))
    }

    /// Adds a text of several lines.
    #[must_use]
    pub fn lines(self, label: impl Into<String>, text: &str) -> Self {
        self.row(label, Ask::Lines(Box::new(Editor::holding(text))))
    }

    /// Adds a choice of one, with the one chosen before.
    #[must_use]
    pub fn pick(self, label: impl Into<String>, choices: Vec<Choice>, chosen: Option<u32>) -> Self {
        let row = choices.iter().position(|choice| Some(choice.value) == chosen).unwrap_or(0);
        let chosen = chosen.into_iter().collect();
        self.row(label, Ask::Pick(Picker { choices, query: Field::default(), row, chosen, many: Many::One }))
    }

    /// Adds a choice of several, in order.
    #[must_use]
    pub fn several(self, label: impl Into<String>, choices: Vec<Choice>, chosen: Vec<u32>) -> Self {
        self.row(label, Ask::Pick(Picker { choices, query: Field::default(), row: 0, chosen, many: Many::Several }))
    }

    fn row(mut self, label: impl Into<String>, ask: Ask) -> Self {
        self.rows.push(Row { label: label.into(), ask, due: None });
        self
    }

    /// Asks the row added last only where something holds: what does not concern this case is not shown, and what is typed
    /// there counts as blank.
    #[must_use]
    pub fn only_where(mut self, due: fn(&Self) -> bool) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.due = Some(due);
        }
        self
    }

    /// The rows that are asked as the form is filled now, each with its place.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.due.is_none_or(|due| due(self)))
    }

    fn is_asked(&self, row: usize) -> bool {
        self.asked().any(|(place, _)| place == row)
    }

    /// The row after the one with the cursor; none where that is the last.
    pub fn next(&self) -> Option<usize> {
        self.asked().map(|(place, _)| place).find(|place| *place > self.at)
    }

    fn before(&self) -> Option<usize> {
        self.asked().map(|(place, _)| place).take_while(|place| *place < self.at).last()
    }

    /// The text of a row; empty where the row is none or another kind.
    pub fn text(&self, row: usize) -> String {
        match self.rows.get(row).map(|row| &row.ask) {
            Some(Ask::Line(field) | Ask::Number(field)) => field.text().trim().to_owned(),
            Some(Ask::Lines(editor)) => editor.text().trim().to_owned(),
            _ => String::new(),
        }
    }

    /// The text of a row, none when blank or not asked.
    pub fn filled(&self, row: usize) -> Option<String> {
        Some(self.text(row)).filter(|text| !text.is_empty() && self.is_asked(row))
    }

    /// The number of a row; none when blank or not a number.
    pub fn count(&self, row: usize) -> Option<u32> {
        self.filled(row)?.parse().ok()
    }

    /// What was chosen in a row.
    pub fn chosen(&self, row: usize) -> Vec<u32> {
        match self.rows.get(row).map(|row| &row.ask) {
            Some(Ask::Pick(picker)) => picker.chosen.clone(),
            _ => Vec::new(),
        }
    }

    /// The one chosen in a row.
    pub fn choice(&self, row: usize) -> Option<u32> {
        self.chosen(row).first().copied()
    }

    /// Takes a key. Enter goes on to the next row and records at the last; Ctrl-S records at once.
    pub fn key(&mut self, key: Key) -> Step {
        let several_lines = matches!(self.rows.get(self.at).map(|row| &row.ask), Some(Ask::Lines(_)));
        let leaving = std::mem::take(&mut self.leaving);
        match key {
            Key::Esc if self.begun && !leaving => self.leaving = true,
            Key::Esc => return Step::GiveUp,
            // what was typed and fits nothing is not passed over in silence
            Key::Ctrl('s') | Key::Enter | Key::Tab | Key::BackTab if self.holds_back() => {}
            Key::Ctrl('s') => {
                self.settle();
                return Step::Submit;
            }
            Key::Enter if !several_lines => {
                self.settle();
                let Some(next) = self.next() else { return Step::Submit };
                self.at = next;
            }
            Key::Tab => {
                self.settle();
                self.at = self.next().unwrap_or(self.at);
            }
            Key::BackTab => {
                self.settle();
                self.at = self.before().unwrap_or(self.at);
            }
            _ => self.edit(key),
        }
        Step::Stay
    }

    /// Whether what was typed to find a choice fits none, and was not passed over before.
    fn holds_back(&mut self) -> bool {
        match self.rows.get_mut(self.at).map(|row| &mut row.ask) {
            Some(Ask::Pick(picker)) => picker.holds_back(),
            _ => false,
        }
    }

    /// Pastes into the row with the cursor.
    pub fn paste(&mut self, text: &str) {
        (self.begun, self.leaving) = (true, false);
        match self.rows.get_mut(self.at).map(|row| &mut row.ask) {
            Some(Ask::Line(field) | Ask::Number(field)) => field.paste(text),
            Some(Ask::Lines(editor)) => editor.paste(text),
            Some(Ask::Pick(picker)) => picker.query.paste(text),
            None => {}
        }
    }

    fn settle(&mut self) {
        if let Some(Row { ask: Ask::Pick(picker), .. }) = self.rows.get_mut(self.at) {
            picker.settle();
        }
    }

    fn edit(&mut self, key: Key) {
        let Some(row) = self.rows.get_mut(self.at) else { return };
        self.begun |= matches!(key, Key::Char(_) | Key::Backspace | Key::Delete);
        let taken = match &mut row.ask {
            Ask::Line(field) => field.key(key),
            Ask::Number(field) => match key {
                Key::Char(c) if !c.is_ascii_digit() => true,
                _ => field.key(key),
            },
            Ask::Lines(editor) => editor.key(key),
            Ask::Pick(picker) => picker.key(key),
        };
        match key {
            Key::Up if !taken => self.at = self.before().unwrap_or(self.at),
            Key::Down if !taken => self.at = self.next().unwrap_or(self.at),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_before_an_office_with_the_same_words() {
        let choices = vec![Choice::new("Hà Thị Bảo Châu – Thủ quỹ", 1), Choice::new("Phạm Thị Thu Hà – Tổ trưởng", 2)];
        let mut form = Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).several("Thành viên", choices, vec![]);
        keys(&mut form, "thu ha ");
        assert_eq!(form.chosen(0), [2]);
    }

    fn people() -> Vec<Choice> {
        ["Nguyễn Văn An", "Nguyễn Thị Bình", "Đỗ Đình Cường"]
            .iter()
            .zip(1..)
            .map(|(name, id)| Choice::new(*name, id))
            .collect()
    }

    fn form() -> Form {
        Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).several("Thành viên", people(), vec![]).number("Số", None)
    }

    fn keys(form: &mut Form, text: &str) {
        for c in text.chars() {
            form.key(Key::Char(c));
        }
    }

    #[test]
    fn people_are_found_without_diacritics_and_kept_in_order() {
        let mut form = form();
        keys(&mut form, "do cuong ");
        assert_eq!(form.chosen(0), [3]);
        keys(&mut form, "nguyen ");
        assert_eq!(form.chosen(0), [3], "a space between two words chooses nobody while several fit");
        keys(&mut form, "van");
        assert_eq!(form.key(Key::Enter), Step::Stay);
        assert_eq!(form.chosen(0), [3, 1]);
    }

    #[test]
    fn a_name_typed_to_the_end_chooses_once_and_passing_over_chooses_nobody() {
        let mut form = form();
        keys(&mut form, "do dinh cuong ");
        assert_eq!(form.chosen(0), [3], "chosen once, by the last word");
        keys(&mut form, "nguyen van an ");
        assert_eq!(form.chosen(0), [3, 1]);
        let mut form = self::form();
        form.key(Key::Enter);
        assert_eq!(form.chosen(0), Vec::<u32>::new());
    }

    #[test]
    fn the_one_under_the_cursor_is_chosen_as_it_moves_and_on_the_way_back() {
        let mut form = Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).pick("Ai", people(), Some(1));
        form.key(Key::Down);
        assert_eq!(form.choice(0), Some(2), "what the form says of itself is true before the row is left");
        let mut form = self::form().line("Ghi chú", "");
        keys(&mut form, "do dinh");
        form.key(Key::BackTab);
        assert_eq!(form.chosen(0), [3], "a name typed is not lost by going back");
    }

    #[test]
    fn backspace_takes_off_the_last_of_several() {
        let mut form = Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).several("Ai", people(), vec![1, 2, 3]);
        form.key(Key::Backspace);
        assert_eq!(form.chosen(0), [1, 2]);
        keys(&mut form, "x");
        form.key(Key::Backspace);
        assert_eq!(form.chosen(0), [1, 2], "a letter is taken back first");
    }

    #[test]
    fn a_row_that_does_not_concern_the_case_is_passed_over_and_blank() {
        let first = |form: &Form| form.choice(0) == Some(1);
        let form = Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).pick("Ai", people(), Some(1));
        let mut form = form.number("Lần thứ", Some(7)).only_where(first).line("Ghi chú", "");
        assert_eq!(form.count(1), Some(7));
        form.key(Key::Down);
        form.key(Key::Tab);
        assert_eq!((form.at, form.count(1)), (2, None));
        form.key(Key::BackTab);
        assert_eq!(form.at, 0);
        assert_eq!(form.asked().count(), 2);
    }

    #[test]
    fn a_name_that_is_in_no_list_is_refused_as_not_found() {
        let form = || Form::new("thử", |_, _| Err(Refusal::Blank { what: crate::domain::refusal::Noun::Name }));
        let mut form = form().pick("Ai", people(), None);
        let refused = |form: &Form| form.change(&Congress::default()).unwrap_err();
        assert!(matches!(refused(&form), Refusal::Blank { .. }));
        keys(&mut form, "phan thi xa la");
        assert_eq!(refused(&form), Refusal::FoundNobody { text: "phan thi xa la".into() });
    }

    #[test]
    fn a_number_takes_digits_only_and_blank_is_unknown() {
        let mut form = form();
        form.key(Key::Tab);
        keys(&mut form, "1x2");
        assert_eq!(form.count(1), Some(12));
        form.key(Key::Backspace);
        form.key(Key::Backspace);
        assert_eq!(form.count(1), None);
        assert_eq!(form.key(Key::Enter), Step::Submit);
    }

    #[test]
    fn what_was_typed_is_given_up_by_esc_twice_and_nothing_typed_by_once() {
        assert_eq!(form().key(Key::Esc), Step::GiveUp);
        let mut form = form();
        keys(&mut form, "binh");
        assert_eq!(form.key(Key::Esc), Step::Stay);
        keys(&mut form, " ");
        assert_eq!(form.key(Key::Esc), Step::Stay, "another key goes on with the form");
        assert_eq!(form.key(Key::Esc), Step::GiveUp);
    }

    #[test]
    fn a_name_that_fits_nobody_is_not_passed_over() {
        let mut form = form();
        keys(&mut form, "xuan");
        for key in [Key::Enter, Key::Tab, Key::Ctrl('s')] {
            let mut form = form.clone();
            assert_eq!((form.key(key), form.at, form.chosen(0)), (Step::Stay, 0, Vec::new()));
            form.key(Key::Enter);
            assert_eq!((form.at, form.chosen(0)), (1, Vec::new()), "passed over when pressed again");
        }
    }

    #[test]
    fn a_given_name_comes_before_a_middle_name() {
        let choices = vec![Choice::new("Ngô Thanh Tùng", 1), Choice::new("Lê Đức Thanh – Phó Bí thư", 2)];
        let mut form = Form::new("thử", |_, _| Err(Refusal::NothingToUndo)).pick("Ai", choices, None);
        keys(&mut form, "thanh");
        assert_eq!(form.choice(0), Some(2));
    }
}
