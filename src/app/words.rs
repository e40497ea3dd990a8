//! The words on screen, in both languages. A word that lacks one of them does not compile.
//!
//! One file for each screen; `words!` makes fixed words, `sentences!` those with gaps.

pub mod answers;
pub mod closing;
pub mod counting;
pub mod elections;
pub mod floor;
pub mod frame;
pub mod help;
pub mod journal;
pub mod minutes;
pub mod practice;
pub mod preview;
pub mod roll;
pub mod run;
pub mod seats;
pub mod start;
pub mod telling;
pub mod votes;

/// A fixed word, as tables hold it.
pub type Word = fn(crate::domain::Lang) -> &'static str;

/// Makes one function for each fixed word: `name: "Tiếng Việt", "English";`.
macro_rules! words {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(#[doc = $vi] pub fn $name(lang: $crate::domain::Lang) -> &'static str { lang.pick($vi, $en) })*

        #[cfg(test)]
        pub(crate) const WORDS: &[(&str, &str, &str)] = &[$((stringify!($name), $vi, $en)),*];
    };
}
pub(crate) use words;

/// Makes one function for each sentence with gaps: `name(gap: type): "… {gap}", "… {gap}";`.
macro_rules! sentences {
    ($($name:ident($($gap:ident: $ty:ty),*): $vi:literal, $en:literal;)*) => {
        $(#[doc = $vi] pub fn $name(lang: $crate::domain::Lang, $($gap: $ty),*) -> String {
            match lang {
                $crate::domain::Lang::Vi => format!($vi),
                $crate::domain::Lang::En => format!($en),
            }
        })*

        #[cfg(test)]
        pub(crate) const SENTENCES: &[(&str, &str, &str)] = &[$((stringify!($name), $vi, $en)),*];
    };
}
pub(crate) use sentences;

#[cfg(test)]
mod tests {
    use super::*;

    type Catalogue = &'static [(&'static str, &'static str, &'static str)];

    const CATALOGUES: [Catalogue; 33] = [
        answers::WORDS,
        answers::SENTENCES,
        closing::WORDS,
        closing::SENTENCES,
        counting::WORDS,
        counting::SENTENCES,
        elections::WORDS,
        elections::SENTENCES,
        floor::WORDS,
        floor::SENTENCES,
        frame::WORDS,
        frame::SENTENCES,
        help::WORDS,
        journal::WORDS,
        journal::SENTENCES,
        minutes::WORDS,
        minutes::SENTENCES,
        practice::WORDS,
        practice::SENTENCES,
        preview::WORDS,
        preview::SENTENCES,
        roll::WORDS,
        roll::SENTENCES,
        run::WORDS,
        run::SENTENCES,
        seats::WORDS,
        seats::SENTENCES,
        start::WORDS,
        start::SENTENCES,
        telling::WORDS,
        telling::SENTENCES,
        votes::WORDS,
        votes::SENTENCES,
    ];

    fn gaps(text: &str) -> Vec<&str> {
        let mut gaps: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next()).collect();
        gaps.sort_unstable();
        gaps
    }

    #[test]
    fn both_languages_say_everything_with_the_same_gaps() {
        for (name, vi, en) in CATALOGUES.iter().copied().flatten() {
            assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            assert_eq!(gaps(vi), gaps(en), "{name}");
            assert!(unicode_normalization::is_nfc(vi), "{name} is not NFC");
        }
    }
}
