//! What happens in the hall told in one line: agenda, bodies, floor, notes, hand votes, targets, reports, decisions.

use super::{known, people_named, short};
use crate::app::votes::levels::{level_word, share_label};
use crate::app::words::telling as w;
use crate::domain::agenda::{Change as Agenda, SessionKind};
use crate::domain::bodies::Change as Bodies;
use crate::domain::classification::{Change as Classification, Level};
use crate::domain::decisions::{Change as Decisions, Matter};
use crate::domain::figures;
use crate::domain::floor::{Change as Floor, Speaker};
use crate::domain::gifts::Change as Gifts;
use crate::domain::groups::Change as Groups;
use crate::domain::id::{ItemId, SpeechId};
use crate::domain::motions::{Change as Motions, Count};
use crate::domain::notes::Change as Notes;
use crate::domain::reports::Change as Reports;
use crate::domain::targets::Change as Targets;
use crate::domain::{Congress, Lang};

pub(super) fn agenda(change: &Agenda, congress: &Congress, lang: Lang) -> String {
    let title = |id: ItemId| known(congress.item(id), id.0, lang, |item| short(&item.title));
    match change {
        Agenda::SessionCalled(session) => {
            let kind = match session.kind {
                SessionKind::Preparatory => w::preparatory(lang),
                SessionKind::Official if congress.meeting().is_review() => w::sitting(lang),
                SessionKind::Official => w::official(lang),
            };
            w::session_called(lang, kind, &figures::date(session.date))
        }
        Agenda::Added(item) => w::item_added(lang, &short(&item.title)),
        Agenda::Rewritten { title, .. } => w::item_rewritten(lang, &short(title)),
        Agenda::Reordered { .. } => w::agenda_reordered(lang).to_owned(),
        Agenda::Started { item, .. } => w::item_started(lang, &title(*item)),
        Agenda::Finished { item, .. } => w::item_finished(lang, &title(*item)),
        Agenda::Skipped { item, reason, .. } => w::item_skipped(lang, &title(*item), &short(reason)),
        Agenda::Reopened { item, reason, .. } => w::item_reopened(lang, &title(*item), &short(reason)),
    }
}

pub(super) fn bodies(change: &Bodies, congress: &Congress, lang: Lang) -> String {
    let Bodies::Proposed(body) = change;
    let kind = super::body_word(body.kind, congress, lang);
    w::body_proposed(lang, kind, &people_named(congress, &body.members, lang))
}

pub(super) fn floor(change: &Floor, congress: &Congress, lang: Lang) -> String {
    let by = |id: SpeechId| known(congress.speech(id), id.0, lang, |speech| speaker(congress, &speech.speaker, lang));
    match change {
        Floor::Registered(speech) => w::registered(lang, &speaker(congress, &speech.speaker, lang)),
        Floor::Called { speech, .. } => w::called(lang, &by(*speech)),
        Floor::Extended { speech, minutes } => w::extended(lang, &by(*speech), *minutes),
        Floor::Ended { speech, .. } => w::ended(lang, &by(*speech)),
        Floor::Withdrawn { speech } => w::withdrawn(lang, &by(*speech)),
        Floor::Written { speech, .. } => w::speech_written(lang, &by(*speech)),
    }
}

fn speaker(congress: &Congress, speaker: &Speaker, lang: Lang) -> String {
    match congress.speaker_name(speaker) {
        "" => w::nobody(lang).to_owned(),
        name => short(name),
    }
}

pub(super) fn notes(change: &Notes, lang: Lang) -> String {
    match change {
        Notes::Written(note) => w::noted(lang, &short(&note.text)),
        Notes::Corrected { text, .. } => w::note_corrected(lang, &short(text)),
        Notes::Drafted { text, .. } if text.is_empty() => w::draft_taken_up(lang).to_owned(),
        Notes::Drafted { text, .. } => w::drafted(lang, &short(text)),
    }
}

pub(super) fn motions(change: &Motions, congress: &Congress, lang: Lang) -> String {
    match change {
        Motions::Put(motion) => w::motion_put(lang, &short(&motion.text)),
        Motions::Voted { motion, count, .. } => {
            let text = known(congress.motion(*motion), motion.0, lang, |motion| short(&motion.text));
            w::voted(lang, &text, &counted(count, lang))
        }
    }
}

fn counted(count: &Count, lang: Lang) -> String {
    let add = u32::saturating_add;
    match count {
        Count::Unanimous => w::unanimous(lang).to_owned(),
        Count::NotStated { carried: true } => w::carried(lang).to_owned(),
        Count::NotStated { carried: false } => w::lost(lang).to_owned(),
        Count::Counted(hands) => w::hands(lang, hands.agree, hands.disagree, hands.other),
        Count::Sectors(sectors) => {
            let (agree, disagree, other) = sectors.iter().fold((0, 0, 0), |sum, sector| {
                let hands = sector.hands;
                (add(sum.0, hands.agree), add(sum.1, hands.disagree), add(sum.2, hands.other))
            });
            w::hands(lang, agree, disagree, other)
        }
    }
}

pub(super) fn targets(change: &Targets, congress: &Congress, lang: Lang) -> String {
    match change {
        Targets::Proposed(target) => w::target_proposed(lang, &short(&target.text), &short(&target.proposed)),
        Targets::AmendmentAsked { target, by, value } => {
            let text = known(congress.target(*target), target.0, lang, |target| short(&target.text));
            w::amendment_asked(lang, &speaker(congress, by, lang), &text, &short(value))
        }
    }
}

pub(super) fn reports(change: &Reports, lang: Lang) -> String {
    match change {
        Reports::Entered(report) => w::report_entered(lang, &short(&report.title)),
        Reports::FactStated(fact) => {
            let figures: Vec<String> = fact.figures.iter().map(crate::domain::reports::Figure::printed).collect();
            w::fact_stated(lang, format!("{} {}", short(&fact.text), figures.join(", ")).trim_end())
        }
    }
}

pub(super) fn gifts(change: &Gifts, congress: &Congress, lang: Lang) -> String {
    let Gifts::Given(gift) = change;
    let named = gift.by.iter().map(|id| known(congress.guest(*id), id.0, lang, |guest| guest.label().to_owned()));
    let who: Vec<String> = gift.in_name_of.clone().into_iter().chain(named).collect();
    w::given(lang, &short(&gift.what), &short(&who.join(", ")))
}

pub(super) fn groups(change: &Groups, lang: Lang) -> String {
    let Groups::Entered(group) = change;
    w::group_entered(lang, &short(&group.name))
}

pub(super) fn classification(change: &Classification, congress: &Congress, lang: Lang) -> String {
    match change {
        Classification::Called(rating) => {
            let name = short(&congress.rated_name(rating.of));
            match rating.stated {
                Some(level) => w::level_stated(lang, &name, level_word(level)(lang)),
                None => w::rating_called(lang, &name),
            }
        }
        Classification::Voted { rating, papers, .. } => {
            let name = known(congress.rating(*rating), rating.0, lang, |it| short(&congress.rated_name(it.of)));
            let chose = Level::ALL.map(|level| papers.chosen.of(level).to_string());
            w::rating_voted(lang, &name, &chose.join(" – "))
        }
        Classification::ShareStated(share) => w::share_stated(lang, &share_label(share, lang)),
    }
}

pub(super) fn decisions(change: &Decisions, lang: Lang) -> String {
    let Decisions::Taken(decision) = change;
    let text = short(&decision.text);
    match decision.matter {
        Matter::GoOnWithoutQuorum(_) => w::decided_on(lang, w::goes_on(lang), &text),
        Matter::LeaveSeatsOpen(_) => w::decided_on(lang, w::seats_left_open(lang), &text),
        Matter::FurtherRound(_) | Matter::FurtherRoundSameNames(_) => {
            w::decided_on(lang, w::further_round(lang), &text)
        }
        Matter::LeaveOffList { .. } => w::decided_on(lang, w::left_off_list(lang), &text),
        Matter::Other => w::decided(lang, &text),
    }
}
