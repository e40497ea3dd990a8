//! The workbook held against LibreOffice: numbers come out as numbers, days as days.

use std::process::Command;

use super::*;
use crate::domain::{election::RoundState, id::RoundId};
use crate::export::outside::{Outside, output_of};
use crate::papers::sample::{Until, of_delegates, of_eight, office};

#[test]
fn the_votes_of_an_open_count_stay_inside() {
    let mut congress = of_eight();
    let before = results::votes(&congress).rows.len();
    congress.rounds.edit(&RoundId(4)).expect("a round").state = RoundState::Counting;
    let after = results::votes(&congress).rows;
    assert!(after.len() < before);
    assert_eq!(results::elections(&congress).rows.len(), 3);
}

#[test]
fn every_row_has_a_cell_for_each_heading() {
    for congress in [of_eight(), of_delegates(), office(Until::End), Congress::default()] {
        for sheet in [roster::people(&congress), results::elections(&congress), results::votes(&congress)] {
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
        }
        assert!(xlsx(&congress).expect("a workbook").starts_with(b"PK"));
    }
}

#[test]
fn a_name_has_its_votes_and_its_share_of_the_base() {
    let rows = results::votes(&office(Until::End)).rows;
    let first = rows.first().expect("a name");
    assert_eq!(first[0], Cell::Number(1));
    let (Cell::Number(votes), Cell::Number(base)) = (&first[4], &first[7]) else { panic!("{first:?}") };
    assert_eq!(first[8], Percent::of(*votes, *base).map_or(Cell::Blank, Cell::Share));
}

/// The cells of all sheets as LibreOffice reads them: kind, value where it is not a text, and what is shown.
fn cells(bytes: &[u8]) -> Option<Vec<(String, String, String)>> {
    let soffice = Outside::LibreOffice.find()?;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("dai-hoi.xlsx");
    std::fs::write(&file, bytes).expect("written");
    let profile = format!("-env:UserInstallation=file://{}", dir.path().join("profile").display());
    let mut command = Command::new(soffice);
    output_of(command.args([&profile, "--headless", "--convert-to", "fods", "--outdir"]).arg(dir.path()).arg(&file));
    let xml = std::fs::read_to_string(dir.path().join("dai-hoi.fods")).expect("read back");
    let between = |text: &str, from: &str, to: &str| {
        text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map(|(inside, _)| inside.to_owned())
    };
    let cell = |piece: &str| {
        let (tag, rest) = piece.split_once('>')?;
        let kind = between(tag, "office:value-type=\"", "\"")?;
        let value = between(tag, "office:value=\"", "\"").or_else(|| between(tag, "office:date-value=\"", "\""));
        Some((kind, value.unwrap_or_default(), between(rest, "<text:p>", "</text:p>").unwrap_or_default()))
    };
    Some(xml.split("<table:table-cell").skip(1).filter_map(cell).collect())
}

#[test]
fn libreoffice_reads_numbers_as_numbers_and_days_as_days() {
    let mut congress = office(Until::End);
    let born = chrono::NaiveDate::from_ymd_opt(1979, 2, 9);
    congress.people.edit(&crate::domain::id::PersonId(2)).expect("a person").record.born = born;
    let Some(cells) = cells(&xlsx(&congress).expect("a workbook")) else { return };
    let has = |kind: &str, value: &str| cells.iter().any(|cell| cell.0 == kind && cell.1 == value);
    assert!(has("date", "1979-02-09"), "a day of birth");
    assert!(cells.iter().any(|cell| cell.0 == "date" && cell.1.starts_with("2022-09-28T07:")), "an hour of coming");
    for row in results::votes(&congress).rows {
        let (Cell::Text(name), Cell::Number(votes), Cell::Share(share)) = (&row[1], &row[4], &row[8]) else {
            panic!("{row:?}")
        };
        assert!(has("string", "") && cells.iter().any(|cell| cell.2 == *name), "{name}");
        assert!(has("float", &votes.to_string()), "{votes} votes");
        let hundredths = share.hundredths();
        let shown = format!("{}.{:02}%", hundredths / 100, hundredths % 100);
        let stored =
            |value: &str| value.parse::<f64>().is_ok_and(|value| (value * 10_000.0 - whole(hundredths)).abs() < 0.01);
        let found = cells.iter().any(|cell| cell.0 == "percentage" && stored(&cell.1) && cell.2 == shown);
        assert!(found, "{shown}");
    }
    // no number, day or share hides in a text
    let disguised = cells.iter().filter(|cell| cell.0 == "string" && cell.2.parse::<f64>().is_ok());
    assert_eq!(disguised.count(), 0);
}
