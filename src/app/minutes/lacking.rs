//! From a missing fact to the place where it is entered.

use crate::app::App;
use crate::app::action::{Action as Any, Screen};
use crate::app::dialog::Dialog;
use crate::app::effect::Effect;
use crate::app::field::Field;
use crate::app::floor;
use crate::app::form::Form;
use crate::app::votes;
use crate::app::words::minutes as w;
use crate::domain::id::ItemId;
use crate::domain::meeting::{Change as Meetings, Meeting};
use crate::domain::{Change, Congress, Lang};
use crate::papers::missing::Place;

/// Goes to where a missing fact is entered, the cursor on it.
pub(super) fn jump(app: &mut App, place: Place) -> Vec<Effect> {
    let screen = match place {
        Place::Run(_) => Screen::Run,
        Place::Roll(_) | Place::Guests(_) => Screen::Roll,
        Place::Floor(_) => Screen::Floor,
        Place::Votes(_) | Place::Report(_) => Screen::Votes,
        Place::Elections(_) => Screen::Elections,
        Place::Minutes => {
            app.dialog = Some(Dialog::Form(Box::new(facts(app)), None));
            return Vec::new();
        }
    };
    let effects = app.act(Any::Go(screen));
    match place {
        Place::Run(Some(item)) => run(app, item),
        Place::Roll(Some(person)) => {
            let name = app.congress.people.get(&person).map_or("", |person| person.name.as_str());
            app.on.roll.query = Field::holding(name);
        }
        Place::Floor(Some(speech)) => floor::show(app, speech),
        Place::Report(report) => votes::show_report(app, report),
        _ => {}
    }
    effects
}

fn run(app: &mut App, item: ItemId) {
    let Some(session) = app.congress.items.get(&item).map(|item| item.session) else { return };
    let state = &mut app.on.run;
    (state.session, state.item, state.wandered) = (Some(session), Some(item), true);
}

/// Asks for the facts of the meeting that the head and the opening sentence need.
fn facts(app: &App) -> Form {
    let lang = app.lang();
    head(app.congress.meeting(), lang).shared("facts", move |congress| Some(head(congress.meeting(), lang)))
}

fn head(meeting: &Meeting, lang: Lang) -> Form {
    Form::new(w::facts(lang), |congress: &Congress, form: &Form| {
        let meeting = Meeting { locality: form.text(0), venue: form.filled(1), ..congress.meeting().clone() };
        Ok(Change::Meeting(Meetings::Corrected(meeting)))
    })
    .help(w::facts_help(lang))
    .line(w::locality(lang), &meeting.locality)
    .line(w::venue(lang), meeting.venue.as_deref().unwrap_or_default())
}
