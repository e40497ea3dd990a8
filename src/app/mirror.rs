//! The copy of the journal on a stick (bản sao), as this screen knows it: how far it is, and at once when it is lost or back.

use super::App;
use super::effect::Effect;
use super::words::frame;
use crate::domain::Lang;

/// How far the copy is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mirror {
    /// The number of the last line on the stick.
    pub copied: u64,
    /// Why nothing more is copied.
    pub trouble: Option<Lost>,
    /// A copy of the same congress in the same folder that holds other lines: another laptop went on.
    pub elsewhere: Option<String>,
}

/// Why nothing more is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The stick was taken out.
    Gone,
    /// The stick is full.
    Full,
    /// Something else, as the system says it.
    Other(String),
}

/// How the copy stands to the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Every line is on the stick.
    Whole,
    /// So many lines are on their way.
    Behind(u64),
    /// The stick is gone or full.
    Lost,
    /// Another laptop went on from the copy that lies there; this one copies beside it.
    Elsewhere,
}

fn lost(lang: Lang, why: &Lost) -> String {
    match why {
        Lost::Gone => frame::copy_gone(lang).to_owned(),
        Lost::Full => frame::copy_full(lang).to_owned(),
        Lost::Other(why) => frame::copy_lost(lang, why),
    }
}

impl App {
    /// How the copy stands; none where none is kept.
    pub fn mirror_standing(&self) -> Option<Standing> {
        let mirror = self.mirror.as_ref()?;
        let last = self.entries.last().map_or(0, |entry| entry.number);
        Some(match (&mirror.trouble, last.saturating_sub(mirror.copied)) {
            (Some(_), _) => Standing::Lost,
            (None, _) if mirror.elsewhere.is_some() => Standing::Elsewhere,
            (None, 0) => Standing::Whole,
            (None, behind) => Standing::Behind(behind),
        })
    }

    /// Takes what the copying said: a stick lost or back, or a copy that went on elsewhere, is told at once, and nobody is stopped.
    pub fn mirrored(&mut self, now: Mirror) -> Vec<Effect> {
        let lang = self.lang();
        let before = self.mirror.take().unwrap_or_default();
        let said = match (&before.trouble, &now.trouble) {
            _ if let (None, Some(copy)) = (&before.elsewhere, &now.elsewhere) => {
                Some(frame::copy_elsewhere(lang, copy))
            }
            (before, Some(why)) if before.as_ref() != Some(why) => Some(lost(lang, why)),
            (Some(_), None) => Some(frame::copy_back(lang, now.copied)),
            _ => None,
        };
        self.mirror = Some(now);
        match said {
            Some(said) => {
                self.said = Some(said);
                vec![Effect::Bell]
            }
            None => Vec::new(),
        }
    }
}
