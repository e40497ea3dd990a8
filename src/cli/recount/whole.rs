//! Reads whole numbers of a sheet, and says their range when they are out of it.

use super::refusal::Trail;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;

/// A whole number as the sheet has it, before its range is checked.
#[derive(Clone, Copy)]
pub(super) struct Whole(i64);

impl Whole {
    /// The number, if it is from 1 to `most`.
    pub(super) fn within(self, most: u16) -> Option<u16> {
        u16::try_from(self.0).ok().filter(|number| (1..=most).contains(number))
    }

    /// The number, or a fault if it is not from `least` to `most`.
    pub(super) fn between<T, E>(self, least: T, most: T, trail: &mut Trail) -> Result<T, E>
    where
        T: TryFrom<i64> + Copy + PartialOrd + fmt::Display,
        E: Error,
    {
        let number = T::try_from(self.0).ok().filter(|number| (&least..=&most).contains(&number));
        number
            .ok_or_else(|| trail.fault(format!("{self} is not between {least} and {most}"), "counts are whole numbers"))
    }
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Whole {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Whole, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Whole;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            #[inline]
            fn visit_i64<E>(self, number: i64) -> Result<Whole, E> {
                Ok(Whole(number))
            }

            #[inline]
            fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
                let small = i64::try_from(number).map(Whole);
                small.map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &"a smaller number"))
            }
        }
        deserializer.deserialize_i64(Number)
    }
}
