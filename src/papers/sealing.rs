//! The sealing note of a vote (biên bản niêm phong, bàn giao phiếu bầu): what lies in the sealed packet, from whom to whom.

use crate::domain::{
    Congress,
    election::result,
    figures::{long_date, two_digits},
    id::RoundId,
    regulation::Rule,
};

use super::issuing::{counting_head, dated, head_of_vote, marked, recipients};
use super::paper::{Block, Paper, Signature, Signatures};
use super::phrases::{bare, capital, clock, comrades, counted, list, receiver, receiver_named};
use super::poll::{Poll, PollId};

/// The note of a round whose ballots were handed over; none before.
pub fn compose(congress: &Congress, round: RoundId) -> Option<Paper> {
    let round = congress.rounds.get(&round)?;
    let (to, at) = (bare(round.aftermath.handed_to.as_deref()?), round.times.handed_over?);
    let poll = Poll::of(congress, PollId { election: round.election, number: round.number })?;
    let head = dated(congress, head_of_vote(congress, poll.election, "BB"), Some(at.date()));
    let committee = congress.counting_committee(round.election);
    let count = committee.map(|body| format!(" gồm {}", comrades(super::phrases::count_of(&body.members))));
    let day = long_date(at.date());
    let opening = format!(
        "{}, Ban kiểm phiếu{} niêm phong và bàn giao phiếu bầu cho {}, gồm:",
        clock(at).map_or_else(|| capital(&day), |hour| format!("Hồi {hour}, {day}")),
        count.unwrap_or_default(),
        receiver(congress, to)
    );
    let tally = result::tally(congress, round);
    let months = two_digits(congress.meeting().regulation().rounds.ballots_kept_months);
    let ledger = round.ledger;
    let unused =
        ledger.printed.zip(ledger.issued).map(|(printed, issued)| printed.saturating_sub(issued + ledger.spoiled));
    let invalid = tally.counted().saturating_sub(tally.valid());
    let parts = [(tally.valid(), "phiếu hợp lệ"), (invalid, "phiếu không hợp lệ")];
    let parts: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number > 0).map(|(number, label)| counted(number, label)).collect();
    let contents = [
        ("collected", "Phiếu thu về", ledger.collected, format!(", gồm {}", list(&parts))),
        ("spoiled", "Phiếu hỏng đã đổi", Some(ledger.spoiled), String::new()),
        ("unused", "Phiếu in không dùng đến", unused, String::new()),
    ];
    let told = contents.into_iter().filter_map(|(key, label, number, parts)| {
        let number = number.filter(|number| *number > 0)?;
        Some((key, format!("{label}: {}{parts}", counted(number, "phiếu"))))
    });
    let kept = format!(
        "Túi phiếu được dán kín, có chữ ký của hai bên trên chỗ dán; lưu giữ {months} tháng theo {}, chỉ mở khi có quyết định của \
         cấp có thẩm quyền.",
        congress.meeting().regulation().cite(Rule::SealedBallots)
    );
    let whole = format!(
        "Tổng số {} trong túi phiếu khớp với biên bản kiểm phiếu.",
        counted(ledger.collected.unwrap_or(0), "phiếu thu về")
    );
    let paper = Paper::new(head, poll.title("BIÊN BẢN NIÊM PHONG, BÀN GIAO PHIẾU BẦU"))
        .paragraph("opening", opening)
        .with(Block::items(told))
        .paragraph("whole", whole)
        .paragraph("kept", kept)
        .signed(signatures(congress, &poll, to))
        .sent_to(recipients(congress));
    Some(marked(congress, paper))
}

/// A person who receives signs by name, a body by its title.
fn signatures(congress: &Congress, poll: &Poll<'_>, to: &str) -> Signatures {
    let giver = counting_head(congress, poll.election.id);
    let taker = Signature::new("NGƯỜI NHẬN BÀN GIAO");
    let taker = match receiver_named(congress, to) {
        Some((name, "")) => taker.name(name),
        Some((name, office)) => taker.office(capital(office)).name(name),
        None => taker.office(capital(to)),
    };
    Signatures::two(taker, giver)
}
