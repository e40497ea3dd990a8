//! The rounds of one election in the minutes: base, papers, result table and those elected, copied from the tally record;
//! ties, open seats, annulled rounds and what the congress decided. Nothing is told before it is announced.

use crate::domain::{
    decisions::Decision,
    election::{Election, Round, RoundState, outcome::Outcome, purpose::Purpose, result},
    figures::two_digits,
    id::RoundId,
};

use super::Matter;
use crate::papers::paper::{Align, Block, Level};
use crate::papers::phrases::{capital, comrades, sentence};
use crate::papers::record;

/// The rounds with the decisions between them.
pub fn blocks(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let mut decisions: Vec<&Decision> =
        matter.congress.decisions.iter().filter(|decision| concerns(matter, decision, election)).collect();
    let mut blocks = Vec::new();
    for round in of(matter, election) {
        blocks.extend(taken_before(&mut decisions, Some(round.id)));
        if let Some(which) = record::which(matter.congress, round) {
            blocks.push(Block::heading(Level::Point, format!("{}) {which}", letter(round.number))));
        }
        blocks.extend(one(matter, election, round));
    }
    blocks.extend(taken_before(&mut decisions, None));
    blocks
}

/// The rounds of an election that belong to the minutes.
pub fn of<'a>(matter: Matter<'a>, election: &Election) -> impl Iterator<Item = &'a Round> {
    matter.congress.rounds_of(election.id).filter(move |round| matter.covers(None, Some(round.times.opened)))
}

fn concerns(matter: Matter<'_>, decision: &Decision, election: &Election) -> bool {
    decision.matter.election() == Some(election.id) && matter.covers(None, Some(decision.at))
}

/// The decisions taken before a round, which are then told no more.
fn taken_before(decisions: &mut Vec<&Decision>, round: Option<RoundId>) -> Vec<Block> {
    let until = decisions.partition_point(|decision| round.is_none_or(|round| decision.after < Some(round)));
    let told = |decision: &Decision| Block::paragraph(format!("decision.{}", decision.id), sentence(&decision.text));
    decisions.drain(..until).map(told).collect()
}

/// `a`, `b`, `c` …
fn letter(number: u16) -> char {
    let place = u32::from(number.saturating_sub(1)) % 26;
    char::from_u32(u32::from('a') + place).unwrap_or('a')
}

/// A ballot that was held and of whose count nothing is recorded: base, who was there, papers given out and taken in.
pub fn held(matter: Matter<'_>, election: &Election, round: &Round) -> Vec<Block> {
    let papers = Block::paragraph(key(round, "papers"), joined(round, &record::out_and_in(round)));
    vec![base(matter, election, round), papers]
}

fn key(round: &Round, part: &str) -> String {
    format!("round.{}.{part}", round.id)
}

fn base(matter: Matter<'_>, election: &Election, round: &Round) -> Block {
    let congress = matter.congress;
    let told = |other: &&Round| other.id < round.id && other.base == round.base;
    let text = match congress.rounds.iter().find(told) {
        // named person by person once
        Some(_) => record::same_base(congress, round),
        None => record::base(congress, election, round, matter.words),
    };
    Block::paragraph(key(round, "base"), text)
}

fn one(matter: Matter<'_>, election: &Election, round: &Round) -> Vec<Block> {
    let key = |part: &str| key(round, part);
    let congress = matter.congress;
    let mut blocks = vec![base(matter, election, round)];
    if round.state == RoundState::Annulled {
        let text = record::annulled(round, congress.meeting().regulation());
        blocks.push(Block::paragraph(key("annulled"), text));
        return blocks;
    }
    if !round.is_announced() && !round.is_void() {
        return blocks;
    }
    let Some(outcome) = result::outcome(congress, round.id) else { return blocks };
    blocks.push(Block::paragraph(key("papers"), joined(round, &record::papers(congress, round))));
    let base = two_digits(round.base.value);
    blocks.push(Block::text(format!("Kết quả cụ thể theo biên bản kiểm phiếu (tỷ lệ tính trên số căn cứ {base}):")));
    blocks.push(Block::Table(record::table(congress, round, &outcome).keyed(key("table"))));
    blocks.extend(elected(matter, (election, round), &outcome));
    blocks.extend(record::left_open(congress, round, &outcome).map(|text| Block::paragraph(key("open"), text)));
    blocks.extend(record::revoked(round).map(|text| Block::paragraph(key("revoked"), text)));
    blocks
}

/// What is told of the papers in one paragraph, with those present who could vote.
fn joined(round: &Round, papers: &[String]) -> String {
    let present = round
        .ledger
        .voters
        .map(|voters| format!("Số người có quyền bầu cử có mặt lúc bỏ phiếu: {}. ", comrades(voters)));
    let lower = |text: &String| format!("s{}", text.trim_start_matches('S'));
    let told: Vec<String> = papers.iter().map(lower).collect();
    format!("{}{}.", present.unwrap_or_default(), capital(&told.join("; ")))
}

fn elected(matter: Matter<'_>, (election, round): (&Election, &Round), outcome: &Outcome) -> Vec<Block> {
    let elected = record::elected(matter.congress, election, round, outcome);
    let alternates = record::alternates(matter.congress, election, round, outcome);
    let mut blocks = Vec::new();
    if elected.is_empty() && alternates.is_empty() && election.elects() {
        let text = "Không có đồng chí nào đạt số phiếu trúng cử trong lần bầu này.";
        blocks.push(Block::paragraph(format!("round.{}.nobody", round.id), text));
    }
    let lead = match (election.purpose, elected.len()) {
        (Purpose::Elect, 1) => "Căn cứ kết quả kiểm phiếu, đồng chí sau đây trúng cử:",
        (Purpose::Elect, _) => {
            "Căn cứ kết quả kiểm phiếu, các đồng chí sau đây trúng cử (xếp theo số phiếu từ cao xuống thấp):"
        }
        _ => record::lead(election, elected.len()).unwrap_or_default(),
    };
    for (lead, people) in [(lead, &elected), ("Đại biểu dự khuyết (xếp theo số phiếu từ cao xuống thấp):", &alternates)]
    {
        let Some(((last, _), _)) = people.split_last() else { continue };
        blocks.push(Block::text(lead));
        for (person, text) in people {
            let stop = if person == last { "." } else { ";" };
            let key = format!("round.{}.elected.{person}", round.id);
            blocks.push(Block::item(format!("{text}{stop}")).aligned(Align::Left).keyed(key));
        }
    }
    blocks
}
