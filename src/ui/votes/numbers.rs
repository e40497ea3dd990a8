//! The numbers of a vote: base with its deductions by name, voters, needed, counts, percentage on the base, article.

use super::detail::Page;
use crate::app::App;
use crate::app::votes::count::measure;
use crate::app::votes::row::{Row, name};
use crate::app::votes::stage::voters;
use crate::app::votes::{Stage, outcome};
use crate::app::words::Word;
use crate::app::words::votes as w;
use crate::domain::Lang;
use crate::domain::election::base::{self, Deduction};
use crate::domain::election::list::Voters;
use crate::domain::figures::{clock, has_hour};
use crate::domain::id::MotionId;
use crate::domain::motions::{Count, Motion, Vote};
use crate::domain::regulation::Rule;
use crate::ui::theme;
use chrono::NaiveDateTime;

/// Writes what a vote held now would be measured against.
pub fn expected(app: &App, row: Row, page: &mut Page) {
    let (lang, voters) = (app.lang(), voters(&app.congress, row));
    let measure = measure(&app.congress, voters);
    page.head(if voters == Voters::Plenum { w::measured_plenum(lang) } else { w::measured(lang) });
    let (Some(present), Some(value), Some(needed)) = (measure.voters, measure.base, measure.needed) else {
        page.write(w::base_unknown(lang), theme::dim());
        return;
    };
    let base = base::of(&app.congress, voters);
    page.write(&w::needs(lang, needed), theme::strong());
    page.write(&w::voters_are(lang, present), theme::plain());
    page.write(&w::base_is(lang, value, base.total, base.deducted.len()), theme::plain());
    for deducted in &base.deducted {
        let why = deduction_word(deducted.why)(lang);
        page.write(&format!("− {}: {why}", name(&app.congress, deducted.person)), theme::dim());
    }
    articles(app, page);
}

/// The hour at which was voted, where it is known.
pub(super) fn held_at(at: NaiveDateTime, lang: Lang) -> String {
    if has_hour(at) { w::held_at(lang, &clock(at)) } else { String::new() }
}

/// Writes what a vote came to.
pub fn held(app: &App, motion: MotionId, page: &mut Page) {
    let lang = app.lang();
    let Some(motion) = app.congress.motions.get(&motion) else { return };
    let Some(vote) = &motion.vote else { return };
    page.head(&format!("{} {}", w::result(lang), held_at(vote.at, lang)));
    let style = if vote.carried() { theme::good() } else { theme::bad() };
    page.write(&outcome(motion, lang).unwrap_or_default(), style);
    counts(app, vote, page);
    match vote.base {
        Some(base) => {
            let needed = app.congress.meeting().regulation().votes_needed(base);
            page.write(&w::base_was(lang, base), theme::plain());
            page.write(&w::needs(lang, needed), theme::plain());
        }
        None => page.write(w::no_base(lang), theme::dim()),
    }
    articles(app, page);
}

fn counts(app: &App, vote: &Vote, page: &mut Page) {
    let lang = app.lang();
    match (&vote.count, vote.base) {
        (Count::Unanimous, Some(_)) => page.write(&w::all_of(lang, vote.voters, vote.voters), theme::plain()),
        (Count::Unanimous, None) => page.write(w::unanimous_unknown(lang), theme::plain()),
        (Count::NotStated { .. }, _) => page.write(w::stated_only(lang), theme::plain()),
        (Count::Counted(_) | Count::Sectors(_), _) => {
            let hands = vote.hands().unwrap_or_default();
            page.write(&w::three(lang, hands.agree, hands.disagree, hands.other), theme::plain());
            if vote.base.is_some() {
                page.write(&w::voters_are(lang, vote.voters), theme::plain());
            }
        }
    }
    if let Count::Sectors(sectors) = &vote.count {
        for sector in sectors {
            let hands = sector.hands;
            let three = w::three(lang, hands.agree, hands.disagree, hands.other);
            page.write(&format!("  {}: {three}", sector.name), theme::dim());
        }
    }
}

/// Writes the votes before the one that stands.
pub fn earlier(app: &App, votes: &[&Motion], stage: Stage, page: &mut Page) {
    let shown = match stage {
        Stage::Carried(motion) | Stage::Lost(motion) => Some(motion),
        _ => None,
    };
    let mut earlier = votes.iter().filter(|motion| Some(motion.id) != shown).peekable();
    if earlier.peek().is_some() {
        page.head(w::earlier(app.lang()));
    }
    for motion in earlier {
        page.write(&format!("«{}»", motion.text), theme::dim());
        page.write(&outcome(motion, app.lang()).unwrap_or_default(), theme::dim());
    }
}

fn articles(app: &App, page: &mut Page) {
    let regulation = app.congress.meeting().regulation();
    let cited = [Rule::HandVoteMajority, Rule::ShowOfHands].map(|rule| regulation.cite(rule)).join("; ");
    page.write(&cited, theme::dim());
}

/// The word for a deduction from the base.
fn deduction_word(why: Deduction) -> Word {
    match why {
        Deduction::TemporaryElsewhere => w::why_temporary,
        Deduction::ExemptedAbsent => w::why_exempted,
        Deduction::Suspended => w::why_suspended,
        Deduction::ExcusedThroughout => w::why_excused,
        Deduction::CommitteeAbsent => w::why_committee,
        Deduction::DelegateAbsent => w::why_delegate,
    }
}
