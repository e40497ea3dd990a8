//! Numbers out of a seed (số mầm): the same seed gives the same numbers on every machine. A random recheck, a rehearsal and the
//! trainer draw from it; no secret depends on it.

/// `SplitMix64` (Steele, Lea and Flood, 2014): small and well spread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seeded(u64);

impl Seeded {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next_number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound, every one as likely as another to within one in 2^32; 0 where the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u128::try_from(bound).unwrap_or(1).max(1);
        usize::try_from((u128::from(self.next_number()) * bound) >> 64).unwrap_or(0)
    }

    /// Yes in so many cases of a thousand.
    pub fn chance(&mut self, permille: usize) -> bool {
        self.below(1000) < permille
    }

    /// One of several, none where there is none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// Brings the first so many places of a list into a random order, drawn from all of it (Fisher and Yates, from the front).
    pub fn shuffle<T>(&mut self, list: &mut [T], places: usize) {
        for place in 0..places.min(list.len()) {
            let rest = list.len() - place;
            list.swap(place, place + self.below(rest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_reference() {
        // the first three of SplitMix64 from the seed 1234567, as its authors' program prints them
        let mut numbers = Seeded::new(1_234_567);
        let first = [numbers.next_number(), numbers.next_number(), numbers.next_number()];
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_shuffle_keeps_everybody() {
        let mut list: Vec<usize> = (0..50).collect();
        Seeded::new(7).shuffle(&mut list, 50);
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
        assert_eq!((Seeded::new(1).below(0), Seeded::new(1).pick::<u8>(&[])), (0, None));
    }
}
