//! The whole congress as one JSON document: every register under the name of its table. Ballots leave only for rounds whose
//! count is closed, added up by what they say and sorted, so that no order of entry can be read off.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json as value};

use crate::domain::{
    Congress,
    congress::Visit,
    election::{KeyedBallot, Round},
    register::{Entity, Register},
};

/// Which shape the document has.
const FORMAT: &str = "daihoi/congress/1";

/// The congress as one JSON document.
pub fn json(congress: &Congress) -> Result<String, serde_json::Error> {
    let mut gather = Gather { tables: Map::new() };
    // visiting asks for a value it may change; the copy is read only
    congress.clone().visit(&mut gather)?;
    gather.tables.insert(KeyedBallot::TABLE.to_owned(), Value::Array(ballots(congress)?));
    gather.tables.insert("format".to_owned(), Value::String(FORMAT.to_owned()));
    let mut text = serde_json::to_string_pretty(&Value::Object(gather.tables))?;
    text.push('\n');
    Ok(text)
}

struct Gather {
    tables: Map<String, Value>,
}

impl Visit for Gather {
    type Error = serde_json::Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Self::Error> {
        if E::TABLE != KeyedBallot::TABLE {
            let rows = register.iter().map(serde_json::to_value).collect::<Result<Vec<Value>, _>>()?;
            self.tables.insert(E::TABLE.to_owned(), Value::Array(rows));
        }
        Ok(())
    }
}

/// The ballots of closed counts: for each round and keying every different paper once, with how often it occurred.
fn ballots(congress: &Congress) -> Result<Vec<Value>, serde_json::Error> {
    let mut papers: BTreeMap<(u32, u16, String), (Value, u64)> = BTreeMap::new();
    for round in congress.rounds.iter().filter(|round| Round::is_counted(round)) {
        for ballot in congress.ballots_of(round.id) {
            let paper = serde_json::to_value(sorted(ballot).paper())?;
            let key = (round.id.0, ballot.keying, paper.to_string());
            let entry = papers.entry(key).or_insert_with(|| (paper, 0));
            entry.1 += u64::from(ballot.times);
        }
    }
    let told = |((round, keying, _), (paper, times))| value!({ "round": round, "keying": keying, "paper": paper, "times": times });
    Ok(papers.into_iter().map(told).collect())
}

/// The ballot with its numbers in order: in which order they were typed says nothing of the paper.
fn sorted(ballot: &KeyedBallot) -> KeyedBallot {
    use crate::domain::election::ballot::Marks;
    let mut ballot = ballot.clone();
    match &mut ballot.marks {
        Marks::Struck(struck) => struck.sort_unstable(),
        Marks::Boxes { agree, disagree } => {
            agree.sort_unstable();
            disagree.sort_unstable();
        }
    }
    ballot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{election::RoundState, id::RoundId};
    use crate::papers::sample::{Until, of_eight, office};

    fn told(congress: &Congress) -> Value {
        serde_json::from_str(&json(congress).expect("told")).expect("JSON")
    }

    #[test]
    fn every_register_stands_under_its_table() {
        let document = told(&office(Until::End));
        assert_eq!(document["format"], FORMAT);
        assert_eq!(document["meeting"][0]["unit"], "Chi bộ Văn phòng UBND Quận 1");
        assert_eq!(document["person"].as_array().map(Vec::len), Some(21));
        assert_eq!(document["target"][1]["adopted"], "từ 03 đồng chí trở lên");
        // 21 registers and the name of the format
        assert_eq!(document.as_object().map(Map::len), Some(22));
    }

    #[test]
    fn the_order_of_entry_cannot_be_read_off_the_ballots() {
        let congress = office(Until::End);
        let mut shuffled = congress.clone();
        let turned: Vec<KeyedBallot> = congress.ballots_of(RoundId(1)).cloned().collect();
        let last = u32::try_from(turned.len()).expect("few");
        for (ballot, number) in turned.into_iter().zip((1..=last).rev()) {
            shuffled.ballots.put(KeyedBallot { number, bundle: 1, ..ballot });
        }
        assert_ne!(congress, shuffled);
        assert_eq!(told(&congress)["ballot"], told(&shuffled)["ballot"]);
        assert_eq!(told(&congress)["ballot"][0]["round"], 1);
    }

    #[test]
    fn ballots_of_an_open_count_stay_inside() {
        let mut congress = of_eight();
        let before = told(&congress)["ballot"].as_array().map(Vec::len);
        assert_eq!(before, Some(5));
        congress.rounds.edit(&RoundId(4)).expect("a round").state = RoundState::Counting;
        let ballots = told(&congress)["ballot"].clone();
        assert_eq!(ballots.as_array().map(Vec::len), Some(3));
        assert!(ballots.as_array().is_some_and(|rows| rows.iter().all(|row| row["round"] != 4)));
    }
}
