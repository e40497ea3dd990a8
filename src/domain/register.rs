//! A register: the things of one kind, by key, that remembers which were touched since it was last asked.
//!
//! The store writes the touched rows and nothing else; what a register never does is forget a row
//! (only undoing a change takes one away, by folding the journal without it).

use super::id::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// A thing kept in a register and in one table of the file; its fields are the columns.
pub trait Entity: Clone + PartialEq + std::fmt::Debug + Serialize + DeserializeOwned {
    /// The key within the register.
    type Key: Ord + Clone + std::fmt::Debug;
    /// Name of the table.
    const TABLE: &'static str;
    /// The columns of the primary key.
    const KEY: &'static [&'static str];
    /// The key of this thing.
    fn key(&self) -> Self::Key;
}

/// The things of one kind, ordered by key.
#[derive(Clone, Debug)]
pub struct Register<E: Entity> {
    rows: BTreeMap<E::Key, E>,
    touched: BTreeSet<E::Key>,
}

impl<E: Entity> Default for Register<E> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), touched: BTreeSet::new() }
    }
}

/// Two registers are equal when their rows are; what was touched does not matter.
impl<E: Entity> PartialEq for Register<E> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<E: Entity> Register<E> {
    /// The thing with this key.
    pub fn get(&self, key: &E::Key) -> Option<&E> {
        self.rows.get(key)
    }

    /// The thing with this key, to be changed; counts as touched.
    pub fn edit(&mut self, key: &E::Key) -> Option<&mut E> {
        let row = self.rows.get_mut(key)?;
        self.touched.insert(key.clone());
        Some(row)
    }

    /// Puts a thing in, over the one with the same key if there is one.
    pub fn put(&mut self, row: E) {
        self.touched.insert(row.key());
        self.rows.insert(row.key(), row);
    }

    /// Puts in a thing that was read from the file: not touched.
    pub fn load(&mut self, row: E) {
        self.rows.insert(row.key(), row);
    }

    /// All things in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &E> + Clone {
        self.rows.values()
    }

    /// The things whose keys lie in a range, in order.
    pub fn range(&self, range: impl std::ops::RangeBounds<E::Key>) -> impl DoubleEndedIterator<Item = &E> + Clone {
        self.rows.range(range).map(|(_, row)| row)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The things touched since the last call.
    pub fn take_touched(&mut self) -> Vec<&E> {
        let touched = std::mem::take(&mut self.touched);
        let rows = &self.rows;
        touched.iter().filter_map(|key| rows.get(key)).collect()
    }
}

impl<E: Entity> Register<E>
where
    E::Key: Id,
{
    /// The first identifier that is free after all that are used.
    pub fn next_id(&self) -> E::Key {
        let last = self.rows.last_key_value().map_or(0, |(key, _)| key.number());
        E::Key::from_number(last.saturating_add(1))
    }
}

/// Declares the table and key of an entity whose key is its `id`.
macro_rules! entity {
    ($entity:ty, $key:ty, $table:literal) => {
        impl $crate::domain::register::Entity for $entity {
            type Key = $key;
            const TABLE: &'static str = $table;
            const KEY: &'static [&'static str] = &["id"];
            fn key(&self) -> $key {
                self.id
            }
        }
    };
}
pub(crate) use entity;
