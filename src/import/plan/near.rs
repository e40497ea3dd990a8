//! Words that are nearly the one that was typed, for the hint beside a refusal.

use crate::domain::fold::fold;

/// How many near words a hint names.
const NAMED: usize = 3;

/// The words nearest to one that was typed, the nearest first; none where nothing is near.
pub(super) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let typed = fold(typed);
    let allowed = (typed.chars().count() / 3).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = words.map(|word| (distance(&typed, &fold(word)), word)).collect();
    near.retain(|(distance, _)| *distance <= allowed);
    near.sort_by_key(|(distance, _)| *distance);
    near.dedup();
    near.into_iter().take(NAMED).map(|(_, word)| word).collect()
}

/// How many letters must be put in, taken out or changed to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (place, against) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *against);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_without_marks() {
        let names = ["Lê Tiến Sĩ", "Lê Tiến Sỹ", "Lê Đức Thanh", "Mai Thị Hồng Hoa"];
        assert_eq!(nearest("Le Tien Si", names.into_iter()), ["Lê Tiến Sĩ", "Lê Tiến Sỹ"]);
        assert_eq!(nearest("Lê Đức Thành", names.into_iter()), ["Lê Đức Thanh"]);
        assert_eq!(nearest("Nguyễn Duy An", names.into_iter()), Vec::<&str>::new());
        assert_eq!(nearest("venu", ["venue", "theme"].into_iter()), ["venue"]);
    }

    #[test]
    fn distances_are_the_least_number_of_changes() {
        for (one, other, changes) in [("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("abc", "abc", 0)] {
            assert_eq!(distance(one, other), changes, "{one} {other}");
        }
    }
}
