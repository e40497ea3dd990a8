//! Discussion groups (tổ thảo luận): which delegations sit in each, who leads it, what it brings back.

use crate::app::App;
use crate::app::action::Action as Any;
use crate::app::dialog::{Dialog, Palette};
use crate::app::field::Field;
use crate::app::floor::Action;
use crate::app::form::{Choice, Form, Many, Picker, Tone};
use crate::app::people;
use crate::app::words::floor as w;
use crate::domain::groups::{Change as Groups, Group};
use crate::domain::id::{GroupId, PersonId};
use crate::domain::{Change, Congress, Lang};

/// The choice that nobody is named; the numbers of people begin at 1.
const NOBODY: u32 = 0;

/// Opens the form of a new group, or where there are some, asks which.
pub(super) fn ask(app: &mut App) {
    let lang = app.lang();
    if app.congress.groups.is_empty() {
        open(app, None);
        return;
    }
    let known: Vec<(String, Action)> =
        app.congress.groups.iter().map(|group| (group.name.clone(), Action::OpenGroup(Some(group.id)))).collect();
    let all: Vec<(String, Action)> =
        known.into_iter().chain([(w::new_group(lang).to_owned(), Action::OpenGroup(None))]).collect();
    let choices = (0..).zip(&all).map(|(place, (label, _))| Choice::new(label.clone(), place)).collect();
    let picker = Picker { choices, query: Field::default(), row: 0, chosen: Vec::new(), many: Many::One };
    let actions = all.into_iter().map(|(_, action)| Any::Floor(action)).collect();
    app.dialog = Some(Dialog::Palette(Box::new(Palette { picker, actions, title: w::groups(lang).to_owned() })));
}

/// Opens the form of a group.
pub(super) fn open(app: &mut App, group: Option<GroupId>) {
    app.dialog = Some(Dialog::Form(Box::new(form(app, group)), None));
}

/// The delegations of the roster, each once, in the order in which it names them, after those that were known before; a choice stands
/// for its place.
fn units(congress: &Congress, before: &[String]) -> Vec<String> {
    let mut units = before.to_vec();
    for unit in congress.people.iter().filter_map(|person| person.unit.as_ref()) {
        if !units.contains(unit) {
            units.push(unit.clone());
        }
    }
    units
}

fn form(app: &App, id: Option<GroupId>) -> Form {
    let (lang, before) = (app.lang(), units(&app.congress, &[]));
    let form = standing(&app.congress, (id, &before), lang);
    let Some(group) = id else { return form };
    form.shared(format!("group {group}"), move |congress| {
        congress.groups.get(&group).map(|_| standing(congress, (id, &before), lang))
    })
}

fn standing(congress: &Congress, (id, before): (Option<GroupId>, &[String]), lang: Lang) -> Form {
    let known = id.and_then(|id| congress.groups.get(&id));
    let listed = units(congress, before);
    let taken = |unit: &String| congress.groups.iter().any(|other| Some(other.id) != id && other.units.contains(unit));
    let choices: Vec<Choice> = (0..)
        .zip(&listed)
        .filter(|(_, unit)| !taken(unit))
        .map(|(place, unit)| Choice::new(unit.clone(), place))
        .collect();
    // in the order in which they were chosen
    let place_of = |unit: &String| (0..).zip(&listed).find(|(_, other)| *other == unit).map(|(place, _)| place);
    let chosen: Vec<u32> = known.iter().flat_map(|group| &group.units).filter_map(place_of).collect();
    let nobody = || vec![Choice::new(w::nobody_named(lang), NOBODY)];
    let people = || nobody().into_iter().chain(people::members(congress, |_| true)).collect::<Vec<_>>();
    let of = |person: Option<PersonId>| Some(person.map_or(NOBODY, |person| person.0));
    let said = listed.clone();
    let name = known.map_or_else(|| w::group_name(lang, congress.groups.len() + 1), |group| group.name.clone());
    Form::new(w::groups(lang), move |congress: &Congress, form: &Form| {
        let unit = |place: u32| usize::try_from(place).ok().and_then(|place| listed.get(place)).cloned();
        let person = |row| form.choice(row).filter(|person| *person != NOBODY).map(PersonId);
        let known = id.and_then(|id| congress.groups.get(&id));
        Ok(Change::Groups(Groups::Entered(Group {
            id: id.unwrap_or_else(|| congress.groups.next_id()),
            name: form.text(0),
            units: form.chosen(1).into_iter().filter_map(unit).collect(),
            head: person(2),
            secretary: person(3),
            item: known.map_or_else(|| congress.item_now().map(|item| item.id), |group| group.item),
            spoke: form.count(4),
            gist: form.text(5),
        })))
    })
    .help(w::group_help(lang))
    .line(w::group_called(lang), &name)
    .several(w::group_units(lang), choices, chosen)
    .pick(w::group_head(lang), people(), of(known.and_then(|group| group.head)))
    .pick(w::group_secretary(lang), people(), of(known.and_then(|group| group.secretary)))
    .number(w::group_spoke(lang), known.and_then(|group| group.spoke))
    .lines(w::group_gist(lang), known.map_or("", |group| group.gist.as_str()))
    .saying(move |_, form| {
        let named = form.chosen(1).into_iter().filter_map(|place| said.get(usize::try_from(place).ok()?));
        let named: Vec<&str> = named.map(String::as_str).collect();
        if named.is_empty() {
            Vec::new()
        } else {
            vec![(Tone::Plain, w::group_sits(lang, named.len(), &named.join(", ")))]
        }
    })
}
