//! One writer and one reader for every table, driven by the fields of the entities: no entity and no change has SQL of its own.
//!
//! A field is a column of the same name. Text, numbers, yes and no are kept as they are; a word without parts as its text;
//! whatever has parts as JSON. A column that is NULL is left out when a row is read, so that the entity's own defaults apply.

use crate::domain::register::Entity;
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};
use serde::Deserializer;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Error as _, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error as Fault, Value};

/// The columns of a table, and the four statements that it is written and read with.
#[derive(Debug)]
pub(super) struct Table {
    columns: Vec<String>,
    select: String,
    upsert: String,
    delete: String,
}

/// Why a row could not be written or read.
#[derive(Debug)]
pub(super) enum Trouble {
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// Fields and columns do not fit each other, or a value is not one of the field.
    Fields(String),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<Fault> for Trouble {
    fn from(error: Fault) -> Self {
        Self::Fields(error.to_string())
    }
}

impl Table {
    /// Reads the columns of an entity's table from the file.
    pub(super) fn of<E: Entity>(connection: &Connection) -> rusqlite::Result<Self> {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let columns: Vec<String> = statement.query_map([E::TABLE], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let (table, key) = (E::TABLE, E::KEY);
        let quoted = |names: &[String], between: &str, of: fn(&String) -> String| {
            names.iter().map(of).collect::<Vec<_>>().join(between)
        };
        let all = quoted(&columns, ", ", |name| format!("\"{name}\""));
        let marks = vec!["?"; columns.len()].join(", ");
        let rest: Vec<String> = columns.iter().filter(|name| !key.contains(&name.as_str())).cloned().collect();
        let set = quoted(&rest, ", ", |name| format!("\"{name}\" = excluded.\"{name}\""));
        let key: Vec<String> = key.iter().map(|name| (*name).to_owned()).collect();
        let (keys, found) =
            (quoted(&key, ", ", |name| format!("\"{name}\"")), quoted(&key, " AND ", |name| format!("\"{name}\" = ?")));
        Ok(Self {
            select: format!("SELECT {all} FROM \"{table}\" ORDER BY {keys}"),
            upsert: format!(
                "INSERT INTO \"{table}\" ({all}) VALUES ({marks}) ON CONFLICT ({keys}) DO UPDATE SET {set}"
            ),
            delete: format!("DELETE FROM \"{table}\" WHERE {found}"),
            columns,
        })
    }

    /// Writes a thing: puts its row in, or brings the row of the same key up to date.
    pub(super) fn write<E: Entity>(&self, connection: &Connection, thing: &E) -> Result<(), Trouble> {
        let fields = fields(thing)?;
        if let Some(stranger) = fields.keys().find(|field| !self.columns.contains(field)) {
            return Err(Trouble::Fields(format!("«{stranger}» has no column")));
        }
        let values = self.columns.iter().map(|column| cell(fields.get(column))).collect::<Result<Vec<_>, _>>()?;
        connection.prepare_cached(&self.upsert)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Takes the row of a thing away; only undoing does.
    pub(super) fn delete<E: Entity>(&self, connection: &Connection, thing: &E) -> Result<(), Trouble> {
        let fields = fields(thing)?;
        let key = E::KEY.iter().map(|column| cell(fields.get(*column))).collect::<Result<Vec<_>, _>>()?;
        connection.prepare_cached(&self.delete)?.execute(params_from_iter(key))?;
        Ok(())
    }

    /// Reads every row, in the order of the keys.
    pub(super) fn read<E: Entity>(&self, connection: &Connection) -> Result<Vec<E>, Trouble> {
        let mut things = Vec::new();
        self.each(connection, |thing| things.push(thing))?;
        Ok(things)
    }

    /// Hands on every row, in the order of the keys.
    pub(super) fn each<E: Entity>(&self, connection: &Connection, mut receive: impl FnMut(E)) -> Result<(), Trouble> {
        let mut statement = connection.prepare_cached(&self.select)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            receive(E::deserialize(Cells { row, columns: &self.columns })?);
        }
        Ok(())
    }

    /// The names of the columns; none where the table is not in the file.
    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }
}

/// The key of a thing as `id 3` or `session 1, person 4`, for reports.
pub(super) fn key_words<E: Entity>(thing: &E) -> String {
    let fields = fields(thing).unwrap_or_default();
    let word = |column: &&str| format!("{column} {}", fields.get(*column).unwrap_or(&Value::Null));
    E::KEY.iter().map(word).collect::<Vec<_>>().join(", ")
}

fn fields<E: Entity>(thing: &E) -> Result<serde_json::Map<String, Value>, Fault> {
    match serde_json::to_value(thing)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(Fault::custom("an entity is not a struct")),
    }
}

/// A field as SQLite keeps it.
fn cell(field: Option<&Value>) -> Result<ToSqlOutput<'_>, Fault> {
    Ok(match field {
        None | Some(Value::Null) => ToSqlOutput::Owned(Sql::Null),
        Some(Value::Bool(yes)) => ToSqlOutput::Owned(Sql::Integer(i64::from(*yes))),
        Some(Value::Number(number)) => {
            let whole = number.as_i64().ok_or_else(|| Fault::custom(format!("{number} is no 64-bit integer")))?;
            ToSqlOutput::Owned(Sql::Integer(whole))
        }
        Some(Value::String(text)) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Some(parts @ (Value::Array(_) | Value::Object(_))) => ToSqlOutput::Owned(Sql::Text(parts.to_string())),
    })
}

/// A row as the fields of a struct.
struct Cells<'row, 'stmt> {
    row: &'row Row<'stmt>,
    columns: &'row [String],
}

impl<'de> Deserializer<'de> for Cells<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(Fields { cells: self, next: 0 })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The columns of a row that are not NULL, one after another.
struct Fields<'row, 'stmt> {
    cells: Cells<'row, 'stmt>,
    next: usize,
}

impl<'de> MapAccess<'de> for Fields<'de, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        while let Some(column) = self.cells.columns.get(self.next) {
            self.next += 1;
            if self.cells.row.get_ref(self.next - 1).map_err(Fault::custom)? != ValueRef::Null {
                return seed.deserialize(BorrowedStrDeserializer::new(column)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let column = self.next.saturating_sub(1);
        seed.deserialize(Cell(self.cells.row.get_ref(column).map_err(Fault::custom)?)).map_err(|fault| {
            Fault::custom(format!("{}: {fault}", self.cells.columns.get(column).map_or("", String::as_str)))
        })
    }
}

/// One value of a row, never NULL.
struct Cell<'row>(ValueRef<'row>);

impl<'row> Cell<'row> {
    fn text(&self) -> Result<&'row str, Fault> {
        self.0.as_str().map_err(Fault::custom)
    }
}

/// Hands what has parts to the reader of JSON.
macro_rules! parts {
    ($($method:ident($($argument:ident: $ty:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $ty,)* visitor: V) -> Result<V::Value, Fault> {
            let mut json = serde_json::Deserializer::from_str(self.text()?);
            let value = (&mut json).$method($($argument,)* visitor)?;
            json.end()?;
            Ok(value)
        }
    )*};
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Text(_) => visitor.visit_borrowed_str(self.text()?),
            other => Err(Fault::custom(format!("a value of type {}", other.data_type()))),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            ValueRef::Integer(number @ (0 | 1)) => visitor.visit_bool(number == 1),
            _ => Err(Fault::custom("neither 0 nor 1")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let text = self.text()?;
        if text.starts_with('{') {
            let mut json = serde_json::Deserializer::from_str(text);
            let value = (&mut json).deserialize_enum(name, variants, visitor)?;
            json.end()?;
            return Ok(value);
        }
        StrDeserializer::<Fault>::new(text).deserialize_enum(name, variants, visitor)
    }

    parts! {
        deserialize_seq();
        deserialize_map();
        deserialize_tuple(len: usize);
        deserialize_tuple_struct(name: &'static str, len: usize);
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct identifier ignored_any
    }
}
