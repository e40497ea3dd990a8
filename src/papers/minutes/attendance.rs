//! Attendance of each session: present and summoned, official and probationary, absent with reasons, late, left, quorum.

use chrono::NaiveDateTime;

use crate::domain::{
    agenda::{Session, SessionKind},
    attendance::{Attendance, Mark, Presence},
    figures::long_date,
    meeting::{Kind, Roster},
    people::{Person, Standing},
    regulation::Rule,
};

use super::Matter;
use crate::papers::paper::Block;
use crate::papers::phrases::{NOT_STATED, capital, clock, comrades, count_of, list, sentence, share};

/// The attendance paragraphs of every session whose roll was called.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let sessions = matter.sessions();
    let label = |session: &Session| (sessions.len() > 1).then(|| session_label(session));
    let mut blocks: Vec<Block> =
        sessions.iter().flat_map(|session| Roll::called(matter, session).blocks(label(session))).collect();
    let told = matter.congress.motions.iter().filter(|motion| matter.covers_motion(motion));
    if told.clone().any(|motion| motion.vote.as_ref().is_some_and(|vote| vote.base.is_some())) {
        let text = format!(
            "Tỷ lệ biểu quyết ghi trong biên bản này tính trên số {} được triệu tập, sau khi trừ các trường hợp theo quy \
             định (phân số ghi trong ngoặc đơn).",
            matter.words.full
        );
        blocks.push(Block::paragraph("basis", text));
    }
    blocks
}

/// The attendance of one session alone.
pub fn of_session(matter: Matter<'_>, session: &Session) -> Vec<Block> {
    Roll::called(matter, session).blocks(None)
}

fn session_label(session: &Session) -> String {
    let kind = match session.kind {
        SessionKind::Preparatory => "phiên trù bị",
        SessionKind::Official => "phiên chính thức",
    };
    format!("Tại {kind} {}, ", long_date(session.date))
}

/// The roll of one session.
struct Roll<'a> {
    matter: Matter<'a>,
    session: &'a Session,
    summoned: u64,
    came: Vec<(&'a Person, &'a Attendance)>,
    absent: Vec<(&'a Person, &'a Attendance)>,
}

impl<'a> Roll<'a> {
    fn called(matter: Matter<'a>, session: &'a Session) -> Self {
        let mut roll = Self { matter, session, summoned: 0, came: Vec::new(), absent: Vec::new() };
        let unseated = matter.congress.unseated(session.id);
        for person in matter.congress.people.iter().filter(|person| !unseated.contains(&person.id)) {
            let row = matter.congress.attendance_of(session.id, person.id);
            let came = row.is_some_and(Attendance::came);
            // an exempted member who comes is summoned by coming
            if !(person.is_summoned() || came && person.standing == Standing::Exempted) {
                continue;
            }
            roll.summoned += 1;
            match row {
                Some(row) if came => roll.came.push((person, row)),
                Some(row) => roll.absent.push((person, row)),
                None => {}
            }
        }
        roll
    }

    fn blocks(&self, label: Option<String>) -> Vec<Block> {
        let label = label.unwrap_or_default();
        let key = |part: &str| format!("attendance.{}.{part}", self.session.id);
        if self.matter.congress.meeting().roster == Roster::NamedOnly {
            if self.session.opened_at.is_none() {
                return Vec::new();
            }
            let text =
                format!("{label}số {} có mặt trên tổng số được triệu tập: {NOT_STATED}.", self.matter.words.attendee);
            return vec![Block::paragraph(key("present"), capital(&text))];
        }
        if self.came.is_empty() && self.absent.is_empty() {
            return Vec::new();
        }
        let mut blocks = Vec::new();
        if !self.came.is_empty() {
            let text = capital(&format!("{label}{}{}", self.present(), self.movements()));
            blocks.push(Block::paragraph(key("present"), text));
        }
        blocks.extend(self.absences().map(|text| Block::paragraph(key("absent"), text)));
        blocks.extend(self.replaced().map(|text| Block::paragraph(key("replaced"), text)));
        blocks.extend(self.quorum().map(|text| Block::paragraph(key("quorum"), text)));
        // the first keeps the key it had while there could be one only
        let below = |(number, text)| {
            Block::paragraph(key(&if number == 1 { "below".into() } else { format!("below.{number}") }), text)
        };
        blocks.extend((1..).zip(self.below_quorum()).map(below));
        blocks
    }

    /// `số đảng viên có mặt: 18 đồng chí trên tổng số 20 đồng chí được triệu tập, trong đó có …`
    fn present(&self) -> String {
        let words = self.matter.words;
        let came = count_of(&self.came);
        let text = format!(
            "số {} có mặt: {} trên tổng số {} được triệu tập",
            words.attendee,
            comrades(came),
            comrades(self.summoned)
        );
        format!("{text}{}.", self.standings())
    }

    fn standings(&self) -> String {
        let of = |wanted: fn(Standing) -> bool| {
            self.came.iter().filter(|(person, _)| wanted(person.standing)).count().try_into().unwrap_or(u64::MAX)
        };
        let probationary: u64 = of(|standing| standing == Standing::Probationary);
        let temporary: u64 = of(|standing| standing == Standing::TemporaryHere);
        if self.matter.congress.meeting().kind == Kind::Delegates {
            return String::new();
        }
        let full = count_of(&self.came) - probationary - temporary;
        if full == count_of(&self.came) {
            return ", đều là đảng viên chính thức".into();
        }
        let kinds = [
            (full, "đảng viên chính thức"),
            (probationary, "đảng viên dự bị"),
            (temporary, "đảng viên sinh hoạt tạm thời"),
        ];
        let told: Vec<String> = kinds
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, label)| crate::papers::phrases::counted(*number, label))
            .collect();
        format!(", trong đó có {}", list(&told))
    }

    /// Who came late and who left, with the times.
    fn movements(&self) -> String {
        let late = self.moved(|mark| (mark.presence == Presence::Present && mark.late).then_some(mark.at));
        let gone: Vec<String> = self
            .came
            .iter()
            .filter(|(_, row)| row.presence == Presence::Left)
            .filter_map(|(person, row)| Some(timed(&person.name, row.marks.last()?.at)))
            .collect();
        let told = |label: &str, people: &[String]| {
            if people.is_empty() { String::new() } else { format!(" {label}: {}.", list(people)) }
        };
        format!("{}{}", told("Đến muộn", &late), told("Về trước khi kết thúc", &gone))
    }

    fn moved(&self, when: impl Fn(&Mark) -> Option<NaiveDateTime>) -> Vec<String> {
        let of = |(person, row): &(&Person, &Attendance)| Some(timed(&person.name, row.marks.iter().find_map(&when)?));
        self.came.iter().filter_map(of).collect()
    }

    fn absences(&self) -> Option<String> {
        if self.absent.is_empty() {
            return None;
        }
        let named: Vec<String> = self
            .absent
            .iter()
            .map(|(person, row)| match &row.reason {
                Some(reason) => format!("{} (có lý do: {reason})", person.name),
                None => format!("{} (không có lý do)", person.name),
            })
            .collect();
        Some(format!("Vắng mặt {}: {}.", comrades(count_of(&self.absent)), list(&named)))
    }

    /// The alternates who sat in the place of absent delegates.
    fn replaced(&self) -> Option<String> {
        let people = &self.matter.congress.people;
        let told = |person: &Person| Some(format!("{} thay {}", person.name, people.get(&person.replaces?)?.name));
        let replaced: Vec<String> = self.came.iter().filter_map(|(person, _)| told(person)).collect();
        let text = format!("Đại biểu dự khuyết được thay đại biểu chính thức vắng mặt: {}.", list(&replaced));
        (!replaced.is_empty()).then_some(text)
    }

    /// The quorum, said once the session has opened on it.
    fn quorum(&self) -> Option<String> {
        let meeting = self.matter.congress.meeting();
        let came = u32::try_from(self.came.len()).unwrap_or(u32::MAX);
        let summoned = u32::try_from(self.summoned).unwrap_or(u32::MAX);
        let regulation = meeting.regulation();
        self.session.opened_at?;
        if meeting.is_review() || came < regulation.quorum_needed(summoned) {
            return None;
        }
        Some(format!(
            "Số {} có mặt đạt {} số được triệu tập, bảo đảm từ hai phần ba (2/3) trở lên; đại hội đủ điều kiện tiến hành \
             theo quy định tại {}.",
            self.matter.words.attendee,
            share(u64::from(came), self.summoned)?,
            regulation.cite(Rule::Quorum)
        ))
    }

    /// The chair's decisions to go on below the quorum, one for each time it was lost.
    fn below_quorum(&self) -> impl Iterator<Item = String> {
        self.matter.congress.below_quorum(self.session.id).map(|decision| {
            let when = clock(decision.at).map(|hour| format!("Lúc {hour}: ")).unwrap_or_default();
            format!("{when}{}", sentence(&decision.text))
        })
    }
}

fn timed(name: &str, at: NaiveDateTime) -> String {
    clock(at).map_or_else(|| name.to_owned(), |hour| format!("{name} (lúc {hour})"))
}
