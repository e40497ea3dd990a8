//! What is done to all tables in turn: reading the congress, writing what was touched, comparing with a congress.

use super::error::Error;
use super::rows::{Table, Trouble, key_words};
use crate::domain::congress::{Congress, Visit};
use crate::domain::register::{Entity, Register};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};

/// The tables of a file, by name.
#[derive(Debug)]
pub(super) struct Tables {
    path: PathBuf,
    tables: BTreeMap<&'static str, Table>,
}

/// A row that is not what the congress says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The table.
    pub table: &'static str,
    /// The key of the row, in words.
    pub key: String,
    /// How it differs.
    pub how: How,
}

/// How a row differs from what the journal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The journal has it, the table has not.
    Missing,
    /// The table has it, the journal has not.
    Extra,
    /// Both have it, with other values.
    Differs,
}

impl Tables {
    /// Reads the columns of every table from the file.
    pub(super) fn of(connection: &Connection, path: &Path) -> Result<Self, Error> {
        let mut columns = Columns { connection, tables: BTreeMap::new() };
        Congress::default().visit(&mut columns).map_err(|error| Error::sqlite(path, error))?;
        if let Some((name, _)) = columns.tables.iter().find(|(_, table)| table.columns().is_empty()) {
            return Err(Error::Damaged { path: path.to_owned(), cause: format!("thiếu bảng {name}") });
        }
        Ok(Self { path: path.to_owned(), tables: columns.tables })
    }

    /// The congress as the tables have it.
    pub(super) fn load(&self, connection: &Connection) -> Result<Congress, Error> {
        let mut congress = Congress::default();
        congress.visit(&mut Load { tables: self, connection })?;
        Ok(congress)
    }

    /// Writes what was touched since the last time.
    pub(super) fn write_touched(&self, connection: &Connection, congress: &mut Congress) -> Result<(), Error> {
        congress.visit(&mut WriteTouched { tables: self, connection })
    }

    /// Makes the tables what a congress says, row by row; touches no other row.
    pub(super) fn write_differences(&self, connection: &Connection, congress: &mut Congress) -> Result<(), Error> {
        congress.visit(&mut WriteDifferences { tables: self, connection })
    }

    /// The rows that are not what a congress says.
    pub(super) fn differences(
        &self,
        connection: &Connection,
        congress: &mut Congress,
    ) -> Result<Vec<Difference>, Error> {
        let mut list = ListDifferences { tables: self, connection, found: Vec::new() };
        congress.visit(&mut list)?;
        Ok(list.found)
    }

    fn with<E: Entity, T>(&self, work: impl FnOnce(&Table) -> Result<T, Trouble>) -> Result<T, Error> {
        let row = |cause| Error::Row { path: self.path.clone(), table: E::TABLE, cause };
        let table = self.tables.get(E::TABLE).ok_or_else(|| row("no such table".to_owned()))?;
        work(table).map_err(|trouble| match trouble {
            Trouble::Sqlite(error) => Error::sqlite(&self.path, error),
            Trouble::Fields(cause) => row(cause),
        })
    }
}

/// Forgets what was touched, where the rows are in the file already.
pub(super) fn forget_touched(congress: &mut Congress) {
    let Ok(()) = congress.visit(&mut Forget);
}

struct Columns<'a> {
    connection: &'a Connection,
    tables: BTreeMap<&'static str, Table>,
}

impl Visit for Columns<'_> {
    type Error = rusqlite::Error;

    fn visit<E: Entity>(&mut self, _: &mut Register<E>) -> Result<(), rusqlite::Error> {
        self.tables.insert(E::TABLE, Table::of::<E>(self.connection)?);
        Ok(())
    }
}

struct Load<'a> {
    tables: &'a Tables,
    connection: &'a Connection,
}

impl Visit for Load<'_> {
    type Error = Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Error> {
        let rows = self.tables.with::<E, _>(|table| table.read::<E>(self.connection))?;
        for row in rows {
            register.load(row);
        }
        Ok(())
    }
}

struct WriteTouched<'a> {
    tables: &'a Tables,
    connection: &'a Connection,
}

impl Visit for WriteTouched<'_> {
    type Error = Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Error> {
        let touched = register.take_touched();
        if touched.is_empty() {
            return Ok(());
        }
        self.tables.with::<E, _>(|table| touched.into_iter().try_for_each(|row| table.write(self.connection, row)))
    }
}

struct Forget;

impl Visit for Forget {
    type Error = Infallible;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Infallible> {
        register.take_touched();
        Ok(())
    }
}

struct WriteDifferences<'a> {
    tables: &'a Tables,
    connection: &'a Connection,
}

impl Visit for WriteDifferences<'_> {
    type Error = Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Error> {
        self.tables.with::<E, _>(|table| {
            let kept = by_key(table.read::<E>(self.connection)?);
            for gone in kept.values().filter(|row| register.get(&row.key()).is_none()) {
                table.delete(self.connection, gone)?;
            }
            let changed = register.iter().filter(|row| kept.get(&row.key()) != Some(row));
            changed.into_iter().try_for_each(|row| table.write(self.connection, row))
        })
    }
}

struct ListDifferences<'a> {
    tables: &'a Tables,
    connection: &'a Connection,
    found: Vec<Difference>,
}

impl Visit for ListDifferences<'_> {
    type Error = Error;

    fn visit<E: Entity>(&mut self, register: &mut Register<E>) -> Result<(), Error> {
        // nearly always both are the same, in the same order: then no row is kept and nothing looked up
        let (mut rows, mut same) = (register.iter(), true);
        let compare = |row: E| same &= rows.next() == Some(&row);
        self.tables.with::<E, _>(|table| table.each(self.connection, compare))?;
        if same && rows.next().is_none() {
            return Ok(());
        }
        let kept = by_key(self.tables.with::<E, _>(|table| table.read::<E>(self.connection))?);
        let mut found = |row: &E, how| self.found.push(Difference { table: E::TABLE, key: key_words(row), how });
        for row in register.iter() {
            match kept.get(&row.key()) {
                None => found(row, How::Missing),
                Some(kept) if kept != row => found(row, How::Differs),
                Some(_) => {}
            }
        }
        kept.values().filter(|row| register.get(&row.key()).is_none()).for_each(|row| found(row, How::Extra));
        Ok(())
    }
}

fn by_key<E: Entity>(rows: Vec<E>) -> BTreeMap<E::Key, E> {
    rows.into_iter().map(|row| (row.key(), row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::SCHEMA;

    #[test]
    fn every_register_has_its_table() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let tables = Tables::of(&connection, Path::new("memory")).unwrap();
        assert!(tables.tables.values().all(|table| !table.columns().is_empty()));
        let kept: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(
            usize::try_from(kept).unwrap(),
            tables.tables.len() + 3,
            "journal, identity and presence beside the registers"
        );
        assert_eq!(tables.load(&connection).unwrap(), Congress::default());
    }
}
