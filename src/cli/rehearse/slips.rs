//! What people make of a heap of papers: each keying of a bundle with the slips that happen (sơ suất), and what the third person
//! finds when the keyings differ. Two slips that hide each other are not played: no double entry finds those.

use super::voters::Paper;
use crate::domain::election::ballot::{Defect, Marks};
use crate::domain::seeded::Seeded;
use std::collections::BTreeSet;

/// A place of a keying: which paper lay there, and what was keyed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The paper, by its place in the heap.
    pub paper: usize,
    /// The marks keyed.
    pub marks: Marks,
    /// The defect keyed.
    pub defect: Option<Defect>,
    /// Set aside for the third person.
    pub aside: bool,
    /// What was keyed first and corrected at once.
    pub corrected: Option<Marks>,
}

/// Slips that are planned rather than left to chance, so that every rehearsal has one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// What happens happens.
    Chance,
    /// A number is mistyped, and another mistype is seen and corrected.
    Mistype,
    /// A paper is left out and another keyed twice, in a heap that was turned over.
    SkipTurned,
}

/// Keys a heap: the places in the order of keying, and the names of the slips.
pub(super) fn keyed(heap: &[Paper], names: u16, plan: Plan, dice: &mut Seeded) -> (Vec<Place>, Vec<&'static str>) {
    let mut slips = Vec::new();
    let mut order: Vec<usize> = (0..heap.len()).collect();
    if plan == Plan::SkipTurned || (plan == Plan::Chance && dice.chance(60)) {
        order.reverse();
        slips.push("tệp lật ngược");
    }
    if heap.len() > 2 && (plan == Plan::SkipTurned || (plan == Plan::Chance && dice.chance(60))) {
        let place = dice.below(heap.len() - 1);
        // the paper stuck to the one below it, which was then keyed twice
        order[place] = order[place + 1];
        slips.push("bỏ sót một tờ, nhập hai lần tờ khác");
    }
    let mut places: Vec<Place> = order
        .into_iter()
        .map(|paper| {
            let (place, slip) = read(&heap[paper], (paper, names), dice);
            slips.extend(slip);
            place
        })
        .collect();
    if plan == Plan::Mistype {
        mistype(&mut places, names, &mut slips, dice);
    }
    (places, slips)
}

/// Plants a mistyped number, and one that is corrected at once.
fn mistype(places: &mut [Place], names: u16, slips: &mut Vec<&'static str>, dice: &mut Seeded) {
    let at = dice.below(places.len());
    let after = (at + 1) % places.len().max(1);
    if let Some(place) = places.get_mut(at).filter(|place| place.defect.is_none()) {
        place.marks = mistyped(&place.marks, names, dice);
        slips.push("gõ nhầm số");
    }
    if let Some(place) = places.get_mut(after).filter(|_| after != at) {
        place.corrected = Some(mistyped(&place.marks, names, dice));
        slips.push("gõ nhầm, sửa ngay");
    }
}

/// Reads one paper and keys it.
fn read(paper: &Paper, (place, names): (usize, u16), dice: &mut Seeded) -> (Place, Option<&'static str>) {
    let right = Place { paper: place, marks: paper.marks.clone(), defect: paper.defect, aside: false, corrected: None };
    match dice.below(1000) {
        0..700 if paper.doubtful => (Place { aside: true, ..right }, Some("để riêng")),
        0..8 => (Place { marks: mistyped(&paper.marks, names, dice), ..right }, Some("gõ nhầm số")),
        8..13 => (Place { corrected: Some(mistyped(&paper.marks, names, dice)), ..right }, Some("gõ nhầm, sửa ngay")),
        13..120 if paper.defect.is_some() => (Place { defect: None, ..right }, Some("không thấy lỗi của phiếu")),
        _ => (right, None),
    }
}

/// Marks with one number mistyped: the name beside it is hit instead, or one is hit that is not marked on the paper.
fn mistyped(marks: &Marks, names: u16, dice: &mut Seeded) -> Marks {
    let number = u16::try_from(1 + dice.below(usize::from(names))).unwrap_or(1);
    match marks {
        Marks::Struck(struck) if struck.contains(&number) => {
            Marks::Struck(struck.iter().copied().filter(|other| *other != number).collect())
        }
        Marks::Struck(struck) => {
            let mut struck: Vec<u16> = struck.iter().copied().chain([number]).collect();
            struck.sort_unstable();
            Marks::Struck(struck)
        }
        Marks::Boxes { agree, disagree } => {
            let without = |side: &[u16]| side.iter().copied().filter(|other| *other != number).collect::<Vec<u16>>();
            let (mut yes, mut no) = (without(agree), without(disagree));
            let side = if agree.contains(&number) { &mut no } else { &mut yes };
            side.push(number);
            side.sort_unstable();
            Marks::Boxes { agree: yes, disagree: no }
        }
    }
}

/// What a paper says to whoever compares: with a defect its marks do not matter.
type Said<'a> = (Option<Defect>, Option<&'a Marks>);

fn said(marks: &Marks, defect: Option<Defect>) -> Said<'_> {
    (defect, defect.is_none().then_some(marks))
}

/// Whether nothing that both keyings agree on is untrue: each paper they share is in the heap as often.
pub(super) fn is_findable(heap: &[Paper], first: &[Place], second: &[Place]) -> bool {
    let times = |of: &[Place], what: Said<'_>| {
        of.iter().filter(|place| !place.aside && said(&place.marks, place.defect) == what).count()
    };
    let wrong = |place: &&Place| {
        let paper = &heap[place.paper];
        said(&place.marks, place.defect) != said(&paper.marks, paper.defect)
    };
    let doubled = |place: &&Place| first.iter().filter(|other| other.paper == place.paper).count() > 1;
    first.iter().filter(|place| !place.aside && (wrong(place) || doubled(place))).all(|place| {
        let what = said(&place.marks, place.defect);
        let there = heap.iter().filter(|paper| said(&paper.marks, paper.defect) == what).count();
        times(first, what).min(times(second, what)) <= there
    })
}

/// What lies where the keyings differ: for each difference, given by its places from 0, the paper that belongs there. What the
/// keyings agree on accounts for its papers; the others are found among those that are left.
pub(super) fn found(heap: &[Paper], first: &[Place], differences: &[(usize, Option<usize>)]) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..heap.len()).collect();
    let differs = |place: &usize| differences.iter().any(|(at, _)| at == place);
    let agreed: Vec<&Place> = (0..).zip(first).filter(|(at, _)| !differs(at)).map(|(_, place)| place).collect();
    let says =
        |paper: usize, place: &Place| said(&heap[paper].marks, heap[paper].defect) == said(&place.marks, place.defect);
    // a paper accounts for the place it was keyed at, or else for one at which the same was keyed
    let elsewhere: Vec<&Place> =
        agreed.into_iter().filter(|place| !(says(place.paper, place) && left.remove(&place.paper))).collect();
    for place in elsewhere {
        if let Some(paper) = left.iter().copied().find(|paper| says(*paper, place)) {
            left.remove(&paper);
        }
    }
    let mut found: Vec<Option<usize>> = differences
        .iter()
        .map(|(at, _)| first.get(*at).map(|place| place.paper).filter(|paper| left.remove(paper)))
        .collect();
    for paper in &mut found {
        if paper.is_none() {
            *paper = left.pop_first();
        }
    }
    found.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::super::voters::{Question, fill};
    use super::*;

    #[test]
    fn a_mistyped_paper_is_another_paper() {
        let mut dice = Seeded::new(1);
        for marks in [Marks::Struck(vec![2, 3]), Marks::Boxes { agree: vec![1, 2], disagree: vec![3] }] {
            for _ in 0..50 {
                assert_ne!(mistyped(&marks, 5, &mut dice), marks);
            }
        }
    }

    #[test]
    fn planned_slips_happen() {
        let mut dice = Seeded::new(9);
        let heap = fill(Question { names: 9, seats: 7, alternates: 0 }, 50, &mut dice);
        let (places, slips) = keyed(&heap, 9, Plan::SkipTurned, &mut dice);
        assert!(slips.contains(&"tệp lật ngược") && slips.contains(&"bỏ sót một tờ, nhập hai lần tờ khác"));
        assert_eq!(places.len(), 50);
        let (_, slips) = keyed(&heap, 9, Plan::Mistype, &mut dice);
        assert!(slips.contains(&"gõ nhầm, sửa ngay"));
    }
}
