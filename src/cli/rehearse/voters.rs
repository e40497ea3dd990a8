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
}

impl Odds {
    fn drawn(question: Question, dice: &mut Seeded) -> Self {
        let mut order: Vec<u16> = (1..=question.names).collect();
        let all = order.len();
        dice.shuffle(&mut order, all);
        let surplus = usize::from(question.names.saturating_sub(question.seats));
        let mut line: Vec<u16> = order.iter().copied().take(surplus).collect();
        line.sort_unstable();
        let mut weight = |number: u16| {
            let base = if line.contains(&number) { 40 } else { 1 };
            base * u64::try_from(2 + dice.below(4)).unwrap_or(2)
        };
        let weights = (1..=question.names).map(&mut weight).collect();
        Self { weights, line }
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
        0..400 => odds.line.clone(),
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
        for (names, seats) in [(6, 5), (31, 27), (220, 180), (27, 1), (2, 2), (1, 1)] {
            let question = Question { names, seats };
            let papers = fill(question, 300, &mut Seeded::new(5));
            assert_eq!(papers.len(), 300);
            assert!(papers.iter().all(|paper| paper.marks.form() == Form::of(names, seats)));
            assert!(papers.iter().any(|paper| paper.doubtful) && papers.iter().any(|paper| paper.defect.is_some()));
            assert_eq!(fill(question, 300, &mut Seeded::new(5)), papers);
        }
    }
}
