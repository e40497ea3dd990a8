//! Sections V and VI: the elections, each from the number voted to those elected. The rounds are told in `rounds`.

use crate::domain::{
    agenda::{Item, ItemKind, ItemState},
    bodies::{Body, BodyKind},
    election::{Candidate, Election, Office, Round, Source, list::Voters, purpose::Purpose, result},
    gifts::Recipient,
    id::PersonId,
    meeting::Kind,
    motions::{Motion, Subject, Vote},
    regulation::Rule,
};

use super::{Matter, bodies, gifts, numbered, rounds};
use crate::papers::paper::Block;
use crate::papers::phrases::{
    NOT_STATED, allotted, bare, capital, comrades, count_of, counted, hand_vote, list as listed, members_word,
    name_and_office, name_of, names_of, number_to_elect, result as told_result, size_remark, surplus,
};
use crate::papers::record;

/// Committee, secretary, deputy and the other offices the congress elects.
pub fn of_the_congress(matter: Matter<'_>) -> Vec<Block> {
    let elections = begun(matter, of_hall);
    let blocks = told(matter, &elections);
    if blocks.is_empty() {
        return blocks;
    }
    let small = small_cell(matter).into_iter().collect();
    [small, shared_committee(matter), blocks, debut(matter, "Sau khi công bố kết quả bầu cử, ")].concat()
}

/// The debut of those whom nobody elected here: the superior appointed them.
pub fn debut_of_appointed(matter: Matter<'_>) -> Vec<Block> {
    if told(matter, &begun(matter, of_hall)).is_empty() { debut(matter, "") } else { Vec::new() }
}

/// Why a cell elects its secretary without a committee (rules §3).
fn small_cell(matter: Matter<'_>) -> Option<Block> {
    let regulation = matter.congress.meeting().regulation();
    let from = regulation.sizes.committee_from;
    let cell = matter.congress.meeting().kind == Kind::Cell && matter.congress.committee_election().is_none();
    let members = matter.congress.full_members().filter(|members| cell && *members < from)?;
    let text = format!(
        "Chi bộ có {}, dưới {}: không bầu chi ủy, đại hội bầu trực tiếp theo quy định tại {}.",
        counted(members, matter.words.full),
        comrades(from),
        regulation.cite(Rule::SmallCell)
    );
    Some(Block::paragraph("small_cell", text))
}

/// Whether the congress itself elects an office; what a plenum elects has minutes of its own.
fn of_hall(election: &Election) -> bool {
    election.voters == Voters::Congress && !election.office.is_allotted()
}

/// What the first plenum elects, in the order of the offices.
pub fn of_the_plenum(matter: Matter<'_>) -> Vec<Block> {
    told(matter, &begun(matter, |election| election.voters == Voters::Plenum))
}

/// The debut (ra mắt) of those elected, or appointed, with the flowers given to them.
fn debut(matter: Matter<'_>, after: &str) -> Vec<Block> {
    let held = |item: &&Item| {
        item.kind == ItemKind::Debut && item.state == ItemState::Done && matter.covers(Some(item.id), None)
    };
    let told = |item: &Item| {
        let text = capital(&format!("{after}{} tiến hành: {}.", matter.words.meeting, bare(&item.title)));
        Block::paragraph(format!("debut.{}", item.id), text)
    };
    let mut blocks: Vec<Block> = matter.congress.whole_agenda().into_iter().filter(held).map(told).collect();
    if !blocks.is_empty() {
        blocks.extend(gifts::flowers(matter));
    }
    blocks.extend(gifts::blocks(matter, Recipient::Elected));
    blocks
}

/// The delegates to the higher congress.
pub fn of_delegates(matter: Matter<'_>) -> Vec<Block> {
    let delegates = |election: &Election| election.voters == Voters::Congress && election.office.is_allotted();
    let elections = begun(matter, delegates);
    let blocks = told(matter, &elections);
    let alone = begun(matter, of_hall).is_empty();
    if alone && !blocks.is_empty() { [shared_committee(matter), blocks].concat() } else { blocks }
}

/// The elections wanted that have begun; of one session those of which something happened in it.
fn begun(matter: Matter<'_>, wanted: fn(&Election) -> bool) -> Vec<&Election> {
    let congress = matter.congress;
    let started = |election: &Election| {
        let acted = motions(matter, election).next().is_some() || rounds::of(matter, election).next().is_some();
        if matter.session.is_some() {
            return acted;
        }
        acted
            || election.stated.is_some()
            || result::left_open(congress, election)
            || congress.candidates_of(election.id).next().is_some()
    };
    congress
        .ballots_in_order()
        .filter(|election| wanted(election) && !is_told_within(election) && started(election))
        .collect()
}

/// Whether a ballot is told with the election it serves: an opinion is asked between its nominations and its list.
fn is_told_within(election: &Election) -> bool {
    matches!(election.purpose, Purpose::Opinion(_))
}

/// The hand votes on number and list of an election.
fn motions<'a>(matter: Matter<'a>, election: &Election) -> impl Iterator<Item = (&'a Motion, &'a Vote)> {
    let id = election.id;
    let of = move |motion: &&Motion| match motion.subject {
        Subject::Seats { election, .. } | Subject::List(election) => election == id && matter.covers_motion(motion),
        _ => false,
    };
    matter.congress.motions.iter().filter(of).filter_map(|motion| Some((motion, motion.vote.as_ref()?)))
}

/// The counting committee that serves every ballot.
fn shared_committee(matter: Matter<'_>) -> Vec<Block> {
    committees(matter, |body| body.election.is_none() && matter.session.is_none())
}

fn committees(matter: Matter<'_>, wanted: impl Fn(&Body) -> bool) -> Vec<Block> {
    let elected = |body: &&Body| body.kind == BodyKind::Counting && body.elected_by.is_some();
    let bodies = matter.congress.bodies.iter().filter(elected).filter(|body| wanted(body));
    bodies.map(|body| Block::paragraph(format!("bodies.{}", body.id), bodies::told(matter, body))).collect()
}

fn told(matter: Matter<'_>, elections: &[&Election]) -> Vec<Block> {
    numbered(elections.iter().map(|election| (record::title(election), one(matter, election))).collect())
}

fn one(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    if election.stated.is_some() {
        return stated(matter, election);
    }
    if !election.elects() {
        let asked = names_of(matter.congress, &matter.congress.list(election.id));
        let what = if is_told_within(election) { "phiếu xin ý kiến" } else { "phiếu giới thiệu" };
        let number = comrades(count_of(&asked));
        let text = format!("{} lấy {what} đối với {number}: {}.", matter.words.assembly, listed(&asked));
        return [vec![Block::paragraph(key(election, "asked"), text)], rounds::blocks(matter, election)].concat();
    }
    [before_ballot(matter, election), rounds::blocks(matter, election)].concat()
}

/// What leads to the ballot: number, names, list, counting committee.
fn before_ballot(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    [
        seats(matter, election),
        nominations(matter, election),
        withdrawals(matter, election),
        opinions(matter, election),
        voted_list(matter, election),
        committees(matter, |body| body.election == Some(election.id)),
    ]
    .concat()
}

/// The opinion ballots that shortened the list.
fn opinions(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let asked = matter.congress.ballots_serving(election.id).filter(|ballot| is_told_within(ballot));
    let held = asked.filter(|ballot| rounds::of(matter, ballot).next().is_some());
    held.flat_map(|ballot| one(matter, ballot)).collect()
}

fn key(election: &Election, part: &str) -> String {
    format!("election.{}.{part}", election.id)
}

/// The number to elect: voted, or allotted from above.
fn seats(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    if election.office.is_allotted() {
        return vec![Block::paragraph(key(election, "seats"), allotted(election))];
    }
    motions(matter, election)
        .filter_map(|(motion, vote)| {
            let Subject::Seats { seats, size, .. } = motion.subject else { return None };
            let whom = if size > Some(seats) { members_word(election.office) } else { "cần bầu" };
            let text = format!(
                "{} biểu quyết số lượng {whom} {}. {}",
                matter.words.assembly,
                number_to_elect((seats, size), matter.words.meeting),
                told_result(vote, matter.words)
            );
            let text = matter.placed_motion(motion, text);
            Some(Block::paragraph(format!("election.{}.seats.{}", election.id, motion.id), text))
        })
        .collect()
}

/// Who was put forward, by whom, with what support.
fn nominations(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let congress = matter.congress;
    let mut candidates: Vec<&Candidate> = congress.candidates_of(election.id).collect();
    candidates.sort_by_cached_key(|candidate| crate::domain::names::NameKey::of(name_of(congress, candidate.person)));
    let of = |source: Source| -> Vec<&&Candidate> {
        candidates.iter().filter(|candidate| candidate.source == source).collect()
    };
    let mut blocks = Vec::new();
    let prepared: Vec<String> = of(Source::Prepared).iter().map(|candidate| introduced(matter, candidate)).collect();
    if !prepared.is_empty() {
        let text = format!("Nhân sự do cấp ủy chuẩn bị gồm {}: {}.", comrades(count_of(&prepared)), listed(&prepared));
        blocks.push(Block::paragraph(key(election, "prepared"), text));
    }
    for (source, part, verb) in [(Source::Floor, "floor", "được đề cử tại"), (Source::OwnAccord, "own", "ứng cử tại")]
    {
        let named: Vec<String> = of(source).iter().map(|candidate| supported(matter, candidate)).collect();
        if !named.is_empty() {
            let text =
                format!("Có {} {verb} {}: {}.", comrades(count_of(&named)), matter.words.meeting, listed(&named));
            blocks.push(Block::paragraph(key(election, part), text));
        }
    }
    blocks
}

/// A candidate with the office where they are named as one for the first time.
fn introduced(matter: Matter<'_>, candidate: &Candidate) -> String {
    let congress = matter.congress;
    let before = |other: &Candidate| other.person == candidate.person && other.election < candidate.election;
    if congress.candidates.iter().any(before) {
        name_of(congress, candidate.person).to_owned()
    } else {
        name_and_office(congress, candidate.person)
    }
}

fn supported(matter: Matter<'_>, candidate: &Candidate) -> String {
    let named = introduced(matter, candidate);
    match candidate.support {
        Some(support) => format!("{named} ({} tán thành)", counted(support, matter.words.voter)),
        None => named,
    }
}

fn withdrawals(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let told = |candidate: &Candidate| {
        let (request, meeting) = (candidate.withdrawal.as_ref()?, matter.words.meeting);
        let motion = request.decided_by.and_then(|motion| matter.congress.motions.get(&motion));
        let vote = motion.and_then(|motion| motion.vote.as_ref());
        let name = name_of(matter.congress, candidate.person);
        let asked = format!("Đồng chí {name} xin rút tên khỏi danh sách (lý do: {})", bare(&request.reason));
        let text = match (request.allowed, vote) {
            (Some(true), Some(vote)) => {
                format!("{asked}; {meeting} biểu quyết cho rút: {}.", hand_vote(vote, matter.words))
            }
            (Some(false), Some(vote)) => {
                format!("{asked}; {meeting} không đồng ý cho rút: {}.", hand_vote(vote, matter.words))
            }
            (Some(true), None) => format!("{asked}; {meeting} đồng ý cho rút."),
            (Some(false), None) => format!("{asked}; {meeting} không đồng ý cho rút."),
            (None, _) => format!("{asked}."),
        };
        Some(Block::paragraph(format!("election.{}.withdrawal.{}", election.id, candidate.person), text))
    };
    matter.congress.candidates_of(election.id).filter_map(told).collect()
}

/// The votes on the list. The last that was carried says how many names and what surplus.
fn voted_list(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let first = matter.congress.rounds_of(election.id).next();
    let votes = motions(matter, election).filter(|(motion, _)| matches!(motion.subject, Subject::List(_)));
    votes
        .map(|(motion, vote)| {
            let list = match first {
                // the list of the first round is frozen with it; names may have joined since
                Some(round) if election.list_by != Some(motion.id) => round.names.clone(),
                _ => matter.congress.list(election.id),
            };
            let text = format!("{} {}", list_of(matter, election, &list), told_result(vote, matter.words));
            let text = matter.placed_motion(motion, text);
            Block::paragraph(format!("election.{}.list.{}", election.id, motion.id), text)
        })
        .collect()
}

fn list_of(matter: Matter<'_>, election: &Election, list: &[PersonId]) -> String {
    let names = count_of(list);
    let surplus = surplus(names, election.seats.unwrap_or(0));
    // the names stand in the result table as soon as it is printed
    let printed = matter.congress.rounds_of(election.id).any(Round::is_announced);
    let order = if names > 1 { ", xếp theo thứ tự tên" } else { "" };
    let told = if printed { String::new() } else { format!(": {}", listed(&names_of(matter.congress, list))) };
    format!(
        "{} biểu quyết thông qua danh sách bầu cử gồm {}{surplus}{order}{told}.",
        matter.words.assembly,
        comrades(names)
    )
}

/// A result known without its votes: what was voted before it and how far the ballot went, as far as it is recorded.
fn stated(matter: Matter<'_>, election: &Election) -> Vec<Block> {
    let mut blocks = before_ballot(matter, election);
    let elected = election.stated.as_ref().and_then(|stated| stated.elected.as_ref());
    let whom = match elected {
        None => format!("Danh sách trúng cử: {NOT_STATED}."),
        Some(elected) => {
            let named: Vec<String> = elected
                .iter()
                .map(|person| {
                    let again = if record::reelected(matter.congress, election, *person) { " (tái cử)" } else { "" };
                    format!("{}{again}", name_and_office(matter.congress, *person))
                })
                .collect();
            format!("Trúng cử {}: {}.", comrades(count_of(&named)), listed(&named))
        }
    };
    let number = if blocks.is_empty() {
        format!(" Số lượng cần bầu: {}.", number_stated(election))
    } else {
        String::new()
    };
    let text = format!("{} bầu bằng hình thức bỏ phiếu kín.{number}", matter.words.assembly);
    blocks.push(Block::paragraph(key(election, "stated"), text));
    let votes = match rounds::of(matter, election).next() {
        Some(round) => {
            blocks.extend(rounds::held(matter, election, round));
            "Số phiếu hợp lệ, không hợp lệ và số phiếu bầu"
        }
        None => "Số phiếu phát ra, thu về, hợp lệ, không hợp lệ và số phiếu bầu",
    };
    blocks.push(Block::paragraph(key(election, "votes"), format!("{votes}: {NOT_STATED}.")));
    blocks.push(Block::paragraph(key(election, "elected"), whom));
    blocks
}

/// How many were to be elected where no vote of the hall says it.
fn number_stated(election: &Election) -> String {
    let elected = election.stated.as_ref().and_then(|stated| stated.elected.as_ref());
    match (election.seats, elected) {
        (Some(seats), _) => comrades(seats) + &size_remark(election),
        (None, Some(elected)) if matches!(election.office, Office::Secretary | Office::Deputy) => {
            comrades(count_of(elected))
        }
        (None, _) => NOT_STATED.to_owned(),
    }
}
