//! Text at the door and text to search in: cleaning of what was typed, pasted or imported, and the fold that lets
//! `diem danh` find `Điểm danh`. The order of names lives in `names`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How well a query fits a text; the better fit orders first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Every word of the query begins a word of the text.
    WordStart,
    /// Every word of the query occurs, at least one inside a word.
    Inside,
}

/// A query ready to be looked for in many folded texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// Folds the query and cuts it into words.
    pub fn new(query: &str) -> Needle {
        let folded = fold(query);
        // a question is asked with its mark or without
        let words = folded.split_whitespace().map(|word| word.trim_end_matches('?')).filter(|word| !word.is_empty());
        Needle { words: words.map(str::to_owned).collect() }
    }

    /// How every word of the query occurs in a text that [`fold`] gave; nothing when a word does not. An empty query
    /// fits every text.
    pub fn finds(&self, folded: &str) -> Option<Fit> {
        self.words.iter().try_fold(Fit::WordStart, |fit, word| {
            if folded.split_whitespace().any(|other| other.starts_with(word.as_str())) {
                Some(fit)
            } else {
                folded.contains(word.as_str()).then_some(Fit::Inside)
            }
        })
    }
}

/// Whether a space typed after a query may be the one between two words of a name: the last word typed is a whole word of a
/// name found, with another word after it. Then a space is a letter, not a command.
pub fn goes_on<'a>(query: &str, found: impl IntoIterator<Item = &'a str>) -> bool {
    let folded = fold(query);
    let Some(last) = folded.split_whitespace().last().filter(|_| !folded.ends_with(' ')) else { return false };
    found.into_iter().any(|name| {
        let mut words = name.split_whitespace();
        words.any(|word| word == last) && words.next().is_some()
    })
}

/// Folds a text for searching: no marks, lower case, đ as d.
pub fn fold(text: &str) -> String {
    let bare = text.nfd().filter(|letter| !is_combining_mark(*letter));
    bare.flat_map(char::to_lowercase).map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// Cleans a text of one line: as [`clean_text`], with runs of white space made one space and none at the ends.
pub fn clean_line(text: &str) -> String {
    let clean = clean_text(text);
    let mut line = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Cleans a text of several lines: NFC, every line end a LF, tabs as spaces, no control character, nothing that turns
/// the direction of writing or hides between letters, no combining mark without a letter before it.
pub fn clean_text(text: &str) -> String {
    let mut before = None;
    let mut letters = text.chars().peekable();
    let visible = std::iter::from_fn(move || {
        loop {
            let letter = match letters.next()? {
                '\r' => {
                    letters.next_if_eq(&'\n');
                    '\n'
                }
                '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                '\t' => ' ',
                other => other,
            };
            if is_hidden(letter) || is_combining_mark(letter) && before.is_none_or(char::is_whitespace) {
                continue;
            }
            before = Some(letter);
            return Some(letter);
        }
    });
    visible.nfc().collect()
}

/// Whether a character is dropped at the door: controls, direction marks, zero-width characters, tags.
fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_space_goes_on_with_a_name_only_where_a_word_follows() {
        let names = ["le hoang dung", "hoang thi lan"];
        assert!(goes_on("hoang", names));
        assert!(!goes_on("hoang ", names) && !goes_on("", names));
        assert!(!goes_on("lan", ["hoang thi lan", "le thi lan"]), "no word follows");
        assert!(!goes_on("hoan", names), "no whole word");
    }

    #[test]
    fn folding_takes_every_mark_away() {
        assert_eq!(fold("Điểm danh ĐẠI BIỂU"), "diem danh dai bieu");
        assert_eq!(fold("Nguyê\u{303}n Thi\u{323} Hươ\u{300}ng"), "nguyen thi huong");
        assert_eq!(fold("ỷ Ữ ợ Ẫ"), "y u o a");
    }

    #[test]
    fn any_word_of_a_name_finds_it() {
        let folded = fold("Trần Thị Ánh Nguyệt");
        for query in ["anh", "nguyet tran", "TH", "ánh", ""] {
            assert_eq!(Needle::new(query).finds(&folded), Some(Fit::WordStart), "{query}");
        }
        assert_eq!(Needle::new("guye").finds(&folded), Some(Fit::Inside));
        assert_eq!(Needle::new("tran guye").finds(&folded), Some(Fit::Inside));
        assert_eq!(Needle::new("tran van").finds(&folded), None);
    }

    #[test]
    fn a_line_is_cleaned() {
        assert_eq!(clean_line("  Nguyễn\t Văn\r\n A\u{a0} "), "Nguyễn Văn A");
        assert_eq!(clean_line("Nguye\u{302}\u{303}n"), "Nguyễn");
        assert_eq!(clean_line("A\u{202e}B\u{2066}C\u{200d}D\u{7}\u{9b}E"), "ABCDE");
        assert_eq!(clean_line("\u{301}a \u{301}"), "a");
        assert_eq!(clean_line("e\u{200d}\u{302}"), "ê");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(clean_text("một\r\nhai\rba\n\nbốn\u{2028}năm"), "một\nhai\nba\n\nbốn\nnăm");
        assert_eq!(clean_text("a\tb\u{0}c"), "a bc");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let clean = clean_text(&text);
            prop_assert_eq!(&clean_text(&clean), &clean);
            let line = clean_line(&text);
            prop_assert_eq!(&clean_line(&line), &line);
            prop_assert!(!line.contains('\n') && !line.chars().any(is_hidden));
        }

        #[test]
        fn composed_and_decomposed_fold_alike(text in "[A-Za-zàáảãạăằặâầẫđêễôổơởưữỳÀÁĐÊƠƯ ]{0,20}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&decomposed));
            prop_assert_eq!(clean_text(&decomposed), text);
        }
    }
}
