//! The dossier: every paper with its number and what it lacks, those that wait for something too; opening one, issuing it, and
//! how the papers print.

use super::{Pane, missing, show};
use crate::app::App;
use crate::app::dialog::{Confirm, Dialog};
use crate::app::effect::Effect;
use crate::app::form::{Choice, Form};
use crate::app::words::minutes as w;
use crate::domain::meeting::{About, Change as Meetings, Meeting};
use crate::domain::printing::{Format, Printing, Tone};
use crate::domain::refusal::{Noun, Refusal};
use crate::domain::{Change, Congress, Lang, Role};
use crate::papers::PaperName;
use crate::papers::format::FormatProfile;
use crate::papers::issued::{self, Standing};
use crate::papers::issuing::sign;
use crate::papers::missing::Missing;
use crate::papers::paper::PaperNumber;

/// How a paper of the dossier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for something.
    Awaited,
    /// The head of counting keeps it.
    Withheld,
    /// It can be printed and stands outside the number series.
    Unnumbered,
    /// It can be issued.
    Open,
    /// It was issued and the data gives the same.
    Issued,
    /// It was issued and the data has moved on.
    MovedOn,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The paper; none where it cannot be composed yet.
    pub name: Option<PaperName>,
    /// Its title.
    pub title: String,
    /// How it stands.
    pub state: State,
    /// Number, sign and version, once it is issued.
    pub sign: String,
    /// What it lacks.
    pub missing: Vec<Missing>,
}

/// Every paper there is or will be, as a role may have them.
pub(super) fn rows(congress: &Congress, role: Role) -> Vec<Row> {
    let all = missing::of(congress);
    let composed = PaperName::all(congress).into_iter().map(|name| {
        if !name.is_open_to(role) {
            let (title, missing) = (name.title(congress), Vec::new());
            return Row { name: None, title, state: State::Withheld, sign: String::new(), missing };
        }
        let (state, sign) = standing(congress, name);
        let missing = missing::among(congress, name, &all);
        Row { name: Some(name), title: name.title(congress), state, sign, missing }
    });
    let awaited = missing::awaited(congress).into_iter().map(|awaited| Row {
        name: None,
        title: awaited.title,
        state: State::Awaited,
        sign: String::new(),
        missing: vec![awaited.missing],
    });
    composed.chain(awaited).collect()
}

fn standing(congress: &Congress, name: PaperName) -> (State, String) {
    let Some(code) = name.code() else { return (State::Unnumbered, String::new()) };
    let (state, issue) = match issued::standing(congress, name) {
        Standing::Open => return (State::Open, String::new()),
        Standing::Issued(issue) => (State::Issued, issue),
        Standing::MovedOn(issue) => (State::MovedOn, issue),
    };
    let number = PaperNumber::given(issue.id.0, sign(congress, name, code)).sign();
    let version = if issue.version > 1 { format!(" ({})", issue.version) } else { String::new() };
    (state, format!("{number}{version}"))
}

/// The row under the cursor of the dossier.
pub fn row_here(app: &App) -> Option<&Row> {
    app.on.minutes.dossier.get(app.on.minutes.chosen)
}

/// The paper keys speak of: the row under the cursor in the dossier, else the one on show.
pub fn paper_here(app: &App) -> Option<PaperName> {
    match app.on.minutes.pane {
        Pane::Dossier => row_here(app)?.name,
        Pane::Paper | Pane::Missing => Some(app.on.minutes.sheet.as_ref()?.name),
    }
}

/// Shows the dossier, the cursor on the paper on show; from the dossier back to the paper.
pub(super) fn toggle(app: &mut App) {
    let state = &mut app.on.minutes;
    if state.pane == Pane::Dossier {
        state.pane = Pane::Paper;
        let name = state.sheet.as_ref().map(|sheet| sheet.name);
        state.missing = name.map(|name| missing::of_paper(&app.congress, name)).unwrap_or_default();
        state.row = 0;
        return;
    }
    let name = state.sheet.as_ref().map(|sheet| sheet.name);
    state.chosen = state.dossier.iter().position(|row| row.name == name).unwrap_or(0);
    state.pane = Pane::Dossier;
    chosen(app);
}

/// Tells what the paper under the cursor lacks.
pub(super) fn chosen(app: &mut App) {
    let state = &mut app.on.minutes;
    state.missing = state.dossier.get(state.chosen).map(|row| row.missing.clone()).unwrap_or_default();
    state.row = 0;
}

/// Opens the paper under the cursor, or goes to what it waits for.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let Some(row) = row_here(app) else { return Vec::new() };
    match (row.name, row.missing.first().map(|missing| missing.place)) {
        (Some(name), _) => {
            app.on.minutes.pane = Pane::Paper;
            app.on.minutes.line = 0;
            show(app, name);
            Vec::new()
        }
        (None, Some(place)) => super::lacking::jump(app, place),
        (None, None) => Vec::new(),
    }
}

/// Asks whether a paper is issued: under which number, and what it still lacks.
pub(super) fn issue(app: &mut App) {
    let lang = app.lang();
    let Some((name, code)) = paper_here(app).and_then(|name| Some((name, name.code()?))) else { return };
    let number = PaperNumber::given(app.congress.issues.next_id().0, sign(&app.congress, name, code)).sign();
    let title = name.title(&app.congress);
    let mut text = vec![w::issue_text(lang, &title, &number)];
    let lacking = missing::of_paper(&app.congress, name).len();
    if lacking > 0 {
        text.push(w::issue_lacking(lang, lacking));
    }
    if let Some(last) = app.congress.issues_of(&name.word()).next_back() {
        text.push(w::issue_again(lang, &PaperNumber::given(last.id.0, sign(&app.congress, name, code)).sign()));
    }
    text.push(w::issue_note(lang).to_owned());
    let at = app.now();
    let yes = Effect::record(move |congress: &Congress| {
        // a clock that was put back issues no version before the one it replaces
        let last = congress.issues_of(&name.word()).next_back().map_or(at, |last| at.max(last.at));
        issued::issue(congress, name, last).ok_or(Refusal::Blank { what: Noun::Paper })
    });
    app.dialog = Some(Dialog::Confirm(Confirm::new(w::issue(lang), text, yes)));
}

/// Asks how the papers print: format profile, tone style, age bands, what came in about credentials.
pub(super) fn printing(app: &mut App) {
    let lang = app.lang();
    let form = printed_as(&app.congress.meeting().about, lang);
    let form = form.shared("printing", move |congress| Some(printed_as(&congress.meeting().about, lang)));
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}

fn printed_as(about: &About, lang: Lang) -> Form {
    let printing = &about.printing;
    let formats = [Format::Of2026, Format::Of2017];
    let profiles = (0..).zip(formats).map(|(place, format)| Choice::new(FormatProfile::of(format).name, place));
    let tones = [(0, "ủy, Hòa, khóa"), (1, "uỷ, Hoà, khoá")].map(|(place, label)| Choice::new(label, place));
    let edges: Vec<String> = printing.age_edges().iter().map(u32::to_string).collect();
    Form::new(w::printing(lang), |congress: &Congress, form: &Form| {
        let meeting = congress.meeting();
        let printing = Printing {
            format: if form.choice(0) == Some(1) { Format::Of2017 } else { Format::Of2026 },
            tone: if form.choice(1) == Some(1) { Tone::Second } else { Tone::First },
            age_edges: edges_of(&form.text(2))?,
            young_under: form.count(3),
        };
        let about = About { printing, complaints: form.filled(4), ..meeting.about.clone() };
        Ok(Change::Meeting(Meetings::Corrected(Meeting { about, ..meeting.clone() })))
    })
    .help(w::printing_help(lang))
    .pick(w::profile(lang), profiles.collect(), Some(u32::from(printing.format == Format::Of2017)))
    .pick(w::tone(lang), tones.to_vec(), Some(u32::from(printing.tone == Tone::Second)))
    .line(w::age_edges(lang), &edges.join(", "))
    .number(w::young_under(lang), Some(printing.young_under()))
    .line(w::complaints(lang), about.complaints.as_deref().unwrap_or_default())
}

/// The edges typed, separated by anything that is no digit.
fn edges_of(text: &str) -> Result<Vec<u32>, Refusal> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().map_err(|_| Refusal::AgeEdges)).collect()
}
