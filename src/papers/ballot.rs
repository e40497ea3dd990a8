//! The ballot papers (phiếu bầu) of both forms, the opinion ballot (phiếu xin ý kiến) and the introduction ballot (phiếu giới
//! thiệu). No office, no serial number, nothing that ties a paper to a person.

use crate::domain::{
    Congress,
    election::{Candidate, Election, Office, Source, form::Form, list::Voters},
    id::{ElectionId, PersonId},
    meeting::Kind,
};

use super::issuing::{dated, head, head_of_voters, marked};
use super::paper::{Ballot, Head, Paper, Title};
use super::phrases::{bare, capital, comrades, count_of, names_of};
use super::poll::{Poll, PollId};
use super::record;

/// The ballot paper of a vote; none where it is neither held nor due.
pub fn compose(congress: &Congress, poll: PollId) -> Option<Paper> {
    let poll = Poll::of(congress, poll)?;
    let names = names_of(congress, &poll.names);
    let (number, seats) = (count_of(&names), u64::from(poll.seats));
    let ballot = match poll.form() {
        Form::StrikeOut => Ballot::strike_out(names).direction(format!(
            "Bầu {} trong danh sách {} sau đây. Không bầu người nào thì gạch ngang cả họ và tên người đó.",
            comrades(seats),
            comrades(number)
        )),
        Form::AgreeDisagree if number == 1 => {
            Ballot::agree_disagree(names).direction("Bầu 01 đồng chí. Đánh dấu X vào một trong hai ô.")
        }
        Form::AgreeDisagree => Ballot::agree_disagree(names).direction(format!(
            "Bầu {}. Đánh dấu X vào một trong hai ô bên phải họ và tên từng người.",
            comrades(seats)
        )),
    };
    let printed = poll.round.and_then(|round| round.ledger.printed);
    let voters = poll.is_of_congress().then(|| congress.hall()).and_then(|hall| hall.stated(hall.voters));
    let copies = printed.or(voters).filter(|copies| *copies > 0);
    let title = record::titled(congress, Title::new("PHIẾU BẦU", elected(poll.election)), poll.election);
    let title = poll.which().into_iter().fold(title, |title, which| title.line(format!("({})", record::small(&which))));
    let head = head_of_voters(congress, poll.election);
    let head = dated(congress, head, poll.day());
    let ballot = copies.into_iter().fold(ballot, Ballot::printed);
    Some(sheet(congress, head, title, ballot))
}

/// The opinion ballot on the names that came from the floor, while the list is too long to be voted; none otherwise.
pub fn opinion(congress: &Congress, election: ElectionId) -> Option<Paper> {
    let election = congress.elections.get(&election)?;
    let names = names_of(congress, &asked_about(congress, election)?);
    let most = longest(congress, election)?;
    let kept = congress.list(election.id).len().saturating_sub(names.len());
    let places = u64::try_from(usize::from(most).saturating_sub(kept)).unwrap_or(u64::MAX);
    let direction = format!(
        "Đồng ý đưa vào danh sách bầu cử không quá {} trong số {} được đề cử, ứng cử tại đại hội sau đây. Đánh dấu X vào một \
         trong hai ô bên phải họ và tên từng người.",
        comrades(places),
        comrades(count_of(&names))
    );
    let ballot = Ballot::agree_disagree(names).direction(direction);
    let subject = format!("Về danh sách bầu cử {}", record::small(bare(&election.title)));
    let title = record::titled(congress, Title::new("PHIẾU XIN Ý KIẾN", subject), election);
    Some(sheet(congress, head(congress, ""), title, ballot))
}

/// The floor names of an election whose list is longer than the rules allow and not voted yet; none otherwise.
pub fn asked_about(congress: &Congress, election: &Election) -> Option<Vec<PersonId>> {
    let list = congress.list(election.id);
    if election.list_by.is_some() || list.len() <= usize::from(longest(congress, election)?) {
        return None;
    }
    let floor = |candidate: &Candidate| candidate.source != Source::Prepared && candidate.stands();
    let of_floor: Vec<PersonId> = congress
        .candidates_of(election.id)
        .filter(|candidate| floor(candidate))
        .map(|candidate| candidate.person)
        .collect();
    let names: Vec<PersonId> = list.into_iter().filter(|person| of_floor.contains(person)).collect();
    (!names.is_empty()).then_some(names)
}

/// The most names a list may hold.
fn longest(congress: &Congress, election: &Election) -> Option<u16> {
    let seats = election.seats?;
    Some(seats.saturating_add(congress.meeting().regulation().max_surplus(seats)))
}

/// The introduction ballot for a secretary whom a congress of a committee elects directly, while the list is not voted.
pub fn introduction(congress: &Congress, election: ElectionId) -> Option<Paper> {
    let election = congress.elections.get(&election).filter(|election| is_introduced(congress, election))?;
    let prepared = names_of(congress, &congress.introduced(election));
    let seats = election.seats.unwrap_or(1);
    let direction = if prepared.is_empty() {
        format!("Giới thiệu không quá {}: ghi rõ họ và tên, chức vụ người được giới thiệu.", comrades(seats))
    } else {
        format!(
            "Giới thiệu không quá {}: đánh dấu X bên phải họ và tên người được chọn, hoặc ghi họ và tên người khác vào dòng trống.",
            comrades(seats)
        )
    };
    // an empty name is a line to write on
    let blank = std::iter::repeat_n(String::new(), usize::from(seats) + 1);
    let mut ballot = Ballot::strike_out(prepared.into_iter().chain(blank)).direction(direction);
    ballot.boxes = vec!["Giới thiệu".into()];
    let subject = format!("Nhân sự {}", record::small(bare(&election.title)));
    let title = record::titled(congress, Title::new("PHIẾU GIỚI THIỆU", subject), election);
    Some(sheet(congress, head(congress, ""), title, ballot))
}

/// Whether names are introduced by ballot before the list of an election is made.
pub fn is_introduced(congress: &Congress, election: &Election) -> bool {
    let committee = matches!(congress.meeting().kind, Kind::Members | Kind::Delegates);
    let open = election.list_by.is_none() && election.stated.is_none() && election.voters == Voters::Congress;
    committee && open && election.office == Office::Secretary
}

/// What is elected, as the subject of a ballot: `Chi ủy nhiệm kỳ 2022 – 2025`.
fn elected(election: &Election) -> String {
    let title = bare(&election.title);
    let named = title.strip_prefix("Bầu ").or_else(|| title.strip_prefix("bầu ")).unwrap_or(title);
    capital(named)
}

fn sheet(congress: &Congress, head: Head, title: Title, ballot: Ballot) -> Paper {
    let ballot = match congress.meeting().kind {
        Kind::Cell | Kind::Review => ballot,
        Kind::Members | Kind::Delegates => ballot.sealed(),
    };
    marked(congress, Paper::new(head.unnumbered(), title).for_voters(ballot))
}

#[cfg(test)]
mod tests;
