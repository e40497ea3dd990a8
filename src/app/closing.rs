//! The closing of the record on screen: what is still open, the form that closes over it, and corrections afterwards. What a screen asks
//! to be recorded in the closed record becomes the form that asks for its reason; everything else the door refuses.

use super::App;
use super::dialog::Dialog;
use super::effect::Effect;
use super::form::{Form, Tone};
use super::telling;
use super::words::{Word, closing as w};
use crate::domain::agenda::{Item, ItemKind, ItemState};
use crate::domain::closing::{self as rule, Change as Closings, Closing, Correction, Open};
use crate::domain::election::RoundState;
use crate::domain::{Change, Congress, Lang};
use crate::papers::PaperName;
use crate::papers::issued::{self, Standing};
use crate::papers::missing::{self, MissingKind};

/// How many open matters the form lists before it counts the rest: as many as the smallest window shows.
const LISTED: usize = 9;
/// How many papers are named that were not issued.
const NAMED: usize = 3;

/// What is still open, in a sentence.
fn told(congress: &Congress, open: Open, lang: Lang) -> String {
    let election = |id| congress.elections.get(&id).map_or("", |election| election.title.as_str());
    let round = |id| congress.rounds.get(&id).map_or("", |round| election(round.election));
    match open {
        Open::Suspended(_) => w::still_interrupted(lang).to_owned(),
        Open::Item(id) => w::item_open(lang, congress.items.get(&id).map_or("", |item| item.title.as_str())),
        Open::Speech(id) => {
            let speech = congress.speeches.get(&id);
            w::speaking(lang, speech.map_or("", |speech| congress.speaker_name(&speech.speaker)))
        }
        Open::Body(id) => {
            let body = congress.bodies.get(&id);
            w::body_open(lang, body.map_or("", |body| telling::body_word(body.kind, congress, lang)))
        }
        Open::Motion(id) => w::motion_open(lang, congress.motions.get(&id).map_or("", |motion| motion.text.as_str())),
        Open::Rating(id) => {
            let rated = congress.ratings.get(&id).map(|rating| congress.rated_name(rating.of));
            w::rating_open(lang, &rated.unwrap_or_default())
        }
        Open::Bundles(id) => w::bundles_open(lang, round(id)),
        Open::Election(id) => w::election_open(lang, election(id)),
        Open::Ballots(id) => w::ballots_open(lang, round(id)),
    }
}

/// Everything still open in sentences; the papers not issued last, as far as there are any.
pub fn all_told(congress: &Congress, lang: Lang) -> Vec<String> {
    let open = congress.still_open().into_iter().map(|open| told(congress, open, lang));
    open.chain(unissued(congress, lang)).collect()
}

/// The papers of the series that were not issued as they stand.
fn unissued(congress: &Congress, lang: Lang) -> Option<String> {
    let due =
        |name: &PaperName| name.code().is_some() && !matches!(issued::standing(congress, *name), Standing::Issued(_));
    let names: Vec<PaperName> = PaperName::all(congress).into_iter().filter(due).collect();
    let titles: Vec<String> = names.iter().take(NAMED).map(|name| name.title(congress)).collect();
    let more = if names.len() > NAMED { " …" } else { "" };
    (!names.is_empty()).then(|| w::unissued(lang, names.len(), &format!("{}{more}", titles.join("; "))))
}

/// What the minutes lack beside the matters that are open anyway: a text, a reader, the vote that agrees them.
fn lacking(congress: &Congress, lang: Lang) -> Vec<String> {
    let open =
        [MissingKind::ItemEnd, MissingKind::MotionVote, MissingKind::ElectionResult, MissingKind::BallotsHandedOver];
    let lacks = missing::of(congress).into_iter().filter(|lack| !open.contains(&lack.kind));
    lacks.map(|lack| lack.told(lang).to_owned()).collect()
}

/// Whether there is a record that can be closed or corrected.
pub(super) fn begun(app: &App) -> Result<(), Word> {
    let opened = app.congress.sessions.iter().any(|session| session.opened_at.is_some());
    if opened { Ok(()) } else { Err(w::not_begun) }
}

/// Opens the form that closes the record, or the one that corrects it once it is closed.
pub(super) fn ask(app: &mut App) {
    let form = if app.congress.closing().is_some() { correcting(app, None) } else { closing(app) };
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}

/// Whether finishing this item would end the last session over open matters: then the closing of the record is asked for instead.
pub(super) fn ends_over_open(congress: &Congress, item: &Item) -> bool {
    let stops = |open: &Open| match open {
        Open::Item(_) | Open::Suspended(_) => true,
        Open::Election(id) => congress.round_now(*id).is_some_and(|round| round.state < RoundState::Announced),
        _ => false,
    };
    item.kind == ItemKind::Closing
        && item.state == ItemState::Running
        && congress.is_last(item.session)
        && congress.still_open().iter().any(stops)
}

fn closing(app: &App) -> Form {
    let (lang, at) = (app.lang(), app.now());
    Form::new(w::close_title(lang), move |congress: &Congress, form: &Form| {
        // the record speaks Vietnamese, whatever the screen does
        let open = all_told(congress, Lang::Vi);
        Ok(Change::Closing(Closings::Closed(Closing { id: 1, at, reason: form.filled(0), open })))
    })
    .help(w::close_help(lang))
    .line(w::close_reason(lang), "")
    .saying(move |congress, _| saying(congress, lang))
}

fn saying(congress: &Congress, lang: Lang) -> Vec<(Tone, String)> {
    let open = congress.still_open();
    let (lacks, papers) = (lacking(congress, lang), unissued(congress, lang));
    let mut said = Vec::new();
    if open.is_empty() {
        let whole = lacks.is_empty() && papers.is_none();
        let word = if whole { w::nothing_open } else { w::papers_open };
        said.push((Tone::Good, word(lang).to_owned()));
    } else {
        said.push((Tone::Bad, w::open_matters(lang, open.len())));
        said.extend(open.iter().take(LISTED).map(|open| (Tone::Plain, format!("· {}", told(congress, *open, lang)))));
        if let Some(more) = open.len().checked_sub(LISTED).filter(|more| *more > 0) {
            said.push((Tone::Plain, w::more_open(lang, more)));
        }
    }
    if let Some(first) = lacks.first() {
        said.push((Tone::Bad, format!("· {}", w::minutes_lack(lang, lacks.len(), first))));
    }
    if let Some(papers) = papers {
        said.push((Tone::Plain, format!("· {papers}. {}", w::unissued_later(lang))));
    }
    said
}

/// The form of a correction: of words alone, or of a change that a screen asked for.
fn correcting(app: &App, change: Option<Change>) -> Form {
    let (lang, at) = (app.lang(), app.now());
    let what = change.as_ref().map(|change| telling::tell(change, &app.congress, Lang::Vi)).unwrap_or_default();
    let (help, first): (Word, usize) = if change.is_some() { (w::correct_change, 1) } else { (w::correct_help, 0) };
    let mut form = Form::new(w::correct_title(lang), move |congress: &Congress, form: &Form| {
        let id = congress.corrections.next_id();
        let correction = Correction { id, at, what: form.text(0), reason: form.text(1) };
        Ok(Change::Closing(Closings::Corrected { correction, change: change.clone().map(Box::new) }))
    })
    .help(help(lang))
    .line(w::what(lang), &what)
    .line(w::reason(lang), "");
    form.at = first;
    form
}

/// In the closed record a change that puts something right asks for its reason first; what is none goes on to the door, which
/// refuses it.
pub(super) fn as_corrections(app: &mut App, effects: Vec<Effect>) -> Vec<Effect> {
    if app.congress.closing().is_none() {
        return effects;
    }
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Record(asking) => asking(&app.congress).ok().filter(rule::corrects),
        _ => None,
    });
    let Some(change) = asked else { return effects };
    let form = correcting(app, Some(change));
    app.dialog = Some(Dialog::Form(Box::new(form), None));
    effects.into_iter().filter(|effect| !matches!(effect, Effect::Record(_))).collect()
}
