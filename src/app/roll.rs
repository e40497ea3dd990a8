//! The roll (Điểm danh): who is here, marked by a key; roll call name by name; the roster itself; guests.
//!
//! The keys stand in `keys`, whom the list shows in `list`, what is recorded in `marks`, what is typed in `forms` and `guests`.

mod forms;
mod gifts;
mod guests;
mod keys;
mod list;
mod marks;
pub mod preview;
mod told;

pub use gifts::given_by;
pub use guests::{chosen as chosen_guest, listed as listed_guests, part_word};
pub use keys::BINDINGS;
pub use list::{Tally, called, cursor, late, rows, selected, session, tally, units};
pub use told::{Tone, mark_of, position_of};

use super::App;
use super::dialog::Dialog;
use super::effect::Effect;
use super::field::Field;
use super::form::Form;
use super::keymap::Place;
use super::telling;
use super::words::roll as w;
use crate::domain::attendance::Presence;
use crate::domain::guests::{Change as Guests, Guest};
use crate::domain::hall::Quorum;
use crate::domain::id::{GuestId, PersonId};
use crate::domain::people::{Person, Standing};
use crate::domain::{Change, Entry, attendance, people};

/// What the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The roster.
    #[default]
    Roster,
    /// One name after the other, read out.
    Calling,
    /// The guests.
    Guests,
    /// A roster that was read and is not imported yet.
    Preview,
}

/// Who of the roster is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everybody.
    #[default]
    Everybody,
    /// Summoned and not called yet.
    Uncalled,
    /// Absent, with or without reason.
    Absent,
    /// Went out after coming.
    Left,
}

impl Filter {
    fn next(self) -> Self {
        match self {
            Self::Everybody => Self::Uncalled,
            Self::Uncalled => Self::Absent,
            Self::Absent => Self::Left,
            Self::Left => Self::Everybody,
        }
    }
}

/// Whether the figures stand beside the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figures {
    /// Where the window has room for both.
    #[default]
    WhereRoomy,
    /// In a small window too, the list made narrow.
    Always,
}

/// State of the screen.
#[derive(Debug, Default)]
pub struct State {
    /// What was typed to find somebody.
    pub query: Field,
    /// What is shown.
    pub pane: Pane,
    /// Who is listed.
    pub filter: Filter,
    /// The unit or delegation listed; none: all.
    pub unit: Option<String>,
    /// Whether the figures stand beside the list.
    pub figures: Figures,
    /// The person the cursor was put on.
    person: Option<PersonId>,
    /// The guest the cursor was put on.
    guest: Option<GuestId>,
    /// What had been typed when the cursor was put there: typing on starts from the best fit again.
    looked: String,
    /// A roster that was read.
    pub preview: Option<Box<preview::Preview>>,
    /// The roster in order, ready for finding.
    order: list::Order,
}

/// What its keys can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Mark the person present, or back.
    MarkPresent,
    /// Mark the person absent without reason.
    MarkAbsent,
    /// Ask for the reason of an absence.
    AskReason,
    /// Mark that the person went out.
    MarkLeft,
    /// Ask whether the reason is accepted.
    AskExcuse,
    /// Ask what to record of the person, and its hour.
    Record,
    /// List others: all, not called, absent, left.
    NextFilter,
    /// List the next unit.
    NextUnit,
    /// List the unit before.
    PreviousUnit,
    /// Go through those not called yet, or stop.
    Call,
    /// Ask whether to mark everybody not called yet as present.
    AskEverybody,
    /// Show the guests, or the roster again.
    Guests,
    /// Ask for a new person.
    AddPerson,
    /// Correct a person.
    EditPerson,
    /// Put the figures beside the list.
    Figures,
    /// Move the cursor by rows.
    Move(isize),
    /// Move the cursor to the first row.
    First,
    /// Move the cursor to the last row.
    Last,
    /// Drop what was typed, then the filters.
    Clear,
    /// Mark that a guest came.
    GuestCame,
    /// Mark that a guest came, or correct one who has.
    GuestCameOrEdit,
    /// Ask what was given, by whom, to whom.
    Give,
    /// Ask for a new guest.
    AddGuest,
    /// Correct a guest.
    EditGuest,
    /// Ask for a roster to read.
    Import,
    /// Something of the preview of a roster.
    Preview(preview::Action),
}

impl State {
    /// Where its keys are looked up.
    pub(super) fn place(&self) -> Place {
        match self.pane {
            Pane::Roster => Place::On(super::action::Screen::Roll),
            Pane::Calling => Place::Calling,
            Pane::Guests => Place::Guests,
            Pane::Preview => Place::Preview,
        }
    }
}

/// Reads the roster anew: at the start, and when it changed.
pub(super) fn settle(app: &mut App) {
    app.on.roll.order = list::Order::of(&app.congress);
    if app.on.roll.unit.as_ref().is_some_and(|unit| !app.on.roll.order.units.contains(unit)) {
        app.on.roll.unit = None;
    }
}

/// Changes came in, of this screen or another.
pub(super) fn followed(app: &mut App, entries: &[Entry]) {
    // in the closed record it is a correction that changes the roster
    let moves = |entry: &Entry| matches!(entry.change, Change::People(_) | Change::Closing(_) | Change::Undone { .. });
    if entries.iter().any(moves) {
        settle(app);
        preview::settle(app);
    }
}

/// A change of this seat was recorded: the search has done its work.
pub(super) fn recorded(app: &mut App, entry: &Entry) {
    if app.screen != super::action::Screen::Roll {
        return;
    }
    match &entry.change {
        Change::People(people::Change::Enrolled { people }) => {
            preview::leave(app);
            put_on(app, people.first().map(|person| person.id));
        }
        Change::People(people::Change::Corrected(person)) => put_on(app, Some(person.id)),
        Change::Attendance(attendance::Change::Arrived { people, .. }) => {
            let one = <[_; 1]>::try_from(people.as_slice()).ok().map(|[person]| person);
            put_on(app, one.or(app.on.roll.person));
        }
        Change::Guests(guests) => {
            let (Guests::Invited(Guest { id: guest, .. }) | Guests::Came { guest, .. }) = guests;
            let came = matches!(guests, Guests::Came { .. });
            app.on.roll.guest = Some(if came { self::guests::after(&app.congress, *guest) } else { *guest });
            put_on(app, app.on.roll.person);
        }
        Change::People(_) | Change::Attendance(_) => put_on(app, app.on.roll.person),
        Change::Gifts(_) => {}
        _ => return,
    }
    app.said = Some(telling::tell(&entry.change, &app.congress, app.lang()));
}

fn put_on(app: &mut App, person: Option<PersonId>) {
    let state = &mut app.on.roll;
    state.query.take();
    state.looked.clear();
    state.person = person;
}

fn open(app: &mut App, form: Form) -> Vec<Effect> {
    app.dialog = Some(Dialog::Form(Box::new(form), None));
    Vec::new()
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::MarkPresent => return marks::present(app),
        Action::MarkAbsent => return marks::absent(app),
        Action::MarkLeft => return marks::left(app),
        Action::AskEverybody => return marks::ask_everybody(app),
        Action::AskReason => return forms::ask_reason(app),
        Action::AskExcuse => return forms::ask_excuse(app),
        Action::Record => return forms::ask_record(app),
        Action::AddPerson => {
            let form = forms::adding(app);
            return open(app, form);
        }
        Action::EditPerson => return forms::of_selected(app, forms::editing),
        Action::GuestCame => return guests::came(app),
        Action::GuestCameOrEdit => return guests::came_or_edit(app),
        Action::Give => {
            let form = gifts::giving(app);
            return open(app, form);
        }
        Action::AddGuest => {
            let form = guests::adding(app);
            return open(app, form);
        }
        Action::EditGuest => return guests::edit(app),
        Action::Import => return preview::ask_file(),
        Action::Preview(action) => return preview::act(app, action),
        Action::NextFilter => app.on.roll.filter = app.on.roll.filter.next(),
        Action::NextUnit => list::step_unit(app, 1),
        Action::PreviousUnit => list::step_unit(app, -1),
        Action::Call => list::toggle(app, Pane::Calling),
        Action::Guests => list::toggle(app, Pane::Guests),
        Action::Figures => {
            app.on.roll.figures = match app.on.roll.figures {
                Figures::WhereRoomy => Figures::Always,
                Figures::Always => Figures::WhereRoomy,
            };
        }
        Action::Move(by) => list::step(app, by),
        Action::First => list::step(app, isize::MIN),
        Action::Last => list::step(app, isize::MAX),
        Action::Clear => list::clear(app),
    }
    Vec::new()
}

/// What to do next on this screen.
pub(super) fn next_step(app: &App) -> String {
    let lang = app.lang();
    match app.on.roll.pane {
        Pane::Guests => return guests::next_step(app),
        Pane::Preview => return preview::next_step(app),
        Pane::Calling => {
            return match called(app) {
                Some(_) => w::next_call(lang).to_owned(),
                None => w::next_called_all(lang).to_owned(),
            };
        }
        Pane::Roster => {}
    }
    if app.congress.people.is_empty() {
        return w::next_empty(lang).to_owned();
    }
    if let Some(query) = app.on.roll.query.filled() {
        return match selected(app) {
            Some(person) => next_for(app, person),
            None => w::next_not_found(lang, &query),
        };
    }
    next_in_hall(app)
}

fn next_for(app: &App, person: &Person) -> String {
    let (lang, name) = (app.lang(), person.name.as_str());
    match app.congress.presence(person.id) {
        _ if person.standing == Standing::Suspended => w::next_suspended(lang, name),
        Some(Presence::Present) => w::next_present(lang, name),
        Some(Presence::Left) => w::next_left(lang, name),
        Some(Presence::Absent) | None => w::next_mark(lang, name),
    }
}

/// From how many uncalled on nobody calls name after name: the absent are marked, and the rest at once.
const MANY: u32 = 60;

fn next_in_hall(app: &App) -> String {
    let (lang, hall) = (app.lang(), app.congress.hall());
    let guests_due =
        || !app.congress.guests.is_empty() && !app.congress.guests.iter().any(|guest| guest.came_at.is_some());
    match (hall.uncalled, hall.quorum) {
        (_, Quorum::NotStated) => w::next_named_only(lang).to_owned(),
        (0, Quorum::Missing { present, needed, .. }) => w::next_wait(lang, present, needed),
        (0, _) if marks::undecided(&app.congress).next().is_some() => w::next_excuses(lang).to_owned(),
        (0, _) if guests_due() => w::next_guests_due(lang).to_owned(),
        (0, _) => w::next_done(lang).to_owned(),
        (uncalled, _) if uncalled > MANY && !units(app).is_empty() => w::next_roll_many(lang, uncalled),
        (uncalled, Quorum::Missing { present, needed, .. }) => w::next_roll(lang, uncalled, needed - present),
        (uncalled, _) => w::next_rest(lang, uncalled),
    }
}
