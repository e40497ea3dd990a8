//! The whole congress as one JSON document: every register under the name of its table. Ballots are not in it, nor what was
//! decided on single ones: they leave the file only through the head of counting, as the sheets of `ballots`.

use serde_json::{Map, Value};

use crate::domain::{
    Congress,
    congress::Visit,
    election::{Bundle, KeyedBallot, Settlement},
    passphrase::Passphrase,
    register::{Entity, Register},
};

/// Which shape the document has.
const FORMAT: &str = "daihoi/congress/2";

/// The registers that hold ballots, or say of a single paper that it differs; and what opens a seat, even as a hash.
const SECRET: [&str; 4] = [KeyedBallot::TABLE, Settlement::TABLE, Bundle::TABLE, Passphrase::TABLE];

/// The congress as one JSON document.
pub fn json(congress: &Congress) -> Result<String, serde_json::Error> {
    let mut gather = Gather { tables: Map::new() };
    // visiting asks for a value it may change; the copy is read only
    congress.clone().visit(&mut gather)?;
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
        if !SECRET.contains(&E::TABLE) {
            let rows = register.iter().map(serde_json::to_value).collect::<Result<Vec<Value>, _>>()?;
            self.tables.insert(E::TABLE.to_owned(), Value::Array(rows));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::sample::{Until, office};

    #[test]
    fn every_register_stands_under_its_table() {
        let document: Value = serde_json::from_str(&json(&office(Until::End)).expect("told")).expect("JSON");
        assert_eq!(document["format"], FORMAT);
        assert_eq!(document["meeting"][0]["unit"], "Chi bộ Văn phòng UBND Quận 1");
        assert_eq!(document["person"].as_array().map(Vec::len), Some(21));
        assert_eq!(document["target"][1]["adopted"], "từ 03 đồng chí trở lên");
        assert!(document["recheck"].is_array());
        assert!(SECRET.iter().all(|table| document[*table].is_null()), "no ballot leaves with the congress");
    }
}
