//! Facts the minutes need that nobody recorded yet, each with the place where it is entered. Nothing is judged here: a
//! congress may close with facts missing, and the minutes then say `(không nêu)`.

mod paper;

pub use paper::{Awaited, among, awaited, of_paper};

use crate::domain::{
    Congress, Lang,
    agenda::ItemState,
    bodies::BodyKind,
    election::{Election, Round, RoundState, list::Voters, result},
    floor::SpeechState,
    id::{ElectionId, GuestId, ItemId, MotionId, PersonId, ReportId, SpeechId},
    meeting::Roster,
    motions::Subject,
};

use super::issuing::body_in_charge;
use super::minutes::{has_come, was_heard};
use super::phrases::{bare, comrades, count_of};

/// What is missing; stable, for tests and for jumping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissingKind {
    /// No session is called, so that there is no date.
    Session,
    /// No locality for the line of place and date.
    Locality,
    /// No hall.
    Venue,
    /// No presidium (for a review meeting: no chair).
    Presidium,
    /// No secretariat (for a review meeting: no secretary).
    Secretariat,
    /// People summoned and neither present nor absent.
    AttendanceMark,
    /// People absent without a reason recorded.
    AbsenceReason,
    /// A guest of whom nobody knows whether they came.
    GuestMark,
    /// A report heard without a reader.
    ReportReader,
    /// A report heard without a vote.
    ReportVote,
    /// A speech made without a text for the minutes.
    SpeechText,
    /// A motion put and not voted.
    MotionVote,
    /// An amendment asked for and not voted.
    AmendmentVote,
    /// Targets not adopted.
    TargetsVote,
    /// An election whose result is not announced, or whose open seats nobody decided on.
    ElectionResult,
    /// Ballots not sealed and handed over.
    BallotsHandedOver,
    /// The resolution is not voted.
    ResolutionVote,
    /// An item neither finished nor skipped.
    ItemEnd,
    /// The minutes were not read back and agreed.
    MinutesAgreed,
    /// People of whom sex, birth or ethnic group is not recorded.
    PersonRecord,
    /// Nothing is recorded about complaints.
    Complaints,
    /// Who chairs the first plenum or writes its minutes.
    PlenumSigners,
    /// The agenda has no item.
    Items,
    /// Nobody is marked present.
    RollBegun,
    /// The session has not opened.
    Opening,
    /// The list of candidates is not voted.
    ListVote,
    /// The count is not closed.
    CountClosed,
}

/// Where a missing fact is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The run of the meeting, at this item.
    Run(Option<ItemId>),
    /// The roll, at this person.
    Roll(Option<PersonId>),
    /// The list of guests, at this guest.
    Guests(Option<GuestId>),
    /// The floor, at this speech.
    Floor(Option<SpeechId>),
    /// The hand votes, at this motion.
    Votes(Option<MotionId>),
    /// The hand votes, at this report: its reader, its gist, its vote.
    Report(ReportId),
    /// The elections, at this one.
    Elections(Option<ElectionId>),
    /// The minutes themselves: facts of the meeting.
    Minutes,
}

/// A fact that is missing, told in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What kind of fact.
    pub kind: MissingKind,
    /// Where it is entered.
    pub place: Place,
    vi: String,
    en: String,
}

impl Missing {
    fn new(kind: MissingKind, place: Place, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind, place, vi: vi.into(), en: en.into() }
    }

    /// The sentence in a language.
    pub fn told(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

/// Everything missing now, in the order of the minutes.
pub fn of(congress: &Congress) -> Vec<Missing> {
    let sections: [fn(&Congress) -> Vec<Missing>; 8] =
        [meeting, attendance, guests, bodies, reports, floor, votes, elections];
    let mut missing: Vec<Missing> = sections.iter().flat_map(|section| section(congress)).collect();
    missing.extend(ending(congress));
    missing
}

fn meeting(congress: &Congress) -> Vec<Missing> {
    let meeting = congress.meeting();
    let mut missing = Vec::new();
    let mut lacks = |absent: bool, kind, vi: &str, en: &str| {
        if absent {
            missing.push(Missing::new(kind, Place::Minutes, vi, en));
        }
    };
    lacks(
        congress.sessions.is_empty(),
        MissingKind::Session,
        "Chưa có phiên họp nào, chưa rõ ngày.",
        "No session is called: no date.",
    );
    lacks(meeting.locality.trim().is_empty(), MissingKind::Locality, "Chưa ghi địa danh.", "No locality is recorded.");
    let venue = meeting.venue.as_deref().unwrap_or_default().trim().is_empty();
    lacks(venue, MissingKind::Venue, "Chưa ghi địa điểm tổ chức.", "No hall is recorded.");
    missing
}

fn attendance(congress: &Congress) -> Vec<Missing> {
    let mut missing = Vec::new();
    if congress.meeting().roster == Roster::NamedOnly {
        return missing;
    }
    for session in congress.sessions_in_order().filter(|session| session.opened_at.is_some()) {
        let summoned = congress.summoned_to(session.id);
        let uncalled: Vec<_> =
            summoned.filter(|person| congress.attendance_of(session.id, person.id).is_none()).collect();
        if let Some(first) = uncalled.first() {
            let (vi, en) = (comrades(count_of(&uncalled)), uncalled.len());
            missing.push(Missing::new(
                MissingKind::AttendanceMark,
                Place::Roll(Some(first.id)),
                format!("Còn {vi} chưa điểm danh, đầu tiên là {}.", first.name),
                format!("{en} not called yet, {} first.", first.name),
            ));
        }
    }
    missing.extend(reasons(congress));
    missing
}

fn reasons(congress: &Congress) -> Vec<Missing> {
    let absent = congress
        .attendance
        .iter()
        .filter(|row| row.presence == crate::domain::attendance::Presence::Absent && row.reason.is_none());
    let told = |row: &crate::domain::attendance::Attendance| {
        let name = &congress.people.get(&row.person)?.name;
        Some(Missing::new(
            MissingKind::AbsenceReason,
            Place::Roll(Some(row.person)),
            format!("{name} vắng mặt, chưa ghi lý do; biên bản ghi là không có lý do."),
            format!("{name} is absent and no reason is recorded: printed as without reason."),
        ))
    };
    absent.filter_map(told).collect()
}

fn guests(congress: &Congress) -> Vec<Missing> {
    let opened = congress.sessions.iter().any(|session| session.opened_at.is_some());
    let unknown = congress.guests.iter().filter(|guest| opened && !has_come(congress, guest));
    unknown
        .map(|guest| {
            Missing::new(
                MissingKind::GuestMark,
                Place::Guests(Some(guest.id)),
                format!("Chưa ghi khách mời {} đã đến.", guest.label()),
                format!("{} is not marked as come.", guest.label()),
            )
        })
        .collect()
}

fn bodies(congress: &Congress) -> Vec<Missing> {
    let review = congress.meeting().is_review();
    let wanted = [
        (
            BodyKind::Presidium,
            MissingKind::Presidium,
            ("Chưa bầu đoàn chủ tịch.", "No presidium is elected."),
            ("Chưa ghi người chủ trì.", "No chair is recorded."),
        ),
        (
            BodyKind::Secretariat,
            MissingKind::Secretariat,
            ("Chưa bầu thư ký đại hội.", "No secretary is elected."),
            ("Chưa ghi thư ký hội nghị.", "No secretary is recorded."),
        ),
    ];
    wanted
        .into_iter()
        .filter(|(body, ..)| body_in_charge(congress, *body).is_none())
        .map(|(_, kind, congress, meeting)| {
            let (vi, en) = if review { meeting } else { congress };
            Missing::new(kind, Place::Votes(None), vi, en)
        })
        .collect()
}

fn reports(congress: &Congress) -> Vec<Missing> {
    let mut missing = Vec::new();
    for report in congress.reports.iter().filter(|report| was_heard(congress, report)) {
        let title = bare(&report.title);
        if report.reader.is_none() {
            missing.push(Missing::new(
                MissingKind::ReportReader,
                Place::Report(report.id),
                format!("Chưa ghi người trình bày “{title}”."),
                format!("Nobody is recorded as reader of “{title}”."),
            ));
        }
        let voted = |motion: &crate::domain::motions::Motion| {
            motion.subject == Subject::Report(report.id) && motion.vote.is_some()
        };
        if !congress.motions.iter().any(voted) {
            missing.push(Missing::new(
                MissingKind::ReportVote,
                Place::Report(report.id),
                format!("Chưa biểu quyết thông qua “{title}”."),
                format!("“{title}” is not voted."),
            ));
        }
    }
    missing
}

fn floor(congress: &Congress) -> Vec<Missing> {
    let blank =
        congress.speeches.iter().filter(|speech| speech.state == SpeechState::Done && speech.minutes.trim().is_empty());
    blank
        .map(|speech| {
            let name = congress.speaker_name(&speech.speaker);
            Missing::new(
                MissingKind::SpeechText,
                Place::Floor(Some(speech.id)),
                format!("Phát biểu của {name} chưa có nội dung ghi biên bản."),
                format!("The speech of {name} has no text for the minutes."),
            )
        })
        .collect()
}

fn votes(congress: &Congress) -> Vec<Missing> {
    let mut missing: Vec<Missing> = congress
        .motions
        .iter()
        .filter(|motion| motion.vote.is_none())
        .map(|motion| {
            let text = bare(&motion.text);
            Missing::new(
                MissingKind::MotionVote,
                Place::Votes(Some(motion.id)),
                format!("Nội dung “{text}” đã đưa ra, chưa biểu quyết."),
                format!("“{text}” was put and is not voted."),
            )
        })
        .collect();
    for target in congress.targets.iter() {
        if target.amendment.as_ref().is_some_and(|amendment| amendment.taken.is_none()) {
            let text = bare(&target.text);
            missing.push(Missing::new(
                MissingKind::AmendmentVote,
                Place::Votes(None),
                format!("Đề nghị điều chỉnh chỉ tiêu “{text}” chưa biểu quyết."),
                format!("The amendment of “{text}” is not voted."),
            ));
        }
    }
    if congress.targets.iter().any(|target| target.adopted.is_none()) {
        missing.push(Missing::new(
            MissingKind::TargetsVote,
            Place::Votes(None),
            "Các chỉ tiêu chưa được thông qua.",
            "The targets are not adopted.",
        ));
    }
    missing
}

fn elections(congress: &Congress) -> Vec<Missing> {
    let mut missing = Vec::new();
    for election in congress.elections.iter().filter(|election| election.voters == Voters::Congress) {
        let title = bare(&election.title);
        if !result::settled(congress, election) {
            missing.push(Missing::new(
                MissingKind::ElectionResult,
                Place::Elections(Some(election.id)),
                format!("Cuộc bầu “{title}” chưa có kết quả công bố hoặc quyết định của đại hội."),
                format!("The election “{title}” has no announced result or decision yet."),
            ));
        }
        missing.extend(unsealed(congress, election));
    }
    missing
}

fn unsealed(congress: &Congress, election: &Election) -> Option<Missing> {
    let title = bare(&election.title);
    let open = |round: &Round| round.state == RoundState::Announced;
    congress.rounds_of(election.id).any(open).then(|| {
        Missing::new(
            MissingKind::BallotsHandedOver,
            Place::Elections(Some(election.id)),
            format!("Phiếu bầu “{title}” chưa ghi việc niêm phong, bàn giao."),
            format!("The ballots of “{title}” are not recorded as sealed and handed over."),
        )
    })
}

/// The resolution, the open items, the reading back.
fn ending(congress: &Congress) -> Vec<Missing> {
    let mut missing = Vec::new();
    let review = congress.meeting().is_review();
    let voted = |wanted: &dyn Fn(&crate::domain::motions::Motion) -> bool| {
        congress.motions.iter().any(|motion| motion.vote.is_some() && wanted(motion))
    };
    if !review && !voted(&|motion| motion.subject == Subject::Resolution) {
        missing.push(Missing::new(
            MissingKind::ResolutionVote,
            Place::Votes(None),
            "Chưa biểu quyết nghị quyết đại hội.",
            "The resolution is not voted.",
        ));
    }
    for item in congress.whole_agenda() {
        if matches!(item.state, ItemState::Waiting | ItemState::Running) {
            missing.push(Missing::new(
                MissingKind::ItemEnd,
                Place::Run(Some(item.id)),
                format!("Nội dung “{}” chưa kết thúc.", bare(&item.title)),
                format!("“{}” is not finished.", bare(&item.title)),
            ));
        }
    }
    if !voted(&|motion| motion.subject == Subject::Minutes) {
        missing.push(Missing::new(
            MissingKind::MinutesAgreed,
            Place::Votes(None),
            "Chưa ghi việc đọc lại và thông qua biên bản (biểu quyết «Thông qua biên bản» ở mục bế mạc).",
            "The minutes are not recorded as read back and agreed (vote «Thông qua biên bản» at the closing).",
        ));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample;

    fn kinds(congress: &Congress) -> Vec<MissingKind> {
        of(congress).into_iter().map(|missing| missing.kind).collect()
    }

    #[test]
    fn a_complete_congress_lacks_nothing() {
        let missing = of(&sample::office(sample::Until::End));
        assert_eq!(missing, [], "{missing:#?}");
    }

    #[test]
    fn a_congress_half_way_lacks_what_is_still_to_come() {
        let congress = sample::office(sample::Until::Discussion);
        let missing = kinds(&congress);
        for kind in [
            MissingKind::SpeechText,
            MissingKind::AmendmentVote,
            MissingKind::TargetsVote,
            MissingKind::ResolutionVote,
            MissingKind::ItemEnd,
            MissingKind::MinutesAgreed,
        ] {
            assert!(missing.contains(&kind), "{kind:?}: {missing:?}");
        }
        assert!(!missing.contains(&MissingKind::Presidium));
    }

    #[test]
    fn an_empty_file_lacks_its_date_and_bodies_and_every_sentence_has_two_languages() {
        let missing = of(&Congress::default());
        let kinds: Vec<MissingKind> = missing.iter().map(|missing| missing.kind).collect();
        assert!(kinds.starts_with(&[MissingKind::Session, MissingKind::Locality, MissingKind::Venue]));
        assert!(missing.iter().all(|missing| missing.told(Lang::Vi) != missing.told(Lang::En)));
    }

    #[test]
    fn a_roster_of_named_people_alone_has_no_roll_to_call() {
        assert!(!kinds(&sample::named_only()).contains(&MissingKind::AttendanceMark));
    }
}
