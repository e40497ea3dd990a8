//! The resolution of the congress (nghị quyết): what was approved, the targets adopted, who was elected. A skeleton before the
//! vote, with the votes after it.

use crate::domain::{
    Congress,
    agenda::ItemKind,
    decisions::Matter,
    election::{Election, list::Voters, result},
    meeting::Kind,
    motions::{Motion, Subject, Vote},
    reports::Report,
};

use super::issuing::{chair, days, head, marked, recipients, title_of, whole_name};
use super::paper::{Block, Column, Level, Paper, Signatures, Table, Title};
use super::phrases::{
    NOT_STATED, Words, bare, capital, comrades, count_of, list, names_of, sentence, size, small, three_counts,
};
use super::record;

/// Whether there is something to resolve: a target, an election, a report voted.
pub fn is_begun(congress: &Congress) -> bool {
    let anything = !congress.targets.is_empty() || !congress.elections.is_empty() || !congress.motions.is_empty();
    anything && !congress.meeting().is_review()
}

/// The resolution as far as the congress has come; none of a review meeting.
pub fn compose(congress: &Congress) -> Option<Paper> {
    if !is_begun(congress) {
        return None;
    }
    let sections = [
        ("Về các văn kiện, báo cáo", reports(congress)),
        ("Về mục tiêu, chỉ tiêu", targets(congress)),
        ("Về kết quả bầu cử", elected(congress, false)),
        ("Về đoàn đại biểu dự đại hội cấp trên", elected(congress, true)),
        ("Về tổ chức thực hiện", carrying_out(congress)),
    ];
    let mut paper = Paper::new(head(congress, "NQ"), title(congress)).with(opening(congress));
    let told = sections.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    for (number, (title, blocks)) in (1..).zip(told) {
        let number: u32 = number;
        paper = paper.heading(Level::Section, format!("{number}. {title}")).with(blocks);
    }
    let paper = paper.with(adopted(congress)).signed(Signatures::one(chair(congress))).sent_to(recipients(congress));
    Some(marked(congress, paper))
}

fn title(congress: &Congress) -> Title {
    title_of(congress, "NGHỊ QUYẾT")
}

fn opening(congress: &Congress) -> Vec<Block> {
    let meeting = congress.meeting();
    let day = days(congress).map(|days| format!(", họp {days}"));
    let venue = meeting.venue.as_deref().map(|venue| format!(" tại {}", bare(venue)));
    let when = match (day, venue) {
        (Some(day), Some(venue)) => format!("{day}{venue},"),
        (Some(day), None) => format!("{day},"),
        (None, _) => ",".to_owned(),
    };
    let text = format!("{}{when}", whole_name(meeting));
    let resolves = Block::text(super::paper::Text::new().bold("QUYẾT NGHỊ:")).aligned(super::paper::Align::Centre);
    vec![Block::paragraph("opening", text), resolves]
}

fn carried(motion: &Motion) -> Option<&Vote> {
    motion.vote.as_ref().filter(|vote| vote.carried())
}

/// The reports the congress approved; on who is there it resolves nothing.
fn reports(congress: &Congress) -> Vec<Block> {
    let of_attendance = |report: &Report| {
        let item = report.item.and_then(|item| congress.items.get(&item));
        item.is_some_and(|item| item.kind == ItemKind::Attendance)
    };
    let voted = |motion: &Motion| match motion.subject {
        Subject::Report(report) => {
            carried(motion)?;
            let report_heard = congress.reports.get(&report).filter(|report| !of_attendance(report))?;
            let title = bare(&report_heard.title);
            Some((format!("report.{report}"), format!("Tán thành nội dung {}", small_report(title))))
        }
        _ => None,
    };
    let mut told: Vec<(String, String)> = congress.motions.iter().filter_map(voted).collect();
    told.dedup();
    match told.as_slice() {
        [(key, text)] => vec![Block::paragraph(key.clone(), sentence(text))],
        _ => Block::items(told),
    }
}

/// A title of a report inside a sentence: `báo cáo tổng kết …`; a name of its own in quotation marks.
fn small_report(title: &str) -> String {
    let common = ["Báo cáo", "Dự thảo", "Đề án", "Tờ trình"].iter().any(|noun| title.starts_with(noun));
    if common { small(title) } else { format!("“{title}”") }
}

/// The targets with the values that stand; before the vote they are the draft.
fn targets(congress: &Congress) -> Vec<Block> {
    if congress.targets.is_empty() {
        return Vec::new();
    }
    let adopted = congress.targets.iter().all(|target| target.adopted.is_some());
    let lead = if adopted {
        "Thông qua các chỉ tiêu chủ yếu:"
    } else {
        "Thông qua các chỉ tiêu chủ yếu (dự thảo):"
    };
    let columns = [Column::figures("TT", 1), Column::words("Chỉ tiêu", 8), Column::words("Mức phấn đấu", 6)];
    let table = (1..).zip(congress.targets.iter()).fold(Table::new(columns), |table, (number, target)| {
        table.row([u32::to_string(&number), capital(bare(&target.text)), target.value().to_owned()])
    });
    vec![Block::text(lead), Block::Table(table.keyed("targets"))]
}

/// What the congress elected: offices, or the delegates to the higher congress.
fn elected(congress: &Congress, delegates: bool) -> Vec<Block> {
    let ours = |election: &&Election| {
        election.elects() && election.voters == Voters::Congress && election.office.is_allotted() == delegates
    };
    let told = congress.elections.iter().filter(ours).filter_map(|election| {
        let text = told(congress, election)?;
        Some(Block::paragraph(format!("election.{}", election.id), text))
    });
    told.collect()
}

fn told(congress: &Congress, election: &Election) -> Option<String> {
    let what = record::small(&record::title(election));
    let Some(people) = result::elected(congress, election) else {
        let known = election.stated.is_some();
        return known.then(|| format!("Đại hội đã {what}; danh sách trúng cử: {NOT_STATED}."));
    };
    let names = names_of(congress, &people);
    let alternates = names_of(congress, &result::alternates(congress, election));
    let alternates = if alternates.is_empty() {
        String::new()
    } else {
        format!("; {} dự khuyết: {}", comrades(count_of(&alternates)), list(&alternates))
    };
    let open =
        result::settled(congress, election).then(|| result::seats_open(congress, election)).filter(|open| *open > 0);
    let open = open.map(|open| format!(" Số lượng còn khuyết: {}.", comrades(open))).unwrap_or_default();
    let open = size(election).map(|size| format!(" {}.", capital(&size))).unwrap_or_default() + &open;
    match names.as_slice() {
        [] => vacant(congress, election, &what, &open),
        [name] if alternates.is_empty() => Some(format!("Đại hội đã {what}: đồng chí {name}.{open}")),
        names => {
            Some(format!("Đại hội đã {what} gồm {}: {}{alternates}.{open}", comrades(count_of(names)), list(names)))
        }
    }
}

/// That nobody was elected, and what the congress decided on the empty seat; none where it decided nothing.
fn vacant(congress: &Congress, election: &Election, what: &str, open: &str) -> Option<String> {
    let decided = sentence(&congress.decided(Matter::LeaveSeatsOpen(election.id))?.text);
    let held = congress.rounds_of(election.id).next().is_some();
    let nobody = format!("Đại hội đã {what}; không có đồng chí nào trúng cử.{open} ");
    Some(if held { nobody + &decided } else { decided })
}

fn carrying_out(congress: &Congress) -> Vec<Block> {
    let committee = congress.committee_election().is_some();
    let who = match (congress.meeting().kind, committee) {
        (Kind::Cell, true) => "chi ủy khóa mới",
        (Kind::Cell, false) => "Bí thư, Phó Bí thư chi bộ",
        _ => "Ban Chấp hành khóa mới",
    };
    let words = Words::of(congress.meeting().kind);
    let text = format!(
        "Giao {who} căn cứ nghị quyết xây dựng chương trình, kế hoạch, lãnh đạo tổ chức thực hiện thắng lợi các nhiệm vụ, chỉ tiêu \
         đã được {} thông qua.",
        words.meeting
    );
    vec![Block::paragraph("carrying_out", text)]
}

/// The last sentence: how it was adopted.
fn adopted(congress: &Congress) -> Vec<Block> {
    let words = Words::of(congress.meeting().kind);
    let vote = congress.motions.iter().rev().filter(|motion| motion.subject == Subject::Resolution).find_map(carried);
    let text = vote.map(|vote| {
        let day = crate::domain::figures::long_date(vote.at.date());
        format!("Nghị quyết này đã được {} biểu quyết thông qua {day}: {}.", words.meeting, three_counts(vote, words))
    });
    text.map(|text| Block::paragraph("adopted", text)).into_iter().collect()
}
