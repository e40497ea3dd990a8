//! The palette, the menu, the choice of a role, undo and leaving.

use super::action::{Action, Screen};
use super::dialog::{Confirm, Dialog, Lock, Offer, Palette};
use super::effect::Effect;
use super::field::Field;
use super::form::{Choice, Many, Picker};
use super::key::{Input, Key};
use super::keymap::{self, Place};
use super::telling;
use super::words::{self, frame};
use super::{App, Seating, answers, roll, screen_word, seat};
use crate::domain::agenda::Item;
use crate::domain::fold::fold;
use crate::domain::{Congress, Lang, Role, Who};

/// The word for a role.
pub fn role_word(role: Role, lang: Lang) -> &'static str {
    let word = match role {
        Role::Secretary => frame::secretary,
        Role::Presidium => frame::presidium,
        Role::Counter => frame::counter,
        Role::Head => frame::head,
        Role::Hall => frame::hall,
    };
    word(lang)
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Press(place, key) => return press(app, place, key),
        Action::Palette => open_palette(app),
        Action::Answer(question) => {
            let answer = answers::answer(app, question);
            let text = if answer.whole.is_empty() { vec![answer.short] } else { answer.whole };
            app.dialog = Some(Dialog::Offer(Offer { title: answer.question, text, action: Action::Go(answer.screen) }));
        }
        Action::Menu => open_menu(app),
        Action::ChooseRole => choose_role(app),
        Action::TakeSeat(_) if app.seating == Seating::Fixed => return app.refuse_key(frame::seat_fixed),
        Action::TakeSeat(who) if is_locked(app, who) => lock(app, who),
        Action::TakeSeat(who) => take_seat(app, who),
        Action::Undo => ask_undo(app),
        Action::Leave => {
            let lang = app.lang();
            app.dialog = Some(Dialog::Confirm(Confirm::new(
                frame::leave(lang),
                vec![frame::leave_text(lang).to_owned()],
                vec![Effect::Quit],
            )));
        }
        _ => {}
    }
    Vec::new()
}

impl App {
    /// Whether something typed is taken in a window too small to show anything: leaving is, so that nobody does what nobody sees.
    pub fn takes_unseen(&self, input: &Input) -> bool {
        match (input, &self.dialog) {
            (Input::Key(Key::Ctrl('q')), None) | (Input::Resized | Input::Tick(_), _) => true,
            (Input::Key(Key::Enter | Key::Esc), Some(Dialog::Confirm(confirm))) => {
                confirm.yes.iter().any(|effect| matches!(effect, Effect::Quit))
            }
            (Input::Key(_) | Input::Paste(_), _) => false,
        }
    }
}

/// Whether the passphrase of a seat is asked: its role has one, and is not the role that sits here.
fn is_locked(app: &App, who: Who) -> bool {
    who.role != app.seat.who.role && app.congress.passphrase(who.role).is_some()
}

fn lock(app: &mut App, who: Who) {
    app.dialog = Some(Dialog::Lock(Box::new(Lock { who, typed: Field::default(), wrong: false })));
}

impl App {
    /// Asks for the passphrase of the seat, where it has one; until it is given nobody but the hall sits here.
    pub fn ask_seat(&mut self) {
        let who = self.seat.who;
        if self.congress.passphrase(who.role).is_some() {
            self.seat.who = Role::Hall.into();
            // F9 asks again
            self.on.hall.before = Some(who);
            self.sit();
            lock(self, who);
        }
    }
}

/// Takes a key for the passphrase of a seat.
pub(super) fn unlock(app: &mut App, mut lock: Box<Lock>, key: Key) -> Vec<Effect> {
    match key {
        Key::Esc => return Vec::new(),
        Key::Enter => {
            let typed = lock.typed.take();
            if app.congress.passphrase(lock.who.role).is_none_or(|passphrase| passphrase.opens(&typed)) {
                take_seat(app, lock.who);
                return Vec::new();
            }
            lock.wrong = true;
        }
        _ => drop(lock.typed.key(key)),
    }
    let ring = key == Key::Enter;
    app.dialog = Some(Dialog::Lock(lock));
    if ring { vec![Effect::Bell] } else { Vec::new() }
}

fn take_seat(app: &mut App, who: Who) {
    if app.seat.who != who {
        // whoever counts next looks at the same bundles
        let board = app.on.elections.board.filter(|_| matches!(who.role, Role::Head | Role::Counter));
        app.on.elections.leave_desk();
        app.on.elections.board = board;
        app.on.hall.before = Some(app.seat.who).filter(|_| who.role == Role::Hall);
    }
    app.seat.who = who;
    app.sit();
    app.said = Some(format!("{}: {}", frame::role_taken(app.lang()), seat_word(who, app.lang())));
}

fn ask_undo(app: &mut App) {
    let Some(entry) = app.last_own_change() else { return };
    let what = telling::tell(&entry.change, &app.congress, app.lang());
    app.dialog = Some(Dialog::Confirm(Confirm::new(
        frame::undo(app.lang()),
        vec![frame::undo_what(app.lang(), entry.number, &what)],
        vec![Effect::Undo(entry.number)],
    )));
}

fn open(app: &mut App, title: &str, commands: Vec<(String, Action)>) {
    let named = (0..).zip(commands).map(|(place, (label, action))| (Choice::new(label, place), action));
    open_with(app, title, named.collect());
}

fn open_with(app: &mut App, title: &str, commands: Vec<(Choice, Action)>) {
    let (choices, actions) = commands.into_iter().unzip();
    let picker = Picker { choices, query: Field::default(), row: 0, chosen: Vec::new(), many: Many::One };
    app.dialog = Some(Dialog::Palette(Box::new(Palette { picker, actions, title: title.to_owned() })));
}

/// The screen on which a place lies, for the places that a command of the palette may lead to.
fn screen_of(place: Place) -> Option<Screen> {
    match place {
        Place::On(screen) => Some(screen),
        Place::Guests => Some(Screen::Roll),
        _ => None,
    }
}

/// Goes to where a key holds, and presses it there. A sign acts on the row under the cursor, which nobody has seen yet: it is only named.
fn press(app: &mut App, place: Place, key: Key) -> Vec<Effect> {
    let Some(screen) = screen_of(place) else { return Vec::new() };
    let mut effects = app.act(Action::Go(screen));
    if screen == Screen::Roll && app.place() != place {
        effects.extend(app.act(Action::Roll(roll::Action::Guests)));
    }
    let Some(binding) = keymap::find(place, key).filter(|_| app.place() == place) else { return effects };
    if matches!(key, Key::Char(_)) {
        app.said = Some(format!("{key}: {}", (binding.hint)(app.lang())));
        return effects;
    }
    effects.extend(match (binding.when)(app) {
        Ok(()) => app.act(binding.action),
        Err(why) => app.refuse_key(why),
    });
    effects
}

/// What the other screens of this seat do: whoever knows the word of a thing need not know its screen.
fn elsewhere(app: &App) -> Vec<(String, String, Action)> {
    let (lang, here) = (app.lang(), app.place());
    let mut commands = Vec::new();
    for (number, screen) in seat::screens(app.seat.who.role) {
        for (place, name) in [(Place::On(*screen), screen_word(*screen)), (Place::Guests, words::roll::guests)] {
            if place == here || screen_of(place) != Some(*screen) {
                continue;
            }
            let does = |row: &&keymap::Binding| matches!(row.key, Key::Insert | Key::Ctrl('a'..='m' | 'o'..='z') | Key::Char('+' | '-' | '*' | '/' | '.'));
            commands.extend(keymap::rows(place).filter(does).map(|row| {
                let word = (row.hint)(lang);
                let label = format!("{word}  ·  F{number} {}: {}", name(lang), row.key);
                // found by its word alone: a question asks for item 4, not for F4
                (label, fold(word), Action::Press(place, row.key))
            }));
        }
    }
    commands
}

/// Every command of this screen and of the others, and every answer the presidium may ask for.
fn open_palette(app: &mut App) {
    let lang = app.lang();
    let own = keymap::rows(app.place());
    let everywhere = keymap::rows(Place::Everywhere);
    let commands = own.chain(everywhere).filter(|binding| (binding.when)(app).is_ok());
    let commands = commands.map(|row| (format!("{}  ·  {}", (row.hint)(lang), row.key), row.action));
    let opened = app.screen != Screen::Start && app.practice.is_none();
    let mut named: Vec<_> =
        (0..).zip(commands).map(|(place, (label, action))| (Choice::new(label, place), action)).collect();
    // before a congress is open there is nothing to ask about
    let asks = opened && seat::asks(app.seat.who.role);
    let first = u32::try_from(named.len()).unwrap_or(u32::MAX);
    let answers = if asks { answers::all(app) } else { Vec::new() };
    named.extend((first..).zip(answers).map(|(value, (question, answer, folded))| {
        (Choice { label: answer.label(), value, folded }, Action::Answer(question))
    }));
    let first = u32::try_from(named.len()).unwrap_or(u32::MAX);
    let others = if opened { elsewhere(app) } else { Vec::new() };
    named.extend(
        (first..).zip(others).map(|(value, (label, folded, action))| (Choice { label, value, folded }, action)),
    );
    let title = if asks { words::answers::title(lang) } else { frame::palette(lang) };
    open_with(app, title, named);
}

fn open_menu(app: &mut App) {
    let lang = app.lang();
    let applies = |row: &&keymap::Binding| row.action != Action::Menu && (row.when)(app).is_ok();
    let rows = keymap::rows(Place::Everywhere).filter(applies);
    let commands: Vec<_> =
        rows.map(|row| (format!("{:<7} {}", row.key.to_string(), (row.hint)(lang)), row.action)).collect();
    open(app, frame::menu(lang), commands);
}

fn choose_role(app: &mut App) {
    let lang = app.lang();
    let desks = app.congress.desks();
    let seats = Role::ALL.into_iter().flat_map(|role| match role {
        Role::Counter => (1..=desks).map(|desk| Who { role, desk: Some(desk) }).collect(),
        _ => vec![Who::from(role)],
    });
    let commands = seats.map(|who| (seat_word(who, lang), Action::TakeSeat(who))).collect();
    open(app, frame::pick_role(lang), commands);
}

/// A seat in words: `kiểm phiếu viên – bàn 2`.
pub fn seat_word(who: Who, lang: Lang) -> String {
    match who.desk {
        Some(desk) => format!("{} – {}", role_word(who.role, lang), frame::desk(lang, desk)),
        None => role_word(who.role, lang).to_owned(),
    }
}

pub(super) fn key(app: &mut App, mut palette: Box<Palette>, key: Key) -> Vec<Effect> {
    match key {
        Key::Esc => Vec::new(),
        Key::Enter => {
            let chosen = palette.picker.under_cursor().map(|choice| choice.value);
            let action = chosen.and_then(|place| palette.actions.get(usize::try_from(place).ok()?)).copied();
            action.map(|action| app.act(action)).unwrap_or_default()
        }
        _ => {
            palette.picker.key(key);
            app.dialog = Some(Dialog::Palette(palette));
            Vec::new()
        }
    }
}

/// The screen where the work of an item is done.
pub fn screen_for(congress: &Congress, item: &Item) -> Screen {
    use crate::domain::agenda::ItemKind as K;
    let reads = || congress.reports.iter().any(|report| report.item == Some(item.id));
    let elects = || congress.elections.iter().any(|election| election.item == Some(item.id));
    match item.kind {
        // those called are reported, and the report is voted; a plenum elects in an item of no kind of its own
        K::Attendance if reads() && congress.hall().uncalled == 0 => Screen::Votes,
        K::Other if elects() => Screen::Elections,
        K::Gathering | K::Introduction | K::Attendance => Screen::Roll,
        K::Discussion | K::SuperiorAddress | K::Reply => Screen::Floor,
        K::Bodies | K::Programme | K::Report | K::Targets | K::Classification | K::Resolution => Screen::Votes,
        K::Election | K::Counting | K::Announcement => Screen::Elections,
        K::Closing => Screen::Minutes,
        K::Ceremony | K::Opening | K::Debut | K::Break | K::SideEvent | K::Other => Screen::Run,
    }
}
