//! What a rehearsal is asked for, and whether it can be held: the rules' own word on seats and names, and enough people for every
//! part. How the parts are given out is `people`'s.

use crate::cli::report::{Exit, Failure};
use crate::domain::election::Office;
use crate::domain::election::list::judge_numbers;
use crate::domain::regulation::Regulation;

/// The seed where none is given.
pub const SEED: u64 = 2026;

/// How many ballots lie in a bundle (tệp).
pub(super) const BUNDLE: u32 = 50;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Official delegates.
    pub delegates: u32,
    /// Seats of the committee.
    pub seats: u16,
    /// Names on its ballot.
    pub names: u16,
    /// Everything else follows from it.
    pub seed: u64,
}

/// How many people have which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sizes {
    /// What was asked for.
    pub asked: Asked,
    /// Members of the counting committee.
    pub counters: u32,
    /// Official delegates who never come.
    pub absent: u32,
    /// Those who come late.
    pub late: u32,
    /// Alternate delegates on the roster.
    pub alternates: u32,
    /// Seats of the delegates to the higher congress.
    pub higher: u16,
    /// The most surplus names of that ballot.
    pub higher_surplus: u16,
}

impl Sizes {
    /// The parts of a rehearsal, or why it cannot be held.
    pub(super) fn of(asked: Asked) -> Result<Self, Failure> {
        let regulation = Regulation::default_profile();
        let Asked { delegates, seats, names, .. } = asked;
        if seats == 0 || names == 0 {
            return Err(refused("không có gì để bầu".to_owned(), "Ghi --seats và --names từ 1 trở lên.".to_owned()));
        }
        judge_numbers(regulation, Office::Committee, (names, seats), (names, seats)).map_err(|refusal| {
            let most = seats.saturating_add(regulation.max_surplus(seats));
            let least = seats.saturating_add(regulation.list.required_surplus);
            let failure = Failure::refused(&refusal, regulation);
            let remedy = if least > most {
                format!("Quy chế không cho số dư nào khi bầu {seats} người: ghi --seats từ 3 trở lên.")
            } else {
                format!("Bầu {seats} người thì --names từ {least} đến {most}.")
            };
            Failure { hint: Some(remedy), ..failure }
        })?;
        let higher = u16::try_from((delegates / 20).clamp(3, 60)).unwrap_or(3);
        let sizes = Self {
            asked,
            counters: (delegates / 60).clamp(3, 21) | 1,
            absent: (delegates / 80).max(2),
            late: (delegates / 60).max(1),
            alternates: (delegates / 60).max(2),
            higher,
            higher_surplus: regulation.max_surplus(higher),
        };
        let needed = sizes.needed();
        if delegates < needed {
            let what = format!("{delegates} đại biểu không đủ cho một đại hội bầu {seats} trong {names} người");
            return Err(refused(what, format!("Ghi --delegates từ {needed} trở lên.")));
        }
        Ok(sizes)
    }

    /// The fewest delegates with whom nobody has two parts that exclude each other: a name is on the ballot or counts it, is here or
    /// away.
    fn needed(&self) -> u32 {
        let committee = u32::from(self.asked.names) + 1;
        let higher = u32::from(self.higher.saturating_add(self.higher_surplus));
        committee.max(higher) + self.counters + self.absent + self.late
    }
}

fn refused(what: String, hint: String) -> Failure {
    Failure { exit: Exit::Refused, what, cause: None, hint: Some(hint), places: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(delegates: u32, seats: u16, names: u16) -> Result<Sizes, Failure> {
        Sizes::of(Asked { delegates, seats, names, seed: SEED })
    }

    #[test]
    fn the_sizes_of_the_design_can_be_held() {
        for (delegates, seats, names) in [(40, 5, 6), (268, 27, 31), (1587, 180, 220), (268, 27, 35)] {
            assert!(of(delegates, seats, names).is_ok());
        }
    }

    #[test]
    fn what_the_rules_refuse_is_refused_with_what_to_ask_instead() {
        let hint = |refused: Result<Sizes, Failure>| {
            let failure = refused.unwrap_err();
            assert_eq!(failure.exit, Exit::Refused);
            failure.hint.unwrap()
        };
        assert_eq!(hint(of(268, 27, 36)), "Bầu 27 người thì --names từ 28 đến 35.");
        assert_eq!(hint(of(268, 27, 27)), "Bầu 27 người thì --names từ 28 đến 35.");
        assert_eq!(hint(of(268, 2, 3)), "Quy chế không cho số dư nào khi bầu 2 người: ghi --seats từ 3 trở lên.");
        assert_eq!(hint(of(12, 5, 6)), "Ghi --delegates từ 13 trở lên.");
        assert!(of(268, 27, 36).unwrap_err().cause.unwrap().contains("Điều 14"));
    }
}
