//! The outcome of one round (kết quả bầu cử): who is elected, why the others are not, and what can come next. It picks
//! nobody at a tie and decides nothing that the congress decides; the adding up is done in `count`.

use super::count::{Counts, NameCount, Tally};
use super::form::{Contest, Form, Office};
use crate::domain::figures::Percent;
use crate::domain::regulation::{Regulation, TieRevote};
use serde::{Deserialize, Serialize};

/// What kind of round it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// More than half of the base elects.
    Ordinary,
    /// A new round among those tied at the last seat.
    TieRevote,
    /// An opinion ballot (phiếu xin ý kiến): the highest stay on the list, half is not needed.
    Opinion,
    /// An introduction ballot (phiếu giới thiệu): everybody hears the votes, nobody is elected by them.
    Introduction,
}

/// What places a round fills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Places {
    /// Seats, and alternates from those left over half where they are asked for.
    #[default]
    Seats,
    /// Places of alternates alone (dự khuyết): every seat is filled.
    Alternates,
}

impl Places {
    /// Whether seats are filled, as nearly always.
    pub fn are_seats(&self) -> bool {
        *self == Self::Seats
    }
}

/// A round as it was frozen before the ballots were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// What is elected.
    pub office: Office,
    /// What the votes are measured against (rules §5), in people.
    pub base: u32,
    /// The number of the round, from 1.
    pub number: u16,
    /// An ordinary round or one among the tied.
    pub vote: Vote,
    /// What places it fills; the seats of its contest are so many of them.
    pub places: Places,
    /// How many alternates (dự khuyết) are asked for from the same list, beside the seats.
    pub alternates: u16,
    /// Ballots issued (phát ra).
    pub issued: u32,
    /// Ballots collected (thu về).
    pub collected: u32,
}

/// What comes next; the program offers it, the congress does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// Every place is filled.
    Complete,
    /// A new round among the tied only.
    TieRevote,
    /// The congress decides: too few passed, or tied again.
    CongressDecides,
    /// Only the superior committee can appoint the secretary.
    SuperiorAppoints,
    /// More ballots collected than issued: all are annulled, the vote is held again.
    Annul,
}

/// Where a name stands, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Elected with more than half of the base.
    Elected,
    /// Elected as the higher in a round among the tied.
    ElectedInTieRevote,
    /// Over half with no seat left, and an alternate in order of votes.
    Alternate,
    /// An alternate as the higher in a round among the tied.
    AlternateInTieRevote,
    /// Not more than half of the base.
    ShortOfHalf {
        /// The votes that would have elected.
        need: u32,
    },
    /// Over half and tied at the last seat: nobody is picked.
    TiedForLastSeat,
    /// Over half and tied at the last place of the alternates.
    TiedForLastAlternate,
    /// Over half, and every seat went to names with more votes.
    OverHalfNoSeatLeft,
    /// Kept on the list by an opinion ballot.
    KeptOnList,
    /// Left off the list by an opinion ballot.
    LeftOffList,
    /// On an introduction ballot: how many introduced the name.
    Introduced,
    /// In a round among the tied: others had more votes.
    OutvotedInTieRevote,
    /// In a round among the tied: no vote at all, which never elects.
    NoVotes,
}

impl Standing {
    /// Whether the name holds a seat, or its place on the list.
    pub fn holds_seat(self) -> bool {
        matches!(self, Standing::Elected | Standing::ElectedInTieRevote | Standing::KeptOnList)
    }
}

/// The result of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameResult {
    /// Its counts on the valid ballots.
    pub count: NameCount,
    /// Its votes as a share of the base; nothing when the base is 0.
    pub percent: Option<Percent>,
    /// Where it stands, and why.
    pub standing: Standing,
}

/// The outcome of a round. Names are given by their number on the ballot, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The form of the ballot.
    pub form: Form,
    /// The fewest votes that are more than half of the base.
    pub threshold: u32,
    /// Every name in ballot order; empty when the ballots are annulled.
    pub names: Vec<NameResult>,
    /// Those elected, from high to low, ties in ballot order.
    pub elected: Vec<u16>,
    /// Alternates from high to low, when they were asked for.
    pub alternates: Vec<u16>,
    /// Those tied at the last seat or the last alternate's place, in ballot order.
    pub tied: Vec<u16>,
    /// Seats nobody holds.
    pub seats_open: u16,
    /// What comes next.
    pub next: Next,
}

/// Those who passed, cut at a number of places.
struct Cut {
    above: Vec<u16>,
    tied: Vec<u16>,
    below: Vec<u16>,
}

impl Outcome {
    /// Decides a round (rules §5): elected by more than half of the base, the highest first; a tie at the last seat picks
    /// nobody; more ballots collected than issued annul them all.
    pub fn of(tally: &Tally, round: &Round) -> Outcome {
        Self::of_counts(&tally.counts(), tally.contest(), round)
    }

    /// Decides a round from its sums.
    pub fn of_counts(counts: &Counts, contest: &Contest, round: &Round) -> Outcome {
        let threshold = contest.regulation.votes_needed(round.base);
        let mut outcome = Outcome {
            form: contest.form(),
            threshold,
            names: Vec::new(),
            elected: Vec::new(),
            alternates: Vec::new(),
            tied: Vec::new(),
            seats_open: contest.seats,
            next: Next::Annul,
        };
        if round.collected > round.issued {
            return outcome;
        }
        let need = votes_to_pass(round, contest.regulation, threshold);
        let counts = counts.names.as_slice();
        let first = match round.vote {
            Vote::Introduction => Cut::nobody(),
            _ => cut(passing(counts, need), counts, contest.seats),
        };
        let (seats, alternates) = match round.places {
            Places::Alternates => (Cut::nobody(), first),
            Places::Seats if first.tied.is_empty() => {
                let alternates = cut(first.below.clone(), counts, round.alternates);
                (first, alternates)
            }
            Places::Seats => (first, Cut::nobody()),
        };
        let cuts = places(counts.len(), &seats, &alternates);
        outcome.names = counts
            .iter()
            .zip(cuts)
            .map(|(count, place)| NameResult {
                count: *count,
                percent: Percent::of(count.votes, u64::from(round.base)),
                standing: standing(place, count, need, round),
            })
            .collect();
        outcome.seats_open = match round.places {
            Places::Seats => contest.seats.saturating_sub(length(&seats.above)),
            Places::Alternates => 0,
        };
        outcome.elected = seats.above;
        outcome.tied = if seats.tied.is_empty() { alternates.tied } else { seats.tied };
        outcome.alternates = alternates.above;
        outcome.next = next(&outcome, round, contest);
        outcome
    }

    /// Where a name stands, and why, for one line on the screen; nothing for a number not on the list or an annulled
    /// round.
    pub fn why(&self, name: u16) -> Option<Standing> {
        let place = usize::from(name).checked_sub(1)?;
        self.names.get(place).map(|result| result.standing)
    }
}

impl Cut {
    fn nobody() -> Cut {
        Cut { above: Vec::new(), tied: Vec::new(), below: Vec::new() }
    }
}

/// The fewest votes that elect in this round.
fn votes_to_pass(round: &Round, regulation: Regulation, threshold: u32) -> u32 {
    match (round.vote, regulation.rounds.tie_revote) {
        (Vote::TieRevote, TieRevote::HigherWins) | (Vote::Opinion | Vote::Introduction, _) => 1,
        _ => threshold,
    }
}

/// The numbers of a ballot, from 1.
fn numbers() -> impl Iterator<Item = u16> {
    1..=u16::MAX
}

/// The names with enough votes, from high to low, ties in ballot order.
fn passing(counts: &[NameCount], need: u32) -> Vec<u16> {
    let numbered = numbers().zip(counts).filter(|(_, count)| count.votes >= u64::from(need));
    let mut passing: Vec<u16> = numbered.map(|(number, _)| number).collect();
    passing.sort_by_key(|number| std::cmp::Reverse(votes(counts, *number)));
    passing
}

/// Cuts names ordered from high to low at a number of places; whoever is tied across the cut is neither above nor below.
fn cut(mut names: Vec<u16>, counts: &[NameCount], places: u16) -> Cut {
    let places = usize::from(places);
    let edge = |place: usize| names.get(place).map(|number| votes(counts, *number));
    let last_in = places.checked_sub(1).and_then(edge);
    let Some(line) = last_in.filter(|last_in| edge(places) == Some(*last_in)) else {
        let below = names.split_off(places.min(names.len()));
        return Cut { above: names, tied: Vec::new(), below };
    };
    let mut tied = names.split_off(names.partition_point(|number| votes(counts, *number) > line));
    let below = tied.split_off(tied.partition_point(|number| votes(counts, *number) == line));
    Cut { above: names, tied, below }
}

fn votes(counts: &[NameCount], number: u16) -> u64 {
    usize::from(number).checked_sub(1).and_then(|place| counts.get(place)).map_or(0, |count| count.votes)
}

fn length(names: &[u16]) -> u16 {
    u16::try_from(names.len()).unwrap_or(u16::MAX)
}

/// Where the cuts leave a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Seat,
    TiedForSeat,
    Alternate,
    TiedForAlternate,
    Below,
}

/// Where the cuts leave every name, in ballot order.
fn places(names: usize, seats: &Cut, alternates: &Cut) -> Vec<Place> {
    let mut places = vec![Place::Below; names];
    let cuts = [
        (&seats.above, Place::Seat),
        (&seats.tied, Place::TiedForSeat),
        (&alternates.above, Place::Alternate),
        (&alternates.tied, Place::TiedForAlternate),
    ];
    for (numbers, place) in cuts {
        for number in numbers {
            let known = usize::from(*number).checked_sub(1).and_then(|index| places.get_mut(index));
            if let Some(known) = known {
                *known = place;
            }
        }
    }
    places
}

fn standing(place: Place, count: &NameCount, need: u32, round: &Round) -> Standing {
    let revote = round.vote == Vote::TieRevote;
    match (place, round.vote) {
        (_, Vote::Introduction) => return Standing::Introduced,
        (Place::Seat, Vote::TieRevote) => return Standing::ElectedInTieRevote,
        (Place::Seat, Vote::Opinion) => return Standing::KeptOnList,
        (Place::Seat, Vote::Ordinary) => return Standing::Elected,
        (Place::TiedForSeat, _) => return Standing::TiedForLastSeat,
        (Place::Alternate, _) if revote && round.places == Places::Alternates => {
            return Standing::AlternateInTieRevote;
        }
        (Place::Alternate, _) => return Standing::Alternate,
        (Place::TiedForAlternate, _) => return Standing::TiedForLastAlternate,
        (Place::Below, _) => {}
    }
    if round.vote == Vote::Opinion {
        return Standing::LeftOffList;
    }
    match (revote, count.votes) {
        (true, 0) => Standing::NoVotes,
        (_, votes) if votes < u64::from(need) => Standing::ShortOfHalf { need },
        (true, _) => Standing::OutvotedInTieRevote,
        (false, _) => Standing::OverHalfNoSeatLeft,
    }
}

fn next(outcome: &Outcome, round: &Round, contest: &Contest) -> Next {
    if round.vote == Vote::Introduction {
        return Next::Complete;
    }
    let last_round = round.number >= contest.regulation.rounds.secretary_rounds;
    let elects = matches!(round.vote, Vote::Ordinary | Vote::TieRevote);
    if elects && round.office == Office::Secretary && last_round && outcome.elected.is_empty() {
        return Next::SuperiorAppoints;
    }
    let alternates = match round.places {
        Places::Seats => round.alternates,
        Places::Alternates => contest.seats,
    };
    let filled = outcome.seats_open == 0 && length(&outcome.alternates) >= alternates;
    match (outcome.tied.is_empty(), round.vote) {
        (false, Vote::Ordinary) => Next::TieRevote,
        (true, _) if filled => Next::Complete,
        _ => Next::CongressDecides,
    }
}

#[cfg(test)]
mod tests {
    use super::super::ballot::{Ballot, Marks};
    use super::super::count::tests::{full_box, tally};
    use super::super::form::Contest;
    use super::*;
    use proptest::prelude::*;

    fn round(office: Office, base: u32, ballots: u32) -> Round {
        let (vote, places) = (Vote::Ordinary, Places::Seats);
        Round { office, base, number: 1, vote, places, alternates: 0, issued: ballots, collected: ballots }
    }

    /// A form A box in which each name has the given votes: name by name on papers of its own, as far as seats allow.
    fn votes_box(votes: &[u32], seats: u16, valid: u32) -> Tally {
        let names = length(&votes.iter().map(|_| 0).collect::<Vec<u16>>());
        let contest = Contest { names, seats, regulation: Regulation::default_profile() };
        let mut left = votes.to_vec();
        let mut tally = Tally::new(contest);
        for papers in (1..=valid).rev() {
            // names that need every paper left first, then the most wanted
            let mut order: Vec<usize> = (0..left.len()).filter(|place| left[*place] > 0).collect();
            order.sort_by_key(|place| std::cmp::Reverse(left[*place]));
            let kept: Vec<usize> = order.into_iter().take(usize::from(seats)).collect();
            for place in &kept {
                left[*place] -= 1;
            }
            let struck = (1..=names).filter(|number| !kept.contains(&usize::from(number - 1))).collect();
            tally.add(&Ballot { marks: Marks::Struck(struck), defect: None }, 1).unwrap();
            assert!(left.iter().all(|votes| *votes < papers), "such a box does not exist");
        }
        tally
    }

    #[test]
    fn nine_names_for_seven_seats() {
        let tally = votes_box(&[44, 43, 41, 40, 36, 33, 30, 29, 16], 7, 45);
        let outcome = Outcome::of(&tally, &round(Office::Committee, 45, 45));
        assert_eq!(outcome.elected, [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(outcome.next, Next::Complete);
        assert_eq!(outcome.why(8), Some(Standing::OverHalfNoSeatLeft));
        assert_eq!(outcome.why(9), Some(Standing::ShortOfHalf { need: 23 }));
        assert_eq!((outcome.why(0), outcome.why(10)), (None, None));
    }

    #[test]
    fn a_tie_at_the_last_seat_picks_nobody() {
        let tally = votes_box(&[44, 43, 41, 40, 36, 33, 29, 29, 16], 7, 45);
        let outcome = Outcome::of(&tally, &round(Office::Committee, 45, 45));
        assert_eq!((outcome.elected.len(), outcome.seats_open), (6, 1));
        assert_eq!((outcome.tied.as_slice(), outcome.next), (&[7, 8][..], Next::TieRevote));
        assert_eq!(outcome.why(7), Some(Standing::TiedForLastSeat));
        let again = Round { vote: Vote::TieRevote, number: 2, ..round(Office::Committee, 45, 45) };
        let won = Outcome::of(&votes_box(&[22, 21], 1, 43), &again);
        assert_eq!((won.elected.as_slice(), won.next), (&[1][..], Next::Complete));
        assert_eq!([won.why(1), won.why(2)], [Some(Standing::ElectedInTieRevote), Some(Standing::OutvotedInTieRevote)]);
        let tied = Outcome::of(&votes_box(&[22, 22], 1, 44), &again);
        assert_eq!((tied.tied.as_slice(), tied.next), (&[1, 2][..], Next::CongressDecides));
    }

    #[test]
    fn no_vote_never_elects() {
        let again = Round { vote: Vote::TieRevote, ..round(Office::Deputy, 9, 5) };
        let outcome = Outcome::of(&votes_box(&[5, 0, 0], 2, 5), &again);
        assert_eq!((outcome.elected.as_slice(), outcome.tied.len()), (&[1][..], 0));
        assert_eq!((outcome.why(2), outcome.next), (Some(Standing::NoVotes), Next::CongressDecides));
    }

    #[test]
    fn alternates_follow_the_officials() {
        let delegates = Round { alternates: 2, ..round(Office::Delegates, 60, 60) };
        let outcome = Outcome::of(&votes_box(&[20, 57, 55, 32, 50, 44, 38], 5, 60), &delegates);
        assert_eq!((outcome.elected.as_slice(), outcome.alternates.as_slice()), (&[2, 3, 5, 6, 7][..], &[4][..]));
        assert_eq!((outcome.seats_open, outcome.next), (0, Next::CongressDecides));
        assert_eq!(outcome.why(4), Some(Standing::Alternate));
        let tied = Outcome::of(&votes_box(&[40, 36, 35, 34, 33, 31, 31], 4, 60), &Round { alternates: 2, ..delegates });
        assert_eq!((tied.alternates.as_slice(), tied.tied.as_slice()), (&[5][..], &[6, 7][..]));
        assert_eq!((tied.why(6), tied.next), (Some(Standing::TiedForLastAlternate), Next::TieRevote));
        // among the two for the one place left: the higher is an alternate, without half; tied again the congress decides
        let again = Round { vote: Vote::TieRevote, places: Places::Alternates, number: 2, ..delegates };
        let again = Round { alternates: 0, ..again };
        let won = Outcome::of(&votes_box(&[22, 21], 1, 43), &again);
        assert_eq!((won.elected.as_slice(), won.alternates.as_slice(), won.next), (&[][..], &[1][..], Next::Complete));
        assert_eq!(
            [won.why(1), won.why(2)],
            [Some(Standing::AlternateInTieRevote), Some(Standing::OutvotedInTieRevote)]
        );
        let tied = Outcome::of(&votes_box(&[22, 22], 1, 44), &again);
        assert_eq!((tied.tied.as_slice(), tied.seats_open, tied.next), (&[1, 2][..], 0, Next::CongressDecides));
    }

    #[test]
    fn the_third_round_without_a_secretary_is_the_last() {
        let tally = votes_box(&[7, 7], 1, 14);
        let nexts =
            [1, 2, 3, 4].map(|number| Outcome::of(&tally, &Round { number, ..round(Office::Secretary, 15, 14) }).next);
        assert_eq!(
            nexts,
            [Next::CongressDecides, Next::CongressDecides, Next::SuperiorAppoints, Next::SuperiorAppoints]
        );
    }

    #[test]
    fn extra_ballots_annul_the_round() {
        let extra = Round { issued: 13, ..round(Office::Secretary, 15, 14) };
        let outcome = Outcome::of(&votes_box(&[14, 0], 1, 14), &extra);
        assert_eq!((outcome.next, outcome.names.len(), outcome.elected.len()), (Next::Annul, 0, 0));
        assert_eq!(outcome.why(1), None);
    }

    proptest! {
        #[test]
        fn an_outcome_is_sound((contest, ballots) in full_box(), base in 0u32..60, again: bool, alternates in 0u16..3) {
            let tally = tally(contest, &ballots);
            let vote = if again { Vote::TieRevote } else { Vote::Ordinary };
            let outcome = Outcome::of(&tally, &Round { vote, alternates, ..round(Office::Delegates, base, 0) });
            let votes = |number: u16| outcome.names[usize::from(number) - 1].count.votes;
            prop_assert_eq!(outcome.elected.len() + usize::from(outcome.seats_open), usize::from(contest.seats));
            prop_assert!(outcome.elected.windows(2).all(|pair| (votes(pair[0]), pair[1]) >= (votes(pair[1]), pair[0])));
            prop_assert!(outcome.elected.iter().all(|number| votes(*number) > 0));
            prop_assert!(again || outcome.elected.iter().all(|number| 2 * votes(*number) > u64::from(base)));
            prop_assert!(outcome.tied.windows(2).all(|pair| votes(pair[0]) == votes(pair[1]) && pair[0] < pair[1]));
            prop_assert_ne!(outcome.tied.len(), 1);
            let seated = (1..=contest.names).filter(|number| outcome.why(*number).unwrap().holds_seat()).count();
            prop_assert_eq!(seated, outcome.elected.len());
            for absent in (1..=contest.names).filter(|number| !outcome.elected.contains(number)) {
                prop_assert!(outcome.elected.iter().all(|number| votes(*number) >= votes(absent)));
            }
        }

        #[test]
        fn another_vote_never_unelects((contest, mut ballots) in full_box(), base in 0u32..20) {
            let round = round(Office::Committee, base, 0);
            for number in Outcome::of(&tally(contest, &ballots), &round).elected {
                let rest = (1..=contest.names).filter(|other| *other != number).collect();
                let marks = match contest.form() {
                    Form::StrikeOut => Marks::Struck(rest),
                    Form::AgreeDisagree => Marks::Boxes { agree: vec![number], disagree: rest },
                };
                ballots.push((Ballot { marks, defect: None }, 1));
                let after = Outcome::of(&tally(contest, &ballots), &round);
                prop_assert!(after.elected.contains(&number));
                ballots.pop();
            }
        }
    }
}
