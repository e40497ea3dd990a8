//! Every paper of the sample congresses, word for word, and what must never stand in any of them.

use insta::assert_snapshot;

use super::PaperName;
use super::paper::{Block, Level};
use super::sample::{Until, asked, counted_delegates, named_only, of_delegates, of_eight, office, review};
use crate::domain::Congress;

/// The papers whose text is not kept in a snapshot of its own elsewhere.
fn dossier(congress: &Congress) -> String {
    texts(congress, |name| !matches!(name, PaperName::Minutes | PaperName::Tally(_)))
}

fn texts(congress: &Congress, wanted: fn(&PaperName) -> bool) -> String {
    let papers = PaperName::all(congress).into_iter().filter(wanted);
    let text = |name: PaperName| {
        let paper = name.compose(congress).unwrap_or_else(|| panic!("{name:?} was promised and is not there"));
        format!("════ {} · {}\n{}", name.word(), name.file(congress), paper.plain_text())
    };
    papers.map(text).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn the_dossier_of_an_office() {
    assert_snapshot!(dossier(&office(Until::End)));
}

#[test]
fn the_dossier_of_an_office_half_way() {
    assert_snapshot!(dossier(&office(Until::Discussion)));
}

#[test]
fn the_dossier_of_a_cell_of_eight() {
    assert_snapshot!(dossier(&of_eight()));
}

#[test]
fn the_dossier_of_delegates_over_two_days() {
    assert_snapshot!(dossier(&of_delegates()));
}

#[test]
fn the_dossier_of_delegates_counted_by_what_is_recorded_of_them() {
    assert_snapshot!(dossier(&counted_delegates()));
}

#[test]
fn the_dossier_of_a_review_meeting() {
    assert_snapshot!(dossier(&review()));
}

#[test]
fn the_dossier_of_a_congress_without_counts() {
    assert_snapshot!(dossier(&named_only()));
}

/// Every paper, minutes and tally records too: no other snapshot has them of ballots that ask, of sessions alone, of a plenum.
#[test]
fn the_dossier_of_delegates_who_are_asked_before_they_elect() {
    assert_snapshot!(texts(&asked(), |_| true));
}

#[test]
fn the_tally_records_of_a_committee_of_alternates_and_of_a_plenum() {
    assert_snapshot!(texts(&counted_delegates(), |name| matches!(name, PaperName::Tally(_) | PaperName::Minutes)));
}

#[test]
fn papers_of_the_plenum_carry_the_committee_and_its_sign() {
    let congress = counted_delegates();
    let (plenum, ours): (Vec<_>, Vec<_>) =
        PaperName::all(&congress).into_iter().partition(|name| name.is_of_plenum(&congress));
    assert_eq!(plenum.len(), 7, "{plenum:?}");
    for (names, sign, never) in [(plenum, "/ĐU", "ĐẠI HỘI"), (ours, "/ĐH", "BAN CHẤP HÀNH")] {
        for name in names {
            let head = name.compose(&congress).expect("a paper").head;
            assert!(head.number.is_none_or(|number| number.code.ends_with(sign)), "{name:?}");
            assert!(!head.issuer.iter().any(|line| line.contains(never)), "{name:?}: {:?}", head.issuer);
        }
    }
}

#[test]
fn only_the_head_of_counting_has_the_entry_logs_and_the_index_says_so() {
    use crate::domain::Role;
    let congress = office(Until::End);
    let open = |role| PaperName::all(&congress).into_iter().filter(|name| name.is_open_to(role)).count();
    let all = PaperName::all(&congress).len();
    assert_eq!((open(Role::Head), open(Role::Secretary), open(Role::Presidium)), (all, all - 4, all - 4));
    assert_eq!((open(Role::Counter), open(Role::Hall)), (0, 0));
    let index = PaperName::Index.compose(&congress).expect("an index").plain_text();
    assert!(index.contains("Nhật ký nhập phiếu bầu (04 văn bản) do Trưởng ban kiểm phiếu giữ"), "{index}");
}

#[test]
fn every_paper_promised_is_composed_and_says_nothing_empty() {
    for congress in [
        office(Until::Discussion),
        office(Until::End),
        of_eight(),
        of_delegates(),
        counted_delegates(),
        asked(),
        named_only(),
        review(),
    ] {
        for name in PaperName::all(&congress) {
            let paper = name.compose(&congress).unwrap_or_else(|| panic!("{name:?} was promised and is not there"));
            let text = paper.plain_text().replace('\u{a0}', "");
            for never in ["GHI THÔ", "00 đồng chí", "00 phiếu", " 0 đồng", "..", " .", " ,", "  ", "None", ":."]
            {
                assert!(!text.contains(never), "{name:?}: {never:?} in\n{text}");
            }
            let parts = paper.body.windows(2).filter(|pair| is_heading(&pair[0]) && is_heading(&pair[1]));
            let empty = parts.filter(|pair| level(&pair[0]) >= level(&pair[1])).count();
            assert_eq!(empty, 0, "{name:?} has a heading without a text\n{text}");
            // the chair's script tells of items that need no words
            let script = name == PaperName::Script;
            assert!(script || !paper.body.last().is_some_and(is_heading), "{name:?} ends with a heading");
        }
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading { .. })
}

fn level(block: &Block) -> Level {
    match block {
        Block::Heading { level, .. } => *level,
        _ => Level::Point,
    }
}

#[test]
fn every_key_stands_once_in_its_paper() {
    for congress in [office(Until::End), of_eight(), counted_delegates(), asked()] {
        for name in PaperName::all(&congress) {
            let paper = name.compose(&congress).expect("a paper");
            let mut keys: Vec<String> = paper.keys().map(ToString::to_string).collect();
            let all = keys.len();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), all, "{name:?}");
        }
    }
}
