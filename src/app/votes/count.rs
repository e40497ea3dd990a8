//! Counting the hands: the form with agree, disagree, other opinion – over the hall or by sector – and what it says as it is typed.

use super::row::Row;
use super::stage;
use crate::app::App;
use crate::app::form::{Form, Tone};
use crate::app::words::votes as w;
use crate::domain::election::base;
use crate::domain::election::list::Voters;
use crate::domain::figures::{Percent, is_more_than_half};
use crate::domain::id::MotionId;
use crate::domain::motions::{Change as Motions, Count, Hands, Sector};
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Lang, Refusal};

/// What a vote is measured against now; none of it where the roster is not everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Those with a vote in the room.
    pub voters: Option<u32>,
    /// The base (số căn cứ).
    pub base: Option<u32>,
    /// The fewest that are more than half of the base.
    pub needed: Option<u32>,
}

/// What a vote held now is measured against, by those who raise hands on it.
pub fn measure(congress: &Congress, voters: Voters) -> Measure {
    let assembly = base::assembly(congress, voters);
    let needed = assembly.base.map(|base| congress.meeting().regulation().votes_needed(base));
    Measure { voters: assembly.stated(), base: assembly.base, needed }
}

/// A part of a whole with its percentage: `22/25 = 88,00 %`.
pub fn share(part: u32, whole: u32) -> String {
    Percent::of(u64::from(part), u64::from(whole))
        .map_or_else(|| format!("{part}/{whole}"), |percent| format!("{part}/{whole} = {percent} %"))
}

/// The form that asks for the three counts of a motion, in the order in which they are asked.
pub(super) fn counting(app: &App, motion: MotionId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let sectors = app.congress.meeting().about.sectors.clone();
    let text = app.congress.motions.get(&motion).map(|motion| motion.text.clone()).unwrap_or_default();
    let asked = sectors.clone();
    let voters = stage::voters(&app.congress, Row::Motion(motion));
    let form = Form::new(w::count_hands(lang), move |_: &Congress, form: &Form| {
        let count = counted(&asked, form)?;
        Ok(Change::Motions(Motions::Voted { motion, at, count }))
    });
    let mut form = form.help(text);
    for (question, preset) in [(w::agree(lang), None), (w::disagree(lang), Some(0)), (w::other(lang), Some(0))] {
        if sectors.is_empty() {
            form = form.number(question, preset);
        }
        for sector in &sectors {
            form = form.number(format!("{question} · {sector}"), preset);
        }
    }
    form.saying(move |congress: &Congress, form: &Form| said(measure(congress, voters), &sectors, form, lang))
}

/// The counts as typed. Agree that nobody typed is missing, never zero; the other two stand at zero until typed over.
fn counted(sectors: &[String], form: &Form) -> Result<Count, Refusal> {
    let width = sectors.len().max(1);
    let at = |place: usize| -> Result<Hands, Refusal> {
        Ok(Hands {
            agree: form.count(place).ok_or(Refusal::Blank { what: Noun::Agreed })?,
            disagree: form.count(width + place).unwrap_or(0),
            other: form.count(2 * width + place).unwrap_or(0),
        })
    };
    if sectors.is_empty() {
        return at(0).map(Count::Counted);
    }
    let counted = sectors.iter().enumerate().map(|(place, name)| Ok(Sector { name: name.clone(), hands: at(place)? }));
    counted.collect::<Result<_, Refusal>>().map(Count::Sectors)
}

/// The sums of what was typed so far; none while nobody's agree was typed.
fn sums(width: usize, form: &Form) -> Option<Hands> {
    let sum = |question: usize| {
        let typed: Vec<u32> = (0..width).filter_map(|place| form.count(question * width + place)).collect();
        (!typed.is_empty()).then(|| typed.into_iter().fold(0, u32::saturating_add))
    };
    Some(Hands { agree: sum(0)?, disagree: sum(1).unwrap_or(0), other: sum(2).unwrap_or(0) })
}

fn said(measure: Measure, sectors: &[String], form: &Form, lang: Lang) -> Vec<(Tone, String)> {
    let mut said = vec![(Tone::Plain, against(measure, lang))];
    let Some(hands) = sums(sectors.len().max(1), form) else { return said };
    let raised = hands.agree.saturating_add(hands.disagree).saturating_add(hands.other);
    if !sectors.is_empty() {
        said.push((Tone::Plain, w::sums(lang, hands.agree, hands.disagree, hands.other)));
    }
    if let Some(voters) = measure.voters {
        let Some(missing) = voters.checked_sub(raised) else {
            said.push((Tone::Bad, w::too_many(lang, raised, voters)));
            return said;
        };
        said.push(match missing {
            0 => (Tone::Plain, w::all_raised(lang, raised, voters)),
            missing => (Tone::Plain, w::some_raised(lang, raised, voters, missing)),
        });
    }
    said.push(verdict(measure, hands, lang));
    said
}

/// `Có mặt 22 người biểu quyết · số căn cứ 25 · cần 13 đồng ý`.
pub fn against(measure: Measure, lang: Lang) -> String {
    match measure {
        Measure { voters: Some(voters), base: Some(base), needed: Some(needed) } => {
            w::against(lang, voters, base, needed)
        }
        _ => w::base_unknown(lang).to_owned(),
    }
}

fn verdict(measure: Measure, hands: Hands, lang: Lang) -> (Tone, String) {
    let (carried, share) = match measure.base {
        Some(base) => (is_more_than_half(u64::from(hands.agree), base), self::share(hands.agree, base)),
        None => (hands.agree > hands.disagree.saturating_add(hands.other), hands.agree.to_string()),
    };
    if carried { (Tone::Good, w::would_carry(lang, &share)) } else { (Tone::Bad, w::would_lose(lang, &share)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_shows_fraction_and_percentage() {
        assert_eq!(share(22, 25), "22/25 = 88,00 %");
        assert_eq!(share(0, 0), "0/0");
    }
}
