//! Refusals: why a change is not in order, as a sentence that can be read aloud, what to do instead, and the article.
//!
//! One row for each refusal, in both languages; a row that lacks one does not compile. The rows of the hall stand in `hall`, those of
//! the elections in `ballot`; here they become one type.

mod ballot;
mod hall;
mod say;

pub use say::Noun;

use super::election::{BundleState, RoundState};
use super::lang::Lang;
use super::regulation::{Regulation, Rule};
use super::role::Role;
use say::Say;

/// A refusal as it is shown: the sentence, the remedy, the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is refused, and why.
    pub what: String,
    /// What to do instead.
    pub instead: String,
    /// The article and document behind it, where a rule stands behind it.
    pub article: Option<String>,
}

macro_rules! refusals {
    ($($name:ident $({ $($field:ident: $ty:ty),* })? $([$rule:ident])?
        vi $vi:literal, $vi_do:literal;
        en $en:literal, $en_do:literal;)*) => {
        /// Why a change is not in order.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the fields are the gaps in the sentence above them")]
        pub enum Refusal {$(
            #[doc = $vi]
            $name $({ $($field: $ty),* })?,
        )*}

        impl Refusal {
            /// The name of the refusal, stable for scripts.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),* })? => stringify!($name),)* }
            }

            /// What was typed or chosen that the refusal speaks of, in the order of its sentence: numbers, names, texts.
            pub fn speaks_of(&self) -> Vec<String> {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        let values: Vec<Option<String>> = vec![$($($field.typed()),*)?];
                        values.into_iter().flatten().collect()
                    }
                )*}
            }

            /// The refusal in a language, with the article of a regulation.
            pub fn told(&self, lang: Lang, regulation: Regulation) -> Told {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        let article: Option<String> = None $(.or(Some(regulation.cite(Rule::$rule))))?;
                        $($(let article = article.or_else(|| $field.article(regulation));)*)?
                        $($(let $field = $field.say(lang);)*)?
                        let (what, instead) = match lang {
                            Lang::Vi => (format!($vi), format!($vi_do)),
                            Lang::En => (format!($en), format!($en_do)),
                        };
                        $($(let _ = &$field;)*)?
                        Told { what, instead, article }
                    }
                )*}
            }
        }
    };
}
use refusals;

hall::rows! {}

impl std::fmt::Display for Refusal {
    /// The sentence and the remedy in Vietnamese, under the default regulation.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = self.told(Lang::Vi, Regulation::default_profile());
        write!(f, "{} {}", told.what, told.instead)
    }
}

impl std::error::Error for Refusal {}
