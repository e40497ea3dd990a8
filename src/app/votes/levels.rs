//! Classification among the votes of a review meeting (đánh giá, xếp loại): who is put to the ballot, the papers for each level, shares
//! that a source states, what is proposed to the superior.

use super::stage::Stage;
use crate::app::App;
use crate::app::form::{Choice, Form, Tone};
use crate::app::people::in_order;
use crate::app::words::{Word, votes as w};
use crate::domain::classification::{Ballot, Change as Classification, Chosen, Level, Papers, Rated, Rating, Share};
use crate::domain::figure::{Figure, read};
use crate::domain::figures::two_digits;
use crate::domain::id::{PersonId, RatingId, ShareId};
use crate::domain::meeting::Roster;
use crate::domain::people::Standing;
use crate::domain::refusal::Noun;
use crate::domain::{Change, Congress, Lang, Refusal};

/// The choice of the unit itself; the numbers of people begin at 1.
const UNIT: u32 = 0;
/// The choice that no level is stated.
const NONE: u32 = 4;

/// A row of the classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Levelled {
    /// A classification by secret ballot (xếp loại).
    Rating(RatingId),
    /// Where somebody is put to that ballot.
    NewRating,
    /// A share of the members by level, as stated.
    Share(ShareId),
    /// Where such a share is entered.
    NewShare,
}

impl Levelled {
    /// Whether it stands in the file, to be corrected.
    pub(super) fn is_entered(self) -> bool {
        matches!(self, Self::Rating(_) | Self::Share(_))
    }
}

/// The word for a level.
pub fn level_word(level: Level) -> Word {
    match level {
        Level::Excellent => w::excellent,
        Level::Good => w::good,
        Level::Completed => w::completed,
        Level::NotCompleted => w::not_completed,
    }
}

/// A share in a few words: `100 % hoàn thành tốt trở lên`.
pub fn share_label(share: &Share, lang: Lang) -> String {
    let percent = share.percent.map(|percent| Figure::Percent(percent).printed());
    let number = share.number.map(|number| w::members_are(lang, &two_digits(number)));
    let amount = percent.into_iter().chain(number).collect::<Vec<_>>().join(", ");
    let better = if share.or_better { w::or_better(lang) } else { "" };
    format!("{amount} {} {better}", level_word(share.level)(lang)).trim_end().to_owned()
}

fn levels(lang: Lang) -> Vec<Choice> {
    (0..).zip(Level::ALL).map(|(place, level)| Choice::new(level_word(level)(lang), place)).collect()
}

fn place_of(level: Level) -> Option<u32> {
    (0..).zip(Level::ALL).find(|(_, other)| *other == level).map(|(place, _)| place)
}

fn level_at(place: Option<u32>) -> Option<Level> {
    Level::ALL.get(usize::try_from(place?).ok()?).copied()
}

/// The form that puts the unit and members to the ballot, a change for each.
fn calling(app: &App) -> Form {
    let lang = app.lang();
    let congress = &app.congress;
    let open = |of: Rated| congress.rating_of(of).is_none();
    let unit = open(Rated::Unit).then(|| Choice::new(w::the_unit(lang), UNIT));
    let people = in_order(congress).into_iter();
    let people = people.filter(|person| open(Rated::Person(person.id)) && person.standing != Standing::Suspended);
    let choices: Vec<Choice> =
        unit.into_iter().chain(people.map(|person| Choice::new(person.name.clone(), person.id.0))).collect();
    // everybody is classified; where only some are named on the roster, the secretary says who
    let everybody = congress.meeting().roster == Roster::Complete;
    let chosen = choices.iter().map(|choice| choice.value).filter(|_| everybody).collect();
    Form::new(w::call_rating(lang), |congress: &Congress, form: &Form| {
        let of = match form.choice(0).ok_or(Refusal::Blank { what: Noun::Person })? {
            UNIT => Rated::Unit,
            person => Rated::Person(PersonId(person)),
        };
        let item = congress.item_now().map(|item| item.id);
        let id = congress.ratings.next_id();
        let rating = Rating { id, of, item, ballots: Vec::new(), stated: None, upward: None };
        Ok(Change::Classification(Classification::Called(rating)))
    })
    .help(w::call_rating_help(lang))
    .several(w::whom(lang), choices, chosen)
    .for_each()
}

/// The form that enters the ballots of one classification.
fn counting(app: &App, rating: RatingId) -> Form {
    let (lang, at) = (app.lang(), app.now());
    // one paper holds all names: what was issued and collected for the one before is offered for the next
    let before = app.congress.ratings.iter().filter_map(|rating| rating.ballots.last()).max_by_key(|ballot| ballot.at);
    let voters = app.congress.hall().stated(app.congress.hall().voters);
    let issued = before.map(|ballot| ballot.papers.issued).or(voters);
    let collected = before.map(|ballot| ballot.papers.collected).or(voters);
    let named = app.congress.rating(rating).map(|rating| app.congress.rated_name(rating.of)).unwrap_or_default();
    Form::new(format!("{}: {named}", w::count_levels(lang)), move |_: &Congress, form: &Form| {
        Ok(Change::Classification(Classification::Voted { rating, at, papers: papers(form) }))
    })
    .help(w::count_levels_help(lang))
    .number(w::issued(lang), issued)
    .number(w::collected(lang), collected)
    .number(w::excellent(lang), None)
    .number(w::good(lang), None)
    .number(w::completed(lang), None)
    .number(w::not_completed(lang), None)
    .number(w::invalid(lang), None)
    .saying(move |congress: &Congress, form: &Form| counted(congress, &papers(form), lang))
}

fn papers(form: &Form) -> Papers {
    let count = |row| form.count(row).unwrap_or(0);
    let chosen = Chosen { excellent: count(2), good: count(3), completed: count(4), not_completed: count(5) };
    Papers { issued: count(0), collected: count(1), invalid: count(6), chosen }
}

/// What the typed numbers come to: whether they add up, and which level they adopt.
fn counted(congress: &Congress, papers: &Papers, lang: Lang) -> Vec<(Tone, String)> {
    let told = Level::ALL.iter().fold(papers.invalid, |sum, level| sum.saturating_add(papers.chosen.of(*level)));
    if told != papers.collected {
        return vec![(Tone::Bad, w::levels_sum(lang, told, papers.collected))];
    }
    let base = congress.hall().stated(crate::domain::election::base::of_congress(congress).value);
    let ballot = Ballot { at: chrono::NaiveDateTime::default(), base, papers: *papers };
    let against = match base {
        Some(base) => w::base_was(lang, base),
        None => w::issued_were(lang, papers.issued),
    };
    vec![match ballot.adopted() {
        Some(level) => (Tone::Good, w::level_adopted(lang, level_word(level)(lang), &against)),
        None => (Tone::Bad, w::no_level(lang, &against)),
    }]
}

/// The form that corrects an entry: a level known without votes, and what is proposed to the superior.
fn entry(app: &App, rating: RatingId) -> Form {
    let lang = app.lang();
    let opened = move |congress: &Congress| congress.ratings.get(&rating).map(|_| stated(congress, rating, lang));
    stated(&app.congress, rating, lang).shared(format!("rating {rating}"), opened)
}

fn stated(congress: &Congress, rating: RatingId, lang: Lang) -> Form {
    let known = congress.ratings.get(&rating);
    let named = known.map(|rating| congress.rated_name(rating.of)).unwrap_or_default();
    let stated = known.and_then(|rating| rating.stated).and_then(place_of).unwrap_or(NONE);
    let upward = known.and_then(|rating| rating.upward.clone()).unwrap_or_default();
    let mut choices = levels(lang);
    choices.push(Choice::new(w::not_stated(lang), NONE));
    Form::new(named, move |congress: &Congress, form: &Form| {
        let known = congress.rating(rating)?;
        let rating =
            Rating { ballots: Vec::new(), stated: level_at(form.choice(1)), upward: form.filled(0), ..known.clone() };
        Ok(Change::Classification(Classification::Called(rating)))
    })
    .help(w::rating_help(lang))
    .line(w::upward(lang), &upward)
    .pick(w::stated_level(lang), choices, Some(stated))
}

/// The form of a share by level: new, or corrected.
fn share(app: &App, share: Option<ShareId>) -> Form {
    let lang = app.lang();
    let form = shared_out(&app.congress, share, lang);
    let Some(known) = share else { return form };
    form.shared(format!("share {known}"), move |congress| {
        congress.shares.get(&known).map(|_| shared_out(congress, share, lang))
    })
}

fn shared_out(congress: &Congress, share: Option<ShareId>, lang: Lang) -> Form {
    let known = share.and_then(|share| congress.shares.get(&share));
    let yes_no = |yes: Word, no: Word| vec![Choice::new(no(lang), 0), Choice::new(yes(lang), 1)];
    let level = known.map_or(Level::Good, |share| share.level);
    let percent = known.and_then(|share| share.percent);
    let percent = percent.map(|percent| Figure::Percent(percent).printed().trim_end_matches(" %").to_owned());
    Form::new(w::share_title(lang), move |congress: &Congress, form: &Form| {
        let percent = form.filled(2).map(|text| percent_of(&text).ok_or(Refusal::Blank { what: Noun::Value }));
        Ok(Change::Classification(Classification::ShareStated(Share {
            id: share.unwrap_or_else(|| congress.shares.next_id()),
            level: level_at(form.choice(0)).unwrap_or(Level::Good),
            or_better: form.choice(1) == Some(1),
            percent: percent.transpose()?,
            number: form.count(3),
            upward: form.choice(4) == Some(1),
        })))
    })
    .help(w::share_help(lang))
    .pick(w::level(lang), levels(lang), place_of(level))
    .pick(w::extent(lang), yes_no(w::or_better, w::this_level), Some(u32::from(known.is_some_and(|it| it.or_better))))
    .line(w::percent(lang), &percent.unwrap_or_default())
    .number(w::number(lang), known.and_then(|share| share.number))
    .pick(w::upward(lang), yes_no(w::yes, w::no), Some(u32::from(known.is_some_and(|share| share.upward))))
}

/// A percentage as it is typed, with or without its sign, in hundredths.
fn percent_of(text: &str) -> Option<u32> {
    match read(&format!("{} %", text.trim().trim_end_matches('%').trim_end())) {
        Some(Figure::Percent(percent)) => Some(percent),
        _ => None,
    }
}

/// The rows of a review meeting: those to be classified, then what is only stated.
pub(super) fn rows(congress: &Congress) -> Vec<Levelled> {
    let mut rows: Vec<Levelled> = congress.ratings.iter().map(|rating| Levelled::Rating(rating.id)).collect();
    rows.push(Levelled::NewRating);
    rows.extend(congress.shares.iter().map(|share| Levelled::Share(share.id)));
    rows.push(Levelled::NewShare);
    rows
}

/// What a row is called in the list.
pub(super) fn label(congress: &Congress, row: Levelled, lang: Lang) -> String {
    match row {
        Levelled::Rating(rating) => {
            congress.rating(rating).map(|rating| congress.rated_name(rating.of)).unwrap_or_default()
        }
        Levelled::NewRating => w::new_rating(lang).to_owned(),
        Levelled::Share(share) => congress.shares.get(&share).map(|it| share_label(it, lang)).unwrap_or_default(),
        Levelled::NewShare => w::new_share(lang).to_owned(),
    }
}

/// Where a row stands: there is no hand vote on it.
pub(super) fn stage(congress: &Congress, row: Levelled) -> Stage {
    let settled = match row {
        Levelled::Rating(rating) => congress.rating(rating).is_ok_and(|rating| rating.level().is_some()),
        Levelled::Share(_) => true,
        Levelled::NewRating | Levelled::NewShare => false,
    };
    if settled { Stage::Otherwise } else { Stage::Missing }
}

/// Whether a row waits for the meeting.
pub(super) fn is_open(congress: &Congress, row: Levelled) -> bool {
    let begun = !congress.ratings.is_empty() || !congress.shares.is_empty();
    match row {
        Levelled::Rating(_) => stage(congress, row) == Stage::Missing,
        Levelled::NewRating => !begun,
        Levelled::Share(_) | Levelled::NewShare => false,
    }
}

/// The form of what comes next on a row; none once its level is settled.
pub(super) fn next(app: &App, row: Levelled) -> Option<Form> {
    match row {
        Levelled::Rating(rating) if is_open(&app.congress, row) => Some(counting(app, rating)),
        Levelled::Rating(_) => None,
        Levelled::NewRating => Some(calling(app)),
        Levelled::Share(known) => Some(share(app, Some(known))),
        Levelled::NewShare => Some(share(app, None)),
    }
}

/// The form of one more entry of the kind of a row.
pub(super) fn another(app: &App, row: Levelled) -> Form {
    match row {
        Levelled::Rating(_) | Levelled::NewRating => calling(app),
        Levelled::Share(_) | Levelled::NewShare => share(app, None),
    }
}

/// The form that corrects the entry of a row, or makes one where there is none.
pub(super) fn correcting(app: &App, row: Levelled) -> Form {
    match row {
        Levelled::Rating(rating) => entry(app, rating),
        Levelled::Share(known) => share(app, Some(known)),
        Levelled::NewRating | Levelled::NewShare => another(app, row),
    }
}

/// What to do next on a row; none once its level is settled.
pub(super) fn next_step(app: &App, row: Levelled) -> Option<String> {
    let lang = app.lang();
    match row {
        Levelled::Rating(_) if is_open(&app.congress, row) => {
            Some(w::next_levels(lang, &label(&app.congress, row, lang)))
        }
        Levelled::Rating(_) => None,
        Levelled::NewRating => Some(w::next_rating(lang).to_owned()),
        Levelled::Share(_) => Some(w::next_share_known(lang).to_owned()),
        Levelled::NewShare => Some(w::next_share(lang).to_owned()),
    }
}
