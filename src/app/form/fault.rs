//! Which row of a refused form is at fault: the one whose text the refusal quotes, or the blank one it asks for.

use super::Form;
use crate::domain::fold::fold;
use crate::domain::refusal::Told;
use crate::domain::{Lang, Refusal, Regulation};

impl Form {
    /// Puts the cursor on the row at fault, where the refusal says which; else it stays.
    pub(in crate::app) fn stand_at_fault(&mut self, refusal: &Refusal, lang: Lang) {
        let told = refusal.told(lang, Regulation::default_profile());
        let row = match refusal {
            Refusal::Blank { .. } => self.asked_for(&told),
            _ => self.quoted(&told),
        };
        if let Some(row) = row {
            self.at = row;
        }
    }

    /// The row whose typed text the refusal quotes.
    fn quoted(&self, told: &Told) -> Option<usize> {
        (0..self.rows.len()).find(|row| {
            let text = self.text(*row);
            !text.is_empty() && told.what.contains(&format!("«{text}»"))
        })
    }

    /// The blank row that the refusal asks for: by the word of its label, else the only one that is blank.
    fn asked_for(&self, told: &Told) -> Option<usize> {
        let blank: Vec<usize> =
            (0..self.rows.len()).filter(|row| self.text(*row).is_empty() && self.chosen(*row).is_empty()).collect();
        let what = fold(&told.what);
        let label = |row: &usize| fold(self.rows.get(*row).map_or("", |row| row.label.as_str()));
        let words = |label: &str| label.split(['(', ',']).next().unwrap_or_default().trim().to_owned();
        let named = blank.iter().find(|row| {
            let label = words(&label(row));
            !label.is_empty() && what.contains(&label)
        });
        let first = blank.iter().min().filter(|_| blank.len() == 1);
        named.or(first).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::refusal::Noun;

    fn form() -> Form {
        let mut form = Form::new("thử", |_, _| Err(Refusal::NotFounded))
            .line("Đơn vị", "")
            .line("Nhiệm kỳ (2025–2027)", "hai năm")
            .line("Ngày họp", "31/2/2026");
        form.at = 2;
        form
    }

    fn stands(refusal: &Refusal) -> usize {
        let mut form = form();
        form.stand_at_fault(refusal, Lang::Vi);
        form.at
    }

    #[test]
    fn the_cursor_goes_to_the_row_at_fault() {
        assert_eq!(stands(&Refusal::Blank { what: Noun::Unit }), 0);
        assert_eq!(stands(&Refusal::NotATerm { text: "hai năm".into() }), 1);
        assert_eq!(stands(&Refusal::NotADate { text: "31/2/2026".into() }), 2);
        assert_eq!(stands(&Refusal::AlreadyFounded), 2, "it stays where nothing says which");
    }
}
