//! Every paper of the sample congresses, word for word, and what must never stand in any of them.

use insta::assert_snapshot;

use super::PaperName;
use super::paper::{Block, Level};
use super::sample::{Until, counted_delegates, named_only, of_delegates, of_eight, office, review};
use crate::domain::Congress;

/// The papers whose text is not kept in a snapshot of its own elsewhere.
fn dossier(congress: &Congress) -> String {
    let told = |name: &PaperName| !matches!(name, PaperName::Minutes | PaperName::Tally(_));
    let papers = PaperName::all(congress).into_iter().filter(told);
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

#[test]
fn every_paper_promised_is_composed_and_says_nothing_empty() {
    for congress in [
        office(Until::Discussion),
        office(Until::End),
        of_eight(),
        of_delegates(),
        counted_delegates(),
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
    for congress in [office(Until::End), of_eight(), counted_delegates()] {
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
