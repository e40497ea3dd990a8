//! The minutes of the meeting (biên bản đại hội, hội nghị): frame, order and numbering of the sections. The sections are
//! composed in the files beside this one, one verb each: what has not happened yet is not there.

mod attendance;
mod bodies;
mod classification;
mod closing;
mod course;
mod elections;
mod floor;
mod gifts;
mod groups;
mod guests;
mod opening;
mod plenum;
mod reports;
mod resolution;
mod rounds;

use crate::domain::election::list::Voters;
use crate::domain::{
    Congress,
    agenda::Session,
    agenda::SessionKind,
    figures::{long_date, roman},
    id::{ItemId, SessionId},
    meeting::Meeting,
    motions::Motion,
};
use chrono::NaiveDateTime;

use super::issuing;
use super::paper::{Block, Level, Paper, Title};
use super::phrases::{Words, small};

pub use floor::discusses;
pub use guests::has_come;
pub use plenum::{has_plenum, of_plenum};
pub use reports::was_heard;

/// The congress the minutes are of, the words for its kind, and the session where they are of one alone.
#[derive(Clone, Copy)]
struct Matter<'a> {
    congress: &'a Congress,
    words: Words,
    session: Option<&'a Session>,
    /// Whose minutes they are.
    voters: Voters,
}

impl<'a> Matter<'a> {
    fn whole(congress: &'a Congress) -> Self {
        Self { congress, words: Words::of(congress.meeting().kind), session: None, voters: Voters::Congress }
    }

    /// The sessions the minutes are of.
    fn sessions(self) -> Vec<&'a Session> {
        let wanted = |session: &&Session| self.session.is_none_or(|only| only.id == session.id);
        self.congress.sessions_in_order().filter(wanted).collect()
    }

    /// Whether something that belongs to an item, or happened at a moment, belongs to the minutes.
    fn covers(self, item: Option<ItemId>, at: Option<NaiveDateTime>) -> bool {
        let Some(session) = self.session else { return true };
        match (item.and_then(|item| self.congress.items.get(&item)), at) {
            (Some(item), _) => item.session == session.id,
            (None, Some(at)) => self.congress.session_at(at).is_some_and(|of| of.id == session.id),
            (None, None) => false,
        }
    }

    /// A sentence on what was done in an item or at a moment. In the minutes of the whole meeting, what was done in its
    /// preparatory session does not stand as if the official one had done it: `Tại phiên trù bị, đại hội biểu quyết …`.
    fn placed(self, item: Option<ItemId>, at: Option<NaiveDateTime>, sentence: String) -> String {
        if self.is_preparatory(item, at) { format!("Tại phiên trù bị, {}", small(&sentence)) } else { sentence }
    }

    /// The same of what a hand vote decided.
    fn placed_motion(self, motion: &Motion, sentence: String) -> String {
        self.placed(motion.item, motion.vote.as_ref().map(|vote| vote.at), sentence)
    }

    /// Whether something that the minutes of the whole meeting tell was done in its preparatory session.
    fn is_preparatory(self, item: Option<ItemId>, at: Option<NaiveDateTime>) -> bool {
        let mut preparatory = self.congress.sessions.iter().filter(|session| session.kind == SessionKind::Preparatory);
        self.session.is_none() && preparatory.any(|session| Self { session: Some(session), ..self }.covers(item, at))
    }

    /// Whether a hand vote belongs to the minutes.
    fn covers_motion(self, motion: &Motion) -> bool {
        self.congress.hands_of(motion) == self.voters
            && self.covers(motion.item, motion.vote.as_ref().map(|vote| vote.at))
    }
}

/// A section: its title in capitals without the number, and its blocks.
struct Section {
    title: &'static str,
    blocks: Vec<Block>,
}

/// Who is there in one session, as the minutes tell it.
pub fn attendance_in(congress: &Congress, session: &Session) -> Vec<Block> {
    attendance::of_session(Matter::whole(congress), session)
}

/// Entries of one section under headings of their own, numbered where there are several.
fn numbered(entries: Vec<(String, Vec<Block>)>) -> Vec<Block> {
    let several = entries.len() > 1;
    let mut blocks = Vec::new();
    for (number, (title, told)) in (1..).zip(entries) {
        let heading = if several { format!("{number}. {title}") } else { title };
        blocks.push(Block::heading(Level::Section, heading));
        blocks.extend(told);
    }
    blocks
}

/// Composes the minutes as far as the meeting has come; the data alone, before any rewording.
pub fn compose(congress: &Congress) -> Paper {
    composed(Matter::whole(congress), title(congress.meeting()))
}

/// Composes the minutes of one session alone, as of the preparatory one (phiên trù bị); none before it has opened.
pub fn of_session(congress: &Congress, session: SessionId) -> Option<Paper> {
    let session = congress.sessions.get(&session).filter(|session| session.opened_at.is_some())?;
    let named = match session.kind {
        SessionKind::Preparatory => "Phiên trù bị",
        SessionKind::Official => "Phiên chính thức",
    };
    let meeting = congress.meeting();
    let title = Title::new("BIÊN BẢN", format!("{named} {}", issuing::meeting_of(meeting)));
    let title = issuing::ordinal_and_term(meeting).into_iter().fold(title, Title::line);
    let several = congress.sessions.iter().filter(|other| other.kind == session.kind).count() > 1;
    let title = if several { title.line(format!("({})", long_date(session.date))) } else { title };
    Some(composed(Matter { session: Some(session), ..Matter::whole(congress) }, title))
}

fn composed(matter: Matter<'_>, title: Title) -> Paper {
    let congress = matter.congress;
    let day = matter.session.map(|session| session.date);
    let paper = Paper::new(issuing::dated(congress, issuing::head(congress, "BB"), day), title)
        .with(opening::blocks(matter))
        .with(attendance::blocks(matter))
        .with(guests::blocks(matter));
    let told = sections(matter).into_iter().filter(|section| !section.blocks.is_empty());
    let paper = (1..).zip(told).fold(paper, |paper, (number, section)| {
        let heading = format!("{}. {}", roman(number), section.title);
        paper.heading(Level::Part, heading).with(section.blocks)
    });
    let paper = paper.with(course::annex(matter));
    issuing::marked(congress, paper.signed(closing::signatures(congress)).sent_to(issuing::recipients(congress)))
}

fn title(meeting: &Meeting) -> Title {
    let title = Title::new("BIÊN BẢN", issuing::meeting_of(meeting));
    match issuing::ordinal_and_term(meeting) {
        Some(which) => title.line(which),
        None => title,
    }
}

fn sections(matter: Matter<'_>) -> Vec<Section> {
    let review = matter.congress.meeting().is_review();
    let section = |title, blocks| Section { title, blocks };
    let superior = section(floor::superior_title(matter), floor::superior(matter));
    if review {
        return vec![
            section("CÁC BÁO CÁO TRÌNH HỘI NGHỊ", reports::blocks(matter)),
            section("THẢO LUẬN", floor::discussion(matter)),
            superior,
            section("ĐÁNH GIÁ, XẾP LOẠI VÀ ĐỀ NGHỊ CẤP TRÊN", resolution::classified(matter)),
            section("CHỈ TIÊU, NHIỆM VỤ VÀ KẾT LUẬN", resolution::blocks(matter)),
            section("TẠM DỪNG, SỰ CỐ, NỘI DUNG TIẾN HÀNH LẠI", course::blocks(matter)),
            section("BẾ MẠC", closing::blocks(matter)),
        ];
    }
    vec![
        section("CÁC CƠ QUAN ĐIỀU HÀNH, CHƯƠNG TRÌNH ĐẠI HỘI", bodies::blocks(matter)),
        section("CÁC BÁO CÁO TRÌNH ĐẠI HỘI", reports::blocks(matter)),
        section("THẢO LUẬN, THAM LUẬN", [groups::blocks(matter), floor::discussion(matter)].concat()),
        superior,
        section("BẦU CỬ", elections::of_the_congress(matter)),
        section("BẦU ĐẠI BIỂU DỰ ĐẠI HỘI ĐẢNG BỘ CẤP TRÊN", elections::of_delegates(matter)),
        section("THÔNG QUA CHỈ TIÊU, NGHỊ QUYẾT ĐẠI HỘI", resolution::blocks(matter)),
        section("TẠM DỪNG, SỰ CỐ, NỘI DUNG TIẾN HÀNH LẠI", course::blocks(matter)),
        section(if matter.session.is_some() { "KẾT THÚC PHIÊN HỌP" } else { "BẾ MẠC" }, closing::blocks(matter)),
    ]
}

#[cfg(test)]
mod tests;
