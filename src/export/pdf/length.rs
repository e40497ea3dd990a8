//! Lengths on a printed page, exact in whole numbers: 1/1024 of a twip, in which twips, points and the widths of letters (2048
//! units an em) all come out whole. So a layout is the same on every machine. Points are made only where the file is written.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use crate::papers::format::{HalfPoints, Twips};

/// Units of a typeface in one em.
pub const UNITS_PER_EM: u16 = 2048;

/// Lengths in one point.
const PER_POINT: i64 = 20 * 1024;

/// A length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(i64);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// The length of whole points.
    pub const fn points(points: i64) -> Self {
        Self(points * PER_POINT)
    }

    /// The width of `units` of a typeface in a size.
    pub fn advance(units: u16, size: HalfPoints) -> Self {
        // half an em point is PER_POINT / 2 lengths in 2048 units: five to the unit
        Self(i64::from(units) * i64::from(size.0) * (PER_POINT / 2 / i64::from(UNITS_PER_EM)))
    }

    /// The height of a type size.
    pub fn em(size: HalfPoints) -> Self {
        Self(i64::from(size.0) * PER_POINT / 2)
    }

    /// Half of it.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// Points, to the thousandth, as the file takes them.
    pub fn pt(self) -> f32 {
        thousandths(self.0 * 1000, PER_POINT)
    }

    /// Thousandths of an em of a size, to the thousandth, as the adjustment between two letters is written.
    pub fn per_mille_of(self, size: HalfPoints) -> f32 {
        thousandths(self.0 * 1_000_000, Self::em(size).0)
    }
}

/// `thousands / of`, in thousandths: small enough that the narrow number of the file holds it exactly.
#[expect(clippy::cast_precision_loss, reason = "a sheet is under 2^24 thousandths of a point")]
fn thousandths(thousands: i64, of: i64) -> f32 {
    let of = of.max(1);
    let rounded = (2 * thousands + of).div_euclid(2 * of);
    rounded as f32 / 1000.0
}

impl From<Twips> for Length {
    fn from(twips: Twips) -> Self {
        Self(i64::from(twips.0) * 1024)
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, parts: i64) -> Self {
        Self(self.0 / parts.max(1))
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twips_points_and_letters_come_out_whole() {
        assert_eq!(Length::from(Twips::points(18)), Length::points(18));
        assert_eq!(Length::advance(UNITS_PER_EM, HalfPoints::points(14)), Length::points(14));
        assert_eq!(Length::em(HalfPoints(25)).pt().to_bits(), 12.5_f32.to_bits());
        assert_eq!(Length::from(Twips::mm(20)).pt().to_bits(), 56.7_f32.to_bits());
        assert_eq!((-Length::points(7)).per_mille_of(HalfPoints::points(14)).to_bits(), (-500.0_f32).to_bits());
    }
}
