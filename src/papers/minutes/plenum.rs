//! The minutes of the first plenum (biên bản hội nghị lần thứ nhất) of the committee just elected: who belongs to it, and what
//! it elected, ballot by ballot.

use crate::domain::{
    Congress,
    election::{Election, Round, list::Voters, result},
    figures::{long_date, two_digits},
    id::PersonId,
};

use super::{Matter, Words, elections, resolution};
use crate::papers::issuing::plenum::{chair, committee, head};
use crate::papers::issuing::{dated, marked, recipients};
use crate::papers::paper::{Block, Level, Paper, Signature, Signatures, Title};
use crate::papers::phrases::{at_hour, capital, comrades, count_of, list, names_of};

/// Whether the plenum has elected somebody or begun to.
pub fn has_plenum(congress: &Congress) -> bool {
    congress.elections.iter().any(|election| is_begun(congress, election))
}

fn is_begun(congress: &Congress, election: &Election) -> bool {
    election.voters == Voters::Plenum && (election.stated.is_some() || congress.rounds_of(election.id).next().is_some())
}

/// Composes the minutes of the plenum; none before it has begun.
pub fn of_plenum(congress: &Congress) -> Option<Paper> {
    if !has_plenum(congress) {
        return None;
    }
    let matter = Matter { congress, words: Words::PLENUM, session: None, voters: Voters::Plenum };
    let title = Title::new("BIÊN BẢN", format!("Hội nghị lần thứ nhất {}", committee(congress)));
    let day = rounds(congress).map(|round| round.times.opened.date()).min();
    let mut paper = Paper::new(dated(congress, head(congress, "BB"), day), title)
        .paragraph("opening", opening(congress))
        .with(members(congress))
        .with(present(congress))
        .heading(Level::Part, "BẦU CỬ")
        .with(elections::of_the_plenum(matter));
    let others = resolution::others(matter);
    if !others.is_empty() {
        paper = paper.heading(Level::Part, "NỘI DUNG KHÁC").with(others);
    }
    if let Some(last) = rounds(congress).filter_map(|round| round.times.announced).max() {
        let text =
            format!("Hội nghị kết thúc sau khi công bố kết quả{}, {}.", at_hour(" lúc ", last), long_date(last.date()));
        paper = paper.paragraph("closing", text);
    }
    let paper = paper
        .signed(Signatures::two(Signature::new("NGƯỜI GHI BIÊN BẢN"), chair(congress)))
        .sent_to(recipients(congress));
    Some(marked(congress, paper))
}

fn rounds(congress: &Congress) -> impl Iterator<Item = &Round> {
    let plenum = |round: &&Round| {
        congress.elections.get(&round.election).is_some_and(|election| election.voters == Voters::Plenum)
    };
    congress.rounds.iter().filter(plenum)
}

fn opening(congress: &Congress) -> String {
    let begun = rounds(congress).map(|round| round.times.opened).min();
    let when = begun.map(|at| format!(" {}{}", long_date(at.date()), at_hour(", từ ", at))).unwrap_or_default();
    format!("{} họp hội nghị lần thứ nhất{when}.", capital(&committee(congress)))
}

/// The incumbents, all of whom are the base.
fn members(congress: &Congress) -> Option<Block> {
    let elected: Vec<PersonId> =
        congress.committee_election().and_then(|committee| result::elected(congress, committee)).unwrap_or_default();
    let text = format!("Thành phần gồm {}: {}.", comrades(count_of(&elected)), list(&names_of(congress, &elected)));
    (!elected.is_empty()).then(|| Block::paragraph("members", text))
}

/// Who was in the room when the first ballots of the plenum were issued, of all who belong to it.
fn present(congress: &Congress) -> Option<Block> {
    let first = rounds(congress).find_map(|round| Some((round.ledger.voters?, round.base.total)))?;
    let text = format!("Có mặt tại lần bầu đầu tiên: {}/{}.", two_digits(first.0), comrades(first.1));
    Some(Block::paragraph("present", text))
}
