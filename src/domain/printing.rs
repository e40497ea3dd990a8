//! How the papers of this congress print (thể thức): settings of the file, chosen in the plan or on screen. The sizes behind
//! a format live in `papers`, the words too.

use super::makeup::AGE_BANDS;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The format profile (quy định thể thức văn bản) the papers follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Format {
    /// Regulation 399-QĐ/TW of 2026.
    #[default]
    #[serde(rename = "399-QĐ/TW 2026")]
    Of2026,
    /// Regulation 66-QĐ/TW of 2017.
    #[serde(rename = "66-QĐ/TW 2017")]
    Of2017,
}

/// Where the tone of `ủy`, `hòa` stands in the fixed labels; names and texts stay exactly as typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// `ủy`, `Hòa`, `khóa`: on the first vowel.
    #[default]
    First,
    /// `uỷ`, `Hoà`, `khoá`: on the second.
    Second,
}

/// The last age of the young where no other is set (trẻ tuổi: dưới 40).
pub const YOUNG_UNDER: u32 = 40;

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Printing {
    /// The format profile.
    #[serde(default)]
    pub format: Format,
    /// The tone style of the fixed labels.
    #[serde(default)]
    pub tone: Tone,
    /// The last year of each age band but the open one; none: 30, 40, 50, 60.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub age_edges: Vec<u32>,
    /// Under which age a committee member counts as young; none: 40.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub young_under: Option<u32>,
}

impl Printing {
    /// Whether nothing was chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The last year of each age band but the open one.
    pub fn age_edges(&self) -> &[u32] {
        if self.age_edges.is_empty() { &AGE_BANDS } else { &self.age_edges }
    }

    /// Under which age a committee member counts as young.
    pub fn young_under(&self) -> u32 {
        self.young_under.unwrap_or(YOUNG_UNDER)
    }

    /// Whether the edges rise, one to eight of them.
    pub(super) fn is_in_order(&self) -> bool {
        let edges = self.age_edges();
        edges.len() <= 8 && edges.windows(2).all(|pair| pair[0] < pair[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_rise_and_there_are_few() {
        let printing = |edges: &[u32]| Printing { age_edges: edges.to_vec(), ..Printing::default() };
        assert!(printing(&[]).is_in_order());
        assert!(printing(&[35, 45, 55]).is_in_order());
        assert!(!printing(&[35, 35]).is_in_order());
        assert!(!printing(&[1, 2, 3, 4, 5, 6, 7, 8, 9]).is_in_order());
        assert_eq!(printing(&[]).age_edges(), AGE_BANDS);
    }

    #[test]
    fn settings_nobody_chose_stand_in_no_line_of_the_journal() {
        assert!(Printing::default().is_default());
        let chosen = Printing { format: Format::Of2017, ..Printing::default() };
        assert_eq!(serde_json::to_value(&chosen).unwrap()["format"], "66-QĐ/TW 2017");
    }
}
