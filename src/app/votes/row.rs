//! The rows of the screen: everything this congress votes by hand, in the order of the congress, grouped. No key is handled here.

use super::levels::{self, Levelled};
use crate::app::words::{Word, votes as w};
use crate::domain::agenda::{Item, ItemKind};
use crate::domain::bodies::BodyKind;
use crate::domain::election::Election;
use crate::domain::election::withdrawal::Withdrawal;
use crate::domain::id::{ElectionId, ItemId, MotionId, PersonId, ReportId, TargetId};
use crate::domain::meeting::Kind;
use crate::domain::motions::Subject;
use crate::domain::{Congress, Lang};

/// Something that is voted by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A working body; a counting committee may be of one election only.
    Body(BodyKind, Option<ElectionId>),
    /// The programme (chương trình).
    Programme,
    /// The rules of the congress (quy chế làm việc).
    Rules,
    /// A report (báo cáo).
    Report(ReportId),
    /// Where a report is entered while there is none.
    NewReport,
    /// The number to elect (số lượng).
    Seats(ElectionId),
    /// A request to withdraw (xin rút).
    Withdrawal(ElectionId, PersonId),
    /// The list of candidates (danh sách bầu cử).
    List(ElectionId),
    /// One target (chỉ tiêu): the amendment that somebody asked for.
    Target(TargetId),
    /// All targets together.
    Targets,
    /// Something of the classification at the end of the year.
    Level(Levelled),
    /// The resolution (nghị quyết).
    Resolution,
    /// The minutes, read back (biên bản).
    Minutes,
    /// A vote on anything else.
    Motion(MotionId),
    /// Where another vote is put (biểu quyết khác).
    New,
}

/// A heading of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Working bodies.
    Bodies,
    /// Programme and rules.
    Programme,
    /// Reports.
    Reports,
    /// One election.
    Election(ElectionId),
    /// Classification at the end of the year.
    Levels,
    /// Targets.
    Targets,
    /// The resolution and the minutes.
    Resolution,
    /// Everything else.
    Other,
}

/// Every row under its heading.
pub fn rows(congress: &Congress) -> Vec<(Group, Row)> {
    let mut rows = Vec::new();
    let congress_sits = !congress.meeting().is_review();
    rows.extend(bodies(congress).map(|row| (Group::Bodies, row)));
    rows.push((Group::Programme, Row::Programme));
    // rules of procedure are those of a congress
    rows.extend(Some((Group::Programme, Row::Rules)).filter(|_| congress_sits));
    rows.extend(congress.reports.iter().map(|report| (Group::Reports, Row::Report(report.id))));
    if congress.reports.is_empty() {
        rows.push((Group::Reports, Row::NewReport));
    }
    // what a ballot that asks is about is laid down by what it serves: neither its number nor its list is voted
    let voted = congress.elections.iter().filter(|election| election.stated.is_none() && election.elects());
    for election in voted {
        rows.extend(of_election(congress, election).into_iter().map(|row| (Group::Election(election.id), row)));
    }
    if !congress_sits {
        rows.extend(levels::rows(congress).into_iter().map(|row| (Group::Levels, Row::Level(row))));
    }
    rows.extend(congress.targets.iter().map(|target| (Group::Targets, Row::Target(target.id))));
    rows.push((Group::Targets, Row::Targets));
    rows.extend([Row::Resolution, Row::Minutes].map(|row| (Group::Resolution, row)));
    let others = congress.motions.iter().filter(|motion| motion.subject == Subject::Other);
    rows.extend(others.map(|motion| (Group::Other, Row::Motion(motion.id))));
    rows.push((Group::Other, Row::New));
    rows
}

/// The bodies of this kind of congress (rules §2): credentials only where delegates sit, counting only where something is elected.
fn bodies(congress: &Congress) -> impl Iterator<Item = Row> {
    let delegates = congress.meeting().has_delegates();
    let elects = !congress.elections.is_empty();
    let kinds = [BodyKind::Presidium, BodyKind::Secretariat, BodyKind::Credentials, BodyKind::Counting];
    let held = move |kind: &BodyKind| match kind {
        BodyKind::Credentials => delegates,
        BodyKind::Counting => elects,
        BodyKind::Presidium | BodyKind::Secretariat => true,
    };
    kinds.into_iter().filter(held).map(|kind| Row::Body(kind, None))
}

fn of_election(congress: &Congress, election: &Election) -> Vec<Row> {
    let id = election.id;
    let asked = congress.candidates_of(id).filter(|candidate| candidate.withdrawal.is_some());
    let mut rows = vec![Row::Seats(id)];
    rows.extend(asked.map(|candidate| Row::Withdrawal(id, candidate.person)));
    rows.extend([Row::List(id), Row::Body(BodyKind::Counting, Some(id))]);
    rows
}

/// The rows that an item of the agenda calls for, in their order; none where nothing is voted by hand in it.
pub fn fitting(congress: &Congress, item: &Item) -> Vec<Row> {
    let rows = rows(congress).into_iter().map(|(_, row)| row);
    let fits = |row: &Row| match item.kind {
        // the counting committee is voted when the ballot comes, unless the item says so
        ItemKind::Bodies => match row {
            Row::Body(BodyKind::Counting, None) => item.title.to_lowercase().contains("kiểm phiếu"),
            Row::Body(_, None) => true,
            _ => false,
        },
        ItemKind::Programme => matches!(row, Row::Programme | Row::Rules),
        ItemKind::Report | ItemKind::Attendance => of_report(congress, item.id, row),
        ItemKind::Election => of_ballot(congress, item.id, row),
        ItemKind::Targets => matches!(row, Row::Target(_) | Row::Targets),
        ItemKind::Classification => matches!(row, Row::Level(_)),
        ItemKind::Resolution => {
            let targets = !congress.targets.is_empty() && matches!(row, Row::Target(_) | Row::Targets);
            targets || *row == Row::Resolution
        }
        // the minutes are read back when the congress ends, not when a day does
        ItemKind::Closing => *row == Row::Minutes && congress.is_last(item.session),
        // a plenum elects in an item of no kind of its own
        ItemKind::Other => {
            congress.elections.iter().any(|election| election.item == Some(item.id))
                && of_ballot(congress, item.id, row)
        }
        _ => false,
    };
    let mut rows: Vec<Row> = rows.filter(fits).collect();
    if item.kind == ItemKind::Election {
        counting_after_list(&mut rows);
    }
    rows
}

/// Moves the general counting committee to where an election needs it: after its list (rules §3).
fn counting_after_list(rows: &mut Vec<Row>) {
    let general = Row::Body(BodyKind::Counting, None);
    rows.retain(|row| *row != general);
    let list = rows.iter().position(|row| matches!(row, Row::List(_)));
    rows.insert(list.map_or(rows.len(), |list| list + 1), general);
}

/// The reports of an item, or where it has none of its own, those that no item has.
fn of_report(congress: &Congress, item: ItemId, row: &Row) -> bool {
    let own = congress.reports.iter().any(|report| report.item == Some(item));
    match row {
        Row::Report(report) => {
            let of = congress.reports.get(report).and_then(|report| report.item);
            if own { of == Some(item) } else { of.is_none() }
        }
        Row::NewReport => true,
        _ => false,
    }
}

/// The rows of the elections of an item, or where it has none of its own, of every election.
fn of_ballot(congress: &Congress, item: ItemId, row: &Row) -> bool {
    let own = congress.elections.iter().any(|election| election.item == Some(item));
    let of = |id: &ElectionId| !own || congress.elections.get(id).is_some_and(|election| election.item == Some(item));
    match row {
        Row::Seats(id) | Row::Withdrawal(id, _) | Row::List(id) | Row::Body(BodyKind::Counting, Some(id)) => of(id),
        Row::Body(BodyKind::Counting, None) => true,
        _ => false,
    }
}

/// What a row is called in the list.
pub fn label(congress: &Congress, row: Row, lang: Lang) -> String {
    let word = |word: Word| word(lang).to_owned();
    match row {
        Row::Body(BodyKind::Counting, Some(_)) => word(w::own_counting),
        Row::Body(kind, _) => word(body_word(kind, congress.meeting().kind)),
        Row::Programme => word(w::programme),
        Row::Rules => word(w::rules),
        Row::Report(report) => congress.reports.get(&report).map(|report| report.title.clone()).unwrap_or_default(),
        Row::NewReport => word(w::new_report),
        Row::Seats(_) => word(w::seats),
        Row::Withdrawal(_, person) => w::withdraws(lang, name(congress, person)),
        Row::List(_) => word(w::list),
        Row::Target(target) => congress.targets.get(&target).map(|target| target.text.clone()).unwrap_or_default(),
        Row::Level(levelled) => levels::label(congress, levelled, lang),
        Row::Targets => word(w::all_targets),
        Row::Resolution => word(w::resolution),
        Row::Minutes => word(w::minutes),
        Row::Motion(motion) => congress.motions.get(&motion).map(|motion| motion.text.clone()).unwrap_or_default(),
        Row::New => word(w::another),
    }
}

/// What a heading says.
pub fn heading(congress: &Congress, group: Group, lang: Lang) -> String {
    let word = |word: Word| word(lang).to_owned();
    match group {
        Group::Bodies if congress.meeting().is_review() => word(w::in_charge),
        Group::Bodies => word(w::bodies),
        Group::Programme if congress.meeting().is_review() => word(w::programme),
        Group::Programme => word(w::programme_and_rules),
        Group::Reports => word(w::reports),
        Group::Election(election) => w::elects(lang, title(congress, election)),
        Group::Levels => word(w::levels),
        Group::Targets => word(w::targets),
        Group::Resolution => word(w::resolutions),
        Group::Other => word(w::others),
    }
}

/// The word for a kind of body: a review meeting has a chair and a secretary instead (rules §8).
pub fn body_word(kind: BodyKind, meeting: Kind) -> Word {
    match kind {
        BodyKind::Presidium if meeting == Kind::Review => w::chair,
        BodyKind::Secretariat if meeting == Kind::Review => w::taker,
        BodyKind::Presidium => w::presidium,
        BodyKind::Secretariat => w::secretariat,
        BodyKind::Credentials => w::credentials,
        BodyKind::Counting => w::counting,
    }
}

/// The name of a person on the roster.
pub fn name(congress: &Congress, person: PersonId) -> &str {
    congress.people.get(&person).map_or("", |person| person.name.as_str())
}

/// The title of an election.
pub fn title(congress: &Congress, election: ElectionId) -> &str {
    congress.elections.get(&election).map_or("", |election| election.title.as_str())
}

/// The request of a candidate to withdraw.
pub fn request(congress: &Congress, election: ElectionId, person: PersonId) -> Option<&Withdrawal> {
    congress.candidates.get(&(election, person))?.withdrawal.as_ref()
}
