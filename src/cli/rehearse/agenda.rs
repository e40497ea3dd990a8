//! The programme of a rehearsal walked item by item: each is started, what belongs to it is done, it is finished.

use super::contest;
use super::round::{self, Filled};
use super::sitting::{Done, Sitting};
use super::voting::{self, Hall};
use super::{floor, hall};
use crate::domain::Change;
use crate::domain::agenda::{Change as Agenda, Item, ItemKind, SessionKind};
use crate::domain::bodies::BodyKind;
use crate::domain::election::Office;
use crate::domain::id::{ElectionId, SessionId};
use crate::domain::motions::Subject;

/// Walks every session.
pub(super) fn walk(sitting: &mut Sitting<'_>) -> Done {
    let sessions: Vec<(SessionId, SessionKind)> =
        sitting.congress.sessions_in_order().map(|session| (session.id, session.kind)).collect();
    // the box of the committee waits from its election to its count
    let mut waiting: Option<Filled> = None;
    for (session, kind) in sessions {
        if kind == SessionKind::Official {
            sitting.clock = super::plan::DAY.and_hms_opt(7, 15, 0).unwrap_or(sitting.clock);
        }
        let items: Vec<Item> = sitting.congress.agenda(session).into_iter().cloned().collect();
        for item in items {
            sitting.begins(&item.title);
            sitting.write(Change::Agenda(Agenda::Started { item: item.id, at: sitting.clock }))?;
            work(sitting, &item, &mut waiting)?;
            sitting.pass(1);
            sitting.write(Change::Agenda(Agenda::Finished { item: item.id, at: sitting.clock }))?;
        }
    }
    Ok(())
}

/// Does what belongs to an item.
fn work(sitting: &mut Sitting<'_>, item: &Item, waiting: &mut Option<Filled>) -> Done {
    let official = sitting.congress.session(item.session).is_ok_and(|session| session.kind == SessionKind::Official);
    match item.kind {
        ItemKind::Gathering => hall::gather(sitting, item.session),
        ItemKind::Introduction => hall::guests(sitting),
        ItemKind::Bodies => bodies(sitting, item.session),
        ItemKind::Programme => programme(sitting),
        ItemKind::Attendance => {
            hall::latecomers(sitting, item.session)?;
            hall::decide_on_absence(sitting, item.session)?;
            floor::reports(sitting, item.id)
        }
        ItemKind::Report => floor::reports(sitting, item.id),
        ItemKind::Discussion => {
            floor::discussion(sitting, item.id)?;
            hall::out_and_back(sitting, item.session)
        }
        ItemKind::SuperiorAddress => floor::superior(sitting, item.id),
        ItemKind::Reply => floor::reply(sitting, item.id),
        ItemKind::Election => elect(sitting, item, waiting),
        ItemKind::Counting => waiting.as_ref().map_or(Ok(()), |filled| round::count(sitting, filled)),
        ItemKind::Announcement => match (waiting.take(), committee(sitting)) {
            (Some(filled), Some(election)) => contest::announced(sitting, election, filled.0),
            _ => Ok(()),
        },
        ItemKind::Resolution => resolution(sitting),
        ItemKind::Closing if official => {
            sitting.pass(5);
            voting::vote(sitting, Subject::Minutes, "Thông qua biên bản đại hội", Hall::Agrees)
        }
        _ => {
            sitting.pass(i64::from(item.minutes.min(10)));
            Ok(())
        }
    }
}

fn bodies(sitting: &mut Sitting<'_>, session: SessionId) -> Done {
    hall::latecomers(sitting, session)?;
    let cast = sitting.cast.clone();
    voting::body(sitting, BodyKind::Presidium, None, (cast.presidium, Hall::Agrees))?;
    voting::body(sitting, BodyKind::Secretariat, None, (cast.secretariat, Hall::Agrees))?;
    voting::body(sitting, BodyKind::Credentials, None, (cast.credentials, Hall::Counted))
}

fn programme(sitting: &mut Sitting<'_>) -> Done {
    voting::vote(sitting, Subject::Programme, "Chương trình đại hội", Hall::Sectors)?;
    voting::vote(sitting, Subject::Rules, "Quy chế làm việc của đại hội", Hall::Counted)
}

/// The amendment, the targets, the resolution.
fn resolution(sitting: &mut Sitting<'_>) -> Done {
    let asked = sitting.congress.targets.iter().find(|target| target.amendment.is_some()).map(|target| target.id);
    if let Some(target) = asked {
        let text = "Điều chỉnh chỉ tiêu kết nạp đảng viên mới";
        voting::vote(sitting, Subject::Amendment(target), text, Hall::Counted)?;
    }
    voting::vote(sitting, Subject::Targets, "Thông qua các chỉ tiêu chủ yếu", Hall::Counted)?;
    voting::vote(sitting, Subject::Resolution, "Thông qua Nghị quyết đại hội", Hall::Sectors)
}

fn committee(sitting: &Sitting<'_>) -> Option<ElectionId> {
    sitting.congress.committee_election().map(|election| election.id)
}

/// Holds the election of an item.
fn elect(sitting: &mut Sitting<'_>, item: &Item, waiting: &mut Option<Filled>) -> Done {
    let held = sitting.congress.elections.iter().find(|election| election.item == Some(item.id));
    let Some((election, office)) = held.map(|election| (election.id, election.office)) else { return Ok(()) };
    match office {
        Office::Committee => {
            *waiting = Some(contest::committee(sitting, election)?);
            Ok(())
        }
        Office::Secretary => contest::secretary(sitting, election),
        Office::Deputy => contest::deputies(sitting, election),
        _ => contest::delegates(sitting, election),
    }
}
