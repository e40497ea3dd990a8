//! The ten ballots of the trainer: made up from a seed, one of each kind that a counting committee meets.

use super::Slip;
use crate::app::elections::pad::{Mark, marks_of, width};
use crate::domain::election::ballot::{Ballot, Defect, Marks};
use crate::domain::election::form::{Contest, Form};
use crate::domain::regulation::Regulation;
use crate::domain::seeded::Seeded;

/// The invented names of the long list, in ballot order.
const LONG: [&str; 12] = [
    "Nguyễn Văn An",
    "Trần Thị Bích",
    "Đỗ Đình Cường",
    "Lê Hoàng Dũng",
    "Phạm Thị Đào",
    "Vũ Thị Hồng Hạnh",
    "Bùi Quốc Huy",
    "Hoàng Thị Lan",
    "Đặng Minh Quân",
    "Ngô Thị Thủy",
    "Dương Văn Út",
    "Trịnh Hải Yến",
];

/// The names of the short list.
const SHORT: [&str; 3] = ["Nguyễn Văn An", "Lê Hoàng Dũng", "Hoàng Thị Lan"];

/// Which list a ballot is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Ten of twelve: names are struck out.
    Long,
    /// Three of three: two boxes for each name.
    Short,
}

impl List {
    /// The names in ballot order.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Long => &LONG,
            Self::Short => &SHORT,
        }
    }

    /// What its ballots have in common.
    pub fn contest(self) -> Contest {
        let (names, seats) = match self {
            Self::Long => (12, 10),
            Self::Short => (3, 3),
        };
        Contest { names, seats, regulation: Regulation::default_profile() }
    }
}

/// A paper, or a run of identical ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The list.
    pub list: List,
    /// What the paper says.
    pub ballot: Ballot,
    /// The name by which a stroke is hard to read: such a paper is set aside.
    pub doubtful: Option<u16>,
    /// How many identical papers lie there.
    pub times: u32,
}

impl Sheet {
    fn of(list: List, marks: Marks) -> Self {
        Self { list, ballot: Ballot { marks, defect: None }, doubtful: None, times: 1 }
    }

    /// The marks by each name, in ballot order.
    pub fn marks(&self) -> Vec<Mark> {
        marks_of(&self.ballot.marks, self.list.contest().names)
    }

    /// What is wrong with a ballot keyed from this paper; nothing where it was keyed right.
    pub(super) fn slips(&self, keyed: &Ballot, aside: bool) -> Vec<Slip> {
        if aside != self.doubtful.is_some() {
            return vec![Slip::Aside];
        }
        if keyed.defect != self.ballot.defect {
            return vec![Slip::Defect];
        }
        // a paper set aside, or with a defect, is decided whatever its marks
        if aside || keyed.defect.is_some() {
            return Vec::new();
        }
        let typed = marks_of(&keyed.marks, self.list.contest().names);
        let differ = |wanted: fn(&Mark) -> bool, other: fn(&Mark) -> bool| {
            self.marks().iter().zip(&typed).any(|(there, here)| there != here && wanted(there) && other(here))
        };
        let plain = |mark: &Mark| *mark == Mark::For;
        let marked = |mark: &Mark| *mark != Mark::For;
        let mut slips = Vec::new();
        if differ(marked, plain) {
            slips.push(Slip::Missed);
        }
        if differ(plain, marked) || differ(marked, marked) {
            slips.push(Slip::Added);
        }
        slips
    }

    /// The fewest keys that key it.
    pub(super) fn fewest_keys(&self) -> u32 {
        let contest = self.list.contest();
        let digits = u32::try_from(width(contest.names)).unwrap_or(1);
        let taps = |mark: &Mark| match mark {
            Mark::For => 0,
            Mark::Against => 1,
            Mark::Both | Mark::Neither => 2,
        };
        let marks = self.marks();
        let straight: u32 = marks.iter().map(taps).sum::<u32>() * digits;
        let kept = u32::try_from(marks.iter().filter(|mark| **mark == Mark::For).count()).unwrap_or(0);
        let inverted = if contest.form() == Form::StrikeOut { 1 + kept * digits } else { u32::MAX };
        let paper = match (self.ballot.defect, self.doubtful) {
            (Some(_), _) => 2,
            (_, Some(_)) => 1,
            _ => straight.min(inverted),
        };
        // a run: the digits of how many more, and the star
        let run = if self.times > 1 { 2 } else { 0 };
        paper + 1 + run
    }
}

/// Draws the ten ballots.
pub(super) fn drawn(numbers: &mut Seeded) -> Vec<Sheet> {
    let long = |numbers: &mut Seeded, struck: usize| Sheet::of(List::Long, Marks::Struck(some(numbers, 12, struck)));
    let few = 9 + numbers.below(2);
    let mut sheets =
        vec![long(numbers, 3), long(numbers, 5), Sheet { times: 3, ..long(numbers, 3) }, long(numbers, few)];
    let mut signed = long(numbers, 3);
    let defects = [Defect::Signed, Defect::OutsideName, Defect::Marked];
    signed.ballot.defect = numbers.pick(&defects).copied();
    sheets.push(signed);
    let mut doubtful = long(numbers, 3);
    let clear: Vec<u16> = (1..=12).filter(|number| doubtful.marks()[usize::from(*number) - 1] == Mark::For).collect();
    doubtful.doubtful = numbers.pick(&clear).copied();
    sheets.push(doubtful);
    let all = sheets.len();
    numbers.shuffle(&mut sheets, all);
    // the two boxes come last: on the way the pad turns to the other form once
    let against = some(numbers, 3, 1);
    let rest = |without: &[u16]| (1..=3).filter(|number| !without.contains(number)).collect::<Vec<u16>>();
    sheets.push(Sheet::of(List::Short, Marks::Boxes { agree: rest(&against), disagree: against }));
    let mut both = some(numbers, 3, 2);
    let neither = both.pop().into_iter().collect::<Vec<u16>>();
    let agree = (1..=3).filter(|number| !both.contains(number) && !neither.contains(number)).collect();
    sheets.push(Sheet::of(List::Short, Marks::Boxes { agree, disagree: both }));
    sheets
}

/// So many different numbers of a list, in order.
fn some(numbers: &mut Seeded, names: u16, wanted: usize) -> Vec<u16> {
    let mut all: Vec<u16> = (1..=names).collect();
    numbers.shuffle(&mut all, wanted);
    all.truncate(wanted);
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::names::NameKey;

    #[test]
    fn ten_papers_of_every_kind_come_from_a_seed() {
        for seed in 0..50 {
            let sheets = drawn(&mut Seeded::new(seed));
            assert_eq!(sheets.iter().map(|sheet| sheet.times).sum::<u32>(), 10);
            assert_eq!(sheets.iter().filter(|sheet| sheet.times > 1).count(), 1);
            assert_eq!(sheets.iter().filter(|sheet| sheet.ballot.defect.is_some()).count(), 1);
            assert_eq!(sheets.iter().filter(|sheet| sheet.doubtful.is_some()).count(), 1);
            assert!(sheets.iter().any(|sheet| sheet.marks().contains(&Mark::Neither)));
            assert_eq!(drawn(&mut Seeded::new(seed)), sheets);
        }
        assert_ne!(drawn(&mut Seeded::new(1)), drawn(&mut Seeded::new(2)));
    }

    #[test]
    fn the_names_stand_in_ballot_order() {
        for list in [List::Long, List::Short] {
            assert!(list.names().is_sorted_by_key(|name| NameKey::of(name)));
            assert_eq!(list.names().len(), usize::from(list.contest().names));
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let sheet = Sheet::of(List::Long, Marks::Struck(vec![2, 5, 8]));
        let keyed = |struck: &[u16]| Ballot { marks: Marks::Struck(struck.to_vec()), defect: None };
        assert_eq!(sheet.slips(&keyed(&[2, 5, 8]), false), []);
        assert_eq!(sheet.slips(&keyed(&[2, 5]), false), [Slip::Missed]);
        assert_eq!(sheet.slips(&keyed(&[2, 5, 9]), false), [Slip::Missed, Slip::Added]);
        assert_eq!(sheet.slips(&keyed(&[2, 5, 8]), true), [Slip::Aside]);
        let signed = Ballot { defect: Some(Defect::Signed), ..keyed(&[]) };
        assert_eq!(sheet.slips(&signed, false), [Slip::Defect]);
        let paper = Sheet { ballot: Ballot { defect: Some(Defect::Signed), ..keyed(&[1]) }, ..sheet.clone() };
        assert_eq!(paper.slips(&signed, false), [], "marks on a defective paper do not matter");
        assert_eq!((sheet.fewest_keys(), paper.fewest_keys()), (7, 3));
        let few = Sheet::of(List::Long, Marks::Struck((1..=10).collect()));
        assert_eq!(few.fewest_keys(), 6, "inverted: + and two numbers of two digits, Enter");
    }
}
