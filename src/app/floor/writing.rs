//! The writing view: the raw note beside the text for the minutes, kept until saved. Nothing typed here is ever lost, and nothing
//! typed elsewhere: a text untouched here follows the other screens; where both were typed, both are shown, and who saves second
//! chooses or makes them one.

use super::super::App;
use super::super::dialog::{Dialog, Palette};
use super::super::editor::Editor;
use super::super::effect::Effect;
use super::super::field::Field;
use super::super::form::{Choice, Form, Many, Picker};
use super::super::key::Key;
use super::super::people;
use super::super::words::floor as w;
use super::{Action, register};
use crate::app::action::Action as Any;
use crate::domain::floor::{Change as Floor, Speech};
use crate::domain::id::SpeechId;
use crate::domain::{Change, Congress, Entry, Refusal};

/// Which of the two texts has the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The raw note.
    Raw,
    /// The text for the minutes.
    Minutes,
}

/// What becomes of the view once its texts are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Stay,
    Close,
}

/// A speech being written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The speech.
    pub speech: SpeechId,
    /// The raw note.
    pub raw: Editor,
    /// The text for the minutes.
    pub minutes: Editor,
    /// Which has the cursor.
    pub side: Side,
    /// Raw note and text as they stood when what is typed here began.
    read: (String, String),
    /// What other screens made of them meanwhile, where both were typed.
    theirs: (Option<String>, Option<String>),
    then: Then,
}

/// Which of two versions of a text stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Both, the other screen's first; to be made one by hand.
    Both,
    /// What was typed here; the other one stays in the journal.
    Mine,
    /// What was typed on the other screen.
    Theirs,
}

impl Writing {
    fn of(speech: &Speech, side: Side) -> Self {
        Self {
            speech: speech.id,
            raw: Editor::holding(&speech.raw),
            minutes: Editor::holding(&speech.minutes),
            side,
            read: (speech.raw.clone(), speech.minutes.clone()),
            theirs: (None, None),
            then: Then::Stay,
        }
    }

    /// Whether something was typed that is not saved.
    pub fn is_changed(&self) -> bool {
        self.raw.text() != self.read.0 || self.minutes.text() != self.read.1
    }

    fn editor(&mut self) -> &mut Editor {
        match self.side {
            Side::Raw => &mut self.raw,
            Side::Minutes => &mut self.minutes,
        }
    }

    /// What other screens made of a text while it was typed here.
    pub fn theirs(&self, side: Side) -> Option<&str> {
        match side {
            Side::Raw => self.theirs.0.as_deref(),
            Side::Minutes => self.theirs.1.as_deref(),
        }
    }

    /// What was typed over the speech as it stands: a text untouched here stays what it became elsewhere; one typed here and elsewhere is
    /// refused.
    fn change(&self, congress: &Congress) -> Result<Change, Refusal> {
        let speech = congress.speech(self.speech)?;
        let ours = |typed: String, read: &String, now: &String| {
            if typed == *read {
                Ok(now.clone())
            } else if now == read || *now == typed {
                Ok(typed)
            } else {
                Err(Refusal::TextMoved)
            }
        };
        Ok(Change::Floor(Floor::Written {
            speech: speech.id,
            kind: speech.kind,
            subject: speech.subject.clone(),
            raw: ours(self.raw.text(), &self.read.0, &speech.raw)?,
            minutes: ours(self.minutes.text(), &self.read.1, &speech.minutes)?,
        }))
    }

    /// Takes in what other screens wrote: at once where nothing was typed here, beside it where both were.
    fn take_in(&mut self, speech: &Speech) {
        let texts = [
            (&mut self.raw, &mut self.read.0, &mut self.theirs.0, &speech.raw),
            (&mut self.minutes, &mut self.read.1, &mut self.theirs.1, &speech.minutes),
        ];
        for (editor, read, theirs, now) in texts {
            let typed = editor.text();
            if now == read || *now == typed || typed == *read {
                if typed == *read && now != read {
                    *editor = Editor::holding(now);
                }
                read.clone_from(now);
                *theirs = None;
            } else {
                *theirs = Some(now.clone());
            }
        }
    }

    /// Settles which version of the texts typed twice stays.
    fn keep(&mut self, keep: Keep) {
        let texts = [
            (&mut self.raw, &mut self.read.0, &mut self.theirs.0),
            (&mut self.minutes, &mut self.read.1, &mut self.theirs.1),
        ];
        for (editor, read, theirs) in texts {
            let Some(theirs) = theirs.take() else { continue };
            match keep {
                Keep::Both => *editor = Editor::holding(&format!("{theirs}\n{}", editor.text())),
                Keep::Theirs => *editor = Editor::holding(&theirs),
                Keep::Mine => {}
            }
            *read = theirs;
        }
    }
}

/// Opens the view: while somebody speaks at the raw note, afterwards at the text for the minutes.
pub(super) fn open(app: &mut App, speech: SpeechId) {
    let Some(speech) = app.congress.speeches.get(&speech) else { return };
    let side = if speech.ended_at.is_some() { Side::Minutes } else { Side::Raw };
    app.on.floor.writing = Some(Writing::of(speech, side));
}

/// Follows the congress; the view closes where its speech is gone (undone) or where it was to close once saved.
pub(super) fn settle(app: &mut App) {
    let Some(writing) = &mut app.on.floor.writing else { return };
    match app.congress.speeches.get(&writing.speech) {
        Some(speech) => writing.take_in(speech),
        None => app.on.floor.writing = None,
    }
}

/// A change of this screen was recorded: the texts are saved.
pub(super) fn recorded(app: &mut App, change: &Floor) {
    let Floor::Written { speech, .. } = change else { return };
    app.said = Some(w::written(app.lang()).to_owned());
    let closes = |writing: &Writing| writing.speech == *speech && writing.then == Then::Close;
    if app.on.floor.writing.as_ref().is_some_and(closes) {
        app.on.floor.writing = None;
    }
}

/// A change was refused: the view stays.
pub(super) fn refused(app: &mut App) {
    if let Some(writing) = &mut app.on.floor.writing {
        writing.then = Then::Stay;
    }
}

/// A text was typed here and elsewhere: asks which version stays. Says whether there is something to ask.
pub(in crate::app) fn ask_which(app: &mut App) -> bool {
    settle(app);
    let lang = app.lang();
    let Some(writing) = &app.on.floor.writing else { return false };
    if writing.theirs(Side::Raw).or(writing.theirs(Side::Minutes)).is_none() {
        return false;
    }
    let answers = [
        (w::keep_both(lang), Action::Keep(Keep::Both)),
        (w::keep_mine(lang), Action::Keep(Keep::Mine)),
        (w::keep_theirs(lang), Action::Keep(Keep::Theirs)),
    ];
    ask(app, w::written_twice(lang), &answers);
    true
}

/// Who saved the texts of a speech last, and when: for the mark that somebody else did.
pub fn last_writer(app: &App, speech: SpeechId) -> Option<&Entry> {
    let wrote =
        |entry: &&Entry| matches!(&entry.change, Change::Floor(Floor::Written { speech: of, .. }) if *of == speech);
    app.entries.iter().rev().find(wrote)
}

/// Saves, and closes where asked.
fn save(app: &mut App, then: Then) -> Vec<Effect> {
    let Some(writing) = &mut app.on.floor.writing else { return Vec::new() };
    writing.then = then;
    let writing = writing.clone();
    Effect::record(move |congress| writing.change(congress))
}

/// The texts being typed, where they differ from what is saved: recorded when the window goes away.
pub fn unsaved(app: &App) -> Option<Change> {
    let mut writing = app.on.floor.writing.as_ref().filter(|writing| writing.is_changed())?.clone();
    writing.take_in(app.congress.speeches.get(&writing.speech)?);
    // nobody is there to be asked: both versions stay
    writing.keep(Keep::Both);
    writing.change(&app.congress).ok()
}

/// Takes a key that the table does not know: it edits.
pub(in crate::app) fn key(app: &mut App, key: Key) {
    if let Some(writing) = &mut app.on.floor.writing {
        writing.editor().key(key);
    }
}

/// Pastes into the text with the cursor.
pub(in crate::app) fn paste(app: &mut App, text: &str) {
    if let Some(writing) = &mut app.on.floor.writing {
        writing.editor().paste(text);
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::OtherText => {
            if let Some(writing) = &mut app.on.floor.writing {
                writing.side = if writing.side == Side::Raw { Side::Minutes } else { Side::Raw };
            }
        }
        Action::Save => return save(app, Then::Stay),
        Action::SaveAndClose => return save(app, Then::Close),
        Action::Keep(keep) => {
            if let Some(writing) = &mut app.on.floor.writing {
                writing.keep(keep);
            }
            if keep == Keep::Mine {
                return save(app, Then::Stay);
            }
        }
        Action::Drop => app.on.floor.writing = None,
        Action::Close => close(app),
        Action::Classify => classify(app),
        Action::PickName => pick_name(app),
        Action::InsertName(choice) => {
            let text = if choice == AT_SIGN {
                "@".to_owned()
            } else {
                app.congress.speaker_name(&people::speaker(choice)).to_owned()
            };
            paste(app, &text);
        }
        Action::TakeNotes => {
            let notes = new_notes(app).join("\n");
            if let Some(writing) = &mut app.on.floor.writing {
                let editor = writing.editor();
                let first = editor.text().trim().is_empty();
                editor.paste(&if first { notes } else { format!("\n{notes}") });
            }
        }
        _ => {}
    }
    Vec::new()
}

/// The notes of the speech that stand in neither of its texts yet.
pub(super) fn new_notes(app: &App) -> Vec<String> {
    let Some(writing) = &app.on.floor.writing else { return Vec::new() };
    let written = [writing.raw.text(), writing.minutes.text()];
    let notes = app.congress.notes.iter().filter(|note| note.speech == Some(writing.speech));
    let new = notes.filter(|note| !written.iter().any(|text| text.contains(&note.text)));
    new.map(|note| note.text.clone()).collect()
}

fn close(app: &mut App) {
    if !app.on.floor.writing.as_ref().is_some_and(Writing::is_changed) {
        app.on.floor.writing = None;
        return;
    }
    let lang = app.lang();
    let answers = [
        (w::keep_close(lang), Action::SaveAndClose),
        (w::drop_close(lang), Action::Drop),
        (w::keep_writing(lang), Action::Stay),
    ];
    ask(app, w::changed(lang), &answers);
}

/// Asks what to do, of several answers.
fn ask(app: &mut App, title: &str, answers: &[(&str, Action)]) {
    let choices = (0..).zip(answers).map(|(place, (label, _))| Choice::new(*label, place)).collect();
    let actions = answers.iter().map(|(_, action)| Any::Floor(*action)).collect();
    app.dialog = Some(Dialog::Palette(Box::new(Palette { picker: picker(choices), actions, title: title.into() })));
}

/// The choice that is no name: somebody wants the character.
const AT_SIGN: u32 = u32::MAX;

fn pick_name(app: &mut App) {
    let lang = app.lang();
    let mut names = people::speakers(&app.congress);
    names.push(Choice::new(w::at_sign(lang), AT_SIGN));
    let actions = names.iter().map(|choice| Any::Floor(Action::InsertName(choice.value))).collect();
    let choices = (0..).zip(names).map(|(place, choice)| Choice { value: place, ..choice }).collect();
    app.dialog =
        Some(Dialog::Palette(Box::new(Palette { picker: picker(choices), actions, title: w::name(lang).into() })));
}

fn picker(choices: Vec<Choice>) -> Picker {
    Picker { choices, query: Field::default(), row: 0, chosen: Vec::new(), many: Many::One }
}

/// Asks for kind and subject; what is being typed in the two texts is not touched.
fn classify(app: &mut App) {
    let lang = app.lang();
    let speech = app.on.floor.writing.as_ref().and_then(|writing| app.congress.speeches.get(&writing.speech));
    let Some(speech) = speech else { return };
    let id = speech.id;
    let form = Form::new(w::kind_subject(lang), move |congress: &Congress, form: &Form| {
        let speech = congress.speech(id)?;
        Ok(Change::Floor(Floor::Written {
            speech: id,
            kind: register::chosen(form, 0),
            subject: form.text(1),
            raw: speech.raw.clone(),
            minutes: speech.minutes.clone(),
        }))
    })
    .pick(w::kind(lang), register::kinds(lang), register::choice_of(speech.kind))
    .line(w::subject(lang), &speech.subject);
    app.dialog = Some(Dialog::Form(Box::new(form), None));
}
