//! The tally record (biên bản kiểm phiếu), one for each counted round, and the record of a round whose ballots were all
//! annulled. Nothing before the head of counting has closed the count. What it shares with the minutes lives in `record`.

use crate::domain::{
    Congress,
    attendance::Presence,
    bodies::Body,
    decisions::Decision,
    election::{Election, Round, RoundState, list::Voters, outcome::Outcome, result},
    figures::{long_date, two_digits},
    id::{PersonId, RoundId, SessionId},
};

use super::issuing::{chair_of_vote, counting_head, dated, head_of_vote, marked, recipients};
use super::paper::{Align, Block, Paper, Signatures, Title};
use super::phrases::{
    Words, allotted, at_hour, bare, clock, comrades, count_of, list, name_and_office, name_of, names_of, receiver,
    sentence, size_remark,
};
use super::record;

/// Room for a number to be filled by hand.
const OPEN: &str = "……";

/// Composes the record of a round; none before its count is closed, or where there is no such round.
pub fn compose(congress: &Congress, round: RoundId) -> Option<Paper> {
    let round = congress.rounds.get(&round)?;
    let election = congress.elections.get(&round.election)?;
    let words = Words::of_vote(congress.meeting().kind, election);
    let scene = Scene { congress, election, round, words };
    let head = head_of_vote(congress, election, "BB");
    let day = round.times.closed.or(round.times.collected).map(|at| at.date());
    let paper = Paper::new(dated(congress, head, day), scene.title());
    let paper = if round.state == RoundState::Annulled {
        paper.with(scene.opening()).with(scene.annulled())
    } else {
        let outcome = result::outcome(congress, round.id)?;
        paper
            .with(scene.opening())
            .with(scene.election())
            .with(scene.committee())
            .with(scene.electors())
            .with(scene.papers())
            .with(scene.result(&outcome))
            .with(scene.decisions(&outcome))
            .with(scene.closing())
    };
    Some(marked(congress, paper.signed(scene.signatures()).sent_to(recipients(congress))))
}

#[derive(Clone, Copy)]
struct Scene<'a> {
    congress: &'a Congress,
    election: &'a Election,
    round: &'a Round,
    words: Words,
}

impl<'a> Scene<'a> {
    fn title(&self) -> Title {
        let what = record::title(self.election);
        let title = match self.round.state {
            RoundState::Annulled => Title::new("BIÊN BẢN", format!("Về việc hủy phiếu {}", record::small(&what))),
            _ => Title::new("BIÊN BẢN KIỂM PHIẾU", what),
        };
        let title = record::titled(self.congress, title, self.election);
        let which = record::which(self.congress, self.round);
        which.into_iter().fold(title, |title, which| title.line(format!("({})", record::small(&which))))
    }

    fn opening(&self) -> Vec<Block> {
        let regulation = self.congress.meeting().regulation();
        let at = self.round.times.collected;
        let at = at.map(|at| match clock(at) {
            Some(hour) => format!("hồi {hour}, {}, ", long_date(at.date())),
            None => format!("{}, ", long_date(at.date())),
        });
        let venue = self.congress.meeting().venue.as_deref().map(|venue| format!("tại {}, ", bare(venue)));
        let did = match self.round.state {
            RoundState::Annulled => "lập biên bản về lần bầu này như sau:",
            _ => "tiến hành kiểm phiếu, kết quả như sau:",
        };
        vec![
            Block::paragraph("basis", format!("Căn cứ {};", regulation.title())),
            Block::paragraph(
                "opening",
                format!(
                    "Hôm nay, {}{}Ban kiểm phiếu do {} bầu {did}",
                    at.unwrap_or_default(),
                    venue.unwrap_or_default(),
                    self.electing()
                ),
            ),
        ]
    }

    /// Number to elect and list.
    fn election(&self) -> Vec<Block> {
        let seats = comrades(self.round.seats);
        let whole = self.election.seats == Some(self.round.seats);
        let number = match self.election.office {
            office if whole && office.is_allotted() => allotted(self.election),
            _ if !self.election.elects() => return vec![Block::paragraph("list", self.listed())],
            _ if whole => format!(
                "Số lượng cần bầu đã được {} biểu quyết thông qua: {seats}{}.",
                self.words.meeting,
                size_remark(self.election)
            ),
            _ => format!("Số lượng còn phải bầu ở lần này: {seats}."),
        };
        vec![Block::paragraph("seats", number), Block::paragraph("list", self.listed())]
    }

    fn listed(&self) -> String {
        let names = names_of(self.congress, &self.round.names);
        let what = if self.election.elects() { "Danh sách bầu cử" } else { "Danh sách trong phiếu" };
        format!("{what} gồm {}: {}.", comrades(count_of(&names)), list(&names))
    }

    fn counting(&self) -> Option<&'a Body> {
        self.congress.counting_committee(self.election.id)
    }

    /// Who elected the counting committee; that of all ballots the congress did.
    fn electing(&self) -> &'static str {
        match self.counting() {
            Some(Body { election: None, .. }) => Words::of(self.congress.meeting().kind).meeting,
            _ => self.words.meeting,
        }
    }

    fn committee(&self) -> Vec<Block> {
        let Some(body) = self.counting() else { return Vec::new() };
        let lead = format!(
            "Ban kiểm phiếu do {} biểu quyết thông qua gồm {}:",
            self.electing(),
            comrades(count_of(&body.members))
        );
        let members = body.members.iter().enumerate().map(|(place, member)| {
            let part = if place == 0 { "Trưởng ban" } else { "Ủy viên" };
            let stop = if place + 1 == body.members.len() { "." } else { ";" };
            let text = format!("Đồng chí {}, {part}{stop}", name_and_office(self.congress, *member));
            Block::item(text).keyed(format!("committee.{member}"))
        });
        [Block::text(lead)].into_iter().chain(members).collect()
    }

    /// Base with deductions; present and absent at the moment of the ballot.
    fn electors(&self) -> Vec<Block> {
        let base = record::base(self.congress, self.election, self.round, self.words);
        let mut blocks = vec![Block::paragraph("base", base)];
        let Some(voters) = self.round.ledger.voters else { return blocks };
        let text = format!("Số người có quyền bầu cử có mặt lúc bầu cử: {}; {}.", comrades(voters), self.absent());
        blocks.push(Block::paragraph("present", text));
        blocks
    }

    /// Who was not in the room when the ballots were issued.
    fn absent(&self) -> String {
        let absent = self.absentees();
        if absent.is_empty() {
            return "không có đồng chí nào vắng mặt".to_owned();
        }
        format!("vắng mặt {}: {}", comrades(count_of(&absent)), list(&absent))
    }

    /// Those with a vote who were not there when the ballots were issued, with the reason, or since when.
    fn absentees(&self) -> Vec<String> {
        let session = self.session();
        let told = |person: &PersonId| {
            let name = name_of(self.congress, *person);
            let row = session.and_then(|session| self.congress.attendance_of(session, *person));
            let left = || row?.marks.iter().rev().find(|mark| mark.presence == Presence::Left);
            let reason = row.and_then(|row| row.reason.as_deref()).map(|reason| bare(reason).to_owned());
            let why = reason.or_else(|| clock(left()?.at).map(|hour| format!("về từ {hour}")));
            why.map_or_else(|| name.to_owned(), |why| format!("{name} ({why})"))
        };
        self.round.terms.absent.iter().map(told).collect()
    }

    /// The session of the ballot: that of the election's item, else the one in which its ballots were issued.
    fn session(&self) -> Option<SessionId> {
        let item = self.election.item.filter(|_| self.election.voters == Voters::Congress);
        let by_item = item.and_then(|item| self.congress.items.get(&item)).map(|item| item.session);
        by_item.or_else(|| Some(self.congress.session_at(self.round.times.issued?)?.id))
    }

    fn papers(&self) -> Vec<Block> {
        let told = record::papers(self.congress, self.round);
        let last = told.len().saturating_sub(1);
        let item = |(place, text): (usize, String)| {
            let stop = if place == last { "." } else { ";" };
            Block::item(format!("{text}{stop}")).keyed(format!("papers.{}", place + 1))
        };
        told.into_iter().enumerate().map(item).collect()
    }

    fn result(&self, outcome: &Outcome) -> Vec<Block> {
        let base = two_digits(self.round.base.value);
        let lead = format!("Kết quả cụ thể (tỷ lệ tính trên số căn cứ {base}, theo thứ tự trong phiếu bầu):");
        let mut blocks = vec![Block::text(lead)];
        blocks.push(Block::Table(record::table(self.congress, self.round, outcome).keyed("table")));
        let elected = record::elected(self.congress, self.election, self.round, outcome);
        let alternates = record::alternates(self.congress, self.election, self.round, outcome);
        blocks.extend(record::nobody(self.election, outcome).map(|text| Block::paragraph("nobody", text)));
        let lead = record::lead(self.election, elected.len());
        let leads = [lead, Some("Đại biểu dự khuyết (xếp theo số phiếu từ cao xuống thấp):")];
        for (lead, people) in leads.into_iter().zip([elected, alternates]) {
            let Some((lead, last)) = lead.zip(people.last().map(|(person, _)| *person)) else { continue };
            blocks.push(Block::text(lead));
            blocks.extend(people.into_iter().map(|(person, text)| {
                let stop = if person == last { "." } else { ";" };
                Block::item(format!("{text}{stop}")).aligned(Align::Left).keyed(format!("elected.{person}"))
            }));
        }
        blocks
    }

    /// What stays open, and what the congress decided on it before the next round.
    fn decisions(&self, outcome: &Outcome) -> Vec<Block> {
        let open = record::left_open(self.congress, self.round, outcome);
        let mut blocks: Vec<Block> = open.map(|text| Block::paragraph("open", text)).into_iter().collect();
        let of = |decision: &&Decision| decision.after == Some(self.round.id);
        let told =
            |decision: &Decision| Block::paragraph(format!("decision.{}", decision.id), sentence(&decision.text));
        blocks.extend(self.congress.decisions.iter().filter(of).map(told));
        blocks
    }

    fn annulled(&self) -> Vec<Block> {
        let mut blocks = self.election();
        blocks.extend(self.committee());
        blocks.extend(self.electors());
        let text = record::annulled(self.round, self.congress.meeting().regulation());
        blocks.push(Block::paragraph("annulled", text));
        blocks.push(self.copies());
        blocks
    }

    fn closing(&self) -> Vec<Block> {
        let mut blocks = vec![self.copies()];
        let handed = self.round.aftermath.handed_to.as_deref().zip(self.round.times.handed_over);
        if let Some((to, at)) = handed {
            let months = two_digits(self.congress.meeting().regulation().rounds.ballots_kept_months);
            let text = format!(
                "Toàn bộ phiếu bầu đã được niêm phong, bàn giao cho {}{}; lưu giữ {months} tháng theo quy định.",
                receiver(self.congress, to),
                at_hour(" lúc ", at)
            );
            blocks.push(Block::paragraph("sealed", text));
        }
        blocks.extend(record::revoked(self.round).map(|text| Block::paragraph("revoked", text)));
        blocks
    }

    fn copies(&self) -> Block {
        let at = self.round.times.closed.or(self.round.times.collected);
        let at = at.map(|at| at_hour(" hồi ", at)).unwrap_or_default();
        let text = format!("Biên bản lập xong{at} cùng ngày, thành {OPEN} bản có giá trị như nhau.");
        Block::paragraph("copies", text)
    }

    fn signatures(&self) -> Signatures {
        let counting = counting_head(self.congress, self.election.id);
        Signatures::two(chair_of_vote(self.congress, self.election), counting)
    }
}

#[cfg(test)]
mod tests;
