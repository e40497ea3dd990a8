//! What one paper lacks, and the papers that cannot be composed yet with what each waits for.

use crate::domain::{
    Congress,
    agenda::SessionKind,
    election::{Election, RoundState, list::Voters, result},
    meeting::Roster,
    people::Person,
};

use super::{Missing, MissingKind, Place, of};
use crate::papers::issuing::plenum;
use crate::papers::phrases::{bare, comrades, count_of};
use crate::papers::poll::Poll;
use crate::papers::{PaperName, credentials};

/// What a paper lacks: of everything missing in the minutes what it tells too, and what it alone asks for.
pub fn of_paper(congress: &Congress, name: PaperName) -> Vec<Missing> {
    among(congress, name, &of(congress))
}

/// What a paper lacks, where everything missing in the minutes is known already: for a whole dossier at once.
pub fn among(congress: &Congress, name: PaperName, all: &[Missing]) -> Vec<Missing> {
    use MissingKind as K;
    let wanted: &[MissingKind] = match name {
        PaperName::Minutes => return all.to_vec(),
        PaperName::Index => return Vec::new(),
        PaperName::AttendanceReport | PaperName::Credentials => {
            &[K::Session, K::Locality, K::Venue, K::AttendanceMark, K::AbsenceReason]
        }
        PaperName::Resolution => &[
            K::Session,
            K::Locality,
            K::Presidium,
            K::ReportVote,
            K::AmendmentVote,
            K::TargetsVote,
            K::ElectionResult,
            K::ResolutionVote,
        ],
        PaperName::Results => &[
            K::Session,
            K::Locality,
            K::Presidium,
            K::AttendanceMark,
            K::AbsenceReason,
            K::TargetsVote,
            K::ElectionResult,
            K::ResolutionVote,
        ],
        PaperName::PreparatoryMinutes(_) | PaperName::SessionMinutes(_) => {
            &[K::Locality, K::Venue, K::Presidium, K::Secretariat, K::AttendanceMark]
        }
        PaperName::Programme | PaperName::Candidates(_) | PaperName::PlenumMinutes => {
            &[K::Session, K::Locality, K::Presidium]
        }
        _ => &[K::Session, K::Locality],
    };
    let mut missing: Vec<Missing> = all.iter().filter(|missing| wanted.contains(&missing.kind)).cloned().collect();
    match name {
        PaperName::Credentials => {
            missing.extend(records(congress, congress.people_present()));
            missing.extend(complaints(congress));
        }
        PaperName::AttendanceReport => missing.extend(records(congress, congress.people_present())),
        PaperName::Results => missing.extend(records(congress, elected(congress))),
        PaperName::Tally(round) => missing.extend(sealing(congress, round)),
        PaperName::PlenumMinutes => missing.push(signers(congress)),
        _ => {}
    }
    missing
}

/// Those elected to any office.
fn elected(congress: &Congress) -> impl Iterator<Item = &Person> {
    let mut people: Vec<_> =
        congress.elections.iter().filter_map(|election| result::elected(congress, election)).flatten().collect();
    people.sort_unstable();
    people.dedup();
    people.into_iter().filter_map(|person| congress.people.get(&person))
}

/// People whose sex, birth or ethnic group is not recorded.
fn records<'c>(congress: &Congress, people: impl Iterator<Item = &'c Person>) -> Option<Missing> {
    let lacks =
        |person: &&Person| person.sex.is_none() || person.record.born.is_none() || person.record.ethnicity.is_none();
    let lacking: Vec<&Person> = people.filter(lacks).collect();
    let first = lacking.first().filter(|_| congress.meeting().roster == Roster::Complete)?;
    let (vi, en) = (comrades(count_of(&lacking)), lacking.len());
    Some(Missing::new(
        MissingKind::PersonRecord,
        Place::Roll(Some(first.id)),
        format!("{vi} chưa đủ giới tính, ngày sinh, dân tộc, đầu tiên là {}.", first.name),
        format!("Sex, birth or ethnic group of {en} is not recorded, {} first.", first.name),
    ))
}

fn complaints(congress: &Congress) -> Option<Missing> {
    congress.meeting().about.complaints.is_none().then(|| {
        Missing::new(
            MissingKind::Complaints,
            Place::Minutes,
            "Chưa ghi đơn thư về tư cách đại biểu; báo cáo ghi là (không nêu).",
            "Nothing is recorded about complaints; the report prints (không nêu).",
        )
    })
}

/// Whoever writes for the plenum is nobody the file names; whoever chairs it is the secretary, once one is elected.
fn signers(congress: &Congress) -> Missing {
    let (vi, en) = match plenum::chair(congress).name {
        Some(_) => ("người ghi biên bản", "writer"),
        None => ("người chủ trì và người ghi biên bản", "chair and writer"),
    };
    Missing::new(
        MissingKind::PlenumSigners,
        Place::Minutes,
        format!("Hội nghị lần thứ nhất: chưa có tên {vi}; ghi bằng tay khi ký."),
        format!("First plenum: {en} not named; filled in by hand when signed."),
    )
}

fn sealing(congress: &Congress, round: crate::domain::id::RoundId) -> Option<Missing> {
    let round = congress.rounds.get(&round).filter(|round| round.state == RoundState::Announced)?;
    let title = bare(&congress.elections.get(&round.election)?.title);
    Some(Missing::new(
        MissingKind::BallotsHandedOver,
        Place::Elections(Some(round.election)),
        format!("Phiếu bầu “{title}” chưa ghi việc niêm phong, bàn giao."),
        format!("The ballots of “{title}” are not recorded as sealed and handed over."),
    ))
}

/// A paper that cannot be composed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// Its title in Vietnamese, for menus.
    pub title: String,
    /// What it waits for.
    pub missing: Missing,
}

/// The papers that wait for something, in the order of the dossier.
pub fn awaited(congress: &Congress) -> Vec<Awaited> {
    let mut waiting = Vec::new();
    let wait = |title: &str, kind, place, (vi, en): (&str, &str)| Awaited {
        title: title.to_owned(),
        missing: Missing::new(kind, place, vi, en),
    };
    let review = congress.meeting().is_review();
    if congress.items.is_empty() {
        let told = ("Chưa có mục chương trình nào.", "The agenda has no item yet.");
        waiting.push(wait("Chương trình", MissingKind::Items, Place::Run(None), told));
    }
    if !review && congress.meeting().roster == Roster::Complete && !credentials::is_begun(congress) {
        let title = if congress.meeting().has_delegates() {
            "Báo cáo thẩm tra tư cách đại biểu"
        } else {
            "Báo cáo tình hình đảng viên tham dự đại hội"
        };
        let told = ("Chưa điểm danh ai có mặt.", "Nobody is marked present yet.");
        waiting.push(wait(title, MissingKind::RollBegun, Place::Roll(None), told));
    }
    waiting.extend(congress.elections.iter().filter_map(|election| of_election(congress, election)));
    let opened = congress.sessions.iter().any(|session| session.opened_at.is_some());
    if !review && !opened {
        let told = ("Đại hội chưa khai mạc.", "The congress has not opened yet.");
        waiting.push(wait("Báo cáo kết quả đại hội", MissingKind::Opening, Place::Run(None), told));
    }
    let preparatory = |session: &&crate::domain::agenda::Session| {
        session.kind == SessionKind::Preparatory && session.opened_at.is_none()
    };
    if congress.sessions.iter().any(|session| preparatory(&session)) {
        let told = ("Phiên trù bị chưa bắt đầu.", "The preparatory session has not begun yet.");
        waiting.push(wait("Biên bản phiên trù bị", MissingKind::Opening, Place::Run(None), told));
    }
    waiting
}

fn of_election(congress: &Congress, election: &Election) -> Option<Awaited> {
    if election.stated.is_some() || result::settled(congress, election) {
        return None;
    }
    let title = bare(&election.title);
    let plenum = if election.voters == Voters::Plenum { " (hội nghị lần thứ nhất)" } else { "" };
    let (papers, kind, vi, en) = match congress.round_now(election.id) {
        None if Poll::due(congress, election).is_none() => (
            "Danh sách bầu cử, thể lệ, phiếu bầu",
            MissingKind::ListVote,
            "Chưa biểu quyết danh sách bầu cử.",
            "The list of candidates is not voted yet.",
        ),
        Some(round) if round.is_counted() || round.is_void() => return None,
        _ => (
            "Biên bản kiểm phiếu, nhật ký nhập phiếu",
            MissingKind::CountClosed,
            "Trưởng ban kiểm phiếu chưa khóa kết quả.",
            "The head of counting has not closed the count yet.",
        ),
    };
    let missing = Missing::new(kind, Place::Elections(Some(election.id)), vi, en);
    Some(Awaited { title: format!("{papers} – {title}{plenum}"), missing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample::{Until, counted_delegates, office};

    #[test]
    fn a_complete_congress_waits_for_nothing_and_its_papers_lack_little() {
        let congress = office(Until::End);
        assert_eq!(awaited(&congress), []);
        for name in PaperName::all(&congress) {
            let missing = of_paper(&congress, name);
            assert!(missing.iter().all(|missing| missing.kind == MissingKind::PersonRecord), "{name:?}: {missing:#?}");
        }
        // of these delegates everything is recorded
        let congress = counted_delegates();
        assert_eq!(of_paper(&congress, PaperName::Credentials), []);
    }

    #[test]
    fn the_minutes_of_a_plenum_lack_who_writes_them() {
        let missing = of_paper(&crate::papers::sample::counted_delegates(), PaperName::PlenumMinutes);
        let signers: Vec<_> = missing.iter().filter(|missing| missing.kind == MissingKind::PlenumSigners).collect();
        assert_eq!(signers.len(), 1, "{missing:#?}");
        assert!(!signers[0].vi.contains("người chủ trì"), "the secretary is elected and chairs: {signers:#?}");
    }

    #[test]
    fn a_list_that_is_not_voted_holds_up_its_ballot() {
        let mut congress = office(Until::Discussion);
        let mut election = office(Until::End).elections.iter().next().expect("an election").clone();
        (election.seats_by, election.list_by) = (None, None);
        congress.elections.put(election);
        let waiting = awaited(&congress);
        assert_eq!(waiting.len(), 1, "{waiting:#?}");
        assert_eq!(waiting[0].missing.kind, MissingKind::ListVote);
        assert!(waiting[0].title.contains("Chi ủy nhiệm kỳ 2022 – 2025"));
    }
}
