//! A classification in the right pane: the ballots level by level on their base, what was adopted, the cap on "excellent".

use super::detail::Page;
use super::numbers::held_at;
use crate::app::App;
use crate::app::votes::count::share;
use crate::app::votes::levels::{Levelled, level_word};
use crate::app::words::votes as w;
use crate::domain::classification::{Ballot, Level, Rated, Rating};
use crate::domain::id::RatingId;
use crate::ui::theme;

/// Writes what a row of the classification is of.
pub fn write(app: &App, row: Levelled, page: &mut Page) {
    let lang = app.lang();
    match row {
        Levelled::Rating(id) => rating(app, id, page),
        Levelled::NewRating => {
            page.write(w::ratings_for(lang), theme::dim());
            cap(app, page);
        }
        Levelled::Share(_) | Levelled::NewShare => page.write(w::shares_for(lang), theme::dim()),
    }
}

/// Writes where a classification stands.
fn rating(app: &App, id: RatingId, page: &mut Page) {
    let lang = app.lang();
    let Some(rating) = app.congress.ratings.get(&id) else { return };
    page.write(&app.congress.rated_name(rating.of), theme::strong());
    standing(app, rating, page);
    if let Some(upward) = &rating.upward {
        page.write(&format!("{}: {upward}", w::upward(lang)), theme::hint());
    }
    for ballot in rating.ballots.iter().rev() {
        held(app, ballot, page);
    }
    if rating.of != Rated::Unit {
        cap(app, page);
    }
}

fn standing(app: &App, rating: &Rating, page: &mut Page) {
    let lang = app.lang();
    match (rating.level(), rating.ballots.is_empty()) {
        (Some(level), true) => {
            page.write(&format!("{}: {}", w::stated_level(lang), level_word(level)(lang)), theme::good());
        }
        (Some(level), false) => page.write(level_word(level)(lang), theme::good()),
        (None, true) => page.write(w::rating_for(lang), theme::dim()),
        (None, false) => page.write(w::no_level_yet(lang), theme::bad()),
    }
}

fn held(app: &App, ballot: &Ballot, page: &mut Page) {
    let lang = app.lang();
    let papers = ballot.papers;
    page.head(&format!("{} {}", w::ballots(lang), held_at(ballot.at, lang)));
    for level in Level::ALL {
        let chose = papers.chosen.of(level);
        let told = share(chose, ballot.measure());
        let style = if ballot.adopted() == Some(level) { theme::good() } else { theme::plain() };
        page.write(&format!("{}: {told}", level_word(level)(lang)), style);
    }
    page.write(&w::papers(lang, papers.issued, papers.collected, papers.invalid), theme::dim());
    let against = ballot.base.map_or_else(|| w::issued_were(lang, papers.issued), |base| w::base_was(lang, base));
    page.write(&against, theme::dim());
}

/// Warns where more are classified excellent than the cap allows.
fn cap(app: &App, page: &mut Page) {
    let Some(cap) = app.congress.excellent_cap() else { return };
    let told = w::cap(app.lang(), cap.excellent, cap.most, cap.base);
    page.part();
    page.write(&told, if cap.is_passed() { theme::bad() } else { theme::dim() });
}
