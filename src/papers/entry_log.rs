//! The entry log of a count (nhật ký nhập phiếu bầu): what was keyed, bundle by bundle from the shaken box. Within a bundle
//! papers with the same marks stand together, the most common first, so that no order of voting can be read out of it.

use std::collections::BTreeMap;

use crate::domain::{
    Congress, Role, Who,
    election::{
        Round,
        ballot::{self, Ballot, Marks, Validity},
        bundle::{Bundle, KeyingState},
        count::Tally,
        form::Form,
        result,
        settlement::Why,
    },
    figures::{grouped, two_digits},
    id::RoundId,
};

use super::issuing::{counting_head, dated, head_of_vote, marked};
use super::paper::{Block, Column, Level, Paper, Signatures, Table, Text};
use super::phrases::{at_hour, bare, capital, counted, list, names_of};
use super::poll::{Poll, PollId};
use super::record;

/// The log of a round whose count is closed; none before, so that it gives no running totals.
pub fn compose(congress: &Congress, round: RoundId) -> Option<Paper> {
    let round = congress.rounds.get(&round).filter(|round| round.is_counted())?;
    let poll = Poll::of(congress, PollId { election: round.election, number: round.number })?;
    let head = head_of_vote(congress, poll.election, "");
    let head = dated(congress, head, round.times.closed.map(|at| at.date()));
    let paper = Paper::new(head.unnumbered(), poll.title("NHẬT KÝ NHẬP PHIẾU BẦU")).with(names(congress, round));
    let paper = congress.bundles_of(round.id).fold(paper, |paper, known| paper.with(bundle(congress, round, known)));
    let signature = counting_head(congress, round.election);
    Some(marked(congress, paper.with(whole(congress, round)).signed(Signatures::one(signature))))
}

/// Which number is whose: the bundles name numbers alone.
fn names(congress: &Congress, round: &Round) -> Vec<Block> {
    let columns = [Column::figures("Số", 1), Column::words("Họ và tên trong phiếu bầu", 9)];
    let named = (1..).zip(names_of(congress, &round.names));
    let table = named.fold(Table::new(columns), |table, (number, name)| table.row([u32::to_string(&number), name]));
    vec![Block::Table(table.keyed("names"))]
}

fn bundle(congress: &Congress, round: &Round, bundle: &Bundle) -> Vec<Block> {
    let papers = congress.papers_in(round.id, bundle.number);
    let mut groups: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (paper, often) in &papers {
        let times = groups.entry((marks(paper), verdict(congress, round, paper))).or_default();
        *times = times.saturating_add(*often);
    }
    let mut groups: Vec<((String, String), u32)> = groups.into_iter().collect();
    groups.sort_by(|(one, many), (other, few)| (few, one).cmp(&(many, other)));
    let columns = [Column::words("Dấu trên phiếu", 8), Column::words("Kết luận", 6), Column::figures("Số phiếu", 2)];
    let table = groups.iter().fold(Table::new(columns), |table, ((marks, verdict), times)| {
        table.row([marks.clone(), verdict.clone(), grouped(*times)])
    });
    let sum = groups.iter().fold(0_u32, |sum, (_, times)| sum.saturating_add(*times));
    let table = table.row(["Cộng".to_owned(), String::new(), grouped(sum)].map(|text| Text::new().bold(text)));
    let number = bundle.number;
    let mut blocks = vec![
        Block::heading(Level::Section, format!("Tệp {} – {}", two_digits(number), counted(bundle.size, "phiếu"))),
        Block::paragraph(format!("keyed.{number}"), keyed(congress, bundle)),
    ];
    blocks.extend(Block::items(decided(congress, bundle)));
    blocks.push(Block::Table(table.keyed(format!("bundle.{number}"))));
    blocks.push(Block::paragraph(format!("control.{number}"), control(congress, round, &papers)));
    blocks
}

/// Who keyed a bundle, from when to when; keyings taken back with the reason.
fn keyed(congress: &Congress, bundle: &Bundle) -> String {
    let told = congress.keyings_of(bundle.round, bundle.number).map(|keying| {
        let void = match (&keying.state, &keying.reason) {
            (KeyingState::Void, Some(reason)) => format!(", bỏ để nhập lại ({})", bare(reason)),
            (KeyingState::Void, None) => ", bỏ để nhập lại".to_owned(),
            _ => String::new(),
        };
        let began = at_hour(" từ ", keying.claimed_at);
        let ended = keying.ended_at.map(|at| at_hour(" đến ", at)).unwrap_or_default();
        format!("lượt {} do {} nhập{began}{ended}{void}", keying.number, seat(keying.by))
    });
    let told: Vec<String> = told.collect();
    let read = bundle.read_back.as_ref();
    let read = read.map(|read| format!("; {} đọc lại{}", seat(read.by), at_hour(" lúc ", read.at))).unwrap_or_default();
    format!("{}{read}.", capital(&told.join("; ")))
}

/// A screen of the count, by role and desk.
fn seat(who: Who) -> String {
    let role = if who.role == Role::Head { "trưởng ban kiểm phiếu" } else { "kiểm phiếu viên" };
    who.desk.map_or_else(|| role.to_owned(), |desk| format!("{role}, bàn {desk}"))
}

/// Papers a third person decided, with the reason; where in the bundle they lie is not told.
fn decided(congress: &Congress, bundle: &Bundle) -> Vec<(String, String)> {
    let Some(keying) = congress.counted_keying(bundle.round, bundle.number) else { return Vec::new() };
    let mut told: Vec<String> = congress
        .settlements_in((bundle.round, bundle.number, keying))
        .map(|settled| {
            let why = match settled.why {
                Why::Slip => "gõ nhầm",
                Why::Misread => "đọc nhầm phiếu",
                Why::Doubtful => "phiếu khó xác định",
                Why::Other => "lý do khác",
            };
            let note = bare(&settled.note);
            let note = if note.is_empty() { String::new() } else { format!(": {note}") };
            format!(
                "{} xem lại phiếu, quyết định: {} ({why}{note})",
                capital(&seat(settled.by)),
                marks(&settled.paper())
            )
        })
        .collect();
    told.sort();
    let place = |(place, text): (u32, String)| (format!("settled.{}.{place}", bundle.number), text);
    (1..).zip(told).map(place).collect()
}

/// The control totals: ballots × seats = votes + unused (form A); agree + disagree + not counted = ballots × names (form B).
fn control(congress: &Congress, round: &Round, papers: &[(Ballot, u32)]) -> String {
    let mut tally = Tally::new(congress.contest(round));
    for (paper, often) in papers {
        // the rules let no ballot with a fault of keying into the register
        let _ = tally.add(paper, *often);
    }
    let valid = tally.valid();
    let sum =
        |of: fn(&crate::domain::election::count::NameCount) -> u64| tally.names().map(|name| of(&name)).sum::<u64>();
    let votes = sum(|name| name.votes);
    let (each, places) = match round.form() {
        Form::StrikeOut => (grouped(round.seats), valid * u64::from(round.seats)),
        Form::AgreeDisagree => (grouped(round.names_count()), valid * u64::from(round.names_count())),
    };
    let parts = match round.form() {
        Form::StrikeOut => vec![(votes, "lượt đã bầu"), (places.saturating_sub(votes), "lượt không dùng")],
        Form::AgreeDisagree => vec![
            (votes, "lượt đồng ý"),
            (sum(|name| name.against), "lượt không đồng ý"),
            (sum(|name| name.not_counted), "lượt không tính"),
        ],
    };
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, label)| format!("{} {label}", grouped(number)))
        .collect();
    let valid = grouped(valid);
    format!("Đối chiếu tệp: {valid} phiếu hợp lệ × {each} = {} lượt, gồm {}.", grouped(places), list(&parts))
}

/// The marks on a paper, and what else makes it invalid.
fn marks(paper: &Ballot) -> String {
    let numbers = |numbers: &[u16]| {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable();
        sorted.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
    };
    match &paper.marks {
        Marks::Struck(struck) if struck.is_empty() => "không gạch".to_owned(),
        Marks::Struck(struck) => format!("gạch {}", numbers(struck)),
        Marks::Boxes { agree, disagree } => {
            let told = [("đồng ý", agree), ("không đồng ý", disagree)];
            let told: Vec<String> = told
                .into_iter()
                .filter(|(_, marked)| !marked.is_empty())
                .map(|(label, marked)| format!("{label} {}", numbers(marked)))
                .collect();
            if told.is_empty() { "không đánh dấu".to_owned() } else { told.join("; ") }
        }
    }
}

fn verdict(congress: &Congress, round: &Round, paper: &Ballot) -> String {
    match ballot::judge(paper, &congress.contest(round)) {
        Ok(Validity::Invalid(why)) => {
            format!("không hợp lệ: {}", record::why_invalid(record::purpose_of(congress, round), why))
        }
        Ok(Validity::Valid) | Err(_) => "hợp lệ".to_owned(),
    }
}

fn whole(congress: &Congress, round: &Round) -> Vec<Block> {
    let mut keyed = 0_u32;
    result::for_each_paper(congress, round, &mut |_, often| keyed = keyed.saturating_add(often));
    let collected = round.ledger.collected.unwrap_or(0);
    let fits = if keyed == collected { "khớp" } else { "KHÔNG KHỚP" };
    let text = format!("Tổng số phiếu đã nhập: {}; số phiếu thu về: {} ({fits}).", grouped(keyed), grouped(collected));
    vec![Block::paragraph("whole", text)]
}
