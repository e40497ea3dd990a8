//! The ballot papers (phiếu bầu) of both forms, the opinion ballot (phiếu xin ý kiến) and the introduction ballot (phiếu giới
//! thiệu). No office, no serial number, nothing that ties a paper to a person.

use crate::domain::{
    Congress,
    election::{Election, form::Form, purpose::Purpose},
    meeting::Kind,
};

use super::issuing::{dated, head_of_voters, marked};
use super::paper::{Ballot, Head, Paper, Title};
use super::phrases::{bare, capital, comrades, count_of, names_of};
use super::poll::{Poll, PollId};
use super::record;

/// The ballot paper of a vote; none where it is neither held nor due.
pub fn compose(congress: &Congress, poll: PollId) -> Option<Paper> {
    let poll = Poll::of(congress, poll)?;
    let names = names_of(congress, &poll.names);
    let ballot = match poll.form() {
        Form::StrikeOut => Ballot::strike_out(names),
        Form::AgreeDisagree => Ballot::agree_disagree(names),
    };
    let ballot = ballot.direction(direction(&poll));
    let printed = poll.round.and_then(|round| round.ledger.printed);
    let voters = poll.is_of_congress().then(|| congress.hall()).and_then(|hall| hall.stated(hall.voters));
    let copies = printed.or(voters).filter(|copies| *copies > 0);
    let title = record::titled(congress, Title::new(kind(poll.election), elected(poll.election)), poll.election);
    let title = poll.which().into_iter().fold(title, |title, which| title.line(format!("({})", record::small(&which))));
    let head = head_of_voters(congress, poll.election);
    let head = dated(congress, head, poll.day());
    let ballot = copies.into_iter().fold(ballot, Ballot::printed);
    Some(sheet(congress, head, title, ballot))
}

/// The kind of paper, by what the ballot is for.
const fn kind(election: &Election) -> &'static str {
    match election.purpose {
        Purpose::Elect => "PHIẾU BẦU",
        Purpose::Opinion(_) => "PHIẾU XIN Ý KIẾN",
        Purpose::Introduction(_) => "PHIẾU GIỚI THIỆU",
    }
}

/// What the voter does, in the form in which the paper is counted.
fn direction(poll: &Poll<'_>) -> String {
    let (names, seats) = (comrades(count_of(&poll.names)), comrades(poll.seats));
    let (does, not) = match poll.election.purpose {
        Purpose::Elect => ("Bầu", "bầu"),
        Purpose::Opinion(_) => ("Giữ lại trong danh sách bầu cử không quá", "giữ"),
        Purpose::Introduction(_) => ("Giới thiệu", "giới thiệu"),
    };
    match (poll.form(), poll.names.len()) {
        (Form::StrikeOut, _) => {
            format!(
                "{does} {seats} trong số {names} sau đây. Không {not} người nào thì gạch ngang cả họ và tên người đó."
            )
        }
        (Form::AgreeDisagree, 1) => format!("{does} {seats}. Đánh dấu X vào một trong hai ô."),
        (Form::AgreeDisagree, _) => {
            format!("{does} {seats}. Đánh dấu X vào một trong hai ô bên phải họ và tên từng người.")
        }
    }
}

/// What is elected, as the subject of a ballot: `Chi ủy nhiệm kỳ 2022 – 2025`.
fn elected(election: &Election) -> String {
    let title = bare(&election.title);
    // the title of an asking ballot begins with its kind, which stands above already
    let kinds = ["Bầu ", "bầu ", "Phiếu xin ý kiến: ", "Phiếu xin ý kiến ", "Phiếu giới thiệu: ", "Phiếu giới thiệu "];
    let named = kinds.iter().find_map(|kind| title.strip_prefix(kind)).unwrap_or(title);
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
