//! The report on the results of the congress to the committee above (báo cáo kết quả đại hội), with the figures it collects:
//! size, women, young, minority, first-time and re-elected members, rounds.

use crate::domain::{
    Congress,
    decisions::Matter,
    election::{Election, Office, list::Voters, result},
    figures::{Percent, grouped, long_date, two_digits},
    floor::{Speech, SpeechState},
    makeup::is_majority,
    meeting::Roster,
    motions::Subject,
    people::{Person, Sex},
};

use super::issuing::{chair, head, marked, recipients, title_of, whole_name};
use super::minutes;
use super::paper::{Block, Column, Level, Paper, Signatures, Table};
use super::phrases::{
    NOT_STATED, Words, bare, capital, clock, comrades, count_of, counted, list, name_and_office, sentence, size_remark,
    three_counts,
};
use super::record;

/// Whether the congress has opened, so that there are results to tell of.
pub fn is_begun(congress: &Congress) -> bool {
    !congress.meeting().is_review() && congress.sessions.iter().any(|session| session.opened_at.is_some())
}

/// The report as far as the congress has come; none of a review meeting or before the opening.
pub fn compose(congress: &Congress) -> Option<Paper> {
    if !is_begun(congress) {
        return None;
    }
    let sections = [
        ("TÌNH HÌNH CHUNG", general(congress)),
        ("KẾT QUẢ BẦU CỬ", elections(congress)),
        ("CHỈ TIÊU, NGHỊ QUYẾT", resolution(congress)),
    ];
    let mut paper = Paper::new(head(congress, "BC"), title_of(congress, "BÁO CÁO KẾT QUẢ ĐẠI HỘI"));
    for (number, (title, blocks)) in (1..).zip(sections.into_iter().filter(|(_, blocks)| !blocks.is_empty())) {
        paper = paper.heading(Level::Part, format!("{}. {title}", crate::domain::figures::roman(number))).with(blocks);
    }
    let paper = paper.signed(Signatures::one(chair(congress))).sent_to(recipients(congress));
    Some(marked(congress, paper))
}

fn general(congress: &Congress) -> Vec<Block> {
    let meeting = congress.meeting();
    let sessions: Vec<_> = congress.sessions_in_order().filter(|session| session.opened_at.is_some()).collect();
    let days: Vec<String> = sessions
        .iter()
        .map(|session| {
            let closed = session.closed_at.filter(|at| at.date() == session.date);
            match (session.opened_at.and_then(clock), closed.and_then(clock)) {
                (Some(from), Some(to)) => format!("từ {from} đến {to}, {}", long_date(session.date)),
                _ => long_date(session.date),
            }
        })
        .collect();
    let venue = meeting.venue.as_deref().map(|venue| format!(" tại {}", bare(venue))).unwrap_or_default();
    let text = format!("{} đã họp {}{venue}.", whole_name(meeting), days.join("; "));
    let mut blocks = vec![Block::paragraph("when", text)];
    if let (Roster::Complete, Some(session)) = (meeting.roster, sessions.last()) {
        blocks.extend(minutes::attendance_in(congress, session));
    }
    blocks.extend(guests(congress).map(|text| Block::paragraph("guests", text)));
    let done = |speech: &&Speech| speech.state == SpeechState::Done && minutes::discusses(speech.kind);
    let spoken = u64::try_from(congress.speeches.iter().filter(done).count()).unwrap_or(0);
    if spoken > 0 {
        let words = Words::of(meeting.kind);
        let text = format!("Tại {} có {}.", words.meeting, counted(spoken, "ý kiến phát biểu"));
        blocks.push(Block::paragraph("floor", text));
    }
    blocks
}

/// How many guests came, people and delegations apart.
fn guests(congress: &Congress) -> Option<String> {
    let came = congress.guests.iter().filter(|guest| minutes::has_come(congress, guest));
    let (people, parties): (Vec<_>, Vec<_>) = came.partition(|guest| guest.name.is_some());
    let told = [(count_of(&people), "đại biểu khách mời"), (count_of(&parties), "đoàn khách mời")];
    let told: Vec<String> =
        told.into_iter().filter(|(number, _)| *number > 0).map(|(number, label)| counted(number, label)).collect();
    (!told.is_empty()).then(|| format!("Đến dự có {}.", list(&told)))
}

fn elections(congress: &Congress) -> Vec<Block> {
    let mut blocks = Vec::new();
    let begun = |election: &&Election| {
        election.stated.is_some()
            || congress.rounds_of(election.id).any(crate::domain::election::Round::is_announced)
            || result::left_open(congress, election)
            || (congress.is_closed() && election.seats_by.is_some())
    };
    for (number, election) in (1..).zip(congress.elections.iter().filter(|election| election.elects()).filter(begun)) {
        let number: u32 = number;
        let plenum = if election.voters == Voters::Plenum { " (hội nghị lần thứ nhất)" } else { "" };
        blocks.push(Block::heading(Level::Section, format!("{number}. {}{plenum}", record::title(election))));
        blocks.extend(one(congress, election));
    }
    blocks
}

fn one(congress: &Congress, election: &Election) -> Vec<Block> {
    let key = |part: &str| format!("election.{}.{part}", election.id);
    let seats = election.seats.map(|seats| format!("Số lượng cần bầu: {}{}. ", comrades(seats), size_remark(election)));
    let seats = seats.unwrap_or_default();
    let Some(elected) = result::elected(congress, election) else {
        let text = match election.stated {
            Some(_) => format!("Danh sách trúng cử: {NOT_STATED}."),
            None => format!("{seats}Chưa có kết quả bầu cử."),
        };
        return vec![Block::paragraph(key("elected"), text)];
    };
    let people: Vec<&Person> = elected.iter().filter_map(|person| congress.people.get(person)).collect();
    let names: Vec<String> = elected.iter().map(|person| name_and_office(congress, *person)).collect();
    let whom = match names.as_slice() {
        [] => "Không có đồng chí nào trúng cử.".to_owned(),
        [name] => format!("Trúng cử: đồng chí {name}."),
        names => format!("Trúng cử {}: {}.", comrades(count_of(names)), list(names)),
    };
    let mut blocks = vec![Block::paragraph(key("elected"), format!("{seats}{whom}"))];
    let alternates = result::alternates(congress, election);
    let alternates: Vec<String> = alternates.iter().map(|person| name_and_office(congress, *person)).collect();
    if !alternates.is_empty() {
        let text = format!("Dự khuyết {}: {}.", comrades(count_of(&alternates)), list(&alternates));
        blocks.push(Block::paragraph(key("alternates"), text));
    }
    blocks.extend(rounds(congress, election).map(|text| Block::paragraph(key("rounds"), text)));
    let left = congress.decided(Matter::LeaveSeatsOpen(election.id));
    blocks.extend(left.map(|decision| Block::paragraph(key("left_open"), sentence(&decision.text))));
    if people.len() > 1 {
        blocks.push(Block::Table(figures(congress, election, &people).keyed(key("figures"))));
    }
    blocks
}

/// How often was voted, where it was more than once.
fn rounds(congress: &Congress, election: &Election) -> Option<String> {
    let annulled = congress.rounds_of(election.id).filter(|round| round.is_void()).count();
    let held = congress.rounds_of(election.id).filter(|round| round.is_announced()).count();
    if annulled + held < 2 {
        return None;
    }
    let number = |count: usize| two_digits(u64::try_from(count).unwrap_or(0));
    let void = if annulled > 0 { format!(", trong đó {} lần bị hủy", number(annulled)) } else { String::new() };
    Some(format!("Số lần bỏ phiếu: {}{void}.", number(annulled + held)))
}

/// Count and share of what the committee above collects; what is not recorded of everybody says of how many it is.
fn figures(congress: &Congress, election: &Election, people: &[&Person]) -> Table {
    let young = congress.meeting().about.printing.young_under();
    let day = congress.opening_day();
    let age = |person: &Person| day?.years_since(person.record.born?);
    let again = |person: &&&Person| record::reelected(congress, election, person.id);
    let re_elected = people.iter().filter(again).count();
    let known = |of: &dyn Fn(&Person) -> Option<bool>| {
        let answers: Vec<bool> = people.iter().filter_map(|person| of(person)).collect();
        (answers.iter().filter(|yes| **yes).count(), people.len() - answers.len())
    };
    let standing = matches!(election.office, Office::Committee | Office::StandingCommittee | Office::Inspection);
    let mut rows = vec![
        ("Tổng số trúng cử".to_owned(), (people.len(), 0)),
        ("Nữ".to_owned(), known(&|person| Some(person.sex? == Sex::Female))),
        (format!("Trẻ tuổi (dưới {young} tuổi)"), known(&|person| Some(age(person)? < young))),
        ("Dân tộc thiểu số".to_owned(), known(&|person| Some(!is_majority(person.record.ethnicity.as_deref()?)))),
    ];
    if standing {
        rows.push(("Tái cử".to_owned(), (re_elected, 0)));
        rows.push(("Tham gia lần đầu".to_owned(), (people.len() - re_elected, 0)));
    }
    let columns = [Column::words("Nội dung", 8), Column::figures("Số lượng", 3), Column::figures("Tỷ lệ %", 3)];
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    rows.into_iter().fold(Table::new(columns), |table, (label, (number, unknown))| {
        if unknown == people.len() {
            return table.row([label, NOT_STATED.to_owned(), String::new()]);
        }
        let share = Percent::of(count(number), count(people.len())).map_or(String::new(), |share| share.to_string());
        let gap = if unknown > 0 { format!(" ({} chưa rõ)", two_digits(count(unknown))) } else { String::new() };
        table.row([label, format!("{}{gap}", grouped(count(number))), share])
    })
}

fn resolution(congress: &Congress) -> Vec<Block> {
    let words = Words::of(congress.meeting().kind);
    let mut blocks = Vec::new();
    let adopted = congress.targets.iter().filter(|target| target.adopted.is_some()).count();
    if adopted > 0 {
        let amended = congress
            .targets
            .iter()
            .filter(|target| target.adopted.as_ref().is_some_and(|value| *value != target.proposed));
        let amended = u64::try_from(amended.count()).unwrap_or(0);
        let changed = if amended > 0 {
            format!(", trong đó điều chỉnh {}", counted(amended, "chỉ tiêu"))
        } else {
            String::new()
        };
        let adopted = counted(u64::try_from(adopted).unwrap_or(0), "chỉ tiêu");
        let text = format!("{} thông qua {adopted}{changed}.", words.assembly);
        blocks.push(Block::paragraph("targets", text));
    }
    let mut votes = congress.motions.iter().rev().filter(|motion| motion.subject == Subject::Resolution);
    if let Some(vote) = votes.find_map(|motion| motion.vote.as_ref()) {
        let verdict = if vote.carried() { "được thông qua" } else { "không được thông qua" };
        let text = format!("Nghị quyết đại hội {verdict}: {}.", three_counts(vote, words));
        blocks.push(Block::paragraph("resolution", capital(&text)));
    }
    blocks
}
