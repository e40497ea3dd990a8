//! What lies in the box: the papers of one round as the voters filled them in. This is the truth that the count must find.

use crate::domain::election::ballot::{Defect, Marks};
use crate::domain::election::form::Form;
use crate::domain::seeded::Seeded;

/// A paper as it lies in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paper {
    /// The marks by the names.
    pub marks: Marks,
    /// What makes it invalid whatever its marks.
    pub defect: Option<Defect>,
    /// Hard to read: a careful person sets it aside.
    pub doubtful: bool,
}

/// What the voters vote on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// Names on the ballot.
    pub names: u16,
    /// How many are to be elected.
    pub seats: u16,
    /// How many alternates are taken from those left over half.
    pub alternates: u16,
}

/// Fills the box: most voters are of one mind, many are not, a few do what makes a paper invalid.
pub(super) fn fill(question: Question, papers: u32, dice: &mut Seeded) -> Vec<Paper> {
    let form = Form::of(question.names, question.seats);
    let odds = Odds::drawn(question, dice);
    let mut filled: Vec<Paper> = (0..papers)
        .map(|_| {
            let marks = match form {
                Form::StrikeOut => Marks::Struck(struck(question, &odds, dice)),
                Form::AgreeDisagree => boxes(question, dice),
            };
            let defect = dice.chance(8).then(|| defect(dice));
            Paper { marks, defect, doubtful: dice.chance(6) }
        })
        .collect();
    // even a small box holds one of each
    if let [_, _, signed, _, hard, ..] = filled.as_mut_slice() {
        signed.defect = Some(Defect::Signed);
        (hard.defect, hard.doubtful) = (None, true);
    }
    let all = filled.len();
    dice.shuffle(&mut filled, all);
    filled
}

fn defect(dice: &mut Seeded) -> Defect {
    let defects = [Defect::Signed, Defect::Marked, Defect::OutsideName, Defect::NotIssued];
    dice.pick(&defects).copied().unwrap_or(Defect::Signed)
}

/// How likely each name is to be struck.
struct Odds {
    weights: Vec<u64>,
    /// The names that those of one mind strike.
    line: Vec<u16>,
    /// The names on which even they differ, and how many of them each strikes: whoever is left over half there is an alternate.
    contested: (Vec<u16>, usize),
}

impl Odds {
    fn drawn(question: Question, dice: &mut Seeded) -> Self {
        let mut order: Vec<u16> = (1..=question.names).collect();
        let all = order.len();
        dice.shuffle(&mut order, all);
        let surplus = usize::from(question.names.saturating_sub(question.seats));
        let open = usize::from(question.alternates).min(surplus);
        let mut rest = order.into_iter();
        let line: Vec<u16> = rest.by_ref().take(surplus - open).collect();
        let contested: Vec<u16> = rest.take(open * 4).collect();
        let mut weight = |number: u16| {
            let base = match number {
                number if line.contains(&number) => 40,
                number if contested.contains(&number) => 6,
                _ => 1,
            };
            base * u64::try_from(2 + dice.below(4)).unwrap_or(2)
        };
        let weights = (1..=question.names).map(&mut weight).collect();
        Self { weights, line, contested: (contested, open) }
    }

    /// What somebody of one mind with the most strikes.
    fn line(&self, dice: &mut Seeded) -> Vec<u16> {
        let (mut contested, open) = (self.contested.0.clone(), self.contested.1);
        dice.shuffle(&mut contested, open);
        let mut struck: Vec<u16> = self.line.iter().chain(contested.iter().take(open)).copied().collect();
        struck.sort_unstable();
        struck
    }

    /// Draws so many names, the likelier before the others.
    fn draw(&self, number: usize, dice: &mut Seeded) -> Vec<u16> {
        let mut weights = self.weights.clone();
        let mut drawn: Vec<u16> = (0..number.min(weights.len()))
            .filter_map(|_| {
                let sum = usize::try_from(weights.iter().sum::<u64>()).ok()?;
                let mut left = u64::try_from(dice.below(sum)).ok()?;
                let place = weights.iter().position(|weight| {
                    let here = left < *weight;
                    left = left.saturating_sub(*weight);
                    here
                })?;
                weights[place] = 0;
                u16::try_from(place + 1).ok()
            })
            .collect();
        drawn.sort_unstable();
        drawn
    }
}

/// Form A: the names struck out. Mostly as many as must be, often some more, rarely too few or all.
fn struck(question: Question, odds: &Odds, dice: &mut Seeded) -> Vec<u16> {
    let surplus = usize::from(question.names.saturating_sub(question.seats));
    match dice.below(1000) {
        0..400 => odds.line(dice),
        400..850 => odds.draw(surplus, dice),
        850..980 => {
            let more = 1 + dice.below(3);
            odds.draw((surplus + more).min(usize::from(question.names) - 1), dice)
        }
        980..992 => odds.draw(surplus.saturating_sub(1), dice),
        992..997 => Vec::new(),
        _ => (1..=question.names).collect(),
    }
}

/// Form B: the boxes. Mostly all agree, sometimes somebody is not agreed to, rarely a name has both or neither.
fn boxes(question: Question, dice: &mut Seeded) -> Marks {
    let (mut agree, mut disagree) = (Vec::new(), Vec::new());
    let content = dice.chance(650);
    for number in 1..=question.names {
        match dice.below(1000) {
            _ if content => agree.push(number),
            0..880 => agree.push(number),
            880..970 => disagree.push(number),
            970..985 => {
                agree.push(number);
                disagree.push(number);
            }
            _ => {}
        }
    }
    Marks::Boxes { agree, disagree }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_holds_papers_that_voters_could_have_filled_in() {
        for (names, seats, alternates) in
            [(6, 5, 0), (31, 27, 2), (4, 3, 1), (220, 180, 0), (27, 1, 0), (2, 2, 0), (1, 1, 0)]
        {
            let question = Question { names, seats, alternates };
            let papers = fill(question, 300, &mut Seeded::new(5));
            assert_eq!(papers.len(), 300);
            assert!(papers.iter().all(|paper| paper.marks.form() == Form::of(names, seats)));
            assert!(papers.iter().any(|paper| paper.doubtful) && papers.iter().any(|paper| paper.defect.is_some()));
            assert_eq!(fill(question, 300, &mut Seeded::new(5)), papers);
        }
    }
}
