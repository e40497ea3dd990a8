//! Which row of a refused form is at fault: the one whose text, number or choice the refusal speaks of, or the blank one it asks for.

use super::{Ask, Form};
use crate::app::typed;
use crate::domain::fold::fold;
use crate::domain::{Lang, Refusal, Regulation};
use chrono::NaiveDateTime;

impl Form {
    /// Puts the cursor on the row at fault, where the refusal says which; else it stays.
    pub(in crate::app) fn stand_at_fault(&mut self, refusal: &Refusal, lang: Lang) {
        let row = match refusal {
            Refusal::Blank { .. } => self.asked_for(refusal, lang),
            _ => self.spoken_of(refusal),
        };
        if let Some(row) = row {
            self.at = row;
            // a day, an hour, a term, a number is typed anew, not mended letter by letter
            let anew = matches!(
                refusal,
                Refusal::NotADate { .. }
                    | Refusal::NotADay { .. }
                    | Refusal::NotATime { .. }
                    | Refusal::NotATerm { .. }
            );
            match self.rows.get_mut(row).map(|row| &mut row.ask) {
                Some(Ask::Line(field)) if anew => field.offer(),
                Some(Ask::Number(field)) => field.offer(),
                _ => {}
            }
        }
    }

    /// The row that holds what the refusal speaks of. What was typed is at fault before what was chosen: a name that is refused for
    /// its number is refused at the number. A sum that stands in no row is at fault where the first number is typed.
    fn spoken_of(&self, refusal: &Refusal) -> Option<usize> {
        let values = refusal.speaks_of();
        let rows = || self.asked().map(|(place, _)| place);
        let first = |holds: fn(&Self, usize, &str) -> bool| {
            values.iter().find_map(|value| rows().find(|row| holds(self, *row, value)))
        };
        let is_number = |value: &String| value.parse::<u64>().is_ok();
        let number = || rows().find(|row| self.is_number(*row)).filter(|_| values.iter().any(is_number));
        let stays = || Some(self.at).filter(|at| self.is_number(*at));
        first(Self::types)
            .or_else(|| first(Self::chooses))
            .or_else(|| number().and_then(|first| stays().or(Some(first))))
    }

    fn is_number(&self, row: usize) -> bool {
        matches!(self.rows.get(row).map(|row| &row.ask), Some(Ask::Number(_)))
    }

    /// Whether a value was typed into a row: the same text, number or hour.
    fn types(&self, row: usize, value: &str) -> bool {
        let text = match self.rows.get(row).map(|row| &row.ask) {
            Some(Ask::Pick(picker)) => picker.query.text().trim().to_owned(),
            _ => self.text(row),
        };
        let hour = |text: &str| typed::hour(text, NaiveDateTime::default()).ok();
        let same_hour = || value.contains(':') && hour(&text).is_some_and(|typed| hour(value) == Some(typed));
        !text.is_empty()
            && (text == value || self.is_number(row) && text.parse::<u64>() == value.parse() || same_hour())
    }

    /// Whether somebody or something of this name was chosen in a row.
    fn chooses(&self, row: usize, value: &str) -> bool {
        let Some(Ask::Pick(picker)) = self.rows.get(row).map(|row| &row.ask) else { return false };
        let name = |label: &str| label.split(" – ").next().map(str::to_owned);
        picker.labels().into_iter().any(|label| label == value || name(label).as_deref() == Some(value))
    }

    /// The blank row that the refusal asks for: by the word of its label, else the only one that is blank.
    fn asked_for(&self, refusal: &Refusal, lang: Lang) -> Option<usize> {
        let blank: Vec<usize> = self
            .asked()
            .map(|(place, _)| place)
            .filter(|row| self.text(*row).is_empty() && self.chosen(*row).is_empty())
            .collect();
        let what = fold(&refusal.told(lang, Regulation::default_profile()).what);
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
    use super::super::Choice;
    use super::*;
    use crate::domain::refusal::Noun;

    fn at(mut form: Form, from: usize, refusal: &Refusal) -> usize {
        form.at = from;
        form.stand_at_fault(refusal, Lang::Vi);
        form.at
    }

    fn form() -> Form {
        Form::new("thử", |_, _| Err(Refusal::NotFounded))
            .line("Đơn vị", "")
            .line("Nhiệm kỳ (2025–2027)", "hai năm")
            .line("Ngày họp", "31/2/2026")
    }

    #[test]
    fn the_cursor_goes_to_the_row_at_fault() {
        let stands = |refusal| at(form(), 2, &refusal);
        assert_eq!(stands(Refusal::Blank { what: Noun::Unit }), 0);
        assert_eq!(stands(Refusal::NotATerm { text: "hai năm".into() }), 1);
        assert_eq!(stands(Refusal::NotADate { text: "31/2/2026".into() }), 2);
        assert_eq!(stands(Refusal::AlreadyFounded), 2, "it stays where nothing says which");
    }

    /// Somebody put up from the floor, at an hour, with the hands that support it.
    fn nominating() -> Form {
        let people = vec![Choice::new("Nguyễn Văn An – Tổ trưởng", 1), Choice::new("Lê Thị Bình", 2)];
        Form::new("thử", |_, _| Err(Refusal::NotFounded))
            .several("Ai", people, vec![2, 1])
            .line("Lúc", "840")
            .number("Tán thành", Some(6))
            .number("Có mặt", Some(20))
    }

    #[test]
    fn a_name_is_refused_where_it_was_chosen_and_a_count_where_it_was_typed() {
        let stands = |refusal| at(nominating(), 3, &refusal);
        let an = || "Nguyễn Văn An".to_owned();
        assert_eq!(stands(Refusal::CandidateProbationary { name: an() }), 0);
        assert_eq!(
            stands(Refusal::SupportMissing { name: an(), support: 6, needed: 7 }),
            2,
            "the number, not the name"
        );
        let mark = Refusal::MarkBeforeLast { name: an(), at: "08:40".into(), last: "09:05".into() };
        assert_eq!(stands(mark), 1, "the hour, however it was typed");
        assert_eq!(stands(Refusal::NamedTwice { name: "Lê Thị Bình".into() }), 0);
    }

    #[test]
    fn a_sum_is_refused_where_numbers_are_typed() {
        let sum = Refusal::MoreHandsThanVoters { hands: 26, voters: 25 };
        assert_eq!(at(nominating(), 0, &sum), 2, "the first number");
        assert_eq!(at(nominating(), 3, &sum), 3, "or the one the cursor is at");
        assert_eq!(at(form(), 2, &sum), 2, "a form without numbers stays");
    }
}
