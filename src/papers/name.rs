//! The register of the papers there are: by which word each is asked for, its title, its file, its type in the number series.

use crate::domain::{
    Congress, Role,
    agenda::{Session, SessionKind},
    election::{Round, RoundState, list::Voters},
    fold::fold,
    id::{ElectionId, RoundId, SessionId},
    issuing::Code,
    meeting::Roster,
};

use super::paper::Paper;
use super::poll::{Poll, PollId};
use super::{
    ballot, candidates, credentials, entry_log, index, issued, issuing, minutes, programme, resolution, results,
    reworded, roll, rules, script, sealing, tally, tone,
};

/// A paper of the dossier, by which it is asked for on the command line and kept in rewordings and issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperName {
    /// The index of the dossier (mục lục hồ sơ).
    Index,
    /// The programme (chương trình).
    Programme,
    /// The chair's script (kịch bản điều hành).
    Script,
    /// The attendance list of a session (danh sách điểm danh).
    Attendance(SessionId),
    /// The attendance report of a congress of members (báo cáo tình hình đảng viên).
    AttendanceReport,
    /// The credentials report of a congress of delegates (báo cáo thẩm tra tư cách đại biểu).
    Credentials,
    /// The list of candidates of a vote (danh sách bầu cử).
    Candidates(PollId),
    /// The rules of a vote (thể lệ bầu cử).
    Rules(PollId),
    /// The ballot paper of a vote (phiếu bầu, phiếu xin ý kiến, phiếu giới thiệu).
    Ballot(PollId),
    /// The tally record of one round (biên bản kiểm phiếu).
    Tally(RoundId),
    /// The entry log of the count of one round (nhật ký nhập phiếu bầu).
    EntryLog(RoundId),
    /// The sealing note of one round (biên bản niêm phong, bàn giao).
    Sealing(RoundId),
    /// The resolution (nghị quyết).
    Resolution,
    /// The report on the results (báo cáo kết quả đại hội).
    Results,
    /// The minutes of a preparatory session (biên bản phiên trù bị).
    PreparatoryMinutes(SessionId),
    /// The minutes of one of several official sessions (biên bản phiên họp).
    SessionMinutes(SessionId),
    /// The minutes (biên bản đại hội, hội nghị).
    Minutes,
    /// The minutes of the first plenum of the committee just elected (biên bản hội nghị lần thứ nhất).
    PlenumMinutes,
}

impl PaperName {
    /// Every paper that can be composed now, in the order of the dossier.
    pub fn all(congress: &Congress) -> Vec<Self> {
        let sessions: Vec<SessionId> = congress.sessions_in_order().map(|session| session.id).collect();
        let delegates = congress.meeting().has_delegates();
        let report = if delegates { Self::Credentials } else { Self::AttendanceReport };
        let mut names = vec![Self::Index, Self::Programme, Self::Script];
        names.extend(sessions.iter().map(|session| Self::Attendance(*session)));
        names.push(report);
        for election in congress.ballots_in_order() {
            for poll in Poll::ids(congress, election) {
                if election.elects() {
                    names.push(Self::Candidates(poll));
                }
                names.extend([Self::Rules(poll), Self::Ballot(poll)]);
                let round = congress.rounds_of(election.id).find(|round| round.number == poll.number);
                names.extend(
                    round
                        .iter()
                        .flat_map(|round| [Self::Tally(round.id), Self::EntryLog(round.id), Self::Sealing(round.id)]),
                );
            }
        }
        names.extend([Self::Resolution, Self::Results]);
        names.extend(sessions.iter().map(|session| Self::PreparatoryMinutes(*session)));
        names.extend(sessions.iter().map(|session| Self::SessionMinutes(*session)));
        names.extend([Self::Minutes, Self::PlenumMinutes]);
        names.retain(|name| name.is_there(congress));
        names
    }

    /// Whether the paper can be composed now; asked for every paper without composing it.
    fn is_there(self, congress: &Congress) -> bool {
        let round = |id: RoundId| congress.rounds.get(&id);
        match self {
            Self::Index | Self::Minutes | Self::Candidates(_) | Self::Rules(_) | Self::Ballot(_) => true,
            Self::Programme => !congress.items.is_empty(),
            Self::Script => congress.items.iter().any(|item| !item.script.trim().is_empty()),
            Self::Attendance(_) => congress.meeting().roster == Roster::Complete && !congress.people.is_empty(),
            Self::AttendanceReport => !congress.meeting().is_review() && credentials::is_begun(congress),
            Self::Credentials => credentials::is_begun(congress),
            Self::Tally(id) => round(id).is_some_and(|round| round.is_counted() || round.state == RoundState::Annulled),
            Self::EntryLog(id) => round(id).is_some_and(Round::is_counted),
            Self::Sealing(id) => round(id).is_some_and(|round| round.times.handed_over.is_some()),
            Self::Resolution => resolution::is_begun(congress),
            Self::Results => results::is_begun(congress),
            Self::PreparatoryMinutes(id) => has_opened(congress, id, SessionKind::Preparatory),
            // the minutes of a single official session are those of the meeting
            Self::SessionMinutes(id) => {
                let official = congress.sessions.iter().filter(|session| session.kind == SessionKind::Official);
                official.count() > 1 && has_opened(congress, id, SessionKind::Official)
            }
            Self::PlenumMinutes => minutes::has_plenum(congress),
        }
    }

    /// The papers a word of `--paper` asks for: `all`, the kind (`tally`), one paper (`tally-2`), or its file's name. None
    /// where the word is not known or there is no such paper yet.
    pub fn asked(congress: &Congress, word: &str) -> Vec<Self> {
        let wanted =
            |name: &Self| word == "all" || word == name.kind() || word == name.word() || word == name.file(congress);
        Self::all(congress).into_iter().filter(wanted).collect()
    }

    /// The word of the kind of paper: `minutes`, `tally`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Index => "index",
            Self::Programme => "programme",
            Self::Script => "script",
            Self::Attendance(_) => "attendance",
            Self::AttendanceReport => "attendance-report",
            Self::Credentials => "credentials",
            Self::Candidates(_) => "candidates",
            Self::Rules(_) => "rules",
            Self::Ballot(_) => "ballot",
            Self::Tally(_) => "tally",
            Self::EntryLog(_) => "entry-log",
            Self::Sealing(_) => "sealing",
            Self::Resolution => "resolution",
            Self::Results => "results",
            Self::PreparatoryMinutes(_) => "minutes-preparatory",
            Self::SessionMinutes(_) => "minutes-session",
            Self::Minutes => "minutes",
            Self::PlenumMinutes => "minutes-plenum",
        }
    }

    /// The word of this paper, under which rewordings and issues are kept: `minutes`, `tally-2`, `ballot-1-2`.
    pub fn word(self) -> String {
        let kind = self.kind();
        match self {
            Self::Attendance(session) | Self::PreparatoryMinutes(session) | Self::SessionMinutes(session) => {
                format!("{kind}-{session}")
            }
            Self::Candidates(poll) | Self::Rules(poll) | Self::Ballot(poll) => {
                format!("{kind}-{}-{}", poll.election, poll.number)
            }
            Self::Tally(round) | Self::EntryLog(round) | Self::Sealing(round) => format!("{kind}-{round}"),
            _ => kind.to_owned(),
        }
    }

    /// The type of the paper in the one number series; none for papers outside it, such as a ballot or a list on the wall.
    pub const fn code(self) -> Option<Code> {
        match self {
            Self::Programme => Some(Code::Programme),
            Self::AttendanceReport | Self::Credentials | Self::Results => Some(Code::Report),
            Self::Tally(_)
            | Self::Sealing(_)
            | Self::PreparatoryMinutes(_)
            | Self::SessionMinutes(_)
            | Self::Minutes
            | Self::PlenumMinutes => Some(Code::Minutes),
            Self::Resolution => Some(Code::Resolution),
            _ => None,
        }
    }

    /// The name of the kind of paper in Vietnamese: `Biên bản kiểm phiếu`.
    const fn label(self) -> &'static str {
        match self {
            Self::Index => "Mục lục hồ sơ",
            Self::Programme => "Chương trình",
            Self::Script => "Kịch bản điều hành",
            Self::Attendance(_) => "Danh sách điểm danh",
            Self::AttendanceReport => "Báo cáo tình hình đảng viên tham dự đại hội",
            Self::Credentials => "Báo cáo thẩm tra tư cách đại biểu",
            Self::Candidates(_) => "Danh sách bầu cử",
            Self::Rules(_) => "Thể lệ bầu cử",
            Self::Ballot(_) => "Phiếu bầu",
            Self::Tally(_) => "Biên bản kiểm phiếu",
            Self::EntryLog(_) => "Nhật ký nhập phiếu bầu",
            Self::Sealing(_) => "Biên bản niêm phong, bàn giao phiếu bầu",
            Self::Resolution => "Nghị quyết đại hội",
            Self::Results => "Báo cáo kết quả đại hội",
            Self::PreparatoryMinutes(_) => "Biên bản phiên trù bị",
            Self::SessionMinutes(_) => "Biên bản phiên chính thức",
            Self::Minutes => "Biên bản",
            Self::PlenumMinutes => "Biên bản hội nghị lần thứ nhất",
        }
    }

    /// The title in Vietnamese, for menus.
    pub fn title(self, congress: &Congress) -> String {
        let label = self.label();
        if self == Self::Minutes {
            return format!("Biên bản {}", issuing::whole_name(congress.meeting()));
        }
        if let Some((title, number)) = self.vote(congress) {
            // what asks an opinion is named so by its own title
            let asks = title.starts_with("Phiếu ");
            let label = match self {
                Self::Ballot(_) if asks => None,
                Self::Rules(_) if asks => Some("Thể lệ lấy phiếu"),
                _ => Some(label),
            };
            let several = congress.elections.iter().find(|election| election.title == title);
            let rounds = several.map_or(0, |election| Poll::ids(congress, election).len());
            let named = label.map_or(title.clone(), |label| format!("{label} – {title}"));
            return if rounds > 1 { format!("{named}, vòng {number}") } else { named };
        }
        let session = |id| congress.sessions.get(&id).filter(|_| congress.sessions.len() > 1);
        match self {
            Self::Attendance(id) => session(id).map_or(label.to_owned(), |session| {
                format!("{label} – {}", super::phrases::small(&programme::session_title(session)))
            }),
            Self::PreparatoryMinutes(id) | Self::SessionMinutes(id) => session(id)
                .map_or(label.to_owned(), |session| {
                    format!("Biên bản {}", super::phrases::small(&programme::session_title(session)))
                }),
            _ => label.to_owned(),
        }
    }

    /// The election a paper of one vote belongs to.
    fn election(self, congress: &Congress) -> Option<ElectionId> {
        match self {
            Self::Candidates(poll) | Self::Rules(poll) | Self::Ballot(poll) => Some(poll.election),
            Self::Tally(id) | Self::EntryLog(id) | Self::Sealing(id) => {
                congress.rounds.get(&id).map(|round| round.election)
            }
            _ => None,
        }
    }

    /// Whether the committee just elected issues the paper at its first plenum, not the congress.
    pub fn is_of_plenum(self, congress: &Congress) -> bool {
        let election = self.election(congress).and_then(|id| congress.elections.get(&id));
        self == Self::PlenumMinutes || election.is_some_and(|election| election.voters == Voters::Plenum)
    }

    /// Whether a role may have the paper (design §2): what was keyed paper by paper leaves the file only through the head of counting,
    /// desks and the screen of the hall write no papers.
    pub const fn is_open_to(self, role: Role) -> bool {
        match role {
            Role::Head => true,
            Role::Secretary | Role::Presidium => !matches!(self, Self::EntryLog(_)),
            Role::Counter | Role::Hall => false,
        }
    }

    /// Title of the election and number of the vote, for a paper of one vote.
    fn vote(self, congress: &Congress) -> Option<(String, u16)> {
        let number = match self {
            Self::Candidates(poll) | Self::Rules(poll) | Self::Ballot(poll) => poll.number,
            Self::Tally(id) | Self::EntryLog(id) | Self::Sealing(id) => congress.rounds.get(&id)?.number,
            _ => return None,
        };
        Some((congress.elections.get(&self.election(congress)?)?.title.clone(), number))
    }

    /// The name of its file without extension: `bien-ban-kiem-phieu-1-chi-uy-vong-1`.
    pub fn file(self, congress: &Congress) -> String {
        let election = self.election(congress);
        let label = match self {
            Self::Minutes if congress.meeting().is_review() => "bien-ban-hoi-nghi".to_owned(),
            Self::Minutes => "bien-ban-dai-hoi".to_owned(),
            Self::Attendance(session) | Self::PreparatoryMinutes(session) | Self::SessionMinutes(session)
                if congress.sessions.len() > 1 =>
            {
                format!("{}-{session}", slug(self.label()))
            }
            _ => slug(self.label()),
        };
        match (election, self.vote(congress)) {
            (Some(election), Some((title, number))) => format!("{label}-{election}-{}-vong-{number}", slug(&title)),
            (Some(election), None) => {
                let title = congress.elections.get(&election).map(|election| slug(&election.title)).unwrap_or_default();
                format!("{label}-{election}-{title}")
            }
            (None, _) => label,
        }
    }

    /// The paper as the data gives it, in the tone style of the file; none where it cannot be composed yet.
    pub fn from_data(self, congress: &Congress) -> Option<Paper> {
        let paper = match self {
            Self::Index => Some(index::compose(congress)),
            Self::Programme => programme::compose(congress),
            Self::Script => script::compose(congress),
            Self::Attendance(session) => roll::compose(congress, session),
            Self::AttendanceReport => credentials::attendance_report(congress),
            Self::Credentials => credentials::credentials(congress),
            Self::Candidates(poll) => candidates::compose(congress, poll),
            Self::Rules(poll) => rules::compose(congress, poll),
            Self::Ballot(poll) => ballot::compose(congress, poll),
            Self::Tally(round) => tally::compose(congress, round),
            Self::EntryLog(round) => entry_log::compose(congress, round),
            Self::Sealing(round) => sealing::compose(congress, round),
            Self::Resolution => resolution::compose(congress),
            Self::Results => results::compose(congress),
            Self::PreparatoryMinutes(session) | Self::SessionMinutes(session) => minutes::of_session(congress, session),
            Self::Minutes => Some(minutes::compose(congress)),
            Self::PlenumMinutes => minutes::of_plenum(congress),
        }?;
        Some(tone::styled(congress, paper))
    }

    /// The paper with the rewordings laid over the data, before it has a number.
    pub fn unnumbered(self, congress: &Congress) -> Option<Paper> {
        Some(reworded(congress, self.from_data(congress)?, &self.word()))
    }

    /// The paper as it prints: the data with the rewordings laid over it, and its number once this content is issued.
    pub fn compose(self, congress: &Congress) -> Option<Paper> {
        Some(issued::numbered(congress, self, self.unnumbered(congress)?))
    }
}

fn has_opened(congress: &Congress, session: SessionId, kind: SessionKind) -> bool {
    let opened = |session: &Session| session.kind == kind && session.opened_at.is_some();
    congress.sessions.get(&session).is_some_and(opened)
}

/// A title as part of a file's name: no marks, no spaces, at most the words before its term.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let before_term = folded.split("nhiem ky").next().unwrap_or_default();
    let words = before_term.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.take(8).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_office_alone() {
        assert_eq!(slug("Chi ủy nhiệm kỳ 2022 – 2025"), "chi-uy");
        assert_eq!(slug("Đại biểu dự Đại hội Đảng bộ UBND Quận 1"), "dai-bieu-du-dai-hoi-dang-bo-ubnd");
    }
}
