//! The order of personal names (thứ tự tên): given name first, Vietnamese alphabet with tones. It orders lists,
//! ballots and tally records alike; searching lives in `fold`.

use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The alphabet, with the foreign letters where the Latin alphabet has them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/// The tones after "no tone" (thanh ngang): huyền, hỏi, ngã, sắc, nặng.
const TONES: &str = "\u{300}\u{309}\u{303}\u{301}\u{323}";
/// What a name is ordered by: the given name (tên), then the rest of the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey {
    given: FieldKey,
    rest: FieldKey,
}

/// One field: the letters over the whole field, then its tones, then its capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct FieldKey {
    letters: Vec<u32>,
    tones: Vec<u32>,
    capitals: Vec<bool>,
}

impl NameKey {
    /// Makes the key of a full name, composed or decomposed; the given name is its last word.
    pub fn of(name: &str) -> NameKey {
        let mut words: Vec<&str> = name.split_whitespace().collect();
        let given = FieldKey::of(words.pop().unwrap_or_default());
        NameKey { given, rest: FieldKey::of(&words.join(" ")) }
    }
}

/// Orders two full names as a ballot lists them. For a whole list, sort by [`NameKey::of`] once for each name.
pub fn compare(one: &str, other: &str) -> Ordering {
    NameKey::of(one).cmp(&NameKey::of(other))
}

impl FieldKey {
    fn of(field: &str) -> FieldKey {
        let mut key = FieldKey::default();
        let mut letters = field.nfd().peekable();
        while let Some(letter) = letters.next() {
            let mut shaped = letter;
            // every letter opens with "no tone", so that a toned letter never lines up with its neighbour's tone
            key.tones.push(0);
            while let Some(mark) = letters.next_if(|next| is_combining_mark(*next)) {
                match shape(shaped, mark) {
                    Some(other) => shaped = other,
                    None => key.tones.push(tone(mark)),
                }
            }
            key.letters.push(rank(shaped));
            key.capitals.push(shaped.is_uppercase());
        }
        key
    }
}

/// The letter of its own that a letter and a mark make: ă â ê ô ơ ư.
fn shape(letter: char, mark: char) -> Option<char> {
    match (letter, mark) {
        ('a' | 'A', '\u{306}')
        | ('a' | 'A' | 'e' | 'E' | 'o' | 'O', '\u{302}')
        | ('o' | 'O' | 'u' | 'U', '\u{31b}') => unicode_normalization::char::compose(letter, mark),
        _ => None,
    }
}

/// The place of a letter: spaces, then signs, then digits, then the alphabet, then every other letter.
fn rank(letter: char) -> u32 {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let (class, place) = match (0..).zip(ALPHABET.chars()).find(|(_, other)| *other == lower) {
        Some((place, _)) => (3, place),
        None if lower.is_whitespace() => (0, 0),
        None if lower.is_alphabetic() => (4, u32::from(lower)),
        None if lower.is_numeric() => (2, u32::from(lower)),
        None => (1, u32::from(lower)),
    };
    // a character takes 21 bits
    class << 24 | place
}

/// The place of a tone; marks that Vietnamese does not have come after.
fn tone(mark: char) -> u32 {
    match (1..).zip(TONES.chars()).find(|(_, other)| *other == mark) {
        Some((place, _)) => place,
        None => u32::from(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_collator::options::CollatorOptions;
    use icu_collator::{Collator, CollatorBorrowed};
    use icu_locale::locale;
    use proptest::prelude::*;

    fn reference() -> CollatorBorrowed<'static> {
        Collator::try_new(locale!("vi").into(), CollatorOptions::default()).unwrap()
    }

    fn by_reference(one: &str, other: &str) -> Ordering {
        let collator = reference();
        let split = |name: &str| {
            let mut words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
            (words.pop().unwrap_or_default(), words.join(" "))
        };
        let ((given, rest), (other_given, other_rest)) = (split(one), split(other));
        collator.compare(&given, &other_given).then_with(|| collator.compare(&rest, &other_rest))
    }

    #[test]
    fn the_given_name_orders_first() {
        let mut names = ["Trần Văn Bình", "Lê Thị Ánh", "Nguyễn Văn An", "Đỗ Thị An", "Phạm Ân", "Hoàng Ăn", "Lê Đức"];
        names.sort_by_key(|name| NameKey::of(name));
        let ordered = ["Đỗ Thị An", "Nguyễn Văn An", "Lê Thị Ánh", "Hoàng Ăn", "Phạm Ân", "Trần Văn Bình", "Lê Đức"];
        assert_eq!(names, ordered);
    }

    #[test]
    fn tones_count_after_the_letters_of_the_whole_field() {
        let ordered = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mây"];
        assert!(ordered.windows(2).all(|pair| compare(pair[0], pair[1]) == Ordering::Less));
        assert_eq!(compare("Hoà", "Hòa"), Ordering::Less);
        assert_eq!(compare("lê an", "Lê An"), Ordering::Less);
        assert_eq!(compare("", "An"), Ordering::Less);
    }

    #[test]
    fn decomposed_names_order_as_composed_ones() {
        let composed = "Nguyễn Thị Hường Ệ";
        let decomposed: String = composed.nfd().collect();
        assert_ne!(composed, decomposed);
        assert_eq!(NameKey::of(composed), NameKey::of(&decomposed));
    }

    const LETTERS: &str =
        "[a-zA-ZàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵÀÃẠĂẶÂẤĐÊỆÔỘƠỚƯỮÝ]{1,6}";

    fn name() -> impl Strategy<Value = String> {
        let near = "[aàâăÂẢậđdDơớoOeệéêuưữ]{1,4}";
        let word = prop_oneof![LETTERS, near];
        prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_table_agrees_with_icu(one in name(), other in name()) {
            prop_assert_eq!(compare(&one, &other), by_reference(&one, &other), "{} / {}", one, other);
        }

        #[test]
        fn any_text_has_a_key(one in any::<String>(), other in any::<String>()) {
            prop_assert_eq!(compare(&one, &other), compare(&other, &one).reverse());
            let decomposed: String = one.nfd().collect();
            prop_assert_eq!(NameKey::of(&one), NameKey::of(&decomposed));
        }
    }
}
