//! The tables have the columns of the entities, their lists the words of the enums, and every row comes back as it went.

use crate::world::{filled, script};
use daihoi::domain::congress::Visit;
use daihoi::domain::register::{Entity, Register};
use daihoi::domain::{agenda, attendance, bodies, election, floor, meeting, people, role};
use daihoi::store::SCHEMA;
use rusqlite::Connection;
use schemars::Schema;
use serde::Deserializer;
use serde::de::Visitor;
use serde_json::Value;
use std::collections::BTreeSet;

/// Asks a struct for its fields: the derive of `Deserialize` hands them over.
struct Named(BTreeSet<String>);

impl<'de> Deserializer<'de> for &mut Named {
    type Error = serde::de::value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.extend(fields.iter().map(|field| (*field).to_owned()));
        Err(serde::de::Error::custom("only asked"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(serde::de::Error::custom("an entity is a struct"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// Looks at the fields of every row of a whole congress; options that are left out of JSON are missing.
struct Fields<'a> {
    connection: &'a Connection,
    empty: Vec<&'static str>,
}

impl Visit for Fields<'_> {
    type Error = ();

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), ()> {
        let columns: BTreeSet<String> = self
            .connection
            .prepare("SELECT name FROM pragma_table_info(?1)")
            .unwrap()
            .query_map([E::TABLE], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut named = Named(BTreeSet::new());
        let _ = E::deserialize(&mut named);
        assert_eq!(named.0, columns, "{}", E::TABLE);
        for row in register.iter() {
            let Ok(Value::Object(fields)) = serde_json::to_value(row) else { panic!("{row:?}") };
            assert!(fields.keys().all(|field| columns.contains(field)), "{}: {fields:?}", E::TABLE);
            assert!(E::KEY.iter().all(|key| fields.contains_key(*key)), "{}", E::TABLE);
        }
        if register.is_empty() {
            self.empty.push(E::TABLE);
        }
        Ok(())
    }
}

#[test]
fn columns_are_fields() {
    let (_dir, path, _, mut congress) = filled(&script::sealed());
    let connection = Connection::open(path).unwrap();
    let mut fields = Fields { connection: &connection, empty: Vec::new() };
    congress.visit(&mut fields).unwrap();
    assert_eq!(fields.empty, ["passphrase", "desk_file"], "the sample congress has a row in every table of a congress");
}

#[test]
fn every_row_comes_back_as_it_went() {
    let (_dir, _, mut store, congress) = filled(&script::sealed());
    assert_eq!(store.load().unwrap(), congress);
}

/// The words in the list of a column.
fn listed(table: &str, column: &str) -> BTreeSet<String> {
    let table = SCHEMA.split_once(&format!("CREATE TABLE {table} (")).unwrap().1;
    let table = table.split_once("STRICT").unwrap().0;
    let list = table.split_once(&format!("{column} IN (")).unwrap().1.split_once(')').unwrap().0;
    list.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The words of an enum without parts.
fn words(schema: Schema) -> BTreeSet<String> {
    let schema = schema.to_value();
    let one_of = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let lists = one_of.chain([&schema]);
    let words = lists.flat_map(|at| {
        let list = at.get("enum").and_then(Value::as_array).cloned().unwrap_or_default();
        list.into_iter().chain(at.get("const").cloned())
    });
    words.map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn lists_are_the_words_of_the_enums() {
    use schemars::schema_for;
    let pairs = [
        ("meeting", "kind", schema_for!(meeting::Kind)),
        ("meeting", "roster", schema_for!(meeting::Roster)),
        ("session", "kind", schema_for!(agenda::SessionKind)),
        ("item", "kind", schema_for!(agenda::ItemKind)),
        ("item", "state", schema_for!(agenda::ItemState)),
        ("person", "standing", schema_for!(people::Standing)),
        ("person", "origin", schema_for!(people::Origin)),
        ("person", "sex", schema_for!(people::Sex)),
        ("attendance", "presence", schema_for!(attendance::Presence)),
        ("speech", "kind", schema_for!(floor::SpeechKind)),
        ("speech", "state", schema_for!(floor::SpeechState)),
        ("draft", "role", schema_for!(role::Role)),
        ("journal", "role", schema_for!(role::Role)),
        ("election", "office", schema_for!(election::Office)),
        ("election", "voters", schema_for!(election::list::Voters)),
        ("candidate", "source", schema_for!(election::Source)),
        ("body", "kind", schema_for!(bodies::BodyKind)),
        ("round", "kind", schema_for!(election::RoundKind)),
        ("round", "state", schema_for!(election::RoundState)),
        ("ballot", "defect", schema_for!(election::ballot::Defect)),
    ];
    for (table, column, schema) in pairs {
        let words = words(schema);
        assert!(!words.is_empty(), "{table}.{column}");
        assert_eq!(listed(table, column), words, "{table}.{column}");
    }
    let unit_subjects = ["programme", "rules", "targets", "resolution", "minutes", "other"].map(str::to_owned);
    let subjects = words(schema_for!(daihoi::domain::motions::Subject));
    assert_eq!(subjects, BTreeSet::from(unit_subjects.clone()));
    assert_eq!(listed("motion", "subject"), subjects);
    assert_eq!(words(schema_for!(daihoi::domain::decisions::Matter)), BTreeSet::from(["other".to_owned()]));
}
