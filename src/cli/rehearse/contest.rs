//! The elections of a rehearsal: number, names, withdrawal, list, counting committee, then round after round until the congress has
//! what it wants or decides to leave it.

use super::round::{self, Filled};
use super::sitting::{Done, Sitting};
use super::voting::{self, Hall};
use crate::cli::report::Failure;
use crate::domain::Change;
use crate::domain::bodies::BodyKind;
use crate::domain::decisions::{Change as Decisions, Matter};
use crate::domain::election::list::{Candidate, Source, Voters};
use crate::domain::election::outcome::Next;
use crate::domain::election::{Change as E, Election, Office, Purpose, RoundKind, base, result};
use crate::domain::id::{ElectionId, PersonId, RoundId};
use crate::domain::motions::Subject;

/// After how many further rounds the congress leaves the rest open.
const ENOUGH: usize = 1;

/// Makes the list of the committee: number, prepared names, a name from the floor, a withdrawal, the vote on it, and elects the
/// counting committee.
pub(super) fn committee(sitting: &mut Sitting<'_>, election: ElectionId) -> Result<Filled, Failure> {
    seats(sitting, election, sitting.sizes.asked.seats, Hall::Sectors)?;
    nominate(sitting, election, &sitting.cast.prepared.clone())?;
    for person in sitting.cast.floor.clone() {
        let present = sitting.congress.hall().present;
        let support = Some(sitting.congress.meeting().regulation().support_needed(present));
        let from_floor = Candidate { source: Source::Floor, support, ..Candidate::new(election, person) };
        sitting.elect(E::Nominated(from_floor))?;
    }
    if let Some(person) = sitting.cast.prepared.last().copied() {
        let reason = "Xin rút để bảo đảm cơ cấu, nhường cho đồng chí trẻ".to_owned();
        sitting.elect(E::WithdrawalAsked { election, person, reason })?;
        let name = name(sitting, person);
        let subject = Subject::Withdrawal { election, person };
        voting::vote(sitting, subject, format!("Cho đồng chí {name} rút khỏi danh sách"), Hall::Counted)?;
    }
    list(sitting, election, Hall::Sectors)?;
    let counters = sitting.cast.counters.clone();
    voting::body(sitting, BodyKind::Counting, None, (counters, Hall::Agrees))?;
    round::vote(sitting, election, RoundKind::First)
}

/// Asks whom the delegates introduce as secretary, and elects the one introduced most.
pub(super) fn secretary(sitting: &mut Sitting<'_>, election: ElectionId) -> Done {
    let asked = sitting.congress.elections.next_id();
    let introducing = Election {
        purpose: Purpose::Introduction(election),
        seats: Some(1),
        item: round::known(sitting, election)?.item,
        ..Election::new(asked, Office::Secretary, "Phiếu giới thiệu Bí thư nhiệm kỳ 2026 – 2031")
    };
    sitting.elect(E::Called(introducing))?;
    whole(sitting, asked)?;
    let round = sitting.congress.round_now(asked).map(|round| round.id);
    let outcome = round.and_then(|round| result::outcome(&sitting.congress, round));
    let most = outcome.and_then(|outcome| {
        let numbered = (1..).zip(outcome.names);
        numbered.max_by_key(|(number, name)| (name.count.votes, std::cmp::Reverse(*number))).map(|(number, _)| number)
    });
    let known = round.and_then(|round| sitting.congress.rounds.get(&round));
    let introduced: Vec<PersonId> =
        known.zip(most).and_then(|(round, number)| result::person_at(round, number)).into_iter().collect();
    seats(sitting, election, 1, Hall::Agrees)?;
    nominate(sitting, election, &introduced)?;
    list(sitting, election, Hall::Counted)?;
    whole(sitting, election)
}

/// The new committee elects the deputies at its first plenum, with counters of its own.
pub(super) fn deputies(sitting: &mut Sitting<'_>, election: ElectionId) -> Done {
    let called = round::known(sitting, election)?;
    let wanted = called.seats.unwrap_or(1);
    let secretary = sitting.congress.elected_to(Office::Secretary).unwrap_or_default();
    let here = |person: &PersonId| {
        use crate::domain::attendance::Presence;
        sitting.congress.presence(*person) == Some(Presence::Present) && !secretary.contains(person)
    };
    let mut members: Vec<PersonId> = base::incumbents(&sitting.congress).into_iter().filter(here).collect();
    let hall = if called.voters == Voters::Plenum { Hall::Counted } else { Hall::Agrees };
    let names: Vec<PersonId> = members.drain(..usize::from(wanted).min(members.len())).collect();
    seats(sitting, election, wanted, hall)?;
    nominate(sitting, election, &names)?;
    list(sitting, election, hall)?;
    members.truncate(3);
    voting::body(sitting, BodyKind::Counting, Some(election), (members, hall))?;
    whole(sitting, election)
}

/// Delegates to the higher congress and their alternates, from one list.
pub(super) fn delegates(sitting: &mut Sitting<'_>, election: ElectionId) -> Done {
    nominate(sitting, election, &sitting.cast.higher.clone())?;
    list(sitting, election, Hall::Counted)?;
    whole(sitting, election)
}

/// Votes, counts and announces, and what follows from it.
fn whole(sitting: &mut Sitting<'_>, election: ElectionId) -> Done {
    let filled = round::vote(sitting, election, RoundKind::First)?;
    round::count(sitting, &filled)?;
    announced(sitting, election, filled.0)
}

/// Announces a counted round and goes on with further ones while there is something open.
pub(super) fn announced(sitting: &mut Sitting<'_>, election: ElectionId, counted: RoundId) -> Done {
    round::announce(sitting, counted)?;
    for further in 1.. {
        let kind = match round::next(sitting, election) {
            None | Some(Next::Complete | Next::Annul) => return Ok(()),
            Some(Next::TieRevote) => RoundKind::TieRevote,
            Some(Next::CongressDecides) if further <= ENOUGH => {
                let matter = Matter::FurtherRoundSameNames(election);
                decide(sitting, matter, "Đại hội quyết định bầu thêm một vòng trong số những người còn lại")?;
                RoundKind::Further
            }
            Some(Next::CongressDecides | Next::SuperiorAppoints) => {
                let matter = Matter::LeaveSeatsOpen(election);
                return decide(sitting, matter, "Đại hội quyết định để khuyết, bổ sung sau");
            }
        };
        let filled = round::vote(sitting, election, kind)?;
        round::count(sitting, &filled)?;
        round::announce(sitting, filled.0)?;
    }
    Ok(())
}

fn decide(sitting: &mut Sitting<'_>, matter: Matter, text: &str) -> Done {
    let id = sitting.congress.decisions.next_id();
    let decision = matter.taken(id, text, sitting.clock);
    sitting.write(Change::Decisions(Decisions::Taken(decision)))
}

fn seats(sitting: &mut Sitting<'_>, election: ElectionId, seats: u16, hall: Hall) -> Done {
    let title = round::known(sitting, election)?.title;
    let text = format!("Số lượng cần bầu {title}: {seats} đồng chí");
    voting::vote(sitting, Subject::Seats { election, seats, size: None }, text, hall)
}

fn nominate(sitting: &mut Sitting<'_>, election: ElectionId, names: &[PersonId]) -> Done {
    names.iter().try_for_each(|person| sitting.elect(E::Nominated(Candidate::new(election, *person))))
}

fn list(sitting: &mut Sitting<'_>, election: ElectionId, hall: Hall) -> Done {
    let title = round::known(sitting, election)?.title;
    let names = sitting.congress.list(election).len();
    voting::vote(sitting, Subject::List(election), format!("Danh sách bầu cử {title} gồm {names} đồng chí"), hall)
}

fn name(sitting: &Sitting<'_>, person: PersonId) -> String {
    sitting.congress.people.get(&person).map_or_else(String::new, |person| person.name.clone())
}
